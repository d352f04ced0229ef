"""Bytes to text: UTF-8, UTF-16 with its mark, GB18030 (with GBK and GB 2312) and Big5.

The decision is short and always the same for the same bytes: a byte-order mark; else strict UTF-8;
else the reading that shows most of the characters every judgment is made of.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CANDIDATES = ("gb18030", "big5hkscs", "utf-8")
_SAMPLE = 64 * 1024
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")

# The commonest characters of criminal and civil judgments, simplified, then traditional.
_FREQUENT = frozenset(
    "，人。、的被某告日刑罪年民院月判本法以诉第一处公行十犯市事上决证二实审罚书有定检条中案于在期（）三关理为其起机区认自"
    "毒述庭察出后指款品从员提安金并和经；如不成六元依害控到应可对现用当国押明过供据轻七情省或开因五之者号生及向四徒查所："
    "予下县通辩执内重共已交卖议江发了护华分同李程规局份录羁接贩取《》照等百王个州时币缴意无律"
    "訴處決證實審罰書檢條於關為機區認後從員並經應對現當國過據輕開號縣辯執內賣議發護華錄個時幣繳無臺灣高與"
)
_LOST = "\ufffd"
_THREE_BYTES = re.compile("[\u0800-\U0010ffff]")


def decode(data: bytes) -> str:
    """The text of `data` in the encoding found; a byte that fits no reading becomes U+FFFD. Never fails."""
    text = data.decode(encoding_of(data), errors="replace")
    return text.removeprefix("\ufeff")


def encoding_of(data: bytes) -> str:
    """The Python name of the encoding of `data`, or of a file that begins with `data`."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    if _is_utf8(data):
        return "utf-8"
    sample = data[:_SAMPLE]
    return max(_CANDIDATES, key=lambda name: _likeness(sample, name))


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text at all: zero bytes, many control characters, or few bytes that read."""
    if encoding_of(data[:4]) in ("utf-16", "utf-32"):
        return _lost_share(decode(data[:_SAMPLE])) > 0.1
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if b"\0" in data or controls * 50 > len(sample):
        return True
    return _lost_share(decode(sample)) > 0.1


def _is_utf8(data: bytes) -> bool:
    try:
        text = codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    # Two-byte GBK characters can pass for two-byte UTF-8 (the old 联通 trap); Chinese UTF-8 has three.
    return text.isascii() or _THREE_BYTES.search(text) is not None or _likeness(data[:_SAMPLE], "gb18030") <= 0


def _likeness(sample: bytes, name: str) -> int:
    text = sample.decode(name, errors="replace")
    return sum(char in _FREQUENT for char in text) - 20 * text.count(_LOST)


def _lost_share(text: str) -> float:
    return text.count(_LOST) / max(len(text), 1)
