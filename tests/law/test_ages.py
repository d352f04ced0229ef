"""Ages in criminal law."""

from __future__ import annotations

from datetime import date

from anjian.law.ages import age_for, reaches, under


def test_an_age_is_reached_the_day_after_the_birthday() -> None:
    assert reaches(date(2000, 6, 14), 18) == date(2018, 6, 15)
    assert under(date(2000, 6, 14), 18, date(2018, 6, 14))
    assert not under(date(2000, 6, 14), 18, date(2018, 6, 15))
    assert reaches(date(2004, 2, 29), 18) == date(2022, 3, 1)


def test_rules_have_their_day() -> None:
    assert age_for("不适用死刑的老年人", date(2011, 4, 30)) is None
    assert age_for("不适用死刑的老年人", date(2011, 5, 1)) == 75
    assert age_for("特定犯罪经核准追诉", date(2021, 2, 28)) is None
    assert age_for("特定犯罪经核准追诉", date(2021, 3, 1)) == 12
    assert age_for("没有的规则", date(2021, 3, 1)) is None
