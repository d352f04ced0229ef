"""Dates as courts write them: 二〇一八年七月十六日, 2018年7月16日, 同年8月1日, 次日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

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
#: `DATE` and the forms of `RELATIVE` that name something, for `scan`.
_ANY = re.compile(
    rf"(?P<y>(?:19|20)[0-9OoΟО]{{2}}|[一二][〇一二三四五六七八九]{{3}})年(?P<m>{_MONTH})月(?:份)?(?:(?P<d>{_DAY})[日号曰])?"
    rf"|(?P<year>同年同月|同年|当年|次年|翌年)(?:(?P<m2>{_MONTH})月)?(?P<d2>{_DAY})[日号]"
    rf"|(?P<month>[同当次]月)(?P<d3>{_DAY})[日号]"
    r"|(?P<same>同日|当日|即日|次日|翌日)(?!志|期)"
    rf"|(?<![年0-9同当次至个零〇一二三四五六七八九十])(?P<m4>{_MONTH})月(?P<d4>{_DAY})[日号]"
)
#: What every date holds, and the characters that may stand before it in one.
_ANCHOR = re.compile(r"[月同当即次翌](?:(?<=月)|日)")
_WITHIN = frozenset("0123456789〇一二三四五六七八九十元年同当次翌OoΟО")
_NOUGHTS = str.maketrans(dict.fromkeys("OoΟО", "0"))
_SAME = ("同日", "当日", "即日")
_NEXT = ("次日", "翌日")


@dataclass(frozen=True, slots=True)
class Found:
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
    day = m["d"]
    return make(_year(m["y"]), _month(m["m"]), _day(day) if day else None)


def lean_on(m: re.Match[str], before: date | None) -> date | None:
    """The day of a `RELATIVE` match, given the date before it."""
    return _lean(m["lean"], m["m"], m["d"], before)


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """Every date in text[start:end], in order, relative ones counted from the date before them.

    A month without a day is skipped but serves as the year and month that later dates lean on.
    """
    before: date | None = None
    for m in _matches(text, start, len(text) if end is None else end):
        value = _value(m, before)
        year = m["y"]
        style = "relative" if year is None else "digits" if year[0].isascii() else "han"
        if not (year and not m["d"]):
            yield Found(m.start(), m.end(), value, style, m[0])
        if value is not None:
            before = value
        elif year:
            before = make(_year(year), _month(m["m"]), 1) or before


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of `_ANY`, looked for only round the words that every date holds."""
    done = start
    for anchor in _ANCHOR.finditer(text, start, end):
        at = anchor.start()
        if at < done:
            continue
        begin = at
        while begin > done and at - begin < 12 and text[begin - 1] in _WITHIN:
            begin -= 1
        m = _ANY.search(text, begin, min(at + 8, end))
        if m and m.start() <= at:
            yield m
            done = m.end()


def read_dates(j: Judgment) -> tuple[DateFact, ...]:
    """Every date of the document, in order, relative ones too; months without a day are left out."""
    return tuple(fact(j, found) for found in scan(j.plain))


def fact(j: Judgment, found: Found, context: str | None = None) -> DateFact:
    """A `Found` as a fact of the document."""
    return DateFact(
        *j.span(found.start, found.end), value=found.value, text=found.text, style=found.style, context=context
    )


def _value(m: re.Match[str], before: date | None) -> date | None:
    if m["y"]:
        return to_date(m)
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
