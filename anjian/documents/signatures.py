"""The signature block: who signed, in which role, and the date of the decision."""

from __future__ import annotations

import re
from itertools import pairwise
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
    "执行员",
    "院长",
    "副院长",
    "庭长",
    "副庭长",
)
LAY = ("人民陪审员", "陪审员")
_ASSISTANTS = ("法官助理", "审判助理", "助理法官")
_CLERKS = ("书记员", "代书记员", "代理书记员", "见习书记员", "实习书记员", "兼书记员", "速录员")
_ROLE = re.compile(
    r"(?P<role>(?:代理|助理|独任)?审判[长员]|执行员|副?院长|副?庭长|人民陪审员|陪审员"
    r"|法官助理|审判助理|助理法官|(?:代理|见习|实习|[代兼])?书记员|速录员)"
    r"(?P<note>（[代兼]）)?[：:]?"
)
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
    return _signed(j, JUDGES + LAY)


def read_assistants(j: Judgment) -> tuple[Member, ...]:
    """Judge's assistants."""
    return _signed(j, _ASSISTANTS)


def read_clerks(j: Judgment) -> tuple[Member, ...]:
    """Clerks and stenographers, 代书记员 and （代）书记员 with their own role."""
    return _signed(j, _CLERKS)


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
        if j.source.is_break(m.start()) or (m.end() == len(j.plain) and j.plain[m.start() - 1] == "。"):
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


def _signed(j: Judgment, wanted: tuple[str, ...]) -> tuple[Member, ...]:
    """Everybody who signed in one of the wanted roles."""
    start, end = _block(j)
    taken = start
    roles = list(_ROLE.finditer(j.plain, start, end))
    ends = [*(r.start() for r in roles[1:]), end]
    signed = []
    for m, after in zip(roles, ends, strict=False):
        if m.start() < taken or not _begins_line(j, m.start(), start, taken):
            continue
        taken = m.end()
        if m["role"] not in wanted:
            continue
        for a, b in _names(j, m.end(), after):
            signed.append(Member(*j.span(a, b), role=_role(j, m), name=j.plain[a:b]))
            taken = b
    return tuple(signed)


def _role(j: Judgment, m: re.Match[str]) -> str:
    """The role as written, with a 代 that stands before it in brackets."""
    acting = j.plain[max(m.start() - 3, 0) : m.start()] == "（代）"
    return ("代" if acting else "") + m["role"]


def _begins_line(j: Judgment, at: int, start: int, taken: int) -> bool:
    """Whether a role word stands where a signature may begin, not inside a sentence."""
    if at in (start, taken) or j.source.is_break(at):
        return True
    if j.plain.endswith("人民法院", start, at):
        return True
    return j.plain[at - 1] in "。）】：；日无`份" or (taken > start and at - taken < 40)


def _names(j: Judgment, start: int, after: int) -> list[tuple[int, int]]:
    """The names between a role and what follows it: blanks in a short name are dropped, longer parts are names."""
    limit = min(after, start + 24)
    stop = _END.search(j.plain, start, limit)
    end = stop.start() if stop else limit
    cuts = [start, *(b for b in j.source.breaks_in(start, end) if b < end), end]
    parts = [(a, b) for a, b in pairwise(cuts) if a < b]
    if not parts or (len(parts) > 1 and all(b - a == 1 for a, b in parts)):
        return [(start, end)] if parts else []
    while len(parts) > 1 and parts[0][1] - parts[0][0] == 1:
        parts[:2] = [(parts[0][0], parts[1][1])]
    if len(parts) > 1 and parts[1][1] - parts[1][0] == 1 and parts[1][1] - parts[0][0] <= 4:
        parts[:2] = [(parts[0][0], parts[1][1])]
    (a, b), *others = parts
    longest = 8 if stop or end == after or "·" in j.plain[a:b] else 4
    return [(a, min(b, a + longest)), *(p for p in others if 2 <= p[1] - p[0] <= 4)]
