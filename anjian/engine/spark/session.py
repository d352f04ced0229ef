"""The Spark session: settings that the job needs, and the engine that runs the queries in it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pyspark import SparkContext
from pyspark.sql import DataFrame, SparkSession

from .dialect import in_spark

#: Rows of text handed to Python at once; `stages` cuts them further by their bytes.
_ROWS = 256
_BYTES = 8 << 20

#: What the results rest on. These hold whatever the cluster says.
_FIXED = {
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.execution.arrow.useLargeVarTypes": "true",  # 256 texts may be more than the 2 GiB of small offsets
    "spark.sql.sources.partitionColumnTypeInference.enabled": "false",  # a court named 42 is still a name
}
#: What goes well as a rule. The cluster's own settings go before these.
_USUAL = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": str(_ROWS),
    "spark.sql.execution.arrow.maxBytesPerBatch": str(_BYTES),
    "spark.sql.files.maxPartitionBytes": "32m",
    "spark.sql.parquet.compression.codec": "zstd",
}


@contextmanager
def opened(master: str | None) -> Iterator[SparkSession]:
    """The session of this process, or a new one that is stopped at the end."""
    there = SparkContext._active_spark_context is not None
    if master and master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # not whatever python3 is
    builder = SparkSession.builder.appName("anjian")
    session = (builder.master(master) if master and not there else builder).getOrCreate()
    try:
        yield prepared(session)
    finally:
        if not there:
            session.stop()


def prepared(session: SparkSession) -> SparkSession:
    """The session with the settings of the job."""
    given = session.sparkContext.getConf()
    for key, value in _FIXED.items():
        session.conf.set(key, value)
    for key, value in _USUAL.items():
        if not given.contains(key):
            session.conf.set(key, value)
    return session


class OnSpark:
    """An `Engine`. What it keeps is written under a folder, so that no lost executor takes it along."""

    def __init__(self, session: SparkSession, folder: str) -> None:
        self._session = session
        self._folder = folder
        self._kept = 0

    def frame(self, sql: str) -> DataFrame:
        """The rows of a query."""
        return self._session.sql(in_spark(sql))

    def read(self, name: str, path: str) -> None:
        self._session.read.parquet(path).createOrReplaceTempView(name)

    def keep(self, name: str, sql: str) -> None:
        self.save(name, self.frame(sql))

    def rename(self, name: str, to: str) -> None:
        self._session.table(name).createOrReplaceTempView(to)

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.frame(sql).collect()]

    def save(self, name: str, frame: DataFrame) -> None:
        """Compute a frame once and keep its rows as the table `name`."""
        self._kept += 1
        path = f"{self._folder}/{name}-{self._kept}"
        frame.write.parquet(path)
        self._session.read.schema(frame.schema).parquet(path).createOrReplaceTempView(name)
