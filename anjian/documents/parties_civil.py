"""The parties and those who act for them, as the head of a civil, administrative or enforcement document lists them.

An entry begins where a line or a sentence begins with an official role. Who acts for a party (法定代表人,
委托诉讼代理人 …) is a `Counsel`; its clients are told by its own words (三原告共同委托诉讼代理人) or by its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from .model import Counsel, Party
from .numerals import whole
from .particulars import body_name, firm_of, particulars, person_name, seat

if TYPE_CHECKING:
    from .judgment import Judgment

#: The 人 of the old 原告人, 被告人, and not that of 被告人民医院, 被告人保财险.
_OF_OLD = r"(?:人(?![保寿民和社]))?"
_COURTS = ("原审", "一审", "二审", "原一审", "原二审", "再审", "原再审")
_SUITS = "反诉|本诉|追加的?|共同"
_CORE = rf"被上诉人|上诉人|原告{_OF_OLD}|被告{_OF_OLD}|有独立请求权的?第三人|无独立请求权的?第三人|第三人"
_OTHERS = (
    r"再审申请人|申请再审人|被申请再审人|再审被申请人|复议申请人|申请复议人|被申请复议人|申请执行人|被申请执行人|被执行人|申请保全人|被保全人"
    r"|被申请人|申请人|申诉人|被申诉人|抗诉机关|申诉机关|支持起诉(?:机关|单位|人)|公益诉讼起诉人|起诉人|利害关系人|案外人|异议人"
    r"|赔偿请求人|赔偿义务机关|复议机关|救助申请人|债权人|债务人|管理人|协助执行人|协助义务人|竞买人|买受人|担保人"
    r"|被处罚人|被罚款人|被拘留人|送达人|代表人诉讼的代表人"
)
_PARTY = rf"(?:{'|'.join(_COURTS)})?(?:{_SUITS})?(?:{_CORE})|(?:原审)?反诉(?:原告|被告)|{_OTHERS}"
_STANDS_FOR = (
    r"法定代表人|主要负责人|出庭负责人|出庭应诉负责人|应诉负责人|行政机关负责人|负责人|经营者|投资人|业主|执行事务合伙人|法定代理人|指定代理人"
    r"|监护人|诉讼代表人|代表人"
)
_AGENT = r"(?:特别授权|一般授权)?(?:委托)?(?:诉讼)?(?:代理人|代理律师)"
_BRACKET = r"（[^（）]{1,40}(?:（[^（）]{1,12}）[^（）]{0,20})?）"
_ENTRY = re.compile(
    rf"(?P<party>{_PARTY})(?P<also>(?:[、暨兼](?:{_PARTY}))*)(?P<former>(?:{_BRACKET})*)(?P<colon>[：:；]?)"
)
#: The same as {_PARTY}|(?:共同的?)?(?:{_STANDS_FOR}|{_AGENT}) with each alternative beginning with a literal: `re` then
#: looks for their first characters alone.
_LABELS = "|".join((
    *(rf"{court}(?:{_SUITS})?(?:{_CORE})" for court in _COURTS), *(rf"{suit}(?:{_CORE})" for suit in _SUITS.split("|")),
    _CORE, _OTHERS, rf"共同的?(?:{_STANDS_FOR}|{_AGENT})", _STANDS_FOR, rf"特别授权{_AGENT}", rf"一般授权{_AGENT}",
    rf"委托{_AGENT}", rf"诉讼{_AGENT}", "代理人", "代理律师",
))  # fmt: skip
#: Where an entry begins in a text that lost its line breaks.
_LABEL = re.compile(rf"(?:{_LABELS})(?:[、暨兼](?:{_PARTY}))*(?:{_BRACKET})*[：:]")
#: What every name of one who acts for a party holds, and what ends the words before it.
_ACTS = re.compile(rf"{_STANDS_FOR}|代理人|代理律师")
_STOP = re.compile("[，。；：（）]")
_BEHIND_COMMA = re.compile(rf"[，）”](?=(?:共同(?:的)?)?(?:{_STANDS_FOR}|{_AGENT}))")
_SENTENCE_END = re.compile("[。；]")
_NAME_END = re.compile("[，。；：]")
_AGENT_END = re.compile("[，。、；（]")
_NOTE = re.compile(_BRACKET)
_FORMER_NOTE = re.compile(r"原审|一审|二审|反诉|本诉|^（原告|^（被告")
_SEVERAL = re.compile(r"[”\"’]?(?:或|、)[“\"‘]?")
_WHOM = re.compile(
    rf"(?P<each>上列|上述|以上|前述|该)?(?P<count>[一二两三四五六七八九十]{{1,3}}|[0-9]{{1,3}}|各|全体)?(?:位|名|个)?"
    rf"(?P<party>{_PARTY}|当事人|人)?(?P<names>[^，。；：（）]{{0,60}}?)(?:的)?(?P<joint>共同(?:的)?)?(?P<role>{_STANDS_FOR}|{_AGENT})"
    rf"(?P<note>{_BRACKET})*[：:]?"
)
_FOR = re.compile(rf"(?P<joint>共同(?:的)?)?(?P<role>{_STANDS_FOR}|{_AGENT})(?P<note>{_BRACKET})*[：:]?")
_NO_NAME = re.compile(
    r"[的与和及诉因以向均未对，。、；]|不服|起诉|提出|提起|认为|称|辩称|在(?:本|法)|经(?:本|法|传|合)|已(?:经|于)|应(?:当|于)|之间|自愿|共同|负有|等[一二三四五六七八九十0-9]*[人名]"
)
_SURNAME_LIKE = re.compile(r"[和向应经未因以均在已称]?[一-龥]{1,3}[，。（；]")
_FORMER_WORDS = re.compile(
    r"原审|一审|二审|再审|反诉|本诉|原告|被告|上诉人|第三人|申请|案外|异议|被执行|债[权务]|利害关系|起诉人"
)
_BODY = re.compile(
    r"公司|检察院|银行|合作社|委员会|医院|学校|大学|学院|中学|小学|中心|集团|矿|局$|厅$|政府|事务所|幼儿园|商店|商行|经营部|支队|大队|分行|支行|信用社|联社"
    r"|商会|协会|酒店|饭店|宾馆|超市|工作室|服务部|门市|基金|合伙|管理人$|养殖场|农场|林场|村民小组|居委会|办事处|派出所|监狱|看守所|总队|研究院|研究所|电视台"
)
_BODY_TAIL = re.compile(
    r"(?<=[一-龥0-9A-Za-z）]{3})(?:局|厂|院|部|社|店|会|所|站|队|村|办|处|委|馆|园|庄|行|组|署|府|库|城|吧|坊|台|场|团|校)$"
)
_HUMAN = re.compile(r"^[^，。；：]{0,20}?，(?:男|女)(?:，|。|性)|，(?:男|女)[，。]|出生|身份证|身份号码|[一-龥]族，")
_SHORT = re.compile(
    r"（(?:以下|下|下文|以下均|以下统)?(?:简称|称|称为|并称)(?:为)?[：:]?[“\"'‘《]?(?P<short>[^（）“”\"'‘’，。；]{1,30})[”\"'’》]?(?:[，；][^（）]{0,20})?）"
)
_CREDIT_CODE = re.compile(r"(?:统一社会信用代码|组织机构代码|营业执照注册号|注册号)(?:为)?[：:]?([0-9A-Z×Xx*\-]{6,20})")
_PERSON = re.compile(r"[一-龥·A-Za-z×\*]{1,16}[0-9]?")
#: A foreign name: its comma before LTD. is no stop.
_LATIN = re.compile(
    r"[A-Z][A-Za-z0-9 .&'’\-]{1,60}(?:，? ?(?i:co|ltd|inc|llc|limited|corp|gmbh|plc|s\.a|n\.v|b\.v|s\.p\.a)\b\.?){0,3}"
)
_LATIN_BODY = re.compile(
    r"(?i:\b(?:co|ltd|inc|llc|limited|corp|corporation|company|gmbh|plc|bank|group)\b)|[SNB]\.[AV]"
)
_HUMAN_SIGN = re.compile("[男女出身族]")
_STANDS = frozenset(_STANDS_FOR.split("|"))
#: More than the longest name and the bracket behind it have together.
_BEYOND = 400
_MID_SENTENCE = "对向将由与和及被的以系是为因"


class Entry(Struct, frozen=True):
    """One entry of the list, plain indexes: `name` where the name begins, `end` of the passage."""

    role: str
    former: str | None
    start: int
    name: int
    end: int
    agent: bool = False
    whom: re.Match[str] | None = None


def listed(j: Judgment) -> tuple[tuple[Entry, Party | None], ...]:
    """The entries of the head's list, with the party each one tells of; None for one who acts for a party."""
    shorts = _Shorts(j)
    return tuple((e, None if e.agent else _party(j, e, shorts)) for e in _entries(j))


