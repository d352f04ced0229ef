"""Bring the many ways of typing one character together, and keep the way back.

The readers work on a *plain* text: digits and letters half-width, brackets （）, no white space
between Chinese characters, 〇 for every circle in a Chinese year. Every index of the plain text
maps back to the exact code point of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from msgspec import Struct

BRACKETS = {"(": "（", ")": "）", "〔": "（", "〕": "）", "﹝": "（", "﹞": "）",
            "[": "（", "]": "）", "［": "（", "］": "）", "﹙": "（", "﹚": "）"}  # fmt: skip


def _translation() -> dict[int, str]:
    table = {ord(a): b for a, b in BRACKETS.items()}
    for code in [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), 0xFF05, 0xFF0E]:
        table[code] = chr(code - 0xFEE0)
    for code in range(0xF900, 0xFB00):
        same = unicodedata.normalize("NFKC", chr(code))
        if len(same) == 1:
            table[code] = same
    table[ord("﹑")] = "、"
    table[ord("︰")] = "："
    return table


_TABLE = _translation()
#: What is dropped as white space: all that is white space to Python, and marks that print nothing.
_BLANKS = frozenset(c for c in map(chr, range(0x10000)) if c.isspace() or c in "\u00ad\u200b\u200c\u200d\u2060\ufeff")
#: Every character that may have to be changed but the common blank: one pass finds all that stand in a text.
_ODD = re.compile(f"[{re.escape(''.join([*map(chr, _TABLE), *sorted(_BLANKS - {' '})]))}]")
_HALF_COMMA = re.compile(r"[,:;](?!(?<=[0-9].)[0-9])")
_FULL = {",": "，", ":": "：", ";": "；"}
_CIRCLES = "〇○◯ΟОOo0零"
#: Before blanks are dropped: a line may end within the year.
_HAN_YEAR = re.compile(rf"[一二](?:\s?[一二三四五六七八九{_CIRCLES}]){{3}}(?=\s?年)")
_HAN_YEAR_END = re.compile(rf"年(?<=[一二三四五六七八九{_CIRCLES}\s]{{3}}年)")
_ODD_CIRCLES = frozenset(_CIRCLES) - {"〇"}
_HAN_ZERO = re.compile(r"(?<=百)[○◯ΟОO0](?=[一二三四五六七八九])")
_LIKE_ZERO = "OoΟО○〇"
_DIGITS = frozenset("0123456789")
_DIGIT_ZERO = re.compile(rf"(?<=[0-9])(\s?)[{_LIKE_ZERO}](?=\s?[0-9]{{0,2}}\s?[年月日])")
_ASCII_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


class Source(Struct, frozen=True):
    """A text as given (`raw`) and as read (`plain`), with the map between them.

    `breaks` holds the plain indexes before which white space was dropped. They are weak evidence of a
    paragraph: flattened and OCR texts lie. Behind the nth of them the raw text goes on at `_resumes[n]`, and raw
    indexes are greater than plain ones by `_shifts[n + 1]`.
    """

    raw: str
    plain: str
    breaks: tuple[int, ...]
    _resumes: Sequence[int]
    _shifts: Sequence[int]

    def at(self, index: int) -> int:
        """The raw index of a plain index."""
        return index + self._shifts[bisect_right(self.breaks, index)]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw (start, end) of a plain (start, end)."""
        breaks, shifts = self.breaks, self._shifts
        if end > start:
            return start + shifts[bisect_right(breaks, start)], end + shifts[bisect_right(breaks, end - 1)]
        here = min(self.at(start), len(self.raw))
        return here, here

    def plain_at(self, raw_index: int) -> int:
        """The plain index of a raw index; inside dropped white space, the next kept character."""
        piece = bisect_right(self._resumes, raw_index)
        index = raw_index - self._shifts[piece]
        after = self.breaks[piece] if piece < len(self.breaks) else len(self.plain)
        return index if index < after else after

    def plain_span(self, start: int, end: int) -> tuple[int, int]:
        """The plain (start, end) of a raw (start, end)."""
        resumes, breaks = self._resumes, self.breaks
        piece = bisect_right(resumes, start)
        shift = self._shifts[piece]
        last_piece = piece == len(breaks)
        after = len(self.plain) if last_piece else breaks[piece]
        begin = start - shift if start - shift < after else after
        if end <= start:
            return begin, begin
        if not last_piece and end > resumes[piece]:
            return begin, self.plain_at(end - 1) + 1
        return begin, (end - shift if end - shift <= after else after + 1)

    def breaks_in(self, start: int, end: int) -> list[int]:
        """The plain indexes in (start, end] before which white space was dropped."""
        return list(self.breaks[bisect_right(self.breaks, start) : bisect_right(self.breaks, end)])

    def is_break(self, index: int) -> bool:
        """Whether white space was dropped before this plain index."""
        breaks = self.breaks
        i = bisect_right(breaks, index)
        return i > 0 and breaks[i - 1] == index


