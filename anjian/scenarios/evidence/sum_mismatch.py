"""合计数与所列各项之和不符。

English: A stated total is not the sum of the items listed.

## What 查什么
“共计”“合计”“总计”之前逐项列出的数额（金额、重量、件数）相加，不等于所写的合计数；“其中”之后所列各项之和超过总数；
分项叙述的各起事实金额之和不等于总额；事实逐笔写明金额后，“综上”写的总额由前面各笔无论怎样相加都得不到；概述写“先后几次”，其后分项列出的不是这个次数。

## Why 为何
合计数决定数额档次、退赔和罚金，算错会直接影响定罪量刑。

## Method 方法
在“共计、合计、总计、总共、共”前，取同一句内紧邻的、用顿号或逗号隔开的“名目＋数字＋同一单位”各项，全部读出时相加比较。
总数在前而后接“其中”“包括”的，只查分项之和大于总数。用序号分项叙述、每项恰有一个金额的，与“具体事实如下”前写明的总额、次数比较，作为可能。
“综上”句中的总额，与同一部分前面全部金额的各种组合（及两笔之差）比较，都不相等的，作为可能。
非刑事文书中“以上两项合计”“上述费用共计”之前同一部分的各数额，无论怎样相加都得不到合计数的，作为可能。

## Exclusions 排除
数字带“余、约、以上、左右”或者为区间的；项内有“每、各、均、退、还、扣除”等字的；列举中夹有未标数额的财物或者“等”字的；
单位不同的；任何一项读不出的，都不查。
逗号之后的若干项之和等于合计数、或者合计数还包括前面其他数额的不报。
“综上”之前有单价、利息、外币、未遂或者未标价财物的不查。证据摘要、当事人诉辩不查（上级法院文书中的原审认定要查）；有“审理查明”的，指控部分不查。

## Assumptions 假定
列举的各项之间没有包含关系。

## Basis 依据
算术；《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百条（2012年解释为第二百四十六条）。

## Remedy 怎么改
核对各项和合计数，以裁定补正；影响数额档次的，依法纠正。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Certainty, Finding, Scenario, Words

from .bases import REASONS, reasons
from .closing import CLOSING, several_totals, unreached_totals
from .lists import list_after, list_before
from .numbered import NUMBERED, Numbered, numbered
from .sums import Quantity, quantities, reachable, written

SCENARIO = Scenario(
    code="EVI406",
    name="sum-mismatch",
    title=Words("合计数与各项之和不符", "Total is not the sum of its items"),
    family="evidence",
    basis=REASONS,
    certainty="certain",
    severity="major",
    subjects=("any",),
)
_TOTALS = anchors("共计", "合计", "总计", "总共", "，共", "、共")
_TOTAL = re.compile(r"[共合总](?:计|(?<=总)共|(?<=[，、]共)(?=[0-9]))")
NEEDS = (anchors(*_TOTALS.words, *CLOSING.words, *NUMBERED.words),)
_CLAUSE_END = re.compile(r"[。；：（）、]|(?<![0-9])，|，(?![0-9]{3}(?![0-9]))")
_REMARK = re.compile(r"（[^（）0-9]{1,16}）")
#: Between 共计 and the number: what makes it a number about something else than the list.
_OTHER = re.compile(r"[每各次均退赔剩仅]|平均|归还|返还|发还|分得|获利|追缴|上缴")
#: Behind a total that holds more than the list.
_MORE = ("（含", "（包", "，其中", "（其中", "和", "及", "以及", "、")
_AMONG = re.compile(r"[，。（](?:其中|包括)[：，]?")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per total that its own list contradicts."""
    text = judgment.plain
    told: set[int] = set()
    spots = judgment.spots(_TOTALS)
    for start, end in _stretches(judgment) if spots else ():
        for anchor in _anchors(text, spots, start, end):
            total = _total(text, anchor, end)
            if total is None:
                continue
            items = list_before(text, start, anchor, total.unit)
            if items and not text.startswith(_MORE, total.end) and not _agrees(text, total, items):
                with_earlier = _reaches_back(text, start, total, items)
                if with_earlier is not True:
                    told.add(total.start)
                    yield _finding(judgment, total, items, "certain" if with_earlier is False else "likely")
            among = _AMONG.match(text, total.end, end)
            items = list_after(text, among.end(), end, total.unit) if among else []
            if items and _sum(items) > total.value:
                yield _finding(judgment, total, items, "certain")
    told_by_number = numbered(judgment)
    if told_by_number:
        yield from _by_number(judgment, told_by_number)
    for total, parts in unreached_totals(judgment):
        yield _unreached(judgment, total, parts)
    for total, parts in several_totals(judgment):
        if total.start not in told:
            yield _unreached(judgment, total, parts)


