"""缓刑考验期内再犯罪而未撤销缓刑。

English: A new crime within an earlier probation period without revoking it, or a revocation after the period.

## What 查什么
被告人在前罪缓刑考验期内又犯本案之罪，本案没有撤销前罪缓刑、实行并罚；或者本案之罪全部发生在考验期满以后，却撤销了前罪缓刑。

## Why 为何
考验期内犯新罪，应当撤销缓刑，把前后两罪的刑罚合并。漏撤使前罪刑罚落空，错撤则加重了刑罚。

## Method 方法
读出前科的宣告刑、缓刑考验期和判决日期，与查明的犯罪日期比较，再看判决结果和说理是否撤销缓刑、是否引用第七十七条。

## Exclusions 排除
前科或犯罪日期没有写到日的不提示；文书任何一处写到撤销该缓刑的，不提示漏撤；考验期满前后四个月之内的，因判决确定之日不明，不提示错撤。

## Assumptions 假定
考验期从判决确定之日起算，至早为判决之日；以判决之日加考验期作为期满之日，偏早不偏晚。

## Basis 依据
《中华人民共和国刑法》第七十七条第一款、第七十三条第三款。

## Remedy 怎么改
核对前罪判决的生效日期；确在考验期内的，撤销缓刑并罚，已生效的依审判监督程序纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.lazy import once
from anjian.documents.model import Prior
from anjian.law.terms import add_term
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .earlier_convictions import convictions, crime_days
from .pronounced import CRIMINAL_LAW, SUBJECTS

SCENARIO = Scenario(
    code="PEN123",
    name="revoked-probation",
    title=Words("考验期内再犯罪而未撤销缓刑", "Probation not revoked"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "77", 1),),
    certainty="likely",
    severity="major",
    subjects=SUBJECTS,
)
PROBATION = anchors("缓刑")
NEEDS = (PROBATION,)
_REVOKES = re.compile(r"撤销[^。；]{0,120}?缓刑")
#: A judgment becomes final ten days and more after it is given; an appeal takes months.
_FINAL = timedelta(days=120)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per earlier probation that the new crime should have ended, or could not end."""
    reasoning = judgment.cut("reasoning")
    if not judgment.spots(PROBATION, 0, reasoning.start if reasoning else None):
        return  # earlier judgments are told before the reasoning
    crimes = crime_days(judgment)
    if not crimes:
        return
    revoked = _REVOKES.search(judgment.plain) is not None
    for party in judgment.defendants:
        earlier = [p for p in convictions(judgment, party.name) if _period_end(p)]
        for prior in earlier:
            if not revoked and not any(c.article == "77" for c in judgment.basis):
                yield from _missed(judgment, party.name, prior, crimes)
        if len(earlier) == 1 and _revoked_here(judgment, party.name):
            yield from _too_late(judgment, party.name, earlier[0], crimes)


def _period_end(prior: Prior) -> date | None:
    """The last day of the probation, reckoned from the judgment itself."""
    penalty = prior.penalty
    if prior.decided is None or penalty is None or penalty.kind not in ("拘役", "有期徒刑"):
        return None
    if not penalty.probation_months:
        return None
    return add_term(prior.decided, 0, penalty.probation_months)


def _revoked_here(judgment: Judgment, party: str) -> bool:
    own = _revoking(judgment)
    return bool(own) and (len(judgment.defendants) == 1 or party in own)


@once
def _revoking(judgment: Judgment) -> str:
    """The disposition, where it revokes a probation."""
    own = judgment.part("disposition")
    return own if _REVOKES.search(own) else ""


def _missed(judgment: Judgment, party: str, prior: Prior, crimes: list[date]) -> Iterator[Finding]:
    end = _period_end(prior)
    within = [day for day in crimes if prior.decided and end and prior.decided < day <= end]
    if not within or (len(judgment.defendants) > 1 and len(within) < len(crimes)):
        return
    if any(r.origin is not None and r.party == party for r in judgment.results):
        return
    yield SCENARIO.finding(
        judgment, prior,
        zh=f"{party}于{prior.decided}被宣告缓刑，考验期至早于{end}届满，本案犯罪（{within[0]}）在考验期内，判决没有撤销缓刑并罚。",
        en=f"{party}: probation of {prior.decided} ran to {end} at the earliest; the crime of {within[0]} falls in it "
        "and it is not revoked.",
        expected="撤销缓刑，数罪并罚",
    )  # fmt: skip


def _too_late(judgment: Judgment, party: str, prior: Prior, crimes: list[date]) -> Iterator[Finding]:
    end = _period_end(prior)
    if end is None or crimes[0] <= end + _FINAL:
        return
    yield SCENARIO.finding(
        judgment, prior,
        zh=f"{party}前罪缓刑考验期约于{end}届满，本案犯罪最早在{crimes[0]}，判决仍撤销该缓刑。",
        en=f"{party}: the probation ended about {end}, the first crime is of {crimes[0]}, and the judgment revokes it.",
    )  # fmt: skip
