"""What belongs together, found by SQL over the rows of all tasks and written as files of chains and groups."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa

from .buckets import MOST, Buckets, batches
from .work import Work
from .worker import MEMBER, Join

if TYPE_CHECKING:
    import duckdb

#: Rows that are wide stay out of the sorting, which would have to hold them.
_NUMBERED = """
create or replace table numbered as
select code, root, part, place, row_number() over (order by code nulls first, root, part, place) as nth
from (select code, root, part, place from ({together}))
"""
_MEMBERS = """
create or replace table members as
select part, place, code, first, nth, (first - 1) // {size} as file
from (select *, min(nth) over (partition by code, root) as first from numbered)
"""
_HERE = """
select file, place, code, first, nth from members where part = $1 and place between $2 and $3 order by file, nth
"""
_FILE_MEMBERS = 2000


def open_base(work: Work, threads: int) -> duckdb.DuckDBPyConnection:
    """A database in the work folder over the rows of all tasks, as `checked`. It spills to disk, not to memory."""
    import duckdb  # which the workers do without

    base = duckdb.connect(str(work.spill / "base.duckdb"))
    base.execute(f"set threads = {min(threads, 4)}")
    base.execute("set memory_limit = '400MB'")
    base.execute("set temp_directory = $1", [str(work.spill / "temp")])
    base.execute("set TimeZone = 'UTC'")
    base.execute(f"create view checked as from read_parquet('{quoted(work.parts)}/*.parquet')")
    return base


def joins(work: Work, base: duckdb.DuckDBPyConnection) -> Iterator[Join]:
    """The chains and groups still to be checked, a file at a time; the files are written first where they are not."""
    if not work.together.exists():
        half = work.together.with_name("together.tmp")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir()
        _write(work, half, base)
        os.rename(half, work.together)
    for source in sorted(work.together.iterdir()):
        to = work.linked / f"{source.stem}.parquet"
        if not to.exists():
            yield Join(source, to)


def _write(work: Work, folder: Path, base: duckdb.DuckDBPyConnection) -> None:
    """Write chains and groups of about so many members together into files, in whatever order they come."""
    from ..sql import Duck, query, relate

    relate(Duck(base))
    base.execute(_NUMBERED.format(together=query("together")))
    ((count,),) = base.execute("select count(*) from numbered").fetchall()
    base.execute(_MEMBERS.format(size=max(_FILE_MEMBERS, count // MOST)))
    with Buckets(folder) as files:
        for batch, part, first, last in batches(work.parts):
            members = base.execute(_HERE, [part, first, last]).fetchall()
            for number, rows in groupby(members, key=lambda row: row[0]):
                files.add(number, _rows(batch, first, list(rows)))


def _rows(batch: pa.RecordBatch, first: int, members: list[tuple[int, int, str | None, int, int]]) -> pa.RecordBatch:
    _, places, codes, roots, order = zip(*members, strict=True)
    kept = batch.select(["brief", "given"]).take(pa.array([place - first for place in places]))
    columns = [pa.array(codes, pa.string()), pa.array(roots, pa.int64()), pa.array(order, pa.int64()), *kept.columns]
    return pa.RecordBatch.from_arrays(columns, schema=MEMBER)


def quoted(path: Path) -> str:
    """A path as part of a pattern within quotes."""
    return str(path).replace("'", "''")
