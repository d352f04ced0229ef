"""当事人姓名前后不一致。

English: A party's name differs inside the document.

## What 查什么
首部列明的被告人、原告、被告、上诉人、被执行人等的姓名、名称或者简称，在事实、说理或主文中差一个字，或者两个字颠倒；公司等的名称还查漏、多一个字。

## Why 为何
主文中姓名写错，判项便指向另一个人，执行、羁押、前科登记都会出错。

## Method 方法
取首部每个未隐名的自然人当事人，在正文中“被告人”“上诉人”等称谓之后，以及当事人并列之处，查与该姓名等长而只差一个字、或仅次序颠倒的姓名。民事、行政、执行文书还查公司等的全称和“以下简称”的简称，须紧接称谓；说理、主文和诉讼费负担中没有称谓的，三字以上的姓名只差一字或者次序颠倒、全文只此一处的，主文中公司等的全称漏一个字、全文只此一处的，也报告。

## Exclusions 排除
隐名的姓名（张某、李某甲、王×）不查；两个字的姓名只查同姓的；与其他当事人、曾用名、辩护人、审判人员、书记员同名的不报；“同案”“另案”人员不报；没有称谓的姓名，同句写明亲属、案外人、证人的不报；公司的另一种合法缩写（所用各字依次见于任一当事人的全称）不报，漏、多的字是省、市、县、区、的不报，隐名的名称（某某公司）不查；补正裁定照录的错字不查；附录不查。

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
from anjian.documents.lazy import once
from anjian.documents.model import Party
from anjian.scenarios.base import Finding, Scenario, Words

from .body_names import body_drifts, result_drifts
from .common import FORM_SHEETS, corrected, is_criminal, masked, one_off, own_end, places

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
_CIVIL_ROLES = (
    "原告", "被告", "第三人", "上诉人", "申请人", "执行人", "被申诉人", "申诉人", "异议人", "案外人", "起诉人",
    "请求人", "义务机关",
)  # fmt: skip
#: The last characters of what may stand before a party named: a role, or another party and a word that joins.
_LEADS = frozenset((*(role[-1] for role in (*_ROLES, *_CIVIL_ROLES)), *"人）、和及"))
#: Where a row of names holds parties only; elsewhere relatives with like names may stand beside them.
_ROWS = ("course", "disposition", "fees")
#: Where a name without a role is looked for; what stands before and behind it there; who may have a like name.
_CLOSING = ("reasoning", "disposition", "fees")
_BEFORE = re.compile(
    r"(?:[，。；：、（“]|[一二三四五六七八九十]、|驳回|准[许予]|追加|宣告|变更|解除|撤销|确认|冻结|查封|扣押|扣划|偿还|返还|归还|赔偿|支付|给付"
    r"|[由向与和及对为给将限因故但]|[供又有]|证明|显示|关于|其中|认为|主张)$"
)
_AFTER = re.compile(
    r"[认关查撤立接催也顺为处于应在的、，。；：与和及向对自未没不已以因作将系是有能从各须需可支给返偿赔负承协死享销主提签付归明经拒借拖收擅拥违按并共"
    r"借辩要请申称购出转交驾欠存出履依]|（"
)
_RELATIVE = re.compile(
    r"[之其系的][兄弟姐妹父母子女妻夫]|[兄弟姐妹叔侄姑舅]|父亲|母亲|父母|儿子|女儿|[长次幼养继]子|[长次幼养继]女|妻子|丈夫|夫妻|婚生|亲属|家属"
    r"|案外人|证人|法定代表人|负责人|登记在|名下|曾用名"
)
_FORMER = re.compile(r"人?（[^）]{2,12}）|人")
_HAN = re.compile(r"[一-龥]+")
#: What may follow a two-character name: without it the two may be part of a longer one.
_ENDS = "犯的，、及在因于与和到归系以对，。；：（（"


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per wrong name and place behind a role word."""
    stop = own_end(judgment)
    parties = [p for p in judgment.parties if p.kind == "person" and len(p.name) > 1 and not masked(p.name)]
    if any(_may_differ(judgment.plain, party.name, stop) for party in parties):
        yield from _behind_roles(judgment, parties, stop)
    if not is_criminal(judgment):
        yield from _bodies(judgment, stop)
        yield from _unnamed_role(judgment, parties, stop)


def _may_differ(text: str, name: str, stop: int) -> bool:
    """Whether something like a name stands where a party may be named: see `_starts`."""
    at = text.find(name[0], 1, stop + 2)
    while at >= 0:
        if text[at - 1] in _LEADS and not text.startswith(name, at) and one_off(text[at : at + len(name)], name):
            return True
        at = text.find(name[0], at + 1, stop + 2)
    return False


def _behind_roles(judgment: Judgment, parties: list[Party], stop: int) -> Iterator[Finding]:
    known = _known(judgment)
    slips = range(*corrected(judgment))
    for at in _starts(judgment, parties, stop):
        for party in parties:
            written = judgment.plain[at : at + len(party.name)]
            if at not in slips and one_off(written, party.name) and _is_name(judgment, at, written, party, known):
                yield _finding(judgment, at, written, party)
                break


