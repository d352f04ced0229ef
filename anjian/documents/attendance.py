"""Who did not come, and how they were called."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .anchors import anchors
from .model import Party, Place
from .model_civil import Absence

if TYPE_CHECKING:
    from .judgment import Judgment

_NOT = ("未", "没有", "未能", "未按时", "未按期", "拒不", "拒绝", "均未", "无故不", "不")
_TO_COME = (
    r"(?:按时|按期|准时|依法|派员|派人|委托代理人|能|按[^，。；]{1,10}(?:时间|日期|期限))?"
    r"(?:到庭|到本?庭|出庭|到院|到法庭|上线|在线|登录|参[加与](?:本案|在线|本次|网络|线上)*(?:诉讼|庭审|开庭|法庭审理|审理|听证))"
)
#: Each alternative begins with a literal: `re` then looks for their first characters alone.
_MISSED = re.compile("|".join((*(word + _TO_COME for word in _NOT), "缺席(?!判决|审理|裁判)")))
_CAME = re.compile(r"(?:到庭|出庭|参加)(?:了)?(?:参加|应诉|参与)?(?:了)?(?:诉讼|庭审|应诉)?(?=，|；)")
_SUMMONS = (
    ("公告送达", re.compile(r"公告")),
    ("传票传唤", re.compile(r"传票|开庭传唤")),
    ("合法传唤", re.compile(r"合法传唤|合法送达|合法通知")),
    ("依法传唤", re.compile(r"依法传唤|传唤")),
    ("通知", re.compile(r"通知")),
)
_NO_REASON = re.compile(r"(?:无|没有|未有|非因|并无)(?:任何)?正当(?:的)?(?:理由|事由|原因)|无故|无理")
#: The longest clause on who did not come.
_CLAUSE = 400
_AGENT_OF = re.compile(r"(?:的)?(?:委托|诉讼|法定)(?:诉讼)?(?:代理人|代表人)|的代理人|(?:法定代表人|负责人)")
_ANNOUNCEMENT = anchors("公告")
_ANNOUNCED = re.compile(
    r"公告(?:方式)?(?:向[^，。；]{1,30})?(?:送达|传唤)|(?:以|采用|采取|通过|依法)公告[^，。；]{0,20}(?:送达|传唤|方式)"
    r"|公告[^，。；]{0,24}(?:起诉状|传票|应诉)|《?人民法院报》?[^。；]{0,30}公告(?=[^。；]{0,30}(?:送达|传票|起诉状|应诉))"
)
_NOT_CAME = re.compile("[未不没拒]")
_ROLE_ALONE = re.compile(
    r"(?:(?P<count>[一二两三四五六七八九十]{1,2}|各|均|上列|上述|诸|众)(?:位|名|个)?)?"
    r"(?P<role>被上诉人|上诉人|原告|被告|第三人|被申请人|再审申请人|申请人)(?=经|均|未|拒|无|没|，|在|二|三|依|受|[^，。；：、]{2,12}?(?:经|均|未|拒|无正当))"
)


def read_absences(j: Judgment) -> tuple[Absence, ...]:
    """Who did not come, and how they were called: as the course tells, else as the answers do."""
    if not j.civil:
        return ()
    for names in (("course",), ("answer",)):
        found = tuple(_dedupe(_in_sections(j, names)))
        if found:
            return found
    return ()


def read_announcement(j: Judgment) -> Place | None:
    """Where the document says that it was served by public announcement (公告送达), or None."""
    if not j.civil or not j.has(_ANNOUNCEMENT):
        return None
    for cut in j.cuts:
        if cut.name in ("course", "answer", "evidence", "findings"):
            m = _ANNOUNCED.search(j.plain, cut.start, cut.end)
            if m and (cut.name == "course" or "本院" in j.plain[max(m.start() - 40, cut.start) : m.end() + 10]):
                return j.place(m.start(), m.end())
    return None


def _dedupe(found: Iterator[Absence]) -> Iterator[Absence]:
    seen: set[str] = set()
    for absence in found:
        if absence.party not in seen:
            seen.add(absence.party)
            yield absence


def _in_sections(j: Judgment, names: tuple[str, ...]) -> Iterator[Absence]:
    for cut in j.cuts:
        if cut.name in names:
            for m in _MISSED.finditer(j.plain, cut.start, cut.end):
                begin = _clause_start(j.plain, max(cut.start, m.start() - _CLAUSE), m.start())
                yield from _absences(j, begin, m.start(), m.end())


def _clause_start(text: str, floor: int, at: int) -> int:
    """Behind the last full stop or semicolon, or behind the words that somebody else came."""
    start = max(floor, text.rfind("。", floor, at) + 1, text.rfind("；", floor, at) + 1)
    case = text.rfind("一案", start, at)
    start = max(start, text.find("，", case, at) + 1 if case >= 0 else 0)
    for m in _CAME.finditer(text, start, at):
        if not _NOT_CAME.search(text, max(m.start() - 4, start), m.start()):
            start = m.end() + 1
    for m in _MISSED.finditer(text, start, at):
        start = m.end()
    return start


def _absences(j: Judgment, begin: int, at: int, end: int) -> Iterator[Absence]:
    words = j.plain[begin:at]
    unexcused = _NO_REASON.search(words) is not None or "无故" in j.plain[at:end]
    missing = _missing(j, words)
    offset = min((words.find(n) for p in missing for n in (p.name, *p.aliases) if n in words), default=0)
    start = begin + max(offset, 0)
    while start < at and j.plain[start] in "，、；":
        start += 1
    for party in missing:
        summons = _summons(_own_words(words, party, missing)) or _summons(words)
        yield Absence(*j.span(start, end), party=party.name, summons=summons, without_reason=unexcused)


def _summons(words: str) -> str | None:
    return next((name for name, pattern in _SUMMONS if pattern.search(words)), None)


def _own_words(words: str, party: Party, missing: list[Party]) -> str:
    """The words from a party's name to the next one's."""
    marks = {p.name: max(words.rfind(n) for n in (p.name, *p.aliases)) for p in missing}
    at = marks[party.name]
    after = [mark for mark in marks.values() if mark > at]
    return words[max(at, 0) : min(after, default=len(words))]


def _missing(j: Judgment, words: str) -> list[Party]:
    """The parties a clause names (not their agents), else those of the role it names."""
    named = [p for p in j.parties if any(_stands(words, n) for n in (p.name, *p.aliases))]
    if named:
        return sorted(named, key=lambda p: min(words.find(n) for n in (p.name, *p.aliases) if n in words))
    roles = list(_ROLE_ALONE.finditer(words))
    if not roles:
        return []
    same = [p for p in j.parties if p.role == roles[-1]["role"]]
    return same if len(same) == 1 or roles[-1]["count"] or "均" in words else []


def _stands(words: str, name: str) -> bool:
    """Whether a name stands in the words for the party itself and not for an agent of it."""
    at = words.find(name)
    while at >= 0:
        after = at + len(name)
        if not _AGENT_OF.match(words, after):
            return True
        at = words.find(name, after)
    return False
