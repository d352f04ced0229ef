from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.interest import (
    Basis,
    Ceiling,
    Payment,
    Rate,
    delay_interest,
    interest,
    whole_months,
    yuan,
)
from anjian.law.lpr import lpr

LAWS = Path(__file__).parents[3] / "shared" / "laws"
START = date(2019, 8, 20)
SUMS = st.decimals(min_value=0, max_value=10**9, places=2)
OFFSETS = st.integers(0, 2500)
PERCENT = st.decimals(min_value=0, max_value=60, places=3)
LPR4 = Rate(index="一年期LPR", multiple=Decimal(4))


def on(offset: int) -> date:
    return START + timedelta(offset)


@given(SUMS, PERCENT, st.lists(OFFSETS, min_size=3, max_size=3), st.sampled_from(["365", "360"]), st.booleans())
def test_adjacent_stretches_add_up(
    principal: Decimal, percent: Decimal, offsets: list[int], basis: Basis, floating: bool
) -> None:
    a, b, c = (on(n) for n in sorted(offsets))
    rate = LPR4 if floating else Rate(percent)
    parts = [interest(principal, rate, x, y, basis=basis) for x, y in ((a, b), (b, c), (a, c))]
    first, second, whole = (p.accrued for p in parts if p is not None)
    assert first + second == whole


PAYMENTS = st.lists(st.tuples(OFFSETS, SUMS), max_size=4)


@given(SUMS, OFFSETS, OFFSETS, PAYMENTS, st.none() | PERCENT, st.booleans())
def test_it_agrees_with_a_walk_from_day_to_day(
    principal: Decimal,
    begin: int,
    length: int,
    paid: list[tuple[int, Decimal]],
    top: Decimal | None,
    principal_first: bool,
) -> None:
    first, last = on(min(begin, 2000)), on(min(begin, 2000) + length % 500)
    payments = [Payment(on(n), amount) for n, amount in paid]
    ceilings = () if top is None else (Ceiling(top, on(700), on(1500)),)
    account = interest(
        principal, LPR4, first, last, payments=payments, ceilings=ceilings, principal_first=principal_first
    )
    assert account is not None
    owed, due, accrued, now = Fraction(principal), Fraction(0), Fraction(0), first
    while True:
        for _, amount in sorted(x for x in ((p.on, p.amount) for p in payments) if x[0] == now):
            left = Fraction(amount)
            for name in ("owed", "due") if principal_first else ("due", "owed"):
                cleared = min(left, owed if name == "owed" else due)
                owed -= cleared if name == "owed" else 0
                due -= cleared if name == "due" else 0
                left -= cleared
        if now == last:
            break
        quoted = lpr(now)
        assert quoted is not None
        percent = 4 * quoted
        if top is not None and on(700) <= now < on(1500):
            percent = min(percent, top)
        one = owed * Fraction(percent) / 36500
        due, accrued, now = due + one, accrued + one, now + timedelta(1)
    assert (account.accrued, account.interest_owed, account.principal_owed) == (accrued, due, owed)


@given(SUMS, PERCENT, PAYMENTS)
def test_no_money_is_lost(principal: Decimal, percent: Decimal, paid: list[tuple[int, Decimal]]) -> None:
    payments = [Payment(on(n), amount) for n, amount in paid]
    account = interest(principal, Rate(percent), START, on(2500), payments=payments)
    assert account is not None
    assert account.accrued == sum(s.exact for s in account.segments)
    assert account.accrued == sum(s.interest for s in account.settled) + account.interest_owed
    assert Fraction(principal) == sum(s.principal for s in account.settled) + account.principal_owed
    cleared = sum(s.interest + s.principal + s.surplus for s in account.settled)
    assert cleared == sum(Fraction(p.amount) for p in payments)


