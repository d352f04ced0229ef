"""判处的刑罚与说理认定的量刑幅度不符。

English: The reasoning names a tier and the penalty lies outside it.

## What 查什么
说理写明“数额较大”“数额巨大”“情节严重”“致人重伤”等对应的量刑幅度，判处的刑罚却在该幅度之外。

## Why 为何
认定的情节决定量刑幅度；二者不符，不是认定写错，就是刑期有误。

## Method 方法
在说理中找该罪条文所用的情节用语；全部说理只出现一种用语、且与一个幅度对应的，与判处的刑罚比较（行为日至裁判日之间的各个版本均须不符）。数罪的，只看单独论及该罪的句子。低于幅度而有减轻情节的不报；减轻情节只由辩方提出或者属于他人的，确定性降为“提示”。

## Exclusions 排除
出现两种以上情节用语、用语前有否定词，或者同句讨论辩解、撤回指控的不报；
超出该罪全部幅度的见 PEN108、PEN109；
情节较轻、首要分子、逃逸等用语不作比较；逃税罪、挪用资金罪、挪用公款罪的数额用语不单独决定幅度，不查；毒品犯罪的较重幅度按数量划分，不报高于幅度；罪名不规范，或者某一版本的条文未收录的，不查。

## Assumptions 假定
说理中的情节用语是对本罪的认定。

## Basis 依据
《中华人民共和国刑法》第六十一条、第六十二条、第六十三条及各罪条文。

## Remedy 怎么改
核对情节认定与刑期，改正写错的一处；有减轻情节的写明。
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.law.penalties import Tier
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .pronounced import CRIMINAL_LAW, SUBJECTS, who
from .statutory import Sentence, articles_zh, highest, lowest, reduction, sentences

SCENARIO = Scenario(
    code="PEN110",
    name="tier-mismatch",
    title=Words("刑罚与认定的量刑幅度不符", "Penalty outside the tier named"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "61"),),
    certainty="likely",
    severity="major",
    subjects=SUBJECTS,
)
_WORD = re.compile(
    r"(?:应缴税额|数额|数量|差额)(?:较大|特别巨大|巨大|大)|情节(?:特别)?(?:严重|恶劣)|(?:特别)?严重情节|后果(?:特别)?严重"
    r"|(?:特别)?严重后果|轻伤|重伤|死亡|残忍"
)
_SENTENCE = re.compile(r"[^。；]+")
_DENIED = re.compile(r"(?:未|不|没有|尚未|非)[^，。；]{0,8}$")
_DISPUTED = re.compile(r"撤回|不当|纠正|不能成立|不成立|不予|辩护|辩解|辩称")
#: Words of injury, for the one crime whose tiers they name.
_INJURY = {"轻伤": "基本", "重伤": "致人重伤", "死亡": "致人死亡"}
_INJURING = "234"
#: Where the sum alone does not decide the tier (a share of the tax due, money not given back).
_UNDECIDED = frozenset({"201", "272", "384"})
#: Where the graver tiers are named by weight, not by a word.
_BY_WEIGHT = "347"


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per penalty outside the one tier the reasoning names for its crime."""
    for sentence in sentences(judgment, lambda s: _may_miss(judgment, s)):
        named = _named(judgment, sentence)
        if named is None:
            continue
        word, tiers = named
        article = sentence.tiers[0].article
        if _only(sentence.above, tiers, sentence.tiers) and article != _BY_WEIGHT:
            yield _finding(judgment, sentence, word, tiers, above=True)
        elif _only(sentence.below, tiers, sentence.tiers) and reduction(judgment, sentence.result):
            yield _finding(judgment, sentence, word, tiers, above=False)


def _may_miss(judgment: Judgment, sentence: Sentence) -> bool:
    """Whether the reasoning has a word of a tier that the penalty does not lie in."""
    article = sentence.tiers[0].article
    words = () if article in _UNDECIDED else _words_for(sentence.measure.outside, article == _INJURING)
    known = _known_in_reasoning(judgment) if words else {}
    for word in words:
        if word not in known:
            cut = judgment.cut("reasoning")
            known[word] = cut is not None and judgment.plain.find(word, cut.start, cut.end) >= 0
        if known[word]:
            return True
    return False