def read_counsel(j: Judgment) -> tuple[Counsel, ...]:
    """Representatives and agents in order; each of several in one entry is its own fact."""
    out: list[Counsel] = []
    listed: list[tuple[str, str]] = []
    run = 0
    after_agent = False
    for entry, party in j.listed_civil:
        if not entry.agent:
            if party is None:
                continue
            run = 1 if after_agent else run + 1
            after_agent = False
            listed.append((party.role, party.name))
            continue
        clients = _clients(entry, listed, run)
        out.extend(_counsel(j, entry, clients))
        after_agent = after_agent or entry.role not in _STANDS
    return tuple(out)


# -- the list -----------------------------------------------------------------------------------


def _entries(j: Judgment) -> list[Entry]:
    """The entries of the head's list, each running to the next."""
    start, end = _region(j)
    found: list[Entry] = []
    for at in _beginnings(j, start, end):
        entry = _entry(j, at, end)
        if entry and (not found or entry.start >= found[-1].name):
            found.append(entry)
    ends = ([e.start for e in found[1:]] + [end])[: len(found)]
    return [
        Entry(e.role, e.former, e.start, e.name, stop, e.agent, e.whom) for e, stop in zip(found, ends, strict=True)
    ]


def _region(j: Judgment) -> tuple[int, int]:
    part = j.cut("parties")
    if part is None:
        return 0, 0
    start = j.plain_span(j.case_number)[1] if j.case_number else part.start
    return (start if part.start <= start < part.end else part.start), part.end


