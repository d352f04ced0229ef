"""The queries by name, and what an engine must offer to run them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from anjian.cases.brief import Brief

#: Over a result: findings and documents counted.
REPORTS = ("counts", "courts", "months", "scenarios", "reversals", "causes")
#: Over checked documents: what belongs together (see `chains.relate`).
LINKING = ("firsts", "edges", "labels", "lower", "moved", "together", "chains")
#: Over checked documents and what `linked` found: the rows of a result and what it came to.
PUBLISHING = ("found", "weighed", "totals", "tallied", "skipped", "failures")


class Engine(Protocol):
    """Runs SQL in the words of DuckDB, on one machine or on a cluster."""

    def read(self, name: str, path: str) -> None:
        """Make a Parquet file, or a folder of them by court and month, the table `name`."""

    def keep(self, name: str, sql: str) -> None:
        """Compute a query once and keep its rows as the table `name`, in place of one of that name."""

    def rename(self, name: str, to: str) -> None:
        """Give a kept table another name, in place of the table of that name."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a query, in its order."""


@cache
def query(name: str) -> str:
    """The text of a query. Briefs are lists of their fields, so a query says `{reversal}` for the place of one."""
    text = files(__package__).joinpath(f"{name}.sql").read_text("utf-8")
    for place, field in enumerate(Brief.__struct_fields__):
        text = text.replace(f"[{{{field}}}]", f"[{place}]")
    return text
