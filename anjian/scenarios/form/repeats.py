"""Which repetitions a text may hold, told by a few passes over the whole of it: most texts hold none.

A text that says a word twice in a row is equal to itself moved by the length of the word, as long as the word goes on.
So the text, one byte for each character, is taken as one great number and compared with itself moved by 2 to 20 bytes.
Of longer words every second or fourth character is enough to tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice

_Move = tuple[int, int, int, Callable[[bytes, int], re.Match[bytes] | None], int]


def _moves(stride: int, lengths: range) -> tuple[_Move, ...]:
    """For each length of a word: the length, the first character of the moved text, by how many bits that is moved
    further, what finds where the two are equal once compared, and over how many characters they are equal then.
    """
    return tuple(
        (
            size,
            size % stride,
            8 * (size // stride),
            re.compile(bytes(size // stride)).search,  # faster than bytes.find for equal bytes
            stride * (size // stride - 1) + 1,
        )
        for size in lengths
    )


#: Every so manieth character is looked at for words of these lengths.
_STRIDES = tuple(
    (stride, _moves(stride, sizes)) for stride, sizes in ((1, range(2, 4)), (2, range(4, 8)), (4, range(8, 21)))
)
#: After so many places in a text, and one more for so many characters, that look like a doubled word and are none, no
#: more is told.
_PATIENCE, _PER = 16, 64


def doubled_lengths(text: str, is_one: Callable[[str, int, int], bool]) -> Iterator[int]:
    """The lengths (2 to 20) of which a word may stand twice in a row.

    Where the text looks so, `is_one` is asked with an index in the first of the two words (its beginning, where the
    length is 2 or 3) and the length.
    """
    characters = _bytes(text)
    for stride, moves in _STRIDES:
        numbers = [int.from_bytes(characters[first::stride], "little") for first in range(stride)]
        still, size = numbers[0], (len(characters) + stride - 1) // stride
        for length, first, bits, alike, span in moves:
            compared = (still ^ (numbers[first] >> bits)).to_bytes(size, "little")
            found = alike(compared, 0)
            tries = _PATIENCE + len(text) // _PER if found else 0
            while found:
                place = found.start() * stride
                same = text.startswith(text[place : place + span], place + length)
                tries -= 1
                if (same and is_one(text, place, length)) or not tries:
                    yield length
                    break
                found = alike(compared, found.start() + 1)


def _bytes(text: str) -> bytes:
    """The lower byte of each character."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):
        return units[::2]
    return text.encode("utf-32-le", "surrogatepass")[::4]


def sentences_and_clauses(text: str) -> tuple[bool, bool]:
    """Whether a sentence may end with all of the next one; whether what stands before a comma or full stop may end with
    all that stands behind it up to the next one.
    """
    sentences = text.split("。")
    clauses = "，".join(sentences).split("，")
    return _ends_with_next(sentences), _ends_with_next(clauses)


def _ends_with_next(parts: list[str]) -> bool:
    if not parts[-1]:
        del parts[-1]
    return any(map(str.endswith, parts, islice(parts, 1, None)))
