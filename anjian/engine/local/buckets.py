"""Rows spread over many files, each small enough to be taken into memory whole later on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

import pyarrow as pa
import pyarrow.parquet as pq

MOST = 400
"""How many files may be open at once."""

_ROWS_AT_ONCE = 4096


class Buckets:
    """Files of Arrow batches in a folder, by number; rows are written to them as they come."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._stack = ExitStack()
        self._files: dict[int, pa.ipc.RecordBatchStreamWriter] = {}

    def add(self, number: int, rows: pa.RecordBatch) -> None:
        """Add rows to a file; all rows of a file have the schema of its first."""
        if number not in self._files:
            stream = self._stack.enter_context(pa.OSFile(str(self._folder / f"{number:08d}.arrow"), "wb"))
            self._files[number] = self._stack.enter_context(pa.ipc.new_stream(stream, rows.schema))
        self._files[number].write_batch(rows)

    def __enter__(self) -> Buckets:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)


def batches(parts: Path) -> Iterator[tuple[pa.RecordBatch, int, int, int]]:
    """The rows of all tasks in the order of arrival, each batch with its part, its first place and its last."""
    for path in sorted(parts.glob("*.parquet")):
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(_ROWS_AT_ONCE, use_threads=False):
                yield batch, batch["part"][0].as_py(), batch["place"][0].as_py(), batch["place"][-1].as_py()
