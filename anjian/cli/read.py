"""`anjian read`: the facts of documents."""

from __future__ import annotations

import json
import sys
from collections import Counter
from contextlib import closing

import click

from anjian.documents import read
from anjian.documents.facts import facts
from anjian.engine.inputs import Document, Unreadable, count_bytes, documents
from anjian.engine.outputs.wording import Lang

from .options import LANG
from .progress import Bar
from .warnings import warn, warn_skipped, warn_unreadable

NOTHING_READ = 2


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@LANG
@click.pass_context
def read_command(ctx: click.Context, paths: tuple[str, ...], lang: Lang) -> None:
    """读出文书里的事实，每份一行 JSON。 · Print the facts of documents as JSON lines.

    各字段见 docs/read.md。 · docs/read.md explains the fields.
    """
    skipped: Counter[str] = Counter()
    done = size = 0
    with closing(Bar(lambda: count_bytes(paths), lang)) as bar:
        for item in documents(paths, sys.stdin.buffer, skipped):
            size += item.size
            line = _line(item, lang) if isinstance(item, Document) else None
            if line is not None:
                sys.stdout.buffer.write(line)
                done += 1
            elif isinstance(item, Unreadable):
                bar.close()
                warn_unreadable(item, lang)
            bar.update(done, size)
    sys.stdout.buffer.flush()
    warn_skipped(skipped, lang)
    if not done:
        ctx.exit(NOTHING_READ)


def _line(document: Document, lang: Lang) -> bytes | None:
    try:
        found = {"id": document.id} | facts(read(document.text))
    except Exception as error:  # the reader is meant never to raise; if it does, the rest must go on
        kind = type(error).__name__
        warn(f"文书 {document.id} 未能解析（{kind}）。" if lang == "zh" else f"document {document.id} failed ({kind}).")
        return None
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n"
