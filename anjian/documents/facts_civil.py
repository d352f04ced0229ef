"""The facts of civil, administrative, enforcement and appeal documents as JSON values.

A fact becomes a dictionary of its fields with `span` for its place; a place alone becomes its span.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from .judgment import Judgment
from .model import DateFact, Place

Facts = dict[str, Any]


def civil_facts(judgment: Judgment) -> Facts:
    """Cause, claims, awards, answers, interest, damages, absences … of a document; empty where it has none.

    An answer names its claim and its awards by their places in the lists `claims` and `awards`.
    """
    claims, awards = list(judgment.claims), list(judgment.awards)
    return {
        "cause": judgment.cause.name if judgment.cause else None,
        "claims": value(judgment.claims),
        "awards": value(judgment.awards),
        "answers": [
            {
                "claim": claims.index(a.claim) if a.claim in claims else None,
                "outcome": a.outcome,
                "awards": [awards.index(item) for item in a.items if item in awards],
            }
            for a in judgment.answers
        ],
        "delay_notice": value(judgment.delay_notice),
        "interest": value(judgment.interest),
        "damages": value(judgment.damages),
        "absences": value(judgment.absences),
        "announcement": value(judgment.announcement),
        "enforcement": value(judgment.enforcement),
        "reviews": value(judgment.reviews),
        "verdicts": value(judgment.verdicts),
    }


def value(fact: object) -> Any:
    """Any fact, or tuple of facts, in JSON values."""
    if isinstance(fact, tuple):
        return [value(item) for item in fact]
    if isinstance(fact, Decimal):
        return money(fact)
    if isinstance(fact, DateFact):
        return {"day": value(fact.value), "text": fact.text, "span": [fact.start, fact.end]}
    if isinstance(fact, date):
        return fact.isoformat()
    if type(fact) is Place:
        return [fact.start, fact.end]
    if isinstance(fact, Place):
        names = [name for name in fact.__struct_fields__ if name not in ("start", "end")]
        return {name: value(getattr(fact, name)) for name in names} | {"span": [fact.start, fact.end]}
    return fact


def money(amount: Decimal | None) -> int | float | str | None:
    """Yuan without loss: an integer where it is whole, else a number, else (beyond a number's precision) its digits."""
    if amount is None or not amount.is_finite():
        return None
    if amount == amount.to_integral_value():
        return int(amount)
    return float(amount) if Decimal(repr(float(amount))) == amount else str(amount)
