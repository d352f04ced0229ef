"""The custody history of each party in this case, and the days the text itself says are credited."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from . import dates
from .anchors import anchors
from .measures import Step, steps
from .model import Credit, Custody, Party
from .numerals import NUMBER, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_SECTIONS = frozenset(("course", "lower", "charge", "findings", "evidence", "reasoning", "disposition"))
_CREDITING = frozenset(("findings", "reasoning", "basis", "disposition", "evidence", "charge"))
_TOLD = anchors(
    "拘留", "逮捕", "取保候审", "监视居住", "留置", "羁押", "抓获", "捉获", "投案", "传唤", "释放", "扭送", "归案"
)  # fmt: skip
_TOLD_LONG = ("取保候审", "监视居住")
#: One sentence for all the defendants listed so far: 上列三被告人因涉嫌….
_TOGETHER = re.compile(
    r"(?:(?:上列|上述|以上)[二两三四五六七八九十0-9]{0,2}名?|[二两三四五六七八九十][名个]?)被告人(?:均|分别)?因"
)
_TOGETHER_ENDS = anchors("被告人因", "被告人均因", "被告人分别因")
_EARLIER_CASE = re.compile(r"判处|刑满|曾因|前科|劳动教养|假释")
_SOMEBODY = re.compile(r"[一-龥]某[某甲乙丙丁0-9]?")
_OTHERS = ("同案", "另案", "犯罪嫌疑人", "同伙")

_FORMULA = re.compile(
    r"(?:羁押|留置|拘留|居住)(?:的)?，?(?:羁押|留置)?[一二两12][日天]，?(?:应)?折抵(?:有期徒刑|拘役|管制)?刑?期?(?:[一二两12][日天])?"
)
_CREDIT = re.compile(r"折抵|抵扣|冲抵|扣除|扣减|先行羁押|已被?羁押|前羁押|被羁押")
_CREDITED = anchors("折抵", "抵扣", "冲抵", "扣除", "扣减", "先行羁押", "已羁押", "被羁押", "前羁押")
_CLAUSE_END = re.compile(r"[。；（）]")
_LENGTH = re.compile(
    rf"(?<![月第0-9])(?:(?P<m>{NUMBER})个月(?:又|零)?)?(?P<d>{NUMBER})[日天](?!内|起|止|之内|以内|后)|"
    rf"(?P<only>{NUMBER})个月(?!内)"
)
_UNTIL = re.compile(r"(?P<lean>同年|当年|同月|当月|次年)?(?:(?P<m>[0-9]{1,2})月)?(?:(?P<d>[0-9]{1,2})[日号])")


def read_custody(j: Judgment) -> tuple[Custody, ...]:
    """Each party's steps as the head tells them, then what the body adds, in the order of the text."""
    out: list[Custody] = []
    accused = j.defendants
    several = j.has(_TOGETHER_ENDS)
    for i, party in enumerate(accused):
        if party.paragraph is None:
            continue
        start, end = j.plain_span(party.paragraph)
        together = _TOGETHER.search(j.plain, start, end) if several else None
        own = _own_case(steps(j.plain, start, end))
        for n, step in enumerate(own):
            shared = together is not None and step.start > together.start()
            for whom in accused[: i + 1] if shared else (party,):
                out.append(_fact(j, whom.name, step, own, n, "parties"))
    if accused:
        out.extend(_in_body(j, accused))
    return tuple(out)


def _fact(j: Judgment, party: str, step: Step, all_steps: list[Step], at: int, section: str) -> Custody:
    """One step as a fact. A decision detains only where no later step tells that it was carried out."""
    done = step.detains
    if step.kind in ("批准逮捕", "决定逮捕", "决定刑事拘留"):
        what = step.kind[2:]
        done = not any(what in s.kind for s in all_steps[at + 1 : at + 9])
    return Custody(
        *j.source.span(step.start, step.end),
        party=party,
        kind=step.kind,
        day=step.day,
        until=step.until,
        detains=done,
        frees=step.frees,
        section=section,
    )


def _own_case(found: list[Step]) -> list[Step]:
    """The steps of this case: sanctions for another act only where they run into this custody."""
    case = [s for s in found if not s.earlier and not s.apart]
    return [s for s in found if not s.earlier and (not s.apart or _runs_into(s, case))]


def _runs_into(sanction: Step, case: list[Step]) -> bool:
    if sanction.day is None or sanction.until is None:
        return False
    one = timedelta(days=1)
    return any(s.day and s.detains and sanction.day - one <= s.day <= sanction.until + one for s in case)


def _in_body(j: Judgment, accused: tuple[Party, ...]) -> Iterator[Custody]:
    spots = j.spots(_TOLD)
    if not spots:
        return
    text = j.plain
    for cut in j.cuts:
        if cut.name not in _SECTIONS:
            continue
        for start, end in _sentences(text, spots, cut.start, cut.end):
            if _has_day(text, start, end) and not _EARLIER_CASE.search(text, start, end):
                yield from _of_sentence(j, accused, start, end, cut.name)


def _has_day(text: str, start: int, end: int) -> bool:
    return text.find("日", start, end) >= 0 or text.find("号", start, end) >= 0 or text.find("曰", start, end) >= 0


