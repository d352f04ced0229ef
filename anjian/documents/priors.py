"""Earlier convictions and administrative sanctions of the parties.

A passage is cut at every word that sentences or sanctions (判处, 行政拘留, 劳动教养 …); each piece runs from the
reason before that word to the reason of the next one, so that 刑满释放 stays with its own conviction.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct

from . import dates, penalties
from .anchors import anchors
from .measures import When, whens
from .model import Prior
from .numerals import NUMBER, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_SANCTIONS = (
    "行政拘留", "治安拘留", "司法拘留", "劳动教养", "劳教", "强制隔离戒毒", "强制戒毒", "社区戒毒", "收容教养",
    "收容教育", "罚款", "警告",
)  # fmt: skip
_SANCTION = "|".join(_SANCTIONS)
#: A word that sentences, or one of `_SANCTIONS`.
_ANCHOR = re.compile(
    r"判处|判决(?=有期|拘役|管制|免予)|改判|被判(?=有期|拘役|管制|刑|处)|免予刑事处罚|判(?=有期徒刑|拘役|管制)(?<!被判)"
    rf"|{_SANCTION}"
)
#: What every such word holds.
_MAY_TELL = re.compile(rf"判|免予刑事处罚|{_SANCTION}")
_REASON = re.compile(r"因(?!为|此|素|果)")
_NO_REASON = ("因为", "因此", "因素", "因果")
_THIS_CASE = re.compile("涉嫌|本案")
_OWN_CASE = re.compile(r"因(?:本案|涉嫌|此案)|现因|现羁押|现押")
_CHARGE = re.compile(r"犯(?<![未罪]犯)有?(?P<name>[^，。；]{2,60}罪)")
_ADMINISTRATIVE_FOR = re.compile(r"因(?P<name>[^，。；0-9]{1,24}?)(?=，|于|被|经|由|[0-9]|处以)")
_COURT = re.compile(r"(?:被|由|经|，|日|月)(?P<name>(?:(?!被|由|经|因)[一-龥]){2,28}?法院|本院|该院|我院)")
_THESE = ("本院", "该院", "我院")
_LENGTH = re.compile(rf"(?P<n>{NUMBER})(?P<unit>日|天|个月|年)")
_RELEASE = re.compile(r"(?P<how>刑满释放|刑满|减刑释放|假释|刑期届满|刑罚执行完毕|执行完毕|释放|考验期满|解除)")
_HOW = {"释放": "刑满释放", "刑满": "刑满释放", "减刑释放": "刑满释放"}
_PERIOD_END = re.compile(r"(?P<what>缓刑考验期|考验期|假释考验期|刑期)[^，。；]{0,4}?(?:自|从)?[^。；]{0,18}?(?:起)?至")
_LONE_DATE = re.compile(r"(?:^|[，。；])(于?[0-9]{4}年[^，。；]{0,8}[月日]，)$")
_TELLING = anchors("曾因", "释放")


#: How far back from a word is looked for what parts it from the one before.
_REACH = 2000


class _Piece(Struct, frozen=True):
    """One conviction or sanction in plain indexes: piece, anchor word."""

    start: int
    end: int
    anchor: re.Match[str]


def read_priors(j: Judgment) -> tuple[Prior, ...]:
    """What the head, then the findings and the evidence, say of each defendant's record."""
    out: list[Prior] = []
    for party in j.defendants:
        if party.paragraph is None:
            continue
        start, end = j.plain_span(party.paragraph)
        out.extend(_priors(j, party.name, start, end))
    known = {(p.party, p.kind, p.decided) for p in out}
    for prior in _in_findings(j):
        key = (prior.party, prior.kind, prior.decided)
        if key not in known:
            known.add(key)
            out.append(prior)
    return tuple(out)


def _in_findings(j: Judgment) -> Iterator[Prior]:
    """Records restated in sentences that speak of an earlier judgment, with a day that makes them one."""
    if not j.has(_TELLING):
        return
    names = [p.name for p in j.defendants]
    for cut in j.cuts:
        if cut.name not in ("charge", "findings", "evidence"):
            continue
        for start, end in _sentences(j, cut.start, cut.end):
            named = [name for name in names if j.plain.find(name, start, end) >= 0]
            party = named[0] if len(named) == 1 else names[0] if len(names) == 1 else None
            if party is not None:
                found = _priors(j, party, start, end)
                yield from (p for p in found if p.kind == "criminal" and p.decided and p.penalty)


