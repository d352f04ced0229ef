"""Items and verdicts, on sentences written for this test."""

from __future__ import annotations

import pytest

from anjian.documents import read
from anjian.documents.judgment import Judgment


def decided(words: str) -> Judgment:
    return read(
        "青山市中级人民法院 刑事判决书 （2019）青01刑终7号 上诉人（原审被告人）甲大川，男。 "
        "本院认为，上诉理由成立。依照《中华人民共和国刑事诉讼法》第二百三十六条之规定，判决如下： " + words +
        " 本判决为终审判决。 审判长乙小河 二〇一九年三月一日 书记员丙"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("一、甲事。二、乙事；三、丙事。", [1, 2, 3]),
        ("1.甲事。2.乙事。", [1, 2]),
        ("（一）甲事。（二）乙事。", [1, 2]),
        ("甲事。", [None]),
        ("一、撤销第二、三、四项。二、乙事。", [1, 2]),
        ("撤销原判；二、乙事。", [None, 2]),
    ],
)
def test_items(words: str, numbers: list[int | None]) -> None:
    assert [i.number for i in decided(words).items] == numbers


def test_item_span() -> None:
    j = decided("一、甲事。二、乙事。")
    assert [j.quote(i).strip() for i in j.items] == ["一、甲事。", "二、乙事。"]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("驳回上诉，维持原判。", ["驳回上诉", "维持"]),
        ("驳回抗诉、上诉，维持原判。", ["驳回上诉", "维持"]),
        ("准许上诉人甲大川撤回上诉。", ["准许撤回上诉"]),
        ("一、撤销青山县人民法院（2018）青0101刑初3号刑事判决；二、发回青山县人民法院重新审判。", ["撤销", "发回重审"]),
        (
            "一、撤销青山县人民法院（2018）青0101刑初3号刑事判决；二、上诉人甲大川犯盗窃罪，判处拘役三个月。",
            ["撤销", "改判"],
        ),
        ("对罪犯甲大川减去有期徒刑八个月。", ["减刑"]),
        ("一、撤销青山县人民法院（2018）青0101刑初3号刑事判决对甲大川宣告的缓刑。", ["撤销缓刑"]),
        ("被告人甲大川犯盗窃罪，判处拘役三个月。", []),
    ],
)
def test_verdicts(words: str, kinds: list[str]) -> None:
    assert [v.kind for v in decided(words).verdicts] == kinds


def test_no_disposition() -> None:
    assert read("").items == ()
    assert read("随便写的一段话").verdicts == ()
