"""危险驾驶罪的刑罚不合条文。

English: Dangerous driving punished with a penalty its article does not know, or without a fine.

## What 查什么
危险驾驶罪判处有期徒刑、管制等条文没有的主刑，或者判处拘役而没有并处罚金。

## Why 为何
危险驾驶罪只有一档刑罚：拘役，并处罚金；这类案件量大，最容易套错模板。

## Method 方法
读取危险驾驶罪的主刑和罚金，与裁判日有效的刑罚档次比较。

## Exclusions 排除
免予刑事处罚、宣告无罪的不查；单处罚金等减轻到拘役以下的，只作“较可能”；二审、再审只改判一部分而维持其余的，不报漏罚金；罚金数额被隐去的算有罚金。

## Assumptions 假定
罪名写作危险驾驶罪。

## Basis 依据
《中华人民共和国刑法》第一百三十三条之一。

## Remedy 怎么改
核对评议记录和判决原本；确有错误的，按审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Result
from anjian.law.penalties import Tier, tiers
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, SUBJECTS, TERM_KINDS, own_results, single, unread_fine, who

SCENARIO = Scenario(
    code="PEN118",
    name="dangerous-driving-penalty",
    title=Words("危险驾驶罪的刑罚不合条文", "Penalty that dangerous driving does not know"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "133-1"),),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
CHARGE = "危险驾驶罪"
NEEDS = (anchors(CHARGE),)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per result of dangerous driving that its article does not allow."""
    day = decided_on(judgment)
    known = tiers(CHARGE, day) if day else None
    if known is None:
        return
    for result in own_results(judgment):
        penalty = result.penalty
        if result.charge != CHARGE or penalty.exempt or penalty.acquitted or not single(judgment, result):
            continue
        if penalty.kind is None or penalty.kind in ("管制",):
            yield from _below(judgment, result)
        elif not any(_knows(tier, penalty.kind) for tier in known):
            yield SCENARIO.finding(
                judgment, penalty,
                f"对{who(result)}犯{CHARGE}判处{penalty.kind}；该罪的主刑只有拘役。",
                "A principal penalty that dangerous driving does not know; it has short detention only.",
                expected="拘役，并处罚金", found=judgment.words(penalty),
            )  # fmt: skip
        if penalty.kind in TERM_KINDS and penalty.fine_text is None and all(t.fine_mandatory for t in known):
            yield from _without_fine(judgment, result)


def _knows(tier: Tier, kind: str) -> bool:
    if kind == "拘役":
        return tier.detention
    return tier.min_months is not None if kind == "有期徒刑" else tier.contains(kind)


def _below(judgment: Judgment, result: Result) -> Iterator[Finding]:
    if result.penalty.kind is None and result.penalty.fine_kind is None:
        return
    what = result.penalty.kind or "单处罚金"
    yield SCENARIO.finding(
        judgment, result.penalty,
        f"对{who(result)}犯{CHARGE}判处{what}；该罪的刑罚是拘役，并处罚金。",
        "A penalty below the only tier of dangerous driving, which is short detention with a fine.",
        expected="拘役，并处罚金", found=judgment.words(result.penalty), certainty="likely",
    )  # fmt: skip


def _without_fine(judgment: Judgment, result: Result) -> Iterator[Finding]:
    if unread_fine(judgment, result) or any(v.kind == "维持" for v in judgment.verdicts):
        return
    yield SCENARIO.finding(
        judgment, result.penalty,
        f"对{who(result)}犯{CHARGE}没有并处罚金；该罪应当并处罚金。",
        "Dangerous driving without a fine; the article demands one.",
        expected="并处罚金", found="无罚金",
    )  # fmt: skip
