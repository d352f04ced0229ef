"""应当开庭的第二审案件没有开庭。

English: A second-instance case that must be heard in court was decided without a hearing.

## What 查什么
人民检察院抗诉的案件，或者被告人一审被判处死刑立即执行的上诉案件，第二审写明不开庭审理。

## Why 为何
这两类第二审案件应当开庭；不开庭审理剥夺了当事人当庭陈述和辩论的权利。

## Method 方法
从当事人部分和审理经过读出抗诉，从原判结果读出死刑，与审理经过的“不开庭”对照。

## Exclusions 排除
抗诉已经撤回的不报；死刑缓期二年执行的不报；没有写明是否开庭的不报。对事实、证据的异议是否影响定罪量刑需要判断，
不在本场景之列。

## Assumptions 假定
文书所写的审理方式就是实际的审理方式。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百三十四条第一款（2018年10月26日前为第二百二十三条第一款）。

## Remedy 怎么改
未宣判的，依法开庭；已宣判的，报审判监督部门研究。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import basis_on, both

SCENARIO = Scenario(
    code="PRO307",
    name="no-hearing-appeal",
    title=Words("应当开庭的二审案件没有开庭", "Second instance without a mandatory hearing"),
    family="procedure",
    basis=both("223", "234", 1),
    certainty="certain",
    severity="major",
    subjects=("criminal-second",),
)
_PROTEST = re.compile(r"(?:提出|提起)抗诉")
_WITHDRAWN = re.compile(r"撤回[^，。]{0,6}抗诉|撤抗")
_UNHEARD = re.compile(r"(?:决定)?(?:不|未)开庭(?:审理)?|书面审理")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    course, on = judgment.course, decided_on(judgment)
    if course is None or on is None or course.heard is not False:
        return
    reason = _reason(judgment)
    if reason is None:
        return
    yield SCENARIO.finding(
        judgment,
        _unheard(judgment),
        f"本案系{reason[0]}，第二审应当开庭审理，文书写明没有开庭。",
        f"{reason[1]} must be heard in court at second instance; the document says it was not.",
        expected="开庭审理",
        found="不开庭审理",
        basis=basis_on(SCENARIO, on),
    )


def _reason(judgment: Judgment) -> tuple[str, str] | None:
    course = judgment.course
    words = judgment.words(course) if course else ""
    protested = any(p.role == "抗诉机关" for p in judgment.parties) or _PROTEST.search(words)
    if protested and not _WITHDRAWN.search(judgment.plain):
        return "人民检察院抗诉的案件", "A case of protest by the prosecution"
    penalties = [r.penalty for lower in judgment.lower for r in lower.results]
    if any(p.death and not p.suspended for p in penalties):
        return "被告人被判处死刑的上诉案件", "An appeal against a death sentence"
    return None


def _unheard(judgment: Judgment) -> Place:
    assert judgment.course is not None
    start, end = judgment.plain_span(judgment.course)
    m = _UNHEARD.search(judgment.plain, start, end)
    return judgment.place(m.start(), m.end()) if m else judgment.course
