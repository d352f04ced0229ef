"""法院、检察院名称前后不一致。

English: Names of court or procuratorate differ inside the document.

## What 查什么
首部的法院、公诉机关名称，与起诉、抗诉、出庭、原审、撤销或维持等处的名称差一个字或漏一个字。民事、行政、执行文书的本院、下级法院、作出执行依据的法院同样比较，落款处单独成行的法院名称也比较。

## Why 为何
机关名称写错，会使管辖、送达、执行对象不明，也多是套用旧文书的痕迹。

## Method 方法
取本院、公诉机关、原审法院在特定语境（公诉机关、以…起诉书、指派、审理、作出、撤销、维持、抗诉）中的名称，去掉“省、市”后两两比较：同长而差一个字，或者漏、重一个字的，报告出现次数较少的一个。

## Exclusions 排除
一个名称是另一个的简写（省略省、市）的不报；只差行政区划通名（通化县与通化市）的不报；前科判决的法院、批准逮捕的检察院、上级法院不比较；案号代码与法院不符由PRO各项查；东莞市第一、第二等序号名称不比较；民事、行政、执行文书中法院名录里确有其院的、案号代码与本院不同的（另一法院）不报；执行文书中方位字之差不报；方位字（东、西、南、北等）之差，两处都出现两次以上的不报。

## Assumptions 假定
同一案件的公诉机关、原审法院与受诉法院在同一地方；指定管辖的名称通常差别更大。

## Basis 依据
文书前后一致的要求（人民法院裁判文书样式）。

## Remedy 怎么改
核对后统一名称；已送达的以裁定补正。
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from msgspec import Struct

from anjian.documents import Judgment
from anjian.law.courts import codes_of_court
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS, corrected, is_criminal, own_end, places

SCENARIO = Scenario(
    code="DOC604",
    name="court-name-drift",
    title=Words("法院、检察院名称前后不一致", "Court or procuratorate name drifts"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="likely",
    severity="minor",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
_KINDS = ("人民法院", "人民检察院")
_LONGEST = 26
#: Courts that are not compared, and how many names are compared each with each.
_HIGHER = ("中级", "高级", "最高")
_MANY = 40
#: What follows an institution that acts in this very case.
_PROSECUTES = re.compile(r"以[^，。]{2,30}号|指控|指派|提出抗诉")
#: At second instance also what the court below did; at first instance that would be an earlier case.
_ACTS = re.compile(
    _PROSECUTES.pattern + r"|审理[^，。]{2,24}(?:指控|起诉)|[^，。]{0,16}作出（|（[0-9]{4}）[^，。]{4,20}判决"
)
#: What stands before one that the document itself names as such.
_NAMED = ("公诉机关", "抗诉机关", "公诉机关：", "撤销", "维持", "不服")
#: Where a name begins: behind a stop or one of these words.
_BEFORE = re.compile(
    r".*(?:公诉机关|抗诉机关|原判|认为|不服|撤销|维持|审理|人民法院|人民检察院|号|[^一-龥]|[后由被因])",
    re.DOTALL,
)
#: The same for civil, administrative and enforcement documents: a court asked, or whose decision is in hand.
_CIVIL_ACTS = re.compile(
    r"（[0-9]{4}）[^，。]{3,24}号?(?:民事|行政|执行|判决|裁定|调解)|于[0-9]{4}年[^，。]{3,8}作出|作出（|(?:提出|提起)(?:诉讼|上诉)|起诉"
)
_CIVIL_BEFORE = re.compile(_BEFORE.pattern[:-1] + r"|[向至的对经将据])", re.DOTALL)
_CODE = re.compile(r"（[0-9]{4}）([一-龥][0-9]{2,4})")
_REGION = re.compile(r"省|市|自治区|壮族|回族|维吾尔|地区")
_ORDINAL = re.compile(r"第[一二三四五六七八九十]")
_DIRECTIONS = "东西南北中上下前后新老城"


class _Said(Struct, frozen=True):
    """A place as an institution's name gives it, and where the whole name stands (plain)."""

    place: str
    start: int
    end: int


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per place name that is one character off one that the document uses more."""
    stop = own_end(judgment)
    if not _may_drift(_names(judgment, stop)):
        return
    said = list(_all(judgment, stop))
    counts = Counter(s.place for s in said)
    enforcing = judgment.instance == "enforcement"
    head = said[0].place if said else ""
    for s in said:
        for other in counts:
            rarer = counts[s.place] < counts[other] or (counts[s.place] == counts[other] and other == head)
            if s.place != other and rarer and _drifts(s.place, other, enforcing or counts[s.place] > 1):
                yield _finding(judgment, s, other)
                break


def _names(judgment: Judgment, stop: int) -> set[str]:
    """What stands before the institutions as the name of a place, whatever they do here."""
    leads = _BEFORE if is_criminal(judgment) else _CIVIL_BEFORE
    text, names = judgment.plain, set()
    if judgment.court:
        names.add(_place(judgment.court.name))
    for kind in _KINDS:
        for at in places(text, kind, stop):
            if text[at - 2 : at] not in _HIGHER:
                names.add(text[_begins(judgment, at, leads) : at])
    return names


def _may_drift(names: set[str]) -> bool:
    """Whether two of the names may be meant for the same place; of very many it is not asked."""
    long = [name for name in names if len(name) > 2]
    if len(long) > _MANY:
        return True
    return any(a[-1] == b[-1] and _drifts(a, b, often=False) for a, b in combinations(long, 2))


def _all(judgment: Judgment, stop: int) -> Iterator[_Said]:
    """The court itself, then every institution that acts in this case."""
    court = judgment.court
    if court and court.name.endswith("人民法院") and court.level == "basic":
        yield _Said(_place(court.name), *judgment.plain_span(court))
    civil = not is_criminal(judgment)
    acts = _CIVIL_ACTS if civil else _PROSECUTES if judgment.instance == "first" else _ACTS
    slips = range(*corrected(judgment))
    for kind in _KINDS:
        for at in places(judgment.plain, kind, stop):
            start = _begins(judgment, at, _CIVIL_BEFORE if civil else _BEFORE)
            end = at + len(kind)
            named = judgment.plain.endswith(_NAMED, 0, start) or acts.match(judgment.plain, end, stop) is not None
            named = named or (civil and _signs(judgment, start, end))
            special = (
                at in slips
                or (civil and _another(judgment, start, end))
                or re.search(r"[中高]级$|最高$|铁路|军事", judgment.plain[start:at])
            )
            if named and at - start > 2 and not special:
                yield _Said(judgment.plain[start:at], start, end)


def _another(judgment: Judgment, start: int, end: int) -> bool:
    """Whether a court is known to be another one: it is in the register, or its number has another code."""
    code = _CODE.match(judgment.plain, end)
    own = judgment.case_number.court_code if judgment.case_number else ""
    basic = judgment.court is not None and judgment.court.level == "basic"
    if code and basic and own[1:].isdigit() and code[1] != own:
        return True
    same = judgment.court is not None and judgment.court.name.endswith(judgment.plain[start:end])
    return not same and bool(codes_of_court(judgment.plain[start:end]))


def _signs(judgment: Judgment, start: int, end: int) -> bool:
    """Whether a court's name is a line of its own behind the result, as a stamp is typed."""
    alone = judgment.source.is_break(start) and (end == len(judgment.plain) or judgment.source.is_break(end))
    return alone and judgment.section_at(start) in ("disposition", "fees", "notice", "signature")


