"""Dated tables: CSV files under `anjian/law/data` and the one rule for "in force on that day"."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from importlib.resources import files

#: One row of a table: column name → cell as written ("" where empty).
Row = dict[str, str]


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """The rows of `data/NAME.csv` in file order; read once, then kept. Treat them as read-only.

    Raises FileNotFoundError for an unknown name and ValueError for a row with too few or too many cells.
    """
    path = files("anjian.law").joinpath("data", f"{name}.csv")
    lines = csv.reader(path.read_text(encoding="utf-8").splitlines())
    header = next(lines)
    rows = []
    for cells in lines:
        if len(cells) != len(header):
            raise ValueError(f"{name}.csv: {len(cells)} cells instead of {len(header)}: {cells[:3]}")
        rows.append(dict(zip(header, cells, strict=True)))
    return tuple(rows)


def day(text: str) -> date | None:
    """The date written YYYY-MM-DD; None for an empty cell. Raises ValueError for anything else."""
    return date.fromisoformat(text) if text else None


def in_force(since: date | None, until: date | None, on: date) -> bool:
    """Whether ON lies in the range. SINCE is its first day, UNTIL the first day after it; None is open."""
    return (since is None or since <= on) and (until is None or on < until)
