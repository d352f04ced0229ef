from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from anjian.documents.numerals import han
from anjian.law.amount_tiers import amount_tiers, subjects
from anjian.law.charges import known_charge
from anjian.law.dated import read_table

LAWS = Path(__file__).parents[3] / "shared" / "laws"
ROWS = read_table("amount_tiers")


def article(law: str, number: int) -> str:
    """The text of one article of a law or interpretation."""
    folder = "刑法/刑法.md" if law == "刑法" else f"司法解释/{law}(*.md"
    text = next(LAWS.glob(folder)).read_text("utf-8")
    found = re.search(rf"^第{han(number)}条 .*?(?=^第[一二三四五六七八九十百]+条 |\Z)", text, re.M | re.S)
    assert found, (law, number)
    return found[0]


def words(value: int, unit: str) -> set[str]:
    """How a law writes an amount: 一千元, 一千克, 一百五十千克."""
    thousands = {f"{han(value // 1000)}千克"} if unit == "克" and value % 1000 == 0 else set()
    return {f"{han(value)}{unit}"} | thousands


@pytest.mark.skipif(not LAWS.exists(), reason="the law texts are not here")
@pytest.mark.parametrize("row", ROWS, ids=lambda r: f"{r['charge'][:4]}{r['subject']}{r['tier']}")
def test_the_article_names_the_numbers(row: dict[str, str]) -> None:
    text = article(row["law"], int(row["article"]))
    low, high, unit = int(row["low"]), int(row["high"]), row["unit"]
    if row["article"] == "11":
        base = next(r for r in ROWS if r["charge"] == "受贿罪" and r["tier"] == row["tier"])
        assert low == int(base["low"]) * {"数额较大": 2, "数额巨大": 5}[row["tier"]]
        assert "二倍、五倍" in text
    elif low != high:
        assert f"{han(low)}元至{han(high)}元以上" in text
    elif row["subject"]:
        clause = re.search(rf"{re.escape(row['subject'])}[^；。]*", text)
        assert clause
        assert any(f"{w}以上" in text for w in words(low, unit))
        if row["law"] != "刑法":
            assert any(w in clause[0] for w in words(low, unit))
    else:
        assert any(f"{w}以上" in text for w in words(low, unit))


@pytest.mark.skipif(not LAWS.exists(), reason="the law texts are not here")
@pytest.mark.parametrize("row", [r for r in ROWS if r["eased"] != r["low"]], ids=lambda r: f"{r['charge']}{r['tier']}")
def test_what_circumstances_ease_stands_in_the_text(row: dict[str, str]) -> None:
    text = next(LAWS.glob(f"司法解释/{row['law']}(*.md")).read_text("utf-8")
    share = Decimal(row["eased"]) / Decimal(row["low"])
    if share in (Decimal("0.5"), Decimal("0.8")) and "百分之" in text:
        assert {"0.5": "百分之五十", "0.8": "百分之八十"}[str(share)] in text
    else:
        assert f"{han(int(row['eased']))}元以上不满{han(int(row['low']))}元" in text


def test_every_charge_is_official() -> None:
    for row in ROWS:
        known = known_charge(row["charge"])
        assert known is not None
        assert known.official == row["charge"]


def test_tiers_follow_the_day() -> None:
    assert amount_tiers("盗窃罪", date(2013, 4, 3)) == ()
    assert [t.low for t in amount_tiers("盗窃罪", date(2013, 4, 4))] == [1000, 30000, 300000]
    assert [t.tier for t in amount_tiers("职务侵占罪", date(2020, 1, 1))] == ["数额较大", "数额巨大"]
    assert amount_tiers("职务侵占罪", date(2021, 3, 1)) == ()


def test_a_part_of_a_selective_charge_has_its_tiers() -> None:
    assert [t.low for t in amount_tiers("贩卖毒品罪", date(2018, 1, 1), "海洛因")] == [10, 50]
    assert subjects().index("亚甲二氧基甲基苯丙胺") < subjects().index("甲基苯丙胺")
