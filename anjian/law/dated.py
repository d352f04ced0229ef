"""Dated tables: CSV files under `anjian/law/data` and the one rule for "in force on that day"."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Generic, TypeVar

T = TypeVar("T")

#: One row of a table: column name → cell as written ("" where empty).
Row = dict[str, str]


@cache
def raw_table(name: str) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of `data/NAME.csv` as cells, in file order; read once, then kept. Treat as read-only.

    Raises FileNotFoundError for an unknown name and ValueError for a row with too few or too many cells.
    """
    path = files("anjian.law").joinpath("data", f"{name}.csv")
    header, *rows = csv.reader(path.read_text(encoding="utf-8").splitlines())
    for cells in rows:
        if len(cells) != len(header):
            raise ValueError(f"{name}.csv: {len(cells)} cells instead of {len(header)}: {cells[:3]}")
    return header, rows


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """The rows of a table as `raw_table` gives them, each by column. For large tables that costs milliseconds."""
    header, rows = raw_table(name)
    return tuple(dict(zip(header, cells, strict=True)) for cells in rows)


def day(text: str) -> date | None:
    """The date written YYYY-MM-DD; None for an empty cell. Raises ValueError for anything else."""
    return date.fromisoformat(text) if text else None


def in_force(since: date | None, until: date | None, on: date) -> bool:
    """Whether ON lies in the range. SINCE is its first day, UNTIL the first day after it; None is open."""
    return (since is None or since <= on) and (until is None or on < until)


class Spans(Generic[T]):
    """What holds over which days: the first of some values, in their order, that was in force on a day."""

    __slots__ = ("_spans",)

    def __init__(self, spans: Iterable[tuple[date | None, date | None, T]]) -> None:
        self._spans = tuple((since or date.min, until, value) for since, until, value in spans)

    def on(self, day: date) -> T | None:
        """The value of that day, or None."""
        for since, until, value in self._spans:
            if since <= day and (until is None or day < until):
                return value
        return None
