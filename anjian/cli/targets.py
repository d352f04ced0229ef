"""Where findings go: which files in which format, and what is printed."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anjian.engine.outputs import SUFFIXES, Format, format_of

from .words import WrongUsage


@dataclass(frozen=True, slots=True)
class Targets:
    """Files with their formats, and the format of standard output (None: nothing is printed there)."""

    files: tuple[tuple[Path, Format], ...]
    printed: Format | None

    def holds(self, source: str) -> bool:
        """Whether a document's source is one of the files to be written."""
        return any(_real(source) == _real(str(path)) for path, _ in self.files)


def targets(outs: Sequence[Path], form: Format | None) -> Targets:
    """A file's suffix tells its format; where it says nothing, `form` does. Raises WrongUsage.

    `form` is the format of standard output, unless a file has taken it. Without `form` a terminal
    shows a table, anything else gets JSON lines.
    """
    files = tuple((path, _file_format(path, form)) for path in outs)
    if len({os.path.realpath(path) for path in outs}) < len(files):
        raise WrongUsage("同一个文件写了两次 --out。", "The same file is given twice with --out.")
    if form is None:
        return Targets(files, "table" if sys.stdout.isatty() else "jsonl")
    if any(taken == form for _, taken in files):
        return Targets(files, None)
    if form == "parquet" and sys.stdout.isatty():
        raise WrongUsage("parquet 不能显示在终端上，请用 --out 写入文件。", "Parquet cannot be shown; use --out FILE.")
    return Targets(files, form)


@lru_cache(maxsize=64)
def _real(path: str) -> str:
    return os.path.realpath(path)


def _file_format(path: Path, form: Format | None) -> Format:
    found = format_of(path) or form
    if found is None:
        known = " ".join(SUFFIXES)
        raise WrongUsage(
            f"看不出 {path} 要写成什么格式：请用这些后缀之一（{known}），或加 --format。",
            f"The format of {path} is not clear: use one of these suffixes ({known}) or add --format.",
        )
    return found
