"""The register of fixed phrases beside this module, and the search for misspelt ones.

`phrases.csv`: a fixed phrase, where it is split in two, which of its halves are trusted to find it
(left, right, both), and the rightful wordings one character away.
`misspellings.csv`: a wrong wording, the right one, and longer words that hold the wrong one rightfully.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
from msgspec import Struct

_WINDOW = 6


class Misspelt(Struct, frozen=True):
    """A wrong wording found in plain text: plain indexes, and the right wording."""

    start: int
    end: int
    right: str


class _Half(Struct, frozen=True):
    """A half of a phrase that gives the other half away: `rest` must follow (or stand before) it."""

    phrase: str
    half: str
    rest: str
    follows: bool
    also: frozenset[str]

    def nearly_at(self, text: str, start: int) -> Misspelt | None:
        """The phrase with the rest misspelt, where the half begins at `start`."""
        end, size = start + len(self.half), len(self.rest)
        beside = text[end : end + size] if self.follows else text[max(start - size, 0) : start]
        length = _one_off(beside, self.rest, self.follows)
        if not length:
            return None
        found = Misspelt(start, end + length, self.phrase)
        if not self.follows:
            found = Misspelt(start - length, end, self.phrase)
        return None if text[found.start : found.end] in self.also else found


class _Register(Struct, frozen=True):
    """The words looked for: `words[right:]` are more than rightful wordings.

    `clues` tells for each of these which characters may stand among the two behind it, and among the two before it,
    where it is a half of a misspelt phrase; None for a wrong wording.
    """

    finder: AhoCorasick
    words: tuple[str, ...]
    right: int
    clues: tuple[tuple[frozenset[str], frozenset[str]] | None, ...]
    wrong: dict[str, tuple[str, tuple[str, ...]]]
    halves: dict[str, tuple[_Half, ...]]


def misspelt(text: str, stop: int) -> list[Misspelt]:
    """Every misspelt fixed phrase that begins before `stop`, in order, none overlapping another."""
    register = _register()
    right, clues = register.right, register.clues
    out: list[Misspelt] = []
    taken = 0
    for index, start, end in register.finder.find_matches_as_indexes(text):
        if index < right:
            continue
        clue = clues[index - right]
        if clue:
            behind, before = clue
            if behind.isdisjoint(text[end : end + 2]) and (
                not before or before.isdisjoint(text[max(start - 2, 0) : start])
            ):
                continue
        if start >= stop:
            break
        word = register.words[index]
        found = _known(register, text, word, start, end) or _near(register, text, word, start)
        if found and found.start >= taken:
            taken = found.end
            out.append(found)
    return out


def _known(register: _Register, text: str, word: str, start: int, end: int) -> Misspelt | None:
    if word not in register.wrong:
        return None
    right, unless = register.wrong[word]
    around = text[max(start - _WINDOW, 0) : end + _WINDOW]
    return None if any(rightful in around for rightful in unless) else Misspelt(start, end, right)


def _near(register: _Register, text: str, word: str, start: int) -> Misspelt | None:
    for half in register.halves.get(word, ()):
        if found := half.nearly_at(text, start):
            return found
    return None


def _one_off(beside: str, rest: str, follows: bool) -> int:
    """How much of the text beside a half is the other half with one character wrong or left out; 0 for none."""
    apart = [i for i, (a, b) in enumerate(zip(beside, rest, strict=False)) if a != b]
    if len(beside) == len(rest) and len(apart) == 1:
        return len(rest) if _is_han(beside[apart[0]]) else 0
    # the first one apart is the one lost, where there is as much text as rest
    next_to_right = apart[:1] if follows else apart[-1:]
    for i in next_to_right if len(beside) == len(rest) else range(len(rest)):
        if i == (len(rest) - 1 if follows else 0):
            continue
        short = rest[:i] + rest[i + 1 :]
        if len(short) > 1 and (beside.startswith(short) if follows else beside.endswith(short)):
            return len(short)
    return 0


def _is_han(character: str) -> bool:
    return "一" <= character <= "龥"


@cache
def _register() -> _Register:
    wrong = {r["wrong"]: (r["right"], tuple(filter(None, r["unless"].split(";")))) for r in _rows("misspellings")}
    halves: dict[str, tuple[_Half, ...]] = {}
    rightful: set[str] = set()
    for row in _rows("phrases"):
        rightful |= {row["phrase"], *filter(None, row["also"].split(";"))}
        for half in _halves(row):
            halves[half.half] = (*halves.get(half.half, ()), half)
    right = [word for word in rightful if word not in wrong and word not in halves]
    more = tuple(dict.fromkeys([*wrong, *halves]))
    finder = AhoCorasick(
        [*right, *more], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )
    clues = tuple(None if word in wrong else _clue(halves[word]) for word in more)
    return _Register(finder, (*right, *more), len(right), clues, wrong, halves)


def _clue(halves: tuple[_Half, ...]) -> tuple[frozenset[str], frozenset[str]] | None:
    """The two characters of the rest that are next to a half: of a rest with one slip, one of them is there."""
    if any(len(half.rest) < 2 for half in halves):
        return None
    behind = frozenset(character for half in halves if half.follows for character in half.rest[:2])
    before = frozenset(character for half in halves if not half.follows for character in half.rest[-2:])
    return behind, before


def _halves(row: dict[str, str]) -> Iterator[_Half]:
    phrase, at = row["phrase"], int(row["split"])
    also = frozenset(row["also"].split(";"))
    if row["ends"] in ("left", "both"):
        yield _Half(phrase, phrase[:at], phrase[at:], True, also)
    if row["ends"] in ("right", "both"):
        yield _Half(phrase, phrase[at:], phrase[:at], False, also)


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
