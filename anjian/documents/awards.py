"""The items of a civil or administrative disposition, and what became of each claim.

An item is cut into clauses at its semicolons, full stops and at every new obligor; each clause that grants or refuses
something is one award. What an appeal does to the decision below is a verdict (see `disposition`); what it newly
grants is an award.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .answers import read_answers
from .award_kinds import KINDS, in_brackets, kind_of
from .clauses import ACTS, Clause, before_fees, clauses, disposition_region
from .dismissals import dismissal
from .disposition import Stretch, stretches
from .kind_of_case import nature
from .mentions import Mention, carers, mentions, names_of
from .model_civil import Award, Performance
from .performance import read_performance
from .sums import sums

if TYPE_CHECKING:
    from .judgment import Judgment

__all__ = ["KINDS", "disposition_region", "read_answers", "read_awards"]

_NOT_AN_AWARD = re.compile(
    r"^(?:(?:被告|义务人)?(?:如|若|如果|逾期)[^。；]{0,40}(?:未按|不按|不履行|未能|不能|逾期)(?!清偿|受偿)|逾期(?:不"
    r"|未)"
    r"|(?:本案|一审|二审|一、二审)?(?:案件)?(?:受理费|诉讼费|保全费|申请费|公告费|鉴定费)|本判决|本调解|本裁定"
    r"|本案(?:案件)?诉讼费|上述(?:协议|调解)|双方无其他)"
)
#: An item that grants nothing: fees, what becomes of the suit, a waiver, that nothing else is in dispute.
_NOTHING = re.compile(
    r"(?:本案|一审|二审|一、二审|原审|本诉|反诉)*(?:案件)?(?:受理费|诉讼费|保全费|申请费|公告费|鉴定费)"
    r"|(?:本案)?(?:由[^，。；]{1,30})?(?:发回|移送)|准[许予][^。；]{0,60}(?:撤回|撤诉)|[^，。；]{1,40}?(?:自愿)?放弃"
    r"|(?:原、?被告|双方|各方|当事人|原告|被告)[^，。；]{0,30}(?:再?无|没有)(?:其他|其它|任何|共同|争议|纠纷)"
)
_LOWER = re.compile(r"(?:判决|裁定|调解书|原判|号(?:行政|民事)?赔偿决定)")
_MONEY = frozenset(("给付", "返还", "赔偿"))
#: What is due on a day: a term told for one part of an item holds for these parts too.
_DUE = frozenset(("给付", "返还", "赔偿", "履行", "承担责任"))
#: Done by the judgment itself, with nobody who owes.
_DECLARED = frozenset((
    "确认", "确认违法", "确认无效", "解除", "准予离婚", "不准离婚", "撤销", "部分撤销", "维持", "变更", "其他",
))  # fmt: skip
_NOT_PERFORMED = _DECLARED | {"驳回", "驳回起诉", "优先受偿", "追偿", "无需给付", "不予赔偿"}
_BEGINS = re.compile(r"驳回|维持|撤销|变更")
_INTO = re.compile(r"为[：“\"]{1,2}|：|为(?=被告|原告|由|上诉|被上诉|原审)")
_BY = re.compile(r"由(?=被告|原告|第三人|上诉人|被上诉人|反诉)")
_SECONDARY = re.compile(r"补充(?:清偿|赔偿|给付)?责任|不能清偿|不足(?:部分|以清偿)|清偿不能")
_PERFORMS_ONLY = re.compile(
    r"^(?:此款|上述|以上|该款|前述|前款|上列|各项|两项|均|限|于|应|自|在|款项|并?于|给付时间"
    r"|履行期限|付款期限)"
)
_MORE_THAN_TERM = re.compile(r"连带|补充|优先|利息|驳回|协助|办理|抚养|返还|归还|赔偿|停止|拆除|继承|离婚|确认")
_GENERAL = re.compile(r"上述|以上|上列|前述|各项|前[一二三四五六七八九]?项")
_ITEM_NUMBERS = re.compile(r"(?:上述|以上|前述)(?:判决)?(?:第)?(?P<n>[一二三四五六七八九十0-9、和至及]{1,12})项")


def read_awards(j: Judgment) -> tuple[Award, ...]:
    """What every item of the disposition grants or refuses, in order; none for criminal and enforcement documents.

    A ruling grants nothing but the dismissal of a suit, and a judgment in a special procedure nothing at all: what
    they do is told by the verdicts.
    """
    document, kind = nature(j)
    if document is None or kind in ("刑事", "执行") or _enforces(j) or (j.title is None and not j.civil):
        return ()
    if j.instance == "special" and document == "判决书":
        return ()
    region = disposition_region(j)
    if region is None:
        return ()
    items = stretches(j, *region)
    out = [award for item in items for award in _of_item(j, item)]
    if document == "裁定书":
        return tuple(a for a in out if a.kind == "驳回起诉")
    return tuple(_with_general_term(j, items, out))


def _enforces(j: Judgment) -> bool:
    number = j.case_number
    return bool(number and number.type_code.startswith("执"))


def _of_item(j: Judgment, item: Stretch) -> list[Award]:
    """The awards of one item; what the item says of its term holds for all of them."""
    end = before_fees(j, item)
    if _NOTHING.match(j.plain, item.body, end):
        return []
    out: list[Award] = []
    term: Performance | None = None
    for clause in clauses(j, item, end):
        text = j.plain[clause.start : clause.end]
        if _only_term(j, clause, text):
            if not _ITEM_NUMBERS.search(text):
                term = read_performance(j, clause.start, clause.end) or term
            continue
        found = _award(j, clause)
        if found is not None and found.kind == "追偿" and out:
            out = [replace(a, recourse=True) if a.joint or a.kind == "承担责任" else a for a in out]
            if not any(a.recourse for a in out):
                out.append(found)
        elif found is not None:
            out.append(found)
    if not out and _unread(j, item, end):
        out.append(Award(*j.span(item.body, end), item=item.number, kind="其他"))
    shared = next((a.performance for a in out if a.performance), None)
    return [_due(a, term or (shared if a.kind in _DUE else None)) for a in out]


def _due(award: Award, term: Performance | None) -> Award:
    """The award with a term where it needs one and has none."""
    return replace(award, performance=term) if term and award.performance is None and _obliges(award) else award


def _unread(j: Judgment, item: Stretch, end: int) -> bool:
    """Whether an item without an award grants something in words that are not known."""
    text = j.plain[item.body : end]
    known = _NOT_AN_AWARD.match(text) or _BEGINS.match(text) or _PERFORMS_ONLY.match(text) or "驳回" in text
    return len(text) > 4 and not known


def _only_term(j: Judgment, clause: Clause, text: str) -> bool:
    """Whether a clause only tells when what stands before it is due."""
    if not _PERFORMS_ONLY.match(text) or _MORE_THAN_TERM.search(text):
        return False
    return not sums(j, clause.start, clause.end)[0] and read_performance(j, clause.start, clause.end) is not None


def _obliges(award: Award) -> bool:
    return award.kind not in _NOT_PERFORMED


def _award(j: Judgment, clause: Clause) -> Award | None:
    """The award of one clause; None where it grants nothing of its own."""
    start, end = clause.start, clause.end
    while end > start and j.plain[end - 1] in "，、：":
        end -= 1
    text = j.plain[start:end]
    if not text or _NOT_AN_AWARD.match(text):
        return None
    if text.startswith(("驳回", "对")) and "驳回" in text:
        return dismissal(j, clause.item, start, end)
    if _BEGINS.match(text) and _LOWER.search(text):
        colon = _INTO.search(text) if text.startswith("变更") else None
        if colon is None:
            return None
        start += colon.end()
        text = j.plain[start:end]
    kind, verb = kind_of(text)
    if kind is None:
        return None
    return _granted(j, clause.item, kind, start, start + verb, end)


def _granted(j: Judgment, item: int | None, kind: str, start: int, verb: int, end: int) -> Award:
    text = j.plain[start:end]
    amounts, total = sums(j, start, end)
    by = _BY.search(text) if amounts else None
    if by and total not in (own := sums(j, start + by.end(), end))[0]:
        total = own[1] if own[0] else total
    payers, payees = _sides(j, kind, start, verb, end)
    return Award(
        *j.span(start, end), item=item, kind=kind, payers=payers, payees=payees, amounts=amounts,
        total=total if kind in _MONEY else None, joint="连带" in text,
        secondary=_SECONDARY.search(text) is not None,
        recourse="追偿" in text, performance=read_performance(j, start, end),
    )  # fmt: skip


def _sides(j: Judgment, kind: str, start: int, verb: int, end: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who owes and who receives."""
    if kind in _DECLARED:
        return (), ()
    text, found = j.plain[start:end], mentions(j, start, end)
    if "（" in text or "“" in text:
        found = [m for m in found if not in_brackets(text, m.start - start)]
    if kind == "抚养":
        return (), carers(j, found) or names_of(found)
    if kind in ("继承", "分割"):
        return (), names_of(found)
    if kind == "优先受偿":
        return (), names_of(found[:1])
    recourse = j.plain.find("追偿", start, end)
    if kind != "追偿" and recourse >= 0:
        end = max(j.plain.rfind("，", start, recourse), start)
        found = [m for m in found if m.end <= end]
    act = ACTS.search(j.plain, max(verb, start), end)
    at = act.start() if act else verb
    owing, receiving = [], []
    for m in found:
        before = j.plain[max(m.start - 2, 0) : m.start]
        if before.endswith(("向", "给", "为", "付", "还", "偿", "助", "合", "欠")):
            receiving.append(m)
        elif m.start < at and not before.endswith(("与", "对", "就")):
            owing.append(m)
    owing, others = _after_by(j, owing, start)
    receiving.extend(others)
    receiving.extend(m for m in found if m.start >= at and m not in receiving and _receives(j, m, receiving))
    payers = names_of(owing)
    return payers, tuple(n for n in names_of(receiving) if n not in payers)


