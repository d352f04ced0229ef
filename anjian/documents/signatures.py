"""The signature block: who signed, in which role, and the date of the decision."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from .anchors import anchors
from .dates import make
from .lazy import once
from .model import DateFact, Member
from .numerals import whole

if TYPE_CHECKING:
    from .judgment import Judgment

JUDGES = (
    "审判长",
    "代理审判长",
    "审判员",
    "代理审判员",
    "助理审判员",
    "独任审判员",
    "执行员",
    "院长",
    "副院长",
    "庭长",
    "副庭长",
)
LAY = ("人民陪审员", "陪审员")
_ASSISTANTS = ("法官助理", "审判助理", "助理法官")
_CLERKS = ("书记员", "代书记员", "代理书记员", "见习书记员", "实习书记员", "兼书记员", "速录员")
#: Of which of the three groups that sign a role is.
_GROUPS = {role: n for n, roles in enumerate((JUDGES + LAY, _ASSISTANTS, _CLERKS)) for role in roles}
_ROLE_WORDS = anchors(
    "审判长", "审判员", "执行员", "院长", "庭长", "陪审员", "法官助理", "审判助理", "助理法官", "书记员", "速录员",
)  # fmt: skip
_ROLE = re.compile(
    r"(?P<role>(?:代理|助理|独任)?审判[长员]|执行员|副?院长|副?庭长|人民陪审员|陪审员"
    r"|法官助理|审判助理|助理法官|(?:代理|见习|实习|[代兼])?书记员|速录员)"
    r"(?P<note>（[代兼]）)?[：:]?"
)
#: What a role may begin with before a word of `_ROLE_WORDS`, and behind what it opens a line.
_BEFORE = frozenset(("代理", "助理", "独任", "人民", "见习", "实习", "代", "兼", "副"))
_OPENS = "。）】：；日无`份"
_NAME = r"\u3400-\u9fff\U00020000-\U0003ffff·•・．.×XxＸ＊*"
_STOP = (
    r"[一二][〇一二三四五六七八九×XΟOo0]{3}年|[0-9]{4}年|附|本(?:件|文|案|判决|裁定|院|页)|此件|"
    r"(?:主要|相关|有关|适用)?(?:法律|法条|条文|主要|相关)|第[一二三四五六七八九十百]+条|打印|校对|送达|裁判日期|判决日期|裁定日期|审判人员|裁判结果|（|PAGE|二Ο|[^"
    + _NAME
    + "]"
)
_END = re.compile(_STOP)
_DIGIT = "一二三四五六七八九十元廿卅〇×X"
_DATE = re.compile(
    rf"(?P<y>[一二][〇一二三四五六七八九×X]{{3}}|(?:19|20)[0-9]{{2}})年"
    rf"(?P<m>[{_DIGIT}]{{1,4}}|[0-9]{{1,2}})月(?P<d>[{_DIGIT}]{{1,4}}|[0-9]{{1,2}})[日号曰]?"
)


def read_members(j: Judgment) -> tuple[Member, ...]:
    """Judges and lay judges in the order signed; the role exactly as written, without its blanks."""
    return tuple(_signed(j)[0])


def read_assistants(j: Judgment) -> tuple[Member, ...]:
    """Judge's assistants."""
    return tuple(_signed(j)[1])


def read_clerks(j: Judgment) -> tuple[Member, ...]:
    """Clerks and stenographers, 代书记员 and （代）书记员 with their own role."""
    return tuple(_signed(j)[2])


def read_decided(j: Judgment) -> DateFact | None:
    """The date of the decision: the first date after the first signature, else one that ends the text."""
    _, end = _block(j)
    roles = _roles(j)
    m = _DATE.search(j.plain, roles[0][0], end) if roles else None
    if m is None:
        cut = j.cut("signature")
        m = _DATE.search(j.plain, cut.start, end) if cut else _closing(j)
    if m is None:
        return None
    style = "digits" if m["y"].isascii() and m["y"].isdigit() else "han"
    return DateFact(
        *j.span(m.start(), m.end()), value=_day(*m.group("y", "m", "d")), text=m[0], style=style, context="decided"
    )


@lru_cache(maxsize=16384)
def _day(year: str, month: str, day: str) -> date | None:
    return make(whole(year), 1 if month == "元" else whole(month), whole(_plain_day(day)))


def _plain_day(text: str) -> str:
    return text.replace("廿", "二十").replace("卅", "三十")


