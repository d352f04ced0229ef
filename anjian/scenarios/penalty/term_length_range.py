"""一罪的刑期超出该刑种的法定幅度。

English: A term for one crime outside the general range of its kind.

## What 查什么
一罪判处的管制、拘役、有期徒刑，短于或者长于刑法总则为该刑种规定的期限，例如有期徒刑五个月、拘役七个月。

## Why 为何
刑种的期限是法律的硬边界，任何情节都不能突破；写错一个字，执行机关就无法执行。

## Method 方法
逐项读取主文对每一罪判处的刑种和刑期，与裁判日有效的总则幅度比较。

## Exclusions 排除
决定执行的刑期（见PEN104）、前罪的刑罚、减刑裁定，以及一句话对数个罪名判处一个刑期的，不查。刑期读不出的不查。

## Assumptions 假定
“以上”“以下”包括本数。

## Basis 依据
《中华人民共和国刑法》第三十八条、第四十二条、第四十五条、第九十九条。

## Remedy 怎么改
核对合议、审批记录：属笔误的以裁定补正；刑种或者刑期确有错误的，按审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.penalties import general_range
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, SUBJECTS, length, own_results, single, term_en, term_zh, who

SCENARIO = Scenario(
    code="PEN103",
    name="term-length-range",
    title=Words("刑期超出刑种的法定幅度", "Term outside the range of its kind"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "38"), Basis(CRIMINAL_LAW, "42"), Basis(CRIMINAL_LAW, "45")),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
ARTICLES = {"管制": "38", "拘役": "42", "有期徒刑": "45"}
ENGLISH = {"管制": "control", "拘役": "short detention", "有期徒刑": "fixed-term imprisonment"}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per term for one crime that its kind does not allow."""
    day = decided_on(judgment)
    if day is None:
        return
    for result in own_results(judgment):
        kind, term = result.penalty.kind, length(result.penalty)
        if kind is None or term is None:
            continue
        allowed = general_range(kind, day)
        if allowed is None or allowed.min_months is None or allowed.max_months is None:
            continue
        low, high = (allowed.min_months, 0), (allowed.max_months, 0)
        if low <= term <= high or not single(judgment, result):
            continue
        yield SCENARIO.finding(
            judgment,
            result.penalty,
            f"对{who(result)}判处{kind}{term_zh(term)}；一罪的{kind}应为{term_zh(low)}以上{term_zh(high)}以下。",
            f"{term_en(term)} of {ENGLISH[kind]}; for one crime the law allows {term_en(low)} to {term_en(high)}.",
            expected=f"{term_zh(low)}以上{term_zh(high)}以下",
            found=f"{kind}{term_zh(term)}",
            basis=(Basis(CRIMINAL_LAW, ARTICLES[kind]),),
        )
