"""The signature block: who signed, in which role, and the date of the decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .dates import make
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
    "院长",
    "副院长",
    "庭长",
    "副庭长",
)
LAY = ("人民陪审员", "陪审员")
_ASSISTANTS = ("法官助理", "审判助理", "助理法官")
_ROLE = re.compile(
    r"(?P<role>(?:代理|助理|独任)?审判[长员]|副?院长|副?庭长|人民陪审员|陪审员"
    r"|法官助理|审判助理|助理法官|(?:代理|见习|实习|[代兼])?书记员|速录员)"
    r"(?P<note>（[代兼]）)?[：:]?"
)
_NAME = r"\u3400-\u9fff\U00020000-\U0003ffff·•・．.×XxＸ＊*"
_STOP = (
    r"[一二][〇一二三四五六七八九×XΟOo0]{3}年|[0-9]{4}年|附|本(?:件|文|案|判决|裁定|院|页)|此件|"
    r"(?:主要|相关|有关|适用)?(?:法律|法条|条文|主要|相关)|第[一二三四五六七八九十百]+条|打印|校对|送达|（|PAGE|二Ο|[^"
    + _NAME
    + "]"
)
_CHUNK = re.compile(
    rf"(?:(?!{_ROLE.pattern.replace('?P<role>', '?:').replace('?P<note>', '?:')}|{_STOP})[{_NAME}]){{1,24}}"
)
_DIGIT = "一二三四五六七八九十元廿卅〇×X"
_DATE = re.compile(
    rf"(?P<y>[一二][〇一二三四五六七八九×X]{{3}}|(?:19|20)[0-9]{{2}})年"
    rf"(?P<m>[{_DIGIT}]{{1,4}}|[0-9]{{1,2}})月(?P<d>[{_DIGIT}]{{1,4}}|[0-9]{{1,2}})[日号曰]?"
)


@dataclass(frozen=True, slots=True)
class _Signed:
    """One name under one role, in plain indexes."""

    role: str
    start: int
    end: int


def read_members(j: Judgment) -> tuple[Member, ...]:
    """Judges and lay judges in the order signed; the role exactly as written, without its blanks."""
    return _members(j, JUDGES + LAY)


def read_assistants(j: Judgment) -> tuple[Member, ...]:
    """Judge's assistants."""
    return _members(j, _ASSISTANTS)


def read_clerks(j: Judgment) -> tuple[Member, ...]:
    """Clerks and stenographers, 代书记员 and （代）书记员 with their own role."""
    return tuple(m for m in _members(j, None) if m.role not in JUDGES + LAY + _ASSISTANTS)


def read_decided(j: Judgment) -> DateFact | None:
    """The date of the decision: the first date after the first signature, else one that ends the text."""
    start, end = _block(j)
    first = _ROLE.search(j.plain, start, end)
    m = _DATE.search(j.plain, first.start(), end) if first else None
    if m is None:
        cut = j.cut("signature")
        m = _DATE.search(j.plain, cut.start, end) if cut else _closing(j)
    if m is None:
        return None
    style = "digits" if m["y"].isascii() and m["y"].isdigit() else "han"
    value = make(whole(m["y"]), 1 if m["m"] == "元" else whole(m["m"]), whole(_plain_day(m["d"])))
    return DateFact(*j.span(m.start(), m.end()), value=value, text=m[0], style=style, context="decided")


def _plain_day(text: str) -> str:
    return text.replace("廿", "二十").replace("卅", "三十")


def _closing(j: Judgment) -> re.Match[str] | None:
    """A date in the last lines that begins a line of its own (documents without signatures)."""
    found = None
    for m in _DATE.finditer(j.plain, max(len(j.plain) - 60, 0)):
        if j.source.is_break(m.start()):
            found = m
    return found


def _block(j: Judgment) -> tuple[int, int]:
    """Where signatures may stand: from the notice, or the signature, to the annex."""
    starts = [c.start for c in j.cuts if c.name in ("notice", "signature")]
    if starts:
        start = min(starts)
    else:
        disposition = j.cut("disposition")
        start = disposition.start if disposition else max(len(j.plain) - 300, 0)
    annex = j.cut("annex")
    return start, annex.start if annex and annex.start > start else len(j.plain)


def _members(j: Judgment, roles: tuple[str, ...] | None) -> tuple[Member, ...]:
    return tuple(
        Member(*j.span(s.start, s.end), role=s.role, name=j.plain[s.start : s.end])
        for s in _signed(j)
        if roles is None or s.role in roles
    )


def _signed(j: Judgment) -> Iterator[_Signed]:
    start, end = _block(j)
    taken = start
    for m in _ROLE.finditer(j.plain, start, end):
        if m.start() < taken or not _begins_line(j, m.start(), start, taken):
            continue
        chunk = _CHUNK.match(j.plain, m.end(), end)
        if chunk:
            role = m["role"]
            if m.start() >= 3 and j.plain[m.start() - 3 : m.start()] == "（代）":
                role = "代" + role
            for a, b in _names(j, chunk.start(), chunk.end()):
                yield _Signed(role, a, b)
                taken = b


def _begins_line(j: Judgment, at: int, start: int, taken: int) -> bool:
    """Whether a role word stands where a signature may begin, not inside a sentence."""
    if at == start or at == taken or j.source.is_break(at):
        return True
    return j.plain[at - 1] in "。）】：；日无`份" or (taken > start and at - taken < 40)


def _names(j: Judgment, start: int, end: int) -> list[tuple[int, int]]:
    """The names in a stretch between two roles: blanks inside a short name are dropped, longer parts are names."""
    cuts = [start, *(b for b in j.source.breaks_in(start, end) if b < end), end]
    parts = [(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if a < b]
    while len(parts) > 1 and parts[0][1] - parts[0][0] == 1:
        parts[:2] = [(parts[0][0], parts[1][1])]
    if len(parts) > 1 and all(b - a == 1 for a, b in parts):
        return [(start, end)]
    if len(parts) > 1 and parts[1][1] - parts[1][0] == 1 and parts[1][1] - parts[0][0] <= 4:
        parts[:2] = [(parts[0][0], parts[1][1])]
    first, *others = parts
    named = [first] if first[1] - first[0] <= 5 or "·" in j.plain[first[0] : first[1]] else [(first[0], first[0] + 4)]
    return named + [p for p in others if 2 <= p[1] - p[0] <= 4]
