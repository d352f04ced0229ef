"""Days of a civil, administrative or enforcement case of which one cannot come before the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import DateFact

#: The case may have begun more than once, or another case is told.
_AGAIN = re.compile(
    r"反诉|追加|变更|撤诉|撤回|移送|指定管辖|合并审理|并案|重新(?:起诉|立案|提起)|另行起诉|另案|曾|诉前|先行调解|仲裁|管辖"
)
_OWN = re.compile(r"本院(?:已|依法)?于?$")
_COUNTER = re.compile(r"反诉(?!原告|被告|人)")
#: A counterclaim heard together with the suit, and what the parties are called then.
_JOINED = re.compile(r"反诉(?:原告|被告|人)|[^，。；]{0,30}反诉[^。；0-9]{0,40}?(?:合并|一并)审理")
_SAT = anchors("听证", "询问当事人", "询问了当事人")
_HEARD = re.compile(r"[^，。；]{0,16}?(?:听证|询问了?当事人)")
#: Events that a suit can only follow, told right behind their day.
_CAUSE = re.compile(
    r"，?[^，。；]{0,40}?(?:出具(?:了)?(?:一[份张])?(?:借条|欠条|借据)|(?:登记|领取)结婚|发生(?:了)?(?:道路)?交通事故)"
    r"|，?[^，。；]{0,40}?(?:与|和)[^，。；]{0,30}?(?:相撞|发生碰撞|追尾)"
)
_WITHDRAWS = re.compile(
    r"[，,]?(?:自愿|书面|主动|[向以][^，。；]{2,30}?)?(?:提出|提交|递交|申请|请求)了?[^，。；0-9]{0,12}?(?:撤诉|撤回(?:起诉|上诉|本案))"
)
_NO_CAUSE = re.compile(r"再次|又|复婚|重新|此前|前妻|前夫")


def pairs(judgment: Judgment) -> Iterator[tuple[DateFact, DateFact]]:
    """Every (day, day that cannot come before it)."""
    course, decided = judgment.course, judgment.decided
    steps = [d for d in (course.petitioned, course.filed) if d and sure(d)] if course else []
    sat = [h for h in (*course.hearings, *_sessions(judgment)) if sure(h)] if course else []
    crossed = out_of_order(steps, sat)
    if crossed and judgment.instance in ("first", "enforcement") and not _begun_again(judgment):
        yield from crossed
    elif course and course.filed and judgment.instance in ("first", "second") and sure(course.filed):
        before = [h for h in sat if not in_order(course.filed, h)]
        yield from ((course.filed, hearing) for hearing in before if _same_filing(judgment, course.filed, hearing))
    causes = list(_causes(judgment, [*steps, *((decided,) if decided else ())]))
    yield from _appealed(judgment)
    if decided:
        days = (*sat, *steps, *_applied(judgment), *_below(judgment), *_withdrawn(judgment, decided), *causes)
        yield from ((day, decided) for day in days)
    if causes and course and judgment.instance == "first" and not _begun_again(judgment):
        yield from ((cause, step) for cause in causes for step in steps)


def in_order(earlier: DateFact, later: DateFact) -> bool:
    """Whether nothing speaks against the order of two days."""
    return earlier.value is None or later.value is None or earlier.value <= later.value


def out_of_order(steps: list[DateFact], hearings: list[DateFact]) -> list[tuple[DateFact, DateFact]]:
    """The pairs of steps that follow one another, and of steps and hearings, of which the later day comes first."""
    every = (*pairwise(steps), *((step, hearing) for hearing in hearings for step in steps))
    return [(one, other) for one, other in every if one.value and other.value and one.value > other.value]


def sure(day: DateFact) -> bool:
    """Whether the year is written or named (同年, 次日), not guessed from the date before."""
    return day.style != "relative" or (not day.text[0].isdigit() and day.text[0] not in "一二三四五六七八九十元")


def _begun_again(judgment: Judgment) -> bool:
    course = judgment.course
    if course is None or course.remanded or course.reopened:
        return True
    return _AGAIN.search(judgment.words(course)) is not None


def _same_filing(judgment: Judgment, filed: DateFact, hearing: DateFact) -> bool:
    """Whether this court filed the case on one day and, by the words behind, heard that very case on another.

    On appeal both stand in one sentence; at first instance a counterclaim joined to the suit may stand between.
    """
    start, stop = judgment.plain_span(filed)
    at, course = judgment.plain_span(hearing)[0], judgment.course
    if course is None or at < stop or not _OWN.search(judgment.plain, max(start - 8, 0), start):
        return False
    between = judgment.plain[stop:at]
    if judgment.instance == "second":
        return "。" not in between and not _AGAIN.search(between)
    if course.remanded or course.reopened or _COUNTER.search(judgment.plain, judgment.plain_span(course)[0], start):
        return False
    return not _AGAIN.search(_JOINED.sub("", judgment.words(course)))


def _sessions(judgment: Judgment) -> Iterator[DateFact]:
    """Days of a session that is no trial, by the words behind them in the course."""
    if judgment.course is None:
        return
    start, end = judgment.plain_span(judgment.course)
    for day in judgment.dates if judgment.spots(_SAT, start, end) else ():
        at, stop = judgment.plain_span(day)
        if start <= at < end and _HEARD.match(judgment.plain, stop, end):
            yield replace(day, context="hearing")


def _applied(judgment: Judgment) -> Iterator[DateFact]:
    applied = judgment.enforcement.applied if judgment.enforcement else None
    if applied and sure(applied):
        yield replace(applied, context="applied")


def _below(judgment: Judgment) -> Iterator[DateFact]:
    """The day of a decision below, with its place."""
    for lower in judgment.lower:
        if lower.decided:
            text = lower.decided.isoformat()
            yield DateFact(lower.start, lower.end, value=lower.decided, text=text, style="digits", context="lower")


def _appealed(judgment: Judgment) -> Iterator[tuple[DateFact, DateFact]]:
    """Decisions below told first, and the filing here of the appeal against them told behind."""
    filed = judgment.course.filed if judgment.course else None
    if filed is None or judgment.instance != "second" or not sure(filed):
        return
    start = judgment.plain_span(filed)[0]
    if not _OWN.search(judgment.plain, max(start - 8, 0), start):
        return
    for lower in _below(judgment):
        if lower.start < filed.start:
            yield lower, replace(filed, context="appealed")


def _withdrawn(judgment: Judgment, decided: DateFact) -> Iterator[DateFact]:
    """Days after the decision on which, by the words right behind, a suit or an appeal was withdrawn."""
    stop = judgment.cut("disposition")
    for day in judgment.dates:
        if in_order(day, decided):
            continue
        start, end = judgment.plain_span(day)
        if stop and start >= stop.start:
            return
        if day.style != "relative" and _WITHDRAWS.match(judgment.plain, end):
            yield replace(day, context="withdrawn")


def _causes(judgment: Judgment, steps: list[DateFact]) -> Iterator[DateFact]:
    """Days after any of the steps on which, by the findings, the fact arose on which the suit is based."""
    first = min((step.value for step in steps if step.value), default=None)
    for day in judgment.dates if first else ():
        if first is None or day.value is None or day.value <= first or day.style == "relative":
            continue
        start, stop = judgment.plain_span(day)
        if judgment.section_at(start) != "findings":
            continue
        told = _CAUSE.match(judgment.plain, stop)
        if told and not _NO_CAUSE.search(judgment.plain, max(start - 12, 0), told.end()):
            yield replace(day, context="cause")
