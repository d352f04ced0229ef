"""未成年被告人没有法定代理人或者合适成年人到场。

English: No guardian or suitable adult is named at the trial of a minor.

## What 查什么
裁判时不满十八周岁的被告人，全文没有法定代理人、合适成年人或者其他成年亲属等到场的记载。

## Why 为何
审判未成年人应当通知其法定代理人到场；不能到场的，通知其他成年亲属或者有关组织的代表到场。

## Method 方法
由出生日期和裁判日期确定是否成年，再在主文以前的全文查找到场人员。

## Exclusions 排除
任何一处写有法定代理人、合适成年人、成年亲属、监护人或者有关组织代表的不报；没有出生日期的不报。

## Assumptions 假定
到场人员应当写入文书。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百八十一条（2018年10月26日前为第二百七十条）；司法解释（2021）第五百五十五条，
（2012）第四百六十六条。

## Remedy 怎么改
核对庭审笔录：到场而漏写的补正；确未通知的，依法处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import basis_on, birth_place, both, interpreted, minors_at_trial, text_before_basis

SCENARIO = Scenario(
    code="PRO311",
    name="minor-guardian",
    title=Words("未成年被告人没有法定代理人到场", "A minor tried without guardian or suitable adult"),
    family="procedure",
    basis=(*both("270", "281", 1), *interpreted("466", "555")),
    certainty="likely",
    severity="major",
    subjects=("criminal-first", "criminal-second"),
)
_PRESENT = re.compile(
    r"法定代理人|合适成年人|适当成年人|成年亲属|监护人|(?:学校|单位|居委会|村委会|社区|妇联|团委|保护组织)[^，。；]{0,8}代表(?!人)"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per minor."""
    on = decided_on(judgment)
    minors = minors_at_trial(judgment)
    if on is None or not minors or _PRESENT.search(text_before_basis(judgment)):
        return
    for party in minors:
        yield SCENARIO.finding(
            judgment,
            birth_place(judgment, party),
            f"被告人{party.name}审判时未满十八周岁，文书没有法定代理人或者合适成年人到场的记载。",
            "A defendant under 18 at trial; no guardian or suitable adult is mentioned.",
            expected="法定代理人或者合适成年人到场",
            found="无记载",
            basis=basis_on(SCENARIO, on),
        )
