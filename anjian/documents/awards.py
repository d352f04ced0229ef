"""The items of a civil or administrative disposition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model_civil import Answer, Award

if TYPE_CHECKING:
    from .judgment import Judgment


def read_awards(j: Judgment) -> tuple[Award, ...]:
    """The items of a civil or administrative disposition."""
    return ()


def read_answers(j: Judgment) -> tuple[Answer, ...]:
    """What became of each claim of the first instance (or counterclaim), in the order of the claims."""
    return ()
