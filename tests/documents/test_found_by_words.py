"""Searches that start from words find what a search of the whole text would find."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from anjian.documents import Judgment, read, sections, sections_civil, signatures
from anjian.documents.anchors import anchors
from anjian.documents.model import Amount, Place

REGISTERED = anchors("决如", "审判长", "长李", "𠮷某", "本院认为", "认为", "丅人", "认为本")
#: What the patterns of the parts are made of, to be shuffled into nonsense.
PIECES = """
本院|经|依法|审查|审理|后|认为|查明|确认|认定|：|，|。|；|的|案件|事实|以下|庭审|法庭|二审|公开|开庭|已|现已|本案已|审理终结|审查完毕
公诉机关|检察院|检察机关|自诉人|起诉书|经审查|起诉|提起公诉|书|指控|诉称|称|原审|原判|判决|法院|一审|人民法院
被告人|上诉人|辩护人|张三|对|上述|无异议|没有异议|供认|辩称|辩解|提出|异议|在庭审|中|表示|辩护|意见|是|上诉|理由|请求
以上|前述|犯罪|为证实|支持|其|证实|提供|的证据|代理|审判员|审判长|人民陪审员|陪审员|副|院长|书记员|（代）|助理|速录员
判决如下|如下|作如下判决|发出如下支付令|达成|了|调解|协议|裁定| |甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸
""".replace("\n", "|").split("|")  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


@given(st.text(alphabet="决如审判长李𠮷某本院认为丅人\ud800，", max_size=60))
def test_words_are_found_where_they_stand(text: str) -> None:
    judgment = read(text)
    plain = judgment.plain
    expected = [at for at in range(len(plain)) if any(plain.startswith(word, at) for word in REGISTERED.words)]
    assert judgment.spots(REGISTERED) == expected
    assert judgment.spots(REGISTERED, 3, 20) == [at for at in expected if 3 <= at < 20]
    assert judgment.has(REGISTERED) == bool(expected)


def starts(pattern: re.Pattern[str], judgment: Judgment) -> list[int]:
    return [m.start() for m in pattern.finditer(judgment.plain)]


#: Each pattern with the reader that looks for it from its words.
Reader = Callable[[Judgment, int, int], Iterator[int]]
BODY: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (sections._LOWER, sections._lower),
    (sections._CHARGE, sections._charge),
    (sections._DEFENCE, sections._defence),
    (sections._FINDINGS, sections._findings),
    (sections._EVIDENCE, sections._evidence),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_parts_begin_where_a_whole_search_finds_them(text: str) -> None:
    judgment = read(text)
    for pattern, reader in BODY:
        assert list(reader(judgment, 0, len(judgment.plain))) == starts(pattern, judgment)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_lines_of_the_course_begin_where_a_whole_search_finds_them(text: str) -> None:
    judgment = read(text)
    whole = re.compile(rf"[^。；：]{{0,40}}?(?:{sections._COMES.pattern})")
    assert list(sections._course_lines(judgment.plain, 0, len(judgment.plain))) == starts(whole, judgment)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_roles_and_the_result_are_found(text: str) -> None:
    judgment = read(text)
    start, end = signatures._block(judgment)
    roles = [m.start() for m in signatures._ROLE.finditer(judgment.plain, start, end)]
    assert [role[0] for role in signatures._roles(judgment)] == roles
    openings = [m.start() for m in sections_civil._OTHER_OPENING.finditer(judgment.plain)]
    found = sections_civil._opening(judgment)
    assert found is None or not openings or found.start() >= openings[-1]


def test_facts_are_frozen_values() -> None:
    amount = Amount(1, 5, value=3, text="三元", label=None)  # type: ignore[arg-type]
    assert amount == replace(amount, text="三元") == pickle.loads(pickle.dumps(amount))
    assert hash(amount) == hash(replace(amount))
    assert repr(Place(1, 2)) == "Place(start=1, end=2)"
    with pytest.raises(AttributeError):
        amount.text = "四元"  # type: ignore[misc]
    with pytest.raises(TypeError):
        Amount(1, 5, value=3)  # type: ignore[call-arg, arg-type]
