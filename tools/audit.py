"""Recompute precision from the adjudications: every finding on the real documents was read and judged.

`python -m tools.audit` runs all scenarios over ../shared/judgments, looks each finding up in
`tests/audit/adjudications.csv` and prints precision per scenario and certainty. It fails when a finding
has no adjudication, when the certain findings of a scenario are under 99 % right, or likely ones under 90 %,
hints under 60 %. `--write` puts the tables into docs/accuracy.md.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from anjian.engine.check import check_set
from anjian.engine.choose import choose
from anjian.scenarios.base import CERTAINTIES, Finding
from tools import corpus

ROOT = Path(__file__).parents[1]
ADJUDICATIONS = ROOT / "tests" / "audit" / "adjudications.csv"
ACCURACY = ROOT / "docs" / "accuracy.md"
BARS = {"certain": 0.99, "likely": 0.90, "hint": 0.60}
BEGIN, END = "<!-- audit:begin -->", "<!-- audit:end -->"


@dataclass(frozen=True, slots=True)
class Score:
    """Verdicts on the findings of one scenario at one certainty."""

    scenario: str
    certainty: str
    right: int
    wrong: int
    undecided: int
    unjudged: int

    @property
    def precision(self) -> float | None:
        """Right among the decided; None when nothing is decided."""
        decided = self.right + self.wrong
        return self.right / decided if decided else None

    @property
    def passes(self) -> bool:
        """Whether the bar holds and nothing is left unjudged."""
        return not self.unjudged and (self.precision is None or self.precision >= BARS[self.certainty])


def findings() -> list[Finding]:
    """Every finding on the real documents, checked together as one folder."""
    return check_set(list(corpus.every()), choose())


def verdicts() -> dict[str, str]:
    """Finding id → right, wrong or undecided."""
    with ADJUDICATIONS.open(encoding="utf-8") as rows:
        return {row["finding"]: row["verdict"] for row in csv.DictReader(rows)}


def scores(found: Iterable[Finding], judged: dict[str, str]) -> list[Score]:
    """One score per scenario and certainty that has findings, in order of code."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for f in found:
        counts.setdefault((f.scenario, f.certainty), Counter())[judged.get(f.finding, "unjudged")] += 1
    return [
        Score(code, certainty, c["right"], c["wrong"], c["undecided"], c["unjudged"])
        for (code, certainty), c in sorted(counts.items())
    ]


def table(rows: list[Score]) -> str:
    """The scores as a Markdown table with a total per certainty."""
    out = ["| scenario | certainty | right | wrong | undecided | precision |", "|---|---|---:|---:|---:|---:|"]
    for row in rows + [_total(rows, certainty) for certainty in CERTAINTIES]:
        share = "—" if row.precision is None else f"{row.precision:.1%}"
        out.append(f"| {row.scenario} | {row.certainty} | {row.right} | {row.wrong} | {row.undecided} | {share} |")
    return "\n".join(out)


def _total(rows: list[Score], certainty: str) -> Score:
    mine = [r for r in rows if r.certainty == certainty]
    sums = (sum(getattr(r, name) for r in mine) for name in ("right", "wrong", "undecided", "unjudged"))
    return Score("**all**", certainty, *sums)


def write(text: str) -> None:
    """Put the table between the marks of docs/accuracy.md."""
    page = ACCURACY.read_text("utf-8")
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    ACCURACY.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", "utf-8")


def main() -> int:
    """Print the table; 0 when every bar holds, 1 otherwise, 2 without the real documents."""
    if not corpus.present():
        print("没有 ../shared/judgments，无法重算 · the real documents are not here", file=sys.stderr)
        return 2
    found, judged = findings(), verdicts()
    rows = scores(found, judged)
    print(table(rows))
    if "--write" in sys.argv:
        write(table(rows))
    for f in found:
        if f.finding not in judged:
            print(f"未核实 unjudged: {f.finding} {f.document} {f.scenario} {f.certainty}", file=sys.stderr)
    stale = set(judged) - {f.finding for f in found}
    if stale:
        print(f"{len(stale)} 条核实已无对应疑点 · adjudications without a finding", file=sys.stderr)
    failing = [r for r in rows if not r.passes]
    for row in failing:
        print(f"未达标 below its bar: {row.scenario} {row.certainty}", file=sys.stderr)
    return 1 if failing or stale else 0


if __name__ == "__main__":
    sys.exit(main())