def _begins(judgment: Judgment, at: int, leads: re.Pattern[str]) -> int:
    """Where the place name before an institution begins: at a break, or behind a stop or leading word."""
    start, breaks = max(at - _LONGEST, 0), judgment.source.breaks
    n = bisect_right(breaks, at - 2)
    if n and breaks[n - 1] > start:
        start = breaks[n - 1]
    before = leads.match(judgment.plain, start, at)
    return before.end() if before else start


def _place(name: str) -> str:
    return re.sub(r"人民(?:法院|检察院)$", "", name)


def _drifts(one: str, other: str, often: bool) -> bool:
    """Whether two place names are one character apart, and neither a short form nor a mere neighbour of the other."""
    a, b = _short(one), _short(other)
    size = min(len(a), len(b))
    if size < 3 or a[-size:] == b[-size:] or a[-1] != b[-1] or _ORDINAL.search(one + other):
        return False
    odd = [i for i in range(-size, 0) if a[i] != b[i]]
    directions = all(a[i] in _DIRECTIONS and b[i] in _DIRECTIONS for i in odd)
    # before the shorter name anything may stand: a first character alone tells nothing unless both are as long
    if len(odd) == 1 and (odd[0] > -size or len(a) == len(b)) and not (directions and often):
        return True
    return any(_lost(x[-k:], y[-k - 1 :]) for k in (size - 1, size) for x, y in ((a, b), (b, a)) if k > 2)


@lru_cache(maxsize=16384)
def _short(place: str) -> str:
    """A place name without its marks of province and city, the last one kept."""
    return _REGION.sub("", place[:-1]) + place[-1:]


def _lost(short: str, long: str) -> bool:
    """Whether one name is the other with a character lost inside."""
    if len(long) != len(short) + 1 or long.endswith(short):
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1))


def _finding(judgment: Judgment, said: _Said, other: str) -> Finding:
    written = judgment.plain[said.start : said.end]
    return SCENARIO.finding(
        judgment,
        judgment.place(said.start, said.end),
        f"此处为“{written}”，文书别处的地名为“{other}”。",
        f"{written} here; elsewhere the place is {other}.",
        expected=other,
        found=said.place,
    )
