"""Items of damages, their formulas and totals, on dispositions written for this test."""

from __future__ import annotations

from decimal import Decimal

import pytest

from anjian.documents.model_civil import Damage

from .invented import with_items


def damages(words: str) -> list[Damage]:
    return list(with_items(f"一、被告李四赔偿原告张三{words}；\n二、驳回原告张三的其他诉讼请求。").damages)


def rows(words: str) -> list[tuple[str, str, list[str]]]:
    return [(d.item, str(d.amount), [str(f) for f in d.factors]) for d in damages(words)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("护理费6000元（60天×100元/天）、交通费500元，合计6500元",
         [("护理费", "6000", ["60", "100"]), ("交通费", "500", []), ("合计", "6500", [])]),
        ("误工费120元/天×90天=10800元，营养费30元×60天=1800元，共计12600元",
         [("误工费", "10800", ["120", "90"]), ("营养费", "1800", ["30", "60"]), ("合计", "12600", [])]),
        ("残疾赔偿金43834元×20年×10%计87668元，旅店休息费30元，以上合计87698元",
         [("残疾赔偿金", "87668", ["43834", "20", "0.10"]), ("旅店休息费", "30", []), ("合计", "87698", [])]),
        ("医疗费、误工费、护理费共计30883.57元", []),
    ],
)  # fmt: skip
def test_lists(words: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert rows(words) == expected


def test_an_item_worked_out_in_sentences() -> None:
    j = with_items(
        "一、被告李四赔偿原告张三损失：（一）营养费：按照15元/天的标准，住院20天，可计营养费为300元。（二）误工费：张三系农民，按照年"
        "平均工资20732元/年计算。时间按90天。可计误工费为5112元。以上损失共计5412元。"
    )
    found = [(d.item, d.amount, d.factors) for d in j.damages]
    assert found[0] == ("营养费", Decimal(300), (Decimal(15), Decimal(20)))
    assert found[1][:2] == ("误工费", Decimal(5112))
    assert found[2][:2] == ("合计", Decimal(5412))


def test_what_the_court_corrects_counts() -> None:
    (d,) = damages("医疗费2718.70元，根据票据认定2517.5元")
    assert (d.amount, d.plain) == (Decimal("2517.5"), False)


def test_each_list_has_its_group_and_victim() -> None:
    found = damages("医疗费100元、交通费20元，合计120元。王五医疗费300元、交通费40元，合计340元")
    assert [d.group for d in found] == [0, 0, 0, 1, 1, 1]
    assert [d.victim for d in found if d.item == "医疗费"] == ["张三", "王五"]
