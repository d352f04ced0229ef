"""Every literate case beside every scenario: what it must find, and what it must let pass."""

from __future__ import annotations

import pytest

from anjian.engine.check import check_set
from anjian.scenarios.literate import LiterateCase, read_cases
from anjian.scenarios.registry import Registered, scenarios

CASES = [
    pytest.param(registered, case, id=f"{code}:{case.line}:{case.kind}")
    for code, registered in scenarios().items()
    for case in (read_cases(registered.cases) if registered.cases.exists() else ())
]


@pytest.mark.parametrize(("registered", "case"), CASES)
def test_case(registered: Registered, case: LiterateCase) -> None:
    findings = check_set(case.documents, [registered])
    got = [(f.certainty, f.quote) for f in findings]
    assert got == [(e.certainty, e.quote) for e in case.findings], [f.message.zh for f in findings]
    for finding, expected in zip(findings, case.findings, strict=True):
        assert expected.words in finding.message.zh
        assert finding.message.en


@pytest.mark.parametrize("code", scenarios())
def test_shows_a_hit_a_near_miss_and_an_excuse(code: str) -> None:
    cases = scenarios()[code].cases
    assert cases.exists(), f"{cases} is missing"
    kinds = {case.kind for case in read_cases(cases)}
    assert kinds == {"hit", "near miss", "excused"}
