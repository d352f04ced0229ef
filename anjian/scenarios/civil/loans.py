"""Private loans (民间借贷): when they were made and the most interest a court may grant on them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.dates import scan
from anjian.documents.model_civil import Interest
from anjian.law.loan_caps import Cap, caps
from anjian.law.lpr import INDEXES, known_days
from anjian.law.lpr import index_rates as rates_of
from anjian.scenarios.base import decided_on

_LENDER = re.compile(r"银行|小额贷款|典当|融资租赁|融资担保|保理|信托|金融|资产管理|农村信用|信用社|消费金融|基金")
_LENT = re.compile(r"借款|出借|借给|借到|借条|借据|欠条|转账|汇款|交付|签订")
_STATED_BENCHMARK = re.compile(
    r"(?:贷款)?基准(?:年)?(?:贷款)?利率(?:为|是)(?:年利率)?(?P<percent>[0-9]+(?:\.[0-9]+)?)%"
)
_BENCHMARK = "贷款基准利率"
_NOT_LIMITED = re.compile(r"为限|不超过|不得超过|以内|上限|自愿")


class Limit(Struct, frozen=True):
    """The most per cent a year for interest from `since` to the day before `until`, and the cap it comes from."""

    since: date | None
    until: date | None
    percent: Decimal
    cap: Cap


def is_private(judgment: Judgment) -> bool:
    """Whether the case is on a loan between persons who are no licensed lenders."""
    cause = judgment.cause.name if judgment.cause else ""
    lenders = (p.name for p in judgment.parties if p.role in ("原告", "上诉人", "被上诉人", "再审申请人", "被申请人"))
    return "民间借贷" in cause and not any(_LENDER.search(name) for name in lenders)


def made_on(judgment: Judgment) -> tuple[date, ...]:
    """Every day on which the loan may have been made, by what the court found; empty where it tells none."""
    found = set()
    filed = judgment.course.filed.value if judgment.course and judgment.course.filed else decided_on(judgment)
    for cut in judgment.cuts:
        if cut.name in ("findings", "reasoning", "evidence", "lower"):
            for d in scan(judgment.plain, cut.start, cut.end):
                near = judgment.plain[d.end : d.end + 60].split("。")[0]
                if d.value and (filed is None or d.value < filed) and _LENT.search(near):
                    found.add(d.value)
    return tuple(sorted(found))


def limits(judgment: Judgment) -> list[list[Limit]]:
    """The limits under every reading of when the loan was made and the case filed; empty where the rule is not sure.

    A rule that takes four times the bank's rate counts with the highest rate that may be meant, or with the one the
    document itself states.
    """
    decided = decided_on(judgment)
    filed = judgment.course.filed.value if judgment.course and judgment.course.filed else None
    if decided is None or (filed is not None and filed > decided):
        return []
    filings = [filed] if filed else [decided, decided - timedelta(days=365)]
    readings = []
    for made in made_on(judgment) or (None,):
        for day in filings:
            found = caps(made, day, decided)
            if not found:
                return []
            readings.append([limit for cap in found if (limit := _limit(judgment, cap, made, decided))])
    return readings


def _limit(judgment: Judgment, cap: Cap, made: date | None, decided: date) -> Limit | None:
    percent = cap.percent
    if percent is None and cap.index == _BENCHMARK and cap.multiple is not None:
        stated = {Decimal(m["percent"]) for m in _STATED_BENCHMARK.finditer(judgment.plain)}
        highest = max(stated) if stated else _highest(made, decided)
        percent = highest * cap.multiple if highest is not None else None
    return Limit(cap.since, cap.until, percent, cap) if percent is not None else None


def _highest(made: date | None, decided: date) -> Decimal | None:
    """The highest benchmark rate of any class between the loan and the decision."""
    found = []
    for name in INDEXES:
        if _BENCHMARK in name and made is not None:
            since, until = known_days(name)
            between = rates_of(name, max(made, since), min(decided, until))
            found += [r.percent for r in between or ()]
    return max(found, default=None)


def exceeded(readings: list[list[Limit]], clause: Interest, rate: Decimal) -> Limit | None:
    """A limit that a rate granted by a clause breaks under every reading; None where one reading allows it."""
    broken = [next(_broken(limits, clause, rate), None) for limits in readings]
    return broken[0] if broken and all(broken) else None


def _broken(found: list[Limit], clause: Interest, rate: Decimal) -> Iterator[Limit]:
    begin = clause.begin.value if clause.begin else None
    finish = clause.finish.value if clause.finish else None
    for limit in found:
        after = finish is not None and limit.since is not None and finish <= limit.since
        before = limit.until is not None and (begin is None or begin >= limit.until)
        if rate > limit.percent + Decimal("0.1") and not after and not before:
            yield limit


def interest_and_penalty(clauses: Sequence[Interest]) -> Iterator[tuple[Interest, Interest]]:
    """Every clause of interest with each of penalty (违约金, 滞纳金) that runs beside it, the penalty second."""
    for one, other in product(clauses, clauses):
        if not is_penalty(one) and is_penalty(other) and _overlap(one, other):
            yield one, other


def is_penalty(clause: Interest) -> bool:
    """Whether it is a clause of penalty rather than of interest."""
    return "违约金" in clause.label or "滞纳金" in clause.label


def _overlap(one: Interest, other: Interest) -> bool:
    """Whether the two clauses run at the same time and on the same base as far as told."""
    if one.base is not None and other.base is not None and one.base != other.base:
        return False
    first, second = sorted((one, other), key=lambda c: (c.begin.value if c.begin else None) or date.min)
    start = second.begin.value if second.begin else None
    end = first.finish.value if first.finish else None
    return not (start and end and end <= start)


def bounded(judgment: Judgment, clause: Interest) -> bool:
    """Whether the item itself keeps the interest within a limit."""
    start, end = judgment.plain_span(clause)
    cut = judgment.cut("disposition")
    floor = cut.start if cut else 0
    begin = max(judgment.plain.rfind(stop, floor, start) + 1 for stop in "。；") or floor
    stop = judgment.plain.find("。", end)
    return bool(_NOT_LIMITED.search(judgment.plain, begin, stop if stop >= 0 else len(judgment.plain)))
