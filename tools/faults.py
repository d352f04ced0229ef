"""Count how many planted faults the scenarios find: each kind of `tests/faults/kinds` in every document that offers it.

`python -m tools.faults` plants into the examples and into ../shared/judgments and prints kind → scenario, planted,
found, share: for criminal documents, for civil, administrative and enforcement documents, and across the documents of
one dispute. It fails when less than 98 % of the faults planted for certain scenarios are found, in all or for one
scenario. `--write` puts the tables into docs/accuracy.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from anjian.scenarios.base import CERTAINTIES
from tests.faults.chained import LinkedKind, linked_kinds, linked_plantings
from tests.faults.plant import BAR, Count, Kind, count, kinds, plantings
from tools import corpus

ACCURACY = Path(__file__).parents[1] / "docs" / "accuracy.md"
BEGIN, END = "<!-- faults:begin -->", "<!-- faults:end -->"

SUBJECTS = {
    "criminal": "刑事文书 · Criminal documents",
    "civil": "民事、行政、执行文书 · Civil, administrative and enforcement documents",
    "linked": "关联文书 · Across the documents of one dispute",
}

Rows = list[tuple[Kind | LinkedKind, Count]]


def total(rows: Rows) -> Count:
    """The counts of several kinds together."""
    return Count(sum(c.planted for _, c in rows), sum(c.found for _, c in rows))


def below(rows: Rows) -> list[str]:
    """The scenarios that miss the bar on their certain kinds of one subject, and `all` where all kinds together do."""
    certain = [(k, c) for k, c in rows if k.certainty == "certain"]
    groups: dict[str, Rows] = {}
    for row in certain:
        groups.setdefault(f"{row[0].subject} {row[0].code}", []).append(row)
        groups.setdefault(f"{row[0].subject} all", []).append(row)
    shares = {name: total(group).share for name, group in groups.items()}
    return [name for name, share in sorted(shares.items()) if share is None or share < BAR]


def tables(rows: Rows) -> str:
    """A table for each subject under a heading of its own."""
    parts = ((heading, [r for r in rows if r[0].subject == subject]) for subject, heading in SUBJECTS.items())
    return "\n\n".join(f"### {heading}\n\n{table(mine)}" for heading, mine in parts)


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
    rows: Rows = [(kind, count(plantings(kind))) for kind in kinds()]
    rows += [(linked, count(linked_plantings(linked))) for linked in linked_kinds()]
    print(tables(rows))
    if "--write" in sys.argv:
        write(tables(rows))
    missing = below(rows)
    for name in missing:
        print(f"未达标 below 98 %: {name}", file=sys.stderr)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
