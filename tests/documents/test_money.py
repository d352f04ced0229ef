"""Amounts of money, on sentences written for this test."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from anjian.documents import read


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("退赔人民币5000.00元", "5000"), ("价值3.2万元", "32000"), ("共计2，000元", "2000"), ("壹万贰仟元整", "12000"),
        ("三十五万元", "350000"), ("货款1，234，567.89元", "1234567.89"), ("三元五角", "3.5"),
        ("车费12元5角3分", "12.53"),
        ("价值人民币120余元", "120"), ("约三千余元", "3000"), ("投资2亿元", "200000000"), ("欠款3千元", "3000"),
    ],
)  # fmt: skip
def test_amounts(words: str, value: str) -> None:
    (amount,) = read(words).amounts
    assert amount.value == Decimal(value)


def test_span_and_label() -> None:
    j = read("被告人赔偿医疗费人民币1，200元，各项损失共计3万元。")
    first, second = j.amounts
    assert (j.quote(first), first.label) == ("1，200元", "医疗费")
    assert (second.label, second.value) == ("共计", Decimal(30000))


def test_not_money() -> None:
    assert read("住3单元201室，2012年一元月租，5000美元，××元，二十元件").amounts == ()


def test_long_digits_stay_linear() -> None:
    start = time.perf_counter()
    _ = read("1" * 60_000 + "，1" * 30_000 + "一" * 60_000).amounts
    assert time.perf_counter() - start < 2
