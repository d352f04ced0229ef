"""Sums told as days at a daily rate (每天50元，共20天，计1000元) or as a share of a loss (72000元×70%=50400元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.numerals import decimal

from .figures import CENT, money

_N = r"[0-9]{1,9}(?:[,，][0-9]{3}(?![0-9]))*(?:\.[0-9]{1,4})?"


def _sum(name: str) -> str:
    """The pattern of a sum of money, its number and its 万 under a name."""
    return rf"(?:人民币)?[¥￥]?(?P<{name}>{_N})(?P<{name}_scale>万)?元"


_STATED, _BASE, _ANY = _sum("stated"), _sum("base"), _sum("sum")
_IS = r"[，、]?(?:共计|合计|总计|计算为|计款|应为|[计为即共是=＝])"
_RATE = (
    rf"(?:(?:每[天日]|[天日]均)(?:按照?|为|补助)?(?P<rate>{_N})元(?![/／每])"
    rf"|(?<![0-9.,，])(?P<rate2>{_N})元(?:[/／每][天日])(?![/／每·]))"
)
#: Some of these words stands in every sum by the day.
_DAILY = anchors("每天", "每日", "天均", "日均", "元/天", "元/日", "元／天", "元／日")
_DAYS = r"(?<![0-9.月第近至到起—-])(?P<days>[0-9]{1,4})[天日](?!起|至|止|前|后|内|上|下|凌|[0-9])"
#: Between a rate and its days: words that bring in no other number, person or share.
_FILL = r"(?:的?标准|[，、（]|住院|护理|误工|营养|计算|共计?|时间|期限?|期间|以|按照?|计|为|乘以?|给予|补助|支持)*+"
_BY_RATE = re.compile(rf"{_RATE}{_FILL}{_DAYS}）?{_IS}{_STATED}")
_BY_DAYS = re.compile(rf"{_DAYS}{_FILL}{_RATE}(?:的?标准)?(?:计算)?{_IS}{_STATED}")
_TIMES = r"[×xX*＊✕]"
_SHARE = r"(?P<share>[0-9]{1,2}(?:\.[0-9]{1,2})?)%"
_FREE = r"(?<![-+＋－×xX*＊÷/（\[(0-9.,，¥￥])"
_PRODUCT = re.compile(rf"{_FREE}{_BASE}{_TIMES}{_SHARE}(?:，?[=＝为计即])+{_STATED}(?![×xX*＊÷/])")
_BRACKETED = re.compile(rf"{_STATED}（(?:即|[^（）0-9×+＋-]{{0,8}}(?=[0-9]))?{_BASE}{_TIMES}{_SHARE}）")
_BEARS = r"(?:承担|负担|赔偿)"
_LIABILITY = r"(?:的|赔偿|民事|过错|次要|主要|同等|责任|比例)*+"
_PORTION = re.compile(
    rf"{_BASE}(?:的|，?[^，。；0-9元日天月年期息]{{0,20}}(?:{_BEARS}(?:其中)?的?|按照?)){_SHARE}{_LIABILITY}{_BEARS}?{_LIABILITY}"
    rf"[，（]?[即计为]为?{_STATED}"
)
#: What stands before the number of every share, and of those the signs of a product.
_SHARES = re.compile(r"[的担偿中按照×xX*＊✕](?=[0-9]{1,2}(?:\.[0-9]{1,2})?%)")
_SIGNS = "×xX*＊✕"
_DAY_COUNT = re.compile(r"(?<![0-9.月])([0-9]{1,4})[天日]")
_A_DAY = re.compile(r"每[天日]|[天日]均|元[/／每][天日]")
_WHOLE = re.compile(rf"[共合总]计{_ANY}$")
_PERSONS = re.compile(r"([0-9]{1,2})[人名位]|[二两三四五六]人")
_MONEY = re.compile(_ANY)
_VAGUE = re.compile(r"约|余|左右|折算|扣除|减去|另|调整|酌[情减]|限额|[0-9]个?月")
#: Persons left unsaid, and shares among several who pay or are paid.
_FEW = tuple(Decimal(n) for n in (2, 3, 4, 5, 6))
_MOST = 8
#: How far a sentence is read before and behind a formula, in characters.
_REACH = 300


class Product(Struct, frozen=True):
    """A formula in plain indexes, what it makes and what the document states, yuan."""

    start: int
    end: int
    formula: str
    made: Decimal
    stated: Decimal


def may_tell(judgment: Judgment) -> bool:
    """Whether any formula can stand in a document."""
    return "%" in judgment.plain or judgment.has(_DAILY)


def wrong_products(judgment: Judgment, start: int, end: int) -> Iterator[Product]:
    """The formulas of a plain stretch that do not make the sum stated and have no other reading."""
    text = judgment.plain
    for pattern in (_BY_RATE, _BY_DAYS) if judgment.spots(_DAILY, start, end) else ():
        for m in pattern.finditer(text, start, end):
            yield from _daily(text, m, start, end)
    shares = _SHARES.findall(text, start, end) if text.find("%", start, end) >= 0 else ()
    multiplied = (_PRODUCT, _BRACKETED) if any(before in _SIGNS for before in shares) else ()
    portions = (_PORTION,) if any(before not in _SIGNS for before in shares) else ()
    for pattern in (*multiplied, *portions):
        for m in pattern.finditer(text, start, end):
            yield from _shared(text, m, start, end)


def _daily(text: str, m: re.Match[str], floor: int, ceiling: int) -> Iterator[Product]:
    rate, days, stated = decimal(m["rate"] or m["rate2"]), decimal(m["days"]), _value(m, "stated")
    if not rate or not days or not stated:
        return
    sentence = _sentence(text, m, floor, ceiling)
    if "%" in sentence or _PERSONS.search(sentence) or _VAGUE.search(sentence):
        return
    if _WHOLE.search(m[0]) and len(_A_DAY.findall(sentence)) > len(_A_DAY.findall(m[0])):
        return  # the total of several items
    made = rate * days
    loose = _rounding(rate, days) + max(CENT, _step(m, "stated", made))
    counts = {Decimal(n) for n in _DAY_COUNT.findall(sentence)}
    if len(counts) > _MOST:
        return
    readings = {made * n for n in (Decimal(1), *_FEW)} | {rate * n for n in _sums(counts)}
    if any(abs(one - stated) <= loose for one in readings) or _left_over(sentence.replace(m[0], ""), made, stated):
        return
    yield Product(*m.span(), f"{money(rate)}×{money(days)}", made, stated)


def _rounding(rate: Decimal, days: Decimal) -> Decimal:
    """How far the product may be off because the rate told is itself rounded."""
    if rate % 1:
        return days * CENT / 2
    return Decimal(0) if rate % 5 == 0 else days / 2


def _shared(text: str, m: re.Match[str], floor: int, ceiling: int) -> Iterator[Product]:
    base, share, stated = _value(m, "base"), decimal(m["share"]), _value(m, "stated")
    if not base or not share or not stated:
        return
    made = base * share / 100
    loose = max(CENT, _step(m, "stated", made))
    sentence = _sentence(text, m, floor, ceiling)
    others = {v for v in (_value(n, "sum") for n in _MONEY.finditer(sentence)) if v}
    readings = {made} | {made / n for n in _FEW}
    if m.re is _PORTION:
        if _VAGUE.search(sentence) or len(others) > _MOST:
            return
        readings |= {s * share / 100 for s in _sums(others)} | {base - made}
    if any(abs(one - stated) <= loose for one in readings) or _left_over(sentence.replace(m[0], ""), made, stated):
        return
    yield Product(*m.span(), f"{money(base)}×{m['share']}%", made, stated)


def _value(m: re.Match[str], name: str) -> Decimal | None:
    value = decimal(m[name])
    return value * 10_000 if value is not None and m[f"{name}_scale"] else value


def _step(m: re.Match[str], name: str, made: Decimal) -> Decimal:
    """How coarse the stated sum is: to the yuan where it is whole and the product is not."""
    if m[f"{name}_scale"]:
        return Decimal(100)
    return Decimal(1) if made % 1 and "." not in m[name] else Decimal("0.05") if made % CENT else CENT


def _sentence(text: str, m: re.Match[str], floor: int, ceiling: int) -> str:
    floor, ceiling = max(floor, m.start() - _REACH), min(ceiling, m.end() + _REACH)
    start = max(floor, *(text.rfind(mark, floor, m.start()) + 1 for mark in "。；"))
    ends = [i for i in (text.find(mark, m.end(), ceiling) for mark in "。；") if i >= 0]
    return text[start : min(ends, default=ceiling)]


def _sums(parts: set[Decimal]) -> set[Decimal]:
    """Every sum of some of the parts, and every difference of two."""
    sums = {Decimal(0)}
    for part in parts:
        sums |= {s + part for s in sums}
    return sums | {a - b for a in parts for b in parts if a > b}


def _left_over(sentence: str, made: Decimal, stated: Decimal) -> bool:
    """Whether a sum outside the formula is the difference: what was paid, what comes on top."""
    values = [v for v in (_value(n, "sum") for n in _MONEY.finditer(sentence)) if v]
    return any(abs(abs(made - stated) - v) <= 1 for v in values)
