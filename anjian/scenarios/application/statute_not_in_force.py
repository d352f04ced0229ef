"""引用的法律在裁判时尚未施行或者已经失效。

English: A cited law was not yet or no longer in force on the day of the decision.

## What 查什么
裁判依据引用（或者说理中依据某条）的法律、行政法规，在裁判日尚未施行，或者已经废止（如2021年1月1日起废止的婚姻法、继承法、民法通则、收养法、担保法、合同法、物权法、侵权责任法、民法总则）。

## Why 为何
以未生效或已失效的法律裁判，属于适用法律错误。

## Method 方法
按名称库的施行日、失效日与裁判日比对。尚未施行的为确定。已经失效的：刑事只作“很可能”，且行为发生在失效之前的不报；其他案件看文书所述事实，写明的年月日有三处以上且全部在失效之后的为确定，不足三处的为“很可能”。说理中写明“依据某法第几条”或者“某法第几条规定”的，同样比对，只作“很可能”。离婚纠纷引用婚姻法的，婚姻关系持续至民法典施行后，为“很可能”。

## Exclusions 排除
司法解释另由 LAW216 检查。
起止日期不明的名称不报；民事、行政文书中有任何一处事实（包括当事人所述）的年份早于失效日，或者没有写明日期的，可能依法适用当时的法律，不报。说理中的引用，该句提到当事人主张、约定、原审、旧法或者新旧法衔接，或者文书引用时间效力规定的，不报；刑事不查说理。

## Assumptions 假定
名称库所载施行、失效日期来自法律文本；文书写出了关键事实的年份。

## Basis 依据
法律的施行条款和废止条款；从旧兼从轻见《中华人民共和国刑法》第十二条；民法典施行前的法律事实适用当时的法律，见《最高人民法院关于适用〈中华人民共和国民法典〉时间效力的若干规定》第一条。

## Remedy 怎么改
改引裁判时有效的法律；确需适用旧法的，在说理中写明理由。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.model import Citation
from anjian.law.titles import resolve, titles
from anjian.law.transitions import applies
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .cited import first_and_last, is_criminal
from .facts_time import sure_after

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
MARRIAGE = "婚姻法"
_BY = re.compile("(?:根据|依据|依照|按照)$")
_SAYS = re.compile("(?:[、和]?第[^。，《]{1,20}[条款项])*[之的中]?规定")
#: Words of a sentence that tells what others say, or why an older law is looked at.
_NOT_OWN = re.compile("主张|辩称|诉称|提出|约定|签订|原审|一审|二审|仲裁|[原旧]《|当时|施行|废止|失效|溯及|衔接")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per law of the basis that was not in force on the day of the decision."""
    day = decided_on(judgment)
    if day is None:
        return
    told: set[str] = set()
    for citation in (*judgment.basis, *_applied(judgment)):
        if citation.title in told:
            continue
        told.add(citation.title)
        first, last = _in_force(citation.title)
        if first and first > day:
            yield _too_early(judgment, citation, first, "certain" if citation.role == "basis" else "likely")
        if last and last <= day:
            certainty = "likely" if _continuing(judgment, citation) else _facts_after(judgment, last)
            if certainty:
                yield _too_late(judgment, citation, last, certainty if citation.role == "basis" else "likely")


@lru_cache(maxsize=4096)
def _in_force(title: str) -> tuple[date | None, date | None]:
    """The first day of a law and the first day after it, as far as known; an interpretation is not looked at."""
    spans = titles(title)
    return (None, None) if not spans or any(t.level == "司法解释" for t in spans) else first_and_last(spans)


def _applied(judgment: Judgment) -> Iterator[Citation]:
    """The articles that the court's own reasoning applies in a case that is not criminal."""
    if is_criminal(judgment):
        return
    for citation in judgment.citations:
        place = citation.title_place
        if citation.role != "argument" or citation.section != "reasoning" or not citation.article or place is None:
            continue
        if _in_force(citation.title) == (None, None):
            continue
        if "时间效力" in judgment.plain:
            return
        start, end = judgment.plain_span(place)[0], judgment.plain_span(citation)[1]
        opens = judgment.plain.rfind("。", 0, start) + 1
        before = judgment.plain[opens:start].rstrip("《〈")
        stop = judgment.plain.find("。", end)
        applied = _BY.search(before) or _SAYS.match(judgment.plain, end)
        if applied and not _NOT_OWN.search(judgment.plain, opens, stop if stop > 0 else end):
            yield citation


def _continuing(judgment: Judgment, citation: Citation) -> bool:
    """A suit for divorce under the old marriage law: the marriage goes on after the repeal, so the new law governs."""
    cause = judgment.cause.name if judgment.cause else ""
    pending = judgment.instance in ("first", "second") and cause.startswith("离婚纠纷")
    return pending and resolve(citation.title) == MARRIAGE and applies("民法典", "持续至施行后") == "新法"


def _facts_after(judgment: Judgment, day: date) -> Certainty | None:
    """How sure it is that the facts lie after the repeal; None where the old law may govern them."""
    if is_criminal(judgment):
        days = [d.value for d in judgment.offence_days if d.value]
        return "likely" if days and min(days) >= day else None
    return sure_after(judgment, day)


def _too_early(judgment: Judgment, citation: Citation, since: date, certainty: Certainty) -> Finding:
    return SCENARIO.finding(
        judgment,
        citation.title_place or citation,
        f"《{citation.title}》自{since.isoformat()}起施行，裁判作出时尚未施行。",
        f"{citation.title} came into force on {since.isoformat()}, after the day of the decision.",
        expected=since.isoformat(),
        found=citation.title,
        certainty=certainty,
    )


def _too_late(judgment: Judgment, citation: Citation, until: date, certainty: Certainty) -> Finding:
    return SCENARIO.finding(
        judgment,
        citation.title_place or citation,
        f"《{citation.title}》已于{until.isoformat()}失效，文书中没有适用旧法的事实。",
        f"{citation.title} ceased to be in force on {until.isoformat()}, and no fact that it governs is found.",
        expected=until.isoformat(),
        found=citation.title,
        certainty=certainty,
    )
