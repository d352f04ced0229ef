"""Documents for the engines, and the rows of a result."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.parquet as pq

from anjian.engine.inputs import Document, documents

_SERIAL = re.compile(r"([0-9]+)号")


def examples(copies: int = 1) -> list[tuple[str, str]]:
    """Id and text of all examples; each further copy with case numbers of its own, so that chains stay apart."""
    found = [d for d in documents(["examples"], None, Counter()) if isinstance(d, Document)]
    return [
        (f"{n}/{d.id}", _SERIAL.sub(lambda m, n=n: f"{int(m[1]) + 1000 * n}号", d.text) if n else d.text)
        for n in range(copies)
        for d in found
    ]


def write_files(folder: Path, texts: list[tuple[str, str]], files: int) -> Path:
    """The documents in some Parquet files, those of one chain in different ones."""
    folder.mkdir()
    for number in range(files):
        ids, bodies = zip(*texts[number::files], strict=True)
        pq.write_table(pa.table({"id": ids, "text": bodies}), folder / f"{number:03d}.parquet")
    return folder


def rows(folder: Path, *leave: str) -> list[str]:
    """All rows of one half of a result, court and month with them, sorted; as text, so that any two can be compared."""
    parts = ds.partitioning(pa.schema([("court", pa.string()), ("month", pa.string())]), flavor="hive")
    table = ds.dataset(folder, partitioning=parts).to_table()
    return sorted(str(_plain(row, leave)) for row in table.to_pylist())


def _plain(row: dict[str, Any], leave: tuple[str, ...]) -> list[tuple[str, Any]]:
    return [(name, row[name]) for name in sorted(row) if name not in leave]
