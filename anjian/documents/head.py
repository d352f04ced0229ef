"""The head of a document: issuing court, title, case number, and the instance that follows from them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .kind_of_case import REACH, head_number, kind_by_letter, title_match
from .model import CaseNumber, Court, Title

if TYPE_CHECKING:
    from .judgment import Judgment

#: Longer words of a title for the same kind of case.
_KINDS: dict[str, str | None] = {"行政赔偿": "行政", "国家赔偿": "赔偿", "司法赔偿": "赔偿"}
_NOT_IN_A_NAME = frozenset("，。；：")
_COURT_END = re.compile(r"法院(?:[^，。；：]{0,10}分院)?")
_HEADING_END = re.compile(r"(?:判决书|裁定书|决定书|通知书|调解书|一案|罪|案|文书)")
_NUMBER = re.compile(
    r"(?:（?(?<![0-9])(?P<year>(?:19|20)[0-9oOО]{2})）)?(?P<body>[一-龥A-Z][一-龥A-Z0-9]{0,19}?)(?:字第|字|第)?"
    r"(?P<serial>[0-9]{1,6})(?P<part>-[0-9]{1,2})?号(?P<suffix>之[一二三四五六七八九十]{1,3}|-[0-9]{1,2})?"
)
_NOUGHTS = str.maketrans("oOО", "000")
_NEW_CODE = re.compile(
    r"(?P<court>最高法|[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新兵军][0-9]{2,4}|"
    r"[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云滇藏陕甘青宁新兵军])(?P<type>(?:知|委|司|法(?=赔))?[刑民行执赔破认辖财商强清惩救].*)"
)
_OLD_TYPE = re.compile(r"立?[刑民行执赔破商知少督催]|财保|[法委]赔")
_LEVELS = (
    ("supreme", ("最高人民法院",)),
    ("high", ("高级人民法院", "高级法院")),
    ("intermediate", ("中级人民法院", "中级法院", "知识产权法院", "海事法院", "金融法院")),
    ("basic", ("人民法院", "铁路运输法院", "互联网法院", "法院")),
)
#: Kinds of instance outside criminal cases, before the common ones.
_BY_CIVIL_CODE = (
    ("preservation", re.compile(r"财保|执保|行保")),
    ("enforcement", re.compile(r"执")),
    ("compensation", re.compile(r"法赔|委赔(?!监)|^赔$")),
    ("special", re.compile(r"民特|督|催|民破|^破|破[申终产]?[初字]?$|清[申终]?$|强清|认[台复港澳仲]?|民算")),
)
_BY_CODE = (
    ("review", re.compile(r"核")),
    ("commutation", re.compile(r"更|减|假|刑执")),
    ("retrial", re.compile(r"再|申|抗|提|监")),
    ("second", re.compile(r"终")),
    ("first", re.compile(r"初")),
    ("enforcement", re.compile(r"执")),
)
_APPEALED = re.compile(r"被上诉人（(?:原审|一审)")
_BY_TEXT = (
    ("review", re.compile(r"死刑复核|报请(?:本院|我院)(?:依法)?核准|依法报请")),
    ("commutation", re.compile(r"减刑建议|提请减刑|提请假释|假释建议")),
    ("second", re.compile(r"（原审被告|（原审原告|原公诉机关")),
    ("retrial", re.compile(r"再审申请人|申诉人")),
    ("first", re.compile(r"提起公诉|起诉书指控")),
    ("enforcement", re.compile(r"申请执行人|被执行人")),
    ("first", re.compile(r"诉讼请求|诉称")),
)


def read_court(j: Judgment) -> Court | None:
    """The issuing court as its own line of the head names it; None when no line does."""
    found = title_match(j)
    limit = found.start() if found else min(REACH, len(j.plain))
    ends = [m for m in _COURT_END.finditer(j.plain, 0, limit + 12) if m.end() <= limit]
    if not found:
        ends = [m for m in ends if _alone(j, _court_start(j, m.start()), m.end())]
    if not ends:
        return None
    last = ends[-1] if found and limit - ends[-1].end() < 30 else ends[0]
    if limit - last.end() >= 60 and found:
        return None
    start = _court_start(j, last.start())
    name = j.plain[start : last.end()]
    if not 4 <= len(name) <= 45 or not _NOT_IN_A_NAME.isdisjoint(name):
        return None
    return Court(*j.span(start, last.end()), name=name, level=court_level(name))


def _alone(j: Judgment, start: int, end: int) -> bool:
    """Whether a court's name is a line or a sentence of its own, as at the head of a document without a title."""
    opens = start == 0 or j.source.is_break(start) or j.plain[start - 1] in "。："
    return opens and (end == len(j.plain) or j.source.is_break(end) or j.plain[end] in "。（")


