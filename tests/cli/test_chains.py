"""`anjian chains` and the linked findings of `anjian check`, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner, Result

from anjian.cli.app import cli
from tests.cases import made


def anjian(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "case"
    folder.mkdir()
    breach = made.again(panel=("何松", "吴川", "马青"))
    for name, text in (("1", made.first()), ("2", made.second()), ("3", breach), ("4", "无关的文字。")):
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_the_tree(case: Path) -> None:
    result = anjian("chains", "case")
    assert result.exit_code == 0
    assert f"{made.FIRST}  清溪县人民法院  2019-05-06  判决书" in result.stdout
    assert f"上诉  {made.REMAND}" in result.stdout
    assert f"重审  {made.AGAIN}" in result.stdout
    assert "审判人员：审判长何松、审判员吴川、审判员马青" in result.stdout
    assert "4 份文书：1 条链，1 份没有关联。" in result.stdout


def test_in_english(case: Path) -> None:
    result = anjian("chains", "case", "--lang", "en")
    assert f"new hearing  {made.AGAIN}" in result.stdout
    assert "4 documents: 1 chains, 1 not linked." in result.stdout


def test_json(case: Path) -> None:
    (line,) = anjian("chains", "case", "--format", "json").stdout.splitlines()
    chain = json.loads(line)
    assert [d["document"] for d in chain["documents"]] == ["1.txt", "2.txt", "3.txt"]
    assert ("2.txt", "1.txt", "上诉", made.FIRST) in [
        (k["upper"], k["lower"], k["kind"], k["named"]) for k in chain["links"]
    ]
    start, end = chain["links"][0]["span"]
    assert (case / "2.txt").read_text("utf-8")[start:end] == made.FIRST


def test_a_wrong_number_is_shown_beside_the_tree(case: Path) -> None:
    (case / "2.txt").write_text(made.second(below="（2019）云0199刑初6号"), "utf-8")
    result = anjian("chains", "case")
    assert "所写案号有误：（2019）云0199刑初6号" in result.stdout.replace("\n", "")


def test_causes(case: Path) -> None:
    result = anjian("chains", "case", "--causes")
    assert result.exit_code == 0
    assert f"事实不清  {made.REMAND}" in result.stdout
    assert "“证据不足”" in result.stdout
    assert "改判、发回 1 件：事实不清 1。" in result.stdout
    assert "改判、发回不等于原审有错。" in result.stdout
    (line,) = anjian("chains", "case", "--causes", "--format", "json").stdout.splitlines()
    record = json.loads(line)
    assert (record["document"], record["kind"]) == ("2.txt", "发回重审")
    (cause,) = record["causes"]
    assert cause["cause"] == "事实不清"
    assert (case / "2.txt").read_text("utf-8")[cause["start"] : cause["end"]] == cause["quote"]


def test_nothing_readable(case: Path) -> None:
    result = anjian("chains", "missing.txt")
    assert result.exit_code == 2
    assert "missing.txt：路径不存在" in result.stderr


def test_every_form_of_check_shows_linked_findings_once(case: Path) -> None:
    outs = [f"--out=out.{suffix}" for suffix in ("jsonl", "html", "sarif", "parquet", "txt")]
    result = anjian("check", "case", "--select", "PRO325", *outs)
    assert result.exit_code == 1
    assert "检查文书 4 份；1 份有疑点，共 1 个（确定 1、很可能 0、提示 0）" in result.stderr
    (record,) = [json.loads(line) for line in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert (record["document"], record["quote"]) == ("3.txt", "吴川")
    (found,) = json.loads(Path("out.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].endswith("3.txt")
    assert pq.read_table("out.parquet").column("finding").to_pylist() == [record["finding"]]
    assert "【吴川】" in Path("out.txt").read_text("utf-8")
    assert "审判员吴川曾以审判员身份参加原来的审理" in Path("out.html").read_text("utf-8")
