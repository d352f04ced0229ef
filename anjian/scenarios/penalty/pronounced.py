"""What a judgment pronounces, arranged for the scenarios of this family."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Item, Penalty, Result
from anjian.documents.numerals import han

CRIMINAL_LAW = "中华人民共和国刑法"
FINE_RULES = "最高人民法院关于适用财产刑若干问题的规定"
#: Documents that pronounce penalties; commutations and approvals do not.
SUBJECTS = ("criminal-first", "criminal-second", "criminal-retrial")
TERM_KINDS = ("管制", "拘役", "有期徒刑")

#: A term as (months, days): compares as the longer and the shorter.
Length = tuple[int, int]


@once
def own_results(judgment: Judgment) -> tuple[Result, ...]:
    """The results this decision itself pronounces, earlier penalties left out."""
    return tuple([r for r in judgment.results if r.origin is None])


@once
def merged_with_earlier(judgment: Judgment) -> frozenset[str]:
    """The parties for whom an earlier penalty is revoked or merged."""
    return frozenset([r.party for r in judgment.results if r.origin is not None])


@once
def _by_party(judgment: Judgment) -> dict[str, list[Result]]:
    found: dict[str, list[Result]] = {}
    for result in own_results(judgment):
        found.setdefault(result.party, []).append(result)
    return found


def results_of(judgment: Judgment, party: str) -> list[Result]:
    """The results this decision itself pronounces for a party."""
    return _by_party(judgment).get(party, [])


def length(penalty: Penalty) -> Length | None:
    """The length of a term; None where there is none or it could not be read."""
    if penalty.kind not in TERM_KINDS or not (penalty.months or penalty.days):
        return None
    return penalty.months + penalty.days // 30, penalty.days % 30


def probation(penalty: Penalty) -> Length | None:
    """The length of the probation period; None where there is none or it could not be read."""
    if penalty.probation_months is None or not (penalty.probation_months or penalty.probation_days):
        return None
    return penalty.probation_months, penalty.probation_days


def added(lengths: list[Length]) -> Length:
    """The sum of terms; thirty days are a month."""
    months, days = sum(m for m, _ in lengths), sum(d for _, d in lengths)
    return months + days // 30, days % 30


def term_zh(length: Length) -> str:
    """一年六个月, 半个月 is 十五日."""
    years, months = divmod(length[0], 12)
    out = (f"{han(years)}年" if years else "") + (f"{han(months)}个月" if months else "")
    return out + (f"{han(length[1])}日" if length[1] else "") or "零日"


def term_en(length: Length) -> str:
    """1 year 6 months."""
    years, months = divmod(length[0], 12)
    parts = [(years, "year"), (months, "month"), (length[1], "day")]
    return " ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in parts if n) or "0 days"


def who(result: Result) -> str:
    """被告人甲某, or 被告人 where the text names nobody."""
    return f"被告人{result.party}" if result.party else "被告人"


class Merger(Struct, frozen=True):
    """A total (决定执行) with the single penalties it merges, in order; `earlier` of them are not this judgment's."""

    total: Result
    parts: tuple[Result, ...]
    earlier: tuple[Result, ...]


@once
def mergers(judgment: Judgment) -> tuple[Merger, ...]:
    """Every total with at least two penalties of the same party before it."""
    if not [r for r in judgment.results if r.total]:
        return ()
    found: list[Merger] = []
    since_total: dict[str, list[Result]] = {}
    for result in judgment.results:
        if not result.total:
            since_total.setdefault(result.party, []).append(result)
            continue
        group = since_total.pop(result.party, [])
        if result.origin is None:
            here = [r for r in group if r.origin is None and r.item == result.item]
            own = tuple(here or (r for r in group if r.origin is None))
            earlier = tuple(r for r in group if r.origin is not None)
            if own and len(own) + len(earlier) > 1:
                found.append(Merger(result, own, earlier))
    return tuple(found)


@once
def effective(judgment: Judgment) -> Sequence[Result]:
    """The results that are executed: the totals, and the single ones of those who have no total."""
    own = own_results(judgment)
    merged = {r.party for r in own if r.total}
    return [r for r in own if r.total or r.party not in merged] if merged else own


def single(judgment: Judgment, result: Result) -> bool:
    """Whether a result is of one named crime: 犯盗窃罪、诈骗罪，判处… is not."""
    if result.total or result.charge is None:
        return False
    known = _known_single(judgment)
    if id(result) not in known:
        known[id(result)] = _is_single(judgment, result, result.charge)
    return known[id(result)]


@once
def _known_single(_: Judgment) -> dict[int, bool]:
    """What `single` has found of the results of a judgment."""
    return {}


def _is_single(judgment: Judgment, result: Result, charge: str) -> bool:
    start, end = judgment.plain_span(result)
    at = judgment.plain.find(charge, start, end)
    return at < 0 or not judgment.plain.startswith(("、", "和", "及"), at + len(charge))


def after_result(judgment: Judgment, result: Result) -> tuple[int, int]:
    """The plain stretch of notes that follows a result: up to the next result or the end of its item."""
    begins, item_begins, items = _places(judgment)
    start = judgment.plain_span(result)[0]
    at = bisect_right(begins, result.start)
    stops = [judgment.source.plain_at(begins[at])] if at < len(begins) else []
    item = bisect_right(item_begins, result.start) - 1
    if item >= 0 and result.start < items[item].end:
        stops.append(judgment.plain_span(items[item])[1])
    return start, min(stops, default=start)


@once
def _places(judgment: Judgment) -> tuple[list[int], list[int], tuple[Item, ...]]:
    """Where the results begin, in order; where the items begin, and the items."""
    return sorted({r.start for r in judgment.results}), [i.start for i in judgment.items], judgment.items


def unread_fine(judgment: Judgment, result: Result) -> bool:
    """Whether the words of a result speak of a fine of which no amount was read."""
    return result.penalty.fine_text is None and judgment.plain.find("处罚金", *after_result(judgment, result)) >= 0
