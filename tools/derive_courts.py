"""Learn `courts.csv` (court code, court name, document) from the heads of published documents.

    PYTHONPATH=. python tools/derive_courts.py ../shared/judgments [--out anjian/law/data]

A pair counts when the name of the court and a case number of the 2016 form stand together in a document's head.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path

from anjian.law.courts import level_of_code, parse_case_number

CHECKED = "2026-11-23"
NAME = re.compile(r"(?:^|\s)(?:中华人民共和国)?([\u4e00-\u9fff]{2,24}?(?:人民法院|铁路运输法院))\s")


def documents(folder: Path) -> Iterator[tuple[str, str]]:
    with (folder / "criminal.jsonl").open(encoding="utf-8") as f:
        for line in f:
            record = json.loads(line)
            yield record["id"], record["text"]
    for path in sorted((folder / "other_kinds").glob("*.txt")):
        yield path.name, path.read_text("utf-8")


def pairs(folder: Path) -> Iterator[list[str]]:
    for name, text in documents(folder):
        head = text[:250]
        court = NAME.search(head)
        if court is None:
            continue
        found = parse_case_number(head[court.end() : court.end() + 60])
        if found and found.style == "new" and found.year >= 2016 and level_of_code(found.code) not in (None, "最高"):
            yield [found.code, court[1], name, str(found.year), CHECKED]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("judgments", type=Path)
    parser.add_argument("--out", type=Path, default=Path("anjian/law/data"))
    args = parser.parse_args()
    rows = {(code, court): [code, court, *rest] for code, court, *rest in pairs(args.judgments)}
    with (args.out / "courts.csv").open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(["code", "name", "seen_in", "seen_year", "checked_on"])
        out.writerows(rows[key] for key in sorted(rows))


if __name__ == "__main__":
    main()
