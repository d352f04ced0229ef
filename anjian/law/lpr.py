"""Reference rates of loans as facts: the LPR since 2019-08-20 and the benchmark rates before it.

`lpr.csv` has a row for every change of the monthly quotation: since, until, one_year, five_year (per cent a year).
Its last `until` is the first day on which a quotation not confirmed here may hold. `benchmark_rates.csv` has a row
for every change of 贷款基准利率: six_months … over_five by the length of the loan; it ends where the courts turn to
the LPR (买卖合同解释 2020 art. 18). Since 2014-11-22 the bank has only three classes, written here in all five
columns. Every cell stands in two sources that agree (`source`); a cell without two is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from msgspec import Struct

from .dated import day, in_force, read_table

#: Every index: its official name → table and column.
INDEXES = {
    "一年期LPR": ("lpr", "one_year"),
    "五年期以上LPR": ("lpr", "five_year"),
    "六个月以内贷款基准利率": ("benchmark_rates", "six_months"),
    "六个月至一年贷款基准利率": ("benchmark_rates", "one_year"),
    "一至三年贷款基准利率": ("benchmark_rates", "three_years"),
    "三至五年贷款基准利率": ("benchmark_rates", "five_years"),
    "五年以上贷款基准利率": ("benchmark_rates", "over_five"),
}
_CLASSES = (6, 12, 36, 60)


class IndexRate(Struct, frozen=True):
    """What an index was, in per cent a year, from `since` until the day before `until`."""

    percent: Decimal
    since: date
    until: date
    source: str


def index_rate(index: str, on: date) -> IndexRate | None:
    """The index (a name of `INDEXES`) on a day; None where no confirmed value is at hand. KeyError: no such index."""
    return next((r for r in _table(index) if in_force(r.since, r.until, on)), None)


def index_rates(index: str, begin: date, finish: date) -> tuple[IndexRate, ...] | None:
    """The values from BEGIN up to the day before FINISH, in order; None where a day of these has none."""
    found = tuple(_touching(index, begin, finish))
    days = sum((min(r.until, finish) - max(r.since, begin)).days for r in found)
    return found if days == max((finish - begin).days, 0) else None


def known_days(index: str) -> tuple[date, date]:
    """The first day on which an index has a value here, and the first day after the last. KeyError: no such index."""
    return _table(index)[0].since, _table(index)[-1].until


def benchmark_index(months: int) -> str:
    """The benchmark for a loan of so many months: 六个月以内 up to six, 六个月至一年 up to twelve …"""
    names = [name for name, (table, _) in INDEXES.items() if table == "benchmark_rates"]
    return names[sum(months > limit for limit in _CLASSES)]


def lpr(on: date) -> Decimal | None:
    """The one-year LPR of a day in per cent; None before 2019-08-20 and after the last confirmed quotation."""
    found = index_rate("一年期LPR", on)
    return found.percent if found else None


def _touching(index: str, begin: date, finish: date) -> Iterator[IndexRate]:
    return (r for r in _table(index) if r.since < finish and begin < r.until)


@cache
def _table(index: str) -> tuple[IndexRate, ...]:
    table, column = INDEXES[index]
    found = []
    for row in read_table(table):
        since, until = day(row["since"]), day(row["until"])
        if row[column] and since and until:
            found.append(IndexRate(Decimal(row[column]), since, until, row["source"]))
    return tuple(found)
