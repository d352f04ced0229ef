"""Keep the briefs of a run beside it, and give its chains and groups back one at a time.

The briefs stand in a private temporary SQLite database that spills to disk as it grows and is gone when it is
closed or the process dies. Numbers are joined in SQL, components found by union-find over integers; only the
briefs of one chain or one group are in memory at a time.
"""

from __future__ import annotations

import errno
import json
import pickle
import sqlite3
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from anjian.cases.brief import Brief
from anjian.cases.chains import Chain, link, offers, seeks
from anjian.scenarios.base import Finding, Given
from anjian.scenarios.registry import Registered

from .inputs import Document

_SCHEMA = """
create table docs (id integer primary key, name text unique, source text, line integer, number text,
                   brief text, text blob, given text, marked integer);
create table names (number text, doc integer);
create table offered (key text, doc integer);
create table sought (key text, doc integer);
create table alike (code text, key text, doc integer);
"""
_INDEXES = """
create index by_number on docs (number);
create index by_name on names (number);
create index by_offer on offered (key);
create index by_alike on alike (code, key);
create table parts (root integer, doc integer);
create table found (doc integer, finding blob);
"""
_PAIRS = """
select names.doc, docs.id from names join docs on docs.number = names.number where docs.id <> names.doc
union all select a.first, docs.id from docs join
  (select number, min(id) as first from docs where number is not null group by number having count(*) > 1) a
  on a.number = docs.number where docs.id <> a.first
union all select sought.doc, one.doc from sought join
  (select key, min(doc) as doc from offered group by key having count(*) = 1) one
  on one.key = sought.key where one.doc <> sought.doc
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A document again: `given` its findings of scenarios that also look across documents, `marked` whether it
    had any finding reported."""

    document: Document
    brief: Brief
    given: tuple[Given, ...] = ()
    marked: bool = False


class Gathered:
    """The briefs of a run. `add` them all, then ask for `chains` and `groups`; close it at the end.

    Of documents with the same id only the first is kept. Raises OSError where the temporary database cannot be
    written.
    """

    def __init__(self, chosen: Sequence[Registered] = ()) -> None:
        self._grouping = tuple(r for r in chosen if r.group)
        self._first: Kept | None = None
        self._base: sqlite3.Connection | None = None
        self._count = 0

    def add(self, kept: Kept) -> None:
        """Keep one document."""
        self._count += 1
        if self._count == 1:
            self._first = kept  # a single document has nothing to be linked with
            return
        with _as_os_errors():
            if self._base is None:
                self._base = sqlite3.connect("")  # SQLite's private temporary file, unlinked as soon as it is opened
                self._base.executescript(f"pragma journal_mode=off; pragma synchronous=off; {_SCHEMA}")
            if self._first:
                self._insert(self._base, 1, self._first)
                self._first = None
            self._insert(self._base, self._count, kept)

    def _insert(self, base: sqlite3.Connection, n: int, kept: Kept) -> None:
        document, brief = kept.document, kept.brief
        text = zlib.compress(document.text.encode("utf-8", "surrogatepass"), 1)
        row = (n, document.id, document.source, document.line, brief.key, brief.dumps(), text, json.dumps(kept.given))
        new = base.execute("insert or ignore into docs values (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*row, kept.marked))
        if not new.rowcount:
            return
        groups = [(r.scenario.code, key, n) for r in self._grouping if r.group and (key := r.group(brief))]
        base.executemany("insert into names values (?, ?)", [(told.key, n) for told in brief.restated])
        base.executemany("insert into offered values (?, ?)", [(key, n) for key in offers(brief)])
        base.executemany("insert into sought values (?, ?)", [(key, n) for key in seeks(brief)])
        base.executemany("insert into alike values (?, ?, ?)", groups)

    def chains(self) -> Iterator[Chain]:
        """The chains, in the order of their first documents. To be asked for once."""
        if self._base is None:
            return
        with _as_os_errors():
            self._base.executescript(_INDEXES)
            self._find_parts(self._base)
            rows = self._base.execute(
                "select root, brief from parts join docs on docs.id = parts.doc order by root, docs.id"
            )
            for _, members in groupby(rows, key=lambda row: row[0]):
                yield from link([Brief.loads(brief) for _, brief in members])

    def _find_parts(self, base: sqlite3.Connection) -> None:
        """Write the connected components of two documents or more, each under its first document."""
        root = array("q", range(self._count + 1))

        def find(n: int) -> int:
            while root[n] != n:
                root[n] = root[root[n]]
                n = root[n]
            return n

        joined = bytearray(self._count + 1)
        for a, b in base.execute(_PAIRS):
            joined[a] = joined[b] = 1
            low, high = sorted((find(a), find(b)))
            root[high] = low
        base.executemany("insert into parts values (?, ?)", ((find(n), n) for n, is_in in enumerate(joined) if is_in))

    def groups(self, code: str) -> Iterator[list[Brief]]:
        """The groups of two documents or more that a scenario puts together. After `chains`."""
        if self._base is None:
            return
        with _as_os_errors():
            rows = self._base.execute(
                "select key, brief from alike join docs on docs.id = alike.doc where code = ? and key in"
                " (select key from alike where code = ? group by key having count(*) > 1) order by key, docs.id",
                (code, code),
            )
            for _, members in groupby(rows, key=lambda row: row[0]):
                yield [Brief.loads(brief) for _, brief in members]

    def keep(self, findings: Iterable[Finding]) -> None:
        """Keep findings across documents until all are there."""
        if self._base is None:
            return
        with _as_os_errors():
            self._base.executemany(
                "insert into found select id, ? from docs where name = ?",
                ((pickle.dumps(f), f.document) for f in findings),
            )

    def found(self) -> Iterator[tuple[Kept, list[Finding]]]:
        """The documents with findings kept by `keep`, in the order they came."""
        if self._base is None:
            return
        with _as_os_errors():
            rows = self._base.execute(
                "select doc, name, source, line, text, brief, given, marked, finding"
                " from found join docs on docs.id = found.doc order by doc"
            )
            for (_, *row), members in groupby(rows, key=lambda row: row[:8]):
                yield _kept(row), [pickle.loads(finding) for *_, finding in members]

    def close(self) -> None:
        """Drop everything kept."""
        if self._base is not None:
            self._base.close()
            self._base = None


def _kept(row: Sequence[Any]) -> Kept:
    name, source, line, text, brief, given, marked = row
    document = Document(name, zlib.decompress(text).decode("utf-8", "surrogatepass"), source, line)
    return Kept(document, Brief.loads(brief), tuple(tuple(g) for g in json.loads(given)), bool(marked))


@contextmanager
def _as_os_errors() -> Iterator[None]:
    """A temporary database fails for want of space or rights, which is an error of the file system."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(errno.ENOSPC, str(error)) from error
