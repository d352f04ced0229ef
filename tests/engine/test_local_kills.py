"""The local engine under kill -9: nothing is lost, nothing comes twice, and the result is the same."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from anjian.engine.batch import check_batch
from anjian.engine.choose import choose
from anjian.engine.inputs import Document, documents
from anjian.engine.local import PoolError, Progress, RefusedError, Scale, run
from anjian.engine.local.pool import Pool
from anjian.engine.local.tasks import Task, read_tasks, write_tasks
from anjian.engine.local.worker import At, Job, Killers
from anjian.engine.run import Plan
from tests.engine.at_scale import ALWAYS, ONCE, fingerprint, killing, parquet, rows
from tests.engine.reading import TEXT, record, write

PLAN = Plan(choose())
SMALL = 60_000
PROGRAM = """
import sys
from pathlib import Path
from anjian.engine.choose import choose
from anjian.engine.local import Scale, run
from anjian.engine.run import Plan
run(["examples"], Path(sys.argv[1]), Plan(choose()), Scale(2, resume=True, size=int(sys.argv[2])))
"""
STEPS: dict[str, Callable[[Path], bool]] = {
    "listing": lambda work: (work / "lock").exists(),
    "checking": lambda work: len(list((work / "parts").glob("*.parquet"))) >= 2,
    "linking": lambda work: (work / "spill" / "base.duckdb").exists(),
    "checking links": lambda work: (work / "together").exists(),
    "writing": lambda work: len(list((work / "result").rglob("*.parquet"))) >= 5,
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The result of a run that nobody disturbed."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run(["examples"], out, PLAN, Scale(2, size=SMALL))
    return out


def start(out: Path) -> subprocess.Popen[bytes]:
    """A run in a process of its own, in a session of its own."""
    return subprocess.Popen([sys.executable, "-c", PROGRAM, str(out), str(SMALL)], start_new_session=True)


def wait_for(what: Callable[[], bool], seconds: float = 60) -> None:
    limit = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < limit
        time.sleep(0.002)


def alive(session: int) -> list[int]:
    """The processes of a session, but for the dead ones that nobody has waited for."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, sid = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except (FileNotFoundError, ProcessLookupError):
                continue
            if int(sid) == session and state != "Z":
                found.append(int(entry.name))
    return found


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
def test_a_run_killed_at_every_step_ends_with_the_same_result(whole: Path, tmp_path: Path) -> None:
    out, work = tmp_path / "out", tmp_path / ".out.work"
    kept: dict[Path, int] = {}
    for reached in STEPS.values():
        process = start(out)
        wait_for(lambda reached=reached: reached(work))  # type: ignore[misc]
        process.kill()
        assert process.wait() == -signal.SIGKILL
        wait_for(lambda process=process: not alive(process.pid), 10)  # type: ignore[misc]
        assert not out.exists()
        assert {path: path.stat().st_mtime_ns for path in kept} == kept, "a task that was done has been done again"
        kept = {path: path.stat().st_mtime_ns for path in (work / "parts").glob("*.parquet")}
    assert len(kept) > 5
    assert start(out).wait() == 0
    assert fingerprint(out) == fingerprint(whole)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_killed_right_after_the_result_appeared_it_is_found_whole(whole: Path, tmp_path: Path) -> None:
    out, work = tmp_path / "out", tmp_path / ".out.work"
    out.parent.mkdir(exist_ok=True)
    subprocess.run(["cp", "-r", str(whole), str(out)], check=True)
    write(work / "plan.json", "{}")
    run(["examples"], out, PLAN, Scale(1, resume=True, size=SMALL))
    assert fingerprint(out) == fingerprint(whole)
    assert not work.exists()


def test_what_was_broken_off_is_not_resumed_as_something_else(tmp_path: Path) -> None:
    out = tmp_path / "out"

    def stop(progress: Progress) -> None:
        if progress.documents:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(["examples/civil"], out, PLAN, Scale(1, size=SMALL), stop)
    with pytest.raises(RefusedError, match="go on with --resume, or delete"):
        run(["examples/civil"], out, PLAN, Scale(1, size=SMALL))
    with pytest.raises(RefusedError, match="the scenarios chosen differ"):
        run(["examples/civil"], out, Plan(choose(["PEN"])), Scale(1, resume=True, size=SMALL))
    _, tally = run(["examples/civil"], out, PLAN, Scale(1, resume=True, size=SMALL))
    assert tally.documents == 50


