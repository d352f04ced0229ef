"""数字与单位的写法可疑。

English: Digits and unit of a number look wrong.

## What 查什么
五位以上的数字再加“万”（30000万元），数字用全角逗号分节（100，000元，可读作两个数），单位重复或缺数额（元元、人民币元）。

## Why 为何
数额错一个量级，量刑档次和罚金、退赔数额都会错；全角逗号会让一个数被读成两个。

## Method 方法
查五位以上数字后接“万”“亿”；查以全角逗号每三位分节后接“元”的数字（一份文书只报第一处）；查重复的单位和缺数额的“人民币元”。

## Exclusions 排除
附录法条不查；刑事文书中全文数字都用全角逗号的（多为公开时整体转换所致），不报；民事、行政、执行文书中其他大额数字不分节的，才报全角逗号分节；半角逗号分节（100,000）不报；“3，4克”一类并列数不报（须恰为三位一节并接“元”）。

## Assumptions 假定
数额以元、万元表述。

## Basis 依据
文书数字规范的要求（人民法院裁判文书样式）。

## Remedy 怎么改
核对证据，改正数额；分节用半角逗号或不分节。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS, is_criminal, own_end

SCENARIO = Scenario(
    code="DOC608",
    name="number-unit",
    title=Words("数字与单位可疑", "Suspicious number and unit"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="hint",
    severity="minor",
    subjects=("any",),
)
_COUNTED = anchors(*(f"{digit}{unit}" for digit in "0123456789" for unit in "万亿"))
_HUGE = re.compile(r"[0-9]{5,}(?:\.[0-9]+)?[万亿]元?")
_GROUPED = re.compile(r"(?<![0-9，.])[0-9]{1,3}(?:，[0-9]{3})+(?:\.[0-9]{1,2})?余?元")
#: A half-width comma somewhere shows that the full-width ones are not of a wholesale conversion at publication.
_HALF = re.compile(r"[0-9],[0-9]{3}(?![0-9])")
_UNGROUPED = re.compile(r"(?<![0-9，,.])[0-9]{5,}(?:\.[0-9]{1,2})?元")
_PARTED = anchors(*(f"{one}，{other}" for one in "0123456789" for other in "0123456789"))
_GROUP = re.compile(r"，[0-9]{3}(?![0-9])")
_UNIT = re.compile(r"元元(?!宝)|万万元|人民币元|人民币人民币")
_UNITS = anchors("元元", "万万元", "人民币元", "人民币人民币")
NEEDS = (anchors(*_COUNTED.words, *_PARTED.words, *_UNITS.words),)


def check(judgment: Judgment) -> Iterator[Finding]:
    """Numbers too large for their unit, the first grouped by a full-width comma, broken units."""
    stop = own_end(judgment)
    for m in _HUGE.finditer(judgment.plain, 0, stop) if judgment.has(_COUNTED) else ():
        yield _finding(
            judgment, m, "五位以上的数字再加“万”“亿”，疑多写了单位或零", "has five digits or more before its unit"
        )
    grouped = _grouped(judgment.plain, stop) if judgment.has(_PARTED) else None
    if grouped and _not_converted(judgment):
        yield _finding(judgment, grouped, "数字以全角逗号分节，可能被读成两个数", "is grouped by a full-width comma")
    for m in _UNIT.finditer(judgment.plain, 0, stop) if judgment.has(_UNITS) else ():
        yield _finding(judgment, m, "货币单位重复或缺数额", "has a doubled unit or no number")


def _not_converted(judgment: Judgment) -> bool:
    """Whether another number shows that the commas are the court's own."""
    if _HALF.search(judgment.text):
        return True
    return not is_criminal(judgment) and _UNGROUPED.search(judgment.plain) is not None


def _grouped(text: str, stop: int) -> re.Match[str] | None:
    """The first amount whose digits a full-width comma groups."""
    for m in _GROUP.finditer(text, 0, stop):
        for back in (1, 2, 3):
            found = _GROUPED.match(text, m.start() - back, stop) if m.start() >= back else None
            if found:
                return found
    return None


def _finding(judgment: Judgment, m: re.Match[str], zh: str, en: str) -> Finding:
    place = judgment.place(m.start(), m.end())
    return SCENARIO.finding(judgment, place, f"“{m[0]}”：{zh}。", f"{m[0]} {en}.", found=m[0])
