"""What an enforcement document tells of its case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model_civil import Enforcement

if TYPE_CHECKING:
    from .judgment import Judgment


def read_enforcement(j: Judgment) -> Enforcement | None:
    """What an enforcement document tells of its case."""
    return None