def _beginnings(j: Judgment, start: int, end: int) -> list[int]:
    """Where an entry may begin: a line or a sentence; behind a comma only one who acts for a party."""
    if start == end:
        return []
    text = j.plain
    found = {start}
    found.update(m.end() for m in _SENTENCE_END.finditer(text, start, end - 1))
    found.update(b for b in j.source.breaks_in(start, end - 1) if text[b - 1] not in _MID_SENTENCE)
    found.update(m.end() for m in _BEHIND_COMMA.finditer(text, start, end + 20) if m.end() < end)
    found.update(m.start() for m in _LABEL.finditer(text, start, end) if not _in_brackets(text, start, m.start()))
    return sorted(found)


def _in_brackets(text: str, start: int, at: int) -> bool:
    start = max(start, at - 80)
    return text.count("（", start, at) > text.count("）", start, at)


def _entry(j: Judgment, at: int, end: int) -> Entry | None:
    text = j.plain
    m = None
    stop = _STOP.search(text, at, end)
    if _ACTS.search(text, at, stop.start() if stop else end):
        m = _FOR.match(text, at, end) or _WHOM.match(text, at, end)
    if m and not (m.start("role") > at and j.source.is_break(m.start("role"))):
        if _named(text, m.end(), end, m[0].endswith(("：", ":"))):
            return Entry(m["role"], None, at, m.end(), end, True, m)
        return None
    m = _ENTRY.match(text, at, end)
    if m is None or not _named(text, m.end(), end, bool(m["colon"])):
        return None
    if m["also"] and not m["colon"]:
        return None
    former = m["former"][1:-1].replace("）（", "、") if m["former"] and _FORMER_WORDS.search(m["former"]) else None
    former = "、".join(w for w in (m["also"][1:], former) if w) or None
    return Entry(m["party"], former, at, m.end(), end)


def _named(text: str, at: int, end: int, colon: bool) -> bool:
    """Whether a name follows and not the rest of a sentence."""
    if at >= end or text[at] in "，。；、：（":
        return False
    return colon or not _NO_NAME.match(text, at, end) or bool(_SURNAME_LIKE.match(text, at, end))


# -- one party ----------------------------------------------------------------------------------


