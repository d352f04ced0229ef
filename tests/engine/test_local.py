"""The local engine: what it writes is what a run gives, whatever the pieces and the number of processes."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from anjian.engine.choose import choose
from anjian.engine.inputs import Document, count_bytes, documents
from anjian.engine.local import Progress, RefusedError, Scale, run
from anjian.engine.outputs.parquet import row_of
from anjian.engine.result import DOCUMENTS, FINDINGS, folder_of
from anjian.engine.run import Checked, Plan
from anjian.engine.run import run as run_here
from anjian.scenarios.registry import Registered
from tests.engine.at_scale import fingerprint, rows
from tests.engine.reading import TEXT, record, write

PLAN = Plan(choose())
SMALL = 60_000


def never(registered: Registered, error: Exception, document: Document) -> None:
    raise AssertionError(error)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("scale") / "out"
    run(["examples"], out, PLAN, Scale(2, size=SMALL))
    return out


def test_it_writes_the_findings_a_run_gives(result: Path) -> None:
    expected = [
        row_of(f)
        for item in run_here(documents(["examples"]), PLAN, never)
        if isinstance(item, Checked)
        for f in item.findings
    ]
    found = rows(result, "findings")
    for row in found:
        assert row.pop("month") == (row["decision_date"].isoformat()[:7] if row["decision_date"] else None)
        del row["filename"]
    assert {row["family"] for row in found} >= {"penalty", "civil", "linked"}
    assert sorted(found, key=lambda r: r["finding"]) == sorted(expected, key=lambda r: r["finding"])


def test_every_document_has_a_row_in_the_order_of_arrival(result: Path) -> None:
    order = [d.id for d in documents(["examples"]) if isinstance(d, Document)]
    found = rows(result, "documents")
    assert sorted(row["document"] for row in found) == sorted(order)
    for folder in {row["filename"] for row in found}:
        inside = [row["document"] for row in found if row["filename"] == folder]
        assert inside == sorted(inside, key=order.index)
    counts = Counter((row["document"], row["certainty"]) for row in rows(result, "findings"))
    for row in found:
        assert [row[c] for c in ("certain", "likely", "hint")] == [
            counts[row["document"], c] for c in ("certain", "likely", "hint")
        ]


def test_the_files_have_the_columns_of_the_contract(result: Path) -> None:
    for kind, schema in (("findings", FINDINGS), ("documents", DOCUMENTS)):
        for path in (result / kind).rglob("*.parquet"):
            assert pq.read_schema(path).equals(schema)
    manifest = json.loads((result / "run.json").read_text("utf-8"))
    assert manifest["documents"] == len(rows(result, "documents"))
    assert (
        manifest["findings"]
        == len(rows(result, "findings"))
        == sum(sum(counts.values()) for counts in manifest["scenarios"].values())
    )
    assert manifest["plan"]["scenarios"] == [r.scenario.code for r in PLAN.chosen]
    assert [p.name for p in result.parent.iterdir()] == ["out"]


def test_the_result_is_the_same_whatever_the_number_of_processes(result: Path, tmp_path: Path) -> None:
    run(["examples"], tmp_path / "out", PLAN, Scale(5, size=SMALL))
    assert fingerprint(tmp_path / "out") == fingerprint(result)


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Documents in every kind of file, and some that cannot be read."""
    folder = tmp_path / "in"
    shutil.copytree("examples/chains/01-theft-affirmed", folder / "one")
    shutil.copy("examples/03-injury-forgiven-clean.docx", folder / "b.docx")
    write(folder / "c.jsonl", "\n".join([*(record(f"c{n}") for n in range(30)), "{broken", json.dumps({"text": TEXT})]))
    write(folder / "d.csv", f"id,text\nd1,{TEXT}\nd2,\n")
    write(folder / "e.json", json.dumps([{"text": TEXT}, {"id": 5}]))
    write(folder / "f.csv", "a,b\n1,2\n")
    write(folder / "g.txt", b"")
    write(folder / "h.bin", b"\0\0")
    return folder


def test_every_kind_of_file_is_read_and_what_cannot_be_is_told(mixed: Path, tmp_path: Path) -> None:
    manifest, tally = run([str(mixed)], tmp_path / "out", PLAN, Scale(2, size=1000))
    items = list(documents([str(mixed)]))
    read = [item for item in items if isinstance(item, Document)]
    found = rows(tmp_path / "out", "documents")
    assert sorted(r["document"] for r in found if r["document"]) == sorted(d.id for d in read)
    assert sorted(r["source"] for r in found) == sorted(item.source for item in items)
    assert (tally.documents, tally.unreadable) == (len(read), len(items) - len(read)) == (36, 4)
    told = {f"{name}：{reason['reason']}" for reason in manifest["skipped"]["reasons"] for name in reason["examples"]}
    assert told == {item.sentence_zh for item in items if not isinstance(item, Document)}
    assert manifest["passed_over"] == {".bin": 1, ".csv": 1}


