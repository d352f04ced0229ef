"""What several scenarios of procedure ask of a judgment."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from anjian.cases.reading import bare_term
from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Party, Penalty, Place, Result
from anjian.law.dated import in_force
from anjian.law.limits import add_months, limit_on
from anjian.scenarios.base import Basis, Scenario, decided_on

CPL = "中华人民共和国刑事诉讼法"
INTERPRETATION = "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释"
#: The first day of the 2018 edition of the procedure law, and of the interpretations of 2012 and 2021.
EDITION_2018 = date(2018, 10, 26)
INTERPRETATION_2012 = date(2013, 1, 1)
INTERPRETATION_2021 = date(2021, 3, 1)

_EARLIER = re.compile(r"前罪|原判|余刑|残刑|没有执行|尚未执行|未执行|漏罪|撤销|前判|前刑")


def basis_on(scenario: Scenario, on: date) -> tuple[Basis, ...]:
    """The provisions of a scenario's basis that were in force on that day."""
    return tuple(b for b in scenario.basis if in_force(b.since, b.until, on))


def both(old: str, new: str, paragraph: int | None = None) -> tuple[Basis, Basis]:
    """One provision of the procedure law under its numbers of the 2012 and the 2018 edition."""
    return (
        Basis(CPL, old, paragraph, since=INTERPRETATION_2012, until=EDITION_2018),
        Basis(CPL, new, paragraph, since=EDITION_2018),
    )


def interpreted(old: str, new: str) -> tuple[Basis, Basis]:
    """One rule of the interpretation under its numbers of 2012 and 2021."""
    return (
        Basis(INTERPRETATION, old, since=INTERPRETATION_2012, until=INTERPRETATION_2021),
        Basis(INTERPRETATION, new, since=INTERPRETATION_2021),
    )


def term_place(judgment: Judgment, penalty: Penalty) -> Place:
    """Where the bare term (有期徒刑三年六个月) of a penalty stands."""
    return bare_term(judgment, penalty)


def new_results(judgment: Judgment) -> list[Result]:
    """The results of this very case: no earlier penalty, and no total that an earlier penalty entered."""
    merged = {r.party for r in judgment.results if r.origin == "earlier"}
    return [
        r
        for r in judgment.results
        if r.origin is None and not (r.total and (r.party in merged or _names_earlier(judgment, r)))
    ]


def _names_earlier(judgment: Judgment, result: Result) -> bool:
    start, _ = judgment.plain_span(result)
    return _EARLIER.search(judgment.plain, max(start - 80, 0), start) is not None


def exceeds(penalty: Penalty, years: int) -> bool:
    """Whether a penalty is a fixed term of more than so many years, or heavier in kind."""
    if penalty.life or penalty.death:
        return True
    return penalty.kind == "有期徒刑" and (penalty.months, penalty.days) > (years * 12, 0)


def turns_adult(party: Party, on: date) -> date | None:
    """The day a party comes of age by the law of that day; None without a birth date."""
    limit = limit_on("未成年人年龄", on)
    if party.birth is None or limit is None:
        return None
    try:
        return add_months(party.birth, int(limit.value) * 12)
    except OverflowError:
        return None


def heavier_than(judgment: Judgment, years: int) -> list[Result]:
    """Those of the `new_results` whose penalty `exceeds` so many years."""
    if not any(exceeds(r.penalty, years) for r in judgment.results):
        return []
    return [r for r in new_results(judgment) if exceeds(r.penalty, years)]


@once
def minors_at_trial(judgment: Judgment) -> list[Party]:
    """Defendants under age on the day of the decision, so at every step of the trial.

    The birthday itself still counts as under age: one is of age from the day after it.
    """
    on = decided_on(judgment)
    if on is None:
        return []
    return [
        p
        for p in judgment.defendants
        if p.kind == "person" and not long_adult(p, on, on) and (turns_adult(p, on) or date.min) >= on
    ]


def long_adult(party: Party, on: date, day: date) -> bool:
    """Whether the years alone tell that a party was of age, as the law stood on ON, before DAY."""
    age = _age_of_majority(on)
    return age is None or party.birth is None or party.birth.year + age < day.year


@lru_cache(maxsize=4096)
def _age_of_majority(on: date) -> int | None:
    limit = limit_on("未成年人年龄", on)
    return int(limit.value) if limit else None


def signed_alone(judgment: Judgment) -> bool:
    """Whether one judge tried the case, by the words of the course or, where it has none, by the signature."""
    course = judgment.course
    if course is None or len(judgment.members) > 1:
        return False
    return course.panel_form == "独任"


def birth_place(judgment: Judgment, party: Party) -> Place:
    """Where a party's birth date stands, or the party's name."""
    if party.birth_text and party.paragraph:
        start, end = judgment.plain_span(party.paragraph)
        at = judgment.plain.find(party.birth_text, start, end)
        if at >= 0:
            return judgment.place(at, at + len(party.birth_text))
    return party


def text_before_basis(judgment: Judgment) -> str:
    """The plain text up to the statutes and the disposition."""
    cut = judgment.cut("basis") or judgment.cut("disposition")
    return judgment.plain[: cut.start] if cut else judgment.plain
