"""`anjian check`: the findings of documents."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import cast

import click
from rich.console import Console

from anjian.engine.inputs import Document, Unreadable, count_bytes, documents
from anjian.engine.outputs import FORMATS, Format, Output, open_output
from anjian.engine.outputs.atomic import TargetError, whole_file
from anjian.engine.outputs.table import Table, summary
from anjian.engine.outputs.wording import Lang
from anjian.engine.run import Checked, Plan, Tally, run
from anjian.engine.settings import FAIL_ON
from anjian.scenarios.base import CERTAINTIES, Certainty
from anjian.scenarios.registry import Registered

from .options import LANG, chosen, settings_of, words_of
from .progress import Bar
from .scale import Scale, check_much, scale_options
from .targets import Targets, targets
from .warnings import warn, warn_skipped, warn_unreadable
from .words import WrongUsage

FOUND = 1
NOTHING_READ = 2


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="标准输出的格式；终端上默认 table，否则 jsonl。 · Of standard output; table on a terminal, else jsonl.",
)
@click.option(
    "--out",
    "outs",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="写入文件，可重复；按后缀 .html .jsonl .sarif .parquet .txt。 · Write a file; its suffix tells the format.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="WORD",
    help="只查这些：代码、名称、类别或代码前缀，逗号分隔。 · Only these: codes, names, families, prefixes.",
)
@click.option("--ignore", multiple=True, metavar="WORD", help="不查这些，写法同上。 · Leave these out.")
@click.option(
    "--certainty",
    type=click.Choice(CERTAINTIES),
    help="报出此把握程度及以上的疑点，默认 hint。 · Report this certainty and above.",
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="报出此程度及以上的疑点时退出码为 1，默认 hint。 · Exit 1 when one of this certainty or above is reported.",
)
@click.option(
    "--config",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help="设置文件；默认从当前文件夹向上找 anjian.toml。 · Settings; default: anjian.toml here or above.",
)
@scale_options
@LANG
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[str, ...],
    form: Format | None,
    outs: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    certainty: Certainty | None,
    fail_on: str | None,
    config: Path | None,
    scale: Scale,
    lang: Lang,
) -> None:
    """检查文书，列出疑点。 · Check documents and list findings.

    PATH：文件、文件夹、通配符或 -（标准输入）；txt、docx、pdf、html、json、jsonl、csv、parquet。

    退出码 · Exit code：0 没有疑点 nothing found，1 有疑点 something found，2 用法错误或没有一份读得出 usage error,
    or nothing readable.
    """
    settings = settings_of(config)
    plan = Plan(
        chosen(words_of(select) or settings.select, words_of(ignore) or settings.ignore),
        certainty or settings.certainty or "hint",
        settings.severity,
    )
    if scale.engine:
        scale.refuse_targets(outs, form)
        tally = check_much(paths, plan, scale, lang)
    else:
        scale.refuse_without_engine()
        tally = _check(paths, plan, targets(outs, form), lang)
    limit = fail_on or settings.fail_on or "hint"
    if not tally.documents:
        ctx.exit(NOTHING_READ)
    if limit != "never" and tally.reaches(cast(Certainty, limit)):
        ctx.exit(FOUND)


def _check(paths: Sequence[str], plan: Plan, to: Targets, lang: Lang) -> Tally:
    """Run the plan over the paths, to all targets; files appear only when all of it went well."""
    tally = Tally()
    skipped: Counter[str] = Counter()
    with ExitStack() as stack:
        outputs = [_file(stack, path, form, plan, lang) for path, form in to.files]
        if to.printed:
            outputs.append(stack.enter_context(closing(_printed(to.printed, plan, lang))))
        bar = stack.enter_context(closing(Bar(lambda: count_bytes(paths), lang)))
        items = (i for i in documents(paths, sys.stdin.buffer, skipped) if not to.holds(i.source))
        for item in run(items, plan, _Failures(bar, lang)):
            tally.add(item)
            _give(item, outputs, bar, lang)
            bar.update(tally.documents, tally.bytes)
        bar.close()
        for output in outputs:
            output.finish(tally)
    _report_end(tally, skipped, to, lang)
    return tally


def _give(item: Checked | Unreadable, outputs: Sequence[Output], bar: Bar, lang: Lang) -> None:
    if isinstance(item, Checked):
        if item.findings:
            bar.close()
        for output in outputs:
            output.document(item)
        return
    bar.close()
    warn_unreadable(item, lang)
    for output in outputs:
        output.unreadable(item)


def _file(stack: ExitStack, path: Path, form: Format, plan: Plan, lang: Lang) -> Output:
    try:
        stream = stack.enter_context(whole_file(path))
    except TargetError as error:
        raise WrongUsage(f"{error.zh}。", f"{error.en}.") from error
    return stack.enter_context(closing(open_output(form, stream, plan.chosen, lang)))


def _printed(form: Format, plan: Plan, lang: Lang) -> Output:
    if form == "table":
        return Table(Console(highlight=False), plan.chosen, lang)
    return open_output(form, sys.stdout.buffer, plan.chosen, lang)


class _Failures:
    """Warns of a scenario that fails, once for each scenario."""

    def __init__(self, bar: Bar, lang: Lang) -> None:
        self._bar = bar
        self._lang = lang
        self._seen: set[str] = set()

    def __call__(self, registered: Registered, error: Exception, document: Document) -> None:
        code = registered.scenario.code
        if code in self._seen:
            return
        self._seen.add(code)
        self._bar.close()
        kind = type(error).__name__
        warn(
            f"场景 {code} 在文书 {document.id} 上出错（{kind}），该文书的这一项未查；同类错误不再提示。"
            if self._lang == "zh"
            else f"scenario {code} failed on document {document.id} ({kind}); it was not checked for this. "
            "Further failures of this scenario are not shown."
        )


def _report_end(tally: Tally, skipped: Counter[str], to: Targets, lang: Lang) -> None:
    """What the user should know and the printed output does not say."""
    warn_skipped(skipped, lang)
    if to.printed != "table":
        click.echo(summary(tally, lang), err=True)
    for path, _ in to.files:
        click.echo(f"已写入 {path}" if lang == "zh" else f"wrote {path}", err=True)
