"""The same check on a cluster, by Spark. The package needs `pip install 'anjian[spark]'`, its import does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..run import Plan, Tally


class SparkError(Exception):
    """Why Spark could not do it, as a sentence in Chinese and one in English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} · {en}")
        self.zh = zh
        self.en = en


def run(inputs: Sequence[str], out: str, plan: Plan, master: str | None = None) -> tuple[dict[str, Any], Tally]:
    """Check the Parquet files under `inputs` and write the result to the folder `out`; its manifest and counts.

    Paths are what Spark understands (folders, files and globs, local, hdfs:, s3a:). `out` must not be there yet; it
    appears when all is done. Without `master` the one that `spark-submit` or spark-defaults.conf names is taken.
    Raises SparkError where there is no pyspark, where a path cannot be read or written, and where the job fails.
    """
    try:
        from .job import check
    except ModuleNotFoundError as error:
        raise SparkError(
            f"没有 {error.name}。请安装：pip install 'anjian[spark]'",
            f"there is no {error.name}; please run: pip install 'anjian[spark]'",
        ) from error
    return check(inputs, out, plan, master)
