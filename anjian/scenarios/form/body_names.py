"""Names of companies and other bodies, and their short forms, written with a character wrong, lost or added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.model import Party

from .common import MASK, one_off, places

_HAN = re.compile(r"[一-龥（）]+")
#: Characters that an abbreviation may lawfully drop or a full name add.
_LIGHT = frozenset("省市县区的（）")
_SHORTEST, _SHORTEST_ALIAS, _LONG = 6, 3, 7


#: Gives the names of everybody in the head and the signature.
Known = Callable[[Judgment], frozenset[str]]


class Drift(Struct, frozen=True):
    """A name that is nearly one of the head's: where it begins (plain), as written, whose, and the right one."""

    start: int
    written: str
    party: Party
    right: str


def result_drifts(judgment: Judgment, known: Known) -> Iterator[Drift]:
    """Full names with one character lost, in the result and the costs, where no other body is so called."""
    bodies = [p for p in judgment.parties if p.kind == "body" and _usable(p.name, True) and len(p.name) > _LONG]
    text = judgment.plain
    for cut in judgment.cuts if bodies else ():
        for party in bodies if cut.name in ("disposition", "fees") else ():
            at = text.find(party.name[0], cut.start, cut.end)
            while at >= 0:
                written = text[at : at + len(party.name) - 1]
                gone = _dropped(written, party.name) if written[-1] == party.name[-1] else None
                whole = gone and gone not in _LIGHT and text.count(written) == 1
                if whole and not any(text.startswith(name, at) or written == name for name in known(judgment) if name):
                    yield Drift(at, written, party, party.name)
                at = text.find(party.name[0], at + 1, cut.end)


def body_drifts(judgment: Judgment, roles: tuple[str, ...], stop: int, known: Known) -> Iterator[Drift]:
    """The misspelt names that begin right behind a role."""
    bodies = [p for p in judgment.parties if p.kind == "body" and not MASK.search(p.name)]
    names = [(n, p) for p in bodies for n in (p.name, *p.aliases) if _usable(n, n == p.name)]
    full = [p.name for p in judgment.parties]
    for at in _behind(judgment.plain, roles, stop, {c for n, _ in names for c in n[:2]}) if names else ():
        if any(judgment.plain.startswith(name, at) for name in known(judgment) if name):
            continue
        for name, party in names:
            written = _near(judgment.plain, at, name)
            if written and not any(_abbreviates(written, other) for other in full):
                yield Drift(at, written, party, name)
                break


def _behind(text: str, roles: tuple[str, ...], stop: int, first: set[str]) -> list[int]:
    """Where a role ends and one of the next two characters is one with which a name begins.

    Of a name with one character wrong, swapped, lost or added the first two are never both others.
    """
    places_of = [at for c in first for at in places(text, c, stop + 2)]
    return sorted(
        at for at in {*places_of, *(at - 1 for at in places_of)} if 0 < at <= stop and text.endswith(roles, 0, at)
    )


def _usable(name: str, full: bool) -> bool:
    least = _SHORTEST if full else _SHORTEST_ALIAS
    return len(name) >= least and _HAN.fullmatch(name) is not None and not MASK.search(name)


def _near(text: str, at: int, name: str) -> str | None:
    """What is written at a place, where it is the name with one character wrong, two swapped, one lost or added."""
    same = text[at : at + len(name)]
    if one_off(same, name) and _HAN.fullmatch(same) and not MASK.search(same) and same[-1] == name[-1]:
        return same
    if len(name) < _SHORTEST:
        return None
    lost, added = text[at : at + len(name) - 1], text[at : at + len(name) + 1]
    if lost[-1:] == name[-1] and (gone := _dropped(lost, name)) and gone not in _LIGHT:
        return lost
    if added[-1:] == name[-1] and (more := _dropped(name, added)) and more not in _LIGHT and _HAN.fullmatch(added):
        return added
    return None


def _dropped(short: str, long: str) -> str | None:
    """The character that the shorter lacks; None where the two differ otherwise."""
    for i, c in enumerate(long):
        if long[:i] + long[i + 1 :] == short:
            return c
    return None


def _abbreviates(written: str, name: str) -> bool:
    """Whether all characters of a wording stand in a name in the same order."""
    rest = iter(name)
    return all(c in rest for c in written)
