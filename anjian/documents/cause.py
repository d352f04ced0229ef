"""The cause of action (案由)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .model_civil import Cause
from .section_ends import sentence_start

if TYPE_CHECKING:
    from .judgment import Judgment

_CASE = re.compile(
    r"(?:系列)?一案|纠纷(?P<case>案件|案(?!外|由|情|涉|号|款|例|发|中的))|(?P<bare>纠纷|之诉)(?=，不服|的?(?:执行|仲裁)?案)"
)
#: Causes that themselves hold a word for a party.
_WITH_PARTY = re.compile(
    r"(?:第三人撤销之诉|(?:案外人|申请执行人)?执行异议(?:之诉|复议)?|(?:追加|变更)、?(?:追加|变更)?被执行人异议之诉"
    r"|(?:追加|变更)(?:、变更)?被执行人|执行分配方案异议之诉|[申请]{0,2}撤销仲裁裁决)$"
)
_PARTY_WORDS = (
    "原告", "被告", "第三人", "上诉人", "被上诉人", "申请人", "被申请人", "申请执行人", "被执行人", "申诉人", "起诉人",
    "利害关系人", "案外人", "异议人", "赔偿请求人", "债务人", "债权人", "管理人",
)  # fmt: skip
_LEADING = re.compile(
    r"^(?:[）、，的因为诉与和及就]|等(?:[一二三四五六七八九十0-9]{1,4})?(?:[人名位](?!身|格|事)|方)?|以及|之间|双方|关于|不服|申请执行|[一二三四两]{1}(?:人|被告|原告))+"
)
_LABEL = re.compile(r"案由[：:]([一-龥、（）]{2,30}?)(?=[，。；]|原告|上诉人|本院|$)")
_BODY = re.compile(
    r"[一-龥（）0-9A-Z]{4,40}(?:有限(?:责任)?公司|分公司|支公司|支行|分行|委员会|合作社|经营部|医院|学校|中学|小学|幼儿园)"
)
_HAN = re.compile(r"[一-龥A-Z、（）《》“”]{2,45}")


def read_cause(j: Judgment) -> Cause | None:
    """The cause of action as written between the parties' names and 一案; None where nothing stands there."""
    if not j.civil:
        return None
    enforcing = j.instance == "enforcement"
    for cut in j.cuts:
        if cut.name == "course" or (enforcing and cut.name in ("lower", "findings", "claims")):
            found = _named(j, cut.start, min(cut.end, cut.start + 1500))
            if found:
                return found
    return _labelled(j)


def _labelled(j: Judgment) -> Cause | None:
    """A line 案由：… of the head."""
    m = _LABEL.search(j.plain, 0, 1500)
    return Cause(*j.span(m.start(1), m.end(1)), name=m[1]) if m else None


def _named(j: Judgment, start: int, end: int) -> Cause | None:
    """The first cause named in a stretch."""
    for m in _CASE.finditer(j.plain, start, end):
        stop = m.start("case") if m["case"] else m.end() if m["bare"] else m.start()
        begin = max(sentence_start(j.plain, stop), start)
        at = _cause_start(j, begin, stop)
        if at is not None and _HAN.fullmatch(j.plain, at, stop) and "你" not in j.plain[at:stop]:
            return Cause(*j.span(at, stop), name=j.plain[at:stop])
        if not m["bare"]:
            return None
    return None


def _cause_start(j: Judgment, begin: int, stop: int) -> int | None:
    """Behind the last party (name, short form or bare role) that stands before 一案."""
    text = j.plain
    special = _WITH_PARTY.search(text, begin, stop)
    limit = special.start() if special else stop
    at = begin
    for name in _names(j):
        found = text.rfind(name, begin, limit)
        if found >= 0:
            at = max(at, found + len(name))
    at = max(at, text.rfind("，", begin, limit) + 1, text.rfind("：", begin, limit) + 1)
    bracket = text.rfind("）", begin, limit) + 1
    if bracket < limit and not text.startswith(("、", "，"), bracket) and _closes_alias(text, begin, bracket):
        at = max(at, bracket)
    lead = _LEADING.match(text[at:limit])
    return _behind_unlisted(text, at + (lead.end() if lead else 0), limit)


def _behind_unlisted(text: str, at: int, stop: int) -> int:
    """Behind the name of a party that the head does not list, where a role stands right before it."""
    role = next((r for r in _PARTY_WORDS if text.endswith(r, 0, at)), None)
    if role is None:
        return at
    body = _BODY.match(text, at, stop)
    if body and body.end() < stop:
        return body.end()
    for end in range(min(at + 4, stop - 2), at + 1, -1):
        other = text.find(role + text[at:end])
        while other >= 0:
            behind = other + len(role) + end - at
            if other + len(role) != at and text[behind : behind + 1] != text[end]:
                return end
            other = text.find(role + text[at:end], behind)
    return at


def _names(j: Judgment) -> set[str]:
    names = {n for p in j.parties for n in (p.name, *p.aliases) if len(n) > 1}
    return names | set(_PARTY_WORDS)


def _closes_alias(text: str, begin: int, bracket: int) -> bool:
    opened = text.rfind("（", begin, bracket)
    return opened >= 0 and re.search("称|原审|一审|反诉|被告|原告", text[opened:bracket]) is not None
