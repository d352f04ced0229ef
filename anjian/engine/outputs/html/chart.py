"""The findings by family as bars."""

from __future__ import annotations

from dataclasses import dataclass

from anjian.scenarios.base import CERTAINTIES, FAMILIES, Certainty, Words

from ...run import Tally

WIDTH = 420.0


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a bar; `x` and `width` in units of the drawing."""

    certainty: Certainty
    count: int
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """The findings of one family."""

    family: str
    name: Words
    total: int
    pieces: tuple[Piece, ...]


def bars(tally: Tally, family_of: dict[str, str]) -> list[Bar]:
    """One bar for each family that has findings; the longest is WIDTH wide."""
    counts: dict[str, dict[Certainty, int]] = {}
    for (code, certainty), count in tally.scenario.items():
        family = counts.setdefault(family_of[code], dict.fromkeys(CERTAINTIES, 0))
        family[certainty] += count
    longest = max((sum(c.values()) for c in counts.values()), default=1)
    return [_bar(family, counts[family], WIDTH / longest) for family in FAMILIES if family in counts]


def _bar(family: str, counts: dict[Certainty, int], unit: float) -> Bar:
    pieces, x = [], 0.0
    for certainty in CERTAINTIES:
        if counts[certainty]:
            pieces.append(Piece(certainty, counts[certainty], round(x, 2), round(counts[certainty] * unit, 2)))
            x += counts[certainty] * unit
    return Bar(family, Words(*FAMILIES[family]), sum(counts.values()), tuple(pieces))
