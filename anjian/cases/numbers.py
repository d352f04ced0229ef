"""Case numbers however they are written: one key for the same case."""

from __future__ import annotations

import re
import unicodedata

#: A case number in normalised text: year, body (court and type code), serial, suffix.
NUMBER = re.compile(
    r"（(?P<year>(?:19|20)[0-9]{2})）(?P<body>[一-龥A-Z][一-龥A-Z0-9]{0,19}?)(?:字第|第|字)?"
    r"(?P<serial>[0-9]{1,6})号(?P<suffix>之[一二三四五六七八九十]{1,3}|-[0-9]{1,2})?"
)
#: Body of the numbers given since 2016, whose court code is one court's alone.
_NATIONAL = re.compile(r"[0-9]{4}(?:最高法|[一-龥][0-9]{2,4})(?:知|委|司)?[刑民行执赔破认辖财商强清]")
_BRACKETS = str.maketrans(dict.fromkeys("([〔﹝［﹙【", "（") | dict.fromkeys(")]〕﹞］﹚】", "）"))


def key(text: str) -> str | None:
    """The key of a case number: the same for every way of writing it; None when it is none or is masked.

    Brackets, blanks, 字第, leading zeros and the suffix (之一, which tells documents of one case apart) do not count.
    """
    m = NUMBER.match(text)
    if m is None or m.end() < len(text):  # one that is written as it should be needs no folding
        folded = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(_BRACKETS)
        m = NUMBER.search(folded)
    return key_of(m) if m else None


def key_of(m: re.Match[str]) -> str:
    """The key of a match of `NUMBER`."""
    year, body, serial = m.group("year", "body", "serial")
    return f"{year}{body}{int(serial)}"


def national(number: str) -> bool:
    """Whether a key names its court by the national code, so that no other court gives the same number."""
    return _NATIONAL.match(number) is not None