def test_two_runs_do_not_write_one_result(tmp_path: Path) -> None:
    def second(progress: Progress) -> None:
        if progress.step == "check":
            with pytest.raises(RefusedError, match="another process is writing"):
                run(["examples/civil"], tmp_path / "out", PLAN, Scale(1, resume=True, size=SMALL))

    _, tally = run(["examples/civil"], tmp_path / "out", PLAN, Scale(1, size=SMALL), second)
    assert tally.documents == 50


def test_workers_killed_from_outside_lose_nothing(whole: Path, tmp_path: Path) -> None:
    killed: set[int | None] = set()

    def kill(progress: Progress) -> None:
        """One of those at work, twice; before the later steps, when they wait, all of them."""
        if progress.documents > 100 * len(killed) and len(killed) < 2:
            killing_now = active_children()[:1]
        else:
            killing_now = active_children() if progress.step in ("link", "write") else []
        for child in killing_now:
            child.kill()
            killed.add(child.pid)

    run(["examples"], tmp_path / "out", PLAN, Scale(2, size=SMALL), kill)
    assert len(killed) >= 5
    assert fingerprint(tmp_path / "out") == fingerprint(whole)


@pytest.fixture
def texts() -> list[str]:
    return [item.text for item in documents(["examples/civil"]) if isinstance(item, Document)]


def test_a_document_that_kills_a_worker_once_is_checked_by_another(texts: list[str], tmp_path: Path) -> None:
    table = parquet(tmp_path / "a.parquet", [*texts[:30], f"{texts[30]}{ONCE}{tmp_path / 'note'}", *texts[31:]])
    _, tally = run([str(table)], tmp_path / "out", PLAN, Scale(2, size=SMALL, check=killing))
    assert (tmp_path / "note").exists()
    assert (tally.documents, tally.unreadable) == (50, 0)
    undisturbed, _ = run([str(table)], tmp_path / "again", PLAN, Scale(2, size=SMALL, check=check_batch))
    assert fingerprint(tmp_path / "out") == fingerprint(tmp_path / "again")
    assert undisturbed["documents"] == 50


def test_a_document_that_always_kills_its_worker_is_passed_over_alone(texts: list[str], tmp_path: Path) -> None:
    table = parquet(tmp_path / "a.parquet", [*texts[:30], f"{texts[30]}{ALWAYS}", *texts[31:]])
    manifest, tally = run([str(table)], tmp_path / "out", PLAN, Scale(2, size=SMALL, check=killing))
    assert (tally.documents, tally.unreadable) == (49, 1)
    (reason,) = manifest["skipped"]["reasons"]
    assert reason["reason"].startswith("第 31 条在检查时使进程意外终止（可能是内存不足），已跳过；")
    assert reason["reason_en"].startswith("record 31 killed the process that was checking it")
    read = {row["document"] for row in rows(tmp_path / "out", "documents")}
    assert read == {f"d{n}" for n in range(50) if n != 30} | {None}


def test_what_kills_its_reader_is_not_read_on(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", "\n".join(record(f"a{n}") for n in range(5)))
    write_tasks([str(path), str(write(tmp_path / "b.txt", TEXT))], tmp_path / "tasks")
    (task,) = read_tasks(tmp_path / "tasks")
    job = Job(task, tmp_path / "rows.parquet", singly=True, killers=Killers(read=frozenset({(0, 3)})))
    assert job.do(PLAN, check_batch, At([0, 0, 0])) == 5
    found = pq.read_table(job.to).to_pylist()
    assert [row["document"] for row in found] == ["a0", "a1", "a2", None, str(tmp_path / "b.txt")]
    assert found[3]["skipped"].startswith("文件在读取时使进程意外终止（可能是内存不足），从此处起未读；")


@pytest.mark.parametrize("checking", [True, False])
def test_a_place_is_given_up_when_two_have_died_there_one_document_at_a_time(checking: bool, tmp_path: Path) -> None:
    pool = Pool(1, PLAN, check_batch)
    at = At([0, 0, 0])
    at.be((0, 3), checking)
    first = pool._suspecting(Job(Task(0, ()), tmp_path), at)
    assert (first.singly, first.killers) == (True, Killers())
    second = pool._suspecting(first, at)
    assert second == first
    third = pool._suspecting(second, at)
    assert (third.killers.checked if checking else third.killers.read) == {(0, 3)}
    assert not (third.killers.read if checking else third.killers.checked)


def test_workers_that_cannot_even_start_end_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("anjian.engine.local.pool._serve", len)  # dies of a wrong number of arguments
    with pytest.raises(PoolError, match="died 4 times"):
        run(["examples/civil"], tmp_path / "out", PLAN, Scale(1, size=SMALL))
