"""The items of the disposition and what an appellate or later decision does to the one before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from . import rulings
from .anchors import anchors
from .kind_of_case import nature
from .model import Item, Verdict
from .numerals import whole

if TYPE_CHECKING:
    from .judgment import Judgment

#: The ways to number items, each with the numbers one of which the first item bears.
_NUMBERED = (
    (anchors("一、", "二、"), re.compile(r"(?P<n>[一二三四五六七八九十]{1,3})、(?![二三]审|[二三四五六七八九十]、)")),
    (
        anchors("1、", "2、", "1．", "2．", "1.", "2."),
        re.compile(r"(?P<n>[0-9]{1,2})(?:、|．|\.(?![0-9]))"),
    ),
    (
        anchors("（一）", "（二）", "（1）", "（2）", "（01）", "（02）"),
        re.compile(r"（(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})）"),
    ),
)
_STOPS = "。；：:），！？."

#: Openings of verdicts, longest first; an item or sentence begins with one.
_VERDICT = re.compile(
    r"(?P<reject>驳回(?:[^，。；]{0,24}(?:上诉|抗诉|申诉|申请|起诉|诉讼请求)))"
    r"|(?P<withdraw>准许[^，。；]{0,40}撤回(?P<what>上诉|抗诉|起诉|自诉))"
    r"|(?P<remand>发回[^，。；]{0,24}(?:重新审判|重审|重新审理))"
    r"|(?P<lift>撤销[^。；]{0,90}?(?:缓刑|假释)(?=部分|的?执行|的?宣告|[，。；、]|$))"
    r"|(?P<keep>维持[^。；]{0,80}?(?:原判|原裁定|判决|裁定|决定|部分|项)[^，。；]{0,40})"
    r"|(?P<quash>撤销[^。；]{0,80}?(?:判决|裁定|决定|部分|项)[^，。；]{0,40})"
    r"|(?P<change>改判|变更[^，。；]{0,30})"
    r"|(?P<cut>减去有期徒刑|减为(?:有期徒刑|无期徒刑))"
    r"|(?P<order>指令[^，。；]{0,40}再审)"
    r"|(?P<nocut>不予减刑)|(?P<parole>予以假释)|(?P<noparole>不予假释)"
    r"|(?P<approve>(?<!不)核准[^，。；]{0,40})|(?P<disapprove>不核准[^，。；]{0,40})"
)
#: What every verdict of a criminal disposition begins with.
_RULES = anchors(
    "驳回", "准许", "发回", "撤销", "维持", "改判", "变更", "减去有期徒刑", "减为", "指令", "不予减刑", "予以假释",
    "不予假释", "核准",
)  # fmt: skip
_KINDS = {
    "remand": "发回重审", "keep": "维持", "quash": "撤销", "change": "改判", "cut": "减刑", "order": "指令再审",
    "nocut": "不予减刑", "parole": "假释", "noparole": "不予假释", "approve": "核准", "disapprove": "不核准",
}  # fmt: skip


class Stretch(NamedTuple):
    """One item in plain indexes; `body` is where its words begin, after the number."""

    number: int | None
    start: int
    body: int
    end: int


def read_items(j: Judgment) -> tuple[Item, ...]:
    """The items of the disposition in order; an unnumbered disposition is one item."""
    span = j.source.span
    return tuple([Item(*span(start, end), number=number) for number, start, _, end in j.item_stretches])


def of_disposition(j: Judgment) -> tuple[Stretch, ...]:
    """The items of the disposition in plain indexes."""
    cut = j.cut("disposition")
    return _stretches(j, cut.start, cut.end) if cut else ()


def stretches(j: Judgment, start: int, end: int) -> list[Stretch]:
    """The items of a plain stretch: 一、 二、 …, else 1. 2. …, else （一）（二）…, else the whole of it."""
    cut = j.cut("disposition")
    return list(j.item_stretches if cut and (cut.start, cut.end) == (start, end) else _stretches(j, start, end))


def _stretches(j: Judgment, start: int, end: int) -> tuple[Stretch, ...]:
    for first, pattern in _NUMBERED:
        marks = _marks(j, pattern, start, end) if j.spots(first, start, end) else None
        if marks:
            return _between(marks, start, end)
    return (Stretch(None, start, start, end),) if start < end else ()


def _marks(j: Judgment, pattern: re.Pattern[str], start: int, end: int) -> list[tuple[int, int, int]]:
    """(number, start, body) of the marks whose numbers follow one another."""
    marks: list[tuple[int, int, int]] = []
    for m in pattern.finditer(j.plain, start, end):
        number = whole(m["n"])
        opens = m.start() == start or j.plain[m.start() - 1] in _STOPS or j.source.is_break(m.start())
        before = marks[-1][0] if marks else None
        follows = number in (1, 2) if before is None else number is not None and before < number <= before + 2
        if opens and follows and number is not None:
            marks.append((number, m.start(), m.end()))
    return marks


def _between(marks: list[tuple[int, int, int]], start: int, end: int) -> tuple[Stretch, ...]:
    first = marks[0][1]
    out = [Stretch(None, start, start, first)] if first > start else []
    for i, (number, at, body) in enumerate(marks):
        out.append(Stretch(number, at, body, marks[i + 1][1] if i + 1 < len(marks) else end))
    return tuple(out)


def read_verdicts(j: Judgment) -> tuple[Verdict, ...]:
    """What the decision does to an earlier one: 驳回上诉 维持 撤销 改判 发回重审 准许撤回上诉 减刑 ….

    改判 also stands where a judgment is quashed and a result is pronounced in its place.
    """
    cut = j.cut("disposition")
    if cut is None:
        return _of_notice(j)
    if is_civil(j):
        return _civil_verdicts(j)
    if not j.spots(_RULES, cut.start, cut.end):
        return ()
    verdicts = [v for s in j.item_stretches for v in _verdicts(j, s)]
    quashed = any(v.kind == "撤销" for v in verdicts)
    fresh = next((r for r in j.results if r.origin is None), None) if quashed else None
    if fresh and all(v.kind != "改判" for v in verdicts):
        verdicts.append(Verdict(fresh.start, fresh.end, kind="改判"))
    return tuple(verdicts)


_REFUSED = re.compile(r"驳回[^，。；]{0,12}申诉(?!通知)|予以驳回")


def _of_notice(j: Judgment) -> tuple[Verdict, ...]:
    """The dismissal of a petition that a notice tells (驳回申诉通知书)."""
    if j.title is None or j.title.document_type != "通知书":
        return ()
    refused = list(_REFUSED.finditer(j.plain, j.plain_span(j.title)[1]))
    if not refused or "申诉" not in j.plain:
        return ()
    last = refused[-1]
    return (Verdict(*j.span(last.start(), last.end()), kind="驳回申诉"),)


def is_civil(j: Judgment) -> bool:
    """Whether the document is of a civil, administrative, enforcement or compensation case: none of criminal law."""
    return nature(j)[1] not in (None, "刑事") or (j.title is None and j.civil)


def _civil_verdicts(j: Judgment) -> tuple[Verdict, ...]:
    """As `rulings` tells them; 改判 also where a decision is quashed and something is awarded in its place."""
    verdicts = [v for s in j.item_stretches for v in rulings.verdicts_of(j, s)]
    kinds = {v.kind for v in verdicts}
    if "撤销" in kinds and not kinds & {"改判", "发回重审", "指令审理", "指令再审"}:
        fresh = next((a for a in j.awards if a.kind not in ("驳回起诉", "维持", "其他")), None)
        if fresh:
            verdicts.append(Verdict(fresh.start, fresh.end, kind="改判"))
    return tuple(verdicts)


def _verdicts(j: Judgment, item: Stretch) -> Iterator[Verdict]:
    at, previous = item.body, ""
    while m := _VERDICT.search(j.plain, at, item.end):
        at = m.end()
        kind = _kind(m)
        restated = j.plain.startswith("即", m.start() - 1) or "即" in j.plain[item.body : m.start()]
        if not restated and kind != previous:
            yield Verdict(*j.span(m.start(), m.end()), kind=kind)
            previous = kind


def _kind(m: re.Match[str]) -> str:
    if m["reject"]:
        return "驳回" + next(w for w in ("上诉", "抗诉", "申诉", "申请", "起诉", "诉讼请求") if m[0].endswith(w))
    if m["withdraw"]:
        return "准许撤回" + m["what"]
    if m["lift"]:
        return "撤销缓刑" if m[0].endswith("缓刑") else "撤销假释"
    return _KINDS[m.lastgroup or ""]
