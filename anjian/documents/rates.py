"""Rates of interest as courts write them: 年利率24%, 月息2分, 日万分之五, 一年期贷款市场报价利率四倍."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from msgspec import Struct

from .numerals import DIGITS, HAN, decimal

_PERIODS = {"年": Decimal(1), "月": Decimal(12), "日": Decimal(365), "天": Decimal(365)}
_UNITS = {"%": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01")}
_PARTS = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_LINK = r"(?:为|按|是|以|之|的|计|：|（|约定|标准|利率|即|各|约|期内|收取|支付)*"
_RATE = re.compile(
    r"(?:(?<![0-9一二三四五六七八九十至同当])(?P<per>[年月日天])(?P<word>化?(?:利率|利息|息率|费率|息|利))?"
    rf"{_LINK}"
    rf"(?:(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<unit>[%‰‱分厘])(?!之)|(?P<part>[百千万])分之(?P<han>[{HAN}点0-9.]+)"
    rf"|(?P<words>[{HAN}点]+)(?P<small>[分厘])(?!之))"
    r"|(?P<number2>[0-9]+(?:\.[0-9]+)?)(?P<unit2>[%‰])(?:/|每|的)(?P<per2>[年月日天])(?:利率|息)?)"
)
_ANCHOR = re.compile(r"[%‰‱分厘]")
_LPR = r"(?:(?:一年期|1年期|同期|五年期以上|5年期以上)?贷款(?:市场报价|基础)利率(?:（LPR）)?|LPR)"
_REFERENCE = re.compile(
    rf"(?P<lpr>{_LPR})|(?P<bank>(?:中国人民银行|人民银行|人行|央行|银行业?|金融机构|国家)[^，。；0-9%]{{0,30}}?利率)"
    r"|(?P<bare>同期[^，。；0-9%]{0,12}?贷款[^，。；0-9%]{0,8}?利率)"
)
_MULTIPLE = re.compile(
    rf"(?:的|之)?(?:标准)?(?:的|之)?(?:(?P<times>[0-9]+(?:\.[0-9]+)?|[{HAN}]+(?:点[{HAN}]+)?)倍"
    r"|(?P<whole>1[0-9]{2})%|(?:上浮|加收|加计|加|提高|再加收)(?P<more>[0-9]+(?:\.[0-9]+)?)%|上浮百分之(?P<hmore>["
    rf"{HAN}]+))"
)
_BEFORE_MULTIPLE = re.compile(rf"(?P<times>[0-9.]+|[{HAN}]+)倍(?:的|于)?(?:中国)?$")


class Rate(Struct, frozen=True):
    """A fixed rate in plain indexes: per cent a year, and as written."""

    start: int
    end: int
    yearly: Decimal | None
    text: str


class Reference(Struct, frozen=True):
    """A floating rate in plain indexes: its name and the multiple of it that is due."""

    start: int
    end: int
    name: str
    multiple: Decimal | None


def rates(text: str, start: int, end: int) -> Iterator[Rate]:
    """Every fixed rate of text[start:end] that names its period, in order."""
    done = start
    for anchor in _ANCHOR.finditer(text, start, end):
        m = _RATE.search(text, max(done, anchor.start() - 24), min(anchor.end() + 12, end))
        if m and m.start() >= done and not _fraction(m) and not _of_a_rate(m):
            yield Rate(m.start(), m.end(), _yearly(m), m[0])
            done = m.end()


def _fraction(m: re.Match[str]) -> bool:
    """月2分 and the like are rates only where 息 or 利 says so."""
    return (m["unit"] in ("分", "厘") or bool(m["small"])) and not m["word"]


def _of_a_rate(m: re.Match[str]) -> bool:
    """利率的150% is a multiple of a rate."""
    value = number(m["number"] or "")
    return m["unit"] == "%" and value is not None and value >= 100


def _yearly(m: re.Match[str]) -> Decimal | None:
    periods = _PERIODS[m["per"] or m["per2"]]
    value = number(m["number"] or m["number2"] or m["han"] or m["words"])
    if value is None:
        return None
    if m["part"]:
        return value * _PARTS[m["part"]] * periods
    unit = m["unit"] or m["unit2"] or m["small"]
    if unit == "分":
        return value * (10 if m["per"] == "年" else periods)
    if unit == "厘":
        return value * (1 if m["per"] == "年" else periods / 10)
    return value * _UNITS[unit] * periods


def number(text: str) -> Decimal | None:
    """1.5, 二十四 or 一点七五; None when it is no number."""
    whole, point, part = text.rstrip(".").partition("点")
    value = decimal(whole)
    if value is None or not point:
        return value
    if part and all(c in DIGITS for c in part):
        try:
            return value + Decimal("0." + "".join(str(DIGITS[c]) for c in part))
        except InvalidOperation:
            return None
    return None


def references(text: str, start: int, end: int) -> Iterator[Reference]:
    """Every floating rate of text[start:end] with its multiple, in order."""
    if text.find("利率", start, end) < 0 and text.find("LPR", start, end) < 0:
        return
    for m in _REFERENCE.finditer(text, start, end):
        multiple = _MULTIPLE.search(text, m.end(), min(m.end() + 24, end))
        if multiple and not re.fullmatch(r"[^，。；]*", text[m.end() : multiple.start()]):
            multiple = None
        before = _BEFORE_MULTIPLE.search(text, max(start, m.start() - 8), m.start())
        value = _times(multiple) if multiple else number(before["times"]) if before else None
        yield Reference(m.start(), multiple.end() if multiple else m.end(), _name(m), value)


def _times(m: re.Match[str]) -> Decimal | None:
    if m["times"]:
        return number(m["times"])
    if m["whole"]:
        return Decimal(m["whole"]) / 100
    more = number(m["more"] or m["hmore"])
    return None if more is None else 1 + more / 100


def _name(m: re.Match[str]) -> str:
    if m["lpr"] or "报价" in m[0]:
        return "LPR"
    if "存款" in m[0]:
        return "存款利率"
    if "基准" in m[0]:
        return "贷款基准利率"
    return "逾期贷款利率" if "逾期" in m[0] or "罚息" in m[0] else "同期贷款利率"
