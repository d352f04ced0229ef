"""What a worker process does with a task: its rows into one file, which appears only when all of them are there."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable, Iterator, MutableSequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path
from typing import Protocol

import pyarrow as pa
import pyarrow.parquet as pq

from ..batch import LINKED, RESULT, TOGETHER, check_linked
from ..inputs import Document, Unreadable
from ..inputs.pieces import piece_documents
from ..run import Plan
from .tasks import Task

ROWS = RESULT.append(pa.field("part", pa.int64())).append(pa.field("place", pa.int64()))
"""Rows of `RESULT` with the number of the task and their place in it: the order of arrival."""

MEMBER = pa.schema(
    [
        ("code", pa.string()),
        ("root", pa.int64()),
        ("order", pa.int64()),
        *(RESULT.field(name) for name in ("brief", "given")),
    ]
)
"""A document of a chain (`code` null) or group; `root` tells them apart, `order` is theirs and that of the members."""

PASSED_OVER = "anjian.passed_over"
"""Under this name the file tells, as JSON, how many tables without texts were passed over, by suffix."""

Check = Callable[[pa.RecordBatch, Plan], pa.RecordBatch]
Spot = tuple[int, int]
"""A document of a task: the number of its part and its own there."""

_BATCH = 256
_BATCH_CHARACTERS = 2_000_000
_GROUP = 4096
_CHAINS = 64


class At:
    """Where a worker is in its work, in memory that its parent sees also when it has died."""

    def __init__(self, memory: MutableSequence[int]) -> None:
        self._memory = memory
        self.clear()

    def clear(self) -> None:
        """Nothing begun."""
        self.be((-1, -1))

    def be(self, spot: Spot, checking: bool = False) -> None:
        """Now at a document."""
        self._memory[0], self._memory[1], self._memory[2] = *spot, checking

    @property
    def begun(self) -> bool:
        """Whether there is work that has begun."""
        return self._memory[0] >= 0

    @property
    def spot(self) -> Spot:
        """The document."""
        return self._memory[0], self._memory[1]

    @property
    def checking(self) -> bool:
        """Whether it is being checked, not read."""
        return bool(self._memory[2])


class Doable(Protocol):
    """Something a worker can do by itself; it pickles."""

    def do(self, plan: Plan, check: Check, at: At) -> int:
        """Do it, all or nothing. Gives how many rows it had."""


@dataclass(frozen=True, slots=True)
class Killers:
    """Documents of a task that killed the process: while they were `read`, or while they were `checked`."""

    read: frozenset[Spot] = frozenset()
    checked: frozenset[Spot] = frozenset()


@dataclass(frozen=True, slots=True)
class Job:
    """A task with how to do it: `singly` after it killed a process, so that the document can be told."""

    task: Task
    to: Path
    singly: bool = False
    killers: Killers = Killers()

    def do(self, plan: Plan, check: Check, at: At) -> int:
        """Check the documents and write their rows. Gives how many there are."""
        return check_documents(self, plan, check, at)


@dataclass(frozen=True, slots=True)
class Join:
    """A file of members of chains and groups, to be checked."""

    source: Path
    to: Path

    def do(self, plan: Plan, check: Check, at: At) -> int:
        """Check them and write what is found. Gives how many there are."""
        return check_joined(self, plan)


def check_documents(job: Job, plan: Plan, check: Check, at: At) -> int:
    """Check the documents of a task and write their rows. Gives how many rows there are."""
    passed_over: Counter[str] = Counter()
    place = 0
    with _whole(job.to, ROWS) as writer:
        for rows in _rows(_items(job, passed_over, at), job, plan, check, at):
            count = rows.num_rows
            order = [pa.array([job.task.number] * count, pa.int64()), pa.array(range(place, place + count), pa.int64())]
            writer.write_batch(pa.RecordBatch.from_arrays([*rows.columns, *order], schema=ROWS), _GROUP)
            place += count
        writer.add_key_value_metadata({PASSED_OVER: json.dumps(passed_over)})
    return place


def check_joined(join: Join, plan: Plan) -> int:
    """Check the chains and groups of a file and write what is found. Gives how many there are."""
    with pa.OSFile(str(join.source)) as stream, pa.ipc.open_stream(stream) as file:
        members = file.read_all().sort_by("order").to_batches(max_chunksize=_BATCH)
    rows = (row for batch in members for row in batch.to_pylist())
    together = (list(same) for _, same in groupby(rows, key=lambda row: row["root"]))
    count = 0
    with _whole(join.to, LINKED) as writer:
        while some := list(islice(together, _CHAINS)):
            told = [{"code": same[0]["code"], "members": same} for same in some]
            writer.write_batch(check_linked(pa.RecordBatch.from_pylist(told, schema=TOGETHER), plan))
            count += len(some)
    return count


def _items(job: Job, passed_over: Counter[str], at: At) -> Iterator[tuple[Spot, Document | Unreadable]]:
    for n, part in enumerate(job.task.parts):
        if part.bad:
            yield (n, 0), part.bad
        if part.piece is None:
            continue
        found = piece_documents(part.piece, passed_over)
        k = 0
        while True:
            if job.singly:
                at.be((n, k))
            if (n, k) in job.killers.read:
                source = part.piece.file.source
                yield (n, k), _killer(source, None, "读取", "reading", "从此处起未读", "nothing after it was read")
                break
            item = next(found, None)
            if item is None:
                break
            yield (n, k), item
            k += 1


def _rows(
    items: Iterator[tuple[Spot, Document | Unreadable]], job: Job, plan: Plan, check: Check, at: At
) -> Iterator[pa.RecordBatch]:
    """The rows of the items in their order, a batch at a time."""
    held: list[Document] = []
    size = 0
    for spot, item in items:
        if spot in job.killers.checked:
            item = _killer(item.source, item.line, "检查", "checking", "已跳过", "it was skipped")
        if isinstance(item, Document):
            held.append(item)
            size += len(item.text)
        if isinstance(item, Unreadable) or job.singly or len(held) >= _BATCH or size >= _BATCH_CHARACTERS:
            at.be(spot, checking=True)
            if held:
                yield check(_batch(held), plan)
            held, size = [], 0
        if isinstance(item, Unreadable):
            yield _unreadable_row(item)
    if held:
        yield check(_batch(held), plan)


def _batch(documents: list[Document]) -> pa.RecordBatch:
    columns = {
        "id": pa.array([_clean(d.id) for d in documents], pa.string()),
        "text": pa.array([_clean(d.text) for d in documents], pa.large_string()),
        "source": pa.array([_clean(d.source) for d in documents], pa.string()),
    }
    return pa.RecordBatch.from_pydict(columns)


def _unreadable_row(item: Unreadable) -> pa.RecordBatch:
    row = {
        "source": _clean(item.source),
        "month": "",
        "findings": [],
        "skipped": f"{item.reason_zh}；{item.remedy_zh}。",
        "skipped_en": f"{item.reason_en}; {item.remedy_en}.",
    }
    return pa.RecordBatch.from_pylist([row], schema=RESULT)


def _killer(source: str, line: int | None, zh: str, en: str, then_zh: str, then_en: str) -> Unreadable:
    return Unreadable(
        source,
        line,
        f"{f'第 {line} 条' if line else '文件'}在{zh}时使进程意外终止（可能是内存不足），{then_zh}",
        f"{f'record {line}' if line else 'the file'} killed the process that was {en} it (memory?); {then_en}",
        "请单独检查它，并将它交开发人员排查",
        "check it by itself, and hand it to the developers",
    )


def _clean(text: str) -> str:
    """The text as UTF-8 can hold it."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


@contextmanager
def _whole(path: Path, schema: pa.Schema) -> Iterator[pq.ParquetWriter]:
    """A Parquet file that appears when the block ends well; else nothing is left, as the disk may be full."""
    half = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    try:
        with open(half, "wb") as stream:
            with pq.ParquetWriter(stream, schema, compression="zstd") as writer:
                yield writer
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
