"""决定执行的刑期不在数罪并罚的幅度内。

English: A combined term below the longest single term, above their sum, or above the cap.

## What 查什么
数罪并罚决定执行的刑期低于数刑中的最高刑期、高于总和刑期，或者超过法定最高限度。

## Why 为何
并罚的上限和下限由法律规定，超出任何一端都直接影响被告人的实际服刑时间。

## Method 方法
同一被告人的各罪刑期（含前罪刑期）与其后的“决定执行”比较：同种刑期取最高与总和；有期徒刑与拘役并存的，二〇一五年十一月一日以后只按有期徒刑计算；再按裁判日的最高限度核对。

## Exclusions 排除
有无期徒刑、死刑或者管制与他种并存的不查；有前罪而未写明其刑期的不查上限；与前罪并罚的，下限只按本判决各罪计算（前罪可能已部分执行）；二〇一五年十一月一日以前有期徒刑与拘役并存的不查。

## Assumptions 假定
各罪的刑期都写在主文中、“决定执行”之前。

## Basis 依据
《中华人民共和国刑法》第六十九条、第七十条、第七十一条、第七十七条。

## Remedy 怎么改
重新计算总和刑期与最高刑期；属笔误的补正，决定执行的刑期确有错误的，按审判监督程序处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Result
from anjian.law.penalties import general_range
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, SUBJECTS, Length, Merger, added, length, mergers, single, term_en, term_zh, who

SCENARIO = Scenario(
    code="PEN104",
    name="combined-term-range",
    title=Words("决定执行的刑期超出并罚幅度", "Combined term outside its range"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "69"),),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
_FORMER = re.compile(r"前罪|原判|原犯|撤销[^。；]{0,80}(?:缓刑|假释)|连同|余刑|剩余|尚未执行|未执行")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per total that breaks a bound; the first broken bound is told."""
    day = decided_on(judgment)
    if day is None:
        return
    for merger in mergers(judgment):
        total = length(merger.total.penalty)
        if total is None or not _comparable(judgment, merger, day):
            continue
        fault = _fault(judgment, merger, total, day)
        if fault:
            zh, en, expected = fault
            yield SCENARIO.finding(
                judgment, merger.total.penalty, zh, en,
                expected=expected, found=f"{merger.total.penalty.kind}{term_zh(total)}",
            )  # fmt: skip


def _comparable(judgment: Judgment, merger: Merger, day: date) -> bool:
    """Whether all parts are terms of the total's kind, or detention that a fixed term absorbs."""
    kinds = {r.penalty.kind for r in merger.parts + merger.earlier if r.penalty.kind or r.penalty.months}
    kinds.discard(None)
    if not all(single(judgment, r) for r in merger.parts):
        return False
    if kinds == {merger.total.penalty.kind}:
        return True
    absorbs = general_range("有期徒刑吸收拘役", day) is not None
    return kinds == {"有期徒刑", "拘役"} and merger.total.penalty.kind == "有期徒刑" and absorbs


def _fault(judgment: Judgment, merger: Merger, total: Length, day: date) -> tuple[str, str, str] | None:
    name = who(merger.total)
    own = _terms(merger, merger.parts)
    every = own + _terms(merger, merger.earlier)
    longest, whole = max(own, default=(0, 0)), added(every)
    if total < longest:
        return (
            f"对{name}决定执行{term_zh(total)}，低于数刑中的最高刑期{term_zh(longest)}。",
            f"The combined term of {term_en(total)} is below the longest single term of {term_en(longest)}.",
            f"不低于{term_zh(longest)}",
        )
    if total > whole and not _unread_earlier(judgment, merger):
        return (
            f"对{name}决定执行{term_zh(total)}，高于总和刑期{term_zh(whole)}。",
            f"The combined term of {term_en(total)} is above the sum of {term_en(whole)}.",
            f"不高于{term_zh(whole)}",
        )
    cap = _cap(merger, whole, day)
    if cap is not None and total > cap:
        return (
            f"对{name}决定执行{term_zh(total)}，超过数罪并罚的最高限度{term_zh(cap)}。",
            f"The combined term of {term_en(total)} is above the cap of {term_en(cap)}.",
            f"不超过{term_zh(cap)}",
        )
    return None


def _terms(merger: Merger, results: tuple[Result, ...]) -> list[Length]:
    """The terms that count; where the total is a fixed term, detention is absorbed."""
    kind = merger.total.penalty.kind
    counted = [r.penalty for r in results if r.penalty.kind in (kind, None)]
    found = [length(p) or (p.months, p.days) for p in counted]
    return [term for term in found if term != (0, 0)]


def _unread_earlier(judgment: Judgment, merger: Merger) -> bool:
    """An earlier penalty plays a part, but its term is not read: the sum is unknown."""
    if merger.earlier:
        return not all(r.penalty.months or r.penalty.days for r in merger.earlier)
    return _FORMER.search(judgment.part("disposition")) is not None


def _cap(merger: Merger, whole: Length, day: date) -> Length | None:
    kind = merger.total.penalty.kind
    name = f"数罪并罚{kind}"
    if kind == "有期徒刑":
        border = general_range("数罪并罚有期徒刑（总和界线）", day)
        if border and border.min_months and whole >= (border.min_months, 0):
            name += "（总和三十五年以上）"
    found = general_range(name, day)
    return (found.max_months, 0) if found and found.max_months else None
