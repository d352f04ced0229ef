"""`anjian check --engine`: the check over much, its result a folder of Parquet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, Literal

import click

from anjian.engine.outputs.table import summary
from anjian.engine.outputs.wording import Lang
from anjian.engine.run import Plan, Tally

from .progress import Bar
from .warnings import warn, warn_skipped
from .words import WrongUsage

_LOGGED = 30.0
_REASONS_SHOWN = 20


class Failed(click.ClickException):
    """A check that could not go on, in both languages; not an error of usage, yet nothing was found."""

    exit_code = 2

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} · {en}")


@dataclass(frozen=True, slots=True)
class Scale:
    """The options for much."""

    engine: Literal["local", "spark"] | None
    jobs: int | None
    resume: bool
    master: str | None

    def refuse_targets(self, outs: Sequence[Path], form: str | None) -> None:
        """Raises WrongUsage where the options also say how to print."""
        if outs or form:
            raise WrongUsage(
                "--engine 的结果是最后一个路径指定的文件夹，不能与 --format、--out 同用。",
                "The result of --engine is the folder given last; --format and --out do not go with it.",
            )

    def refuse_without_engine(self) -> None:
        """Raises WrongUsage where an option asks for what only an engine does."""
        given = {"--jobs": self.jobs, "--resume": self.resume, "--master": self.master}
        if names := [name for name, value in given.items() if value]:
            raise WrongUsage(f"{'、'.join(names)} 要与 --engine 同用。", f"{', '.join(names)} only with --engine.")


def scale_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that its argument `scale` is made of."""

    @wraps(command)
    def wrapped(*args: Any, engine: Any, jobs: Any, resume: Any, master: Any, **others: Any) -> None:
        command(*args, scale=Scale(engine, jobs, resume, master), **others)

    for option in (
        click.option("--master", metavar="URL", help="Spark 集群的地址。 · Where the Spark cluster is."),
        click.option(
            "--resume", is_flag=True, help="接着做没做完的 --engine local。 · Go on with a check that was broken off."
        ),
        click.option(
            "--jobs",
            type=click.IntRange(min=1),
            metavar="N",
            help="并行进程数，默认等于 CPU 核数。 · How many processes; default: one a core.",
        ),
        click.option(
            "--engine",
            type=click.Choice(["local", "spark"]),
            help="大批量检查，最后一个 PATH 是结果文件夹。 · Check much; the last PATH is the folder of the result.",
        ),
    ):
        wrapped = option(wrapped)
    return wrapped


def check_much(paths: Sequence[str], plan: Plan, scale: Scale, lang: Lang) -> Tally:
    """Check the documents behind all paths but the last, into the folder that is the last."""
    if len(paths) < 2:
        raise WrongUsage(
            "用 --engine 时要给出输入和结果文件夹两个路径。",
            "With --engine give the input and the folder of the result.",
        )
    if "-" in paths:
        raise WrongUsage(
            "用 --engine 时不能从标准输入读取；请先存成文件。",
            "--engine cannot read standard input; save it as a file.",
        )
    *inputs, out = paths
    if scale.engine == "spark":
        return _on_spark(inputs, out, plan, scale, lang)
    if scale.master:
        raise WrongUsage("--master 只用于 --engine spark。", "--master is for --engine spark only.")
    return _here(inputs, Path(out), plan, scale, lang)


def _here(inputs: Sequence[str], out: Path, plan: Plan, scale: Scale, lang: Lang) -> Tally:
    from anjian.engine import local

    steps = _Steps(lang)
    how = local.Scale(scale.jobs or local.cores(), scale.resume)
    try:
        found, tally = local.run(inputs, out, plan, how, steps)
    except local.RefusedError as error:
        raise WrongUsage(f"{error.zh}。", f"{error.en}.") from error
    except local.PoolError as error:
        raise Failed(
            f"检查没有做完（{error}）；{_GO_ON[0]}。", f"The check broke off ({error}); {_GO_ON[1]}."
        ) from error
    except (KeyboardInterrupt, SystemExit, OSError):
        click.echo(f"{_GO_ON[0]}。 · {_GO_ON[1]}.", err=True)
        raise
    finally:
        steps.close()
    _report(found, lang)
    _end(tally, out, lang)
    return tally


_GO_ON = ("已做完的部分都留着，加 --resume 可接着做", "what is done is kept: go on with --resume")


def _on_spark(inputs: Sequence[str], out: str, plan: Plan, scale: Scale, lang: Lang) -> Tally:
    from anjian.engine import spark

    if scale.jobs or scale.resume:
        raise WrongUsage(
            "--jobs 和 --resume 只用于 --engine local。", "--jobs and --resume are for --engine local only."
        )
    try:
        found, tally = spark.run(inputs, out, plan, scale.master)
    except spark.SparkError as error:
        raise Failed(error.zh, error.en) from error
    _report(found, lang)
    _end(tally, out, lang)
    return tally


class _Steps:
    """Shows how far a run is."""

    def __init__(self, lang: Lang) -> None:
        self._lang = lang
        self._total = 0
        self._bar = Bar(lambda: self._total, lang, _LOGGED)

    def __call__(self, progress: Any) -> None:
        """Show it."""
        if progress.step == "check":
            self._total = progress.total
            self._bar.update(progress.documents, progress.bytes)
        else:
            self._bar.close()
            zh, en = _STEPS[progress.step]
            click.echo(zh if self._lang == "zh" else en, err=True)

    def close(self) -> None:
        """Take the line away."""
        self._bar.close()


_STEPS = {
    "list": ("正在清点输入……", "Listing the input …"),
    "link": ("正在查找同一争议的文书……", "Looking for documents of one dispute …"),
    "write": ("正在写出结果……", "Writing the result …"),
}


def _report(found: Mapping[str, Any], lang: Lang) -> None:
    """Warn of what was not read or not checked."""
    reasons = found["skipped"]["reasons"]
    for told in reasons[:_REASONS_SHOWN]:
        warn(_skipped(told["examples"], told["count"], told["reason" if lang == "zh" else "reason_en"], lang))
    if len(reasons) > _REASONS_SHOWN:
        warn("其余原因见 run.json。" if lang == "zh" else "For the other reasons see run.json.")
    for told in found["failures"]:
        code, kind, count, example = told["scenario"], told["error"], told["documents"], told["example"]
        warn(
            f"场景 {code} 在 {count} 份文书上出错（{kind}；如 {example}），这些文书的这一项未查。"
            if lang == "zh"
            else f"scenario {code} failed on {count} documents ({kind}; such as {example}): not checked for this."
        )
    warn_skipped(Counter(found["passed_over"]), lang)


def _skipped(examples: Sequence[str], count: int, reason: str, lang: Lang) -> str:
    more = count > len(examples)
    if lang == "zh":
        return "、".join(examples) + (f" 等 {count} 处" if more else "") + f"：{reason}"
    return ", ".join(examples) + (f" and others, {count} in all" if more else "") + f": {reason}"


def _end(tally: Tally, out: str | Path, lang: Lang) -> None:
    click.echo(summary(tally, lang), err=True)
    click.echo(f"已写入 {out}" if lang == "zh" else f"wrote {out}", err=True)
