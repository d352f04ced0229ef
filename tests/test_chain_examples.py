"""The invented chains of examples/chains: every link, every planted breach and every cause, and none besides."""

from __future__ import annotations

import csv
from functools import cache
from itertools import combinations
from pathlib import Path

from anjian.cases.brief import Brief
from anjian.cases.chains import Node, link
from anjian.cases.numbers import NUMBER
from anjian.cases.reading import brief_of
from anjian.documents import read
from anjian.engine.check import check_set
from anjian.engine.inputs import Document, documents
from anjian.scenarios.registry import scenarios

CHAINS = Path(__file__).parents[1] / "examples" / "chains"


@cache
def texts() -> dict[str, str]:
    return {item.id: item.text for item in documents([str(CHAINS)]) if isinstance(item, Document)}


@cache
def briefs() -> dict[str, Brief]:
    return {name: brief_of(read(text), name) for name, text in texts().items()}


def rows(name: str) -> list[dict[str, str]]:
    with (CHAINS / f"{name}.csv").open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def parents() -> dict[str, str]:
    """Document → the document it stands under."""
    out: dict[str, str] = {}
    waiting: list[Node] = [tree for chain in link(briefs().values()) for tree in chain.trees()]
    while waiting:
        node = waiting.pop()
        for child in node.children:
            out[child.brief.document] = node.brief.document
        waiting += node.children
    return out


def test_there_are_enough_of_them() -> None:
    assert len(texts()) >= 60
    assert {row["file"] for row in rows("chains")} == set(texts())


def test_every_document_follows_from_the_one_it_should() -> None:
    expected = {row["file"]: row["parent"] for row in rows("chains") if row["parent"]}
    assert parents() == expected


def test_every_planted_breach_is_found_and_none_is_invented() -> None:
    chosen = [r for r in scenarios().values() if r.across]
    found = {(f.document, f.scenario): f.quote for f in check_set(list(texts().items()), chosen)}
    planted = {(row["file"], row["scenario"]): row["quote"] for row in rows("truth")}
    assert set(found) == set(planted)
    for where, quote in planted.items():
        assert quote in texts()[where[0]]


def test_the_quotes_are_in_their_documents() -> None:
    chosen = [r for r in scenarios().values() if r.across]
    for f in check_set(list(texts().items()), chosen):
        assert texts()[f.document][f.start : f.end] == f.quote


def test_every_reversal_has_its_cause() -> None:
    expected = {row["file"]: row["cause"] for row in rows("reversals")}
    found = {name: b.reversal.causes[0].kind for name, b in briefs().items() if b.reversal}
    assert found == expected


def _found(names: tuple[str, ...]) -> set[tuple[str, str]]:
    chosen = [r for r in scenarios().values() if r.across]
    return {(f.document, f.scenario) for f in check_set([(n, texts()[n]) for n in names], chosen)}


def test_no_breach_is_invented_when_documents_of_a_case_are_missing() -> None:
    planted = {(row["file"], row["scenario"]) for row in rows("truth")}
    cases: dict[str, list[str]] = {}
    for name in texts():
        cases.setdefault(name.split("/")[0], []).append(name)
    for names in cases.values():
        for size in range(2, len(names)):
            for some in combinations(names, size):
                assert _found(some) <= planted, some


def test_the_way_a_number_is_written_does_not_matter() -> None:
    other = str.maketrans({"（": "(", "）": ")"})
    rewritten = {
        name: NUMBER.sub(lambda m: f"{m[0].translate(other).replace('第', '第 ')}", text)
        for name, text in texts().items()
    }
    linked = {
        (k.upper.document, k.lower.document)
        for chain in link(brief_of(read(text), name) for name, text in rewritten.items())
        for k in chain.links
    }
    assert linked == {(k.upper.document, k.lower.document) for c in link(briefs().values()) for k in c.links}
