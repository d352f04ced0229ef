from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.dated import read_table
from anjian.law.fees import court_fee, fee_kind, fee_kinds

LAWS = Path(__file__).parents[3] / "shared" / "laws"
DAY = date(2018, 7, 5)
CENT = Decimal("0.01")
ROWS = [r for r in read_table("fee_brackets") if r["law"] == "诉讼费用交纳办法"]
SUMS = st.decimals(min_value=0, max_value=10**10, places=2)
#: Borders in 万元 and rates in per cent, written down apart from the table.
LADDERS = {
    "财产": (50, [1, 10, 20, 50, 100, 200, 500, 1000, 2000], "2.5 2 1.5 1 0.9 0.8 0.7 0.6 0.5"),
    "执行": (50, [1, 50, 500, 1000], "1.5 1 0.5 0.1"),
    "保全": (30, ["0.1", 10], "1 0.5"),
}


def fee(kind: str, amount: Decimal | int | str | None = None, halved: bool = False) -> tuple[Decimal, Decimal]:
    found = court_fee(kind, None if amount is None else Decimal(amount), DAY, halved=halved)
    assert found is not None
    return found.low, found.high


def quick(kind: str, amount: Decimal) -> Decimal:
    """The fee as rate × amount + constant, the constants carried from border to border."""
    first, borders, rates = LADDERS[kind]
    tops = [Decimal(b) * 10_000 for b in borders]
    if amount <= tops[0]:
        return Decimal(first)
    constant, before = Decimal(first), Decimal(0)
    for top, rate in zip(tops, map(Decimal, rates.split()), strict=True):
        if amount <= top:
            break
        constant, before = constant + (before - rate) / 100 * top, rate
    return constant + before / 100 * amount


@given(SUMS)
def test_the_steps_give_what_the_quick_formula_gives(amount: Decimal) -> None:
    assert fee("财产", amount) == (quick("财产", amount),) * 2
    assert fee("执行", amount) == (quick("执行", amount),) * 2
    assert fee("保全", amount) == (min(quick("保全", amount), Decimal(5000)),) * 2
    assert fee("破产", amount) == (min(quick("财产", amount) / 2, Decimal(300_000)),) * 2
    assert abs(fee("支付令", amount)[0] * 3 - quick("财产", amount)) < Decimal("1e-15")


@given(st.sampled_from([k.name for k in fee_kinds()]), SUMS, SUMS)
def test_a_fee_never_falls_as_the_amount_grows(kind: str, one: Decimal, other: Decimal) -> None:
    less, more = fee(kind, min(one, other)), fee(kind, max(one, other))
    assert less[0] <= more[0]
    assert less[1] <= more[1]


@pytest.mark.parametrize("row", [r for r in ROWS if r["rate"]], ids=lambda r: f"{r['kind']}{r['start']}")
def test_a_fee_does_not_leap_at_a_border(row: dict[str, str]) -> None:
    border = Decimal(row["start"])
    rise = fee(row["kind"], border + CENT)[0] - fee(row["kind"], border)[0]
    assert rise == CENT * Decimal(row["rate"]) / 100


@given(st.sampled_from([k.name for k in fee_kinds()]), st.none() | SUMS)
def test_the_steps_add_up_to_the_fee_before_share_and_ceiling(kind: str, amount: Decimal | None) -> None:
    found = court_fee(kind, amount, DAY)
    if found is None:
        assert amount is None
        assert kind in ("财产", "支付令", "破产")
        return
    whole = sum((s.low for s in found.steps), Decimal(0)) * found.kind.share.numerator / found.kind.share.denominator
    assert found.low == (found.kind.ceiling if found.capped else whole)
    assert all(a.end == b.start for a, b in pairwise(found.steps))
    assert court_fee(kind, amount, DAY, halved=True) is None or fee(kind, amount, halved=True)[0] * 2 == found.low