def _by_number(judgment: Judgment, facts: Numbered) -> Iterator[Finding]:
    for total, items in facts.sums():
        if _sum(items) != total.value:
            yield _finding(judgment, total, items, "likely")
    for start, end, stated, told in facts.counts():
        if stated != told:
            yield _counted(judgment, start, end, stated, told)


def _anchors(text: str, spots: list[int], start: int, end: int) -> Iterator[int]:
    """Where the words of a total begin within a plain stretch; `spots` are those of the whole document."""
    done = start
    for n in range(bisect_left(spots, start - 1), len(spots)):
        at = spots[n] + (text[spots[n]] in "，、")
        if at >= end:
            return
        found = _TOTAL.match(text, at, end) if at >= done else None
        if found:
            yield at
            done = found.end()


def _stretches(judgment: Judgment) -> list[tuple[int, int]]:
    """Where a court counts, in plain indexes; a charge only when there are no findings apart from it."""
    names = {"lower", "findings", "reasoning", "disposition"}
    criminal = judgment.title is None or judgment.title.case_type in (None, "刑事")
    if criminal and judgment.cut("findings") is None:
        names |= {"course", "charge"}
    return [(c.start, c.end) for c in judgment.cuts if c.name in names]


def _total(text: str, anchor: int, ceiling: int) -> Quantity | None:
    """The quantity a total states: the only exact one in its clause."""
    part = text[anchor : min(ceiling, anchor + 48)]
    if "（" in part:
        part = _REMARK.sub(lambda m: "□" * len(m[0]), part)
    stop = _CLAUSE_END.search(part)
    found = list(quantities(text, anchor, anchor + (stop.start() if stop else len(part))))
    last = found[-1] if found else None
    if last is None or not last.exact or _OTHER.search(text, anchor, last.start):
        return None
    return last if sum(q.unit == last.unit for q in found) == 1 else None


def _agrees(text: str, total: Quantity, items: list[Quantity]) -> bool:
    """Whether the list, or its end from behind a comma on, adds up to the total as precisely as that is written."""
    starts = [0] + [i for i in range(1, len(items) - 1) if text[items[i - 1].end] == "，"]
    return any(round(_sum(items[i:]), _places(total.value)) == total.value for i in starts)


def _reaches_back(text: str, start: int, total: Quantity, items: list[Quantity]) -> bool | None:
    """Whether the total holds some of the amounts told before the list as well; None when too many to tell."""
    earlier = [q.value for q in quantities(text, start, items[0].start) if q.unit == total.unit]
    rest = total.value - _sum(items)
    return rest > 0 and reachable(rest, earlier)


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _sum(items: list[Quantity]) -> Decimal:
    return sum((q.value for q in items), Decimal(0))


def _counted(judgment: Judgment, start: int, end: int, stated: int, facts: int) -> Finding:
    return SCENARIO.finding(
        judgment,
        judgment.place(start, end),
        f"概述写{stated}次（起），其后分项列出{facts}次（起）。",
        f"{stated} acts are announced; {facts} are then told one by one.",
        expected=str(facts),
        found=str(stated),
        certainty="likely",
        basis=reasons(judgment),
    )


def _unreached(judgment: Judgment, total: Quantity, parts: list[Quantity]) -> Finding:
    told, stated = "、".join(written(q.value) for q in parts), f"{written(total.value)}{total.unit}"
    return SCENARIO.finding(
        judgment,
        judgment.place(total.start, total.end),
        f"综述写{stated}，前面各笔（{told}）无论怎样相加都得不到这一数额。",
        f"The closing total is {written(total.value)}; no selection of the sums told before ({told}) adds up to it.",
        expected=None,
        found=stated,
        certainty="likely",
        basis=reasons(judgment),
    )


def _finding(judgment: Judgment, total: Quantity, items: list[Quantity], certainty: Certainty) -> Finding:
    added, stated = f"{written(_sum(items))}{total.unit}", f"{written(total.value)}{total.unit}"
    return SCENARIO.finding(
        judgment,
        judgment.place(total.start, total.end),
        f"所列{len(items)}项相加为{added}，文书写的合计是{stated}。",
        f"The {len(items)} items listed add up to {written(_sum(items))}; the stated total is {written(total.value)}.",
        expected=added,
        found=stated,
        certainty=certainty,
        basis=reasons(judgment),
    )
