"""`anjian fee`: the tariff for people and for machines, and what it says when it cannot."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from click.testing import CliRunner, Result

from anjian.cli.app import cli
from anjian.law.fees import court_fee


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["fee", *arguments], env={"COLUMNS": "120"})


def test_the_json_is_the_tariff() -> None:
    done = run("--kind", "财产案件", "--amount", "707693.80", "--on", "2018-07-05", "--halved", "--format", "json")
    found = json.loads(done.stdout)
    assert done.exit_code == 0
    assert (found["low"], found["high"], found["halved"]) == ("5438.47", "5438.47", True)
    assert [s["rate"] for s in found["steps"]] == [None, "2.5", "2", "1.5", "1"]
    assert sum(Decimal(s["low"]) for s in found["steps"]) == Decimal("10876.938")
    assert (found["law"], found["article"], found["item"]) == ("诉讼费用交纳办法", "13", "（一）")


@pytest.mark.parametrize("amount", ["50000", "5万", "五万元", "50,000.00元", "伍万元整", "￥5万", "５００００"])
@pytest.mark.parametrize("on", ["2018-07-05", "2018年7月5日", "二〇一八年七月五日", "20180705", "2018/7/5"])
def test_sums_and_days_as_people_write_them(amount: str, on: str) -> None:
    done = run("--kind", "财产", "--amount", amount, "--on", on)
    assert done.exit_code == 0
    assert "应交：1,050.00 元" in done.stdout


def test_every_step_is_explained_in_both_languages() -> None:
    zh = run("--kind", "离婚", "--amount", "80万", "--on", "2018-07-05", "--halved").stdout
    en = run("--kind", "离婚", "--amount", "80万", "--on", "2018-07-05", "--halved", "--lang", "en").stdout
    for words in (
        "案件受理费（离婚）",
        "第13条（二）1",
        "不超过200,000",
        "50.00–300.00",
        "0.5%",
        "减半交纳",
        "1,525.00–1,650.00",
    ):
        assert words in zh
    for words in ("Court fee: divorce", "up to 200,000", "halved, once", "each province", "1,525.00–1,650.00"):
        assert words in en
    assert not any("一" <= c <= "鿿" for c in en.replace("诉讼费用交纳办法", "").replace("（二）", ""))


def test_shares_and_ceilings_are_told() -> None:
    assert "× 1/3（第14条（三））" in run("--kind", "支付令", "--amount", "9000", "--on", "2018-07-05").stdout
    assert "最高不超过 300,000 元" in run("--kind", "破产", "--amount", "5亿", "--on", "2018-07-05").stdout


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (("--kind", "财产", "--on", "2018-07-05"), "请加 --amount", "needs --amount"),
        (("--kind", "保全", "--on", "2018-07-05", "--halved"), "请去掉 --halved", "leave --halved out"),
        (("--kind", "财产", "--amount", "1", "--on", "2006-01-01"), "自 2007-04-01 起", "begins on 2007-04-01"),
        (("--kind", "吃饭", "--amount", "1", "--on", "2018-07-05"), "可用：财产、离婚", "use one of these"),
        (("--kind", "财产", "--amount", "八万余", "--on", "2018-07-05"), "读不出金额“八万余”", "is no amount"),
        (("--kind", "财产", "--amount", "-5", "--on", "2018-07-05"), "读不出金额", "is no amount"),
        (("--kind", "财产", "--amount", "1e99", "--on", "2018-07-05"), "读不出金额", "is no amount"),
        (("--kind", "财产", "--amount", "nan", "--on", "2018-07-05"), "读不出金额", "is no amount"),
        (("--kind", "财产", "--amount", "1", "--on", "2018-02-30"), "读不出日期", "is no day"),
    ],
)
def test_errors_name_what_is_wrong_and_what_to_do(arguments: tuple[str, ...], zh: str, en: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert zh in done.stderr
    assert en in done.stderr
    assert done.stdout == ""


def test_it_says_what_the_library_says() -> None:
    for kind in ("执行", "保全", "知识产权"):
        done = run("--kind", kind, "--amount", "123456.78", "--on", "2018-07-05", "--format", "json")
        found = court_fee(kind, Decimal("123456.78"), date(2018, 7, 5))
        assert found is not None
        assert Decimal(json.loads(done.stdout)["low"]) == found.rounded[0]
