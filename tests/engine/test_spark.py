"""The job on a real Spark: the same result as on this machine, also when processes die in the middle."""

from __future__ import annotations

import json
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from anjian.cli.app import cli
from anjian.engine import local
from anjian.engine.batch import INPUT, RESULT, check_batch
from anjian.engine.choose import choose
from anjian.engine.run import Plan, Tally
from anjian.engine.spark import SparkError, run
from anjian.engine.spark.job import told_of
from anjian.engine.spark.stages import link_stream, named, slices
from anjian.engine.sql import Duck
from tests.engine.results import examples, rows, write_files

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

FILES = 12
PATIENCE = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Chains and other examples, and copies with numbers of their own, in a dozen files; and a file of odd rows."""
    some = [(i, t) for n, (i, t) in enumerate(examples(copies=6)) if "/chains/" in i or n % 5 == 0]
    folder = write_files(tmp_path_factory.mktemp("input") / "in", some, FILES)
    good = examples()[0][1]
    odd = {
        "id": pa.array(["no text", "blank", None, "0/01-theft-clean.txt", "not UTF-8"]),
        "text": pa.array([None, " ", good, good.replace("有期徒刑", "徒刑"), None]),
    }
    odd["text"] = pa.concat_arrays([odd["text"][:4], pa.array(["有罪".encode("gb18030")]).view(pa.string())])
    (folder / "深 处").mkdir()
    pq.write_table(pa.table(odd), folder / "深 处" / "odd 100%.parquet")
    return folder


@dataclass
class Attempt:
    """One try at a task, in Spark's own books."""

    id: int
    index: int
    executor: str
    status: str
    error: str


class Job(threading.Thread):
    """A run in a thread of its own, so that processes can be killed while it goes on."""

    def __init__(self, session: SparkSession, folder: Path, out: Path) -> None:
        super().__init__()
        self._context: Any = session.sparkContext
        self._stage: int | None = None
        self._do: Callable[[], Tally] = lambda: run([str(folder)], str(out), Plan(choose()))[1]
        self.tally: Tally | None = None

    def run(self) -> None:
        self.tally = self._do()

    def attempts(self) -> list[Attempt]:
        """The tries at the tasks of the stage that checks: the first with a task for each file."""
        tracker = self._context.statusTracker()
        if self._stage is None:
            active = sorted(tracker.getActiveStageIds())
            stages = (n for n in active if (info := tracker.getStageInfo(n)) and info.numTasks > FILES)
            self._stage = next(stages, None)
        if self._stage is None:
            return []
        found = self._context._jsc.sc().statusStore().taskList(self._stage, 0, 1000)
        return [_attempt(found.apply(n)) for n in range(found.size())]

    def strike(self, victim: Callable[[str], int | None]) -> Attempt:
        """Kill a process of an executor while it runs a task, and wait until Spark has noticed; the task that failed.

        It is stopped first, so that the task cannot end between the look and the kill.
        """
        while self.is_alive():
            for task in self.attempts():
                pid = victim(task.executor) if task.status == "RUNNING" else None
                if pid is None:
                    continue
                os.kill(pid, signal.SIGSTOP)
                time.sleep(0.1)
                running = self._now(task).status == "RUNNING"
                os.kill(pid, signal.SIGKILL if running else signal.SIGCONT)
                if running and (after := self._after(task)).status == "FAILED":
                    return after
            time.sleep(0.01)
        pytest.fail("the job ended before a task could be struck")

    def _now(self, task: Attempt) -> Attempt:
        return next(a for a in self.attempts() if a.id == task.id)

    def _after(self, task: Attempt) -> Attempt:
        until = time.monotonic() + PATIENCE
        while (now := self._now(task)).status == "RUNNING" and time.monotonic() < until:
            time.sleep(0.05)
        return now


def _attempt(task: Any) -> Attempt:
    error = task.errorMessage()
    return Attempt(
        task.taskId(), task.index(), task.executorId(), task.status(), str(error.get()) if error.isDefined() else ""
    )


