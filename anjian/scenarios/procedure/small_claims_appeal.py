"""小额诉讼判决告知上诉，或者不得适用小额诉讼。

English: A small-claims judgment with a notice of appeal, or small claims in a case barred from it.

## What 查什么
写明适用小额诉讼程序的判决告知可以上诉；离婚、收养、监护、探望、抚养关系、确权、涉外、知识产权（2022年以前）案件适用小额诉讼程序；
2022年以后有反诉的案件适用小额诉讼程序。

## Why 为何
小额诉讼实行一审终审，告知上诉会使当事人误以为判决没有生效。

## Method 方法
读审理经过写明的程序、告知段落、案由和反诉的称谓。

## Exclusions 排除
后来转为简易程序或者普通程序的不报；标的额是否超过上限取决于各地上年度平均工资，没有收录，不查；
身份关系清楚的赡养费、抚养费、扶养费案件，离婚后财产、人身损害赔偿案件不报；小额诉讼的再审不查；
下落不明由 PRO320、PRO321 检查。

## Assumptions 假定
文书写明的最后一个程序是判决时适用的程序。

## Basis 依据
《中华人民共和国民事诉讼法》第一百六十五条、第一百六十六条（2022年1月1日前为第一百六十二条）；
民事诉讼法解释（2020）第二百七十五条。

## Remedy 怎么改
裁定补正并重新送达；不得适用小额诉讼程序的，依照审判监督程序处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .civil import EDITION_2021, INTERPRETATION, INTERPRETED, civil_law, document_type, small_claims, touches_abroad
from .common import basis_on
from .remedies import appeal_denied, opening_of

SCENARIO = Scenario(
    code="PRO327",
    name="small-claims-appeal",
    title=Words("小额诉讼判决告知上诉", "Small-claims judgment with an appeal"),
    family="procedure",
    basis=(
        *civil_law("162", "165"),
        Basis("中华人民共和国民事诉讼法", "166", since=EDITION_2021),
        Basis(INTERPRETATION, "275", since=INTERPRETED, until=EDITION_2021),
    ),
    certainty="likely",
    severity="major",
    subjects=("civil-first",),
)
_PERSONAL = re.compile(
    r"离婚纠纷|婚姻无效|撤销婚姻|收养关系|监护权|探望权|亲子关系|变更抚养关系|抚养权|所有权确认|确权"
)
_INTELLECTUAL = re.compile(r"专利|商标|著作权|商业秘密|技术秘密|不正当竞争|植物新品种|知识产权")
_COUNTER = re.compile(r"反诉(?:原告|被告)")
Problem = tuple[Place, str, str, str]


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding about the notice and one about the kind of case."""
    on, course = decided_on(judgment), judgment.course
    if on is None or course is None or course.procedure_place is None or not small_claims(judgment):
        return
    if document_type(judgment) != "判决书":
        return
    for place, zh, en, expected in (*_notice(judgment), *_kind(judgment, course.procedure_place, on)):
        yield SCENARIO.finding(
            judgment,
            place,
            zh,
            en,
            expected=expected,
            found=judgment.words(place),
            basis=basis_on(SCENARIO, on),
        )


def _notice(judgment: Judgment) -> Iterator[Problem]:
    appeal = judgment.appeal
    if appeal and not appeal.final and not appeal_denied(judgment, appeal):
        yield (
            opening_of(judgment, appeal),
            "小额诉讼实行一审终审，文书写明适用小额诉讼程序，却告知可以上诉。",
            "Small claims are final at first instance, yet the judgment tells of an appeal.",
            "本判决为终审判决",
        )


def _kind(judgment: Judgment, place: Place, on: date) -> Iterator[Problem]:
    cause = judgment.cause.name if judgment.cause else ""
    reason = None
    if _PERSONAL.search(cause) and not cause.endswith("费纠纷"):
        reason = f"{cause}属于人身关系、确权案件"
    elif touches_abroad(judgment) and "涉外" in judgment.plain:
        reason = "案件是涉外案件"
    elif on < EDITION_2021 and _INTELLECTUAL.search(cause):
        reason = f"{cause}属于知识产权纠纷"
    elif on >= EDITION_2021 and any(_COUNTER.search(p.role + (p.former_role or "")) for p in judgment.parties):
        reason = "当事人提出了反诉"
    if reason:
        yield (
            place,
            f"{reason}，不适用小额诉讼程序。",
            "This kind of case is barred from small claims.",
            "简易程序或者普通程序",
        )
