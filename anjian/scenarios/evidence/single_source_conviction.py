"""有争议的定罪只有一种证据。

English: A contested conviction rests on one kind of evidence.

## What 查什么
被告人否认或者辩护人作无罪辩护的案件，证据部分能够证明犯罪的证据只有一种：只有被告人供述，或者只有被害人陈述，或者只有某一类证据。

## Why 为何
只有被告人供述没有其他证据的，不能认定有罪；孤证定案是冤错案件的主要成因。

## Method 方法
先看被告人、辩护人是否否认；再看证据部分列出的证据种类，除去户籍、到案经过、立案、前科等不能证明犯罪本身的材料，只剩一种的，报告。

## Exclusions 排除
文书记载被告人认罪、如实供述、没有异议的不报；没有独立证据部分的不报；证据条目多于能识别种类的不报；二审、再审、自诉不查。

## Assumptions 假定
证据部分列全了定案证据。

## Basis 依据
《中华人民共和国刑事诉讼法》第五十五条（2018年）。

## Remedy 怎么改
补充写明其他证据；确无其他证据的，依法宣告无罪或者发回、再审纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words

from .bases import MORE_THAN_CONFESSION
from .named import contested, only_kind

SCENARIO = Scenario(
    code="EVI401",
    name="single-source-conviction",
    title=Words("有争议的定罪只有一种证据", "One kind of evidence for a contested conviction"),
    family="evidence",
    basis=MORE_THAN_CONFESSION,
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)
ENGLISH = {
    "书证": "documents",
    "物证": "objects",
    "证人证言": "witnesses",
    "被害人陈述": "the victim's statement",
    "被告人供述": "the confession",
    "鉴定意见": "expert opinion",
    "勘验笔录": "records of inspection",
    "视听资料": "recordings",
    "电子数据": "electronic data",
}
_NUMBERED = re.compile(r"(?<=[：。；])(?:[0-9]{1,2}[、.．]|（[一二三四五六七八九十]{1,3}）)")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding where the evidence section of a contested conviction knows only one kind on the crime itself."""
    cut = judgment.cut("evidence")
    if cut is None or not any(r.origin is None and not r.penalty.acquitted for r in judgment.results):
        return
    kind = only_kind(judgment) if contested(judgment) else None
    if kind is None:
        return
    listed = len(_NUMBERED.findall(judgment.plain, cut.start, cut.end))
    if listed > len(judgment.evidence):
        return
    place = next(e for e in judgment.evidence if e.kind == kind)
    yield SCENARIO.finding(
        judgment,
        place,
        f"被告人否认指控，证据部分能够证明犯罪的只有{kind}一种。",
        f"The accused contests; on the crime itself the evidence section knows only {ENGLISH[kind]}.",
        expected=None,
        found=kind,
    )
