"""未成年人案件公开审理。

English: A defendant was under 18 at trial, yet the hearing was public.

## What 查什么
审判时不满十八周岁的被告人的案件，文书写明公开审理。

## Why 为何
审判时被告人不满十八周岁的案件，一律不公开审理。

## Method 方法
由出生日期算出十八周岁生日；写明开庭日期的，与最后一次开庭日期比较，否则与裁判日期比较。

## Exclusions 排除
没有出生日期的不报；犯罪时未成年、开庭时已满十八周岁的不报。

## Assumptions 假定
文书中的出生日期无误。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百八十五条（2018年10月26日前为第二百七十四条）；司法解释（2021）第五百五十七条，
（2012）第四百六十七条。

## Remedy 怎么改
核对庭审笔录：确已公开审理的，依法处理；实际没有公开的，裁定补正。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import basis_on, both, interpreted, long_adult, turns_adult

SCENARIO = Scenario(
    code="PRO310",
    name="minor-open-trial",
    title=Words("未成年人案件公开审理", "A minor tried in public"),
    family="procedure",
    basis=(*both("274", "285"), *interpreted("467", "557")),
    certainty="certain",
    severity="major",
    subjects=("criminal-first", "criminal-second"),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per defendant under age."""
    course, on = judgment.course, decided_on(judgment)
    if course is None or on is None or course.open is not True or course.open_place is None:
        return
    hearings = [h.value for h in course.hearings if h.value]
    trial: date = max(hearings, default=on)
    for party in judgment.defendants:
        if party.kind != "person" or long_adult(party, on, trial):
            continue
        adult = turns_adult(party, on)
        if adult is None or trial > adult:
            continue
        yield SCENARIO.finding(
            judgment,
            course.open_place,
            f"被告人{party.name}于{adult.isoformat()}满十八周岁，审判时（{trial.isoformat()}）尚未"
            "成年，应当不公开审理。",
            f"A defendant under 18 at trial ({trial.isoformat()}): the hearing must not be public.",
            expected="不公开审理",
            found=judgment.words(course.open_place),
            basis=basis_on(SCENARIO, on),
        )
