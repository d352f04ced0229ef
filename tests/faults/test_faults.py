"""A sample of planted faults is found: every kind in a few documents, the whole count by `python -m tools.faults`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from tests.faults.chained import LinkedKind, linked_kinds, linked_plantings
from tests.faults.plant import (
    BAR,
    EXAMPLES,
    Count,
    Kind,
    Subject,
    count,
    documents,
    is_criminal,
    kind,
    kinds,
    on_purpose,
    plant,
    plantings,
)
from tools import corpus

#: Documents a kind is planted into here; the full run plants into every one that offers the occasion.
SAMPLE = 10
#: Plantings that a kind must make where the real documents are here.
LEAST = 2
#: Plantings that the sample must make of certain kinds: with the real documents, without.
ENOUGH: dict[Subject, tuple[int, int]] = {"criminal": (400, 150), "civil": (600, 500)}
CERTAIN = tuple(k for k in kinds() if k.certainty == "certain")
LINKED_CERTAIN = tuple(k for k in linked_kinds() if k.certainty == "certain")


@cache
def sample(kind: Kind) -> Count:
    return count(plantings(kind, SAMPLE))


@cache
def all_linked(kind: LinkedKind) -> Count:
    return count(linked_plantings(kind))


def missed(kinds: Sequence[Kind | LinkedKind], counts: Sequence[Count]) -> list[str]:
    pairs = zip(kinds, counts, strict=True)
    return [f"{k.code} {k.name}: {c.found} of {c.planted}" for k, c in pairs if c.found < c.planted]


def test_there_are_many_kinds_with_names_of_their_own() -> None:
    names = [k.name for k in kinds()] + [k.name for k in linked_kinds()]
    assert len(set(names)) == len(names)
    assert len([k for k in kinds() if k.subject == "criminal"]) >= 100
    assert len([k for k in CERTAIN if k.subject == "criminal"]) >= 45
    assert len([k for k in kinds() if k.subject == "civil"]) >= 100
    assert len([k for k in CERTAIN if k.subject == "civil"]) >= 60
    assert len(linked_kinds()) >= 15


@pytest.mark.parametrize("subject", ENOUGH)
def test_the_certain_faults_are_found(subject: Subject) -> None:
    certain = tuple(k for k in CERTAIN if k.subject == subject)
    counts = [sample(k) for k in certain]
    planted, found = sum(c.planted for c in counts), sum(c.found for c in counts)
    assert planted >= ENOUGH[subject][0 if corpus.present() else 1]
    assert found / planted >= BAR, missed(certain, counts)


def test_the_certain_faults_across_documents_are_found() -> None:
    counts = [all_linked(k) for k in LINKED_CERTAIN]
    planted, found = sum(c.planted for c in counts), sum(c.found for c in counts)
    assert planted >= 50
    assert found / planted >= BAR, missed(LINKED_CERTAIN, counts)


def test_every_kind_across_documents_is_planted() -> None:
    assert [k.name for k in linked_kinds() if not all_linked(k).planted] == []


@pytest.mark.corpus
@pytest.mark.skipif(not corpus.present(), reason="needs ../shared/judgments")
def test_every_kind_is_planted() -> None:
    assert [k.name for k in kinds() if sample(k).planted < LEAST] == []


def test_documents_are_criminal_or_not() -> None:
    assert all(is_criminal(text) for _, text in documents("criminal"))
    assert len(documents("criminal")) + len(documents("civil")) == len(documents())
    assert len(documents("civil")) >= 80


def test_a_fault_that_an_example_has_is_not_planted_again() -> None:
    assert on_purpose("civil/05-divorce-2010.txt", ("CIV502",))
    assert not on_purpose("civil/04-traffic-2009-clean.txt", ("CIV502",))
    assert (EXAMPLES / "civil" / "truth.csv").exists()


def test_a_planting_that_changes_nothing_does_not_count() -> None:
    same = kind("PEN101", "nothing")(lambda text, judgment, rng: text)
    assert plant(same, documents()[0][0]) is None


def test_a_fault_that_no_scenario_sees_is_missed() -> None:
    blind = kind("PEN101", "blank at the end")(lambda text, judgment, rng: text + " ")
    assert count(plantings(blind, 3)) == Count(planted=3, found=0)


def test_plantings_are_the_same_every_time() -> None:
    first, again = (tuple(plantings(CERTAIN[0], 3)) for _ in range(2))
    assert first == again