def normalise(raw: str) -> Source:
    """Read a raw text into a `Source`. Pure; linear in the length of the text."""
    odd = set(_ODD.findall(raw))
    text = _same_length(raw, odd - _BLANKS)
    for blank in odd & _BLANKS:
        text = text.replace(blank, " ")
    pieces = text.split(" ")
    if "" in pieces or not _ASCII_WORD.isdisjoint([piece[-1] for piece in pieces]):
        return _irregular(raw, pieces)
    # One blank between any two pieces: the nth piece stands n characters before where it stood.
    breaks = tuple(accumulate(map(len, pieces[:-1])))
    resumes = [at + n for n, at in enumerate(breaks, 1)]
    return Source(raw, "".join(pieces), breaks, resumes, range(len(pieces)))


def _irregular(raw: str, pieces: list[str]) -> Source:
    """Of a text with runs of blanks (empty pieces), or with a blank to be kept."""
    kept: list[str] = []
    breaks: list[int] = []
    resumes: list[int] = []
    shifts = [0]
    at = length = behind = 0
    for piece in pieces:
        if piece:
            if at > behind:
                if kept and kept[-1][-1] in _ASCII_WORD and piece[0] in _ASCII_WORD and "\n" not in raw[behind:at]:
                    kept.append(raw[behind])
                    length += 1
                    behind += 1
                if at > behind:
                    breaks.append(length)
                    resumes.append(at)
                    shifts.append(at - length)
            kept.append(piece)
            length += len(piece)
            behind = at + len(piece)
        at += len(piece) + 1
    if behind < len(raw):
        breaks.append(length)
        resumes.append(len(raw))
        shifts.append(len(raw) - length)
    return Source(raw, "".join(kept), tuple(breaks), resumes, shifts)


def _same_length(text: str, odd: Iterable[str]) -> str:
    """The text with one character for each of its characters. A step is taken only where there is something for it."""
    for char in odd:
        text = text.replace(char, _TABLE[ord(char)])
    if "," in text or ":" in text or ";" in text:
        text = _HALF_COMMA.sub(lambda m: _FULL[m[0]], text)
    if _may_hold_han_year(text):
        text = _HAN_YEAR.sub(_with_zero, text)
    if _may_hold_han_zero(text):
        text = _HAN_ZERO.sub("〇", text)
    if _may_hold_digit_zero(text):
        text = _DIGIT_ZERO.sub(r"\g<1>0", text)
    return text


def _may_hold_han_year(text: str) -> bool:
    """Whether a numeral that begins a Han year, and a circle to be changed, stand in the characters before a 年."""
    for m in _HAN_YEAR_END.finditer(text):
        year = text[max(m.start() - 8, 0) : m.start()]
        if ("一" in year or "二" in year) and not _ODD_CIRCLES.isdisjoint(year):
            return True
    return False


def _may_hold_han_zero(text: str) -> bool:
    """Whether something like a nought stands behind a 百."""
    at = text.find("百") + 1
    while at > 0:
        if text[at : at + 1] in _ODD_CIRCLES:
            return True
        at = text.find("百", at) + 1
    return False


def _may_hold_digit_zero(text: str) -> bool:
    """Whether something like a nought stands behind a digit, with a blank between at most."""
    for zero in _LIKE_ZERO:
        at = text.find(zero)
        while at >= 0:
            if not _DIGITS.isdisjoint(text[max(at - 2, 0) : at]):
                return True
            at = text.find(zero, at + 1)
    return False


def _with_zero(m: re.Match[str]) -> str:
    return "".join("〇" if c in _CIRCLES else c for c in m[0])
