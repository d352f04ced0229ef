"""迟延履行利息告知有无不当。

English: The notice of doubled interest is missing from a money judgment, or stands where nothing is to be paid.

## What 查什么
一审民事判决判令支付钱款，却没有告知逾期加倍支付迟延履行期间的债务利息；或者判决没有任何给付内容，却写了这一告知。

## Why 为何
具有金钱给付内容的民事判决应当在判项之后告知迟延履行的法律后果，便于当事人自动履行，也便于执行。

## Method 方法
看判决主文有没有金钱给付判项，再在判项之后、尾部之前找“加倍支付迟延履行期间的债务利息”或者引用相应条文的告知，旧写法、写成判项的也算。
没有给付内容指判项中既没有数额，也没有支付、给付、返还、赔偿等字样。

## Exclusions 排除
2008年4月1日以前的判决不查；裁定书、调解书、行政判决和维持原判的二审判决不查；判项只确认债权、分割款项归属，或者钱款已经付清的不查。

## Assumptions 假定
文书没有删节判项之后的部分。

## Basis 依据
《中华人民共和国民事诉讼法》第二百六十四条（2007年为第二百二十九条，2012年、2017年为第二百五十三条，2021年为第二百六十条）。

## Remedy 怎么改
漏写的以裁定补正或者在送达、执行时告知；没有给付内容的，删去告知。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.documents.model_civil import Award
from anjian.documents.money import scan
from anjian.law.renumbered import number_on
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

CIVIL_PROCEDURE = "中华人民共和国民事诉讼法"
SCENARIO = Scenario(
    code="LAW215",
    name="delay-interest-clause",
    title=Words("迟延履行利息告知不当", "Notice of doubled interest missing or idle"),
    family="application",
    basis=(
        Basis(CIVIL_PROCEDURE, "229", since=date(2009, 1, 1), until=date(2013, 1, 1)),
        Basis(CIVIL_PROCEDURE, "253", since=date(2013, 1, 1), until=date(2022, 1, 1)),
        Basis(CIVIL_PROCEDURE, "260", since=date(2022, 1, 1), until=date(2024, 1, 1)),
        Basis(CIVIL_PROCEDURE, "264", since=date(2024, 1, 1)),
    ),
    certainty="likely",
    severity="minor",
    subjects=("civil-first",),
)
SINCE = date(2008, 4, 1)
_MONEY = re.compile(r"支付|给付|返还|归还|赔偿|偿还|清偿|退还|补偿|承担|[元款费金]|工资|利息|交付|履行")
_PAYING = ("给付", "返还", "赔偿")
_NO_DUTY = re.compile(r"已(?:经)?(?:付清|支付|给付|履行|赔偿|交纳)|确认|抵销|归[^，。；]{0,24}所有")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding: the notice missing, or idle."""
    decided = decided_on(judgment)
    cut = judgment.cut("disposition")
    if not judgment.title or judgment.title.document_type != "判决书" or not cut or not decided or decided < SINCE:
        return
    paying = [a for a in judgment.awards if _pays(judgment, a)]
    if judgment.delay_notice is None and paying and judgment.decided:
        law = Basis(CIVIL_PROCEDURE, number_on("民事诉讼法", "迟延履行利息", decided))
        yield SCENARIO.finding(
            judgment,
            _sum(judgment, paying[0]),
            f"判决有金钱给付内容，没有告知逾期不履行应当依照{law}加倍支付迟延履行期间的债务利息。",
            "Money is to be paid, and the notice that late payment doubles the interest is missing.",
            found="没有告知",
        )
    elif judgment.delay_notice is not None and judgment.awards and not _anything_due(judgment):
        yield SCENARIO.finding(
            judgment,
            judgment.delay_notice,
            "判决没有给付内容，却告知逾期加倍支付迟延履行期间的债务利息。",
            "Nothing is to be paid, and yet the notice that late payment doubles the interest is given.",
            found="多余的告知",
        )


def _sum(judgment: Judgment, award: Award) -> Place:
    """The first sum that an award orders to be paid."""
    start, end = judgment.plain_span(award)
    found = next(scan(judgment.plain, start, end), None)
    return judgment.place(found.start, found.end) if found else award


def _pays(judgment: Judgment, award: Award) -> bool:
    """Whether an award is a sum of money that somebody still has to pay."""
    return award.kind in _PAYING and bool(award.amounts) and not _NO_DUTY.search(judgment.words(award))


def _anything_due(judgment: Judgment) -> bool:
    """Whether an item of the disposition other than a dismissal speaks of money or of something to do."""
    notice = judgment.delay_notice
    for item in judgment.items or judgment.awards:
        words = judgment.words(item)
        if notice and item.start <= notice.start < item.end:
            continue
        if not words.lstrip("一二三四五六七八九十、（）").startswith("驳回") and _MONEY.search(words):
            return True
    return False
