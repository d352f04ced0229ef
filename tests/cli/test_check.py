"""`anjian check`, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from anjian.cli.app import cli
from anjian.cli.words import usage_sentence

pytestmark = pytest.mark.usefixtures("planted_scenarios")


def check(*arguments: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["check", *arguments], input=stdin)


def found(result: Result) -> list[str]:
    return [json.loads(line)["scenario"] for line in result.stdout.splitlines()]


def test_ordinary_use(folder: Path) -> None:
    result = check("cases", "--format", "table", "--out", "report.html")
    assert result.exit_code == 1
    assert "清溪县人民法院  （2018）云0199刑初21号  2018-05-04  [bad.txt]" in result.stdout
    assert "确定  DOC901 first-word  重要  第5行第6字" in result.stdout
    assert "【甲错】" in result.stdout
    assert "依据：《中华人民共和国刑法》第四十七条、第一百三十三条之一第一款" in result.stdout
    assert "检查文书 2 份；1 份有疑点，共 3 个（确定 1、很可能 1、提示 1）" in result.stdout
    assert "已写入 report.html" in result.stderr
    assert "甲错" in Path("report.html").read_text("utf-8")


def test_json_lines_alone_go_to_standard_output_when_it_is_no_terminal(folder: Path) -> None:
    result = check("cases")
    first = json.loads(result.stdout.splitlines()[0])
    assert first["document"] == "bad.txt"
    assert first["quote"] == "甲错"
    assert (folder / "cases/bad.txt").read_text("utf-8")[first["start"] : first["end"]] == "甲错"
    assert first["message"] == "此处有甲错。"
    assert first["message_en"] == "Here is 甲错."
    assert first["decision_date"] == "2018-05-04"
    assert first["basis"][1]["article"] == "133-1"
    assert "检查文书 2 份" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["cases/good.txt"], 0),
        (["cases"], 1),
        (["cases", "--fail-on", "never"], 0),
        (["cases", "--fail-on", "likely", "--select", "PEN902"], 0),
        (["cases", "--fail-on", "likely", "--select", "PEN901"], 1),
        (["cases", "--certainty", "certain", "--ignore", "DOC901"], 0),
        (["missing.txt"], 2),
        (["missing.txt", "cases/good.txt"], 0),
    ],
)
def test_exit_code(folder: Path, arguments: list[str], code: int) -> None:
    assert check(*arguments).exit_code == code


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        ([], ["DOC901", "PEN901", "PEN902"]),
        (["--select", "DOC901"], ["DOC901"]),
        (["--select", "second-word,doc901"], ["DOC901", "PEN901"]),
        (["--select", "PEN"], ["PEN901", "PEN902"]),
        (["--select", "penalty"], ["PEN901", "PEN902"]),
        (["--select", "刑罚"], ["PEN901", "PEN902"]),
        (["--select", "PEN9", "--ignore", "third-word"], ["PEN901"]),
        (["--ignore", "PEN"], ["DOC901"]),
        (["--certainty", "likely"], ["DOC901", "PEN901"]),
        (["--select", "PUB901"], ["PUB901"]),
        (["--select", "fourth-word"], ["PUB901"]),
        (["--select", "publication,DOC"], ["DOC901"]),
    ],
)
def test_selection_and_previews_only_by_name(folder: Path, arguments: list[str], codes: list[str]) -> None:
    assert found(check("cases", *arguments)) == codes


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--select", "PEN9O1"], ["没有场景“PEN9O1”", "PEN901", "did you mean"]),
        (["--select", "zzzzzz"], ["anjian scenarios"]),
        (["--select", "PEN", "--ignore", "penalty"], ["没有选中任何场景", "No scenario is selected"]),
        (["--format", "xml"], ["--format 的值不对", "jsonl"]),
        (["--colour"], ["没有 --colour 这个选项", "No such option"]),
        (["--out", "report.doc"], ["看不出 report.doc 要写成什么格式", ".html"]),
        (["--out", "a.html", "--out", "./a.html"], ["写了两次"]),
        (["--out", "cases"], ["看不出"]),
        (["--out", "cases", "--format", "html"], ["不是普通文件"]),
        (["--out", "cases/good.txt/a.html"], ["无法写入"]),
        (["--config", "none.toml"], ["--config 的值不对"]),
    ],
)
def test_usage_errors_say_what_to_do_in_both_languages(folder: Path, arguments: list[str], words: list[str]) -> None:
    result = CliRunner().invoke(cli, ["check", "cases", *arguments], standalone_mode=False)
    sentence = usage_sentence(result.exception)  # type: ignore[arg-type]
    assert all(word in sentence for word in words), sentence
    assert check("cases", *arguments).exit_code == 2
    assert sorted(p.name for p in folder.iterdir()) == ["cases"]


def test_what_cannot_be_read_is_reported_counted_and_stops_nothing(folder: Path) -> None:
    Path("cases/broken.jsonl").write_text('{"id": 1, "text": "甲错"}\n{"id": 2\n{"id": 3, "text": "乙错"}\n', "utf-8")
    Path("cases/empty.txt").touch()
    Path("cases/scan.pdf").write_bytes(b"%PDF-1.4 nothing here")
    result = check("cases", "missing.txt", "--format", "table")
    assert result.exit_code == 1
    assert "检查文书 4 份，4 份未能读取；3 份有疑点，共 5 个" in result.stdout
    warnings = [line for line in result.stderr.splitlines() if line.startswith("! ")]
    assert len(warnings) == 4
    assert all("；" in w and w.endswith("。") for w in warnings)
    assert "Traceback" not in result.stderr


def test_a_scenario_that_fails_is_named_once_and_stops_nothing(folder: Path, judgment_text: str) -> None:
    for i in range(3):
        Path(f"cases/x{i}.txt").write_text(f"炸{judgment_text}", "utf-8")
    result = check("cases")
    assert result.stderr.count("PRO901") == 1
    assert "x0.txt" in result.stderr
    assert "kept from the user" not in result.stderr
    assert len(found(result)) == 12


def test_standard_input(judgment_text: str) -> None:
    result = check("-", stdin=judgment_text.encode("gb18030"))
    assert found(result) == ["DOC901", "PEN901", "PEN902"]
    assert json.loads(result.stdout.splitlines()[0])["document"] == "-"


def test_several_outputs_in_one_run(folder: Path) -> None:
    outs = ["a.html", "new/a.jsonl", "a.sarif", "a.parquet", "a.txt"]
    result = check("cases", *(x for out in outs for x in ("--out", out)))
    assert all(Path(out).stat().st_size for out in outs)
    assert Path("new/a.jsonl").read_text("utf-8") == result.stdout
    assert "【甲错】" in Path("a.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "arguments", [["--format", "sarif", "--out", "a.json"], ["--format", "html", "--out", "a.html"]]
)
def test_a_file_that_takes_the_format_leaves_nothing_to_print(folder: Path, arguments: list[str]) -> None:
    result = check("cases", *arguments)
    assert result.stdout == ""
    assert Path(arguments[-1]).stat().st_size


def test_a_report_in_the_folder_is_not_checked_again(folder: Path) -> None:
    for _ in range(2):
        result = check("cases", "--out", "cases/report.html", "--out", "cases/report.jsonl", "--format", "table")
        assert "检查文书 2 份；" in result.stdout


def test_an_existing_file_is_replaced_with_its_permissions(folder: Path) -> None:
    Path("a.jsonl").write_text("old")
    Path("a.jsonl").chmod(0o640)
    Path("link.jsonl").symlink_to("a.jsonl")
    check("cases", "--out", "link.jsonl")
    assert Path("link.jsonl").is_symlink()
    assert "甲错" in Path("a.jsonl").read_text("utf-8")
    assert Path("a.jsonl").stat().st_mode & 0o777 == 0o640


def test_english(folder: Path) -> None:
    result = check("cases", "missing.txt", "--format", "table", "--lang", "en")
    assert "Certain  DOC901 first-word  Major  line 5, char 6" in result.stdout
    assert "Here is 甲错." in result.stdout
    assert "2 documents checked, 1 unreadable; 3 findings in 1 (certain 1, likely 1, hint 1)" in " ".join(
        result.stdout.split("\n")
    )
    assert "! missing.txt: " in result.stderr


def test_files_of_other_kinds_are_counted(folder: Path) -> None:
    Path("cases/photo.png").touch()
    assert "跳过 1 个其他类型的文件（.png）" in check("cases").stderr


def test_settings_file_and_command_line(folder: Path) -> None:
    Path("anjian.toml").write_text('[check]\nselect = ["PEN"]\nfail-on = "certain"\n[severity]\nPEN901 = "format"\n')
    result = check("cases")
    assert result.exit_code == 0
    assert [json.loads(x)["severity"] for x in result.stdout.splitlines()] == ["format", "major"]
    assert found(check("cases", "--select", "DOC")) == ["DOC901"]
    assert check("cases", "--fail-on", "hint").exit_code == 1


def test_control_characters_of_a_document_do_not_reach_the_terminal(folder: Path) -> None:
    record = {"id": "\x1b[2J", "text": "\x1b]0;title\x07甲错\x1b[2J\u202e\x9b31m"}
    Path("cases/evil.jsonl").write_text(json.dumps(record), "utf-8")
    Path("cases/\x1b[2Jbad.pdf").write_bytes(b"%PDF-1.4")
    result = check("cases", "--format", "table")
    assert "␛]0;title" in result.stdout
    assert "【甲错】␛[2J\ufffd" in result.stdout
    for stream in (result.stdout, result.stderr):
        assert not {c for c in stream if c < " " or "\x7f" <= c < "\xa0"} - {"\n"}
    assert "␛[2Jbad.pdf" in result.stderr


def test_no_colour_where_none_is_wanted(folder: Path) -> None:
    runner = CliRunner(env={"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert "\x1b[3" not in runner.invoke(cli, ["check", "cases", "--format", "table"]).stdout
