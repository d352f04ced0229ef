"""How long a civil or administrative case took, against the longest that the procedure used allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.model import DateFact
from anjian.law.limits import Limit, limit_on
from anjian.scenarios.base import Certainty, decided_on

from .civil import touches_abroad

#: The longest public holiday that can carry the last day over, and the day itself.
_HOLIDAY = timedelta(days=8)
#: Whatever stops or lengthens the time, or leaves open that something did.
_EXCUSE = re.compile(
    r"公告|鉴定|评估|审计|中止|恢复审理|恢复诉讼|延长|延期|审限|审理期限|扣除|管辖|转为|转换|转入|转由|改为|改用|变更为"
    r"|庭外|和解|调解期|试点|疫情|发回|重审|再审|撤回起诉|移送|追加|反诉|补充起诉|变更诉讼请求|增加诉讼请求|并案|合并审理"
)


class Overrun(Struct, frozen=True):
    """A case decided after its last day; `certainty` by which of its limits were passed."""

    filed: DateFact
    last: date
    days: int
    limits: tuple[Limit, ...]
    certainty: Certainty


def filed_day(judgment: Judgment) -> DateFact | None:
    """The day of filing where the text gives it with its year and nothing in the course explains more time."""
    course = judgment.course
    filed = course.filed if course else None
    if course is None or filed is None or filed.value is None or not _dated(filed):
        return None
    if course.converted or course.remanded or course.reopened or course.postponed:
        return None
    return filed


def excused(judgment: Judgment) -> bool:
    """Whether anything else in the text explains more time."""
    cut = judgment.cut("basis") or judgment.cut("disposition")
    return bool(
        judgment.announcement
        or _EXCUSE.search(judgment.plain, 0, cut.start if cut else len(judgment.plain))
        or touches_abroad(judgment)
    )


def _dated(day: DateFact) -> bool:
    """Whether the year is written or named (同日, 次日), not guessed from a date before."""
    return day.style != "relative" or day.text in ("同日", "当日", "即日", "次日", "翌日")


def overrun(judgment: Judgment, filed: DateFact, steps: Sequence[tuple[Sequence[str], Certainty]]) -> Overrun | None:
    """The case against steps of limits, each longer than the one before: the last one that was passed.

    A limit that changed while the case was pending counts at its longer value.
    """
    on, start = decided_on(judgment), filed.value
    found = None
    if on is None or start is None or start > on:
        return None
    for names, certainty in steps:
        limits = list(_longest(names, start, on))
        if len(limits) < len(names):
            return found
        last = start
        for limit in limits:
            last = limit.after(last)
        if on > last + _HOLIDAY:
            found = Overrun(filed, last, (on - last).days, tuple(limits), certainty)
    return found


def _longest(names: Sequence[str], start: date, on: date) -> Iterator[Limit]:
    for name in names:
        first, last = limit_on(name, start), limit_on(name, on)
        known = [limit for limit in (first, last if last is not first else None) if limit]
        if known:
            yield max(known, key=lambda limit: limit.after(start)) if len(known) > 1 else known[0]


def told(over: Overrun, procedure: str) -> tuple[str, str]:
    """What to say of an overrun, in Chinese and English."""
    assert over.filed.value is not None
    filed, last = over.filed.value.isoformat(), over.last.isoformat()
    shown = "＋".join(f"{limit.value}{'个月' if limit.unit == '月' else limit.unit}" for limit in over.limits)
    zh = (
        f"{filed}立案，{procedure}的期限（{shown}）到{last}届满，裁判日期晚{over.days}日，"
        "文书没有延长、中止、鉴定、公告等记载。"
    )
    return zh, f"Filed on {filed}, the limit ended on {last}; the decision is {over.days} days later."
