"""The brief of a document: what it holds, and that it comes back from JSON as it was."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anjian.cases.brief import Brief
from anjian.cases.reading import brief_of
from anjian.documents import read
from tests.cases import made


def test_ordinary_use() -> None:
    text = made.second()
    brief = brief_of(read(text), "a", "a.txt", 3)
    assert (brief.document, brief.source, brief.line) == ("a", "a.txt", 3)
    assert (brief.number, brief.key, brief.court) == (made.REMAND, "2019云01刑终41", "云山市中级人民法院")
    assert (brief.instance, brief.decided, brief.appellants) == ("second", date(2019, 7, 4), ("被告人",))
    assert brief.verdicts == ("撤销", "发回重审")
    (told,) = brief.restated
    assert (told.key, told.role, told.court, told.day) == (
        "2019云0199刑初9",
        "below",
        "清溪县人民法院",
        date(2019, 5, 6),
    )
    assert [s.mark.words for s in told.sentences] == ["有期徒刑一年"]
    assert brief.names == {"李甲"}
    for mark in (brief.number_mark, brief.decided_mark, told.mark, told.day_mark, told.court_mark):
        assert mark is not None
        assert text[mark.start : mark.end] == mark.words


def test_a_new_hearing_names_what_came_before() -> None:
    (brief,) = made.briefs(made.again())
    assert brief.remanded
    assert [(told.number, told.role) for told in brief.restated] == [(made.FIRST, "before"), (made.REMAND, "before")]
    assert brief.restated[0].court == "清溪县人民法院"
    assert brief.appellants == ("被告人",)


@pytest.mark.parametrize(
    ("told", "sides"),
    [
        ("原审被告人李甲不服，提出上诉。", ("被告人",)),
        ("清溪县人民检察院提出抗诉，原审被告人李甲不服，提出上诉。", ("检察院", "被告人")),
        ("清溪县人民检察院提出抗诉。原审被告人李甲不服，提出上诉。审理中检察院撤回抗诉。", ("被告人",)),
    ],
)
def test_who_appealed(told: str, sides: tuple[str, ...]) -> None:
    (brief,) = made.briefs(made.second(appealed=told))
    assert brief.appellants == sides


def test_it_comes_back_from_json() -> None:
    for brief in made.briefs(made.first(), made.second(), made.again()):
        assert Brief.loads(brief.dumps()) == brief


PIECES = st.sampled_from(
    [*made.second().split("，"), *made.again().split("。"), "判决如下：", "（2019）云01刑终41号", "\n"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=30).map("，".join))
def test_any_text_has_a_brief(text: str) -> None:
    brief = brief_of(read(text), "a")
    assert Brief.loads(brief.dumps()) == brief
