"""The days stated for a term (刑期) or a probation period (考验期) in the disposition."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING

from .dates import DATE, RELATIVE, lean_on, to_date
from .model import DateFact, Result, Term
from .section_ends import Cut

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
#: What a year of `_SPAN` ends with, and more than a match can go on behind its first 年.
_YEAR_ENDS = frozenset("0123456789OoΟХX×xＸ*＊_某〇零一二三四五六七八九十廿卅元同当次翌")
_LONGEST = 60
_OTHER = re.compile(r"(?:折抵|扣除|抵扣|羁押|取保候审|监视居住|居留|留置)(?:期间|时间|日期)?[^，。；（）止]{0,8}$")
_OTHER_AFTER = re.compile(r"[^，。；（）]{0,4}(?:先行羁押|期间|被|(?:共|的|羁押)[0-9一二三四五六七八九十])")
_LIKE_NOUGHT = re.compile("[OoΟ]")
_KIND = re.compile(r"考验期|刑期|徒刑|拘役|管制")


class _Placed:
    """Results with quick ways to those before a place. They are nearly, but not always, in the order of the text."""

    def __init__(self, results: tuple[Result, ...]) -> None:
        self.results = list(results)
        self.names = {r.party for r in results if r.party}
        starts = [r.start for r in results]
        self._least_behind = list(accumulate(reversed(starts), min))[::-1]
        self._sharing: dict[int, list[int]] = {}
        for i, start in enumerate(starts):
            self._sharing.setdefault(start, []).append(i)

    def before(self, start: int) -> Iterator[int]:
        """The numbers of the results that begin before a raw index, the last first."""
        for i in range(bisect_left(self._least_behind, start) - 1, -1, -1):
            if self.results[i].start < start:
                yield i

    def sharing(self, i: int) -> list[int]:
        """The numbers of the results that begin where this one does, itself too."""
        return self._sharing[self.results[i].start]

    def give(self, term: Term) -> None:
        """Put a term to the last result before it that wants one, and to those that begin where that does."""
        results = self.results
        last = next((i for i in self.before(term.start) if _wants(results[i], term)), None)
        for i in self.sharing(last) if last is not None else ():
            if _wants(results[i], term):
                results[i] = _with_term(results[i], term)


def with_terms(j: Judgment, cut: Cut, results: tuple[Result, ...]) -> tuple[tuple[Result, ...], tuple[Term, ...]]:
    """The results of the disposition with their stated terms, and all the terms stated there, in order.

    Each term goes to the last result of its party before it. A term that no such result precedes, or that names a
    party, goes to that party's result without one.
    """
    if not _KIND.search(j.plain, cut.start, cut.end):
        return results, ()
    spans = [m for m in _spans(j.plain, cut.start, cut.end) if not _is_other(j.plain, m, cut.start)]
    if not spans:
        return results, ()
    terms = []
    previous = cut.start
    if len(results) == 1:
        return _with_one(j, results[0], spans, previous)
    placed = _Placed(results)
    for m in spans:
        terms.append(_term(j, m, previous, _party(j, placed, previous, m.start())))
        previous = m.end()
    for term in terms:
        placed.give(term)
    return tuple(placed.results), tuple(terms)


def _with_one(
    j: Judgment, result: Result, spans: list[re.Match[str]], previous: int
) -> tuple[tuple[Result, ...], tuple[Term, ...]]:
    """`with_terms` of the only result: every term behind it, or behind its party's name, is its party's."""
    name, terms = result.party, []
    for m in spans:
        start = m.start()
        named = j.source.at(start) >= result.start or (name and j.plain.find(name, previous, start) >= 0)
        term = _term(j, m, previous, name if named else None)
        if result.start < term.start and _wants(result, term):
            result = _with_term(result, term)
        terms.append(term)
        previous = m.end()
    return (result,), tuple(terms)


def _wants(r: Result, term: Term) -> bool:
    """Whether a result has no term yet and may have this one."""
    mine = r.term is None and r.origin is None and (term.party is None or r.party == term.party)
    return mine and r.penalty.kind is not None


def _with_term(r: Result, term: Term) -> Result:
    """The result with a term."""
    return Result(
        r.start, r.end, party=r.party, charge=r.charge, penalty=r.penalty, total=r.total, term=term, item=r.item,
        origin=r.origin,
    )  # fmt: skip


def _spans(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of `_SPAN`, looked for only round the years that every one of them holds."""
    done = start
    year = text.find("年", start, end)
    while year >= 0:
        if text[year - 1] in _YEAR_ENDS and text.find("月", year + 2, year + 5) > 0:
            m = _SPAN.search(text, max(year - 6, done), min(year + _LONGEST, end))
            if m and m.start() < year:
                yield m
                done = m.end()
        year = text.find("年", max(year + 1, done), end)


def _term(j: Judgment, m: re.Match[str], previous: int, party: str | None) -> Term:
    start, end = m.span()
    begin = _date(j, m, "a" if m["a"] else "begin", None)
    finish = _date(j, m, "b" if m["b"] else "end", begin.value if begin else None)
    return Term(
        *j.source.span(start, end),
        kind=_kind(j.plain, previous, start),
        party=party,
        begin=begin,
        finish=finish,
    )


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
    value, style = _dated(words, before)
    return DateFact(*j.source.span(*m.span(group)), value=value, text=words, style=style)


@lru_cache(maxsize=4096)
def _dated(words: str, before: date | None) -> tuple[date | None, str]:
    """(day, style) of a date that may lean on the one before it."""
    clean = _LIKE_NOUGHT.sub("0", words)
    if clean[-1] not in "日号曰":
        clean += "日"
    whole_date = DATE.fullmatch(clean)
    leaning = None if whole_date else RELATIVE.fullmatch(clean)
    value = to_date(whole_date) if whole_date else lean_on(leaning, before) if leaning else None
    return value, "relative" if leaning else "digits" if words[0].isascii() else "han"


def _kind(text: str, floor: int, at: int) -> str:
    """考验期 when that word stands nearer before the dates than any word for a term."""
    floor = max(floor, at - 120)
    probation = text.rfind("考验期", floor, at)
    return "考验期" if probation >= 0 and not _KIND.search(text, probation + 3, at) else "刑期"


def _party(j: Judgment, placed: _Placed, floor: int, at: int) -> str | None:
    """The party named last between the term before and this one, else of the last result before it."""
    place, party = max([(j.plain.rfind(name, floor, at), name) for name in placed.names], default=(-1, ""))
    if place >= 0 and not _is_group(j, placed, party, at):
        return party
    before = next(placed.before(j.source.at(at) + 1), None)
    last = set() if before is None else {placed.results[i].party for i in placed.sharing(before)}
    return last.pop() if len(last) == 1 else None


def _is_group(j: Judgment, placed: _Placed, party: str, at: int) -> bool:
    """Whether the name was read from a result that several parties share (被告人甲、乙均判处…)."""
    results = placed.results
    mine = next((i for i in placed.before(j.source.at(at) + 1) if results[i].party == party), None)
    if mine is None or len(placed.sharing(mine)) < 2:
        return False
    return j.plain.rfind(party, j.plain_span(results[mine])[1], at) < 0
