"""The real documents beside the checkout that accuracy is measured on. Nothing of them enters the project."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

JUDGMENTS = Path(__file__).parents[2] / "shared" / "judgments"
#: Kinds of `other_kinds/index.csv` that are criminal, and the criminal files among the mixed kinds.
CRIMINAL_KINDS = frozenset({"criminal2"})
CRIMINAL_FILES = frozenset(
    {"other-003.txt", "other-004.txt", "other-005.txt", "other-006.txt", "retrial-008.txt", "retrial-009.txt"}
)


def present() -> bool:
    """Whether the folder of real documents stands beside this checkout."""
    return (JUDGMENTS / "criminal.jsonl").exists()


def every() -> Iterator[tuple[str, str]]:
    """(id, text) of every real document: the jsonl first, then the single files."""
    yield from _first_instance()
    yield from _others(criminal=True)
    yield from _others(criminal=False)


def criminal() -> Iterator[tuple[str, str]]:
    """(id, text) of every real criminal document, the jsonl first."""
    yield from _first_instance()
    yield from _others(criminal=True)


def other() -> Iterator[tuple[str, str]]:
    """(id, text) of every real civil, administrative and enforcement document."""
    yield from _others(criminal=False)


def _first_instance() -> Iterator[tuple[str, str]]:
    with (JUDGMENTS / "criminal.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield record["id"], record["text"]


def _others(criminal: bool) -> Iterator[tuple[str, str]]:
    folder = JUDGMENTS / "other_kinds"
    with (folder / "index.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            if (row["kind"] in CRIMINAL_KINDS or row["file"] in CRIMINAL_FILES) == criminal:
                yield row["file"], (folder / row["file"]).read_text("utf-8")
