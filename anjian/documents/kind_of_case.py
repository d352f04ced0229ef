"""Whether a document is of a criminal case or of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .lazy import once

if TYPE_CHECKING:
    from .judgment import Judgment

#: How far into a text a head may reach; a web page's heading may stand before it.
REACH = 400
TITLE = re.compile(
    r"(?P<type>刑事|民事|行政|执行|赔偿|司法救助)?(?:附带民事)?(?:公益诉讼)?"
    r"(?P<document>判决书|裁定书|决定书|通知书|调解书|支付令|保护令|执行令)"
)
_EVERY_TITLE = re.compile(
    r"(?P<type>刑事|民事|行政赔偿|行政|执行|国家赔偿|司法赔偿|赔偿|司法救助)?(?P<incidental>附带民事(?:公益诉讼)?)?"
    r"(?P<document>判决书|裁定书|决定书|通知书|调解书|支付令|建议书|保护令|执行令|判处书)"
)
#: The last word of every title, and how many characters may name the kind of case before it.
_DOCUMENT = re.compile(r"(?:判[决处]书|裁定书|决定书|通知书|调解书|支付令|建议书|保护令|执行令)")
_LONGEST_KIND = 13
NUMBER = re.compile(r"（(?:19|20)[0-9]{2}）[^，。；：（）]{1,20}号")
#: Words before a title that belongs to another document: 不服…判决书, 依据…裁定书, …号民事判决书.
_CITING = re.compile(
    r"不服|依据|根据|依照|按照|收到|送达|发出|发送|下达|签发|出具|作出|生效|法律效力|本院|我院|上述|前述|的$|《$|与$|和$"
)
#: What goes on behind the name of a document in a sentence.
_GOES_ON = re.compile(r"[，、；》”所确送的及和与或已并后为系对由]|发生|生效|中止|执行")
_OWN_NUMBER = re.compile(
    r"(?:[^，。；：]{0,30}?法院)?（(?:19|20)[0-9]{2}）[^，。；：（）]{1,20}号(?:之[一二三四五六七八九十]+)?$"
)
_RESULT_WORDS = (("判决如下", "判决书"), ("裁定如下", "裁定书"), ("决定如下", "决定书"), ("协议", "调解书"))
_LETTERS = (
    ("刑", "刑事"), ("民", "民事"), ("行", "行政"), ("执", "执行"), ("赔", "赔偿"), ("破", "民事"), ("财保", "民事"),
)  # fmt: skip
_CIVIL_WORDS = ("原告", "申请执行人", "再审申请人", "赔偿请求人", "被申请人", "被上诉人", "起诉人")
_CRIMINAL_WORDS = ("公诉机关", "被告人", "罪犯", "刑")


def civil(j: Judgment) -> bool:
    """Whether a document is not a criminal one; most criminal ones are told by their title."""
    title = title_match(j)
    if title and title["type"] == "刑事" and title["document"] in ("判决书", "裁定书") and title.end() < REACH - 2:
        return False
    return _is_civil(j.plain[:1500])


def _is_civil(opening: str) -> bool:
    """The same by the own titles of the opening, else by the words of its head."""
    head = opening[:REACH]
    title, typed = None, False
    for title in own_titles(TITLE, head, REACH):
        if title["type"] == "刑事":
            return False
        typed = typed or title["type"] is not None
    number = NUMBER.search(head, title.end()) if title else head_number(head)
    if number:
        return "刑" not in number[0]
    if typed or opening.startswith(("申请执行人", "被执行人", "再审申请人", "原告：")):
        return True
    return any(w in opening for w in _CIVIL_WORDS) and not any(w in opening for w in _CRIMINAL_WORDS)


@once
def title_match(j: Judgment) -> re.Match[str] | None:
    """The document's own title: the one right behind a court's name, else the first of the head."""
    first = None
    for m in own_titles(_EVERY_TITLE, j.plain, min(REACH, len(j.plain))):
        first = first or m
        if j.plain.endswith(("法院", "分院"), 0, m.start()):
            return m
    return first


def own_titles(pattern: re.Pattern[str], text: str, reach: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern of titles in text[:reach] that are not those of other documents."""
    done = 0
    for kind in _DOCUMENT.finditer(text, 0, reach):
        m = pattern.search(text, max(done, kind.start() - _LONGEST_KIND), min(kind.end(), reach))
        if m:
            done = m.end()
            if not is_cited(text, m):
                yield m


def is_cited(text: str, title: re.Match[str]) -> bool:
    """Whether a title is that of another document, named in prose, and no title line."""
    at = title.start()
    if _GOES_ON.match(text, title.end()):
        return True
    begin = 0
    for stop in "。；：，！？":
        begin = text.rfind(stop, begin, at) + 1 or begin
    words = text[begin:at]
    if "号" in words and not words.endswith("法院"):
        labelled = begin == 0 or text.endswith(("案号：", "文号：", "号。", "院。"), 0, begin)
        if not (labelled and _OWN_NUMBER.match(words)):
            return True
    return _CITING.search(words[-40:]) is not None


def head_number(text: str) -> re.Match[str] | None:
    """The number that stands alone at the head of a document without a title line: first, or right behind its court."""
    m = NUMBER.search(text, 0, 160)
    if m is None:
        return None
    before = text[: m.start()].rstrip("。")
    alone = not before or before.endswith(("案号：", "文号：")) or re.fullmatch(r"[一-龥]{2,30}法院", before)
    return m if alone else None


def nature(j: Judgment) -> tuple[str | None, str | None]:
    """(document type, kind of case) of the title; where the title line is lost, of the words of the result and of
    the number. A criminal judgment with a civil part is 刑事."""
    if j.title is not None:
        return j.title.document_type, "刑事" if j.title.incidental else j.title.case_type
    disposition = j.cut("disposition")
    opened = j.plain[max(disposition.start - 12, 0) : disposition.start] if disposition else ""
    document = next((kind for words, kind in _RESULT_WORDS if words in opened), None)
    return document, kind_by_letter(j.case_number.type_code if j.case_number else "")


def kind_by_letter(code: str) -> str | None:
    """The kind of case by the type code of a number (民初 is 民事); None where no letter tells it."""
    return next((kind for letter, kind in _LETTERS if letter in code), None)
