"""Editions of laws and judicial interpretations: which articles, paragraphs and items exist on a day.

Counts come from the texts (see `tools/derive_articles.py`). What no text supports is unknown: the functions then
return None, and a caller must stay silent. Article numbers are strings; an inserted article is `133-1`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from anjian.law.dated import Row, day, in_force, read_table
from anjian.law.titles import canonical, resolve

#: The day of the youngest text behind the tables. An amendment after it is not known here.
TEXTS_END = date(2025, 3, 13)

_NO_ITEMS: Mapping[int, int | None] = {}


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of a law: days from `since` up to, not including, `until`; `last` is its highest article."""

    law: str
    name: str
    since: date
    until: date | None
    last: int | None
    source: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class Article:
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
def _editions() -> dict[str, list[Edition]]:
    found: dict[str, list[Edition]] = {}
    for row in read_table("editions"):
        since = day(row["since"])
        if since is None:
            continue
        last = int(row["last"]) if row["last"] else None
        edition = Edition(
            row["law"], row["edition"], since, day(row["until"]), last, row["source"], day(row["checked_on"])
        )
        found.setdefault(row["law"], []).append(edition)
    return found


@cache
def _law(name: str) -> str | None:
    """The key in the tables of a law named by full title, short form or alias."""
    key = canonical(name)
    if key in _editions():
        return key
    full = resolve(name)
    return full if full in _editions() else None


def edition_on(law: str, on: date) -> Edition | None:
    """The edition of the law in force on that day; None where the tables know none."""
    key = _law(law)
    found = _editions()[key] if key else []
    at = bisect_right(found, on, key=lambda e: e.since) - 1
    return found[at] if at >= 0 and in_force(found[at].since, found[at].until, on) else None


def last_article(law: str, on: date) -> int | None:
    """The highest article number of the law on that day; None where unknown."""
    edition = edition_on(law, on)
    return edition.last if edition else None


@cache
def _spans() -> dict[tuple[str, str], list[Row]]:
    found: dict[tuple[str, str], list[Row]] = {}
    for row in read_table("articles"):
        found.setdefault((row["law"], row["article"]), []).append(row)
    return found


@cache
def _packed() -> dict[tuple[str, str], str]:
    return {(row["law"], row["since"]): row["shapes"] for row in read_table("shapes")}


@cache
def _shapes(law: str, since: date) -> dict[str, str] | None:
    """Article → shape of one edition; None for an edition of which only the days are known."""
    packed = _packed().get((law, since.isoformat()))
    return dict(cell.split(":") for cell in packed.split(";")) if packed is not None else None


def _counts(shape: str) -> tuple[int | None, Mapping[int, int | None]]:
    cells = shape.split()
    items = {i: None if c == "?" else int(c) for i, c in enumerate(cells, 1) if c != "0"}
    return len(cells) or None, items or _NO_ITEMS


@cache
def _article_of_span(law: str, article: str, at: int) -> Article:
    row = _spans()[law, article][at]
    since, checked = date.fromisoformat(row["since"]), day(row["checked_on"])
    paragraphs, items = _counts(row["shape"])
    return Article(law, article, since, day(row["until"]), paragraphs, items, row["source"], checked)


@cache
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
    spans = _spans().get((edition.law, article))
    if spans is None:
        return _article_of_edition(edition, article)
    for at in range(len(spans)):
        found = _article_of_span(edition.law, article, at)
        if in_force(found.since, found.until, on):
            return found
    return None


def exists(law: str, article: str, on: date, paragraph: int | None = None, item: int | None = None) -> bool | None:
    """Whether the law had that article (paragraph, item) on that day; None where the tables cannot tell.

    An item cited without its paragraph exists when any paragraph has it; paragraph 1 of an undivided article exists.
    """
    edition = edition_on(law, on)
    if edition is None:
        return None
    found = article_on(law, article, on)
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
    listed = (edition.law, "1") in _spans() or _shapes(edition.law, edition.since) is not None
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
    return tuple(e.since for e in _editions().get(key or "", []) if e.since <= on)
