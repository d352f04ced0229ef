"""The number of one use of a law by day."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from anjian.law.dated import day, read_table
from anjian.law.renumbered import number_on, other_numbers

ROOT = Path(__file__).parents[2]
LAWS = ROOT.parent / "shared" / "laws"
CIVIL = "民事诉讼法"


@pytest.mark.parametrize(
    ("use", "numbers"),
    [
        ("迟延履行利息", ["229", "253", "260", "264"]),
        ("缺席判决", ["130", "144", "147", "147"]),
        ("撤诉", ["131", "145", "148", "148"]),
        ("二审裁判", ["153", "170", "177", "177"]),
        ("再审事由", [None, "200", "207", "211"]),
        ("再审审查", [None, "204", "211", "215"]),
        ("终结执行", [None, "257", "264", "268"]),
    ],
)
def test_a_use_through_the_editions(use: str, numbers: list[str | None]) -> None:
    days = [date(2012, 12, 31), date(2021, 12, 31), date(2023, 12, 31), date(2024, 1, 1)]
    assert [number_on(CIVIL, use, d) for d in days] == numbers


def test_the_day_before_and_the_day_of_a_change() -> None:
    assert number_on(CIVIL, "迟延履行利息", date(2021, 12, 31)) == "253"
    assert number_on(CIVIL, "迟延履行利息", date(2022, 1, 1)) == "260"
    assert other_numbers(CIVIL, "迟延履行利息", date(2022, 1, 1)) == {"229", "253", "264"}


def test_the_interpretation_moved_by_two_in_2022() -> None:
    law = "最高人民法院关于适用民事诉讼法的解释"
    assert number_on(law, "终结本次执行", date(2022, 4, 9)) == "519"
    assert number_on(law, "终结本次执行", date(2022, 4, 10)) == "517"


def test_what_no_text_supports_is_unknown() -> None:
    assert number_on(CIVIL, "迟延履行利息", date(1995, 1, 1)) is None
    assert number_on(CIVIL, "没有的用途", date(2020, 1, 1)) is None


def test_spans_of_one_use_do_not_overlap() -> None:
    spans: dict[tuple[str, str], list[tuple[date, date]]] = {}
    for row in read_table("renumbered"):
        since = day(row["since"])
        assert since
        until = day(row["until"]) or date.max - timedelta(1)
        assert since < until
        spans.setdefault((row["law"], row["use"]), []).append((since, until))
        assert row["source"]
    for found in spans.values():
        ordered = sorted(found)
        assert all(a[1] <= b[0] for a, b in pairwise(ordered))


@pytest.mark.skipif(not LAWS.exists(), reason="the law texts are not part of the repository")
def test_the_civil_rows_follow_from_the_texts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from derive_numbers import CIVIL_USES, civil_rows

    derived = {tuple(r) for r in civil_rows(LAWS)}
    shipped = {tuple(r[k] for k in list(r)[:-1]) for r in read_table("renumbered")}
    assert derived <= shipped
    assert len(derived) > 2 * len(CIVIL_USES)
    sys.modules.pop("derive_numbers")
