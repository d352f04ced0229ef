"""Where in a text something stands, for people: line, character, and the words around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"\s+")
_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) != "\n"} | {0x7F: 0x2421}
_HIDDEN = dict.fromkeys([*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)
_AROUND = 18
_LONGEST = 90


def visible(text: str) -> str:
    """The text, as long as before, with control characters made harmless: a terminal would obey them."""
    return text.translate(_PICTURES | _HIDDEN)


class Context(NamedTuple):
    """A quote and the words before and after it, on one line."""

    before: str
    quote: str
    after: str


class Lines:
    """The lines of a text; lines and characters are counted from 1, characters are code points."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]

    def at(self, index: int) -> tuple[int, int]:
        """Line and character of an index of the text."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def context(text: str, start: int, end: int) -> Context:
    """The quote text[start:end] with some words around it; a long quote is cut in its middle."""
    quote = _BLANK.sub(" ", text[start:end])
    if len(quote) > _LONGEST:
        quote = f"{quote[: _LONGEST - 30]}……{quote[-24:]}"
    before, after = text[max(start - _AROUND, 0) : start], text[end : end + _AROUND]
    return Context(
        ("…" if start > _AROUND else "") + _BLANK.sub(" ", before).lstrip(),
        quote,
        _BLANK.sub(" ", after).rstrip() + ("…" if end + _AROUND < len(text) else ""),
    )
