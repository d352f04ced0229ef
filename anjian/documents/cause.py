"""The cause of action (案由)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model_civil import Cause

if TYPE_CHECKING:
    from .judgment import Judgment


def read_cause(j: Judgment) -> Cause | None:
    """The cause of action (案由)."""
    return None
