"""The bounds of the sentencing guidance, and the rules of the general part that the penalty scenarios ask for."""

from __future__ import annotations

from datetime import date

import pytest

from anjian.law.guidance import max_lightening
from anjian.law.penalties import general_range


def test_bounds_hold_from_their_first_day() -> None:
    found = max_lightening("自首", date(2022, 1, 1))
    assert found is not None
    assert found.max_percent == 40
    assert max_lightening("自首", date(2021, 12, 31)) is None
    assert max_lightening("天气", date(2022, 1, 1)) is None


@pytest.mark.parametrize(
    ("kind", "on", "expected"),
    [
        ("可以宣告缓刑的有期徒刑", date(2019, 1, 1), (None, 36)),
        ("罚金缴纳期限", date(2019, 1, 1), (None, 3)),
        ("数罪并罚有期徒刑（总和界线）", date(2019, 1, 1), (420, None)),
        ("有期徒刑吸收拘役", date(2015, 11, 1), (None, None)),
    ],
)
def test_rules_of_the_general_part(kind: str, on: date, expected: tuple[int | None, int | None]) -> None:
    found = general_range(kind, on)
    assert found is not None
    assert (found.min_months, found.max_months) == expected


def test_rules_begin_on_their_day() -> None:
    assert general_range("有期徒刑吸收拘役", date(2015, 10, 31)) is None
    assert general_range("数罪并罚有期徒刑（总和界线）", date(2011, 4, 30)) is None
    assert general_range("罚金缴纳期限", date(2000, 12, 18)) is None
