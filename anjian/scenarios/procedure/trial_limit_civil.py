"""民事案件超过审理期限。

English: From filing to decision a civil case took longer than the procedure used allows.

## What 查什么
民事第一审、第二审判决从立案到裁判的时间，超过所用程序经批准延长后的期限，而文书没有延长、中止、鉴定、公告、转换程序等记载。

## Why 为何
审理期限是法律规定的办案时限，超期损害当事人的利益，也是审判管理的重点。

## Method 方法
简易程序按累计期限（三个月；2015年2月4日起六个月；2022年起四个月）；2022年起立案的小额诉讼按三个月；
普通程序超过六个月加六个月的只作提示，再超过三个月的作较可能；第二审判决超过三个月加三个月的只作提示。
期限从立案次日起算，月按对应日计算；审理中期限修改的按较长的算。

## Exclusions 排除
没有写立案日期的不查；文书提到公告、鉴定、评估、审计、中止、延期、管辖、反诉、追加、变更请求、转换程序、和解、发回重审、再审、
疫情的不报；涉外、涉港澳台和海事案件不查；裁定、调解书不查；2020年1月15日至2022年1月15日可能属于繁简分流试点的法院，
简易程序不查；期限末日可能遇法定节假日，超过不足九日的不报。

## Assumptions 假定
裁判文书的日期是审结日期。扣除审限的事由常常不写入文书，都须到案卷中核对。

## Basis 依据
《中华人民共和国民事诉讼法》第一百五十二条、第一百六十四条、第一百六十八条、第一百八十三条（2022年1月1日前第一百四十九条、
第一百六十一条、第一百七十六条）；最高人民法院关于严格执行案件审理期限制度的若干规定第二条。

## Remedy 怎么改
调取审限台账核对；确已超期的，查明原因，追究审限管理责任。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.law.pilots import may_be_pilot
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .civil import EARLIER_CIVPL, EDITION_2021, civil_law, document_type, special_cause
from .common import basis_on
from .elapsed import excused, filed_day, overrun, told

SCENARIO = Scenario(
    code="PRO313",
    name="trial-limit-civil",
    title=Words("民事案件超过审理期限", "Civil trial beyond its limit"),
    family="procedure",
    basis=(
        EARLIER_CIVPL,
        *civil_law("149", "152"),
        *civil_law("161", "164"),
        Basis("中华人民共和国民事诉讼法", "168", since=EDITION_2021),
        *civil_law("176", "183"),
        Basis("最高人民法院关于严格执行案件审理期限制度的若干规定", "2"),
    ),
    certainty="likely",
    severity="major",
    subjects=("civil-first", "civil-second"),
)
_ORDINARY = ("民事普通程序审限", "民事普通程序延长")
_SIMPLE = "简易程序"
_SECOND = ("民事二审审限", "民事二审延长")
Steps = tuple[tuple[tuple[str, ...], Certainty], ...]


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    if document_type(judgment) != "判决书":
        return
    if judgment.court is None or "海事" in judgment.court.name:
        return
    filed, on = filed_day(judgment), decided_on(judgment)
    if filed is None or filed.value is None or on is None:
        return
    name, steps = _steps(judgment, filed.value)
    over = overrun(judgment, filed, steps)
    if (
        over is None
        or special_cause(judgment)
        or excused(judgment)
        or (name == _SIMPLE and _pilot(judgment, filed.value))
    ):
        return
    zh, en = told(over, name)
    articles = {limit.article for limit in over.limits}
    in_force = basis_on(SCENARIO, on)
    yield SCENARIO.finding(
        judgment,
        filed,
        zh,
        en,
        expected=over.last.isoformat(),
        found=on.isoformat(),
        certainty=over.certainty,
        basis=tuple(b for b in in_force if b.article in articles) or in_force,
    )


def _steps(judgment: Judgment, filed: date) -> tuple[str, Steps]:
    """The procedure's name and the limits to count; none where they are unknown."""
    procedure = judgment.course.procedure if judgment.course else None
    if judgment.instance == "second":
        return "第二审", ((_SECOND, "hint"),)
    if procedure == "普通":
        return "普通程序", ((_ORDINARY, "hint"), ((*_ORDINARY, "民事普通程序再延长"), "likely"))
    if procedure == "小额诉讼" and filed >= EDITION_2021:
        return "小额诉讼程序", ((("小额诉讼累计审限",), "likely"),)
    if procedure in ("简易", "小额诉讼") and judgment.court:
        return _SIMPLE, ((("民事简易程序累计审限",), "likely"),)
    return "", ()


def _pilot(judgment: Judgment, filed: date) -> bool:
    on = decided_on(judgment)
    name = judgment.court.name if judgment.court else ""
    return may_be_pilot(name, filed) or (on is not None and may_be_pilot(name, on))
