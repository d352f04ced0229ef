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
CIVIL_PAPERS = sorted([*EXAMPLES.glob("civil/*.txt"), *EXAMPLES.glob("rulings/*.txt")])
#: Pieces that steer the readers into their branches, to be shuffled into nonsense.
PIECES = """
清溪县人民法院|刑 事 判 决 书|（2018）云0199刑初1号|公诉机关|被告人王某，|男，1990年13月40日出生|因涉嫌犯盗窃罪
于2018年2月3日被刑事拘留|同月|次日被逮捕|取保候审|本院认为，|依照《中华人民共和国刑法》第二百六十四条|第一、三款
之规定，判决如下：|判处有期徒刑|三年零六个月|，缓刑|，并处罚金人民币|壹万元|1，000元|（刑期自2018年2月30日起至
二〇一九年|止）|一、|二、|如不服本判决|十日内|副本二份|审判长|人民陪审员李某|书记员|附：|经审理查明：
上述事实，|证人证言|自首|累犯|《|》|（|）|　| |。|，|\u200b|𠮷某|０|〇|共计
""".replace("\n", "|\n|").split("|")


CIVIL_PIECES = """
清溪县人民法院|民 事 判 决 书|行政裁定书|民事调解书|（2018）云0199民初1号|（2009）清执字第12-1号|原告：甲大川，
被告：乙丙有限公司|（以下简称乙公司）|法定代表人：丁某，经理。|委托诉讼代理人：|三原告共同|上诉人（原审被告）|被上诉人（一审原告）|再审申请人|申请执行人
买卖合同纠纷一案，|本院于2018年2月30日立案后|，依法适用简易程序|公开开庭|经传票传唤|未到庭参加诉讼|向本院提出诉讼请求：1.|；2.
判令被告|支付货款10000元|及利息（以10000元为基数，|自2019年1月1日起|按年利率24%|计算至实际付清之日止）|诉讼费由|辩称，|反诉请求：
变更诉讼请求为|医疗费100元、|误工费30天×100元/天=|合计|本院认为，|依照《中华人民共和国民法典》第五百七十七条|之规定，|判决如下：|裁定如下：
达成如下协议：|一、|二、|驳回|甲大川|乙公司|于本判决生效之日起十日内|给付|连带责任|的其他诉讼请求|撤销|本院（2017）云0199民初9号民事判决
案件受理费50元，|减半收取|25元，|由被告负担|，退还|保全费|加倍支付迟延履行期间的债务利息|如不服本判决|十五日内|上诉于|本判决为终审判决
审判员|执行员|代理审判员丁某|二〇一九年三月四日|书记员|称，|请求|查明
执行标的|终结本次执行程序|。|，|；|：|（|）|“|”|<|>|《|》| |\u200b
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


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.txt")), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_every_fact_of_the_examples_quotes_its_text(path: Path) -> None:
    assert_readable(path.read_bytes().decode("utf-8", "replace"))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_shuffled_pieces_of_judgments_are_read(text: str) -> None:
    assert_readable(text)


@settings(max_examples=250, deadline=None)
@given(st.lists(st.sampled_from(CIVIL_PIECES), max_size=80).map("".join))
def test_shuffled_pieces_of_civil_papers_are_read(text: str) -> None:
    assert_readable(text)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(CIVIL_PAPERS), st.data())
def test_a_civil_paper_cut_flattened_or_spoilt_is_read(path: Path, data: st.DataObject) -> None:
    text = path.read_bytes().decode("utf-8", "replace")
    if data.draw(st.booleans()):
        text = "".join(text.split())
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    if end - start > len(text) // 3:
        start, end = end, end + 3
    assert_readable(text[:start] + data.draw(st.text(max_size=8)) + text[end:])


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
