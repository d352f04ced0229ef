"""Progress on standard error: only on a terminal, and only when a run takes longer than two seconds."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from functools import cache

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

from anjian.engine.outputs.wording import Lang

_QUIET = 2.0
_EVERY = 0.2


class Bar:
    """A line with documents, rate, bytes and remaining time, drawn by the caller's own calls, without threads.

    `total` gives the bytes to come, or None; it is asked only when the line is first shown. With `logged` seconds,
    what is no terminal gets a plain sentence so often.
    """

    def __init__(self, total: Callable[[], int | None], lang: Lang, logged: float | None = None) -> None:
        console = Console(stderr=True)
        self._shown = console.is_terminal
        unit = "份" if lang == "zh" else "documents"
        self._progress = Progress(
            TextColumn(f"{{task.fields[documents]}} {unit}  {{task.fields[rate]:.0f}}/s"),
            BarColumn(),
            DownloadColumn(),
            TimeRemainingColumn(),
            console=console,
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._total_bytes = cache(total)
        self._task = self._progress.add_task("", total=None, documents=0, rate=0.0)
        self._began = self._drawn = time.monotonic()
        self._running = False
        self._lang = lang
        self._logged = logged
        self._first: int | None = None

    def update(self, documents: int, size: int) -> None:
        """Show how many documents and bytes are done, at most five times a second."""
        now = time.monotonic()
        if self._first is None:
            self._first = size
        if self._logged and not self._shown and now - self._drawn >= self._logged:
            self._drawn = now
            click.echo(self._sentence(documents, size, now - self._began), err=True)
        if not self._shown or now - self._began < _QUIET or now - self._drawn < _EVERY:
            return
        self._drawn = now
        rate = documents / (now - self._began)
        self._progress.update(self._task, completed=size, documents=documents, rate=rate)
        if not self._running:
            self._progress.update(self._task, total=self._total_bytes())
            self._progress.start()
            self._running = True
        self._progress.refresh()

    def close(self) -> None:
        """Take the line away."""
        if self._running:
            self._progress.stop()
            self._running = False

    def _sentence(self, documents: int, size: int, seconds: float) -> str:
        rate, total, new = documents / seconds, self._total_bytes() or size, size - (self._first or 0)
        share = 100 * size // max(total, 1)
        minutes = math.ceil((total - size) * seconds / new / 60) if new else None
        if self._lang == "zh":
            left = f"，约剩 {minutes} 分钟" if minutes is not None else ""
            return f"已查 {documents} 份，每秒 {rate:.0f} 份，完成 {share}%{left}。"
        left = f", about {minutes} min left" if minutes is not None else ""
        return f"{documents} documents, {rate:.0f}/s, {share}% done{left}."
