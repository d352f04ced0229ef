"""How a case was heard, in the words common to every kind of case: panel, openness, hearing."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from .dates import Found, fact, scan
from .model import DateFact, Place

if TYPE_CHECKING:
    from .judgment import Judgment

_SINGLE = re.compile(r"独任(?:审判|审理)?")
_OPEN = re.compile(r"公开(?!宣|信息|拍卖|发行|招)(?:进行)?(?:开庭)?(?:审理)?")
_REASON = re.compile(
    r"(?:因|由于|鉴于)(?:本案)?(?:案情|案件)?(?P<reason>[^，。；（）因]{2,24}?)(?:，|）|、|故|依法|而|于[0-9二同]|不公开)"
)
REMANDED = re.compile(r"发回[^，。；]{0,24}?(?:重新审判|重新审理|重审)")
_LINK = re.compile(r"[、和及与，]{1,2}(?:又?于|后于)?(?:第[一二三]次)?$")
_LINK_LENGTH = 7


def panel(j: Judgment, start: int, end: int) -> tuple[str, Place] | None:
    """The form of the panel named last, and where."""
    text = j.plain
    several, single = text.rfind("合议庭", start, end), text.rfind("独任", start, end)
    if several > single:
        formed = text.endswith("组成", start, several)
        return "合议庭", j.place(several - 2 if formed else several, several + 3)
    m = _SINGLE.match(text, single, end) if single >= 0 else None
    return ("独任", j.place(m.start(), m.end())) if m else None


def signed_form(j: Judgment) -> str | None:
    """The form as far as the signatures tell, where the text names none."""
    signed = len(j.members)
    return None if signed == 0 else "独任" if signed == 1 else "合议庭"


def openness(text: str, start: int, end: int) -> tuple[bool | None, tuple[int, int] | None]:
    """Whether the hearing was public, by the last word on it, and its plain place."""
    at = None
    for m in _OPEN.finditer(text, start, end):
        if text.endswith(("不", "非"), start, m.start()):
            return False, (m.start() - 1, m.end())
        at = m.span()
    return (True, at) if at else (None, None)


def closed_reason(text: str, start: int, at: int) -> str | None:
    """The reason given close before (or in brackets after) 不公开."""
    for m in _REASON.finditer(text, max(start, at - 60), at + 40):
        if "涉及" in m["reason"] or "隐私" in m["reason"] or "未成年" in m["reason"] or "秘密" in m["reason"]:
            return m["reason"]
    return None


def heard(text: str, start: int, end: int) -> bool | None:
    """Whether the court sat; None where nothing is told."""
    sits = text.find("开庭", start, end) >= 0
    if sits and (text.find("不开庭", start, end) >= 0 or text.find("未开庭", start, end) >= 0):
        return False
    if text.find("书面审理", start, end) >= 0:
        return False
    return True if sits or _OPEN.search(text, start, end) else None


def remanded(text: str, start: int, end: int) -> bool:
    """Whether the case was sent back for a new trial."""
    return text.find("发回", start, end) >= 0 and REMANDED.search(text, start, end) is not None


def dated_steps(j: Judgment, start: int, end: int, event: Callable[[Found, str], str | None]) -> list[DateFact]:
    """The dated steps of a plain stretch in order; `event` names what happened on a day by the words behind it."""
    out: list[DateFact] = []
    text = j.plain
    found = list(scan(text, start, end))
    last, pending = len(found) - 1, 0
    for i, this in enumerate(found):
        after = found[i + 1].start if i < last else end
        stop = text.find("。", this.end, after)
        words = text[this.end : stop if stop >= 0 else after]
        if i < last and len(words) <= _LINK_LENGTH and _LINK.fullmatch(words):
            continue
        name = event(this, words)
        if name:
            out += [fact(j, f, name) for f in found[pending : i + 1]]
        pending = i + 1
    return out
