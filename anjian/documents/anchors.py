"""The words that readers and scenarios start from, all found in one pass over a document (Aho–Corasick).

A module registers its words once, where it is imported: `PROBATION = anchors("缓刑", "考验期")`. Then
`judgment.has(PROBATION)` tells whether any of them stands in the document and `judgment.spots(PROBATION)` where.
Asking costs next to nothing, so ask before any search that is only worth it where such a word stands.
"""

from __future__ import annotations

from bisect import bisect_left

from ahocorasick_rs import BytesAhoCorasick, Implementation
from msgspec import Struct

_REGISTER: dict[str, int] = {}
_automata: dict[tuple[int, int], BytesAhoCorasick] = {}


class Anchors(Struct, frozen=True):
    """Some words of the register, by their numbers there; `nested` where one of them begins with another."""

    words: tuple[str, ...]
    numbers: frozenset[int]
    nested: bool


def anchors(*words: str) -> Anchors:
    """Register words of two characters or more. Raises ValueError for shorter ones: they stand everywhere."""
    if short := [word for word in words if len(word) < 2]:
        raise ValueError(f"too short for an anchor: {short}")
    numbers = frozenset(_REGISTER.setdefault(word, len(_REGISTER)) for word in words)
    nested = any(word.startswith(other) and word != other for word in words for other in words)
    return Anchors(words, numbers, nested)


class Spots:
    """Which registered words stand in a plain text, and where."""

    __slots__ = ("_starts", "present")

    def __init__(self, plain: str) -> None:
        data, shift = plain.encode("utf-16-be", "surrogatepass"), 1
        if len(data) != 2 * len(plain):  # characters that UTF-16 writes with two units
            data, shift = plain.encode("utf-32-be", "surrogatepass"), 2
        across = (1 << shift) - 1
        starts: dict[int, list[int]] = {}
        for number, at, _ in _automaton(shift).find_matches_as_indexes(data, overlapping=True):
            if at & across:
                continue  # it begins within a character
            if number in starts:
                starts[number].append(at >> shift)
            else:
                starts[number] = [at >> shift]
        self._starts = starts
        self.present = set(starts)

    def of(self, wanted: Anchors, start: int = 0, end: int | None = None) -> list[int]:
        """Where any of the words begins within [start, end), in order."""
        present = wanted.numbers & self.present
        if not present:
            return []
        if len(present) == 1:
            (number,) = present
            spots = self._starts[number]
        else:
            spots = []
            for number in present:
                spots += self._starts[number]
            if wanted.nested:
                spots = list(set(spots))
            spots.sort()
        low = bisect_left(spots, start) if start else 0
        return spots[low:] if end is None else spots[low : bisect_left(spots, end)]

    def each(self, wanted: Anchors) -> list[tuple[int, list[int]]]:
        """The numbers of those of the words that stand in the text, each with where it begins: not to be changed."""
        starts = self._starts
        return [(number, starts[number]) for number in wanted.numbers & self.present]


def _automaton(shift: int) -> BytesAhoCorasick:
    """The automaton of all words registered so far, in characters of two bytes (shift 1) or four (2)."""
    size = len(_REGISTER)
    if (size, shift) not in _automata:
        for old in [key for key in _automata if key[0] != size]:
            del _automata[old]
        encoding = "utf-16-be" if shift == 1 else "utf-32-be"
        words = [word.encode(encoding) for word in _REGISTER]
        _automata[size, shift] = BytesAhoCorasick(words, implementation=Implementation.ContiguousNFA)
    return _automata[size, shift]