def _after_by(j: Judgment, before: list[Mention], start: int) -> tuple[list[Mention], list[Mention]]:
    """Of those named before the verb, those behind 由 owe; the others (原告的损失…由被告赔付) receive."""
    by = next((i for i, m in enumerate(before) if m.start > start and j.plain[m.start - 1] == "由"), None)
    return (before[by:], before[:by]) if by else (before, [])


def _receives(j: Judgment, m: Mention, known: list[Mention]) -> bool:
    """One named behind the verb receives when it stands at once behind it or is joined to one that does."""
    window = j.plain[max(m.start - 8, 0) : m.start]
    if known:
        return j.plain[known[-1].end : m.start] in ("、", "和", "及", "与")
    return bool(ACTS.search(window) or re.search(r"(?:给付|支付|赔偿|返还|归还|偿还|清偿|退还)(?:给)?$", window))


def _with_general_term(j: Judgment, items: list[Stretch], awards: list[Award]) -> Iterator[Award]:
    """The awards, those without a term given the one told once for all (or for the items named)."""
    terms: list[tuple[set[int], Performance]] | None = None
    for award in awards:
        if award.performance is None and _obliges(award):
            if terms is None:
                terms = [t for item in items for t in _general_terms(j, item)]
            term = next((t for numbers, t in terms if not numbers or award.item in numbers), None)
            award = _due(award, term)
        yield award


def _general_terms(j: Judgment, item: Stretch) -> Iterator[tuple[set[int], Performance]]:
    for clause in clauses(j, item, item.end):
        text = j.plain[clause.start : clause.end]
        if _GENERAL.match(text) or _ITEM_NUMBERS.match(text):
            term = read_performance(j, clause.start, clause.end)
            if term is not None:
                named = _ITEM_NUMBERS.search(text)
                yield (_numbers(named["n"]) if named else set()), term


def _numbers(words: str) -> set[int]:
    digits = "一二三四五六七八九十"
    if "至" in words:
        ends = [digits.index(c) + 1 for c in words if c in digits]
        return set(range(ends[0], ends[-1] + 1)) if ends else set()
    return {digits.index(c) + 1 for c in words if c in digits} | {int(c) for c in words if c in "123456789"}
