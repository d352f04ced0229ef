"""How a civil, administrative or enforcement case came to the court and was heard."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from .dates import Found
from .hearing import REMANDED, closed_reason, dated_steps, heard, openness, panel, signed_form
from .model import Course, DateFact, Place

if TYPE_CHECKING:
    from .judgment import Judgment

#: What happens on a day, told by the earliest of these words behind it.
_EVENT = re.compile(
    r"(?P<petitioned>提起(?:民事|行政|公益)*诉讼|起诉|诉至|诉来|诉诸|具状)|(?P<filed>立案|受理|收案|受案|收立)"
    r"|(?P<converted>转为|转换|变更为|改为|改用|转入|转由|裁定转)"
    r"|(?P<other>申请|提起|提出|提交|作出|做出|送达|公告|判决|裁定|追加|撤回|撤诉|上诉|延期|中止|恢复|组织|签订|指定|指令|移送|发回|缴纳|预交|询问|听证|通知|委托|谈话|质证|交换)"
    r"|(?P<hearing>开庭|公开审理|公开进行|审理了|合并审理|进行(?:了)?审理|法庭审理|公开宣判)"
)
_PROCEDURE = re.compile(
    r"(?P<small>小额(?:诉讼)?(?:程序|速裁程序)|小额诉讼)|(?P<name>简易|普通|特别|督促|公示催告)(?:审理|审判)?程序"
)
_CONVERTED = re.compile(r"(?:转为|转换|变更|改为|改用|转入|转由|转|转换为)[^，。]{0,10}$")
_NOT_USED = re.compile(r"(?:不宜|不应|不得|不能|不适用|不适宜|不符合|不再|建议|终止)[^，。]{0,8}$")
#: 因本案一审适用简易程序审结: the procedure of the court below.
_BELOW = re.compile(r"(?:一审|原审|原一审)(?:法院)?[^，。；]{0,12}$")
_COURT_ACTS = re.compile(
    r"(?P<court>[一-龥]{2,30}?法院|该院)"
    r"(?:已?经?于|在|就|依法|正式|以|决定|对本案|又|已|将)*(?:（[^（）]{0,20}）)?$"
)
_DELAYED = re.compile(
    r"延期开庭|延期审理|延长[^，。]{0,6}审(?:理期)?限|审限|审理期限|中止(?:本案)?(?:审理|诉讼)|恢复(?:审理|诉讼)|扣除"
)


def read_course(j: Judgment) -> Course | None:
    """How the case came and was heard; None when the document has no such passage."""
    cut = j.cut("course")
    if cut is None:
        return None
    text, start, end = j.plain, cut.start, cut.end
    days = dated_steps(j, start, end, partial(_event, j))
    named = panel(j, start, end)
    procedure, place, converted = _procedure(j, start, end)
    if procedure is None and named and named[0] == "合议庭" and j.instance in ("first", None):
        procedure = "普通"
    is_open, open_at = openness(text, start, end)
    return Course(
        *j.span(start, end),
        prosecutor=None,
        indictment=None,
        indicted=None,
        filed=_first(days, "filed"),
        hearings=tuple(d for d in days if d.context == "hearing"),
        procedure=procedure,
        converted=converted,
        panel_form=named[0] if named else signed_form(j),
        open=is_open,
        closed_reason=closed_reason(text, start, open_at[0]) if open_at and is_open is False else None,
        heard=heard(text, start, end),
        postponed=_DELAYED.search(text, start, end) is not None,
        plea_agreement=False,
        procedure_place=place,
        panel_place=named[1] if named else None,
        open_place=j.place(*open_at) if open_at else None,
        remanded=REMANDED.search(text, start, end) is not None,
        reopened=_reopened(j, start, end),
        petitioned=_first(days, "petitioned"),
        converted_on=_first(days, "converted"),
    )


def _first(days: list[DateFact], context: str) -> DateFact | None:
    return next((d for d in days if d.context == context), None)


def _reopened(j: Judgment, start: int, end: int) -> bool:
    """Whether the case is tried anew after a final judgment: a retrial was ordered, not only asked for."""
    ordered = re.compile(r"(?:裁定|决定|指令|提审)[^。；]{0,30}再审|提审(?:本案)?|再审本案|再审立案")
    return ordered.search(j.plain, start, end) is not None


def _procedure(j: Judgment, start: int, end: int) -> tuple[str | None, Place | None, bool]:
    """The procedure named last, where, and whether the case was converted to it."""
    name, place, converted = None, None, False
    for m in _PROCEDURE.finditer(j.plain, start, end):
        before = j.plain[max(m.start() - 24, start) : m.start()]
        if _CONVERTED.search(before):
            converted = True
        elif _NOT_USED.search(before) or _BELOW.search(before) or (name == "小额诉讼" and m["name"] == "简易"):
            continue
        name = "小额诉讼" if m["small"] else m["name"]
        place = j.place(m.start(), m.end())
    return name, place, converted


def _event(j: Judgment, day: Found, words: str) -> str | None:
    m = _EVENT.search(words)
    if m is None or m.lastgroup == "other":
        return None
    ours = m.lastgroup == "petitioned" or _here(j, day, words[: m.start()])
    return m.lastgroup if ours else None


def _here(j: Judgment, day: Found, words: str) -> bool:
    """Whether no other court than this one is the subject of a step (甲法院于…立案; 于…，甲法院立案)."""
    clause = max(j.plain.rfind(stop, max(day.start - 80, 0), day.start) for stop in "，。；") + 1
    before = j.plain[max(clause, day.start - 80) : day.start]
    m = _COURT_ACTS.search(words) or _COURT_ACTS.search(before)
    if m is None or m["court"].endswith(("本院", "来院")):
        return True
    return bool(j.court and m["court"].endswith(j.court.name))
