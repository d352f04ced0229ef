"""Interest by segments: exact arithmetic on a fixed or floating rate, under caps, with payments in between.

Time runs from `begin`, which counts, to `finish`, which does not (算头不算尾), so that adjacent stretches add up.
Interest is simple: interest due bears none. A payment clears interest due first, then principal (民法典第561条;
合同法解释二 art. 21 since 2009-05-13); the delay interest of 法释〔2014〕8号 takes it the other way round (art. 4).
Days are counted by a basis: 365 or 360 (days over so many a year), 月 (whole months as twelfths, days left over as
360ths; whole months are counted from the first day of each segment). Amounts are fractions, exact; only `yuan` rounds.
`delay_rates.csv`: percent_day, since, until, law, article, source, checked_on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from msgspec import Struct

from .dated import day, read_table
from .limits import add_months
from .lpr import index_rates

Basis = Literal["365", "360", "月"]
#: Digits enough to divide any fraction of yuan to the cent.
_DIGITS = 60


class Rate(Struct, frozen=True):
    """A rate of interest: `percent` a year, or `multiple` times an index of `lpr.INDEXES`, plus `points` per cent."""

    percent: Decimal | None = None
    index: str | None = None
    multiple: Decimal = Decimal(1)
    points: Decimal = Decimal(0)


class Ceiling(Struct, frozen=True):
    """At most `percent` a year from `since` to the day before `until` (None: open)."""

    percent: Decimal
    since: date | None = None
    until: date | None = None


class Payment(Struct, frozen=True):
    """A sum paid on a day; the principal it clears bears no interest from that day on."""

    on: date
    amount: Decimal


class Segment(Struct, frozen=True):
    """A stretch on which principal and rate stand still: from `begin` up to `finish`, which does not count.

    `quoted` is the value of the index there, `asked` the rate before a ceiling, `percent` the one applied (a year).
    """

    begin: date
    finish: date
    principal: Fraction
    quoted: Decimal | None
    asked: Decimal
    percent: Decimal
    exact: Fraction

    @property
    def days(self) -> int:
        """How many days it counts."""
        return (self.finish - self.begin).days

    @property
    def capped(self) -> bool:
        """Whether a ceiling took something off the rate."""
        return self.percent < self.asked

    @property
    def interest(self) -> Decimal:
        """The interest of the segment, to the cent."""
        return yuan(self.exact)


class Settled(Struct, frozen=True):
    """What a payment cleared, in yuan; `surplus` is what was left when all was cleared."""

    on: date
    interest: Fraction
    principal: Fraction
    surplus: Fraction


class Account(Struct, frozen=True):
    """The reckoning: segments and settlements in order, `accrued` interest in all, what is still owed at the end."""

    segments: tuple[Segment, ...]
    settled: tuple[Settled, ...]
    accrued: Fraction
    interest_owed: Fraction
    principal_owed: Fraction

    @property
    def interest(self) -> Decimal:
        """All the interest that accrued, to the cent."""
        return yuan(self.accrued)


class _Stretch(Struct, frozen=True):
    begin: date
    finish: date
    quoted: Decimal | None
    asked: Decimal


def interest(
    principal: Decimal,
    rate: Rate,
    begin: date,
    finish: date,
    *,
    basis: Basis = "365",
    payments: Iterable[Payment] = (),
    ceilings: Iterable[Ceiling] = (),
    principal_first: bool = False,
) -> Account | None:
    """Interest on PRINCIPAL yuan from BEGIN to the day before FINISH; None where the index has no value on a day.

    Payments outside [begin, finish] are left out; one on `finish` still clears. Ceilings that overlap: the lowest.
    Raises ValueError for a negative sum, FINISH before BEGIN, or a rate neither fixed nor by index.
    """
    paid = sorted((p for p in payments if begin <= p.on <= finish), key=lambda p: p.on)
    if principal < 0 or any(p.amount < 0 for p in paid):
        raise ValueError("a sum below zero")
    stretches = _stretches(rate, begin, finish)
    if stretches is None:
        return None
    tops = tuple(ceilings)
    cuts = {p.on for p in paid} | {d for c in tops for d in (c.since, c.until) if d}
    return _reckon(principal, _cut(stretches, cuts), tops, basis, paid, finish, principal_first)


def delay_interest(principal: Decimal, begin: date, finish: date, payments: Iterable[Payment] = ()) -> Account | None:
    """The added part of the interest for delayed performance (加倍部分债务利息): the sum owed × 0.0175 % a day.

    PRINCIPAL is the debt without ordinary interest (art. 1), BEGIN the day the period for performance ends (art. 2),
    FINISH the day of performance (art. 3). Payments clear the debt first (art. 4). None for days before 2014-08-01.
    """
    row = read_table("delay_rates")[0]
    since, until = day(row["since"]), day(row["until"])
    if (since and begin < since) or (until and finish > until):
        return None
    rate = Rate(percent=Decimal(row["percent_day"]) * 365)
    return interest(principal, rate, begin, finish, payments=payments, principal_first=True)


def yuan(amount: Fraction) -> Decimal:
    """A sum to the cent, half a cent upwards."""
    with localcontext() as context:
        context.prec = _DIGITS
        return (Decimal(amount.numerator) / amount.denominator).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _stretches(rate: Rate, begin: date, finish: date) -> tuple[_Stretch, ...] | None:
    """The time cut where the index changes; None where it has no value."""
    if finish < begin:
        raise ValueError(f"{finish} before {begin}")
    if rate.percent is not None:
        return (_Stretch(begin, finish, None, rate.percent),)
    if rate.index is None:
        raise ValueError("a rate needs a percentage or an index")
    quoted = index_rates(rate.index, begin, finish)
    if quoted is None:
        return None
    return tuple(
        _Stretch(max(q.since, begin), min(q.until, finish), q.percent, rate.multiple * q.percent + rate.points)
        for q in quoted
    )


def _cut(stretches: Iterable[_Stretch], cuts: set[date]) -> Iterator[_Stretch]:
    for s in stretches:
        edges = [s.begin, *sorted(c for c in cuts if s.begin < c < s.finish), s.finish]
        for begin, finish in pairwise(edges):
            yield _Stretch(begin, finish, s.quoted, s.asked)


def _reckon(
    principal: Decimal,
    stretches: Iterable[_Stretch],
    ceilings: tuple[Ceiling, ...],
    basis: Basis,
    payments: list[Payment],
    finish: date,
    principal_first: bool,
) -> Account:
    """Walk through time: payments of a day before the segment that begins on it, those of the last day at the end."""
    owed, due, accrued = Fraction(principal), Fraction(0), Fraction(0)
    segments: list[Segment] = []
    settled: list[Settled] = []
    for s in [*stretches, None]:
        now = s.begin if s else finish
        while payments and payments[0].on <= now:
            one = _settle(payments.pop(0), owed, due, principal_first)
            owed, due = owed - one.principal, due - one.interest
            settled.append(one)
        if s and s.begin < s.finish:
            segment = _segment(s, owed, ceilings, basis)
            segments.append(segment)
            due, accrued = due + segment.exact, accrued + segment.exact
    return Account(tuple(segments), tuple(settled), accrued, due, owed)


def _settle(payment: Payment, owed: Fraction, due: Fraction, principal_first: bool) -> Settled:
    left = Fraction(payment.amount)
    to_principal = min(left, owed) if principal_first else min(max(left - due, Fraction(0)), owed)
    to_interest = min(left - to_principal, due)
    return Settled(payment.on, to_interest, to_principal, left - to_principal - to_interest)


def _segment(s: _Stretch, principal: Fraction, ceilings: tuple[Ceiling, ...], basis: Basis) -> Segment:
    tops = (c.percent for c in ceilings if (c.since or s.begin) <= s.begin and s.finish <= (c.until or s.finish))
    percent = min([s.asked, *tops])
    exact = principal * Fraction(percent) / 100 * _years(s.begin, s.finish, basis)
    return Segment(s.begin, s.finish, principal, s.quoted, s.asked, percent, exact)


def _years(begin: date, finish: date, basis: Basis) -> Fraction:
    """The part of a year from BEGIN up to FINISH by a basis."""
    if basis != "月":
        return Fraction((finish - begin).days, int(basis))
    months, days = whole_months(begin, finish)
    return Fraction(months, 12) + Fraction(days, 360)


def whole_months(begin: date, finish: date) -> tuple[int, int]:
    """Whole months from BEGIN (to the same-numbered day), and the days left over up to FINISH, which does not count."""
    months = (finish.year - begin.year) * 12 + finish.month - begin.month
    if add_months(begin, months) > finish:
        months -= 1
    return months, (finish - add_months(begin, months)) // timedelta(days=1)
