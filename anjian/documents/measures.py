"""Compulsory measures as sentences tell them: each with its day, found from the verb backwards.

Used for the head's passage about a party and for sentences of the findings alike.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from . import dates
from .numerals import NUMBER, whole

#: Verbs of custody; the first alternative that matches at a place names the step, by the empty group at its end. Each
#: begins with a character of its own, which lets the search step over the others quickly.
_EVENT = re.compile(
    r"刑(?:满(?:释放)?(?P<k1>)|(?:事拘留|拘)(?P<刑事拘留>))"
    r"|执(?:行了?逮捕(?P<执行逮捕>)|(?<=[局处所关]执)行(?=[，。；、]|$)(?P<执行>))"
    r"|批(?:准(?:(?!执行)[^，。；]){0,8}?逮捕|捕)(?P<批准逮捕>)"
    r"|决定(?:(?:(?!执行)[^，。；]){0,10}?逮捕(?P<决定逮捕>)|(?:对其|被|予以)?刑事拘留(?P<决定刑事拘留>))"
    r"|逮捕(?![前证时后令])(?P<逮捕>)"
    r"|被(?:捕(?!前)(?P<逮捕1>)|(?<!现被)(?<!现在被)(?:(?!被)[^，。；（]){0,10}?羁押(?P<羁押>)|关押(?P<羁押1>))"
    r"|行政拘留(?P<行政拘留>)|治安拘留(?P<行政拘留1>)|司法拘留(?P<司法拘留>)"
    r"|取保[候侯后]审(?!的?规定|期间|期限|保证金|决定书|义务|手续|条件|申请)(?P<取保候审>)"
    r"|指定(?:的)?居所[^，。；]{0,6}?监视居住(?P<指定居所监视居住>)"
    r"|监视居住(?!的?规定|期间|期限|决定书|义务|场所)(?P<监视居住>)"
    r"|留置(?!送达|室|权|针|管|看护)(?P<留置>)"
    r"|临时(?<!现临时)(?<!现在临时)(?:(?!被)[^，。；（]){0,10}?羁押(?P<羁押2>)"
    r"|代为(?<!现代为)(?<!现在代为)(?:(?!被)[^，。；（]){0,10}?羁押(?P<羁押3>)"
    r"|予以(?<!现予以)(?<!现在予以)(?:(?!被)[^，。；（]){0,10}?羁押(?P<羁押4>)"
    r"|暂[予时](?<!现暂.)(?<!现在暂.)(?:(?!被)[^，。；（]){0,10}?羁押(?P<羁押5>)"
    r"|寄押(?P<羁押6>)|收押(?<!现收押)(?P<羁押7>)"
    r"|抓(?:获|捕(?:归案)?)(?P<抓获>)|捉获(?P<抓获1>)|捕获(?P<抓获2>)|扭送(?P<抓获3>)|查获归案(?P<抓获4>)"
    r"|投案(?P<投案>)|归案(?<![获捕]归案)(?!情况|经过|说明|后)(?P<投案1>)"
    r"|传唤(?P<传唤>)|拘(?:传(?P<传唤1>)|留(?!所|证|决定书|期限)(?P<拘留>))|押[回解](?P<押回>)"
    r"|停止计算[^，。；]{0,4}期限(?P<停止计算羁押期限>)|解除(?:对其)?留置(?!决定)(?P<解除留置>)"
    r"|恢复(?:计算)?羁押(?P<恢复羁押>)|释放(?<!刑满释放)(?P<释放>)"
)
_KINDS = {name: name.rstrip("1234567") if name != "k1" else name for name in _EVENT.groupindex}
#: How far back and ahead of a verb its sentence is looked at.
_REACH = 400
_DAYS = re.compile(rf"^(?:处罚)?(?P<n>{NUMBER})[日天]")
_LEAN = re.compile(
    r"(?P<lean>同年同月|同年|当年|次年|翌年|同月|当月|次月|同日|当日|次日|翌日|)"
    r"(?:(?P<m>[0-9]{1,2}|[一二三四五六七八九十]{1,3})月)?(?:(?P<d>[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?"
)
#: A whole date; one that leans on the date before it; a day alone: 分别于3日、5日. The first character is taken by
#: itself because a search for one of a few characters is fast.
_WHEN = re.compile(
    r"[0-9一二同当次翌](?:"
    r"(?:(?:(?<=1)9|(?<=2)0)[0-9]{2}|(?<=[一二])[〇一二三四五六七八九]{3})年(?:[0-9]{1,2}|[一二三四五六七八九十元]{1,3})月(?:份)?"
    r"(?:(?:[0-9]{1,2}|[一二三四五六七八九十廿卅]{1,4})[日号曰])?(?P<date>)"
    r"|(?:(?<=同)年同月|(?<=[同当次翌])[年日]|(?<=[同当次])月)"
    r"(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})月)?(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[日号])?(?P<lean>)"
    r"|(?<=[0-9])(?<![0-9年同月一二三四五六七八九十].)[0-9]?月[0-9]{1,2}日(?P<short>)"
    r"|(?<=[于至、，和][0-9])[0-9]?[日号](?=被|经|由|转|因|执行|，|释放|取保|刑)(?P<bare>)"
    r")"
)
_OF_THIS_CASE = re.compile(r"因(?:本案|涉嫌|涉|此案|被控|形迹|同案)|涉嫌|嫌疑|因[^，。；]{1,14}?一案|现因")
_OF_EARLIER = re.compile(r"曾因|曾于|因(?:曾)?犯|又犯")
_REASON = re.compile(r"曾因|曾于|现因|因(?!为|此|素|果)|涉嫌|嫌疑")
_NEGATIONS = frozenset("未不无没解")
_NOT_DONE = re.compile(r"(?:未予?|未能|不能|不予|无法|未被|不宜)[^，。；]{0,3}$|[不未没]$|解除$")
_SENTENCED = re.compile(r"判处|判决|被判|刑满|假释|劳动教养|劳教|减刑|免予刑事处罚|服刑")
_SANCTION = ("行政拘留", "司法拘留")
_DECIDED = ("批准逮捕", "决定逮捕", "决定刑事拘留")
_DETAINS = ("执行逮捕", "逮捕", "刑事拘留", "行政拘留", "司法拘留", "留置", "羁押", "抓获", "押回", "恢复羁押")
_FREES = ("取保候审", "监视居住", "指定居所监视居住", "释放", "解除留置", "停止计算羁押期限")


class Step(NamedTuple):
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


class When(NamedTuple):
    """A date in the text, plain indexes; `day` is None for a month without a day."""

    start: int
    end: int
    day: date | None


#: Tells the date before a stretch, once it is needed.
Before = Callable[[], date | None]
#: The day of a step and, where it is stated, the day it ended.
_Days = tuple[date | None, date | None]


def steps(text: str, start: int, end: int, before: Before | None = None) -> list[Step]:
    """The measures told in text[start:end], in order; `before` tells the date that a leading 同年 leans on."""
    events = list(_EVENT.finditer(text, start, end))
    if not events:
        return []
    dated = whens(text, start, end, None, before)
    starts = [when.start for when in dated]
    found: list[Step] = []
    previous_end = start
    for m in events:
        kind = _KINDS[m.lastgroup or ""]
        if kind == "k1":
            previous_end = m.end()
            continue
        at = m.start()
        near = max(at - 6, start)
        if not _NEGATIONS.isdisjoint(text[near:at]) and _NOT_DONE.search(text, near, at):
            if kind == "羁押" and found and "逮捕" in found[-1].kind:
                found[-1] = found[-1]._replace(kind="未收押逮捕")
            continue
        if kind == "执行":
            if not found or found[-1].kind not in _DECIDED:
                continue
            kind = "执行逮捕" if "逮捕" in found[-1].kind else "刑事拘留"
        near = max(start, at - _REACH)
        sentence = max(text.rfind("。", near, at) + 1, near)
        mine = dated[bisect_left(starts, max(previous_end, sentence)) : bisect_left(starts, at)]
        if mine:
            days = _days_of(text, mine)
        else:
            behind = bisect_left(starts, m.end())
            days = [(_day_without(text, m, dated[behind : behind + 1], found, previous_end), None)]
        found += _event(text, m, kind, days, sentence, bool(found))
        previous_end = m.end()
    return _settle(found)


def _event(text: str, m: re.Match[str], kind: str, days: list[_Days], sentence: int, follows: bool) -> list[Step]:
    """The steps of one verb, one for each of its days; a bare 释放 that follows no other step is of an earlier case."""
    if kind == "拘留":
        kind = "行政拘留" if _DAYS.match(text[m.end() : m.end() + 8]) else "刑事拘留"
    earlier, apart = _reason(text, m, kind, sentence)
    if kind == "释放" and not follows:
        earlier = True
    if kind in _SANCTION:
        days = [(day, _sanction_end(text, m.end(), day) or until) for day, until in days]
    return [Step(*m.span(), kind, day, until, earlier, apart) for day, until in days]


def _day_without(text: str, m: re.Match[str], behind: list[When], found: list[Step], floor: int) -> date | None:
    """The day of a verb without one before it: the date right behind it, or that of the step it is joined to."""
    if behind and behind[0].start <= m.end() + 1 and text[m.end() : behind[0].start] in ("", "于", "（"):
        return behind[0].day
    if not found:
        return None
    joined = text[floor : m.start()] in ("并", "、", "并被", "后", "后被", "并于", "和", "并予以", "及")
    joined = joined or (found[-1].kind in _DECIDED and m.lastgroup in ("执行逮捕", "执行"))
    return found[-1].day if joined else None


def _days_of(text: str, mine: list[When]) -> list[_Days]:
    """The days of a verb by the dates before it; several where several are listed (分别于…、…)."""
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
    reason = None
    for r in _REASON.finditer(text, sentence, m.start()):
        reason = r if reason is None or r[0] not in ("涉嫌", "嫌疑") or r.start() - reason.end() > 12 else reason
    if reason is None:
        return False, False
    phrase = text[reason.start() : reason.start() + 24]
    if _OF_EARLIER.match(phrase):
        own = kind in _SANCTION and phrase.startswith("曾")
        return own or phrase.startswith("曾") or _sentenced_after(text, m.end()), kind in _SANCTION
    if _OF_THIS_CASE.match(phrase):
        return False, False
    return False, kind in _SANCTION


def _sentenced_after(text: str, at: int) -> bool:
    """Whether the rest of the sentence, up to its next reason, tells of a sentence."""
    stop = text.find("。", at, at + _REACH)
    rest = text[at : stop if stop >= 0 else at + _REACH]
    next_reason = re.search(r"[，；](?:现|又|后)?因", rest)
    return _SENTENCED.search(rest[: next_reason.start()] if next_reason else rest) is not None


def _sanction_end(text: str, at: int, day: date | None) -> date | None:
    m = _DAYS.match(text[at : at + 8])
    length = whole(m["n"]) if m else None
    if day is None or not length or length > 60:
        return None
    return day + timedelta(days=length - 1)


def _settle(found: list[Step]) -> list[Step]:
    """A bare 释放 after an earlier case's step belongs to that case."""
    for i, step in enumerate(found):
        if step.kind == "释放" and i and found[i - 1].earlier:
            found[i] = step._replace(earlier=True)
    return found


