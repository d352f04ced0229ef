"""当事人姓名前后不一致。

English: A party's name differs inside the document.

## What 查什么
首部列明的被告人、上诉人等的姓名，在事实、说理或主文中差一个字，或者两个字颠倒。

## Why 为何
主文中姓名写错，判项便指向另一个人，执行、羁押、前科登记都会出错。

## Method 方法
取首部每个未隐名的自然人当事人，在正文中“被告人”“上诉人”等称谓之后，以及当事人并列之处，查与该姓名等长而只差一个字、或仅次序颠倒的姓名。

## Exclusions 排除
隐名的姓名（张某、李某甲、王×）不查；两个字的姓名只查同姓的；与其他当事人、曾用名、辩护人、审判人员、书记员同名的不报；“同案”“另案”人员不报；附录不查。

## Assumptions 假定
首部的姓名为准；也可能首部写错，以卷宗为准。

## Basis 依据
文书前后一致的要求（人民法院裁判文书样式）。

## Remedy 怎么改
核对身份材料，统一姓名；主文写错的以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Party
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS, masked, one_off, own_end, places

SCENARIO = Scenario(
    code="DOC602",
    name="party-name-drift",
    title=Words("当事人姓名前后不一致", "Party's name drifts"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="likely",
    severity="major",
    subjects=("any",),
)
_ROLES = ("被告人", "上诉人", "罪犯", "自诉人", "申诉人", "原告", "被害人")
_FORMER = re.compile(r"人?（[^）]{2,12}）|人")
_HAN = re.compile(r"[一-龥]+")
#: What may follow a two-character name: without it the two may be part of a longer one.
_ENDS = "犯的，、及在因于与和到归系以对，。；：（（"


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per wrong name and place behind a role word."""
    stop = own_end(judgment)
    known = _known(judgment)
    parties = [p for p in judgment.parties if p.kind == "person" and len(p.name) > 1 and not masked(p.name)]
    for at in _starts(judgment, parties, stop) if parties else ():
        for party in parties:
            written = judgment.plain[at : at + len(party.name)]
            if one_off(written, party.name) and _is_name(judgment, at, written, party, known):
                yield _finding(judgment, at, written, party)
                break


def _starts(judgment: Judgment, parties: list[Party], stop: int) -> list[int]:
    """Where a party may be named: behind a role word, and behind another party in a row."""
    text = judgment.plain
    starts = set()
    for role in _ROLES:
        for at in places(text, role, stop):
            former = _FORMER.match(text, at + len(role), stop)
            if text[at - 2 : at] not in ("同案", "另案"):
                starts.add(former.end() if former else at + len(role))
    for party in parties:
        at = text.find(party.name, 0, stop)
        while at >= 0:
            end = at + len(party.name)
            if text[end : end + 1] in ("、", "和", "及"):
                starts.add(end + 1)
            at = text.find(party.name, end, stop)
    return sorted(starts)


def _is_name(judgment: Judgment, at: int, written: str, party: Party, known: frozenset[str]) -> bool:
    if not _HAN.fullmatch(written) or masked(written) or written[0] != party.name[0]:
        return False
    if any(name.startswith(written) or written.startswith(name) for name in known if len(name) > 1):
        return False
    return len(written) > 2 or judgment.plain[at + len(written) : at + len(written) + 1] in _ENDS


def _known(judgment: Judgment) -> frozenset[str]:
    """Everybody named in the head and the signature."""
    names = {name for p in judgment.parties for name in (p.name, *p.aliases)}
    names |= {c.name for c in judgment.counsel}
    return frozenset(names | {m.name for m in (*judgment.members, *judgment.clerks, *judgment.assistants)})


def _finding(judgment: Judgment, at: int, written: str, party: Party) -> Finding:
    role = party.former_role or party.role
    begins = at - len(role) if judgment.plain.endswith(role, 0, at) else at
    return SCENARIO.finding(
        judgment,
        judgment.place(begins, at + len(written)),
        f"此处姓名为“{written}”，首部为“{party.name}”。",
        f"The name here is {written}; the head has {party.name}.",
        expected=party.name,
        found=written,
    )
