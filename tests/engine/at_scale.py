"""What the tests of the local engine share: results read back, and checks that kill their process."""

from __future__ import annotations

import hashlib
import json
import os
import signal
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from anjian.engine.batch import check_batch
from anjian.engine.run import Plan

ONCE = "只在第一次被检查时杀死进程"
ALWAYS = "每次被检查都杀死进程"


def killing(batch: pa.RecordBatch, plan: Plan) -> pa.RecordBatch:
    """`check_batch`, but some texts kill the process; the text of one that does so once ends with a path to note it."""
    for text in batch["text"].to_pylist():
        if ALWAYS in text:
            os.kill(os.getpid(), signal.SIGKILL)
        if ONCE in text:
            note = Path(text.rsplit(ONCE, 1)[1].strip())
            if not note.exists():
                note.touch()
                os.kill(os.getpid(), signal.SIGKILL)
    return check_batch(batch, plan)


def rows(out: Path, kind: str) -> list[dict[str, Any]]:
    """The findings or documents of a result, folder by folder in the order of their names."""
    pattern = f"{out}/{kind}/*/*/*.parquet"
    found = duckdb.sql(
        "select * from read_parquet($1, hive_partitioning = true, hive_types_autocast = false, filename = true)"
        " order by filename, file_row_number",
        params=[pattern],
    )
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def fingerprint(out: Path) -> dict[str, str]:
    """The digest of every file of a result; of the manifest without its times."""
    digests = {str(p.relative_to(out)): hashlib.sha256(p.read_bytes()).hexdigest() for p in out.rglob("*.parquet")}
    manifest = json.loads((out / "run.json").read_text("utf-8"))
    del manifest["began"], manifest["ended"]
    return {**digests, "run.json": json.dumps(manifest, sort_keys=True)}


def parquet(path: Path, texts: list[str], group: int = 20) -> Path:
    """A table of documents with ids d0, d1 and so on."""
    table = pa.Table.from_pylist([{"id": f"d{n}", "text": text} for n, text in enumerate(texts)])
    pq.write_table(table, path, row_group_size=group)
    return path
