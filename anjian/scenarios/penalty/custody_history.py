"""A party's custody as the text tells it, made into the stays that `term_credit` reckons with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from anjian.documents import Judgment
from anjian.documents.model import Custody, Prior, Result
from anjian.law.terms import credit

from .term_credit import History, Length, Stay, explain

ONE_DAY = timedelta(days=1)
#: Seizures: a day or two in custody that need not be followed by detention.
_SEIZED = ("抓获", "押回")
_SUMMONED = ("传唤", "投案")
_SANCTIONS = ("行政拘留", "司法拘留")
_DESIGNATED = "指定居所监视居住"


def history_of(judgment: Judgment, party: str, penalty: str) -> History:
    """The stays of a party, each at its rate against a penalty (管制, 拘役, 有期徒刑), with the stated credits."""
    steps = [c for c in judgment.custody if c.party == party]
    stays = _stays(steps, penalty)
    known = {s.first for s in stays if s.kind in _SANCTIONS}
    stays += [s for s in _sanctions(judgment.priors, party, penalty) if s.first not in known]
    credits = {(c.months, c.days or 0) for c in judgment.credits if c.party in (party, None)}
    told = [c for c in steps if c.section == "parties"]
    complete = bool(told) and all(c.day for c in told if (c.detains or c.frees) and c.kind not in _SUMMONED)
    return History(tuple(sorted(stays, key=lambda s: (s.first, not s.sure))), tuple(sorted(credits)), complete)


def _stays(steps: list[Custody], penalty: str) -> list[Stay]:
    out: list[Stay] = []
    dated = sorted((c for c in steps if c.day), key=lambda c: c.day or date.min)
    for i, step in enumerate(dated):
        if step.day is None:
            continue
        later = dated[i + 1 :]
        if step.kind in _SANCTIONS:
            out.extend(_sanction(step.day, step.until, penalty, step.kind))
        elif step.kind in _SEIZED + _SUMMONED:
            out.append(_brief(step.day, later, penalty, step.kind))
        elif step.kind == _DESIGNATED:
            out.extend(_designated(step.day, later, penalty))
        elif step.detains and not _held(out, step.day):
            out.append(_detention(step.day, later, penalty, step.kind, step.section == "parties"))
    return out


def _held(stays: list[Stay], day: date) -> bool:
    """Whether a detention already told still goes on that day."""
    return any(
        s.sure and s.first <= day and (s.last is None or day < s.last) and s.kind not in (*_SANCTIONS, _DESIGNATED)
        for s in stays
    )


def _detention(day: date, later: list[Custody], penalty: str, kind: str, sure: bool) -> Stay:
    last = next((c.day for c in later if c.frees), None)
    return Stay(day, last, kind, rate_of("留置" if kind == "留置" else "羁押", penalty, day), sure)


def _brief(day: date, later: list[Custody], penalty: str, kind: str) -> Stay:
    """A seizure: it runs into the detention of the next days, else it is a day or two by itself."""
    following = next((c.day for c in later if c.detains and c.day), None)
    last = following if following and following - day <= 3 * ONE_DAY else day + ONE_DAY
    return Stay(day, last, kind, rate_of("羁押", penalty, day), sure=False)


def _sanction(day: date, until: date | None, penalty: str, kind: str) -> list[Stay]:
    if until is None:
        return []
    length = (until - day).days + 1
    return [Stay(day, until + ONE_DAY, kind, rate_of("羁押", penalty, day), sure=False, stated=length)]


def _sanctions(priors: tuple[Prior, ...], party: str, penalty: str) -> list[Stay]:
    """Administrative detentions told as an earlier record; the act may have been this one."""
    out: list[Stay] = []
    for prior in priors:
        if prior.party == party and prior.measure in ("行政拘留", "治安拘留") and prior.days and prior.decided:
            out.extend(_sanction(prior.decided, prior.decided + (prior.days - 1) * ONE_DAY, penalty, "行政拘留"))
    return out


def _designated(day: date, later: list[Custody], penalty: str) -> list[Stay]:
    last = next((c.day for c in later if (c.detains or c.frees) and c.day), None)
    rate = credit(_DESIGNATED, penalty, 1, day)
    if last is None:
        return []
    if rate is None:
        return [Stay(day, last, _DESIGNATED, Fraction(n, 2), sure=False) for n in (1, 2)]
    return [Stay(day, last, _DESIGNATED, rate, sure=False)]


def rate_of(kind: str, penalty: str, on: date) -> Fraction:
    """What a day of custody counts against a penalty; one day where the tables know no rule for that day."""
    rate = credit(kind, penalty, 1, on)
    return Fraction(1) if rate is None else rate


def credited_at_wrong_rate(judgment: Judgment, result: Result, decided: date | None) -> tuple[Stay, ...] | None:
    """The stays whose credit at the wrong rate, one day for one, alone explains the stated dates; None otherwise.

    Right is two days of 管制 for a day in custody, and half a day of a term for a day of designated residence.
    """
    term, penalty = result.term, result.penalty
    if term is None or not (term.begin and term.finish and term.begin.value and term.finish.value and penalty.kind):
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
