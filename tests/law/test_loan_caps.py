from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.dated import in_force
from anjian.law.loan_caps import caps
from anjian.law.lpr import lpr

LAWS = Path(__file__).parents[3] / "shared" / "laws"
DAYS = st.dates(date(1990, 1, 1), date(2026, 9, 1))
TURN = date(2020, 8, 20)


def percents(contract: date | None, filed: date, decided: date | None = None) -> list[Decimal | None]:
    return [c.percent for c in caps(contract, filed, decided)]


def test_before_2015_four_times_the_bank_rate_is_no_single_number() -> None:
    (cap,) = caps(date(2012, 2, 4), date(2015, 2, 12))
    assert (cap.percent, cap.multiple, cap.index) == (None, 4, "贷款基准利率")
    assert caps(None, date(1991, 8, 12)) == ()


def test_from_2015_to_2020_by_the_day_of_filing() -> None:
    (cap,) = caps(date(2012, 2, 4), date(2015, 9, 1))
    assert (cap.percent, cap.void_above) == (24, 36)
    assert percents(None, date(2020, 8, 19)) == [24]


def test_since_2020_four_times_the_lpr_of_the_contract() -> None:
    assert percents(date(2020, 9, 1), date(2022, 1, 1)) == [4 * Decimal("3.85")]
    assert percents(date(2024, 2, 20), date(2025, 1, 1)) == [4 * Decimal("3.45")]
    assert caps(None, date(2022, 1, 1)) == (), "the day of the contract decides"


def test_an_older_contract_is_split_at_2020_08_20() -> None:
    found = caps(date(2018, 1, 1), date(2022, 5, 1))
    assert [(c.percent, c.since, c.until) for c in found] == [
        (None, None, date(2015, 9, 1)),
        (Decimal(24), date(2015, 9, 1), TURN),
        (4 * Decimal("3.70"), TURN, None),
    ]
    _, before, after = found
    assert (before.percent, after.percent, after.index_day) == (24, Decimal("14.80"), date(2022, 5, 1))


def test_cases_filed_in_the_second_half_of_2020_turn_on_the_day_of_decision() -> None:
    filed = date(2020, 10, 1)
    assert caps(date(2018, 1, 1), filed) == ()
    assert percents(date(2018, 1, 1), filed, date(2020, 12, 1)) == [4 * Decimal("3.85")]
    assert percents(date(2019, 12, 1), filed, date(2020, 12, 1)) == [4 * Decimal("4.15")]
    assert percents(date(2018, 1, 1), filed, date(2021, 3, 1)) == [None, 24, 4 * Decimal("3.85")]
    assert percents(date(2020, 9, 1), filed) == [4 * Decimal("3.85")]


@given(st.none() | DAYS, DAYS, st.none() | DAYS, DAYS)
def test_no_day_of_interest_is_under_two_caps(
    contract: date | None, filed: date, decided: date | None, on: date
) -> None:
    found = caps(contract, filed, decided)
    assert sum(in_force(c.since, c.until, on) for c in found) <= 1
    for c in found:
        assert c.percent is None or c.percent in (24, *(4 * x for x in (lpr(filed), contract and lpr(contract)) if x))
        assert c.zh
        assert c.en


@pytest.mark.corpus
@pytest.mark.skipif(not LAWS.exists(), reason="the law texts are not here")
def test_the_text_in_force_says_so() -> None:
    text = next(LAWS.glob("司法解释/最高人民法院关于审理民间借贷案件适用法律若干问题的规定(*.md")).read_text("utf-8")
    articles = {m[1]: m[0] for m in re.finditer(r"^第([一二三四五六七八九十]+)条 .*?(?=^第|\Z)", text, re.M | re.S)}
    for number in ("二十五", "二十八", "二十九"):
        assert "合同成立时一年期贷款市场报价利率四倍" in articles[number]
    for words in ("2020年8月20日之后新受理", "自合同成立到2020年8月19日", "起诉时本规定的利率保护标准"):
        assert words in articles["三十一"]
