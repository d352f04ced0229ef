"""SARIF 2.1.0 for tools that show static-analysis results; streamed, offsets in code points."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, BinaryIO
from urllib.parse import quote

from anjian import __version__
from anjian.scenarios.base import CERTAINTIES, FAMILIES, Certainty, Finding, Words
from anjian.scenarios.registry import Registered

from ..inputs import Document, Unreadable
from ..run import Checked, Tally
from .place import Lines
from .record import basis_text
from .wording import Lang, say

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVEL: dict[Certainty, str] = {"certain": "error", "likely": "warning", "hint": "note"}
KEPT_NOTICES = 1000


class Sarif:
    """Writes the rules at once, each result as it comes, and what could not be read at the end."""

    def __init__(self, stream: BinaryIO, chosen: Sequence[Registered], lang: Lang) -> None:
        self._stream = stream
        self._lang = lang
        self._rules = {r.scenario.code: i for i, r in enumerate(chosen)}
        self._results = 0
        self._notices: list[dict[str, Any]] = []
        self._unreadable = 0
        driver = {
            "name": "Anjian 案鉴",
            "version": __version__,
            "language": "zh-CN" if lang == "zh" else "en",
            "rules": [_rule(r, lang) for r in chosen],
        }
        head = f'{{"$schema":{_json(SCHEMA)},"version":"2.1.0","runs":[{{"tool":{{"driver":{_json(driver)}}}'
        self._write(f'{head},"columnKind":"unicodeCodePoints","results":[')

    def document(self, checked: Checked) -> None:
        if not checked.findings:
            return
        lines = Lines(checked.document.text)
        for finding in checked.findings:
            self._write(("," if self._results else "") + "\n" + _json(self._result(finding, checked.document, lines)))
            self._results += 1

    def unreadable(self, item: Unreadable) -> None:
        self._unreadable += 1
        if len(self._notices) < KEPT_NOTICES:
            text = item.sentence_zh if self._lang == "zh" else item.sentence_en
            location = {"physicalLocation": {"artifactLocation": {"uri": _uri(item.source)}}}
            self._notices.append({"level": "error", "message": {"text": text}, "locations": [location]})

    def finish(self, tally: Tally) -> None:
        invocation = {
            "executionSuccessful": tally.documents > 0,
            "toolExecutionNotifications": self._notices,
            "properties": {"documents": tally.documents, "unreadable": self._unreadable},
        }
        self._write(f'\n],"invocations":[{_json(invocation)}]}}]}}\n')
        self._stream.flush()

    def close(self) -> None:
        """Holds nothing."""

    def _result(self, finding: Finding, document: Document, lines: Lines) -> dict[str, Any]:
        place = {"artifactLocation": {"uri": _uri_of(document)}, "region": _region(finding, lines)}
        return {
            "ruleId": finding.scenario,
            "ruleIndex": self._rules[finding.scenario],
            "level": LEVEL[finding.certainty],
            "rank": 100.0 - 40.0 * CERTAINTIES.index(finding.certainty),
            "message": {"text": say(finding.message, self._lang)},
            "locations": [
                {"physicalLocation": place, "logicalLocations": [{"fullyQualifiedName": document.id}]},
            ],
            "partialFingerprints": {"anjianFinding/v1": finding.finding},
            "properties": _properties(finding),
        }

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))


def _rule(registered: Registered, lang: Lang) -> dict[str, Any]:
    scenario = registered.scenario
    return {
        "id": scenario.code,
        "name": scenario.name,
        "shortDescription": {"text": say(scenario.title, lang)},
        "fullDescription": {"text": _description(registered, lang)},
        "defaultConfiguration": {"level": LEVEL[scenario.certainty]},
        "properties": {
            "family": scenario.family,
            "tags": [say(Words(*FAMILIES[scenario.family]), lang), scenario.severity],
            "basis": [str(b) for b in scenario.basis],
        },
    }


def _description(registered: Registered, lang: Lang) -> str:
    """The page's What section, or its English line."""
    english = re.search(r"^English: +(.+)$", registered.page, re.M)
    what = re.search(r"^## What[^\n]*\n(.+?)(?=^## |\Z)", registered.page, re.M | re.S)
    if lang == "en" and english:
        return english[1].strip()
    return what[1].strip() if what and what[1].strip() else say(registered.scenario.title, lang)


def _region(finding: Finding, lines: Lines) -> dict[str, Any]:
    start_line, start_column = lines.at(finding.start)
    end_line, end_column = lines.at(finding.end)
    return {
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": finding.start,
        "charLength": finding.end - finding.start,
        "snippet": {"text": finding.quote},
    }


def _properties(finding: Finding) -> dict[str, Any]:
    return {
        "certainty": finding.certainty,
        "severity": finding.severity,
        "caseNumber": finding.case_number,
        "court": finding.court,
        "decisionDate": finding.decision_date.isoformat() if finding.decision_date else None,
        "expected": finding.expected,
        "found": finding.found,
        "basis": basis_text(finding),
        "pack": finding.pack,
    }


def _uri_of(document: Document) -> str:
    """The file; for one record among many, the record's id as fragment, because lines count in the record's text."""
    uri = _uri(document.source)
    return uri if document.line is None else f"{uri}#{quote(document.id, safe='')}"


def _uri(source: str) -> str:
    if source == "-":
        return "stdin"
    path = quote(source.replace("\\", "/"), safe="/", errors="replace")
    return f"file://{path}" if path.startswith("/") else path


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
