"""Clauses of interest: base, rate, start and end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model_civil import Interest

if TYPE_CHECKING:
    from .judgment import Judgment


def read_interest(j: Judgment) -> tuple[Interest, ...]:
    """Clauses of interest: base, rate, start and end."""
    return ()
