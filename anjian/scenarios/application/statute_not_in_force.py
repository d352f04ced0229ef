"""引用的法律在裁判时尚未施行或者已经失效。

English: A cited law was not yet or no longer in force on the day of the decision.

## What 查什么
裁判依据引用的法律、行政法规，在裁判日尚未施行，或者已经废止。

## Why 为何
以未生效或已失效的法律裁判，属于适用法律错误。

## Method 方法
按名称库的施行日、失效日与裁判日比对。尚未施行的为确定；已经失效的，因可能依行为时法适用旧法，只作“很可能”，且行为发生在失效之前的不报。

## Exclusions 排除
司法解释另由 LAW216 检查；起止日期不明的名称不报；刑事案件中行为时仍有效的旧法不报。

## Assumptions 假定
名称库所载施行、失效日期来自法律文本。

## Basis 依据
法律的施行条款和废止条款；从旧兼从轻见《中华人民共和国刑法》第十二条。

## Remedy 怎么改
改引裁判时有效的法律；确需适用旧法的，在说理中写明理由。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Citation
from anjian.law.titles import titles
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

SCENARIO = Scenario(
    code="LAW203",
    name="statute-not-in-force",
    title=Words("引用的法律未施行或已失效", "Cited law not in force"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "1"),),
    certainty="certain",
    severity="major",
    subjects=("any",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per law of the basis that was not in force on the day of the decision."""
    day = decided_on(judgment)
    if day is None:
        return
    told: set[str] = set()
    for citation in judgment.basis:
        spans = titles(citation.title)
        if citation.title in told or not spans or any(t.level == "司法解释" for t in spans):
            continue
        told.add(citation.title)
        first = min((t.since for t in spans if t.since), default=None)
        if first and all(t.since for t in spans) and first > day:
            yield _too_early(judgment, citation, first)
        last = max((t.until for t in spans if t.until), default=None)
        if last and all(t.until for t in spans) and last <= day and not _acted_before(judgment, last):
            yield _too_late(judgment, citation, last)


def _acted_before(judgment: Judgment, day: date) -> bool:
    days = [d.value for d in judgment.offence_days if d.value]
    return not days or min(days) < day


def _too_early(judgment: Judgment, citation: Citation, since: date) -> Finding:
    return SCENARIO.finding(
        judgment,
        citation.title_place or citation,
        f"《{citation.title}》自{since.isoformat()}起施行，裁判作出时尚未施行。",
        f"{citation.title} came into force on {since.isoformat()}, after the day of the decision.",
        expected=since.isoformat(),
        found=citation.title,
    )


def _too_late(judgment: Judgment, citation: Citation, until: date) -> Finding:
    return SCENARIO.finding(
        judgment,
        citation.title_place or citation,
        f"《{citation.title}》已于{until.isoformat()}失效，文书中没有适用旧法的事实。",
        f"{citation.title} ceased to be in force on {until.isoformat()}, and no earlier act is found.",
        expected=until.isoformat(),
        found=citation.title,
        certainty="likely",
    )
