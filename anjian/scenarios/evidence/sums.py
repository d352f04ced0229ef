"""Quantities in running text and the lists they stand in: shared by the scenarios of this family."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.numerals import decimal

#: Units whose amounts may be added up as written.
UNIT = r"(?:元|毫克|千克|公斤|克|平方米|立方米|吨|升|条|包|颗|粒|枚|张|株|只|发|支|瓶|盒|件)"
_DIGITS = r"[0-9](?<![0-9.×*xX#][0-9])[0-9]*+(?:[,，][0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?"
QUANTITY = re.compile(
    rf"(?P<number>{_DIGITS})(?P<scale>万)?(?P<loose>余|多)?(?P<unit>{UNIT})(?P<after>余|左右|以上|以下)?"
)
#: Words before or behind a number by which it is not exact.
_ABOUT = (
    "约",
    "近",
    "至少",
    "不少于",
    "超过",
    "不足",
    "不满",
    "不到",
    "未满",
    "高达",
    "多达",
    "数",
    "至",
    "到",
    "-",
    "—",
    "~",
)
_OF_NUMBERS, _BEFORE_UNIT = frozenset("0123456789.,，"), frozenset("0123456789万余多")
#: Short numbers come again and again.
_SHORT, _remembered = 12, lru_cache(maxsize=4096)(decimal)
_CONVICTION = re.compile(r"本院(?:审查)?认为，?(?P<act>[^。]{1,400}?)构成(?!要件)")


class Quantity(NamedTuple):
    """A number with its unit in plain indexes; `exact` is False for 约, 余, 左右, 以上 and ranges."""

    start: int
    end: int
    value: Decimal
    unit: str
    exact: bool


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Every quantity written in digits in text[start:end], in order."""
    for m in QUANTITY.finditer(text, start, end):
        quantity = _quantity(m, start)
        if quantity:
            yield quantity


def counted(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Those of the `quantities` in 元 and 克, found from the unit backwards: digits are many more than units."""
    for unit in _units(text, start, end):
        begin = unit
        if text[begin - 1] in "余多":
            begin -= 1
        if text[begin - 1] == "万":
            begin -= 1
        while begin > start and text[begin - 1] in _OF_NUMBERS:
            begin -= 1
        m = QUANTITY.search(text, max(begin, start), min(unit + 3, end))
        quantity = _quantity(m, start) if m and m.end(4) == unit + 1 else None
        if quantity:
            yield quantity


def _units(text: str, start: int, end: int) -> list[int]:
    """Where 元 and 克 stand behind what may be a number."""
    found = []
    for unit in "元克":
        at = text.find(unit, start, end)
        while at >= 0:
            if at and text[at - 1] in _BEFORE_UNIT:
                found.append(at)
            at = text.find(unit, at + 1, end)
    found.sort()
    return found


def counts_any(text: str, start: int, end: int) -> bool:
    """Whether anything in 元 or 克 can stand in text[start:end]."""
    return text.find("元", start, end) >= 0 or text.find("克", start, end) >= 0


def _quantity(m: re.Match[str], start: int) -> Quantity | None:
    number, scale, loose, unit, after = m.groups()
    value = _remembered(number) if len(number) <= _SHORT else decimal(number)
    if value is None:
        return None
    if scale:
        value *= 10_000
    at = m.start()
    exact = not (loose or after or m.string.endswith(_ABOUT, max(start, at - 4), at))
    return Quantity(at, m.end(4), value, unit, exact)


def written(value: Decimal) -> str:
    """A number as a person writes it: 1.38, 600."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


#: Among more parts nobody can tell what adds up to what.
MOST = 16


def reachable(target: Decimal, parts: list[Decimal]) -> bool | None:
    """Whether some of the parts add up to the target; None when there are too many parts to tell."""
    if target in parts:
        return True
    if len(parts) > MOST:
        return None
    half = len(parts) // 2
    some = _sums(parts[:half], target)
    return any(target - s in some for s in _sums(parts[half:], target))


def _sums(parts: list[Decimal], most: Decimal) -> set[Decimal]:
    """What any of the parts add up to, up to a limit."""
    sums = {Decimal(0)}
    for part in parts:
        sums |= {s + part for s in sums if s + part <= most}
    return sums


def amounts_within(judgment: Judgment, start: int, end: int) -> list[Decimal]:
    """The values of the document's amounts of money that begin in a plain stretch."""
    first, last = judgment.span(start, end)
    return [a.value for a in judgment.amounts if first <= a.start < last]


@once
def told(judgment: Judgment) -> tuple[int, int]:
    """Where the document tells the case: from behind the parties to the reasoning, in plain indexes."""
    cuts = judgment.cuts
    start = next((c.start for c in cuts if c.name in ("course", "lower", "charge", "defence", "findings")), 0)
    end = next((c.start for c in cuts if c.name in ("reasoning", "basis", "disposition")), len(judgment.plain))
    return start, max(start, end)


@once
def weights_told(judgment: Judgment) -> list[Quantity]:
    """The quantities in 克 of the whole telling."""
    start, end = told(judgment)
    text = judgment.plain[start:end]
    return [q for q in counted(text, 0, len(text)) if q.unit == "克"] if "克" in text else []


@once
def conviction(judgment: Judgment) -> tuple[int, int] | None:
    """Where the court says what was done, from 本院认为 to the first 构成 of its sentence, in plain indexes."""
    cut = judgment.cut("reasoning")
    act = _CONVICTION.search(judgment.plain, cut.start, cut.end) if cut else None
    return act.span("act") if act else None


def body_span(judgment: Judgment) -> tuple[int, int]:
    """From behind the parties to the basis or the disposition: where evidence can be named, in plain indexes."""
    start, _ = told(judgment)
    end = next((c.start for c in judgment.cuts if c.name in ("basis", "disposition")), len(judgment.plain))
    return start, max(start, end)


def body(judgment: Judgment) -> str:
    """The plain text of `body_span`."""
    start, end = body_span(judgment)
    return judgment.plain[start:end]