def test_many_alike_reasons_are_counted_together(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join(["{broken"] * 9 + [record("a")]))
    manifest, _ = run([str(path)], tmp_path / "out", PLAN, Scale(1))
    (reason,) = manifest["skipped"]["reasons"]
    assert reason["reason"].startswith("第 … 行不是完整的 JSON")
    assert (reason["count"], reason["examples"]) == (9, [str(path)])


def test_of_documents_with_one_id_both_are_checked_and_the_first_is_linked(tmp_path: Path) -> None:
    folder = Path("examples/chains/06-embezzlement-protest")
    lines = [record(p.name, p.read_text("utf-8")) for p in sorted(folder.glob("*.txt"))]
    path = write(tmp_path / "a.jsonl", "\n".join([*lines, *lines]))
    run([str(path)], tmp_path / "out", PLAN, Scale(1))
    expected = [
        f.finding for i in run_here(documents([str(path)]), PLAN, never) if isinstance(i, Checked) for f in i.findings
    ]
    assert sorted(row["finding"] for row in rows(tmp_path / "out", "findings")) == sorted(expected)


def test_nothing_to_read_is_a_result_too(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    manifest, tally = run([str(tmp_path / "empty"), str(tmp_path / "gone.txt")], tmp_path / "out", PLAN, Scale(1))
    assert (tally.documents, tally.unreadable, manifest["findings"]) == (0, 2, 0)
    assert rows(tmp_path / "out", "findings") == []


def test_only_the_plan_is_followed(tmp_path: Path) -> None:
    plan = Plan(choose(["PRO325", "DOC605"]), "certain", {"PRO325": "format"})
    manifest, _ = run(["examples/chains"], tmp_path / "out", plan, Scale(2, size=SMALL))
    found = rows(tmp_path / "out", "findings")
    assert {(row["scenario"], row["severity"]) for row in found} == {("PRO325", "format")}
    assert manifest["plan"]["severity"] == {"PRO325": "format"}


def test_progress_tells_steps_and_bytes(tmp_path: Path) -> None:
    told: list[Progress] = []
    run(["examples/civil"], tmp_path / "out", PLAN, Scale(1, size=SMALL), told.append)
    assert list(dict.fromkeys(p.step for p in told)) == ["list", "check", "link", "write"]
    checks = [p for p in told if p.step == "check"]
    assert checks[0].bytes == 0
    assert checks[-1].bytes == checks[-1].total == count_bytes(["examples/civil"])
    assert checks[-1].documents == 50


def test_an_existing_result_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(RefusedError, match="exists; give another folder"):
        run(["examples/civil"], tmp_path / "out", PLAN, Scale(1))
    with pytest.raises(RefusedError, match="is no result of a check"):
        run(["examples/civil"], tmp_path / "out", PLAN, Scale(1, resume=True))
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_a_finished_check_is_not_done_again_and_not_taken_for_another(result: Path, tmp_path: Path) -> None:
    shutil.copytree(result, tmp_path / "out")
    told: list[Progress] = []
    manifest, tally = run(["examples"], tmp_path / "out", PLAN, Scale(1, resume=True, size=SMALL), told.append)
    assert [p.step for p in told] == ["list"]
    assert tally.findings == manifest["findings"] == len(rows(result, "findings"))
    with pytest.raises(RefusedError, match="the certainty differ from the check kept in"):
        run(["examples"], tmp_path / "out", Plan(choose(), "likely"), Scale(1, resume=True, size=SMALL))
    with pytest.raises(RefusedError, match="the input files, the scenarios chosen differ"):
        run(["examples/civil"], tmp_path / "out", Plan(choose(["PEN"])), Scale(1, resume=True, size=SMALL))
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("court", "month", "expected"),
    [
        ("清溪县人民法院", "2023-05", "court=清溪县人民法院/month=2023-05"),
        (None, "", "court=__HIVE_DEFAULT_PARTITION__/month=__HIVE_DEFAULT_PARTITION__"),
        ("../a=b%法院\n", "2023-05", "court=..%2Fa%3Db%25法院%0A/month=2023-05"),
    ],
)
def test_folders_are_named_as_hive_does(court: str | None, month: str, expected: str) -> None:
    assert folder_of(court, month) == expected
