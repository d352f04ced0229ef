"""Case numbers and courts."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.courts import (
    NEW_FORM_SINCE,
    case_type,
    city_of_code,
    code_fits_court,
    codes_of_court,
    court_level,
    court_of_code,
    level_of_code,
    parse_case_number,
    prefixes_of_city,
    province_of_code,
    province_of_court,
    same_court,
    same_province,
)
from anjian.law.dated import read_table

JUDGMENTS = Path(__file__).parents[3] / "shared" / "judgments"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("（2019）浙0702刑初88号", (2019, "浙0702", "刑初", 88, "", "new")),
        ("(2018) 黔 06 民终 609 号", (2018, "黔06", "民终", 609, "", "new")),
        ("〔2020〕豫0192执2437号之一", (2020, "豫0192", "执", 2437, "一", "new")),
        ("（2016）最高法民申3081号", (2016, "最高法", "民申", 3081, "", "new")),
        ("（2019）豫行申12号", (2019, "豫", "行申", 12, "", "new")),
        ("（2017）兵0603刑初2号", (2017, "兵0603", "刑初", 2, "", "new")),
        ("（2017）渝02刑更112号", (2017, "渝02", "刑更", 112, "", "new")),
        ("（2015）灵刑初字第00228号", (2015, "灵", "刑初", 228, "", "old")),
        ("（2012）深罗法民二初字第353号", (2012, "深罗法", "民初", 353, "", "old")),
        ("（2015）西刑速初字第8号", (2015, "西", "刑初", 8, "", "old")),
        ("（2014）东中法立民终字第36号", (2014, "东中法", "民终", 36, "", "old")),
        ("（2014）民抗字第27号", (2014, "", "民抗", 27, "", "old")),
    ],
)
def test_forms_of_a_case_number(text: str, parts: tuple[object, ...]) -> None:
    found = parse_case_number(f"刑事判决书 {text} 公诉机关")
    assert found is not None
    assert (found.year, found.code, found.type, found.serial, found.suffix, found.style) == parts
    assert f"刑事判决书 {text} 公诉机关"[found.start : found.end] == text


def test_no_case_number() -> None:
    assert parse_case_number("某检刑诉2019年第3号") is None
    assert parse_case_number("") is None


def test_a_type_that_does_not_exist_is_returned_as_written() -> None:
    found = parse_case_number("（2017）浙0999刑25号")
    assert found is not None
    assert found.type == "刑"
    assert case_type(found.type) is None


def test_types_and_levels() -> None:
    assert case_type("刑初").instance == "一审"  # type: ignore[union-attr]
    assert case_type("刑终").instance == "二审"  # type: ignore[union-attr]
    assert date(2016, 1, 1) == NEW_FORM_SINCE
    assert [level_of_code(c) for c in ("最高法", "浙", "浙07", "浙0702", "浙7", "甲01")] == [
        "最高", "高级", "中级", "基层", None, None]  # fmt: skip
    names = ("最高人民法院", "浙江省高级人民法院", "金华市中级人民法院", "金华市婺城区人民法院")
    assert [court_level(n) for n in names] == ["最高", "高级", "中级", "基层"]
    assert [court_level(n) for n in ("锦州铁路运输法院", "某公司")] == ["基层", None]
    assert province_of_code("兵0603") == "新疆生产建设兵团"


def test_code_and_court() -> None:
    assert court_of_code("浙0702").name.endswith("婺城区人民法院")  # type: ignore[union-attr]
    assert codes_of_court("浙江省金华市婺城区人民法院") == ("浙0702",)
    assert code_fits_court("浙0702", "金华市婺城区人民法院") is True
    assert code_fits_court("浙0702", "浙江省永康市人民法院") is False
    assert code_fits_court("浙0702", "江苏省太仓市人民法院") is False
    assert code_fits_court("浙07", "浙江省永康市人民法院") is False
    assert code_fits_court("浙0999", "浙江省某某县人民法院") is None


def test_province_of_a_court() -> None:
    assert province_of_court("广西清溪县人民法院") == "广西壮族自治区"
    assert province_of_court("苏州市清溪区人民法院") == "江苏省"  # the register has other courts of the city
    assert province_of_court("张家港市人民法院") == "江苏省"  # the register has the court
    assert province_of_court("铁西区人民法院") is None  # more than one city has such a district
    assert province_of_court("清溪县人民法院") is None
    assert code_fits_court("渝0599", "苏州市清溪区人民法院") is False
    assert same_province("新疆维吾尔自治区", "新疆生产建设兵团")
    assert not same_province("江苏省", "浙江省")
    assert same_province(None, "浙江省")


def test_a_code_of_no_court_is_returned_as_written() -> None:
    for code in ("滇0199", "浙019", "浙01999"):
        found = parse_case_number(f"（2019）{code}刑初9号")
        assert found is not None
        assert (found.code, found.type, level_of_code(code)) == (code, "刑初", None)


def test_names_of_one_court() -> None:
    assert same_court("中华人民共和国最高人民法院", "最高人民法院")
    assert same_court("浙江省金华市婺城区人民法院", "金华市婺城区人民法院")
    assert not same_court("江西省赣县人民法院", "县人民法院")
    assert not same_court("河南省新郑市人民法院", "郑州市人民法院")


def test_the_city_of_a_code_is_the_one_all_registered_names_have() -> None:
    assert city_of_code("皖1702") == "池州市"
    assert city_of_code("皖1799") == "池州市"
    assert city_of_code("某9999") is None
    assert "皖17" in prefixes_of_city("池州市")
    assert prefixes_of_city("没有的市") == frozenset()


@given(st.text(alphabet="（2016）最高法浙07刑民初终字第执号之一 ", max_size=40))
def test_hostile_text_is_answered(text: str) -> None:
    found = parse_case_number(text)
    assert found is None or text[found.start : found.end].strip()


@given(
    st.sampled_from([r["letter"] for r in read_table("provinces")]),
    st.integers(0, 9999), st.sampled_from([r["code"] for r in read_table("case_types")]),
    st.integers(1, 999_999), st.integers(2016, 2030),
)  # fmt: skip
def test_round_trip(letter: str, court: int, kind: str, serial: int, year: int) -> None:
    found = parse_case_number(f"（{year}）{letter}{court:04}{kind}{serial}号")
    assert found is not None
    assert (found.year, found.code, found.type, found.serial) == (year, f"{letter}{court:04}", kind, serial)


@pytest.mark.corpus
@pytest.mark.skipif(not JUDGMENTS.exists(), reason="no published judgments")
def test_every_published_judgment_gives_its_number_and_no_code_contradicts_its_court() -> None:
    name = re.compile(r"(?:^|\s)([\u4e00-\u9fff]{2,24}?人民法院)\s")
    with (JUDGMENTS / "criminal.jsonl").open(encoding="utf-8") as f:
        heads = [json.loads(line)["text"][:300] for line in f]
    for head in heads:
        number, court = parse_case_number(head), name.search(head)
        assert number is not None, head[:90]
        if court and number.style == "new":
            assert code_fits_court(number.code, court[1]) is not False, head[:90]
