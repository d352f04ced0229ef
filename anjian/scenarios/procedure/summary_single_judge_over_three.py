"""简易程序独任审判判处三年以上。

English: Summary procedure before a single judge ended in a term of more than three years.

## What 查什么
适用简易程序、由审判员一人独任审判的案件，对被告人判处的有期徒刑超过三年（或者更重的刑罚）。

## Why 为何
可能判处的有期徒刑超过三年的，应当组成合议庭审判；独任审判属审判组织不合法，可致二审发回。

## Method 方法
读出审理经过中的程序与审判组织、落款签名人数和主文中本案各罪及决定执行的刑期，逐一与三年比较。

## Exclusions 排除
恰好三年的不报；与前罪未执行完毕的刑罚合并后才超过三年的不报；审理中转为普通程序的不报；
落款有两人以上签名的由审判组织与落款不符场景处理。

## Assumptions 假定
宣告的刑期说明“可能判处”的刑期。文书未写审判组织而只有一名审判员署名的，按独任审判看待，确定性降为较可能。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百一十六条第一款（2018年10月26日前为第二百一十条第一款）。

## Remedy 怎么改
未生效的，转由合议庭重新审理；已生效的，报审判监督部门研究。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.limits import limit_on
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import basis_on, both, heavier_than, signed_alone, term_place

SCENARIO = Scenario(
    code="PRO301",
    name="summary-single-judge-over-three",
    title=Words("简易程序独任审判判处三年以上", "Summary procedure, single judge, over three years"),
    family="procedure",
    basis=both("210", "216", 1),
    certainty="certain",
    severity="major",
    subjects=("criminal-first",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per penalty above the ceiling."""
    course, on = judgment.course, decided_on(judgment)
    if course is None or on is None or course.procedure != "简易" or not signed_alone(judgment):
        return
    limit = limit_on("简易程序独任刑期上限", on)
    if limit is None or course.procedure_place is None:
        return
    for result in heavier_than(judgment, int(limit.value)):
        place = term_place(judgment, result.penalty)
        found = judgment.words(place)
        yield SCENARIO.finding(
            judgment,
            place,
            f"本案适用简易程序独任审判，对{result.party}判处{found}，超过三年，应当由合议庭审判。",
            f"Tried in summary procedure by a single judge, yet the penalty ({found}) "
            "exceeds three years: a panel is needed.",
            expected="有期徒刑三年以下，或者组成合议庭",
            found=found,
            certainty="certain" if course.panel_place else "likely",
            basis=basis_on(SCENARIO, on),
        )
