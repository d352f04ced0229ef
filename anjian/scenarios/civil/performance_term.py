"""判令付款没有写明履行期限。

English: A payment is ordered with no date or period for it.

## What 查什么
判决主文判令一方支付、返还、赔偿一笔确定的款项，或者责令行政机关履行职责，没有写明何时履行。

## Why 为何
没有履行期限，何时可以申请执行、何时起算迟延履行利息都不确定。

## Method 方法
取主文中写明义务人和数额的给付判项，看该判项、同一判项的其他句子以及主文的总括句（“上述款项于……付清”）有无期间、日期、“立即”、按期支付的字样。

## Exclusions 排除
定期支付、至某日止的；写“按合同约定”“同时”“以遗产为限”等另有条件的；从财产处理价款中受偿、抵销的；继承、分割、确认债权的；对他人债务承担连带、补充责任的；
主文任何总括句写了期限的；文书别处写有“履行期限”的；调解书、裁定书，都不报。

## Assumptions 假定
公开的文本没有删去期限。

## Basis 依据
《中华人民共和国民事诉讼法》第一百五十五条（2021年起；2012年为第一百五十二条）；《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》
第四百六十一条（给付内容应当明确）；《中华人民共和国行政诉讼法》第七十二条。

## Remedy 怎么改
以裁定补正，写明“于本判决生效之日起若干日内”。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model_civil import Award
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .claimed import MONEY, is_judgment
from .provisions import ADMINISTRATIVE, CONTENT, NEW_FORMS

SCENARIO = Scenario(
    code="CIV509",
    name="performance-term",
    title=Words("判令付款没有履行期限", "Payment ordered with no term"),
    family="civil",
    basis=CONTENT,
    certainty="likely",
    severity="minor",
    subjects=("civil-first", "civil-second", "civil-retrial", "administrative-first", "administrative-second"),
)
_WHEN = re.compile(
    r"[日天月年周]内|日前|月前|年前|底前|之前|立即|即时|即刻|当即|即日|当日|次日|当庭|限期|期限|同时|每[月年季]|按[月年](?!利|息|化)|逐月|分期|"
    r"一次性付清|之日起[^，。；]{0,12}(?:日|天|月)|生效后|生效之日|送达后|送达之日|已(?:支付|履行|给付|付清)|付讫"
)
_CONDITION = re.compile(
    r"约定(?:的)?(?:期限|时间|日期|方式|条件)|为限|所得价款|折抵|抵销|抵扣|扣除|范围内|名下|遗产|存款(?!本金)|公积金|质保|变卖|拍卖|债权|保证金"
)
_FAMILY = re.compile(r"继承|分割|离婚|析产|破产|执行异议")
_LATE_TERM = re.compile(
    r"(?:上述|以上|前述|上列|各项|前[一二三四五六七八九]?项)[^。；]{0,60}(?:内|前|立即|期限|付清|履行完毕)"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per item that orders a sum paid, or an authority to act, and names no time."""
    cut = judgment.cut("disposition")
    if not is_judgment(judgment) or cut is None:
        return
    rest = judgment.part("disposition", "fees")
    if _LATE_TERM.search(rest) or "履行期限" in rest:
        return
    cause = judgment.cause.name if judgment.cause else ""
    for award in judgment.awards:
        if award.performance is None and _due(judgment, award, cause) and not _told(judgment, award):
            yield SCENARIO.finding(
                judgment,
                award,
                "判项没有写明履行期限，其他判项和总括句也没有写。",
                "The item names no time for performance, and no general term is set.",
                expected="履行期限",
                found="没有写明",
                basis=(Basis(ADMINISTRATIVE, "72", since=NEW_FORMS),) if award.kind == "责令履行" else None,
            )


def _due(judgment: Judgment, award: Award, cause: str) -> bool:
    """Whether an award is for a definite sum owed by somebody, or orders an authority to act."""
    if award.kind == "责令履行":
        return True
    if award.kind not in MONEY or not award.amounts or not award.payers or award.joint or award.secondary:
        return False
    return not _FAMILY.search(cause) and not _CONDITION.search(judgment.words(award))


def _told(judgment: Judgment, award: Award) -> bool:
    """Whether the item the award stands in tells a time in words that the reader of terms does not know."""
    start, end = judgment.plain_span(award)
    item = next((i for i in judgment.items if i.start <= award.start < i.end), None)
    if item is not None:
        start, end = judgment.plain_span(item)
    return bool(_WHEN.search(judgment.plain, start, end))