def test_a_year_by_each_basis() -> None:
    def one(begin: date, finish: date, basis: Basis) -> Decimal:
        found = interest(Decimal(80_000), Rate(Decimal(24)), begin, finish, basis=basis)
        assert found is not None
        return found.interest

    assert one(date(2012, 9, 20), date(2015, 4, 28), "365") == Decimal("49972.60")
    assert one(date(2018, 1, 1), date(2019, 1, 1), "365") == 19_200
    assert one(date(2018, 1, 1), date(2019, 1, 1), "360") == Decimal("19466.67")
    assert one(date(2018, 1, 31), date(2018, 2, 28), "月") == 1600
    assert one(date(2018, 1, 31), date(2018, 3, 1), "月") == Decimal("1653.33")


def test_segments_say_what_was_applied() -> None:
    found = interest(
        Decimal(80_000), LPR4, date(2020, 1, 1), date(2020, 5, 1), ceilings=[Ceiling(Decimal(16)), Ceiling(Decimal(18))]
    )
    assert found is not None
    assert [(s.days, s.quoted, s.percent, s.capped) for s in found.segments] == [
        (50, Decimal("4.15"), 16, True),
        (60, Decimal("4.05"), 16, True),
        (11, Decimal("3.85"), Decimal("15.40"), False),
    ]


def test_points_above_the_index_and_overpayment() -> None:
    rate = Rate(index="一年期LPR", points=Decimal("1.5"))
    found = interest(
        Decimal(100), rate, date(2023, 1, 1), date(2024, 1, 1), payments=[Payment(date(2024, 1, 1), Decimal(200))]
    )
    assert found is not None
    assert {s.asked for s in found.segments} == {Decimal("5.15"), Decimal("5.05"), Decimal("4.95")}
    assert found.settled[0].surplus == 200 - 100 - found.accrued
    assert (found.principal_owed, found.interest_owed) == (0, 0)


def test_what_cannot_be_reckoned() -> None:
    assert interest(Decimal(1), LPR4, date(2019, 8, 19), date(2019, 9, 1)) is None
    assert interest(Decimal(1), LPR4, date(2026, 9, 1), date(2026, 9, 21)) is None
    for principal, rate, finish in ((-1, Rate(Decimal(1)), START), (1, Rate(), START), (1, LPR4, on(-1))):
        with pytest.raises(ValueError, match=r"zero|needs|before"):
            interest(Decimal(principal), rate, START, finish)


def test_delay_interest_is_one_and_three_quarters_in_ten_thousand_a_day() -> None:
    found = delay_interest(Decimal(10_000), date(2020, 1, 1), date(2020, 1, 11))
    assert found is not None
    assert found.interest == Decimal("17.50")
    half = delay_interest(
        Decimal(10_000), date(2020, 1, 1), date(2020, 1, 21), [Payment(date(2020, 1, 11), Decimal(5000))]
    )
    assert half is not None
    assert (half.interest, half.principal_owed) == (Decimal("26.25"), 5000)
    assert delay_interest(Decimal(1), date(2014, 7, 31), date(2020, 1, 1)) is None


@given(st.dates(date(2000, 1, 1), date(2030, 1, 1)), st.integers(0, 4000))
def test_whole_months_leave_less_than_a_month(begin: date, days: int) -> None:
    months, rest = whole_months(begin, begin + timedelta(days))
    assert months >= 0
    assert 0 <= rest <= 30


@given(st.integers(0, 10**12), st.integers(1, 10**6))
def test_yuan_rounds_half_a_cent_up(numerator: int, denominator: int) -> None:
    exact = Fraction(numerator, denominator)
    off = Fraction(yuan(exact)) - exact
    assert -Fraction(1, 200) < off <= Fraction(1, 200)
    assert yuan(Fraction(2 * numerator + 1, 200)) == Decimal(numerator + 1) / 100


@pytest.mark.corpus
@pytest.mark.skipif(not LAWS.exists(), reason="the law texts are not here")
def test_the_rate_of_delay_interest_stands_in_the_text() -> None:
    text = next(LAWS.glob("司法解释/*计算迟延履行期间的债务利息*.md")).read_text("utf-8")
    assert re.search(r"第一条.*?除一般债务利息之外的金钱债务×日万分之一点七五×迟延履行期间", text, re.S)
    assert re.search(r"第四条.*?先清偿生效法律文书确定的金钱债务，再清偿加倍部分债务利息", text, re.S)
