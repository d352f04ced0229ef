"""Paths to files: folders (recursive, sorted), globs, single files. Reads no contents."""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Iterator

from .model import (
    BROKEN_LINK,
    FOLDER,
    MISSING,
    NO_MATCH,
    NOT_A_FILE,
    PATH,
    File,
    Unreadable,
    printable,
    refusal_of,
    unreadable,
)

DOCUMENTS = (".txt", ".docx", ".doc", ".wps", ".pdf", ".html", ".htm")
CONTAINERS = (".json", ".jsonl", ".ndjson", ".csv", ".parquet")
SUFFIXES = frozenset(DOCUMENTS + CONTAINERS)
"""The kinds of file taken from a folder; a file named explicitly is read whatever its suffix."""


def files(path: str, skipped: Counter[str], full_ids: bool = False) -> Iterator[File | Unreadable]:
    """The files behind one argument, in a fixed order.

    Files of other kinds met in a folder are counted in `skipped` by suffix, hidden files are not
    looked at. `full_ids` keeps the folder in each id, so that two folders cannot share one.
    """
    try:
        status = os.stat(path)
    except FileNotFoundError:
        yield from _absent(path, skipped)
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        yield unreadable(printable(path), refusal_of(error))
    else:
        if stat.S_ISDIR(status.st_mode):
            yield from _folder(path, path if full_ids else "", skipped)
        elif stat.S_ISREG(status.st_mode):
            yield File(path, printable(path), status.st_size, named=True)
        else:
            yield unreadable(printable(path), NOT_A_FILE)


def _absent(path: str, skipped: Counter[str]) -> Iterator[File | Unreadable]:
    if os.path.lexists(path):
        yield unreadable(printable(path), BROKEN_LINK)
    elif glob.has_magic(path):
        yield from _matches(path, skipped)
    else:
        yield unreadable(printable(path), MISSING, PATH)


def _matches(pattern: str, skipped: Counter[str]) -> Iterator[File | Unreadable]:
    paths = sorted(glob.glob(pattern, recursive=True))
    if not paths:
        yield unreadable(printable(pattern), NO_MATCH, PATH)
    for path in paths:
        # ** has already gone into the folders it matches
        if not ("**" in pattern and os.path.isdir(path)):
            yield from _folder(path, path, skipped)


def _folder(root: str, prefix: str, skipped: Counter[str]) -> Iterator[File | Unreadable]:
    """Walk `root`, a folder (or a file that a glob matched); ids begin with `prefix`."""
    seen: set[tuple[int, int]] = set()  # folders entered, so that a link upwards ends
    waiting = [""]  # paths below root; a stack, because nesting can be deeper than Python's
    while waiting:
        below = waiting.pop()
        path = os.path.join(root, below) if below else root
        try:
            status = os.stat(path)
            if stat.S_ISDIR(status.st_mode) and (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting.extend(os.path.join(below, name) for name in _names(path))
        except OSError as error:
            yield from _failed(path, error, skipped)
            continue
        if not stat.S_ISDIR(status.st_mode):
            yield from _file(path, os.path.join(prefix, below) if below else path, status, skipped)


def _names(folder: str) -> list[str]:
    """The names in a folder, last first; hidden ones and Word's lock files (~$) left out."""
    return sorted((name for name in os.listdir(folder) if not name.startswith((".", "~$"))), reverse=True)


def _file(path: str, name: str, status: os.stat_result, skipped: Counter[str]) -> Iterator[File]:
    suffix = os.path.splitext(path)[1].lower()
    if stat.S_ISREG(status.st_mode) and suffix in SUFFIXES:
        yield File(path, printable(name).replace(os.sep, "/"), status.st_size, named=False)
    else:
        skipped[suffix] += 1


def _failed(path: str, error: OSError, skipped: Counter[str]) -> Iterator[Unreadable]:
    suffix = os.path.splitext(path)[1].lower()
    if os.path.isdir(path):
        yield unreadable(printable(path), refusal_of(error), FOLDER)
    elif suffix not in SUFFIXES:
        skipped[suffix] += 1
    elif isinstance(error, FileNotFoundError) and os.path.islink(path):
        yield unreadable(printable(path), BROKEN_LINK)
    else:
        yield unreadable(printable(path), refusal_of(error))
