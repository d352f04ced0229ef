"""刑期起止日期不可能成立。

English: A term that ends before it begins, names a day that does not exist, or begins long before any custody.

## What 查什么
主文刑期或考验期的起止日期本身不可能：止日早于起日，日历上没有这一天，起日早于羁押一年左右甚至早于犯罪之日，起日晚于裁判一年以上。

## Why 为何
这类错误一望而知，却会使执行通知书无法填写，并损害裁判的严肃性。

## Method 方法
读出起止日期，与日历、羁押经过、查明的犯罪时间和裁判日期比对。

## Exclusions 排除
日期以×隐去的不查；与前罪并罚、有已执行刑期的，起日可以早于本案羁押，不查；首部没有写羁押经过的，不与羁押比对。

## Assumptions 假定
文书写明日期的犯罪全部晚于刑期起日六十日以上、首部又没有相近的羁押的，才认为起日早于犯罪。

## Basis 依据
《中华人民共和国刑法》第四十一条、第四十四条、第四十七条、第七十三条。

## Remedy 怎么改
核对后裁定更正。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.dates import DATE
from anjian.documents.model import DateFact, Term
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .custody_history import steps_of, told_whole
from .earlier_convictions import crime_days
from .pronounced import CRIMINAL_LAW, SUBJECTS, merged_with_earlier
from .term_dates import tells_of_time_served

SCENARIO = Scenario(
    code="PEN102",
    name="term-dates-impossible",
    title=Words("刑期起止日期不可能成立", "Impossible term dates"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "41"), Basis(CRIMINAL_LAW, "44"), Basis(CRIMINAL_LAW, "47"), Basis(CRIMINAL_LAW, "73")),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
#: Days from which a begin before the custody, or after the decision, is no matter of counting.
FAR = 300
#: Days within which a date of the crimes, often told by month only, is no contradiction.
NEAR = 60


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per stated span whose dates cannot be."""
    for term in judgment.terms:
        begin = term.begin.value if term.begin else None
        finish = term.finish.value if term.finish else None
        told = None
        if begin is None or finish is None:
            told = _no_such_day(term)
        elif finish < begin:
            told = _reversed(term.kind, begin, finish)
        if told is None and begin is not None and term.kind == "刑期":
            told = _misplaced(judgment, term, begin)
        if told is not None:
            zh, en, certainty = told
            yield SCENARIO.finding(judgment, term, zh, en, certainty=certainty, found=judgment.quote(term))


def _no_such_day(term: Term) -> tuple[str, str, Certainty] | None:
    for fact in (term.begin, term.finish):
        if fact is not None and fact.value is None and _is_whole(fact):
            zh = f"{term.kind}中的“{fact.text}”在日历上不存在。"
            return zh, f"The calendar has no such day as {fact.text}.", "certain"
    return None


def _is_whole(fact: DateFact) -> bool:
    """Whether year, month and day are all written, so that only the calendar can be at fault."""
    m = DATE.fullmatch(fact.text)
    return m is not None and m["d"] is not None


def _reversed(kind: str, begin: date, finish: date) -> tuple[str, str, Certainty]:
    zh = f"{kind}自{begin}起至{finish}止，止日早于起日。"
    return zh, f"The span from {begin} to {finish} ends before it begins.", "certain"


def _misplaced(judgment: Judgment, term: Term, begin: date) -> tuple[str, str, Certainty] | None:
    decided = decided_on(judgment)
    if decided is not None and (begin - decided).days > FAR:
        zh = f"刑期自{begin}起算，晚于裁判日期{decided}{(begin - decided).days}日。"
        return zh, f"The term begins on {begin}, {(begin - decided).days} days after the decision.", "certain"
    found = _before_custody(judgment, term, begin) or _before_the_crimes(judgment, term, begin)
    return None if found and _may_begin_early(judgment, term) else found


def _before_custody(judgment: Judgment, term: Term, begin: date) -> tuple[str, str, Certainty] | None:
    held = _first_custody(judgment, term.party)
    if held is None or (held - begin).days <= FAR or not told_whole(judgment, term.party or ""):
        return None
    zh = f"刑期自{begin}起算，早于文书所写最早的羁押{held}达{(held - begin).days}日。"
    return zh, f"The term begins on {begin}, {(held - begin).days} days before the first custody told.", "certain"


def _before_the_crimes(judgment: Judgment, term: Term, begin: date) -> tuple[str, str, Certainty] | None:
    crimes = crime_days(judgment)
    if not crimes or (crimes[0] - begin).days <= NEAR or _held_about(judgment, term.party, begin):
        return None
    zh = f"刑期自{begin}起算，早于文书所写的犯罪日期（最早为{crimes[0]}）。"
    return zh, f"The term begins on {begin}, before the crimes; the first dated one is of {crimes[0]}.", "certain"


def _held_about(judgment: Judgment, party: str | None, begin: date) -> bool:
    """Whether the head tells of a custody that begins near the term; the crimes' dates are then incomplete."""
    steps = steps_of(judgment, party) if party is not None else ()
    days = [c.day for c in steps if c.day and c.section == "parties"]
    return any(abs((day - begin).days) <= NEAR for day in days)


def _may_begin_early(judgment: Judgment, term: Term) -> bool:
    """Whether time served for an earlier penalty may be part of the span."""
    return term.party in merged_with_earlier(judgment) or tells_of_time_served(judgment)


def _first_custody(judgment: Judgment, party: str | None) -> date | None:
    """The first day of custody the head tells."""
    days = [c.day for c in steps_of(judgment, party or "") if c.day and c.section == "parties" and not c.frees]
    return min(days) if days and party is not None else None
