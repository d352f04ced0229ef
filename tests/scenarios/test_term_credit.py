"""The arithmetic that explains stated term dates: properties and worked examples."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from anjian.law.terms import TERM_RULE_SINCE, add_term
from anjian.scenarios.penalty.term_credit import (
    History,
    Length,
    Stay,
    ends,
    explain,
    other_year,
    whole_months_off,
    year_slip,
)

DAYS = st.dates(date(1998, 1, 1), date(2035, 12, 31))
LENGTHS = st.builds(Length, st.integers(1, 180), st.sampled_from([0, 0, 15]))
NONE = History(())


def stay(first: date, days: int | None, **more: object) -> Stay:
    """A stay of so many days, the day of release not counted; None goes on."""
    last = None if days is None else first + timedelta(days=days)
    return Stay(first, last, "刑事拘留", **more)  # type: ignore[arg-type]


@given(DAYS, LENGTHS, DAYS)
def test_an_unbroken_term_explains_itself(begin: date, length: Length, decided: date) -> None:
    finish = add_term(begin, 0, length.months, length.days)
    found = explain(begin, finish, length, NONE, decided)
    assert found is not None
    assert (found.anchor, found.credited) == (begin, 0)


@given(DAYS, LENGTHS, st.integers(3, 400), st.integers(10, 500))
def test_an_earlier_stay_shortens_the_term(begin: date, length: Length, held: int, apart: int) -> None:
    finish = add_term(begin, 0, length.months, length.days) - timedelta(days=held)
    assume(finish > begin)
    history = History((stay(begin - timedelta(days=held + apart), held), stay(begin, None)))
    found = explain(begin, finish, length, history, TERM_RULE_SINCE)
    assert found is not None
    assert found.credited == held


@given(DAYS, LENGTHS, st.integers(3, 300), st.integers(3, 700))
def test_liberty_between_two_stays_moves_the_end(begin: date, length: Length, held: int, free: int) -> None:
    again = begin + timedelta(days=held + free)
    finish = add_term(again, 0, length.months, length.days) - timedelta(days=held)
    assume(finish >= again)
    history = History((stay(begin, held), stay(again, None)))
    assert explain(begin, finish, length, history, TERM_RULE_SINCE) is not None


@given(DAYS, LENGTHS, st.integers(3, 5000))
def test_nothing_explains_a_longer_term_in_unbroken_custody(begin: date, length: Length, extra: int) -> None:
    latest = max(ends(begin, length, None))
    history = History((stay(begin, None),))
    assert explain(begin, latest + timedelta(days=extra), length, history, date(2019, 1, 1)) is None


@given(DAYS, LENGTHS, st.integers(1, 60), st.integers(8, 60))
def test_credit_beyond_what_was_served_explains_nothing(begin: date, length: Length, held: int, more: int) -> None:
    plain = min(ends(begin, length, None))
    finish = plain - timedelta(days=held + more)
    assume(finish > begin)
    history = History((stay(begin - timedelta(days=held + 30), held), stay(begin, None)))
    assert explain(begin, finish, length, history, date(2019, 1, 1)) is None


@given(DAYS, LENGTHS, st.integers(0, 40), st.integers(1, 40))
def test_stated_days_are_credited(begin: date, length: Length, a: int, b: int) -> None:
    finish = add_term(begin, 0, length.months, length.days) - timedelta(days=a + b)
    assume(finish > begin)
    history = History((stay(begin, None),), credits=((0, a), (0, b)))
    assert explain(begin, finish, length, history, TERM_RULE_SINCE) is not None


@given(DAYS, DAYS, LENGTHS, st.lists(st.tuples(DAYS, st.integers(0, 900)), max_size=14), DAYS)
def test_any_history_is_reckoned(
    begin: date, finish: date, length: Length, told: list[tuple[date, int]], decided: date
) -> None:
    history = History(tuple(sorted((stay(a, n) for a, n in told), key=lambda s: s.first)))
    found = explain(begin, finish, length, history, decided)
    if found is not None and found.anchor == begin and not found.stays and found.credited == 0:
        assert min(abs((finish - e).days) for e in ends(begin, length, decided)) <= 1
    year_slip(begin, finish, length, history, decided)
    whole_months_off(begin, finish, length, decided)


def test_the_two_day_rate_of_designated_residence() -> None:
    sixty = stay(date(2018, 11, 2), 60, rate=Fraction(1, 2), sure=False)
    history = History((sixty, stay(date(2019, 1, 1), None)))
    assert list(sixty.counts(date(2019, 1, 1))) == [30]
    assert explain(date(2019, 1, 1), date(2019, 8, 1), Length(8), history) is not None
    assert explain(date(2019, 1, 1), date(2019, 7, 2), Length(8), history) is None


def test_public_surveillance_counts_two_for_one() -> None:
    twenty = stay(date(2018, 12, 10), 20, rate=Fraction(2))
    assert explain(date(2019, 4, 10), date(2020, 2, 28), Length(12), History((twenty,))) is not None
    assert explain(date(2019, 4, 10), date(2020, 3, 20), Length(12), History((twenty,))) is None


def test_one_day_is_forgiven_only_before_the_rule() -> None:
    begin, length = date(2021, 4, 10), Length(4)
    history = History((stay(begin, None),))
    assert explain(begin, date(2021, 8, 10), length, history, date(2021, 2, 28)) is not None
    assert explain(begin, date(2021, 8, 10), length, history, date(2021, 3, 1)) is None


def test_months_and_half_months() -> None:
    assert explain(date(2019, 1, 31), date(2019, 2, 27), Length(1), NONE, date(2022, 1, 1)) is not None
    assert explain(date(2019, 1, 1), date(2019, 2, 15), Length(1, 15), NONE, date(2022, 1, 1)) is not None
    assert whole_months_off(date(2018, 12, 10), date(2019, 5, 9), Length(4), None) == 1
    assert whole_months_off(date(2018, 12, 10), date(2019, 5, 1), Length(4), None) is None


def test_a_slip_of_the_year_is_named() -> None:
    history = History((stay(date(2019, 8, 9), None),), credits=((0, 24),))
    decided = date(2019, 8, 9)
    assert year_slip(date(2018, 8, 9), date(2019, 10, 15), Length(3), history, decided) == date(2019, 8, 9)
    assert other_year(date(2020, 2, 29), 1) is None
