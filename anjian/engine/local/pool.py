"""Worker processes that may die: what they were doing is done again by another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.context import BaseContext
from multiprocessing.process import BaseProcess

from ..run import Plan
from .worker import At, Check, Doable, Job, Killers, Spot

_WARM = "anjian.engine.warm"
_DEATHS = 2
_DEATHS_FOR_NO_REASON = 4


class PoolError(RuntimeError):
    """Work that cannot be done, for a reason that lies in no single document."""


@dataclass(frozen=True, slots=True)
class Done:
    """What is done, and how many rows it had."""

    work: Doable
    rows: int


@dataclass(slots=True, eq=False)
class _Worker:
    process: BaseProcess
    connection: Connection
    at: At
    work: Doable | None = None


class Pool:
    """Up to `jobs` processes; close it at the end. They end by themselves when this process dies."""

    def __init__(self, jobs: int, plan: Plan, check: Check) -> None:
        self._context = _context()
        self._jobs = jobs
        self._setting = (plan, check)
        self._workers: list[_Worker] = []
        self._again: deque[Doable] = deque()
        self._deaths: Counter[tuple[int, Spot]] = Counter()
        self._other_deaths = 0

    def run(self, work: Iterable[Doable]) -> Iterator[Done]:
        """Do all the work, in any order, each piece of it once.

        A document that kills its process twice, alone, is passed over with a reason. Raises OSError for a disk that
        is full, PoolError when nothing can be done at all.
        """
        source = iter(work)
        while True:
            while len(self._busy()) < self._jobs:
                one = self._again.popleft() if self._again else next(source, None)
                if one is None:
                    break
                self._give(one)
            busy = self._busy()
            if not busy:
                return
            ready = wait([w.connection for w in busy] + [w.process.sentinel for w in busy])
            for worker in busy:
                if worker.connection in ready or worker.process.sentinel in ready:
                    yield from self._hear(worker)

    def close(self) -> None:
        """End the processes, whatever they are doing."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            self._forget(worker)
        self._workers = []

    def _busy(self) -> list[_Worker]:
        return [worker for worker in self._workers if worker.work is not None]

    def _give(self, one: Doable) -> None:
        worker = next((w for w in self._workers if w.work is None), None) or self._start()
        worker.work = one
        worker.at.clear()
        try:
            worker.connection.send(one)
        except OSError:
            self._died(worker)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        memory = self._context.RawArray("q", 3)
        plan, check = self._setting
        process = self._context.Process(target=_serve, args=(theirs, memory, plan, check), daemon=True)  # type: ignore[attr-defined]
        process.start()
        theirs.close()
        worker = _Worker(process, ours, At(memory))
        self._workers.append(worker)
        return worker

    def _hear(self, worker: _Worker) -> Iterator[Done]:
        try:
            told = worker.connection.recv()
        except (EOFError, OSError):
            self._died(worker)
            return
        one, worker.work = worker.work, None
        if isinstance(told, Exception):
            raise told
        assert one is not None
        self._other_deaths = 0
        yield Done(one, told)

    def _died(self, worker: _Worker) -> None:
        """Take leave of a dead worker, and see that its work is done again."""
        self._workers.remove(worker)
        self._forget(worker)
        one = worker.work
        if isinstance(one, Job) and worker.at.begun:
            one = self._suspecting(one, worker.at)
        else:
            self._other_deaths += 1
            if self._other_deaths >= _DEATHS_FOR_NO_REASON:
                raise PoolError(
                    f"worker processes died {self._other_deaths} times in a row (last exit: {worker.process.exitcode})"
                )
        if one is not None:
            self._again.append(one)

    def _suspecting(self, job: Job, at: At) -> Job:
        """The job for the next try: document by document, without one that has killed often enough."""
        if not job.singly:
            return replace(job, singly=True)
        spot = at.spot
        self._deaths[job.task.number, spot] += 1
        if self._deaths[job.task.number, spot] < _DEATHS:
            return job
        if at.checking:
            return replace(job, killers=Killers(job.killers.read, job.killers.checked | {spot}))
        return replace(job, killers=Killers(job.killers.read | {spot}, job.killers.checked))

    def _forget(self, worker: _Worker) -> None:
        worker.process.join()
        worker.connection.close()


def _context() -> BaseContext:
    """How processes are started. Not by forking this one: threads of Arrow and DuckDB may run in it."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([_WARM])
    return context


def _serve(connection: Connection, memory: list[int], plan: Plan, check: Check) -> None:
    """The worker: does what it is given until there is nobody who gives."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes; the parent ends this one
    threading.Thread(target=_end_with_parent, daemon=True).start()
    at = At(memory)
    while True:
        try:
            one = connection.recv()
        except EOFError:
            return
        at.be((0, 0))
        try:
            told: object = one.do(plan, check, at)
        except OSError as error:
            told = error
        except Exception as error:
            told = PoolError(f"{type(error).__name__}: {error}")
        connection.send(told)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
