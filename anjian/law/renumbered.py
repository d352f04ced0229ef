"""Which number a provision had when: article numbers of a use (二审裁判, 附带民事诉讼 …) by edition."""

from __future__ import annotations

from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from anjian.law.dated import Spans, day, in_force, read_table


class Numbered(Struct, frozen=True):
    """The number of one use of a law from `since` up to, not including, `until`."""

    law: str
    use: str
    article: str
    since: date | None
    until: date | None
    source: str


@cache
def _table() -> dict[tuple[str, str], tuple[Numbered, ...]]:
    found: dict[tuple[str, str], list[Numbered]] = {}
    for row in read_table("renumbered"):
        entry = Numbered(row["law"], row["use"], row["article"], day(row["since"]), day(row["until"]), row["source"])
        found.setdefault((entry.law, entry.use), []).append(entry)
    return {key: tuple(rows) for key, rows in found.items()}


@cache
def _numbers() -> dict[tuple[str, str], Spans[Numbered]]:
    return {key: Spans((r.since, r.until, r) for r in rows) for key, rows in _table().items()}


def numbered_on(law: str, use: str, on: date) -> Numbered | None:
    """The number of a use on a day with its span; None where the table does not reach."""
    found = _numbers().get((law, use))
    return found.on(on) if found else None


def number_on(law: str, use: str, on: date) -> str | None:
    """The article number of a use on a day; None where the table does not reach."""
    found = numbered_on(law, use, on)
    return found.article if found else None


def uses_on(law: str, article: str, on: date) -> frozenset[str]:
    """The uses that a number of a law had on a day, as far as the table reaches."""
    spans = (r for (name, _), rows in _table().items() if name == law for r in rows)
    return frozenset(r.use for r in spans if r.article == article and in_force(r.since, r.until, on))


def earlier_numbers(law: str, use: str, on: date) -> frozenset[str]:
    """The numbers that the use had in editions no longer in force on that day, its number then left out."""
    now = number_on(law, use, on)
    rows = _table().get((law, use), ())
    return frozenset(r.article for r in rows if r.until and r.until <= on and r.article != now)


def later_numbers(law: str, use: str, on: date) -> frozenset[str]:
    """The numbers that the use got in editions not yet in force on that day, its number then left out."""
    now = number_on(law, use, on)
    rows = _table().get((law, use), ())
    return frozenset(r.article for r in rows if r.since and r.since > on and r.article != now)


@lru_cache(maxsize=4096)
def other_numbers(law: str, use: str, on: date) -> frozenset[str]:
    """The numbers that the same use had or came to have at other times."""
    now = number_on(law, use, on)
    return frozenset(r.article for r in _table().get((law, use), ()) if r.article != now)


@lru_cache(maxsize=4096)
def moved_numbers(law: str, on: date) -> frozenset[str]:
    """The numbers that any use of the law had before or came to have after that day, its number then left out."""
    uses = [use for name, use in _table() if name == law]
    return frozenset().union(*(earlier_numbers(law, use, on) | later_numbers(law, use, on) for use in uses))
