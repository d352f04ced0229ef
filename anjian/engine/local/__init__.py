"""The check over much, on this machine: processes over pieces of the input, the result as Parquet, resumable.

Every piece of the input is a task, and its rows one file in a hidden folder beside the result, so that a run that was
killed goes on with the tasks whose files are missing. What belongs together is found by SQL over those files. The
result is written beside, too, and appears whole by one rename.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ..batch import check_batch
from ..counts import tally_of
from ..result import MANIFEST
from ..run import Plan, Tally
from .linking import joins, open_base
from .manifest import manifest
from .pool import Pool, PoolError
from .publishing import find_all, write_folders
from .tasks import SIZE, write_tasks
from .work import RefusedError, Work, load, plan_record, refuse_other, save
from .worker import Check, Job

__all__ = ["PoolError", "Progress", "RefusedError", "Scale", "cores", "run"]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: its step (list, check, link or write), documents checked now, bytes done of all there are."""

    step: str
    documents: int = 0
    bytes: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Scale:
    """How to run: processes, bytes of a task, whether to go on with a run that was broken off, and the function."""

    jobs: int
    resume: bool = False
    size: int = SIZE
    check: Check = check_batch


def cores() -> int:
    """How many processes this one may keep busy."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    paths: Sequence[str], out: Path, plan: Plan, scale: Scale, tell: Callable[[Progress], None] = lambda _: None
) -> tuple[dict[str, Any], Tally]:
    """Check the documents behind `paths` and write the result into the folder `out`; gives its manifest and counts.

    Raises RefusedError where it must not start, PoolError and OSError where it cannot go on; a later run with
    `resume` then goes on from there.
    """
    started = time.monotonic()
    work = Work(out)
    if not scale.resume:
        _refuse_existing(work)
    with work.alone():
        one = _Run(work, tuple(paths), plan, scale, tell)
        found = one.finished()
        if found is None:
            one.begin()
            with closing(Pool(scale.jobs, plan, scale.check)) as pool:
                one.check(pool)
                found = one.publish(pool)
        work.drop()
    return found, tally_of(found, time.monotonic() - started)


def _refuse_existing(work: Work) -> None:
    if work.folder.exists():
        raise RefusedError(
            f"{work.out} 有一次没有做完的检查；请加 --resume 接着做，或删除 {work.folder} 后重做",
            f"there is an unfinished check of {work.out}; go on with --resume, or delete {work.folder} to start anew",
        )
    if work.out.exists():
        raise RefusedError(
            f"{work.out} 已经存在；请换一个结果文件夹，或先移走它",
            f"{work.out} exists; give another folder for the result, or move it away",
        )


class _Run:
    """One run, from the list of tasks to the manifest."""

    def __init__(
        self, work: Work, paths: tuple[str, ...], plan: Plan, scale: Scale, tell: Callable[[Progress], None]
    ) -> None:
        """List the tasks."""
        self._work, self._paths, self._plan, self._scale, self._tell = work, paths, plan, scale, tell
        tell(Progress("list"))
        self._listed = write_tasks(paths, work.listing, scale.size)
        self._wanted = plan_record(plan, self._listed)
        self._began = datetime.now(UTC).isoformat(timespec="seconds")

    def finished(self) -> dict[str, Any] | None:
        """The manifest of the result where it is there already. Raises RefusedError when it is another check's."""
        out = self._work.out
        if not out.exists():
            return None
        found = load(out / MANIFEST)
        if found is None:
            raise RefusedError(
                f"{out} 已经存在，且不是检查结果；请换一个结果文件夹，或先移走它",
                f"{out} exists and is no result of a check; give another folder, or move it away",
            )
        refuse_other(found["plan"], self._wanted, out)
        return found

    def begin(self) -> None:
        """Make the folder ready for the tasks. Raises RefusedError where it holds those of another check."""
        kept = load(self._work.plan)
        if kept:
            refuse_other(kept["plan"], self._wanted, self._work.folder)
            self._began = kept["began"]
        os.replace(self._work.listing, self._work.tasks)
        save(self._work.plan, {"plan": self._wanted, "began": self._began})
        self._work.begin()

    def check(self, pool: Pool) -> None:
        """Do the tasks that are missing."""
        done, documents = self._listed.bytes - sum(task.size for task in self._work.missing()), 0
        self._tell(Progress("check", 0, done, self._listed.bytes))
        for one in pool.run(Job(task, self._work.part(task.number)) for task in self._work.missing()):
            assert isinstance(one.work, Job)
            documents += one.rows
            done += one.work.task.size
            self._tell(Progress("check", documents, done, self._listed.bytes))

    def publish(self, pool: Pool) -> dict[str, Any]:
        """Look across the documents and write the result; gives its manifest."""
        work = self._work
        with closing(open_base(work, self._scale.jobs)) as base:
            self._tell(Progress("link"))
            if self._plan.across:
                for _ in pool.run(joins(work, base)):
                    pass
            self._tell(Progress("write"))
            find_all(work, base)
            write_folders(work, base, pool)
            found = manifest(work, base, self._wanted, self._listed, self._paths, self._began)
        save(work.result / MANIFEST, found)
        work.publish()
        return found
