"""The head: court, title, number, instance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.documents import read
from anjian.documents.head import court_level


def head(text: str) -> tuple[str | None, str | None, str | None, str | None]:
    j = read(text)
    return (
        j.court.name if j.court else None,
        j.title.document_type if j.title else None,
        j.case_number.text if j.case_number else None,
        j.instance,
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "云州市临江区人民法院\n刑 事 判 决 书\n(2019)云0102刑初 15号\n公诉机关云州市临江区人民检察院。",
            ("云州市临江区人民法院", "判决书", "（2019）云0102刑初15号", "first"),
        ),
        (
            "赵某盗窃罪一审刑事判决书 云 州 市 临 江 区 人 民 法 院 刑事判决书 〔2014〕临刑初字第00034号",
            ("云州市临江区人民法院", "判决书", "（2014）临刑初字第00034号", "first"),
        ),
        (
            "云州市中级人民法院 刑事附带民事裁定书 （2016）云01刑终7号之一 上诉人（原审被告人）钱某",
            ("云州市中级人民法院", "裁定书", "（2016）云01刑终7号之一", "second"),
        ),
        (
            "云州市中级人民法院 刑事裁定书 云刑执字第12号 罪犯孙某",
            ("云州市中级人民法院", "裁定书", "云刑执字第12号", "commutation"),
        ),
        (
            "云州市临江区人民法院 刑事判决书 （2016）云0102刑再1号",
            ("云州市临江区人民法院", "判决书", "（2016）云0102刑再1号", "retrial"),
        ),
        (
            "中华人民共和国最高人民法院 刑事裁定书 被告人李某，男。依法报请本院核准",
            ("中华人民共和国最高人民法院", "裁定书", None, "review"),
        ),
    ],
)
def test_head(text: str, expected: tuple[str | None, ...]) -> None:
    assert head(text) == expected


def test_codes_of_new_and_old_numbers() -> None:
    new = read("云州市临江区人民法院 刑事判决书 （2019）云0102刑初15号").case_number
    old = read("云州市临江区人民法院 刑事判决书 （2014）临刑一初字第81号").case_number
    assert new
    assert (new.court_code, new.type_code, new.serial, new.year) == ("云0102", "刑初", "15", 2019)
    assert old
    assert (old.court_code, old.type_code, old.serial) == ("临", "刑一初", "81")


def test_places_are_exact() -> None:
    text = "云 州 市 临 江 区 人 民 法 院\n刑 事 判 决 书\n(2019)云0102刑初 15号\n"
    j = read(text)
    assert j.court
    assert j.quote(j.court) == "云 州 市 临 江 区 人 民 法 院"
    assert j.title
    assert j.quote(j.title) == "刑 事 判 决 书"
    assert j.case_number
    assert j.quote(j.case_number) == "(2019)云0102刑初 15号"


def test_an_indictment_number_is_no_case_number() -> None:
    j = read(
        "云州市临江区人民法院 刑事判决书 公诉机关云州市临江区人民检察院。被告人赵某，男。云州市临江区人民检察院"
        "以云临检刑诉（2018）64号起诉书指控"
    )
    assert j.case_number is None


@pytest.mark.parametrize(
    ("name", "level"),
    [("最高人民法院", "supreme"), ("云南省高级人民法院", "high"), ("上海金融法院", "intermediate"),
     ("杭州互联网法院", "basic"), ("解放军军事法院", None), ("检察院", None)],
)  # fmt: skip
def test_court_level(name: str, level: str | None) -> None:
    assert court_level(name) == level


def test_case_type_comes_from_the_number_where_the_title_is_silent() -> None:
    j = read("中华人民共和国最高人民法院 驳回申诉通知书 （2023）最高法刑申9号 李某：")
    assert j.title
    assert (j.title.document_type, j.title.case_type) == ("通知书", "刑事")


PIECES = [
    "人民法院", "刑事", "判决书", "（2019）", "(2019)", "刑初", "15号", "字第", "之一", "公诉机关",
    "上诉人（原审被告人）", "赵某", "辩护人", "，男", "，", "。", "作出", "判决", "罪犯", "于2019年2月30日",
    "法定代理人", "系", "律师事务所律师", "曾因犯盗窃罪", "被判处有期徒刑", "刑满释放", "起诉书指控",
    "本院认为", "判决如下：",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=40))
def test_no_text_is_too_strange(pieces: list[str]) -> None:
    j = read("".join(pieces))
    facts = [j.court, j.title, j.case_number, *j.parties, *j.counsel, *j.priors, *j.custody, *j.credits, *j.lower]
    for fact in facts:
        assert fact is None or 0 <= fact.start <= fact.end <= len(j.text)
    for party in j.parties:
        assert party.name in j.words(party)
