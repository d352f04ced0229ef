"""Prove that a change of speed changed nothing: facts, briefs and findings of two states of the code, document by
document.

`python -m tools.identical keep FOLDER` writes the corpora (the examples, ../shared/judgments where it exists, one
planting of every kind of fault in every document that offers it, and random damage) and what this tree makes of them.
`python -m tools.identical compare FOLDER [--some N]` makes it again and prints what differs; 1 when anything does.
Run `keep` in a checkout of the state before, `compare` in the one after. `--some` takes every Nth document.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any

from anjian.cases.reading import brief_of
from anjian.documents import read
from anjian.engine.check import check_text
from anjian.engine.outputs.record import record
from anjian.scenarios.registry import scenarios
from tests.faults.plant import documents, kinds, plantings

FACTS = (
    "plain", "cuts", "sections", "court", "title", "case_number", "instance", "parties", "defendants", "counsel",
    "priors", "custody", "credits", "course", "charges_alleged", "lower", "citations", "basis", "evidence", "grounds",
    "offence_days", "convicted_of", "items", "verdicts", "terms", "results", "amounts", "dates", "appeal", "reviews",
    "members", "assistants", "clerks", "decided", "cause", "claims", "awards", "answers", "fees", "delay_notice",
    "interest", "damages", "absences", "announcement", "enforcement",
)  # fmt: skip
DAMAGED = 12
_BATCH = 50


def texts() -> Iterator[dict[str, str]]:
    """Every document of the corpora with its corpus, made anew."""
    plain = documents()
    for name, text in plain:
        yield {"corpus": "whole", "id": name, "text": text}
    for kind in kinds():
        for n, planting in enumerate(plantings(kind)):
            yield {
                "corpus": "planted",
                "id": f"{kind.code}/{kind.name}/{n}/{planting.document}",
                "text": planting.spoilt,
            }
    rng = random.Random(20261124)
    for name, text in plain:
        for n in range(DAMAGED):
            yield {
                "corpus": "damaged",
                "id": f"{n}/{name}",
                "text": damage(text, plain[rng.randrange(len(plain))][1], rng),
            }


def damage(text: str, other: str, rng: Random) -> str:
    """A text after random edits: characters lost, doubled or changed, blanks put in, parts moved or foreign."""
    for _ in range(rng.choice((1, 2, 4, 16))):
        at, size = rng.randrange(len(text) + 1), rng.choice((1, 1, 2, 5, 40, 400))
        part = text[at : at + size]
        from_other = other[(b := rng.randrange(len(other) + 1)) : b + size]
        text = rng.choice(
            (
                text[:at] + text[at + size :],
                text[:at] + part + text[at:],
                text[:at]
                + rng.choice(("\n", " ", "　", "\n\n", "(", "）", "O", "０", "，", "。", "某", "一", "7"))
                + text[at:],
                text[:at] + from_other + text[at + size :],
                text[at:] + text[:at],
                text[:at] + from_other + text[at:],
            )
        )
    return text


def made_of(item: dict[str, str]) -> dict[str, Any]:
    """What this tree makes of one document: a digest of each fact and of the brief, and the findings whole."""
    judgment = read(item["text"])
    made = {name: _digest(repr(getattr(judgment, name))) for name in FACTS}
    made["brief"] = _digest(brief_of(judgment, item["id"]).dumps())
    failed: list[str] = []
    found = check_text(
        item["text"], item["id"], scenarios().values(), lambda r, e: failed.append(f"{r.scenario.code} {e!r}")
    )
    return {"facts": made, "findings": [_short(record(f)) for f in found], "failed": failed}


def _short(found: dict[str, Any]) -> str:
    told = {k: v for k, v in found.items() if k not in ("title", "title_en", "name", "family", "document", "pack")}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


def _batches(items: Iterable[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    rest = iter(items)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _make(batch: list[dict[str, str]]) -> list[dict[str, Any]]:
    return [made_of(item) for item in batch]


def keep(folder: Path) -> None:
    """Write the corpora and what is made of them."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "texts.jsonl").open("w", encoding="utf-8", errors="surrogatepass") as out:
        for item in texts():
            out.write(json.dumps(item, ensure_ascii=False) + "\n")
    with (
        (folder / "made.jsonl").open("w", encoding="utf-8", errors="surrogatepass") as out,
        ProcessPoolExecutor() as pool,
    ):
        for made in pool.map(_make, _batches(_kept(folder, 1))):
            out.writelines(json.dumps(m, ensure_ascii=False) + "\n" for m in made)


def _kept(folder: Path, step: int) -> Iterator[dict[str, str]]:
    with (folder / "texts.jsonl").open(encoding="utf-8", errors="surrogatepass") as lines:
        yield from (json.loads(line) for line in islice(lines, 0, None, step))


def _expected(folder: Path, step: int) -> Iterator[dict[str, Any]]:
    with (folder / "made.jsonl").open(encoding="utf-8", errors="surrogatepass") as lines:
        yield from (json.loads(line) for line in islice(lines, 0, None, step))


def compare(folder: Path, step: int, jobs: int | None, shown: int = 12) -> int:
    """Make it again and print what differs; how many documents differ."""
    documents_of: Counter[str] = Counter()
    findings_of: Counter[str] = Counter()
    differing = 0
    with ProcessPoolExecutor(jobs) as pool:
        results = (m for batch in pool.map(_make, _batches(_kept(folder, step))) for m in batch)
        for item, old, new in zip(_kept(folder, step), _expected(folder, step), results, strict=True):
            documents_of[item["corpus"]] += 1
            findings_of[item["corpus"]] += len(new["findings"])
            if old != new:
                differing += 1
                if differing <= shown:
                    _tell(item, old, new)
    for corpus, count in documents_of.items():
        print(f"{corpus}: {count} documents, {findings_of[corpus]} findings")
    print(f"{differing} differ")
    return differing


def _tell(item: dict[str, str], old: dict[str, Any], new: dict[str, Any]) -> None:
    print(item["corpus"], item["id"])
    names = [name for name in (*FACTS, "brief") if old["facts"].get(name) != new["facts"].get(name)]
    if names:
        print("  facts:", " ".join(names))
    for mark, lines in (
        ("-", set(old["findings"]) - set(new["findings"])),
        ("+", set(new["findings"]) - set(old["findings"])),
    ):
        for line in sorted(lines):
            print("  ", mark, line[:400])
    if old["failed"] != new["failed"]:
        print("   failed:", old["failed"], "→", new["failed"])


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("keep", "compare"))
    parser.add_argument("folder", type=Path)
    parser.add_argument("--some", type=int, default=1, metavar="N", help="every Nth document only")
    parser.add_argument("--jobs", type=int, default=None)
    args = parser.parse_args()
    if args.what == "keep":
        keep(args.folder)
        return 0
    return 1 if compare(args.folder, args.some, args.jobs) else 0


if __name__ == "__main__":
    sys.exit(main())
