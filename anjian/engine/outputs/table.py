"""A table for people: the findings of each document as they come, and a summary at the end."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from anjian.scenarios.base import CERTAINTIES, Certainty, Finding
from anjian.scenarios.registry import Registered

from ..inputs import Document, Unreadable
from ..run import Checked, Tally
from .place import Lines, context
from .record import basis_text
from .wording import CERTAINTY, NOT_A_VERDICT, SEVERITY, Lang, say
from .wrap import wrapped

_INDENT = 2
STYLE: dict[Certainty, str] = {"certain": "bold red", "likely": "bold yellow", "hint": "bold cyan"}


class Table:
    """Writes to a rich console, which decides on colour and width."""

    def __init__(self, console: Console, chosen: Sequence[Registered], lang: Lang) -> None:
        self._console = console
        self._scenarios = {r.scenario.code: r.scenario for r in chosen}
        self._lang = lang

    def document(self, checked: Checked) -> None:
        if not checked.findings:
            return
        lines = Lines(checked.document.text)
        width = self._console.width
        self._console.print(wrapped(self._heading(checked), width))
        for finding in checked.findings:
            text = self._finding(finding, checked.document, lines)
            self._console.print(Padding(wrapped(text, width - _INDENT), (0, 0, 1, _INDENT)))

    def unreadable(self, item: Unreadable) -> None:
        """Reported on standard error as it comes; counted in the summary."""

    def finish(self, tally: Tally) -> None:
        zh = self._lang == "zh"
        self._console.rule(style="dim")
        if tally.findings:
            self._console.print(self._counts(tally))
            self._line(say(NOT_A_VERDICT, self._lang), "dim")
        self._line(summary(tally, self._lang), "bold")
        if not tally.findings and tally.documents:
            self._line("没有发现疑点。" if zh else "No findings.", "green")

    def close(self) -> None:
        """Holds nothing."""

    def _line(self, text: str, style: str) -> None:
        self._console.print(wrapped(Text(text, style=style), self._console.width))

    def _heading(self, checked: Checked) -> Text:
        first = checked.findings[0]
        known = [first.court, first.case_number, first.decision_date and first.decision_date.isoformat()]
        heading = Text("■ ", style="blue")
        heading.append("  ".join(str(k) for k in known if k) or checked.document.id, style="bold")
        if any(known):
            heading.append(f"  [{checked.document.id}]", style="dim")
        return heading

    def _finding(self, finding: Finding, document: Document, lines: Lines) -> Text:
        line, character = lines.at(finding.start)
        zh = self._lang == "zh"
        out = Text()
        out.append(say(CERTAINTY[finding.certainty], self._lang), style=STYLE[finding.certainty])
        out.append(f"  {finding.scenario} {finding.name}", style="bold")
        out.append(f"  {say(SEVERITY[finding.severity], self._lang)}", style="dim")
        out.append(f"  第{line}行第{character}字" if zh else f"  line {line}, char {character}", style="dim")
        out.append(f"\n{say(finding.message, self._lang)}")
        before, quote, after = context(document.text, finding.start, finding.end)
        out.append("\n│", style="dim")
        out.append(before, style="dim").append(f"【{quote}】", style="bold underline").append(after, style="dim")
        if finding.basis:
            out.append(f"\n{'依据：' if zh else 'Basis: '}{basis_text(finding)}", style="dim")
        return out

    def _counts(self, tally: Tally) -> Grid:
        zh = self._lang == "zh"
        grid = Grid(box=None, padding=(0, 2, 0, 0), header_style="dim")
        grid.add_column("场景" if zh else "Scenario", no_wrap=True)
        grid.add_column("", overflow="fold")
        for certainty in CERTAINTIES:
            grid.add_column(say(CERTAINTY[certainty], self._lang), justify="right", style=STYLE[certainty])
        for code, scenario in self._scenarios.items():
            if tally.of(code):
                counts = [str(tally.scenario[code, c] or "") for c in CERTAINTIES]
                grid.add_row(code, say(scenario.title, self._lang), *counts)
        total = [str(tally.certainty[c]) for c in CERTAINTIES]
        grid.add_row("合计" if zh else "Total", "", *total, style="bold")
        return grid


def summary(tally: Tally, lang: Lang) -> str:
    """One line: documents, unreadable ones, findings by certainty, seconds."""
    certainties = [(say(CERTAINTY[c], lang), tally.certainty[c]) for c in CERTAINTIES]
    if lang == "zh":
        parts = "、".join(f"{word} {count}" for word, count in certainties)
        unreadable = f"，{tally.unreadable} 份未能读取" if tally.unreadable else ""
        found = f"{tally.with_findings} 份有疑点，共 {tally.findings} 个（{parts}）" if tally.findings else "疑点 0 个"
        return f"检查文书 {tally.documents} 份{unreadable}；{found}；用时 {tally.seconds:.1f} 秒。"
    parts = ", ".join(f"{word.lower()} {count}" for word, count in certainties)
    unreadable = f", {tally.unreadable} unreadable" if tally.unreadable else ""
    found = f"{tally.findings} findings in {tally.with_findings} ({parts})" if tally.findings else "0 findings"
    return f"{tally.documents} documents checked{unreadable}; {found}; {tally.seconds:.1f} s."
