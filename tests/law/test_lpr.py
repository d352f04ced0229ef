from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.dated import read_table
from anjian.law.lpr import INDEXES, benchmark_index, index_rate, index_rates, known_days, lpr

TABLES = ("lpr", "benchmark_rates")
DAYS = st.dates(date(1991, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize("table", TABLES)
def test_rows_follow_each_other_without_a_gap(table: str) -> None:
    rows = read_table(table)
    assert all(a["until"] == b["since"] for a, b in pairwise(rows))
    assert all(r["since"] < r["until"] for r in rows)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_two_sources_and_some_change(table: str) -> None:
    rows = read_table(table)
    columns = [column for t, column in INDEXES.values() if t == table]
    assert all(len(r["source"].split("；")) >= 2 for r in rows)
    assert all([a[c] for c in columns] != [b[c] for c in columns] for a, b in pairwise(rows))


@pytest.mark.parametrize("table", TABLES)
def test_longer_loans_never_cost_less(table: str) -> None:
    columns = [column for t, column in INDEXES.values() if t == table]
    for row in read_table(table):
        values = [Decimal(row[c]) for c in columns if row[c]]
        assert values == sorted(values), row["since"]


def test_some_values() -> None:
    assert lpr(date(2019, 8, 19)) is None
    assert lpr(date(2019, 8, 20)) == Decimal("4.25")
    assert lpr(date(2020, 8, 20)) == Decimal("3.85")
    assert lpr(date(2026, 9, 19)) == Decimal("3.00")
    assert lpr(date(2026, 9, 20)) is None
    five = index_rate("五年期以上LPR", date(2024, 2, 20))
    assert five is not None
    assert (five.percent, five.since) == (Decimal("3.95"), date(2024, 2, 20))
    year = index_rate(benchmark_index(12), date(2012, 7, 6))
    assert year is not None
    assert year.percent == Decimal("6.00")
    assert index_rate(benchmark_index(61), date(2008, 9, 20)) is None, "only one source has it"
    assert [benchmark_index(n) for n in (1, 6, 7, 36, 60)] == [
        "六个月以内贷款基准利率",
        "六个月以内贷款基准利率",
        "六个月至一年贷款基准利率",
        "一至三年贷款基准利率",
        "三至五年贷款基准利率",
    ]
    with pytest.raises(KeyError):
        index_rate("没有这种", date(2020, 1, 1))


@given(st.sampled_from(list(INDEXES)), DAYS, st.integers(0, 4000))
def test_a_stretch_has_values_when_every_day_has(index: str, begin: date, days: int) -> None:
    finish = begin + timedelta(days)
    found = index_rates(index, begin, finish)
    probes = [begin + timedelta(n) for n in range(0, days, 29)]
    if found is None:
        first, after = known_days(index)
        gap = index == "五年以上贷款基准利率"
        assert begin < first or finish > after or gap
    else:
        for on in probes:
            value = index_rate(index, on)
            assert value is not None
            assert value in found
