"""A party's custody as the text tells it, made into the stays that `term_credit` reckons with."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Custody, Prior, Result
from anjian.law.terms import day_for_day, rate

from .earlier_convictions import priors_of
from .term_credit import History, Length, Stay, explain

ONE_DAY = timedelta(days=1)
#: Seizures: a day or two in custody that need not be followed by detention.
_SEIZED = ("抓获", "押回")
_SUMMONED = ("传唤", "投案")
_BRIEF = frozenset(_SEIZED + _SUMMONED)
_SANCTIONS = ("行政拘留", "司法拘留")
_DESIGNATED = "指定居所监视居住"
_NOT_SURE = frozenset((*_BRIEF, *_SANCTIONS, _DESIGNATED))
_ONE = Fraction(1)


@once
def _steps(judgment: Judgment) -> dict[str, list[Custody]]:
    found: dict[str, list[Custody]] = {}
    for step in judgment.custody:
        found.setdefault(step.party, []).append(step)
    return found


def steps_of(judgment: Judgment, party: str) -> list[Custody]:
    """The custody told of a party, in the order of the text."""
    return _steps(judgment).get(party, [])


def must_count(step: Custody) -> bool:
    """Whether a step that detains is sure custody of this case, which a term must count."""
    return step.section == "parties" and step.kind not in _NOT_SURE


def told_whole(judgment: Judgment, party: str) -> bool:
    """Whether the head tells of a party's custody and leaves no day of it out."""
    told = [c for c in steps_of(judgment, party) if c.section == "parties"]
    return bool(told) and all(c.day for c in told if (c.detains or c.frees) and c.kind not in _SUMMONED)


def history_of(judgment: Judgment, party: str, penalty: str) -> History:
    """The stays of a party, each at its rate against a penalty (管制, 拘役, 有期徒刑), with the stated credits."""
    known = _histories(judgment)
    if (party, penalty) not in known:
        known[party, penalty] = _history(judgment, party, penalty)
    return known[party, penalty]


@once
def _histories(_: Judgment) -> dict[tuple[str, str], History]:
    """What `history_of` has found in a judgment."""
    return {}


def _history(judgment: Judgment, party: str, penalty: str) -> History:
    stays = _stays(steps_of(judgment, party), penalty)
    known = {s.first for s in stays if s.kind in _SANCTIONS}
    stays += [s for s in _sanctions(priors_of(judgment, party), penalty) if s.first not in known]
    if len(stays) > 1:
        stays.sort(key=lambda s: (s.first, not s.sure))
    stated = _stated_credits(judgment)
    credits = {*stated.get(party, ()), *stated.get(None, ())} if stated else ()
    return History(tuple(stays), tuple(sorted(credits)), told_whole(judgment, party))


@once
def _stated_credits(judgment: Judgment) -> dict[str | None, list[tuple[int, int]]]:
    """Party (None: whom it concerns is not said) → months and days that the text says are credited."""
    found: dict[str | None, list[tuple[int, int]]] = {}
    for told in judgment.credits:
        found.setdefault(told.party, []).append((told.months, told.days or 0))
    return found


class _Later(NamedTuple):
    """The days of the steps that follow one: the next that detains, the next that frees, the next of either."""

    detains: date | None
    frees: date | None
    either: date | None


def _stays(steps: list[Custody], penalty: str) -> list[Stay]:
    out: list[Stay] = []
    held = date.min
    for step, day, later in _in_order(steps):
        if step.kind in _SANCTIONS:
            out.extend(_sanction(day, step.until, penalty, step.kind))
        elif step.kind in _BRIEF:
            out.append(_brief(day, later, penalty, step.kind))
        elif step.kind == _DESIGNATED:
            out.extend(_designated(day, later, penalty))
        elif step.detains and not day < held:
            stay = _detention(day, later, penalty, step.kind, step.section == "parties")
            out.append(stay)
            if stay.sure:
                held = max(held, stay.last or date.max)
    return out