def _bodies(judgment: Judgment, stop: int) -> Iterator[Finding]:
    """Wrong names of companies and other bodies."""
    if not any(p.kind == "body" for p in judgment.parties):
        return
    slips = range(*corrected(judgment))
    drifts = [d for d in body_drifts(judgment, _CIVIL_ROLES, stop, _known) if d.start not in slips]
    seen = {d.start for d in drifts}
    drifts += [d for d in result_drifts(judgment, _known) if d.start not in seen and d.start not in slips]
    for drift in drifts:
        yield _finding(judgment, drift.start, drift.written, drift.party, drift.right)


def _unnamed_role(judgment: Judgment, parties: list[Party], stop: int) -> Iterator[Finding]:
    """Names without a role in the reasons, the result and the costs, written so this once."""
    like = list(_like_names(judgment, [p for p in parties if len(p.name) > 2]))
    if not like:
        return
    known, done = _known(judgment), {*_starts(judgment, parties, stop), *range(*corrected(judgment))}
    for at, written, party in like:
        if at not in done and _once(judgment, at, written, party) and _is_name(judgment, at, written, party, known):
            done.add(at)
            yield _finding(judgment, at, written, party)


def _like_names(judgment: Judgment, parties: list[Party]) -> Iterator[tuple[int, str, Party]]:
    """What is nearly a party's name in the closing sections."""
    text = judgment.plain
    for cut in judgment.cuts if parties else ():
        for party in parties if cut.name in _CLOSING else ():
            at = text.find(party.name[0], cut.start, cut.end)
            while at >= 0:
                written = text[at : at + len(party.name)]
                if written != party.name and one_off(written, party.name):
                    yield at, written, party
                at = text.find(party.name[0], at + 1, cut.end)


def _once(judgment: Judgment, at: int, written: str, party: Party) -> bool:
    """Whether a word that stands where a name begins and ends is found this once, and the right name elsewhere."""
    text, end = judgment.plain, at + len(written)
    if text.count(written) != 1 or text.count(party.name) < 2:
        return False
    if sorted(written) == sorted(party.name):
        return True
    begins = judgment.source.is_break(at) or _BEFORE.search(text, max(at - 4, 0), at) is not None
    ends = judgment.section_at(at) == "disposition" or _AFTER.match(text, end) is not None
    start, stop = max(text.rfind(mark, 0, at) for mark in "。；：") + 1, text.find("。", end)
    relative = _RELATIVE.search(text, start, stop if stop >= 0 else len(text))
    return begins and ends and text.count(written[1:]) == 1 and not relative


def _starts(judgment: Judgment, parties: list[Party], stop: int) -> list[int]:
    """Where a party may be named: behind a role word, and behind another party in a row."""
    text = judgment.plain
    starts = set()
    for role in _ROLES if is_criminal(judgment) else _CIVIL_ROLES:
        for at in places(text, role, stop):
            former = _FORMER.match(text, at + len(role), stop)
            if text[at - 2 : at] not in ("同案", "另案"):
                starts.add(former.end() if former else at + len(role))
    for party in parties:
        at = text.find(party.name, 0, stop)
        while at >= 0:
            end = at + len(party.name)
            rows = is_criminal(judgment) or judgment.section_at(at) in _ROWS
            if rows and text[end : end + 1] in ("、", "和", "及"):
                starts.add(end + 1)
            at = text.find(party.name, end, stop)
    return sorted(starts)


def _is_name(judgment: Judgment, at: int, written: str, party: Party, known: frozenset[str]) -> bool:
    if not _HAN.fullmatch(written) or masked(written) or written[0] != party.name[0]:
        return False
    if any(name.startswith(written) or written.startswith(name) for name in known if len(name) > 1):
        return False
    return len(written) > 2 or judgment.plain[at + len(written) : at + len(written) + 1] in _ENDS


@once
def _known(judgment: Judgment) -> frozenset[str]:
    """Everybody named in the head and the signature."""
    names = {name for p in judgment.parties for name in (p.name, *p.aliases)}
    names |= {c.name for c in judgment.counsel}
    return frozenset(names | {m.name for m in (*judgment.members, *judgment.clerks, *judgment.assistants)})


def _finding(judgment: Judgment, at: int, written: str, party: Party, right: str | None = None) -> Finding:
    role = party.former_role or party.role
    begins = at - len(role) if judgment.plain.endswith(role, 0, at) else at
    what, expected = ("姓名" if party.kind == "person" else "名称"), right or party.name
    return SCENARIO.finding(
        judgment,
        judgment.place(begins, at + len(written)),
        f"此处{what}为“{written}”，首部为“{expected}”。",
        f"The name here is {written}; the head has {expected}.",
        expected=expected,
        found=written,
    )
