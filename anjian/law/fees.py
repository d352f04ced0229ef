"""What a court fee is by the tariff in force on a day (诉讼费用交纳办法, arts 8, 13 to 16, 18), step by step.

`fee_kinds.csv`: kind, fee (案件受理费 or 申请费), halvable (1: the rules on halving reach it), base (the kind whose
brackets it borrows), share (the part of them it takes), ceiling (yuan), other_names (parted by |), english.
`fee_brackets.csv`: kind, amount (有: only where a sum is in dispute, 无: only where none is, empty: either), start
and end (yuan; the bracket is what lies above start and up to end), then low and high (yuan a case, equal where the
tariff leaves no choice) or rate (per cent of the part in the bracket). Both: since, until, law, article, item
(（二）1), source, checked_on. Before 2007-04-01 nothing is known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from msgspec import Struct

from .dated import Row, Spans, day, in_force, read_table

CENT = Decimal("0.01")
YUAN = Decimal(1)
#: The provisions on halving: mediation and withdrawal, simple procedure, counterclaims heard together.
HALVING_ARTICLES = ("15", "16", "18")


class FeeKind(Struct, frozen=True):
    """One kind of fee. `share` is the part of `base`'s brackets it takes; `ceiling` the most it comes to, in yuan."""

    name: str
    fee: str
    halvable: bool
    base: str | None
    share: Fraction
    ceiling: Decimal | None
    other_names: tuple[str, ...]
    english: str
    since: date | None
    until: date | None
    law: str
    article: str
    item: str
    source: str


class FeeStep(Struct, frozen=True):
    """What one bracket adds: between `low` and `high` yuan. `rate` per cent, None for a sum a case.

    `start` and `end` are the tariff's own borders (end None: no upper border); `part` the yuan the rate is taken of.
    """

    start: Decimal
    end: Decimal | None
    rate: Decimal | None
    part: Decimal
    low: Decimal
    high: Decimal
    article: str
    item: str


class FeeResult(Struct, frozen=True):
    """The fee in yuan, unrounded: `low` to `high`, one number unless the tariff leaves a band to the provinces.

    `steps` add up to the fee before the kind's share is taken, its ceiling applied (`capped`) and it is halved.
    """

    kind: FeeKind
    amount: Decimal | None
    low: Decimal
    high: Decimal
    steps: tuple[FeeStep, ...]
    capped: bool
    halved: bool

    @property
    def rounded(self) -> tuple[Decimal, Decimal]:
        """Low and high to the cent, a half cent upwards. The tariff itself has no rule of rounding."""
        return self.low.quantize(CENT, ROUND_HALF_UP), self.high.quantize(CENT, ROUND_HALF_UP)

    def agrees(self, charged: Decimal) -> bool:
        """Whether a sum charged is this fee, rounded to a cent or to a whole yuan either way, as courts do."""
        return self.low.quantize(YUAN, ROUND_FLOOR) <= charged <= self.high.quantize(YUAN, ROUND_CEILING)


def court_fee(kind: str, amount: Decimal | None, on: date, *, halved: bool = False) -> FeeResult | None:
    """The fee of a kind (any name of `fee_kind`) for a sum in dispute, by the tariff of the day of filing.

    AMOUNT in yuan: for an appeal the sum it disputes (art. 17), None where no sum is in dispute; a kind whose fee
    does not depend on it ignores it. HALVED takes half, once (arts 15, 16, 18).
    None: unknown kind, a day without a tariff, a kind that needs an amount without one, an application fee halved.
    Raises ValueError for an amount below zero.
    """
    if amount is not None and amount < 0:
        raise ValueError(f"an amount in dispute below zero: {amount}")
    found = fee_kind(kind, on)
    if found is None or (halved and not found.halvable):
        return None
    steps = tuple(_steps(found, amount, on))
    if not steps:
        return None
    before = [_share(found, sum((getattr(s, end) for s in steps), Decimal(0))) for end in ("low", "high")]
    after = [min(value, found.ceiling) if found.ceiling is not None else value for value in before]
    low, high = (value / 2 for value in after) if halved else after
    return FeeResult(found, amount, low, high, steps, after != before, halved)


