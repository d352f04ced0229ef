"""Bring the many ways of typing one character together, and keep the way back.

The readers work on a *plain* text: digits and letters half-width, brackets （）, no white space
between Chinese characters, 〇 for every circle in a Chinese year. Every index of the plain text
maps back to the exact code point of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

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
_ODD = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}]")
_HALF_COMMA = re.compile(r"(?<![0-9])[,:;]|[,:;](?![0-9])")
_FULL = {",": "，", ":": "：", ";": "；"}
_CIRCLES = "〇○◯ΟОOo0零"
#: Before blanks are dropped: a line may end within the year.
_HAN_YEAR = re.compile(rf"[一二](?:\s?[一二三四五六七八九{_CIRCLES}]){{3}}(?=\s?年)")
_ODD_CIRCLES = _CIRCLES.replace("〇", "")
_HAN_ZERO = re.compile(r"(?<=百)[○◯ΟОO0](?=[一二三四五六七八九])")
_LIKE_ZERO = "OoΟО○〇"
_DIGITS = frozenset("0123456789")
_DIGIT_ZERO = re.compile(rf"(?<=[0-9])(\s?)[{_LIKE_ZERO}](?=\s?[0-9]{{0,2}}\s?[年月日])")
_BLANK = re.compile(r"[\s\u200b-\u200d\u2060\ufeff\u00ad]+")
_ASCII_WORD = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")


@dataclass(frozen=True, slots=True)
class Source:
    """A text as given (`raw`) and as read (`plain`), with the map between them.

    `breaks` holds the plain indexes before which white space was dropped; `lines` those where it
    held a line end. They are weak evidence of a paragraph: flattened and OCR texts lie.
    """

    raw: str
    plain: str
    breaks: tuple[int, ...]
    lines: tuple[int, ...]
    _plain_starts: list[int] = field(repr=False)
    _raw_starts: list[int] = field(repr=False)

    def at(self, index: int) -> int:
        """The raw index of a plain index."""
        piece = bisect_right(self._plain_starts, index) - 1
        return self._raw_starts[piece] + index - self._plain_starts[piece]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The raw (start, end) of a plain (start, end)."""
        if end <= start:
            here = min(self.at(start), len(self.raw))
            return here, here
        return self.at(start), self.at(end - 1) + 1

    def plain_at(self, raw_index: int) -> int:
        """The plain index of a raw index; inside dropped white space, the next kept character."""
        piece = max(bisect_right(self._raw_starts, raw_index) - 1, 0)
        index = self._plain_starts[piece] + raw_index - self._raw_starts[piece]
        after = self._plain_starts[piece + 1] if piece + 1 < len(self._plain_starts) else len(self.plain)
        return max(min(index, after), self._plain_starts[piece])

    def breaks_in(self, start: int, end: int) -> list[int]:
        """The plain indexes in (start, end] before which white space was dropped."""
        return list(self.breaks[bisect_right(self.breaks, start) : bisect_right(self.breaks, end)])

    def is_break(self, index: int) -> bool:
        """Whether white space was dropped before this plain index."""
        i = bisect_left(self.breaks, index)
        return i < len(self.breaks) and self.breaks[i] == index


def normalise(raw: str) -> Source:
    """Read a raw text into a `Source`. Pure; linear in the length of the text."""
    same_length = _same_length(raw)
    pieces: list[str] = []
    plain_starts, raw_starts = [0], [0]
    breaks: list[int] = []
    lines: list[int] = []
    kept = last = 0
    for m in _BLANK.finditer(same_length):
        start, end = m.span()
        if start and same_length[start - 1] in _ASCII_WORD and _parts_words(same_length, start, end):
            start += 1
            if start == end:
                continue
        pieces.append(same_length[last:start])
        kept += start - last
        last = end
        breaks.append(kept)
        if "\n" in raw[start:end]:
            lines.append(kept)
        if plain_starts[-1] == kept:
            raw_starts[-1] = end
        else:
            plain_starts.append(kept)
            raw_starts.append(end)
    pieces.append(same_length[last:])
    return Source(raw, "".join(pieces), tuple(breaks), tuple(lines), plain_starts, raw_starts)


def _parts_words(text: str, start: int, end: int) -> bool:
    """Whether a run of blanks behind a letter or digit parts two words of one line: of "iPhone 6S" one blank stays."""
    return text[end : end + 1] in _ASCII_WORD and "\n" not in text[start:end]


def _same_length(text: str) -> str:
    """The text with one character for each of its characters. A step is taken only where there is something for it."""
    for odd in set(_ODD.findall(text)):
        text = text.replace(odd, _TABLE[ord(odd)])
    if "," in text or ":" in text or ";" in text:
        text = _HALF_COMMA.sub(lambda m: _FULL[m[0]], text)
    if _may_hold_han_year(text):
        text = _HAN_YEAR.sub(_with_zero, text)
    if "百" in text:
        text = _HAN_ZERO.sub("〇", text)
    if _may_hold_digit_zero(text):
        text = _DIGIT_ZERO.sub(r"\g<1>0", text)
    return text


def _may_hold_han_year(text: str) -> bool:
    """Whether a numeral that begins a Han year, and a circle to be changed, stand in the characters before a 年."""
    at = text.find("年")
    while at >= 0:
        year = text[max(at - 8, 0) : at]
        if ("一" in year or "二" in year) and any(circle in year for circle in _ODD_CIRCLES):
            return True
        at = text.find("年", at + 1)
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
