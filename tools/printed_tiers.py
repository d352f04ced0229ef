"""Derives `anjian/law/data/tiers_printed.csv`.

    PYTHONPATH=. python tools/printed_tiers.py ../shared/laws > tiers_printed.csv

Some wordings that an amendment replaced stand in no law text at hand, but in the extracts of the law that courts
print after the signatures. A wording is taken where every judgment of the time that prints the paragraph sets the
same tiers; it holds for the whole period in which no amendment touched the paragraph. The columns are those of
`tiers.csv`; the source names the oldest of these judgments.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, fields, replace
from datetime import date
from pathlib import Path

from derive_tiers import PENALTY, Row, derive, own_tiers

from anjian.documents import Judgment, read
from anjian.documents.numerals import han
from tools import corpus

#: Article → its paragraphs that set a penalty of their own, in order.
PLACES = {"176": (1,), "236": (1, 3), "271": (1,), "272": (1,)}
HEADING = re.compile(r"第[一二三四五六七八九十百]+条|…")


def printed(judgment: Judgment) -> Iterator[tuple[str, int, tuple[Row, ...]]]:
    """(article, paragraph, tiers) of each paragraph of PLACES the annex prints."""
    annex = judgment.part("annex")
    for article, paragraphs in PLACES.items():
        for m in re.finditer(f"第{han(int(article))}条(?!之)", annex):
            after = HEADING.search(annex, m.end())
            text = annex[m.end() : after.start() if after else len(annex)]
            sentences = [s for s in text.split("。") if PENALTY.search(s)]
            for paragraph, sentence in zip(paragraphs, sentences, strict=False):
                yield article, paragraph, tuple(own_tiers(article, paragraph, sentence))


def derive_printed(laws: Path) -> list[dict[str, str]]:
    """The rows of tiers_printed.csv. Raises ValueError where two judgments differ."""
    unknown = {(r["article"], int(r["paragraph"])): r for r in derive(laws) if r["tier"] == "0"}
    found: dict[tuple[str, int], list[tuple[date, str, tuple[Row, ...]]]] = {}
    for name, text in corpus.criminal():
        judgment = read(text)
        if judgment.decided is None or judgment.decided.value is None:
            continue
        decided = judgment.decided.value
        for article, paragraph, rows in printed(judgment):
            gap = unknown[article, paragraph]
            if gap["since"] <= decided.isoformat() < gap["until"]:
                found.setdefault((article, paragraph), []).append((decided, name, rows))
    table: list[dict[str, str]] = []
    for place in sorted(found):
        if len({rows for *_, rows in found[place]}) > 1:
            raise ValueError(f"{place}: judgments differ: {found[place]}")
        print(f"{place}: {len(found[place])} judgments agree", file=sys.stderr)
        table += cells(*min(found[place])[1:], unknown[place])
    return table


def cells(name: str, rows: tuple[Row, ...], gap: dict[str, str]) -> list[dict[str, str]]:
    """Rows of the table for the period of a gap."""
    source = f"判决书附录：{name}"
    dated = [replace(r, since=gap["since"], until=gap["until"], source=source) for r in rows]
    return [{k: str(v) for k, v in asdict(row).items()} for row in dated]


if __name__ == "__main__":
    writer = csv.DictWriter(sys.stdout, [f.name for f in fields(Row)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(derive_printed(Path(sys.argv[1])))
