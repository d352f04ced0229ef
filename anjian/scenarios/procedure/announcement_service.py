"""简易程序、小额诉讼程序公告送达。

English: Service by public announcement in a case of summary or small-claims procedure.

## What 查什么
民事第一审文书写明适用简易程序或者小额诉讼程序，同时写明向当事人公告送达。

## Why 为何
适用简易程序的案件不适用公告送达；需要公告送达的应当转为普通程序。

## Method 方法
读审理经过写明的程序和公告送达、公告传唤的用语。

## Exclusions 排除
后来转为普通程序的不报；2020年1月15日至2022年1月15日可能属于民事诉讼程序繁简分流试点的法院不查；
公告只见于答辩、查明部分的只作较可能；2015年2月4日以前的只作较可能；刊登债权转让公告、招领公告等不是送达的不报。

## Assumptions 假定
审理经过写的公告是本案的送达。

## Basis 依据
民事诉讼法解释第一百四十条；此前为最高人民法院关于适用简易程序审理民事案件的若干规定第一条第（一）项。

## Remedy 怎么改
核对送达方式；确属公告送达的，应当转为普通程序而没有转的，依照上诉或者审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.pilots import may_be_pilot
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .civil import INTERPRETATION, INTERPRETED
from .common import basis_on

SCENARIO = Scenario(
    code="PRO320",
    name="announcement-service",
    title=Words("简易程序、小额诉讼程序公告送达", "Announcement in summary procedure"),
    family="procedure",
    basis=(
        Basis(INTERPRETATION, "140", since=INTERPRETED),
        Basis("最高人民法院关于适用简易程序审理民事案件的若干规定", "1", item=1, until=INTERPRETED),
    ),
    certainty="certain",
    severity="major",
    subjects=("civil-first",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    on, course = decided_on(judgment), judgment.course
    if on is None or course is None or course.procedure_place is None or course.procedure not in ("简易", "小额诉讼"):
        return
    place = judgment.announcement
    if place is None or judgment.court is None or may_be_pilot(judgment.court.name, on):
        return
    if course.filed and course.filed.value and may_be_pilot(judgment.court.name, course.filed.value):
        return
    told = judgment.section_at(judgment.plain_span(place)[0]) == "course"
    procedure = judgment.words(course.procedure_place)
    yield SCENARIO.finding(
        judgment,
        place,
        f"文书写明适用{procedure}，又写明公告送达；适用简易程序的案件不适用公告送达。",
        "A case of summary procedure was served by announcement, which that procedure does not allow.",
        expected="转为普通程序",
        found=judgment.words(place),
        certainty="certain" if told and on >= INTERPRETED else "likely",
        basis=basis_on(SCENARIO, on),
    )
