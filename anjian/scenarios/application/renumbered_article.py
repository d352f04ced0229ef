"""引用了修改前（后）的条文序号。

English: An article is cited by the number it had in another edition of the law.

## What 查什么
法律修改后条文移位，文书仍用另一版本的序号。检查刑事诉讼法中一审判决、二审裁判、因程序违法发回重审、减刑假释、附带民事诉讼五处。

## Why 为何
新版本中该序号已是别的内容，引用落空。

## Method 方法
由裁判结果判断用途（维持、改判、发回），取裁判日该用途的序号；裁判依据没有这个序号而有同一用途在其他版本的序号时报告。

## Exclusions 排除
2013年以前的序号没有文本可证，不查；裁判依据中已有正确序号的不报。

## Assumptions 假定
裁判作出之日适用当日有效的刑事诉讼法。

## Basis 依据
《中华人民共和国刑事诉讼法》（2018年）第一百零一条、第二百条、第二百三十六条、第二百三十八条、第二百七十三条。

## Remedy 怎么改
改引现行序号。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.renumbered import number_on, other_numbers
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .cited import CRIMINAL_PROCEDURE, cited, provision

SCENARIO = Scenario(
    code="LAW204",
    name="renumbered-article",
    title=Words("条文序号属于另一版本", "Article number of another edition"),
    family="application",
    basis=(
        Basis("中华人民共和国刑事诉讼法", "200"),
        Basis("中华人民共和国刑事诉讼法", "236"),
        Basis("中华人民共和国刑事诉讼法", "238"),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per provision cited by the number of another edition."""
    day = decided_on(judgment)
    if day is None:
        return
    citations = cited(judgment, CRIMINAL_PROCEDURE)
    for use in _uses(judgment):
        now = number_on(CRIMINAL_PROCEDURE, use, day)
        if now is None or any(c.article == now for c in citations):
            continue
        for citation in citations:
            if citation.article in other_numbers(CRIMINAL_PROCEDURE, use, day):
                wrong, right = provision(citation.article or ""), provision(now)
                yield SCENARIO.finding(
                    judgment,
                    citation,
                    f"{use}在裁判时有效的刑事诉讼法中是{right}，文书引用的{wrong}属于另一版本。",
                    f"This was article {now} on that day; {citation.article} is its number in another edition.",
                    expected=right,
                    found=wrong,
                )


def _uses(judgment: Judgment) -> list[str]:
    uses = []
    kinds = {v.kind for v in judgment.verdicts}
    if judgment.instance == "second" and kinds & {"维持", "驳回上诉", "改判", "撤销", "发回重审"}:
        uses += ["二审裁判"]
    if judgment.instance == "commutation" or "减刑" in kinds:
        uses.append("减刑假释")
    elif judgment.instance == "first" and judgment.results:
        uses.append("一审判决")
    if judgment.title and judgment.title.incidental:
        uses.append("附带民事诉讼")
    return uses
