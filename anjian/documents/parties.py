"""The parties and their counsel as the head lists them.

The part between the case number and the course of the case is cut at every official role that begins
a sentence or a paragraph; what follows the name up to the next role is the passage about that party.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from . import parties_civil
from .model import Counsel, Party
from .particulars import body_name, firm_of, particulars, person_name, seat

if TYPE_CHECKING:
    from .judgment import Judgment

_PARTY_ROLES = (
    "刑事附带民事公益诉讼起诉人", "附带民事公益诉讼起诉人", "附带民事公益诉讼被告", "公益诉讼起诉人",
    "附带民事诉讼原告人", "附带民事诉讼被告人", "附带民事诉讼原告单位", "附带民事诉讼被告单位",
    "附带民事原告人", "附带民事被告人", "原审附带民事诉讼原告人", "原审附带民事诉讼被告人", "原公诉机关",
    "公诉机关", "抗诉机关", "自诉人", "反诉人", "原审自诉人", "原审被告单位", "原审被告人", "被告单位",
    "被告人", "被上诉人", "上诉单位", "上诉人", "申诉人", "被申诉人", "罪犯", "被害单位", "被害人",
    "诉讼代表人", "法定代理人", "法定代表人", "再审申请人", "被申请人", "申请再审人", "申请执行人",
    "被执行人", "申请人", "利害关系人", "起诉人", "原审原告", "原审被告", "原审第三人", "第三人", "原告人",
    "原告", "被告", "负责人", "申诉机关", "执行机关", "提请机关", "报请机关",
)  # fmt: skip
_COUNSEL_ROLES = (
    "指定辩护人", "委托辩护人", "共同辩护人", "辩护人", "共同委托诉讼代理人", "委托诉讼代理人",
    "委托代理人", "诉讼代理人", "特别授权代理人", "代理人", "值班律师",
)  # fmt: skip
_BODIES = ("公诉机关", "原公诉机关", "抗诉机关", "申诉机关", "执行机关", "提请机关", "报请机关")


def _longest_first(roles: tuple[str, ...]) -> str:
    return "|".join(sorted(roles, key=len, reverse=True))


_ROLES = _longest_first(_PARTY_ROLES + _COUNSEL_ROLES)
_ROLE = re.compile(
    r"(?:[二三四五六七八九十上列述]{1,2}(?:原告人?|被告人?|上诉人)?(?=共同|委托))?"
    rf"(?P<role>{_ROLES})"
    r"(?P<also>（?(?:暨|兼)附带民事诉讼(?:原告|被告)人）?)?(?P<former>（(?:原审|一审|二审|原|反诉|被)[^（）]{1,24}）)?[：:；]?"
)
#: Where a match of `_ROLE` may begin; every alternative a literal, which `re` looks for much faster.
_ROLE_BEGINS = re.compile("|".join("二三四五六七八九十上列述") + "|" + _longest_first(_PARTY_ROLES + _COUNSEL_ROLES))
#: What follows a role when the sentence speaks of the party instead of naming it in a list.
_NOT_A_NAME = re.compile(
    r"指控|认为|指派|诉称|被控|提出|因(?:涉嫌|犯|本案)|不服|出庭|到庭|自愿|及其|依法|行为|之一|共同委托|"
    r"以[^，。]{1,30}起诉|，|。|、"
)
_LEANING = frozenset("以诉对及和均的在应与因向经犯未也于")
#: A line that ends in one of these was broken by its width, not by the writer.
_MID_SENTENCE = "对向将由与和及被的以控"
_SHORT_NAME = re.compile(r"[一-龥]{2,4}[，。（；]")
#: A sentence that tells of the case: the list is over.
_TELLS = re.compile(r"一案|诉称|提起公诉|起诉书")
_SENTENCE_ENDS = re.compile("[。；]")
_NAME_ENDS = re.compile("[，。；]")
_BODY_WORDS = re.compile(
    r"公司|检察院|银行|合作社|委员会|医院|学校|大学|中心|集团|工厂|矿|监狱|看守所|分局|派出所|公安局|管理局|事务所|幼儿园|商店|商行|经营部|政府|支队"
)
_BODY_END = re.compile(r"(?<=[一-龥]{4})(?:局|厂|院|部|社|店|会|所|站|队|村|办)$")
_ADDRESSED = re.compile(r"(?P<names>[一-龥·×*]{2,8}[0-9]?(?:[、，][一-龥·×*]{2,8}[0-9]?){0,9})[：:]你")
_ONE_NAME = re.compile(r"[^、，]+")
_NAME_OF_LAWYER = re.compile(r"[一-龥·A-Za-z×\*]{1,12}[0-9]?")


class Entry(Struct, frozen=True):
    """One entry of the list, plain indexes: role, name start, end of the passage."""

    role: str
    former: str | None
    start: int
    name: int
    end: int


def listed(j: Judgment) -> tuple[tuple[Entry, Party | None], ...]:
    """The entries of a criminal document's list, with the party each one tells of; None for counsel."""
    return tuple([(e, None if e.role in _COUNSEL_ROLES else _party(j, e)) for e in entries(j)])


