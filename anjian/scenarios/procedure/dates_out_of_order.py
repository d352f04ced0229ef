"""日期先后矛盾。

English: Dates of the case stand in an impossible order.

## What 查什么
裁判日期早于立案、起诉或者开庭日期；开庭日期早于起诉或者立案日期；立案日期早于起诉日期；查明的犯罪日期晚于裁判日期；
查明的已经完成的行为（签订、支付、住院、送达等）晚于裁判日期。
民事、行政、执行、赔偿案件：裁判日期早于起诉、立案、开庭、申请执行或者下级法院裁判的日期；第一审开庭、听证早于起诉、立案，
第二审开庭早于本院立案，本院第二审立案早于被上诉的裁判；立案早于起诉；申请撤诉、撤回上诉晚于裁判；查明的借条、登记结婚、交通事故等起因的日期晚于起诉、立案（较可能）或者裁判日期。

## Why 为何
日期顺序不可能颠倒，至少有一个日期写错；日期错误影响审限、刑期和量刑情节的认定。

## Method 方法
取审理经过中带有事项的日期（包括同月、次日等相对日期）、落款日期和查明事实中的行为日期，两两比较。

## Exclusions 排除
没有写年份、也不是“同年”“次日”等的日期不比；发回重审、再审、撤回起诉、追加起诉、指定管辖的案件，
只与裁判日期比；事实中的到期日、有效期等不是行为的日期不比；
反诉、追加、变更、撤诉后再诉、移送、合并审理的民事案件，只与裁判日期比（立案之后提起、合并审理的反诉除外）；
租期、期限、到期日、应于某日前、计算至某日、约定、刑期等可以在裁判之后的日期不比，裁判日期已经报告的不再逐一报告查明的事实；
第二审只比同一句中写明的本院立案和开庭，以及先写裁判、后写本院立案的；查明的日期只比起因事实，付款、协商等可以在起诉之后。

## Assumptions 假定
日期的事项由紧接其后的文字判断。

## Basis 依据
历法；《中华人民共和国刑事诉讼法》第一百八十六条（2018年10月26日前为第一百八十一条）：开庭须在起诉之后。

## Remedy 怎么改
核对案卷后裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from msgspec.structs import replace

from anjian.documents import Judgment
from anjian.documents.model import DateFact
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .civil import field
from .common import basis_on, both
from .dates_civil import out_of_order, pairs, sure
from .facts_later import late_fact

SCENARIO = Scenario(
    code="PRO315",
    name="dates-out-of-order",
    title=Words("日期先后矛盾", "Dates in an impossible order"),
    family="procedure",
    basis=both("181", "186"),
    certainty="certain",
    severity="minor",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
_AGAIN = re.compile(r"撤回起诉|撤诉|重新(?:提起|起诉|立案)|(?:补充|追加|变更)起诉|指定管辖|移送")
_BEFORE_ACT = ("。", "：", "；", "，", "、", ".", "于", "在", "控", "明")
_OPENING = re.compile(r"(?:查明|指控|认定)[，：]{0,2}$")
_ACT = re.compile(
    r"[0-9]{1,2}(?:时|点|[:：])|许|凌晨|清晨|早|上午|中午|下午|傍晚|晚|夜|深夜|(?:左右)?的一天"
    r"|(?:至[0-9年月同]{1,10}[日号])?(?:间|期间)?[，,]?[^，。；]{0,6}?被告(?:人|单位)"
)
_NAMES = {
    "indicted": ("提起公诉", "the indictment"),
    "filed": ("立案", "the filing"),
    "hearing": ("开庭", "the hearing"),
    "decided": ("裁判", "the decision"),
    "offence": ("查明的行为", "a fact found"),
    "petitioned": ("起诉", "the complaint"),
    "applied": ("申请执行", "the application to enforce"),
    "lower": ("下级法院裁判", "the decision below"),
    "cause": ("查明的起因", "the fact sued on"),
    "appealed": ("本院第二审立案", "the filing of the appeal"),
    "withdrawn": ("申请撤回", "the request to withdraw"),
    "told": ("查明的事实", "a fact found"),
}
"""The contexts of dates in Chinese and English."""


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per pair of dates that cannot both be right, the first pair of each date only."""
    on = decided_on(judgment)
    reported: set[tuple[int, int]] = set()
    criminal = field(judgment) == "刑事"
    for earlier, later in chain(_pairs(judgment) if criminal else pairs(judgment), _told(judgment, reported)):
        if earlier.value is None or later.value is None or earlier.value <= later.value:
            continue
        wrong = later if later.context != "decided" else earlier
        if (wrong.start, wrong.end) in reported:
            continue
        reported.add((wrong.start, wrong.end))
        first, second = _NAMES[earlier.context or ""], _NAMES[later.context or ""]
        yield SCENARIO.finding(
            judgment,
            wrong,
            f"{second[0]}日期{later.value.isoformat()}早于{first[0]}日期{earlier.value.isoformat()}。",
            f"{second[1].capitalize()} ({later.value.isoformat()}) comes before {first[1]} "
            f"({earlier.value.isoformat()}).",
            expected=f"不早于{earlier.value.isoformat()}",
            found=later.value.isoformat(),
            certainty="likely" if earlier.context == "cause" and later.context != "decided" else "certain",
            basis=basis_on(SCENARIO, on) if on and criminal else (),
        )


def _told(judgment: Judgment, reported: set[tuple[int, int]]) -> Iterator[tuple[DateFact, DateFact]]:
    """A fact found that is later than the decision; none where a day is doubted already (asked for last)."""
    day = judgment.decided
    late = late_fact(judgment, day.value) if day and day.value and not reported else None
    if day and late:
        yield replace(late, context="told"), replace(day, context="decided")


def _pairs(judgment: Judgment) -> Iterator[tuple[DateFact, DateFact]]:
    """Every (date, date that cannot come before it)."""
    course, decided = judgment.course, judgment.decided
    last = decided.value if decided else None
    if course:
        steps = [d for d in (course.indicted, course.filed) if d and sure(d)]
        hearings = [h for h in course.hearings if sure(h)]
        crossed = out_of_order(steps, hearings)
        if crossed and not (course.remanded or course.reopened or _AGAIN.search(judgment.words(course))):
            yield from crossed
        if decided and last:
            yield from ((day, decided) for day in (*hearings, *steps) if day.value and day.value > last)
    for day in judgment.offence_days if last else ():
        if decided and day.value and last and day.value > last and _told_as_done(judgment, day):
            yield day, decided


def _told_as_done(judgment: Judgment, day: DateFact) -> bool:
    """Whether a date of the facts begins the telling of an act: not a due date, a validity, an end."""
    if day.style == "relative":
        return False
    start, end = judgment.plain_span(day)
    if _OPENING.search(judgment.plain, max(start - 4, 0), start) and judgment.plain[end : end + 1] in ("，", "至"):
        return True
    return judgment.plain[start - 1 : start] in _BEFORE_ACT and _ACT.match(judgment.plain, end) is not None
