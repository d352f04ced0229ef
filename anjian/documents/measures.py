"""Compulsory measures as sentences tell them: each with its day, found from the verb backwards.

Used for the head's passage about a party and for sentences of the findings alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from . import dates
from .numerals import NUMBER, whole

#: Verbs of custody; the first alternative that matches at a place names the step.
_EVENT = re.compile(
    r"(?=[刑执批逮被决行治司取指监留临代予暂寄收抓捉捕扭查投传押停恢释拘归解])(?:"
    r"(?P<k1>刑满释放|刑满)|(?P<执行逮捕>执行(?:了)?逮捕)|(?P<批准逮捕>批准(?:(?!执行)[^，。；]){0,8}?逮捕|批捕)|(?P<决定逮捕>决定(?:(?!执行)[^，。；]){0,10}?逮捕)|"
    r"(?P<逮捕>逮捕(?![前证时后令])|被捕(?!前))|"
    r"(?P<决定刑事拘留>决定(?:对其|被|予以)?刑事拘留)|(?P<刑事拘留>刑事拘留|刑拘)|(?P<行政拘留>行政拘留|治安拘留)|(?P<司法拘留>司法拘留)|"
    r"(?P<取保候审>取保[候侯后]审(?!的?规定|期间|期限|保证金|决定书|义务|手续|条件|申请))|(?P<指定居所监视居住>指定(?:的)?居所[^，。；]{0,6}?监视居住)|(?P<监视居住>监视居住(?!的?规定|期间|期限|决定书|义务|场所))|"
    r"(?P<留置>留置(?!送达|室|权|针|管|看护))|(?P<羁押>(?<!现)(?<!现在)(?:被|临时|代为|予以|暂予|暂时)(?:(?!被)[^，。；（]){0,10}?羁押|寄押|(?<!现)收押|被关押)|"
    r"(?P<抓获>抓获|捉获|抓捕归案|捕获|扭送|抓捕|查获归案)|(?P<投案>投案|(?<![获捕])归案(?!情况|经过|说明|后))|(?P<传唤>传唤|拘传)|(?P<押回>押回|押解)|"
    r"(?P<停止计算羁押期限>停止计算[^，。；]{0,4}期限)|(?P<解除留置>解除(?:对其)?留置(?!决定))|(?P<恢复羁押>恢复(?:计算)?羁押)|"
    r"(?P<释放>(?<!刑满)释放)|(?P<拘留>拘留(?!所|证|决定书|期限))|(?P<执行>(?<=[局处所关])执行(?=[，。；、]|$)))"
)
#: How far back and ahead of a verb its sentence is looked at.
_REACH = 400
_DAYS = re.compile(rf"^(?:处罚)?(?P<n>{NUMBER})[日天]")
_LEAN = re.compile(
    r"(?P<lean>同年同月|同年|当年|次年|翌年|同月|当月|次月|同日|当日|次日|翌日|(?<![0-9年同月一二三四五六七八九十])(?=[0-9]{1,2}月[0-9]{1,2}日))"
    r"(?:(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月)?(?:(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
)
_BARE_DAY = re.compile(r"(?<=[于至、，和])(?P<d>[0-9]{1,2})[日号](?=被|经|由|转|因|执行|，|释放|取保|刑)")
_OF_THIS_CASE = re.compile(r"因(?:本案|涉嫌|涉|此案|被控|形迹|同案)|涉嫌|嫌疑|因[^，。；]{1,14}?一案|现因")
_OF_EARLIER = re.compile(r"曾因|曾于|因(?:曾)?犯|又犯")
_REASON = re.compile(r"曾因|曾于|现因|因(?!为|此|素|果)|涉嫌|嫌疑")
_NOT_DONE = re.compile(r"(?:未予?|未能|不能|不予|无法|未被|不宜)[^，。；]{0,3}$|[不未没]$|解除$")
_SENTENCED = re.compile(r"判处|判决|被判|刑满|假释|劳动教养|劳教|减刑|免予刑事处罚|服刑")
_SANCTION = ("行政拘留", "司法拘留")
_DECIDED = ("批准逮捕", "决定逮捕", "决定刑事拘留")
_DETAINS = ("执行逮捕", "逮捕", "刑事拘留", "行政拘留", "司法拘留", "留置", "羁押", "抓获", "押回", "恢复羁押")
_FREES = ("取保候审", "监视居住", "指定居所监视居住", "释放", "解除留置", "停止计算羁押期限")


@dataclass(frozen=True, slots=True)
class Step:
    """One measure in plain indexes. `earlier` = it belongs to an earlier case, `apart` = its own reason is stated."""

    start: int
    end: int
    kind: str
    day: date | None
    until: date | None
    earlier: bool
    apart: bool

    @property
    def detains(self) -> bool:
        """Whether the person is in custody from that day on."""
        return self.kind in _DETAINS

    @property
    def frees(self) -> bool:
        """Whether the person is out of custody from that day on."""
        return self.kind in _FREES


@dataclass(frozen=True, slots=True)
class When:
    """A date in the text, plain indexes; `day` is None for a month without a day."""

    start: int
    end: int
    day: date | None


def _start_of(when: When) -> int:
    return when.start


def steps(text: str, start: int, end: int, before: date | None = None) -> list[Step]:
    """The measures told in text[start:end], in order; `before` is the date that a leading 同年 leans on."""
    dated = list(whens(text, start, end, before))
    found: list[Step] = []
    previous_end = start
    for m in _EVENT.finditer(text, start, end):
        kind = m.lastgroup or ""
        if kind == "k1":
            previous_end = m.end()
            continue
        if _NOT_DONE.search(text, max(m.start() - 6, start), m.start()):
            if kind == "羁押" and found and "逮捕" in found[-1].kind:
                found[-1] = replace(found[-1], kind="未收押逮捕")
            continue
        if kind == "执行":
            if not found or found[-1].kind not in _DECIDED:
                continue
            kind = "执行逮捕" if "逮捕" in found[-1].kind else "刑事拘留"
        found.extend(_event(text, m, kind, dated, found, previous_end, start))
        previous_end = m.end()
    return _settle(found)


def _event(
    text: str, m: re.Match[str], kind: str, dated: list[When], found: list[Step], floor: int, start: int
) -> Iterator[Step]:
    near = max(start, m.start() - _REACH)
    sentence = max(text.rfind("。", near, m.start()) + 1, near)
    first = bisect_left(dated, max(floor, sentence), key=_start_of)
    mine = dated[first : bisect_left(dated, m.start(), key=_start_of)]
    if kind == "拘留":
        kind = "行政拘留" if _DAYS.match(text[m.end() : m.end() + 8]) else "刑事拘留"
    earlier, apart = _reason(text, m, kind, sentence)
    if kind == "释放" and not found:
        earlier = True
    for day, until in _days_of(text, m, mine, dated, found, floor):
        if kind in _SANCTION:
            until = _sanction_end(text, m.end(), day) or until
        yield Step(m.start(), m.end(), kind, day, until, earlier, apart)


def _days_of(
    text: str, m: re.Match[str], mine: list[When], dated: list[When], found: list[Step], floor: int
) -> list[tuple[date | None, date | None]]:
    """(day, until) of the step; several where several days are listed for one verb (分别于…、…)."""
    if not mine:
        i = bisect_left(dated, m.end(), key=_start_of)
        behind = dated[i] if i < len(dated) and dated[i].start <= m.end() + 1 else None
        if behind and text[m.end() : behind.start] in ("", "于", "（"):
            return [(behind.day, None)]
        joined = found and text[floor : m.start()] in ("并", "、", "并被", "后", "后被", "并于", "和", "并予以", "及")
        joined = joined or bool(found and found[-1].kind in _DECIDED and m.lastgroup in ("执行逮捕", "执行"))
        return [(found[-1].day if joined else None, None)]
    last = mine[-1]
    chain = [last]
    for w in reversed(mine[:-1]):
        between = text[w.end : chain[0].start]
        if between in ("至", "起至", "到", "－", "-", "—"):
            return [(w.day, last.day)]
        if between not in ("、", "和", "，", "及") or (between == "，" and "分别" not in text[w.start - 6 : w.start]):
            break
        chain.insert(0, w)
    if len(chain) > 1 and "分别" in text[max(chain[0].start - 8, 0) : chain[0].start]:
        return [(w.day, None) for w in chain]
    return [(last.day, None)]


def _reason(text: str, m: re.Match[str], kind: str, sentence: int) -> tuple[bool, bool]:
    """(belongs to an earlier case, has a reason of its own that is not this case)."""
    stop = text.find("。", m.end(), m.end() + _REACH)
    rest = text[m.end() : stop if stop >= 0 else m.end() + _REACH]
    next_reason = re.search(r"[，；](?:现|又|后)?因", rest)
    rest = rest[: next_reason.start()] if next_reason else rest
    reason = None
    for r in _REASON.finditer(text, sentence, m.start()):
        reason = r if reason is None or r[0] not in ("涉嫌", "嫌疑") or r.start() - reason.end() > 12 else reason
    if reason is None:
        return False, False
    phrase = text[reason.start() : reason.start() + 24]
    if _OF_EARLIER.match(phrase):
        own = kind in _SANCTION and phrase.startswith("曾")
        return own or phrase.startswith("曾") or bool(_SENTENCED.search(rest)), kind in _SANCTION
    if _OF_THIS_CASE.match(phrase):
        return False, False
    return False, kind in _SANCTION


def _sanction_end(text: str, at: int, day: date | None) -> date | None:
    m = _DAYS.match(text[at : at + 8])
    length = whole(m["n"]) if m else None
    if day is None or not length or length > 60:
        return None
    return day + timedelta(days=length - 1)


def _settle(found: list[Step]) -> list[Step]:
    """A bare 释放 after an earlier case's step belongs to that case."""
    out: list[Step] = []
    for step in found:
        if step.kind == "释放" and out and out[-1].earlier:
            step = replace(step, earlier=True)
        out.append(step)
    return out


