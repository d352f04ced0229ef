"""The official names of crimes (罪名), dated.

A name is official from the day of the list or supplement that brought it until the day one replaced or
cancelled it. A selective charge (选择性罪名) is official in every lawful part of it: 走私、贩卖、运输、制造毒品罪 also
as 贩卖毒品罪 or 贩卖、运输毒品罪. In the table a selective name is written with its choices in braces,
{走私|贩卖|运输|制造}毒品; one or more choices of every brace, joined by 、, make an official name. Braces may
stand inside a choice.

Source: the prosecution's 1997 list and the eight joint supplements of the two highest organs. The court's own
1997 list differs in a few names; those are taken from the supplement of 2002, which settled them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise, product

from msgspec import Struct
from msgspec.structs import replace

from .dated import in_force, read_table

#: Names less alike than this are not meant for each other.
_ALIKE = 0.5
_BORDERS = ("国（边）境", "国境", "边境")  # the law names both; a judgment may name the one crossed
_CLEAN = str.maketrans({"(": "（", ")": "）", ",": "、", "，": "、", "帐": "账", " ": None, "\u3000": None})


class Charge(Struct, frozen=True):
    """A charge as named. `official` is the full name in the list; `articles` are bare numbers (264, 133-1).

    `provisions` are the same with paragraphs where the list gives them (115(1)); `penalty` are the paragraphs
    that set its tiers, `unit_penalty` those for the persons responsible in a crime by a unit. `until` is the
    first day the name no longer is official, None while it is.
    """

    name: str
    official: str
    articles: tuple[str, ...]
    since: date
    until: date | None
    source: str
    replaced_by: tuple[str, ...] = ()
    provisions: tuple[str, ...] = ()
    penalty: tuple[str, ...] = ()
    unit_penalty: tuple[str, ...] = ()


def charge_on(name: str, day: date) -> Charge | None:
    """The charge if NAME, with or without the final 罪, is official on DAY (the day of the judgment).

    None otherwise. A court that applies the older, milder law to an earlier offence may lawfully use the name of
    that time: ask `known_charge` before calling a name wrong.
    """
    for charge in _charges(name):
        if in_force(charge.since, charge.until, day):
            return charge
    return None


def known_charge(name: str) -> Charge | None:
    """The charge if NAME is or ever was official, the latest one where a name came twice; else None."""
    found = _charges(name)
    return found[0] if len(found) == 1 else max(found, key=lambda c: c.since, default=None)


@lru_cache(maxsize=8192)
def nearest_charge(name: str) -> str | None:
    """The official name, of today's and parts of them, that looks most like NAME; None if none does."""
    import difflib  # only messages need it, and it is slow to load

    bare = _bare(name)
    best: tuple[float, str] = (_ALIKE, "")
    compared = difflib.SequenceMatcher(b=bare)
    for most, other in _by_common_characters(bare):
        if most < best[0]:
            break
        compared.set_seq1(other)
        best = max(best, (compared.ratio(), other))
    return f"{best[1]}罪" if best[1] else None


def _by_common_characters(bare: str) -> list[tuple[float, str]]:
    """Today's names with the most they can be like another name, which is told by the characters they share."""
    names, with_character = _current()
    shared: Counter[int] = Counter()
    for character, times in Counter(bare).items():
        for nth in range(1, times + 1):
            shared.update(with_character.get((character, nth), ()))
    most = ((2.0 * common / (len(bare) + len(names[at])), names[at]) for at, common in shared.items())
    return sorted((m for m in most if m[0] >= _ALIKE), reverse=True)


@cache
def _current() -> tuple[list[str], dict[tuple[str, int], list[int]]]:
    """The names of today and, of each character and how often it stands there at least, the names by number."""
    table = read_table("charges")
    names = [n for n, rows in _names().items() if any(not table[i]["until"] for i in rows)]
    found: dict[tuple[str, int], list[int]] = {}
    for at, name in enumerate(names):
        for character, times in Counter(name).items():
            for nth in range(1, times + 1):
                found.setdefault((character, nth), []).append(at)
    return names, found


