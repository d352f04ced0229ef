"""What the tables of facts tell of a document, field by field: as the reader has it, as a person wrote it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

from anjian.documents import Judgment
from anjian.documents.model import DateFact
from anjian.documents.model_civil import Award

#: Those who act for a party by law stand among the parties of a reader or not; the facts keep them apart.
BY_LAW = frozenset({"法定代表人", "负责人", "主要负责人", "法定代理人"})
#: A counterclaim's fee is a 案件受理费 of level 反诉, that for preserving property a 申请费.
FEE_WORDS = {"反诉费": "案件受理费", "其他诉讼费用": "其他诉讼费", "财产保全费": "申请费", "保全申请费": "申请费"}
#: Finer words of a reader for one kind of the facts: money to pay, things divided.
AWARD_WORDS = {"赔偿": "给付", "返还": "给付", "继承": "分割"}
#: Dismissed claims are awards (kind 驳回), not verdicts.
NOT_A_VERDICT = "驳回诉讼请求"
INNER = str.maketrans("〈〉﹤﹥《》＜＞〔〕", "<><><><>（）")


def iso(fact: DateFact | None) -> str | None:
    return fact.value.isoformat() if fact and fact.value else None


def sum_of(value: Any) -> float | None:
    return None if value is None else float(value)


def wide(name: str | None) -> str | None:
    """A name or title with its brackets told apart in one way only."""
    return name and name.replace("(", "（").replace(")", "）").translate(INNER)


def former(role: str | None) -> str | None:
    return role and re.sub("[、，,]", "", role)


def whose(party: str, fact_or_parties: list[tuple[str, str]]) -> str:
    """The name for a bare role that only one party of the head holds; else the words themselves."""
    names = [name for role, name in fact_or_parties if role == party]
    return names[0] if len(names) == 1 else party


def heads(j: Judgment) -> list[tuple[str, str]]:
    return [(p.role, wide(p.name) or "") for p in j.parties if p.role not in BY_LAW]


def parties(j: Judgment) -> list[Any]:
    return [(p.role or None, former(p.former_role), wide(p.name), p.kind) for p in j.parties if p.role not in BY_LAW]


def true_parties(fact: dict[str, Any]) -> list[Any]:
    return [(p["role"], former(p["former_role"]), p["name"], p["kind"]) for p in fact["parties"]]


def claims(j: Judgment) -> list[Any]:
    return [(c.stage, c.number, sum_of(c.total), c.reliefs == ("诉讼费",)) for c in j.claims if not c.struck]


def true_claims(fact: dict[str, Any]) -> list[Any]:
    return [(c["stage"], c["number"], sum_of(c["total"]), c["costs_only"]) for c in fact["claims"]]


def outcomes(j: Judgment) -> list[Any]:
    return [(a.claim.stage, a.claim.number, sum_of(a.claim.total), a.outcome) for a in j.answers]


def true_outcomes(fact: dict[str, Any]) -> list[Any]:
    told = [c for c in fact["claims"] if c["outcome"]]
    return [(c["stage"], c["number"], sum_of(c["total"]), c["outcome"]) for c in told]


def is_money(award: Award) -> bool:
    return AWARD_WORDS.get(award.kind, award.kind) == "给付"


def awards(j: Judgment) -> list[Any]:
    """One row an item: its first award, with the sums of all of that kind; joint when any award of the item is."""
    items: dict[int | None, list[Award]] = {}
    for a in j.awards:
        items.setdefault(a.item, []).append(a)
    return [
        (
            item,
            AWARD_WORDS.get(first.kind, first.kind),
            sum_of(first.total and sum(a.total for a in (first, *more) if a.total and is_money(a) == is_money(first))),
            first.performance and first.performance.days,
            any(a.joint for a in (first, *more)),
            None if first.rejects == "部分" else first.rejects,
        )
        for item, (first, *more) in items.items()
    ]


def true_awards(fact: dict[str, Any]) -> list[Any]:
    return [
        (a["item"], AWARD_WORDS.get(a["kind"], a["kind"]), sum_of(a["total"]), a["days"], a["joint"], a["rejects"])
        for a in fact["awards"]
    ]


def fees(j: Judgment) -> list[Any]:
    return [(FEE_WORDS.get(f.kind, f.kind), f.level, sum_of(f.amount), sum_of(f.charged), f.halved) for f in j.fees]


def true_fees(fact: dict[str, Any]) -> list[Any]:
    return [
        (FEE_WORDS.get(f["kind"], f["kind"]), f["level"], sum_of(f["amount"]), sum_of(f["charged"]), f["halved"])
        for f in fact["fees"]
    ]


def split(j: Judgment) -> list[Any]:
    """Who bears how much, each once: a split may stand with one or all of the fees it is of."""
    shares = [s for f in j.fees for s in f.shares]
    return sorted({(whose(wide(s.party) or "", heads(j)), sum_of(s.amount)) for s in shares}, key=repr)


def true_split(fact: dict[str, Any]) -> list[Any]:
    return sorted({(s["party"], sum_of(s["amount"])) for f in fact["fees"] for s in f["shares"]}, key=repr)


def absent(j: Judgment) -> list[Any]:
    return [(wide(a.party), a.summons and a.summons.removesuffix("送达"), a.without_reason) for a in j.absences]


def lower(j: Judgment) -> list[Any]:
    return [(d.court, d.case_number, d.decided.isoformat() if d.decided else None) for d in j.lower]


def enforced(j: Judgment) -> Any:
    e = j.enforcement
    return e and (list(e.title_numbers), iso(e.applied), sum_of(e.due), sum_of(e.paid))


def true_enforced(fact: dict[str, Any]) -> Any:
    e = fact["enforcement"]
    return e and (e["titles"], e["applied"], sum_of(e["due"]), sum_of(e["paid"]))


def interest(j: Judgment) -> list[Any]:
    """Clauses of interest that runs; interest given as a sum alone is no row of the facts."""
    told = [i for i in j.interest if i.section == "disposition" and (i.begin or i.rate or i.reference)]
    return [(sum_of(i.base), sum_of(i.rate), i.reference is not None, iso(i.begin), i.to_payment) for i in told]


def true_interest(fact: dict[str, Any]) -> list[Any]:
    return [
        (sum_of(i["base"]), sum_of(i["rate_per_year"]), i["reference"] is not None, i["begin"], i["to_payment"])
        for i in fact["interest"]
    ]


def damages(j: Judgment) -> list[Any]:
    """The items the court allows, each once: findings also tell of sums that were asked for and refused."""
    found = [d for d in j.damages if d.section in ("reasoning", "disposition") and d.amount and d.item != "合计"]
    return sorted({(d.item, sum_of(d.amount)) for d in found}, key=repr)


#: A field as the reader has it and as the table of facts has it.
Field = tuple[Callable[[Judgment], Any], Callable[[dict[str, Any]], Any]]

FIELDS: dict[str, Field] = {
    "court": (lambda j: j.court and j.court.name.removeprefix("中华人民共和国"), lambda f: f["court"]),
    "court_level": (lambda j: j.court and j.court.level, lambda f: f["court_level"]),
    "case_number": (lambda j: j.case_number and j.case_number.text, lambda f: f["case_number"]),
    "decided": (lambda j: iso(j.decided), lambda f: f["decided"]),
    "kind": (
        lambda j: j.title and (j.title.case_type, j.title.document_type),
        lambda f: (f["case_type"], f["document_type"]),
    ),
    "instance": (lambda j: j.instance, lambda f: f["instance"]),
    "cause": (lambda j: j.cause and j.cause.name, lambda f: f["cause"]),
    "parties": (parties, true_parties),
    "counsel": (
        lambda j: [(c.role.removeprefix("共同"), c.name) for c in j.counsel if c.role not in BY_LAW],
        lambda f: [(c["role"], c["name"]) for c in f["counsel"]],
    ),
    "clients": (
        lambda j: [(c.name, client) for c in j.counsel if c.role not in BY_LAW for client in c.clients],
        lambda f: [(c["name"], client) for c in f["counsel"] for client in c["clients"]],
    ),
    "panel": (
        lambda j: [j.course and j.course.panel_form, *((m.role, m.name) for m in j.members)],
        lambda f: [f["panel_form"], *((m["role"], m["name"]) for m in f["members"])],
    ),
    "assistants": (lambda j: [m.name for m in j.assistants], lambda f: f["assistants"]),
    "clerk": (lambda j: j.clerks[0].name if j.clerks else None, lambda f: f["clerk"]),
    "procedure": (lambda j: j.course and j.course.procedure, lambda f: f["procedure"]),
    "open": (lambda j: j.course and j.course.open, lambda f: f["open"]),
    "filed": (lambda j: iso(j.course.filed) if j.course else None, lambda f: f["filed"]),
    "hearings": (lambda j: [iso(h) for h in j.course.hearings] if j.course else [], lambda f: f["hearings"]),
    "absent": (absent, lambda f: [(a["party"], a["summons"], a["without_reason"]) for a in f["absent"]]),
    "claims": (claims, true_claims),
    "outcomes": (outcomes, true_outcomes),
    "awards": (awards, true_awards),
    "verdicts": (lambda j: [v.kind for v in j.verdicts if v.kind != NOT_A_VERDICT], lambda f: f["verdicts"]),
    "fees": (fees, true_fees),
    "split": (split, true_split),
    "delay_notice": (lambda j: j.delay_notice is not None, lambda f: f["delay_notice"]),
    "interest": (interest, true_interest),
    "damages": (damages, lambda f: sorted({(d["item"], float(d["amount"])) for d in f["damages"]}, key=repr)),
    "appeal_days": (lambda j: j.appeal and j.appeal.days, lambda f: f["appeal"]["days"]),
    "appeal_court": (lambda j: j.appeal and j.appeal.court, lambda f: f["appeal"]["court"]),
    "appeal_final": (lambda j: bool(j.appeal and j.appeal.final), lambda f: f["appeal"]["final"]),
    "lower": (lower, lambda f: [(d["court"], d["case_number"], d["decided"]) for d in f["lower"]]),
    "basis": (
        lambda j: [(wide(c.title), c.article, c.paragraph, c.item) for c in j.basis],
        lambda f: [tuple(b) for b in f["basis"]],
    ),
    "enforcement": (enforced, true_enforced),
}


def compare(field: Field, facts: list[dict[str, Any]], judgments: dict[str, Judgment]) -> tuple[int, int, list[str]]:
    """Values that agree over all documents, values there are, and a line for each document that differs."""
    of_reader, of_person = field
    right = total = 0
    wrong = []
    for fact in facts:
        got, true = of_reader(judgments[fact["file"]]), of_person(fact)
        hits, values = agreement(got, true)
        right, total = right + hits, total + values
        if got != true:
            wrong.append(f"{fact['file']}: read {got!r}, is {true!r}")
    return right, total, wrong


def agreement(got: Any, true: Any) -> tuple[int, int]:
    """Values that agree and values there are; of a list, each element is a value."""
    if not isinstance(true, list):
        return int(got == true), 1
    common = Counter(map(repr, got)) & Counter(map(repr, true))
    return common.total() + (not true and not got), max(len(got), len(true), 1)
