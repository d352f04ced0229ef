"""The facts of a document as JSON values: what `anjian read` prints.

`span` is always [start, end) in code points of the text as given. In `custody` and `results[].term`
the names `start` and `end` are days; in `citations`, `evidence` and `sections` they repeat the span.
The places of the plain values at the top are in `spans`, under the same names.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from .facts_civil import civil_facts, money
from .facts_civil import value as json_value
from .judgment import Judgment
from .model import (
    Appeal,
    Citation,
    Counsel,
    Course,
    Custody,
    DateFact,
    Evidence,
    LowerDecision,
    Member,
    Party,
    Penalty,
    Place,
    Result,
    Term,
)

__all__ = ["Facts", "facts", "money"]

Facts = dict[str, Any]


def facts(judgment: Judgment) -> Facts:
    """Everything read from a document, in JSON values; days are ISO dates, money is yuan, None is "not stated"."""
    court, title, number, course = judgment.court, judgment.title, judgment.case_number, judgment.course
    return {
        "court": court.name if court else None,
        "court_level": court.level if court else None,
        "document_type": title.document_type if title else None,
        "case_number": number.text if number else None,
        "case_type": title.case_type if title else None,
        "instance": judgment.instance,
        "procedure": course.procedure if course else None,
        "panel": _panel(judgment, course),
        "dates": _dates(judgment, course),
        "parties": [_party(p) for p in judgment.parties],
        "counsel": [_counsel(c) for c in judgment.counsel],
        "charges_alleged": [{"name": c.name, "party": c.party, "span": _span(c)} for c in judgment.charges_alleged],
        "results": [_result(r) for r in judgment.results],
        "custody": [_custody(c) for c in judgment.custody],
        "citations": [_citation(c) for c in judgment.citations],
        "evidence": [_evidence(e) for e in judgment.evidence],
        "amounts": [
            {"value": money(a.value), "text": a.text, "label": a.label, "span": _span(a)} for a in judgment.amounts
        ],
        "fees": {"items": json_value(judgment.fees)} if judgment.fees else {},
        "appeal": _appeal(judgment.appeal) if judgment.appeal else None,
        "lower": [_lower(d) for d in judgment.lower],
        **civil_facts(judgment),
        "sections": [{"name": s.name, "start": s.start, "end": s.end, "span": _span(s)} for s in judgment.sections],
        "spans": {
            name: _span(place)
            for name, place in (
                ("court", court),
                ("document_type", title),
                ("case_number", number),
                ("course", course),
                ("cause", judgment.cause),
            )
            if place is not None
        },
    }


def _span(place: Place) -> list[int]:
    return [place.start, place.end]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(fact: DateFact | None) -> Facts | None:
    return {"day": _iso(fact.value), "text": fact.text, "span": _span(fact)} if fact else None


def _days(found: Iterable[DateFact]) -> list[Facts | None]:
    return [_day(fact) for fact in found]


def _panel(judgment: Judgment, course: Course | None) -> Facts:
    everyone = (*judgment.members, *judgment.assistants, *judgment.clerks)
    return {"form": course.panel_form if course else None, "members": [_member(m) for m in everyone]}


def _member(member: Member) -> Facts:
    return {"role": member.role, "name": member.name, "span": _span(member)}


def _dates(judgment: Judgment, course: Course | None) -> Facts:
    return {
        "offence": _days(judgment.offence_days),
        "indicted": _day(course.indicted) if course else None,
        "petitioned": _day(course.petitioned) if course else None,
        "filed": _day(course.filed) if course else None,
        "converted": _day(course.converted_on) if course else None,
        "hearings": _days(course.hearings) if course else [],
        "decided": _day(judgment.decided),
    }


def _party(party: Party) -> Facts:
    return {
        "role": party.role,
        "former_role": party.former_role,
        "name": party.name,
        "aliases": list(party.aliases),
        "kind": party.kind,
        "sex": party.sex,
        "birth": _iso(party.birth),
        "birth_text": party.birth_text,
        "ethnicity": party.ethnicity,
        "education": party.education,
        "occupation": party.occupation,
        "identity_number": party.identity_number,
        "address": party.address,
        "span": _span(party),
    }


def _counsel(counsel: Counsel) -> Facts:
    return {
        "role": counsel.role,
        "name": counsel.name,
        "firm": counsel.firm,
        "clients": list(counsel.clients),
        "legal_aid": counsel.legal_aid,
        "span": _span(counsel),
    }


def _result(result: Result) -> Facts:
    return {
        "party": result.party,
        "charge": result.charge,
        "penalty": _penalty(result.penalty),
        "term": _term(result.term) if result.term else None,
        "total": result.total,
        "origin": result.origin,
        "item": result.item,
        "span": _span(result),
    }


def _penalty(penalty: Penalty) -> Facts:
    return {
        "kind": penalty.kind,
        "months": penalty.months,
        "days": penalty.days,
        "life": penalty.life,
        "death": penalty.death,
        "suspended": penalty.suspended,
        "probation_months": penalty.probation_months,
        "probation_days": penalty.probation_days,
        "fine": money(penalty.fine),
        "fine_kind": penalty.fine_kind,
        "confiscation": penalty.confiscation,
        "confiscation_amount": money(penalty.confiscation_amount),
        "political_rights_months": penalty.political_rights_months,
        "political_rights_life": penalty.political_rights_life,
        "exempt": penalty.exempt,
        "acquitted": penalty.acquitted,
        "span": _span(penalty),
    }


def _term(term: Term) -> Facts:
    return {
        "kind": term.kind,
        "start": _iso(term.begin.value) if term.begin else None,
        "end": _iso(term.finish.value) if term.finish else None,
        "span": _span(term),
    }


def _custody(step: Custody) -> Facts:
    return {
        "party": step.party,
        "kind": step.kind,
        "start": _iso(step.day),
        "end": _iso(step.until),
        "span": _span(step),
    }


def _citation(citation: Citation) -> Facts:
    return {
        "law": citation.title,
        "article": citation.article,
        "paragraph": citation.paragraph,
        "item": citation.item,
        "role": citation.role,
        "start": citation.start,
        "end": citation.end,
        "span": _span(citation),
    }


def _evidence(evidence: Evidence) -> Facts:
    return {
        "kind": evidence.kind,
        "text": evidence.text,
        "start": evidence.start,
        "end": evidence.end,
        "span": _span(evidence),
    }


def _lower(decision: LowerDecision) -> Facts:
    return {
        "court": decision.court,
        "case_number": decision.case_number,
        "decided": _iso(decision.decided),
        "document_type": decision.document_type,
        "results": [_result(r) for r in decision.results],
        "text": _span(decision.text) if decision.text else None,
        "span": _span(decision),
    }


def _appeal(appeal: Appeal) -> Facts:
    return {
        "days": appeal.days,
        "court": appeal.court,
        "copies": appeal.copies,
        "final": appeal.final,
        "foreign_days": appeal.foreign_days,
        "span": _span(appeal),
    }
