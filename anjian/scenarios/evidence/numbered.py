"""Facts told one by one under numbers, and the total of money or of acts stated for all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.numerals import whole

from .sums import Quantity, quantities

_MARK = re.compile(
    r"(?<=[。；：）])(?:（(?P<han>[一二三四五六七八九十]{1,3})）"
    r"|(?P<digit>[0-9]{1,2})(?:、|[.．](?=(?:19|20)[0-9]{2}年|[^0-9])))"
)
_OPENING = re.compile(r"：(?=（一）|1[、.．])")
_FACTS_FOLLOW = re.compile(r"(?:具体|分述|事实|如下)[^。；]{0,12}$")
_TOTAL = re.compile(r"(?:共计|合计|总计|总额(?:为|计)?|总共|先后[0-9]{1,2}次以)[^，。；：（）0-9]{0,16}$")
_TIMES = re.compile(r"(?:先后|作案|共|共计)(?P<number>[0-9]{1,2}|[二两三四五六七八九十]{1,3})(?:次|起)(?!以上)")
#: Words by which a numbered fact may be more than one act.
_SEVERAL = re.compile(r"[0-9二两三四五六七八九十多数]次|分别|再次|又(?:于|到|在|将)|次日|[0-9]日[、至]|同日")
#: Words by which a numbered fact's sum is not what the total adds up.
_OTHERWISE = re.compile(r"每|各自|约|退|归还|返还|未遂|未得逞|余元|多元|分得|参与|美元|港币|欧元")


def numbered_sums(judgment: Judgment) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """Totals with the sums of the numbered facts they are told for; only lists of which every fact has one sum."""
    facts = _facts(judgment)
    if not facts:
        return
    items = [_only(judgment.plain, start, end) for start, end in facts]
    sums = [q for q in items if q is not None]
    total = _stated(judgment.plain, *_opening(judgment, facts))
    if total is not None and len(sums) == len(items):
        yield total, sums


def numbered_counts(judgment: Judgment) -> Iterator[tuple[int, int, int, int]]:
    """Plain (start, end) of a stated number of acts (先后7次), that number, and how many numbered facts follow."""
    facts = _facts(judgment)
    if not facts:
        return
    stated = list(_TIMES.finditer(judgment.plain, *_opening(judgment, facts)))
    number = whole(stated[0]["number"]) if len(stated) == 1 else None
    if number and not any(_SEVERAL.search(judgment.plain, start, end) for start, end in facts):
        yield *stated[0].span(), number, len(facts)


def _facts(judgment: Judgment) -> list[tuple[int, int]]:
    """The numbered facts of the findings, or else of the charge; empty unless an opening announces them."""
    cut = judgment.cut("findings") or judgment.cut("charge")
    if cut is None:
        return []
    text = judgment.plain
    opening = _OPENING.search(text, cut.start, cut.end)
    if opening is None or not _FACTS_FOLLOW.search(text, max(cut.start, opening.start() - 24), opening.start()):
        return []
    marks = _first_run(list(_MARK.finditer(text, opening.start() + 1, cut.end)))
    if len(marks) < 2:
        return []
    last_end = text.find("。", marks[-1].end(), cut.end)
    ends = [m.start() for m in marks[1:]] + [last_end if last_end >= 0 else cut.end]
    return [(m.end(), end) for m, end in zip(marks, ends, strict=True)]


def _opening(judgment: Judgment, facts: list[tuple[int, int]]) -> tuple[int, int]:
    """The sentences before the first numbered fact, in plain indexes."""
    cut = judgment.cut("findings") or judgment.cut("charge")
    end = facts[0][0]
    return max(cut.start if cut else 0, end - 600), end


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
