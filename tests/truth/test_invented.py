"""The reader against the facts of the invented civil documents and rulings, by their authors (see README.md)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from anjian.documents import Judgment, read
from anjian.engine.inputs import Document, documents
from tests.truth.fields import (
    AWARD_WORDS,
    BY_LAW,
    FEE_WORDS,
    FIELDS,
    NOT_A_VERDICT,
    Field,
    compare,
    enforced,
    fees,
    split,
    sum_of,
    wide,
)

HERE = Path(__file__).parent
FOLDERS = {name: HERE.parents[1] / "examples" / name for name in ("civil", "rulings")}
FACTS: list[dict[str, Any]] = [
    json.loads(line) for name in FOLDERS for line in (HERE / f"invented_{name}.jsonl").open(encoding="utf-8")
]
#: The share of values, over all documents, that must agree in each field.
BAR = 0.98
#: The authors' words for acts to be done and for liability.
ACTS = dict.fromkeys(("道歉", "停止侵害", "排除妨害", "恢复原状"), "履行") | {"承担责任": "给付", "确认无效": "确认"}


def kind_of(word: str) -> str:
    return AWARD_WORDS.get(word, ACTS.get(word, word))


def claims(j: Judgment) -> list[Any]:
    return [(c.stage, c.number, sum_of(c.total), c.struck) for c in j.claims]


def outcomes(j: Judgment) -> list[Any]:
    """未答 is no outcome in the facts."""
    return [(a.claim.number, sum_of(a.claim.total), a.outcome) for a in j.answers if a.outcome != "未答"]


def awards(j: Judgment) -> list[Any]:
    """One row an item: its first award with the sum, and the first term told in the item; no dismissed suit."""
    items: dict[int | None, list[Any]] = {}
    for award in j.awards:
        if award.kind != "驳回起诉":
            items.setdefault(award.item, []).append(award)
    rows = []
    for item, of_item in items.items():
        first = of_item[0]
        terms = [a.performance for a in of_item if a.performance]
        days = next((t.days for t in terms if t.days), None)
        by = next((t.by.isoformat() for t in terms if t.by), None)
        rows.append((item, kind_of(first.kind), sum_of(first.total), days, by, first.rejects))
    return rows


def true_awards(fact: dict[str, Any]) -> list[Any]:
    return [
        (a["item"], kind_of(a["kind"]), sum_of(a["total"]), a["days"], a["by"], a["rejects"]) for a in fact["awards"]
    ]


def true_fees(fact: dict[str, Any]) -> list[Any]:
    return [
        (FEE_WORDS.get(f["kind"], f["kind"]), sum_of(f["amount"]), sum_of(f["charged"]), f["halved"])
        for f in fact["fees"]
    ]


def enforcement(j: Judgment) -> Any:
    told = enforced(j)
    return told and (*told, j.enforcement is not None and j.enforcement.agreed is not None)


def true_enforcement(fact: dict[str, Any]) -> Any:
    e = fact["enforcement"]
    return e and ([wide(t) for t in e["titles"]], e["applied"], sum_of(e["due"]), sum_of(e["paid"]), bool(e["agreed"]))


def true_basis(fact: dict[str, Any]) -> list[Any]:
    inner = str.maketrans("《》", "〈〉")
    return [(wide(title.translate(inner)), a and str(a), p, i) for title, a, p, i in fact["basis"]]


OWN: dict[str, Field] = {
    **{key: FIELDS[key] for key in ("court", "case_number", "decided", "kind", "instance", "cause", "procedure")},
    "parties": (
        lambda j: [(p.role, wide(p.name)) for p in j.parties if p.role not in BY_LAW],
        lambda f: [(role.partition("（")[0], wide(name)) for role, name in f["parties"]],
    ),
    "members": (lambda j: [(m.role, m.name) for m in j.members], lambda f: [tuple(m) for m in f["members"]]),
    "absent": (
        lambda j: [(wide(a.party), a.summons and a.summons.removesuffix("送达")) for a in j.absences],
        lambda f: [tuple(a) for a in f["absent"]],
    ),
    "claims": (
        claims,
        lambda f: [(c["stage"], c["number"], sum_of(c["total"]), c.get("struck", False)) for c in f["claims"]],
    ),
    "outcomes": (
        outcomes,
        lambda f: [(c["number"], sum_of(c["total"]), c["outcome"]) for c in f["claims"] if c["outcome"]],
    ),
    "awards": (awards, true_awards),
    "verdicts": (
        lambda j: sorted({v.kind for v in j.verdicts} - {NOT_A_VERDICT}),
        lambda f: sorted(f["verdicts"]),
    ),
    "fees": (lambda j: [(kind, *sums) for kind, _, *sums in fees(j)], true_fees),
    "split": (
        split,
        lambda f: sorted({(party, sum_of(amount)) for fee in f["fees"] for party, amount in fee["shares"]}, key=repr),
    ),
    "appeal_days": (FIELDS["appeal_days"][0], lambda f: f["appeal_days"]),
    "final": (FIELDS["appeal_final"][0], lambda f: f["final"]),
    "basis": (FIELDS["basis"][0], true_basis),
    "delay_notice": FIELDS["delay_notice"],
    "assistants": FIELDS["assistants"],
    "clerk": FIELDS["clerk"],
    "enforcement": (enforcement, true_enforcement),
}
#: Fields that only one of the two tables has.
SOME = ("delay_notice", "assistants", "clerk", "enforcement")


@cache
def judgments() -> dict[str, Judgment]:
    found = documents([str(folder) for folder in FOLDERS.values()])
    return {Path(d.source).name: read(d.text) for d in found if isinstance(d, Document)}


@pytest.mark.parametrize("field", OWN)
def test_reads_a_field_as_its_author_means_it(field: str) -> None:
    facts = [fact for fact in FACTS if field not in SOME or field in fact]
    right, total, wrong = compare(OWN[field], facts, judgments())
    assert right / total >= BAR, f"{right} of {total}\n" + "\n".join(wrong)
