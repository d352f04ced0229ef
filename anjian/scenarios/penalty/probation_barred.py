"""对不得适用缓刑的人宣告缓刑。

English: Probation on a term over three years, on a recidivist, or on the ringleader of a criminal group.

## What 查什么
对判处三年以上（不含三年）有期徒刑、管制或者更重刑罚的人，对累犯，或者对犯罪集团的首要分子宣告缓刑。

## Why 为何
缓刑的对象由法律限定，累犯和首要分子没有例外。

## Method 方法
读取主文中最终执行的刑罚和缓刑；读取本院认为部分对累犯、首要分子的认定，与被告人对应。

## Exclusions 排除
不构成累犯、辩方或者公诉机关提出而本院未采纳的不算；多名被告人而读不出累犯是谁的不报，读得出的只作“较可能”；聚众犯罪的首要分子不是犯罪集团的首要分子，不报。

## Assumptions 假定
三年有期徒刑可以适用缓刑（“以下”包括本数）。

## Basis 依据
《中华人民共和国刑法》第七十二条、第七十四条。

## Remedy 怎么改
核对累犯认定与宣告刑；缓刑确属不当的，按审判监督程序纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Result
from anjian.law.penalties import general_range
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, SUBJECTS, effective, length, term_en, term_zh, who

SCENARIO = Scenario(
    code="PEN105",
    name="probation-barred",
    title=Words("不得适用缓刑而宣告缓刑", "Probation where the law bars it"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "72"), Basis(CRIMINAL_LAW, "74")),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
NEEDS = (anchors("缓刑"),)
_GROUP = anchors("犯罪集团")
_LEADER = re.compile(r"犯罪集团[^。；]{0,20}首要分子")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per barred probation and reason."""
    for result in effective(judgment):
        if result.penalty.probation_months is None:
            continue
        yield from _too_long(judgment, result)
        yield from _recidivist(judgment, result)
        yield from _leader(judgment, result)


def _too_long(judgment: Judgment, result: Result) -> Iterator[Finding]:
    day, kind, term = decided_on(judgment), result.penalty.kind, length(result.penalty)
    allowed = general_range("可以宣告缓刑的有期徒刑", day) if day else None
    if allowed is None or allowed.max_months is None:
        return
    high = (allowed.max_months, 0)
    if kind in ("管制", "无期徒刑", "死刑"):
        zh = f"对{who(result)}判处{kind}并宣告缓刑；{kind}不适用缓刑。"
        en = "Probation is pronounced on a penalty that knows none."
    elif kind == "有期徒刑" and term is not None and term > high:
        zh = f"对{who(result)}判处有期徒刑{term_zh(term)}并宣告缓刑；缓刑只适用于{term_zh(high)}以下有期徒刑。"
        en = f"Probation on {term_en(term)}; the law allows it up to {term_en(high)}."
    else:
        return
    yield SCENARIO.finding(
        judgment, result.penalty, zh, en,
        expected=f"{term_zh(high)}以下有期徒刑或者拘役", found=judgment.words(result.penalty),
        basis=(Basis(CRIMINAL_LAW, "72"),),
    )  # fmt: skip


def _recidivist(judgment: Judgment, result: Result) -> Iterator[Finding]:
    grounds = [g for g in judgment.grounds_of("累犯") if g.section == "reasoning"]
    if not grounds:
        return
    alone = len({r.party for r in judgment.results}) == 1 and len(judgment.defendants) <= 1
    if any(not g.accepted for g in grounds):
        return
    if any(g.party == result.party or (g.party is None and alone) for g in grounds):
        yield SCENARIO.finding(
            judgment,
            result.penalty,
            f"本院认定{who(result)}为累犯，又宣告缓刑；累犯不适用缓刑。",
            "The court finds a recidivist and pronounces probation; the law bars it.",
            expected="不适用缓刑",
            found="累犯，宣告缓刑",
            basis=(Basis(CRIMINAL_LAW, "74"),),
            certainty="certain" if alone else "likely",
        )


def _leader(judgment: Judgment, result: Result) -> Iterator[Finding]:
    if not judgment.has(_GROUP):
        return
    alone = len({r.party for r in judgment.results}) == 1
    for m in judgment.find(_LEADER, "reasoning"):
        sentence = judgment.plain[judgment.plain.rfind("。", 0, m.start()) + 1 : m.end()]
        denied = re.search(r"不(?:是|构成|属)|辩护|提出", sentence)
        if not denied and (alone or (result.party and result.party in sentence)):
            yield SCENARIO.finding(
                judgment,
                result.penalty,
                f"本院认定{who(result)}为犯罪集团的首要分子，又宣告缓刑；首要分子不适用缓刑。",
                "The ringleader of a criminal group is given probation; the law bars it.",
                expected="不适用缓刑",
                found="首要分子，宣告缓刑",
                basis=(Basis(CRIMINAL_LAW, "74"),),
            )
            return
