"""The decision of a lower court as an appeal, a retrial or a commutation restates it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from . import dates, lower_civil, penalties
from .kind_of_case import is_civil
from .model import LowerDecision, Result

if TYPE_CHECKING:
    from .judgment import Judgment

_NUMBER = re.compile(
    r"（(?:19|20)[0-9]{2}）[一-龥A-Z0-9]{2,20}?(?:字第|第|字)?[0-9]{1,6}号(?:之[一二三四五六七八九十]+)?|"
    r"[一-龥]{1,6}刑[一-龥]{0,3}字第[0-9]{1,6}号"
)
_KIND = re.compile(r"(?:刑事|民事|行政|执行)?(?:附带民事)?(判决|裁定|调解|决定|(?:驳回申诉)通知)书?")
_COURT = re.compile(r"[一-龥]{2,30}?法院|本院|我院")
_NOT_DECISION = re.compile(r"起诉书|抗诉|检|意见书|认定书|鉴定|告知书|决定书")
_SAYS = ("认定", "判决", "判处", "以被告人", "以罪犯", "以原审被告人", "宣判")
_RESULT_OPENS = re.compile(
    r"(?:判决|裁定)(?:如下)?[：:]|(?:作出|依法判决)[：:，]|遂判决|据此(?:，)?(?:判决|以)|"
    r"(?<=规定)，(?=以[^，。；]{2,24}罪(?:分别)?判处)|(?:判决|裁定)(?=被告人|上诉人|一、|原审)"
)
_AGAINST = re.compile(
    r"发生法律效力|抗诉机关|公诉机关|出庭检察员|检察院在再审|宣判后|判决后|不服|提出上诉|提起上诉|提出抗诉|"
    r"[^，。]{2,6}(?:上诉称|及其?辩护人)|上诉人[^，。]{0,20}(?:上诉称|提出|及其辩护人)"
)
_STAGES = ("second", "retrial", "commutation", "review")


def read_lower(j: Judgment) -> tuple[LowerDecision, ...]:
    """The decisions below that the document names by number, in order, with the results it restates."""
    if is_civil(j.source):
        return lower_civil.read_lower(j)
    if j.instance not in _STAGES:
        return ()
    own = j.case_number.text if j.case_number else ""
    end = _front_end(j)
    found = [m for m in _NUMBER.finditer(j.plain, _start(j), end) if m[0] != own and _is_decision(j, m, end)]
    out: list[LowerDecision] = []
    for i, m in enumerate(found):
        if any(m[0] == earlier[0] for earlier in found[:i]):
            continue
        stop = next((n.start() for n in found[i + 1 :] if n[0] != m[0]), end)
        out.append(_decision(j, m, stop))
    return tuple(_rightly_placed(out)) or _unnumbered(j, end)


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
        return re.search(r"不服[^，。；]*$", j.plain[max(m.start() - 200, 0) : m.start()]) is not None
    return bool(_KIND.match(after.lstrip("的"))) and not _NOT_DECISION.match(after)


def _decision(j: Judgment, m: re.Match[str], stop: int) -> LowerDecision:
    sentence = max(j.plain.rfind("。", 0, m.start()), j.plain.rfind("；", 0, m.start())) + 1
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
    against = _AGAINST.search(j.plain, start + 30, stop)
    opened = [m for m in _RESULT_OPENS.finditer(j.plain, start, stop) if "罪" in j.plain[m.end() : m.end() + 300]]
    if opened:
        begin = opened[0].end()
        after = _AGAINST.search(j.plain, begin, stop)
        end = after.start() if after else _paragraphs_end(j, begin, stop)
    elif any(word in j.plain[start : start + 60] for word in _SAYS):
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
    m = re.search(r"(?:原审|原判|一审)(?:人民法院|法院)?[^。]{0,60}?判决[：:]", j.plain[:end])
    if m is None:
        return ()
    return (
        LowerDecision(
            *j.span(m.start(), m.end()), court=None, case_number=None, decided=None, document_type="判决书",
            results=_results(j, max(m.end() - 4, 0), end),
        ),
    )  # fmt: skip
