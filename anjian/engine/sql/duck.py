"""The queries on this machine, by DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb


class Duck:
    """An `Engine` over a connection; tables are kept in it, so a connection to a file bounds the memory."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection

    def read(self, name: str, path: str) -> None:
        files = f"{path}/**/*.parquet" if Path(path).is_dir() else path
        quoted = files.replace("'", "''")
        source = f"read_parquet('{quoted}', hive_partitioning = true, hive_types_autocast = false)"
        self.connection.execute(f"create or replace view {name} as from {source}")

    def keep(self, name: str, sql: str) -> None:
        self.connection.execute(f"create or replace table {name} as {sql}")

    def rename(self, name: str, to: str) -> None:
        self.connection.execute(f"drop table if exists {to}; alter table {name} rename to {to}")

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.connection.execute(sql).fetchall()
