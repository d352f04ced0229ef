"""Editions of laws and judicial interpretations: which articles, paragraphs and items exist on a day.

Counts come from the texts (see `tools/derive_articles.py`). What no text supports is unknown: the functions then
return None, and a caller must stay silent. Article numbers are strings; an inserted article is `133-1`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from anjian.law.dated import day, in_force, raw_table
from anjian.law.titles import canonical, resolve

#: The day of the youngest text behind the tables. An amendment after it is not known here.
TEXTS_END = date(2025, 3, 13)

#: A law of the tables, from a day on which something in it changes.
Text = tuple[str, date]

_NO_ITEMS: Mapping[int, int | None] = {}
_REMEMBERED = 16384


class Edition(Struct, frozen=True):
    """One edition of a law: days from `since` up to, not including, `until`; `last` is its highest article."""

    law: str
    name: str
    since: date
    until: date | None
    last: int | None
    source: str
    checked_on: date | None


class Article(Struct, frozen=True):
    """One article over the days that it kept its shape.

    `paragraphs` is None where unknown; `items` gives the number of items of each paragraph that has some, with
    None as the value where that number is unknown.
    """

    law: str
    number: str
    since: date
    until: date | None
    paragraphs: int | None
    items: Mapping[int, int | None]
    source: str
    checked_on: date | None


@cache
def _rows() -> dict[str, list[list[str]]]:
    """Law → its rows of the table, those without a first day left out."""
    found: dict[str, list[list[str]]] = {}
    for row in raw_table("editions")[1]:
        if row[2]:
            found.setdefault(row[0], []).append(row)
    return found


@cache
def _editions(key: str) -> tuple[tuple[date, ...], tuple[Edition, ...]]:
    """The editions of a law of the table with their first days, oldest first."""
    found = tuple(
        Edition(law, name, date.fromisoformat(since), day(until), int(last) if last else None, source, day(checked))
        for law, name, since, until, last, source, checked in _rows()[key]
    )
    return tuple(e.since for e in found), found


@lru_cache(maxsize=_REMEMBERED)
def _law(name: str) -> str | None:
    """The key in the tables of a law named by full title, short form or alias."""
    key = canonical(name)
    if key in _rows():
        return key
    full = resolve(name)
    return full if full in _rows() else None


def edition_on(law: str, on: date) -> Edition | None:
    """The edition of the law in force on that day; None where the tables know none."""
    key = _law(law)
    return _edition(key, on) if key else None


def _edition(key: str, on: date) -> Edition | None:
    days, found = _editions(key)
    at = bisect_right(days, on) - 1
    return found[at] if at >= 0 and in_force(found[at].since, found[at].until, on) else None


def last_article(law: str, on: date) -> int | None:
    """The highest article number of the law on that day; None where unknown."""
    edition = edition_on(law, on)
    return edition.last if edition else None


@cache
def _spans() -> dict[str, dict[str, list[list[str]]]]:
    """Law → article → its rows, for the laws whose articles are followed one by one."""
    found: dict[str, dict[str, list[list[str]]]] = {}
    for row in raw_table("articles")[1]:
        found.setdefault(row[0], {}).setdefault(row[1], []).append(row)
    return found


@cache
def _packed() -> dict[tuple[str, str], str]:
    return {(law, since): shapes for law, since, shapes in raw_table("shapes")[1]}


@cache
def _shapes(law: str, since: date) -> dict[str, str] | None:
    """Article → shape of one edition; None for an edition of which only the days are known."""
    packed = _packed().get((law, since.isoformat()))
    return dict(cell.split(":") for cell in packed.split(";")) if packed is not None else None


@cache
def _changes(key: str) -> list[date]:
    """The days on which an edition or an article of a law begins or ends."""
    cells = {cell for row in _rows()[key] for cell in row[2:4]}
    cells |= {cell for rows in _spans().get(key, {}).values() for row in rows for cell in row[2:4]}
    return sorted(date.fromisoformat(cell) for cell in cells if cell)


def _counts(shape: str) -> tuple[int | None, Mapping[int, int | None]]:
    cells = shape.split()
    items = {i: None if c == "?" else int(c) for i, c in enumerate(cells, 1) if c != "0"}
    return len(cells) or None, items or _NO_ITEMS


def _article_of_span(row: list[str]) -> Article:
    law, article, since, until, shape, source, checked = row
    paragraphs, items = _counts(shape)
    return Article(law, article, date.fromisoformat(since), day(until), paragraphs, items, source, day(checked))


def _article_of_edition(edition: Edition, article: str) -> Article | None:
    shape = (_shapes(edition.law, edition.since) or {}).get(article)
    if shape is None:
        return None
    paragraphs, items = _counts(shape)
    return Article(
        edition.law, article, edition.since, edition.until, paragraphs, items, edition.source, edition.checked_on
    )


def article_on(law: str, article: str, on: date) -> Article | None:
    """The article as it stood on that day; None where it did not exist or is unknown (`exists` tells which)."""
    edition = edition_on(law, on)
    if edition is None:
        return None
    spans = _spans().get(edition.law, {}).get(article)
    if spans is None:
        return _article_of_edition(edition, article)
    for row in spans:
        if in_force(date.fromisoformat(row[2]), day(row[3]), on):
            return _article_of_span(row)
    return None


def exists(law: str, article: str, on: date, paragraph: int | None = None, item: int | None = None) -> bool | None:
    """Whether the law had that article (paragraph, item) on that day; None where the tables cannot tell.

    An item cited without its paragraph exists when any paragraph has it; paragraph 1 of an undivided article exists.
    """
    text = text_on(law, on)
    return exists_in(text, article, paragraph, item) if text else None


@lru_cache(maxsize=_REMEMBERED)
def text_on(law: str, on: date) -> Text | None:
    """What `exists_in` asks for: the key of a law and the last of its changes up to a day; None where unknown."""
    key = _law(law)
    if key is None:
        return None
    changes = _changes(key)
    at = bisect_right(changes, on)
    return (key, changes[at - 1]) if at else None


@lru_cache(maxsize=_REMEMBERED)
def exists_in(text: Text, article: str, paragraph: int | None = None, item: int | None = None) -> bool | None:
    """As `exists`, of a law as it stood from a change of it until the next."""
    key, on = text
    edition = _edition(key, on)
    if edition is None:
        return None
    found = article_on(key, article, on)
    if found is None:
        return False if _all_articles_known(edition) else None
    if paragraph is None and item is None:
        return True
    if found.paragraphs is None:
        return None
    if paragraph is not None and not 1 <= paragraph <= found.paragraphs:
        return False
    return True if item is None else _has_item(found, paragraph, item)


def _all_articles_known(edition: Edition) -> bool:
    listed = "1" in _spans().get(edition.law, {}) or _shapes(edition.law, edition.since) is not None
    return edition.last is not None and listed


def _has_item(article: Article, paragraph: int | None, item: int) -> bool | None:
    wanted = [paragraph] if paragraph is not None else range(1, (article.paragraphs or 0) + 1)
    counts = [article.items.get(p, 0) for p in wanted]
    if any(n is not None and 1 <= item <= n for n in counts):
        return True
    return None if None in counts else False


def editions_until(law: str, on: date) -> tuple[date, ...]:
    """The first day of every edition of the law that had come into force by that day, oldest first."""
    key = _law(law)
    if key is None:
        return ()
    days = _editions(key)[0]
    return days[: bisect_right(days, on)]
