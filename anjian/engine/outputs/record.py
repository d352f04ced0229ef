"""A finding as a flat record: the one shape of JSON lines and parquet."""

from __future__ import annotations

from typing import Any

from anjian.scenarios.base import Basis, Finding


def record(finding: Finding) -> dict[str, Any]:
    """The finding as JSON values, in the order of the design; Chinese under the plain key, English under `_en`."""
    return {
        "finding": finding.finding,
        "scenario": finding.scenario,
        "name": finding.name,
        "title": finding.title.zh,
        "title_en": finding.title.en,
        "family": finding.family,
        "certainty": finding.certainty,
        "severity": finding.severity,
        "document": finding.document,
        "case_number": finding.case_number,
        "court": finding.court,
        "decision_date": finding.decision_date.isoformat() if finding.decision_date else None,
        "message": finding.message.zh,
        "message_en": finding.message.en,
        "quote": finding.quote,
        "start": finding.start,
        "end": finding.end,
        "expected": finding.expected,
        "found": finding.found,
        "basis": [basis_record(b) for b in finding.basis],
        "pack": finding.pack,
    }


def basis_record(basis: Basis) -> dict[str, Any]:
    """A provision as JSON values; `since` and `until` bound the days it is the basis for, `text` is how it is cited."""
    return {
        "law": basis.law,
        "article": basis.article,
        "paragraph": basis.paragraph,
        "item": basis.item,
        "since": basis.since.isoformat() if basis.since else None,
        "until": basis.until.isoformat() if basis.until else None,
        "text": str(basis),
    }


def basis_text(finding: Finding) -> str:
    """All provisions of a finding as they are cited, joined by 、; a law is named once for its articles in a row."""
    out: list[str] = []
    law = None
    for basis in dict.fromkeys(finding.basis):
        out.append(str(basis).removeprefix(f"《{law}》"))
        law = basis.law
    return "、".join(out)
