"""Which articles, paragraphs and items exist on which day."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.dated import day, in_force, read_table
from anjian.law.editions import article_on, edition_on, exists, last_article

ROOT = Path(__file__).parents[2]
LAWS = ROOT.parent / "shared" / "laws"


def on(text: str) -> date:
    return date.fromisoformat(text)


def test_a_cited_paragraph_exists_from_the_day_it_was_added() -> None:
    assert exists("中华人民共和国刑法", "67", on("2011-04-30"), paragraph=3) is False
    assert exists("中华人民共和国刑法", "67", on("2011-05-01"), paragraph=3) is True


def test_an_inserted_article() -> None:
    assert exists("刑法", "133-1", on("2011-04-30")) is False
    assert exists("刑法", "133-1", on("2011-05-01")) is True
    assert exists("刑法", "133-1", on("2012-01-01"), 1, 2) is False
    assert exists("刑法", "133-1", on("2016-01-01"), 1, 4) is True
    assert exists("刑法", "133-1", on("2016-01-01"), 1, 5) is False


def test_a_deleted_article() -> None:
    assert exists("刑法", "199", on("2015-10-31")) is True
    assert exists("刑法", "199", on("2015-11-01")) is False


def test_beyond_the_last_article() -> None:
    assert last_article("刑法", on("2016-01-01")) == 452
    assert exists("刑法", "453", on("2016-01-01")) is False
    assert exists("刑法", "264-1", on("2016-01-01")) is False


def test_what_no_text_supports_is_unknown() -> None:
    assert exists("刑法", "17", on("2020-01-01"), 4) is None  # replaced as a whole in 2021
    assert exists("刑法", "17", on("2020-01-01")) is True
    assert exists("刑事诉讼法", "290", on("2015-01-01")) is None
    assert exists("刑法", "10", on("1990-01-01")) is None
    assert exists("某某管理暂行办法", "1", on("2015-01-01")) is None
    assert last_article("刑事诉讼法", on("2015-01-01")) is None


def test_an_undivided_article_may_be_cited_with_its_first_paragraph_or_an_item_without_one() -> None:
    assert exists("刑法", "264", on("2016-01-01"), 1) is True
    assert exists("刑法", "264", on("2016-01-01"), 2) is False
    assert exists("刑法", "263", on("2016-01-01"), None, 8) is True
    assert exists("刑法", "263", on("2016-01-01"), None, 9) is False


PARAGRAPHS = [  # read in the texts, article by article
    ("6", "2016-01-01", 3), ("17", "2021-03-01", 5), ("17-1", "2011-05-01", 1), ("18", "2016-01-01", 4),
    ("20", "2016-01-01", 3), ("21", "2016-01-01", 3), ("23", "2016-01-01", 2), ("24", "2016-01-01", 2),
    ("25", "2016-01-01", 2), ("26", "2016-01-01", 4), ("27", "2016-01-01", 2), ("28", "2016-01-01", 1),
    ("36", "2016-01-01", 2), ("37-1", "2015-11-01", 3), ("38", "2011-05-01", 4), ("38", "2011-04-30", 2),
    ("42", "2016-01-01", 1), ("49", "2011-04-30", 1), ("49", "2011-05-01", 2), ("50", "2011-05-01", 2),
    ("52", "2016-01-01", 1), ("53", "2015-11-01", 2), ("53", "2015-10-31", 1), ("63", "2005-01-01", 2),
    ("64", "2016-01-01", 1), ("65", "2005-01-01", 2), ("65", "2016-01-01", 2), ("67", "2011-04-30", 2),
    ("67", "2016-01-01", 3), ("68", "2011-04-30", 2), ("68", "2011-05-01", 1), ("69", "2011-05-01", 2),
    ("69", "2015-10-31", 2), ("69", "2015-11-01", 3), ("72", "2011-05-01", 3), ("72", "2011-04-30", None),
    ("73", "2016-01-01", 3), ("77", "2016-01-01", 2),
    ("100", "2011-04-30", 1), ("100", "2011-05-01", 2), ("133", "2016-01-01", 1),
    ("133-1", "2011-05-01", 2), ("133-1", "2015-11-01", 3), ("234", "2016-01-01", 2), ("264", "2016-01-01", 1),
    ("285", "2009-02-27", 1), ("285", "2009-02-28", 3), ("285", "2015-11-01", 4), ("312", "2006-06-29", 1),
    ("312", "2009-02-28", 2), ("347", "2016-01-01", 7), ("360", "2015-10-31", 2), ("360", "2015-11-01", 1),
    ("390", "2015-11-01", 2), ("390", "2024-03-01", 3),
]  # fmt: skip


@pytest.mark.parametrize(("article", "when", "paragraphs"), PARAGRAPHS)
def test_paragraphs_of_the_criminal_law(article: str, when: str, paragraphs: int | None) -> None:
    found = article_on("刑法", article, on(when))
    assert found is not None
    assert found.paragraphs == paragraphs


def test_items() -> None:
    assert dict(article_on("刑法", "347", on("2016-01-01")).items) == {2: 5}  # type: ignore[union-attr]
    assert dict(article_on("刑法", "225", on("1999-12-24")).items) == {1: 3}  # type: ignore[union-attr]
    assert dict(article_on("刑法", "225", on("1999-12-25")).items) == {1: 4}  # type: ignore[union-attr]
    assert dict(article_on("刑法", "390", on("2024-03-01")).items) == {2: 7}  # type: ignore[union-attr]


def test_interpretations_by_any_title_and_by_edition() -> None:
    full = "最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释"
    assert last_article(full, on("2013-01-01")) == 548
    assert last_article(full, on("2021-03-01")) == 655
    assert last_article("刑诉法解释", on("2021-03-01")) == 655
    assert exists("关于处理自首和立功具体应用法律若干问题的解释", "8", on("2015-01-01")) is False
    assert last_article("中华人民共和国民法典", on("2021-01-01")) == 1260


def test_an_edition_amended_by_a_document_that_was_never_seen_is_unknown_afterwards() -> None:
    arms = "最高人民法院关于审理非法制造、买卖、运输枪支、弹药、爆炸物等刑事案件具体应用法律若干问题的解释"
    assert exists(arms, "10", on("2009-12-31")) is False
    assert exists(arms, "10", on("2015-01-01")) is None


@given(st.dates(date(1997, 10, 1), date(2030, 1, 1)))
def test_one_edition_of_the_criminal_law_on_every_day(when: date) -> None:
    edition = edition_on("刑法", when)
    assert edition is not None
    assert in_force(edition.since, edition.until, when)
    same = edition_on("刑法", edition.since)
    assert same == edition


@given(st.sampled_from([(r["law"], r["article"]) for r in read_table("articles")]), st.integers(0, 12_000))
def test_articles_have_no_gap_or_overlap(key: tuple[str, str], offset: int) -> None:
    spans = [r for r in read_table("articles") if (r["law"], r["article"]) == key]
    when = date(1997, 10, 1) + timedelta(days=offset)
    holding = [s for s in spans if in_force(day(s["since"]), day(s["until"]), when)]
    assert len(holding) <= 1
    assert (article_on(*key, when) is not None) == bool(holding)


@pytest.mark.corpus
@pytest.mark.skipif(not LAWS.exists(), reason="no law texts")
def test_tables_agree_with_the_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import derive_articles  # type: ignore[import-not-found]

    monkeypatch.setattr(sys, "argv", ["derive_articles", str(LAWS), "--out", str(tmp_path)])
    derive_articles.main()
    for name in ("articles.csv", "editions.csv", "shapes.csv"):
        assert (tmp_path / name).read_text("utf-8") == (ROOT / "anjian/law/data" / name).read_text("utf-8")


@pytest.mark.parametrize(
    ("law", "day", "last"),
    [
        ("民法典", "2021-01-01", 1260),
        ("民事诉讼法", "2013-01-01", 284),
        ("民事诉讼法", "2021-12-31", 284),
        ("民事诉讼法", "2022-01-01", 291),
        ("民事诉讼法", "2024-01-01", 306),
        ("行政诉讼法", "2017-07-01", 103),
        ("行政诉讼法", "2016-07-01", None),
        ("民事诉讼法", "2010-01-01", None),
        ("最高人民法院关于适用《中华人民共和国民事诉讼法》的解释", "2015-02-04", 552),
        ("最高人民法院关于适用《中华人民共和国民事诉讼法》的解释", "2022-04-10", 550),
    ],
)
def test_the_editions_of_civil_and_administrative_procedure(law: str, day: str, last: int | None) -> None:
    assert last_article(law, on(day)) == last


def test_an_edition_known_by_its_count_alone_has_articles_but_no_shapes() -> None:
    assert exists("民事诉讼法", "284", on("2018-01-01")) is True
    assert exists("民事诉讼法", "285", on("2018-01-01")) is False
    assert exists("民事诉讼法", "64", on("2018-01-01"), 9) is None
    assert exists("民事诉讼法", "177", on("2022-01-01"), 1, 5) is False
