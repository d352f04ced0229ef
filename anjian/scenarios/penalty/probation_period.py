"""缓刑考验期不在法定幅度内。

English: A probation period shorter than the term or outside its legal bounds.

## What 查什么
缓刑考验期短于原判刑期；拘役的考验期少于二个月或者超过一年；有期徒刑的考验期少于一年或者超过五年。

## Why 为何
考验期的长短由法律限定，写错会使社区矫正的起止无所依据。

## Method 方法
读取主文中宣告缓刑的刑期和考验期，与裁判日有效的幅度比较。

## Exclusions 排除
刑期或者考验期读不出的不查；前罪已撤销的缓刑不查。

## Assumptions 假定
“以上”“以下”包括本数；考验期可以等于原判刑期。

## Basis 依据
《中华人民共和国刑法》第七十三条。

## Remedy 怎么改
核对评议记录：属笔误的补正；考验期确有错误的，按审判监督程序处理，并告知社区矫正机构。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.law.penalties import general_range
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, SUBJECTS, length, own_results, probation, term_en, term_zh, who

SCENARIO = Scenario(
    code="PEN106",
    name="probation-period",
    title=Words("缓刑考验期超出法定幅度", "Probation period outside its bounds"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "73"),),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
NEEDS = (anchors("缓刑"),)
PARAGRAPHS = {"拘役": 1, "有期徒刑": 2}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per probation period that breaks a bound."""
    day = decided_on(judgment)
    if day is None:
        return
    for result in own_results(judgment):
        kind, term, period = result.penalty.kind, length(result.penalty), probation(result.penalty)
        if kind not in PARAGRAPHS or term is None or period is None:
            continue
        allowed = general_range(f"缓刑考验期（{kind}）", day)
        if allowed is None or allowed.min_months is None or allowed.max_months is None:
            continue
        low, high = max((allowed.min_months, 0), term), (allowed.max_months, 0)
        if low <= period <= high:
            continue
        yield SCENARIO.finding(
            judgment,
            result.penalty,
            f"对{who(result)}判处{kind}{term_zh(term)}，缓刑{term_zh(period)}；"
            f"考验期应为{term_zh(low)}以上{term_zh(high)}以下。",
            f"A probation period of {term_en(period)} for {term_en(term)}; "
            f"the law asks for {term_en(low)} to {term_en(high)}.",
            expected=f"{term_zh(low)}以上{term_zh(high)}以下",
            found=term_zh(period),
            basis=(Basis(CRIMINAL_LAW, "73", PARAGRAPHS[kind]),),
        )
