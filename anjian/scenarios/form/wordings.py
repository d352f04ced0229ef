"""The register of fixed phrases beside this module, and the search for misspelt ones.

`phrases.csv`: a fixed phrase, where it is split in two, which of its halves are trusted to find it
(left, right, both), and the rightful wordings one character away. `misspellings.csv`: a wrong wording,
the right one, and longer words that hold the wrong one rightfully.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

_WINDOW = 6


@dataclass(frozen=True, slots=True)
class Misspelt:
    """A wrong wording found in plain text: plain indexes, and the right wording."""

    start: int
    end: int
    right: str


@dataclass(frozen=True, slots=True)
class _Half:
    """A half of a phrase that gives the other half away: `rest` must follow (or stand before) it."""

    phrase: str
    rest: str
    follows: bool
    also: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Register:
    finder: AhoCorasick
    words: tuple[str, ...]
    wrong: dict[str, tuple[str, tuple[str, ...]]]
    halves: dict[str, tuple[_Half, ...]]


def misspelt(text: str, stop: int) -> Iterator[Misspelt]:
    """Every misspelt fixed phrase that begins before `stop`, in order, none overlapping another."""
    register = _register()
    taken = 0
    for index, start, end in register.finder.find_matches_as_indexes(text):
        if start >= stop:
            return
        word = register.words[index]
        found = _known(register, text, word, start, end) or _near(register, text, word, start, end)
        if found and found.start >= taken:
            taken = found.end
            yield found


def _known(register: _Register, text: str, word: str, start: int, end: int) -> Misspelt | None:
    if word not in register.wrong:
        return None
    right, unless = register.wrong[word]
    around = text[max(start - _WINDOW, 0) : end + _WINDOW]
    return None if any(rightful in around for rightful in unless) else Misspelt(start, end, right)


def _near(register: _Register, text: str, word: str, start: int, end: int) -> Misspelt | None:
    for half in register.halves.get(word, ()):
        size = len(half.rest)
        beside = text[end : end + size] if half.follows else text[max(start - size, 0) : start]
        length = _one_off(beside, half.rest, half.follows)
        if length:
            found = Misspelt(start, end + length, half.phrase)
            if not half.follows:
                found = Misspelt(start - length, end, half.phrase)
            if text[found.start : found.end] not in half.also:
                return found
    return None


def _one_off(beside: str, rest: str, follows: bool) -> int:
    """How much of the text beside a half is the other half with one character wrong or left out; 0 for none."""
    apart = [i for i, (a, b) in enumerate(zip(beside, rest, strict=False)) if a != b]
    if len(beside) == len(rest) and len(apart) == 1:
        return len(rest) if _is_han(beside[apart[0]]) else 0
    for i in range(len(rest) - 1) if follows else range(1, len(rest)):
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
        phrase, at, also = row["phrase"], int(row["split"]), frozenset(row["also"].split(";"))
        rightful |= {phrase, *filter(None, also)}
        left, right = phrase[:at], phrase[at:]
        if row["ends"] in ("left", "both"):
            halves[left] = (*halves.get(left, ()), _Half(phrase, right, True, also))
        if row["ends"] in ("right", "both"):
            halves[right] = (*halves.get(right, ()), _Half(phrase, left, False, also))
    words = tuple(dict.fromkeys([*wrong, *rightful, *halves]))
    finder = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return _Register(finder, words, wrong, halves)


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
