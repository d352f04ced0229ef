"""The custody history of each party in this case, and the days the text itself says are credited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from . import dates
from .measures import Step, steps
from .model import Credit, Custody, Party
from .numerals import NUMBER, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_SECTIONS = ("course", "lower", "charge", "findings", "evidence", "reasoning", "disposition")
_ANCHOR = re.compile(r"拘留|逮捕|取保候审|监视居住|留置|羁押|抓获|捉获|投案|传唤|释放|扭送|归案")
#: One sentence for all the defendants listed so far: 上列三被告人因涉嫌….
_TOGETHER = re.compile(
    r"(?:(?:上列|上述|以上)[二两三四五六七八九十0-9]{0,2}名?|[二两三四五六七八九十][名个]?)被告人(?:均|分别)?因"
)
_EARLIER_CASE = re.compile(r"判处|刑满|曾因|前科|劳动教养|假释")
_SOMEBODY = re.compile(r"[一-龥]某[某甲乙丙丁0-9]?")
_OTHERS = ("同案", "另案", "犯罪嫌疑人", "同伙")

_FORMULA = re.compile(
    r"(?:羁押|留置|拘留|居住)(?:的)?，?(?:羁押|留置)?[一二两12][日天]，?(?:应)?折抵(?:有期徒刑|拘役|管制)?刑?期?(?:[一二两12][日天])?"
)
_CREDIT = re.compile(r"折抵|抵扣|冲抵|扣除|扣减|先行羁押|已被?羁押|前羁押|被羁押")
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
    for i, party in enumerate(accused):
        if party.paragraph is None:
            continue
        start, end = j.plain_span(party.paragraph)
        together = _TOGETHER.search(j.plain, start, end)
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
        *j.span(step.start, step.end),
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
    for cut in j.cuts:
        if cut.name not in _SECTIONS:
            continue
        for start, end in _sentences(j.plain, cut.start, cut.end):
            if not _EARLIER_CASE.search(j.plain, start, end):
                yield from _of_sentence(j, accused, start, end, cut.name)


def _of_sentence(j: Judgment, accused: tuple[Party, ...], start: int, end: int, section: str) -> Iterator[Custody]:
    before = None
    for m in dates.DATE.finditer(j.plain, max(start - 300, 0), start):
        before = dates.to_date(m) or before
    for step in steps(j.plain, start, end, before):
        if step.day is None or step.earlier:
            continue
        party = _whom(j, accused, start, step.start)
        if party:
            yield _fact(j, party, step, [], 0, section)


def _whom(j: Judgment, accused: tuple[Party, ...], start: int, at: int) -> str | None:
    """The defendant named last before the verb in the sentence; failing that the only defendant."""
    clause = j.plain[max(start, *(j.plain.rfind(stop, start, at) for stop in "，；")) : at]
    named = any(p.name in clause for p in accused)
    if any(word in clause for word in _OTHERS) or (not named and _SOMEBODY.search(clause)):
        return None
    best = max(((j.plain.rfind(p.name, start, at), p.name) for p in accused), default=(-1, ""))
    if best[0] >= 0:
        return best[1]
    return accused[0].name if len(accused) == 1 else None


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch that hold a word of custody."""
    read_to = start
    for m in _ANCHOR.finditer(text, start, end):
        if m.start() < read_to:
            continue
        stop = text.find("。", m.end(), end)
        stop = end if stop < 0 else stop + 1
        yield max(text.rfind("。", read_to, m.start()) + 1, read_to), stop
        read_to = stop


def read_credits(j: Judgment) -> tuple[Credit, ...]:
    """Every statement that so many days, or the days from one date to another, are credited."""
    out: list[Credit] = []
    for cut in j.cuts:
        if cut.name in ("findings", "reasoning", "basis", "disposition", "evidence", "charge"):
            for start, end in _clauses(j.plain, cut.start, cut.end):
                out.extend(_credits(j, start, end))
    return tuple(out)


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of a stretch, bounded by 。；（）, that hold a word of credit."""
    read_to = start
    for m in _CREDIT.finditer(text, start, end):
        if m.start() < read_to:
            continue
        begin = max(read_to, *(text.rfind(stop, read_to, m.start()) + 1 for stop in "。；（）"))
        stop_at = _CLAUSE_END.search(text, m.end(), end)
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
