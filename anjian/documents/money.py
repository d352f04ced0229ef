"""Amounts of money: 5000.00元, 3.2万元, 2，000元, 壹万贰仟元, each with the word that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from .model import Amount
from .numerals import HAN, decimal, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_DIGITS = r"(?<![0-9.,，])(?:[0-9]{1,3}(?:[,，][0-9]{3})++|[0-9]++)(?:\.[0-9]++)?|(?<=[，,])[0-9]++(?:\.[0-9]++)?"
_AMOUNT = re.compile(
    rf"(?:(?P<digits>{_DIGITS})(?:余|多)?(?P<scale>[十百千]?[万亿]|[百千])?|(?P<han>(?<![{HAN}])[{HAN}]++))"
    r"(?:余|多|来)?[元圆](?!月|旦|素|件|凶)(?:(?P<jiao>[0-9一二三四五六七八九])角)?(?:(?P<fen>[0-9一二三四五六七八九])分)?"
)
_SCALE = {"十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11,
          "万": 10_000, "亿": 10**8, "百": 100, "千": 1000}  # fmt: skip
_LABEL = re.compile(
    r"(共计|合计|总计|总额|总价|罚金|罚款|退赔|退缴|退还|赔偿|违法所得|赃款|毒资|现金|价值|价格|金额|数额|本金|利息|违约金|"
    r"赔偿金|抚慰金|保证金|定金|经济损失|损失|货款|借款|工程款|欠款|房款|案件受理费|受理费|保全费|医疗费|误工费|护理费|营养费|"
    r"交通费|鉴定费|丧葬费|伙食补助费|生活费|律师费|公告费|好处费|共|合)(?:为|计|约|各)*(?:人民币)?[￥¥]?$"
)
_UNIT = re.compile("[元圆]")
_LABEL_WINDOW = 14
_AMOUNT_WINDOW = 28
_BEFORE = frozenset("0123456789余多来" + HAN)


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in plain indexes, in yuan."""

    start: int
    end: int
    value: Decimal
    text: str


def read_amounts(j: Judgment) -> tuple[Amount, ...]:
    """Every amount in 元 of the document, in order; foreign money and masked amounts are left out."""
    found = []
    for s in scan(j.plain):
        label = _LABEL.search(j.plain, max(0, s.start - _LABEL_WINDOW), s.start)
        found.append(Amount(*j.span(s.start, s.end), value=s.value, text=s.text, label=label[1] if label else None))
    return tuple(found)


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Sum]:
    """The amounts in text[start:end], in order."""
    last = start
    for m in _matches(text, start, len(text) if end is None else end):
        value = _value(m)
        if value is not None and m.start() >= last:
            yield Sum(m.start(), m.end(), value, m[0])
            last = m.end()


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The amounts, each found from its 元; one longer than the window is no amount."""
    for anchor in _UNIT.finditer(text, start, end):
        at = anchor.start()
        if at and text[at - 1] in _BEFORE:
            for m in _AMOUNT.finditer(text, max(start, at - _AMOUNT_WINDOW), min(at + 5, end)):
                if m.start() < at < m.end():
                    yield m


def _value(m: re.Match[str]) -> Decimal | None:
    base = decimal(m["digits"] or m["han"])
    if base is None:
        return None
    small = Decimal(whole(m["jiao"]) or 0) / 10 if m["jiao"] else Decimal(0)
    small += Decimal(whole(m["fen"]) or 0) / 100 if m["fen"] else Decimal(0)
    return base * _SCALE.get(m["scale"] or "", 1) + small
