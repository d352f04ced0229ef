"""Clauses of interest, on dispositions written for this test."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from anjian.documents.model_civil import Interest
from anjian.documents.rates import rates, references

from .invented import with_items


def clauses(words: str) -> list[Interest]:
    j = with_items(f"一、{words}；\n二、驳回原告张三的其他诉讼请求。")
    return [c for c in j.interest if c.section == "disposition"]


@pytest.mark.parametrize(
    ("words", "yearly"),
    [
        ("年利率24%", "24"), ("月利率2%", "24"), ("月利率20‰", "24"), ("月息2分", "24"), ("月息二分", "24"),
        ("年息一分", "10"), ("日万分之五", "18.25"), ("按每日千分之一", "36.5"), ("年利率百分之十五点四", "15.4"),
        ("月息8厘", "9.6"), ("24%/年", "24"), ("按日0.05%", "18.25"), ("按月2%", "24"),
    ],
)  # fmt: skip
def test_rates(words: str, yearly: str) -> None:
    text = f"利息{words}计算"
    assert [r.yearly for r in rates(text, 0, len(text))] == [Decimal(yearly)]


@pytest.mark.parametrize("words", ["2019年8月", "每月2700元", "利率为2%", "2分钟", "第24条", "按月利率的150%"])
def test_no_rate(words: str) -> None:
    assert list(rates(words, 0, len(words))) == []


@pytest.mark.parametrize(
    ("words", "name", "multiple"),
    [
        ("按全国银行间同业拆借中心公布的一年期贷款市场报价利率的四倍计算", "LPR", "4"),
        ("按照LPR的1.3倍", "LPR", "1.3"),
        ("按中国人民银行同期同类贷款基准利率上浮50%计算", "贷款基准利率", "1.5"),
        ("按银行同期贷款利率计算", "同期贷款利率", None),
        ("按中国人民银行公布的同期逾期贷款利率计算", "逾期贷款利率", None),
    ],
)
def test_references(words: str, name: str, multiple: str | None) -> None:
    (found,) = references(words, 0, len(words))
    assert (found.name, found.multiple) == (name, Decimal(multiple) if multiple else None)


def test_a_clause_in_full() -> None:
    (c,) = clauses("被告李四归还原告张三借款本金80000元及利息（按年利率24%自2012年9月20日起计算至还清之日止）")
    assert (c.label, c.base, c.rate, c.to_payment, c.item) == ("利息", Decimal(80000), Decimal(24), True, 1)
    assert c.begin is not None
    assert c.begin.value == date(2012, 9, 20)
    assert c.finish is None


def test_two_periods_share_the_base() -> None:
    first, second = clauses(
        "被告李四给付原告张三货款80000元及利息（以80000元为基数，自2018年1月1日起至2019年8月19日止，按照中国人民银行同期"
        "同类贷款基准利率计算；自2019年8月20日起至实际付清之日止，按照一年期贷款市场报价利率计算）"
    )
    assert (first.base, second.base) == (Decimal(80000), Decimal(80000))
    assert (first.reference, second.reference) == ("贷款基准利率", "LPR")
    assert first.finish is not None
    assert first.finish.value == date(2019, 8, 19)
    assert (first.to_payment, second.to_payment) == (False, True)


def test_two_bases_share_the_rate() -> None:
    first, second = clauses(
        "被告李四支付原告张三利息，以20000元为基数自2018年5月1日起，以30000元为基数自2018年6月1日起，均按年利率6%计算至付清之日止"
    )
    assert [(c.base, c.rate) for c in (first, second)] == [(Decimal(20000), Decimal(6)), (Decimal(30000), Decimal(6))]


def test_a_sum_told_and_what_runs_on() -> None:
    told, running = clauses(
        "被告李四归还原告张三借款100000元及利息12000元（计算至2019年12月31日），并支付以100000元为基数自2020年1月1日起按月息1分"
        "计算至实际清偿之日止的利息"
    )
    assert (told.stated, told.rate) == (Decimal(12000), None)
    assert (running.stated, running.rate, running.to_payment) == (None, Decimal(12), True)


def test_bare_interest_and_events() -> None:
    (bare,) = clauses("被告李四偿还原告张三借款100000元及利息")
    assert (bare.base, bare.rate, bare.reference, bare.begin_words) == (Decimal(100000), None, None, None)
    (event,) = clauses(
        "被告李四返还原告张三房款20万元及利息（自起诉之日起至判决确定的履行期限届满之日止，按银行同期贷款利率计算）"
    )
    assert (event.begin, event.begin_words) == (None, "起诉")
    assert event.finish_words == "判决确定的履行期限届满之日"
    assert not event.to_payment


def test_bounds_and_the_notice_are_no_clauses() -> None:
    j = with_items("一、被告李四归还原告张三借款5元。\n如果未按期履行，应当加倍支付迟延履行期间的债务利息。")
    assert [c for c in j.interest if c.section == "disposition"] == []
    (capped,) = clauses("被告李四支付原告张三利息（按年利率6%自2020年1月1日起计算至付清之日止，以不超过年利率24%为限）")
    assert capped.rate == Decimal(6)


def test_a_base_written_with_a_full_width_comma() -> None:
    (clause,) = clauses(
        "被告李四偿还原告张三借款的利息（以人民币291，000元为本金，自2018年1月1日起按年利率6%计算至清偿之日止）"
    )
    assert clause.base == 291_000
