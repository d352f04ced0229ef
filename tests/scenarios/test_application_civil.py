"""What the scenarios on cited law rest on in civil documents: the uses of articles, and when the facts lie."""

from __future__ import annotations

from datetime import date

import pytest

from anjian.documents import read
from anjian.law.renumbered import earlier_numbers, number_on
from anjian.scenarios.application.civil_uses import USES, Use
from anjian.scenarios.application.facts_time import facts_from, sure_after

DAY = date(2021, 1, 1)
TEXT = """云山市云溪区人民法院
民事判决书
（2019）云0102民初7号
原告：甲某，男，1980年1月2日出生。
被告：丁某，男，1982年3月4日出生。
原告甲某与被告丁某买卖合同纠纷一案，本院立案后公开开庭进行了审理。本案现已审理终结。
经审理查明：{}
本院认为，被告应当付款。依照《中华人民共和国合同法》（1999年施行）第一百五十九条之规定，判决如下：
被告丁某于本判决生效之日起十日内付款100元。
审判员　乙某
二〇二三年六月三日
书记员　丙某
"""


@pytest.mark.parametrize("use", USES, ids=lambda u: f"{u.name}-{u.form}")
def test_every_use_has_a_number_now_and_had_another(use: Use) -> None:
    assert number_on(use.law, use.name, date(2025, 1, 1))
    assert earlier_numbers(use.law, use.name, date(2025, 1, 1))


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("2022年5月6日双方订约，2022年7月1日交货。", 2),
        ("二〇二二年五月订约。", 1),
        ("2020年12月31日订约，2022年7月1日交货。", 0),
        ("二〇一九年订约，2022年7月1日交货。", 0),
        ("2019.5.6订约，2022年7月1日交货。", 0),
        ("双方口头订约，未写日期。", 0),
        ("依照《某某条例》（2015年修正）的规定，2022年5月6日订约。", 1),
    ],
)
def test_an_earlier_year_anywhere_leaves_the_old_law_possible(told: str, count: int) -> None:
    assert facts_from(read(TEXT.format(told)), DAY) == count


def test_three_dated_facts_make_it_sure() -> None:
    three = "2022年5月6日订约，2022年7月1日交货，2022年8月2日验收。"
    assert sure_after(read(TEXT.format(three)), DAY) == "certain"
    assert sure_after(read(TEXT.format("2022年5月6日订约。")), DAY) == "likely"
    assert sure_after(read(TEXT.format("2018年5月6日订约。")), DAY) is None
