"""`anjian check --engine`, as a user meets it."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anjian.cli.app import cli
from anjian.cli.progress import Bar
from anjian.cli.words import usage_sentence
from anjian.engine.local import PoolError
from tests.engine.at_scale import rows
from tests.engine.reading import record, write


def check(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], standalone_mode=False)


def sentence(result: Result) -> str:
    assert isinstance(result.exception, Exception)
    return usage_sentence(result.exception)  # type: ignore[arg-type]


@pytest.fixture
def much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a chain of documents, and lines of which two are broken."""
    shutil.copytree("examples/chains/04-theft-remand-same-lay-judge", tmp_path / "in/one")
    write(tmp_path / "in/two.jsonl", "\n".join(["{broken", record("a"), "{broken"]))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_ordinary_use(much: Path) -> None:
    result = check("in", "out", "--engine", "local", "--jobs", "1")
    assert result.return_value == 1  # something was found
    assert result.stdout == ""
    said = result.stderr.splitlines()
    assert said[0] == "正在清点输入……"
    assert "! in/two.jsonl 等 2 处：第 … 行不是完整的 JSON，已跳过；请检查该处的引号与括号。" in said
    assert said[-2].startswith("检查文书 5 份，2 份未能读取；")
    assert said[-1] == "已写入 out"
    assert "PRO325" in {row["scenario"] for row in rows(much / "out", "findings")}
    assert json.loads((much / "out/run.json").read_text("utf-8"))["paths"] == ["in"]


def test_exit_codes_are_those_of_any_check(much: Path) -> None:
    assert check("in", "a", "--engine", "local", "--jobs", "1", "--fail-on", "never").return_value is None
    nothing = check("missing", "b", "--engine", "local", "--jobs", "1", "--lang", "en")
    assert nothing.return_value == 2
    assert "! missing: the path does not exist; check its spelling and the current folder." in nothing.stderr


def test_options_choose_as_ever(much: Path) -> None:
    write(much / "anjian.toml", '[severity]\nPRO325 = "format"\n')
    check("in", "out", "--engine", "local", "--select", "PRO3", "--certainty", "certain")
    found = {(row["scenario"], row["severity"], row["certainty"]) for row in rows(much / "out", "findings")}
    assert ("PRO325", "format", "certain") in found
    assert {scenario[:4] for scenario, _, _ in found} == {"PRO3"}
    assert {certainty for _, _, certainty in found} == {"certain"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["in", "--engine", "local"], "要给出输入和结果文件夹两个路径"),
        (["-", "out", "--engine", "local"], "不能从标准输入读取"),
        (["in", "out", "--engine", "local", "--format", "jsonl"], "不能与 --format、--out 同用"),
        (["in", "out", "--engine", "local", "--out", "a.html"], "不能与 --format、--out 同用"),
        (["in", "out", "--engine", "local", "--master", "x"], "--master 只用于 --engine spark"),
        (["in", "out", "--engine", "spark", "--resume"], "只用于 --engine local"),
        (["in", "--resume"], "--resume 要与 --engine 同用"),
        (["in", "in", "--engine", "local"], "in 已经存在；请换一个结果文件夹"),
    ],
)
def test_what_does_not_go_together_is_refused_in_a_sentence(much: Path, arguments: list[str], told: str) -> None:
    result = check(*arguments)
    assert told in sentence(result)
    assert " · " in sentence(result)
    assert not (much / "out").exists()


def test_a_finished_check_resumed_tells_what_it_found(much: Path) -> None:
    first = check("in", "out", "--engine", "local", "--jobs", "1")
    again = check("in", "out", "--engine", "local", "--resume")
    assert again.return_value == first.return_value == 1
    assert again.stderr.splitlines()[-2].split("；用时")[0] == first.stderr.splitlines()[-2].split("；用时")[0]


def test_workers_that_fail_are_told_with_the_way_on(much: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise PoolError("MemoryError: no")

    monkeypatch.setattr("anjian.engine.local.run", fails)
    result = check("in", "out", "--engine", "local")
    assert sentence(result).startswith(
        "错误：检查没有做完（MemoryError: no）；已做完的部分都留着，加 --resume 可接着做。"
    )
    assert result.exception.exit_code == 2  # type: ignore[union-attr]


def test_interrupted_it_says_how_to_go_on_and_does(much: Path) -> None:
    command = [sys.executable, "-m", "anjian.cli", "check", "in", "out", "--engine", "local", "--jobs", "1"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    while not (much / ".out.work/plan.json").exists():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert "已做完的部分都留着，加 --resume 可接着做。" in said
    assert "Traceback" not in said
    assert check("in", "out", "--engine", "local", "--resume").return_value == 1


def test_where_there_is_no_terminal_progress_is_a_sentence_now_and_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    now = 1000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    bars = Bar(lambda: 9_000_000, "zh", 30), Bar(lambda: 9_000_000, "en", 30)
    for seconds, documents, size in (
        (0, 0, 1_000_000),
        (10, 100, 2_000_000),
        (40, 400, 5_000_000),
        (50, 500, 6_000_000),
    ):
        now = 1000.0 + seconds
        for bar in bars:
            bar.update(documents, size)
    assert capsys.readouterr().err.splitlines() == [
        "已查 400 份，每秒 10 份，完成 55%，约剩 1 分钟。",
        "400 documents, 10/s, 55% done, about 1 min left.",
    ]
