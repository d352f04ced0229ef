"""What there is to do, in tasks of bounded size: a process takes one and writes its rows to one file."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct, convert, to_builtins

from ..inputs.model import NOTHING_HERE, PATH, File, Unreadable, printable, unreadable
from ..inputs.pieces import Piece, pieces
from ..inputs.walk import files

SIZE = 8 * 1024 * 1024
"""How many bytes of text a task has, about."""

_MOST_PIECES = 1000


class Part(Struct, frozen=True):
    """A piece to read, with the time its file was last written; or what cannot be read at all."""

    piece: Piece | None
    written: int = 0
    bad: Unreadable | None = None

    @property
    def size(self) -> int:
        """Its bytes."""
        return self.piece.size if self.piece else 0

    @property
    def weight(self) -> int:
        """The bytes of its texts."""
        return self.piece.weight if self.piece else 0


class Task(Struct, frozen=True):
    """Some parts, in the order of the input. Tasks are numbered in that order from 0."""

    number: int
    parts: tuple[Part, ...]

    @property
    def size(self) -> int:
        """How many bytes of the input it takes."""
        return sum(part.size for part in self.parts)


class Listed(Struct, frozen=True):
    """The tasks of an input: how many, their bytes, a digest of all of it, and the files passed over by suffix."""

    tasks: int
    bytes: int
    digest: str
    passed_over: dict[str, int]


def write_tasks(paths: Sequence[str], to: Path, size: int = SIZE) -> Listed:
    """Write the tasks of an input to a file, one a line."""
    passed_over: Counter[str] = Counter()
    digest = hashlib.sha256()
    count = total = 0
    with open(to, "wb") as stream:
        for task in _tasks(_parts(paths, passed_over, size), size):
            line = json.dumps(to_builtins(task)).encode()
            digest.update(line)
            stream.write(line + b"\n")
            count, total = count + 1, total + task.size
    return Listed(count, total, digest.hexdigest(), dict(sorted(passed_over.items())))


def read_tasks(path: Path) -> Iterator[Task]:
    """The tasks in a file of `write_tasks`, one at a time."""
    with open(path, "rb") as stream:
        for line in stream:
            yield convert(json.loads(line), Task)


def _tasks(parts: Iterable[Part], size: int) -> Iterator[Task]:
    number = 0
    held: list[Part] = []
    for part in parts:
        if held and (sum(p.weight for p in held) + part.weight > size or len(held) >= _MOST_PIECES):
            yield Task(number, tuple(held))
            number, held = number + 1, []
        held.append(part)
    if held:
        yield Task(number, tuple(held))


def _parts(paths: Sequence[str], passed_over: Counter[str], size: int) -> Iterator[Part]:
    for path in paths:
        nothing = True
        for file in files(path, passed_over, full_ids=len(paths) > 1):
            nothing = False
            if isinstance(file, File):
                yield from _file_parts(file, size)
            else:
                yield Part(None, bad=file)
        if nothing:
            yield Part(None, bad=unreadable(printable(path), NOTHING_HERE, PATH))


def _file_parts(file: File, size: int) -> Iterator[Part]:
    try:
        written = os.stat(file.path).st_mtime_ns
    except OSError:
        written = 0  # it has gone since; reading it will tell
    yield from (Part(piece, written) for piece in pieces(file, size))