def _sentences(j: Judgment, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch that tell of an earlier judgment, long ones left out."""
    text, read_to = j.plain, start
    for at in j.spots(_TELLING, start, end - 1):
        if at < read_to:
            continue
        stop = text.find("。", at, end)
        stop = end if stop < 0 else stop + 1
        begin = max(text.rfind("。", read_to, at) + 1, read_to)
        if stop - begin <= 400:
            yield begin, stop
        read_to = stop


def _priors(j: Judgment, party: str, start: int, end: int) -> Iterator[Prior]:
    if not _MAY_TELL.search(j.plain, start, end):
        return
    pieces = _pieces(j.plain, start, end)
    dated = list(whens(j.plain, start, end, None)) if pieces else []
    for piece in pieces:
        first = bisect_left(dated, piece.start, key=_start_of)
        prior = _prior(j, party, piece, dated[first : bisect_left(dated, piece.end, key=_start_of)])
        if prior is not None:
            yield prior


def _start_of(when: When) -> int:
    return when.start


def _end_of(when: When) -> int:
    return when.end


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    found: list[re.Match[str]] = []
    for m in _ANCHOR.finditer(text, start, end):
        if found and _same(text, found[-1], m):
            continue
        found.append(m)
    starts = [_piece_start(text, m.start(), found[i - 1].end() if i else start) for i, m in enumerate(found)]
    pieces = []
    for i, m in enumerate(found):
        stop = starts[i + 1] if i + 1 < len(found) else end
        own = _OWN_CASE.search(text, m.end(), stop)
        pieces.append(_Piece(starts[i], own.start() if own else stop, m))
    return pieces


def _same(text: str, before: re.Match[str], m: re.Match[str]) -> bool:
    """Whether a word only goes on with what the one before it began."""
    if m[0] in _SANCTIONS:
        return _same_sanction(text, before, m)
    return before[0] not in _SANCTIONS and _same_judgment(text, before, m)


def _same_judgment(text: str, before: re.Match[str], m: re.Match[str]) -> bool:
    """判决…判处… within one clause chain: no new reason and no new date stands between."""
    begin, end = max(before.end(), m.start() - _REACH), m.start()
    return not _REASON.search(text, begin, end) and not dates.DATE.search(text[max(begin, end - 30) : end])


def _same_sanction(text: str, before: re.Match[str], m: re.Match[str]) -> bool:
    """行政拘留十日，并处罚款五百元 is one sanction, and a fine word behind a conviction is part of it."""
    if m[0] not in ("罚款", "警告", "社区戒毒"):
        return False
    between = text[max(before.end(), m.start() - _REACH) : m.start()]
    return "因" not in between and "。" not in between


def _piece_start(text: str, anchor: int, floor: int) -> int:
    """The clause that holds the reason before the anchor, with a date that alone fills the clause before it."""
    at = text.rfind("因", floor, anchor)
    while at >= 0 and text.startswith(_NO_REASON, at, anchor):
        at = text.rfind("因", floor, at)
    at = at if at >= 0 else anchor
    clause = max(text.rfind(stop, floor, at) for stop in "，。；、（") + 1 or floor
    clause = max(clause, floor)
    before = _LONE_DATE.search(text[max(clause - 20, floor) : clause])
    return clause - len(before[1]) if before else clause


def _prior(j: Judgment, party: str, piece: _Piece, found: list[When]) -> Prior | None:
    text, anchor = j.plain, piece.anchor
    before = [w for w in found if w.end <= anchor.start()]
    if _of_this_case(text[piece.start : anchor.start()]):
        return None
    words = text[piece.start : piece.end]
    ended, how, ended_text = _ended(text, piece, found)
    criminal = anchor[0] not in _SANCTIONS
    cause = _CHARGE.search(words) if criminal else _ADMINISTRATIVE_FOR.search(words)
    return Prior(
        *j.span(piece.start, _stop(text, piece)),
        party=party,
        kind="criminal" if criminal else "administrative",
        charge=cause["name"] if cause else None,
        court=_court(j, words) if criminal else None,
        decided=before[-1].day if before else None,
        penalty=penalties.parse_penalty(j, anchor.start(), piece.end) if criminal else None,
        ended=ended,
        ended_how=how,
        decided_text=text[before[-1].start : before[-1].end] if before else None,
        ended_text=ended_text,
        measure=None if criminal else anchor[0],
        days=None if criminal else _length(text, anchor.end()),
    )


def _of_this_case(words: str) -> bool:
    return bool(_THIS_CASE.search(words)) and "曾" not in words


def _stop(text: str, piece: _Piece) -> int:
    end = piece.end
    while end > piece.anchor.end() and text[end - 1] in "，。；、":
        end -= 1
    return end


def _court(j: Judgment, words: str) -> str | None:
    m = _court_named(words)
    if m is None:
        return None
    if m["name"] in _THESE:
        return j.court.name if j.court else None
    return m["name"]


def _court_named(words: str) -> re.Match[str] | None:
    """The first match of `_COURT`, looked for only close before 法院 where no court is named by 本院 and its like."""
    if any(court in words for court in _THESE):
        return _COURT.search(words)
    at = words.find("法院")
    while at >= 0:
        m = _COURT.search(words, max(at - 30, 0), at + 2)
        if m:
            return m
        at = words.find("法院", at + 2)
    return None


def _length(text: str, at: int) -> int | None:
    """Days of a detention stated right behind its name."""
    m = _LENGTH.match(text, at + (2 if text.startswith("处罚", at) else 0))
    return whole(m["n"]) if m and m["unit"] in ("日", "天") else None


def _ended(text: str, piece: _Piece, found: list[When]) -> tuple[date | None, str | None, str | None]:
    """When and how the penalty ended: the date before 刑满释放 …, or the stated end of a period."""
    begin = piece.anchor.end()
    behind = found[bisect_left(found, begin, key=_start_of) :]
    for m in _RELEASE.finditer(text, begin, piece.end):
        if behind and behind[0].end <= m.start():
            last = behind[bisect_right(behind, m.start(), key=_end_of) - 1]
            return last.day, _HOW.get(m["how"], m["how"]), text[last.start : last.end]
    m2 = _PERIOD_END.search(text, piece.anchor.end(), piece.end)
    if m2:
        until = next((w for w in found if 0 <= w.start - m2.end() <= 1), None)
        if until:
            return until.day, "缓刑考验期满" if "考验期" in m2["what"] else "刑期届满", text[until.start : until.end]
    return None, None, None


def last_day(text: str) -> date | None:
    """The last day of a month written without its day (2013年9月), for reckoning on the safe side."""
    m = dates.DATE.match(text)
    if m is None or m["d"]:
        return None
    year, month = whole(m["y"]), whole(m["m"])
    after = dates.make((year or 0) + 1, 1, 1) if month == 12 else dates.make(year, (month or 0) + 1, 1)
    return date.fromordinal(after.toordinal() - 1) if after else None
