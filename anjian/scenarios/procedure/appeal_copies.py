"""上诉状副本份数不足。

English: Fewer copies of the appeal are asked for than there are opposite parties.

## What 查什么
刑事附带民事或者自诉案件的第一审判决，告知提交的上诉状副本少于应当送交的同级检察院和对方当事人的数目。

## Why 为何
上诉状副本要送交同级人民检察院和对方当事人，份数不足会使对方不能及时收到。

## Method 方法
公诉案件的检察院计一份，附带民事诉讼原告人、自诉人每人一份，与告知的份数比较。

## Exclusions 排除
没有附带民事诉讼原告人、自诉人的不查；附带民事部分已经调解、撤诉的不查；份数多于需要的不报。

## Assumptions 假定
法律没有规定份数，各地告知不一，本场景只作提示。

## Basis 依据
最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释（2021）第三百七十九条、第三百八十一条，（2012）第三百条、
第三百零二条。

## Remedy 怎么改
以后的文书按对方当事人人数告知份数；本案由法院代为复印送达。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.numerals import HAN
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import basis_on, interpreted

SCENARIO = Scenario(
    code="PRO318",
    name="appeal-copies",
    title=Words("上诉状副本份数不足", "Too few copies of the appeal"),
    family="procedure",
    basis=(*interpreted("300", "379"), *interpreted("302", "381")),
    certainty="hint",
    severity="format",
    subjects=("criminal-first",),
)
_OPPONENTS = ("附带民事诉讼原告人", "附带民事原告人", "附带民事诉讼原告单位", "自诉人")
_SETTLED = re.compile(r"(?:撤回|撤诉|调解|和解)")
_COPIES = re.compile(rf"副本各?[0-9{HAN}]{{1,3}}[份件]")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    appeal, on = judgment.appeal, decided_on(judgment)
    if appeal is None or appeal.copies is None or on is None:
        return
    opponents = {p.name for p in judgment.parties if p.role in _OPPONENTS}
    if not opponents or _SETTLED.search(judgment.part("course", "reasoning")):
        return
    needed = len(opponents) + any(p.role == "公诉机关" for p in judgment.parties)
    if appeal.copies >= needed:
        return
    start, end = judgment.plain_span(appeal)
    m = _COPIES.search(judgment.plain, start, end)
    yield SCENARIO.finding(
        judgment,
        judgment.place(m.start(), m.end()) if m else appeal,
        f"应当送交上诉状副本的检察院和对方当事人共{needed}个，文书只告知提交副本{appeal.copies}份。",
        f"{needed} copies are needed for the prosecution and the opposite parties; {appeal.copies} are asked for.",
        expected=f"{needed}份",
        found=f"{appeal.copies}份",
        basis=basis_on(SCENARIO, on),
    )
