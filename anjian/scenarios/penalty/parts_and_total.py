"""决定执行的罚金、附加刑与各罪之和不符。

English: The fine or other supplementary penalty that is to be executed is not the sum of the single ones.

## What 查什么
数罪并罚时，决定执行的罚金不等于各罪罚金相加；各罪判处的没收财产、剥夺政治权利没有写入决定执行。

## Why 为何
附加刑不吸收：同种合并执行，不同种分别执行。加错或者漏写，执行数额就错。

## Method 方法
把同一被告人各罪的罚金相加，与其后“决定执行”的罚金比较；再看附加刑种类有无遗漏。

## Exclusions 排除
并处没收全部财产的不查罚金；有前罪的，决定执行等于本判决罚金之和，或者加上前罪罚金，都不报；罚金数额读不出的不查；主刑的范围见PEN104。

## Assumptions 假定
各罪刑罚都写在主文中、“决定执行”之前。

## Basis 依据
《中华人民共和国刑法》第六十九条；《最高人民法院关于适用财产刑若干问题的规定》第三条。

## Remedy 怎么改
重新相加，以裁定补正；影响实体的按审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.model import Result
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .pronounced import CRIMINAL_LAW, FINE_RULES, SUBJECTS, Merger, mergers, unread_fine, who

SCENARIO = Scenario(
    code="PEN122",
    name="parts-and-total",
    title=Words("决定执行与各罪之和不符", "The total is not the sum of its parts"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "69"), Basis(FINE_RULES, "3")),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per total and kind of supplementary penalty that does not fit."""
    for merger in mergers(judgment):
        yield from _fines(judgment, merger)
        yield from _missing(judgment, merger)


def _fines(judgment: Judgment, merger: Merger) -> Iterator[Finding]:
    results = (*merger.parts, *merger.earlier, merger.total)
    unread = any((r.penalty.fine is None and r.penalty.fine_text) or unread_fine(judgment, r) for r in results)
    if unread or any(r.penalty.confiscation == "全部" for r in results):
        return
    own, earlier = _sum(merger.parts), _sum(merger.earlier)
    stated = merger.total.penalty.fine or Decimal(0)
    if stated in (own, own + earlier):
        return
    yield SCENARIO.finding(
        judgment,
        merger.total.penalty,
        f"对{who(merger.total)}的各罪"
        + (f"判处罚金共{_yuan(own)}元" if own else "没有判处罚金")
        + (f"，前罪罚金{_yuan(earlier)}元" if earlier else "")
        + (f"，决定执行罚金{_yuan(stated)}元。" if stated else "，决定执行的刑罚没有写罚金。"),
        f"The single fines add up to {_yuan(own)} yuan, the total states {_yuan(stated)} yuan.",
        expected=f"{_yuan(own)}元",
        found=f"{_yuan(stated)}元",
        certainty="likely" if merger.earlier else "certain",
    )


def _missing(judgment: Judgment, merger: Merger) -> Iterator[Finding]:
    total = merger.total.penalty
    lost = []
    if any(r.penalty.confiscation for r in merger.parts) and not total.confiscation:
        lost.append("没收财产")
    if any(_rights(r) for r in merger.parts) and not _rights(merger.total):
        lost.append("剥夺政治权利")
    for what in lost:
        yield SCENARIO.finding(
            judgment,
            total,
            f"对{who(merger.total)}的一罪附加判处{what}，决定执行的刑罚没有写{what}。",
            "A supplementary penalty of a single crime is missing in the total.",
            expected=what,
            found=f"无{what}",
        )


def _rights(result: Result) -> bool:
    return bool(result.penalty.political_rights_months or result.penalty.political_rights_life)


def _sum(results: tuple[Result, ...]) -> Decimal:
    return sum((r.penalty.fine or Decimal(0) for r in results), Decimal(0))


def _yuan(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
