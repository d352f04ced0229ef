"""Tables to documents: csv and parquet with a column `text` and, as a rule, `id`."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from anjian.documents.formats import MAX_CHARACTERS, RefusedError, decode

from .lines import by_lines, line_text, lines
from .model import (
    BROKEN_CSV,
    BROKEN_PARQUET,
    LINE,
    LONG_LINE,
    RECORD,
    Document,
    File,
    Unreadable,
    no_text_column,
    unreadable,
)
from .records import identifier_of, text_of_value

ROWS_AT_ONCE = 256


def csv_documents(file: File, stream: BinaryIO, skipped: Counter[str]) -> Iterator[Document | Unreadable]:
    """One document a row, `line` being the line where the row starts.

    A table without a column `text` is an error when the file was named, else counted in `skipped`.
    """
    # The limit belongs to the process; its default, 131,072, is less than a long judgment.
    csv.field_size_limit(MAX_CHARACTERS + 1)
    feed = _Feed(stream)
    rows = csv.reader(feed, strict=True)  # strict: an open quote must not swallow the rows after it in silence
    line = 1
    try:
        columns = [name.strip("\ufeff \t").lower() for name in next(rows, [])]
        if "text" not in columns:
            yield from _without_text(file, columns, skipped)
            return
        line = rows.line_num + 1
        for row in rows:
            if row:
                yield _row(file, dict(zip(columns, row, strict=False)), line, feed.taken())
            line = rows.line_num + 1
    except csv.Error:
        yield unreadable(file.source, BROKEN_CSV, LINE, line, feed.taken())
    except RefusedError as error:
        yield unreadable(file.source, error.reason, LINE, rows.line_num + 1, feed.taken())


def parquet_documents(file: File, stream: BinaryIO, skipped: Counter[str]) -> Iterator[Document | Unreadable]:
    """One document a row, read a few hundred rows at a time. A missing column `text` is as in a csv."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(stream, pre_buffer=False, buffer_size=1024 * 1024)
        if "text" not in table.schema_arrow.names:
            yield from _without_text(file, table.schema_arrow.names, skipped)
            return
        yield from _parquet_rows(file, table, range(table.num_row_groups), range(table.metadata.num_rows))
    except (ArrowException, OSError, ValueError):
        yield unreadable(file.source, BROKEN_PARQUET)


class _Feed:
    """The decoded lines of a stream for csv.reader, and the bytes they took."""

    def __init__(self, stream: BinaryIO) -> None:
        source, self.encoding = by_lines(stream)
        self.lines = lines(source.readline)
        self.bytes = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.bytes += line.size
        if line.data is None:
            raise RefusedError(LONG_LINE)
        return line_text(line.data, self.encoding)

    def taken(self) -> int:
        """The bytes read since the last call."""
        count, self.bytes = self.bytes, 0
        return count


def _without_text(file: File, columns: list[str], skipped: Counter[str]) -> Iterator[Unreadable]:
    if file.named:
        yield unreadable(file.source, no_text_column(columns), size=file.size)
    else:
        skipped[file.suffix] += 1


def _row(file: File, cells: dict[str, str], line: int, size: int) -> Document | Unreadable:
    try:
        text = text_of_value(cells.get("text", ""))
    except RefusedError as error:
        return unreadable(file.source, error.reason, LINE, line, size)
    return Document(identifier_of(cells.get("id"), f"{file.id}:{line}"), text, file.source, line, size)


def parquet_stretch(file: File, stream: BinaryIO, groups: range, rows: range) -> Iterator[Document | Unreadable]:
    """The documents of those `rows` of a parquet file, counted from 0, that lie in some row groups.

    What stands in the groups before the rows is decoded too, so let them begin not far behind the groups' first one.
    """
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        yield from _parquet_rows(file, ParquetFile(stream, pre_buffer=False, buffer_size=1024 * 1024), groups, rows)
    except (ArrowException, OSError, ValueError):
        yield unreadable(file.source, BROKEN_PARQUET)


def _parquet_rows(file: File, table: Any, groups: range, rows: range) -> Iterator[Document | Unreadable]:
    columns = [name for name in ("id", "text") if name in table.schema_arrow.names]
    total = max(table.metadata.num_rows, 1)
    first = sum(table.metadata.row_group(group).num_rows for group in range(groups.start))
    batches = table.iter_batches(batch_size=ROWS_AT_ONCE, row_groups=list(groups), columns=columns, use_threads=False)
    for batch in batches:
        here = range(max(rows.start, first), min(rows.stop, first + batch.num_rows))
        for number in here:
            size = file.size * (number + 1) // total - file.size * number // total
            row, number = number - first, number + 1
            identifier = _cell(batch["id"][row]) if "id" in columns else None
            try:
                text = text_of_value(_cell(batch["text"][row]))
                name = identifier_of(identifier, f"{file.id}:{number}")
                yield Document(name, text, file.source, number, size)
            except RefusedError as error:
                yield unreadable(file.source, error.reason, RECORD, number, size)
        first += batch.num_rows
        if first >= rows.stop:
            return


def _cell(scalar: Any) -> object:
    """The value of a cell; a string column that is not UTF-8, or a column of bytes, is decoded as found."""
    try:
        value = scalar.as_py()
    except UnicodeDecodeError:
        value = scalar.as_buffer().to_pybytes()
    return decode(value) if isinstance(value, bytes) else value
