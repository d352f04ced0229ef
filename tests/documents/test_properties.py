"""Whatever string comes in: `read` does not raise, and every fact quotes the text exactly."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anjian.documents import Judgment, read
from anjian.documents.model import Place
from anjian.documents.normalise import normalise
from anjian.documents.numerals import decimal, han, whole

FACTS = [name for name in dir(Judgment) if not name.startswith("_") and not callable(getattr(Judgment, name))]
EXAMPLES = Path(__file__).parents[2] / "examples"
#: Pieces that steer the readers into their branches, to be shuffled into nonsense.
PIECES = """
清溪县人民法院|刑 事 判 决 书|（2018）云0199刑初1号|公诉机关|被告人王某，|男，1990年13月40日出生|因涉嫌犯盗窃罪
于2018年2月3日被刑事拘留|同月|次日被逮捕|取保候审|本院认为，|依照《中华人民共和国刑法》第二百六十四条|第一、三款
之规定，判决如下：|判处有期徒刑|三年零六个月|，缓刑|，并处罚金人民币|壹万元|1，000元|（刑期自2018年2月30日起至
二〇一九年|止）|一、|二、|如不服本判决|十日内|副本二份|审判长|人民陪审员李某|书记员|附：|经审理查明：
上述事实，|证人证言|自首|累犯|《|》|（|）|　| |。|，|\u200b|𠮷某|０|〇|共计
""".replace("\n", "|\n|").split("|")


def places(value: object) -> Iterator[Place]:
    """Every place inside a fact."""
    if isinstance(value, Place):
        yield value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from places(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from places(item)


def assert_readable(text: str) -> None:
    judgment = read(text)
    for name in FACTS:
        for place in places(getattr(judgment, name)):
            assert 0 <= place.start <= place.end <= len(text), (name, place)
            quote = text[place.start : place.end]
            assert quote == quote.strip(), (name, place, quote)
            if quote:
                assert judgment.span(*judgment.plain_span(place)) == (place.start, place.end), (name, place)


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda p: p.name)
def test_every_fact_of_the_examples_quotes_its_text(path: Path) -> None:
    assert_readable(path.read_bytes().decode("utf-8", "replace"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_shuffled_pieces_of_judgments_are_read(text: str) -> None:
    assert_readable(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=400))
def test_any_string_is_read(text: str) -> None:
    assert_readable(text)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_judgment_cut_or_spoilt_anywhere_is_read(data: st.DataObject) -> None:
    text = (EXAMPLES / "01-theft-clean.txt").read_text("utf-8")
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    assert_readable(text[:start] + data.draw(st.text(max_size=8)) + text[end:])


@given(st.text(max_size=200))
def test_the_map_back_is_exact(text: str) -> None:
    source = normalise(text)
    for i in range(len(source.plain)):
        assert source.plain_at(source.at(i)) == i


@given(st.integers(0, 99_999_999))
def test_numerals_round_trip(value: int) -> None:
    assert whole(han(value)) == value
    assert whole(str(value)) == value
    assert decimal(f"{value:,}") == value


@given(st.dates(date(1950, 1, 1), date(2049, 12, 31)))
def test_dates_round_trip(day: date) -> None:
    year = "".join("〇一二三四五六七八九"[int(c)] for c in str(day.year))
    for text in (f"{day.year}年{day.month}月{day.day}日", f"{year}年{han(day.month)}月{han(day.day)}日"):
        assert [(d.value, d.text) for d in read(text).dates] == [(day, text)]


@given(st.integers(0, 24), st.integers(0, 11))
def test_terms_round_trip(years: int, months: int) -> None:
    if years == months == 0:
        return
    term = (f"{han(years)}年" if years else "") + (f"{han(months)}个月" if months else "")
    head = "清溪县人民法院刑事判决书（2018）云0199刑初1号本院认为，罪名成立，判决如下：\n"
    text = f"{head}被告人王某犯盗窃罪，判处有期徒刑{term}。"
    assert [r.penalty.months for r in read(text).results] == [years * 12 + months]
