"""The items that dismiss claims: all of them, the rest of them, or one matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .mentions import by_role, mentions, names_of
from .model_civil import Award

if TYPE_CHECKING:
    from .judgment import Judgment

_REJECT = re.compile(
    r"驳回(?P<whose>[^。；]{0,120}?)(?P<which>的?(?:其他|其它|其余|剩余|超出|过高|多余)(?:的)?(?:部分)?(?:的)?|的?全部"
    r"|的?所有)?(?:的)?"
    r"(?P<what>本诉|反诉|赔偿|行政赔偿|诉讼|上诉|再审|仲裁)?(?:请求|主张|申请)"
)
_REST = re.compile(r"其他|其它|其余|剩余|超出|过高|多余")


def dismissal(j: Judgment, item: int | None, start: int, end: int) -> Award | None:
    """The award that dismisses claims or a suit, at a plain stretch that says 驳回; None for an appeal's dismissal."""
    text = j.plain[start:end]
    if re.match(r"驳回[^，。；]{0,60}(?:上诉|抗诉)(?!请求|人[^，。；]{1,30}请求)", text) and "请求" not in text:
        return None
    if re.search(r"驳回[^，。；]{0,60}(?:的)?起诉|起诉[^，。；]{0,8}驳回", text):
        return Award(*j.span(start, end), item=item, kind="驳回起诉", rejects="全部", whose=_whose(j, start, end))
    m = _REJECT.search(text)
    if m is None:
        return None
    if m["what"] == "上诉" and not m["which"]:
        return None
    which = m["which"] or ""
    asked = re.search(r"(?:要求|请求|关于|对于|主张|其)(?!驳)[^，。；]{2,}", m["whose"])
    against = re.search(r"对(?=被告|反诉|第三人|原告|原审)[^。；]{2,90}?的(?:全部)?(?:诉讼|反诉|上诉)?请求", m[0])
    if against and not set(by_role(j, "被告")) <= set(names_of(mentions(j, start + against.start(), end))):
        asked = asked or against
    rejects = "其他" if _REST.search(text) else "部分" if asked and "全部" not in which else "全部"
    return Award(*j.span(start, end), item=item, kind="驳回", rejects=rejects, whose=_whose(j, start, end))


def _whose(j: Judgment, start: int, end: int) -> str | None:
    found = mentions(j, start, end)
    if not found:
        return None
    first = [found[0]]
    for m in found[1:]:
        if j.plain[first[-1].end : m.start] not in ("、", "和", "及", "与"):
            break
        first.append(m)
    return "、".join(names_of(first)) or None
