"""主文各项编号重复、跳号。

English: The items of the disposition are numbered twice or skip a number.

## What 查什么
主文以“一、二、三、”分项的，编号不从一开始、跳号或者重号。

## Why 为何
判项编号错误，执行和上诉时无法准确指称，也可能意味着漏写了一项。

## Method 方法
在主文部分取每一项开头的编号，与上一项比较：应当依次加一。

## Exclusions 排除
每名被告人名下另起的小项（1.、2.或（一）、（二））不查；引用原判“第一项”“第三项”的不算编号；“二〇一八”等数字不算编号；项号与上文同行、不在句首的不算；没有编号的主文不报（单项主文本不需编号）；维持、撤销时在“即”字之后或者括号、引号里照录的原判各项不算。

## Assumptions 假定
主文能从“判决如下”“裁定如下”处划出。

## Basis 依据
人民法院裁判文书样式（结果分项的通行格式）。

## Remedy 怎么改
按次序重编各项；若系漏写一项，应补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.numerals import whole
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS

SCENARIO = Scenario(
    code="DOC610",
    name="disposition-numbering",
    title=Words("主文编号重复或跳号", "Disposition items doubled or skipped"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="likely",
    severity="format",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
_MARK = re.compile(r"([一二三四五六七八九十]{1,3})、(?=.)")
_ARABIC = re.compile(r"([0-9]{1,2})(?:、|[.．](?![0-9]))(?=.)")
#: Where the items of a decision below are quoted inside an item.
_QUOTING = re.compile(r"(?:即|内容[为是]|[（“])[：:“]?(?=[一1](?:、|[.．](?![0-9])))")
#: A number that stands behind one of these opens an item.
_STOPS = "。；：:）！;"
_LONG = 14


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per number that does not follow the one before it."""
    before = 0
    for m, number in _marks(judgment):
        if number != before + 1:
            stop = min(len(judgment.plain), m.end() + _LONG)
            said = "重复" if 0 < number <= before else "跳过了第" + HAN[before + 1] + "项"
            english = "doubles one before it" if 0 < number <= before else f"skips item {before + 1}"
            yield SCENARIO.finding(
                judgment,
                judgment.place(m.start(), _sentence_end(judgment, m.end(), stop)),
                f"主文第{m[1]}项的编号{said}。",
                f"Item {number} of the disposition {english}.",
                expected=f"{HAN[before + 1]}、",
                found=f"{m[1]}、",
            )
        before = number


HAN = (
    "",
    "一",
    "二",
    "三",
    "四",
    "五",
    "六",
    "七",
    "八",
    "九",
    "十",
    *(f"十{d}" for d in "一二三四五六七八九"),
    "二十",
)


def _sentence_end(judgment: Judgment, start: int, stop: int) -> int:
    ends = [at for at in (judgment.plain.find(c, start, stop) for c in "，。；、") if at > start]
    return min(ends, default=stop)


def _marks(judgment: Judgment) -> list[tuple[re.Match[str], int]]:
    """The item numbers of the disposition in order; none where they do not number items at all."""
    found = _numbered(judgment, _MARK)
    if not found and judgment.title and judgment.title.case_type != "刑事":
        cut = judgment.cut("disposition")
        found = _numbered(judgment, _ARABIC)
        found = found if cut and found and found[0][0].start() == cut.start else []
    return found if len(found) > 1 else []


def _numbered(judgment: Judgment, pattern: re.Pattern[str]) -> list[tuple[re.Match[str], int]]:
    found: list[tuple[re.Match[str], int]] = []
    marks = list(judgment.find(pattern, "disposition"))
    quoted = list(_quoted(judgment)) if marks else []
    for m in marks:
        number = whole(m[1])
        opens = judgment.plain[m.start() - 1] in _STOPS or judgment.source.is_break(m.start())
        inside = any(start <= m.start() < end for start, end in quoted)
        if opens and not inside and number and number < len(HAN) - 1:
            found.append((m, number))
    return found


def _quoted(judgment: Judgment) -> Iterator[tuple[int, int]]:
    """The stretches in which a decision below is quoted: to the closing mark, the full stop or the line's end."""
    text = judgment.plain
    for m in judgment.find(_QUOTING, "disposition"):
        closing = next((c for o, c in (("“", "”"), ("（", "）")) if o in m[0]), "")
        stop = text.find(closing, m.end()) if closing else -1
        if stop < 0:
            # a line may be broken anywhere; only one that ends a sentence ends what is quoted
            lines = (at for at in judgment.source.breaks_in(m.end(), len(text)) if text[at - 1] in "。；")
            full = text.find("。", m.end())
            stop = min(next(lines, len(text)), full if full >= 0 else len(text))
        yield m.end(), stop
