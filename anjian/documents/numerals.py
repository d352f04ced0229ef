"""Chinese and Arabic numerals as courts write them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import lru_cache

DIGITS = {c: i for i, c in enumerate("〇一二三四五六七八九")}
DIGITS |= {c: i for i, c in enumerate("零壹贰叁肆伍陆柒捌玖")}
DIGITS |= {"两": 2, "兩": 2, "貳": 2, "參": 3, "陸": 6, "○": 0}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
BIG = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}

#: Every character of a whole Chinese numeral, for use inside a regex class.
HAN = "〇零○一二三四五六七八九十百千万亿两壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億"
#: A whole number in either script, for use inside a regex.
NUMBER = rf"(?:[0-9]+|[{HAN}]+)"


#: Numerals up to this length come again and again and are remembered.
_SHORT = 12


def whole(text: str) -> int | None:
    """The value of 三百四十七, 二〇一八, 十, 12, 1,200 or 3万; None when it is not one number."""
    return _remembered(text) if len(text) <= _SHORT else _whole(text)


def _whole(text: str) -> int | None:
    text = text.replace(",", "").replace("，", "")
    if not text:
        return None
    if text.isascii():
        return int(text) if text.isdigit() and len(text) <= 18 else None
    if all(c in DIGITS for c in text):
        return int("".join(str(DIGITS[c]) for c in text)) if len(text) <= 18 else None
    return _with_units(text)


_remembered = lru_cache(maxsize=4096)(_whole)


def _with_units(text: str) -> int | None:
    total = section = number = 0
    arabic = ""
    for c in text:
        if c.isascii() and c.isdigit():
            arabic += c
            number = int(arabic)
            continue
        arabic = ""
        if c in DIGITS:
            number = DIGITS[c]
        elif c in UNITS:
            section += (number or 1) * UNITS[c]
            number = 0
        elif c in BIG:
            total = (total + section + number) * BIG[c]
            section = number = 0
        else:
            return None
    return total + section + number


def decimal(text: str) -> Decimal | None:
    """The value of 12.5, 1,200.00, 3.2万 or 叁万贰仟; None when it is not one number."""
    text = text.replace(",", "").replace("，", "")
    factor = 1
    if text[:1].isdigit() and text[:1].isascii():
        while text and text[-1] in BIG:
            factor *= BIG[text[-1]]
            text = text[:-1]
    if text and text.isascii():
        try:
            return Decimal(text) * factor
        except InvalidOperation:
            return None
    value = whole(text)
    return None if value is None else Decimal(value) * factor


def han(value: int) -> str:
    """一百三十三 for 133; exact inverse of `whole` for 0 ≤ value < 10⁸."""
    if value < 10_000:
        return _han_section(value) or "零"
    high, low = divmod(value, 10_000)
    rest = _han_section(low)
    if low and low < 1000:
        rest = "零" + rest
    return _han_section(high) + "万" + rest


def _han_section(value: int) -> str:
    out, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            out += ("零" if zero else "") + "零一二三四五六七八九"[digit] + name
            zero = False
        elif out:
            zero = True
    return out[1:] if out.startswith("一十") else out
