"""Where the pilot of the civil reform may have held."""

from __future__ import annotations

from datetime import date

import pytest

from anjian.law.pilots import may_be_pilot

DURING = date(2020, 6, 1)


@pytest.mark.parametrize(
    ("court", "on", "may"),
    [
        ("北京市朝阳区人民法院", DURING, True),
        ("上海金融法院", DURING, True),
        ("江苏省苏州市吴中区人民法院", DURING, True),
        ("江苏省太仓市人民法院", DURING, True),
        ("江苏省无锡市滨湖区人民法院", DURING, False),
        ("江苏省无锡市中级人民法院", DURING, False),
        ("黑龙江省海林市人民法院", DURING, False),
        ("北京市朝阳区人民法院", date(2019, 12, 31), False),
        ("北京市朝阳区人民法院", date(2022, 2, 1), False),
        ("看不出所在地的县人民法院", DURING, True),
    ],
)
def test_may_be_pilot(court: str, on: date, may: bool) -> None:
    assert may_be_pilot(court, on) is may
