"""案号法院代字与法院名称不符。

English: The court code of the case number belongs to another court.

## What 查什么
新式案号中的法院代字与文书所列法院的级别、省份或者已知代字不符。

## Why 为何
代字写错，案件会挂到别的法院名下。

## Method 方法
代字的位数说明级别，首字说明省份；法院名称没有写省的，按已收录的同市法院推出，仍推不出的与告知上诉的法院比对；
已收录的代字再与法院名称比对。

## Exclusions 排除
旧式案号不查；没有收录的代字只比级别和省份；名称最后的地名相同（省、市有写有不写，县改区、市改区）的不报；
高级法院分院不查；
铁路、海事等跨省设置的法院不与上诉法院比对。

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
from functools import lru_cache

from anjian.documents import Judgment
from anjian.law.courts import (
    code_fits_court,
    court_level,
    court_of_code,
    parse_case_number,
    province_of_code,
    province_of_court,
    same_province,
)
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
_ACROSS = ("铁路", "海事", "知识产权", "金融", "互联网")
_PLACE = re.compile(r"([^省市州盟]{2,12}?)[区县旗市]?(?:第[一二三四五六]+)?(?:中级|高级)?人民法院$")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    number, court = judgment.case_number, judgment.court
    parsed = parse_case_number(number.text) if number and court else None
    if number is None or court is None or parsed is None or parsed.style != "new":
        return
    problem = _by_name(parsed.code, court.name) or _by_appeal(judgment, parsed.code, court.name)
    if problem and "分院" not in court.name:
        zh, en, expected = problem
        yield SCENARIO.finding(judgment, number, zh, en, expected=expected, found=court.name)


Problem = tuple[str, str, str | None]


@lru_cache(maxsize=8192)
def _by_name(code: str, name: str) -> Problem | None:
    """The code against the court's name: level, province, the court that the register has under the code."""
    known = court_of_code(code)
    if code_fits_court(code, name) is not False or (known and _same_place(code, known.name, name)):
        return None
    reason = f"该代字见于{known.name}" if known else "级别或者省份不同"
    return (
        f"案号代字{code}与{name}不符（{reason}）。",
        f"The code {code} does not belong to the court named.",
        known.name if known else None,
    )


def _by_appeal(judgment: Judgment, code: str, name: str) -> Problem | None:
    """Where the name does not tell the province, the code against the province of the court of appeal."""
    above = judgment.appeal.court if judgment.appeal else None
    return _of_other_province(code, name, above) if above else None


@lru_cache(maxsize=8192)
def _of_other_province(code: str, name: str, above: str) -> Problem | None:
    if province_of_court(name) or any(word in name + above for word in _ACROSS):
        return None
    mine, theirs = province_of_code(code), province_of_court(above)
    if same_province(mine, theirs):
        return None
    return (
        f"案号代字{code}属于{mine}，文书告知上诉的却是{theirs}的{above}。",
        f"The code {code} and the court of appeal named belong to two provinces.",
        f"{theirs}的法院代字",
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
