"""Records to documents: JSON lines, and JSON files of one object or an array, streamed."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from anjian.documents.formats import Reason, RefusedError, check_length, decode, encoding_of
from anjian.documents.formats.refusal import EMPTY

from .lines import MAX_LINE, RECODED, by_lines, head_of, line_text, lines
from .model import (
    BROKEN_JSON,
    BROKEN_JSON_REST,
    LINE,
    LONG_LINE,
    NO_TEXT,
    NOT_A_RECORD,
    RECORD,
    TEXT_NOT_STRING,
    Document,
    File,
    Unreadable,
    unreadable,
)

_CHUNK = 64 * 1024
_BETWEEN = re.compile(r"[ \t\r\n,\[\]\ufeff]*")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_documents(file: File, stream: BinaryIO) -> Iterator[Document | Unreadable]:
    """The documents of a .json, .jsonl or .ndjson file; which of the two it is, is seen from its first line."""
    if is_lines(stream, file.suffix == ".json"):
        source, encoding = by_lines(stream)
        yield from json_lines(file.id, file.source, source.readline, encoding)
    else:
        yield from _json_values(file, stream)


def json_lines(
    name: str, source: str, readline: Callable[[int], bytes], encoding: str = "utf-8", before: int = 0
) -> Iterator[Document | Unreadable]:
    """One document a line, after the `before` first ones; a bad line is reported and the next one read.

    Blank lines are passed over.
    """
    size = 0
    for line in lines(readline, before):
        size += line.size
        if line.data is not None and not line.data.strip():
            continue
        try:
            record = _parse(line.data, encoding)
            identifier, text = record_of(record, f"{name}:{line.number}")
            yield Document(identifier, text, source, line.number, size)
        except RefusedError as error:
            yield unreadable(source, error.reason, LINE, line.number, size)
        size = 0


def record_of(record: object, default: str) -> tuple[str, str]:
    """The id (or `default`) and the text of a record. Raises RefusedError when there is no text."""
    if not isinstance(record, dict):
        raise RefusedError(NOT_A_RECORD)
    if record.get("text") is None:
        raise RefusedError(NO_TEXT)
    return identifier_of(record.get("id"), default), text_of_value(record["text"])


def identifier_of(value: object, default: str) -> str:
    """A record's id as a string, or `default` when it has none."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return default
    return _LONE_SURROGATE.sub("\ufffd", str(value)).strip() or default


def text_of_value(value: object) -> str:
    """The text in a field. Raises RefusedError: not a string, empty, too long."""
    if not isinstance(value, str):
        raise RefusedError(TEXT_NOT_STRING)
    if not value.strip():
        raise RefusedError(EMPTY)
    check_length(value)
    # JSON may escape half a surrogate pair, which no encoder accepts later on.
    return _LONE_SURROGATE.sub("\ufffd", value)


def _parse(data: bytes | None, encoding: str) -> object:
    if data is None:
        raise RefusedError(LONG_LINE)
    try:
        return json.loads(line_text(data, encoding).strip())
    except (ValueError, RecursionError) as error:
        raise RefusedError(BROKEN_JSON) from error


def is_lines(stream: BinaryIO, whole_file: bool) -> bool:
    """Whether a file holds a JSON object a line; of a .json file, the first line must prove it."""
    head = head_of(stream)
    encoding = encoding_of(head)
    if decode(head).lstrip().startswith("["):
        return False
    if not whole_file or encoding in RECODED:  # the first line of UTF-16 cannot be looked at by bytes
        return not whole_file
    first = stream.readline(MAX_LINE)
    stream.seek(0)
    try:
        return isinstance(_parse(first, encoding), dict)
    except RefusedError:
        return False


def _json_values(file: File, stream: BinaryIO) -> Iterator[Document | Unreadable]:
    """The objects of an array, or the one object of a file."""
    counted = 0
    lone = decode(head_of(stream)).lstrip().startswith("{")
    for number, value in enumerate(_values(stream), 1):
        size, counted = stream.tell() - counted, stream.tell()
        try:
            if isinstance(value, Reason):
                raise RefusedError(value)
            default = file.id if lone and number == 1 else f"{file.id}:{number}"
            identifier, text = record_of(value, default)
            yield Document(identifier, text, file.source, number, size)
        except RefusedError as error:
            yield unreadable(file.source, error.reason, RECORD, number, size)


def _values(stream: BinaryIO) -> Iterator[object]:
    """The JSON values of a file one after another, whatever parts them; a Reason, as the last, at a broken one."""
    scan = json.JSONDecoder().raw_decode
    decoder = codecs.getincrementaldecoder(encoding_of(head_of(stream)))(errors="replace")
    buffer, at = "", 0
    while True:
        at += len(_BETWEEN.match(buffer, at)[0])  # type: ignore[index]
        try:
            value, at = scan(buffer, at)
        except (ValueError, RecursionError):
            buffer, at = buffer[at:], 0
            # Doubling what is held keeps the repeated attempts at one long value linear.
            more = stream.read(max(_CHUNK, len(buffer)))
            if not more and not buffer:
                return
            if not more or len(buffer) > MAX_LINE:
                yield BROKEN_JSON_REST
                return
            buffer += decoder.decode(more)
        else:
            yield value
