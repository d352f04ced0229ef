"""上诉法院不是上一级法院。

English: The court of appeal named is not the court above.

## What 查什么
告知当事人向某法院上诉，该法院的级别不是上一级，或者与本院不在同一省、同一市。

## Why 为何
写错上诉法院，当事人可能误投误期。

## Method 方法
只用名称和法院代字表能够推出的关系：基层法院的上一级是中级法院，中级法院的上一级是高级法院；
两个法院的省由名称或者代字表推出的，省应当相同；案号代字前两位所属的市由代字表推出的，中级法院应当是该市的；
本院名称写明“某市某区”的，中级法院应当是该市的。

## Exclusions 排除
铁路运输、海事、知识产权等专门法院不比地名，开发区、自贸区、县、县级市等法院只比级别和省，
高级法院分院不查；名称看不出级别的不报。
2019年1月1日以后，知识产权法院、中级法院一审的专利等技术类知识产权、垄断案件可以上诉到最高人民法院。

## Assumptions 假定
指定管辖不改变上诉法院的级别关系。

## Basis 依据
《中华人民共和国人民法院组织法》第二十一条、第二十三条；
《中华人民共和国刑事诉讼法》第二百二十七条（2018年10月26日前为第二百一十六条）；
《中华人民共和国民事诉讼法》第一百七十一条（2022年1月1日前为第一百六十四条）；《中华人民共和国行政诉讼法》第八十五条；
最高人民法院关于知识产权法庭若干问题的规定第二条。

## Remedy 怎么改
裁定补正并重新送达。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from anjian.documents import Judgment
from anjian.law.courts import (
    city_of_code,
    court_level,
    parse_case_number,
    prefixes_of_city,
    province_of_court,
    same_province,
)
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .civil import ADMINISTRATIVE_2014, ADMPL, EARLIER_ADMPL, EARLIER_CIVPL, civil_law, field
from .common import basis_on, both

SCENARIO = Scenario(
    code="PRO317",
    name="appeal-court",
    title=Words("上诉法院不是上一级法院", "Not the court above"),
    family="procedure",
    basis=(
        *both("216", "227", 1),
        EARLIER_CIVPL,
        EARLIER_ADMPL,
        *civil_law("164", "171"),
        Basis(ADMPL, "85", since=ADMINISTRATIVE_2014),
    ),
    certainty="likely",
    severity="major",
    subjects=("criminal-first", "civil-first", "administrative-first"),
)
_LAWS = {"刑事": "刑事诉讼法", "民事": "民事诉讼法", "行政": "行政诉讼法"}
_ABOVE = {"基层": "中级", "中级": "高级"}
_PROVINCE = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}省|[\u4e00-\u9fff]{2,8}?自治区)")
_CITY_DISTRICT = re.compile(r"^([\u4e00-\u9fff]{2,6}?市)[\u4e00-\u9fff]{1,12}?区人民法院$")
_CITY = re.compile(r"^([\u4e00-\u9fff]{2,6}?市)(?:第[一二三四五六]+)?中级人民法院$")
Problem = tuple[str, str, str]
_MUNICIPALITIES = ("北京市", "上海市", "天津市", "重庆市")
_MUNICIPALITY = re.compile(f"^({'|'.join(_MUNICIPALITIES)})")
_TECHNICAL = re.compile(r"专利|植物新品种|集成电路|技术秘密|计算机软件|垄断|实用新型")
_ACROSS = ("铁路", "海事", "知识产权", "金融", "互联网")
_OF_NO_CITY = re.compile(r"开发区|示范区|高新|新区|试验|实验|园区|矿区|管理区|油田|(?<!碑)林区")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    court, appeal = judgment.court, judgment.appeal
    if court is None or appeal is None or appeal.court is None or appeal.court_place is None:
        return
    problem = _by_name(court.name, appeal.court) or _by_code(judgment, appeal.court)
    if problem is None or "分院" in court.name + appeal.court:
        return
    if appeal.final or _technical(judgment, appeal.court):
        return
    zh, en, expected = problem
    on = decided_on(judgment)
    yield SCENARIO.finding(
        judgment,
        appeal.court_place,
        zh,
        en,
        expected=expected,
        found=appeal.court,
        basis=tuple(b for b in basis_on(SCENARIO, on) if _LAWS.get(field(judgment) or "", "") in b.law) if on else None,
    )


def _technical(judgment: Judgment, above: str) -> bool:
    """Whether the appeal goes past the high court to the supreme court's intellectual property tribunal."""
    on, cause = decided_on(judgment), judgment.cause.name if judgment.cause else ""
    if "最高人民法院" not in above or field(judgment) == "刑事" or on is None or on.year < 2019:
        return False
    return _TECHNICAL.search(cause + judgment.part("claims")) is not None


