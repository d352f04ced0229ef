"""The arithmetic of stated term dates: which custody, credited how, explains them. Pure; no text is read here.

A term starts on its stated day or on any day a stay in custody begins, and is shortened by earlier stays. Dates are
explained when one such reading reaches the stated end. Whether the day of release counts is open in the texts, so
every stay counts between N and N+1 days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from msgspec import Struct

from anjian.law.terms import TERM_RULE_SINCE, add_term, possible_ends

#: More stays than this are not combined one by one; no document tells of so many.
_MOST_STAYS = 10
#: Of a day before it, the end of a term of months is never in doubt.
_IN_EVERY_MONTH = 28
#: A term so much longer or shorter is no slip of whole months.
_MOST_MONTHS = 300


class Length(Struct, frozen=True):
    """A pronounced term: whole months and days beside (half a month = 15)."""

    months: int
    days: int = 0


class Stay(Struct, frozen=True):
    """One stretch in custody. `last` is the day of release or of the stated end; None while it goes on.

    `rate` is what a day of it counts against this penalty. `sure` stays are custody of this case that a term
    must count; others (seizure without detention, a sanction for what may be another act) may or may not count.
    """

    first: date
    last: date | None
    kind: str
    rate: Fraction = Fraction(1)
    sure: bool = True
    stated: int | None = None

    def counts(self, until: date) -> range:
        """The days of the penalty this stay may count for when the term starts on `until`."""
        last = min(self.last, until) if self.last is not None else until
        held = max((last - self.first).days, 0)
        most = held + (1 if self.last is not None and self.last < until else 0)
        if self.stated is not None:
            held = most = self.stated
        if self.rate == 1:
            return range(held, most + 1)
        low = int(held * self.rate)
        return range(low, max(-int(-most * self.rate // 1), low) + 1)


class History(Struct, frozen=True):
    """What a text tells of a person's custody.

    `stays` in order of time · `credits` explicit statements of days (months, days) · `complete` is False where
    the head tells of no custody or a step has no date.
    """

    stays: tuple[Stay, ...]
    credits: tuple[tuple[int, int], ...] = ()
    complete: bool = True

    @property
    def first(self) -> date | None:
        """The first day of custody that is sure."""
        return min((s.first for s in self.stays if s.sure), default=None)

    def released_after(self, day: date) -> date | None:
        """The first release from a sure stay after a day, or None."""
        return min((s.last for s in self.stays if s.sure and s.last and s.last >= day), default=None)

    def gaps(self, begin: date, decided: date | None) -> list[int]:
        """Days between each release after a term began and the next sure stay, or the decision."""
        stays = [s for s in self.stays if s.sure and s.last != s.first and (s.last is None or s.last >= begin)]
        nexts = [s.first for s in stays[1:]] + ([decided] if decided else [])
        return [(n - s.last).days for s, n in zip(stays, nexts, strict=False) if s.last and n > s.last]

    def open_since(self) -> date | None:
        """The last release, where no later detention is told; None while in custody or never released."""
        if not self.stays or any(s.last is None for s in self.stays):
            return None
        return max(s.last for s in self.stays if s.last is not None)


class Explanation(Struct, frozen=True):
    """A reading that reaches the stated end: the term counted from `anchor`, less `credited` days."""

    anchor: date
    credited: int
    stays: tuple[Stay, ...] = ()


def slack(decided: date | None) -> int:
    """Days of tolerance: one before the rule of 2021-03-01 was written, none since."""
    return 0 if decided is not None and decided >= TERM_RULE_SINCE else 1


def ends(start: date, length: Length, decided: date | None) -> frozenset[date]:
    """The last days a court may write for an unbroken term from a day under the law of its own day."""
    try:
        if slack(decided) == 0:
            return frozenset({add_term(start, 0, length.months, length.days)})
        return possible_ends(start, 0, length.months, length.days)
    except (ValueError, OverflowError):
        return frozenset()


def explain(
    begin: date, finish: date, length: Length, history: History, decided: date | None = None
) -> Explanation | None:
    """The first reading that explains the stated dates, the plainest first; None when none does."""
    if unbroken(begin, finish, length, decided):
        return Explanation(begin, 0)
    for anchor, gathered in _readings(begin, history, decided):
        for end in sorted(ends(anchor, length, decided), key=lambda e: abs((e - finish).days)):
            off = (end - finish).days
            for credited, stays in gathered:
                if abs(off - credited) <= slack(decided):
                    return Explanation(anchor, credited, stays)
            explicit = _explicit(end, finish, history, slack(decided))
            if explicit is not None:
                return Explanation(anchor, explicit)
    return _prolonged(begin, finish, length, history, decided)


def unbroken(begin: date, finish: date, length: Length, decided: date | None) -> bool:
    """Whether the whole term, nothing credited, ends on the stated day."""
    if begin.day < _IN_EVERY_MONTH and not length.days and finish < date.max:
        after = finish + timedelta(days=1)
        months = (after.year - begin.year) * 12 + after.month - begin.month
        if after.day == begin.day and months == length.months > 0:
            return True
    tolerance = slack(decided)
    return any(abs((end - finish).days) <= tolerance for end in ends(begin, length, decided))


def _prolonged(begin: date, finish: date, length: Length, history: History, decided: date | None) -> Explanation | None:
    """The reading that puts the days at liberty between two stays behind the end of the term."""
    gaps = history.gaps(begin, decided)
    free = sum(gaps)
    for end in ends(begin, length, decided):
        if gaps and free - len(gaps) - slack(decided) <= (finish - end).days <= free + slack(decided):
            return Explanation(begin, (end - finish).days)
    return None


def _readings(
    begin: date, history: History, decided: date | None
) -> Iterator[tuple[date, list[tuple[int, tuple[Stay, ...]]]]]:
    """Every day the clock may start on, with the sums of days that may be credited before it."""
    before = [s for s in history.stays if s.first < begin]
    yield begin, _sums(before, begin, must=())
    one = timedelta(days=1)
    starts = {s.first for s in history.stays if s.first > begin}
    if decided is not None and decided > begin and history.released_after(begin) is not None:
        starts |= {decided, decided + one}
    begun = [s for s in history.stays if abs((s.first - begin).days) <= 1]
    if not begun:
        return
    for anchor in sorted(starts):
        must = tuple(s for s in history.stays if s.sure and begin - one <= s.first < anchor)
        yield anchor, _sums([s for s in history.stays if s.first < anchor], anchor, must)


def _sums(stays: list[Stay], until: date, must: tuple[Stay, ...]) -> list[tuple[int, tuple[Stay, ...]]]:
    """What any choice of the stays adds up to; those in `must` are in every choice. Each sum once."""
    sums: dict[int, tuple[Stay, ...]] = {0: ()}
    for stay in stays[:_MOST_STAYS]:
        grown: dict[int, tuple[Stay, ...]] = {} if stay in must else dict(sums)
        for total, chosen in sums.items():
            for days in stay.counts(until):
                grown.setdefault(total + days, (*chosen, stay))
        sums = grown
    return sorted(sums.items())


def _explicit(end: date, finish: date, history: History, tolerance: int) -> int | None:
    """The credited days when the text itself says how many and they fit, alone or all together."""
    stated = [*history.credits]
    choices: list[list[tuple[int, int]]] = [[c] for c in stated] + ([stated] if len(stated) > 1 else [])
    for choice in choices:
        reached = end
        for months, days in choice:
            reached = _back(reached, months) - timedelta(days=days)
        if abs((reached - finish).days) <= tolerance:
            return (end - finish).days
    return None


def _back(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 - months
    if not months or count < 12:
        return day
    last = date(count // 12 + (count % 12 == 11), (count % 12 + 1) % 12 + 1, 1) - timedelta(days=1)
    return last if last.day < day.day else last.replace(day=day.day)


def whole_months_off(begin: date, finish: date, length: Length, decided: date | None) -> int | None:
    """How many whole months the stated end lies after (+) or before (−) the plain one; None when not whole months."""
    free = finish - timedelta(days=length.days - 1)
    apart = (free.year - begin.year) * 12 + free.month - begin.month - length.months
    for months in sorted((apart, apart - 1), key=abs):
        stated = length.months + months
        possible = 1 <= abs(months) <= _MOST_MONTHS and stated >= 0 and stated + length.days > 0
        if possible and finish in ends(begin, Length(stated, length.days), decided):
            return months
    return None


def year_slip(begin: date, finish: date, length: Length, history: History, decided: date | None) -> date | None:
    """A begin or end that would fit if only its year were another: the corrected day, or None.

    The begin is doubted first where no custody begins on it, else the end.
    """
    known = {s.first for s in history.stays} | ({decided} if decided else set())
    doubtful = not any(abs((day - begin).days) <= 1 for day in known)
    for of_begin in (doubtful, not doubtful):
        for years in (1, -1, 10, -10):
            moved = other_year(begin if of_begin else finish, years)
            first, last = (moved, finish) if of_begin else (begin, moved)
            if moved is None or first is None or last is None or first > last:
                continue
            if explain(first, last, length, history, decided):
                return moved
    return None


def other_year(day: date, years: int) -> date | None:
    """The same day of another year, where there is one."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return None
