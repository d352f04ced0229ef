"""Files of many documents: JSON lines, JSON, csv and parquet, streamed in bounded memory."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from anjian.engine import inputs
from anjian.engine.inputs import Document
from anjian.engine.inputs import lines as lines_module

from .reading import TEXT, bad, ids, only_bad, read, record, write


class TestJson:
    def test_only_the_broken_line_fails(self, tmp_path: Path) -> None:
        content = [record(str(n)) for n in range(1, 11)]
        content[6] = '{"id": "7", "text": "没有写完'
        path = write(tmp_path / "a.jsonl", "\n".join(content))
        items = read(path)
        assert ids(items) == [str(n) for n in range(1, 11) if n != 7]
        (item,) = bad(items)
        assert item.line == 7
        expected = "第 7 行不是完整的 JSON，已跳过；请检查该处的引号与括号。"
        assert item.sentence_zh == f"{path}：{expected}"

    @pytest.mark.parametrize(
        ("line", "word"),
        [
            ('["a"]', "不是含 id 和 text 的对象"),
            ("3", "不是含 id 和 text 的对象"),
            ('{"id": "1"}', "没有 text 字段"),
            ('{"id": "1", "text": null}', "没有 text 字段"),
            ('{"text": 5}', "不是文字"),
            ('{"text": " "}', "没有内容"),
            ("[" * 100_000, "不是完整的 JSON"),
            ('{"text": ' + "1" * 5_000 + "}", "不是完整的 JSON"),
        ],
    )
    def test_bad_records(self, tmp_path: Path, line: str, word: str) -> None:
        items = read(write(tmp_path / "a.jsonl", record("甲") + f"\n{line}\n" + record("乙")))
        assert ids(items) == ["甲", "乙"]
        assert word in bad(items)[0].reason_zh

    def test_ids(self, tmp_path: Path) -> None:
        rows = [
            {"id": 12, "text": TEXT},
            {"id": "", "text": TEXT},
            {"id": None, "text": TEXT},
            {"id": True, "text": TEXT},
        ]
        path = write(tmp_path / "a.ndjson", "\n\n".join(json.dumps(row) for row in rows))
        assert ids(read(tmp_path)) == ["12", "a.ndjson:3", "a.ndjson:5", "a.ndjson:7"]
        assert read(path)[1].id == f"{path}:3"

    def test_half_a_surrogate_pair_can_be_written_later(self, tmp_path: Path) -> None:
        (item,) = read(write(tmp_path / "a.jsonl", r'{"id": "\ud800", "text": "甲\udc00乙"}'))
        assert item.text == "甲\ufffd乙"
        item.id.encode()

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_encodings(self, tmp_path: Path, encoding: str, end: str) -> None:
        rows = [record("甲"), record("乙", TEXT + "\u2028第二段")]
        items = read(write(tmp_path / "a.jsonl", end.join(rows).encode(encoding)))
        assert ids(items) == ["甲", "乙"]
        assert items[1].text == TEXT + "\u2028第二段"

    def test_a_line_in_another_encoding(self, tmp_path: Path) -> None:
        items = read(write(tmp_path / "a.jsonl", record("甲").encode() + b"\n" + record("乙").encode("gb18030")))
        assert [item.text for item in items] == [TEXT, TEXT]

    def test_object_array_and_lines_in_a_json_file(self, tmp_path: Path) -> None:
        pretty = json.dumps({"id": "甲", "text": TEXT}, indent=2)
        assert ids(read(write(tmp_path / "one.json", pretty))) == ["甲"]
        assert ids(read(write(tmp_path / "lone.json", '{\n"text": "短"}'))) == [str(tmp_path / "lone.json")]
        array = json.dumps([{"id": "甲", "text": TEXT}, {"text": TEXT}, {"id": "丙"}], indent=1)
        for name in ("array.json", "array.jsonl"):
            for encoding in ("utf-8", "utf-16"):
                items = read(write(tmp_path / name, array.encode(encoding)))
                assert ids(items) == ["甲", f"{tmp_path / name}:2"]
                assert bad(items)[0].reason_zh.startswith("第 3 条记录没有 text 字段")
        assert ids(read(write(tmp_path / "lines.json", record("甲") + "\n" + record("乙")))) == ["甲", "乙"]

    def test_an_array_longer_than_one_read(self, tmp_path: Path) -> None:
        rows = [{"id": str(n), "text": TEXT * n} for n in range(200)]
        path = write(tmp_path / "a.json", json.dumps(rows[1:], ensure_ascii=False))
        items = read(path)
        assert [(item.id, item.text) for item in items] == [(row["id"], row["text"]) for row in rows[1:]]
        assert sum(item.size for item in items) == path.stat().st_size

    def test_a_broken_array_gives_what_comes_before(self, tmp_path: Path) -> None:
        items = read(write(tmp_path / "a.json", f'[{record("甲")}, {{"id": , {record("乙")}]'))
        assert ids(items) == ["甲"]
        assert "第 2 条记录不是完整的 JSON" in bad(items)[0].reason_zh

    @pytest.mark.parametrize("content", [b"", b"\n \n", b"[]", b"\n" * 100_000])
    def test_nothing_in_it(self, tmp_path: Path, content: bytes) -> None:
        assert "没有内容" in only_bad(write(tmp_path / "a.json", content)).reason_zh

    def test_binary_is_one_error_not_thousands(self, tmp_path: Path) -> None:
        assert "不是文字" in only_bad(write(tmp_path / "a.jsonl", random.Random(1).randbytes(50_000))).reason_zh

    def test_a_long_line_is_passed_over(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(lines_module, "MAX_LINE", 1_000)
        path = write(tmp_path / "a.jsonl", record("甲") + "\n" + record("乙", TEXT * 100) + "\n" + record("丙"))
        items = read(path)
        assert ids(items) == ["甲", "丙"]
        assert bad(items)[0].reason_zh.startswith("第 2 行过长")
        assert sum(item.size for item in items) == path.stat().st_size


class TestTables:
    def csv(self, path: Path, rows: list[list[str]], encoding: str = "utf-8") -> Path:
        with path.open("w", encoding=encoding, newline="") as out:
            csv.writer(out).writerows(rows)
        return path

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
    def test_csv(self, tmp_path: Path, encoding: str) -> None:
        rows = [
            ["ID", "court", "Text"],
            ["甲", "临江", TEXT + "\n第二行"],
            ["", "临江", TEXT],
            ["丙", "临江", ""],
            ["丁"],
        ]
        items = read(self.csv(tmp_path / "a.csv", rows, encoding))
        assert [item.text for item in items[:2]] == [TEXT + "\n第二行", TEXT]
        assert ids(items) == ["甲", f"{tmp_path}/a.csv:4"]
        assert [item.line for item in bad(items)] == [5, 6]

    def test_quoted_header_after_a_mark(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.csv", f'\ufeff"id","text"\n"甲","{TEXT}"\n')
        assert ids(read(path)) == ["甲"]

    def test_long_cells(self, tmp_path: Path) -> None:
        items = read(self.csv(tmp_path / "a.csv", [["id", "text"], ["甲", "长" * 300_000]]))
        assert len(items[0].text) == 300_000

    def test_without_text_column(self, tmp_path: Path) -> None:
        path = self.csv(tmp_path / "index.csv", [["file", "court"], ["1.txt", "临江"]])
        pq.write_table(pa.table({"file": ["1.txt"]}), tmp_path / "index.parquet")
        write(tmp_path / "1.txt", TEXT)
        skipped: Counter[str] = Counter()
        assert ids(read(tmp_path, skipped=skipped)) == ["1.txt"]
        assert skipped == {".csv": 1, ".parquet": 1}
        assert "现有：file、court" in only_bad(path).reason_zh
        assert "现有：file" in only_bad(tmp_path / "index.parquet").reason_zh

    def test_an_open_quote(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("anjian.engine.inputs.tables.MAX_CHARACTERS", 1_000)
        content = f'id,text\n甲,{TEXT}\n乙,"{TEXT}\n' + f"丙,{TEXT}\n" * 100
        items = read(write(tmp_path / "a.csv", content))
        assert ids(items) == ["甲"]
        assert "引号不配对" in bad(items)[0].reason_zh
        assert bad(items)[0].line == 3

    def test_an_open_quote_does_not_swallow_the_rows_after_it(self, tmp_path: Path) -> None:
        items = read(write(tmp_path / "a.csv", f'id,text\n甲,{TEXT}\n乙,"{TEXT}\n丙,{TEXT}\n'))
        assert ids(items) == ["甲"]
        assert bad(items)[0].line == 3

    def test_header_alone(self, tmp_path: Path) -> None:
        assert "没有内容" in only_bad(write(tmp_path / "a.csv", "id,text\n")).reason_zh

    def test_parquet(self, tmp_path: Path) -> None:
        path = tmp_path / "a.parquet"
        texts = [f"{TEXT}{n}" for n in range(1_000)]
        texts[500] = ""
        columns = {"id": list(range(1_000)), "text": texts, "other": texts}
        pq.write_table(pa.table(columns), path, row_group_size=300)
        items = read(path)
        assert [item.text for item in items if isinstance(item, Document)] == [text for text in texts if text]
        assert ids(items)[:2] == ["0", "1"]
        assert [(item.line, item.reason_zh) for item in bad(items)] == [(501, "第 501 条记录没有内容")]
        assert sum(item.size for item in items) == path.stat().st_size

    def test_parquet_of_other_types(self, tmp_path: Path) -> None:
        texts = pa.array([TEXT.encode("gb18030"), None, TEXT.encode()], pa.binary())
        pq.write_table(pa.table({"text": texts}), tmp_path / "bytes.parquet")
        items = read(tmp_path / "bytes.parquet")
        assert [item.text for item in items if isinstance(item, Document)] == [TEXT, TEXT]
        pq.write_table(pa.table({"text": [1, 2]}), tmp_path / "numbers.parquet")
        assert [item.line for item in bad(read(tmp_path / "numbers.parquet"))] == [1, 2]

    def test_parquet_text_that_is_not_utf8(self, tmp_path: Path) -> None:
        raw = pa.array([TEXT.encode("gb18030")], pa.binary())
        text = pa.StringArray.from_buffers(1, raw.buffers()[1], raw.buffers()[2])
        pq.write_table(pa.table({"text": text}), tmp_path / "a.parquet")
        assert read(tmp_path / "a.parquet")[0].text == TEXT

    def test_broken_parquet(self, tmp_path: Path) -> None:
        pq.write_table(pa.table({"id": ["甲"], "text": [TEXT]}), tmp_path / "a.parquet")
        whole = (tmp_path / "a.parquet").read_bytes()
        for content in (whole[:-9], whole[40:], b"PAR1", b"PAR1" + bytes(20) + b"PAR1"):
            assert "不是完整的 parquet" in only_bad(write(tmp_path / "b.parquet", content)).reason_zh


MEASURE = """
import resource, sys
from anjian.engine.inputs import documents
peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
items = iter(documents(sys.argv[1:]))
next(items); before = peak()
count = sum(1 for _ in items)
print(count, (peak() - before) // 1024)
"""


class TestMemory:
    def grown(self, path: Path) -> tuple[int, int]:
        """The documents after the first, and how many MB the peak grew while they were read."""
        command = [sys.executable, "-c", MEASURE, str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(inputs.__file__).parents[3])
        count, megabytes = done.stdout.split()
        return int(count), int(megabytes)

    @pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.csv"])
    def test_a_large_file_is_streamed(self, tmp_path: Path, name: str) -> None:
        text = TEXT * 50
        row = f"甲,{text}\n" if name == "a.csv" else record("甲", text) + ("\n" if name == "a.jsonl" else ",")
        head = {"a.json": "[", "a.csv": "id,text\n", "a.jsonl": ""}[name]
        tail = record("末", text) + "]" if name == "a.json" else ""
        with (tmp_path / name).open("w", encoding="utf-8") as out:
            out.write(head)
            for _ in range(60):
                out.write(row * 100)
            out.write(tail)
        assert (tmp_path / name).stat().st_size > 30_000_000
        count, megabytes = self.grown(tmp_path / name)
        assert count == 5_999 + bool(tail)
        assert megabytes < 10

    def test_a_single_line_of_50_mb(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt", b"a" * 50_000_000)
        assert "超过 500 万字" in only_bad(path).reason_zh
        assert only_bad(path).size == 50_000_000
