"""Provisions as courts cite them, and the corpus labels they are measured against."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from anjian.documents import read

CORPUS = Path(__file__).parents[3] / "shared" / "judgments" / "criminal.jsonl"
LABELS = Path(__file__).parents[1] / "truth" / "article_labels.csv"


def basis(list_of_statutes: str) -> list[tuple[str | None, int | None, int | None]]:
    text = f"某县人民法院刑事判决书（2018）云0199刑初1号本院认为，罪名成立。依照{list_of_statutes}之规定，判决如下：\n"
    return [(c.article, c.paragraph, c.item) for c in read(text).basis]


def test_reads_a_list_of_articles_paragraphs_and_items() -> None:
    assert basis("《中华人民共和国刑法》第二百六十四条、第六十七条第三款、第一百三十三条之一第一款第（二）项") == [
        ("264", None, None),
        ("67", 3, None),
        ("133-1", 1, 2),
    ]


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("《刑法》第七十三条第二、三款", [("73", 2, None), ("73", 3, None)]),
        ("《刑法》第七十二条第一款、第三款", [("72", 1, None), ("72", 3, None)]),
        ("《刑法》第二十五、二十六、二十七条", [("25", None, None), ("26", None, None), ("27", None, None)]),
        ("《刑法》第67条第3款", [("67", 3, None)]),
        ("《刑法》第六十七第三款", [("67", 3, None)]),
        ("《刑法》三百零七条之一", [("307-1", None, None)]),
        ("《刑法》第一百三十三条之一第一款第（一）、（二）项", [("133-1", 1, 1), ("133-1", 1, 2)]),
        ("《刑法》第六十一条（量刑的根据）、第四十五条", [("61", None, None), ("45", None, None)]),
        ("《刑法》第五十二条罚金、第五十三条", [("52", None, None), ("53", None, None)]),
    ],
)
def test_reads_the_short_ways_of_citing(cited: str, expected: list[tuple[str, int | None, int | None]]) -> None:
    assert basis(cited) == expected


def test_a_statute_after_the_signature_is_no_basis() -> None:
    text = (
        "某县人民法院刑事判决书（2018）云0199刑初1号本院认为，罪名成立。依照《中华人民共和国刑法》第二百三十四条之规定，"
        "判决如下：\n被告人甲某犯故意伤害罪，判处拘役三个月。\n如不服本判决，可在接到判决书的第二日起十日内上诉。\n"
        "审判员乙某\n二〇一八年五月四日\n书记员丙某\n附：相关法律条文\n《中华人民共和国刑法》第二百三十六条"
    )
    assert [(c.article, c.role) for c in read(text).citations] == [("234", "basis"), ("236", "annex")]


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.exists(), reason="needs ../shared/judgments")
def test_equals_the_labels_of_the_corpus_once_label_errors_are_adjudicated() -> None:
    adjudicated = {row["document"]: row for row in csv.DictReader(LABELS.open(encoding="utf-8"))}
    documents = [json.loads(line) for line in CORPUS.open(encoding="utf-8")]
    wrong = []
    for document in documents:
        read_here = {
            int((c.article or "0").split("-")[0])
            for c in read(document["text"]).basis
            if c.article and c.title.removeprefix("中华人民共和国").startswith("刑法")
        }
        labels = set(document["criminal_law_articles"])
        row = adjudicated.get(document["id"])
        if row:
            labels -= {int(n) for n in row["only_in_label"].split()}
            labels |= {int(n) for n in row["only_read"].split()}
        if read_here != labels:
            wrong.append((document["id"], sorted(read_here ^ labels)))
    assert len(wrong) <= 0.01 * len(documents), wrong
