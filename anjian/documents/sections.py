"""Cut a judgment into its parts by the fixed phrases that begin them: criminal ones here, others in `sections_civil`.

The order of the parts is fixed by the official forms; a part whose opening phrase is missing is
simply absent. Boundaries are found from the fixed end of the document (判决如下) outwards, because
that phrase is the one nearly every document has.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .anchors import anchors
from .section_ends import (
    NAMES,
    Cut,
    annex_start,
    at_break,
    basis_start,
    contiguous,
    matched_at,
    matched_round,
    result_opening,
    sentence_start,
    signature_start,
)
from .sections_civil import cut_civil

if TYPE_CHECKING:
    from .judgment import Judgment

__all__ = ["NAMES", "Cut", "cut"]

_NOTICE_WORDS = anchors("不服本", "本判决", "本裁定", "本决定")
_NOTICE = re.compile(
    r"如?不服本(?:判决|裁定|决定|判绝)"
    r"|本(?:判决|裁定|决定)(?:为终审|系终审|送达后|自送达|书送达|一经|为发生|自宣告|依法报请|核准)"
)
_NUMBER_END = re.compile(r"号(?:之[一二三四五六七八九十]+)?")
_HOLDS = anchors("认为")
_REASONING = re.compile(r"本院(?:经?(?:依法)?(?:审查|审理|复核)后?)?认为")
_ENDED = anchors("审理完毕", "审理终结", "审理结束", "审查完毕", "审查终结", "审查结束")
_COURSE_END = re.compile(r"(?:现已|现己|本案已|已经|已)(?:依法)?(?:审理|审查)(?:完毕|终结|结束)")
#: What tells in the course of a case, at most 40 characters behind the start of its sentence.
_COMES = re.compile(
    r"检[察查]?院(?:于[^，。]{4,14})?以|自诉人[^。]{1,30}(?:以|向本院)"
    r"|人民法院(?:审理|于[^，。]{4,16}对)|人民检察院(?:指控|对)|提出减刑|报送本院"
    r"|向本院(?:提起|提出)|作出（|不服"
)
#: The first words of each alternative of `_CHARGE`; 检察院 stands too often to be looked at everywhere.
_CHARGE_WORDS = anchors(
    "公诉机关", "检察机关", "自诉人", "起诉书指控", "起诉书认定", "指控：", "指控:", "指控，",
    *[f"检察院{word}" for word in ("起诉", "经审查", "提起公诉", "书", "指控", "诉称", "认为", "称")],
)  # fmt: skip
_CHARGE = re.compile(
    r"(?:公诉机关|检察院|检察机关|自诉人)(?:起诉书|经审查)?(?:起诉|提起公诉)?(?:书)?(?:指控|诉称|认为|称)"
    r"|起诉书(?:指控|认定)|指控[：:，]"
)
_LOWER_WORDS = anchors("原审", "原判", "一审")
_LOWER = re.compile(r"原(?:审|判)(?:判决|法院)?(?:认定|查明|认为)|一审(?:判决|法院)?(?:认定|查明)|原审(?:人民)?法院")
#: What stands in each alternative of `_DEFENCE`, and the words it begins with.
_ANSWERS = re.compile(
    r"无异议|没有异议|不持异议|供认|辩称|辩解|提出异议|在(?:庭审|开庭审理)[^，。]{0,8}?(?:对|表示|辩)"
    r"|辩护人[^，。；：]{0,40}?(?:提出|认为|辩|意见)|上诉(?:人)?[^，。]{0,24}(?:提出|称|理由|请求)"
)
_DEFENCE_WORDS = anchors(
    "无异议", "没有异议", "不持异议", "供认", "辩称", "辩解", "提出异议", "在庭审", "在开庭审理", "辩护人", "上诉",
)  # fmt: skip
_TELLS = (
    r"[^，。；：]{1,40}?"
    r"(?:对(?:公诉机关|上述|起诉书|检察|指控)[^。]{0,40}?(?:无异议|没有异议|不持异议|供认)"
    r"|辩称|辩解(?:称|提出)?|提出(?:辩解|异议)|在(?:庭审|开庭审理)[^，。]{0,8}?(?:对|表示|辩))"
)
_DEFENCE = re.compile(
    rf"被告人{_TELLS}|上诉人{_TELLS}"
    r"|辩护人[^，。；：]{0,40}?(?:提出|认为|辩称|辩护|的?(?:辩护)?意见(?:是|为|：))"
    r"|上诉(?:人)?[^，。]{0,24}(?:上诉)?(?:提出|称|理由|请求)"
)
_FOUND_WORDS = anchors("查明", "确认", "认定")
_FINDINGS = re.compile(
    r"(?:经|本院|庭审|法庭|二审)(?:依法|公开|开庭|庭审|[^，。；]{0,4})(?:审理|审查|庭审)?"
    r"(?:查明|确认|认定)(?:[：:，,]|的?(?:案件)?事实|以下)"
)
_BEHIND_FOUND = frozenset("：:，,的案事以")
_EVIDENCE_WORDS = anchors(
    *[f"{which}{what}" for which in ("上述", "以上", "前述") for what in ("犯罪", "案件", "指控", "事实")],
    "认定上述", "认定以上", "认定前述", "认定本案", "为证实", "为证明", "支持", "证实上述", "公诉机关",
)  # fmt: skip
_EVIDENCE = re.compile(
    r"(?:上述|以上|前述)(?:犯罪|案件|指控(?:的)?)?事实|认定(?:上述|以上|前述|本案)[^。]{0,6}事实的证据"
    r"|(?:为证[实明]|支持)(?:上述|以上|其)?[^，。]{0,6}(?:事实|指控)|证实上述"
    r"|公诉机关[^，。]{0,10}(?:提供|提交|出示|宣读)"
)


def cut(j: Judgment) -> tuple[Cut, ...]:
    """The sections of a document in order, contiguous where present, in plain indexes."""
    return cut_civil(j) if j.civil else _cut_criminal(j)


def _cut_criminal(j: Judgment) -> tuple[Cut, ...]:
    text = j.plain
    opening = result_opening(j)
    starts: dict[str, int] = {"head": 0}
    body_end = len(text)
    if opening:
        reasoning = _reasoning_start(j, opening.start())
        starts["reasoning"] = reasoning if reasoning is not None else sentence_start(text, opening.start())
        starts["basis"] = max(basis_start(text, opening.start(), starts["reasoning"]), starts["reasoning"])
        starts["disposition"] = opening.end()
        _tail(j, opening.end(), starts)
        body_end = starts["reasoning"]
    else:
        _tail(j, 0, starts)
        body_end = min(starts.get("notice", body_end), starts.get("signature", body_end))
        reasoning = _reasoning_start(j, body_end)
        if reasoning is not None:
            starts["reasoning"] = body_end = reasoning
    _front(j, body_end, starts)
    return contiguous(starts.items(), len(text))


def _reasoning_start(j: Judgment, before: int) -> int | None:
    text, views = j.plain, []
    for at in j.spots(_HOLDS, 0, before):
        court = text.rfind("本院", max(at - 8, 0), at)
        if court >= 0 and _REASONING.match(text, court, before):
            views.append(court)
    found = at_break(j.source, views)
    if found is None:
        at = text.rfind("本院认为", 0, before)
        return at if at >= 0 else None
    return found


def _tail(j: Judgment, start: int, starts: dict[str, int]) -> None:
    notice = _notice(j, start) if start else None
    signature = signature_start(j, notice.end() if notice else start)
    if notice and (signature is None or notice.start() < signature):
        starts["notice"] = notice.start()
    if signature is None:
        return
    starts["signature"] = signature
    annex = annex_start(j.plain, signature)
    if annex is not None:
        starts["annex"] = annex


def _notice(j: Judgment, start: int) -> re.Match[str] | None:
    """The first words of the notice behind `start`."""
    text = j.plain
    for at in j.spots(_NOTICE_WORDS, start):
        m = _NOTICE.match(text, at - 1) if at > start and text[at - 1] == "如" else None
        m = m or _NOTICE.match(text, at)
        if m:
            return m
    return None


def _front(j: Judgment, end: int, starts: dict[str, int]) -> None:
    """Everything before the reasoning."""
    text = j.plain
    ended = j.spots(_ENDED, 0, end)
    finished = next(matched_round(_COURSE_END, text, ended, 9, 0, end), None) if ended else None
    course_end = text.find("。", finished.end(), end) + 1 if finished else 0
    if finished and course_end == 0:
        course_end = finished.end()
    _head_and_course(j, course_end or end, starts, bool(finished))
    cursor = course_end or starts.get("course", 0)
    for name, begins in _BODY:
        at = at_break(j.source, begins(j, cursor, end))
        if at is not None:
            starts[name] = at
    _keep_order(starts)
    if course_end and course_end < end and course_end not in starts.values() and "charge" not in starts:
        starts.setdefault("charge", course_end)


def _lower(j: Judgment, start: int, end: int) -> Iterator[int]:
    return matched_at(_LOWER, j.plain, j.spots(_LOWER_WORDS, start, end), end)


def _charge(j: Judgment, start: int, end: int) -> Iterator[int]:
    return matched_at(_CHARGE, j.plain, j.spots(_CHARGE_WORDS, start, end), end)


def _defence(j: Judgment, start: int, end: int) -> Iterator[int]:
    text = j.plain
    spots = [at for at in j.spots(_DEFENCE_WORDS, start, end) if _ANSWERS.match(text, at, end)]
    return (m.start() for m in matched_round(_DEFENCE, text, spots, 100, start, end))


def _findings(j: Judgment, start: int, end: int) -> Iterator[int]:
    text = j.plain
    spots = [at for at in j.spots(_FOUND_WORDS, start, end) if text[at + 2 : at + 3] in _BEHIND_FOUND]
    return (m.start() for m in matched_round(_FINDINGS, text, spots, 16, start, end))


def _evidence(j: Judgment, start: int, end: int) -> Iterator[int]:
    return matched_at(_EVIDENCE, j.plain, j.spots(_EVIDENCE_WORDS, start, end), end)


_BODY = (
    ("lower", _lower),
    ("charge", _charge),
    ("defence", _defence),
    ("findings", _findings),
    ("evidence", _evidence),
)


def _keep_order(starts: dict[str, int]) -> None:
    """A part that would begin before its predecessor is dropped rather than guessed."""
    limit = -1
    for name, _ in _BODY:
        if name in starts:
            if starts[name] <= limit:
                del starts[name]
            else:
                limit = starts[name]


def _head_and_course(j: Judgment, course_end: int, starts: dict[str, int], finished: bool) -> None:
    number = _NUMBER_END.search(j.plain, 0, min(course_end, 300))
    parties = number.end() if number else None
    if parties is not None:
        starts["parties"] = parties
    begin = at_break(j.source, _course_lines(j.plain, parties or 0, course_end))
    if begin is None and finished:
        begin = _paragraph_start(j, course_end)
    if begin is not None and begin > (parties or 0):
        starts["course"] = begin


def _course_lines(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences that tell how the case came begin, or forty characters before what tells it."""
    done = start
    for m in _COMES.finditer(text, start, end):
        low = max(done, m.start() - 40)
        for stop in "。；：":
            low = text.rfind(stop, low, m.start()) + 1 or low
        yield low
        done = m.end()


def _paragraph_start(j: Judgment, before: int) -> int:
    breaks = j.source.breaks
    i = bisect_left(breaks, before) - 1
    return breaks[i] if i >= 0 else 0
