"""Files in pieces of bounded size, each to be read by itself, in another process if need be.

Parquet is cut between rows, JSON lines at line ends. Other kinds of file stay whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any, BinaryIO

from msgspec import Struct

from anjian.documents.formats import encoding_of, is_binary

from . import container_of, file_documents
from .lines import RECODED, head_of
from .model import Document, File, Unreadable, refusal_of, unreadable
from .records import is_lines, json_lines
from .tables import parquet_stretch

_CHUNK = 1024 * 1024
_PARTS_OF_A_GROUP = 64


class Lines(Struct, frozen=True):
    """The bytes from `start` to `end` of a file of lines; `before` lines stand before them."""

    start: int
    end: int
    before: int
    encoding: str


class Rows(Struct, frozen=True):
    """The rows from `start` to `end` of a parquet file, which lie in the row groups from `first` to `last`."""

    first: int
    last: int
    start: int
    end: int


class Piece(Struct, frozen=True):
    """A file, or a stretch of one: all of it where there are neither lines nor rows.

    `size` is its share of the file's bytes, `weight` how many bytes of text it holds, which may be many more.
    """

    file: File
    size: int
    weight: int
    lines: Lines | None = None
    rows: Rows | None = None


def pieces(file: File, size: int) -> Iterator[Piece]:
    """A file as pieces of about `size` bytes of text, where it can be cut, else as one."""
    if file.size <= size and file.suffix != ".parquet":  # which may hold much more than its size
        yield Piece(file, file.size, file.size)
        return
    try:
        with open(file.path, "rb") as stream:
            found = list(_cut(file, stream, size))
    except (OSError, ValueError):  # ValueError: a damaged table; reading it will tell
        found = []
    if len(found) > 1:
        yield from found
    else:
        yield Piece(file, file.size, found[0].weight if found else file.size)


def piece_documents(piece: Piece, skipped: Counter[str]) -> Iterator[Document | Unreadable]:
    """Every document of a piece, with the ids it has in the whole file."""
    file, lines, rows = piece.file, piece.lines, piece.rows
    if lines is None and rows is None:
        yield from file_documents(file, skipped)
        return
    try:
        with open(file.path, "rb") as stream:
            if lines:
                stream.seek(lines.start)
                readline = _until(stream, lines.end - lines.start)
                yield from json_lines(file.id, file.source, readline, lines.encoding, lines.before)
            elif rows:
                yield from parquet_stretch(file, stream, range(rows.first, rows.last), range(rows.start, rows.end))
    except OSError as error:
        yield unreadable(file.source, refusal_of(error))


def _cut(file: File, stream: BinaryIO, size: int) -> Iterator[Piece]:
    head = head_of(stream)
    kind = container_of(file.suffix, head)
    if kind == ".parquet":
        yield from _by_rows(file, stream, size)
    elif kind in (".json", ".jsonl", ".ndjson") and not is_binary(head):
        encoding = encoding_of(head)
        # In UTF-16 a byte that looks like a line end need not be one.
        if encoding not in RECODED and is_lines(stream, file.suffix == ".json"):
            yield from _by_lines(file, stream, size, "utf-8" if encoding == "utf-8-sig" else encoding)


def _by_lines(file: File, stream: BinaryIO, size: int, encoding: str) -> Iterator[Piece]:
    start = before = 0
    while start < file.size:
        count, end = 0, start
        while end - start < size and (chunk := stream.read(min(_CHUNK, size))):
            count += chunk.count(b"\n")
            end += len(chunk)
        while rest := stream.readline(_CHUNK):
            end += len(rest)
            if rest.endswith(b"\n"):
                count += 1
                break
        if end == start:  # the file has become shorter
            return
        yield Piece(file, end - start, end - start, lines=Lines(start, end, before, encoding))
        start, before = end, before + count


def _by_rows(file: File, stream: BinaryIO, size: int) -> Iterator[Piece]:
    from pyarrow.parquet import ParquetFile

    table = ParquetFile(stream, pre_buffer=False)
    if "text" not in table.schema_arrow.names:
        return
    meta = table.metadata
    total = max(sum(_text_bytes(meta, group) for group in range(meta.num_row_groups)), 1)
    held: list[tuple[Rows, int]] = []
    for rows, weight in _stretches(meta, size):
        if held and sum(w for _, w in held) + weight > size:
            yield _together(file, held, total)
            held = []
        held.append((rows, weight))
    if held:
        yield _together(file, held, total)


def _stretches(meta: Any, size: int) -> Iterator[tuple[Rows, int]]:
    """The row groups with the bytes of their texts, a large one in several stretches."""
    row = 0
    for group in range(meta.num_row_groups):
        count, weight = meta.row_group(group).num_rows, _text_bytes(meta, group)
        parts = max(min(weight // size, count, _PARTS_OF_A_GROUP), 1)
        cuts = [row + count * n // parts for n in range(parts + 1)]
        for a, b in pairwise(cuts):
            yield Rows(group, group + 1, a, b), weight // parts
        row += count


def _together(file: File, held: list[tuple[Rows, int]], total: int) -> Piece:
    (first, _), (last, _) = held[0], held[-1]
    weight = sum(weight for _, weight in held)
    rows = Rows(first.first, last.last, first.start, last.end)
    return Piece(file, file.size * weight // total, weight, rows=rows)


def _text_bytes(meta: Any, group: int) -> int:
    """How many bytes the texts of a row group take, uncompressed."""
    columns = (meta.row_group(group).column(n) for n in range(meta.num_columns))
    return sum(column.total_uncompressed_size for column in columns if column.path_in_schema == "text")


def _until(stream: BinaryIO, left: int) -> Callable[[int], bytes]:
    """`readline` that ends after so many bytes."""

    def readline(limit: int) -> bytes:
        nonlocal left
        line = stream.readline(min(limit, left))
        left -= len(line)
        return line

    return readline
