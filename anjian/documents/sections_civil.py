"""Cut civil, administrative, enforcement and compensation documents into their parts.

The end is cut as everywhere, from 判决如下 outwards. What stands before it is read sentence by sentence: a
sentence that opens with the words of a claim, an answer, a decision below, a finding or a list of evidence
begins such a part, as far as the parts already begun allow it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .anchors import anchors
from .kind_of_case import NUMBER, TITLE, head_number, own_titles
from .normalise import Source
from .openings_civil import marks_in, proves, sentences
from .section_ends import (
    Cut,
    annex_start,
    basis_start,
    contiguous,
    matched_round,
    result_opening,
    sentence_start,
    signature_start,
)

if TYPE_CHECKING:
    from .judgment import Judgment

_NUMBER_END = re.compile(r"[0-9]号(?:之[一二三四五六七八九十]+|-[0-9]{1,2})?")
_OPENING_WORDS = anchors("如下", "达成")
_OTHER_OPENING = re.compile(
    r"(?:判决|裁定|决定|裁决)如下[：:，,]?|作出?如下(?:判决|裁定|决定)[：:，]|发出如下支付令[：:]?"
    r"|达成(?:了)?(?:如下|以下|下列)(?:调解|和解)?(?:协议|意见)[：:，]?|达成(?:调解|和解)?协议(?:如下)?[：:]|协议如下[：:]"
)
_PLAIN_RESULT = re.compile(r"(?:判决|裁定|决定)[：:]")

_TELLS = re.compile(
    r"案由[：:]|一案|纠纷案|本院|我院|起诉称|反诉称|诉称|不服|提起|申请再审(?!人)|申请执行(?!人)|申请支付令|裁定如下"
)
_CASE = re.compile(r"一案|纠纷案|本院提起(?:上诉|诉讼)|本院申请")
_SENTENCE_OPENER = re.compile(
    r"(?:上列|上述)?(?:[再复]审?申请人|复议申请人|申请再审人|申请执行人|申请人|原审?[告被]|原审|被告|上诉人|申诉人|异议人|案外人|起诉人|赔偿请求人|债权人|债务人"
    r"|第三人|抗诉机关|本院|关于|最高人民检察院|[一-龥]{2,30}?(?:人民)?(?:检察院|法院))"
)
_LEANING = "被与和及、诉对因向，由将的"
#: A line of the list of parties whose full stop is a comma: the address behind it was cut off.
_PARTICULARS = re.compile(r"，(?:男|女)，|出生|[一-龥]族，|住[^，。；]{2,40}，$|身份证|身份号码|律师，$|经理，$")
_FIRST_PARTY = re.compile(
    r"(?:原告|起诉人|上诉人|再审申请人|申请再审人|复议申请人|申请执行人|异议人|案外人|赔偿请求人|申请人|被执行人)"
    r"(?:（[^（）]{1,30}）)?(?=[：:一-龥])"
)
_FINISHED = re.compile(
    r"(?:现已|现己|本案已|本案现|已经|已)(?:依法)?(?:审理|审查|复查|评议|审结|调解)(?:完毕|终结|结束|完结)|已(?:经)?审结"
)
_ASKS = re.compile(
    r"(?:提起(?:上诉|诉讼|反诉)|申请再审|起诉|上诉|申诉|申请复议)(?:称|诉称)|，(?:诉称|上诉称|称：|请求|要求)"
)

#: Words of an appeal or a retrial.
_HIGHER = anchors("上诉", "再审", "申诉", "抗诉", "复议", "原审")
#: Words of this court's own stage in a claim behind a restated decision: of an appeal, of a retrial.
_CLAIM_HERE = re.compile(r"上诉|复议|异议|申请|本院|我院")
_CLAIM_AGAIN = re.compile(r"再审|申诉|抗诉")
_REOPENED_CODE = re.compile(r"[再申抗提监]")
_MAIN_FINDING = re.compile(
    r"(?:本院)?经[^，。；：]{0,10}查明|[^。；：]{0,70}?(?:认定|确认)(?:案件|的)?事实(?:如下|为)|本院(?:二审|再审|审理)?查明"
)

_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、(?![一二三]审|[二三四五六七八九十]、)|[0-9]{1,2}(?:、|[.．](?![0-9]))|（[一二三四五六七八九十]{1,3}）)"
)
_DELAY = re.compile(
    r"[^。；]{0,60}?(?:未按|不按|未能按|未在|没有按|不履行|未履行|逾期|拒不|届时)[^。]{0,120}?(?:迟延履行|延迟履行|加倍支付|双倍支付|债务利息)"
)
_FEE = re.compile(
    r"(?!驳回|由|若|如|被告|原告)[^，。；：（支给赔返偿判预缴递]{0,18}?(?:受理费|诉讼费|申请费|保全费|公告费|鉴定费|评估费|审计费|执行费|反诉费|收取[^，。；]{0,6}费)"
    r"|[^，。；]{0,40}?(?:预交|预缴|已交|交纳|缴纳)的[^，。；]{0,14}?(?:受理费|保全费|诉讼费|申请费)"
)
_NOTICE = re.compile(
    r"[^。；：]{0,40}?(?:不服本|对本(?:判决|裁定|决定|通知|支付令)(?:书)?(?:有异议|不服)|不服[^。；：]{0,12}?上诉)"
    r"|本(?:判决|裁定|决定|调解书|调解协议|支付令|通知|民事调解书)(?:书)?"
    r"(?:[为系是]终[审局]|一经|经|自|送达|从|立即|作出|即|生效后|发生|为|不得|与|具有|书?一式)"
    r"|(?:上述|以上|上列|前述)(?:调解|和解)?协议|双方当事人[^。；]{0,12}(?:签收|签名|签字)|特此通知"
    r"|(?:申请执行人|申请人|债权人)(?:如)?(?:发现|享有|在发现)|被执行人(?:负有|应当继续|仍负有)|被申请人[^，。；]{0,30}?(?:如|对)[^。]{0,24}异议"
    r"|[^。；：]{0,20}?对(?:该|上述)?裁定不服|(?:当事人|利害关系人|义务人)[^。；]{0,24}(?:复议|申请执行|强制执行)"
)


def cut_civil(j: Judgment) -> tuple[Cut, ...]:
    """The sections of such a document in order, in plain indexes; claims, answer, evidence may come again."""
    source, text = j.source, j.plain
    opening = _opening(j)
    starts: list[tuple[str, int]] = [("head", 0)]
    parties = _parties_start(source)
    if opening:
        starts.append(("disposition", opening.end()))
        starts += _tail(j, opening.end())
        bound = opening.start()
    else:
        reasoned = max(text.rfind("本院认为"), text.rfind("认为，"), parties)
        signature = signature_start(j, max(reasoned, 1))
        bound = signature if signature is not None else len(text)
        starts += [(n, at) for n, at in _tail(j, max(reasoned, 1)) if n != "fees"]
        bound = min((at for n, at in starts if n in ("notice", "signature")), default=bound)
    starts += _front(j, parties, max(bound, parties), opening)
    return contiguous(starts, len(text))


# -- the end ------------------------------------------------------------------------------------


def _opening(j: Judgment) -> re.Match[str] | None:
    """The words that open the result: the last 判决如下, 达成如下协议, 发出如下支付令 …"""
    text = j.plain
    others = list(matched_round(_OTHER_OPENING, text, j.spots(_OPENING_WORDS), 12, 0, len(text)))
    agreed = others[-1] if others else None
    last = result_opening(j)
    if agreed and (last is None or agreed.start() > last.start()):
        last = agreed
    if last is None:
        reasoned = text.rfind("本院认为")
        return _PLAIN_RESULT.search(text, reasoned) if reasoned >= 0 else None
    return last


def _tail(j: Judgment, start: int) -> list[tuple[str, int]]:
    """Fees, notice, signature and annex behind the items."""
    source, text = j.source, j.plain
    signature = signature_start(j, start)
    end = signature if signature is not None else len(text)
    out: list[tuple[str, int]] = []
    current = "disposition"
    begins = sorted({*sentences(source, start, end), *_fees_behind_semicolons(text, start, end)})
    items = [i for i, at in enumerate(begins) if _ITEM.match(text, at)]
    for at in begins[items[-1] + 1 if items else 0 :]:
        kind = _closing_kind(text, at, end)
        if kind and kind != current and (at > start or kind == "notice"):
            out.append((kind, at))
            current = kind
    if signature is not None:
        out.append(("signature", signature))
        annex = annex_start(text, signature)
        if annex is not None:
            out.append(("annex", annex))
    return out


def _fees_behind_semicolons(text: str, start: int, end: int) -> Iterator[int]:
    """Where a clause on fees follows the last item without a full stop before it."""
    at = text.find("；", start, end)
    while at >= 0:
        if _FEE.match(text, at + 1, end) or _ITEM.match(text, at + 1, end):
            yield at + 1
        at = text.find("；", at + 1, end)


def _closing_kind(text: str, at: int, end: int) -> str | None:
    """Whether a sentence behind the items is about fees (or the interest for delay), or a notice."""
    if _NOTICE.match(text, at, end):
        return "notice"
    if _DELAY.match(text, at, end) or _FEE.match(text, at, end):
        return "fees"
    return None


# -- the front ----------------------------------------------------------------------------------


def _parties_start(source: Source) -> int:
    """Behind the case number, else behind the title, else (the head lost) where the first party is named."""
    text = source.plain
    title = next(own_titles(TITLE, text, 400), None)
    if title is None:
        number = head_number(text)
        first = None if number else _FIRST_PARTY.search(text, 0, 200)
        return number.end() if number else first.start() if first and _alone(source, first.start()) else 0
    number = _NUMBER_END.search(text, title.end(), title.end() + 60)
    return number.end() if number else title.end()


def _alone(source: Source, at: int) -> bool:
    return at == 0 or source.is_break(at) or source.plain[at - 1] in "。："


def _front(j: Judgment, parties: int, bound: int, opening: re.Match[str] | None) -> list[tuple[str, int]]:
    """Everything from the parties to the basis."""
    source, text = j.source, j.plain
    starts = [("parties", parties)] if parties or _FIRST_PARTY.match(text) else []
    tells = _TELLS.search(text, parties, bound)
    course = _opener(source, parties, tells.start()) if tells else None
    begin = course if course is not None else parties
    marks = list(marks_in(source, begin, bound))
    reasoning, basis = _reasons(source, marks, begin, bound, opening)
    body_end = min(at for at in (reasoning, basis, bound) if at is not None)
    starts += [(name, at) for name, at in (("reasoning", reasoning), ("basis", basis)) if at is not None]
    if course is None:
        return starts + _walk(j, [m for m in marks if m[1] < body_end])
    if (
        ("claims", course) not in marks
        or _CASE.search(text, course, text.find("。", course, body_end) + 1 or body_end)
        or _ASKS.search(text, course, body_end)
    ):
        starts.append(("course", course))
    return starts + _body(j, marks, course, body_end)


def _opener(source: Source, floor: int, at: int) -> int | None:
    """The start of the sentence that first tells of the case; where a line in the list of parties lacks
    its full stop, the line that opens like a sentence."""
    text = source.plain
    start = max(sentence_start(text, at), floor)
    lines = source.breaks[bisect_left(source.breaks, start) : bisect_right(source.breaks, at)]
    for line in reversed(lines):
        if _SENTENCE_OPENER.match(text, line) and line > start:
            begin = max((b for b in lines if b < line), default=start)
            if text[line - 1] not in _LEANING or (text[line - 1] == "，" and _PARTICULARS.search(text, begin, line)):
                return line
    return start


def _reasons(
    source: Source, marks: list[tuple[str, int]], floor: int, bound: int, opening: re.Match[str] | None
) -> tuple[int | None, int | None]:
    """Where the court's own view and its statutes begin."""
    text = source.plain
    views = [at for name, at in marks if name == "reasoning"]
    found = [at for name, at in marks if name == "findings" and _MAIN_FINDING.match(text, at, at + 160)]
    behind = [at for at in views if not found or at >= found[-1]]
    view = behind[0] if behind else views[-1] if views else None
    if view is None:
        inside = text.rfind("本院认为", floor, bound)
        view = max(sentence_start(text, inside), floor) if inside >= 0 else None
    if opening is None:
        return view, None
    if opening[0].startswith(("达成", "协议")):
        return None, max(sentence_start(text, opening.start()), floor)
    start = view if view is not None else max(sentence_start(text, opening.start()), floor)
    basis = max(basis_start(text, opening.start(), start), start)
    return (start if start < basis else None), basis


