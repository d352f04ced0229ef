"""Dates as courts write them: 二〇一八年七月十六日, 2018年7月16日, 同年8月1日, 次日."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .lazy import once
from .model import DateFact
from .numerals import whole

if TYPE_CHECKING:
    from .judgment import Judgment

_MONTH = r"[0-9]{1,2}|[一二三四五六七八九十元]{1,3}"
_DAY = r"[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,4}"
#: A whole date in digits or Han numerals; groups y, m, d (d may be absent).
DATE = re.compile(
    rf"(?P<y>(?:19|20)[0-9]{{2}}|[一二][〇一二三四五六七八九]{{3}})年(?P<m>{_MONTH})月(?:份)?"
    rf"(?:(?P<d>{_DAY})[日号曰])?"
)
#: A date that leans on the one before it; groups lean, m, d.
RELATIVE = re.compile(
    r"(?P<lean>同年同月|同年|当年|次年|翌年|同月|当月|次月|同日|当日|即日|次日|翌日|(?<![年0-9]))"
    r"(?:(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月)?"
    r"(?:(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
)
#: For `scan`: `DATE` with letters O for noughts, and besides it the forms of `RELATIVE` that name something.
_WHOLE = re.compile(
    rf"(?P<y>(?:19|20)[0-9OoΟО]{{2}}|[一二][〇一二三四五六七八九]{{3}})年(?P<m>{_MONTH})月(?:份)?(?:(?P<d>{_DAY})[日号曰])?"
)
_ANY = re.compile(
    rf"{_WHOLE.pattern}|(?P<year>同年同月|同年|当年|次年|翌年)(?:(?P<m2>{_MONTH})月)?(?P<d2>{_DAY})[日号]"
    rf"|(?P<month>[同当次]月)(?P<d3>{_DAY})[日号]"
    r"|(?P<same>同日|当日|即日|次日|翌日)(?!志|期)"
    rf"|(?<![年0-9同当次至个零〇一二三四五六七八九十])(?P<m4>{_MONTH})月(?P<d4>{_DAY})[日号]"
)
#: The same as `_WHOLE` but begun with its 年, because a search for one character is the fastest.
_FROM_YEAR = re.compile(
    rf"年(?<=(?:19|20)[0-9OoΟО]{{2}}年|[一二][〇一二三四五六七八九]{{3}}年)(?:{_MONTH})月(?:份)?(?:(?:{_DAY})[日号曰])?"
)
#: What may be the 月 of a date without a year: a day follows (同年同月6月9日 too), no year but 同年 stands before it.
_LEANING_MONTH = re.compile(
    r"月(?<=[0-9一二三四五六七八九十元同当次]月)"
    + "".join(rf"(?<![^同当次翌]年[0-9一二三四五六七八九十]{{{n}}}月)" for n in (1, 2, 3))
    + rf"(?=(?:(?:{_MONTH})月)?(?:{_DAY})[日号])"
)
#: The words of a date without a month, by their 日.
_NEAR_DAY = re.compile(r"日(?<=[同当即次翌]日)")
#: The characters that may stand in a date before its 月 or its 日.
_WITHIN = "0123456789〇一二三四五六七八九十元年同当次翌OoΟО"
#: How far back of its 月 a date is looked for.
_REACH = 12
_NOUGHTS = str.maketrans(dict.fromkeys("OoΟО", "0"))
_SAME = ("同日", "当日", "即日")
_NEXT = ("次日", "翌日")


_Place = tuple[int, int, re.Match[str] | None]
#: A `Found` as a plain tuple.
_Told = tuple[int, int, date | None, str, str]
#: What stands in no date, nor close behind one as part of its words.
_PARTS = frozenset("，。；：")


class Found(NamedTuple):
    """A date found in plain text: plain indexes, the day (None when it cannot be told), how it is written."""

    start: int
    end: int
    value: date | None
    style: str
    text: str


def make(year: int | None, month: int | None, day: int | None) -> date | None:
    """The day, or None when there is no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def to_date(m: re.Match[str]) -> date | None:
    """The day of a `DATE` match; None for a month only or an impossible day."""
    return _whole_date(*m.group("y", "m", "d"))


@lru_cache(maxsize=16384)
def _whole_date(year: str, month: str, day: str | None) -> date | None:
    return make(_year(year), _month(month), _day(day) if day else None)


def lean_on(m: re.Match[str], before: date | None) -> date | None:
    """The day of a `RELATIVE` match, given the date before it."""
    return _lean(m["lean"], m["m"], m["d"], before)


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """Every date in text[start:end], in order, relative ones counted from the date before them.

    A month without a day is skipped but serves as the year and month that later dates lean on.
    """
    return map(Found._make, _found(text, start, len(text) if end is None else end))


