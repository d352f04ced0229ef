"""符合累犯条件而未认定。

English: Every condition of recidivism is told and it is not found.

## What 查什么
文书写明前罪判处有期徒刑以上刑罚、执行完毕未满五年又故意犯罪并判处有期徒刑以上刑罚，却没有认定累犯，也没有引用第六十五条。

## Why 为何
累犯是法定应当从重情节，漏认会使量刑失当，并影响缓刑、假释的适用。

## Method 方法
读出前科的刑罚、释放日期，查明的犯罪日期，本案宣告刑和出生日期，逐项比对；全文没有出现“累犯”二字的才提示。

## Exclusions 排除
过失犯罪、前罪缓刑、前罪判决时不满二十周岁（前罪可能在未成年时所犯）、出生日期未写、犯罪日期未写、多名被告人中犯罪日期不全部落在五年内的，不提示。

## Assumptions 假定
文书所写的刑满释放之日就是刑罚执行完毕之日；假释的不查。

## Basis 依据
《中华人民共和国刑法》第六十五条。

## Remedy 怎么改
核对前罪判决书和释放证明，符合的应当认定；已生效的按审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Party, Prior
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .earlier_convictions import (
    FIXED_TERM_OR_MORE,
    birthday,
    convictions,
    crime_days,
    ended,
    negligent,
    years_after,
)
from .pronounced import CRIMINAL_LAW, results_of

SCENARIO = Scenario(
    code="PEN116",
    name="recidivist-missed",
    title=Words("符合累犯条件而未认定", "Recidivism not found"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "65", 1),),
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)
_ENDED, _TERM = anchors("刑满", "释放", "执行完毕"), anchors("刑期")
#: Under this age at the earlier judgment, the earlier crime may be one of a minor.
_SURELY_ADULT = 20


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per defendant whose told record and new penalty make a recidivist nobody speaks of."""
    if not _may_tell_an_end(judgment) or not any(p.kind == "criminal" and p.ended for p in judgment.priors):
        return
    crimes = crime_days(judgment)
    if not crimes or any(c.article == "65" for c in judgment.basis) or _speaks_of_it(judgment):
        return
    for party in judgment.defendants:
        if not _heavy(judgment, party):
            continue
        prior = next((p for p in convictions(judgment, party.name) if _makes_recidivist(p, party, crimes)), None)
        if prior is not None:
            until = ended(prior).high
            yield SCENARIO.finding(
                judgment, prior,
                zh=f"{party.name}前罪刑罚于{until}执行完毕，又于{crimes[0]}故意犯应当判处有期徒刑以上刑罚之罪，"
                "未满五年，文书未认定累犯。",
                en=f"{party.name}: the earlier term ended on {until} and the new intentional crime is of {crimes[0]}, "
                "within five years; recidivism is not found.",
                expected="累犯",
            )  # fmt: skip


def _may_tell_an_end(judgment: Judgment) -> bool:
    """Whether a word stands where it could tell that an earlier term ended; the new one is told in the disposition."""
    if judgment.has(_ENDED):
        return True
    new = judgment.cut("disposition")
    return any(new is None or not new.start <= at < new.end for at in judgment.spots(_TERM))


def _speaks_of_it(judgment: Judgment) -> bool:
    body = judgment.part("course", "charge", "defence", "findings", "evidence", "reasoning", "basis", "disposition")
    return "累犯" in body


def _heavy(judgment: Judgment, party: Party) -> bool:
    """Whether the party is now sentenced to a fixed term or more for an intentional crime."""
    own = results_of(judgment, party.name)
    results = [r for r in own if r.total] or own
    charges = [r.charge for r in own if r.charge]
    return (
        any(r.penalty.kind in FIXED_TERM_OR_MORE for r in results)
        and bool(charges)
        and not any(negligent(c) for c in charges)
    )


def _makes_recidivist(prior: Prior, party: Party, crimes: list[date]) -> bool:
    if prior.penalty is None or prior.penalty.kind not in FIXED_TERM_OR_MORE or prior.penalty.probation_months:
        return False
    over = prior.ended if prior.ended_how in ("刑满释放", "刑期届满", "刑罚执行完毕", "执行完毕") else None
    adult = birthday(party, _SURELY_ADULT)
    judged = prior.decided
    if over is None or adult is None or judged is None or judged < adult or not prior.charge or negligent(prior.charge):
        return False
    return over < crimes[0] and crimes[-1] <= years_after(over, 5)
