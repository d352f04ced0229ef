"""Lists of quantities beside a total: 硬盒27条、软盒35条，共计62条. Reads only what is beyond doubt."""

from __future__ import annotations

import re

from .sums import Quantity, quantities

_SPLIT = re.compile(
    r"(?<![0-9])[，、]|[，、](?![0-9]{3}(?![0-9]))|(?<=[元克吨升条包颗粒枚张株只发支瓶盒件])(?:以及|和|及|与)(?![0-9])"
)
_ITEM_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.．](?![0-9]{1,3}[^0-9])")
_BRACKETS = re.compile(r"（[^（）]*）")
#: What may stand between the last item and 共计.
_TAIL = re.compile(
    r"(?:以上|上述|前述)?(?:[二两三四五六七八九十0-9]{1,2}(?:次|项|起|笔|者|人|包|张))?(?:金额|价值|款项|数额|净重|重量|款|价款)?"
)
#: Words in an item by which its number is not simply added.
_NOT_ADDED = re.compile(
    r"每|各(?!类|种|项)|均|退|归还|返还|偿还|还款|还给|扣除|减|除|折|至|分得|未遂|余款|剩余|单价|相差|差额|若干|多次|参与|涉及|经手|追回|起获|既遂|获利|[0-9]次"
)
#: A thing of which no value is told (手机一部), before a list of money.
_THING = re.compile(
    r"[0-9一二两三四五六七八九十半数几多][部台只个包块辆件张瓶颗粒枚双对套串把条架头匹箱袋]"
    r"(?![^，、]{0,24}(?:价值|计价|折价|价格|计人民币))"
)
_MONEY = "元"
_REACH = 4000


def list_before(text: str, floor: int, anchor: int, unit: str) -> list[Quantity]:
    """The unbroken list of quantities of one unit that ends at a total's anchor; empty when in any doubt."""
    start = _opening(text, max(floor, anchor - _REACH), anchor)
    if text.count(unit, start, anchor) < 2:
        return []
    part = text[start:anchor]
    if start == anchor - _REACH or any(unit in bracket for bracket in _BRACKETS.findall(part)):
        return []
    part = _BRACKETS.sub(lambda m: "□" * len(m[0]), part) if "（" in part else part
    pieces = _pieces(part)
    if not part.endswith(unit):
        a, b = pieces.pop()
        if not _TAIL.fullmatch(part[a:b]):
            return []
    found: list[Quantity] = []
    left = 0
    for a, b in reversed(pieces):
        item = _item(part, a, b, unit)
        if item is not None:
            found.insert(0, item)
        elif not _of_other_unit(part, a, b, unit):
            left = b
            break
    if len(found) < 2 or not _complete(part, left, found, unit):
        return []
    return [Quantity(start + q.start, start + q.end, q.value, q.unit, True) for q in found]


def list_after(text: str, start: int, ceiling: int, unit: str) -> list[Quantity]:
    """The list of quantities of one unit that fills text from START to the end of its sentence; empty when in doubt."""
    end = ceiling
    for mark in "。；：）":
        at = text.find(mark, start, end)
        end = at if at >= 0 else end
    part = text[start:end]
    if "（" in part:
        return []
    items = [_item(part, a, b, unit) for a, b in _pieces(part)]
    found = [q for q in items if q is not None]
    if len(found) < 2 or len(found) < len(items):
        return []
    return [Quantity(start + q.start, start + q.end, q.value, q.unit, True) for q in found]


def _opening(text: str, floor: int, anchor: int) -> int:
    """Where the sentence or the bracket begins that holds the anchor."""
    start = floor
    for mark in "。；：":
        start = max(start, text.rfind(mark, start, anchor) + 1)
    number = _ITEM_NUMBER.match(text, start, anchor)
    start = number.end() if number else start
    bracket = text.rfind("（", start, anchor)
    return bracket + 1 if bracket >= 0 and text.find("）", bracket, anchor) < 0 else start


def _pieces(part: str) -> list[tuple[int, int]]:
    marks = [(m.start(), m.end()) for m in _SPLIT.finditer(part)]
    starts = [0] + [end for _, end in marks]
    ends = [start for start, _ in marks] + [len(part)]
    return list(zip(starts, ends, strict=True))


def _item(part: str, a: int, b: int, unit: str) -> Quantity | None:
    """The one quantity of the unit in a piece, which it ends and which is simply added."""
    own = [q for q in quantities(part, a, b) if q.unit == unit]
    if len(own) != 1 or own[0].end != b or not own[0].exact or _NOT_ADDED.search(part, a, own[0].start):
        return None
    if unit == _MONEY and _THING.search(part, a, b):
        return None
    return own[0]


def _of_other_unit(part: str, a: int, b: int, unit: str) -> bool:
    """Whether a piece only tells how much of a thing the next piece values: 柴油3862升，得款28965元."""
    own = list(quantities(part, a, b))
    return len(own) == 1 and own[0].unit != unit and own[0].end == b


def _complete(part: str, left: int, found: list[Quantity], unit: str) -> bool:
    """Whether nothing before the list belongs to it: no further quantity, no thing, not joined by 、."""
    if left == 0:
        return True
    if part[left] != "，":
        return False
    before = part[:left]
    if before.endswith("后"):
        before = before[: before.rfind("，") + 1]
    if re.search(rf"[0-9万余多]{unit}", before) or "等" in before[-12:]:
        return False
    return unit != _MONEY or not _THING.search(before)
