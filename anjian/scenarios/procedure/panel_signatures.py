"""审判组织与落款不符。

English: The signature block does not fit the stated form of the panel, or shows a panel the law does not know.

## What 查什么
写独任审判却有数人署名，写合议庭却只有一人署名；署名人数为双数，或者2018年10月26日以后不是法律规定的人数；
有人民陪审员的七人合议庭不是法官三人、陪审员四人；
全部由人民陪审员署名；人民陪审员任审判长；刑事、民事第二审有人民陪审员署名；独任审判以审判长名义署名，
合议庭无人以审判长名义署名，或者不止一人署审判长；民事、行政案件写明简易程序、小额诉讼程序而有数人署名；
2018年4月27日以后有人民陪审员而不是三人或者七人；特别程序、督促程序、公示催告程序有人民陪审员署名。

## Why 为何
审判组织的组成不合法是应当发回重审的情形；落款是审判组织最直接的证明。

## Method 方法
读落款中审判长、审判员、人民陪审员的姓名与职务，与审理经过写明的审判组织对照。

## Exclusions 排除
审理中转换程序的，不比对独任与合议庭；没有读出署名的不报；七人合议庭的构成只查2018年4月27日以后的裁判。
刑事以外只查判决书、裁定书、决定书，调解书可以由一名审判员署名；有执行长、执行员署名的不查；裁定书、决定书只作较可能；
行政第二审有人民陪审员的只作较可能；撤销仲裁裁决、确认仲裁协议效力不是特别程序。

## Assumptions 假定
文书完整，落款没有在上网时被删减。审判长称谓的不一致只作较可能。

## Basis 依据
《中华人民共和国刑事诉讼法》第一百八十三条（2018年10月26日前为第一百七十八条）；
《中华人民共和国人民陪审员法》第十四条；《中华人民共和国民事诉讼法》第四十条、第四十一条（2022年1月1日前为第三十九条、
第四十条）；《中华人民共和国行政诉讼法》第六十八条；《中华人民共和国国家赔偿法》第二十九条。

## Remedy 怎么改
核对案卷中的合议庭组成告知书和评议笔录；署名写错的裁定补正，组成不合法的依法处理。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Member, Place
from anjian.law.limits import limit_on
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .civil import (
    ADMINISTRATIVE_2014,
    ADMPL,
    EARLIER_ADMPL,
    EARLIER_CIVPL,
    LAY_JUDGES,
    LAY_JUDGES_2018,
    civil_law,
    field,
)
from .common import basis_on, both
from .panel_civil import LAY, problems

SCENARIO = Scenario(
    code="PRO305",
    name="panel-signatures",
    title=Words("审判组织与落款不符", "Panel and signatures do not agree"),
    family="procedure",
    basis=(
        *both("178", "183"),
        Basis(LAY_JUDGES, "14", since=LAY_JUDGES_2018),
        EARLIER_CIVPL,
        EARLIER_ADMPL,
        *civil_law("39", "40"),
        *civil_law("40", "41"),
        Basis(ADMPL, "68", since=ADMINISTRATIVE_2014),
        Basis("中华人民共和国国家赔偿法", "29", since=date(2013, 1, 1)),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
_LAWS = {"刑事": "刑事诉讼法", "民事": "民事诉讼法", "行政": "行政诉讼法", "执行": "民事诉讼法", "赔偿": "国家赔偿法"}
PRESIDING = ("审判长", "代理审判长", "院长", "副院长", "庭长", "副庭长")


def check(judgment: Judgment) -> Iterator[Finding]:
    """Every way in which the signatures contradict the stated form or the law."""
    members = judgment.members
    if not members or decided_on(judgment) is None:
        return
    if field(judgment) != "刑事":
        for place, zh, en, expected, found, certainty in problems(judgment):
            yield _report(judgment, place, zh, en, expected, found, certainty)
        yield from _seven(judgment, [m for m in members if m.role in LAY])
        return
    lay = [m for m in members if m.role in LAY]
    if len(members) == 1:
        yield from _single(judgment)
    else:
        yield from _several(judgment)
        yield from _presiding(judgment)
    if lay:
        yield from _lay(judgment, lay)
        yield from _seven(judgment, lay)
    yield from _size(judgment)


def _single(judgment: Judgment) -> Iterator[Finding]:
    """One signature against the stated form."""
    course, member = judgment.course, judgment.members[0]
    if course is None or course.panel_place is None or course.converted:
        return
    if course.panel_form == "合议庭":
        yield _report(
            judgment,
            course.panel_place,
            "文书写组成合议庭，落款却只有一人署名。",
            "A panel is stated, but one judge signed.",
            "三人以上署名",
            "一人署名",
        )
    if course.panel_form == "独任" and member.role == "审判长":
        yield _report(
            judgment,
            member,
            "独任审判没有审判长，落款却署审判长。",
            "A single judge signs as presiding judge.",
            "审判员",
            "审判长",
            "likely",
        )


def _several(judgment: Judgment) -> Iterator[Finding]:
    """More than one signature against the stated form, and an even number."""
    course, signed = judgment.course, len(judgment.members)
    if course and course.panel_place and not course.converted and course.panel_form == "独任":
        yield _report(
            judgment,
            course.panel_place,
            f"文书写独任审判，落款却有{signed}人署名。",
            f"A single judge is stated, but {signed} signed.",
            "一人署名",
            f"{signed}人署名",
        )
    if signed % 2 == 0:
        yield _report(
            judgment,
            judgment.members[-1],
            f"落款署名{signed}人，合议庭人数应当是单数。",
            "The panel signed in even number.",
            "单数",
            f"{signed}人",
        )


def _lay(judgment: Judgment, lay: list[Member]) -> Iterator[Finding]:
    """Lay judges alone, first without a presiding judge, or at second instance."""
    members = judgment.members
    if len(lay) == len(members):
        yield _report(
            judgment,
            lay[0],
            "落款署名的都是人民陪审员，没有法官。",
            "Only lay judges signed.",
            "有法官",
            "全部为人民陪审员",
        )
    elif members[0].role in LAY and not any(m.role in PRESIDING for m in members):
        yield _report(
            judgment,
            lay[0],
            "落款以人民陪审员居首且没有审判长，应当由法官担任审判长。",
            "A lay judge signs first and nobody presides; a judge has to preside.",
            "法官担任审判长",
            members[0].role,
            "likely",
        )
    if lay and judgment.instance == "second":
        yield _report(
            judgment,
            lay[0],
            "第二审刑事案件由审判员组成合议庭，落款却有人民陪审员。",
            "A lay judge signed a decision at second instance.",
            "审判员三人或者五人",
            lay[0].role,
        )


def _presiding(judgment: Judgment) -> Iterator[Finding]:
    """A panel has one presiding judge."""
    members = judgment.members
    presiding = [m for m in members if m.role in ("审判长", "代理审判长")]
    if len(presiding) > 1:
        yield _report(
            judgment,
            presiding[1],
            f"合议庭只有一名审判长，落款有{len(presiding)}人署审判长。",
            f"A panel has one presiding judge; {len(presiding)} sign as such.",
            "审判长一人",
            f"审判长{len(presiding)}人",
        )
    if len(members) > 1 and not any(m.role in PRESIDING for m in members) and members[0].role not in LAY:
        yield _report(
            judgment,
            members[0],
            "合议庭应当有审判长，落款没有人署审判长。",
            "A panel without a presiding judge among the signatures.",
            "审判长",
            members[0].role,
            "likely",
        )


def _seven(judgment: Judgment, lay: list[Member]) -> Iterator[Finding]:
    """Seven with lay judges must be three judges and four lay judges."""
    on = decided_on(judgment)
    if on is None or len(judgment.members) != 7 or not lay:
        return
    judges, needed = limit_on("七人合议庭法官", on), limit_on("七人合议庭陪审员", on)
    if judges is None or needed is None or len(lay) == int(needed.value):
        return
    found = f"法官{7 - len(lay)}人、人民陪审员{len(lay)}人"
    yield _report(
        judgment,
        lay[0],
        f"七人合议庭应当由法官三人与人民陪审员四人组成，落款为{found}。",
        f"A panel of seven is three judges and four lay judges; here {7 - len(lay)} and {len(lay)}.",
        "法官三人、人民陪审员四人",
        found,
    )


def _size(judgment: Judgment) -> Iterator[Finding]:
    """An odd number of signatures that no panel of this court and instance can have."""
    on, signed = decided_on(judgment), len(judgment.members)
    if signed == 1 or signed % 2 == 0:
        return
    level = judgment.court.level if judgment.court else None
    small = limit_on("合议庭人数", on) if on else None
    large = limit_on("大合议庭人数" if judgment.instance == "first" else "二审大合议庭人数", on) if on else None
    if small is None or large is None:
        return
    if judgment.instance == "second" or (judgment.instance == "first" and level in ("basic", "intermediate")):
        allowed = (int(small.value), int(large.value))
        if signed not in allowed:
            yield _report(
                judgment,
                judgment.members[-1],
                f"落款署名{signed}人，本院审理此类案件的合议庭应当是{allowed[0]}人或者{allowed[1]}人。",
                f"{signed} signed; such a panel has {allowed[0]} or {allowed[1]} members.",
                f"{allowed[0]}人或者{allowed[1]}人",
                f"{signed}人",
            )


def _report(
    judgment: Judgment, place: Place, zh: str, en: str, expected: str, found: str, certainty: Certainty = "certain"
) -> Finding:
    on, law = decided_on(judgment), _LAWS.get(field(judgment) or "", "")
    basis = tuple(b for b in basis_on(SCENARIO, on) if law in b.law or b.law == LAY_JUDGES) if on else None
    return SCENARIO.finding(judgment, place, zh, en, expected=expected, found=found, certainty=certainty, basis=basis)
