"""Terms of penalty on the calendar: when a term ends, and what custody counts for.

The rule for terms is 刑事诉讼法解释（2021）第202条第2款, in force since 2021-03-01: a term in years runs to the day
before the same day, a term in months likewise; a month term that starts on the last day of a month runs to the day
before the last day of the last month; a day that does not exist is replaced by the last day; half a month is 15 days.
Before 2021-03-01 only the rule for periods (第165条 of 2012) was written down, so courts were a day apart.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from msgspec import Struct

from anjian.law.dated import Spans, day, read_table

#: The first day of the written rule for terms.
TERM_RULE_SINCE = date(2021, 3, 1)
ONE_DAY = timedelta(days=1)
_DAYS_OF_ANY_MONTH = 28


class CreditRule(Struct, frozen=True):
    """CUSTODY_DAYS days of this custody count as PENALTY_DAYS days of the penalty."""

    kind: str
    penalty: str
    custody_days: int
    penalty_days: int
    since: date | None
    until: date | None
    source: str


def _month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _same_day(start: date, months: int) -> date:
    """The same-numbered day MONTHS later, or the last day of that month where there is no such day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if start.day <= _DAYS_OF_ANY_MONTH:
        return date(year, month + 1, start.day)
    end = _month_end(year, month + 1)
    return end if end.day < start.day else end.replace(day=start.day)


def _is_month_end(on: date) -> bool:
    return on.day >= _DAYS_OF_ANY_MONTH and (on + ONE_DAY).day == 1


def add_term(start: date, years: int = 0, months: int = 0, days: int = 0) -> date:
    """The last day of a term that starts on START. Half a month is `days=15`.

    Raises ValueError for a negative or empty term, and where the end lies beyond the calendar of Python.
    """
    if min(years, months, days) < 0 or not (years or months or days):
        raise ValueError(f"not a term: {years} years, {months} months, {days} days")
    free = _same_day(start, years * 12 + months)
    if months and _is_month_end(start):
        free = _month_end(free.year, free.month)
    return free + timedelta(days=days) - ONE_DAY


def possible_ends(start: date, years: int = 0, months: int = 0, days: int = 0) -> frozenset[date]:
    """Every last day a careful court may write: the rule's day, and the other readings of the end of a month.

    The readings differ only where the term starts on the last day of a month or the same day does not exist.
    """
    free = _same_day(start, years * 12 + months)
    if free.day == start.day and not _is_month_end(start):
        return frozenset((free + timedelta(days=days) - ONE_DAY,))
    ends = {free, _month_end(free.year, free.month), _month_end(free.year, free.month) + ONE_DAY}
    return frozenset(e + timedelta(days=days) - ONE_DAY for e in ends)


def term_days(start: date, years: int = 0, months: int = 0, days: int = 0) -> int:
    """The number of days, first and last counted, of a term that starts on START."""
    return (add_term(start, years, months, days) - start).days + 1


def days_between(first: date, last: date) -> int:
    """Days of a span with both ends counted, as custody is counted; 0 or less when LAST is before FIRST."""
    return (last - first).days + 1


def shift(end: date, credited: int) -> date:
    """The end of a term after CREDITED days of it count as served."""
    return end - timedelta(days=credited)


#: Kinds of custody by the name a judgment gives them; all of them are 羁押 of 刑法 41, 44 and 47.
_CUSTODY = {"刑事拘留": "羁押", "拘留": "羁押", "逮捕": "羁押", "先行羁押": "羁押"}


@cache
def _credit_rules() -> tuple[CreditRule, ...]:
    return tuple(
        CreditRule(
            r["kind"], r["penalty"], int(r["custody_days"]), int(r["penalty_days"]),
            day(r["since"]), day(r["until"]), r["source"],
        )
        for r in read_table("custody_credit")
    )  # fmt: skip


@cache
def _rules_on() -> dict[tuple[str, str], Spans[tuple[CreditRule, Fraction]]]:
    """Custody and penalty → the rules, each with what one day counts."""
    found: dict[tuple[str, str], list[tuple[date | None, date | None, tuple[CreditRule, Fraction]]]] = {}
    for rule in _credit_rules():
        spans = found.setdefault((rule.kind, rule.penalty), [])
        spans.append((rule.since, rule.until, (rule, Fraction(rule.penalty_days, rule.custody_days))))
    return {key: Spans(spans) for key, spans in found.items()}


def _rule(kind: str, penalty: str, on: date) -> tuple[CreditRule, Fraction] | None:
    spans = _rules_on().get((_CUSTODY.get(kind, kind), penalty))
    return spans.on(on) if spans else None


def credit_rule(kind: str, penalty: str, on: date) -> CreditRule | None:
    """How custody of a kind counts against 管制, 拘役 or 有期徒刑 under the law of a day; None where no text tells."""
    rule = _rule(kind, penalty, on)
    return rule[0] if rule else None


def credit(kind: str, penalty: str, custody: int, on: date) -> Fraction | None:
    """Days of the penalty that CUSTODY days of a kind count for; a half day stays a half, no text rounds it."""
    rule = _rule(kind, penalty, on)
    return None if rule is None else custody * rule[1]


def rate(kind: str, penalty: str, on: date) -> Fraction | None:
    """What one day of custody counts against a penalty; None where no text tells."""
    rule = _rule(kind, penalty, on)
    return rule[1] if rule else None


@cache
def day_for_day(kind: str, penalty: str) -> bool:
    """Whether, whenever a rule was in force, one day of this custody has counted as one day of the penalty."""
    rules = [r for r in _credit_rules() if (r.kind, r.penalty) == (kind, penalty)]
    return all(r.custody_days == r.penalty_days for r in rules)
