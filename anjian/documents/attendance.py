"""Who did not come, and how they were called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model import Place
from .model_civil import Absence

if TYPE_CHECKING:
    from .judgment import Judgment


def read_absences(j: Judgment) -> tuple[Absence, ...]:
    """Who did not come, and how they were called."""
    return ()


def read_announcement(j: Judgment) -> Place | None:
    """Where the document says that it was served by public announcement (公告送达), or None."""
    return None
