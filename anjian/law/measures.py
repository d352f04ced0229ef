"""Which articles of 刑法 a measure or a ground rests on (a court that names the one is expected to cite the other).

Whether a missing article is worth an alarm is the scenario's question: two of five real judgments fine without
citing 52 or 53.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from msgspec import Struct

from anjian.law.dated import day, in_force, read_table


class MeasureArticles(Struct, frozen=True):
    """The articles of 刑法 for one measure or ground (罚金, 累犯 …); citing any of them is enough."""

    measure: str
    articles: frozenset[str]
    since: date | None
    until: date | None
    source: str


@cache
def _table() -> dict[str, list[MeasureArticles]]:
    found: dict[str, list[MeasureArticles]] = {}
    for row in read_table("articles_for_measures"):
        entry = MeasureArticles(
            row["measure"], frozenset(row["expected"].split("|")), day(row["since"]), day(row["until"]), row["source"]
        )
        found.setdefault(entry.measure, []).append(entry)
    return found


def measures() -> tuple[str, ...]:
    """Every measure and ground the table knows, in its order."""
    return tuple(_table())


def articles_for(measure: str, on: date) -> MeasureArticles | None:
    """The articles for a measure on a day; None for an unknown measure or one that did not exist then."""
    for found in _table().get(measure, ()):
        if in_force(found.since, found.until, on):
            return found
    return None


def grounds_of(article: str, on: date) -> tuple[str, ...]:
    """The measures and grounds that the article of 刑法 can stand for on a day."""
    return tuple(m for m, found in _table().items() for e in found
                 if article in e.articles and in_force(e.since, e.until, on))  # fmt: skip