def _closing(j: Judgment) -> re.Match[str] | None:
    """A date in the last lines that begins a line of its own (documents without signatures)."""
    found = None
    for m in _DATE.finditer(j.plain, max(len(j.plain) - 60, 0)):
        if j.source.is_break(m.start()) or (m.end() == len(j.plain) and j.plain[m.start() - 1] == "。"):
            found = m
    return found


@once
def _block(j: Judgment) -> tuple[int, int]:
    """Where signatures may stand: from the notice, or the signature, to the annex."""
    starts = [cut.start for cut in (j.cut("notice"), j.cut("signature")) if cut]
    if starts:
        start = min(starts)
    else:
        disposition = j.cut("disposition")
        start = disposition.start if disposition else max(len(j.plain) - 300, 0)
    annex = j.cut("annex")
    return start, annex.start if annex and annex.start > start else len(j.plain)


@once
def _roles(j: Judgment) -> list[tuple[int, int, str, bool]]:
    """Every word for a role in the block: where it begins and ends, the word, and whether it stands where a signature
    may begin, whatever was signed before it."""
    start, end = _block(j)
    text = j.plain
    found, done = [], start
    for at in j.spots(_ROLE_WORDS, start, end):
        if at < done:
            continue
        begin = max(at - (2 if text[at - 2 : at] in _BEFORE else 1 if text[at - 1] in _BEFORE else 0), done)
        m = _ROLE.match(text, begin, end) or (_ROLE.match(text, at, end) if begin < at else None)
        if m:
            begin, done = m.span()
            opens = begin == start or text[begin - 1] in _OPENS or j.source.is_break(begin)
            found.append((begin, done, m["role"], opens or text.endswith("人民法院", start, begin)))
    return found


@once
def _signed(j: Judgment) -> tuple[list[Member], list[Member], list[Member]]:
    """Everybody who signed: in a role of the panel, as an assistant, as a clerk.

    Each of the three is read as if the names of the others were not there.
    """
    start, end = _block(j)
    roles = _roles(j)
    signed: tuple[list[Member], list[Member], list[Member]] = ([], [], [])
    taken = [start, start, start]
    for i, (at, behind, role, opens) in enumerate(roles):
        mine = _GROUPS.get(role)
        for group, done in enumerate(taken):
            if not (opens or at == done or (done > start and at - done < 40)):
                continue
            taken[group] = behind
            if group == mine:
                acting = "代" if at >= 3 and j.plain.startswith("（代）", at - 3) else ""
                for a, b in _names(j, behind, roles[i + 1][0] if i + 1 < len(roles) else end):
                    signed[group].append(Member(*j.source.span(a, b), role=acting + role, name=j.plain[a:b]))
                    taken[group] = b
    return signed


def _names(j: Judgment, start: int, after: int) -> list[tuple[int, int]]:
    """The names between a role and what follows it: blanks in a short name are dropped, longer parts are names."""
    limit = min(after, start + 24)
    stop = _END.search(j.plain, start, limit)
    end = stop.start() if stop else limit
    if start >= end:
        return []
    breaks = j.source.breaks
    first, behind = bisect_right(breaks, start), bisect_right(breaks, end - 1)
    if first == behind:
        return [(start, _name_end(j.plain, start, end, stop is not None or end == after))]
    return _parted(j.plain, list(pairwise([start, *breaks[first:behind], end])), stop is not None or end == after)


def _parted(text: str, parts: list[tuple[int, int]], ended: bool) -> list[tuple[int, int]]:
    """The names that several stretches between blanks make."""
    if all(b - a == 1 for a, b in parts):
        return [(parts[0][0], parts[-1][1])]
    while len(parts) > 1 and parts[0][1] - parts[0][0] == 1:
        parts[:2] = [(parts[0][0], parts[1][1])]
    if len(parts) > 1 and parts[1][1] - parts[1][0] == 1 and parts[1][1] - parts[0][0] <= 4:
        parts[:2] = [(parts[0][0], parts[1][1])]
    (a, b), *others = parts
    return [(a, _name_end(text, a, b, ended)), *[p for p in others if 2 <= p[1] - p[0] <= 4]]


def _name_end(text: str, start: int, end: int, ended: bool) -> int:
    """Where a name ends: after eight characters at most, after four where nothing that ends a name follows."""
    return min(end, start + (8 if ended or "·" in text[start:end] else 4))
