"""案号法院代字与法院名称不符。

English: The court code of the case number belongs to another court.

## What 查什么
新式案号中的法院代字与文书所列法院的级别、省份或者已知代字不符。

## Why 为何
代字写错，案件会挂到别的法院名下。

## Method 方法
代字的位数说明级别，首字说明省份；已收录的代字再与法院名称比对。

## Exclusions 排除
旧式案号不查；没有收录的代字只比级别和省份；名称最后的地名相同（省、市有写有不写，县改区、市改区）的不报；
高级法院分院不查。

## Assumptions 假定
代字表由公开文书整理，尚不完整。

## Basis 依据
最高人民法院《关于人民法院案件案号的若干规定》（法〔2015〕137号）。

## Remedy 怎么改
核对后裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.courts import code_fits_court, court_level, court_of_code, parse_case_number, province_of_code
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="PRO324",
    name="court-code-mismatch",
    title=Words("法院代字与法院名称不符", "Court code and court name differ"),
    family="procedure",
    basis=(Basis("关于人民法院案件案号的若干规定"),),
    certainty="likely",
    severity="format",
    subjects=("any",),
)


_PROVINCE = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}?自治区)")
_PLACE = re.compile(r"([^省市州盟]{2,12}?)[区县旗市]?(?:第[一二三四五六]+)?(?:中级|高级)?人民法院$")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    number, court = judgment.case_number, judgment.court
    parsed = parse_case_number(number.text) if number else None
    if number is None or court is None or parsed is None or parsed.style != "new":
        return
    if "分院" in court.name or code_fits_court(parsed.code, court.name) is not False:
        return
    known = court_of_code(parsed.code)
    if known and _same_place(parsed.code, known.name, court.name):
        return
    yield SCENARIO.finding(
        judgment,
        number,
        f"案号代字{parsed.code}与{court.name}不符"
        + (f"，该代字见于{known.name}。" if known else "（级别或者省份不同）。"),
        f"The code {parsed.code} does not belong to the court named.",
        expected=known.name if known else None,
        found=court.name,
    )


def _same_place(code: str, known: str, named: str) -> bool:
    """Whether two names end in the same place, as after a county became a district, in the code's province."""
    province = _PROVINCE.match(named)
    if province and province[0] != province_of_code(code):
        return False
    return court_level(known) == court_level(named) and _root(known) == _root(named)


def _root(name: str) -> str:
    """The last place of a court's name without 区, 县 or 市: 河北省保定市容城县人民法院 → 容城."""
    m = _PLACE.search(_PROVINCE.sub("", name))
    return m[1] if m else name
