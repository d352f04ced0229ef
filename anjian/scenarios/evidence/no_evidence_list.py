"""认定事实没有写明任何证据。

English: Facts are found with no evidence named and no admission recorded.

## What 查什么
作出有罪判决，全文没有写明任何一种证据，也没有记载被告人认罪、供认或者对指控没有异议。
民事、行政一审判决写明查明的事实，却没有写明任何证据，也没有记载对方承认或者没有异议。

## Why 为何
没有证据的认定，当事人无从知道凭什么定罪；裁判文书应当写明依据和理由。

## Method 方法
从案件由来到判决主文之前，找不到任何证据种类或者证据名称，也找不到认罪、供认、无异议、如实供述、自首、坦白等记载的，报告。
民事、行政判决找不到“证据、证明、证实、佐证、质证、举证、提交、陈述、无异议、认可、承认、在卷”等任何一种说法的，报告。

## Exclusions 排除
简易、速裁等简写文书只写“被告人无异议”的不报；文书写有“略”“省略”、或者正文过短（二百字以下）可能残缺的不报；宣告无罪、二审、再审不查。
民事判决没有查明事实一段的、驳回全部请求的、不准离婚的、小额诉讼和要素式文书不报。

## Assumptions 假定
公开的文书没有删去证据部分。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百条（2012年解释为第二百四十六条）；
《中华人民共和国民事诉讼法》第一百五十五条（2021年起；2012年为第一百五十二条）。

## Remedy 怎么改
补充写明定案证据及采信理由。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words

from .bases import CIVIL_REASONS, REASONS
from .named import admitted, names_any_evidence
from .sums import body, body_span

SCENARIO = Scenario(
    code="EVI402",
    name="no-evidence-list",
    title=Words("没有写明任何证据", "No evidence named"),
    family="evidence",
    basis=REASONS,
    certainty="likely",
    severity="major",
    subjects=("criminal-first", "civil-first", "civil-special", "administrative-first"),
)
_LEFT_OUT = re.compile(r"（略）|略去|省略|此处略|从略|……|…")
_FOUND = re.compile(r"(?:审理|审查)?查明|公诉机关指控|检察院指控|本院认为")
_SHORTEST = 200
#: How a civil or administrative judgment speaks of evidence or of what is not disputed.
_EVIDENCE = re.compile(
    r"证据|证明|证实|为证|佐证|作证|证人|质证|举证|在卷|在案|附卷|提交|提供|出示|出具|举示|陈述|笔录|开庭记录|庭审"
    r"|(?:无|没有|不持|未提出?|均无)(?:任何)?(?:异议|争议)|承认|认可|自认|自述|自愿|不予?否认|予以确认|公证|鉴定|认定书"
)
_TELLS = re.compile(r"查明|认定(?:事实|如下)|确认(?:以下|如下)?事实")
_NOT_DECIDED = ("驳回", "驳回起诉", "不准离婚")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding for facts found with no evidence named and no admission recorded."""
    title = judgment.title
    if title and title.case_type != "刑事":
        yield from _civil(judgment)
        return
    if not any(r.origin is None and not r.penalty.acquitted for r in judgment.results):
        return
    if admitted(judgment) or names_any_evidence(judgment):
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


def _civil(judgment: Judgment) -> Iterator[Finding]:
    """The like for a civil or administrative judgment that grants something on facts it tells."""
    cut, title = judgment.cut("findings"), judgment.title
    if cut is None or title is None or title.document_type != "判决书":
        return
    if judgment.course and judgment.course.procedure == "小额诉讼":
        return
    start, end = body_span(judgment)
    if end - start < _SHORTEST or _EVIDENCE.search(judgment.plain, start, end):
        return
    granted = any(a.kind not in _NOT_DECIDED for a in judgment.awards)
    opening = _TELLS.search(judgment.plain, cut.start, cut.end)
    if opening and (granted or judgment.verdicts) and not _LEFT_OUT.search(judgment.plain, start, end):
        yield SCENARIO.finding(
            judgment,
            judgment.place(opening.start(), opening.end()),
            "写明了查明的事实，全文没有写明任何证据，也没有记载对方承认或者没有异议。",
            "Facts are found; no evidence is named and no admission is recorded.",
            basis=CIVIL_REASONS,
        )