def whens(text: str, start: int, end: int, before: date | None) -> Iterator[When]:
    """Every date of the stretch with its day; leaning ones are resolved against the one before."""
    marks = [
        (m.start(), kind, m)
        for kind, pattern in enumerate((dates.DATE, _LEAN, _BARE_DAY))
        for m in pattern.finditer(text, start, end)
    ]
    read_to = start
    for at, kind, m in sorted(marks, key=lambda mark: mark[:2]):
        if at < read_to or m.end() == at:
            continue
        read_to = m.end()
        day = _value(kind, m, before)
        yield When(m.start(), m.end(), day)
        before = day or _month_of(kind, m) or before


def _value(kind: int, m: re.Match[str], before: date | None) -> date | None:
    if kind == 0:
        return dates.to_date(m)
    if kind == 2:
        return dates.make(before.year, before.month, whole(m["d"])) if before else None
    day = dates.lean_on(m, before)
    if day and before and not m["lean"] and (before - day).days > 300:
        return dates.make(day.year + 1, day.month, day.day)
    return day


def _month_of(kind: int, m: re.Match[str]) -> date | None:
    """The first of a month that is named without a day, for 同年 and 同月 to lean on."""
    return dates.make(whole(m["y"]), whole(m["m"]), 1) if kind == 0 and not m["d"] else None
