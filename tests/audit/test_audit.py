"""Every finding on the real documents has been read, and the precision bars hold."""

from __future__ import annotations

import pytest

from tools import audit, corpus


@pytest.mark.corpus
@pytest.mark.skipif(not corpus.present(), reason="needs ../shared/judgments")
def test_every_finding_is_adjudicated_and_the_bars_hold() -> None:
    found, judged = audit.findings(), audit.verdicts()
    assert [f"{f.document} {f.scenario}" for f in found if f.finding not in judged] == []
    assert [f"{s.scenario} {s.certainty}" for s in audit.scores(found, judged) if not s.passes] == []


def test_a_wrong_certain_finding_fails_its_bar() -> None:
    assert not audit.Score("PEN101", "certain", right=98, wrong=2, undecided=0, unjudged=0).passes
    assert audit.Score("PEN101", "certain", right=99, wrong=1, undecided=0, unjudged=0).passes
    assert not audit.Score("PEN101", "hint", right=9, wrong=0, undecided=0, unjudged=1).passes
