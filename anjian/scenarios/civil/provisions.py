"""The provisions on claims, results and rulings that this family rests on, each with the days of its number."""

from __future__ import annotations

from datetime import date

from anjian.scenarios.base import Basis

PROCEDURE = "中华人民共和国民事诉讼法"
ADMINISTRATIVE = "中华人民共和国行政诉讼法"
ADMINISTRATIVE_INTERPRETATION = "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释"
_2013, _2022, _2024 = date(2013, 1, 1), date(2022, 1, 1), date(2024, 1, 1)
#: The amended 行政诉讼法 is in force.
NEW_FORMS = date(2015, 5, 1)
#: The interpretation of 2018 repeals that of 2000.
INTERPRETED = date(2018, 2, 8)

#: What a judgment has to contain: among it the claims and the result.
CONTENT = (Basis(PROCEDURE, "152", since=_2013, until=_2022), Basis(PROCEDURE, "155", since=_2022))
#: A ground of retrial: claims left out or exceeded.
CLAIMS_MISSED = (
    Basis(PROCEDURE, "200", item=11, since=_2013, until=_2022),
    Basis(PROCEDURE, "207", item=11, since=_2022, until=_2024),
    Basis(PROCEDURE, "211", item=11, since=_2024),
)
#: What is decided by ruling.
RULINGS = (Basis(PROCEDURE, "154", since=_2013, until=_2022), Basis(PROCEDURE, "157", since=_2022))
ADMINISTRATIVE_RULINGS = (Basis(ADMINISTRATIVE_INTERPRETATION, "101", since=INTERPRETED),)
#: Whether a suit may be withdrawn is decided by ruling.
WITHDRAWAL = (
    Basis(PROCEDURE, "131", until=_2013),
    Basis(PROCEDURE, "145", since=_2013, until=_2022),
    Basis(PROCEDURE, "148", since=_2022),
)
ADMINISTRATIVE_WITHDRAWAL = (Basis(ADMINISTRATIVE, "62", since=NEW_FORMS),)
