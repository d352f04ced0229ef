"""认定的数额与适用的数额档次不合。

English: The amount found does not belong to the tier applied.

## What 查什么
说理部分认定“数额较大、巨大、特别巨大”，而事实部分全部金额加起来也达不到全国最低标准；或者说理部分写明的犯罪总额已经超过上一档的全国最高起点，却只认定较低一档。
毒品犯罪按查明的克数与引用的刑法第三百四十七条的款、第三百四十八条对照。

## Why 为何
数额档次决定法定刑，认定错误会使量刑失去依据。

## Method 方法
数额起点取司法解释的全国幅度（各省在幅度内自定），按裁判日取当时有效的解释。
盗窃、诈骗、敲诈勒索、抢夺、贪污、受贿、职务侵占、非国家工作人员受贿：低于幅度下限（有“百分之五十”“百分之八十”等从宽规定的，取从宽后的下限），或者不低于上一档幅度上限，才报告。
毒品：只含一种表内毒品的案件，全部克数之和与所引条款的起点比较。

## Exclusions 排除
省内具体标准不查；幅度之内的不报；有未遂、外币、未标价财物、按情节（多次、入户、扒窃等）认定的，不查数额下限；多名被告人、数罪的，不查上限；
毒品以粒、片、毫升计或者几种混合的、引用多款的、有首要分子、武装掩护等其他情节的，不查。

## Assumptions 假定
事实部分写出了犯罪数额。

## Basis 依据
《刑法》第三百四十七条、第三百四十八条；《最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释》第一条等（见数额档次表）。

## Remedy 怎么改
核对数额、适用的档次和本省标准，档次有误的依法纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Place, Result
from anjian.law.amount_tiers import AmountTier, amount_tiers
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .drugs import cited_tier, told_otherwise, weights
from .sums import amounts_within, conviction, counted, told, written

SCENARIO = Scenario(
    code="EVI409",
    name="amount-against-tier",
    title=Words("数额与档次不合", "Amount against tier"),
    family="evidence",
    basis=(Basis("最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释", "1"),),
    certainty="hint",
    severity="major",
    subjects=("criminal-first",),
)
_TIERS = anchors("数额较大", "数额巨大", "数额特别巨大")
NEEDS = (anchors(*_TIERS.words, "毒品"),)
_TIER = re.compile(r"数额(?:较大|特别巨大|巨大)")
#: Why the amounts of the text do not tell the tier.
_UNCOUNTED = re.compile(
    r"未遂|未得逞|美元|港[元币]|欧元|日元|外币|[×X*＊某]+(?:余)?元|数额不详|价值不详|无法(?:估价|鉴定|计算)|文物|毒品|(?:入户|多次|扒窃|携带凶器|情节)[^。；]{0,8}数额"
)
_TOTAL = re.compile(r"(?:价值|数额|共计|合计|总计|金额|计|达|款|人民币)(?:人民币|为|达|计)*$")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per crime whose amount cannot belong to the tier named or cited."""
    day = judgment.decided.value if judgment.decided else None
    own = [r for r in judgment.results if r.charge and r.origin is None and not r.penalty.acquitted]
    if day is None or len({r.charge for r in own}) != 1:
        return
    charge = own[0].charge or ""
    if not judgment.has(_TIERS) and "毒品" not in charge:
        return
    tiers = amount_tiers(charge, day)
    if tiers:
        yield from _money(judgment, tiers)
    elif "毒品" in charge:
        yield from _drugs(judgment, own[0])


def _money(judgment: Judgment, tiers: tuple[AmountTier, ...]) -> Iterator[Finding]:
    act = conviction(judgment)
    named = list(_TIER.finditer(judgment.plain, *act)) if act else []
    if act is None or len({m[0] for m in named}) != 1:
        return
    which = next((i for i, t in enumerate(tiers) if t.tier == named[0][0]), None)
    if which is None:
        return
    found = list(_against(judgment, tiers, which, act, judgment.place(named[0].start(), named[0].end())))
    if found and not _UNCOUNTED.search(judgment.plain, told(judgment)[0], act[1]):
        yield from found


def _against(
    judgment: Judgment, tiers: tuple[AmountTier, ...], which: int, act: tuple[int, int], place: Place
) -> Iterator[Finding]:
    tier = tiers[which]
    amounts = _amounts(judgment, act[1])
    added = sum(amounts, Decimal(0))
    if amounts and added < tier.eased:
        yield _finding(judgment, place, tier, added, "全部金额相加也不到", "all amounts together are below")
    above = tiers[which + 1] if which + 1 < len(tiers) else None
    total = _total(judgment, act)
    if above and total is not None and total >= above.high and len(judgment.defendants) == 1:
        yield _finding(judgment, place, above, total, "已达到上一档", "has reached the next tier,")


def _amounts(judgment: Judgment, until: int) -> list[Decimal]:
    """Every sum of money of the findings and the reasoning; of the whole telling where the findings name none."""
    cut = judgment.cut("findings")
    found = amounts_within(judgment, cut.start, until) if cut else []
    return found or amounts_within(judgment, told(judgment)[0], until)


def _total(judgment: Judgment, act: tuple[int, int]) -> Decimal | None:
    """The one sum of money the sentence of conviction states."""
    found = [q for q in counted(judgment.plain, *act) if q.unit == "元"]
    if len(found) == 1 and _TOTAL.search(judgment.plain, act[0], found[0].start):
        return found[0].value
    return None


def _finding(judgment: Judgment, place: Place, tier: AmountTier, amount: Decimal, zh: str, en: str) -> Finding:
    limit = tier.eased if "不到" in zh else tier.high
    return SCENARIO.finding(
        judgment,
        place,
        f"认定{judgment.words(place)}，金额{written(amount)}元，{zh}“{tier.tier}”的起点{written(limit)}元。",
        f"{judgment.words(place)} found; {written(amount)} yuan: {en} the start of {tier.tier}, {written(limit)}.",
        expected=f"{written(limit)}元",
        found=f"{written(amount)}元",
        basis=(Basis(tier.law, tier.article),),
    )


def _drugs(judgment: Judgment, result: Result) -> Iterator[Finding]:
    day = judgment.decided.value if judgment.decided else None
    cited = cited_tier(judgment)
    found = weights(judgment) if cited else None
    if found is None or cited is None or day is None:
        return
    tiers = amount_tiers(result.charge or "", day, found.drug)
    lower = next((t for t in tiers if t.tier == cited.tier), None)
    upper = next((t for t in tiers if lower is None or t.low > lower.low), None)
    below, above = lower and found.most < lower.low, upper and found.least >= upper.low and not cited.open_above
    if not (below or above) or told_otherwise(judgment):
        return
    if lower and below:
        zh = f"查明的{found.drug}全部相加也不到"
        yield _weighed(judgment, cited.place, lower, found.most, zh, "all of it is below")
    elif upper:
        yield _weighed(judgment, cited.place, upper, found.least, f"查明的{found.drug}已达到", "it has reached")


def _weighed(judgment: Judgment, place: Place, tier: AmountTier, grams: Decimal, zh: str, en: str) -> Finding:
    return SCENARIO.finding(
        judgment,
        place,
        f"依据{judgment.words(place)}定罪量刑，{zh}“{tier.tier}”的起点（{written(grams)}克，起点{written(tier.low)}克）。",
        f"{judgment.words(place)} applied; {written(grams)} g: {en} the start of {tier.tier}, {written(tier.low)} g.",
        expected=f"{written(tier.low)}克",
        found=f"{written(grams)}克",
        basis=(Basis(tier.law, tier.article),),
    )
