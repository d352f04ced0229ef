"""The register of fixed phrases beside this module, and the search for misspelt ones.

`phrases.csv`: a fixed phrase, where it is split in two, which of its halves are trusted to find it
(left, right, both), parts of it one of which at least is left whole when a character of the other half is wrong or
lost (by them a document is asked whether to search it), and the rightful wordings one character away.
`misspellings.csv`: a wrong wording, the right one, and longer words that hold the wrong one rightfully.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from anjian.documents import Judgment
from anjian.documents.anchors import Anchors, anchors

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
    half: str
    rest: str
    follows: bool
    also: frozenset[str]
    parts: tuple[str, ...]

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


@dataclass(frozen=True, slots=True)
class _Register:
    finder: AhoCorasick
    words: tuple[str, ...]
    wrong: dict[str, tuple[str, tuple[str, ...]]]
    halves: dict[str, tuple[_Half, ...]]


def may_misspell(judgment: Judgment) -> bool:
    """Whether `misspelt` may find anything in a document: a wrong wording or a phrase that is not as it should be."""
    text, asked = judgment.plain, _ASKED
    if judgment.has(asked.wrong) or any(character in text for character in asked.characters):
        return True
    for number, spots in judgment.spots_each(asked.parts):
        for back, phrases, halves in asked.about[number]:
            for at in spots:
                if not text.startswith(phrases, at - back) and _wrong_half(text, at, halves):
                    return True
    return False


def _wrong_half(text: str, at: int, halves: _Places) -> bool:
    return any(text.startswith(half.half, at + behind) and half.nearly_at(text, at + behind) for behind, half in halves)


def misspelt(text: str, stop: int) -> Iterator[Misspelt]:
    """Every misspelt fixed phrase that begins before `stop`, in order, none overlapping another."""
    register = _register()
    taken = 0
    for index, start, end in register.finder.find_matches_as_indexes(text):
        if start >= stop:
            return
        word = register.words[index]
        found = _known(register, text, word, start, end) or _near(register, text, word, start)
        if found and found.start >= taken:
            taken = found.end
            yield found


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
        rightful |= {row["phrase"], *filter(None, row["also"].split(";"))}
        for half in _halves(row):
            halves[half.half] = (*halves.get(half.half, ()), half)
    words = tuple(dict.fromkeys([*wrong, *rightful, *halves]))
    finder = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA)
    return _Register(finder, words, wrong, halves)


def _halves(row: dict[str, str]) -> Iterator[_Half]:
    phrase, at = row["phrase"], int(row["split"])
    also, parts = frozenset(row["also"].split(";")), tuple(row["parts"].split(";"))
    if row["ends"] in ("left", "both"):
        yield _Half(phrase, phrase[:at], phrase[at:], True, also, parts)
    if row["ends"] in ("right", "both"):
        yield _Half(phrase, phrase[at:], phrase[:at], False, also, parts)


_Places = tuple[tuple[int, _Half], ...]
_About = tuple[int, tuple[str, ...], _Places]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a document is asked for: wrong wordings, those of one character, parts of phrases.

    `about`: for the number of a part, how far back phrases begin of which one standing there shuts out the others'
    being misspelt, these phrases, and how far behind the part their halves may begin.
    """

    wrong: Anchors
    characters: tuple[str, ...]
    parts: Anchors
    about: dict[int, list[_About]]


def _read_asked() -> _Asked:
    halves: dict[tuple[str, int, str], list[tuple[int, _Half]]] = {}
    for half in (half for row in _rows("phrases") for half in _halves(row)):
        begins, lost = (0, 1) if half.follows else (len(half.rest), -1)  # a lost character moves the half by one
        for part, back in _parts(half):
            behind = begins - back
            halves.setdefault((part, back, half.phrase), []).extend([(behind, half), (behind + lost, half)])
    about: dict[int, list[_About]] = {}
    for (part, back, phrase), places in halves.items():
        known = about.setdefault(min(anchors(part).numbers), [])
        new: _About = (back, (phrase,), tuple(places))
        same = next((old for old in known if old[0] == back and _shut_out(old, new) and _shut_out(new, old)), None)
        if same:
            known.remove(same)
            new = (back, (*same[1], phrase), (*same[2], *places))
        known.append(new)
    wrong = [row["wrong"] for row in _rows("misspellings")]
    return _Asked(
        anchors(*(word for word in wrong if len(word) > 1)),
        tuple(word for word in wrong if len(word) == 1),
        anchors(*(part for part, _, _ in halves)),
        about,
    )


def _shut_out(standing: _About, other: _About) -> bool:
    """Whether no half of the other has its rest misspelt where any of the phrases stands, whatever is about that."""
    for phrase in standing[1]:
        for behind, half in other[2]:
            start = standing[0] + behind
            end = start + len(half.half)
            within = start >= 0 and end <= len(phrase)
            if within and phrase[start:end] != half.half:
                continue
            first, last = (start, end + len(half.rest)) if half.follows else (start - len(half.rest), end)
            if not 0 <= first <= last <= len(phrase) or half.nearly_at(phrase, start):
                return False
    return True


def _parts(half: _Half) -> set[tuple[str, int]]:
    """The parts to ask for, and where they begin in the phrase. Raises ValueError where a slip may leave none whole."""
    found = set()
    first = len(half.half) if half.follows else 0
    for wrong in range(first, first + len(half.rest)):
        whole = (
            (part, at) for part in half.parts for at in _places(half.phrase, part) if not at <= wrong < at + len(part)
        )
        chosen = next(whole, None)
        if chosen is None:
            raise ValueError(f"{half.phrase}: no part without the character at {wrong}")
        found.add(chosen)
    return found


def _places(phrase: str, part: str) -> list[int]:
    return [at for at in range(len(phrase)) if phrase.startswith(part, at)]


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__package__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


_ASKED = _read_asked()
