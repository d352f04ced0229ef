"""Scenarios made up for tests of what stands around scenarios: commands, outputs, the report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios import registry
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words
from anjian.scenarios.registry import Registered

PAGE = """标题。

English: A word planted for tests.

## What 查什么
查占位词。<b>不是标签</b>

## Why 为何
为了测试。
"""


def planted(code: str, name: str, family: str, certainty: Certainty, word: str, status: str = "stable") -> Registered:
    """A scenario that finds every `word`."""
    scenario = Scenario(
        code=code,
        name=name,
        title=Words(f"出现“{word}”", f"The word {word}"),
        family=family,
        basis=(Basis("中华人民共和国刑法", "47"), Basis("中华人民共和国刑法", "133-1", 1)),
        certainty=certainty,
        severity="major",
        subjects=("any",),
        status=status,
    )

    def check(judgment: Judgment) -> Iterator[Finding]:
        at = judgment.text.find(word)
        while at >= 0:
            place = Place(at, at + len(word))
            yield scenario.finding(judgment, place, f"此处有{word}。", f"Here is {word}.", expected="无", found=word)
            at = judgment.text.find(word, at + 1)

    return Registered(scenario, check, PAGE, Path("nowhere.md"), "tests")


def _fails(judgment: Judgment) -> Iterator[Finding]:
    if "炸" in judgment.text:
        raise RuntimeError("kept from the user")
    yield from ()


@pytest.fixture
def planted_scenarios(monkeypatch: pytest.MonkeyPatch) -> dict[str, Registered]:
    """The only scenarios there are: 甲错 certain, 乙错 likely, 丙错 hint, 丁错 in preview, and one that fails on 炸."""
    every = [
        planted("DOC901", "first-word", "form", "certain", "甲错"),
        planted("PEN901", "second-word", "penalty", "likely", "乙错"),
        planted("PEN902", "third-word", "penalty", "hint", "丙错"),
        planted("PUB901", "fourth-word", "publication", "hint", "丁错", "preview"),
    ]
    failing = planted("PRO901", "failing", "procedure", "hint", "无此词")
    every.append(Registered(failing.scenario, _fails, PAGE, failing.cases, "tests"))
    found = {r.scenario.code: r for r in every}
    monkeypatch.setattr(registry, "scenarios", lambda: found)
    return found


HEAD = "清溪县人民法院\n刑事判决书\n（2018）云0199刑初21号\n公诉机关清溪县人民检察院。\n"
TAIL = "\n审判员　乙某\n二〇一八年五月四日\n书记员　丙某\n"


@pytest.fixture
def judgment_text() -> str:
    """A short judgment with one of each planted word; its head and signatures are readable."""
    return f"{HEAD}本院认为，甲错。\n另有乙错与丙错，以及丁错。判决如下：\n驳回。{TAIL}"


@pytest.fixture
def folder(tmp_path: Path, judgment_text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with two documents: bad.txt has every planted word, good.txt none."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "bad.txt").write_text(judgment_text, "utf-8")
    (tmp_path / "cases" / "good.txt").write_text(f"{HEAD}本院认为，没有问题。{TAIL}", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path
