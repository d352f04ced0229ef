"""Items of damages and their formulas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model_civil import Damage

if TYPE_CHECKING:
    from .judgment import Judgment


def read_damages(j: Judgment) -> tuple[Damage, ...]:
    """Items of damages and their formulas."""
    return ()
