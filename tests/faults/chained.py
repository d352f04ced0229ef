"""Plant faults that only the documents of one dispute together show, and count which the linked scenarios find.

The disputes are the invented chains of `examples/chains`, read by the table that comes with them. A kind changes or
adds documents of one dispute; it is found when a check of the whole set has a finding of its scenario that the check
of the unspoilt set does not have.
"""

from __future__ import annotations

import csv
import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Literal

from anjian.engine.check import check_set
from anjian.scenarios.base import Certainty, Finding
from anjian.scenarios.registry import Registered, find
from tests.faults.plant import EXAMPLES, on_purpose

HOME = EXAMPLES / "chains"

Texts = dict[str, str]
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Dispute:
    """The documents of one dispute: file → text in their order, file → the file it follows from, and how."""

    name: str
    texts: Texts
    parent: dict[str, str]
    link: dict[str, str]

    def linked(self, kind: str) -> list[tuple[str, str]]:
        """(file, its parent) of the documents that follow in one way: appeal, remand, retrial, enforcement."""
        return [(f, self.parent[f]) for f in self.texts if self.link[f] == kind and self.parent[f]]

    def first(self, file: str) -> str:
        """The document that a chain of parents starts from."""
        while self.parent[file]:
            file = self.parent[file]
        return file


Plant = Callable[[Dispute, Random], Texts | None]


@dataclass(frozen=True, slots=True)
class LinkedKind:
    """One kind of fault across documents: the scenario that must find it and what the catalogue lets that claim."""

    code: str
    name: str
    certainty: Certainty
    also: tuple[str, ...]
    plant: Plant
    subject: Literal["linked"] = "linked"


@dataclass(frozen=True, slots=True)
class LinkedPlanting:
    """One fault in one dispute, the documents that it changed and whether it was found."""

    kind: LinkedKind
    document: str
    spoilt: Texts
    found: bool


def linked(
    code: str, name: str, certainty: Certainty = "certain", also: tuple[str, ...] = ()
) -> Callable[[Plant], LinkedKind]:
    """Make a kind of a planting function."""

    def make(plant: Plant) -> LinkedKind:
        return LinkedKind(code, name, certainty, also, plant)

    return make


@cache
def linked_kinds() -> tuple[LinkedKind, ...]:
    """Every linked kind, in order of code and name."""
    module = importlib.import_module("tests.faults.kinds.linked")
    found = [value for value in vars(module).values() if isinstance(value, LinkedKind)]
    return tuple(sorted(found, key=lambda k: (k.code, k.name)))


@cache
def disputes() -> tuple[Dispute, ...]:
    """The disputes of `chains.csv`."""
    with (HOME / "chains.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    return tuple(
        Dispute(
            name,
            {r["file"]: (HOME / r["file"]).read_text("utf-8") for r in rows if r["chain"] == name},
            {r["file"]: r["parent"] for r in rows if r["chain"] == name},
            {r["file"]: r["link"] for r in rows if r["chain"] == name},
        )
        for name in dict.fromkeys(r["chain"] for r in rows)
    )


def _findings(texts: Texts, codes: tuple[str, ...]) -> frozenset[Key]:
    chosen: list[Registered] = [registered for code in codes if (registered := find(code))]
    return frozenset(_key(f) for f in check_set(list(texts.items()), chosen))


def _key(finding: Finding) -> Key:
    return finding.scenario, finding.document, finding.quote, finding.message.zh


def linked_plantings(kind: LinkedKind) -> Iterator[LinkedPlanting]:
    """The plantings of a kind, one in each dispute that offers the occasion and has no such fault on purpose.

    A dispute whose days are out of order on purpose is left alone: nothing can be told of its course.
    """
    codes = (kind.code, *kind.also)
    for dispute in disputes():
        if any(on_purpose(f"chains/{file}", (*codes, "LNK801")) for file in dispute.texts):
            continue
        changed = kind.plant(dispute, Random(f"{kind.name}:{dispute.name}"))
        if changed and any(dispute.texts.get(f) != t for f, t in changed.items()):
            new = _findings(dispute.texts | changed, codes) - _findings(dispute.texts, codes)
            yield LinkedPlanting(kind, dispute.name, changed, found=bool(new))
