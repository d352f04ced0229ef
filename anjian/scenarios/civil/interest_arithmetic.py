"""利息数额与本金、利率、天数算出的不符。

English: A stated sum of interest is not principal × rate × time.

## What 查什么
本院查明、本院认为和判决主文中，同一处写明本金、固定利率、起止日期和利息数额的，按本金×利率×期间计算，与写明的利息数额不符。

## Why 为何
利息数额是判给的钱，算错就是判错。

## Method 方法
期间按起止日计算，允许首尾日计入或者不计入、按月取整（前后各三日），年天数允许三百六十、三百六十五、三百六十六；算出的区间之外再放宽千分之一
且不少于一元。写明的利息落在区间以外的，提示。

## Exclusions 排除
有已付、扣除、分段、复利、多笔本金、利率变化的不查；浮动利率（贷款市场报价利率、基准利率）不查；当事人诉称的不查。

## Assumptions 假定
本金在起止日之间没有变化。

## Basis 依据
算术；《中华人民共和国民事诉讼法》第一百五十五条（判决书应当写明判决结果和理由）。

## Remedy 怎么改
重新计算利息，以裁定补正；影响判项的，依法纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.model_civil import Interest
from anjian.documents.numerals import HAN, whole
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .figures import money

SCENARIO = Scenario(
    code="CIV505",
    name="interest-arithmetic",
    title=Words("利息数额计算有误", "Interest miscalculated"),
    family="civil",
    basis=(Basis("中华人民共和国民事诉讼法", "155", since=date(2022, 1, 1)),),
    certainty="likely",
    severity="major",
    subjects=("civil",),
)
_SECTIONS = ("findings", "reasoning", "disposition")
_CHANGED = re.compile(
    r"扣除|扣减|减去|抵扣|抵充|已付|已支付|已偿还|已归还|支付了|偿还了|归还了|分段|复利|分别|剩余|其中|尚欠利息|余|变更|调整|罚息"
)
_DURATION = re.compile(
    rf"(?P<n>[0-9]{{1,3}}|[{HAN}]{{1,3}})(?P<unit>个月|年|天)(?:期间|期内)?的?(?:逾期|资金占用)?利息"
)
_UNITS = {"个月": Decimal(365) / 12, "年": Decimal(365), "天": Decimal(1)}
_SLACK_DAYS = 3


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per stated sum of interest that no way of counting gives."""
    for clause in judgment.interest:
        if clause.section in _SECTIONS and clause.stated is not None and not _sentence_changes(judgment, clause):
            bounds = _bounds(clause, _days(judgment, clause))
            if bounds and not bounds[0] <= clause.stated <= bounds[1]:
                yield _finding(judgment, clause, clause.stated, bounds[2])


def _bounds(clause: Interest, days: Decimal | None) -> tuple[Decimal, Decimal, Decimal] | None:
    """The least and the most that the interest may come to, and what 365 days a year give."""
    if clause.base is None or clause.rate is None or clause.reference or days is None:
        return None
    if not clause.base or clause.base == clause.stated:
        return None
    yearly = clause.base * clause.rate / 100
    slack = max(Decimal(1), yearly * days / 365 / 1000)
    low = yearly * max(days - _SLACK_DAYS, Decimal(0)) / 366 - slack
    high = yearly * (days + _SLACK_DAYS) / 360 + slack
    return low, high, yearly * days / 365


def _days(judgment: Judgment, clause: Interest) -> Decimal | None:
    """How long the interest runs: from its two days, or from 六个月的利息."""
    if clause.begin and clause.finish and clause.begin.value and clause.finish.value:
        days = (clause.finish.value - clause.begin.value).days
        return Decimal(days + 1) if days > 0 else None
    start, end = judgment.plain_span(clause)
    told = list(_DURATION.finditer(judgment.plain, max(0, start - 12), end))
    count = whole(told[0]["n"]) if len(told) == 1 and not clause.begin_words else None
    return count * _UNITS[told[0]["unit"]] if count else None


def _sentence_changes(judgment: Judgment, clause: Interest) -> bool:
    """Whether the sentence tells of payments, several principals or several periods."""
    start, end = judgment.plain_span(clause)
    begin = judgment.plain.rfind("。", 0, start) + 1
    stop = judgment.plain.find("。", end)
    sentence = judgment.plain[begin : stop if stop >= 0 else len(judgment.plain)]
    return bool(_CHANGED.search(sentence)) or len(re.findall(r"[%‰]|分之|[月年]息", sentence)) > 1


def _finding(judgment: Judgment, clause: Interest, stated: Decimal, due: Decimal) -> Finding:
    base, rate = clause.base or Decimal(0), clause.rate_text
    time = f"{clause.begin.text}至{clause.finish.text}" if clause.begin and clause.finish else "按写明的期间"
    return SCENARIO.finding(
        judgment,
        clause,
        f"以{money(base)}元为本金，{rate}，{time}，利息约为{money(due)}元，文书写的是{money(stated)}元。",
        f"Principal, rate and days give about {money(due)} yuan of interest; the document has {money(stated)}.",
        expected=f"{money(due)}元",
        found=f"{money(stated)}元",
    )
