"""A check that its `NEEDS` leave out would have found nothing: gated and ungated runs give the same findings."""

from __future__ import annotations

from random import Random

import pytest

from anjian.documents import read
from anjian.engine.check import check_text, examine_all
from anjian.scenarios.registry import Registered, scenarios
from tests.faults.plant import documents, kinds, plantings
from tools.identical import damage

GATED = [r for r in scenarios().values() if r.needs]


def ungated_only(text: str) -> list[str]:
    """The scenarios that find something in a text where their gate says that they cannot."""
    judgment = read(text)
    left_out = [r for r in GATED if not judgment.has(*r.needs)]
    return [r.scenario.code for r in left_out if next(iter(r.check(judgment)), None) is not None]


def test_some_scenarios_have_a_gate_that_shuts() -> None:
    text = "某县人民法院\n民事判决书\n（2021）某0101民初1号\n原告甲某。\n"
    assert [r for r in GATED if not read(text).has(*r.needs)]


def test_gated_and_ungated_runs_are_the_same_run() -> None:
    chosen = tuple(scenarios().values())
    for name, text in documents()[:40]:
        assert check_text(text, name, chosen) == check_text(text, name, chosen, gated=False)


def test_examined_together_gives_what_one_by_one_gives() -> None:
    chosen = tuple(scenarios().values())
    some = [(name, text) for name, text in documents()[::3]]
    together = [made for made in examine_all(some, chosen) if not isinstance(made, Exception)]
    assert [findings for _, findings in together] == [check_text(text, name, chosen) for name, text in some]


@pytest.mark.parametrize("part", range(8))
def test_no_gate_leaves_anything_out(part: int) -> None:
    mine = documents()[part::8]
    rng = Random(part)
    for name, text in mine:
        assert not ungated_only(text), name
        for _ in range(3):
            spoilt = damage(text, mine[rng.randrange(len(mine))][1], rng)
            assert not ungated_only(spoilt), spoilt


@pytest.mark.parametrize("registered", GATED, ids=lambda r: r.scenario.code)
def test_planted_faults_pass_the_gate(registered: Registered) -> None:
    for kind in kinds():
        if kind.code == registered.scenario.code:
            for planting in plantings(kind, most=40):
                judgment = read(planting.spoilt)
                if next(iter(registered.check(judgment)), None) is not None:
                    assert judgment.has(*registered.needs), (kind.name, planting.document)
