"""罚金缴纳期限与罚金不相应。

English: A payment deadline without a fine, a fine without a deadline, or a deadline over three months.

## What 查什么
主文没有判处罚金却写明罚金缴纳期限；判处罚金而没有缴纳期限；缴纳期限超过三个月。

## Why 为何
缴纳期限应当在判决书中确定，执行以它为起点；凭空的期限多为套用模板所致。

## Method 方法
在主文中查找罚金数额和缴纳用语（缴纳、交纳、缴清、付清、已缴等），再读出期限的长短。

## Exclusions 排除
已经缴纳、预缴、折抵的不要求期限；主文以前任何一处提到已缴罚金的不报“没有期限”；主文有“维持”某项的二审、再审，罚金可能在被维持的部分，不报；期限不是以日、月写明的不算长短。

## Assumptions 假定
缴纳期限写在主文或者主文之后、落款之前。

## Basis 依据
《中华人民共和国刑法》第五十三条；《最高人民法院关于适用财产刑若干问题的规定》第五条。

## Remedy 怎么改
以裁定补正：删去凭空的期限，或者补写期限。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.numerals import NUMBER, whole
from anjian.law.penalties import general_range
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, FINE_RULES, SUBJECTS, own_results, who

SCENARIO = Scenario(
    code="PEN114",
    name="fine-payment-clause",
    title=Words("罚金缴纳期限与罚金不相应", "Payment deadline that does not fit the fine"),
    family="penalty",
    basis=(Basis(FINE_RULES, "5"), Basis(CRIMINAL_LAW, "53")),
    certainty="certain",
    severity="minor",
    subjects=SUBJECTS,
)
_PAY = r"(?:缴纳|交纳|缴清|交清|付清|缴付|缴交|交付|支付|清缴|缴至|缴到|交至|履行|执行完毕|立即执行|即行执行|(?<!上)缴)"
#: A clause about paying the fine.
_CLAUSE = re.compile(
    rf"罚金[^。；，（）]{{0,6}}，?[^。；（）]{{0,30}}?{_PAY}"
    r"|(?<=[^元][（，])(?:限|定|应|于|自|在)[于在]?(?:本|该)?判决[^，。；（）]{0,20}(?:日|月)内(?:向本院)?(?:一次性)?(?:缴纳|交纳|缴清)"
)
#: The usual way to say when the fine is to be paid.
_PAID_LATER = re.compile(rf"罚金[^。；]{{0,40}}?{_PAY}")
#: Words that say when the fine is to be paid, or that it is paid.
_DUE = re.compile(
    rf"罚金[^。；]{{0,40}}?{_PAY}|{_PAY}[^。；，]{{0,12}}罚金|财产刑[^。；]{{0,30}}{_PAY}"
    r"|(?:限|[于自在])(?:本|该|上述)?判[决处]书?(?:发生)?(?:法律)?(?:生效|效力|宣判)[^。；（）]{0,16}(?:(?<!上)缴|交|付清|[日月]内(?![^。；]{0,6}(?:退|赔|返)))"
    rf"|元[，（][^。；（）]{{0,24}}?(?:{_PAY}|已交|已付|折抵)|(?:罚金|款)[^。；]{{0,12}}折抵"
)
_PAID = re.compile(
    r"(?:预缴|预交|已缴|已交|已经缴|已经交|已履行|已付)(?:纳|清|了)?[^，。；]{0,8}罚金|罚金[^，。；]{0,12}(?:已|预)(?:经)?(?:缴|交|履行|付)"
    r"|(?:缴纳|交纳|缴清|交清|代缴|代为缴纳|预缴|预交)(?:了)?(?:全部|部分|人民币)?[^，。；]{0,12}罚金"
)
_NOTE = re.compile(rf"[（，][^。；（）]{{0,40}}?{_PAY}")
_DEADLINE = re.compile(rf"(?P<n>{NUMBER})(?P<unit>日|天|个月)(?:之?内|以内)")
_LONGEST_MONTH = 31
#: Room for the number and the unit of a deadline before its 内.
_BEFORE_WITHIN = 12
#: Without one of these there is no clause about paying.
_PAYING = ("罚金", "缴纳", "交纳", "缴清")
_NOTES = re.compile("（[^（）]*）")
_PRONOUNCED = re.compile(r"处罚金|罚金[^。；，]{0,6}[0-9一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖×xX*某]+[元万]")
_WHEN = re.compile(r"日内|月内|期限|之日起")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per clause without a fine, per fine without a clause, per deadline too long."""
    cut = judgment.cut("disposition")
    if cut is None:
        return
    if any(r.penalty.fine_text is not None for r in own_results(judgment)):
        yield from _without_deadline(judgment, cut.start, cut.end)
        yield from _too_long(judgment, cut.start, cut.end)
    elif own_results(judgment):
        yield from _without_fine(judgment, cut.start, cut.end)


