"""The same text in other dress gives the same facts and the same findings: line ends, widths, blanks, encoding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from anjian.documents import Judgment, read
from anjian.documents.formats import text_of
from anjian.documents.model import DateFact
from anjian.documents.normalise import normalise
from anjian.engine.check import check_text
from anjian.scenarios.registry import scenarios
from tests.faults import sheet
from tests.faults.plant import documents

#: Every so manieth document is dressed; the examples come first in `documents()`.
EVERY = 5
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
HEADINGS = re.compile(r"刑事(?:附带民事)?(?:判决|裁定)书(?=\s)|审判长|人民陪审员|代理审判员|审判员(?!会)|书记员")


def in_lines(text: str) -> str:
    """As a scanner gives it: a line end every 37 characters, wherever it falls."""
    return "\n".join(text[i : i + 37] for i in range(0, len(text), 37))


def with_wide_digits(text: str) -> str:
    return text.translate(WIDE)


def with_narrow_brackets(text: str) -> str:
    return text.replace("（", "(").replace("）", ")")


def with_blank_headings(text: str) -> str:
    """Blanks between the characters of the headings and of the names that sign, as forms set them."""
    place = sheet.tail(text)
    names = [m.span("name") for m in sheet.signed(text)] if place else []
    for start, end in reversed(names):
        if end - start == 2:
            text = text[: start + 1] + "　" + text[start + 1 :]
    start = place[0] if place else len(text)
    spread: Callable[[re.Match[str]], str] = lambda m: " ".join(m[0])  # noqa: E731
    return HEADINGS.sub(spread, text[:200]) + text[200:start] + HEADINGS.sub(spread, text[start:])


def through_gb18030(text: str) -> str:
    return text_of(text.encode("gb18030"), ".txt")


DRESSES = [in_lines, with_wide_digits, with_narrow_brackets, with_blank_headings, through_gb18030]


def iso(fact: DateFact | None) -> str | None:
    return fact.value.isoformat() if fact and fact.value else None


def facts(text: str) -> dict[str, Any]:
    """The facts that everything rests on, without their places."""
    j: Judgment = read(text)
    return {
        "court": j.court and j.court.name,
        "number": j.case_number and j.case_number.text,
        "instance": j.instance,
        "parties": [(p.role, p.name, p.sex, p.birth) for p in j.parties],
        "procedure": j.course and (j.course.procedure, j.course.panel_form, j.course.open),
        "results": [
            (
                r.party,
                r.charge,
                r.penalty.kind,
                r.penalty.months,
                r.penalty.days,
                r.penalty.probation_months,
                r.penalty.fine,
            )
            for r in j.results
        ],
        "terms": [(t.kind, iso(t.begin), iso(t.finish)) for t in j.terms],
        "citations": [(plain(c.title), c.article, c.paragraph, c.item, c.role) for c in j.citations],
        "dates": [iso(d) for d in j.dates],
        "decided": iso(j.decided),
        "members": [(m.role, m.name) for m in (*j.members, *j.clerks)],
        "appeal": j.appeal and (j.appeal.days, j.appeal.court, j.appeal.final),
    }


def plain(text: str) -> str:
    return normalise(text).plain


@cache
def chosen() -> dict[str, str]:
    return dict(documents()[::EVERY])


@cache
def found(text: str) -> Counter[tuple[str, str, str]]:
    return Counter((f.scenario, f.certainty, plain(f.quote)) for f in check_text(text, "", scenarios().values()))


@pytest.mark.parametrize("dress", DRESSES)
def test_the_facts_are_the_same(dress: Callable[[str], str]) -> None:
    different = []
    for document, text in chosen().items():
        was, now = facts(text), facts(dress(text))
        different += [(document, name) for name in was if was[name] != now[name]]
    assert different == []


@pytest.mark.parametrize("dress", DRESSES)
def test_the_findings_are_the_same(dress: Callable[[str], str]) -> None:
    different = {document: (found(text), found(dress(text))) for document, text in chosen().items()}
    assert {d: (was - now, now - was) for d, (was, now) in different.items() if was != now} == {}
