from __future__ import annotations

from datetime import date

import pytest

from anjian.documents import read
from anjian.documents.dates import scan


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("二〇一八年七月十六日", [date(2018, 7, 16)]),
        ("二○一九年十二月三十一日", [date(2019, 12, 31)]),
        ("2018年2月30日", [None]),
        ("201O年12月29日", [date(2010, 12, 29)]),
        ("于2018年7月2日提起，本院于同日立案，于同月9日开庭", [date(2018, 7, 2)] * 2 + [date(2018, 7, 9)]),
        ("2017年12月30日，同年12月31日，次年1月3日", [date(2017, 12, 30), date(2017, 12, 31), date(2018, 1, 3)]),
        ("2017年12月31日起诉，次日立案", [date(2017, 12, 31), date(2018, 1, 1)]),
        ("2016年9月27日起诉，10月8日立案", [date(2016, 9, 27), date(2016, 10, 8)]),
        ("2016年5月，同月19日", [date(2016, 5, 19)]),
        ("8月9日", [None]),
        ("有期徒刑三年六个月", []),
    ],
)
def test_scan(text: str, days: list[date | None]) -> None:
    assert [f.value for f in scan(read(text).plain)] == days


def test_facts_quote_exactly_what_is_written() -> None:
    text = "本院于２０１８年 7月2日受理，同年8月1日开庭。"
    facts = read(text).dates
    assert [text[f.start : f.end] for f in facts] == ["２０１８年 7月2日", "同年8月1日"]
    assert [f.style for f in facts] == ["digits", "relative"]
