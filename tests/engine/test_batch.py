"""Batches: the check from Arrow to Arrow gives what a run gives, and no row stops the others."""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any

import pyarrow as pa
import pytest

from anjian.cases.chains import Chain
from anjian.documents import Judgment
from anjian.engine.batch import INPUT, LINKED, RESULT, TOGETHER, check_batch, check_linked
from anjian.engine.choose import choose
from anjian.engine.inputs import Document, documents
from anjian.engine.outputs.parquet import row_of
from anjian.engine.run import Checked, Plan, run
from anjian.scenarios.base import Finding
from anjian.scenarios.registry import Registered, scenarios
from tests.cases import made

PLAN = Plan(choose(), "likely", {"PEN101": "format"})


def never(registered: Registered, error: Exception, document: Document) -> None:
    raise AssertionError(error)


def batch(*rows: tuple[str | None, str | None]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist([{"id": i, "text": t} for i, t in rows], schema=INPUT)


def check_everything(rows: list[dict[str, Any]], plan: Plan) -> list[dict[str, Any]]:
    """All findings over all the rows of a result: all documents as if they were one chain, and each group."""
    members = [{"brief": row["brief"], "given": row["given"]} for row in rows]
    groups = defaultdict(list)
    for row, member in zip(rows, members, strict=True):
        for group in row["groups"]:
            groups[group["code"], group["key"]].append(member)
    together = [{"code": None, "members": members}, *({"code": c, "members": m} for (c, _), m in groups.items())]
    linked = check_linked(pa.RecordBatch.from_pylist(together, schema=TOGETHER), plan)
    return [f for row in rows for f in row["findings"]] + [f for r in linked.to_pylist() for f in r["findings"]]


@pytest.fixture(scope="module")
def examples() -> list[Document]:
    found = [d for d in documents(["examples"]) if isinstance(d, Document)]
    assert len(found) > 100
    return found


@pytest.mark.parametrize("plan", [Plan(choose()), PLAN], ids=["all", "likely"])
def test_batches_give_what_a_run_over_the_examples_gives(examples: list[Document], plan: Plan) -> None:
    expected = [row_of(f) for item in run(examples, plan, never) if isinstance(item, Checked) for f in item.findings]
    rows: list[dict[str, Any]] = []
    for start in range(0, len(examples), 50):
        part = batch(*((d.id, d.text) for d in examples[start : start + 50]))
        result = check_batch(part, plan)
        assert result.schema == RESULT
        rows += result.to_pylist()
    assert [row["document"] for row in rows] == [d.id for d in examples]
    found = check_everything(rows, plan)
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert {f["family"] for f in found} >= {"penalty", "civil", "linked"}


def test_a_row_tells_what_the_document_is(examples: list[Document]) -> None:
    text = next(d.text for d in examples if d.id.endswith("01-theft-affirmed/02-appeal.txt"))
    (row,) = check_batch(batch(("a", text)), PLAN).to_pylist()
    assert row["document"] == "a"
    assert (row["instance"], row["case_type"], row["document_type"]) == ("second", "刑事", "裁定书")
    assert row["month"] == row["decided"].isoformat()[:7]
    assert row["court_level"] == "intermediate"
    assert row["restated"]
    assert row["skipped"] is None


def test_any_row_gets_its_row() -> None:
    rows = [("a", None), ("b", "  "), ("c", made.first()), (None, "x"), ("e", "长" * 5_000_001)]
    out = check_batch(batch(*rows), PLAN).to_pylist()
    assert [row["document"] for row in out] == ["a", "b", "c", "", "e"]
    assert out[0]["skipped"] == "文书没有 text 字段，已跳过；请把文书正文放在 text 字段。"
    assert out[1]["skipped_en"] == "the document is empty; check that the document was exported in full."
    assert [bool(row["skipped"]) for row in out] == [True, True, False, False, True]
    assert out[0]["findings"] == []


def test_columns_of_other_types_and_bytes_are_read() -> None:
    table = {"id": pa.array([7]), "text": pa.array([made.first().encode("gb18030")]), "more": pa.array([1.5])}
    (row,) = check_batch(pa.RecordBatch.from_pydict({**table, "source": ["a.parquet"]}), PLAN).to_pylist()
    assert (row["document"], row["source"]) == ("7", "a.parquet")
    assert row["court"]


def test_a_reader_that_raises_skips_its_row_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> Judgment:
        if text == "x":
            raise RecursionError
        return Judgment(text)

    monkeypatch.setattr("anjian.engine.check.read", broken)
    bad, good = check_batch(batch(("a", "x"), ("b", made.first())), PLAN).to_pylist()
    assert "RecursionError" in bad["skipped"]
    assert good["skipped"] is None


@pytest.mark.usefixtures("planted_scenarios")
def test_a_scenario_that_raises_is_noted_and_stops_no_other(judgment_text: str) -> None:
    (row,) = check_batch(batch(("a", f"炸{judgment_text}")), Plan(choose())).to_pylist()
    assert row["failures"] == [{"scenario": "PRO901", "document": "a", "error": "RuntimeError"}]
    assert len(row["findings"]) == 3


def test_a_failure_across_documents_is_noted() -> None:
    members = [{"brief": check_batch(batch((i, t)), PLAN).to_pylist()[0]["brief"], "given": []} for i, t in PAIR]
    chain = pa.RecordBatch.from_pylist([{"code": None, "members": members}], schema=TOGETHER)

    def fails(chain: Chain) -> Iterator[Finding]:
        raise RuntimeError
        yield

    one = scenarios()["PRO325"]
    broken = Registered(one.scenario, one.check, one.page, one.cases, one.module, check_chain=fails)
    (row,) = check_linked(chain, Plan((broken,))).to_pylist()
    assert row == {"findings": [], "failures": [{"scenario": "PRO325", "document": "a", "error": "RuntimeError"}]}


PAIR = (("a", made.first()), ("b", made.second()))


def test_it_pickles_with_its_plan() -> None:
    again = pickle.loads(pickle.dumps(partial(check_batch, plan=PLAN)))
    assert again.keywords["plan"] == PLAN
    assert again(batch(*PAIR)) == check_batch(batch(*PAIR), PLAN)


def test_nothing_in_a_result_is_of_a_type_that_spark_lacks() -> None:
    def kinds(kind: pa.DataType) -> set[str]:
        inner = [kind.field(i).type for i in range(kind.num_fields)]
        return {str(kind)} if not inner else {name for part in inner for name in kinds(part)}

    used = {name for schema in (RESULT, TOGETHER, LINKED) for field in schema for name in kinds(field.type)}
    assert used == {"string", "int64", "date32[day]"}


def test_no_scenario_looks_at_chains_and_at_groups() -> None:
    """Else its findings over both would have to be given their ids together."""
    assert not [r.scenario.code for r in scenarios().values() if r.check_chain and r.group]
