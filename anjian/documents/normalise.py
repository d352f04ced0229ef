"""Bring the many ways of typing one character together, and keep the way back.

The readers work on a *plain* text: digits and letters half-width, brackets （）, no white space
between Chinese characters, 〇 for every circle in a Chinese year. Every index of the plain text
maps back to the exact code point of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
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
_HALF_COMMA = re.compile(r"(?<![0-9])[,:;]|[,:;](?![0-9])")
_FULL = {",": "，", ":": "：", ";": "；"}
_CIRCLES = "〇○◯ΟОOo0零"
#: Before blanks are dropped: a line may end within the year.
_HAN_YEAR = re.compile(rf"[一二](?:\s?[一二三四五六七八九{_CIRCLES}]){{3}}(?=\s?年)")
_HAN_ZERO = re.compile(r"(?<=百)[○◯ΟОO0](?=[一二三四五六七八九])")
_DIGIT_ZERO = re.compile(r"(?<=[0-9])(\s?)[OoΟО○〇](?=\s?[0-9]{0,2}\s?[年月日])")
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
    same_length = raw.translate(_TABLE)
    same_length = _HALF_COMMA.sub(lambda m: _FULL[m[0]], same_length)
    same_length = _HAN_YEAR.sub(_with_zero, same_length)
    same_length = _HAN_ZERO.sub("〇", same_length)
    same_length = _DIGIT_ZERO.sub(r"\g<1>0", same_length)
    pieces: list[str] = []
    plain_starts, raw_starts = [0], [0]
    breaks: list[int] = []
    lines: list[int] = []
    kept = last = 0
    for start, end in _droppable(same_length):
        pieces.append(same_length[last:start])
        kept += start - last
        last = end
        breaks.append(kept)
        if "\n" in raw[start:end]:
            lines.append(kept)
        _start_piece(plain_starts, raw_starts, kept, end)
    pieces.append(same_length[last:])
    return Source(raw, "".join(pieces), tuple(breaks), tuple(lines), plain_starts, raw_starts)


def _start_piece(plain_starts: list[int], raw_starts: list[int], plain: int, raw: int) -> None:
    if plain_starts[-1] == plain:
        raw_starts[-1] = raw
    else:
        plain_starts.append(plain)
        raw_starts.append(raw)


def _droppable(text: str) -> Iterator[tuple[int, int]]:
    for m in _BLANK.finditer(text):
        start, end = m.span()
        between_words = start > 0 and end < len(text) and text[start - 1] in _ASCII_WORD
        if between_words and text[end] in _ASCII_WORD and "\n" not in m[0]:
            # "iPhone 6S" is two words: one blank of the run stays
            start += 1
        if start < end:
            yield start, end


def _with_zero(m: re.Match[str]) -> str:
    return "".join("〇" if c in _CIRCLES else c for c in m[0])
