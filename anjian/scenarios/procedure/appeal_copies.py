"""上诉状副本份数不足。

English: Fewer copies of the appeal are asked for than there are opposite parties.

## What 查什么
刑事附带民事或者自诉案件的第一审判决，告知提交的上诉状副本少于应当送交的同级检察院和对方当事人的数目；民事、行政案件的第一审裁判告知的副本份数少于对方当事人的人数。

## Why 为何
上诉状副本要送交同级人民检察院和对方当事人，份数不足会使对方不能及时收到。

## Method 方法
公诉案件的检察院计一份，附带民事诉讼原告人、自诉人每人一份，与告知的份数比较。

## Exclusions 排除
没有附带民事诉讼原告人、自诉人的不查；附带民事部分已经调解、撤诉的不查；份数多于需要的不报；写“按照对方当事人的人数提出副本”的不报；
民事、行政案件的第三人不计入。

## Assumptions 假定
法律没有规定份数，各地告知不一，本场景只作提示。

## Basis 依据
最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释（2021）第三百七十九条、第三百八十一条，（2012）第三百条、
第三百零二条；
《中华人民共和国民事诉讼法》第一百七十三条（2022年1月1日前为第一百六十六条）；行政诉讼法解释第一百零八条。

## Remedy 怎么改
以后的文书按对方当事人人数告知份数；本案由法院代为复印送达。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.numerals import HAN
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .civil import EARLIER_CIVPL, civil_law, field, side
from .common import basis_on, interpreted

SCENARIO = Scenario(
    code="PRO318",
    name="appeal-copies",
    title=Words("上诉状副本份数不足", "Too few copies of the appeal"),
    family="procedure",
    basis=(
        *interpreted("300", "379"),
        *interpreted("302", "381"),
        EARLIER_CIVPL,
        *civil_law("166", "173"),
        Basis("最高人民法院关于适用《中华人民共和国行政诉讼法》的解释", "108", since=date(2018, 2, 8)),
    ),
    certainty="hint",
    severity="format",
    subjects=("criminal-first", "civil-first", "administrative-first"),
)
_LAWS = {"刑事": "刑事诉讼法", "民事": "民事诉讼法", "行政": "行政诉讼法"}
_OPPONENTS = ("附带民事诉讼原告人", "附带民事原告人", "附带民事诉讼原告单位", "自诉人")
_SETTLED = re.compile(r"(?:撤回|撤诉|调解|和解)")
_COPIES = re.compile(rf"副本各?[0-9{HAN}]{{1,3}}[份件]")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    appeal, on = judgment.appeal, decided_on(judgment)
    if appeal is None or appeal.copies is None or on is None:
        return
    if appeal.copies >= len(judgment.parties):
        return
    needed = _needed(judgment) if field(judgment) == "刑事" else _opponents(judgment)
    if appeal.copies >= needed:
        return
    whom = "检察院和对方当事人" if field(judgment) == "刑事" else "对方当事人"
    start, end = judgment.plain_span(appeal)
    m = _COPIES.search(judgment.plain, start, end)
    yield SCENARIO.finding(
        judgment,
        judgment.place(m.start(), m.end()) if m else appeal,
        f"应当送交上诉状副本的{whom}共{needed}个，文书只告知提交副本{appeal.copies}份。",
        f"{needed} copies are needed for the opposite side; {appeal.copies} are asked for.",
        expected=f"{needed}份",
        found=f"{appeal.copies}份",
        basis=tuple(b for b in basis_on(SCENARIO, on) if _LAWS.get(field(judgment) or "", "") in b.law),
    )


def _needed(judgment: Judgment) -> int:
    """The prosecution and the civil claimants of a criminal case; none where those have settled."""
    opponents = {p.name for p in judgment.parties if p.role in _OPPONENTS}
    if not opponents or _SETTLED.search(judgment.part("course", "reasoning")):
        return 0
    return len(opponents) + any(p.role == "公诉机关" for p in judgment.parties)


def _opponents(judgment: Judgment) -> int:
    """The parties of the larger side of a civil or administrative case."""
    sides = Counter(s for p in judgment.parties if (s := side(p)))
    return max(sides.values(), default=0)
