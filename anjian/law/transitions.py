"""Which law governs when a new one comes into force: the rules of transition, as the texts state them.

`facts` are the words of the table (施行前, 施行后, 持续至施行后, 未结案件 …). Where the
table has no rule, nothing is known.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

from msgspec import Struct

from anjian.law.dated import day, read_table

Governs = Literal["新法", "旧法"]


class Transition(Struct, frozen=True):
    """One rule of the change of a law on a day; `provisions` are the new law's articles it is about, none for all."""

    law: str
    day: date
    facts: str
    applies: Governs
    provisions: frozenset[str]
    source: str
    checked_on: date | None


@cache
def transitions(law: str) -> tuple[Transition, ...]:
    """The rules of transition of a law (民法典, 民事诉讼法, 行政诉讼法), in the order of the table."""
    found = []
    for row in read_table("transitions"):
        since = day(row["day"])
        if row["law"] == law and since:
            governs: Governs = "新法" if row["applies"] == "新法" else "旧法"
            articles = frozenset(filter(None, row["provisions"].split("|")))
            checked = day(row["checked_on"])
            found.append(Transition(law, since, row["facts"], governs, articles, row["source"], checked))
    return tuple(found)


def applies(law: str, facts: str, article: str | None = None) -> Governs | None:
    """Whether the new or the old law governs such facts; None without a rule.

    ARTICLE is the article of the new law in question: a rule for that very article goes before the general one.
    """
    rules = [t for t in transitions(law) if t.facts == facts]
    own = next((t for t in rules if article in t.provisions), None)
    general = next((t for t in rules if not t.provisions), None)
    rule = own or general
    return rule.applies if rule else None


def pending_under_new(law: str, changed: date) -> bool:
    """Whether a rule says that cases pending on the day of the change follow the new text."""
    return any(t.day == changed and t.facts == "未结案件" and t.applies == "新法" for t in transitions(law))
