"""诉讼费用负担之和与收取数额不符。

English: The shares of a court fee do not add up to the fee.

## What 查什么
各方负担的诉讼费用相加，不等于文书写的应收费用；几项费用写了合计而合计不等于各项之和。

## Why 为何
负担数额直接执行，合不上就会多收、少收或者退费出错。

## Method 方法
取一段费用中各项实收数额（减半的取减半后）之和，与各方负担数额之和比较。每一方都写明数额才比较；有一方只写“其余由”的，只看写明的部分是否
已经超过总额。“各负担”的按人数相乘。

## Exclusions 排除
相差在分以内的取整不报；相差不足一元的只作可能。负担之和等于其中一项或几项实收费用、或者文书写了退还的，不报；
减半的，等于减半前的全额而没有写退还的，照报。
免交、缓交的，减半后数额没有写明的，不查。

## Assumptions 假定
同一段文字中列出的负担数额，是对该段所列费用的负担。

## Basis 依据
算术；《诉讼费用交纳办法》第二十九条。

## Remedy 怎么改
核对各方负担数额，以裁定补正。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, groupby

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.documents.model_civil import Fee, Share
from anjian.documents.money import scan
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words

from .figures import money, total

SCENARIO = Scenario(
    code="CIV502",
    name="fee-split",
    title=Words("诉讼费用负担之和有误", "Shares of the fee do not add up"),
    family="civil",
    basis=(Basis("诉讼费用交纳办法", "29"),),
    certainty="certain",
    severity="minor",
    subjects=("civil", "administrative", "enforcement"),
)
_CENT = Decimal("0.01")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per list of shares, or total of fees, that does not add up."""
    for _, members in groupby(judgment.fees, key=lambda f: f.group):
        fees = list(members)
        yield from _together(judgment, fees)
        yield from _shares(judgment, fees)


def _together(judgment: Judgment, fees: list[Fee]) -> Iterator[Finding]:
    """A stated total of the fees that is neither the sum of what is charged nor of the full fees."""
    stated, charged = fees[0].together, _charged(fees)
    if stated is None or charged is None or len(fees) < 2 or any(f.each or f.waived for f in fees):
        return
    full = total(f.amount for f in fees if f.amount is not None)
    if stated not in (charged, full):
        yield _finding(judgment, _total_place(judgment, fees, stated), charged, stated, "各项费用的合计", "certain")


def _total_place(judgment: Judgment, fees: list[Fee], stated: Decimal) -> Place:
    """Where the total stands, behind the last of the fees."""
    end = max(judgment.plain_span(f)[1] for f in fees)
    found = (s for s in scan(judgment.plain, end, end + 60) if s.value == stated)
    return next((judgment.place(s.start, s.end) for s in found), fees[-1])


def _shares(judgment: Judgment, fees: list[Fee]) -> Iterator[Finding]:
    shares = fees[0].shares
    told = [s.amount for s in shares if s.amount is not None]
    charged = _charged(fees)
    if not told or charged is None or any(f.waived or f.deferred or f.each or f.refunded for f in fees):
        return
    borne = total(told)
    if len(told) < len(shares):
        if borne > max(_sums(fees)) + _CENT * len(shares):
            yield _finding(judgment, _where(shares), charged, borne, "写明由各方负担的数额", "likely")
        return
    off = min(abs(borne - one) for one in _sums(fees))
    if off > _CENT * len(told):
        certainty: Certainty = "certain" if off >= 1 else "likely"
        yield _finding(judgment, _where(shares), charged, borne, "各方负担的数额之和", certainty)


def _charged(fees: list[Fee]) -> Decimal | None:
    """What the fees of a list come to; None when one of them is not told."""
    known = [f.charged for f in fees if f.charged is not None]
    return total(known) if len(known) == len(fees) else None


def _sums(fees: list[Fee]) -> set[Decimal]:
    """Every sum the shares may rightly come to: some or all of what is charged, or its stated total."""
    known = [f.charged for f in fees if f.charged is not None][:5]
    found = {total(some) for n in range(1, len(known) + 1) for some in combinations(known, n)}
    return found | {f.together for f in fees if f.together is not None} or {Decimal(0)}


def _where(shares: tuple[Share, ...]) -> Place:
    return Place(min(s.start for s in shares), max(s.end for s in shares))


def _finding(
    judgment: Judgment, place: Place, charged: Decimal, stated: Decimal, what: str, certainty: Certainty
) -> Finding:
    return SCENARIO.finding(
        judgment,
        place,
        f"{what}为{money(stated)}元，应收费用为{money(charged)}元，相差{money(abs(stated - charged))}元。",
        f"The parts come to {money(stated)} yuan; the fee charged is {money(charged)}.",
        expected=f"{money(charged)}元",
        found=f"{money(stated)}元",
        certainty=certainty,
    )
