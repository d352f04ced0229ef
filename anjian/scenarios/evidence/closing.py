"""The total that closes a telling (综上，…共计…元) beside the sums of money told before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.anchors import anchors

from .sums import MOST, Quantity, counted, quantities, reachable

CLOSING = anchors("综上")
_CLOSING = re.compile(
    r"(?<=[。；])综上(?:所述)?，[^。；]{0,120}?(?:共计|合计|总计|价值|总额|数额|金额|款项)(?:人民币|为|计|共计|合计|达)*(?=[0-9])"
)
#: What makes the money told before no parts of the total, or not all of them.
_OTHERWISE = re.compile(r"每|单价|美元|港[元币]|欧元|日元|余元|多元|利息|未遂|数次|多次|等(?:财物|物品|款)")
_TAKEN = re.compile(r"(?:窃|盗|抢|骗|收受|索取|侵占)(?:得|走|取)")
_THING = re.compile(r"[一二两三四五六七八九十0-9](?:余)?[部台辆只条枚块件瓶箱包套双张头匹]")
#: In civil and other documents: 以上两项合计, 上述各项费用共计.
_ABOVE, _TOTALS = anchors("以上", "上述", "前述"), anchors("共计", "合计", "总计")
_SEVERAL = re.compile(
    r"(?:以上|上述|前述)(?:[二两三四五六七八九十0-9]{1,2}|各|诸|几)?(?:项|笔)?(?:费用|款项|损失|赔偿款|金额|赔偿项目)?(?:共计|合计|总计)"
    r"(?:人民币|为|：|￥|计)*(?=[0-9])"
)
_NOT_ALL = re.compile(r"每|单价|美元|港[元币]|欧元|日元|余元|多元|等(?:费用|损失|款)|%|％|责任比例|扣除|减去|承担")
#: Formulas beside an item are no items.
_BRACKET = re.compile(r"（[^（）]*）")
_SENTENCE = re.compile(r"[^。；]+")


def unreached_totals(judgment: Judgment) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """Closing totals that no selection of the sums told before them adds up to."""
    cut = (judgment.cut("findings") or judgment.cut("charge")) if judgment.has(CLOSING) else None
    if cut is None or not judgment.spots(CLOSING, cut.start, cut.end):
        return
    text = judgment.plain
    for m in _CLOSING.finditer(text, cut.start, cut.end):
        total = next(quantities(text, m.end(), min(cut.end, m.end() + 24)), None)
        parts = [q for q in counted(text, cut.start, m.start()) if q.unit == "元"]
        if len(parts) > MOST:
            return
        if total is None or total.unit != "元" or not total.exact or total.start != m.end():
            continue
        if len(parts) > 1 and _told_in_full(text, cut.start, m.start(), parts) and _unreached(total.value, parts):
            yield total, parts


def several_totals(judgment: Judgment) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """Totals of what stands above in the same section that no selection of its sums adds up to."""
    if judgment.title is None or judgment.title.case_type in (None, "刑事") or not judgment.has(_ABOVE, _TOTALS):
        return
    for cut in judgment.cuts:
        if cut.name in ("findings", "reasoning", "disposition") and judgment.spots(_TOTALS, cut.start, cut.end):
            yield from _several_in(judgment, cut.start, cut.end)


def _several_in(judgment: Judgment, start: int, end: int) -> Iterator[tuple[Quantity, list[Quantity]]]:
    text = judgment.plain
    for at in judgment.spots(_ABOVE, start, end):
        m = _SEVERAL.match(text, at, end)
        total = next(quantities(text, m.end(), min(end, m.end() + 24)), None) if m else None
        if m is None or total is None or total.unit != "元" or not total.exact or total.start != m.end():
            continue
        every = [q for q in counted(text, start, at) if q.unit == "元"]
        if len(every) > MOST:
            return
        bare = _BRACKET.sub(lambda b: "□" * len(b[0]), text[:at])
        parts = [q for q in counted(bare, start, at) if q.unit == "元"]
        if len(parts) < 2 or _NOT_ALL.search(bare, parts[0].start):
            continue
        if _unreached(total.value, parts) and _unreached(total.value, every):
            yield total, parts


def _told_in_full(text: str, start: int, end: int, parts: list[Quantity]) -> bool:
    """Whether every sum is exact and nothing was taken of which no value is told."""
    if _OTHERWISE.search(text, start, end) or not all(q.exact for q in parts):
        return False
    return not any(
        _TAKEN.search(m[0]) and _THING.search(m[0]) and "元" not in m[0] for m in _SENTENCE.finditer(text, start, end)
    )


def _unreached(total: Decimal, parts: list[Quantity]) -> bool:
    values = [q.value for q in parts]
    known = set(values)
    return reachable(total, values) is False and not any(value - total in known for value in values)