def read_parties(j: Judgment) -> tuple[Party, ...]:
    """Everyone the head lists but counsel, in order, each once."""
    found = j.listed_civil if j.civil else j.listed
    return tuple([party for _, party in found if party is not None]) or addressees(j)


def addressees(j: Judgment) -> tuple[Party, ...]:
    """Whom a notice is addressed to (张某、李某：你们因…), persons without a role: the role is empty."""
    if j.title is None or j.title.document_type != "通知书" or j.case_number is None:
        return ()
    start = j.plain_span(j.case_number)[1]
    m = _ADDRESSED.match(j.plain, start)
    if m is None:
        return ()
    names = list(_ONE_NAME.finditer(j.plain, start, m.end("names")))
    return tuple(Party(*j.span(n.start(), n.end()), role="", name=n[0], kind="person") for n in names)


def defendants(j: Judgment) -> tuple[Party, ...]:
    """Those whose criminal liability is decided, by role or, in an appeal, by former role."""
    return tuple([p for p in j.parties if _is_accused(p)])


def _is_accused(party: Party) -> bool:
    if party.former_role:
        former = party.former_role
        return "被告人" in former.replace("附带民事诉讼被告人", "") or "被告单位" in former
    return party.role in ("被告人", "原审被告人", "被告单位", "原审被告单位", "罪犯")


def read_counsel(j: Judgment) -> tuple[Counsel, ...]:
    """Defenders and agents (outside criminal cases representatives too); each of several is its own fact."""
    if j.civil:
        return parties_civil.read_counsel(j)
    out: list[Counsel] = []
    before: list[str] = []
    shared = False
    for entry, party in j.listed:
        if entry.role in _COUNSEL_ROLES:
            text = j.plain[entry.name : entry.end]
            clients = tuple(before) if entry.role.startswith("共同") else tuple(before[-1:])
            out.extend(_counsel(j, entry, text, _named_clients(j, text) or clients))
            shared = True
        elif entry.role not in _BODIES and "代" not in entry.role and entry.role != "负责人":
            name = party.name if party else ""
            before = [name] if shared else [*before, name]
            shared = False
    return tuple(out)


def _named_clients(j: Judgment, text: str) -> tuple[str, ...]:
    """The defendants that an entry itself names as clients (系被告人某某的辩护人)."""
    if "被告人" not in text and "上诉人" not in text:
        return ()
    return tuple(p.name for p in j.defendants if p.name in text)


def _counsel(j: Judgment, entry: Entry, text: str, clients: tuple[str, ...]) -> Iterator[Counsel]:
    firm = firm_of(text)
    aid = "法律援助" in text or entry.role == "指定辩护人" or "指派" in text
    at = 0
    first = True
    while m := _NAME_OF_LAWYER.match(text, at):
        start = entry.start if first else entry.name + m.start()
        place = j.span(start, entry.name + m.end())
        yield Counsel(*place, role=entry.role, name=m[0], firm=firm, clients=clients, legal_aid=aid)
        if text[m.end() : m.end() + 1] not in ("、", "和") or _BODY_WORDS.search(text[m.end() + 1 : m.end() + 8]):
            return
        at, first = m.end() + 1, False


