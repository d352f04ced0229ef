"""`anjian fee`: a court fee by the tariff, step by step."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from anjian.engine.outputs.wording import Lang
from anjian.law.fees import CENT, HALVING_ARTICLES, FeeResult, FeeStep, court_fee, fee_kind, fee_kinds

from .options import LANG
from .quantities import day, money
from .words import WrongUsage


@click.command()
@click.option("--kind", required=True, help="案件种类，如 财产、离婚、执行、保全。 · Kind of case or application.")
@click.option("--amount", type=money, metavar="SUM", help="争议金额，可用万、中文数字。 · Sum in dispute.")
@click.option("--on", type=day, metavar="DAY", required=True, help="立案（申请）之日。 · Day of filing.")
@click.option("--halved", is_flag=True, help="减半：简易程序、调解、撤诉、合并审理的反诉。 · Half of it.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@LANG
def fee(kind: str, amount: Decimal | None, on: date, halved: bool, form: str, lang: Lang) -> None:
    """按收费标准算诉讼费，逐段说明。 · A court fee by the tariff, step by step."""
    result = court_fee(kind, amount, on, halved=halved)
    if result is None:
        raise _why_none(kind, on, halved)
    if form == "json":
        click.echo(json.dumps(_record(result, on), ensure_ascii=False, indent=1))
        return
    console = Console(highlight=False)
    console.print(_title(result, lang), style="bold", markup=False)
    console.print(_table(result, lang))
    for line in _lines(result, lang):
        console.print(line, markup=False)


def _why_none(kind: str, on: date, halved: bool) -> WrongUsage:
    found = fee_kind(kind, on)
    if found is not None and halved and not found.halvable:
        return WrongUsage(
            f"“{found.name}”的{found.fee}不减半；请去掉 --halved。",
            f"The fee for {found.english} is not halved; leave --halved out.",
        )
    if found is not None:
        return WrongUsage(f"“{found.name}”按金额收费；请加 --amount。", f"The fee for {found.english} needs --amount.")
    first = min((k.since for k in fee_kinds() if k.since and kind in (k.name, *k.other_names)), default=None)
    if first is not None:
        return WrongUsage(
            f"没有 {on} 的收费标准；“{kind}”的标准自 {first} 起才有依据。",
            f"No tariff is at hand for {on}; that for {kind} begins on {first}.",
        )
    names = "、".join(k.name for k in fee_kinds())
    return WrongUsage(f"没有“{kind}”这个种类；可用：{names}。", f"No kind {kind!r}; use one of these.")


def _title(result: FeeResult, lang: Lang) -> str:
    kind = result.kind
    if lang == "zh":
        return f"{kind.fee}（{kind.name}）  {kind.law}第{kind.article}条{kind.item}"
    return f"Court fee: {kind.english}  ({kind.law}, art. {kind.article}{kind.item})"


def _table(result: FeeResult, lang: Lang) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    heads = ("分段（元）", "标准", "本段金额", "费用（元）")
    for head in heads if lang == "zh" else ("Bracket (yuan)", "Tariff", "Part in it", "Fee (yuan)"):
        table.add_column(head, justify="left" if head == heads[0] or head == "Bracket (yuan)" else "right")
    for step in result.steps:
        each = "每件" if lang == "zh" else "a case"
        rate, part = (each, "") if step.rate is None else (f"{step.rate}%", _yuan(step.part))
        table.add_row(_bracket(step, lang), rate, part, _range(step.low, step.high))
    return table


def _bracket(step: FeeStep, lang: Lang) -> str:
    start, end = f"{step.start:,}", None if step.end is None else f"{step.end:,}"
    if end is None:
        over = f"超过{start}" if lang == "zh" else f"over {start}"
        return over if step.start else "—"
    if not step.start:
        return f"不超过{end}" if lang == "zh" else f"up to {end}"
    return f"超过{start}至{end}" if lang == "zh" else f"over {start} to {end}"


def _lines(result: FeeResult, lang: Lang) -> Iterator[str]:
    """What happens to the sum of the steps, and the fee."""
    zh, kind = lang == "zh", result.kind
    low, high = (sum((getattr(s, end) for s in result.steps), Decimal(0)) for end in ("low", "high"))
    if len(result.steps) > 1:
        yield f"各段相加：{_range(low, high)}" if zh else f"Sum of the steps: {_range(low, high)}"
    if kind.share != 1:
        place = f"{kind.article}条{kind.item}" if zh else f"{kind.article}{kind.item}"
        yield f"× {kind.share}（第{place}）" if zh else f"× {kind.share} (art. {place})"
    if result.capped:
        yield f"最高不超过 {kind.ceiling:,} 元" if zh else f"at most {kind.ceiling:,} yuan"
    if result.halved:
        zh_articles, en_articles = "、".join(HALVING_ARTICLES), ", ".join(HALVING_ARTICLES)
        yield f"减半交纳（第{zh_articles}条；只减一次）" if zh else f"halved, once (arts {en_articles})"
    if result.low != result.high:
        yield "标准是幅度，具体数额由各省规定。" if zh else "The tariff is a band; each province sets the sum in it."
    shown = _range(*result.rounded)
    yield (
        f"应交：{shown} 元（保留到分；标准未规定尾数）"
        if zh
        else f"Fee: {shown} yuan (to the cent; no rule of rounding)"
    )


def _range(low: Decimal, high: Decimal) -> str:
    return _yuan(low) if low == high else f"{_yuan(low)}–{_yuan(high)}"


def _yuan(value: Decimal) -> str:
    """To the cent, or all the digits there are."""
    return f"{value:,.2f}" if value == value.quantize(CENT) else f"{value:,}"


def _record(result: FeeResult, on: date) -> dict[str, Any]:
    """The result for machines; sums are strings of exact decimals."""
    low, high = result.rounded
    return {
        "kind": result.kind.name,
        "fee": result.kind.fee,
        "amount": _text(result.amount),
        "on": on.isoformat(),
        "low": str(low),
        "high": str(high),
        "halved": result.halved,
        "capped": result.capped,
        "share": str(result.kind.share),
        "steps": [
            {
                "start": str(s.start),
                "end": _text(s.end),
                "rate": _text(s.rate),
                "part": str(s.part),
                "low": str(s.low),
                "high": str(s.high),
                "article": s.article,
                "item": s.item,
            }
            for s in result.steps
        ],
        "law": result.kind.law,
        "article": result.kind.article,
        "item": result.kind.item,
        "source": result.kind.source,
    }


def _text(value: Decimal | None) -> str | None:
    return None if value is None else str(value)
