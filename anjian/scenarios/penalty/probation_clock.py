"""刑期起算的写法与刑罚不相称。

English: Probation with the clock of an executed term, or immediate custody with the clock of probation.

## What 查什么
宣告缓刑而写“刑期从判决执行之日起计算”及起止日期；判处实刑而写“缓刑考验期限从判决确定之日起计算”；考验期写成从执行之日起算，刑期写成从判决确定、生效之日起算。

## Why 为何
起算日决定何时执行完毕、何时考验期满；写错一套，执行机关无从执行。

## Method 方法
取主文中每项结果之后的括注，看其中有哪一种起算用语：缓刑应从判决确定之日起算考验期，实刑应从判决执行之日起算刑期。

## Exclusions 排除
括注中两种用语都有的不报；数名被告人的，“上述被告人”一类概括数人的括注和点名他人的括注，只在各人都是缓刑或者都是实刑时查；考验期从判决生效之日起算的不报（与确定之日同义）。

## Assumptions 假定
括注紧跟在它所说明的刑罚之后。

## Basis 依据
《中华人民共和国刑法》第四十一条、第四十四条、第四十七条、第七十三条第三款。

## Remedy 怎么改
以裁定补正起算用语和起止日期，并送达执行机关、社区矫正机构。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Place, Result
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words

from .pronounced import CRIMINAL_LAW, SUBJECTS, TERM_KINDS, after_result, effective, who

SCENARIO = Scenario(
    code="PEN107",
    name="probation-clock",
    title=Words("起算用语与刑罚不相称", "The wrong clock for the penalty"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "47"), Basis(CRIMINAL_LAW, "73", 3)),
    certainty="certain",
    severity="minor",
    subjects=SUBJECTS,
)
_START = r"[从自由于][^，。；（）]{0,8}?"
_EFFECT = "确定|生效|发生法律效力"
#: Without one of these the note of a term to be served has the right clock, or none.
_OF_PROBATION = re.compile(r"考验|(?:确定|生效|法律效力)[^，。；（）]{0,4}之日")
_SERVED = rf"(?:刑期|拘役|徒刑)(?:的刑期)?[，、]?[^，。；（）]{{0,6}}{_START}"
_TERM = re.compile(rf"{_SERVED}(?P<day>执行|收监|{_EFFECT})[^，。；（）]{{0,4}}之日")
_WRONG_TERM = re.compile(rf"{_SERVED}(?:{_EFFECT})[^，。；（）]{{0,4}}之日")
_PERIOD = re.compile(
    rf"考验[^，。；（）]{{0,5}}，?[^，。；（）]{{0,8}}{_START}(?P<day>执行|宣告|送达|{_EFFECT})[^，。；（）]{{0,4}}之日"
)
_WRONG_PERIOD = re.compile(
    rf"考验[^，。；（）]{{0,5}}，?[^，。；（）]{{0,8}}{_START}(?:执行|宣告|送达)[^，。；（）]{{0,4}}之日"
)
_SEVERAL = re.compile(r"上述|上列|以上|[各二两三四五]被告人")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per result whose own note has the wrong clock; else one where the note for all has it."""
    results = [r for r in effective(judgment) if r.penalty.kind in TERM_KINDS]
    cut = judgment.cut("disposition")
    served = {r.penalty.probation_months is None for r in results}
    if not cut or not results or (len(served) == 1 and not _in_doubt(judgment, results, cut.start, cut.end)):
        return
    found = [finding for result in results for finding in _by_own_note(judgment, result)]
    yield from found
    if not found and len(served) == 1:
        yield from _by_note(judgment, results[-1], cut.start, cut.end)


def _in_doubt(judgment: Judgment, results: list[Result], start: int, end: int) -> bool:
    """Whether the disposition, where all are on probation or none is, has words or dates of the other clock."""
    text = judgment.plain
    if results[0].penalty.probation_months is None:
        if not _OF_PROBATION.search(text, start, end):
            return False
        return bool(_WRONG_TERM.search(text, start, end) or _PERIOD.search(text, start, end))
    if any(r.term is not None and r.term.kind == "刑期" for r in results):
        return True
    return bool(_WRONG_PERIOD.search(text, start, end) or _TERM.search(text, start, end))


def _by_own_note(judgment: Judgment, result: Result) -> Iterator[Finding]:
    start, end = after_result(judgment, result)
    if _for_one(judgment, result, end):
        yield from _by_note(judgment, result, start, end)


def _for_one(judgment: Judgment, result: Result, end: int) -> bool:
    """Whether the note that ends there speaks of this result's person only."""
    others = [name for name in _parties(judgment) if name and name != result.party]
    if not others:
        return True
    tail = judgment.plain[judgment.plain_span(result)[1] : end]
    return not (_SEVERAL.search(tail) or any(name in tail for name in others))


@once
def _parties(judgment: Judgment) -> frozenset[str]:
    return frozenset([r.party for r in judgment.results])


def _by_note(judgment: Judgment, result: Result, start: int, end: int) -> Iterator[Finding]:
    suspended = result.penalty.probation_months is not None
    if not suspended and not _OF_PROBATION.search(judgment.plain, start, end):
        return
    note = judgment.plain[start:end]
    term, period = _TERM.search(note), _PERIOD.search(note)
    if term and period:
        return
    if suspended:
        yield from _of_probation(judgment, result, start, term, period)
    else:
        yield from _of_custody(judgment, result, start, term, period)


def _of_probation(
    judgment: Judgment, result: Result, start: int, term: re.Match[str] | None, period: re.Match[str] | None
) -> Iterator[Finding]:
    if term:
        zh = f"对{who(result)}宣告缓刑，却写明刑期起算；应写缓刑考验期从判决确定之日起计算。"
        yield _finding(judgment, _place(judgment, start, term), zh, "Probation with the clock of an executed term.")
    elif result.term is not None and result.term.kind == "刑期":
        zh = f"对{who(result)}宣告缓刑，却写明刑期起止日期。"
        yield _finding(judgment, result.term, zh, "Probation with the dates of an executed term.")
    elif period and period["day"] in ("执行", "宣告", "送达"):
        zh = f"缓刑考验期写成从{period['day']}之日起计算；应从判决确定之日起计算。"
        yield _finding(judgment, _place(judgment, start, period), zh, "The probation period starts on the wrong day.")


def _of_custody(
    judgment: Judgment, result: Result, start: int, term: re.Match[str] | None, period: re.Match[str] | None
) -> Iterator[Finding]:
    if period:
        zh = f"对{who(result)}没有宣告缓刑，却写明缓刑考验期起算。"
        yield _finding(judgment, _place(judgment, start, period), zh, "Immediate custody with the clock of probation.")
    elif term and term["day"] in ("确定", "生效", "发生法律效力"):
        zh = f"刑期写成从判决{term['day']}之日起计算；应从判决执行之日起计算。"
        en = "The term is counted from the wrong day; it runs from the day of execution."
        yield _finding(judgment, _place(judgment, start, term), zh, en, "likely")


def _place(judgment: Judgment, start: int, m: re.Match[str]) -> Place:
    return judgment.place(start + m.start(), start + m.end())


def _finding(judgment: Judgment, place: Place, zh: str, en: str, certainty: Certainty = "certain") -> Finding:
    return SCENARIO.finding(
        judgment,
        place,
        zh,
        en,
        expected="刑期从判决执行之日起计算；缓刑考验期从判决确定之日起计算",
        found=judgment.words(place),
        certainty=certainty,
    )
