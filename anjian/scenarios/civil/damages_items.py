"""赔偿项目之和与合计不符。

English: Items of damages do not add up, or an item is not the product of its formula.

## What 查什么
损害赔偿的各项目相加不等于写明的合计；某一项目写了“天数×每天数额”等算式，乘积不等于写明的数额。

## Why 为何
赔偿数额是判给的钱，合计、算式有错，判项就有错。

## Method 方法
只查本院查明、本院认为和判决主文，以及证据之后写明“本院核定”等的清单。各项紧邻列出、中间没有其他数字的清单，相加与其后的合计比较，为确定；逐项说理后再合计的，为可能。
算式取明写的乘式（×），乘积与数额比较，为确定；同一句内紧接着写明每天数额、天数和结果的（“每天50元，共20天，计…元”），
写明损失、比例和结果的（“…元×70%=…元”“…元，由被告承担40%，即…元”），为确定，原审认定部分也查；隔着其他说理读出的，为可能。

## Exclusions 排除
四舍五入到元、分的不报。项目后有“等”，合计前后有扣除、已付、责任比例的，差额等于同一句写明的某一数额的，合计等于各项之和乘以文书写明的百分比
的，都不报。乘积再乘以人数、责任比例、折算成月或者年能够解释的不报。算式中有加减的不查。
用文字叙述的算式，句中有“约、扣除、酌情”、人数、月数，或者同一句的其他天数、其他数额能够解释差额的，不报。

## Assumptions 假定
各项之间没有包含关系。

## Basis 依据
算术；《最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释》关于各项费用计算的规定。

## Remedy 怎么改
核对各项和合计，以裁定补正；影响判项的，依法纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby, pairwise
from math import prod

from anjian.documents import Judgment
from anjian.documents.model_civil import Damage
from anjian.documents.money import scan
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words

from .figures import CENT, money, total
from .products import Product, may_tell, wrong_products

SCENARIO = Scenario(
    code="CIV508",
    name="damages-items",
    title=Words("赔偿项目计算有误", "Items of damages miscalculated"),
    family="civil",
    basis=(Basis("最高人民法院关于审理人身损害赔偿案件适用法律若干问题的解释"),),
    certainty="certain",
    severity="major",
    subjects=("civil",),
)
_SECTIONS = ("findings", "reasoning", "disposition")
#: Where a sum told beside its own factors is read: also in the lower judgment as restated.
_TOLD = ("lower", *_SECTIONS)
#: A formula in brackets stands this far behind its item.
_NEAR = 4
#: The court's own finding on the loss, in front of the first item.
_HOLDS = re.compile(r"本院(?:依法|经审[核查])?(?:核[定算]|认定|确认|确定|计算)")
_BETWEEN = re.compile(
    r"元?(?:（[^（）]*）)?[，、；。和及与]*(?:以及)?(?:（[0-9一二三四五六七八九十]{1,3}）|[0-9一二三四五六七八九十]{1,3}[、.．]|[①-⑳])?"
)
_BEFORE_TOTAL = re.compile(r"(?:（[^（）]*）)?[，。；、]?[一-鿿]{0,16}")
_DEDUCTED = re.compile(r"等(?!级)|扣除|减去|扣减|已付|垫付|承担|责任|比例|%|百分之|酌情|限额|范围")
_PERCENT = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?)%|百分之(?P<tens>[一二三四五六七八九])十")
_TIMES = re.compile(r"[×xX*＊]")
_PLUS = re.compile(r"[0-9元天日）][+＋][0-9（]")
#: Persons, months and days of a year: what a formula often leaves unsaid.
_UNSAID = tuple(Decimal(n) for n in ("2", "3", "4", "5", "12", "30", "365", "21.75", "360", "0.5"))
_TENS = "一二三四五六七八九"


def check(judgment: Judgment) -> Iterator[Finding]:
    """Findings on the lists and on the formulas."""
    own = [d for d in judgment.damages if d.section in _SECTIONS or (d.section == "evidence" and _found(judgment, d))]
    for _, members in groupby(own, key=lambda d: d.group):
        group = list(members)
        if group[-1].item == "合计" and len(group) > 2:
            yield from _list(judgment, group[:-1], group[-1])
    sections = [c for c in judgment.cuts if c.name in _TOLD] if may_tell(judgment) else ()
    told = [p for c in sections for p in wrong_products(judgment, c.start, c.end)]
    for product in told:
        yield _product(judgment, product)
    for damage in own:
        start, end = judgment.plain_span(damage)
        if (
            len(damage.factors) > 1
            and damage.amount is not None
            and not any(p.start < end + _NEAR and start < p.end for p in told)
        ):
            yield from _formula(judgment, damage, damage.amount)


def _found(judgment: Judgment, damage: Damage) -> bool:
    """Whether a list behind the evidence is opened as what the court itself holds."""
    start = min(judgment.plain_span(d)[0] for d in judgment.damages if d.group == damage.group)
    opening = judgment.plain[max(judgment.plain.rfind("。", 0, start) + 1, start - 60) : start]
    return _HOLDS.search(opening) is not None


def _list(judgment: Judgment, items: list[Damage], whole: Damage) -> Iterator[Finding]:
    stated, added = whole.amount, total(d.amount for d in items if d.amount is not None)
    if stated is None or abs(added - stated) <= _rounding(items, stated):
        return
    certainty = _certainty(judgment, items, whole)
    if certainty is None or _explained(judgment, items, whole, added, stated):
        return
    yield SCENARIO.finding(
        judgment,
        whole,
        f"所列{len(items)}项相加为{money(added)}元，文书写的合计是{money(stated)}元。",
        f"The {len(items)} items come to {money(added)} yuan; the stated total is {money(stated)}.",
        expected=f"{money(added)}元",
        found=f"{money(stated)}元",
        certainty=certainty,
    )


def _rounding(items: list[Damage], stated: Decimal) -> Decimal:
    """How far a total may be off: to the yuan where it is whole and an item is not, else to the cent."""
    broken = any(d.amount is not None and d.amount % 1 for d in items)
    return Decimal(1) if broken and stated % 1 == 0 else CENT * len(items)


def _certainty(judgment: Judgment, items: list[Damage], whole: Damage) -> Certainty | None:
    """certain for an unbroken list, likely for one worked out item by item, None where something stands between."""
    spans = [judgment.plain_span(d) for d in items]
    end, total_start = spans[-1][1], judgment.plain_span(whole)[0]
    before = judgment.plain[end:total_start]
    if _DEDUCTED.search(before) or not _BEFORE_TOTAL.fullmatch(before) or len({d.item for d in items}) < len(items):
        return None
    if re.search(r"[元0-9](?:（[^（）]*）)?[，、；]$", judgment.plain[max(0, spans[0][0] - 40) : spans[0][0]]):
        return None
    between = [judgment.plain[a[1] : b[0]] for a, b in pairwise(spans)]
    if all(d.plain for d in items) and all(_BETWEEN.fullmatch(b) for b in between):
        return "certain"
    return None if any(_unread_sum(b) for b in between) else "likely"


def _unread_sum(words: str) -> bool:
    return next(scan(words), None) is not None


def _explained(judgment: Judgment, items: list[Damage], whole: Damage, added: Decimal, stated: Decimal) -> bool:
    """Whether a share of liability or another sum of the same sentence accounts for the difference."""
    start = judgment.plain.rfind("。", 0, judgment.plain_span(items[0])[0]) + 1
    stop = judgment.plain.find("。", judgment.plain_span(whole)[1])
    end = stop if stop >= 0 else len(judgment.plain)
    near = judgment.plain[start:end]
    if any(abs(added * p - stated) <= 1 for p in _percents(judgment.plain)):
        return True
    listed = {d.amount for d in items} | {stated}
    return any(abs(s.value - abs(added - stated)) <= CENT for s in scan(near) if s.value not in listed)


def _percents(text: str) -> set[Decimal]:
    found = set()
    for m in _PERCENT.finditer(text):
        value = Decimal(m["number"]) if m["number"] else Decimal(_TENS.index(m["tens"]) + 1) * 10
        found |= {value / 100, 1 - value / 100}
    return found


def _product(judgment: Judgment, product: Product) -> Finding:
    made, stated = money(product.made), money(product.stated)
    return SCENARIO.finding(
        judgment,
        judgment.place(product.start, product.end),
        f"{product.formula}为{made}元，文书写的是{stated}元。",
        f"{product.formula} makes {made} yuan; the document has {stated}.",
        expected=f"{made}元",
        found=f"{stated}元",
        certainty="certain",
    )


def _formula(judgment: Judgment, damage: Damage, amount: Decimal) -> Iterator[Finding]:
    product = prod(damage.factors, start=Decimal(1))
    start, end = judgment.plain_span(damage)
    close = judgment.plain.find("）", end, end + 80) + 1 if judgment.plain.startswith("（", end) else end
    words = judgment.plain[start : max(close, end)]
    if not amount or abs(product - amount) <= max(Decimal(1), amount / 2000) or _PLUS.search(words):
        return
    scales = _percents(words) | _percents(judgment.plain[max(0, start - 60) : end + 60])
    scales |= {*_UNSAID, *(1 / n for n in _UNSAID)}
    if any(abs(product * scale - amount) <= max(Decimal(1), amount / 1000) for scale in scales):
        return
    formula = "×".join(f"{f.normalize():f}" for f in damage.factors)
    yield SCENARIO.finding(
        judgment,
        damage,
        f"{damage.item}按{formula}计算为{money(product)}元，文书写的是{money(amount)}元。",
        f"{formula} makes {money(product)} yuan; the document has {money(amount)}.",
        expected=f"{money(product)}元",
        found=f"{money(amount)}元",
        certainty="certain" if _TIMES.search(words) and damage.plain else "likely",
    )
