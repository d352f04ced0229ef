"""The job: read, check, link, write, and let the result appear when all of it is there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import Any

import pyarrow as pa
from py4j.protocol import Py4JJavaError
from pyspark.errors import PySparkException
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql.functions import col, lit
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import BinaryType, IntegralType, StringType

from ..batch import LINKED
from ..counts import tally_of
from ..result import DOCUMENTS, FINDINGS, PARTITION, folder_of
from ..run import Plan, Tally
from ..sql import query, relate
from . import SparkError
from .files import Files
from .manifest import manifest
from .session import OnSpark, opened
from .stages import CHECKED, check_stream, link_stream

_KNOWN = {
    "JAVA_GATEWAY_EXITED": (
        "Java 没有启动。请安装 Java 17（Debian：openjdk-17-jre-headless），并检查 JAVA_HOME。",
        "Java did not start. Please install Java 17 (Debian: openjdk-17-jre-headless) and look at JAVA_HOME.",
    ),
    "No module named 'anjian'": (
        "执行端没有 anjian。请把打包的环境随任务下发，并设置 PYSPARK_PYTHON（见 docs/scale.md）。",
        "The executors have no anjian. Send the packed environment along and set PYSPARK_PYTHON (see docs/scale.md).",
    ),
}


def check(inputs: Sequence[str], out: str, plan: Plan, master: str | None) -> tuple[dict[str, Any], Tally]:
    """See `anjian.engine.spark.run`."""
    try:
        with opened(master) as session:
            return _check(session, inputs, out, plan)
    except (PySparkException, Py4JJavaError) as error:
        raise told_of(error) from error


def _check(session: SparkSession, inputs: Sequence[str], out: str, plan: Plan) -> tuple[dict[str, Any], Tally]:
    files = Files(session)
    files.must_not_be(out)
    work = files.beside(out, session.sparkContext.applicationId or "work")
    began = datetime.now(UTC)
    engine = OnSpark(session, work)
    try:
        engine.save("checked", _checked(session, inputs, files, plan))
        engine.save("linked", _linked(engine, plan))
        engine.save("found", engine.frame(query("found")))
        _write(engine, f"{work}/result")
        told = manifest(engine, plan, inputs, files.size(inputs), began)
        files.publish(work, out, told)
        return told, tally_of(told, (datetime.now(UTC) - began).total_seconds())
    finally:
        files.remove(work)


# -- documents and what is found in them ----------------------------------------------------------


def _checked(session: SparkSession, inputs: Sequence[str], files: Files, plan: Plan) -> DataFrame:
    documents = _documents(session, inputs)
    roots = tuple((path, files.whole(path)) for path in inputs)
    return documents.mapInArrow(partial(check_stream, plan=plan, roots=roots), from_arrow_schema(CHECKED))


def _documents(session: SparkSession, inputs: Sequence[str]) -> DataFrame:
    """Id, text, file and row of each document; an id that is neither text nor a whole number does not count."""
    frame = session.read.option("recursiveFileLookup", "true").parquet(*inputs)
    if "text" not in frame.columns:
        names = "、".join(frame.columns)
        raise SparkError(f"输入没有 text 列，只有：{names}。", f"the input has no column text, only: {names}.")
    if not isinstance(frame.schema["text"].dataType, StringType | BinaryType):
        raise SparkError("text 列不是文本。", "the column text is not text.")
    id_type = frame.schema["id"].dataType if "id" in frame.columns else None
    identifier: Column = col("id") if isinstance(id_type, StringType | IntegralType) else lit(None)
    return frame.select(
        identifier.cast("string").alias("id"),
        "text",
        col("_metadata.file_path").alias("part"),
        col("_metadata.row_index").alias("place"),
    )


# -- documents together ---------------------------------------------------------------------------


def _linked(engine: OnSpark, plan: Plan) -> DataFrame:
    """Findings over chains and groups. All rows of a chain come to one task, one after another."""
    relate(engine)
    order = ("code", "root", "part", "place")
    rows = engine.frame(query("together")).repartition("code", "root").sortWithinPartitions(*order)
    return rows.mapInArrow(partial(link_stream, plan=plan), from_arrow_schema(LINKED))


# -- the result -----------------------------------------------------------------------------------


def _write(engine: OnSpark, folder: str) -> None:
    """Write findings and documents by court and month."""
    findings, documents = engine.frame("select month, told.* from found"), engine.frame(query("weighed"))
    _by_court(findings, FINDINGS, f"{folder}/findings", ("document", "start", "end", "scenario"))
    _by_court(documents, DOCUMENTS, f"{folder}/documents", ("part", "place"))
    if engine.frame("select 1 from found").isEmpty():  # so that the columns can be asked for
        findings.select(*FINDINGS.names).write.parquet(f"{folder}/findings/{folder_of(None, None)}")


def _by_court(frame: DataFrame, schema: pa.Schema, folder: str, order: Sequence[str]) -> None:
    """Write one file a court and month, or a few where they are large."""
    rows = frame.hint("rebalance", *PARTITION).sortWithinPartitions(*PARTITION, *order)
    rows.select(*schema.names, *PARTITION).write.partitionBy(*PARTITION).parquet(folder)


def told_of(error: Exception) -> SparkError:
    """What to do about it where that is known, else the line of all Spark says that tells most."""
    for sign, (zh, en) in _KNOWN.items():
        if sign in str(error):
            return SparkError(zh, en)
    said = [line for line in str(error).splitlines() if line.strip()] or [type(error).__name__]
    java = next((line for line in said if line.startswith(": ")), said[0]).removeprefix(": ")
    cause = said[-1] if any(line.startswith("Traceback") for line in said) else java
    return SparkError(f"Spark 未能完成：{cause}", f"Spark failed: {cause}")
