"""A run over linked documents: what only several show comes at the end, once, and bounded in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from msgspec import structs

from anjian.cases.brief import Brief
from anjian.cases.chains import Chain
from anjian.documents import Judgment
from anjian.engine.chains import Gathered, Kept
from anjian.engine.check import check_set
from anjian.engine.choose import choose
from anjian.engine.inputs import Document
from anjian.engine.run import Checked, Plan, Tally, run
from anjian.scenarios.base import Finding
from anjian.scenarios.registry import Registered, find
from tests.cases import made

LINKED = choose(["LNK", "PRO325", "PRO326"])
BREACH = (made.first(), made.second(), made.again(panel=("何松", "吴川", "马青")))


def never(registered: Registered, error: Exception, document: Document) -> None:
    raise AssertionError(error)


def docs(*texts: str) -> Iterator[Document]:
    return (Document(chr(ord("a") + i), text, "x.txt", None, 10) for i, text in enumerate(texts))


def checked(*texts: str, plan: Plan | None = None) -> list[Checked]:
    out = list(run(docs(*texts), plan or Plan(LINKED), never))
    assert all(isinstance(item, Checked) for item in out)
    return [item for item in out if isinstance(item, Checked)]


def test_what_several_show_comes_at_the_end_and_is_not_counted_twice() -> None:
    out = checked(*BREACH)
    assert [(c.document.id, c.again) for c in out] == [("a", False), ("b", False), ("c", False), ("c", True)]
    last = out[-1]
    (finding,) = last.findings
    assert (finding.scenario, finding.quote, finding.document) == ("PRO325", "吴川", "c")
    assert last.document.text[finding.start : finding.end] == "吴川"
    tally = Tally()
    for item in out:
        tally.add(item)
    assert (tally.documents, tally.with_findings, tally.findings, tally.bytes) == (3, 1, 1, 30)


def test_a_document_with_findings_of_its_own_counts_once() -> None:
    one = find("PRO325")
    assert one is not None

    def finds(judgment: Judgment) -> Iterator[Finding]:
        if judgment.case_number and judgment.instance == "first":
            yield one.scenario.finding(judgment, judgment.case_number, "此处。", "Here.")

    out = checked(*BREACH, plan=Plan((replace(one, check=finds),)))
    assert [(c.document.id, len(c.findings), c.again, c.marked) for c in out] == [
        ("a", 1, False, False),
        ("b", 0, False, False),
        ("c", 1, False, False),
        ("c", 1, True, True),
    ]
    tally = Tally()
    for item in out:
        tally.add(item)
    assert (tally.documents, tally.with_findings, tally.findings) == (3, 2, 3)
    assert len({f.finding for c in out for f in c.findings}) == 3


def test_ids_are_those_of_the_set_and_do_not_depend_on_the_order() -> None:
    one = {f.finding for c in checked(*BREACH) for f in c.findings}
    turned = run(reversed(list(docs(*BREACH))), Plan(LINKED), never)
    assert one == {f.finding for c in turned if isinstance(c, Checked) for f in c.findings}
    assert one == {f.finding for f in check_set([(d.id, d.text) for d in docs(*BREACH)], LINKED)}


def test_what_the_document_itself_showed_is_not_said_again() -> None:
    heavier = made.second(remands=False).replace("刑事裁定书", "刑事判决书").replace("裁定如下", "判决如下")
    heavier = heavier.replace(
        "驳回上诉，维持原判。",
        f"一、撤销清溪县人民法院{made.FIRST}刑事判决；\n二、上诉人李甲犯盗窃罪，判处有期徒刑三年，并处罚金人民币二千元。",
    )
    out = checked(made.first(), heavier)
    found = [(c.document.id, f.scenario, f.quote, c.again) for c in out for f in c.findings]
    assert found == [("b", "PRO326", "有期徒刑三年", False)]
    misquoted = heavier.replace("有期徒刑一年，并处", "有期徒刑四年，并处")
    found = [(f.scenario, f.quote, c.again) for c in checked(made.first(), misquoted) for f in c.findings]
    assert ("PRO326", "有期徒刑三年", True) in found


def test_one_document_alone_opens_no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object) -> None:
        raise AssertionError("a database for one document")

    monkeypatch.setattr("anjian.engine.chains.sqlite3.connect", refuse)
    assert len(checked(made.again())) == 1


def test_nothing_is_kept_when_no_such_scenario_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise AssertionError("a brief nobody asked for")

    monkeypatch.setattr("anjian.engine.run.brief_of", refuse)
    one = find("PEN101")
    assert one is not None
    assert len(checked(*BREACH, plan=Plan((one,)))) == 3


def test_certainty_and_severity_hold_for_what_is_linked() -> None:
    plan = Plan(LINKED, "certain", {"PRO325": "format"})
    wrong = made.second(below_day="2019年5月16日")  # likely: below the limit
    out = [f for c in checked(made.first(), wrong, BREACH[2], plan=plan) for f in c.findings]
    assert [(f.scenario, f.severity) for f in out] == [("PRO325", "format")]


def test_a_failing_check_is_told_and_stops_nothing() -> None:
    def fails(chain: Chain) -> Iterator[Finding]:
        raise RuntimeError("kept from the user")
        yield

    one = find("PRO325")
    assert one is not None
    told: list[tuple[str, str]] = []
    plan = Plan((replace(one, check_chain=fails), *LINKED[:1], one))
    out = list(run(docs(*BREACH), plan, lambda r, e, d: told.append((r.scenario.code, d.id))))
    assert told == [("PRO325", "a")]
    assert isinstance(out[-1], Checked)
    assert [f.scenario for f in out[-1].findings] == ["PRO325"]


def test_of_two_documents_with_one_id_the_first_is_linked() -> None:
    items = [Document("same", text, "x.txt") for text in BREACH]
    assert [c.document.text for c in run(items, Plan(LINKED), never) if isinstance(c, Checked)] == list(BREACH)


def brief(name: str, number: str, below: tuple[str, ...] = ()) -> Brief:
    (one,) = made.briefs(made.first(name=f"王{name}"))
    told = made.briefs(made.second())[0].restated[0]
    return structs.replace(one, document=name, key=number, restated=tuple(structs.replace(told, key=b) for b in below))


def test_components_are_given_one_by_one() -> None:
    gathered = Gathered()
    for i in range(200):
        for half, below in (("上", (f"2019云0199刑初{i}",)), ("下", ())):
            name = f"{i}{half}"
            number = f"2019云0199刑初{i}" if not below else f"2019云01刑终{i}"
            made_up = structs.replace(brief(name, number, below), parties=())
            gathered.add(Kept(Document(name, "文", "x.txt"), made_up))
    assert sorted(len(chain.briefs) for chain in gathered.chains()) == [2] * 200
    gathered.close()
    assert list(gathered.chains()) == []


def test_a_full_disk_is_an_error_of_the_file_system(monkeypatch: pytest.MonkeyPatch) -> None:
    import sqlite3

    def full(*args: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("anjian.engine.chains.sqlite3.connect", full)
    with pytest.raises(OSError, match="full"):
        list(run(docs(*BREACH), Plan(LINKED), never))
