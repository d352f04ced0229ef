"""Sums of money for the scenarios of this family: added up, and as a person writes them."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

CENT = Decimal("0.01")


def total(values: Iterable[Decimal]) -> Decimal:
    """The sum, exact."""
    return sum(values, Decimal(0))


def money(value: Decimal) -> str:
    """A sum in yuan to the cent without idle noughts: 1150, 25.5."""
    text = f"{value.quantize(CENT):f}"
    return text.rstrip("0").rstrip(".")
