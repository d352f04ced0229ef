"""The invented civil documents agree with their own truth: quotes, names, sums. No reader is involved."""

import csv
import html
import json
import re
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent.parent / "examples" / "civil"
DOCUMENTS = sorted(p.name for p in FOLDER.iterdir() if p.suffix in {".txt", ".docx", ".html", ".json"})
TABLE = Path(__file__).parent / "truth" / "invented_civil.jsonl"
FACTS: list[dict[str, Any]] = [json.loads(line) for line in TABLE.read_text("utf8").splitlines()]
with (FOLDER / "truth.csv").open(encoding="utf8", newline="") as _handle:
    ROWS = list(csv.DictReader(_handle))
WRONG_SHARES = {row["file"] for row in ROWS if row["scenario"] == "CIV502"}


def text_of(name: str) -> str:
    path = FOLDER / name
    if path.suffix == ".docx":
        markup = zipfile.ZipFile(path).read("word/document.xml").decode("utf8")
        return html.unescape(re.sub("<[^>]+>", "", markup.replace("</w:p>", "\n")))
    if path.suffix == ".html":
        return html.unescape(re.sub("<[^>]+>", "", path.read_text("utf8")))
    if path.suffix == ".json":
        return str(json.loads(path.read_text("utf8"))["text"])
    return path.read_bytes().decode("gb18030" if "gb18030" in name else "utf8")


TEXTS = {name: text_of(name) for name in DOCUMENTS}


def flat(name: str) -> str:
    return re.sub(r"\s", "", TEXTS[name])


def test_every_document_has_one_line_of_facts() -> None:
    assert len(DOCUMENTS) == 50
    assert Counter(fact["file"] for fact in FACTS) == Counter(DOCUMENTS)


def test_clean_documents_are_those_with_no_fault() -> None:
    faulty = {row["file"] for row in ROWS}
    assert {name for name in DOCUMENTS if "clean" in name} == set(DOCUMENTS) - faulty


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file'][:2]}-{row['scenario']}")
def test_a_quote_occurs_exactly_once(row: dict[str, str]) -> None:
    assert TEXTS[row["file"]].count(row["quote"]) == 1
    assert re.fullmatch("[A-Z]{3}[0-9]{3}", row["scenario"])
    assert " / " in row["note"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["file"][:2])
def test_names_and_numbers_occur(fact: dict[str, Any]) -> None:
    text = flat(fact["file"])
    for key in ("court", "case_number", "cause"):
        assert fact[key] in text
    for _, name in fact["parties"]:
        assert name in text
    for role, name in fact["members"]:
        assert role + name in text
    for award in fact["awards"]:
        assert award["total"] is None or any(form in text for form in forms(award["total"]))


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["file"][:2])
def test_fees_agree_with_the_text(fact: dict[str, Any]) -> None:
    for fee in fact["fees"]:
        assert any(form in flat(fact["file"]) for form in forms(fee["charged"]))
        assert not fee["halved"] or fee["charged"] * 2 == fee["amount"]
        parts = [amount for _, amount in fee["shares"]]
        if parts and None not in parts:
            assert (sum(parts) == fee["charged"]) == (fact["file"] not in WRONG_SHARES)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["file"][:2])
def test_delay_clause_and_appeal_agree_with_the_text(fact: dict[str, Any]) -> None:
    text = flat(fact["file"])
    assert fact["delay_notice"] == ("加倍支付迟延履行期间的债务利息" in text)
    assert (fact["appeal_days"] is not None) == ("如不服本判" in text)
    assert not (fact["final"] and fact["appeal_days"])


def forms(sum_in_yuan: float) -> set[str]:
    return {f"{sum_in_yuan:.0f}元", f"{sum_in_yuan:.2f}元"} if sum_in_yuan % 1 == 0 else {f"{sum_in_yuan:.2f}元"}
