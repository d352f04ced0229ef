"""How far one ground alone may lighten the base sentence, by the sentencing guidance (法发〔2021〕21号).

The text of the guidance is not among the texts at hand; the numbers were read in secondary pages and the first day
is a careful one. Whoever uses them may ask a question, never state a fault.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from anjian.law.dated import day as parse_day
from anjian.law.dated import in_force, read_table


class Lightening(Struct, frozen=True):
    """The most a ground may take off the base sentence, in percent, with its source."""

    max_percent: int
    source: str


def max_lightening(ground: str, day: date) -> Lightening | None:
    """The bound for a ground (自首, 坦白, 犯罪未遂, 立功, 认罪认罚) on DAY; None where the table knows none."""
    for row in read_table("guidance_ratios"):
        if row["ground"] == ground and in_force(parse_day(row["since"]), parse_day(row["until"]), day):
            return Lightening(int(row["max_percent"]), row["source"])
    return None
