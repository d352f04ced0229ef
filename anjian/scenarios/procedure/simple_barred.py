"""不得适用简易程序而适用。

English: Summary procedure in a case that the law bars from it.

## What 查什么
写明适用简易程序或者小额诉讼程序的民事案件是发回重审、再审、公益诉讼、第三人撤销之诉、执行异议之诉，由中级以上法院审理，
起诉时被告下落不明，或者一方当事人在十人以上；写明适用简易程序的行政案件是发回重审或者再审的案件。

## Why 为何
这些案件依法不适用简易程序，当事人约定也不行；适用了即是审判组织和程序违法。

## Method 方法
读审理经过写明的程序，与案号、案由、法院级别、当事人人数、被告下落不明的记载对照。

## Exclusions 排除
后来转为普通程序的不报；海事法院可以适用简易程序；2015年2月4日以前的民事案件只查发回重审和再审；公告送达由 PRO320 检查；
下落不明是证人、案外人或者起诉以后的，不易分清，只作较可能；第三人不计人数。

## Assumptions 假定
当事人部分列全了当事人。

## Basis 依据
民事诉讼法解释第二百五十七条、第三百零八条（2022年4月10日前为第三百一十条）；
《中华人民共和国民事诉讼法》第一百六十条（2022年1月1日前为第一百五十七条）；《中华人民共和国行政诉讼法》第八十二条。

## Remedy 怎么改
核对适用程序；应当转为普通程序而没有转的，依照上诉或者审判监督程序处理。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.law.limits import limit_on
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .civil import (
    ADMINISTRATIVE_2014,
    ADMPL,
    EARLIER_CIVPL,
    INTERPRETATION,
    INTERPRETED,
    civil_law,
    field,
    public_interest,
    remanded_here,
    side,
)
from .common import basis_on

SCENARIO = Scenario(
    code="PRO321",
    name="simple-barred",
    title=Words("不得适用简易程序而适用", "Summary procedure where it is barred"),
    family="procedure",
    basis=(
        Basis(INTERPRETATION, "257", since=INTERPRETED),
        Basis(INTERPRETATION, "310", since=INTERPRETED, until=date(2022, 4, 10)),
        Basis(INTERPRETATION, "308", since=date(2022, 4, 10)),
        EARLIER_CIVPL,
        *civil_law("157", "160"),
        Basis(ADMPL, "82", 3, since=ADMINISTRATIVE_2014),
    ),
    certainty="certain",
    severity="major",
    subjects=("civil-first", "civil-retrial", "administrative-first", "administrative-retrial"),
)
_MISSING = re.compile(r"(?<=[，。；：])([^，。；：]{1,30}?)(?:下落不明|去向不明)")
_ORDINARY_ONLY = re.compile(r"执行异议之诉")
Problem = tuple[str, str, Certainty]


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    on, course = decided_on(judgment), judgment.course
    if on is None or course is None or course.procedure_place is None:
        return
    if course.procedure not in ("简易", "小额诉讼"):
        return
    problem = _again(judgment) or (_civil(judgment, on) if field(judgment) == "民事" else None)
    if problem is None:
        return
    procedure = judgment.words(course.procedure_place)
    yield SCENARIO.finding(
        judgment,
        course.procedure_place,
        f"{problem[0]}，不适用简易程序，文书写明适用{procedure}。",
        f"{problem[1]}; summary procedure is barred.",
        expected="普通程序",
        found=procedure,
        certainty=problem[2],
        basis=tuple(b for b in basis_on(SCENARIO, on) if (b.law == ADMPL) == (field(judgment) == "行政")),
    )


def _again(judgment: Judgment) -> Problem | None:
    """A retrial or a case sent back, civil or administrative."""
    course = judgment.course
    code = judgment.case_number.type_code if judgment.case_number else ""
    if judgment.instance == "retrial" and code.endswith(("再", "再初", "再终")):
        return "案件是再审案件", "This is a retrial", "certain"
    if remanded_here(judgment):
        return "案件是发回重审的案件", "The case was sent back for a new trial", "certain"
    if course is not None and course.reopened and judgment.instance == "retrial":
        return "案件是再审案件", "This is a retrial", "likely"
    return None


def _civil(judgment: Judgment, on: date) -> Problem | None:
    court, cause = judgment.court, judgment.cause.name if judgment.cause else ""
    if court and court.level in ("intermediate", "high", "supreme") and "海事" not in court.name:
        return "本院不是基层人民法院", "This is no basic court", "certain"
    if on < INTERPRETED:
        return None
    if public_interest(judgment):
        return "案件是公益诉讼", "The case is in the public interest", "certain"
    if "第三人撤销之诉" in cause:
        return "案件是第三人撤销之诉", "A third party asks to revoke a judgment", "certain"
    if _ORDINARY_ONLY.search(cause):
        return "案件是执行异议之诉", "The case is an action on an enforcement objection", "likely"
    many = limit_on("人数众多", on)
    sides = Counter(s for p in judgment.parties if (s := side(p)))
    if many and sides and max(sides.values()) >= many.value:
        count = max(sides.values())
        return f"一方当事人有{count}人，属于人数众多", f"One side has {count} parties", "likely"
    if _missing(judgment):
        return "文书写被告下落不明", "The defendant is said to be missing", "likely"
    return None


def _missing(judgment: Judgment) -> bool:
    """Whether a defendant's whereabouts are said to be unknown."""
    names = [n for p in judgment.parties if side(p) == "被告" for n in (p.name, *p.aliases)]
    told = judgment.part("course")
    return any("被告" in m[1] or any(n in m[1] for n in names) for m in _MISSING.finditer(told))