def _by_code(judgment: Judgment, above: str) -> Problem | None:
    """The city of the case number's court code against that of the intermediate court, both by the register.

    A code of the nineties is a court under the province itself, whose intermediate court has no city's code.
    """
    number = judgment.case_number
    parsed = parse_case_number(number.text) if number and field(judgment) != "刑事" else None
    if parsed is None or parsed.style != "new" or len(parsed.code) != 5 or parsed.code[1] == "9":
        return None
    return _other_city(parsed.code, judgment.court.name if judgment.court else "", above)


@lru_cache(maxsize=8192)
def _other_city(code: str, own: str, above: str) -> Problem | None:
    city = _CITY.match(_PROVINCE.sub("", above))
    if city is None:
        return None
    if city[1] in _MUNICIPALITIES or any(word in own + above for word in _ACROSS) or _OF_NO_CITY.search(own):
        return None
    mine, theirs = city_of_code(code), prefixes_of_city(city[1])
    if mine == city[1] or (mine is None and (not theirs or code[:3] in theirs)):
        return None
    place = mine or "另一市"
    return (
        f"案号代字{code}的法院在{place}，文书告知向{city[1]}的中级法院上诉。",
        "The court of appeal named is that of another city than the court code.",
        f"{place}的中级人民法院",
    )


@lru_cache(maxsize=8192)
def _by_name(own: str, above: str) -> Problem | None:
    """Level, province and city of the court of appeal named, by the names of the two courts alone."""
    return _level(own, above) or _region(own, above)


def _level(own: str, above: str) -> Problem | None:
    mine, named = court_level(own), court_level(above)
    expected = _ABOVE.get(mine or "")
    if expected is None or named is None or named == expected:
        return None
    return (
        f"本院是{mine}法院，上一级是{expected}法院，文书告知向{above}（{named}法院）上诉。",
        "The court of appeal named is not of the level above this court.",
        f"{expected}法院",
    )


def _region(own: str, above: str) -> Problem | None:
    if any(word in own + above for word in _ACROSS):
        return None
    mine, named = province_of_court(own), province_of_court(above)
    if not same_province(mine, named):
        return (
            f"本院在{mine}，文书告知向{named}的{above}上诉。",
            "The court of appeal named lies in another province.",
            mine or "",
        )
    return _city(own, above)


def _city(own: str, above: str) -> Problem | None:
    """The city of a district court, or the municipality, against the city of the intermediate court."""
    rest, other = _PROVINCE.sub("", own), _PROVINCE.sub("", above)
    district, city = _MUNICIPALITY.match(rest) or _CITY_DISTRICT.match(rest), _CITY.match(other)
    if district is None or city is None or district[1] == city[1]:
        return None
    if _OF_NO_CITY.search(own) and district[1] not in _MUNICIPALITIES:
        return None
    return (
        f"本院在{district[1]}，文书告知向{city[1]}的中级法院上诉。",
        "The court of appeal named is that of another city.",
        f"{district[1]}的中级人民法院",
    )
