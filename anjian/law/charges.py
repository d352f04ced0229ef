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
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise, product

from .dated import in_force, read_table

_BORDERS = ("国（边）境", "国境", "边境")  # the law names both; a judgment may name the one crossed
_CLEAN = str.maketrans({"(": "（", ")": "）", ",": "、", "，": "、", "帐": "账", " ": None, "\u3000": None})


@dataclass(frozen=True)
class Charge:
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
    return next((c for c in _charges(name) if in_force(c.since, c.until, day)), None)


def known_charge(name: str) -> Charge | None:
    """The charge if NAME is or ever was official, the latest one where a name came twice; else None."""
    return max(_charges(name), key=lambda c: c.since, default=None)


def nearest_charge(name: str) -> str | None:
    """The official name, of today's and parts of them, that looks most like NAME; None if none does."""
    import difflib  # only messages need it, and it is slow to load

    table = read_table("charges")
    current = [n for n, rows in _names().items() if any(not table[i]["until"] for i in rows)]
    close = difflib.get_close_matches(_bare(name), current, n=1, cutoff=0.5)
    return f"{close[0]}罪" if close else None


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


def _charges(name: str) -> list[Charge]:
    bare = _bare(name)
    rows = _names().get(bare) or (_reordered(bare) if "、" in bare else ())
    return [_as_named(_charge(i), bare) for i in rows]


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
        for name in parts(_pattern(row)):
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
