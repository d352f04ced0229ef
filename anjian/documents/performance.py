"""When an obligation is due: days after an event, by a day, or at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from . import dates
from .model_civil import Performance
from .numerals import NUMBER, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_PAPER = r"(?:本)?(?:民事|行政|赔偿)?(?:判决书?|裁定书?|调解书|调解协议|决定书?|协议)"
_EVENT = (
    rf"(?:{_PAPER})?(?:(?:发生)?法律效力|生效|送达|确定|签收|签字|签订|宣判|作出)"
    r"|收到本?(?:判决书?|裁定书?|调解书|决定书?|支付令)|接到本?(?:判决书?|裁定书?)|上述(?:款项"
    r"|合同)[^，。；]{0,12}(?:给付"
    r"|解除)"
)
_LENGTH = re.compile(
    rf"(?P<event>{_EVENT})(?:之日|之次日|次日|之后|后|当日)?(?:起|开始"
    rf"|后)?(?:算)?的?(?:，)?(?P<n>{NUMBER})个?(?P<unit>工作日|日|天|月|年)"
    r"(?:之)?(?:内|以内|前)?"
)
_AT_ONCE = re.compile(
    rf"(?:(?P<event>{_EVENT})(?:之日|之后|后|当日|时|之时)?(?:起|即|，)?(?:立即|即时|即刻|随即|当即"
    rf"|即|执行|给付|履行)?|立即|即时|即刻|当即|当庭)"
)
_BY = re.compile(
    r"(?:于|在|至|定于|限于|限|应)?(?P<day>(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
    r"|[一二][〇一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)(?:之)?(?:以前|前"
    r"|内)"
)
_REGULAR = re.compile(r"每(?:个)?(?:月|年|季度?|学期)(?:[^，。；%]{0,16}?(?:支付|给付|承担|负担|前|付清|给付))")
_NOW = ("立即", "即时", "即刻", "当即", "当庭", "随即")
_NAMES = {
    "送达": "送达", "收到": "送达", "接到": "送达", "签收": "签收", "签字": "签收", "签订": "签订", "宣判": "宣判",
    "作出": "作出", "解除": "解除", "给付": "给付",
}  # fmt: skip


def read_performance(j: Judgment, start: int, end: int) -> Performance | None:
    """The term of performance told in a plain stretch, or None."""
    if m := _LENGTH.search(j.plain, start, end):
        number, unit = whole(m["n"]), m["unit"]
        if number is not None:
            months = number * 12 if unit == "年" else number if unit == "月" else None
            days = number if months is None else None
            return Performance(*j.span(m.start(), m.end()), days=days, months=months, event=_event(m["event"]))
    if m := _BY.search(j.plain, start, end):
        d = dates.DATE.search(m["day"])
        return Performance(*j.span(m.start(), m.end()), by=dates.to_date(d) if d else None)
    for m in _AT_ONCE.finditer(j.plain, start, end):
        words = m[0]
        now = any(w in words for w in _NOW) or words.endswith(("之日", "当日", "即"))
        if now or words.endswith(("执行", "给付", "履行")):
            return Performance(
                *j.span(m.start(), m.end()), event=_event(m["event"]) if m["event"] else None, immediate=now
            )
    if m := _REGULAR.search(j.plain, start, end):
        return Performance(*j.span(m.start(), m.end()), event="定期")
    return None


def _event(words: str) -> str:
    name = next((name for word, name in _NAMES.items() if word in words), "生效")
    paper = next((w for w in ("调解书", "裁定", "决定") if w[:2] in words), "判决")
    return paper + name if name == "生效" else name