def _of_sentence(j: Judgment, accused: tuple[Party, ...], start: int, end: int, section: str) -> Iterator[Custody]:
    for step in steps(j.plain, start, end, lambda: _last_day(j.plain, max(start - 300, 0), start)):
        if step.day is None or step.earlier:
            continue
        party = _whom(j, accused, start, step.start)
        if party:
            yield _fact(j, party, step, [], 0, section)


def _last_day(text: str, start: int, end: int) -> date | None:
    """The last whole date of a stretch."""
    year = text.rfind("年", start, end)
    while year - 4 >= start:
        m = dates.DATE.match(text, year - 4, end)
        day = dates.to_date(m) if m else None
        if day:
            return day
        year = text.rfind("年", start, year)
    return None


def _whom(j: Judgment, accused: tuple[Party, ...], start: int, at: int) -> str | None:
    """The defendant named last before the verb in the sentence; failing that the only defendant."""
    text = j.plain
    clause = text[max(start, text.rfind("，", start, at), text.rfind("；", start, at)) : at]
    if any(word in clause for word in _OTHERS):
        return None
    if "某" in clause and _SOMEBODY.search(clause) and not any(p.name in clause for p in accused):
        return None
    if len(accused) == 1:
        return accused[0].name
    best = max([(text.rfind(p.name, start, at), p.name) for p in accused])
    return best[1] if best[0] >= 0 else None


def _sentences(text: str, spots: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch that hold a word of custody."""
    read_to = start
    for at in spots[bisect_left(spots, start) : bisect_left(spots, end - 1)]:
        if at < read_to or (at + 4 > end and text.startswith(_TOLD_LONG, at)):
            continue
        stop = text.find("。", at, end)
        stop = end if stop < 0 else stop + 1
        yield max(text.rfind("。", read_to, at) + 1, read_to), stop
        read_to = stop


def read_credits(j: Judgment) -> tuple[Credit, ...]:
    """Every statement that so many days, or the days from one date to another, are credited."""
    spots = j.spots(_CREDITED)
    if not spots:
        return ()
    out: list[Credit] = []
    for cut in j.cuts:
        if cut.name in _CREDITING:
            for start, end in _clauses(j.plain, spots, cut.start, cut.end):
                out.extend(_credits(j, start, end))
    return tuple(out)


def _clauses(text: str, spots: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a stretch, bounded by 。；（）, that hold a word of credit."""
    read_to = start
    for at in spots[bisect_left(spots, start) : bisect_left(spots, end - 1)]:
        if at < read_to or (at + 4 > end and not _CREDIT.match(text, at, end)):
            continue
        begin = max(read_to, *(text.rfind(stop, read_to, at) + 1 for stop in "。；（）"))
        stop_at = _CLAUSE_END.search(text, at, end)
        read_to = stop_at.start() if stop_at else end
        yield begin, read_to


def _credits(j: Judgment, start: int, end: int) -> Iterator[Credit]:
    masked = _FORMULA.sub(lambda m: "※" * len(m[0]), j.plain[start:end])
    word = _CREDIT.search(masked)
    if word is None:
        return
    at, party = word.start(), _credited(j, start)
    ranged = _range_days(masked)
    near = [m for m in _LENGTH.finditer(masked) if -14 <= m.start() - at <= 50]
    stated = [m for m in near if "判处" not in masked[max(m.start() - 8, 0) : m.start()]]
    if stated:
        m = stated[-1] if ranged else stated[0]
        months, days = whole(m["m"] or m["only"] or "零") or 0, whole(m["d"] or "零") or 0
        if months <= 60 and days <= 1500:
            yield Credit(*j.span(start + m.start(), start + m.end()), party=party, days=days, months=months)
    elif ranged:
        a, b, days = ranged
        yield Credit(*j.span(start + a, start + b), party=party, days=days)


def _range_days(clause: str) -> tuple[int, int, int] | None:
    """(start, end, inclusive days) of 2014年7月9日至2014年7月23日 in a clause about crediting."""
    for m in dates.DATE.finditer(clause):
        begin = dates.to_date(m)
        joint = re.match(r"起?(?:至|到|—|-)", clause[m.end() : m.end() + 3])
        of_term = clause[: m.start()].endswith(("即自", "刑期自", "即从", "刑期从"))
        if begin is None or joint is None or of_term:
            continue
        rest = m.end() + joint.end()
        full = dates.DATE.match(clause, rest)
        lean = None if full else _UNTIL.match(clause, rest)
        until = dates.to_date(full) if full else dates.lean_on(lean, begin) if lean and lean["m"] else None
        if lean and not lean["m"]:
            until = dates.make(begin.year, begin.month, whole(lean["d"]))
        stop = full or lean
        if until and stop and 0 <= (until - begin).days <= 1500:
            return m.start(), stop.end(), (until - begin).days + 1
    return None


def _credited(j: Judgment, at: int) -> str | None:
    """The defendant named last before the clause within the same section, or the only one."""
    accused = j.defendants
    if len(accused) == 1:
        return accused[0].name
    floor = next((c.start for c in j.cuts if c.start <= at < c.end), 0)
    best = max(((j.plain.rfind(p.name, floor, at), p.name) for p in accused), default=(-1, ""))
    return best[1] if best[0] >= 0 else None
