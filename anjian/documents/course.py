"""How the case came to the court and was heard, and what was charged."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import course_civil
from .anchors import anchors
from .charges_named import charges_in
from .dates import Found
from .hearing import closed_reason, dated_steps, heard, openness, panel, remanded, signed_form
from .model import Charge, Course, Place

if TYPE_CHECKING:
    from .judgment import Judgment

_INDICTED = anchors("起诉书")
_OPENING = re.compile(r"(?:公诉机关|检察院|自诉人)[^。；]{0,24}?以[^。]{2,60}?起诉书")
#: The most characters an opening has.
_OPENING_LENGTH = 100
_ENDED = re.compile(r"(?:审理|审查)(?:完毕|终结|结束)[^。]{0,10}。?")
_CHARGED = re.compile(
    r"。(?:[^。，；：]{0,40}?(?:指控|诉称|起诉书(?:指控|认定))|[^。，；]{2,30}(?:检察院|公诉机关)(?:认为|称))"
)
_PROSECUTOR = re.compile(r"公诉(?:机关|人)[：:]?([^，。；：（）]{2,40}?检察院)")
_NAMED_PROSECUTOR = re.compile(r"([^，。；：（）\s]{2,30}?检察院)")
_INDICTMENT = re.compile(
    r"（[0-9]{4}）(?P<rest>[^\s，。；：（）《》]{1,14}?号?)(?:刑事)?[《]?(?:追加|变更|补充)?(?:刑事)?起诉[书状]"
)
#: What stands before the year of its number.
_OFFICE = re.compile(r"[^\s，。；：以于、（）]{0,16}$")
#: What happens on a day, told by the words that follow the day, the earliest of them.
_STEPS = {
    "indicted": ("提起公诉", "提起刑事公诉"),
    "filed": ("立案", "受理", "收案", "受案"),
    "converted": ("转为", "转换", "变更为", "改为", "改用", "转入", "变更适用"),
    "other": (
        "提起", "提出", "作出", "做出", "指定", "指令", "判决", "裁定", "追加", "变更", "补充", "撤诉", "撤回", "抗诉",
        "上诉", "延期", "中止", "恢复", "死亡", "逮捕", "拘留", "附带民事诉讼", "召开", "建议", "批准", "决定",
    ),
    "hearing": (
        "开庭", "公开审理", "公开进行", "审理了", "合并审理", "进行审理", "进行了审理", "公开宣判审理",
        "公开宣判了审理",
    ),
}  # fmt: skip
_STEP_OF = {word: step for step, words in _STEPS.items() for word in words}
_EVENT = re.compile("|".join(_STEP_OF))
_PROCEDURE = re.compile(r"(?P<name>简易|速裁|普通)(?:审理|审判)?程序")
_PROPOSED = re.compile(r"建议[^，。]{0,12}(?P<name>简易|速裁)程序")
_NOT_USED = re.compile(
    r"建议[^，。]{0,16}$|不宜[^，。]{0,8}$|不应[^，。]{0,8}$|不适用$|不符合[^，。]{0,8}$|不适合[^，。]{0,8}$|罪以$|日以$|终止[^，。]{0,6}$"
)
_CONVERTED = re.compile(r"(?:转为|转换|变更|改为|改用|转入|转)[^，。]{0,12}$")
_POSTPONED = ("延期审理", "审限", "审理期限", "延审", "中止审理", "审理中止", "恢复审理", "恢复法庭", "补充侦查")
_POSTPONED_ANCHORS = anchors(*_POSTPONED)
_EXPERTISE = ("鉴定", "评估")
_PLEA = ("认罪认罚", "具结书", "字具结", "署具结")
_PLEA_ANCHORS = anchors(*_PLEA)
_DENIED = re.compile(r"(?:不|未|没有|拒绝|拒不)[^，。；]{0,6}$")


def read_course(j: Judgment) -> Course | None:
    """How the case came and was heard; None when the document has no such passage."""
    if j.civil:
        return course_civil.read_course(j)
    region = _region(j)
    if region is None:
        return None
    start, end = region
    text = j.plain
    days = dated_steps(j, start, end, _event)
    single = panel(j, start, end)
    procedure, named, converted = _procedure(j, start, end)
    form = single[0] if single else signed_form(j)
    if procedure is None and _first_instance(j, start, end):
        procedure = (
            "普通" if single and form == "合议庭" else _proposed(j.plain, start, end) if form == "独任" else None
        )
    is_open, open_at = openness(text, start, end)
    context = [d.context for d in days]
    return Course(
        *j.span(start, end),
        prosecutor=_prosecutor(j, start, end),
        indictment=_indictment(text, start, end),
        indicted=days[context.index("indicted")] if "indicted" in context else None,
        filed=days[context.index("filed")] if "filed" in context else None,
        hearings=tuple([d for d in days if d.context == "hearing"]),
        procedure=procedure,
        converted=converted,
        panel_form=form,
        open=is_open,
        closed_reason=closed_reason(text, start, open_at[0]) if open_at and is_open is False else None,
        heard=heard(text, start, end),
        postponed=_postponed(j, start, end),
        plea_agreement=_plea(j),
        procedure_place=named,
        panel_place=single[1] if single else None,
        open_place=j.place(*open_at) if open_at else None,
        remanded=remanded(text, start, end),
        reopened=text.find("再审", start, end) >= 0,
    )


def read_charges(j: Judgment) -> tuple[Charge, ...]:
    """The crimes the prosecution alleges, with the party where the text ties them to one."""
    if j.instance not in ("first", "second", "retrial", None):
        return ()
    region = j.plain_span(j.course) if j.course and not j.civil else _region(j)
    found = list(charges_in(j, *region)) if region else []
    if not found:
        charge = j.cut("charge")
        found = list(charges_in(j, charge.start, charge.end)) if charge else []
    seen = set()
    out = []
    for c in found:
        if (c.name, c.party) not in seen:
            seen.add((c.name, c.party))
            out.append(c)
    return tuple(out)


# -- where ------------------------------------------------------------------------------------


def _region(j: Judgment) -> tuple[int, int] | None:
    """The passage 某检察院以…起诉书指控… to 现已审理终结, in plain indexes."""
    text = j.plain
    decides = (j.cut("reasoning"), j.cut("basis"), j.cut("disposition"))
    limit = min([c.start for c in decides if c], default=len(text))
    cut = j.cut("course")
    start = cut.start if cut else None
    opening = None
    if j.has(_INDICTED):
        opening = _OPENING.search(text, 0, limit if start is None else min(limit, start + _OPENING_LENGTH))
    if opening and (start is None or opening.start() < start):
        begin = _sentence_start(j, opening.start())
        start = begin if start is None or "本院" in text[begin:start] else start
    if start is None or start >= limit:
        return None
    ended = _ENDED.search(text, start, limit)
    if ended and ended.end() - start < 2500:
        return start, ended.end()
    charged = _CHARGED.search(text, start, min(limit, start + 1200))
    if charged:
        return start, charged.start() + 1
    stop = text.find("。", min(start + 300, limit), limit)
    return start, stop + 1 if stop >= 0 else limit


def _sentence_start(j: Judgment, at: int) -> int:
    """The start of the sentence or paragraph that holds a plain index."""
    stop = j.plain.rfind("。", 0, at) + 1
    breaks = [b for b in j.source.breaks_in(stop, at) if b <= at]
    return breaks[-1] if breaks else stop


# -- days -------------------------------------------------------------------------------------


def _event(_: Found, words: str) -> str | None:
    m = _EVENT.search(words)
    step = _STEP_OF[m[0]] if m else None
    return None if step == "other" else step


# -- who, what --------------------------------------------------------------------------------


def _prosecutor(j: Judgment, start: int, end: int) -> str | None:
    m = _PROSECUTOR.search(j.plain, 0, start) or _NAMED_PROSECUTOR.search(j.plain, start, end)
    return m[1] if m else None


def _indictment(text: str, start: int, end: int) -> str | None:
    m = _INDICTMENT.search(text, start, end)
    office = _OFFICE.search(text, max(start, m.start() - 16), m.start()) if m else None
    return text[office.start() : m.end("rest")] if m and office else None


def _procedure(j: Judgment, start: int, end: int) -> tuple[str | None, Place | None, bool]:
    """The procedure used in the end, where it is named, and whether the case was converted."""
    name, place, converted = None, None, False
    for m in _PROCEDURE.finditer(j.plain, start, end):
        floor = max(m.start() - 24, start)
        if _CONVERTED.search(j.plain, floor, m.start()):
            converted = True
        elif _NOT_USED.search(j.plain, floor, m.start()):
            continue
        name, place = m["name"], j.place(m.start(), m.end())
    return name, place, converted


def _proposed(text: str, start: int, end: int) -> str | None:
    """The procedure the prosecution proposed, where the court names none."""
    m = _PROPOSED.search(text, start, end)
    return m["name"] if m else None


def _first_instance(j: Judgment, start: int, end: int) -> bool:
    return j.instance in ("first", None) and "提起公诉" in j.plain[start:end] and j.plain.find("再审", start, end) < 0


def _postponed(j: Judgment, start: int, end: int) -> bool:
    """Whether anything is told that stops or lengthens the time for trial."""
    if _names_any(j.plain, _EXPERTISE, start, end):
        return True
    if not j.has(_POSTPONED_ANCHORS):
        return False
    limit = next((c.start for c in j.cuts if c.name in ("basis", "disposition")), len(j.plain))
    return bool(j.spots(_POSTPONED_ANCHORS, start, limit)) and _names_any(j.plain, _POSTPONED, start, limit)


def _names_any(text: str, words: tuple[str, ...], start: int, end: int) -> bool:
    for word in words:  # noqa: SIM110 - a generator costs more than the answer
        if text.find(word, start, end) >= 0:
            return True
    return False


def _plea(j: Judgment) -> bool:
    """Whether the accused's plea of guilt and acceptance is told and not denied."""
    if not j.has(_PLEA_ANCHORS):
        return False
    text = j.plain
    annex = j.cut("annex")
    end = annex.start if annex else len(text)
    for at in j.spots(_PLEA_ANCHORS, 0, end):
        after = at + (4 if text.startswith("认罪认罚", at) else 3)
        denied = _DENIED.search(text, max(at - 8, 0), at)
        if after <= end and not denied and not text.startswith("从宽制度试点工作", after):
            return True
    return False
