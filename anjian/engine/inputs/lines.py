"""Lines of a file of any length and encoding, in bounded memory."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import BinaryIO, NamedTuple, cast

from anjian.documents.formats import MAX_CHARACTERS, decode, encoding_of

MAX_LINE = 6 * MAX_CHARACTERS + 1024 * 1024
"""The longest line kept, in bytes: the longest text with every character escaped, and room for other fields."""

RECODED = ("utf-16", "utf-32")
"""Encodings whose bytes cannot be split at a line end."""

_HEAD = 64 * 1024


class Line(NamedTuple):
    """One line: its number from 1, its bytes (None when longer than MAX_LINE), its size in bytes."""

    number: int
    data: bytes | None
    size: int


def lines(readline: Callable[[int], bytes], before: int = 0) -> Iterator[Line]:
    """The lines that `readline` gives; one that is too long is passed over without being held.

    `before` is how many lines of the file stand before these.
    """
    number = before
    while data := readline(MAX_LINE):
        number += 1
        if len(data) == MAX_LINE and not data.endswith(b"\n"):
            del data
            yield Line(number, None, MAX_LINE + _pass_over(readline))
        else:
            yield Line(number, data, len(data))


def line_text(data: bytes, encoding: str) -> str:
    """The text of a line of a file in `encoding`, without a byte-order mark; another encoding is still read."""
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return decode(data)


def head_of(stream: BinaryIO) -> bytes:
    """The first bytes of a seekable stream, which is left at its start."""
    head = stream.read(_HEAD)
    stream.seek(0)
    return head


def by_lines(stream: BinaryIO) -> tuple[BinaryIO, str]:
    """A stream whose bytes can be split into lines, and its encoding; UTF-16 and UTF-32 are recoded for it."""
    encoding = encoding_of(head_of(stream))
    if encoding in RECODED:
        return cast(BinaryIO, io.BufferedReader(_Recoded(stream, encoding))), "utf-8"
    return stream, "utf-8" if encoding == "utf-8-sig" else encoding


def _pass_over(readline: Callable[[int], bytes]) -> int:
    size = 0
    while piece := readline(1024 * 1024):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


class _Recoded(io.RawIOBase):
    """A stream in another encoding, read as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self._rest = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self._rest:
            self._rest = self._text.read(8192).encode("utf-8", errors="replace")
        count = min(len(buffer), len(self._rest))
        buffer[:count] = self._rest[:count]
        self._rest = self._rest[count:]
        return count
