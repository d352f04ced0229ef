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
_STEPS = {
    "petitioned": ("起诉", "诉至", "诉来", "诉诸", "具状"),
    "filed": ("立案", "受理", "收案", "受案", "收立"),
    "converted": ("转为", "转换", "变更为", "改为", "改用", "转入", "转由", "裁定转"),
    "other": (
        "申请", "提起", "提出", "提交", "作出", "做出", "送达", "公告", "判决", "裁定", "追加", "撤回", "撤诉", "上诉",
        "延期", "中止", "恢复", "组织", "签订", "指定", "指令", "移送", "发回", "缴纳", "预交", "询问", "听证", "通知",
        "委托", "谈话", "质证", "交换",
    ),
    "hearing": (
        "开庭", "公开审理", "公开进行", "审理了", "合并审理", "进行审理", "进行了审理", "法庭审理", "公开宣判",
    ),
}  # fmt: skip
_STEP_OF = {word: step for step, words in _STEPS.items() for word in words}
_EVENT = re.compile("|".join(("提起(?:民事|行政|公益)*诉讼", *_STEP_OF)))
_BY = r"(?:审理|审判)?程序"
_PROCEDURE = re.compile(
    rf"小额(?:诉讼)?(?:程序|速裁程序)|小额诉讼|简易{_BY}|普通{_BY}|特别{_BY}|督促{_BY}|公示催告{_BY}"
)
_PROCEDURES = {"小额": "小额诉讼", "简易": "简易", "普通": "普通", "特别": "特别", "督促": "督促", "公示": "公示催告"}
_ORDERED = re.compile(r"(?:裁定|决定|指令|提审)[^。；]{0,30}再审|提审(?:本案)?|再审本案|再审立案")
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
    return _ORDERED.search(j.plain, start, end) is not None


def _procedure(j: Judgment, start: int, end: int) -> tuple[str | None, Place | None, bool]:
    """The procedure named last, where, and whether the case was converted to it."""
    name, place, converted = None, None, False
    text = j.plain
    for m in _PROCEDURE.finditer(text, start, end):
        at, floor = m.start(), max(m.start() - 24, start)
        called = _PROCEDURES[m[0][:2]]
        if _CONVERTED.search(text, floor, at):
            converted = True
        elif (
            (name == "小额诉讼" and called == "简易")
            or _NOT_USED.search(text, floor, at)
            or _BELOW.search(text, floor, at)
        ):
            continue
        name, place = called, j.place(at, m.end())
    return name, place, converted


def _event(j: Judgment, day: Found, words: str) -> str | None:
    m = _EVENT.search(words)
    step = _STEP_OF.get(m[0], "petitioned") if m else "other"
    if m is None or step == "other":
        return None
    return step if step == "petitioned" or _here(j, day, words[: m.start()]) else None


def _here(j: Judgment, day: Found, words: str) -> bool:
    """Whether no other court than this one is the subject of a step (甲法院于…立案; 于…，甲法院立案)."""
    clause = max(j.plain.rfind(stop, max(day.start - 80, 0), day.start) for stop in "，。；") + 1
    before = j.plain[max(clause, day.start - 80) : day.start]
    m = _COURT_ACTS.search(words) or _COURT_ACTS.search(before)
    if m is None or m["court"].endswith(("本院", "来院")):
        return True
    return bool(j.court and m["court"].endswith(j.court.name))
