"""Files in pieces: the same documents with the same ids as the whole file."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from anjian.engine.inputs import Document, Unreadable, documents
from anjian.engine.inputs.model import File
from anjian.engine.inputs.pieces import Piece, piece_documents, pieces
from tests.engine.reading import TEXT, record, write

SIZE = 2000


def cut(path: Path) -> list[Piece]:
    return list(pieces(File(str(path), path.name, os.path.getsize(path), named=True), SIZE))


def of(found: list[Piece]) -> list[tuple[str, ...]]:
    return [shown(item) for piece in found for item in piece_documents(piece, Counter())]


def whole(path: Path) -> list[tuple[str, ...]]:
    return [shown(item) for item in documents([str(path.parent)])]


def shown(item: Document | Unreadable) -> tuple[str, ...]:
    if isinstance(item, Document):
        return item.id, item.text, item.source, str(item.line)
    return item.sentence_zh, item.sentence_en


def lines(count: int) -> list[str]:
    """Records with and without ids, blank and broken lines."""
    made = [record(f"甲{n}") if n % 3 else json.dumps({"text": f"{TEXT}{n}"}) for n in range(count)]
    return ["", *made[:7], "{broken", *made[7:], ""]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_are_cut_at_their_ends(tmp_path: Path, encoding: str, end: str) -> None:
    path = write(tmp_path / "a.jsonl", end.join(lines(60)).encode(encoding))
    found = cut(path)
    assert len(found) > 3
    assert sum(piece.size for piece in found) == path.stat().st_size
    assert max(piece.size for piece in found) < SIZE + 500
    assert of(found) == whole(path)
    assert "a.jsonl:57" in {row[0] for row in of(found)}


@pytest.mark.parametrize("size", [1, 300, 100_000])
def test_a_line_longer_than_a_piece_stays_whole(tmp_path: Path, size: int) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join([record("a", "长" * 900), record("b"), record("c", "长" * 900)]))
    found = list(pieces(File(str(path), "a.jsonl", path.stat().st_size, named=True), size))
    assert of(found) == whole(path)


@pytest.mark.parametrize("group", [1, 7, 40, 1000])
def test_rows_are_cut_inside_and_between_row_groups(tmp_path: Path, group: int) -> None:
    rows = [{"id": None if n % 5 == 0 else f"甲{n}", "text": f"{TEXT}{n}" if n != 33 else None} for n in range(150)]
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=group, use_dictionary=False)
    found = cut(path)
    assert len(found) > 3
    assert of(found) == whole(path)
    assert len(of(found)) == 150


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", TEXT * 100),
        ("a.json", json.dumps([{"id": "a", "text": TEXT * 100}, {"text": TEXT}])),
        ("a.csv", f'id,text\na,"{TEXT * 100}"\nb,{TEXT}\n'),
        ("a.jsonl", ("\n".join(lines(60))).encode("utf-16")),
        ("a.jsonl", b"\0\1\2" * 3000),
        ("a.parquet", b"PAR1" + b"x" * 5000),
        ("a.jsonl", ""),
    ],
)
def test_what_cannot_be_cut_is_one_piece(tmp_path: Path, name: str, content: str | bytes) -> None:
    path = write(tmp_path / name, content)
    found = cut(path)
    assert len(found) == 1
    assert of(found) == whole(path)


def test_a_small_file_that_holds_much_text_weighs_much(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(
        pa.Table.from_pylist([{"text": f"{TEXT}{n}"} for n in range(150)]), path, row_group_size=10, compression="zstd"
    )
    found = cut(path)
    assert sum(piece.size for piece in found) <= path.stat().st_size
    assert max(piece.weight for piece in found) <= SIZE
    assert sum(piece.weight for piece in found) > 150 * len(TEXT.encode())
    (whole_file,) = pieces(File(str(path), "a.parquet", path.stat().st_size, named=True), 1_000_000)
    assert whole_file.weight > 150 * len(TEXT.encode())


@pytest.mark.parametrize("table", [{"a": list(range(9000))}, {"text": pa.array([], pa.string())}])
def test_a_table_without_texts_is_told_or_passed_over_as_ever(tmp_path: Path, table: dict[str, object]) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table(table), path)
    assert of(cut(path)) == [shown(item) for item in documents([str(path)])]


def test_a_file_that_has_gone_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join(lines(60)))
    found = cut(path)
    path.unlink()
    (told,) = {shown(item) for piece in found for item in piece_documents(piece, Counter())}
    assert "移走或删除" in told[0]