def _party(j: Judgment, entry: Entry, shorts: _Shorts) -> Party | None:
    text = j.plain[entry.name : entry.end]
    latin = _LATIN.match(text)
    body = bool(_LATIN_BODY.search(latin[0])) if latin else _is_body(text)
    name = latin[0].strip() if latin else body_name(text) if body else person_name(text)
    if not name:
        return None
    offset = text.find(name)
    after = text[offset + len(name) :]
    bracket = _NOTE.match(after)
    former = entry.former
    if former is None and bracket and _FORMER_NOTE.search(bracket[0]):
        former = bracket[0][1:-1]
    details: dict[str, Any] = {"address": seat(after)} if body else particulars(after, text[:offset])
    if body and (code := _CREDIT_CODE.search(after)):
        details["identity_number"] = code[1]
    aliases = dict.fromkeys((*details.get("aliases", ()), *shorts.of(name)))
    details["aliases"] = tuple(alias for alias in aliases if alias and alias != name)
    end = entry.name + offset + len(name)
    return Party(
        *j.span(entry.start, end),
        role=entry.role,
        name=name,
        kind="body" if body else "person",
        former_role=former,
        paragraph=j.place(entry.start, entry.end),
        **details,
    )


def _is_body(text: str) -> bool:
    name = text[:120]
    if "（" in name:
        name = _NOTE.sub("", name)
    stop = _NAME_END.search(name)
    name = name[: stop.start()] if stop else name
    if len(name) < 12 and _HUMAN_SIGN.search(text, 0, 60) and _HUMAN.search(text, 0, 60):
        return False
    return bool(_BODY.search(name) or (len(name) > 3 and _BODY_TAIL.search(name)))


class _Shorts:
    """The short forms that the text gives behind names, up to a little behind the course of the case."""

    def __init__(self, j: Judgment) -> None:
        self._text = j.plain
        self._limit = min(len(j.plain), (j.cut("course") or j.cuts[0]).end + 400) if j.cuts else 0
        self._found = [(m.start(), m["short"]) for m in _SHORT.finditer(j.plain, 0, self._limit + _BEYOND)]
        self._of_length: dict[int, dict[str, dict[str, None]]] = {}

    def of(self, name: str) -> Iterable[str]:
        """Those that follow a name."""
        size = len(name)
        if size not in self._of_length:
            told: dict[str, dict[str, None]] = {}
            for at, short in self._found:
                if size <= at < self._limit + size:
                    told.setdefault(self._text[at - size : at], {}).update(dict.fromkeys(_SEVERAL.split(short)))
            self._of_length[size] = told
        return self._of_length[size].get(name, ())


# -- who acts for whom --------------------------------------------------------------------------


def _clients(entry: Entry, listed: list[tuple[str, str]], run: int) -> tuple[str, ...]:
    """The clients an entry names or counts, else the parties listed straight before it."""
    if not listed:
        return ()
    m = entry.whom
    groups = m.groupdict() if m else {}
    role, count, names = groups.get("party") or "", groups.get("count") or "", groups.get("names") or ""
    named = tuple(name for _, name in listed if name in names) if names else ()
    if named:
        return named
    if groups.get("each") or count:
        same = tuple(name for r, name in listed if role in ("当事人", "人") or r.startswith(role))
        number = whole(count.replace("两", "二")) if count and count not in ("各", "全体") else None
        return same[-number:] if number else same
    if groups.get("joint"):
        return tuple(name for _, name in listed[-max(run, 1) :])
    return (listed[-1][1],)


def _counsel(j: Judgment, entry: Entry, clients: tuple[str, ...]) -> Iterator[Counsel]:
    begin = entry.name
    for part in j.plain[entry.name : entry.end].split("；"):
        yield from _named_in(j, entry, begin, part, clients)
        begin += len(part) + 1


def _named_in(j: Judgment, entry: Entry, begin: int, text: str, clients: tuple[str, ...]) -> Iterator[Counsel]:
    """The agents a part of an entry names one behind another, with the firm named behind them."""
    firm, aid = firm_of(text), "法律援助" in text
    at, first = 0, begin == entry.name
    while m := _LATIN.match(text, at) or _PERSON.match(text, at):
        name = (person_name(m[0]) or m[0]).strip()
        start = entry.start if first else begin + m.start()
        yield Counsel(
            *j.span(start, begin + m.start() + len(name)),
            role=entry.role, name=name, firm=firm, clients=clients, legal_aid=aid,
        )  # fmt: skip
        note = _NOTE.match(text, m.end())
        stop = note.end() if note else m.end()
        if text[stop : stop + 1] != "、" or _names_body(text, stop + 1):
            return
        at, first = stop + 1, False


def _names_body(text: str, at: int) -> bool:
    stop = _AGENT_END.search(text, at)
    return _BODY.search(text, at, stop.start() if stop else len(text)) is not None
