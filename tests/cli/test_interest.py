"""`anjian interest`: segments, caps and payments for people and for machines; the examples of docs/money.md."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from anjian.cli.app import cli
from anjian.cli.quantities import day_of, percent_of, yuan_of

PAGE = Path(__file__).parents[2] / "docs" / "money.md"
LOAN = ("--principal", "80000", "--from", "2012-09-20", "--to", "2015-04-28")
LATER = ("--principal", "8万", "--from", "2020-01-01", "--to", "2020-10-01")
CAP = ("--cap", "--contract", "2018-01-01", "--filed", "2022-05-01")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["interest", *arguments], env={"COLUMNS": "120"})


@pytest.mark.parametrize(
    "rate", ["24%", "24.00％", "年利率24%", "百分之二十四", "月2%", "月利率20‰", "月息2分", "2%/月"]
)
def test_rates_as_people_write_them(rate: str) -> None:
    done = run(*LOAN, "--rate", rate)
    assert done.exit_code == 0, done.stderr
    assert "共 950 天（首日计，末日不计），一年按 365 日；利息合计 49,972.60 元" in done.stdout


def test_a_daily_rate_and_a_decimal_point_in_words() -> None:
    assert "18.25%" in run(*LOAN, "--rate", "日万分之五").stdout
    assert "4.35%" in run(*LOAN, "--rate", "百分之四点三五").stdout


def test_the_json_has_every_segment() -> None:
    done = run(*LATER, "--lpr", "四倍", "--payment", "2020-03-01=1万", *CAP, "--format", "json")
    found = json.loads(done.stdout)
    assert [(s["begin"], s["quoted"], s["percent"]) for s in found["segments"]] == [
        ("2020-01-01", "4.15", "16.60"),
        ("2020-02-20", "4.05", "16.20"),
        ("2020-03-01", "4.05", "16.20"),
        ("2020-04-20", "3.85", "15.40"),
        ("2020-08-20", "3.85", "14.80"),
    ]
    assert found["payments"] == [{"on": "2020-03-01", "interest": "2174.25", "principal": "7825.75", "surplus": "0.00"}]
    assert (found["interest"], found["principal_owed"], found["interest_owed"]) == ("8720.15", "72174.25", "6545.91")
    assert [c["percent"] for c in found["caps"]] == ["24", "14.80"]


def test_people_read_it_in_their_language() -> None:
    zh = run(*LATER, "--rate", "36%", *CAP).stdout
    en = run(*LATER, "--rate", "36%", *CAP, "--lang", "en").stdout
    for words in ("36% → 24%", "36% → 14.8%", "上限：", "起诉时一年期LPR的四倍，即 14.8%", "第31条"):
        assert words in zh
    for words in ("36% → 24%", "Rate a year", "the first counted, the last not", "day of filing, 14.8%", "art. 31"):
        assert words in en


def test_a_cap_that_is_no_single_number_is_told_and_not_applied() -> None:
    done = run(*LOAN, "--rate", "30%", "--cap", "--filed", "2015-02-12")
    assert done.exit_code == 0
    assert "→" not in done.stdout
    assert "不是固定数，未据以封顶" in done.stdout


def test_delay_interest() -> None:
    done = run("--principal", "1万", "--from", "2020-01-01", "--to", "2020-01-11", "--delay")
    assert "日 0.0175%" in done.stdout
    assert "利息合计 17.50 元" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (LOAN, "选一个", "exactly one"),
        ((*LOAN, "--rate", "24%", "--lpr", "4"), "选一个", "exactly one"),
        ((*LOAN, "--rate", "24"), "读不出利率“24”；请写明单位", "name its unit"),
        ((*LOAN, "--rate", "百分之四点"), "读不出利率", "is no rate"),
        ((*LOAN, "--lpr", "很多"), "读不出倍数", "is no multiple"),
        ((*LOAN, "--lpr", "4"), "自 2019-08-20 起", "confirmed from 2019-08-20"),
        ((*LOAN, "--rate", "24%", "--cap"), "请加 --filed", "add --filed"),
        ((*LOAN, "--rate", "24%", "--cap", "--filed", "2022-01-01"), "请加 --contract", "add --contract"),
        ((*LOAN, "--rate", "24%", "--payment", "昨天"), "读不出还款", "is no payment"),
        ((*LOAN, "--rate", "24%", "--payment", "2011-01-01=5"), "不在起止日之间", "outside --from and --to"),
        (("--principal", "1", "--from", "2020-01-02", "--to", "2020-01-01", "--rate", "1%"), "请对调", "swap them"),
        (("--principal", "1", "--from", "2013-01-01", "--to", "2020-01-01", "--delay"), "2014-08-01", "2014-08-01"),
    ],
)
def test_errors_name_what_is_wrong_and_what_to_do(arguments: tuple[str, ...], zh: str, en: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert zh in done.stderr
    assert en in done.stderr
    assert done.stdout == ""


@given(st.text(max_size=12) | st.text("0123456789一二十百万亿千分之点月日年%‰元角.,-/=", max_size=12))
def test_no_text_breaks_the_readers(text: str) -> None:
    assert all(value is None or value >= 0 for value in (yuan_of(text), percent_of(text)))
    day_of(text)


EXAMPLES = re.findall(r"```console\n\$ anjian (.*?)\n(.*?)```", PAGE.read_text("utf-8"), re.S)


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) >= 4


@pytest.mark.parametrize(("command", "shown"), EXAMPLES)
def test_the_examples_of_the_page_are_what_the_program_prints(command: str, shown: str) -> None:
    done = CliRunner().invoke(cli, shlex.split(command), env={"COLUMNS": "120"})
    assert done.exit_code == 0
    assert [line.rstrip() for line in done.stdout.splitlines()] == shown.splitlines()
