"""固定用语有错别字。

English: A fixed phrase is misspelt.

## What 查什么
裁判文书的固定用语（判决如下、不服本判决、审理终结、取保候审、有期徒刑等）有错字、漏字。

## Why 为何
固定用语的错字是典型的低级差错，影响文书的严肃性；有的（如上诉告知、刑罚名称）会产生歧义。

## Method 方法
对照同目录的两张表：一张列已知的错误写法；一张列固定用语，取其前半或后半作锚，另一半只差一个字、漏一个字而又不是表中列明的正当写法的，报告。

## Exclusions 排除
附录法条不查；人名中的同形字不算；“第二天起”“自判决执行之日起”“判决执行前”等正当的不同写法不报；异体字、标点、繁简不查；罪名、法律名称的错字由LAW各项查。

## Assumptions 假定
各半句足够特别，只差一字即为误写。

## Basis 依据
人民法院裁判文书样式及相应法律的用语（刑法、刑事诉讼法的原词）。

## Remedy 怎么改
改正错字；已送达的以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS, own_end
from .wordings import Misspelt, misspelt

SCENARIO = Scenario(
    code="DOC609",
    name="fixed-phrase-typo",
    title=Words("固定用语有错别字", "Misspelt fixed phrase"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="certain",
    severity="format",
    subjects=("criminal",),
)
#: A wording whose next character is fixed (group 1 is what stands there instead) → the right wording.
_FRAMES = (
    (re.compile(r"判决如([^下，。；：])(?=：)"), "判决如下"),
    (re.compile(r"裁定如([^下，。；：])(?=：)"), "裁定如下"),
    (re.compile(r"[县区市级]人民法([^院庭官律制治规典学])"), "人民法院"),
    (re.compile(r"[县区市级]人民检([^察])(?=院)"), "人民检察院"),
    (re.compile(r"代理检察([^员院长官机、，。；])"), "代理检察员"),
    (re.compile(r"不服本判(?=[，。可])"), "不服本判决"),
    (re.compile(r"不服本裁(?=[，。可])"), "不服本裁定"),
)
_FRAME_ANCHORS = ("判决如", "裁定如", "人民法", "人民检", "代理检察", "不服本判", "不服本裁")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per misspelt phrase of the court's own text."""
    stop = own_end(judgment)
    done: set[int] = set()
    for found in (*misspelt(judgment.plain, stop), *_framed(judgment.plain, stop)):
        if done.isdisjoint(range(found.start, found.end)):
            done.update(range(found.start, found.end))
            yield _finding(judgment, found)


def _framed(text: str, stop: int) -> Iterator[Misspelt]:
    for anchor, (pattern, right) in zip(_FRAME_ANCHORS, _FRAMES, strict=True):
        if anchor in text:
            for m in pattern.finditer(text, 0, stop):
                start = m.start() + (1 if anchor.startswith("人民") else 0)
                yield Misspelt(start, m.end(), right)


def _finding(judgment: Judgment, found: Misspelt) -> Finding:
    written = judgment.plain[found.start : found.end]
    return SCENARIO.finding(
        judgment,
        judgment.place(found.start, found.end),
        f"固定用语应为“{found.right}”，文书写作“{written}”。",
        f"The fixed phrase is {found.right}; the document has {written}.",
        expected=found.right,
        found=written,
    )
