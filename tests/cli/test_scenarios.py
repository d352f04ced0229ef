"""`anjian scenarios`, `anjian explain` and `anjian scenario new`."""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anjian.cli import scenario_new
from anjian.cli.app import cli
from anjian.cli.words import usage_sentence
from anjian.engine.check import check_text
from anjian.scenarios.literate import read_cases
from anjian.scenarios.registry import Registered, scenarios


def anjian(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def error(*arguments: str) -> str:
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    return usage_sentence(result.exception)  # type: ignore[arg-type]


def test_the_list() -> None:
    out = anjian("scenarios").stdout
    assert all(code in out for code in scenarios())
    assert "LAW201  article-does-not-exist" in out
    only = anjian("scenarios", "--family", "penalty").stdout
    assert set(re.findall(r"[A-Z]{3}[0-9]{3}", only)) == {c for c in scenarios() if c.startswith("PEN")}


def test_the_list_as_json() -> None:
    listed = json.loads(anjian("scenarios", "--format", "json").stdout)
    assert [s["code"] for s in listed] == list(scenarios())
    assert listed[0]["basis"][0]["law"]


def test_explain_shows_page_metadata_and_demonstration() -> None:
    out = anjian("explain", "article-does-not-exist").stdout
    assert out.startswith("LAW201  article-does-not-exist\n引用的条款项不存在")
    for part in ("What 查什么", "Remedy 怎么改", "适用", "示例", "【第六十七条第四款】", "只有3款", "不是结论"):
        assert part in out
    assert anjian("explain", "law201").stdout == out
    english = anjian("explain", "LAW201", "--lang", "en").stdout
    assert "The cited provision does not exist" in english
    assert "any document" in english


@pytest.mark.parametrize("code", scenarios())
def test_every_scenario_can_be_explained(code: str) -> None:
    result = anjian("explain", code)
    assert result.exit_code == 0, result.exception
    assert "【" in result.stdout.partition("示例")[2]


def test_an_unknown_code_suggests_the_nearest() -> None:
    assert anjian("explain", "LAW2O1").exit_code == 2
    assert "LAW201" in error("explain", "LAW2O1")
    assert "article-does-not-exist" in error("explain", "article-dose-not-exist")


@pytest.fixture
def family_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(scenario_new, "folder_of", lambda family: tmp_path)
    return tmp_path


def test_a_new_scenario_runs_and_its_cases_pass(family_folder: Path) -> None:
    result = anjian("scenario", "new", "PEN998", "made-for-a-test")
    assert result.exit_code == 0
    module_file, cases_file = family_folder / "made_for_a_test.py", family_folder / "made_for_a_test.md"
    assert str(module_file) in result.stdout
    spec = importlib.util.spec_from_file_location("made_for_a_test", module_file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (module.SCENARIO.code, module.SCENARIO.name) == ("PEN998", "made-for-a-test")
    assert module.SCENARIO.status == "preview"
    registered = Registered(module.SCENARIO, module.check, module.__doc__, cases_file, "made_for_a_test")
    cases = read_cases(cases_file)
    assert {c.kind for c in cases} == {"hit", "near miss", "excused"}
    for case in cases:
        found = check_text(case.texts[0], "case", [registered])
        assert [(f.certainty, f.quote) for f in found] == [(e.certainty, e.quote) for e in case.findings]
    headings = re.findall(r"^## (.+)$", module.__doc__, re.M)
    assert headings == re.findall(r"^## (.+)$", scenarios()["LAW201"].page, re.M)


def test_a_new_scenario_satisfies_ruff(family_folder: Path) -> None:
    anjian("scenario", "new", "PEN998", "made-for-a-test")
    configuration = Path(__file__).parents[2] / "pyproject.toml"
    ruff = [sys.executable, "-m", "ruff", "check", "--config", str(configuration), str(family_folder)]
    done = subprocess.run(ruff, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("PEN99", "name"), "三个大写字母加三个数字"),
        (("pen998", "name"), "三个大写字母加三个数字"),
        (("PEN998", "Bad_Name"), "小写单词"),
        (("LAW201", "fresh-name"), "LAW201 已被"),
        (("PEN998", "article-does-not-exist"), "已被 LAW201"),
        (("XYZ998", "fresh-name"), "--family"),
    ],
)
def test_bad_or_taken_codes_and_names_are_refused(family_folder: Path, arguments: tuple[str, str], words: str) -> None:
    assert words in error("scenario", "new", *arguments)
    assert list(family_folder.iterdir()) == []


@pytest.mark.parametrize("suffix", [".py", ".md"])
def test_files_that_exist_are_left_alone(family_folder: Path, suffix: str) -> None:
    mine = family_folder / f"made_for_a_test{suffix}"
    mine.write_text("mine")
    assert "已存在" in error("scenario", "new", "PEN998", "made-for-a-test")
    assert [p.read_text() for p in family_folder.iterdir()] == ["mine"]
