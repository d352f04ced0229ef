"""A real Spark: a master and two worker processes on this machine, once for all tests of a process."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

#: Short-lived processes on a small machine: nothing is compiled twice, nothing collected in parallel.
_JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
_SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.driver.memory": "512m",
    "spark.executor.memory": "512m",
    "spark.driver.extraJavaOptions": _JAVA,
    "spark.executor.extraJavaOptions": _JAVA,
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",  # for a few rows, compiling a query takes longer than running it
    "spark.sql.files.maxPartitionBytes": "1m",  # each of the small files of a test is a task of its own
}


@pytest.fixture(scope="session")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """The session. Executors are processes of their own, as on a cluster."""
    java = _java_home()
    if java is None:
        reason = "没有 Java：apt-get install openjdk-17-jre-headless · there is no Java"
        pytest.fail(reason) if "CI" in os.environ else pytest.skip(reason)
    environment = {
        "JAVA_HOME": str(java),
        "SPARK_HOME": str(_spark_home(tmp_path_factory.mktemp("spark"))),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local-cluster[2,1,1024]").appName("tests")
        for name, value in _SETTINGS.items():
            builder = builder.config(name, value)
        session = builder.getOrCreate()
        yield session
        session.stop()


def _java_home() -> Path | None:
    """Java 17 or later, where there is one."""
    known = sorted(Path("/usr/lib/jvm").glob("java-17-openjdk-*/bin/java"))
    found = os.environ.get("JAVA_HOME") or (known and known[0].parent.parent) or shutil.which("java")
    if not found:
        return None
    path = Path(found).resolve()
    return path.parent.parent if path.name == "java" else path


def _spark_home(folder: Path) -> Path:
    """Spark as it came with pyspark, by links: its workers write beside it, which must not be in the environment."""
    import pyspark

    for name in ("bin", "jars", "sbin"):
        (folder / name).symlink_to(Path(pyspark.__file__).parent / name)
    return folder
