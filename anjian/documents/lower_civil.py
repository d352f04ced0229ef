"""The decisions below as a civil, administrative or enforcement document of a higher stage restates them."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from . import dates
from .model import LowerDecision, Place

if TYPE_CHECKING:
    from .judgment import Judgment
    from .section_ends import Cut

_NUMBER = re.compile(
    r"（(?:19|20)[0-9]{2}）[一-龥A-Z0-9]{1,20}?(?:字第|第|字)?[0-9]{1,6}号(?:之[一二三四五六七八九十]+|-[0-9]{1,2})?"
)
_KIND = re.compile(
    r"[的《]?(?:民事|行政|执行|国家赔偿|行政赔偿|驳回申诉|驳回再审申请)?(?:公益诉讼)?"
    r"(?P<kind>判决|裁定|调解书|决定|通知|支付令)书?》?(?!所|中止)"
)
_COURT = re.compile(r"(?:中华人民共和国)?[一-龥]{2,30}?法院(?:赔偿委员会)?|本院|该院")
_COURT_LEAD = re.compile(
    r"^.*(?:不服|因与|一案|纠纷|日|经|由|对|向|即|撤销|维持|上诉至|后|及|和|与|号|被告|原告|第三人|公司|人(?!民))(?=[一-龥]{2,}法院)"
)
#: A restated result: 一审法院判决： … and whose it is.
_GRANTED = r"(?=一、|1[.、．]|驳回|维持|撤销)"
_RESULT = re.compile(
    rf"判决(?:(?:如下)?[：:]|{_GRANTED})|裁定(?:(?:如下)?[：:]|{_GRANTED})|决定(?:如下)?[：:]"
    rf"|作出?如下(?:判决|裁定|决定)[：:]|遂(?:判决|裁定){_GRANTED}|据此(?:判决|裁定){_GRANTED}|故(?:判决|裁定){_GRANTED}"
)
_RESULTS = ("判决", "裁定", "决定")
_LEVEL = re.compile(
    r"(?P<court>一审|初审|二审|终审|原审|原判|再审)"
    r"(?:人民|判决)?(?:法院)?(?:经审理|审理)?(?:后)?(?=(?P<ahead>查明|认为|认定|(?:判决|裁定)[：:，如]|于|作出))"
)
_LEVELS = {"二审": "second", "终审": "second", "再审": "again"}
#: Where a restated result ends: at these words, or behind a full stop.
_RESULT_END = re.compile(
    r"一审(?:案件|诉讼)?受理费|二审(?:案件|诉讼)?受理费|本案(?:案件|诉讼)?受理费|上述(?:案件|诉讼)?受理费|案件受理费|诉讼受理费|受理费"
    r"|本案诉讼费用?[^。；]{0,10}负担|诉讼费用?[^。；]{0,10}负担"
    r"|如(?:果)?(?:被告|义务人)?[^，。；]{0,12}(?:未按|不按|逾期)|宣判后|判决后|判决送达后|裁定送达后"
    r"|。(?=[^。；]{2,60}?不服|[^。；]{0,30}?(?:提起上诉|提出上诉|申请再审)|二审|再审|本院)"
)
#: Another case, told of as an example.
_ANOTHER = re.compile(r"另一?[起件案]|另案|其他案件|类案|类似案|同类")
_OF_ANOTHER = re.compile(r"该案|另一?[起件案]|另案|类案|类似")
_CHANGED = re.compile("撤销|维持|变更")
_MADE = re.compile("作出|做出|以")
_MAKER = re.compile("一审|原审|二审|再审|法院")
_ORDERING = re.compile("民申|行申|赔申|执监|民监|行监|民抗|行抗|申字|监字|抗字")
_ATTACKED = re.compile(r"不服|撤销|维持|作出|做出|申请再审|抗诉|复议|上诉|以及|、|和")
_DECIDED_ON = re.compile(r"(?:依法|以[^，。；]{2,40})?(?:作出|做出|缺席)?(?:民事|行政|如下)?")
_ASKED = re.compile(r"请求|仲裁|裁决|复议|被诉|委员会|要求|[局府]")
_BY_A_COURT = re.compile(r"法院|一审|原审|二审|再审|该院|依照|依据|根据|据此|遂|综上|故")
#: How far back the words before a number or a result are read.
_REACH = 1000
_TITLED = ("second", "retrial")


class _Told(Struct, frozen=True):
    """One restated result in plain indexes, with its level and the document that holds it."""

    level: str
    kind: str
    at: int
    start: int
    end: int


def read_lower(j: Judgment) -> tuple[LowerDecision, ...]:
    """The decisions attacked or restated, in the order of the text, with the words of their results."""
    if j.instance not in _TITLED and not _reconsidered(j):
        return ()
    found = _numbered(j)
    told = _told(j)
    return tuple(_with_texts(j, found, told))


def _reconsidered(j: Judgment) -> bool:
    """Whether an enforcement or compensation document reviews a decision (执复, 执监, 委赔)."""
    code = j.case_number.type_code if j.case_number else ""
    return any(word in code for word in ("执复", "执监", "执申", "委赔", "惩复"))


# -- numbers ------------------------------------------------------------------------------------


def _numbered(j: Judgment) -> list[LowerDecision]:
    out: list[LowerDecision] = []
    seen = {j.case_number.text if j.case_number else ""}
    for cut in j.cuts:
        if cut.name not in ("course", "lower", "claims", *(("disposition",) if j.instance == "retrial" else ())):
            continue
        for m in _NUMBER.finditer(j.plain, cut.start, cut.end):
            if m[0] in seen:
                continue
            kind = _KIND.match(j.plain, m.end())
            begin = _clause_start(j.plain, cut.start, m.start())
            before = j.plain[begin : m.start()]
            if kind and _is_below(j.plain, cut, begin, m.start(), not out) and not _only_orders(m[0], kind["kind"]):
                seen.add(m[0])
                out.append(_decision(j, m, kind, before))
    return out


def _clause_start(text: str, floor: int, at: int) -> int:
    """Behind the last full stop or semicolon before an index."""
    floor = max(floor, at - _REACH)
    return max(text.rfind("。", floor, at), text.rfind("；", floor, at), floor - 1) + 1


def _is_below(text: str, cut: Cut, begin: int, at: int, first: bool) -> bool:
    """Whether a number is that of a decision of this case: attacked in the course, or told as made in it."""
    before = text[begin:at]
    if cut.name == "course":
        return bool(_ATTACKED.search(before)) and "依据" not in before[-60:] and "发生法律效力的" not in before[-30:]
    if cut.name == "disposition":
        return bool(_CHANGED.search(before))
    if cut.name == "lower":
        if _OF_ANOTHER.search(before):
            told = max(begin - 200, 0) if begin > cut.start else 0
            if _ANOTHER.search(text, told, at):
                return False
        return bool(_MADE.search(before) and _MAKER.search(before))
    return first and "不服" in before


def _only_orders(number: str, kind: str) -> bool:
    """Whether a number is that of the ruling that ordered the retrial, which nobody attacks."""
    return kind == "裁定" and _ORDERING.search(number) is not None


def _decision(j: Judgment, m: re.Match[str], kind: re.Match[str], before: str) -> LowerDecision:
    day = None
    for d in dates.DATE.finditer(before):
        day = dates.to_date(d)
    word = kind["kind"]
    return LowerDecision(
        *j.span(m.start(), kind.end() - (j.plain[kind.end() - 1] == "》")),
        court=_court(j, before),
        case_number=m[0],
        decided=day,
        document_type=word if word.endswith(("书", "令")) else word + "书",
    )


def _court(j: Judgment, before: str) -> str | None:
    named = list(_COURT.finditer(before))
    if not named:
        return None
    name = named[-1][0]
    if name in ("本院", "该院"):
        return (j.court.name if j.court else None) if name == "本院" else None
    return _COURT_LEAD.sub("", name)


# -- results ------------------------------------------------------------------------------------


def _told(j: Judgment) -> list[_Told]:
    """The results the part on the decision below restates, each with its level; outside a retrial the last alone."""
    out: list[_Told] = []
    text = j.plain
    for cut in reversed(j.cuts):
        if cut.name != "lower":
            continue
        marks = [m for m in _RESULT.finditer(text, cut.start, cut.end) if not _quoted(text, cut.start, m.start())]
        spoken = list(_LEVEL.finditer(text, cut.start, cut.end)) if marks else []
        for i in range(len(marks) - 1, -1, -1):
            m = marks[i]
            end = _result_end(text, m.end(), marks[i + 1].start() if i + 1 < len(marks) else None, cut.end)
            if end > m.end():
                kind = next(kind for kind in _RESULTS if kind in m[0])
                out.append(_Told(_level(j, spoken, cut.start, m.start()), kind, m.start(), m.end(), end))
                if j.instance != "retrial":
                    return out
    return out[::-1]


def _result_end(text: str, at: int, following: int | None, section: int) -> int:
    """Where a restated result ends that begins at an index: before the next one, if another follows."""
    limit = section if following is None else following
    stop = _RESULT_END.search(text, at, limit)
    if stop:
        return stop.end() if stop[0] == "。" else stop.start()
    return limit if following is None else text.rfind("。", at, limit) + 1 or limit


def _quoted(text: str, floor: int, at: int) -> bool:
    """Whether a word 判决 stands inside what a party asked for or another document said."""
    words = text[_clause_start(text, floor, at) : at]
    if _ASKED.search(words, words.rfind("，") + 1):
        return True
    return len(words) > 2 and not _BY_A_COURT.search(words)


def _level(j: Judgment, spoken: list[re.Match[str]], floor: int, at: int) -> str:
    """first, second or again: of the court that speaks last before an index."""
    before = bisect_right(spoken, at, key=_heard_at)
    if not before:
        return "second" if j.instance == "retrial" and "终" in j.plain[max(at - 60, floor) : at] else "first"
    last = spoken[before - 1]
    return _LEVELS.get(last["court"], "first")


def _heard_at(m: re.Match[str]) -> int:
    return m.end("ahead")


def _with_texts(j: Judgment, found: list[LowerDecision], told: list[_Told]) -> list[LowerDecision]:
    """The decisions with the results told of them; a level told without a number is a decision of its own."""
    out = list(found)
    extra: list[LowerDecision] = []
    for one in told:
        text = _place(j, one)
        at = _match(j, out, one)
        if at is not None:
            out[at] = replace(out[at], text=text, decided=out[at].decided or _told_on(j, one))
        elif j.instance == "retrial":
            start = j.span(one.at, one.start)
            extra.append(
                LowerDecision(
                    *start, court=None, case_number=None, decided=None, document_type=one.kind + "书", text=text
                )
            )
    return extra + out


def _told_on(j: Judgment, one: _Told) -> date | None:
    """The day told right before a restated result: 一审法院于…作出判决：."""
    begin = max(j.plain.rfind(stop, max(one.at - 80, 0), one.at) for stop in "，。；") + 1
    days = list(dates.DATE.finditer(j.plain, max(begin, one.at - 80), one.at))
    told = days and _DECIDED_ON.fullmatch(j.plain, days[-1].end(), one.at)
    return dates.to_date(days[-1]) if told else None


def _match(j: Judgment, found: list[LowerDecision], one: _Told) -> int | None:
    """The decision a restated result belongs to: the one just before it, else the one of its level."""
    free = [i for i, d in enumerate(found) if d.text is None]
    near = [i for i in free if 0 <= one.at - j.plain_span(found[i])[1] < 120]
    if near:
        return near[-1]
    levels = {i: _number_level(found[i].case_number or "") for i in free}
    same = [i for i in free if levels[i] == one.level]
    if same:
        return same[0]
    return free[-1] if len(found) == 1 and free and (j.instance != "retrial" or levels[free[-1]] is None) else None


def _number_level(number: str) -> str | None:
    for word, level in (("再", "again"), ("终", "second"), ("初", "first")):
        if word in number:
            return level
    return None


def _place(j: Judgment, one: _Told) -> Place:
    start, end = one.start, one.end
    while end > start and j.plain[end - 1] in "，；：":
        end -= 1
    return j.place(start, end)
