"""行政案件超过审理期限。

English: From filing to judgment an administrative case took longer than the procedure used allows.

## What 查什么
行政第一审、第二审判决从立案到裁判的时间，超过审理期限，而文书没有延长、中止、鉴定、公告、转换程序等记载。

## Why 为何
行政案件的延长须经高级人民法院批准，不经批准的超期直接违法。

## Method 方法
简易程序按四十五日；第一审六个月（2015年5月1日以前三个月）、第二审三个月（以前二个月），超过的只作提示；
超过再加一次批准延长（第一审三个月、第二审二个月）的作较可能。期限从立案次日起算，月按对应日计算。

## Exclusions 排除
没有写立案日期的不查；文书提到公告、鉴定、评估、审计、中止、延期、管辖、追加、变更请求、转换程序、和解、发回重审、再审、疫情的
不报；涉外、涉港澳台案件不查；裁定、调解书不查；期限末日可能遇法定节假日，超过不足九日的不报。

## Assumptions 假定
裁判文书的日期是审结日期；第二审从收到上诉状起算，文书写的立案日期不早于收到之日。高级人民法院批准延长常不写入文书，
须到案卷中核对。

## Basis 依据
《中华人民共和国行政诉讼法》第八十一条、第八十三条、第八十八条；最高人民法院关于严格执行案件审理期限制度的若干规定第三条；
2015年5月1日前未结案件的审理期限适用修改前的规定。

## Remedy 怎么改
调取审限台账和延长审限的批复核对；确已超期的，查明原因，追究审限管理责任。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .civil import ADMINISTRATIVE_2014, ADMPL, document_type
from .elapsed import excused, filed_day, overrun, told

SCENARIO = Scenario(
    code="PRO314",
    name="trial-limit-administrative",
    title=Words("行政案件超过审理期限", "Administrative trial beyond its limit"),
    family="procedure",
    basis=(
        Basis(ADMPL, "81", since=ADMINISTRATIVE_2014),
        Basis(ADMPL, "83", since=ADMINISTRATIVE_2014),
        Basis(ADMPL, "88", since=ADMINISTRATIVE_2014),
        Basis("最高人民法院关于严格执行案件审理期限制度的若干规定", "3"),
    ),
    certainty="likely",
    severity="major",
    subjects=("administrative-first", "administrative-second"),
)
Steps = tuple[tuple[tuple[str, ...], Certainty], ...]


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding."""
    if document_type(judgment) != "判决书":
        return
    filed, on = filed_day(judgment), decided_on(judgment)
    if filed is None or filed.value is None or on is None or _straddles(filed.value, on):
        return
    name, steps = _steps(judgment)
    over = overrun(judgment, filed, steps)
    if over is None or excused(judgment):
        return
    zh, en = told(over, name)
    articles = {limit.article for limit in over.limits}
    yield SCENARIO.finding(
        judgment,
        filed,
        zh,
        en,
        expected=over.last.isoformat(),
        found=on.isoformat(),
        certainty=over.certainty,
        basis=tuple(b for b in SCENARIO.basis if b.article in articles),
    )


def _straddles(filed: date, on: date) -> bool:
    """Pending when the new limits came: the old ones hold, in practice often the new, so nothing is said."""
    return filed < ADMINISTRATIVE_2014 <= on


def _steps(judgment: Judgment) -> tuple[str, Steps]:
    """The procedure's name and the limits to count."""
    if judgment.instance == "second":
        return "行政第二审", ((("行政二审审限",), "hint"), (("行政二审审限", "行政二审延长"), "likely"))
    if judgment.course and judgment.course.procedure == "简易":
        return "行政简易程序", ((("行政简易程序审限",), "likely"),)
    return "行政第一审", ((("行政一审审限",), "hint"), (("行政一审审限", "行政一审延长"), "likely"))
