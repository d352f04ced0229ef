"""Count how many planted faults the scenarios find: each kind of `tests/faults/kinds` in every document that offers it.

`python -m tools.faults` plants into the examples and into ../shared/judgments and prints kind → scenario, planted,
found, share. It fails when less than 98 % of the faults planted for certain scenarios are found, in all or for one
scenario. `--write` puts the table into docs/accuracy.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from anjian.scenarios.base import CERTAINTIES
from tests.faults.plant import BAR, Count, Kind, count, kinds, plantings
from tools import corpus

ACCURACY = Path(__file__).parents[1] / "docs" / "accuracy.md"
BEGIN, END = "<!-- faults:begin -->", "<!-- faults:end -->"

Rows = list[tuple[Kind, Count]]


def total(rows: Rows) -> Count:
    """The counts of several kinds together."""
    return Count(sum(c.planted for _, c in rows), sum(c.found for _, c in rows))


def below(rows: Rows) -> list[str]:
    """The scenarios that miss the bar on their certain kinds, and `all` where all kinds together do."""
    certain = [(k, c) for k, c in rows if k.certainty == "certain"]
    groups = {code: total([r for r in certain if r[0].code == code]) for code in sorted({k.code for k, _ in certain})}
    groups["all"] = total(certain)
    return [name for name, c in groups.items() if c.share is None or c.share < BAR]


def table(rows: Rows) -> str:
    """The counts as a Markdown table with a total per certainty."""
    out = ["| scenario | certainty | kind of fault | planted | found | share |", "|---|---|---|---:|---:|---:|"]
    for kind, c in rows:
        out.append(f"| {kind.code} | {kind.certainty} | {kind.name} | {_cells(c)} |")
    for certainty in CERTAINTIES:
        mine = [row for row in rows if row[0].certainty == certainty]
        out.append(f"| **all** | {certainty} | {len(mine)} kinds | {_cells(total(mine))} |")
    return "\n".join(out)


def _cells(c: Count) -> str:
    return f"{c.planted} | {c.found} | " + ("—" if c.share is None else f"{c.share:.1%}")


def write(text: str) -> None:
    """Put the table between the marks of docs/accuracy.md."""
    before, rest = ACCURACY.read_text("utf-8").split(BEGIN)
    ACCURACY.write_text(f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}", "utf-8")


def main() -> int:
    """Print the table; 0 when the bar holds, 1 otherwise, 2 without the real documents."""
    if not corpus.present():
        print("没有 ../shared/judgments，无法重算 · the real documents are not here", file=sys.stderr)
        return 2
    rows = [(kind, count(plantings(kind))) for kind in kinds()]
    print(table(rows))
    if "--write" in sys.argv:
        write(table(rows))
    missing = below(rows)
    for name in missing:
        print(f"未达标 below 98 %: {name}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
