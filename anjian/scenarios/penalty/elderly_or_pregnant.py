"""老年人、怀孕的妇女没有依法从宽。

English: Death for the elderly or pregnant, or mandatory probation neither granted nor discussed.

## What 查什么
审判时已满七十五周岁或者怀孕的被告人判处死刑；犯罪时已满七十五周岁，判决没有引用第十七条之一、也没有提到年龄；
已满七十五周岁、怀孕或者不满十八周岁的被告人判处三年以下有期徒刑或者拘役，没有宣告缓刑，说理也没有一字谈到缓刑的条件。

## Why 为何
法律对这三类人有强制性的从宽规定，不适用要说明理由。

## Method 方法
以首部出生日期与裁判日期、犯罪日期比较；怀孕以说理中认定的为准；从判决结果看刑种、刑期和缓刑。

## Exclusions 排除
2011年5月1日以前的裁判不查；累犯、数罪并罚撤销缓刑的不查；以特别残忍手段致人死亡的老年人不查；说理提到缓刑、再犯危险、社会危险性的不查。

## Assumptions 假定
缓刑的四项条件由审判人员判断，没有说明理由的只作提示。

## Basis 依据
《中华人民共和国刑法》第十七条之一、第四十九条、第七十二条第一款。

## Remedy 怎么改
符合条件的应当宣告缓刑；不符合的补充说理。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Ground, Party, Result
from anjian.law.ages import age_for, under
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .earlier_convictions import crime_days
from .pronounced import CRIMINAL_LAW, effective

SCENARIO = Scenario(
    code="PEN120",
    name="elderly-or-pregnant",
    title=Words("老年人、怀孕的妇女没有依法从宽", "Elderly or pregnant defendant"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "17-1"), Basis(CRIMINAL_LAW, "49"), Basis(CRIMINAL_LAW, "72", 1)),
    certainty="likely",
    severity="major",
    subjects=("criminal-first", "criminal-second", "criminal-retrial"),
)
_DISCUSSED = ("缓刑", "再犯罪的危险", "再犯危险", "社会危险", "人身危险", "社区矫正", "监外执行")
_AGE_WORDS = ("七十五", "75", "老年", "高龄", "年迈", "年事已高")
_PREGNANT = anchors("怀孕", "孕妇")
_YOUNG_RULE = "应当缓刑的未成年人"
_NEVER = 1000
_OLD_RULES = ("不适用死刑的老年人", "应当缓刑的老年人", "老年人从宽")
#: Probation is open to terms of up to three years.
_THREE_YEARS = 36


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per defendant whose age or pregnancy the penalty passes over."""
    decided = decided_on(judgment)
    if decided is None:
        return
    pregnant = judgment.has(_PREGNANT)
    accused = {p.name: p for p in reversed(judgment.defendants)}
    special = {name: p for name, p in accused.items() if pregnant or _young_or_old(judgment, p, decided)}
    for result in effective(judgment) if special else ():
        party = special.get(result.party)
        told = _told(judgment, party, result, decided) if party else None
        if told:
            zh, en, certainty = told
            yield SCENARIO.finding(
                judgment, result, f"{result.party}{zh}。", f"{result.party}: {en}.", certainty=certainty
            )


def _young_or_old(judgment: Judgment, party: Party, decided: date) -> bool:
    """Whether a party is of an age that any rule is about, on the day of the decision or of the first crime."""
    if party.birth is None:
        return False
    young, old = _ages(decided)
    if under(party.birth, young, decided) or not under(party.birth, old, decided):
        return True
    crimes = crime_days(judgment)
    return bool(crimes) and not under(party.birth, old, crimes[0])


@lru_cache(maxsize=4096)
def _ages(decided: date) -> tuple[int, int]:
    """The age up to which a rule of that day spares the young, and the one from which a rule spares the old."""
    old = [age for rule in _OLD_RULES if (age := age_for(rule, decided))]
    return age_for(_YOUNG_RULE, decided) or 0, min(old, default=_NEVER)


def _told(judgment: Judgment, party: Party, result: Result, decided: date) -> tuple[str, str, Certainty] | None:
    old = _is_old(party, decided, "不适用死刑的老年人", decided)
    pregnant = any(g.kind == "怀孕" and g.accepted and g.party in (party.name, None) for g in _grounds(judgment))
    if result.penalty.death:
        if pregnant:
            return "审判时怀孕，不适用死刑", "pregnant at trial, yet sentenced to death", "likely"
        if old and "特别残忍" not in judgment.plain:
            zh = "审判时已满七十五周岁，判处死刑而没有认定特别残忍手段"
            return zh, "over 75 at trial and sentenced to death", "likely"
        return None
    if _must_be_suspended(judgment, party, result, decided, pregnant):
        zh = "属于符合条件即应当宣告缓刑的人，判处三年以下刑罚未宣告缓刑，说理没有谈到缓刑条件"
        return zh, "probation must be granted where its conditions are met; the reasons are silent on them", "hint"
    return _elderly_ignored(judgment, party, result, decided)


def _grounds(judgment: Judgment) -> list[Ground]:
    return [g for g in judgment.grounds if g.section in ("reasoning", "findings")]


def _is_old(party: Party, on: date, rule: str, decided: date) -> bool:
    age = age_for(rule, decided)
    return age is not None and party.birth is not None and not under(party.birth, age, on)


def _must_be_suspended(judgment: Judgment, party: Party, result: Result, decided: date, pregnant: bool) -> bool:
    young = age_for(_YOUNG_RULE, decided)
    if young is None:
        return False
    minor = party.birth is not None and under(party.birth, young, decided)
    if not (minor or pregnant or _is_old(party, decided, "应当缓刑的老年人", decided)):
        return False
    penalty = result.penalty
    short = penalty.kind == "拘役" or (penalty.kind == "有期徒刑" and 0 < penalty.months <= _THREE_YEARS)
    reasons = judgment.part("reasoning", "disposition")
    return (
        short
        and penalty.probation_months is None
        and not any(g.accepted for g in judgment.grounds_of("累犯"))
        and not any(word in reasons for word in _DISCUSSED)
    )


def _elderly_ignored(
    judgment: Judgment, party: Party, result: Result, decided: date
) -> tuple[str, str, Certainty] | None:
    crimes = crime_days(judgment)
    if not crimes or not _is_old(party, crimes[0], "老年人从宽", decided) or result.penalty.acquitted:
        return None
    body = judgment.part("reasoning", "basis")
    if any(c.article == "17-1" for c in judgment.basis) or any(word in body for word in _AGE_WORDS):
        return None
    zh = "犯罪时已满七十五周岁，判决没有引用第十七条之一，也没有提到年龄"
    return zh, "over 75 at the crime; article 17-1 and the age are not mentioned", "likely"
