"""普通程序由一人独任审判。

English: A criminal case in ordinary procedure was tried by one judge.

## What 查什么
刑事第一审案件写明适用（或者转为）普通程序，却写独任审判，或者落款只有一名审判员署名。

## Why 为何
刑事第一审普通程序应当组成合议庭，独任审判只限基层法院的简易程序和速裁程序。

## Method 方法
读审理经过所写的最后程序和审判组织，与落款签名人数对照。

## Exclusions 排除
没有写明普通程序的不报；写组成合议庭而只有一人署名的，由审判组织与落款不符场景处理。

## Assumptions 假定
写明的程序是审理终结时的程序。审判组织没有写明、只能从落款看出的，只作较可能。

## Basis 依据
《中华人民共和国刑事诉讼法》第一百八十三条第一款（2018年10月26日前为第一百七十八条第一款）。

## Remedy 怎么改
核对案卷：审判组织不合法的，依法重新审理；程序或者署名写错的，裁定补正。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import basis_on, both, signed_alone

SCENARIO = Scenario(
    code="PRO303",
    name="ordinary-single-judge-criminal",
    title=Words("普通程序由一人独任审判", "Ordinary criminal procedure tried by one judge"),
    family="procedure",
    basis=both("178", "183", 1),
    certainty="certain",
    severity="major",
    subjects=("criminal-first",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    course, on = judgment.course, decided_on(judgment)
    if course is None or on is None or course.procedure != "普通" or course.procedure_place is None:
        return
    if not signed_alone(judgment):
        return
    stated = course.panel_place is not None
    found = "独任审判" if stated else "一名审判员署名"
    yield SCENARIO.finding(
        judgment,
        course.panel_place or course.procedure_place,
        f"本案适用普通程序，应当组成合议庭，文书却是{found}。",
        "Ordinary procedure needs a panel; the document shows a single judge.",
        expected="组成合议庭",
        found=found,
        certainty="certain" if stated else "likely",
        basis=basis_on(SCENARIO, on),
    )