def parts(pattern: str) -> list[str]:
    """All names a pattern stands for: every choice and every set of choices in order."""
    pieces: list[list[str]] = []
    for text, choices in _braces(pattern):
        pieces.append([text])
        if choices:
            pieces.append(_subsets([parts(c) for c in choices]))
    return ["".join(p) for p in product(*pieces)]


def _subsets(choices: list[list[str]]) -> list[str]:
    found: list[str] = []
    for mask in range(1, 1 << len(choices)):
        chosen = [c for i, c in enumerate(choices) if mask >> i & 1]
        found += ["、".join(p) for p in product(*chosen)]
    return found


def _braces(pattern: str) -> Iterator[tuple[str, list[str]]]:
    """Literal text and the choices of the outermost brace after it."""
    start = 0
    while (opening := pattern.find("{", start)) >= 0:
        depth, at, cuts = 1, opening, [opening]
        while depth:
            at += 1
            depth += {"{": 1, "}": -1}.get(pattern[at], 0)
            if depth == 1 and pattern[at] == "|":
                cuts.append(at)
        cuts.append(at)
        yield pattern[start:opening], [pattern[a + 1 : b] for a, b in pairwise(cuts)]
        start = at + 1
    yield pattern[start:], []


def _regex(pattern: str) -> str:
    out = ""
    for text, choices in _braces(pattern):
        out += re.escape(text)
        if choices:
            one = "(?:" + "|".join(_regex(c) for c in choices) + ")"
            out += f"{one}(?:、{one})*"
    return out


@lru_cache(maxsize=8192)
def _charges(name: str) -> tuple[Charge, ...]:
    bare = _bare(name)
    rows = _names().get(bare) or (_reordered(bare) if "、" in bare else ())
    return tuple(_as_named(_charge(i), bare) for i in rows)


def _reordered(bare: str) -> tuple[int, ...]:
    """Rows of a selective charge whose choices stand in another order than the list's."""
    rows = _letters().get("".join(sorted(bare)), ())
    return tuple(i for i in rows if re.fullmatch(_compiled(i), bare))


def _as_named(charge: Charge, bare: str) -> Charge:
    if charge.official == f"{bare}罪":
        return charge
    return replace(charge, name=f"{bare}罪")


def _bare(name: str) -> str:
    return name.translate(_CLEAN).removesuffix("罪")


@cache
def _charge(i: int) -> Charge:
    """The charge in row I of the table."""
    row = read_table("charges")[i]

    def cells(column: str) -> tuple[str, ...]:
        return tuple(row[column].split(";")) if row[column] else ()

    articles = dict.fromkeys(p.partition("(")[0] for p in cells("provisions"))
    return Charge(
        row["name"],
        row["name"],
        tuple(articles),
        date.fromisoformat(row["since"]),
        date.fromisoformat(row["until"]) if row["until"] else None,
        row["source"],
        cells("replaced_by"),
        cells("provisions"),
        cells("penalty"),
        cells("unit_penalty"),
    )


def _pattern(row: dict[str, str]) -> str:
    return row["pattern"] or row["name"].removesuffix("罪")


@cache
def _compiled(i: int) -> re.Pattern[str]:
    return re.compile(_regex(_pattern(read_table("charges")[i])))


@cache
def _names() -> dict[str, tuple[int, ...]]:
    """Every name and lawful part, without 罪 → rows of the table."""
    found: dict[str, tuple[int, ...]] = {}
    for i, row in enumerate(read_table("charges")):
        pattern = _pattern(row)
        for name in parts(pattern) if "{" in pattern else (pattern,):
            for border in _BORDERS if _BORDERS[0] in name else ("",):
                written = name.replace(_BORDERS[0], border) if border else name
                found[written] = (*found.get(written, ()), i)
    return found


@cache
def _letters() -> dict[str, tuple[int, ...]]:
    """Sorted characters of every name with 、 → rows, to find a name in another order."""
    found: dict[str, tuple[int, ...]] = {}
    for name, rows in _names().items():
        if "、" in name:
            key = "".join(sorted(name))
            found[key] = (*found.get(key, ()), *rows)
    return found


@cache
def successors() -> frozenset[str]:
    """The official names that took the place of an older name, so that their crime is older than they are."""
    return frozenset(cell for row in read_table("charges") for cell in row["replaced_by"].split(";") if cell)
