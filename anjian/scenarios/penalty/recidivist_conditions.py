"""认定累犯而条件不具备。

English: Recidivism found although the earlier penalty, the interval or the age excludes it.

## What 查什么
文书认定累犯，但文书所写的前罪没有一个符合条件：前罪不是有期徒刑以上刑罚，前罪宣告缓刑，刑罚执行完毕到再犯罪已超过五年，或者再犯罪时不满十八周岁。

## Why 为何
累犯应当从重处罚，不适用缓刑、假释，认定错误直接影响量刑。

## Method 方法
读出每个前科的刑罚和执行完毕之日，与查明的犯罪日期逐一比较；只要有一个前科可能符合，就不提示。

## Exclusions 排除
前科的刑罚或者执行完毕时间推算不出的不提示；前罪缓刑后来撤销的不提示；危害国家安全、恐怖活动、黑社会性质组织犯罪的特别累犯不查；毒品再犯不查。

## Assumptions 假定
没有写明释放日期的，按判决之日加足刑期再加一年推算最晚的执行完毕之日。

## Basis 依据
《中华人民共和国刑法》第六十五条、第六十六条。

## Remedy 怎么改
核对前罪判决书和释放证明；不符合的撤销累犯认定并重新量刑。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Party, Prior
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words

from .earlier_convictions import FIXED_TERM_OR_MORE, birthday, convictions, crime_days, ended, years_after
from .pronounced import CRIMINAL_LAW, SUBJECTS, results_of

SCENARIO = Scenario(
    code="PEN115",
    name="recidivist-conditions",
    title=Words("认定累犯而条件不具备", "Recidivism without its conditions"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "65"), Basis(CRIMINAL_LAW, "66")),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
NEEDS = (anchors("累犯"),)
#: Crimes of which any two make a special recidivist whatever the interval.
_SPECIAL = ("恐怖", "黑社会", "间谍", "颠覆", "分裂国家", "叛逃", "资敌", "武装叛乱", "国家秘密")
#: Crimes are often told by month only, so an interval a little over five years is less sure.
_SURE_OVER = timedelta(days=31)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per defendant found a recidivist whom every told conviction excludes."""
    told: set[str] = set()
    accused = {p.name: p for p in reversed(judgment.defendants)}
    alone = judgment.defendants[0] if len(judgment.defendants) == 1 else None
    for ground in judgment.grounds_of("累犯"):
        if not ground.accepted:
            continue
        party = alone if ground.party is None else accused.get(ground.party)
        if party is None or party.name in told:
            continue
        told.add(party.name)
        why = _excluded(judgment, party)
        if why is not None:
            zh, en, certainty = why
            zh, en = f"{party.name}被认定累犯，但{zh}。", f"{party.name}: {en}."
            yield SCENARIO.finding(judgment, ground, zh, en, certainty=certainty)


def _excluded(judgment: Judgment, party: Party) -> tuple[str, str, Certainty] | None:
    """Why no told conviction makes a recidivist; None when one may, or when something needed is not told."""
    charges = [r.charge for r in results_of(judgment, party.name) if r.charge]
    if any(word in charge for charge in charges for word in _SPECIAL):
        return None
    crimes = crime_days(judgment)
    adult = birthday(party, 18)
    if adult and crimes and crimes[-1] < adult:
        return "犯罪时不满十八周岁", "under eighteen at the time of the crime", "certain"
    reasons = [_fails(p, crimes) for p in convictions(judgment, party.name)]
    if not reasons or None in reasons:
        return None
    known = [r for r in reasons if r is not None]
    last = known[-1]
    certainty: Certainty = "likely" if any(r[2] == "likely" for r in known) else "certain"
    return last[0], last[1], certainty


def _fails(prior: Prior, crimes: list[date]) -> tuple[str, str, Certainty] | None:
    """Why one conviction does not count; None when it may."""
    if prior.penalty is None:
        return None
    if prior.penalty.kind not in FIXED_TERM_OR_MORE:
        kind = prior.penalty.kind or "罚金或免予刑事处罚"
        return f"所写前罪判处的是{kind}，不是有期徒刑以上刑罚", f"the earlier penalty was {kind}", "certain"
    if prior.penalty.probation_months:
        return "所写前罪宣告缓刑，未见撤销缓刑收监执行", "the earlier term was suspended and not revoked", "likely"
    over = ended(prior).high
    if over is None or not crimes or crimes[0] <= years_after(over, 5):
        return None
    certainty: Certainty = "certain" if crimes[0] > years_after(over, 5) + _SURE_OVER else "likely"
    zh = f"所写前罪刑罚至迟于{over}执行完毕，至再犯罪的{crimes[0]}已超过五年"
    return zh, f"more than five years from {over} to the new crime of {crimes[0]}", certainty
