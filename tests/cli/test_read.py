"""`anjian read`: one JSON line a document, each value with its place."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from anjian.cli.app import cli
from anjian.documents import read
from anjian.documents.facts import facts, money

TEXT = """清溪县人民法院
刑事判决书
（2018）云0199刑初21号
公诉机关清溪县人民检察院。
被告人甲小满，男，1990年2月3日出生，汉族，初中文化，农民。因涉嫌犯盗窃罪，于2018年3月1日被刑事拘留，同年3月10日被逮捕。
辩护人乙大雪，云南清溪律师事务所律师。
清溪县人民检察院以清检刑诉〔2018〕5号起诉书指控被告人甲小满犯盗窃罪，于2018年4月2日向本院提起公诉。本院依法适用简易程序，\
实行独任审判，公开开庭审理了本案。现已审理终结。
经审理查明，2018年2月28日，被告人甲小满窃得手机一部，价值人民币3000.5元。
本院认为，被告人甲小满的行为已构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条之规定，判决如下：
被告人甲小满犯盗窃罪，判处拘役三个月，并处罚金人民币一千元。
（刑期从判决执行之日起计算。判决执行以前先行羁押的，羁押一日折抵刑期一日，即自2018年3月1日起至2018年5月31日止。）
如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向云南省云岭市中级人民法院提出上诉。书面上诉的，应当提交上诉状\
正本一份，副本二份。
审判员　丙立秋
二〇一八年五月四日
书记员　丁小寒
"""

KEYS = (
    "id court court_level document_type case_number case_type instance procedure panel dates parties counsel"
    " charges_alleged results custody citations evidence amounts fees appeal lower"
    " cause claims awards answers delay_notice interest damages absences announcement enforcement reviews"
    " verdicts"
    " sections spans"
)


def test_ordinary_use(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    result = CliRunner().invoke(cli, ["read", str(tmp_path), str(tmp_path / "none.txt")])
    assert result.exit_code == 0
    (line,) = result.stdout.splitlines()
    got = json.loads(line)
    assert " ".join(got) == KEYS
    assert got["id"].endswith("a.txt")
    assert got["court"] == "清溪县人民法院"
    assert got["case_number"] == "（2018）云0199刑初21号"
    assert got["instance"] == "first"
    assert got["panel"]["form"] == "独任"
    assert [(m["role"], m["name"]) for m in got["panel"]["members"]] == [("审判员", "丙立秋"), ("书记员", "丁小寒")]
    assert got["dates"]["decided"]["day"] == "2018-05-04"
    assert [p["name"] for p in got["parties"] if p["role"] == "被告人"] == ["甲小满"]
    assert [(c["kind"], c["start"]) for c in got["custody"]] == [("刑事拘留", "2018-03-01"), ("逮捕", "2018-03-10")]
    (result_,) = got["results"]
    assert (result_["penalty"]["kind"], result_["penalty"]["months"], result_["penalty"]["fine"]) == ("拘役", 3, 1000)
    assert (result_["term"]["start"], result_["term"]["end"]) == ("2018-03-01", "2018-05-31")
    assert got["citations"][0]["article"] == "264"
    assert got["appeal"]["days"] == 10
    assert 3000.5 in [a["value"] for a in got["amounts"]]
    assert "none.txt" in result.stderr


def test_nothing_readable_is_exit_code_2() -> None:
    assert CliRunner().invoke(cli, ["read", "none.txt"]).exit_code == 2


def test_every_span_quotes_its_value() -> None:
    got = facts(read(TEXT))
    for party in got["parties"]:
        assert party["name"] in _at(party)
    for charge in got["charges_alleged"]:
        assert _at(charge).endswith("罪")
    for member in got["panel"]["members"]:
        assert _at(member) == member["name"]
    assert _at(got["dates"]["decided"]) == got["dates"]["decided"]["text"]
    assert [TEXT[a:b] for a, b in [got["spans"]["court"], got["spans"]["case_number"]]] == [
        got["court"],
        got["case_number"],
    ]


def _at(value: dict[str, Any]) -> str:
    start, end = value["span"]
    return TEXT[start:end]


def _spans(value: object) -> list[list[int]]:
    if isinstance(value, dict):
        own = [value["span"]] if "span" in value else []
        return own + [s for v in value.values() for s in _spans(v)]
    return [s for v in value for s in _spans(v)] if isinstance(value, list) else []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, len(TEXT)), max_size=4), st.text(max_size=12))
def test_any_text_gives_json_with_spans_inside_it(cuts: list[int], noise: str) -> None:
    text = TEXT
    for at in cuts:
        text = text[:at] + noise + text[at + len(noise) * 3 :]
    got = facts(read(text))
    json.dumps(got, allow_nan=False)
    assert all(0 <= a <= b <= len(text) for a, b in _spans(got))


@pytest.mark.parametrize(
    ("value", "number"),
    [("1000", 1000), ("1000.00", 1000), ("3.5", 3.5), ("0.1", 0.1), ("12345678901234567.89", "12345678901234567.89")],
)
def test_money_loses_nothing(value: str, number: object) -> None:
    assert money(Decimal(value)) == number
    assert Decimal(str(money(Decimal(value)))) == Decimal(value)


def test_money_that_is_none() -> None:
    assert money(None) is None
    assert money(Decimal("NaN")) is None
