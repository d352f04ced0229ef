"""The invented rulings and their two tables agree with each other; no reader or scenario is run here."""

import csv
import json
import re
import zipfile
from collections import Counter
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent / "examples" / "rulings"
WITH_TABLES = {"README.md", "truth.csv"}
PLANTED = {
    *(f"CIV{n}" for n in (501, 502, 509, 511, 512, 513, 514)),
    *(f"LAW{n}" for n in (202, 203, 204, 209, 211, 212, 216)),
    *(f"PRO{n}" for n in (304, 305, 306, 313, 314, 315, 316, 317, 318, 319, 321, 322, 323, 324, 327)),
    *(f"EVI{n}" for n in (402, 405, 406, 408)),
    *(f"DOC{n}" for n in range(601, 613)),
    *(f"PUB{n}" for n in range(701, 707)),
}


@cache
def text_of(name: str) -> str:
    path = ROOT / name
    if path.suffix == ".docx":
        xml = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
        return unescape(re.sub(r"<[^>]+>", "", xml.replace("</w:p>", "\n")))
    data = path.read_bytes()
    text = data.decode("gb18030" if "gb18030" in name else "utf-8")
    return unescape(re.sub(r"<[^>]+>", "", text.partition("<body>")[2])) if path.suffix == ".html" else text


def bare(text: str) -> str:
    text = re.sub(r"\s", "", text)
    return text.translate(str.maketrans("()〔〕", "（）（）"))


FILES = sorted(p.name for p in ROOT.iterdir() if p.name not in WITH_TABLES)
TRUTH = list(csv.DictReader((ROOT / "truth.csv").open(encoding="utf-8", newline="")))
TABLE = Path(__file__).parent / "truth" / "invented_rulings.jsonl"
FACTS: list[dict[str, Any]] = [json.loads(line) for line in TABLE.open(encoding="utf-8")]


def test_counts() -> None:
    assert len(FILES) == 43
    assert sum("clean" in name for name in FILES) == 20
    assert sum("\n" not in text_of(name).strip() for name in FILES) == 2
    assert {Path(name).suffix for name in FILES} == {".txt", ".docx", ".html"}


def test_every_scenario_is_planted() -> None:
    assert {row["scenario"] for row in TRUTH} == PLANTED


@pytest.mark.parametrize("row", TRUTH, ids=lambda row: f"{row['file'][:2]}-{row['scenario']}")
def test_quote_occurs_once(row: dict[str, str]) -> None:
    assert text_of(row["file"]).count(row["quote"]) == 1
    assert row["note"]


def test_faults_only_where_the_name_does_not_say_clean() -> None:
    assert {row["file"] for row in TRUTH} == {name for name in FILES if "clean" not in name}
    own = Counter(row["file"] for row in TRUTH if not row["note"].startswith("同一处"))
    assert set(own.values()) <= {1, 2, 3}


def test_one_line_of_facts_a_file() -> None:
    assert [fact["file"] for fact in FACTS] == FILES


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["file"][:2])
def test_facts_are_in_the_text(fact: dict[str, Any]) -> None:
    text = bare(text_of(fact["file"]))
    assert text.startswith(fact["court"])
    assert fact["case_number"] is None or fact["case_number"] in text
    assert fact["cause"] is None or fact["cause"] in text
    names = [name for _, name in fact["parties"]] + [name for name, _ in fact["absent"]]
    names += [name for fee in fact["fees"] for name, _ in fee["shares"]]
    assert [name for name in names if name not in text] == []
    assert [role + name for role, name in fact["members"] if role + name not in text] == []
    date.fromisoformat(fact["decided"])


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["file"][:2])
def test_sums_are_in_the_text(fact: dict[str, Any]) -> None:
    text = bare(text_of(fact["file"])).replace("，", "")
    sums = [row["total"] for row in fact["claims"] + fact["awards"]] + [fee["amount"] for fee in fact["fees"]]
    sums += [fee["charged"] or None for fee in fact["fees"]]
    sums += [(fact["enforcement"] or {}).get(key) for key in ("due", "paid", "left")]
    missing = [s for s in sums if s is not None and not in_words(s, text)]
    assert missing == []


def in_words(yuan: float, text: str) -> bool:
    forms = {f"{yuan:g}" if yuan == int(yuan) and yuan < 1e5 else f"{yuan:.2f}", f"{yuan:.0f}", f"{yuan / 1e4:g}万"}
    return any(form + "元" in text for form in forms)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["file"][:2])
def test_cited_titles_are_in_the_text(fact: dict[str, Any]) -> None:
    text = re.sub(r"[〈〉<>《》]", "", bare(text_of(fact["file"])))
    titles = {re.sub(r"[《》]", "", title) for title, *_ in fact["basis"]}
    assert [title for title in titles if title not in text] == []
