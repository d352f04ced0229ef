"""Earlier convictions and administrative sanctions of the parties.

A passage is cut at every word that sentences or sanctions (判处, 行政拘留, 劳动教养 …); each piece runs from the
reason before that word to the reason of the next one, so that 刑满释放 stays with its own conviction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from . import dates, penalties
from .measures import When, whens
from .model import Prior
from .numerals import NUMBER, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_SANCTION = r"行政拘留|治安拘留|司法拘留|劳动教养|劳教|强制隔离戒毒|强制戒毒|社区戒毒|收容教养|收容教育|罚款|警告"
_ANCHOR = re.compile(
    rf"(?P<criminal>判处|判决(?=有期|拘役|管制|免予)|改判|被判(?=有期|拘役|管制|刑|处)|免予刑事处罚|(?<!被)判(?=有期徒刑|拘役|管制))|(?P<sanction>{_SANCTION})"
)
_REASON = re.compile(r"(?:曾|又|还|后|再|另)?因(?!为|此|素|果)(?:曾|又|再)?")
_OWN_CASE = re.compile(r"因(?:本案|涉嫌|此案)|现因|现羁押|现押")
_CHARGE = re.compile(r"(?<![未罪])犯有?(?P<name>[^，。；]{2,60}罪)")
_ADMINISTRATIVE_FOR = re.compile(r"因(?P<name>[^，。；0-9]{1,24}?)(?=，|于|被|经|由|[0-9]|处以)")
_COURT = re.compile(r"(?:被|由|经|，|日|月)(?P<name>(?:(?!被|由|经|因)[一-龥]){2,28}?法院|本院|该院|我院)")
_LENGTH = re.compile(rf"(?P<n>{NUMBER})(?P<unit>日|天|个月|年)")
_RELEASE = re.compile(r"(?P<how>刑满释放|刑满|减刑释放|假释|刑期届满|刑罚执行完毕|执行完毕|释放|考验期满|解除)")
_PERIOD_END = re.compile(r"(?P<what>缓刑考验期|考验期|假释考验期|刑期)[^，。；]{0,4}?(?:自|从)?[^。；]{0,18}?(?:起)?至")
_LONE_DATE = re.compile(r"(?:^|[，。；])(于?[0-9]{4}年[^，。；]{0,8}[月日]，)$")
_TELLING = re.compile("曾因|释放")


@dataclass(frozen=True, slots=True)
class _Piece:
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
    names = [p.name for p in j.defendants]
    for cut in j.cuts:
        if cut.name not in ("charge", "findings", "evidence"):
            continue
        for start, end in _sentences(j.plain, cut.start, cut.end):
            named = [name for name in names if j.plain.find(name, start, end) >= 0]
            party = named[0] if len(named) == 1 else names[0] if len(names) == 1 else None
            if party is not None:
                found = _priors(j, party, start, end)
                yield from (p for p in found if p.kind == "criminal" and p.decided and p.penalty)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch that tell of an earlier judgment, long ones left out."""
    read_to = start
    for m in _TELLING.finditer(text, start, end):
        if m.start() < read_to:
            continue
        stop = text.find("。", m.end(), end)
        stop = end if stop < 0 else stop + 1
        begin = max(text.rfind("。", read_to, m.start()) + 1, read_to)
        if stop - begin <= 400:
            yield begin, stop
        read_to = stop


def _priors(j: Judgment, party: str, start: int, end: int) -> Iterator[Prior]:
    all_whens = list(whens(j.plain, start, end, None))
    for piece in _pieces(j.plain, start, end):
        prior = _prior(j, party, piece, [w for w in all_whens if piece.start <= w.start < piece.end])
        if prior is not None:
            yield prior


def _pieces(text: str, start: int, end: int) -> list[_Piece]:
    anchors: list[re.Match[str]] = []
    for m in _ANCHOR.finditer(text, start, end):
        if anchors and m["sanction"] and _same_sanction(text, anchors[-1], m):
            continue
        if anchors and m["criminal"] and anchors[-1]["criminal"] and _same_judgment(text, anchors[-1], m):
            continue
        anchors.append(m)
    starts = [_piece_start(text, m.start(), anchors[i - 1].end() if i else start) for i, m in enumerate(anchors)]
    pieces = []
    for i, m in enumerate(anchors):
        stop = starts[i + 1] if i + 1 < len(anchors) else end
        own = _OWN_CASE.search(text, m.end(), stop)
        pieces.append(_Piece(starts[i], own.start() if own else stop, m))
    return pieces


def _same_judgment(text: str, before: re.Match[str], m: re.Match[str]) -> bool:
    """判决…判处… within one clause chain: no new reason and no new date stands between."""
    between = text[before.end() : m.start()]
    return not _REASON.search(between) and not dates.DATE.search(between[-30:])


def _same_sanction(text: str, before: re.Match[str], m: re.Match[str]) -> bool:
    """行政拘留十日，并处罚款五百元 is one sanction, and a fine word behind a conviction is part of it."""
    between = text[before.end() : m.start()]
    return m["sanction"] in ("罚款", "警告", "社区戒毒") and "因" not in between and "。" not in between


def _piece_start(text: str, anchor: int, floor: int) -> int:
    """The clause that holds the reason before the anchor, with a date that alone fills the clause before it."""
    reasons = list(_REASON.finditer(text, floor, anchor))
    at = reasons[-1].start() if reasons else anchor
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
    criminal = bool(anchor["criminal"])
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
        measure=anchor["sanction"],
        days=None if criminal else _length(text, anchor.end()),
    )


def _of_this_case(words: str) -> bool:
    return bool(re.search(r"涉嫌|本案", words)) and "曾" not in words


def _stop(text: str, piece: _Piece) -> int:
    end = piece.end
    while end > piece.anchor.end() and text[end - 1] in "，。；、":
        end -= 1
    return end


def _court(j: Judgment, words: str) -> str | None:
    m = _COURT.search(words)
    if m is None:
        return None
    if m["name"] in ("本院", "该院", "我院"):
        return j.court.name if j.court else None
    return m["name"]


def _length(text: str, at: int) -> int | None:
    """Days of a detention stated right behind its name."""
    m = _LENGTH.match(text, at + (2 if text.startswith("处罚", at) else 0))
    return whole(m["n"]) if m and m["unit"] in ("日", "天") else None


def _ended(text: str, piece: _Piece, found: list[When]) -> tuple[date | None, str | None, str | None]:
    """When and how the penalty ended: the date before 刑满释放 …, or the stated end of a period."""
    for m in _RELEASE.finditer(text, piece.anchor.end(), piece.end):
        dated = [w for w in found if piece.anchor.end() <= w.start and w.end <= m.start()]
        if dated:
            how = {"释放": "刑满释放", "刑满": "刑满释放", "减刑释放": "刑满释放"}.get(m["how"], m["how"])
            return dated[-1].day, how, text[dated[-1].start : dated[-1].end]
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
