"""判处了法律没有规定的财产刑。

English: A fine or confiscation where the charge and tier know none.

## What 查什么
主文并处罚金或者没收财产，而该罪（或者主刑所在的量刑幅度）没有规定这种财产刑。

## Why 为何
附加刑以分则条文的规定为限，没有规定的不得判处。

## Method 方法
取行为日至裁判日之间各个版本的全部量刑幅度：每一个都没有规定的，报告“确定”；只是判处的主刑所在的幅度没有规定、又没有减轻情节的，报告“很可能”。只能单处的罚金不得与主刑并处。

## Exclusions 排除
单位的罚金不查；决定执行的合并刑不查；罪名不规范，或者某一版本的条文未收录的，不查。

## Assumptions 假定
主文的财产刑与其前面最近的罪名相对应。

## Basis 依据
《中华人民共和国刑法》第三条、第五十二条、第五十九条及各罪条文。

## Remedy 怎么改
核对罪名与条文：属笔误的补正；确有错误的，按审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.penalties import Tier
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words

from .pronounced import CRIMINAL_LAW, SUBJECTS, who
from .statutory import RANKS, Sentence, articles_zh, reduction, sentences

SCENARIO = Scenario(
    code="PEN112",
    name="fine-without-basis",
    title=Words("财产刑没有法律依据", "Fine without a basis"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "3"),),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per fine or confiscation the law does not know beside the main penalty."""
    for sentence in sentences(judgment, _beyond_its_tiers):
        for zh, en in _pronounced(sentence):
            certainty = _certainty(judgment, sentence, zh)
            if certainty is None:
                continue
            result = sentence.result
            which = "" if certainty == "certain" else "在这一量刑幅度内"
            yield SCENARIO.finding(
                judgment,
                result.penalty,
                f"对{who(result)}犯{result.charge}判处{sentence.zh()}，并处{zh}；刑法{articles_zh(sentence)}{which}没有规定并处{zh}。",
                f"{en.capitalize()} beside {sentence.en()} for {result.charge}; the law knows none there.",
                expected=f"不并处{zh}",
                found=f"并处{zh}",
                certainty=certainty,
                basis=(*SCENARIO.basis, *sentence.basis()),
            )


def _beyond_its_tiers(sentence: Sentence) -> bool:
    """Whether a fine or confiscation is pronounced that no tier the penalty lies in knows."""
    return not all(any(_knows(t, zh) for t in sentence.fitting()) for zh, _ in _pronounced(sentence))


def _pronounced(sentence: Sentence) -> Iterator[tuple[str, str]]:
    penalty = sentence.result.penalty
    if RANKS[sentence.kind] and (penalty.fine is not None or penalty.fine_kind):
        yield "罚金", "a fine"
    if RANKS[sentence.kind] and penalty.confiscation:
        yield "没收财产", "confiscation"


def _certainty(judgment: Judgment, sentence: Sentence, what: str) -> Certainty | None:
    """Certain where no tier knows it, likely where only the tiers the penalty lies in do not."""
    if any(_knows(t, what) for t in sentence.fitting()):
        return None
    if not any(_knows(t, what) for t in sentence.tiers):
        return "certain"
    return None if reduction(judgment, sentence.result) is None else "likely"


def _knows(tier: Tier, what: str) -> bool:
    if what == "罚金":
        return tier.fine in ("may", "must", "either", "or")
    return tier.confiscation in ("may", "must", "or")
