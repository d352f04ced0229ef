"""Plant faults, one at a time, into documents that are sound there, and count which the scenarios find.

A kind of fault is a function `plant(text, judgment, rng)` that returns the spoilt text, or None where the
document does not offer the occasion. A planting is found when the expected scenario (or one of `also`, for
faults that two may rightly see) has a finding that the unspoilt text does not have. Kinds are written from
what clerks get wrong, with their own way of reading the text (`sheet.py`), not from what the scenarios look for.
"""

from __future__ import annotations

import csv
import hashlib
import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random
from typing import Literal, Protocol

from anjian.documents import Judgment, read
from anjian.engine.check import check_text
from anjian.engine.inputs import Document
from anjian.engine.inputs import documents as read_paths
from anjian.scenarios.base import Certainty, Finding
from anjian.scenarios.registry import find, scenarios
from tools import corpus

EXAMPLES = Path(__file__).parents[2] / "examples"
#: The share of plantings that the scenarios must find, for kinds whose catalogue row is `certain`.
BAR = 0.98

Plant = Callable[[str, Judgment, Random], str | None]
Key = tuple[str, str, str]
#: The documents that a kind is for: `civil` stands for civil, administrative and enforcement documents alike.
Subject = Literal["criminal", "civil"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault: the scenario that must find it and what the catalogue lets that claim."""

    code: str
    name: str
    certainty: Certainty
    also: tuple[str, ...]
    plant: Plant
    subject: Subject = "criminal"

    @property
    def codes(self) -> tuple[str, ...]:
        """The scenarios that count as finding it."""
        return (self.code, *self.also)


@dataclass(frozen=True, slots=True)
class Planting:
    """One fault in one document and whether it was found."""

    kind: Kind
    document: str
    spoilt: str
    found: bool


def kind(
    code: str,
    name: str,
    certainty: Certainty = "certain",
    also: tuple[str, ...] = (),
    subject: Subject = "criminal",
) -> Callable[[Plant], Kind]:
    """Make a kind of a planting function."""

    def make(plant: Plant) -> Kind:
        return Kind(code, name, certainty, also, plant, subject)

    return make


#: A kind for civil, administrative and enforcement documents.
civil = partial(kind, subject="civil")


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind of the modules of `kinds/`, in order of code and name."""
    package = importlib.import_module("tests.faults.kinds")
    modules = (importlib.import_module(f"{package.__name__}.{m.name}") for m in pkgutil.iter_modules(package.__path__))
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Kind)]
    return tuple(sorted(found, key=lambda k: (k.code, k.name)))


@cache
def documents(subject: Subject | None = None) -> tuple[tuple[str, str], ...]:
    """(id, text) of the examples and, where they are here, of the real documents; those of one subject if asked."""
    if subject:
        return tuple(d for d in documents() if (subject == "criminal") == is_criminal(d[1]))
    examples = [(d.id, d.text) for d in read_paths([str(EXAMPLES)]) if isinstance(d, Document)]
    return tuple(examples) + (tuple(corpus.every()) if corpus.present() else ())


def is_criminal(text: str) -> bool:
    """Whether the heading or the number of the case says so."""
    return "刑" in text[:80]


@cache
def _text(document: str) -> str:
    return dict(documents())[document]


@cache
def _listed() -> frozenset[tuple[str, str]]:
    """(path of the document without suffix, scenario) of the faults that the examples have on purpose."""
    found = set()
    for table in EXAMPLES.glob("*/truth.csv"):
        with table.open(encoding="utf-8") as rows:
            found |= {(str(Path(row["file"]).with_suffix("")), row["scenario"]) for row in csv.DictReader(rows)}
    return frozenset(found)


def on_purpose(document: str, codes: tuple[str, ...]) -> bool:
    """Whether an example has a fault of one of these scenarios already, by its truth.csv."""
    name = str(Path(document).with_suffix(""))
    return any(code in codes and name.endswith(listed) for listed, code in _listed())


@cache
def _judgment(document: str) -> Judgment:
    return read(_text(document))


@cache
def _before(document: str) -> frozenset[Key]:
    return frozenset(map(_key, check_text(_text(document), document, scenarios().values())))


def _key(finding: Finding) -> Key:
    return finding.scenario, finding.quote, finding.message.zh


def plant(kind: Kind, document: str) -> Planting | None:
    """Plant one fault of a kind into a document and look whether it is found; None without the occasion.

    Deterministic: chance depends on the kind and the document only.
    """
    text = _text(document)
    if kind.subject == "civil" and on_purpose(document, kind.codes):
        return None
    spoilt = kind.plant(text, _judgment(document), Random(f"{kind.name}:{document}"))
    if spoilt is None or spoilt == text:
        return None
    chosen = [registered for code in kind.codes if (registered := find(code))]
    after = {_key(f) for f in check_text(spoilt, document, chosen)}
    return Planting(kind, document, spoilt, found=bool(after - _before(document)))


def plantings(kind: Kind, most: int | None = None) -> Iterator[Planting]:
    """The plantings of a kind, at most so many, the documents in an order of their own for each kind."""
    made = 0
    for document in sorted((d for d, _ in documents(kind.subject)), key=lambda d: _order(kind, d)):
        if most is not None and made >= most:
            return
        planting = plant(kind, document)
        if planting:
            made += 1
            yield planting


def _order(kind: Kind, document: str) -> bytes:
    return hashlib.sha256(f"{kind.name}\x00{document}".encode()).digest()


@dataclass(frozen=True, slots=True)
class Count:
    """How many plantings were made and how many found."""

    planted: int
    found: int

    @property
    def share(self) -> float | None:
        """The share found; None when nothing was planted."""
        return self.found / self.planted if self.planted else None


class Made(Protocol):
    """A planting, of whichever kind."""

    @property
    def found(self) -> bool:
        """Whether it was found."""


def count(made: Iterable[Made]) -> Count:
    """Count plantings."""
    results = [p.found for p in made]
    return Count(len(results), sum(results))
