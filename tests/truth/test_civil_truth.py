"""The reader against facts written down by reading the real documents that are not criminal (see README.md)."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from anjian.documents import Judgment, read
from tests.truth.fields import FIELDS, compare
from tools import corpus

FACTS = [json.loads(line) for line in (Path(__file__).parent / "civil_facts.jsonl").open(encoding="utf-8")]
OTHERS = corpus.JUDGMENTS / "other_kinds"
#: The share of values, over all documents, that must agree in each field.
BAR = 0.98

pytestmark = [pytest.mark.corpus, pytest.mark.skipif(not corpus.present(), reason="needs ../shared/judgments")]


@cache
def judgments() -> dict[str, Judgment]:
    return {fact["file"]: read((OTHERS / fact["file"]).read_text("utf-8")) for fact in FACTS}


@pytest.mark.parametrize("field", FIELDS)
def test_reads_a_field_as_a_person_does(field: str) -> None:
    right, total, wrong = compare(FIELDS[field], FACTS, judgments())
    assert right / total >= BAR, f"{right} of {total}\n" + "\n".join(wrong)
