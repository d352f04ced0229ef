"""第二审违法独任审理。

English: A decision at second instance by one judge where the law wants a panel.

## What 查什么
刑事、行政第二审由一人审理；民事第二审在2022年1月1日以前由一人审理，或者在高级以上法院由一人审理，
或者第一审写明适用普通程序、对判决的上诉由一人审理。

## Why 为何
第二审原则上由合议庭审理，独任只限于法律列明的简单民事上诉案件。

## Method 方法
读审理经过写明的独任用语，没有写的看落款人数，与法院级别、裁判日期、一审程序对照。

## Exclusions 排除
2020年1月15日至2022年1月15日可能属于民事诉讼程序繁简分流试点的法院不查；
2022年以后中级人民法院的民事独任，双方是否同意常不写入文书，不查。写合议庭而只有一人署名的由 PRO305 检查。

## Assumptions 假定
没有写审判组织而只有一人署名的，落款可能在上网时不全，只作较可能。

## Basis 依据
《中华人民共和国民事诉讼法》第四十一条（2022年1月1日前为第四十条）；《中华人民共和国刑事诉讼法》第一百八十三条
（2018年10月26日前为第一百七十八条）；《中华人民共和国行政诉讼法》第八十六条。

## Remedy 怎么改
核对案卷中的审判组织和当事人同意笔录；确属违法独任的，依照审判监督程序处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.law.pilots import may_be_pilot
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .civil import (
    ADMINISTRATIVE_2014,
    ADMPL,
    EARLIER_ADMPL,
    EARLIER_CIVPL,
    EDITION_2021,
    civil_law,
    document_type,
    field,
    stage,
)
from .common import basis_on, both, signed_alone

SCENARIO = Scenario(
    code="PRO306",
    name="second-instance-single-judge",
    title=Words("第二审违法独任审理", "One judge at second instance"),
    family="procedure",
    basis=(
        EARLIER_CIVPL,
        EARLIER_ADMPL,
        *civil_law("40", "41"),
        *both("178", "183"),
        Basis(ADMPL, "86", since=ADMINISTRATIVE_2014),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal-second", "civil", "administrative"),
)
_ORDINARY_BELOW = re.compile(r"(?:一审|原审)(?:法院)?[^，。；]{0,16}适用普通程序")
_LAWS = {"刑事": "刑事", "民事": "民事", "行政": "行政"}


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    on, course = decided_on(judgment), judgment.course
    if on is None or not judgment.members or document_type(judgment) not in ("判决书", "裁定书"):
        return
    if stage(judgment) != "second" or course is None or not signed_alone(judgment):
        return
    problem = _civil(judgment, on) if field(judgment) == "民事" else ("应当组成合议庭", "needs a panel")
    if problem is None:
        return
    yield SCENARIO.finding(
        judgment,
        course.panel_place or judgment.members[0],
        f"第二审{field(judgment)}案件{problem[0]}，文书却由一人审理。",
        f"This decision at second instance {problem[1]}; one judge made it.",
        expected="合议庭",
        found="独任",
        certainty="certain" if course.panel_place else "likely",
        basis=tuple(b for b in basis_on(SCENARIO, on) if _LAWS[field(judgment) or "民事"] in b.law),
    )


def _civil(judgment: Judgment, on: date) -> tuple[str, str] | None:
    level = judgment.court.level if judgment.court else None
    if level in ("high", "supreme"):
        return "只有中级人民法院可以独任", "may be made by one judge in an intermediate court only"
    if judgment.court is None or may_be_pilot(judgment.court.name, on):
        return None
    if on < EDITION_2021:
        return "在2022年1月1日以前应当组成合议庭", "before 2022 needs a panel"
    if document_type(judgment) == "判决书" and _ORDINARY_BELOW.search(judgment.part("lower", "course")):
        return "在第一审适用普通程序的应当组成合议庭", "of a case tried in ordinary procedure needs a panel"
    return None
