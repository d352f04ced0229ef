"""The court fee of every real document recomputed by the tariff (fees.csv: facts by reading, see README.md).

`stated` is 1 where the document states its amount in dispute and kind; `full` and `charged` are what it prints, `full`
empty where only the half is printed; `agrees` says whether the tariff gives that, `note` why not.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from anjian.documents import read
from anjian.engine.check import check_text
from anjian.law.fees import court_fee
from anjian.scenarios.civil.disputes import filed_on
from anjian.scenarios.registry import find
from tools import corpus

ROWS = list(csv.DictReader((Path(__file__).parent / "fees.csv").open(encoding="utf-8")))
FOLDER = Path(__file__).parents[3] / "shared" / "judgments" / "other_kinds"

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not corpus.present(), reason="needs ../shared/judgments")]


def text_of(name: str) -> str:
    return (FOLDER / name).read_text("utf-8")


def money(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def name_of(row: dict[str, str]) -> str:
    return row["file"] + row["level"]


@pytest.mark.parametrize("row", [r for r in ROWS if r["stated"] == "1"], ids=name_of)
def test_the_tariff_against_the_fee_printed(row: dict[str, str]) -> None:
    on = filed_on(read(text_of(row["file"])))
    assert on is not None
    full, charged = money(row["full"]), Decimal(row["charged"])
    due = court_fee(row["kind"], money(row["amount"]), on)
    assert due is not None
    agrees = due.agrees(full) if full is not None else True
    if row["halved"] == "1":
        half = court_fee(row["kind"], money(row["amount"]), on, halved=True)
        assert half is not None
        agrees = agrees and half.agrees(charged)
    assert agrees == (row["agrees"] == "yes"), due.rounded
    assert agrees or row["note"]


def test_every_fee_of_the_suit_is_in_the_table_and_read_as_printed() -> None:
    listed = sorted((r["file"], r["level"] or "", r["charged"]) for r in ROWS)
    found = []
    for path in sorted(FOLDER.glob("*.txt")):
        for fee in read(path.read_text("utf-8")).fees:
            if fee.kind in ("案件受理费", "反诉费"):
                found.append((path.name, fee.level or "", f"{fee.charged:.0f}"))
    assert sorted(found) == listed


def test_the_scenario_reports_what_disagrees_and_the_half_without_ground() -> None:
    scenario = find("CIV501")
    assert scenario is not None
    hits = {p.name for p in FOLDER.glob("*.txt") if check_text(p.read_text("utf-8"), p.name, [scenario])}
    assert hits == {r["file"] for r in ROWS if r["agrees"] == "no"} | {"civil1-016.txt"}
