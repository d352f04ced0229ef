"""Every scenario's page has its headings, its basis and a name that leads to it."""

from __future__ import annotations

import re

import pytest

from anjian.scenarios.base import CERTAINTIES, FAMILIES, SEVERITIES
from anjian.scenarios.registry import find, scenarios

HEADINGS = (
    "What 查什么",
    "Why 为何",
    "Method 方法",
    "Exclusions 排除",
    "Assumptions 假定",
    "Basis 依据",
    "Remedy 怎么改",
)


@pytest.mark.parametrize("code", scenarios())
def test_page_has_the_fixed_headings_in_order(code: str) -> None:
    page = scenarios()[code].page
    assert re.findall(r"^## (.+)$", page, re.M) == list(HEADINGS)
    assert re.search(r"^English: .+", page, re.M)


@pytest.mark.parametrize("code", scenarios())
def test_metadata(code: str) -> None:
    registered = scenarios()[code]
    s = registered.scenario
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", s.code)
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", s.name)
    assert registered.module.rsplit(".", 1)[1] == s.name.replace("-", "_")
    assert s.family in FAMILIES
    assert f".{s.family}." in registered.module
    assert s.certainty in CERTAINTIES
    assert s.severity in SEVERITIES
    assert s.title.zh
    assert s.title.en
    assert s.basis
    assert s.subjects


def test_code_and_name_lead_to_the_same_scenario() -> None:
    for code, registered in scenarios().items():
        assert find(code) is registered
        assert find(registered.scenario.name) is registered
    assert find("PEN999") is None
