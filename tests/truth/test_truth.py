"""The reader against facts that were written down by reading 62 real criminal documents (see README.md)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from anjian.documents import Judgment, read
from anjian.documents.model import DateFact
from tools import corpus

FACTS = [json.loads(line) for line in (Path(__file__).parent / "criminal_facts.jsonl").open(encoding="utf-8")]
#: The fields the issue names, each at 99 %; the others are held to the same bar where the reader has them.
BAR = 0.99

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not corpus.present(), reason="needs ../shared/judgments")]


def iso(fact: DateFact | None) -> str | None:
    return fact.value.isoformat() if fact and fact.value else None


def results(j: Judgment) -> list[tuple[Any, ...]]:
    rows = []
    for r in j.results:
        if r.origin is None:
            p = r.penalty
            fine = float(p.fine) if p.fine is not None else None
            rows.append((r.party, r.charge, p.months, p.days, p.probation_months, fine, r.total))
    return sorted(rows, key=repr)


def true_results(fact: dict[str, Any]) -> list[tuple[Any, ...]]:
    rows = []
    for r in fact["results"]:
        fine = float(r["fine"]) if r["fine"] is not None else None
        rows.append(
            (r["party"], r["charge"], r["months"] or 0, r["days"] or 0, r["probation_months"], fine, bool(r["total"]))
        )
    return sorted(rows, key=repr)


def terms(j: Judgment) -> list[tuple[str | None, str | None]]:
    return sorted((str(iso(t.begin)), str(iso(t.finish))) for t in j.terms if t.kind == "刑期")


FIELDS: dict[str, tuple[Callable[[Judgment], Any], Callable[[dict[str, Any]], Any]]] = {
    "court": (lambda j: j.court and j.court.name, lambda f: f["court"]),
    "court_level": (lambda j: j.court and j.court.level, lambda f: f["court_level"]),
    "document_type": (lambda j: j.title and j.title.document_type, lambda f: f["document_type"]),
    "case_number": (lambda j: j.case_number and j.case_number.text, lambda f: f["case_number"]),
    "instance": (lambda j: j.instance, lambda f: f["instance"]),
    "decided": (lambda j: iso(j.decided), lambda f: f["decided"]),
    "procedure": (lambda j: j.course and j.course.procedure, lambda f: f["procedure"]),
    "panel": (
        lambda j: [(m.role, m.name) for m in j.members],
        lambda f: [tuple(m) for m in f["panel_members"]],
    ),
    "clerk": (lambda j: j.clerks[0].name if j.clerks else None, lambda f: f["clerk"]),
    "charges": (
        lambda j: sorted({r.charge for r in j.results if r.charge and r.origin is None}),
        lambda f: sorted({r["charge"] for r in f["results"] if r["charge"]}),
    ),
    "results": (results, true_results),
    "terms": (terms, lambda f: sorted((str(t["start"]), str(t["end"])) for t in f["terms"])),
    "hearings": (
        lambda j: [iso(h) for h in j.course.hearings] if j.course else [],
        lambda f: f["hearings"],
    ),
    "indicted": (lambda j: iso(j.course.indicted) if j.course else None, lambda f: f["filed_by_prosecutor"]),
    "accepted": (lambda j: iso(j.course.filed) if j.course else None, lambda f: f["accepted"]),
    "open": (lambda j: j.course.open if j.course else None, lambda f: f["open"]),
    "parties": (
        lambda j: sorted((p.role.removeprefix("指定"), p.name) for p in (*j.parties, *j.counsel)),
        lambda f: sorted((p["role"], p["name"]) for p in f["parties"]),
    ),
    "appeal_days": (lambda j: j.appeal.days if j.appeal else None, lambda f: f["appeal_days"]),
    "appeal_court": (lambda j: j.appeal.court if j.appeal else None, lambda f: f["appeal_court"]),
    "appeal_copies": (lambda j: j.appeal.copies if j.appeal else None, lambda f: f["appeal_copies"]),
}  # fmt: skip


@cache
def judgments() -> dict[str, Judgment]:
    wanted = {fact["id"] for fact in FACTS}
    return {document: read(text) for document, text in corpus.criminal() if document in wanted}


@pytest.mark.parametrize("field", FIELDS)
def test_reads_a_field_as_a_person_does(field: str) -> None:
    of_reader, of_person = FIELDS[field]
    right = total = 0
    wrong = []
    for fact in FACTS:
        got, true = of_reader(judgments()[fact["id"]]), of_person(fact)
        hits, values = agreement(got, true)
        right, total = right + hits, total + values
        if got != true:
            wrong.append(f"{fact['id']}: read {got!r}, is {true!r}")
    assert right / total >= BAR, "\n".join(wrong)


def agreement(got: Any, true: Any) -> tuple[int, int]:
    """Values that agree and values there are; of a list, each element is a value."""
    if not isinstance(true, list):
        return int(got == true), 1
    common = Counter(map(repr, got)) & Counter(map(repr, true))
    return common.total() + (not true and not got), max(len(got), len(true), 1)
