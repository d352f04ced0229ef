"""不公开审理没有法定理由，或者应当不公开而公开。

English: A closed hearing with no lawful reason in sight, or an open hearing of a case of sexual privacy.

## What 查什么
写明不公开审理，但没有写理由，案件性质也看不出涉及国家秘密、个人隐私、商业秘密或者未成年人；或者强奸、强制猥亵、
猥亵儿童案件写明公开审理。民事、行政案件写明不公开审理，没有写理由，案由也看不出涉及隐私、秘密或者婚姻家庭。

## Why 为何
公开审判是原则，不公开只限于法定情形；涉及个人隐私的案件公开审理会伤害被害人。

## Method 方法
读审理经过的公开用语和理由，与指控罪名、被告人年龄对照。

## Exclusions 排除
写有理由的不评价理由是否充分；性犯罪、卖淫、重婚、虐待、侮辱诽谤、侵犯公民个人信息、
涉密和商业秘密犯罪的不公开不报；有未成年被告人或者被害人的，当事人栏写有学生的不报。
民事的婚姻家庭、收养监护、人格权、商业秘密、知识产权案件，有未成年当事人的案件的不公开不报；没有开庭的不报。

## Assumptions 假定
罪名足以说明案件是否可能涉及隐私或者秘密。

## Basis 依据
《中华人民共和国刑事诉讼法》第一百八十八条（2018年10月26日前为第一百八十三条）；
《中华人民共和国民事诉讼法》第一百三十七条（2022年1月1日前为第一百三十四条）；《中华人民共和国行政诉讼法》第五十四条。

## Remedy 怎么改
有法定理由而漏写的补正；没有理由的，核对庭审情况依法处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .civil import ADMINISTRATIVE_2014, ADMPL, EARLIER_ADMPL, EARLIER_CIVPL, civil_law, field
from .common import basis_on, both, text_before_basis

SCENARIO = Scenario(
    code="PRO322",
    name="closed-hearing-reason",
    title=Words("公开或者不公开审理有误", "Hearing wrongly closed or open"),
    family="procedure",
    basis=(
        *both("183", "188"),
        EARLIER_CIVPL,
        EARLIER_ADMPL,
        *civil_law("134", "137"),
        Basis(ADMPL, "54", since=ADMINISTRATIVE_2014),
    ),
    certainty="likely",
    severity="minor",
    subjects=("criminal-first", "civil-first", "civil-second", "administrative-first", "administrative-second"),
)
_LAWS = {"刑事": "刑事诉讼法", "民事": "民事诉讼法", "行政": "行政诉讼法"}
#: Causes that touch family, privacy or secrets, whose hearing may be closed.
_INTIMATE = re.compile(
    r"婚|同居|抚养|扶养|赡养|收养|监护|探望|亲子|继承|遗|隐私|名誉|人格|姓名|肖像|荣誉|个人信息|性骚扰|身体权|健康权|生命权|彩礼"
    r"|秘密|专利|著作权|软件|不正当竞争|竞业|技术|人身|保护令|家"
)
_SEXUAL = ("强奸", "猥亵")
_SEX = anchors(*_SEXUAL)
_PRIVATE = (
    *_SEXUAL,
    "卖淫",
    "嫖",
    "淫秽",
    "重婚",
    "婚姻",
    "虐待",
    "遗弃",
    "侮辱",
    "诽谤",
    "个人信息",
    "通信自由",
    "间谍",
    "国家秘密",
    "军事秘密",
    "情报",
    "商业秘密",
    "邪教",
    "颠覆",
    "分裂国家",
    "拐卖",
    "拐骗",
    "强迫",
    "恐怖",
)
_OTHER_REASON = ("隐私", "国家秘密", "商业秘密", "未成年", "不满十八", "不满十四", "不满14", "幼女")
_YOUNG = ("学生", "在校")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    course, on = judgment.course, decided_on(judgment)
    if field(judgment) != "刑事":
        yield from _civil(judgment)
        return
    if course is None or on is None or course.open_place is None or course.open is None:
        return
    if course.open and not judgment.has(_SEX):
        return
    charges = {c.name for c in (*judgment.charges_alleged, *judgment.convicted_of)}
    if not charges:
        return
    if course.open and all(any(word in name for word in _SEXUAL) for name in charges):
        yield SCENARIO.finding(
            judgment,
            course.open_place,
            f"{'、'.join(sorted(charges))}案件涉及个人隐私，应当不公开审理，文书写明公开审理。",
            "A case of a sexual offence touches privacy and is not heard in public; the document says it was.",
            expected="不公开审理",
            found=judgment.words(course.open_place),
            basis=tuple(b for b in basis_on(SCENARIO, on) if "刑事" in b.law),
        )
    if course.open is False and not _explained(judgment, charges):
        yield SCENARIO.finding(
            judgment,
            course.open_place,
            f"文书写明不公开审理，没有写理由，{'、'.join(sorted(charges))}案件也看不出法定的不公开情形。",
            "The hearing was closed; no reason is given and none of the lawful ones can be seen.",
            expected="公开审理，或者写明不公开的理由",
            found=judgment.words(course.open_place),
            basis=tuple(b for b in basis_on(SCENARIO, on) if "刑事" in b.law),
        )


def _civil(judgment: Judgment) -> Iterator[Finding]:
    """A closed hearing of a civil or administrative case with no lawful reason in sight."""
    course, on, cause = judgment.course, decided_on(judgment), judgment.cause
    if course is None or on is None or course.open is not False or course.open_place is None or cause is None:
        return
    if course.closed_reason or course.heard is False or _INTIMATE.search(cause.name):
        return
    told = text_before_basis(judgment)
    if any(word in told for word in (*_OTHER_REASON, "申请不公开", "同意不公开", "法定代理人", *_YOUNG)):
        return
    yield SCENARIO.finding(
        judgment,
        course.open_place,
        f"文书写明不公开审理，没有写理由，{cause.name}案件也看不出法定的不公开情形。",
        "The hearing was closed; no reason is given and none of the lawful ones can be seen.",
        expected="公开审理，或者写明不公开的理由",
        found=judgment.words(course.open_place),
        basis=tuple(b for b in basis_on(SCENARIO, on) if _LAWS.get(field(judgment) or "", "") in b.law),
    )


def _explained(judgment: Judgment, charges: set[str]) -> bool:
    """Whether a lawful reason is given or may be seen."""
    course = judgment.course
    if course is None or course.closed_reason:
        return True
    if any(word in name for name in charges for word in _PRIVATE):
        return True
    if any(word in text_before_basis(judgment) for word in _OTHER_REASON):
        return True
    return any(word in judgment.plain[: judgment.plain_span(course)[0]] for word in _YOUNG)
