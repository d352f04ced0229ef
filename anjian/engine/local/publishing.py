"""The result: findings and documents in folders by court and month, in the order of arrival.

No more is in memory than some thousand rows: the rows are first spread over buckets, files that hold the rows of a few
folders each, and the buckets then taken apart by the workers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from ..batch import FINDING, LINKED
from ..result import COUNTS, DOCUMENTS, FINDINGS, PARTITION, folder_of
from ..run import Plan
from .buckets import MOST, Buckets, batches
from .linking import quoted
from .pool import Pool
from .work import Work
from .worker import At, Check

if TYPE_CHECKING:
    import duckdb

_LINKED = "create or replace view linked as from read_parquet('{folder}/*.parquet')"
_LATER_FOUND = """
create or replace table later as
select firsts.part, firsts.place, told,
  row_number() over (partition by part, place order by told.start, told.end, told.scenario, told.message) as nth
from (select unnest(findings) as told from linked) as each_finding
join firsts on firsts.document = told.document
"""
_FOUND = """
create or replace view found as
select part, place, told from (select part, place, unnest(findings) as told from checked)
union all
select part, place, told from later
"""
_SIZES = """
select court, month, count(*) as documents, sum(len(findings)) as findings from checked
group by court, month order by coalesce(court, ''), month
"""
_LATER = "select place, told from later where part = $1 and place between $2 and $3 order by place, nth"

_ROW_GROUP = 16384
_BUCKET_ROWS = 10_000

#: A finding across documents with the row, in a batch, of the document it is in.
Later = list[tuple[int, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Bucket:
    """A file with the rows of some folders, in the order of arrival, to be written into those folders below `to`."""

    source: Path
    to: Path

    def do(self, plan: Plan, check: Check, at: At) -> int:
        """Write the folders, also where that has been begun before."""
        with pa.OSFile(str(self.source)) as stream, pa.ipc.open_stream(stream) as rows:
            lone = (rows.schema.metadata or {}).get(_FOLDER)
            if lone:
                return _write(self.to / lone.decode(), rows.schema.remove_metadata(), rows)
            return self._write_several(rows.read_all())

    def _write_several(self, table: pa.Table) -> int:
        names = [folder_of(*pair) for pair in zip(*(table[name].to_pylist() for name in PARTITION), strict=True)]
        order = sorted(range(len(names)), key=names.__getitem__)
        for name, rows in groupby(order, key=names.__getitem__):
            _write(self.to / name, table.schema, table.take(list(rows)).to_batches())
        return len(names)


_FOLDER = b"folder"


def find_all(work: Work, base: duckdb.DuckDBPyConnection) -> None:
    """Make the view `found`: every finding with where its document stands in the order of arrival."""
    from ..sql import Duck, query  # DuckDB, which the workers do without

    pq.write_table(LINKED.empty_table(), work.linked / "none.parquet")  # a pattern must match something
    Duck(base).keep("firsts", query("firsts"))
    base.execute(_LINKED.format(folder=quoted(work.linked)))
    base.execute(_LATER_FOUND)
    base.execute(_FOUND)


def write_folders(work: Work, base: duckdb.DuckDBPyConnection, pool: Pool) -> None:
    """Write the two folders of the result."""
    sizes = base.execute(_SIZES).fetchall()
    for kind, schema, rows_of, column in (
        ("findings", FINDINGS, _findings, 3),
        ("documents", DOCUMENTS, _documents, 2),
    ):
        buckets = _buckets([(folder_of(row[0], row[1]), row[column]) for row in sizes])
        spread = _spread(work, schema, buckets, (rows_of(*one) for one in _rows(work, base)))
        for done in pool.run(Bucket(path, work.result / kind) for path in spread):
            assert isinstance(done.work, Bucket)
            done.work.source.unlink()
        work.buckets.rmdir()
        if not (work.result / kind).exists():  # so that the columns can be asked for
            _write(work.result / kind / folder_of(None, None), schema, ())


def _buckets(sizes: list[tuple[str, int]]) -> list[list[str]]:
    """The folders, some together as long as they are small."""
    limit = max(_BUCKET_ROWS, sum(size for _, size in sizes) // MOST)
    out: list[list[str]] = []
    held = 0
    for folder, size in sizes:
        if not out or held + size > limit:
            out.append([])
            held = 0
        out[-1].append(folder)
        held += size
    return out


def _spread(work: Work, schema: pa.Schema, buckets: list[list[str]], found: Iterable[pa.RecordBatch]) -> list[Path]:
    """Write the rows into the files of the buckets; gives the files."""
    where = {folder: n for n, folders in enumerate(buckets) for folder in folders}
    kept = pa.schema([*schema, *((name, pa.string()) for name in PARTITION)])
    lone = {n: kept.with_metadata({_FOLDER: folders[0]}) for n, folders in enumerate(buckets) if len(folders) == 1}
    work.buckets.mkdir()
    with Buckets(work.buckets) as files:
        for batch in found:
            for n, rows in _by_bucket(batch, where).items():
                files.add(n, batch.take(pa.array(rows)).select(kept.names).cast(lone.get(n, kept)))
    return sorted(work.buckets.iterdir())


def _by_bucket(batch: pa.RecordBatch, where: Mapping[str, int]) -> dict[int, list[int]]:
    out: dict[int, list[int]] = defaultdict(list)
    for row, (court, month) in enumerate(zip(batch["court"].to_pylist(), batch["month"].to_pylist(), strict=True)):
        out[where[folder_of(court, month)]].append(row)
    return out


def _rows(work: Work, base: duckdb.DuckDBPyConnection) -> Iterator[tuple[pa.RecordBatch, Later]]:
    """The rows of all tasks in the order of arrival, each batch with the findings across documents in it."""
    for batch, part, first, last in batches(work.parts):
        later = base.execute(_LATER, [part, first, last]).fetchall()
        yield batch, [(place - first, told) for place, told in later]


def _documents(batch: pa.RecordBatch, later: Later) -> pa.RecordBatch:
    """The rows without their findings, with how many there are of each certainty."""
    counts = {name: [0] * batch.num_rows for name in COUNTS}
    findings = batch["findings"]
    told = findings.flatten().field("certainty").to_pylist()
    for row, certainty in zip(pc.list_parent_indices(findings).to_pylist(), told, strict=True):
        counts[certainty][row] += 1
    for row, finding in later:
        counts[finding["certainty"]][row] += 1
    for name, column in counts.items():
        batch = batch.append_column(name, pa.array(column, pa.int64()))
    return batch


def _findings(batch: pa.RecordBatch, later: Later) -> pa.RecordBatch:
    """The findings of the rows with the court and month of the document; those across documents behind its own."""
    own = batch["findings"].flatten()
    rows = [*pc.list_parent_indices(batch["findings"]).to_pylist(), *(row for row, _ in later)]
    every = pa.concat_arrays([own, pa.array([finding for _, finding in later], FINDING)])
    order = sorted(range(len(rows)), key=rows.__getitem__)
    found = pa.RecordBatch.from_struct_array(every.take(pa.array(order, pa.int64())))
    where = batch.select(PARTITION).take(pa.array([rows[n] for n in order], pa.int64()))
    names = [name for name in found.schema.names if name not in PARTITION]
    return pa.RecordBatch.from_arrays([*(found[name] for name in names), *where.columns], names=[*names, *PARTITION])


def _write(folder: Path, schema: pa.Schema, batches: Iterable[pa.RecordBatch]) -> int:
    """Write the one file of a folder."""
    schema = pa.schema([field for field in schema if field.name not in PARTITION])
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    with pq.ParquetWriter(folder / "part-0.parquet", schema, compression="zstd") as writer:
        for batch in batches:
            writer.write_batch(batch.select(schema.names), _ROW_GROUP)
            count += batch.num_rows
    return count
