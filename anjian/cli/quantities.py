"""Money, days and rates of interest as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal

from anjian.documents.dates import DATE, make, to_date
from anjian.documents.money import scan
from anjian.documents.numerals import decimal

from .words import WrongUsage

#: More than any sum in dispute; a longer number is a slip of the hand.
_MOST = Decimal(10) ** 15
_DIGITS = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})|([0-9]{4})([0-9]{2})([0-9]{2})")
_PARTS = {
    "百分之": Decimal(1),
    "千分之": Decimal("0.1"),
    "万分之": Decimal("0.01"),
    "%": Decimal(1),
    "‰": Decimal("0.1"),
}
_PERIOD = {"年": 1, "月": 12, "日": 365, "天": 365}


def money(text: str) -> Decimal:
    """Yuan: 707693.80, 707,693.8, 70.8万, 八万元, 壹万贰仟元伍角, ￥5000. Raises WrongUsage."""
    found = yuan_of(text)
    if found is None:
        raise WrongUsage(
            f"读不出金额“{text}”；可写 707693.80、70.8万 或 八万元。",
            f"{text!r} is no amount; write 707693.80, 70.8万 or 八万元.",
        )
    return found


def day(text: str) -> date:
    """A day: 2018-07-05, 2018/7/5, 20180705, 2018年7月5日, 二〇一八年七月五日. Raises WrongUsage."""
    found = day_of(text)
    if found is None:
        raise WrongUsage(
            f"读不出日期“{text}”；可写 2018-07-05 或 2018年7月5日。",
            f"{text!r} is no day; write 2018-07-05 or 2018年7月5日.",
        )
    return found


def rate(text: str) -> Decimal:
    """Per cent a year: 24%, 月2%, 月利率20‰, 月息2分, 日万分之五. Raises WrongUsage."""
    found = percent_of(text)
    if found is None:
        raise WrongUsage(
            f"读不出利率“{text}”；请写明单位，如 24%、月2%、日万分之五。",
            f"{text!r} is no rate; name its unit: 24%, 月2% (a month), 日万分之五 (a day).",
        )
    return found


def times(text: str) -> Decimal:
    """A multiple: 4, 1.5, 4倍, 四倍. Raises WrongUsage."""
    found = _scaled(unicodedata.normalize("NFKC", text.strip()).removesuffix("倍"), Decimal(1))
    if found is None:
        raise WrongUsage(f"读不出倍数“{text}”；可写 4 或 1.5。", f"{text!r} is no multiple; write 4 or 1.5.")
    return found


def yuan_of(text: str) -> Decimal | None:
    """The sum a text is, in yuan; None when it is not one sum, below zero or beyond reason."""
    plain = re.sub(r"^(?:人民币)?[¥￥]?|[整正]$|\s", "", unicodedata.normalize("NFKC", text.strip()))
    value = decimal(plain.removesuffix("元").removesuffix("圆"))
    if value is None and not re.search("[余多来]", plain):
        whole = plain if re.search("[元圆]", plain) else f"{plain}元"
        value = next((s.value for s in scan(whole) if (s.start, s.end) == (0, len(whole))), None)
    return value if value is not None and value.is_finite() and 0 <= value < _MOST else None


def day_of(text: str) -> date | None:
    """The day a text is; None when it is none."""
    plain = unicodedata.normalize("NFKC", text.strip())
    digits = _DIGITS.fullmatch(plain)
    if digits:
        year, month, day = (int(x) for x in digits.groups() if x)
        return make(year, month, day)
    written = DATE.fullmatch(plain)
    return to_date(written) if written else None


def percent_of(text: str) -> Decimal | None:
    """The rate a text is, in per cent a year; a rate a day is taken 365 times. None when it is none."""
    plain = re.sub(r"利率|利息|利|息|按|/|每|\s", "", unicodedata.normalize("NFKC", text.strip()))
    period = next((p for p in _PERIOD if p in plain), "年")
    part = plain.replace(period, "", 1)
    if period == "月" and part.endswith(("分", "厘")):
        unit = Decimal(1) if part.endswith("分") else Decimal("0.1")
        return _scaled(part[:-1], unit * 12)
    mark = next((m for m in _PARTS if part.startswith(m) or part.endswith(m)), None)
    return _scaled(part.removeprefix(mark).removesuffix(mark), _PARTS[mark] * _PERIOD[period]) if mark else None


def _scaled(number: str, factor: Decimal) -> Decimal | None:
    whole, point, rest = number.partition("点")
    value = decimal(whole)
    if point:
        after = [decimal(c) for c in rest]
        if value is None or not after or any(d is None or d > 9 for d in after):
            return None
        value += Decimal("0." + "".join(str(d) for d in after))
    return value * factor if value is not None and value.is_finite() and 0 <= value * factor <= 1000 else None