def _body(j: Judgment, marks: list[tuple[str, int]], course: int, end: int) -> list[tuple[str, int]]:
    """The parts behind the course; where its first sentence goes on to ask, the claims begin there."""
    text = j.plain
    first_end = text.find("。", course, end) + 1 or end
    later = [m for m in marks if first_end <= m[1] < end]
    finished = _FINISHED.search(text, course, min(end, course + 4000))
    opens = _first_words(j, [at for _, at in later], end)
    if finished and finished.start() < opens:
        course_end = text.find("。", finished.end(), end) + 1 or finished.end()
        later = [m for m in later if m[1] >= course_end]
        parts = _walk(j, later)
        if course_end < end and (not later or later[0][1] > course_end):
            name = _unmarked(text, course_end)
            parts = _walk(j, [(name, course_end), *later]) if name else parts
        return parts
    asks = _ASKS.search(text, course, first_end)
    asked = [("claims", asks.start() + (asks[0][0] == "，"))] if asks else []
    return _walk(j, asked + later)


def _first_words(j: Judgment, begins: list[int], end: int) -> int:
    """The first line that lets a party speak: one that only tells of an earlier appeal belongs to the course."""
    text = j.plain
    silent = -1  # no sentence lets anybody speak up to here
    for at in begins:
        if at > silent and j.source.is_break(at):
            stop = text.find("。", at)
            words = text[at : stop + 1]
            if "称" in words or "请求" in words or "查明" in words:
                return at
            silent = stop if stop >= 0 else len(text)
    return end


