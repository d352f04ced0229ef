"""A run: documents in, findings out, one at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from anjian.documents import Judgment
from anjian.engine.choose import ChoiceError, choose, near
from anjian.engine.inputs import Document, Unreadable
from anjian.engine.run import Checked, Plan, Tally, at_least, run
from anjian.scenarios.registry import Registered

pytestmark = pytest.mark.usefixtures("planted_scenarios")

GONE = Unreadable("b.txt", None, "文件不存在", "the file does not exist", "请检查", "check", 5)


def never(registered: Registered, error: Exception, document: Document) -> None:
    raise AssertionError(error)


def test_ordinary_use(judgment_text: str) -> None:
    items = [Document("a", judgment_text, "a.txt", None, 10), GONE]
    tally = Tally()
    out = list(run(items, Plan(choose()), never))
    for item in out:
        tally.add(item)
    assert isinstance(out[0], Checked)
    assert [f.quote for f in out[0].findings] == ["甲错", "乙错", "丙错"]
    assert out[1] is GONE
    assert (tally.documents, tally.unreadable, tally.with_findings, tally.findings, tally.bytes) == (1, 1, 1, 3, 15)
    assert tally.certainty == {"certain": 1, "likely": 1, "hint": 1}
    assert tally.of("DOC901") == 1


def test_only_the_certain_enough_are_reported_and_severity_can_be_set(judgment_text: str) -> None:
    plan = Plan(choose(), "likely", {"PEN901": "format"})
    (checked,) = run([Document("a", judgment_text, "a.txt")], plan, never)
    assert isinstance(checked, Checked)
    assert [(f.scenario, f.severity) for f in checked.findings] == [("DOC901", "major"), ("PEN901", "format")]


@pytest.mark.parametrize("length", [10, 1000, 1_000_000])
def test_it_takes_no_more_documents_than_are_examined_together(length: int) -> None:
    taken: list[int] = []

    def items() -> Iterator[Document]:
        for i in range(1000):
            taken.append(i)
            yield Document(str(i), "字" * length, "a.txt")

    next(run(items(), Plan(choose()), never))
    assert len(taken) == (64 if length < 10_000 else 1)


def test_failures_are_told_with_their_document(judgment_text: str) -> None:
    told: list[tuple[str, str]] = []
    items = [Document(str(i), f"炸{judgment_text}", "a.txt") for i in range(2)]
    out = list(run(items, Plan(choose()), lambda r, e, d: told.append((r.scenario.code, d.id))))
    assert told == [("PRO901", "0"), ("PRO901", "1")]
    assert all(isinstance(c, Checked) and len(c.findings) == 3 for c in out)


def test_a_reader_that_raises_makes_the_document_unreadable(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str) -> Judgment:
        raise RecursionError

    monkeypatch.setattr("anjian.engine.check.read", broken)
    (item,) = run([Document("a", "x", "a.txt", 3, 7)], Plan(choose()), never)
    assert isinstance(item, Unreadable)
    assert "RecursionError" in item.sentence_zh
    assert (item.source, item.line, item.size) == ("a.txt", 3, 7)


@pytest.mark.parametrize(
    ("certainty", "minimum", "expected"),
    [("certain", "hint", True), ("likely", "likely", True), ("hint", "likely", False), ("likely", "certain", False)],
)
def test_order_of_certainties(certainty: str, minimum: str, expected: bool) -> None:
    assert at_least(certainty, minimum) is expected  # type: ignore[arg-type]


def test_nothing_reaches_a_limit_when_nothing_is_found() -> None:
    assert not Tally().reaches("hint")


def test_removed_scenarios_cannot_be_chosen(planted_scenarios: dict[str, Registered]) -> None:
    assert "PUB901" not in [r.scenario.code for r in choose()]
    with pytest.raises(ChoiceError) as caught:
        choose(["DOC9O1"])
    assert caught.value.near[0] == "DOC901"


def test_suggestions_prefer_a_slip_in_one_place() -> None:
    assert near("PEN9O2")[0] == "PEN902"
    assert near("secondword")[0] == "second-word"
    assert near("penalties")[0] == "penalty"
    assert near("完全不相干的词") == ()
