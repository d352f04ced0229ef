"""The queries, each once for both engines, over the examples."""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from anjian.cases.brief import Brief
from anjian.cases.chains import link
from anjian.engine import local
from anjian.engine.batch import INPUT, check_batch
from anjian.engine.choose import choose
from anjian.engine.run import Plan
from anjian.engine.sql import LINKING, PUBLISHING, REPORTS, Duck, Engine, query, relate
from tests.engine.results import examples, write_files


@cache
def all_examples() -> list[tuple[str, str]]:
    return examples()


@cache
def checked() -> pa.Table:
    """The rows of stage 1 over the examples."""
    batch = pa.RecordBatch.from_pylist([{"id": i, "text": t} for i, t in all_examples()], schema=INPUT)
    return placed(check_batch(batch, Plan(choose())))


def placed(batch: pa.RecordBatch) -> pa.Table:
    table = pa.Table.from_batches([batch])
    places = pa.array(range(len(table)), pa.int64())
    return table.append_column("part", pa.array(["x"] * len(table))).append_column("place", places)


@pytest.fixture(params=["duckdb", pytest.param("spark", marks=pytest.mark.spark)])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Engine:
    """Either engine, with no table yet."""
    if request.param == "duckdb":
        return Duck(duckdb.connect())
    from anjian.engine.spark.session import OnSpark, prepared

    return OnSpark(prepared(request.getfixturevalue("spark")), str(tmp_path))


def given(engine: Engine, tmp_path: Path, **tables: pa.Table) -> Engine:
    """The engine with some tables, from Parquet files as in a run."""
    for name, table in tables.items():
        path = tmp_path / f"{name}.parquet"
        pq.write_table(table, path)
        engine.read(name, str(path))
    return engine


def chains_of(rows: list[tuple[Any, ...]]) -> set[frozenset[str]]:
    """The members of the chains in rows that begin with chain and document."""
    found = defaultdict(set)
    for chain, document, *_ in rows:
        found[chain].add(document)
    return {frozenset(members) for members in found.values()}


def test_the_examples_are_linked_as_the_reader_of_chains_links_them(engine: Engine, tmp_path: Path) -> None:
    relate(given(engine, tmp_path, checked=checked()))
    rows = engine.rows(query("chains"))
    briefs = [Brief.loads(text) for text in checked()["brief"].to_pylist()]
    assert chains_of(rows) == {frozenset(b.document for b in chain.briefs) for chain in link(briefs)}
    assert rows == sorted(rows, key=lambda row: (row[0], row[4], row[1])), "in the order of chains and days"
    assert {row[0] for row in rows} == {min(members) for members in chains_of(rows)}, "named by the least id"
    groups = engine.rows(f"select code, root, document from ({query('together')}) as rows where code is not null")
    assert sorted(groups) == groups_of_two()


def groups_of_two() -> list[tuple[str, str, str]]:
    """Scenario, key and document of the groups of two or more among the examples."""
    keys = defaultdict(list)
    for row in checked().select(["document", "groups"]).to_pylist():
        for group in row["groups"]:
            keys[group["code"], group["key"]].append(row["document"])
    found = sorted((*key, document) for key, some in keys.items() if len(some) > 1 for document in some)
    assert found, "the examples hold some"
    return found


def stated(*documents: dict[str, Any]) -> pa.Table:
    """Rows of stage 1 with nothing but what documents are linked by, in the order given."""
    none = {"restated": [], "offers": [], "seeks": [], "groups": [], "brief": "[]", "given": [], "key": None}
    rows = [{**none, **d, "part": "x", "place": n} for n, d in enumerate(documents)]
    return pa.Table.from_pylist(rows, schema=checked().schema)


