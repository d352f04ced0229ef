"""What became of each claim of the first instance: the awards that answer it, or the dismissal that covers it.

An award answers a claim of the same side when it grants the same relief, or the same sum, and is not the whole of
another claim. 未答 is the last resort: no award, no sum, no dismissal, no words in common.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from .kind_of_case import nature
from .lazy import once
from .mentions import carers, full_name, mentions, names_of
from .model_civil import Answer, Award, Claim
from .reliefs import reliefs_of

if TYPE_CHECKING:
    from .judgment import Judgment

#: The reliefs an award of a kind can answer, besides those its words name.
_ANSWERS = {
    "给付": {"给付", "返还", "赔偿", "分割", "继承"},
    "返还": {"返还", "给付", "赔偿", "排除妨害", "分割"},
    "赔偿": {"赔偿", "给付", "返还"},
    "无需给付": {"给付", "返还", "赔偿", "确认"},
    "履行": {"履行", "返还", "重新作出", "变更", "分割"},
    "承担责任": {"连带责任"},
    "准予离婚": {"离婚", "解除"},
    "抚养": {"抚养", "变更"},
    "分割": {"分割", "继承", "返还", "给付", "确认"},
    "继承": {"继承", "分割", "确认", "返还", "给付"},
    "确认": {"确认", "优先受偿", "解除", "撤销", "分割"},
    "确认违法": {"确认", "撤销", "履行", "赔偿"},
    "确认无效": {"确认", "撤销", "解除"},
    "解除": {"解除", "确认", "离婚", "撤销"},
    "撤销": {"撤销", "确认", "重新作出", "变更"},
    "部分撤销": {"撤销", "确认", "重新作出", "变更"},
    "变更": {"变更", "撤销"},
    "责令履行": {"履行", "重新作出", "确认", "撤销", "赔偿"},
    "责令重作": {"重新作出", "履行", "撤销", "变更"},
    "停止侵害": {"停止侵害", "排除妨害"},
    "排除妨害": {"排除妨害", "停止侵害", "恢复原状", "返还", "履行"},
    "恢复原状": {"恢复原状", "排除妨害", "履行"},
    "道歉": {"道歉"},
    "优先受偿": {"优先受偿", "确认"},
}  # fmt: skip
_GENERIC = {"给付", "返还", "履行", "诉讼费", "其他", "确认"}
_SIDE = {"利息", "违约金", "连带责任", "优先受偿"}
_REFUSALS = ("驳回", "驳回起诉")
#: What a judgment in a special procedure declares as asked.
_DECLARED = {"宣告失踪", "宣告死亡", "宣告票据无效"}
#: A claim that nothing is owed is answered by an award to the other side.
_DENIES = re.compile(
    r"(?:无需|无须|不需|不予|不应|不用|不)(?:要)?(?:再)?(?:向[^，。；]{1,30})?(?:支付|给付|承担|返还"
    r"|赔偿|偿还)"
)
_OBJECT = re.compile(r"[一-龥](?:[费款金息]|损失|工资)")
_SHARED_WORDS = 0.45


def read_answers(j: Judgment) -> tuple[Answer, ...]:
    """The answer to each claim (and counterclaim) that was not dropped, in order; none where a suit is dismissed.

    Of a judgment of first instance, of a retrial of one, of a decision on compensation. Of an appeal (or a
    retrial asked for) only whether it was dismissed outright, and what became of the sum or the dismissal it asked.
    """
    asked = [c for c in j.claims if not c.struck]
    higher = any(c.stage in ("appeal", "retrial") for c in asked)
    if higher and nature(j)[0] == "判决书":
        return _of_appeal(j, asked)
    if _DECLARED & {v.kind for v in j.verdicts}:
        return tuple(_made(c, "支持", ()) for c in asked if c.stage == "application")
    if higher or not _decides(j) or not j.awards or all(a.kind == "驳回起诉" for a in j.awards):
        return ()
    claims = [c for c in asked if c.stage in ("first", "counter", "application")]
    return tuple(_answer(j, c, claims) for c in claims if not _moot(j, c))


def _decides(j: Judgment) -> bool:
    document, _ = nature(j)
    if document == "判决书":
        return j.instance in ("first", "retrial")
    return document == "决定书" and j.instance == "compensation"


def _moot(j: Judgment, claim: Claim) -> bool:
    """Whether a claim falls with the divorce that is refused: nothing is decided on it."""
    refused = any(a.kind == "不准离婚" for a in j.awards)
    return refused and "离婚" not in claim.reliefs and claim.reliefs != ("诉讼费",)


def _of_appeal(j: Judgment, asked: Sequence[Claim]) -> tuple[Answer, ...]:
    """What became of each appeal, as far as its outcome can be told without weighing."""
    found = ((c, _on_appeal(j, c)) for c in asked if c.stage in ("appeal", "retrial") and c.reliefs != ("诉讼费",))
    return tuple(_made(c, outcome, ()) for c, outcome in found if outcome)


def _on_appeal(j: Judgment, claim: Claim) -> str | None:
    kinds = {v.kind for v in j.verdicts}
    if not kinds & {"撤销", "改判", "发回重审"}:
        return "驳回" if "驳回上诉" in kinds or ("维持" in kinds and claim.stage == "retrial") else None
    if "发回重审" in kinds:
        return None
    paid = {x for a in j.awards for x in ((a.total,) if a.total is not None else a.amounts)}
    if claim.total is not None and paid:
        if claim.total in paid:
            return "支持"
        gains = any(_same_side(j, a.payees, claim) for a in j.awards if a.payees)
        return "部分支持" if gains and max(paid) < claim.total else None
    dismissed = [a for a in j.awards if a.kind == "驳回" and a.rejects == "全部"]
    if "驳回" in claim.reliefs and len(dismissed) == len(j.awards) == 1:
        return "支持"
    granted = {r for a in j.awards for r in _ANSWERS.get(a.kind, set())}
    asked = set(claim.reliefs) - {"改判", "诉讼费", "其他", "发回重审"}
    whole = asked <= granted and not paid and all(a.kind not in _REFUSALS for a in j.awards)
    return "支持" if whole and asked - {"撤销"} else None


def _answer(j: Judgment, claim: Claim, claims: Sequence[Claim]) -> Answer:
    refused = [a for a in j.awards if a.kind in _REFUSALS and _covers(j, a, claim)]
    wholly = [a for a in refused if a.rejects == "全部"]
    granted = [a for a in j.awards if a.kind not in _REFUSALS and _for(j, a, claim)]
    if claim.reliefs == ("诉讼费",):
        return _made(claim, _costs(j, claim, wholly and not granted), tuple(wholly))
    denied = [a for a in j.awards if a.kind in ("不准离婚", "维持")]
    if "赔偿" in claim.reliefs:
        denied.extend(a for a in j.awards if a.kind == "不予赔偿")
    if denied:
        return _made(claim, "驳回", tuple(denied))
    elsewhere = [] if "离婚" in claim.reliefs else _other_carer(j, claim)
    if elsewhere:
        return _made(claim, "驳回", tuple(elsewhere))
    if refused:
        granted = [a for a in granted if _against(j, a, claim)]
    answering = [a for a in granted if _answers(j, a, claim, claims)]
    answering = answering or [a for a in granted if _alike(j, a, claim) and not _is_another(j, a, claim, claims)]
    if answering:
        extent = _extent(j, claim, answering, bool(refused))
        alone = [c for c in claims if c.claimant == claim.claimant and c.reliefs != ("诉讼费",)] == [claim]
        if extent == "支持" and alone and any(a.rejects == "其他" for a in refused):
            extent = "部分支持"
        return _made(claim, extent, tuple(answering))
    if refused:
        return _made(claim, "驳回", tuple(refused[:1]))
    contrary = [a for a in j.awards if a.kind in ("给付", "赔偿", "返还")] if _DENIES.search(j.words(claim)) else []
    if contrary:
        return _made(claim, "驳回" if _amounts(contrary) & set(claim.amounts) else "部分支持", tuple(contrary))
    return _made(claim, "未答", ())


def _other_carer(j: Judgment, claim: Claim) -> list[Award]:
    """The awards that give a child to the other parent than the claim asks."""
    if "抚养" not in claim.reliefs:
        return []
    asked = set(carers(j, mentions(j, *j.plain_span(claim))))
    awards = [a for a in j.awards if a.kind == "抚养" and carers(j, mentions(j, *j.plain_span(a)))]
    given = {name for a in awards for name in a.payees}
    return awards if asked and given and not asked & given else []


def _made(claim: Claim, outcome: str, items: tuple[Award, ...]) -> Answer:
    return Answer(claim.start, claim.end, claim=claim, outcome=outcome, items=items)


def _covers(j: Judgment, award: Award, claim: Claim) -> bool:
    """Whether a dismissal takes in a claim: of the same side, and of the same matter when it is of one matter only."""
    words = j.words(award)
    if claim.stage == "counter" and award.whose is None and "反诉" not in words and "本诉" in words:
        return False
    if award.whose is not None and claim.claimant and not _same_side(j, award.whose.split("、"), claim):
        return False
    if award.rejects == "部分":
        against = set(names_of(mentions(j, *j.plain_span(award)))) - set((award.whose or "").split("、"))
        if any(name in j.words(claim) for name in against):
            return True
        return _shared(j.words(claim), words) >= _SHARED_WORDS or bool(
            set(reliefs_of(words)) & set(claim.reliefs) - {"驳回", "诉讼费", "其他"}
        )
    return True


def _for(j: Judgment, award: Award, claim: Claim) -> bool:
    """Whether an award can be for the claimant: those who receive are of his side, those who owe are not."""
    if not claim.claimant or not _same_side(j, (p.name for p in j.parties), claim):
        return True
    if award.payees:
        return _same_side(j, award.payees, claim) or not _other_side(j, award.payees, claim)
    return not (award.payers and award.kind in ("给付", "返还", "赔偿") and _same_side(j, award.payers, claim))


def _against(j: Judgment, award: Award, claim: Claim) -> bool:
    """Whether an award is against one of those the claim names, where both name anybody."""
    if not award.payers:
        return True
    named = {full_name(j, n) for n in names_of(mentions(j, *j.plain_span(claim)))} - _claimants(j, claim)
    debtors = [n for n in named if any(_same(n, p.name) for p in j.parties)]
    return not debtors or any(_same(full_name(j, p), n) for p in award.payers for n in debtors)


def _claimants(j: Judgment, claim: Claim) -> set[str]:
    """The full names of those who claim."""
    return {full_name(j, n) for n in (claim.claimant or "").split("、")}


def _same_side(j: Judgment, names: Iterable[str], claim: Claim) -> bool:
    mine = _claimants(j, claim)
    for n in names:
        name = full_name(j, n)
        if name in mine or any(_same(name, m) for m in mine):
            return True
    return False


def _other_side(j: Judgment, names: Sequence[str], claim: Claim) -> bool:
    """Whether a name is of a party known to stand on the other side."""
    roles = {p.name: p.role for p in j.parties}
    mine = {roles.get(n) for n in _claimants(j, claim)}
    return any((role := roles.get(full_name(j, n))) is not None and role not in mine for n in names)


def _same(one: str, other: str) -> bool:
    return one == other or (len(one) >= 2 and len(other) >= 2 and (one in other or other in one))


def _answers(j: Judgment, award: Award, claim: Claim, claims: Sequence[Claim]) -> bool:
    shared = set(award.amounts) & set(claim.amounts)
    if shared:
        return True
    asked = set(claim.reliefs) - {"诉讼费"}
    named = set(_named_by(j, award))
    if (asked - _GENERIC) & named:
        return not _is_another(j, award, claim, claims) or bool((asked & named) & _SIDE)
    return bool(asked & _ANSWERS.get(award.kind, set())) and not _is_another(j, award, claim, claims)


def _named_by(j: Judgment, award: Award) -> tuple[str, ...]:
    """The reliefs an award names."""
    known, place = _reliefs_of_awards(j), (award.start, award.end)
    if place not in known:
        known[place] = reliefs_of(j.words(award))
    return known[place]


@once
def _reliefs_of_awards(j: Judgment) -> dict[tuple[int, int], tuple[str, ...]]:
    """What `_named_by` has told already, by the award's place."""
    return {}


