"""What a judgment pronounces, arranged for the scenarios of this family."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from anjian.documents import Judgment
from anjian.documents.model import Penalty, Result
from anjian.documents.numerals import han

CRIMINAL_LAW = "中华人民共和国刑法"
FINE_RULES = "最高人民法院关于适用财产刑若干问题的规定"
#: Documents that pronounce penalties; commutations and approvals do not.
SUBJECTS = ("criminal-first", "criminal-second", "criminal-retrial")
TERM_KINDS = ("管制", "拘役", "有期徒刑")

#: A term as (months, days): compares as the longer and the shorter.
Length = tuple[int, int]


def own_results(judgment: Judgment) -> list[Result]:
    """The results this decision itself pronounces, earlier penalties left out."""
    return [r for r in judgment.results if r.origin is None]


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


@dataclass(frozen=True, slots=True)
class Merger:
    """A total (决定执行) with the single penalties it merges, in order; `earlier` of them are not this judgment's."""

    total: Result
    parts: tuple[Result, ...]
    earlier: tuple[Result, ...]


def mergers(judgment: Judgment) -> Iterator[Merger]:
    """Every total with at least two penalties of the same party before it."""
    for i, total in enumerate(judgment.results):
        if not total.total or total.origin is not None:
            continue
        before = [r for r in judgment.results[:i] if r.party == total.party]
        last = max((k for k, r in enumerate(before) if r.total), default=-1)
        group = before[last + 1 :]
        here = [r for r in group if r.origin is None and r.item == total.item]
        own = tuple(here or (r for r in group if r.origin is None))
        earlier = tuple(r for r in group if r.origin is not None)
        if own and len(own) + len(earlier) > 1:
            yield Merger(total, own, earlier)


def effective(judgment: Judgment) -> list[Result]:
    """The results that are executed: the totals, and the single ones of those who have no total."""
    own = own_results(judgment)
    merged = {r.party for r in own if r.total}
    return [r for r in own if r.total or r.party not in merged]


def single(judgment: Judgment, result: Result) -> bool:
    """Whether a result is of one named crime: 犯盗窃罪、诈骗罪，判处… is not."""
    if result.total or result.charge is None:
        return False
    start, end = judgment.plain_span(result)
    at = judgment.plain.find(result.charge, start, end)
    after = judgment.plain[at + len(result.charge) :][:1] if at >= 0 else ""
    return after not in ("、", "和", "及")


def after_result(judgment: Judgment, result: Result) -> tuple[int, int]:
    """The plain stretch of notes that follows a result: up to the next result or the end of its item."""
    start = judgment.plain_span(result)[0]
    nexts = [judgment.plain_span(r)[0] for r in judgment.results if r.start > result.start]
    ends = [judgment.plain_span(i)[1] for i in judgment.items if i.start <= result.start < i.end]
    return start, min(nexts + ends, default=start)


def unread_fine(judgment: Judgment, result: Result) -> bool:
    """Whether the words of a result speak of a fine of which no amount was read."""
    start, end = after_result(judgment, result)
    return result.penalty.fine_text is None and "处罚金" in judgment.plain[start:end]
