"""认定立功而没有写明查证属实。

English: Merit is found without saying that it was verified.

## What 查什么
说理认定被告人有立功表现，全文写到检举、揭发、协助抓捕等的句子中，没有“查证属实”“抓获”“破获”等核实结果。

## Why 为何
检举揭发或者提供线索须经查证属实，协助抓捕须有抓获结果，才是立功；不写明，认定没有依据。

## Method 方法
对本院认可的立功、重大立功，检查全文提到立功、检举、揭发、举报、协助、线索、阻止的各句，有无查证、属实、核实、证实、抓获、破获等字样。

## Exclusions 排除
辩护人提出而法院未采纳的立功不查；二审、再审、减刑不查（减刑的立功由执行机关认定）。

## Assumptions 假定
核实情况写在提到立功的同一句或者写到检举、协助的句子里。

## Basis 依据
《最高人民法院关于处理自首和立功具体应用法律若干问题的解释》第五条（1998年5月9日起施行）。

## Remedy 怎么改
补充写明检举揭发、协助抓捕的查证结果及证据。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .bases import SURRENDER
from .sums import body

SCENARIO = Scenario(
    code="EVI410",
    name="merit-without-proof",
    title=Words("立功未写明查证属实", "Merit without verification"),
    family="evidence",
    basis=(Basis(SURRENDER, "5"),),
    certainty="hint",
    severity="minor",
    subjects=("criminal-first",),
)
NEEDS = (anchors("立功"),)
_KINDS = frozenset(("立功", "重大立功"))
_MERIT = re.compile(r"立功|检举|揭发|举报|协助|配合|线索|阻止|制止|救|规劝|带领|劝")
_VERIFIED = re.compile(
    r"查证|属实|核实|查实|证实|证明|破获|侦破|侦办|抓获|抓捕|捉获|捕获|查获|缴获|归案|到案|投案|立案|逮捕|拘留|判处|判决|阻止|制止|救|移送|起诉"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding where merit is accepted and no sentence about it tells how it was verified."""
    found = [g for g in judgment.grounds_of(*_KINDS) if g.section == "reasoning"]
    if not found or not all(g.accepted for g in found):
        return
    sentences = [s for s in re.split(r"[。；]", body(judgment)) if _MERIT.search(s)]
    if not any(_VERIFIED.search(s) for s in sentences):
        yield SCENARIO.finding(
            judgment,
            found[0],
            "说理认定立功，全文没有写明检举、揭发或者协助抓捕已经查证属实。",
            "Merit is found, but the document nowhere says that it was verified.",
            expected="查证属实",
            found=None,
        )
