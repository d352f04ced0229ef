"""The small pieces of the outputs: records, places, lines on a terminal, whole files."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.text import Text

from anjian.engine.choose import choose
from anjian.engine.inputs import Document
from anjian.engine.outputs import Format, format_of, open_output
from anjian.engine.outputs.atomic import TargetError, whole_file
from anjian.engine.outputs.parquet import SCHEMA
from anjian.engine.outputs.place import Lines, context
from anjian.engine.outputs.wrap import wrapped
from anjian.engine.run import Checked, Plan, Tally, run


def written(form: Format, *texts: str) -> bytes:
    """What a format makes of some documents."""
    stream, tally, chosen = io.BytesIO(), Tally(), choose()
    output = open_output(form, stream, chosen, "zh")
    documents = (Document(f"文书{i}", text, "a.jsonl", i) for i, text in enumerate(texts, 1))
    for item in run(documents, Plan(chosen), lambda r, e, d: None):
        assert isinstance(item, Checked)
        tally.add(item)
        output.document(item)
    output.finish(tally)
    data = stream.getvalue()
    output.close()
    return data


@pytest.mark.usefixtures("planted_scenarios")
def test_parquet_holds_what_json_lines_hold(judgment_text: str) -> None:
    texts = [judgment_text, "没有", f"𠮷{judgment_text}", "只有甲错"]
    lines = [json.loads(line) for line in written("jsonl", *texts).splitlines()]
    table = pq.read_table(io.BytesIO(written("parquet", *texts)))
    assert table.schema.equals(SCHEMA)
    rows = table.to_pylist()
    assert len(rows) == len(lines) == 7
    for row, line in zip(rows, lines, strict=True):
        assert row["basis"] == "《中华人民共和国刑法》第四十七条、第一百三十三条之一第一款"
        assert (row["decision_date"] and row["decision_date"].isoformat()) == line["decision_date"]
        same = set(line) - {"basis", "decision_date"}
        assert {k: row[k] for k in same} == {k: line[k] for k in same}
    assert lines[3]["start"] == lines[0]["start"] + 1


@pytest.mark.usefixtures("planted_scenarios")
def test_many_rows_are_written_in_batches() -> None:
    data = written("parquet", *["甲错" * 1500] * 3)
    assert pq.ParquetFile(io.BytesIO(data)).num_row_groups > 1
    assert pq.read_table(io.BytesIO(data)).num_rows == 4500


@pytest.mark.usefixtures("planted_scenarios")
@pytest.mark.parametrize("form", ["jsonl", "parquet", "html", "sarif", "table"])
def test_no_documents_still_make_a_whole_file(form: Format) -> None:
    assert written(form) or form == "jsonl"


@pytest.mark.parametrize(
    ("name", "form"),
    [("a.html", "html"), ("a.HTM", "html"), ("a.sarif", "sarif"), ("a.sarif.json", "sarif"), ("a.json", None)],
)
def test_a_suffix_tells_the_format(name: str, form: str | None) -> None:
    assert format_of(Path(name)) == form


def test_lines_and_characters_count_from_one() -> None:
    lines = Lines("一二\r\n三\r四\n\n五")
    assert [lines.at(i) for i in (0, 1, 4, 6, 8, 9)] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1), (5, 1)]


@given(st.text("一𠮷\r\n", max_size=40), st.integers(0, 40))
def test_line_and_character_agree_with_python(text: str, index: int) -> None:
    index = min(index, len(text))
    lines = text.splitlines(keepends=True) or [""]
    if lines[-1].endswith(("\r", "\n")):
        lines.append("")
    line, character = Lines(text).at(index)
    assert sum(map(len, lines[: line - 1])) + character - 1 == index
    assert character <= len(lines[line - 1]) + 1


def test_context_shows_the_quote_among_its_neighbours() -> None:
    text = "前" * 30 + "引\n文" + "后" * 30
    before, quote, after = context(text, 30, 33)
    assert (before, quote, after) == ("…" + "前" * 18, "引 文", "后" * 18 + "…")
    assert len(context("长" * 500, 0, 500).quote) < 100


def test_chinese_is_broken_as_in_print() -> None:
    text = Text("一二三四，五六（七八）九十 abc def")
    assert wrapped(text, 8).plain.split("\n") == ["一二三", "四，五六", "（七八）", "九十 abc", "def"]


@given(st.text(st.sampled_from("一二，。（）ab \n𠮷"), max_size=60), st.integers(4, 20))
def test_wrapping_loses_nothing_but_blanks_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrapped(Text(text), width).plain
    assert "".join(lines.split()) == "".join(text.split())
    assert all(cell_len(line.rstrip()) <= width for line in lines.split("\n"))


def test_a_whole_file_or_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "a.txt"
    with whole_file(path) as stream:
        stream.write(b"one")
        assert list(path.parent.iterdir()) == []
    assert path.read_bytes() == b"one"
    with pytest.raises(KeyboardInterrupt):
        _interrupted(path, files_meanwhile=1)
    assert path.read_bytes() == b"one"
    assert [p.name for p in path.parent.iterdir()] == ["a.txt"]


def _interrupted(path: Path, files_meanwhile: int) -> None:
    with whole_file(path) as stream:
        assert len(list(path.parent.iterdir())) == files_meanwhile
        stream.write(b"two")
        raise KeyboardInterrupt


def test_where_files_need_names_an_error_removes_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE")
    path = tmp_path / "a.txt"
    with pytest.raises(KeyboardInterrupt):
        _interrupted(path, files_meanwhile=1)
    assert list(tmp_path.iterdir()) == []
    with whole_file(path) as stream:
        stream.write(b"one")
    assert [p.read_bytes() for p in tmp_path.iterdir()] == [b"one"]


def test_what_is_no_regular_file_is_refused() -> None:
    with pytest.raises(TargetError, match="不是普通文件"), whole_file(Path("/dev/null")):
        pass
    assert not Path("/dev/null").is_file()