def scan_in(j: Judgment, start: int, end: int) -> list[_Told]:
    """The dates of `scan` in a stretch of a document's plain text, as plain tuples in the order of `Found`."""
    text = j.plain
    if not 0 < start < end or text[start - 1] not in _PARTS or text[end - 1] not in _PARTS:
        return _found(text, start, end)
    # no date reaches across such a border, so that those of the whole text are those of the stretch
    everywhere = _all_places(j)
    return _told(text, everywhere[bisect_left(everywhere, (start,)) : bisect_left(everywhere, (end,))])


@once
def _all_places(j: Judgment) -> list[_Place]:
    return _places(j.plain, 0, len(j.plain))


def _found(text: str, start: int, end: int) -> list[_Told]:
    return _told(text, _places(text, start, end))


def _told(text: str, places: list[_Place]) -> list[_Told]:
    """What dates at these places tell."""
    out = []
    before: date | None = None
    for begin, stop, m in places:
        words = text[begin:stop]
        if m is None:
            value, style, leaned_on = _dated(words)
            if style:
                out.append((begin, stop, value, style, words))
            before = leaned_on or before
        else:
            value = _leaning(m, before)
            out.append((begin, stop, value, "relative", words))
            before = value or before
    return out


def _places(text: str, start: int, end: int) -> list[_Place]:
    """(start, end, None) of every whole date, and of every leaning one with its match, in order."""
    whole: list[_Place] = [(m.start() - 4, m.end(), None) for m in _FROM_YEAR.finditer(text, start + 4, end)]
    anchors = [m.start() for m in _LEANING_MONTH.finditer(text, start, end)]
    anchors += [m.start() - 1 for m in _NEAR_DAY.finditer(text, start + 1, end)]
    return _with_leaning(text, start, end, whole, sorted(anchors)) if anchors else whole


def _with_leaning(text: str, start: int, end: int, whole: list[_Place], anchors: list[int]) -> list[_Place]:
    """The whole dates and those without a year, each looked for round its anchor."""
    out: list[_Place] = []
    done, i = start, 0
    for at in anchors:
        while i < len(whole) and whole[i][0] <= at:
            done = whole[i][1]
            out.append(whole[i])
            i += 1
        if at < done:
            continue
        run = text[max(done, at - _REACH) : at]
        m = _ANY.search(text, at - len(run) + len(run.rstrip(_WITHIN)), min(at + 8, end))
        if m and m.start() <= at:
            out.append((*m.span(), m))
            done = m.end()
    return out + whole[i:]


@lru_cache(maxsize=16384)
def _dated(words: str) -> tuple[date | None, str | None, date | None]:
    """What a `_WHOLE` date tells: its day, its style (None for a month only), what later dates lean on."""
    m = _WHOLE.match(words)
    year, month, day = m.group("y", "m", "d") if m else ("", "", None)
    value = _whole_date(year, month, day)
    style = ("digits" if year[0].isascii() else "han") if day else None
    return value, style, value or make(_year(year), _month(month), 1)


def read_dates(j: Judgment) -> tuple[DateFact, ...]:
    """Every date of the document, in order, relative ones too; months without a day are left out."""
    span = j.source.span
    return tuple(
        [
            DateFact(*span(start, end), value=value, text=text, style=style)
            for start, end, value, style, text in _told(j.plain, _all_places(j))
        ]
    )


def fact(j: Judgment, found: Found, context: str | None = None) -> DateFact:
    """A `Found` as a fact of the document."""
    return DateFact(
        *j.span(found.start, found.end), value=found.value, text=found.text, style=found.style, context=context
    )


def _leaning(m: re.Match[str], before: date | None) -> date | None:
    """The day of a `_ANY` match that leans on the one before it."""
    if m["year"]:
        return _lean(m["year"], m["m2"], m["d2"], before)
    if m["month"]:
        return _lean(m["month"], None, m["d3"], before)
    if m["same"]:
        return _lean(m["same"], None, None, before)
    return _lean("", m["m4"], m["d4"], before)


def _lean(lean: str, month: str | None, day: str | None, before: date | None) -> date | None:
    if before is None:
        return None
    if lean in _SAME:
        return before
    if lean in _NEXT:
        return before + timedelta(days=1) if before < date.max else None
    year = before.year + (1 if lean in ("次年", "翌年") else 0)
    if lean in ("同月", "当月", "同年同月"):
        return make(year, before.month, _day(day) if day else None)
    if lean == "次月":
        year, number = (year + 1, 1) if before.month == 12 else (year, before.month + 1)
        return make(year, number, _day(day) if day else None)
    if not month or not day:
        return None
    return make(year, _month(month), _day(day))


def _year(text: str) -> int | None:
    """The year, letters O taken for the nought they were typed for."""
    return whole(text.translate(_NOUGHTS))


def _month(text: str) -> int | None:
    return 1 if text == "元" else whole(text)


def _day(text: str) -> int | None:
    return whole(text.replace("廿", "二十").replace("卅", "三十"))
