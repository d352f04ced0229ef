"""速裁程序适用条件不符。

English: Speedy procedure with a term of more than three years, a minor, or no plea of guilt and acceptance.

## What 查什么
适用速裁程序，但判处的有期徒刑超过三年，或者被告人审判时未满十八周岁，或者全文看不到认罪认罚、具结或者对指控事实、
罪名、量刑建议没有异议的记载。

## Why 为何
速裁程序省略法庭调查和辩论，只适用于三年以下、被告人认罪认罚并同意的案件，未成年人案件不得适用。

## Method 方法
取审理经过所写的最后程序、主文刑期、被告人出生日期和裁判日期；认罪认罚在全文中查找。

## Exclusions 排除
2018年10月26日以前的试点案件不查；后来转为简易或者普通程序的不查；恰好三年的不报。

## Assumptions 假定
文书写明的程序就是实际适用的程序。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百二十二条、第二百二十三条。

## Remedy 怎么改
转为简易程序或者普通程序重新审理；确有认罪认罚而漏写的，补正文书。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.limits import limit_on
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .common import CPL, EDITION_2018, birth_place, heavier_than, minors_at_trial, term_place, text_before_basis

SCENARIO = Scenario(
    code="PRO302",
    name="speedy-over-three",
    title=Words("速裁程序适用条件不符", "Speedy procedure where it is barred"),
    family="procedure",
    basis=(Basis(CPL, "222", 1, since=EDITION_2018), Basis(CPL, "223", since=EDITION_2018)),
    certainty="certain",
    severity="major",
    subjects=("criminal-first",),
)
_ACCEPTED = ("认罪", "具结", "无异议", "没有异议", "不持异议", "无意见", "没有意见", "供认不讳")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per penalty, minor, or missing plea."""
    course, on = judgment.course, decided_on(judgment)
    if course is None or course.procedure != "速裁" or course.procedure_place is None:
        return
    limit = limit_on("速裁程序刑期上限", on) if on else None
    if limit is None:
        return
    yield from _penalties(judgment, int(limit.value))
    yield from _minors(judgment)
    if not course.plea_agreement and not any(word in text_before_basis(judgment) for word in _ACCEPTED):
        yield SCENARIO.finding(
            judgment,
            course.procedure_place,
            "本案适用速裁程序，但文书没有被告人认罪认罚或者对指控没有异议的记载。",
            "Speedy procedure, but the document nowhere says that the accused pleaded guilty and accepted punishment.",
            expected="被告人认罪认罚并同意适用",
            found="无记载",
            certainty="likely",
            basis=SCENARIO.basis[:1],
        )


def _penalties(judgment: Judgment, years: int) -> Iterator[Finding]:
    for result in heavier_than(judgment, years):
        place = term_place(judgment, result.penalty)
        found = judgment.words(place)
        yield SCENARIO.finding(
            judgment,
            place,
            f"本案适用速裁程序，对{result.party}判处{found}，超过三年，不符合速裁程序的适用条件。",
            f"Tried in speedy procedure, yet the penalty ({found}) exceeds three years.",
            expected="有期徒刑三年以下",
            found=found,
            basis=SCENARIO.basis[:1],
        )


def _minors(judgment: Judgment) -> Iterator[Finding]:
    for party in minors_at_trial(judgment):
        yield SCENARIO.finding(
            judgment,
            birth_place(judgment, party),
            f"被告人{party.name}裁判时未满十八周岁，未成年人案件不适用速裁程序。",
            "A defendant under 18 at trial: speedy procedure does not apply to minors.",
            expected="不适用速裁程序",
            found="速裁程序",
            basis=SCENARIO.basis[1:],
        )
