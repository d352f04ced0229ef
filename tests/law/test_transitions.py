"""Which law governs at a change."""

from __future__ import annotations

from datetime import date

import pytest

from anjian.law.dated import read_table
from anjian.law.editions import exists
from anjian.law.transitions import applies, pending_under_new, transitions

CODE = "民法典"


@pytest.mark.parametrize(
    ("facts", "governs"),
    [("施行前", "旧法"), ("施行后", "新法"), ("持续至施行后", "新法"), ("施行前已终审而再审", "旧法")],
)
def test_the_civil_code(facts: str, governs: str) -> None:
    assert applies(CODE, facts) == governs


def test_an_article_that_reaches_back_goes_before_the_general_rule() -> None:
    assert applies(CODE, "施行前", "1217") == "新法"
    assert applies(CODE, "施行前", "1218") == "旧法"


def test_no_rule_no_answer() -> None:
    assert applies(CODE, "某种没有规定的情形") is None
    assert applies("某某法", "施行前") is None


def test_pending_civil_cases_of_2013_follow_the_new_text() -> None:
    assert pending_under_new("民事诉讼法", date(2013, 1, 1))
    assert not pending_under_new("民事诉讼法", date(2022, 1, 1))
    assert applies("行政诉讼法", "未结案件的审理期限") == "旧法"


def test_every_article_named_exists() -> None:
    named = [a for t in transitions(CODE) for a in t.provisions]
    assert len(named) > 15
    assert all(exists(CODE, a, date(2021, 1, 1)) for a in named)


def test_every_row_has_its_source() -> None:
    for row in read_table("transitions"):
        assert row["source"]
        assert row["applies"] in ("新法", "旧法")
        assert row["checked_on"] == "2026-11-23"
