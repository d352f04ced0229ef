"""Earlier convictions weighed for recidivism: what they were and when they ended, on the safe side."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Party, Prior
from anjian.documents.priors import last_day
from anjian.law.terms import add_term

from .term_credit import other_year

#: Penalties of fixed-term imprisonment or heavier.
FIXED_TERM_OR_MORE = ("有期徒刑", "无期徒刑", "死刑")
#: Words of the charges that are crimes of negligence.
_NEGLIGENT = (
    "过失", "失火", "交通肇事", "责任事故", "重大劳动安全", "玩忽职守", "失职", "肇事", "重大安全事故", "医疗事故",
)  # fmt: skip
#: A term may end so much later than reckoned from its judgment, when custody began late.
_LATE_START = timedelta(days=365)


class Ended(Struct, frozen=True):
    """When an earlier penalty was over: not before `low`, not after `high`; None where the text does not tell."""

    low: date | None
    high: date | None


def negligent(charge: str) -> bool:
    """Whether a charge is a crime of negligence."""
    return any(word in charge for word in _NEGLIGENT)


@once
def _priors(judgment: Judgment) -> dict[str, list[Prior]]:
    found: dict[str, list[Prior]] = {}
    for prior in judgment.priors:
        found.setdefault(prior.party, []).append(prior)
    return found


def priors_of(judgment: Judgment, party: str) -> list[Prior]:
    """The earlier convictions and sanctions told of a party."""
    return _priors(judgment).get(party, [])


def convictions(judgment: Judgment, party: str) -> list[Prior]:
    """The earlier convictions told of a party."""
    return [p for p in priors_of(judgment, party) if p.kind == "criminal"]


def ended(prior: Prior) -> Ended:
    """The end of the earlier penalty; of a parole, the end of the original term."""
    if prior.ended and prior.ended_how != "假释":
        return Ended(prior.ended, prior.ended)
    if prior.ended_text and prior.ended is None:
        month = last_day(prior.ended_text)
        return Ended(month.replace(day=1) if month else None, month)
    low = prior.ended or prior.decided
    start = prior.decided or (last_day(prior.decided_text) if prior.decided_text else None)
    if start is None or prior.penalty is None or prior.penalty.life or not prior.penalty.months:
        return Ended(low, None)
    try:
        return Ended(low, add_term(start, 0, prior.penalty.months) + _LATE_START)
    except (ValueError, OverflowError):
        return Ended(low, None)


def years_after(day: date, years: int) -> date:
    """The same day YEARS later; of 29 February the 28th."""
    return other_year(day, years) or day.replace(day=28, year=day.year + years)


def birthday(party: Party, age: int) -> date | None:
    """The day on which a party turned an age, where the day of birth is told."""
    return years_after(party.birth, age) if party.birth else None


@once
def crime_days(judgment: Judgment) -> list[date]:
    """The dated crimes of the document, in order of time."""
    return sorted([d.value for d in judgment.offence_days if d.value])