def whens(text: str, start: int, end: int, before: date | None, told: Before | None = None) -> list[When]:
    """Every date of the stretch with its day; leaning ones are resolved against the one before, or the one `told`."""
    found: list[When] = []
    for m in _WHEN.finditer(text, start, end):
        what = m.lastgroup
        if told and before is None and what != "date":
            before, told = told(), None
        if what == "date":
            day, leaned_on = _dated(m[0])
        elif what == "bare":
            day = leaned_on = dates.make(before.year, before.month, whole(m[0][:-1])) if before else None
        else:
            day = leaned_on = _leaning(m[0], before)
        found.append(When(*m.span(), day))
        before = leaned_on or before
    return found


@lru_cache(maxsize=16384)
def _dated(words: str) -> tuple[date | None, date | None]:
    """The day of a whole date, and the day to lean on: of a month named without a day its first."""
    m = dates.DATE.match(words)
    if m is None:
        return None, None
    day = dates.to_date(m)
    return day, day if m["d"] else dates.make(whole(m["y"]), whole(m["m"]), 1)


def _leaning(words: str, before: date | None) -> date | None:
    m = _LEAN.match(words)
    day = dates.lean_on(m, before) if m else None
    if m and day and before and not m["lean"] and (before - day).days > 300:
        return dates.make(day.year + 1, day.month, day.day)
    return day
