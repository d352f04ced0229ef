"""逾期利息与违约金合计超过上限。

English: Default interest and penalty granted together exceed the cap on private loans.

## What 查什么
民间借贷判决同时支持逾期利息（利息）和按比例计算的违约金，两项年利率相加超过当时的上限。

## Why 为何
逾期利息、违约金和其他费用可以一并主张，但是总计超过上限的部分不予支持。

## Method 方法
取判决主文中有固定年利率的利息、逾期利息条款和违约金条款，期间相重的相加，与按立案日、合同成立日确定的上限比较。

## Exclusions 排除
浮动利率的、没有利率只有数额的、判项自己写了“以不超过……为限”的，不查。只有一项而超过的，由民间借贷利率场景（LAW214）提示。
出借人是金融机构、地方金融组织的不查。上限因合同日期不明而不能确定的不查。

## Assumptions 假定
认定事实中与借款、转账、签订同句的日期，是合同可能成立的日期；各种可能都超过的才提示。

## Basis 依据
《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》（2020年12月修正）第二十九条（2015年规定为第三十条）。

## Remedy 怎么改
两项合计按上限计算；已经超过的，依法纠正。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from anjian.documents import Judgment
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .figures import money
from .loans import bounded, exceeded, interest_and_penalty, is_private, limits

RULES = "最高人民法院关于审理民间借贷案件适用法律若干问题的规定"
SCENARIO = Scenario(
    code="CIV510",
    name="limitation-interest-cap",
    title=Words("逾期利息与违约金合计超过上限", "Default interest and penalty above the cap"),
    family="civil",
    basis=(Basis(RULES, "30", until=date(2020, 8, 20)), Basis(RULES, "29", since=date(2021, 1, 1))),
    certainty="likely",
    severity="major",
    subjects=("civil-first", "civil-second", "civil-retrial"),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per pair of clauses that break the cap together and not alone."""
    clauses = [c for c in judgment.interest if c.section == "disposition" and c.rate is not None and not c.reference]
    if len(clauses) < 2 or not is_private(judgment):
        return
    readings = limits(judgment)
    for one, other in interest_and_penalty(clauses):
        both = (one.rate or Decimal(0)) + (other.rate or Decimal(0))
        limit = exceeded(readings, other, both)
        if limit and not bounded(judgment, other):
            first, second, cap = money(one.rate or both), money(other.rate or both), money(limit.percent)
            yield SCENARIO.finding(
                judgment,
                other,
                f"判令支付的{one.label}年利率{first}%，{other.label}年利率{second}%，合计{money(both)}%，超过上限{cap}%。",
                f"{first}% and {second}% a year are granted together; the cap is {cap}%.",
                expected=f"不超过{cap}%",
                found=f"{money(both)}%",
            )
