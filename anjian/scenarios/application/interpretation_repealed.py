"""引用了裁判时未施行或已废止的司法解释。

English: A judicial interpretation is cited that was not in force.

## What 查什么
裁判依据引用的司法解释，裁判时尚未施行，或者已经废止、被新解释替代，而行为也发生在废止之后。

## Why 为何
已废止的解释不再具有效力；适用它确定数额或情节，可能直接影响量刑。

## Method 方法
名称库中该解释的起止日与裁判日比对。已废止的，只在查明的行为全部发生在废止之后才报告；诉讼程序的解释不论行为时间，废止后的裁判引用即报告；尚未施行的直接报告。民事、行政文书（和没有读出行为日的刑事文书）看所述事实：写明的年月日有三处以上且全部在废止之后的为确定，不足三处的为“很可能”。

## Exclusions 排除
实体解释，行为发生在废止之前的，可能适用旧解释，不报；民事、行政文书中有任何一处事实的年份早于废止日，或者没有写明日期的，不报；起止日期不明的不报。

## Assumptions 假定
废止日期来自新解释的明文。

## Basis 依据
《最高人民法院、最高人民检察院关于适用刑事司法解释时间效力问题的规定》第三条；《最高人民法院关于适用〈中华人民共和国民法典〉时间效力的若干规定》第一条。

## Remedy 怎么改
改引现行解释，并核对数额标准有无变化。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from anjian.documents import Judgment
from anjian.law.titles import Title, titles
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .cited import basis_places, first_and_last, is_criminal
from .facts_time import sure_after

SCENARIO = Scenario(
    code="LAW216",
    name="interpretation-repealed",
    title=Words("司法解释未施行或已废止", "Interpretation not in force"),
    family="application",
    basis=(Basis("最高人民法院、最高人民检察院关于适用刑事司法解释时间效力问题的规定", "3"),),
    certainty="certain",
    severity="major",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per interpretation of the basis that was not in force."""
    day = decided_on(judgment)
    if day is None:
        return
    for citation in basis_places(judgment):
        words = _fault(judgment, citation.title, day)
        if words:
            zh, en, expected, certainty = words
            yield SCENARIO.finding(
                judgment,
                citation.title_place or citation,
                f"《{citation.title}》{zh}。",
                f"{citation.title} {en}.",
                expected=expected,
                found=citation.title,
                certainty=certainty,
            )


def _spans(title: str) -> list[Title]:
    return [t for t in titles(title) if t.level == "司法解释"]


@lru_cache(maxsize=4096)
def _in_force(title: str) -> tuple[date | None, date | None]:
    """The first day of an interpretation and the first day after it, as far as known."""
    spans = _spans(title)
    return first_and_last(spans) if spans else (None, None)


def _fault(judgment: Judgment, title: str, day: date) -> tuple[str, str, str | None, Certainty] | None:
    first, last = _in_force(title)
    if first and day < first:
        return f"自{first}起施行，裁判时尚未施行", f"came into force only on {first}", str(first), "certain"
    if last is None or last > day:
        return None
    spans = _spans(title)
    by = next((t.replaced_by for t in spans if t.replaced_by), None)
    if all("诉讼法" in t.title for t in spans):
        return f"已于{last}废止，早于裁判", f"was repealed on {last}, before the decision", by, "certain"
    certainty = _acted_only_after(judgment, last)
    if certainty is None:
        return None
    return f"已于{last}废止，查明的行为在废止之后", f"was repealed on {last}, before the acts found", by, certainty


def _acted_only_after(judgment: Judgment, day: date) -> Certainty | None:
    if is_criminal(judgment):
        days = [d.value for d in judgment.offence_days if d.value]
        if days:
            return "certain" if min(days) >= day else None
    return sure_after(judgment, day)
