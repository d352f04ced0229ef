"""What runs on the executors: the functions of `engine.batch` over streams of Arrow batches, some megabytes a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Any
from urllib.parse import unquote

import pyarrow as pa
import pyarrow.compute as pc

from ..batch import LINKED, RESULT, TOGETHER, check_batch, check_linked
from ..inputs.records import identifier_of
from ..run import Plan

#: Text checked at once, in bytes, and chains at once: what bounds the memory of a Python worker.
_BYTES = 8 << 20
_CHAINS = 64

PLACE = pa.schema([("part", pa.string()), ("place", pa.int64())])
"""Where a document stands: its file and its row there. Documents come in this order."""
CHECKED = pa.schema([*RESULT, *PLACE])


#: An input as it was given, and with its scheme and from the root.
Root = tuple[str, str]


def check_stream(batches: Iterable[pa.RecordBatch], plan: Plan, roots: tuple[Root, ...]) -> Iterator[pa.RecordBatch]:
    """Rows of `CHECKED` for batches of id, text, part and place."""
    for batch in batches:
        for some in slices(batch, _BYTES):
            result = check_batch(_input(some, roots), plan)
            columns = [*result.columns, some["part"].cast(pa.string()), some["place"]]
            yield pa.RecordBatch.from_arrays(columns, schema=CHECKED)


def _input(batch: pa.RecordBatch, roots: tuple[Root, ...]) -> pa.RecordBatch:
    """The batch with the ids that rows without one go by, and the names of their files."""
    files = [named(part, roots) for part in batch["part"].to_pylist()]
    rows = zip(batch["id"].to_pylist(), files, batch["place"].to_pylist(), strict=True)
    ids = [identifier_of(value, f"{file}:{place + 1}") for value, (_, file), place in rows]
    sources = [source for source, _ in files]
    columns = {"id": pa.array(ids, pa.string()), "text": batch["text"], "source": pa.array(sources, pa.string())}
    return pa.RecordBatch.from_pydict(columns)


@lru_cache(maxsize=1024)
def named(file: str, roots: tuple[Root, ...]) -> tuple[str, str]:
    """A file as the user would name it, and what ids of its rows begin with: its path in the folder given."""
    whole = unquote(file)
    for given, root in roots:
        if whole == root:
            return given, given
        if whole.startswith(f"{root}/"):
            below = whole[len(root) + 1 :]
            source = f"{given.rstrip('/')}/{below}"
            return source, below if len(roots) == 1 else source
    return whole, whole  # found by a glob


def slices(batch: pa.RecordBatch, limit: int) -> Iterator[pa.RecordBatch]:
    """The batch in slices of no more than `limit` bytes of text, but of one row at least."""
    start = held = 0
    for row, size in enumerate(pc.binary_length(batch["text"]).to_pylist()):
        if held and held + (size or 0) > limit:
            yield batch.slice(start, row - start)
            start, held = row, 0
        held += size or 0
    if start < batch.num_rows:
        yield batch.slice(start)


def link_stream(batches: Iterable[pa.RecordBatch], plan: Plan) -> Iterator[pa.RecordBatch]:
    """Rows of `LINKED` for batches of code, root, brief and given in the order of chains and groups.

    A chain may begin in one batch and end in another.
    """
    rows = (row for batch in batches for row in batch.to_pylist())
    waiting: list[dict[str, Any]] = []
    for (code, _), members in groupby(rows, key=lambda row: (row["code"], row["root"])):
        waiting.append({"code": code, "members": [_member(row) for row in members]})
        if len(waiting) == _CHAINS:
            yield _linked(waiting, plan)
            waiting = []
    if waiting:
        yield _linked(waiting, plan)


def _member(row: Mapping[str, Any]) -> dict[str, Any]:
    return {"brief": row["brief"], "given": row["given"]}


def _linked(rows: list[dict[str, Any]], plan: Plan) -> pa.RecordBatch:
    return check_linked(pa.RecordBatch.from_pylist(rows, schema=TOGETHER), plan).cast(LINKED)