def processes() -> Iterator[tuple[int, int, str]]:
    """Id, parent and command line of all processes."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
                yield int(entry.name), parent, (entry / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue


def executor(number: str) -> int | None:
    """The Java process of an executor of ours."""
    mine = {os.getpid()}
    found = list(processes())
    while more := {pid for pid, parent, _ in found if parent in mine} - mine:
        mine |= more
    wanted = ("CoarseGrainedExecutorBackend", f"--executor-id {number} ")
    return next((pid for pid, _, command in found if pid in mine and all(w in command for w in wanted)), None)


def python_worker(number: str) -> int | None:
    """The Python process that works for an executor: the child of its daemon."""
    java, found = executor(number), list(processes())
    daemons = {pid for pid, parent, _ in found if parent == java}
    return next((pid for pid, parent, _ in found if parent in daemons), None)


@pytest.mark.spark
def test_the_result_is_that_of_the_local_engine_though_processes_are_killed(
    spark: SparkSession, folder: Path, tmp_path: Path
) -> None:
    out, here = tmp_path / "out", tmp_path / "here"
    job = Job(spark, folder, out)
    job.start()
    worker, lost = job.strike(python_worker), job.strike(executor)
    found, tally = local.run([str(folder)], here, Plan(choose()), local.Scale(1))
    job.join()

    assert worker.status == lost.status == "FAILED"
    # Spark may notice the end of the worker's answer before the end of the worker.
    assert "Python worker exited unexpectedly" in worker.error or "EOFException" in worker.error
    assert "ExecutorLostFailure" in lost.error
    done = [a.index for a in job.attempts() if a.status == "SUCCESS"]
    assert sorted(done) == list(range(FILES + 1)), "each task has done well in the end, once"
    assert {worker.index, lost.index} <= set(done)

    assert rows(out / "findings") == rows(here / "findings")
    read, unread = split(rows(out / "documents"))
    assert (read, len(unread)) == (split(rows(here / "documents"))[0], 2)
    told = json.loads((out / "run.json").read_text("utf-8"))
    same = ("documents", "with_findings", "findings", "scenarios", "failures")
    assert {name: told[name] for name in same} == {name: found[name] for name in same}
    assert told.keys() == found.keys()
    assert job.tally is not None
    assert (job.tally.documents, job.tally.unreadable, job.tally.scenario) == (tally.documents, 2, tally.scenario)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here", "out"], "nothing else is left behind"


def split(found: list[str]) -> tuple[list[str], list[str]]:
    """Rows of documents that were read, and of those that were not."""
    return [r for r in found if "('skipped', None)" in r], [r for r in found if "('skipped', None)" not in r]


@pytest.mark.spark
def test_a_result_without_findings_has_its_columns_all_the_same(spark: SparkSession, tmp_path: Path) -> None:
    folder, out = write_files(tmp_path / "in", examples()[:1], files=1), tmp_path / "out"
    done = CliRunner().invoke(cli, ["check", str(folder), str(out), "--engine", "spark", "--select", "LNK801"])
    assert done.exit_code == 0
    assert "检查文书 1 份" in done.stderr
    result = Duck(duckdb.connect())
    result.read("findings", f"{out}/findings")
    assert result.rows("select count(scenario), count(court), count(month) from findings") == [(0, 0, 0)]
    assert len(rows(out / "documents")) == 1


@pytest.mark.spark
def test_a_result_that_is_there_is_not_touched(spark: SparkSession, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "run.json").write_text("mine")
    with pytest.raises(SparkError, match="is already there"):
        run([str(folder)], str(tmp_path), Plan(choose()))
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


@pytest.mark.spark
def test_input_that_cannot_be_used_is_told_in_a_sentence(spark: SparkSession, tmp_path: Path) -> None:
    pq.write_table(pa.table({"id": ["a"], "body": ["…"]}), tmp_path / "a.parquet")
    with pytest.raises(SparkError, match="no column text, only: id、body"):
        run([str(tmp_path / "a.parquet")], str(tmp_path / "out"), Plan(choose()))
    pq.write_table(pa.table({"text": [1]}), tmp_path / "c.parquet")
    with pytest.raises(SparkError, match="is not text"):
        run([str(tmp_path / "c.parquet")], str(tmp_path / "out"), Plan(choose()))
    with pytest.raises(SparkError, match="PATH_NOT_FOUND"):
        run([str(tmp_path / "nowhere")], str(tmp_path / "out"), Plan(choose()))
    (tmp_path / "b.parquet").write_bytes(b"not parquet")
    with pytest.raises(SparkError, match="Could not read footer"):
        run([str(tmp_path / "b.parquet")], str(tmp_path / "out"), Plan(choose()))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.parquet", "b.parquet", "c.parquet"]


def test_texts_are_taken_a_few_megabytes_at_a_time() -> None:
    batch = pa.RecordBatch.from_pydict({"text": ["四" * n if n else None for n in (2, 2, 2, 9, 0, 1)]})
    assert [part["text"].to_pylist() for part in slices(batch, limit=12)] == [
        ["四四", "四四"],
        ["四四"],
        ["四" * 9],
        [None, "四"],
    ]


@pytest.mark.parametrize(
    ("given", "named_as"),
    [
        (["in"], ("in/深 处/a.parquet", "深 处/a.parquet")),
        (["in/"], ("in/深 处/a.parquet", "深 处/a.parquet")),
        (["in", "other"], ("in/深 处/a.parquet", "in/深 处/a.parquet")),
        (["in/深 处/a.parquet"], ("in/深 处/a.parquet", "in/深 处/a.parquet")),
        (["i?/*"], ("file:/data/in/深 处/a.parquet", "file:/data/in/深 处/a.parquet")),
    ],
)
def test_rows_without_an_id_are_named_by_their_file_as_given(given: list[str], named_as: tuple[str, str]) -> None:
    roots = tuple((path, f"file:/data/{path}".rstrip("/")) for path in given)
    assert named("file:/data/in/深%20处/a.parquet", roots) == named_as


def test_a_chain_may_go_on_in_the_next_batch() -> None:
    plan = Plan(choose())
    documents = pa.RecordBatch.from_pylist([{"id": i, "text": t} for i, t in examples() if "/03-" in i], schema=INPUT)
    rows = [{"code": None, "root": "a", **row} for row in check_batch(documents, plan).to_pylist() if row["brief"]]
    columns = pa.schema([("code", pa.string()), ("root", pa.string()), RESULT.field("brief"), RESULT.field("given")])
    batches = [pa.RecordBatch.from_pylist([{c: row[c] for c in columns.names}], schema=columns) for row in rows]
    (one,) = link_stream(batches, plan)
    (same,) = link_stream([pa.Table.from_batches(batches).combine_chunks().to_batches()[0]], plan)
    assert one == same
    assert one["findings"][0].as_py()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("[JAVA_GATEWAY_EXITED] Java gateway process exited", "install Java 17"),
        ("Traceback (most recent call last):\n  …\nModuleNotFoundError: No module named 'anjian'", "Send the packed"),
        ("Traceback (most recent call last):\n  …\nMemoryError: full", "Spark failed: MemoryError: full"),
        (
            "An error occurred.\n: java.io.IOException: disk full\n\tat …",
            "Spark failed: java.io.IOException: disk full",
        ),
        ("", "Spark failed: ValueError"),
    ],
)
def test_of_a_failure_the_line_that_helps_is_told(said: str, told: str) -> None:
    assert told in told_of(ValueError(said)).en
