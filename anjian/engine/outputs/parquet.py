"""One parquet file of findings, written in batches."""

from __future__ import annotations

from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from anjian.scenarios.base import Finding

from ..inputs import Unreadable
from ..run import Checked, Tally
from .record import basis_text, record

_COLUMNS = [
    "finding",
    "scenario",
    "name",
    "title",
    "title_en",
    "family",
    "certainty",
    "severity",
    "document",
    "case_number",
    "court",
    "decision_date",
    "message",
    "message_en",
    "quote",
    "start",
    "end",
    "expected",
    "found",
    "basis",
    "pack",
]
_TYPES = {"start": pa.int64(), "end": pa.int64(), "decision_date": pa.date32()}
SCHEMA = pa.schema([(name, _TYPES.get(name, pa.string())) for name in _COLUMNS])
_BATCH = 2000


def row_of(finding: Finding) -> dict[str, Any]:
    """The finding as a row of `SCHEMA`: as in JSON lines, with `basis` as text and `decision_date` as a date."""
    return record(finding) | {"basis": basis_text(finding), "decision_date": finding.decision_date}


class Parquet:
    """Rows of `SCHEMA`."""

    def __init__(self, stream: BinaryIO) -> None:
        self._writer = pq.ParquetWriter(stream, SCHEMA, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def document(self, checked: Checked) -> None:
        for finding in checked.findings:
            self._rows.append(row_of(finding))
        if len(self._rows) >= _BATCH:
            self._flush()

    def unreadable(self, item: Unreadable) -> None:
        """Not a finding: reported on standard error."""

    def finish(self, tally: Tally) -> None:
        self._flush()
        self._writer.close()

    def close(self) -> None:
        """A writer left open would write to the closed stream when it is collected."""
        self._writer.close()

    def _flush(self) -> None:
        if self._rows:
            self._writer.write_batch(pa.RecordBatch.from_pylist(self._rows, schema=SCHEMA))
            self._rows = []
