"""判令承担连带责任而没有写明追偿权或者主债务。

English: A surety is held jointly liable with no recourse stated, or for a debt that no item orders.

## What 查什么
判令保证人承担连带清偿责任，主文没有写明其承担责任后有权向债务人追偿；判令对“上述第几项债务”承担责任，而该项并没有判令任何人给付。

## Why 为何
2000年12月13日至2020年12月31日，担保法的司法解释要求在主文中明确保证人的追偿权，没有明确的只能另行起诉；此后民法典直接规定追偿权，
写明仍便于执行。所指的债务不存在，判项就无法执行。

## Method 方法
取主文中“连带”责任的判项，文书中称责任人为保证人、担保人，或者说其提供保证的，看主文有无“追偿”二字。判项指明第几项的，看该项是否判令给付。

## Exclusions 排除
夫妻共同债务、股东出资责任、合伙、共同侵权、债务加入等不是保证的连带责任；保证人与债务人都已由当事人另行约定；调解书，都不报。

## Assumptions 假定
责任人是否保证人，以文书的说法为准。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国担保法〉若干问题的解释》第四十二条（2021年1月1日废止）；《中华人民共和国民法典》第七百条。

## Remedy 怎么改
在判项中写明“承担保证责任后，有权向债务人追偿”；所指判项有误的，以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model_civil import Award
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .claimed import is_judgment

_OLD = "最高人民法院关于适用《中华人民共和国担保法》若干问题的解释"
_SINCE, _UNTIL = date(2000, 12, 13), date(2021, 1, 1)
SCENARIO = Scenario(
    code="CIV507",
    name="guarantee-limits",
    title=Words("连带责任没有写明追偿或者主债务", "Surety's recourse or principal debt not stated"),
    family="civil",
    basis=(Basis(_OLD, "42", 1, since=_SINCE, until=_UNTIL), Basis("中华人民共和国民法典", "700", since=_UNTIL)),
    certainty="hint",
    severity="minor",
    subjects=("civil-first", "civil-second", "civil-retrial"),
)
_SURETY = r"(?:连带)?(?:责任)?(?:保证|担保)(?:人|责任|合同|书|函)?"
_OF_ITEM = re.compile(r"(?:上述|前述|本判决|判决|以上)?第(?P<n>[一二三四五六七八九十])项")
_NUMBERS = "一二三四五六七八九十"
_OTHER_GROUND = re.compile(r"抵押|质押|债务加入|夫妻|股东|合伙|共同侵权|共同借款")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per surety without recourse, and per joint liability for an item that orders no payment."""
    on = decided_on(judgment)
    if not is_judgment(judgment) or on is None or on < _SINCE:
        return
    recourse = "追偿" in judgment.part("disposition")
    for award in judgment.awards:
        if award.kind != "承担责任" or not award.joint:
            continue
        wrong = _no_debt(judgment, award)
        if wrong:
            yield _finding(
                judgment,
                award,
                f"判项令对第{wrong}项承担连带责任，第{wrong}项并没有判令给付。",
                "Joint liability is ordered for an item that orders no payment.",
            )
        elif not recourse and _is_surety(judgment, award):
            law = "担保法的司法解释要求在主文中写明" if on < _UNTIL else "民法典规定了追偿权，写明便于执行"
            yield _finding(
                judgment,
                award,
                f"判令保证人承担连带责任，主文没有写明其承担责任后有权向债务人追偿；{law}。",
                "A surety is held jointly liable; its recourse against the debtor is not stated.",
            )


def _no_debt(judgment: Judgment, award: Award) -> str | None:
    """The item a joint liability refers to, where no such item exists or it orders nothing to be paid or done."""
    m = _OF_ITEM.search(judgment.words(award))
    if m is None or judgment.instance != "first":
        return None
    number = _NUMBERS.index(m["n"]) + 1
    kinds = {a.kind for a in judgment.awards if a.item == number}
    if number not in {i.number for i in judgment.items}:
        return None
    return m["n"] if kinds and kinds <= {"驳回", "解除", "确认", "准予离婚"} else None


def _is_surety(judgment: Judgment, award: Award) -> bool:
    """Whether the text calls one of those who owe a surety or tells that they stood surety."""
    text = judgment.part("findings", "reasoning", "evidence")
    words = judgment.words(award)
    if _OTHER_GROUND.search(words):
        return False
    for name in award.payers:
        short = re.escape(name)
        if re.search(rf"{short}[^。；]{{0,60}}{_SURETY}|{_SURETY}[^。；]{{0,20}}{short}", text):
            return True
    return bool(re.search(r"保证责任", words))


def _finding(judgment: Judgment, award: Award, zh: str, en: str) -> Finding:
    return SCENARIO.finding(judgment, award, zh, en, found="没有写明追偿权" if "追偿" in zh else None)
