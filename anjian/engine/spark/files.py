"""Folders wherever Spark can write: made elsewhere first, then renamed into place."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from pyspark.sql import SparkSession

from ..result import MANIFEST
from . import SparkError


class Files:
    """Files and folders by the paths that Spark understands."""

    def __init__(self, session: SparkSession) -> None:
        context: Any = session.sparkContext
        self._java = context._jvm
        self._conf = context._jsc.hadoopConfiguration()

    def beside(self, out: str, name: str) -> str:
        """A hidden folder next to `out`, which no reader takes for data."""
        path = self._path(out)
        return str(self._java.org.apache.hadoop.fs.Path(path.getParent(), f".{path.getName()}.{name}").toString())

    def whole(self, path: str) -> str:
        """The path with its scheme and from the root."""
        return str(self._path(path).toString())

    def size(self, paths: Sequence[str]) -> int:
        """How many bytes the files behind some paths have."""
        found = [(path, self._of(path).globStatus(path)) for path in map(self._path, paths)]
        return sum(self._of(p).getContentSummary(f.getPath()).getLength() for p, some in found for f in some or ())

    def must_not_be(self, out: str) -> None:
        """Raises SparkError where there is something already."""
        path = self._path(out)
        if not self._of(path).exists(path):
            return
        done = self._of(path).exists(self._path(f"{out}/{MANIFEST}"))
        zh, en = ("已有", "is already there") if done else ("已有，但不完整", "is already there, though not whole")
        raise SparkError(
            f"{out} {zh}。请换一个文件夹，或先删除它。", f"{out} {en}. Give another folder, or remove it first."
        )

    def publish(self, work: str, out: str, manifest: Mapping[str, Any]) -> None:
        """Make the folder `work/result` appear as `out`, then its manifest.

        Where a rename is a copy, as in object stores, the manifest is still the last to come.
        """
        source, target = self._path(f"{work}/result"), self._path(out)
        if not self._of(target).rename(source, target):
            raise SparkError(f"不能把结果放到 {out}。", f"cannot move the result to {out}.")
        self._write(f"{out}/{MANIFEST}", json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")

    def remove(self, folder: str) -> None:
        """Remove a folder, if it is there."""
        path = self._path(folder)
        self._of(path).delete(path, True)

    def _write(self, name: str, text: str) -> None:
        """Write a file; it has its name only when all of it is there."""
        path, half = self._path(name), self._path(f"{name}.tmp")
        stream = self._of(half).create(half, True)
        try:
            stream.write(bytearray(text, "utf-8", "replace"))
        finally:
            stream.close()
        self._of(path).rename(half, path)

    def _path(self, path: str) -> Any:
        path = self._java.org.apache.hadoop.fs.Path(path)
        return self._of(path).makeQualified(path)

    def _of(self, path: Any) -> Any:
        return path.getFileSystem(self._conf)
