"""Amounts of money: 5000.00元, 3.2万元, 2，000元, 壹万贰仟元, each with the word that names it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .lazy import once
from .model import Amount
from .numerals import HAN, decimal, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_DIGITS = r"(?<![0-9.,，])(?:[0-9]{1,3}(?:[,，][0-9]{3})++|[0-9]++)(?:\.[0-9]++)?|(?<=[，,])[0-9]++(?:\.[0-9]++)?"
_AMOUNT = re.compile(
    rf"(?:(?P<digits>{_DIGITS})(?:余|多)?(?P<scale>[十百千]?[万亿]|[百千])?|(?P<han>(?<![{HAN}])[{HAN}]++))"
    r"(?:余|多|来)?[元圆](?!月|旦|素|件|凶)(?:(?P<jiao>[0-9一二三四五六七八九])角)?(?:(?P<fen>[0-9一二三四五六七八九])分)?"
)
#: 元 begins another word: 元月, 元旦.
_OTHER_WORDS = frozenset("月旦素件凶")
_SMALL = frozenset("角分")
_SCALE = {"十万": 100_000, "百万": 1_000_000, "千万": 10_000_000, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11,
          "万": 10_000, "亿": 10**8, "百": 100, "千": 1000}  # fmt: skip
_LABELS = frozenset((
    "共计", "合计", "总计", "总额", "总价", "罚金", "罚款", "退赔", "退缴", "退还", "赔偿", "违法所得", "赃款", "毒资",
    "现金", "价值", "价格", "金额", "数额", "本金", "利息", "违约金", "赔偿金", "抚慰金", "保证金", "定金", "经济损失",
    "损失", "货款", "借款", "工程款", "欠款", "房款", "案件受理费", "受理费", "保全费", "医疗费", "误工费", "护理费",
    "营养费", "交通费", "鉴定费", "丧葬费", "伙食补助费", "生活费", "律师费", "公告费", "好处费", "共", "合",
))  # fmt: skip
#: What makes a label together with a 计 behind it, of which there may be another: 共计计.
_SUMMED = frozenset("共合总")
_LABEL_ENDS = frozenset(label[-1] for label in _LABELS)
#: The last character of a label with what may stand between it and the amount.
_BEFORE_AMOUNT = _LABEL_ENDS | frozenset("为计约各币￥¥")
_LABEL_LENGTHS = sorted({len(label) for label in _LABELS}, reverse=True)
_LABEL_WINDOW = 14
_AMOUNT_WINDOW = 28
#: The characters that may stand in an amount before its 元, and those right before it.
_WITHIN = "0123456789,，.余多来" + HAN
_NUMBER = frozenset(_WITHIN)
_BEFORE = frozenset("0123456789余多来" + HAN)


class Sum(NamedTuple):
    """An amount in plain indexes, in yuan."""

    start: int
    end: int
    value: Decimal
    text: str


def read_amounts(j: Judgment) -> tuple[Amount, ...]:
    """Every amount in 元 of the document, in order; foreign money and masked amounts are left out."""
    plain, span = j.plain, j.source.span
    return tuple(
        [
            Amount(*span(start, end), value=value, text=text, label=_label(plain, start))
            for start, end, value, text in sums(j)
        ]
    )


@once
def sums(j: Judgment) -> list[Sum]:
    """Every amount of the document in plain indexes, in order."""
    return list(scan(j.plain))


def sums_between(j: Judgment, start: int, end: int) -> list[Sum]:
    """The same as `scan` of a plain stretch, taken from the amounts of the whole document."""
    text, known = j.plain, sums(j)
    first, last = bisect_left(known, (start,)), bisect_left(known, (end,))
    cut = (first and known[first - 1].end > start) or (last and known[last - 1].end > end)
    if cut or text[start - 1 : start] in _NUMBER or text[end : end + 1] in _OTHER_WORDS:
        return list(scan(text, start, end))  # something of an amount stands on both sides of a border
    return known[first:last]


def _label(text: str, at: int) -> str | None:
    """The label that ends right before an amount, or with 为, 约, 人民币 and their like between."""
    if text[at - 1 : at] not in _BEFORE_AMOUNT:
        return None
    before = text[max(0, at - _LABEL_WINDOW) : at]
    before = before.removesuffix("￥") if before[-1:] == "￥" else before.removesuffix("¥")
    bare = before.removesuffix("人民币").rstrip("为计约各")
    if bare[-1:] in _SUMMED and before.startswith("计", len(bare)):
        return bare[-1:] + "计"
    if bare[-1:] not in _LABEL_ENDS:
        return None
    return next((bare[-n:] for n in _LABEL_LENGTHS if bare[-n:] in _LABELS), None)


def scan(text: str, start: int = 0, end: int | None = None) -> Iterator[Sum]:
    """The amounts in text[start:end], in order."""
    return map(Sum._make, _found(text, start, len(text) if end is None else end))


def _found(text: str, start: int, end: int) -> list[tuple[int, int, Decimal, str]]:
    """The amounts of `scan` as plain tuples, each found from its 元; one longer than the window is no amount."""
    out = []
    last = start
    for at in _units(text, start, end):
        begin = at - _AMOUNT_WINDOW
        before = text[begin if begin > start else start : at]
        run = before[len(before.rstrip(_WITHIN)) :]
        if text[at + 2 : at + 3] in _SMALL or len(run) == len(before) or at + 5 > end:
            m = _AMOUNT.search(text, at - len(run), min(at + 5, end))
            found = (at - m.start(), m.end() - at, _value(m)) if m and m.start() < at else None
        else:
            found = None if text[at + 1] in _OTHER_WORDS else _read(run)
        if found and found[2] is not None and at - found[0] >= last:
            begin, last = at - found[0], at + found[1]
            out.append((begin, last, found[2], text[begin:last]))
    return out


def _units(text: str, start: int, end: int) -> list[int]:
    """Where a 元 or 圆 stands behind a number, in order."""
    found = []
    for unit in "元圆":
        at = text.find(unit, start, end)
        while at >= 0:
            if at and text[at - 1] in _BEFORE:
                found.append(at)
            at = text.find(unit, at + 1, end)
    return sorted(found)


@lru_cache(maxsize=4096)
def _read(run: str) -> tuple[int, int, Decimal | None] | None:
    """(characters before its 元, 元 and what follows, value) of the amount at the end of a number."""
    m = _AMOUNT.search(run + "元")
    return (len(run) - m.start(), 1, _value(m)) if m else None


def _value(m: re.Match[str]) -> Decimal | None:
    base = decimal(m["digits"] or m["han"])
    if base is None:
        return None
    small = Decimal(whole(m["jiao"]) or 0) / 10 if m["jiao"] else Decimal(0)
    small += Decimal(whole(m["fen"]) or 0) / 100 if m["fen"] else Decimal(0)
    return base * _SCALE.get(m["scale"] or "", 1) + small
