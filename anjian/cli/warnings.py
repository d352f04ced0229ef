"""Warnings on standard error, one sentence each."""

from __future__ import annotations

from collections import Counter

import click

from anjian.engine.inputs import Unreadable
from anjian.engine.outputs.place import visible
from anjian.engine.outputs.wording import Lang

_KINDS_SHOWN = 8


def warn(sentence: str) -> None:
    """One warning."""
    click.echo(f"! {visible(sentence)}", err=True)


def warn_unreadable(item: Unreadable, lang: Lang) -> None:
    """What could not be read, why, and what to do."""
    warn(item.sentence_zh if lang == "zh" else item.sentence_en)


def warn_skipped(skipped: Counter[str], lang: Lang) -> None:
    """How many files of other kinds were passed over, if any."""
    if not skipped:
        return
    none = "无后缀" if lang == "zh" else "no suffix"
    kinds = "、".join(sorted(suffix or none for suffix in skipped)[:_KINDS_SHOWN])
    count = skipped.total()
    warn(
        f"跳过 {count} 个其他类型的文件（{kinds}）。" if lang == "zh" else f"{count} other files passed over ({kinds})."
    )
