"""应当并处财产刑而没有判处。

English: The charge demands a fine or confiscation beside the penalty and none is pronounced.

## What 查什么
法律规定“并处罚金”“并处没收财产”或者“并处或者单处罚金”的，主文判了主刑而没有判处罚金或者没收财产。

## Why 为何
规定“并处”财产刑的，判处主刑的同时必须判处财产刑；未成年人也应当判处相应的财产刑。

## Method 方法
取判处的主刑所在的量刑幅度（行为日至裁判日之间的各个版本；刑罚低于各幅度的，取全部幅度），每一个都要求财产刑而该项没有时报告。

## Exclusions 排除
规定“可以并处”的不报；免予刑事处罚的不报；决定执行的财产刑多于各罪之和，或者主文另有未能归入各项的财产刑的，不报；改判中维持了原判其他项的，不报；罪名不规范，或者某一版本的条文未收录的，不查。

## Assumptions 假定
财产刑写在主文之中。

## Basis 依据
《最高人民法院关于适用财产刑若干问题的规定》第一条；《最高人民法院关于审理未成年人刑事案件具体应用法律若干问题的解释》第十五条；各罪条文。

## Remedy 怎么改
核对评议记录：漏写的补正；确实漏判的，按审判监督程序处理。
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Result
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .pronounced import FINE_RULES, SUBJECTS, who
from .statutory import RANKS, Sentence, articles_zh, has_property, sentences

SCENARIO = Scenario(
    code="PEN111",
    name="mandatory-fine-missing",
    title=Words("漏判应当并处的财产刑", "Mandatory fine missing"),
    family="penalty",
    basis=(Basis(FINE_RULES, "1"),),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
#: A fine or confiscation pronounced, not the clause on paying it.
_PROPERTY = re.compile(
    r"(?<!所)处[^，。；的（]{0,14}罚金(?![限于在应由])|罚金(?![^。；（）]{0,40}(?:[缴交付]|履行|执行))|(?:处|没收)(?:个人)?(?:全部|部分)?财产"
)
_KEPT = re.compile(r"维持|主刑")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per main penalty without the property penalty every tier it lies in demands."""
    for sentence in sentences(judgment, _lacks_property):
        result, tiers = sentence.result, sentence.fitting()
        if _elsewhere(judgment, result):
            continue
        fine = all(t.fine_mandatory for t in tiers)
        zh, en = ("罚金", "a fine") if fine else ("罚金或者没收财产", "a fine or confiscation")
        yield SCENARIO.finding(
            judgment,
            result,
            f"对{who(result)}犯{result.charge}判处{sentence.zh()}，没有判处{zh}；刑法{articles_zh(sentence)}规定应当并处。",
            f"{sentence.en().capitalize()} for {result.charge} without {en}, which the law demands beside it.",
            expected=f"并处{zh}",
            found=sentence.zh(),
            basis=(*SCENARIO.basis, *sentence.basis()),
        )


def _lacks_property(sentence: Sentence) -> bool:
    """Whether a main penalty stands without the property penalty that every tier it lies in demands."""
    if RANKS[sentence.kind] == 0 or has_property(sentence.result.penalty):
        return False
    return all(t.property_mandatory for t in sentence.fitting())


def _elsewhere(judgment: Judgment, result: Result) -> bool:
    """Whether the person's fine may stand in the total, in another item or in a decision that is kept."""
    own = [r for r in judgment.results if r.party == result.party]
    parts = sum(r.penalty.fine or 0 for r in own if not r.total)
    if any(has_property(r.penalty) and r.penalty.fine != parts for r in own if r.total):
        return True
    return _kept(judgment) or _beside_the_results(judgment)


@once
def _kept(judgment: Judgment) -> bool:
    """Whether the decision keeps an earlier one, or a part of it."""
    return judgment.instance != "first" and any(True for _ in judgment.find(_KEPT, "disposition"))


@once
def _beside_the_results(judgment: Judgment) -> bool:
    """Whether the disposition has words of a fine or a confiscation that belong to no result."""
    spans = sorted(span for r in judgment.results for span in ((r.start, r.end), (r.penalty.start, r.penalty.end)))
    starts, ends = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
    for m in judgment.find(_PROPERTY, "disposition"):
        place = judgment.place(m.start(), m.end())
        before = bisect_right(starts, place.start)
        if not before or place.end > ends[before - 1]:
            return True
    return False
