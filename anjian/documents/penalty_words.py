"""The words of a penalty: durations, amounts and the pieces a sentence of penalty is made of.

A piece is one penalty word with its measure (有期徒刑一年六个月, 罚金人民币二千元, 缓刑二年). `pieces`
finds them in a stretch of plain text; `build` puts the pieces of one pronouncement into a `Penalty`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from .model import Penalty
from .numerals import HAN, decimal, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_N = rf"(?:[0-9]{{1,3}}|[{HAN}]{{1,4}})"
#: 一年零六个月, 半个月, 一个半月, 十五日; used inside a regex, read with `duration`.
DURATION = (
    rf"(?:(?:半年|{_N}年半?)(?:[，、]?[零又另]?(?:半个?月|{_N}个?半?月))?(?:[零又另]?{_N}[日天])?"
    rf"|(?:半个?月|{_N}个?半?月)(?:[零又另]?{_N}[日天])?|{_N}[日天])"
)
_YEARS = re.compile(rf"(半年)|({_N})年(半)?")
_MONTHS = re.compile(rf"(半个?月)|[零又另]?({_N})个?(半)?月")
_DAYS = re.compile(rf"[零又另]?({_N})[日天]$")

#: A number of yuan before 元, in any of the ways courts write one.
AMOUNT = (
    rf"(?:[0-9]{{1,3}}(?:[,， ][0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|[{HAN}]+)"
    r"(?:[十百千]?万|百|千|亿)?"
)
_CURRENCY = r"(?:人民币?|RMB)?[￥¥]?"
_MASK = r"[0-9×xX*＊某]+"
KINDS = r"死刑|无期徒刑|有期徒刑|拘役|管制"

#: Each alternative begins with a character of its own, which lets the search step over the others quickly.
_PIECE = re.compile(
    rf"减(?:[为至][^，。；]{{0,10}}?(?:有期徒刑|拘役|管制)(?P<past>)|[去刑]其?(?:有期徒刑)?(?P<cut>{DURATION}))"
    r"|总和刑期(?P<past1>)"
    r"|死(?P<death>刑)(?P<reprieve>[，、（]?缓期(?:二|两|2)年)?(?:执行)?"
    r"|无(?:(?P<life>期徒刑)|(?P<acquitted>罪))"
    rf"|有(?P<prison>期徒刑)(?P<term>{DURATION})?"
    rf"|拘(?P<detention>役)(?P<term1>{DURATION})?"
    rf"|管(?P<control>制)(?P<term2>{DURATION})?"
    rf"|刑[期罚]为?(?P<bare>{DURATION})"
    rf"|执行为?(?P<bare1>{DURATION})"
    rf"|缓刑(?:考验期限?)?为?(?P<probation>{DURATION})"
    rf"|罚金(?:{_CURRENCY}(?P<fine>{AMOUNT})(?:(?P<yuan>[元圆])|(?![ 0-9.,，余多]))|人民币(?P<masked>{_MASK}万?元))"
    rf"|没收其?(?:个人)?(?:全部|部分)?(?:个人)?(?:全部)?财产(?P<taking>{_CURRENCY}(?P<taken>{AMOUNT})[元圆])?"
    rf"|剥夺政治权[利力](?P<rights>终身|{DURATION})"
    r"|免(?P<exempt>[予于除](?:刑事)?(?:处罚|处分|刑罚))"
)
#: Without one of these there is no piece; the most frequent first.
_PENALTIES = (
    "徒刑", "罚金", "执行", "刑期", "缓刑", "拘役", "管制", "没收", "减去", "减刑", "刑罚", "死刑", "剥夺政治权",
    "免予", "免于", "免除", "无罪",
)  # fmt: skip
#: The last group of a match that is a principal penalty.
_MAIN = frozenset((
    "prison", "detention", "control", "term", "term1", "term2", "cut", "bare", "bare1", "death", "reprieve", "life",
    "exempt", "acquitted",
))  # fmt: skip
_HOW = ("并处", "单处", "各处", "判处", "处以", "科处")


class Piece(NamedTuple):
    """One penalty word in plain indexes; `words` are its own, behind the `how` of a fine (并处), and `main` whether it
    is a principal penalty, an exemption or an acquittal."""

    start: int
    end: int
    words: str
    how: str
    main: bool


@lru_cache(maxsize=4096)
def duration(text: str) -> tuple[int, int]:
    """(months, days) of 一年零六个月 → (18, 0), 半个月 → (0, 15); (0, 0) when it is no duration."""
    months = days = 0
    rest = text
    year = _YEARS.match(text)
    if year:
        months += 6 if year[1] else 12 * (whole(year[2]) or 0) + (6 if year[3] else 0)
        rest = text[year.end() :].lstrip("，、")
    month = _MONTHS.match(rest)
    if month:
        months += whole(month[2]) or 0 if month[2] else 0
        days += 15 if month[1] or month[3] else 0
        rest = rest[month.end() :]
    day = _DAYS.match(rest)
    if day:
        days += whole(day[1]) or 0
    return months, days


def speaks_of_penalty(text: str, start: int, end: int) -> bool:
    """Whether a stretch may hold a piece. No anchors: these words are frequent, and nearly always one stands there."""
    for word in _PENALTIES:  # noqa: SIM110 - a generator costs more than the answer
        if text.find(word, start, end) >= 0:
            return True
    return False


def pieces(text: str, start: int, end: int) -> list[Piece]:
    """The penalty words of a stretch of plain text, in order; a fine begins with its 并处 or 单处."""
    found = []
    for m in _PIECE.finditer(text, start, end):
        what = m.lastgroup
        if what == "past" or what == "past1":
            continue
        at, stop = m.span()
        how = ""
        if what == "yuan" or what == "fine":
            if _no_amount(m):
                continue
            if at - start >= 2 and text.startswith(_HOW, at - 2):
                how = text[at - 2 : at]
        found.append(Piece(at - len(how), stop, m[0], how, what in _MAIN))
    return found


def _no_amount(m: re.Match[str]) -> bool:
    """罚金十日内缴纳 names no amount: a bare number counts only with 元, 万 or 人民币."""
    fine: str = m["fine"]
    return m["yuan"] is None and "人民" not in m[0] and fine[-1] not in "万千百"


def build(j: Judgment, found: Sequence[Piece]) -> Penalty | None:
    """The penalty the pieces make, or None without any. Of two pieces of one kind the first counts."""
    if not found:
        return None
    values: dict[str, Any] = {"kind": None}
    for piece in found:
        for name, value in _values(piece):
            if values.get(name) is None:
                values[name] = value
    if "fine_text" in values and values.get("fine_kind") is None:
        values["fine_kind"] = "并处" if values["kind"] else "单处"
    return Penalty(*j.source.span(found[0].start, found[-1].end), **values)


def _values(piece: Piece) -> tuple[tuple[str, Any], ...]:
    """The fields of `Penalty` that one piece fills; what comes again and again is remembered."""
    read = _remembered if len(piece.words) <= _SHORT else _fields
    return read(piece.words, piece.how)


def _fields(words: str, how: str) -> tuple[tuple[str, Any], ...]:
    m = _PIECE.match(words)
    return tuple(_read(m, how).items()) if m else ()


_SHORT = 24
_remembered = lru_cache(maxsize=4096)(_fields)


def _read(m: re.Match[str], how: str) -> dict[str, Any]:
    kind = "有期徒刑" if m["prison"] else "拘役" if m["detention"] else "管制" if m["control"] else None
    bare = m["bare"] or m["bare1"]
    if kind or m["cut"] or bare:
        months, days = duration(m["term"] or m["term1"] or m["term2"] or m["cut"] or bare or "")
        return {"kind": kind or ("减刑" if m["cut"] else None), "months": months, "days": days}
    if m["probation"]:
        months, days = duration(m["probation"])
        return {"probation_months": months, "probation_days": days}
    if m["fine"] or m["masked"]:
        return _fine(m, how)
    if m["rights"]:
        return _rights(m["rights"])
    if m["death"]:
        return {"kind": "死刑", "death": True, "suspended": m["reprieve"] is not None}
    if m["life"]:
        return {"kind": "无期徒刑", "life": True}
    if m["exempt"]:
        return {"exempt": True}
    if m["acquitted"]:
        return {"acquitted": True}
    taken = decimal(m["taken"]) if m["taken"] else None
    return {"confiscation": "全部" if "全部" in m[0] else "部分", "confiscation_amount": taken}


def _fine(m: re.Match[str], how: str) -> dict[str, Any]:
    words = m["masked"] or m["fine"] + (m["yuan"] or "")
    value = decimal(m["fine"].replace(" ", "")) if m["fine"] else None
    return {"fine": value, "fine_text": words, "fine_kind": how if how in ("并处", "单处") else None}


def _rights(words: str) -> dict[str, Any]:
    if words == "终身":
        return {"political_rights_life": True}
    return {"political_rights_months": duration(words)[0]}
