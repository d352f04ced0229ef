"""类案量刑悬殊。

English: Same court, same crime, same circumstances, and a term far from the others'.

## What 查什么
同一法院、相近年份、同一罪名、认定的情节和后果都相同、金额相近的案件里，某一件的刑期与其他案件相差悬殊。

## Why 为何
类案不同判最伤公信。相差悬殊不一定错，但值得看一眼并能说出理由。

## Method 方法
只有一名被告人、一个罪名、判处有期徒刑或者拘役的一审判决，按法院、五年一段、罪名、数额或后果用语、全部量刑情节、
金额（每档为上一档的二倍）分组；每组不少于八件，用中位数和绝对离差的中位数衡量，离中位数超过四倍标准离差、
超过中位数的六成并且超过六个月的，报出，并列出几件可比的案件。

## Exclusions 排除
少于八件的组不查；毒品犯罪不查（数量不作比较）；有前罪并罚、数罪的不查；侵财犯罪没有读出金额的不查。

## Assumptions 假定
读出的情节、金额就是法院据以量刑的全部因素。

## Basis 依据
《中华人民共和国刑法》第五条、第六十一条。

## Remedy 怎么改
与列出的案件对照，说明差别的理由；说不出的，提请审判监督部门研究。
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from statistics import median

from anjian.cases.brief import Brief, Sentence
from anjian.law.amount_tiers import amount_tiers
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="LNK804",
    name="like-cases-apart",
    title=Words("类案量刑悬殊", "Like cases far apart"),
    family="linked",
    basis=(Basis("中华人民共和国刑法", "5"), Basis("中华人民共和国刑法", "61")),
    certainty="hint",
    severity="minor",
    subjects=("criminal-first",),
    status="preview",
)
_FEWEST = 8
_YEARS = 5
#: A normal distribution's standard deviation for one median absolute deviation, and how many of it are far.
_DEVIATION, _FAR = 1.4826, 4
_SHARE = 0.6
_MONTHS = 6.0
_SHOWN = 3


def group(brief: Brief) -> str | None:
    """What makes cases alike, as one key; None for a case that is not compared."""
    one = _only(brief)
    if one is None or one.charge is None or brief.court is None or brief.decided is None or "毒品" in one.charge:
        return None
    band = ""
    if amount_tiers(one.charge, brief.decided):
        if not brief.stake or brief.stake <= 0:
            return None
        band = str(math.floor(math.log2(brief.stake)))
    period = str(brief.decided.year // _YEARS)
    return "|".join((brief.court, period, one.charge, band, "、".join(brief.degrees), "、".join(brief.grounds)))


def _only(brief: Brief) -> Sentence | None:
    """The one fixed term of a judgment on one person and one crime."""
    if brief.case_type != "刑事" or brief.instance != "first" or brief.document_type != "判决书":
        return None
    if len(brief.sentences) != 1:
        return None
    one = brief.sentences[0]
    return one if one.origin is None and one.penalty.kind in ("有期徒刑", "拘役") and one.penalty.months else None


def check_group(briefs: Sequence[Brief]) -> Iterator[Finding]:
    """One finding per case far from the rest of its group; one document a case number."""
    cases = list({b.key or b.document: b for b in briefs}.values())
    if len(cases) < _FEWEST:
        return
    terms = [(b, one, _months(one)) for b in cases if (one := _only(b))]
    middle = median(m for *_, m in terms)
    spread = median(abs(m - middle) for *_, m in terms) * _DEVIATION
    limit = max(_FAR * spread, _SHARE * middle, _MONTHS)
    near = sorted(terms, key=lambda t: abs(t[2] - middle))
    for brief, one, months in terms:
        if abs(months - middle) > limit:
            others = [f"{b.called} {o.mark.words}" for b, o, _ in near if b is not brief][:_SHOWN]
            yield _finding(brief, one, middle, len(terms), others)


def _months(one: Sentence) -> float:
    return one.penalty.months + one.penalty.days / 30


def _finding(brief: Brief, one: Sentence, middle: float, count: int, others: Sequence[str]) -> Finding:
    shown = "、".join(others)
    return SCENARIO.linked(
        brief,
        one.mark,
        f"本院同期同罪名、同情节的 {count} 件案件刑期的中位数为 {middle:g} 个月，本案为 {_months(one):g} 个月。"
        f"可对照：{shown}。",
        f"The median of {count} like cases of this court is {middle:g} months; this one is {_months(one):g}. "
        f"Compare: {shown}.",
        expected=f"{middle:g} 个月左右",
        found=one.mark.words,
    )
