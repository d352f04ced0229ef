"""Names of civil causes of action (民事案件案由规定).

The lists at hand are names only, not complete for every edition. A name the table does not hold is unknown, not
wrong. `since` is the first day a list attests a name, so the days before it are unknown too; only `until` ends one.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec import Struct

from anjian.law.dated import day, read_table

_DROPPED = str.maketrans("", "", "“”\"'‘’ \t\r\n　")
_BRACKETS = str.maketrans("(),，", "（）、、")


class NamedCause(Struct, frozen=True):
    """One cause of action: used up to, not including, `until` (None: still used), then called `replaced_by`."""

    name: str
    since: date | None
    until: date | None
    replaced_by: str
    source: str
    checked_on: date | None


@cache
def _causes() -> dict[str, NamedCause]:
    rows = read_table("causes")
    return {
        r["name"]: NamedCause(
            r["name"], day(r["since"]), day(r["until"]), r["replaced_by"], r["source"], day(r["checked_on"])
        )
        for r in rows
    }


def plain_cause(name: str) -> str:
    """The comparable form of a cause as written: quotes and spaces dropped, brackets and separators unified."""
    return name.translate(_DROPPED).translate(_BRACKETS)


def known_cause(name: str) -> NamedCause | None:
    """The cause of that name, of whatever time; None when the table does not hold it."""
    return _causes().get(plain_cause(name))


def cause_named(name: str, on: date) -> NamedCause | None:
    """The cause of that name in use on a day; None when unknown or, where `known_cause`, no longer used then."""
    found = known_cause(name)
    return found if found and (found.until is None or on < found.until) else None


def nearest_cause(name: str, on: date) -> str | None:
    """The name in use on a day of which an unknown one is a likely slip of one character (wrong, missing, swapped).

    None for a known name, a name shorter than five characters, or where two names are equally near.
    """
    wrong = plain_cause(name)
    if wrong in _causes() or len(wrong) < 5:
        return None
    near = [c.name for c in _causes().values() if _one_slip(wrong, c.name) and cause_named(c.name, on)]
    return near[0] if len(near) == 1 else None


def _one_slip(wrong: str, right: str) -> bool:
    if abs(len(wrong) - len(right)) > 1:
        return False
    head = 0
    while head < min(len(wrong), len(right)) and wrong[head] == right[head]:
        head += 1
    a, b = wrong[head:], right[head:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[:2][::-1] and a[2:] == b[2:])