def _is_another(j: Judgment, award: Award, claim: Claim, claims: Sequence[Claim]) -> bool:
    """Whether the award is the very sum of another claim, or of what another asks for and this one does not."""
    if award.total is not None and any(c is not claim and award.total in (c.total, *c.amounts) for c in claims):
        return True
    mine, given = _objects(j.words(claim)), _objects(j.words(award))
    return bool(mine and given and not mine & given) and any(_objects(j.words(c)) & given for c in claims)


def _amounts(awards: Sequence[Award]) -> set[Decimal]:
    return {x for a in awards for x in a.amounts}


def _objects(text: str) -> set[str]:
    """What money is for, by the last two characters of its name: 借款, 误工费 → 工费."""
    return set(_OBJECT.findall(text))


def _alike(j: Judgment, award: Award, claim: Claim) -> bool:
    return _shared(j.words(claim), j.words(award)) >= _SHARED_WORDS


def _shared(one: str, other: str) -> float:
    """The part of the pairs of characters of the first text that the second has too."""
    pairs = {one[i : i + 2] for i in range(len(one) - 1)}
    return len(pairs & {other[i : i + 2] for i in range(len(other) - 1)}) / len(pairs) if pairs else 0.0


def _extent(j: Judgment, claim: Claim, awards: Sequence[Award], refused: bool) -> str:
    """支持 when every relief and the whole sum are granted, else 部分支持."""
    named = {r for a in awards for r in _named_by(j, a)}
    granted = named | {r for a in awards for r in _ANSWERS.get(a.kind, set())}
    if any("连带" in j.words(a) or "共同" in j.words(a) for a in awards):
        granted.add("连带责任")
    missing = set(claim.reliefs) - granted - {"诉讼费", "其他"}
    whole = claim.total is not None and any(claim.total in a.amounts for a in awards)
    if missing and not (whole and re.search("共计|合计|总计", j.words(claim))):
        return "部分支持"
    if claim.total is None:
        if len(awards) > 1 and sum((x for a in awards for x in a.amounts), Decimal(0)) in accumulate(claim.amounts):
            return "支持"  # the sums asked for as one are granted in several items
        left = set(claim.amounts) - {x for a in awards for x in a.amounts}
        return "部分支持" if left and (refused or left == set(claim.amounts)) else "支持"
    given = [x for a in awards for x in a.amounts]
    if claim.total in given or sum(sum(a.amounts) if a.total is None else a.total for a in awards) >= claim.total:
        return "支持"
    return "部分支持" if given else "支持"


def _costs(j: Judgment, claim: Claim, dismissed: object) -> str:
    """Who bears the costs decides; where no clause on the fees is found, the dismissal does."""
    bearers = {s.party for f in j.fees for s in f.shares if s.amount is None or s.amount > 0} or set(_bearers(j))
    if not bearers:
        return "驳回" if dismissed or any(a.kind in _REFUSALS for a in j.awards) else "未答"
    mine = [n for n in bearers if _same_side(j, [n], claim)]
    return "支持" if not mine else "驳回" if len(mine) == len(bearers) else "部分支持"


def _bearers(j: Judgment) -> tuple[str, ...]:
    """Those named as bearing the fee behind the disposition, where no shares are read."""
    disposition = j.cut("disposition")
    fee = max(j.plain.rfind(word) for word in ("受理费", "诉讼费"))
    if disposition is None or fee < disposition.start:
        return ()
    end = j.plain.find("。", fee)
    return names_of(mentions(j, fee, end if end >= 0 else len(j.plain)))
