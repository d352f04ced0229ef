"""The invented documents of examples/: what was planted is found, and nothing else is reported."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from anjian.engine.check import check_set
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
    ("civil/09-construction-2015.txt", "LAW202"): "an invented title near no title of the register",
    (
        "civil/19-property-fee-2021.txt",
        "PRO313",
    ): "the days of the public announcement do not count, and it is not told how many",
    ("civil/26-lease-2023-oneline.txt", "PRO317"): "which court is above an invented district cannot be known",
    ("rulings/07-suit-dismissed-wrong-court-above.txt", "PRO318"): "more copies than opponents do no harm",
    ("rulings/26-bankruptcy-unknown-statute.txt", "LAW202"): "an invented title near no title of the register",
    (
        "rulings/37-admin-appeal-changed-wrong-item.txt",
        "LAW211",
    ): "a substantive interpretation before procedure law is let pass",
    ("rulings/37-admin-appeal-changed-wrong-item.txt", "PUB705"): "the rule on witnesses speaks of criminal cases",
    ("civil/38-appeal-changed-2020.txt", "PUB705"): "the rule on witnesses speaks of criminal cases",
    ("rulings/41-state-compensation-sum.txt", "PUB705"): "the rule on witnesses speaks of criminal cases",
    ("rulings/42-small-claims-appeal-notice.txt", "PRO316"): "told by PRO327",
}
#: Findings that no one planted and that are right, with the reason.
RIGHT_ALL_THE_SAME = {
    ("10-minor-robbery.txt", "PEN120"): "probation is not weighed for a minor",
    ("chains/03-injury-remand-facts/01-first-instance.txt", "EVI404"): "the victim's fault is pleaded and not answered",
    ("chains/15-appeal-dated-too-early/02-appeal.txt", "PRO315"): "the early date, seen from one document",
    (
        "chains/29-remand-dated-too-early/03-first-instance-again.txt",
        "PRO315",
    ): "the early date, seen from one document",
    ("chains/28-unrelated-singles/02-divorce-2013.txt", "PUB704"): "a divorce judgment is not published",
    ("chains/28-unrelated-singles/03-guarantee-2012.txt", "CIV507"): "the right of recourse is not stated",
    ("civil/16-inheritance-2020.txt", "PUB705"): "parties of a succession case named in full",
    ("rulings/10-suit-ended-name-drift.txt", "PUB705"): "parties of a family case named in full",
}


@cache
def found() -> frozenset[tuple[str, str]]:
    """(document, scenario) of every finding, the documents checked together as `anjian check examples` does."""
    items = [item for item in documents([str(EXAMPLES)]) if isinstance(item, Document)]
    names = {item.id: _name(item) for item in items}
    return frozenset((names[f.document], f.scenario) for f in check_set([(i.id, i.text) for i in items], choose()))


def _name(item: Document) -> str:
    """The document as truth.csv names it: its path below examples/, with the id of one of several in a file."""
    path = Path(item.source).resolve().relative_to(EXAMPLES).as_posix()
    return f"{path}#{item.id}" if path.endswith("more.jsonl") else path


@cache
def planted() -> frozenset[tuple[str, str]]:
    out = set()
    for table in EXAMPLES.rglob("truth.csv"):
        folder = table.parent.relative_to(EXAMPLES).as_posix()
        with table.open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                out.add((row["file"] if folder == "." else f"{folder}/{row['file']}", row["scenario"]))
    return frozenset(out)


def test_nothing_is_reported_that_was_not_planted() -> None:
    assert found() - planted() == set(RIGHT_ALL_THE_SAME)


def test_the_planted_faults_are_found() -> None:
    assert planted() - found() == set(NOT_YET)


def test_enough_of_them_have_no_fault() -> None:
    clean = {path for path in EXAMPLES.rglob("*clean*") if path.is_file()}
    assert len(clean) >= 40