def _in_order(steps: list[Custody]) -> list[tuple[Custody, date, _Later]]:
    """The steps that have a day, in order of time, each with what follows it."""
    dated = [(step, step.day) for step in steps if step.day]
    if len(dated) > 1:
        dated.sort(key=lambda told: told[1])
    out = []
    detains = frees = either = None
    for step, day in reversed(dated):
        out.append((step, day, _Later(detains, frees, either)))
        detains = day if step.detains else detains
        frees = day if step.frees else frees
        either = day if step.detains or step.frees else either
    out.reverse()
    return out


def _detention(day: date, later: _Later, penalty: str, kind: str, sure: bool) -> Stay:
    return Stay(day, later.frees, kind, rate_of("留置" if kind == "留置" else "羁押", penalty, day), sure)


def _brief(day: date, later: _Later, penalty: str, kind: str) -> Stay:
    """A seizure: it runs into the detention of the next days, else it is a day or two by itself."""
    following = later.detains
    last = following if following and following - day <= 3 * ONE_DAY else day + ONE_DAY
    return Stay(day, last, kind, rate_of("羁押", penalty, day), sure=False)


def _sanction(day: date, until: date | None, penalty: str, kind: str) -> list[Stay]:
    if until is None:
        return []
    length = (until - day).days + 1
    return [Stay(day, until + ONE_DAY, kind, rate_of("羁押", penalty, day), sure=False, stated=length)]


def _sanctions(priors: list[Prior], penalty: str) -> list[Stay]:
    """Administrative detentions told as an earlier record; the act may have been this one."""
    out: list[Stay] = []
    for prior in priors:
        if prior.measure in ("行政拘留", "治安拘留") and prior.days and prior.decided:
            out.extend(_sanction(prior.decided, prior.decided + (prior.days - 1) * ONE_DAY, penalty, "行政拘留"))
    return out


def _designated(day: date, later: _Later, penalty: str) -> list[Stay]:
    last = later.either
    if last is None:
        return []
    counted = rate(_DESIGNATED, penalty, day)
    if counted is None:
        return [Stay(day, last, _DESIGNATED, Fraction(n, 2), sure=False) for n in (1, 2)]
    return [Stay(day, last, _DESIGNATED, counted, sure=False)]


def rate_of(kind: str, penalty: str, on: date) -> Fraction:
    """What a day of custody counts against a penalty; one day where the tables know no rule for that day."""
    known = rate(kind, penalty, on)
    return _ONE if known is None else known


def credited_at_wrong_rate(judgment: Judgment, result: Result, decided: date | None) -> tuple[Stay, ...] | None:
    """The stays whose credit at the wrong rate, one day for one, alone explains the stated dates; None otherwise.

    Right is two days of 管制 for a day in custody, and half a day of a term for a day of designated residence.
    """
    term, penalty = result.term, result.penalty
    if term is None or not (term.begin and term.finish and term.begin.value and term.finish.value and penalty.kind):
        return None
    if not _may_be_skewed(judgment, result.party, penalty.kind):
        return None
    begin, finish = term.begin.value, term.finish.value
    length = Length(penalty.months, penalty.days)
    history = history_of(judgment, result.party, penalty.kind)
    skewed = tuple(s for s in history.stays if s.rate != 1 and s.counts(begin)[0] > 3 * s.rate)
    if not skewed or finish < begin or explain(begin, finish, length, history, decided):
        return None
    level = replace(history, stays=tuple(replace(s, rate=Fraction(1)) for s in history.stays))
    found = explain(begin, finish, length, level, decided)
    return skewed if found is not None and found.credited else None


def _may_be_skewed(judgment: Judgment, party: str, penalty: str) -> bool:
    """Whether a day of any custody of the party may count as more or less than a day of the penalty."""
    if not all(day_for_day(kind, penalty) for kind in ("羁押", "留置")):
        return True
    return any(step.kind == _DESIGNATED for step in steps_of(judgment, party))
