"""A sample of planted faults is found: every kind in a few documents, the whole count by `python -m tools.faults`."""

from __future__ import annotations

from functools import cache

import pytest

from tests.faults.plant import BAR, Count, Kind, count, documents, kind, kinds, plant, plantings
from tools import corpus

#: Documents a kind is planted into here; the full run plants into every one that offers the occasion.
SAMPLE = 10
#: Plantings that a kind must make where the real documents are here.
LEAST = 2
CERTAIN = tuple(k for k in kinds() if k.certainty == "certain")


@cache
def sample(kind: Kind) -> Count:
    return count(plantings(kind, SAMPLE))


def test_there_are_many_kinds_with_names_of_their_own() -> None:
    assert len(kinds()) >= 100
    assert len(CERTAIN) >= 45
    assert len({k.name for k in kinds()}) == len(kinds())


def test_the_certain_faults_are_found() -> None:
    counts = [sample(k) for k in CERTAIN]
    planted, found = sum(c.planted for c in counts), sum(c.found for c in counts)
    missed = [
        f"{k.code} {k.name}: {c.found} of {c.planted}"
        for k, c in zip(CERTAIN, counts, strict=True)
        if c.found < c.planted
    ]
    assert planted >= (400 if corpus.present() else 150)
    assert found / planted >= BAR, missed


@pytest.mark.corpus
@pytest.mark.skipif(not corpus.present(), reason="needs ../shared/judgments")
def test_every_kind_is_planted() -> None:
    assert [k.name for k in kinds() if sample(k).planted < LEAST] == []


def test_a_planting_that_changes_nothing_does_not_count() -> None:
    same = kind("PEN101", "nothing")(lambda text, judgment, rng: text)
    assert plant(same, documents()[0][0]) is None


def test_a_fault_that_no_scenario_sees_is_missed() -> None:
    blind = kind("PEN101", "blank at the end")(lambda text, judgment, rng: text + " ")
    assert count(plantings(blind, 3)) == Count(planted=3, found=0)


def test_plantings_are_the_same_every_time() -> None:
    first, again = (tuple(plantings(CERTAIN[0], 3)) for _ in range(2))
    assert first == again
