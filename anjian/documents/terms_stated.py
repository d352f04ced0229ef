"""The days stated for a term (刑期) or a probation period (考验期) in the disposition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from .dates import DATE, RELATIVE, lean_on, to_date
from .model import DateFact, Result, Term

if TYPE_CHECKING:
    from .judgment import Judgment

_CELL = "0-9OoΟХX×xＸ*＊_某〇零一二三四五六七八九十廿卅元"
_DAY = (
    rf"(?:[{_CELL}]{{2,4}}年|同年|当年|次年|翌年)[{_CELL}]{{1,3}}月(?:份)?"
    rf"[{_CELL}]{{1,4}}(?:[日号曰]|(?=[起止至到，。；）]))"
)
_SPAN = re.compile(
    rf"(?:(?<=[^出来])[自从由])?(?P<a>{_DAY})(?:[起始]|开始|之日起)?(?:开始)?(?:执行|计算|服刑)?[，、]?(?:至|到|[-－—~～]{{1,2}})(?P<b>{_DAY})(?P<tail>止|期满|届满|刑满)?"
    rf"|[至到](?P<end>{_DAY})(?=止|期满|届满|刑满)(?P<tail2>止)?"
    rf"|[自从](?P<begin>{_DAY})起"
)
_OTHER = re.compile(r"(?:折抵|扣除|抵扣|羁押|取保候审|监视居住|居留|留置)(?:期间|时间|日期)?[^，。；（）止]{0,8}$")
_OTHER_AFTER = re.compile(r"[^，。；（）]{0,4}(?:先行羁押|期间|被|(?:共|的|羁押)[0-9一二三四五六七八九十])")
_KIND = re.compile(r"考验期|刑期|徒刑|拘役|管制")


@dataclass(frozen=True, slots=True)
class _Found:
    """A stated span in plain indexes with its dates."""

    start: int
    end: int
    term: Term


def find_terms(j: Judgment, results: tuple[Result, ...]) -> tuple[Term, ...]:
    """The stated spans of the disposition in order."""
    return tuple(f.term for f in _find(j, results))


def linked(j: Judgment, results: tuple[Result, ...]) -> tuple[Result, ...]:
    """The results with their stated terms: each term goes to the last result of its party before it.

    A term that no such result precedes, or that names a party, goes to that party's result without one.
    """
    out = list(results)
    for found in _find(j, results):
        for i in _owners(j, out, found):
            out[i] = replace(out[i], term=found.term)
    return tuple(out)


def _owners(j: Judgment, results: list[Result], found: _Found) -> list[int]:
    party = found.term.party
    open_ones = [
        i for i, r in enumerate(results)
        if r.term is None and r.origin is None and (party is None or r.party == party)
        and (r.penalty.kind is not None) and r.start < found.term.start
    ]  # fmt: skip
    if not open_ones:
        return []
    last = results[open_ones[-1]]
    return [i for i in open_ones if results[i].start == last.start]


def _find(j: Judgment, results: tuple[Result, ...]) -> Iterator[_Found]:
    cut = j.cut("disposition")
    if cut is None or not _KIND.search(j.plain, cut.start, cut.end):
        return
    previous = cut.start
    for m in _SPAN.finditer(j.plain, cut.start, cut.end):
        if _is_other(j.plain, m, cut.start):
            continue
        start, end = m.span()
        begin = _date(j, m, "a" if m["a"] else "begin", None)
        finish = _date(j, m, "b" if m["b"] else "end", begin.value if begin else None)
        kind = _kind(j.plain, previous, start)
        party = _party(j, results, previous, start)
        term = Term(*j.span(start, end), kind=kind, party=party, begin=begin, finish=finish)
        yield _Found(start, end, term)
        previous = end


def _is_other(text: str, m: re.Match[str], floor: int) -> bool:
    """Days of custody to be credited rather than of the term."""
    if m["tail"] is None and m["a"] and _OTHER_AFTER.match(text, m.end()):
        return True
    before = text[max(floor, m.start() - 16) : m.start()]
    return "即" not in before and _OTHER.search(before.rstrip("自从由")) is not None


def _date(j: Judgment, m: re.Match[str], group: str, before: date | None) -> DateFact | None:
    words = m[group]
    if words is None:
        return None
    clean = re.sub("[OoΟ]", "0", words)
    if clean[-1] not in "日号曰":
        clean += "日"
    whole_date = DATE.fullmatch(clean)
    leaning = None if whole_date else RELATIVE.fullmatch(clean)
    value = to_date(whole_date) if whole_date else lean_on(leaning, before) if leaning else None
    style = "relative" if leaning else "digits" if words[0].isascii() else "han"
    return DateFact(*j.span(m.start(group), m.end(group)), value=value, text=words, style=style)


def _kind(text: str, floor: int, at: int) -> str:
    """考验期 when that word stands nearer before the dates than any word for a term."""
    last = ""
    for m in _KIND.finditer(text, max(floor, at - 120), at):
        last = m[0]
    return "考验期" if last == "考验期" else "刑期"


def _party(j: Judgment, results: tuple[Result, ...], floor: int, at: int) -> str | None:
    """The party named last between the term before and this one, else of the last result before it."""
    names = {r.party for r in results if r.party}
    place, party = max(((j.plain.rfind(n, floor, at), n) for n in names), default=(-1, ""))
    if place >= 0 and not _is_group(j, results, party, at):
        return party
    before = [r for r in results if r.start <= j.source.at(at)]
    last = {r.party for r in before if r.start == before[-1].start} if before else set()
    return last.pop() if len(last) == 1 else None


def _is_group(j: Judgment, results: tuple[Result, ...], party: str, at: int) -> bool:
    """Whether the name was read from a result that several parties share (被告人甲、乙均判处…)."""
    mine = [r for r in results if r.party == party and r.start <= j.source.at(at)]
    if not mine:
        return False
    shared = [r for r in results if r.start == mine[-1].start]
    inside = j.plain_span(mine[-1])[1]
    return len(shared) > 1 and j.plain.rfind(party, inside, at) < 0
