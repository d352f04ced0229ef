"""刑事案件超过审理期限。

English: From filing to judgment the case took longer than every limit of the procedure used.

## What 查什么
第一审公诉案件从立案（没有写立案日的，从提起公诉后第七日）到裁判的时间，超过所用程序在任何情形下的最长期限，
而文书没有延长、中止、补充侦查、鉴定、转换程序的记载。

## Why 为何
超审限使被告人的羁押失去依据，也是当事人最常投诉的问题之一。

## Method 方法
简易程序：独任审判且判处三年以下的按二十日，其余按一个半月；速裁程序按十五日；普通程序按三个月再加经批准的三个月。
月按对应日计算，期间从次日起算。

## Exclusions 排除
转换程序、发回重审、再审、自诉案件不查；文书提到延期、延长、中止、补充侦查、鉴定的不报；期限末日可能遇法定节假日，
超过不足九日的不报。

## Assumptions 假定
裁判文书的日期是审结日期。审理期限的扣除常常不写入文书，普通程序尤其如此，故普通程序只作提示，其余只作较可能，
都须到案卷中核对。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百零八条、第二百二十条、第二百二十五条（2018年10月26日前第二百零二条、
第二百一十四条）。

## Remedy 怎么改
调取审限台账核对；确已超期的，查明原因，追究审限管理责任。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Course
from anjian.law.limits import Limit, limit_on
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .common import CPL, EDITION_2018, basis_on, both, heavier_than, signed_alone

SCENARIO = Scenario(
    code="PRO312",
    name="trial-limit-criminal",
    title=Words("刑事案件超过审理期限", "Criminal trial beyond its limit"),
    family="procedure",
    basis=(*both("202", "208", 1), *both("214", "220"), Basis(CPL, "225", since=EDITION_2018)),
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)
#: The prosecution's papers may be examined for so long before the case is filed.
_EXAMINATION = timedelta(days=7)
#: The longest public holiday that can carry the last day over, and the day itself.
_HOLIDAY = timedelta(days=8)
_ORDINARY, _SPEEDY = ("普通程序审限", "普通程序延长"), ("速裁程序一年以上审限",)
_SHORT, _LONG = ("简易程序审限",), ("简易程序三年以上审限",)
_STOPPED = anchors(
    "延期审理",
    "延长审",
    "中止审理",
    "恢复审理",
    "补充侦查",
    "扣除审限",
    "发回重审",
    "发回重新",
    "司法精神病鉴定",
    "精神病司法鉴定",
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    course, on = judgment.course, decided_on(judgment)
    if course is None or on is None or not _plain_course(judgment, course):
        return
    start = _start(course)
    limits = _limits(judgment, course, on) if start else None
    if start is None or not limits:
        return
    last = start
    for limit in limits:
        last = limit.after(last)
    if on <= last + _HOLIDAY:
        return
    over = (on - last).days
    shown = "＋".join(f"{limit.value}{limit.unit}" for limit in limits)
    yield SCENARIO.finding(
        judgment,
        judgment.decided or course,
        f"从{start.isoformat()}起算，{course.procedure}程序的最长期限（{shown}）到{last.isoformat()}"
        f"届满，裁判日期晚{over}日，"
        "文书没有延长、中止等记载。",
        f"Counted from {start.isoformat()}, the limit ended on {last.isoformat()}; the judgment is {over} days later.",
        expected=last.isoformat(),
        found=on.isoformat(),
        certainty="hint" if course.procedure == "普通" else "likely",
        basis=_basis(limits, on),
    )


def _plain_course(judgment: Judgment, course: Course) -> bool:
    """Whether nothing in the text explains more time."""
    if course.converted or course.remanded or course.reopened or course.postponed or course.indicted is None:
        return False
    return not judgment.has(_STOPPED)


def _start(course: Course) -> date | None:
    if course.filed and course.filed.value:
        return course.filed.value
    indicted = course.indicted.value if course.indicted else None
    return indicted + _EXAMINATION if indicted and indicted.year < date.max.year else None


def _limits(judgment: Judgment, course: Course, on: date) -> tuple[Limit, ...]:
    """The limits to be counted one after the other; empty when the law of that day is unknown."""
    names: tuple[str, ...]
    if course.procedure == "普通":
        names = _ORDINARY
    elif course.procedure == "速裁":
        names = _SPEEDY
    elif course.procedure == "简易" and course.procedure_place:
        short = signed_alone(judgment) and not heavier_than(judgment, 3)
        names = _SHORT if short else _LONG
    else:
        return ()
    return _in_force(names, on)


@lru_cache(maxsize=4096)
def _in_force(names: tuple[str, ...], on: date) -> tuple[Limit, ...]:
    found = [limit_on(name, on) for name in names]
    return tuple(limit for limit in found if limit) if all(found) else ()


def _basis(limits: tuple[Limit, ...], on: date) -> tuple[Basis, ...]:
    articles = {limit.article for limit in limits}
    return tuple(b for b in basis_on(SCENARIO, on) if b.article in articles)