def entries(j: Judgment) -> list[Entry]:
    """The head's list of parties and counsel in order."""
    start, end = _region(j)
    text = j.plain
    found: list[re.Match[str]] = []
    seen: set[str] = set()
    at = start
    while begins := _ROLE_BEGINS.search(text, at, end):
        at = begins.start()
        m = _ROLE.match(text, at, end)
        if m is None or not (at == start or _begins(j, at)):
            at = m.end() if m else at + 1
            continue
        begin, at = m.span()
        rest, role = text[at : min(end, at + 90)], m["role"]
        if found and _list_is_over(rest, role):
            end = begin
            break
        if _names(rest) and _is_new(rest, role, seen):
            found.append(m)
    ends = [m.start() for m in found[1:]] + [end]
    return [
        Entry(m["role"], m["former"][1:-1] if m["former"] else None, m.start("role"), m.end(), stop)
        for m, stop in zip(found, ends, strict=False)
    ]


def _is_new(rest: str, role: str, seen: set[str]) -> bool:
    """Whether nobody of this name was listed before; adds the name to those `seen`. Counsel may come again."""
    if role in _COUNSEL_ROLES:
        return True
    name = person_name(rest) or ""
    if name in seen and role in ("被告人", "罪犯", "上诉人"):
        return False
    seen.add(name)
    return True


def _names(rest: str) -> bool:
    """Whether what follows a role is a name and not the rest of a sentence."""
    if not rest or _NOT_A_NAME.match(rest):
        return False
    return rest[0] not in _LEANING or _SHORT_NAME.match(rest) is not None


def _list_is_over(rest: str, role: str) -> bool:
    """Whether what follows a role tells of the case."""
    tells = _TELLS.search(rest)
    if tells and not _SENTENCE_ENDS.search(rest, 0, tells.start()):
        return True
    return role in _BODIES and not _names(rest)


def _region(j: Judgment) -> tuple[int, int]:
    """From behind the case number to the first section after the parties."""
    part = j.cut("parties")
    if part is None:
        course = next((c.start for c in j.cuts if c.start > 0), min(len(j.plain), 1500))
        return (j.plain_span(j.title)[1] if j.title else 0), course
    if j.case_number is not None:
        return j.plain_span(j.case_number)[1], part.end
    return (j.plain_span(j.title)[1] if j.title else part.start), part.end


def _begins(j: Judgment, at: int) -> bool:
    """Whether an entry may begin at an index within the list."""
    before = j.plain[at - 1]
    if before in "。；）\n" or (before not in _MID_SENTENCE and j.source.is_break(at)):
        return True
    return j.plain.startswith(("检察院", "所律师"), max(at - 3, 0), at)


def _is_body(role: str, text: str) -> bool:
    if role in _BODIES or "单位" in role:
        return True
    name_ends = _NAME_ENDS.search(text, 0, 60)
    end = name_ends.start() if name_ends else 60
    return bool(_BODY_WORDS.search(text, 0, end) or _BODY_END.search(text, 0, end))


def _party(j: Judgment, entry: Entry) -> Party | None:
    text = j.plain[entry.name : entry.end]
    body = _is_body(entry.role, text)
    name = body_name(text) if body else person_name(text)
    if not name:
        return None
    offset = text.find(name)
    end = entry.name + offset + len(name)
    after = text[offset + len(name) :]
    details = {"address": seat(after)} if body else particulars(after, text[:offset])
    return Party(
        *j.span(entry.start, end),
        role=entry.role,
        name=name,
        kind="body" if body else "person",
        former_role=entry.former,
        paragraph=j.place(entry.start, entry.end),
        **details,
    )
