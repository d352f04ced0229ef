"""The sums of money named in a claim or an item, and the one it comes to."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal
from typing import TYPE_CHECKING

from .money import Sum
from .money import sums as all_sums

if TYPE_CHECKING:
    from .judgment import Judgment

_ONE_SUM = re.compile(r"(?:共计|合计|总计|总额|总共|以上共|共)(?:为|约|金额|款项|：)*(?:人民币)?[￥¥]?$")
#: Sums that are not asked for themselves: the base of interest, a limit, what was paid, a rate of payment.
_BASE_AFTER = re.compile(
    r"(?:的?(?:本金|借款|贷款|货款|工程款|欠款))?(?:为|作为)?(?:计算)?(?:基数|基准|本金|标准|上限"
    r"|限额|限)|[/／每]|限额|范围内|以内"
)
_BASE_BEFORE = re.compile(
    r"(?:以|按|按照|每[月年日天亩人次吨平套只]|每个?月|扣除|减去|已(?:支付|付|归还|偿还|还|垫付)"
    r"|基数|以本金|以借款|以货款|以欠款|以本金人民币|人均)[^，。；、]{0,10}$|限额[^，。；、赔付]{0,8}$"
)
_STILL = re.compile(r"(?:还|尚|仍|实际|实)(?:需|应)(?:再)?(?:赔偿|支付|给付|返还|偿还)[^，。；、0-9]{0,14}$")
_REGULAR = re.compile(r"每(?:个)?[月年日天季]")


def sums(j: Judgment, start: int, end: int) -> tuple[tuple[Decimal, ...], Decimal | None]:
    """Every sum in a plain stretch in order, and the total: the one called 共计, else the only one demanded."""
    known = all_sums(j)
    inside = known[bisect_left(known, (start,)) : bisect_left(known, (end,))]
    if inside and inside[-1].end > end:
        inside.pop()
    return tuple([s.value for s in inside]), _total(j.plain, start, end, inside)


def _total(text: str, start: int, end: int, sums: list[Sum]) -> Decimal | None:
    if len(sums) < 2:
        return sums[0].value if sums and _comes_to(text, start, sums[0], end) else None
    found = [s[:3] for s in sums]
    rest = [v for a, _, v in found if _STILL.search(text, max(start, a - 24), a)]
    if len(rest) == 1:
        return rest[0]
    called = [v for a, _, v in found if _ONE_SUM.search(text, max(start, a - 14), a)]
    if called:
        return called[0] if len(set(called)) == 1 else None
    demanded = [v for a, b, v in found if not _aside(text, start, a, b, end)]
    for whole, parts in ((demanded[:1], demanded[1:]), (demanded[-1:], demanded[:-1])):
        if len(parts) >= 2 and sum(parts) == whole[0]:
            return whole[0]
    return demanded[0] if len(demanded) == 1 else None


def _comes_to(text: str, start: int, only: Sum, end: int) -> bool:
    """Whether the only sum of a stretch is what it comes to."""
    at = only.start
    if not _aside(text, start, at, only.end, end):
        return True
    return bool(_STILL.search(text, max(start, at - 24), at) or _ONE_SUM.search(text, max(start, at - 14), at))


def _aside(text: str, start: int, a: int, b: int, end: int) -> bool:
    """Whether a sum only explains another: in brackets, behind 其中, a base, a limit or a rate."""
    before = text[start:a]
    if before.count("（") > before.count("）"):
        return True
    sentence = before[max(before.rfind("；"), before.rfind("。")) + 1 :]
    if "其中" in sentence or "包括" in sentence:
        return True
    if _REGULAR.search(before[max(before.rfind(stop) for stop in "，。；、：") + 1 :]):
        return True
    return bool(_BASE_BEFORE.search(before[-24:]) or _BASE_AFTER.match(text, b, end))
