"""The decision of a lower court as an appeal, a retrial or a commutation restates it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from . import dates, lower_civil, penalties
from .model import LowerDecision, Result

if TYPE_CHECKING:
    from .judgment import Judgment

_WITH_YEAR = r"（(?:19|20)[0-9]{2}）[一-龥A-Z0-9]{2,20}?(?:字第|第|字)?[0-9]{1,6}号(?:之[一二三四五六七八九十]+)?"
_NUMBER = re.compile(_WITH_YEAR)
#: With the old numbers that tell no year; slow, and only of use where 字第 stands.
_ANY_NUMBER = re.compile(rf"{_WITH_YEAR}|[一-龥]{{1,6}}刑[一-龥]{{0,3}}字第[0-9]{{1,6}}号")
_KIND = re.compile(r"(?:刑事|民事|行政|执行)?(?:附带民事)?(判决|裁定|调解|决定|(?:驳回申诉)通知)书?")
_COURT = re.compile(r"[一-龥]{2,30}?法院|本院|我院")
_NOT_DECISION = re.compile(r"起诉书|抗诉|检|意见书|认定书|鉴定|告知书|决定书")
_SAYS = re.compile("认定|判决|判处|以被告人|以罪犯|以原审被告人|宣判")
_RESULT_OPENS = re.compile(
    r"判决(?:(?:如下)?[：:]|(?=被告人|上诉人|一、|原审))|裁定(?:(?:如下)?[：:]|(?=被告人|上诉人|一、|原审))"
    r"|作出[：:，]|依法判决[：:，]|遂判决|据此(?:，)?(?:判决|以)|，(?<=规定，)(?=以[^，。；]{2,24}罪(?:分别)?判处)"
)
_AGAINST = re.compile(
    r"发生法律效力|抗诉机关|公诉机关|出庭检察员|检察院在再审|宣判后|判决后|不服|提出上诉|提起上诉|提出抗诉|"
    r"[^，。]{2,6}(?:上诉称|及其?辩护人)|上诉人[^，。]{0,20}(?:上诉称|提出|及其辩护人)"
)
#: How far back the sentence that names a decision is read.
_REACH = 1000
_ATTACKED = re.compile(r"不服[^，。；]*$")
_UNNUMBERED = re.compile(r"(?:原审|原判|一审)(?:人民法院|法院)?[^。]{0,60}?判决[：:]")
_STAGES = ("second", "retrial", "commutation", "review")


def read_lower(j: Judgment) -> tuple[LowerDecision, ...]:
    """The decisions below that the document names by number, in order, with the results it restates."""
    if j.civil:
        return lower_civil.read_lower(j)
    if j.instance not in _STAGES:
        return ()
    own = j.case_number.text if j.case_number else ""
    start, end = _start(j), _front_end(j)
    number = _ANY_NUMBER if j.plain.find("字第", start, end) >= 0 else _NUMBER
    found = [m for m in number.finditer(j.plain, start, end) if m[0] != own and _is_decision(j, m, end)]
    stops = _stops(found, end)
    seen: set[str] = set()
    out: list[LowerDecision] = []
    for m, stop in zip(found, stops, strict=True):
        if m[0] not in seen:
            seen.add(m[0])
            out.append(_decision(j, m, stop))
    return tuple(_rightly_placed(out)) or _unnumbered(j, end)


def _stops(found: list[re.Match[str]], end: int) -> list[int]:
    """For each number where the next one stands that is not the same."""
    stops: list[int] = []
    for i in range(len(found) - 1, -1, -1):
        if i + 1 == len(found):
            stops.append(end)
        else:
            stops.append(stops[-1] if found[i + 1][0] == found[i][0] else found[i + 1].start())
    return stops[::-1]


def _rightly_placed(found: list[LowerDecision]) -> list[LowerDecision]:
    """Results told behind a ruling that only dismissed the appeal are those of the judgment before it."""
    for i in range(1, len(found)):
        judgment, ruling = found[i - 1], found[i]
        if ruling.document_type == "裁定书" and ruling.results and not judgment.results:
            found[i - 1], found[i] = replace(judgment, results=ruling.results), replace(ruling, results=())
    return found


def _start(j: Judgment) -> int:
    return j.plain_span(j.case_number)[1] if j.case_number else 0


def _front_end(j: Judgment) -> int:
    """Where this court begins to speak for itself."""
    reasoning = j.cut("reasoning") or j.cut("disposition")
    return reasoning.start if reasoning else len(j.plain)


def _is_decision(j: Judgment, m: re.Match[str], end: int) -> bool:
    """Whether the number is that of a decision under review: not one it quashes, nor a civil one among the evidence."""
    after = j.plain[m.end() : min(m.end() + 14, end)]
    if j.title and j.title.case_type == "刑事" and "刑" not in m[0]:
        return False
    if "撤销" in j.plain[max(m.start() - 30, 0) : m.start()]:
        return False
    if after.startswith("驳回申诉通知"):
        return _ATTACKED.search(j.plain, max(m.start() - 200, 0), m.start()) is not None
    return bool(_KIND.match(after.lstrip("的"))) and not _NOT_DECISION.match(after)


def _decision(j: Judgment, m: re.Match[str], stop: int) -> LowerDecision:
    floor = max(m.start() - _REACH, 0)
    sentence = max(j.plain.rfind("。", floor, m.start()), j.plain.rfind("；", floor, m.start()), floor - 1) + 1
    before = j.plain[sentence : m.start()]
    day = None
    for d in dates.DATE.finditer(before):
        day = dates.to_date(d)
    kind = _KIND.match(j.plain, m.end() + j.plain.startswith("的", m.end()))
    return LowerDecision(
        *j.span(m.start(), kind.end() if kind else m.end()),
        court=_court(j, before),
        case_number=m[0],
        decided=day,
        document_type=kind[1].removeprefix("驳回申诉") + "书" if kind else None,
        results=_results(j, m.end(), stop),
    )


def _court(j: Judgment, before: str) -> str | None:
    named = list(_COURT.finditer(before))
    if not named:
        return None
    name = named[-1][0]
    for m in named:
        if before[m.end() :].startswith(("审理", "于", "作出", "以")):
            name = m[0]
    if name in ("本院", "我院"):
        return j.court.name if j.court else None
    return re.sub(r"^.*(?:日|经|由|，|不服|该案|号|^对|(?:判决|裁定)和)", "", name)


def _results(j: Judgment, start: int, stop: int) -> tuple[Result, ...]:
    """The results between 判决： (or 认定…判处) and the appeal against them."""
    text = j.plain
    begins = (m.end() for m in _RESULT_OPENS.finditer(text, start, stop) if "罪" in text[m.end() : m.end() + 300])
    begin = next(begins, None)
    if begin is not None:
        after = _AGAINST.search(text, begin, stop)
        end = after.start() if after else _paragraphs_end(j, begin, stop)
    elif _SAYS.search(text, start, start + 60):
        against = _AGAINST.search(text, start + 30, stop)
        begin, end = start, against.start() if against else min(stop, start + 400)
    else:
        return ()
    only = j.defendants[0].name if len(j.defendants) == 1 else None
    return tuple(r for r in penalties.parse_results(j, begin, end, only) if r.origin is None)


def _paragraphs_end(j: Judgment, begin: int, stop: int) -> int:
    """Two sentences behind the last penalty word, where nothing marks the appeal."""
    end = begin
    for word in ("有期徒刑", "拘役", "罚金", "管制", "缓刑", "没收", "赔偿"):
        end = max(end, j.plain.rfind(word, begin, min(stop, begin + 1500)))
    close = j.plain.find("。", end, stop)
    return close + 1 if close >= 0 else stop


def _unnumbered(j: Judgment, end: int) -> tuple[LowerDecision, ...]:
    """A restated decision without a number: 原审判决…."""
    m = _UNNUMBERED.search(j.plain, 0, end)
    if m is None:
        return ()
    return (
        LowerDecision(
            *j.span(m.start(), m.end()), court=None, case_number=None, decided=None, document_type="判决书",
            results=_results(j, max(m.end() - 4, 0), end),
        ),
    )  # fmt: skip
