"""`anjian scenarios`: the list."""

from __future__ import annotations

import json
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from anjian.engine.outputs.record import basis_record
from anjian.engine.outputs.wording import CERTAINTY, SEVERITY, Lang, say
from anjian.scenarios import registry
from anjian.scenarios.base import FAMILIES, Scenario, Words

from .options import LANG


@click.command()
@click.option("--family", type=click.Choice(list(FAMILIES)), help="只列这一类。 · Only this family.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
@LANG
def scenarios(family: str | None, form: str, lang: Lang) -> None:
    """列出全部场景。 · List the scenarios."""
    listed = [r.scenario for r in registry.scenarios().values() if family in (None, r.scenario.family)]
    if form == "json":
        click.echo(json.dumps([_record(s) for s in listed], ensure_ascii=False, indent=1))
        return
    console = Console(highlight=False)
    for name, words in FAMILIES.items():
        members = [s for s in listed if s.family == name]
        if members:
            console.print(_table(members, f"{say(Words(*words), lang)}（{len(members)}）", lang))


def _table(members: list[Scenario], title: str, lang: Lang) -> Table:
    table = Table(
        title=title, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0), show_header=False
    )
    for style in ("bold", "dim", "", "", "dim", "dim"):
        table.add_column(style=style, overflow="fold")
    for s in members:
        status = "" if s.status == "stable" else s.status
        certainty, severity = say(CERTAINTY[s.certainty], lang), say(SEVERITY[s.severity], lang)
        table.add_row(s.code, s.name, say(s.title, lang), certainty, severity, status)
    return table


def _record(scenario: Scenario) -> dict[str, Any]:
    return {
        "code": scenario.code,
        "name": scenario.name,
        "title": scenario.title.zh,
        "title_en": scenario.title.en,
        "family": scenario.family,
        "certainty": scenario.certainty,
        "severity": scenario.severity,
        "subjects": list(scenario.subjects),
        "basis": [basis_record(b) for b in scenario.basis],
        "status": scenario.status,
        "since": scenario.since,
    }
