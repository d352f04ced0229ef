"""Paths to documents: folders, globs, standard input, and what can be wrong on the way."""

from __future__ import annotations

import builtins
import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from docx import Document as WordDocument

from anjian.engine import inputs
from anjian.engine.inputs import Document, Unreadable, count_bytes, documents

from .reading import TEXT, bad, ids, only_bad, read, record, write


class TestFolders:
    def test_order_ids_and_what_is_passed_over(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/2.txt", "a/1.txt", "A.TXT", ".hidden.txt", ".git/x.txt", "~$b.docx", "p.jpg", "n"):
            write(tmp_path / name, TEXT)
        skipped: Counter[str] = Counter()
        items = read(tmp_path, skipped=skipped)
        assert ids(items) == ["A.TXT", "a/1.txt", "a/2.txt", "b.txt"]
        assert items[1].source == str(tmp_path / "a/1.txt")
        assert skipped == {".jpg": 1, "": 1}

    def test_two_folders_do_not_share_ids(self, tmp_path: Path) -> None:
        one, two = write(tmp_path / "one/1.txt", TEXT), write(tmp_path / "two/1.txt", TEXT)
        assert ids(read(one.parent, two.parent)) == [str(one), str(two)]

    def test_link_loops_end(self, tmp_path: Path) -> None:
        write(tmp_path / "a/1.txt", TEXT)
        (tmp_path / "a/up").symlink_to(tmp_path)
        (tmp_path / "a/self").symlink_to(tmp_path / "a/self")
        assert ids(read(tmp_path)) == ["a/1.txt"]

    def test_deep_nesting(self, tmp_path: Path) -> None:
        depth, here = 1_200, str(tmp_path)
        for _ in range(depth):
            here += "/d"
            os.mkdir(here)
        deep = write(Path(here, "1.txt"), TEXT)
        assert ids(read(tmp_path)) == ["d/" * depth + "1.txt"]
        deep.unlink()
        for _ in range(depth):  # pytest's own clearing up recurses
            os.rmdir(here)
            here = os.path.dirname(here)

    def test_broken_links(self, tmp_path: Path) -> None:
        for name in ("gone.txt", "gone.jpg"):
            (tmp_path / name).symlink_to(tmp_path / "nowhere")
        (item,) = read(tmp_path)
        assert "失效的链接" in item.reason_zh
        assert "失效的链接" in only_bad(tmp_path / "gone.jpg").reason_zh

    def test_nothing_to_read(self, tmp_path: Path) -> None:
        write(tmp_path / "a.jpg", b"x")
        assert "没有可读的文书" in only_bad(tmp_path).reason_zh

    def test_pipes_are_passed_over_or_refused_by_name(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        write(tmp_path / "1.txt", TEXT)
        assert ids(read(tmp_path)) == ["1.txt"]
        assert "-" in only_bad(tmp_path / "pipe.txt").remedy_zh
        assert "管道或设备" in only_bad("/dev/null").reason_zh

    def test_a_name_in_gbk(self, tmp_path: Path) -> None:
        path = os.fsencode(tmp_path) + b"/" + "判决.txt".encode("gbk")
        with open(path, "wb") as out:
            out.write(TEXT.encode())
        (item,) = read(tmp_path)
        assert item.id == "判决.txt"
        assert item.source.endswith("/判决.txt")


class TestArguments:
    def test_a_file_keeps_the_path_given(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path / "a/1.txt", TEXT)
        monkeypatch.chdir(tmp_path)
        assert read("a/1.txt") == [Document("a/1.txt", TEXT, "a/1.txt", None, len(TEXT.encode()))]

    def test_globs(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("a/2.txt", "a/1.txt", "a/x.jpg", "a/b/3.txt"):
            write(tmp_path / name, TEXT)
        monkeypatch.chdir(tmp_path)
        assert ids(read("a/*.txt")) == ["a/1.txt", "a/2.txt"]
        assert ids(read("a/*")) == ["a/1.txt", "a/2.txt", "a/b/3.txt"]
        assert ids(read("**/*")) == ["a/1.txt", "a/2.txt", "a/b/3.txt"]
        assert "没有匹配" in only_bad("a/*.pdf").reason_zh

    def test_a_name_with_brackets_is_a_name(self, tmp_path: Path) -> None:
        path = write(tmp_path / "判决[1].txt", TEXT)
        assert ids(read(path)) == [str(path)]

    @pytest.mark.parametrize("name", ["nowhere.txt", "a\0b"])
    def test_missing(self, name: str) -> None:
        item = only_bad(name)
        assert item.source == name
        assert item.remedy_zh

    def test_missing_below_a_file(self, tmp_path: Path) -> None:
        assert only_bad(write(tmp_path / "1.txt", TEXT) / "2.txt").reason_zh

    def test_unknown_suffix_is_read_by_content(self, tmp_path: Path) -> None:
        assert read(write(tmp_path / "one.md", TEXT))[0].text == TEXT
        assert ids(read(write(tmp_path / "two.dat", record("甲") + "\n" + record("乙")))) == ["甲", "乙"]
        pq.write_table(pa.table({"id": ["丙"], "text": [TEXT]}), tmp_path / "three")
        assert ids(read(tmp_path / "three")) == ["丙"]
        assert "不是文字" in only_bad(write(tmp_path / "four", b"\0\1\2" * 9)).reason_zh

    def test_bad_ones_do_not_stop_the_rest(self, tmp_path: Path) -> None:
        good = write(tmp_path / "good.txt", TEXT)
        items = read("nowhere", write(tmp_path / "empty.txt", ""), good)
        assert [type(item) for item in items] == [Unreadable, Unreadable, Document]
        assert items[1].sentence_zh == f"{tmp_path}/empty.txt：文件没有内容；请确认文书已完整导出。"
        assert items[1].sentence_en.startswith(f"{tmp_path}/empty.txt: the file is empty; ")

    def test_a_file_that_grows_is_read_whole(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write(tmp_path / "1.txt", "甲")
        found = documents([str(write(tmp_path / "0.txt", TEXT)), str(path)])
        real = builtins.open

        def grow(name: Any, *rest: Any, **options: Any) -> Any:
            if str(name) == str(path):
                path.write_bytes(TEXT.encode())
            return real(name, *rest, **options)

        next(found)
        monkeypatch.setattr(inputs, "open", grow, raising=False)
        assert [item.text for item in found if isinstance(item, Document)] == [TEXT]


class TestStdin:
    def test_text(self) -> None:
        assert read("-", stdin=TEXT.encode("gb18030")) == [Document("-", TEXT, "-", None, len(TEXT) * 2)]

    def test_json_lines(self) -> None:
        items = read("-", stdin=(record("甲") + "\n" + json.dumps({"text": TEXT}) + "\n{").encode())
        assert ids(items) == ["甲", "-:2"]
        assert items[2].reason_zh.startswith("第 3 行不是完整的 JSON")

    def test_empty(self) -> None:
        assert "没有内容" in read("-", stdin=b"")[0].reason_zh


class TestDisk:
    """Permission and vanishing are simulated: root may read everything."""

    def deny(self, monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, word: str, error: OSError) -> None:
        real = getattr(owner, name)

        def guarded(path: Any, *rest: Any, **options: Any) -> Any:
            if word in str(path):
                raise error
            return real(path, *rest, **options)

        monkeypatch.setattr(owner, name, guarded)

    def test_file_without_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("closed.txt", "open.txt"):
            write(tmp_path / name, TEXT)
        self.deny(monkeypatch, builtins, "open", "closed", PermissionError(13, "no"))
        items = read(tmp_path)
        assert items[0].reason_zh == "文件没有读取权限"
        assert ids(items) == ["open.txt"]

    def test_folder_without_permission(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        write(tmp_path / "closed/1.txt", TEXT)
        write(tmp_path / "open/1.txt", TEXT)
        self.deny(monkeypatch, os, "listdir", "closed", PermissionError(13, "no"))
        items = read(tmp_path)
        assert items[0].reason_zh == "文件夹没有读取权限"
        assert ids(items) == ["open/1.txt"]

    def test_deleted_in_between(self, tmp_path: Path) -> None:
        for name in ("1.txt", "2.txt", "3.txt"):
            write(tmp_path / name, TEXT)
        found = documents([str(tmp_path)])
        next(found)
        (tmp_path / "2.txt").unlink()
        rest = list(found)
        assert "移走或删除" in bad(rest)[0].reason_zh
        assert ids(rest) == ["3.txt"]

    def test_disk_error(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = write(tmp_path / "1.txt", TEXT)
        self.deny(monkeypatch, builtins, "open", "1.txt", OSError(5, "no"))
        assert "读取失败" in only_bad(path).reason_zh


class TestDocuments:
    def test_word_by_python_docx(self, tmp_path: Path) -> None:
        document = WordDocument()
        document.add_paragraph(TEXT)
        document.save(str(tmp_path / "a.docx"))
        assert read(tmp_path)[0].text == TEXT + "\n"

    def test_old_word_says_what_to_do(self, tmp_path: Path) -> None:
        for name in ("a.doc", "b.wps"):
            write(tmp_path / name, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        assert [item.remedy_zh for item in read(tmp_path)] == ["请用 Word 或 WPS 打开后另存为 docx"] * 2


class TestProgress:
    def test_sizes_add_up(self, tmp_path: Path) -> None:
        write(tmp_path / "a.jsonl", "\n".join([record("甲"), "", "{", record("乙")]))
        write(tmp_path / "b.txt", TEXT)
        write(tmp_path / "c.txt", "")
        write(tmp_path / "d.csv", f"id,text\n丙,{TEXT}\n")
        pq.write_table(pa.table({"text": [TEXT] * 3}), tmp_path / "e.parquet")
        paths = [str(tmp_path)]
        total = sum(path.stat().st_size for path in tmp_path.iterdir())
        assert count_bytes(paths) == total
        assert sum(item.size for item in documents(paths)) == total

    def test_unknown_with_stdin(self) -> None:
        assert count_bytes(["-"]) is None
