"""缺席判决没有写明传唤。

English: A judgment in a party's absence that does not tell of a summons.

## What 查什么
民事、行政判决写明被告（被上诉人等）没有到庭而缺席审理，全文没有传票传唤、合法传唤或者公告送达的记载。

## Why 为何
缺席判决以传票合法传唤、无正当理由拒不到庭为前提；传唤没有写明，看不出缺席判决是否合法。

## Method 方法
读审理经过和答辩部分关于未到庭的记载，再在裁判要旨以前的全文找传票、传唤、公告的用语。

## Exclusions 排除
没有到庭的是第三人、原告、上诉人的不查；当事人本人没有到庭而其委托代理人到庭的不报；书面同意缺席、申请不到庭的不报；
不开庭审理的不查；中途退庭的不查。

## Assumptions 假定
文书全文可见；送达回证以案卷为准。

## Basis 依据
《中华人民共和国民事诉讼法》第一百四十七条（2022年1月1日前为第一百四十四条）；《中华人民共和国行政诉讼法》第五十八条。

## Remedy 怎么改
核对送达回证；已合法传唤的裁定补正，没有合法传唤的依照上诉或者审判监督程序处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model_civil import Absence
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .civil import ADMINISTRATIVE_2014, ADMPL, EARLIER_ADMPL, EARLIER_CIVPL, civil_law, document_type, field, side
from .common import basis_on

SCENARIO = Scenario(
    code="PRO319",
    name="default-without-summons",
    title=Words("缺席判决没有写明传唤", "Judgment in absence without a summons"),
    family="procedure",
    basis=(EARLIER_CIVPL, EARLIER_ADMPL, *civil_law("144", "147"), Basis(ADMPL, "58", since=ADMINISTRATIVE_2014)),
    certainty="likely",
    severity="major",
    subjects=("civil", "administrative"),
)
_CALLED = re.compile(
    r"传票|传唤|公告|送达(?:了)?(?:应诉|开庭|起诉状|起诉书|诉讼文书|诉讼材料)|(?:通知|告知)[^，。；]{0,12}开庭"
)
_CONSENT = re.compile(
    r"书面(?:同意|申请|表示|说明|答辩)|(?:同意|申请|请求|要求)[^，。；]{0,8}缺席|请假|表示不(?:参加|出庭|到庭)|放弃(?:到庭|出庭)"
)
_ATTACKS = ("上诉人", "再审申请人", "申诉人")
_CAME = re.compile(r"代理人[^。；]{0,40}?(?:到庭|出庭|参加)")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding for the first party that is missing uncalled."""
    on, course = decided_on(judgment), judgment.course
    if on is None or course is None or document_type(judgment) != "判决书" or course.heard is False:
        return
    if not judgment.absences:
        return
    cut = judgment.cut("basis") or judgment.cut("disposition")
    end = cut.start if cut else len(judgment.plain)
    if _CALLED.search(judgment.plain, 0, end) or _CONSENT.search(judgment.plain, 0, end):
        return
    for absence in judgment.absences:
        if absence.summons is None and _defends(judgment, absence) and not _agent_came(judgment, absence):
            yield SCENARIO.finding(
                judgment,
                absence,
                f"{absence.party}没有到庭而缺席判决，全文没有写明经传票传唤或者公告送达。",
                "Judgment was given in a party's absence; no summons is told anywhere.",
                expected="经传票传唤，无正当理由拒不到庭",
                found=judgment.words(absence),
                basis=tuple(b for b in basis_on(SCENARIO, on) if ("行政" in b.law) == (field(judgment) == "行政")),
            )
            return


def _defends(judgment: Judgment, absence: Absence) -> bool:
    found = next((p for p in judgment.parties if p.name == absence.party), None)
    if found is None or found.role in _ATTACKS:
        return False
    return side(found) == "被告" or found.role == "被上诉人"


def _agent_came(judgment: Judgment, absence: Absence) -> bool:
    """Whether somebody who represents the party came in its place."""
    agents = [c for c in judgment.counsel if absence.party in c.clients and "代理人" in c.role]
    return bool(agents) and _CAME.search(judgment.part("course")) is not None
