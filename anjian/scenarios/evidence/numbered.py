"""Facts told one by one under numbers, and the total of money or of acts stated for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.numerals import whole

from .sums import Quantity, quantities

_MARK = re.compile(
    r"(?<=[。；：）])(?:（(?P<han>[一二三四五六七八九十]{1,3})）"
    r"|(?P<digit>[0-9]{1,2})(?:、|[.．](?=(?:19|20)[0-9]{2}年|[^0-9])))"
)
#: What `_OPENING` begins with.
NUMBERED = anchors("：（一）", "：1、", "：1.", "：1．")
_OPENING = re.compile(r"：(?=（一）|1[、.．])")
_FACTS_FOLLOW = re.compile(r"(?:具体|分述|事实|如下)[^。；]{0,12}$")
_TOTAL = re.compile(r"(?:共计|合计|总计|总额(?:为|计)?|总共|先后[0-9]{1,2}次以)[^，。；：（）0-9]{0,16}$")
_TIMES = re.compile(r"(?:先后|作案|共|共计)(?P<number>[0-9]{1,2}|[二两三四五六七八九十]{1,3})(?:次|起)(?!以上)")
#: Words by which a numbered fact may be more than one act.
_SEVERAL = re.compile(r"[0-9二两三四五六七八九十多数]次|分别|再次|又(?:于|到|在|将)|次日|[0-9]日[、至]|同日")
#: Words by which a numbered fact's sum is not what the total adds up.
_OTHERWISE = re.compile(r"每|各自|约|退|归还|返还|未遂|未得逞|余元|多元|分得|参与|美元|港币|欧元")


class Numbered(Struct, frozen=True):
    """Facts told by number, two or more: the document's text, where each stands, and where the opening before them."""

    text: str
    facts: list[tuple[int, int]]
    opening: tuple[int, int]

    def sums(self) -> Iterator[tuple[Quantity, list[Quantity]]]:
        """The total with the sums of the facts it is told for; only of lists of which every fact has one sum."""
        total = _stated(self.text, *self.opening)
        if total is None:
            return
        items = [_only(self.text, start, end) for start, end in self.facts]
        sums = [q for q in items if q is not None]
        if len(sums) == len(items):
            yield total, sums

    def counts(self) -> Iterator[tuple[int, int, int, int]]:
        """Plain (start, end) of a stated number of acts (先后7次), that number, and how many facts follow."""
        stated = list(_TIMES.finditer(self.text, *self.opening))
        number = whole(stated[0]["number"]) if len(stated) == 1 else None
        if number and not any(_SEVERAL.search(self.text, start, end) for start, end in self.facts):
            yield *stated[0].span(), number, len(self.facts)


def numbered(judgment: Judgment) -> Numbered | None:
    """The numbered facts of the findings, or else of the charge; None unless an opening announces them."""
    cut = (judgment.cut("findings") or judgment.cut("charge")) if judgment.has(NUMBERED) else None
    if cut is None or not judgment.spots(NUMBERED, cut.start, cut.end):
        return None
    text = judgment.plain
    opening = _OPENING.search(text, cut.start, cut.end)
    if opening is None or not _FACTS_FOLLOW.search(text, max(cut.start, opening.start() - 24), opening.start()):
        return None
    marks = _first_run(list(_MARK.finditer(text, opening.start() + 1, cut.end)))
    if len(marks) < 2:
        return None
    last_end = text.find("。", marks[-1].end(), cut.end)
    ends = [m.start() for m in marks[1:]] + [last_end if last_end >= 0 else cut.end]
    facts = [(m.end(), end) for m, end in zip(marks, ends, strict=True)]
    return Numbered(text, facts, (max(cut.start, facts[0][0] - 600), facts[0][0]))


def _first_run(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The marks 1, 2, 3 … of one script from the first on; empty when the numbering goes wrong."""
    if not marks:
        return []
    kind = "han" if marks[0]["han"] else "digit"
    own = [m for m in marks if m[kind]]
    numbers = [whole(m[kind]) for m in own]
    return own if numbers == list(range(1, len(own) + 1)) and len(own) == len(marks) else []


def _only(text: str, start: int, end: int) -> Quantity | None:
    """The one sum of money of a numbered fact."""
    own = [q for q in quantities(text, start, end) if q.unit == "元"]
    if len(own) != 1 or not own[0].exact or _OTHERWISE.search(text, start, end):
        return None
    return own[0]


def _stated(text: str, start: int, end: int) -> Quantity | None:
    """The one total of money that the opening sentences state."""
    own = [q for q in quantities(text, start, end) if q.unit == "元"]
    if len(own) != 1 or not own[0].exact:
        return None
    return own[0] if _TOTAL.search(text, max(start, own[0].start - 24), own[0].start) else None
