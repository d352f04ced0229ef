"""Break lines of Chinese and English text for a terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text

from .place import visible

_NO_START = set("，。、；：？！）》】〉”’」』〕］…—,.;:?!)]}")
_NO_END = set("（《【〈“‘「『〔［([{")


def wrapped(text: Text, width: int) -> Text:
    """The text with line ends so that no line is wider than `width` cells.

    Chinese breaks anywhere but before closing and after opening marks, other scripts between words.
    rich itself breaks only at blanks, which Chinese has none of. Control characters are made visible.
    """
    text.plain = plain = visible(text.plain)
    cuts: list[int] = []
    start, used = 0, 0
    for i, character in enumerate(plain):
        if character == "\n":
            start, used = i + 1, 0
            continue
        used += cell_len(character)
        if used > width and i > start and character != " ":
            start = _back(plain, start, i, width)
            cuts.append(start)
            used = cell_len(plain[start : i + 1])
    lines = text.divide(cuts)
    for line in lines[:-1]:
        line.rstrip()
    return Text("\n").join(lines)


def _back(plain: str, start: int, at: int, width: int) -> int:
    """The nearest good break at or before `at`, or `at` where there is none near."""
    for i in range(at, max(start, at - 24), -1):
        if _breaks(plain[i - 1], plain[i]) and cell_len(plain[i : at + 1]) <= width:
            return i
    return at


def _breaks(before: str, after: str) -> bool:
    if before in _NO_END or after in _NO_START or after == " ":
        return False
    return before == " " or not (before.isascii() and after.isascii())
