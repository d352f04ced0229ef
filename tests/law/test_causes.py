"""Names of causes of action by day."""

from __future__ import annotations

from datetime import date

import pytest

from anjian.law.causes import cause_named, known_cause, nearest_cause
from anjian.law.dated import read_table

BEFORE, AFTER = date(2020, 12, 31), date(2021, 1, 1)


def test_a_name_that_was_replaced_in_2021() -> None:
    old = "生命权、健康权、身体权纠纷"
    assert cause_named(old, BEFORE)
    assert cause_named(old, AFTER) is None
    found = known_cause(old)
    assert found
    assert cause_named(found.replaced_by, AFTER)


@pytest.mark.parametrize("name", ["民间借贷纠纷", "机动车交通事故责任纠纷", "离婚纠纷", "不当得利纠纷"])
def test_common_names_are_known_on_both_sides_of_the_change(name: str) -> None:
    assert cause_named(name, BEFORE)
    assert cause_named(name, AFTER)


def test_separators_and_quotes_do_not_matter() -> None:
    assert known_cause("生命权,身体权，健康权纠纷")
    assert known_cause(" 离婚 纠纷 ")


@pytest.mark.parametrize(
    ("slip", "right"),
    [("民间借货纠纷", "民间借贷纠纷"), ("买卖合纠纷同", None), ("房屋买合同纠纷", "房屋买卖合同纠纷")],
)
def test_a_slip_of_one_character(slip: str, right: str | None) -> None:
    assert nearest_cause(slip, AFTER) == right


def test_a_known_or_distant_name_has_no_nearest() -> None:
    assert nearest_cause("民间借贷纠纷", AFTER) is None
    assert nearest_cause("合同诈骗损失追讨纠纷", AFTER) is None


def test_every_row_has_its_source_and_every_replacement_exists() -> None:
    for row in read_table("causes"):
        assert row["source"]
        assert row["checked_on"] == "2026-11-23"
        assert bool(row["until"]) == bool(row["replaced_by"])
        assert not row["replaced_by"] or known_cause(row["replaced_by"])
