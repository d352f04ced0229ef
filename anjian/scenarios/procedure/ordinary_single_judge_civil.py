"""民事、行政案件违法独任审理。

English: A civil or administrative case was tried by one judge where the law wants a panel.

## What 查什么
民事第一审普通程序在2022年1月1日以前由一人审理；中级以上法院的民事第一审判决由一人作出；发回重审、再审、公益诉讼、
第三人撤销之诉的案件由一人审理；行政案件没有适用简易程序而由一人审理。

## Why 为何
审判组织的组成不合法属于严重违反法定程序，第二审应当发回重审。

## Method 方法
读审理经过写明的程序和独任、合议的用语，没有写审判组织的看落款人数，与法院级别、裁判日期和案件种类对照。

## Exclusions 排除
判决书以外，只查写明普通程序又写明独任的裁定书；特别程序、督促程序、公示催告程序的案件不查；海事法院可以适用简易程序，不比级别；写明简易程序、小额诉讼程序的由
PRO321 检查；2020年1月15日至2022年1月15日可能属于民事诉讼程序繁简分流试点的法院不查；写合议庭而只有一人署名的由
PRO305 检查。

## Assumptions 假定
没有写审判组织而只有一人署名的，落款可能在上网时不全，只作较可能。

## Basis 依据
《中华人民共和国民事诉讼法》第四十条、第四十一条、第四十二条（2022年1月1日前为第三十九条、第四十条）；
《中华人民共和国行政诉讼法》第六十八条、第八十三条；民事诉讼法解释第二百九十二条（2022年4月10日前为第二百九十四条）。

## Remedy 怎么改
核对案卷中的审判组织和转换程序裁定；确属违法独任的，依照上诉或者审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.law.pilots import may_be_pilot
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .civil import (
    ADMINISTRATIVE_2014,
    ADMPL,
    EARLIER_CIVPL,
    EDITION_2021,
    INTERPRETATION,
    INTERPRETED,
    civil_law,
    document_type,
    field,
    public_interest,
    remanded_here,
    special_cause,
    stage,
)
from .common import basis_on, signed_alone

SCENARIO = Scenario(
    code="PRO304",
    name="ordinary-single-judge-civil",
    title=Words("民事、行政案件违法独任审理", "Civil or administrative case tried by one judge"),
    family="procedure",
    basis=(
        EARLIER_CIVPL,
        *civil_law("39", "40"),
        *civil_law("40", "41"),
        Basis("中华人民共和国民事诉讼法", "42", since=EDITION_2021),
        Basis(ADMPL, "68", since=ADMINISTRATIVE_2014),
        Basis(ADMPL, "83", since=ADMINISTRATIVE_2014),
        Basis(INTERPRETATION, "294", since=INTERPRETED, until=date(2022, 4, 10)),
        Basis(INTERPRETATION, "292", since=date(2022, 4, 10)),
    ),
    certainty="certain",
    severity="major",
    subjects=("civil-first", "civil-retrial", "administrative-first", "administrative-retrial"),
)
_SIMPLE = ("简易", "小额诉讼")
Problem = tuple[str, str]


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    on, course = decided_on(judgment), judgment.course
    if on is None or course is None or not judgment.members or not _decides(judgment):
        return
    if (
        stage(judgment) == "second"
        or not signed_alone(judgment)
        or course.procedure in _SIMPLE
        or special_cause(judgment)
    ):
        return
    problem = _administrative(judgment) if field(judgment) == "行政" else _civil(judgment, on)
    if problem is None:
        return
    place, certainty = _place(judgment)
    yield SCENARIO.finding(
        judgment,
        place,
        problem[0],
        problem[1],
        expected="合议庭",
        found="独任",
        certainty=certainty,
        basis=tuple(b for b in basis_on(SCENARIO, on) if ("行政" in b.law) == (field(judgment) == "行政")),
    )


def _decides(judgment: Judgment) -> bool:
    """A judgment, or a ruling that itself names both the ordinary procedure and the single judge."""
    course = judgment.course
    if document_type(judgment) == "判决书":
        return True
    named = course is not None and course.panel_place is not None and course.procedure_place is not None
    return named and document_type(judgment) == "裁定书"


def _place(judgment: Judgment) -> tuple[Place, Certainty]:
    """Where one judge is stated, or the only signature, and how sure that is."""
    course = judgment.course
    assert course is not None
    if course.panel_place is not None:
        return course.panel_place, "certain"
    if course.procedure == "普通" and course.procedure_place is not None:
        return course.procedure_place, "likely"
    return judgment.members[0], "likely"


def _administrative(judgment: Judgment) -> Problem | None:
    on, course = decided_on(judgment), judgment.course
    if on is None or course is None or on < ADMINISTRATIVE_2014:
        return None
    if course.procedure == "普通" and course.procedure_place is not None:
        return "行政案件适用普通程序，却由审判员一人审理。", "An administrative case of ordinary procedure, one judge."
    return (
        "行政案件只有适用简易程序才能独任审理，文书没有写明简易程序。",
        "One judge may try an administrative case in summary procedure only; none is named.",
    )


def _civil(judgment: Judgment, on: date) -> Problem | None:
    course, court, cause = judgment.course, judgment.court, judgment.cause
    assert course is not None
    if judgment.instance == "retrial":
        return "再审案件应当另行组成合议庭，文书却由一人审理。", "A retrial needs a panel."
    if remanded_here(judgment):
        return "发回重审的案件应当另行组成合议庭，文书却由一人审理。", "A case sent back for retrial needs a panel."
    if cause is not None and "第三人撤销之诉" in cause.name and on >= INTERPRETED:
        return "第三人撤销之诉应当组成合议庭，文书却由一人审理。", "An action to revoke by a third party needs a panel."
    if public_interest(judgment):
        return "公益诉讼案件不得独任审理。", "A case in the public interest is not tried by one judge."
    if court is None or may_be_pilot(court.name, on):
        return None
    if court.level in ("intermediate", "high", "supreme") and "海事" not in court.name:
        return (
            "只有基层人民法院审理的第一审民事案件可以独任，本院级别更高。",
            "Only a basic court may try a civil case by one judge.",
        )
    if on < EDITION_2021 and course.procedure == "普通" and course.procedure_place is not None:
        return (
            "2022年1月1日以前适用普通程序的民事案件应当组成合议庭，文书却由一人审理。",
            "Before 2022 the ordinary procedure needs a panel.",
        )
    return None
