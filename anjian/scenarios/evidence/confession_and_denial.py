"""同一被告人既认定如实供述又认定拒不认罪。

English: The same person is found to have confessed and to have denied.

## What 查什么
说理部分对同一被告人既认定自首、坦白或者如实供述，又认定其拒不认罪、拒不供认或者翻供。

## Why 为何
如实供述后又翻供的，不能认定为自首，除非一审判决前又能如实供述；两种认定并存，从轻的依据就站不住。

## Method 方法
在说理部分找本院认可的自首、坦白（如实供述）和本院关于拒不认罪、拒不供认、翻供、未如实供述的认定，属同一被告人的，报告。

## Exclusions 排除
写明翻供后又如实供述、不影响认定的；只对部分事实翻供的；辩护意见、上诉理由中的话；当庭认罪与归案初期否认并存的；一人犯数罪的（可能分别供述和否认）；只是对行为性质提出辩解的，都不报。

## Assumptions 假定
说理部分的认定能分清属于哪一名被告人。

## Basis 依据
《最高人民法院关于处理自首和立功具体应用法律若干问题的解释》第一条第（二）项（1998年5月9日起施行）。

## Remedy 怎么改
核实供述过程，写明翻供及其后的供述，再决定是否认定自首、坦白。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Ground
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .bases import SURRENDER

SCENARIO = Scenario(
    code="EVI403",
    name="confession-and-denial",
    title=Words("既认定如实供述又认定拒不认罪", "Confession and denial both found"),
    family="evidence",
    basis=(Basis(SURRENDER, "1"),),
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)
_DENIED = anchors(
    "拒不", "翻供", "未如实", "未能如实", "没有如实", "不如实", "不能如实", "拒绝认罪", "拒绝供述", "拒绝供认", "否认"
)
NEEDS = (_DENIED,)
_DENIAL = re.compile(
    r"拒不(?:认罪|供认|供述|交代|交待|承认|如实)|翻供|(?:未能?|没有|不能?)如实(?:供述|供认|交代|交待)|拒绝(?:认罪|供述|供认)"
    r"|(?:当庭|庭审(?:中|时|过程中)?)(?:予以|全盘|矢口)?否认"
)
#: Words of the same sentence by which the denial is no contradiction, or is not the court's finding.
_EXCUSED = re.compile(
    r"又能?如实|后又|再次|最终|最后|但(?:能|在|其|已|庭|归)|不影响|虽|尽管|起初|初期|一度|曾|部分|该起|第[一二三四五六七八九十0-9]+(?:起|次|笔|节)|其中|同案"
    r"|辩护人|辩称|辩解|所提|意见|异议|上诉|主张|未(?:翻供|拒不)|没有翻供|不存在"
)
_AT_TRIAL = re.compile(r"当庭|庭审|法庭|审理过程|开庭")
_CONFESSION = ("自首", "坦白")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per person of whom the reasoning finds both."""
    cut = judgment.cut("reasoning")
    if (
        cut is None
        or not judgment.spots(_DENIED, cut.start, cut.end)
        or len({r.charge for r in judgment.results if r.charge}) > 1
    ):
        return
    told: set[str] = set()
    for m in _DENIAL.finditer(judgment.plain, cut.start, cut.end):
        start, end = _sentence(judgment.plain, m.start(), cut.start, cut.end)
        if _EXCUSED.search(judgment.plain, start, end):
            continue
        who = _whose(judgment, start, m.start())
        ground = next((g for g in _confessions(judgment) if g.party == who), None)
        if who and who not in told and ground is not None:
            told.add(who)
            yield SCENARIO.finding(
                judgment,
                judgment.place(m.start(), m.end()),
                f"说理既认定被告人{who}“{judgment.words(ground)}”，又写其“{m[0]}”，没有说明其后是否又如实供述。",
                f"The reasoning finds that {who} confessed or surrendered and also that the person denied the crime.",
                expected=judgment.words(ground),
                found=m[0],
            )


def _confessions(judgment: Judgment) -> list[Ground]:
    """The confessions the court finds, other than those made only at the trial."""
    found = []
    for ground in judgment.grounds:
        if ground.kind in _CONFESSION and ground.accepted and ground.section == "reasoning":
            start, end = judgment.plain_span(ground)
            clause = 0
            for mark in "，。；":
                clause = max(judgment.plain.rfind(mark, clause, start) + 1, clause)
            if not _AT_TRIAL.search(judgment.plain, clause, end) and not judgment.plain.endswith(_NOT, 0, start):
                found.append(ground)
    return found


_NOT = ("未", "未能", "没有", "不", "不能", "拒不", "又能", "又")


def _sentence(text: str, at: int, floor: int, ceiling: int) -> tuple[int, int]:
    start, stop = max(text.rfind("。", floor, at) + 1, floor), text.find("。", at, ceiling)
    end = stop if stop >= 0 else ceiling
    semicolon = text.find("；", at, end)
    return max(text.rfind("；", start, at) + 1, start), semicolon if semicolon >= 0 else end


def _whose(judgment: Judgment, start: int, at: int) -> str | None:
    """The only accused, or the one named last before a place in its sentence."""
    names = [p.name for p in judgment.defendants if p.name]
    if len(names) == 1:
        return names[0]
    named = {n: judgment.plain.rfind(n, start, at) for n in names}
    return max(named, key=lambda n: named[n]) if named and max(named.values()) >= 0 else None
