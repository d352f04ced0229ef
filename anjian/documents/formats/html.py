"""The text of an HTML page: blocks on lines of their own, scripts and styles left out, no tree built."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from lxml import etree

from .encoding import decode, encoding_of
from .refusal import MAX_CHARACTERS, TOO_LONG, RefusedError

if TYPE_CHECKING:
    from lxml.etree import ParserTarget

_CHARSET = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""", re.IGNORECASE)
_XML_HEAD = re.compile(r"\A\s*<\?xml[^<>]{0,200}\?>")
# What pages of Chinese courts may declare, and the wider encoding to read it in. Others are not believed.
_CHARSETS = {
    "utf-8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "cp950": "cp950",
}
_SKIPPED = frozenset(["script", "style", "head", "noscript", "template", "svg", "select", "iframe", "object"])
_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl",
        "dt", "fieldset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
        "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ]
)  # fmt: skip
_BLANK = re.compile(r"[ \t\r\n\f]+")
_HAN_SEAM = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r\f]*\n[ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])")


def html_text(data: bytes) -> str:
    """The visible text of an HTML page. Raises RefusedError when it is too long."""
    page = _XML_HEAD.sub("", html_decode(data), count=1)
    parser = etree.HTMLParser(
        target=cast("ParserTarget", _Collector()), encoding="utf-8", no_network=True, huge_tree=True
    )
    parser.feed(page.encode("utf-8", errors="replace"))
    return str(parser.close())


def html_decode(data: bytes) -> str:
    """The page's characters: by its byte-order mark, else by its own `charset` if that fits, else as found."""
    declared = _CHARSET.search(data[:4096])
    if declared is None or encoding_of(data[:4]).startswith(("utf-16", "utf-32", "utf-8-sig")):
        return decode(data)
    try:
        name = codecs.lookup(declared[1].decode("ascii")).name
        return data.decode(_CHARSETS[name])
    except (LookupError, UnicodeDecodeError):
        return decode(data)


class _Collector:
    """What lxml calls as it meets tags and text."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.run: list[str] = []  # text since the last break; the parser hands it over in arbitrary pieces
        self.skipped: list[str] = []
        self.length = 0

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        if self.skipped or tag in _SKIPPED:
            self.skipped.append(tag)
        else:
            self._break(tag)

    def end(self, tag: str) -> None:
        if self.skipped:
            self.skipped.pop()
        else:
            self._break(tag)

    def data(self, data: str) -> None:
        if not self.skipped:
            self.run.append(data)

    def comment(self, text: str) -> None:
        """Comments are not read."""

    def close(self) -> str:
        self._end_run()
        return re.sub(r"\n{2,}", "\n", "".join(self.pieces)).strip("\n")

    def _break(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._end_run()
            self._add("\n")
        elif tag in ("td", "th"):
            self.run.append(" ")

    def _end_run(self) -> None:
        text = "".join(self.run)
        self.run.clear()
        self._add(_BLANK.sub(" ", _HAN_SEAM.sub("", text)).strip(" "))

    def _add(self, text: str) -> None:
        if text == "\n" and self.pieces[-1:] in ([], ["\n"]):
            return
        if text:
            self.pieces.append(text)
            self.length += len(text)
            if self.length > MAX_CHARACTERS:
                raise RefusedError(TOO_LONG)
