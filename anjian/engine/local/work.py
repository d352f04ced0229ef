"""The folder that a check works in until its result is whole: beside the result, hidden, the same for every try."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from anjian import __version__

from ..run import Plan
from .tasks import Listed, Task, read_tasks

_WORDS = {
    "pack": ("程序版本", "the version of the program"),
    "inputs": ("输入文件", "the input files"),
    "scenarios": ("所选场景", "the scenarios chosen"),
    "certainty": ("把握程度", "the certainty"),
    "severity": ("严重程度设置", "the severities"),
}


class RefusedError(ValueError):
    """A check that cannot start; `zh` and `en` say why and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en


class Work:
    """The work folder of a result: the plan, the tasks, one file of rows for each task done."""

    def __init__(self, out: Path) -> None:
        self.out = Path(os.path.realpath(out))
        self.folder = self.out.with_name(f".{self.out.name}.work")
        self.plan = self.folder / "plan.json"
        self.tasks = self.folder / "tasks.jsonl"
        self.listing = self.folder / "tasks.new"
        self.parts = self.folder / "parts"
        self.together = self.folder / "together"
        self.linked = self.folder / "linked"
        self.result = self.folder / "result"
        self.spill = self.folder / "spill"
        self.buckets = self.spill / "buckets"

    def part(self, number: int) -> Path:
        """The file of a task's rows; it is there only when all of them are."""
        return self.parts / f"{number:08d}.parquet"

    def missing(self) -> Iterator[Task]:
        """The tasks still to do."""
        return (task for task in read_tasks(self.tasks) if not self.part(task.number).exists())

    def begin(self) -> None:
        """Make the folders, and drop what earlier tries left half-written."""
        for folder in (self.parts, self.linked):
            folder.mkdir(parents=True, exist_ok=True)
            for rest in folder.glob("*.tmp"):
                rest.unlink(missing_ok=True)
        for folder in (self.result, self.spill):
            shutil.rmtree(folder, ignore_errors=True)
        self.spill.mkdir()

    def publish(self) -> None:
        """Make the result appear, whole, and drop the folder."""
        os.rename(self.result, self.out)
        self.drop()

    def drop(self) -> None:
        """Remove the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other processes out of the folder. Raises RefusedError when one is in it.

        A check that is refused leaves no folder where there was none.
        """
        new = not self.folder.exists()
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "lock", "wb") as stream:
            _lock(stream.fileno(), self.out)
            try:
                yield
            except RefusedError:
                if new:
                    self.drop()
                raise


def plan_record(plan: Plan, listed: Listed) -> dict[str, Any]:
    """What must be the same for a check to be resumed."""
    return {
        "pack": __version__,
        "inputs": listed.digest,
        "scenarios": [r.scenario.code for r in plan.chosen],
        "certainty": plan.certainty,
        "severity": dict(sorted(plan.severity.items())),
    }


def refuse_other(kept: dict[str, Any], wanted: dict[str, Any], where: Path) -> None:
    """Raises RefusedError when a plan is not the one kept, saying what differs."""
    other = [words for name, words in _WORDS.items() if kept.get(name) != wanted[name]]
    if other:
        zh, en = "、".join(zh for zh, _ in other), ", ".join(en for _, en in other)
        raise RefusedError(
            f"不能接着做：与 {where} 中的那次检查相比，{zh}已经不同；请照原样再来，或删除该文件夹后不加 --resume 重做",
            f"cannot resume: {en} differ from the check kept in {where}; "
            "repeat it as it was, or delete that folder and start without --resume",
        )


def load(path: Path) -> dict[str, Any] | None:
    """The JSON object in a file; None where there is none."""
    with contextlib.suppress(OSError, ValueError):
        found = json.loads(path.read_text("utf-8"))
        return found if isinstance(found, dict) else None
    return None


def save(path: Path, value: dict[str, Any]) -> None:
    """Write a JSON object, whole or not at all."""
    half = path.with_name(f"{path.name}.tmp")
    text = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    half.write_text(text, "utf-8", errors="replace")
    os.replace(half, path)


def _lock(handle: int, out: Path) -> None:
    try:
        import fcntl
    except ImportError:  # a system without it
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise RefusedError(
            f"另一个进程正在写 {out}；请等它结束，或换一个结果文件夹",
            f"another process is writing {out}; wait for it, or give another folder for the result",
        ) from error
