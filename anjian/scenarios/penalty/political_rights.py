"""剥夺政治权利的附加不合法定期限。

English: Life or death without deprivation of political rights for life, or a term of it outside its bounds.

## What 查什么
判处死刑、无期徒刑而没有剥夺政治权利终身；剥夺政治权利的期限少于一年或者超过五年；附加于管制而与管制期限不等；拘役、有期徒刑而剥夺终身。

## Why 为何
这一附加刑的有无和长短由法律规定，没有裁量余地的部分漏写即为错误。

## Method 方法
读取每项结果的主刑和剥夺政治权利，与裁判日有效的期限比较。

## Exclusions 排除
减刑裁定不查；数罪中有一罪或者决定执行已剥夺终身的，不报漏写；决定执行的合并期限不查上限。

## Assumptions 假定
“以上”“以下”包括本数。

## Basis 依据
《中华人民共和国刑法》第五十五条、第五十七条第一款。

## Remedy 怎么改
漏写的按审判监督程序纠正；笔误以裁定补正。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Result
from anjian.law.penalties import general_range
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, SUBJECTS, length, own_results, term_en, term_zh, who

SCENARIO = Scenario(
    code="PEN117",
    name="political-rights",
    title=Words("剥夺政治权利不合法定期限", "Deprivation of political rights outside the law"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "55"), Basis(CRIMINAL_LAW, "57", 1)),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
NEEDS = (anchors("死刑", "无期徒刑", "剥夺政治权"),)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per party that lacks the deprivation and per result that gives it a wrong length."""
    own = own_results(judgment)
    for_life = {r.party for r in own if r.penalty.political_rights_life}
    for result in own:
        if result.penalty.kind in ("死刑", "无期徒刑") and result.party not in for_life:
            for_life.add(result.party)
            yield SCENARIO.finding(
                judgment,
                result.penalty,
                f"对{who(result)}判处{result.penalty.kind}，没有剥夺政治权利终身。",
                "Life imprisonment or death without deprivation of political rights for life.",
                expected="剥夺政治权利终身",
                found="未剥夺政治权利终身",
                basis=(Basis(CRIMINAL_LAW, "57", 1),),
            )
    for result in own:
        yield from _wrong_length(judgment, result)


def _wrong_length(judgment: Judgment, result: Result) -> Iterator[Finding]:
    day, months = decided_on(judgment), result.penalty.political_rights_months
    allowed = general_range("剥夺政治权利", day) if day and months else None
    if not months or allowed is None or allowed.min_months is None or allowed.max_months is None:
        return
    low, high = (allowed.min_months, 0), (allowed.max_months, 0)
    control = length(result.penalty) if result.penalty.kind == "管制" else None
    if control is not None:
        low = high = control
    elif result.penalty.kind in ("死刑", "无期徒刑") or result.penalty.political_rights_life:
        return
    if low <= (months, 0) <= high or (result.total and (months, 0) > high):
        return
    bounds = f"与管制期限相等，即{term_zh(low)}" if control else f"{term_zh(low)}以上{term_zh(high)}以下"
    yield SCENARIO.finding(
        judgment,
        result.penalty,
        f"对{who(result)}剥夺政治权利{term_zh((months, 0))}；应为{bounds}。",
        f"Deprivation for {term_en((months, 0))}; the law asks for {term_en(low)} to {term_en(high)}.",
        expected=bounds,
        found=term_zh((months, 0)),
        basis=(Basis(CRIMINAL_LAW, "55"),),
    )