@once
def _known_in_reasoning(_: Judgment) -> dict[str, bool]:
    """The words looked for in the reasoning of a judgment, and whether they stand there."""
    return {}


@lru_cache(maxsize=1024)
def _words_for(labels: frozenset[str], injuring: bool) -> tuple[str, ...]:
    """The words by which the reasoning may name tiers of these labels."""
    if injuring:
        return tuple(word for word, label in _INJURY.items() if label in labels)
    return tuple(label for label in labels if _WORD.fullmatch(label))


def _only(outside: Callable[[Tier], bool], named: list[Tier], known: tuple[Tier, ...]) -> bool:
    """Whether the penalty is on that side of every tier named, but not of every tier known."""
    return all(outside(t) for t in named) and not all(outside(t) for t in known)


def _named(judgment: Judgment, sentence: Sentence) -> tuple[str, list[Tier]] | None:
    """The only tier word the reasoning uses for the crime, and the tiers it names."""
    known, charge = _known_words(judgment), sentence.result.charge or ""
    if charge not in known:
        known[charge] = _only_word(judgment, charge)
    word = known[charge]
    if word is None:
        return None
    injuring = sentence.tiers[0].article == _INJURING
    label = _INJURY.get(word) if injuring else word
    tiers = [t for t in sentence.tiers if t.label == label]
    return (word, tiers) if tiers else None


@once
def _known_words(_: Judgment) -> dict[str, str | None]:
    """What `_only_word` has found for the charges of a judgment."""
    return {}


def _only_word(judgment: Judgment, charge: str) -> str | None:
    """The tier word of the reasoning on a crime; None where it has none, several, or denies one."""
    found: set[str] = set()
    for start, end in _passages(judgment, charge):
        for m in _WORD.finditer(judgment.plain, start, end):
            if _denied(judgment.plain, start, m):
                return None
            found.add(m[0])
    return found.pop() if len(found) == 1 else None


def _denied(text: str, start: int, m: re.Match[str]) -> bool:
    """Whether the word is negated, or its sentence reports and answers somebody's argument."""
    begin = max(text.rfind("。", start, m.start()), text.rfind("；", start, m.start()), start - 1) + 1
    stop = text.find("。", m.end())
    disputed = _DISPUTED.search(text, begin, stop if stop >= 0 else len(text))
    return bool(disputed or _DENIED.search(text, max(begin, m.start() - 12), m.start()))


def _passages(judgment: Judgment, charge: str) -> Iterator[tuple[int, int]]:
    """The reasoning where it can speak of this crime only, as plain indexes."""
    cut = judgment.cut("reasoning")
    if cut is None:
        return
    others = [c.removesuffix("罪") for c in {r.charge for r in judgment.results} if c and c != charge]
    if not others:
        yield cut.start, cut.end
        return
    bare = charge.removesuffix("罪")
    for m in _SENTENCE.finditer(judgment.plain, cut.start, cut.end):
        if bare in m[0] and not any(other in m[0] for other in others):
            yield m.span()


def _finding(judgment: Judgment, sentence: Sentence, word: str, tiers: list[Tier], above: bool) -> Finding:
    result = sentence.result
    bounds = [highest(t) for t in tiers] if above else [lowest(t) for t in tiers]
    *_, zh, en = max(bounds) if above else min(bounds)
    side, side_en = ("最高", "at most") if above else ("最低", "at least")
    doubtful = not above and reduction(judgment, result) != "certain"
    return SCENARIO.finding(
        judgment,
        result.penalty,
        f"说理认定{word}，刑法{articles_zh(sentence)}对此规定的{side}刑是{zh}；"
        f"对{who(result)}犯{result.charge}判处{sentence.zh()}，不在这一幅度内。",
        f"The reasoning finds {word}, for which the law sets {side_en} {en}; the penalty is {sentence.en()}.",
        expected=f"{'不高于' if above else '不低于'}{zh}",
        found=sentence.zh(),
        certainty="hint" if doubtful else "likely",
        basis=(*SCENARIO.basis, *sentence.basis()),
    )
