"""`anjian explain`: a scenario's page."""

from __future__ import annotations

import re

import click
from rich.console import Console
from rich.markdown import Markdown
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from anjian.engine.check import check_set
from anjian.engine.choose import near
from anjian.engine.outputs.table import STYLE
from anjian.engine.outputs.wording import CERTAINTY, NOT_A_VERDICT, SEVERITY, STATUS, SUBJECTS, Lang, say
from anjian.engine.outputs.wrap import wrapped
from anjian.scenarios import registry
from anjian.scenarios.base import FAMILIES, Finding, Words
from anjian.scenarios.literate import read_cases
from anjian.scenarios.registry import Registered

from .options import LANG, no_such_scenario

_ENGLISH = re.compile(r"^English: +(.+)$", re.M)


@click.command()
@click.argument("code", metavar="CODE|NAME")
@LANG
def explain(code: str, lang: Lang) -> None:
    """说明一个场景：查什么、依据、排除什么、怎么改，并附示例。 · A scenario's page with its demonstration."""
    registered = registry.find(code)
    if registered is None:
        raise no_such_scenario(code, near(code))
    console = Console(highlight=False)
    scenario = registered.scenario
    console.print(Text(f"{scenario.code}  {scenario.name}", style="bold blue"))
    console.print(Text(say(scenario.title, lang), style="bold"))
    english = _ENGLISH.search(registered.page)
    if english:
        console.print(Text(english[1], style="" if lang == "en" else "dim"))
    console.print(_metadata(registered, lang))
    console.print(Markdown(_sections(registered.page)))
    _demonstrate(console, registered, lang)


def _metadata(registered: Registered, lang: Lang) -> Padding:
    scenario, zh = registered.scenario, lang == "zh"
    family = Words(*FAMILIES[scenario.family])
    subjects = [say(SUBJECTS[s], lang) for s in scenario.subjects]
    status = STATUS.get(scenario.status, Words(scenario.status, scenario.status))
    rows = (
        ("类别" if zh else "Family", say(family, lang)),
        (
            "把握程度" if zh else "Certainty",
            ("最高为" if zh else "at most ") + say(CERTAINTY[scenario.certainty], lang),
        ),
        ("性质" if zh else "Severity", say(SEVERITY[scenario.severity], lang)),
        ("适用" if zh else "Checks", "、".join(subjects) if zh else "; ".join(subjects)),
        ("依据" if zh else "Basis", "\n".join(str(b) for b in scenario.basis)),
        (
            "状态" if zh else "Status",
            f"{say(status, lang)}，{scenario.since}" if zh else f"{say(status, lang)}, {scenario.since}",
        ),
    )
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    for row in rows:
        table.add_row(*row)
    return Padding(table, (1, 0))


def _sections(page: str) -> str:
    """The page from its first section on."""
    _, mark, rest = page.partition("## ")
    return mark + rest


def _demonstrate(console: Console, registered: Registered, lang: Lang) -> None:
    """The first literate hit, checked now, with its findings marked."""
    cases = read_cases(registered.cases) if registered.cases.exists() else ()
    hit = next((case for case in cases if case.kind == "hit"), None)
    if hit is None:
        return
    findings = check_set(hit.documents, [registered])
    console.print(Text(f"{'示例' if lang == 'zh' else 'Demonstration'}：{hit.title}", style="bold"))
    for document, text in hit.documents:
        marked = _marked(text, [f for f in findings if f.document == document])
        console.print(Padding(wrapped(marked, console.width - 4), (1, 2)))
    for finding in findings:
        line = Text(say(CERTAINTY[finding.certainty], lang), style=STYLE[finding.certainty])
        console.print(line.append(f"  {say(finding.message, lang)}", style="not bold"))
    console.print(Text(say(NOT_A_VERDICT, lang), style="dim"))


def _marked(text: str, findings: list[Finding]) -> Text:
    """The text with every quote in 【】."""
    out = Text()
    at = 0
    for finding in findings:
        if finding.start < at:
            continue
        out.append(text[at : finding.start])
        out.append(f"【{finding.quote}】", style=f"{STYLE[finding.certainty]} underline")
        at = finding.end
    return out.append(text[at:])
