"""裁判理由过于简略。

English: Reasoning that hardly reasons.

## What 查什么
“本院认为”部分比裁判依据的法条清单还短，而且只重复指控或结论，没有说明行为为何构成犯罪。

## Why 为何
判决应当写明裁判理由；说理缺失，当事人无从知道为何这样判。

## Method 方法
裁判理由（自“本院认为”至“依照”）的字数少于裁判依据的字数，并且理由中没有“其行为”“构成”“触犯”等对行为的评价的，作提示。

## Exclusions 排除
速裁程序的文书依法可以简化，不报；减刑、假释裁定不报；文书中有速裁或者认罪认罚简化说明的不报；只作提示。

## Assumptions 假定
裁判理由与裁判依据能够划分。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百条（2021年3月1日起）。

## Remedy 怎么改
补写对行为性质、量刑情节的评价。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="DOC611",
    name="no-reasoning",
    title=Words("裁判理由过于简略", "Hardly any reasoning"),
    family="form",
    basis=(Basis("最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释", "300", since=date(2021, 3, 1)),),
    certainty="hint",
    severity="minor",
    subjects=("criminal-first",),
)
_VALUES = re.compile(r"行为|构成|触犯|已成立|应当以")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding, at the opening of the reasoning."""
    reasoning, basis = judgment.cut("reasoning"), judgment.cut("basis")
    course = judgment.course
    judged = judgment.title is not None and judgment.title.document_type == "判决书"
    if (
        not judged
        or reasoning is None
        or basis is None
        or (course and course.procedure == "速裁")
        or "速裁" in judgment.plain
    ):
        return
    length, against = reasoning.end - reasoning.start, basis.end - basis.start
    words = judgment.plain[reasoning.start : reasoning.end]
    if length < against and not _VALUES.search(words):
        yield SCENARIO.finding(
            judgment,
            judgment.place(reasoning.start, min(reasoning.start + 4, reasoning.end)),
            f"裁判理由{length}字，裁判依据{against}字；理由没有对行为作出评价。",
            f"The reasoning has {length} characters against {against} of statutes and does not weigh the conduct.",
            found=f"{length}字",
        )
