"""From which amount a tier of the criminal law begins, where a national text gives the number, dated.

`amount_tiers.csv`: charge (the full official name), subject (the drug, empty for money), tier (数额较大 · 数额巨大 ·
数额特别巨大 · 数量较大 · 数量大), low and high (the range in which each province sets the beginning; equal where the
number is national), eased (the amount from which the text lets special circumstances lead to that tier; equal to low
where it names none), unit (元 or 克), since, until (first day no longer in force), law, article, source, checked_on.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from msgspec import Struct

from .charges import known_charge
from .dated import day, in_force, read_table


class AmountTier(Struct, frozen=True):
    """Where a tier begins: between `low` and `high` as the province sets it, in special circumstances from `eased`."""

    charge: str
    subject: str
    tier: str
    low: Decimal
    high: Decimal
    eased: Decimal
    unit: str
    since: date | None
    until: date | None
    law: str
    article: str


def amount_tiers(charge: str, on: date, subject: str = "") -> tuple[AmountTier, ...]:
    """The tiers of a charge (lawful parts of selective ones too) on a day, lowest first; empty where unknown."""
    rows = _table().get((_official(charge), subject), ())
    return tuple(t for t in rows if in_force(t.since, t.until, on))


@lru_cache(maxsize=1024)
def _official(charge: str) -> str:
    known = known_charge(charge)
    return known.official if known else charge


@cache
def subjects() -> tuple[str, ...]:
    """The drugs the table knows, longest name first."""
    return tuple(sorted({subject for _, subject in _table() if subject}, key=len, reverse=True))


@cache
def _table() -> dict[tuple[str, str], tuple[AmountTier, ...]]:
    found: dict[tuple[str, str], list[AmountTier]] = {}
    for row in read_table("amount_tiers"):
        tier = AmountTier(
            row["charge"],
            row["subject"],
            row["tier"],
            Decimal(row["low"]),
            Decimal(row["high"]),
            Decimal(row["eased"]),
            row["unit"],
            day(row["since"]),
            day(row["until"]),
            row["law"],
            row["article"],
        )
        found.setdefault((tier.charge, tier.subject), []).append(tier)
    return {key: tuple(sorted(tiers, key=lambda t: t.low)) for key, tiers in found.items()}
