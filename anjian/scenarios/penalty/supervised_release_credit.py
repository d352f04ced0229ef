"""羁押折抵的比例用错。

English: Custody credited one for one against public surveillance, or designated residence one for one against a term.

## What 查什么
判处管制，却按羁押一日折抵刑期一日计算；指定居所监视居住，却按一日折抵有期徒刑或者拘役一日计算。

## Why 为何
羁押一日应当折抵管制二日；指定居所监视居住一日折抵管制一日，二日才折抵拘役、有期徒刑一日。比例用错，刑期就错。

## Method 方法
一看管制刑期的括注是否写着羁押一日折抵刑期一日，指定居所监视居住若干日是否写作折抵同样的日数；二按羁押经过试算，只有用错的比例才能得出文书所写止日的，提示。

## Exclusions 排除
正确比例能够解释的不提示；三日以下的羁押两种比例分不清，不查；2018年10月26日以前的裁判，因当时的条文未及核对，只提示文书自己写明的监视居住折抵日数，且不作确定的提示。

## Assumptions 假定
没有。

## Basis 依据
《中华人民共和国刑法》第四十一条；《中华人民共和国刑事诉讼法》第七十六条。

## Remedy 怎么改
按正确比例重算止日，裁定更正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Result
from anjian.documents.numerals import NUMBER, whole
from anjian.law.terms import credit_rule
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .custody_history import credited_at_wrong_rate
from .pronounced import CRIMINAL_LAW, SUBJECTS, after_result, own_results

SCENARIO = Scenario(
    code="PEN121",
    name="supervised-release-credit",
    title=Words("羁押折抵比例有误", "Custody credited at the wrong rate"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "41"), Basis("中华人民共和国刑事诉讼法", "76")),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
NEEDS = (anchors("管制", "指定居所", "指定的居所"),)
_DESIGNATED = anchors("指定居所", "指定的居所")
_ONE_FOR_ONE = re.compile(r"羁押一[日天]，?折抵(?:刑期|管制)(?:刑期)?一[日天]")


_RESIDENCE = re.compile(
    rf"指定(?:的)?居所监视居住(?:的|共|计)?(?P<held>{NUMBER})[日天]，?(?:依法)?(?:应当?|可以?)?(?:予以)?"
    rf"折抵(?:刑期|有期徒刑|拘役)?(?P<counted>{NUMBER})[日天]"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per result whose custody is credited at the rate of another penalty."""
    for result in own_results(judgment):
        if result.penalty.kind == "管制":
            yield from _stated(judgment, result)
        elif result.penalty.kind in ("拘役", "有期徒刑") and judgment.has(_DESIGNATED):
            yield from _residence(judgment, result)
        stays = credited_at_wrong_rate(judgment, result, decided_on(judgment))
        if stays and result.term:
            kind = result.penalty.kind
            spans = "、".join(f"{s.first}至{s.last}{s.kind}" for s in stays)
            yield SCENARIO.finding(
                judgment, result.term,
                zh=f"{result.party}：{spans}按一日折抵{kind}一日计算才得出文书所写的止日；"
                f"法定比例是一日折抵{kind}{'二日' if kind == '管制' else '半日（二日折抵一日）'}。",
                en=f"{result.party}: the stated end only follows with one day for one, not at the legal rate.",
            )  # fmt: skip


def _clause(judgment: Judgment, result: Result) -> tuple[int, int]:
    """The result with the note behind it, to the end of its sentence."""
    start, end = after_result(judgment, result)
    return start, max(end, judgment.plain.find("。", end))


def _residence(judgment: Judgment, result: Result) -> Iterator[Finding]:
    m = _RESIDENCE.search(judgment.plain, *_clause(judgment, result))
    held, counted = (whole(m["held"]), whole(m["counted"])) if m else (None, None)
    if m is None or not held or not counted or (counted != held and counted <= (held + 1) // 2 + 1):
        return
    decided = decided_on(judgment)
    known = decided is not None and credit_rule("指定居所监视居住", result.penalty.kind or "", decided) is not None
    yield SCENARIO.finding(
        judgment, judgment.place(m.start(), m.end()),
        zh=f"{result.party}被指定居所监视居住{held}日，文书折抵{result.penalty.kind}{counted}日；"
        f"二日折抵一日，应折抵{held // 2}日{'（半日如何取舍未有规定）' if held % 2 else ''}。",
        en=f"{result.party}: {held} days of designated residence count for {held // 2}, the text credits {counted}.",
        expected=f"折抵{held // 2}日", found=m[0], certainty="certain" if known else "likely",
    )  # fmt: skip


def _stated(judgment: Judgment, result: Result) -> Iterator[Finding]:
    m = _ONE_FOR_ONE.search(judgment.plain, *_clause(judgment, result))
    if m:
        yield SCENARIO.finding(
            judgment, judgment.place(m.start(), m.end()),
            zh=f"{result.party}被判处管制，羁押一日应当折抵刑期二日，文书写作折抵一日。",
            en=f"{result.party}: against public surveillance one day in custody counts for two, the text says one.",
            expected="羁押一日折抵刑期二日", found=m[0],
        )  # fmt: skip
