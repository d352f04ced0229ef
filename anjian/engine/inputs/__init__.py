"""Paths to documents: walk files, folders, globs and standard input, and stream what they hold.

Nothing here holds more than one document (or one small batch of a table) at a time, and nothing
that is wrong with one of them stops the rest.
"""

from __future__ import annotations

import codecs
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from anjian.documents.formats import (
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_TEXT_BYTES,
    RefusedError,
    is_binary,
    kind_of,
    text_of,
)
from anjian.documents.formats.refusal import BINARY, EMPTY

from .lines import MAX_LINE, head_of
from .model import NOTHING_HERE, PATH, Document, File, Unreadable, printable, refusal_of, unreadable
from .records import json_documents, json_lines
from .tables import csv_documents, parquet_documents
from .walk import CONTAINERS, DOCUMENTS, SUFFIXES, files

__all__ = [
    "MAX_CHARACTERS",
    "MAX_LINE",
    "SUFFIXES",
    "Document",
    "Unreadable",
    "container_of",
    "count_bytes",
    "documents",
    "file_documents",
]

STDIN = "-"


def documents(
    paths: Sequence[str], stdin: BinaryIO | None = None, skipped: Counter[str] | None = None
) -> Iterator[Document | Unreadable]:
    """Every document behind `paths` (files, folders, globs, "-" for `stdin`), in a fixed order.

    What cannot be read comes as an Unreadable in its place. Files of other kinds found in a folder
    are passed over and counted in `skipped` by suffix. Ids of files in a folder are relative to it;
    with several paths they keep the folder, so that no two documents share one.
    """
    skipped = Counter() if skipped is None else skipped
    for path in paths:
        if path == STDIN:
            yield from _stdin_documents(sys.stdin.buffer if stdin is None else stdin)
        else:
            yield from _path_documents(path, skipped, full_ids=len(paths) > 1)


def count_bytes(paths: Sequence[str]) -> int | None:
    """The size in bytes of all files that `documents` would open; None when "-" is among the paths.

    The `size` of the items of `documents` adds up to this, less blank line ends and tables that are
    passed over.
    """
    if STDIN in paths:
        return None
    found = (item for path in paths for item in files(path, Counter()))
    return sum(item.size for item in found if isinstance(item, File))


def _path_documents(path: str, skipped: Counter[str], full_ids: bool) -> Iterator[Document | Unreadable]:
    nothing = True
    for file in files(path, skipped, full_ids):
        items = iter([file]) if isinstance(file, Unreadable) else file_documents(file, skipped)
        for item in items:
            nothing = False
            yield item
    if nothing:
        yield unreadable(printable(path), NOTHING_HERE, PATH)


def file_documents(file: File, skipped: Counter[str]) -> Iterator[Document | Unreadable]:
    """Every document of a file; what cannot be read comes as an Unreadable in its place."""
    left = file.size
    passed_over = skipped.total()
    item = None
    try:
        with open(file.path, "rb") as stream:
            for item in _contents(file, stream, skipped):
                left -= item.size
                yield item
    except OSError as error:
        yield unreadable(file.source, refusal_of(error), size=max(left, 0))
    else:
        if item is None and skipped.total() == passed_over:
            yield unreadable(file.source, EMPTY, size=file.size)


def _contents(file: File, stream: BinaryIO, skipped: Counter[str]) -> Iterator[Document | Unreadable]:
    if file.suffix in DOCUMENTS:
        yield _single(file, stream)
        return
    head = head_of(stream)
    kind = container_of(file.suffix, head)
    if kind is None:
        yield _single(file, stream)
    elif not head.strip():
        yield unreadable(file.source, EMPTY, size=file.size)
    elif kind == ".parquet":
        yield from parquet_documents(file, stream, skipped)
    elif is_binary(head):
        yield unreadable(file.source, BINARY, size=file.size)
    elif kind == ".csv":
        yield from csv_documents(file, stream, skipped)
    else:
        yield from json_documents(file, stream)


def container_of(suffix: str, head: bytes) -> str | None:
    """The kind of a file of many documents, by suffix or, where that says nothing, by content."""
    if suffix in CONTAINERS:
        return suffix
    if head.startswith(b"PAR1"):
        return ".parquet"
    return ".json" if _begins_json(head) else None


def _begins_json(head: bytes) -> bool:
    return head.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{") and not head.startswith(b"{\\rtf")


def _single(file: File, stream: BinaryIO) -> Document | Unreadable:
    data = _up_to(MAX_TEXT_BYTES, stream, file.size)
    if len(data) > MAX_TEXT_BYTES and kind_of(data, file.suffix) in ("docx", "pdf"):
        data += stream.read(MAX_BYTES + 1 - len(data))
    return _one(data, file.suffix, file.id, file.source, file.size)


def _up_to(limit: int, stream: BinaryIO, expected: int) -> bytes:
    """The stream, or its first `limit` + 1 bytes."""
    data = stream.read(min(expected, limit) + 1)  # asking for the limit would allocate all of it each time
    grown = len(data) > expected
    return data + stream.read(limit + 1 - len(data)) if grown else data


def _one(data: bytes, suffix: str, name: str, source: str, size: int) -> Document | Unreadable:
    try:
        return Document(name, text_of(data, suffix), source, None, size)
    except RefusedError as error:
        return unreadable(source, error.reason, size=size)


def _stdin_documents(stream: BinaryIO) -> Iterator[Document | Unreadable]:
    first = stream.readline(MAX_LINE)
    if not _begins_json(first):
        data = first + stream.read(MAX_BYTES + 1 - len(first))
        yield _one(data, "", STDIN, STDIN, len(data))
        return
    waiting = [first]
    yield from json_lines(STDIN, STDIN, lambda limit: waiting.pop() if waiting else stream.readline(limit))