def test_what_makes_a_chain(engine: Engine, tmp_path: Path) -> None:
    names = [f"long {n:02d}" for n in random.Random(4).sample(range(100), 100)]
    each_names_the_one_before = [
        {"document": name, "key": f"k{n}", "restated": [f"k{n - 1}"]} for n, name in enumerate(names)
    ]
    one_offers_what_another_seeks = [
        {"document": "offering", "offers": ["once"]},
        {"document": "seeking", "seeks": ["once", "twice", "never"]},
    ]
    two_offer_the_same = [{"document": "c", "offers": ["twice"]}, {"document": "d", "offers": ["twice"]}]
    same_number = [{"document": f"part {n}", "key": "n"} for n in range(3)]
    same_id = [
        {"document": "e", "key": "k-e"},
        {"document": "double", "key": "k-double"},
        {"document": "double", "restated": ["k-e"]},
        {"document": "f", "restated": ["k-double"]},
    ]
    unread = [{"document": "g", "restated": ["k-h"]}, {"document": "h", "key": "k-h", "brief": None}]
    documents = each_names_the_one_before + one_offers_what_another_seeks + two_offer_the_same
    relate(given(engine, tmp_path, checked=stated(*documents, *same_number, *same_id, *unread)))
    assert chains_of(engine.rows(query("chains"))) == {
        frozenset(names),
        frozenset({"offering", "seeking"}),
        frozenset({"part 0", "part 1", "part 2"}),
        frozenset({"double", "f"}),
    }


def test_reports_count_what_there_is(engine: Engine, tmp_path: Path) -> None:
    rows = checked().to_pylist()
    columns = ["court", "month", "document", "scenario", "certainty", "name", "title"]
    found = [{**f, "month": row["month"]} for row in rows for f in row["findings"]]
    findings = pa.Table.from_pylist([{column: f[column] for column in columns} for f in found])
    given(engine, tmp_path, documents=checked(), findings=findings)
    report = {name: engine.rows(query(name)) for name in REPORTS}

    by_all = Counter((f["court"], f["month"], f["scenario"], f["certainty"]) for f in found)
    assert [row[:4] for row in report["counts"]] == sorted(by_all, key=lambda key: none_first(*key))
    assert {row[:4]: row[4] for row in report["counts"]} == by_all
    for name, key in (("courts", "court"), ("months", "month")):
        documents = Counter(row[key] for row in rows)
        of = {value: [f for f in found if f[key] == value] for value in documents}
        assert report[name] == [
            (value, documents[value], len({f["document"] for f in of[value]}), len(of[value]), *by_certainty(of[value]))
            for value in sorted(documents, key=none_first)
        ]
    assert [(row[0], row[3], *row[7:]) for row in report["scenarios"]] == [
        (code, len(some), *by_certainty(some))
        for code in sorted({f["scenario"] for f in found})
        if (some := [f for f in found if f["scenario"] == code])
    ]


def test_reversals_are_those_of_the_command_chains(engine: Engine, tmp_path: Path) -> None:
    given(engine, tmp_path, documents=checked())
    briefs = [Brief.loads(text) for text in checked()["brief"].to_pylist()]
    reversed_ = [b for b in briefs if b.reversal]
    causes = Counter(cause.kind for b in reversed_ if b.reversal for cause in b.reversal.causes)
    kinds = Counter((b.court, str(b.decided)[:7], b.reversal.kind) for b in reversed_ if b.reversal)
    assert engine.rows(query("causes")) == sorted(causes.items(), key=lambda item: (-item[1], item[0]))
    assert [(row[:3], row[3]) for row in engine.rows(query("reversals"))] == sorted(kinds.items())
    assert len(causes) > 3
    assert any(len(b.reversal.causes) > 1 for b in reversed_ if b.reversal), "lists of one and of several"
    assert any(len(b.reversal.causes) == 1 for b in reversed_ if b.reversal)


def by_certainty(findings: list[dict[str, Any]]) -> list[int]:
    return [sum(f["certainty"] == c for f in findings) for c in ("certain", "likely", "hint")]


def none_first(*key: str | None) -> list[tuple[bool, str | None]]:
    return [(part is not None, part) for part in key]


def test_the_page_shows_queries_that_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = Path("docs/scale.md").read_text("utf-8")
    (shown,) = [block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "Duck(" in block]
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path / "in", all_examples(), files=1)
    local.run(["in"], Path("OUT"), Plan(choose()), local.Scale(1))
    names: dict[str, Any] = {}
    exec(shown, names)
    briefs = [Brief.loads(text) for text in checked()["brief"].to_pylist()]
    assert chains_of(names["chains"]) == {frozenset(b.document for b in chain.briefs) for chain in link(briefs)}


def test_every_query_is_known_and_used() -> None:
    files = {path.stem for path in Path("anjian/engine/sql").glob("*.sql")}
    assert files == {*LINKING, *PUBLISHING, *REPORTS}
