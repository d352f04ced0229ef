"""The words that readers and scenarios start from, all found in one pass over a document (Aho–Corasick).

A module registers its words once, where it is imported: `PROBATION = anchors("缓刑", "考验期")`. Then
`judgment.has(PROBATION)` tells whether any of them stands in the document and `judgment.spots(PROBATION)` where.
Asking costs next to nothing, so ask before any search that is only worth it where such a word stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

_REGISTER: dict[str, int] = {}
_automata: dict[int, AhoCorasick] = {}


@dataclass(frozen=True, slots=True)
class Anchors:
    """Some words of the register, by their numbers there."""

    words: tuple[str, ...]
    numbers: frozenset[int]


def anchors(*words: str) -> Anchors:
    """Register words of two characters or more. Raises ValueError for shorter ones: they stand everywhere."""
    if short := [word for word in words if len(word) < 2]:
        raise ValueError(f"too short for an anchor: {short}")
    return Anchors(words, frozenset(_REGISTER.setdefault(word, len(_REGISTER)) for word in words))


class Spots:
    """Which registered words stand in a plain text, and where."""

    __slots__ = ("_matches", "_starts", "present")

    def __init__(self, plain: str) -> None:
        self._matches = _automaton().find_matches_as_indexes(plain, overlapping=True)
        self.present = {number for number, _, _ in self._matches}
        self._starts: dict[int, list[int]] | None = None

    def of(self, wanted: Anchors, start: int = 0, end: int | None = None) -> list[int]:
        """Where any of the words begins within [start, end), in order."""
        if wanted.numbers.isdisjoint(self.present):
            return []
        if self._starts is None:
            self._starts = {}
            for number, at, _ in self._matches:
                self._starts.setdefault(number, []).append(at)
        spots = [at for number in wanted.numbers & self.present for at in self._starts[number]]
        if len(wanted.numbers) > 1:
            spots = sorted(set(spots))
        if start or end is not None:
            spots = [at for at in spots if start <= at and (end is None or at < end)]
        return spots


def _automaton() -> AhoCorasick:
    """The automaton of all words registered so far."""
    size = len(_REGISTER)
    if size not in _automata:
        _automata.clear()
        _automata[size] = AhoCorasick(tuple(_REGISTER), implementation=Implementation.DFA)
    return _automata[size]
