"""Cut a judgment into its parts by the fixed phrases that begin them: criminal ones here, others in `sections_civil`.

The order of the parts is fixed by the official forms; a part whose opening phrase is missing is
simply absent. Boundaries are found from the fixed end of the document (判决如下) outwards, because
that phrase is the one nearly every document has.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from .kind_of_case import is_civil
from .normalise import Source
from .section_ends import (
    NAMES,
    Cut,
    annex_start,
    at_break,
    basis_start,
    contiguous,
    result_opening,
    sentence_start,
    signature_start,
)
from .sections_civil import cut_civil

__all__ = ["NAMES", "Cut", "cut"]

_NOTICE = re.compile(
    r"如?不服本(?:判决|裁定|决定|判绝)"
    r"|本(?:判决|裁定|决定)(?:为终审|系终审|送达后|自送达|书送达|一经|为发生|自宣告|依法报请|核准)"
)
_NUMBER_END = re.compile(r"号(?:之[一二三四五六七八九十]+)?")
_REASONING = re.compile(r"本院(?:经?(?:依法)?(?:审查|审理|复核)后?)?认为")
_COURSE_END = re.compile(r"(?:现已|现己|本案已|已经|已)(?:依法)?(?:审理|审查)(?:完毕|终结|结束)")
_COURSE_LINE = re.compile(
    r"[^。；：]{0,40}?(?:检[察查]?院(?:于[^，。]{4,14})?以|自诉人[^。]{1,30}(?:以|向本院)"
    r"|人民法院(?:审理|于[^，。]{4,16}对)|人民检察院(?:指控|对)|提出减刑|报送本院"
    r"|向本院(?:提起|提出)|作出（|不服)"
)
_CHARGE = re.compile(
    r"(?:公诉机关|检察院|检察机关|自诉人)(?:起诉书|经审查)?(?:起诉|提起公诉)?(?:书)?(?:指控|诉称|认为|称)"
    r"|起诉书(?:指控|认定)|指控[：:，]"
)
_LOWER = re.compile(r"原(?:审|判)(?:判决|法院)?(?:认定|查明|认为)|一审(?:判决|法院)?(?:认定|查明)|原审(?:人民)?法院")
_DEFENCE = re.compile(
    r"(?:被告人|上诉人)[^，。；：]{1,40}?"
    r"(?:对(?:公诉机关|上述|起诉书|检察|指控)[^。]{0,40}?(?:无异议|没有异议|不持异议|供认)"
    r"|辩称|辩解(?:称|提出)?|提出(?:辩解|异议)|在(?:庭审|开庭审理)[^，。]{0,8}?(?:对|表示|辩))"
    r"|辩护人[^，。；：]{0,40}?(?:提出|认为|辩称|辩护|的?(?:辩护)?意见(?:是|为|：))"
    r"|上诉(?:人)?[^，。]{0,24}(?:上诉)?(?:提出|称|理由|请求)"
)
_FINDINGS = re.compile(
    r"(?:经|本院|庭审|法庭|二审)(?:依法|公开|开庭|庭审|[^，。；]{0,4})(?:审理|审查|庭审)?"
    r"(?:查明|确认|认定)(?:[：:，,]|的?(?:案件)?事实|以下)"
)
_EVIDENCE = re.compile(
    r"(?:上述|以上|前述)(?:犯罪|案件|指控(?:的)?)?事实|认定(?:上述|以上|前述|本案)[^。]{0,6}事实的证据"
    r"|(?:为证[实明]|支持)(?:上述|以上|其)?[^，。]{0,6}(?:事实|指控)|证实上述"
    r"|公诉机关[^，。]{0,10}(?:提供|提交|出示|宣读)"
)


def cut(source: Source) -> tuple[Cut, ...]:
    """The sections of a document in order, contiguous where present, in plain indexes."""
    return cut_civil(source) if is_civil(source) else _cut_criminal(source)


def _cut_criminal(source: Source) -> tuple[Cut, ...]:
    text = source.plain
    opening = result_opening(text)
    starts: dict[str, int] = {"head": 0}
    body_end = len(text)
    if opening:
        reasoning = _reasoning_start(source, opening.start())
        starts["reasoning"] = reasoning if reasoning is not None else sentence_start(text, opening.start())
        starts["basis"] = max(basis_start(text, opening.start(), starts["reasoning"]), starts["reasoning"])
        starts["disposition"] = opening.end()
        _tail(source, opening.end(), starts)
        body_end = starts["reasoning"]
    else:
        _tail(source, 0, starts)
        body_end = min(starts.get("notice", body_end), starts.get("signature", body_end))
        reasoning = _reasoning_start(source, body_end)
        if reasoning is not None:
            starts["reasoning"] = body_end = reasoning
    _front(source, body_end, starts)
    return contiguous(starts.items(), len(text))


def _reasoning_start(source: Source, before: int) -> int | None:
    found = at_break(source, _REASONING, 0, before)
    if found is None:
        at = source.plain.rfind("本院认为", 0, before)
        return at if at >= 0 else None
    return found


def _tail(source: Source, start: int, starts: dict[str, int]) -> None:
    text = source.plain
    notice = _NOTICE.search(text, start) if start else None
    signature = signature_start(source, notice.end() if notice else start)
    if notice and (signature is None or notice.start() < signature):
        starts["notice"] = notice.start()
    if signature is None:
        return
    starts["signature"] = signature
    annex = annex_start(source, signature)
    if annex is not None:
        starts["annex"] = annex


def _front(source: Source, end: int, starts: dict[str, int]) -> None:
    """Everything before the reasoning."""
    text = source.plain
    finished = _COURSE_END.search(text, 0, end)
    course_end = text.find("。", finished.end(), end) + 1 if finished else 0
    if finished and course_end == 0:
        course_end = finished.end()
    _head_and_course(source, course_end or end, starts, bool(finished))
    cursor = course_end or starts.get("course", 0)
    for name, pattern in _BODY:
        at = at_break(source, pattern, cursor, end)
        if at is not None:
            starts[name] = at
    _keep_order(starts)
    if course_end and course_end < end and course_end not in starts.values() and "charge" not in starts:
        starts.setdefault("charge", course_end)


_BODY = (
    ("lower", _LOWER),
    ("charge", _CHARGE),
    ("defence", _DEFENCE),
    ("findings", _FINDINGS),
    ("evidence", _EVIDENCE),
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


def _head_and_course(source: Source, course_end: int, starts: dict[str, int], finished: bool) -> None:
    text = source.plain
    number = _NUMBER_END.search(text, 0, min(course_end, 300))
    parties = number.end() if number else None
    if parties is not None:
        starts["parties"] = parties
    begin = at_break(source, _COURSE_LINE, parties or 0, course_end)
    if begin is None and finished:
        begin = _paragraph_start(source, course_end)
    if begin is not None and begin > (parties or 0):
        starts["course"] = begin


def _paragraph_start(source: Source, before: int) -> int:
    i = bisect_left(source.breaks, before) - 1
    return source.breaks[i] if i >= 0 else 0
