"""民间借贷利率超过司法保护上限。

English: Interest granted on a private loan is above the cap of its day.

## What 查什么
民间借贷判决主文支持的利率（利息、逾期利息、违约金），超过按立案日和合同成立日应当适用的上限。

## Why 为何
超过上限的利息不受保护，支持了就是适用法律错误。

## Method 方法
2015年9月1日前受理：银行同类贷款利率四倍；2015年9月1日至2020年8月19日受理：年利率24%；2020年8月20日以后受理：合同成立时一年期贷款市场报价
利率四倍，合同成立在2020年8月20日以前的，2020年8月20日以后的利息按起诉时一年期贷款市场报价利率四倍。取判决主文固定年利率，或者“几倍”的倍数，
与利息期间内的上限比较。合同成立日取认定事实中与借款、转账、签订同句的各个日期，每一种可能都超过的才提示。

## Exclusions 排除
判项写明“以不超过……为限”的不报。与利息一并支持的违约金，由CIV510合计提示。出借人是金融机构、地方金融组织的不查。四倍银行利率的上限，取期间内各档次中最高的计算；文书自己写明基准利率的，
按写明的计算。立案日、合同日不明而上限不能确定的不查。超过不足千分之一的不报。

## Assumptions 假定
判决主文的利率是支持的利率；没有写立案日期的，按裁判前一年之内立案，两种情况都超过才提示。

## Basis 依据
《最高人民法院关于审理民间借贷案件适用法律若干问题的规定》（2020年12月修正）第二十五条、第二十八条、第三十一条，2015年规定第二十六条；
《最高人民法院关于人民法院审理借贷案件的若干意见》第六条。

## Remedy 怎么改
按上限重新计算利息；已经生效的，依审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.model_civil import Interest
from anjian.scenarios.base import Basis, Finding, Scenario, Words
from anjian.scenarios.civil.figures import money
from anjian.scenarios.civil.loans import Limit, bounded, exceeded, interest_and_penalty, is_private, limits

RULES = "最高人民法院关于审理民间借贷案件适用法律若干问题的规定"
SCENARIO = Scenario(
    code="LAW214",
    name="private-loan-rate",
    title=Words("民间借贷利率超过上限", "Private loan interest above the cap"),
    family="application",
    basis=(
        Basis("最高人民法院关于人民法院审理借贷案件的若干意见", "6", until=date(2015, 9, 1)),
        Basis(RULES, "26", since=date(2015, 9, 1), until=date(2021, 1, 1)),
        Basis(RULES, "25", since=date(2021, 1, 1)),
        Basis(RULES, "31", since=date(2021, 1, 1)),
    ),
    certainty="likely",
    severity="major",
    subjects=("civil-first", "civil-second", "civil-retrial"),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per clause of the disposition whose rate the cap does not allow."""
    if not judgment.title or judgment.title.document_type != "判决书" or not is_private(judgment):
        return
    clauses = [c for c in judgment.interest if c.section == "disposition" and not bounded(judgment, c)]
    readings = limits(judgment) if clauses else []
    beside = [penalty for _, penalty in interest_and_penalty([c for c in clauses if c.rate is not None])]
    for clause in clauses:
        if clause in beside:
            continue
        if clause.reference is None and clause.rate is not None:
            limit = exceeded(readings, clause, clause.rate)
            if limit:
                yield _finding(judgment, clause, clause.rate, limit)
        elif clause.multiple is not None and clause.multiple > 4 and readings and clause.reference in _CAPPED:
            yield _times(judgment, clause, clause.multiple)


_CAPPED = ("LPR", "贷款基准利率", "同期贷款利率")


def _finding(judgment: Judgment, clause: Interest, rate: Decimal, limit: Limit) -> Finding:
    since = f"{limit.since.year}年{limit.since.month}月{limit.since.day}日起" if limit.since else ""
    return SCENARIO.finding(
        judgment,
        clause,
        f"支持的年利率为{money(rate)}%（{clause.rate_text}），{since}上限为{money(limit.percent)}%。{limit.cap.zh}。",
        f"{money(rate)}% a year is granted; the cap is {money(limit.percent)}%: {limit.cap.en}.",
        expected=f"不超过{money(limit.percent)}%",
        found=f"{money(rate)}%",
    )


def _times(judgment: Judgment, clause: Interest, multiple: Decimal) -> Finding:
    return SCENARIO.finding(
        judgment,
        clause,
        f"支持的利息为{clause.reference}的{money(multiple)}倍，各个时期的上限都是四倍。",
        f"{money(multiple)} times the reference rate is granted; the cap has been four times at every time.",
        expected="四倍",
        found=f"{money(multiple)}倍",
    )
