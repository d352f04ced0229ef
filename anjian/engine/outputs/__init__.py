"""The forms findings are given out in. Each takes documents one by one and ends with the tally."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from rich.console import Console

from anjian.scenarios.registry import Registered

from ..inputs import Unreadable
from ..run import Checked, Tally
from .table import Table
from .wording import Lang

__all__ = ["FORMATS", "SUFFIXES", "Format", "Output", "format_of", "open_output"]

Format = Literal["table", "jsonl", "html", "sarif", "parquet"]
FORMATS: tuple[Format, ...] = ("table", "jsonl", "html", "sarif", "parquet")
SUFFIXES: dict[str, Format] = {
    ".txt": "table",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
    ".parquet": "parquet",
}
_FILE_WIDTH = 110


class Output(Protocol):
    """What every form does with what a run gives.

    `finish` is called once, when all went well; `close` always, after it or instead of it.
    """

    def document(self, checked: Checked) -> None:
        """Write the findings of one document."""

    def unreadable(self, item: Unreadable) -> None:
        """Note what could not be read."""

    def finish(self, tally: Tally) -> None:
        """Write the end."""

    def close(self) -> None:
        """Let go of what is held; writes nothing that matters."""


def format_of(path: Path) -> Format | None:
    """The format a file's suffix stands for (report.sarif.json is sarif), or None."""
    name = path.name.lower()
    return "sarif" if name.endswith(".sarif.json") else SUFFIXES.get(path.suffix.lower())


def open_output(form: Format, stream: BinaryIO, chosen: Sequence[Registered], lang: Lang) -> Output:
    """The output of a form on a binary stream. A table written this way has neither colour nor screen width.

    The modules are imported here: the libraries behind some take longer to load than a judgment to check.
    """
    if form == "table":
        return _PlainTable(stream, chosen, lang)
    if form == "jsonl":
        from .lines import JsonLines

        return JsonLines(stream)
    if form == "html":
        from .html import Html

        return Html(stream, chosen, lang)
    if form == "sarif":
        from .sarif import Sarif

        return Sarif(stream, chosen, lang)
    from .parquet import Parquet

    return Parquet(stream)


class _PlainTable(Table):
    """A table as a UTF-8 text file."""

    def __init__(self, stream: BinaryIO, chosen: Sequence[Registered], lang: Lang) -> None:
        self._text = io.TextIOWrapper(stream, "utf-8", errors="replace", write_through=True)
        super().__init__(Console(file=self._text, width=_FILE_WIDTH, no_color=True, highlight=False), chosen, lang)

    def finish(self, tally: Tally) -> None:
        super().finish(tally)
        self._text.flush()

    def close(self) -> None:
        self._text.detach()
