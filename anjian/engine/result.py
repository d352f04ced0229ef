"""The folders of a result, the same whatever engine made it:

findings/court=…/month=…/*.parquet     one row a finding
documents/court=…/month=…/*.parquet    one row a document, also of those that could not be read
run.json                               what was checked and how, and what it came to
"""

from __future__ import annotations

import pyarrow as pa

from .batch import RESULT
from .outputs.parquet import SCHEMA

COUNTS = ("certain", "likely", "hint")
PARTITION = ("court", "month")
NONE = "__HIVE_DEFAULT_PARTITION__"
"""What Hive, Spark and DuckDB name the folder of rows that have no value."""

FINDINGS = pa.schema([field for field in SCHEMA if field.name not in PARTITION])
DOCUMENTS = pa.schema(
    [
        *(field for field in RESULT if field.name not in (*PARTITION, "findings")),
        *((name, pa.int64()) for name in COUNTS),
    ]
)
"""The columns of the files; `court` and `month` are in the names of their folders."""

MANIFEST = "run.json"

#: What Hive escapes in the name of a folder.
_ESCAPED = {chr(n) for n in range(0x20)} | set("\"#%'*/:=?\\\x7f{[]^")


def folder_of(court: str | None, month: str | None) -> str:
    """The folder of a court and a month, named as Hive does."""
    return "/".join(f"{name}={_escaped(value)}" for name, value in zip(PARTITION, (court, month), strict=True))


def _escaped(value: str | None) -> str:
    return "".join(f"%{ord(c):02X}" if c in _ESCAPED else c for c in value or "") or NONE
