"""认定事实没有写明任何证据。

English: Facts are found with no evidence named and no admission recorded.

## What 查什么
作出有罪判决，全文没有写明任何一种证据，也没有记载被告人认罪、供认或者对指控没有异议。

## Why 为何
没有证据的认定，当事人无从知道凭什么定罪；裁判文书应当写明依据和理由。

## Method 方法
从案件由来到判决主文之前，找不到任何证据种类或者证据名称，也找不到认罪、供认、无异议、如实供述、自首、坦白等记载的，报告。

## Exclusions 排除
简易、速裁等简写文书只写“被告人无异议”的不报；文书写有“略”“省略”、或者正文过短（二百字以下）可能残缺的不报；宣告无罪、二审、再审不查。

## Assumptions 假定
公开的文书没有删去证据部分。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百条（2012年解释为第二百四十六条）。

## Remedy 怎么改
补充写明定案证据及采信理由。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words

from .bases import REASONS
from .named import admitted, names_any_evidence
from .sums import body

SCENARIO = Scenario(
    code="EVI402",
    name="no-evidence-list",
    title=Words("没有写明任何证据", "No evidence named"),
    family="evidence",
    basis=REASONS,
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)
_LEFT_OUT = re.compile(r"（略）|略去|省略|此处略|从略|……|…")
_FOUND = re.compile(r"(?:审理|审查)?查明|公诉机关指控|检察院指控|本院认为")
_SHORTEST = 200


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding for a conviction whose document names no evidence and records no admission."""
    convicted = [r for r in judgment.results if r.origin is None and not r.penalty.acquitted]
    if not convicted or names_any_evidence(judgment) or admitted(judgment):
        return
    told = body(judgment)
    opening = _FOUND.search(judgment.plain)
    if opening and len(told) >= _SHORTEST and not _LEFT_OUT.search(told):
        yield SCENARIO.finding(
            judgment,
            judgment.place(opening.start(), opening.end()),
            "作出有罪判决，全文没有写明任何证据，也没有记载被告人认罪或者没有异议。",
            "The document convicts but names no evidence and records no admission.",
        )