def fee_kind(name: str, on: date) -> FeeKind | None:
    """The kind of that name (财产, 财产案件, 撤销仲裁裁决 …) in the tariff of a day; None where there is none."""
    found = _by_name().get(name)
    return found.on(on) if found else None


def fee_kinds(on: date | None = None) -> tuple[FeeKind, ...]:
    """Every kind of the tariff of a day, or every kind known."""
    return tuple(k for k in _kinds() if on is None or in_force(k.since, k.until, on))


def _steps(kind: FeeKind, amount: Decimal | None, on: date) -> Iterator[FeeStep]:
    """The brackets that the amount reaches; the first is reached by any."""
    wrong = "有" if amount is None else "无"
    own = [b for b in _brackets().get(kind.name, ()) if b.amount != wrong]
    for bracket in own or [b for b in _brackets().get(kind.base or "", ()) if b.amount != wrong]:
        if in_force(bracket.since, bracket.until, on) and (not bracket.start or (amount or 0) > bracket.start):
            yield _step(bracket, amount or Decimal(0))


def _step(bracket: _Bracket, amount: Decimal) -> FeeStep:
    start, end, rate = bracket.start, bracket.end, bracket.rate
    part = (amount if end is None else min(amount, end)) - start
    fee = None if rate is None else part * rate / 100
    low, high = (bracket.low, bracket.high) if fee is None else (fee, fee)
    return FeeStep(start, end, rate, part, low, high, bracket.article, bracket.item)


def _share(kind: FeeKind, value: Decimal) -> Decimal:
    return value * kind.share.numerator / kind.share.denominator


class _Bracket(Struct, frozen=True):
    """A row of the table of brackets; `low` and `high` are nought where it has a rate."""

    amount: str
    start: Decimal
    end: Decimal | None
    low: Decimal
    high: Decimal
    rate: Decimal | None
    since: date | None
    until: date | None
    article: str
    item: str


def _bracket(row: Row) -> _Bracket:
    end = Decimal(row["end"]) if row["end"] else None
    rate = Decimal(row["rate"]) if row["rate"] else None
    low, high = Decimal(row["low"] or 0), Decimal(row["high"] or 0)
    since, until = day(row["since"]), day(row["until"])
    return _Bracket(
        row["amount"], Decimal(row["start"]), end, low, high, rate, since, until, row["article"], row["item"]
    )


@cache
def _brackets() -> dict[str, tuple[_Bracket, ...]]:
    found: dict[str, list[_Bracket]] = {}
    for row in read_table("fee_brackets"):
        found.setdefault(row["kind"], []).append(_bracket(row))
    return {kind: tuple(rows) for kind, rows in found.items()}


@cache
def _by_name() -> dict[str, Spans[FeeKind]]:
    """The kinds by each of their names."""
    found: dict[str, list[FeeKind]] = {}
    for kind in _kinds():
        for name in dict.fromkeys((kind.name, *kind.other_names)):
            found.setdefault(name, []).append(kind)
    return {name: Spans((k.since, k.until, k) for k in kinds) for name, kinds in found.items()}


@cache
def _kinds() -> tuple[FeeKind, ...]:
    return tuple(
        FeeKind(
            row["kind"],
            row["fee"],
            row["halvable"] == "1",
            row["base"] or None,
            Fraction(row["share"] or 1),
            Decimal(row["ceiling"]) if row["ceiling"] else None,
            tuple(row["other_names"].split("|")),
            row["english"],
            day(row["since"]),
            day(row["until"]),
            row["law"],
            row["article"],
            row["item"],
            row["source"],
        )
        for row in read_table("fee_kinds")
    )