@pytest.mark.parametrize(
    ("file", "amount", "halved", "charged"),
    [
        ("civil1-005", "500000", False, "8800"),
        ("civil1-007", "80000", False, "1800"),
        ("civil1-009", "50000", False, "1050"),
        ("civil1-009", "50000", True, "525"),
        ("civil1-010", "707693.80", False, "10876"),
        ("civil1-010", "707693.80", True, "5438"),
        ("civil1-012", "165900", True, "1809"),
        ("civil1-017", "100000", False, "2300"),
    ],
)
def test_what_courts_charged(file: str, amount: str, halved: bool, charged: str) -> None:
    found = court_fee("财产", Decimal(amount), DAY, halved=halved)
    assert found is not None
    assert found.agrees(Decimal(charged)), file
    assert found.low.quantize(Decimal(1), ROUND_DOWN) == Decimal(charged)
    assert not found.agrees(Decimal(charged) + 2)


def test_bands_kinds_and_days() -> None:
    assert fee("离婚") == (50, 300)
    assert fee("离婚案件", 600_000) == (2050, 2300)
    assert fee("名誉权", 150_000, halved=True) == (425, 625)
    assert fee("知识产权") == (500, 1000)
    assert fee("知识产权", 30_000) == (550, 550)
    assert fee("劳动争议", 10**6, halved=True) == (5, 5)
    assert fee("执行") == (50, 500)
    assert fee("行政赔偿", 10**6) == (0, 0)
    assert court_fee("财产", None, DAY) is None
    assert court_fee("保全", Decimal(5), DAY, halved=True) is None
    assert court_fee("财产", Decimal(5), date(2007, 3, 31)) is None
    assert court_fee("没有这种", Decimal(5), DAY) is None
    assert fee_kind("行政机关申请执行", date(2011, 12, 31)) is None
    assert fee("行政机关申请执行") == (0, 0)
    with pytest.raises(ValueError, match="below zero"):
        court_fee("财产", Decimal(-1), DAY)


def test_half_a_cent_is_rounded_up() -> None:
    found = court_fee("财产", Decimal("10000.20"), DAY)
    assert found is not None
    assert (found.low, found.rounded[0]) == (Decimal("50.005"), Decimal("50.01"))


def test_no_two_kinds_share_a_name() -> None:
    names = [n for k in fee_kinds() for n in (k.name, *k.other_names)]
    assert len(names) == len(set(names))


def written(yuan: str) -> str:
    """How the tariff writes a sum: 1000元, 1万元, 1000万元."""
    value = int(yuan)
    return f"{value // 10_000}万元" if value >= 10_000 and value % 10_000 == 0 else f"{value}元"


def provision(article: str, item: str) -> str:
    """The text of one item of an article, down to its numbered point."""
    text = next(LAWS.glob("行政法规/诉讼费用交纳办法(*.md")).read_text("utf-8")
    han = {"8": "八", "13": "十三", "14": "十四"}[article]
    found = re.search(rf"^第{han}条 .*?(?=^第[一二三四五六七八九十]+条 )", text, re.M | re.S)
    assert found
    part = re.search(rf"^\({item[1]}\).*?(?=^\([一二三四五六七八]\)|\Z)", found[0], re.M | re.S)
    assert part, item
    point = item[3:]
    if not point:
        return part[0]
    lines = re.search(rf"^{point}．.*$", part[0], re.M)
    assert lines, item
    return lines[0]


@pytest.mark.corpus
@pytest.mark.skipif(not LAWS.exists(), reason="the law texts are not here")
@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['kind']}{r['amount']}{r['start']}")
def test_the_tariff_says_so(row: dict[str, str]) -> None:
    text = provision(row["article"], row["item"])
    if row["rate"]:
        reach = f"超过{written(row['start'])}" + (f"至{written(row['end'])}" if row["end"] else "")
        assert re.search(rf"{reach}的(?:部分)?，?[^；。]*?按照{re.escape(row['rate'])}%交纳", text)
    elif row["article"] == "8":
        assert row["high"] == row["low"] == "0"
    else:
        low, high = written(row["low"]), written(row["high"])
        assert (f"每件交纳{low}至{high}" if low != high else f"每件交纳{low}") in text.replace("的，每件", "每件")
        if row["end"]:
            assert f"不超过{written(row['end'])}" in text


@pytest.mark.corpus
@pytest.mark.skipif(not LAWS.exists(), reason="the law texts are not here")
def test_shares_and_ceilings_stand_in_the_tariff() -> None:
    assert "1/3" in provision("14", "（三）")
    assert "减半" in provision("14", "（六）")
    assert "30万元" in provision("14", "（六）")
    assert "5000元" in provision("14", "（二）")
