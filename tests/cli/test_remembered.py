"""Patterns kept from one start to the next are the very patterns that compiling gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from anjian.cli.remembered import remembered_patterns

PATTERN = r"(?P<year>[一二三四〇]{4})年(?:(?P<month>[0-9]{1,2})月)?|《([^》]+)》"


@pytest.fixture(autouse=True)
def no_memory_of_this_process() -> None:
    re.purge()


def compiled_with(folder: Path, pattern: str, flags: int = 0) -> re.Pattern[str]:
    with remembered_patterns(folder):
        return re.compile(pattern, flags)


def kept(folder: Path) -> list[Path]:
    return list(folder.glob("*"))


def test_a_pattern_from_the_cache_equals_a_compiled_one(tmp_path: Path) -> None:
    fresh = re.compile(PATTERN)
    re.purge()
    compiled_with(tmp_path, PATTERN)
    re.purge()
    again = compiled_with(tmp_path, PATTERN)
    assert again == fresh
    assert again.groupindex == fresh.groupindex
    m = again.search("见二〇一三年5月《刑法》")
    assert m
    assert m.groupdict() == {"year": "二〇一三", "month": "5"}
    assert repr(again) == repr(fresh)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE, re.MULTILINE | re.DOTALL, re.VERBOSE])
def test_flags_are_part_of_what_is_kept(tmp_path: Path, flags: int) -> None:
    compiled_with(tmp_path, "a.b", 0)
    re.purge()
    assert compiled_with(tmp_path, "a.b", flags) == re.compile("a.b", flags)
    re.purge()
    assert compiled_with(tmp_path, "a.b", flags).flags == re.compile("a.b", flags).flags


def test_a_second_start_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled_with(tmp_path, PATTERN)
    re.purge()
    monkeypatch.setattr("re._compiler._code", lambda *_: pytest.fail("compiled"))
    compiled_with(tmp_path, PATTERN)


def test_what_is_compiled_later_is_not_kept(tmp_path: Path) -> None:
    compiled_with(tmp_path, PATTERN)
    re.compile("褚云舟")
    compiled_with(tmp_path, "另一个")
    assert all("褚云舟".encode() not in path.read_bytes() for path in kept(tmp_path))


@pytest.mark.parametrize("spoil", [lambda b: b[:-7], lambda b: b[:40] + b"?" + b[41:], lambda b: b""])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, spoil: object) -> None:
    compiled_with(tmp_path, PATTERN)
    (path,) = kept(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(spoil(whole))  # type: ignore[operator]
    re.purge()
    assert compiled_with(tmp_path, PATTERN) == re.compile(PATTERN)
    assert path.read_bytes() == whole


def test_without_a_cache_folder_patterns_are_compiled_as_ever(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert compiled_with(tmp_path / "file", PATTERN).search("《刑法》")


def test_a_wrong_pattern_raises_as_ever(tmp_path: Path) -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled_with(tmp_path, "(a")
    assert re.compile("a").match("a")