@lru_cache(maxsize=4096)
def court_level(name: str) -> str | None:
    """basic, intermediate, high or supreme by the words of a court's name; None for a military court."""
    if "军事法院" in name or "法院" not in name:
        return None
    return next(level for level, words in _LEVELS if any(word in name for word in words))


def _court_start(j: Judgment, end: int) -> int:
    """Behind a web page's heading, a number line, or whatever else precedes the court's name."""
    text, start = j.plain, 0
    for m in _HEADING_END.finditer(text, 0, end):
        start = m.end()
    for stop in "。，；：）号":
        start = text.rfind(stop, start, end) + 1 or start
    while start < end and not "一" <= text[start] <= "龥":
        start += 1
    return start


def read_title(j: Judgment) -> Title | None:
    """The title line; where it names no kind of case the case number tells it."""
    m = title_match(j)
    if m is None:
        return None
    code = j.case_number.type_code if j.case_number else ""
    kind = _KINDS.get(m["type"] or "", m["type"]) or kind_by_letter(code)
    return Title(
        *j.span(m.start(), m.end()),
        document_type=m["document"],
        case_type=kind,
        incidental=bool(m["incidental"]),
    )


def read_case_number(j: Judgment) -> CaseNumber | None:
    """The case number of the head, never one quoted in the body."""
    title = title_match(j)
    alone = None if title else head_number(j.plain)
    windows = [(title.end(), title.end() + 60), (0, title.start())] if title else [alone.span()] if alone else []
    for start, end in windows:
        for m in _NUMBER.finditer(j.plain, start, min(end, len(j.plain))):
            number = _number(j, m)
            if number:
                return number
    return None


def _number(j: Judgment, m: re.Match[str]) -> CaseNumber | None:
    codes = _codes(m["body"], bool(m["year"]))
    if codes is None:
        return None
    start = m.start() if m["year"] else m.start("body")
    written = j.plain[m.start("body") : m.end()]
    year = m["year"].translate(_NOUGHTS) if m["year"] else None
    return CaseNumber(
        *j.span(start, m.end()),
        text=(f"（{year}）" if year else "") + written,
        year=int(year) if year else None,
        court_code=codes[0],
        type_code=codes[1],
        serial=m["serial"],
        suffix=(m["part"] or "") + (m["suffix"] or ""),
    )


@lru_cache(maxsize=4096)
def _codes(body: str, dated: bool) -> tuple[str, str] | None:
    """Court code and type code: 沪0105 + 刑初, or of an old number 鄂江汉 + 刑初."""
    new = _NEW_CODE.fullmatch(body)
    if new:
        return new["court"], new["type"]
    if dated and _OLD_TYPE.match(body):
        return "", body
    old = _OLD_TYPE.search(body, 1)
    if old:
        return body[: old.start()], body[old.start() :]
    return (body, "") if dated else None


def read_instance(j: Judgment) -> str | None:
    """The instance by the type code of the case number, else by the text (see `Judgment.instance`)."""
    code = j.case_number.type_code if j.case_number else ""
    if code.endswith("初") and "刑" not in code and _APPEALED.search(j.plain, 0, REACH * 3):
        return "second"  # a slip in the number: its parties are those of an appeal
    if code.endswith("辖"):
        return None  # only which court is to try the case
    told = _instance_by_code(code)
    if told:
        return told
    opening = j.plain[:1500]
    for instance, pattern in _BY_TEXT:
        if pattern.search(opening):
            return instance
    return None


@lru_cache(maxsize=1024)
def _instance_by_code(code: str) -> str | None:
    codes = _BY_CODE if "刑" in code else _BY_CIVIL_CODE + _BY_CODE
    return next((instance for instance, pattern in codes if pattern.search(code)), None)
