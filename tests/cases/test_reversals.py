"""Why a decision was reversed, in the reviewing court's own words."""

from __future__ import annotations

import pytest

from anjian.cases.reversals import reversal
from anjian.documents import read
from tests.cases import made


def causes(reasoning: str) -> list[tuple[str, str]]:
    text = made.second().replace("原判认定事实不清，证据不足。", reasoning)
    found = reversal(read(text))
    assert found is not None
    assert found.kind == "发回重审"
    for cause in found.causes:
        assert text[cause.mark.start : cause.mark.end] == cause.mark.words
    return [(c.kind, c.mark.words) for c in found.causes]


@pytest.mark.parametrize(
    ("reasoning", "kind", "words"),
    [
        ("原判认定事实不清。", "事实不清", "认定事实不清"),
        ("原判定性错误。", "法律适用", "定性错误"),
        ("原审法院违反法定诉讼程序，应予纠正。", "程序", "违反法定诉讼程序"),
        ("二审期间出现新的证据。", "新证据", "二审期间出现新的证据"),
        ("原判量刑过重。", "量刑", "量刑过重"),
        ("可以对上诉人适用缓刑。", "量刑", "适用缓刑"),
        ("本案应当发回。", "其他", "发回清溪县人民法院重新审判"),
    ],
)
def test_each_kind(reasoning: str, kind: str, words: str) -> None:
    assert causes(reasoning) == [(kind, words)]


def test_what_a_party_says_is_not_the_courts_word() -> None:
    said = "上诉人提出原判适用法律错误的意见，不能成立。原判证据不足。"
    assert causes(said) == [("事实不清", "证据不足")]
    assert causes("关于“原审程序违法”的意见属实。原判证据不足。") == [("事实不清", "证据不足")]
    assert causes("原判不存在违反法定程序。原判证据不足。") == [("事实不清", "证据不足")]


def test_several_causes_and_another_penalty_follows_from_them() -> None:
    assert [kind for kind, _ in causes("原判事实不清，适用法律错误，量刑不当。")] == ["事实不清", "法律适用"]


def test_no_reversal_no_cause() -> None:
    assert reversal(read(made.second(remands=False))) is None
    assert reversal(read(made.first())) is None
    assert reversal(read("")) is None