def _without_fine(judgment: Judgment, start: int, end: int) -> Iterator[Finding]:
    text = judgment.plain[start:end]
    if not any(word in text for word in _PAYING):
        return
    m = _CLAUSE.search(judgment.plain, start, end)
    if m is None or "维持" in text or "没收财产" in text or _of_other_money(judgment, m):
        return
    if _PRONOUNCED.search(_NOTES.sub("", text)):
        return
    if _WHEN.search(judgment.plain, m.start(), min(m.end() + 30, end)):
        yield SCENARIO.finding(
            judgment,
            judgment.place(m.start(), m.end()),
            "主文没有判处罚金，却写明罚金的缴纳期限。",
            "A payment deadline for a fine that was not pronounced.",
            expected="判处罚金的才写缴纳期限",
            found="无罚金",
        )


def _of_other_money(judgment: Judgment, clause: re.Match[str]) -> bool:
    """Whether a clause that does not name the fine stands in a sentence about other money."""
    begin = max(judgment.plain.rfind(stop, 0, clause.start()) for stop in "。；") + 1
    sentence = judgment.plain[begin : clause.start()]
    return "罚金" not in clause[0] and re.search("退|追缴|没收|赔|受理费", sentence) is not None


def _without_deadline(judgment: Judgment, start: int, end: int) -> Iterator[Finding]:
    """One finding per judgment: a clause for one of several fines usually holds for all."""
    text = judgment.plain
    due = _PAID_LATER.search(text, start, end) or "维持" in text[start:end] or _DUE.search(text[start:end])
    if due or _says_paid(judgment, end):
        return
    result = next(r for r in own_results(judgment) if r.penalty.fine_text is not None)
    yield SCENARIO.finding(
        judgment,
        result.penalty,
        f"对{who(result)}判处罚金，主文没有写明缴纳期限，也没有写明已经缴纳。",
        "A fine without a payment deadline and without a word that it is paid.",
        expected="写明缴纳期限",
        found="无期限",
        certainty="likely",
    )


def _says_paid(judgment: Judgment, end: int) -> bool:
    """Whether the text says that the fine is paid, anywhere before the notice; earlier fines are not told apart."""
    return _PAID.search(judgment.plain, 0, end) is not None


def _too_long(judgment: Judgment, start: int, end: int) -> Iterator[Finding]:
    day = decided_on(judgment)
    allowed = _months_allowed(day) if day else None
    if allowed is None or not _names_more_days(judgment.plain, start, end, allowed * _LONGEST_MONTH):
        return
    clauses = _clauses(judgment, start, end)
    for place in {m.span() for a, b in clauses for m in _DEADLINE.finditer(judgment.plain, a, b)}:
        words = judgment.plain[slice(*place)]
        if _days(words) > allowed * _LONGEST_MONTH:
            yield SCENARIO.finding(
                judgment,
                judgment.place(*place),
                f"罚金的缴纳期限为{words}；最长不超过判决发生法律效力第二日起{allowed}个月。",
                f"The deadline for the fine is longer than {allowed} months.",
                expected=f"不超过{allowed}个月",
                found=words,
            )


@lru_cache(maxsize=4096)
def _months_allowed(day: date) -> int | None:
    """The longest time for paying that a judgment of a day may set."""
    allowed = general_range("罚金缴纳期限", day)
    return allowed.max_months if allowed else None


def _names_more_days(text: str, start: int, end: int, days: int) -> bool:
    """Whether a stretch names any deadline of more days, or one with so long a number that it is not looked at."""
    while (at := text.find("内", start, end)) >= 0:
        begin = max(at - _BEFORE_WITHIN, start)
        m = _DEADLINE.search(text, begin, at + 1)
        if m and (m.start() == begin or _days(m[0]) > days):
            return True
        start = at + 1
    return False


def _clauses(judgment: Judgment, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses about paying: those that name the fine, and the note right behind a fine."""
    for m in _CLAUSE.finditer(judgment.plain, start, end):
        yield m.span()
    for result in own_results(judgment):
        after = judgment.plain_span(result.penalty)[1]
        note = _NOTE.match(judgment.plain, after, end) if result.penalty.fine_text else None
        if note:
            yield note.span()


@lru_cache(maxsize=4096)
def _days(words: str) -> int:
    m = _DEADLINE.match(words)
    return (whole(m["n"]) or 0) * (_LONGEST_MONTH if m["unit"] == "个月" else 1) if m else 0
