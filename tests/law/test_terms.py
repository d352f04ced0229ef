"""Terms on the calendar, credit of custody, articles for measures."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.editions import exists
from anjian.law.measures import articles_for, grounds_of, measures
from anjian.law.terms import (
    add_term,
    credit,
    credit_rule,
    days_between,
    possible_ends,
    shift,
    term_days,
)


@pytest.mark.parametrize(
    ("start", "years", "months", "days", "end"),
    [
        ("2021-05-10", 1, 0, 0, "2022-05-09"),  # to the day before the same day
        ("2021-05-10", 0, 6, 0, "2021-11-09"),
        ("2021-05-10", 1, 6, 0, "2022-11-09"),
        ("2021-05-01", 0, 1, 0, "2021-05-31"),
        ("2021-08-31", 0, 1, 0, "2021-09-29"),  # from a last day to the day before the last day
        ("2021-02-28", 0, 1, 0, "2021-03-30"),
        ("2021-04-30", 0, 4, 0, "2021-08-30"),
        ("2022-01-30", 0, 1, 0, "2022-02-27"),  # no 30 February: the day before the last day
        ("2020-02-29", 1, 0, 0, "2021-02-27"),
        ("2020-02-29", 4, 0, 0, "2024-02-28"),
        ("2021-05-10", 0, 0, 15, "2021-05-24"),
        ("2021-05-10", 0, 1, 15, "2021-06-24"),
        ("2023-02-28", 1, 0, 0, "2024-02-27"),  # the rule for years knows no last day
    ],
)
def test_the_written_rule(start: str, years: int, months: int, days: int, end: str) -> None:
    assert add_term(date.fromisoformat(start), years, months, days) == date.fromisoformat(end)


def test_not_a_term() -> None:
    with pytest.raises(ValueError, match="not a term"):
        add_term(date(2021, 1, 1))
    with pytest.raises(ValueError, match="not a term"):
        add_term(date(2021, 1, 1), 1, -2)


def test_custody_shortens_the_term() -> None:
    end = add_term(date(2022, 3, 1), months=6)
    assert shift(end, days_between(date(2021, 12, 1), date(2021, 12, 10))) == date(2022, 8, 21)


def test_credit_by_kind_penalty_and_day() -> None:
    late = date(2022, 1, 1)
    assert credit("刑事拘留", "有期徒刑", 30, late) == 30
    assert credit("逮捕", "拘役", 30, late) == 30
    assert credit("逮捕", "管制", 30, late) == 60
    assert credit("指定居所监视居住", "管制", 30, late) == 30
    assert credit("指定居所监视居住", "有期徒刑", 31, late) == Fraction(31, 2)
    assert credit("留置", "有期徒刑", 30, late) == 30
    assert credit("留置", "有期徒刑", 30, date(2018, 3, 19)) is None
    assert credit("取保候审", "有期徒刑", 30, late) is None
    assert credit_rule("留置", "管制", date(2018, 3, 20)).penalty_days == 2  # type: ignore[union-attr]


starts = st.dates(date(1990, 1, 1), date(2040, 12, 31))
months = st.integers(1, 300)


@given(starts, months)
def test_the_end_is_the_day_before_the_next_term_but_for_month_ends(start: date, count: int) -> None:
    end = add_term(start, months=count)
    months_on = (end.year - start.year) * 12 + end.month - start.month
    assert months_on in (count - 1, count)
    assert end in possible_ends(start, months=count)
    if start.day <= 27:
        assert (end + timedelta(days=1)).day == start.day
        assert possible_ends(start, months=count) == {end}


@given(starts, months)
def test_longer_terms_end_later(start: date, count: int) -> None:
    assert add_term(start, months=count) < add_term(start, months=count + 1)
    assert add_term(start, months=count) < add_term(start, months=count, days=1)


@given(starts, months)
def test_later_starts_never_end_earlier_by_more_than_a_month_end(start: date, count: int) -> None:
    assert add_term(start + timedelta(days=4), months=count) >= add_term(start, months=count)


@given(starts, st.integers(1, 25))
def test_whole_years_in_years_or_months_agree_away_from_month_ends(start: date, years: int) -> None:
    if start.day <= 27:
        assert add_term(start, years) == add_term(start, months=12 * years)
    assert abs((add_term(start, years) - add_term(start, months=12 * years)).days) <= 1


@given(starts, st.integers(1, 5000), st.integers(0, 400))
def test_days_round_trip(start: date, length: int, credited: int) -> None:
    end = add_term(start, days=length)
    assert term_days(start, days=length) == length == days_between(start, end)
    assert shift(shift(end, credited), -credited) == end


def test_articles_for_measures() -> None:
    today = date(2016, 1, 1)
    assert articles_for("累犯", today).articles == {"65", "66"}  # type: ignore[union-attr]
    assert articles_for("坦白", date(2011, 4, 30)) is None
    assert articles_for("没有的措施", today) is None
    assert set(grounds_of("67", today)) == {"自首", "坦白"}
    assert len(set(measures())) == len(measures()) >= 30


@pytest.mark.parametrize("measure", measures())
def test_the_articles_of_a_measure_exist_while_it_applies(measure: str) -> None:
    found = articles_for(measure, date(2020, 1, 1))
    assert found is not None
    assert found.since is not None
    assert all(exists("刑法", a, found.since) for a in found.articles)
