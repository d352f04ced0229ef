"""改判、发回重审的原因（指标）。

English: Why a decision was reversed or remanded, for indicators; not a defect by itself.

## What 查什么
把每一份改判、撤销、发回重审、指令再审的裁判按原因归类：事实不清、法律适用、程序、新证据、量刑、其他，并摘出本院的原话。
这是归类，不是疑点：改判可能因为新证据或者认识不同，原审没有过错。

## Why 为何
一个地区的改判、发回为什么发生，要逐件归类才说得清；它供指标使用。

## Method 方法
看主文有没有撤销、改判、发回、指令再审，再在“本院认为”中找本院指出原裁判有何问题的话；写明几种原因的，各记一条；
一种也没有写明的，记为其他。`anjian chains --causes` 汇总。

## Exclusions 排除
准许撤回上诉的不算；当事人、检察院的主张不算，除非本院采纳。须用代码点名才运行，平时的检查结果里没有它。

## Assumptions 假定
本院认为部分的措辞反映真实原因。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百三十六条、第二百三十八条；《中华人民共和国民事诉讼法》第一百七十七条。

## Remedy 怎么改
不需要改。用于分析和讲评。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.cases.reversals import reversal
from anjian.documents import Judgment
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="LNK803",
    name="reversal-cause",
    title=Words("改判、发回重审的原因", "Why a decision was reversed or remanded"),
    family="linked",
    basis=(
        Basis("中华人民共和国刑事诉讼法", "236", since=date(2018, 10, 26)),
        Basis("中华人民共和国刑事诉讼法", "238", since=date(2018, 10, 26)),
        Basis("中华人民共和国民事诉讼法", "177", since=date(2022, 1, 1)),
    ),
    certainty="hint",
    severity="format",
    subjects=("any",),
    status="indicator",
)
_ENGLISH = {
    "事实不清": "facts unclear",
    "法律适用": "law misapplied",
    "程序": "procedure",
    "新证据": "new evidence or circumstances",
    "量刑": "sentence",
    "其他": "other",
}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per cause named."""
    found = reversal(judgment)
    for cause in found.causes if found else ():
        yield SCENARIO.finding(
            judgment,
            cause.mark,
            f"{found.kind if found else ''}，原因归为“{cause.kind}”。这是归类，不是疑点。",
            f"Reversed or remanded; cause: {_ENGLISH[cause.kind]}. A classification, not a defect.",
            found=cause.kind,
        )