def _unmarked(text: str, at: int) -> str | None:
    """What a passage behind the course is that opens with no known words; None for the act complained of,
    told before the claims of an administrative case."""
    words = text[at : at + 80]
    if "原审" in words or "一审" in words:
        return "lower"
    return None if "行政" in text[:100] and ("作出" in words or "决定" in words) else "claims"


def _walk(j: Judgment, marks: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The parts in order: nothing but findings and evidence once this court's findings have begun, and
    out of a decision below only words that belong to this court's stage."""
    out: list[tuple[str, int]] = []
    text, higher = j.plain, bool(j.spots(_HIGHER, 0, 2999))
    current, found = "", False
    for name, at in marks:
        if name == "reasoning" or (name == "lower" and not higher):
            continue
        if found and name != "findings" and not (name == "evidence" and proves(text, at)):
            continue
        if current == "lower" and name != "lower" and not _leaves_lower(text, name, at):
            continue
        found = found or name == "findings"
        if name == "reply":
            name = "answer" if any(n == "claims" for n, _ in out) else "claims"
        if name != current:
            out.append((name, at))
            current = name
    return out


def _leaves_lower(text: str, name: str, at: int) -> bool:
    """Whether a sentence behind a restated decision is of this court's own stage."""
    number = NUMBER.search(text, 0, 300)
    own = _CLAIM_AGAIN if number and _REOPENED_CODE.search(number[0]) else _CLAIM_HERE
    if name in ("evidence", "answer", "reply"):
        return text.startswith(("二审", "再审", "本院"), at) and not text.startswith(("二审法院", "再审法院"), at)
    return name == "findings" or (name == "claims" and bool(own.search(re.split("[。：]", text[at : at + 70])[0])))
