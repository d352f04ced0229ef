"""The invented documents of examples/: the clean ones raise nothing, the planted faults are found."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from anjian.engine.check import check_text
from anjian.engine.choose import choose
from anjian.engine.inputs import Document, documents

EXAMPLES = Path(__file__).parents[1] / "examples"
#: Planted faults that no scenario sees yet, with the reason.
NOT_YET = {
    ("02-fraud-amounts.txt", "EVI406"): "the items stand in several sentences before the total",
    ("04-dangerous-driving.txt", "PRO317"): "an invented county: which court is above it cannot be known",
    ("09-bribery-detention.txt", "PEN113"): "the floor of bribery depends on the tier",
    ("10-minor-robbery.txt", "PRO322"): "told by PRO310 for a minor",
    ("11-firearm.html", "EVI411"): "expertise on firearms is not looked for",
    ("15-commutation.txt", "PRO323"): "刑初 on a commutation: only first and second instance are told apart",
    ("17-designated-residence.txt", "LAW208"): "right article, wrong paragraph",
    ("17-designated-residence.txt", "PEN101"): "told by PEN121",
    ("19-theft-2013.txt", "LAW216"): "a date before the repeal stands among the facts",
    ("more.jsonl#more-3", "PEN116"): "the end of the earlier penalty has to be inferred",
}


@cache
def found() -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for item in documents([str(EXAMPLES)]):
        assert isinstance(item, Document), item
        name = f"more.jsonl#{item.id}" if item.source.endswith("more.jsonl") else item.id
        out[name] = {f.scenario for f in check_text(item.text, item.id, choose())}
    return out


def truth() -> set[tuple[str, str]]:
    with (EXAMPLES / "truth.csv").open(encoding="utf-8") as rows:
        return {(row["file"], row["scenario"]) for row in csv.DictReader(rows)}


def test_the_clean_documents_raise_nothing() -> None:
    with_faults = {file for file, _ in truth()}
    clean = {name: codes for name, codes in found().items() if name not in with_faults}
    assert len(clean) >= 5
    assert {name: codes for name, codes in clean.items() if codes} == {}


def test_the_planted_faults_are_found() -> None:
    missed = {(file, code) for file, code in truth() if code not in found()[file]}
    assert missed == set(NOT_YET)
