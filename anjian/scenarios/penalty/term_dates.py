"""刑期起止与刑期不符。

English: The stated dates of a term do not equal the pronounced term after custody credit.

## What 查什么
主文写明的刑期起止日期，按宣告刑和羁押折抵推算不出来：止日过晚、过早，此前的羁押没有折抵，取保候审的日子被当作羁押，
或者起日处在羁押中间而没有对应的羁押节点。

## Why 为何
刑期起止直接决定释放日期。写长了是超期关押，写短了是刑罚没有执行完毕，都要靠更正裁定甚至再审来补救。

## Method 方法
从首部和事实部分读出每个被告人的羁押经过（刑事拘留、逮捕、取保候审、监视居住、留置、行政拘留、抓获等及日期）和文书自己写明的折抵日数，
再把可能的算法逐一试算：自文书所写起日连续计算；以先前各次羁押折抵；自重新收押之日计算并折抵以前的羁押；羁押中断的期间顺延。
月末、跨月起算日不存在的，各种通行算法都试。只要有一种算法能得出文书所写的止日，就不提示。

## Exclusions 排除
2021年3月1日以前的裁判，前后一日不提示；羁押首尾一日之差不提示；取保后何时重新收押没有写明的、与前罪并罚而已执行刑期未写明的，不提示；
文书没有写羁押经过、只差几日的，不提示；宣告缓刑的另查。

## Assumptions 假定
释放当日可以算一日也可以不算；抓获、传唤可能算一至二日；行政拘留是否因同一行为由审判人员判断，能对上天数的不提示。

## Basis 依据
《中华人民共和国刑法》第四十一条、第四十四条、第四十七条；《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》（2021）第二百零二条；
《中华人民共和国刑事诉讼法》第七十六条；《中华人民共和国监察法》关于留置折抵的规定。

## Remedy 怎么改
核对羁押文书后重新计算；确属笔误的裁定更正，并及时通知执行机关。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Result, Term
from anjian.law.terms import TERM_RULE_SINCE
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .custody_history import credited_at_wrong_rate, history_of, must_count, steps_of
from .pronounced import CRIMINAL_LAW, SUBJECTS, TERM_KINDS, merged_with_earlier, own_results, term_en, term_zh
from .term_credit import (
    Explanation,
    History,
    Length,
    Stay,
    ends,
    explain,
    other_year,
    unbroken,
    whole_months_off,
    year_slip,
)

SCENARIO = Scenario(
    code="PEN101",
    name="term-dates",
    title=Words("刑期起止与刑期不符", "Term dates do not fit the term"),
    family="penalty",
    basis=(
        Basis(CRIMINAL_LAW, "41"),
        Basis(CRIMINAL_LAW, "44"),
        Basis(CRIMINAL_LAW, "47"),
        Basis("最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释", "202", since=TERM_RULE_SINCE),
    ),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
#: Words that tell of time already served, which no custody history shows.
SERVED_WORDS = ("已执行", "已服", "余刑", "漏罪", "尚未执行", "没有执行", "剩余刑", "监外执行")
_LET_OUT = ("保外", "脱逃", "逃跑", "监外", "解除", "变更强制措施", "收押", "拒收", "暂不执行")
#: Days from a judgment within which its execution may begin.
_TO_EXECUTE = 31
#: More days off than this may be a slip of the year.
_ABOUT_A_YEAR = 300
#: A credit of up to so many days may be custody nobody wrote down (a seizure, a short sanction).
_UNTOLD = 3
_UNTOLD_SANCTION = 45


class _Case(Struct, frozen=True):
    """One stated term with what bears on it."""

    judgment: Judgment
    result: Result
    term: Term
    begin: date
    finish: date
    length: Length
    history: History
    decided: date | None

    @property
    def plain(self) -> date:
        """The unbroken end nearest to the stated one."""
        return min(
            ends(self.begin, self.length, self.decided), key=lambda e: abs((e - self.finish).days), default=self.finish
        )

    @property
    def late(self) -> int:
        """Days by which the stated end lies after the unbroken one; negative when before."""
        return (self.finish - self.plain).days

    @property
    def served(self) -> bool:
        """Whether time served for an earlier penalty may be part of the span."""
        if self.result.party in merged_with_earlier(self.judgment):
            return True
        return len(self.judgment.defendants) == 1 and tells_of_time_served(self.judgment)

    @property
    def interrupted(self) -> bool:
        """Whether the head hints at an interruption that is no step with a date."""
        accused = (p for p in self.judgment.defendants if p.name == self.result.party and p.paragraph)
        passages = [self.judgment.words(p.paragraph) for p in accused if p.paragraph]
        return any(word in passage for passage in passages for word in _LET_OUT)

    @property
    def wrong_rate(self) -> bool:
        """Whether a credit at the wrong rate alone explains the span; `supervised-release-credit` speaks of that."""
        return credited_at_wrong_rate(self.judgment, self.result, self.decided) is not None

    @property
    def told(self) -> frozenset[date]:
        """The days on which a step of custody begins or ends."""
        steps = steps_of(self.judgment, self.result.party)
        return frozenset(d for c in steps for d in (c.day, c.until) if d)


@once
def tells_of_time_served(judgment: Judgment) -> bool:
    """Whether the reasoning or the disposition has words of time already served, which no custody history shows."""
    words = judgment.part("reasoning", "disposition")
    return any(word in words for word in SERVED_WORDS)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per stated term that no reading explains, or that leaves an earlier custody uncredited."""
    for case in _cases(judgment):
        found = explain(case.begin, case.finish, case.length, case.history, case.decided)
        certainty = _uncredited(case, found) if found else _unexplained(case)
        if certainty is None:
            continue
        running = _running(case, found) if found else None
        if found is None:
            zh, en = _message(case)
        elif running:
            zh, en = _message_running(case, running)
        else:
            zh, en = _message_liberty(case) if _at_liberty(case) else _message_uncredited(case)
        yield SCENARIO.finding(
            judgment, case.term, zh, en, certainty=certainty,
            expected=f"{_expected(case).isoformat()}", found=case.finish.isoformat(),
        )  # fmt: skip


def _cases(judgment: Judgment) -> Iterator[_Case]:
    """The stated terms, but for those that are plainly right."""
    for result in own_results(judgment):
        term, penalty = result.term, result.penalty
        if term is None or term.kind != "刑期" or penalty.kind not in TERM_KINDS or penalty.probation_months:
            continue
        begin = term.begin.value if term.begin else None
        finish = term.finish.value if term.finish else None
        if begin is None or finish is None or finish < begin or not (penalty.months or penalty.days):
            continue
        length = Length(penalty.months, penalty.days)
        if _is_plain(judgment, result, begin) and unbroken(begin, finish, length, decided_on(judgment)):
            continue
        history = history_of(judgment, result.party, penalty.kind)
        yield _Case(judgment, result, term, begin, finish, length, history, decided_on(judgment))


def _is_plain(judgment: Judgment, result: Result, begin: date) -> bool:
    """Whether no custody of this case is told before the term, and no release: then the whole term is due."""
    for step in steps_of(judgment, result.party):
        if step.day and (step.frees or (step.detains and step.day < begin and must_count(step))):
            return False
    return True


def _unexplained(case: _Case) -> Certainty | None:
    """How sure it is that no untold fact explains the dates; None where one easily may."""
    if _both_years_slipped(case) or case.wrong_rate:
        return None
    return _too_late(case) if case.late > 0 else _too_early(case)


def _both_years_slipped(case: _Case) -> bool:
    """Begin and end of one wrong year fit each other; `term-dates-impossible` speaks of that."""
    begin, finish = other_year(case.begin, 1), other_year(case.finish, 1)
    if case.history.first is None or begin is None or finish is None:
        return False
    before = (case.history.first - case.begin).days > _ABOUT_A_YEAR
    return before and explain(begin, finish, case.length, case.history, case.decided) is not None


def _too_late(case: _Case) -> Certainty | None:
    release = case.history.released_after(case.begin)
    months = whole_months_off(case.begin, case.finish, case.length, case.decided)
    if case.served and not months:
        return None
    if release is None:
        sure = (case.history.complete and not case.interrupted) or months
        return "certain" if sure and not case.served else "likely"
    if case.late > _ABOUT_A_YEAR and year_slip(case.begin, case.finish, case.length, case.history, case.decided):
        return "likely" if case.served else "certain"
    since_begin = (case.decided - case.begin).days if case.decided else None
    if since_begin is not None and case.late > since_begin + 60:
        return "likely" if case.served else "certain"
    again = case.history.open_since()
    if again is not None or case.served or not case.history.complete:
        return None
    return "likely"


def _too_early(case: _Case) -> Certainty | None:
    short = -case.late
    if case.served:
        return None
    before = [s for s in case.history.stays if s.first < case.begin]
    most = sum(s.counts(case.begin)[-1] for s in before)
    if case.history.credits:
        return "likely"
    if before and case.history.complete and short <= most:
        return "likely" if min(abs(short - most), short) > _UNTOLD else "hint"
    months = whole_months_off(case.begin, case.finish, case.length, case.decided)
    if case.history.complete:
        if short - most <= _UNTOLD:
            return None
        return "certain" if months and not before else "likely"
    if short <= _UNTOLD_SANCTION:
        return "hint" if months else None
    return "likely" if months else "hint"


def _uncredited(case: _Case, found: Explanation) -> Certainty | None:
    """Whether a full term from its first day leaves an earlier custody of this case uncounted."""
    if found.anchor != case.begin or case.history.credits:
        return None
    return "likely" if _leaves_out(case, found) and not case.served else None


def _leaves_out(case: _Case, found: Explanation) -> bool:
    if found.credited:
        return _running(case, found) is not None
    if not case.history.complete:
        return False
    if _at_liberty(case) > _UNTOLD:
        return True
    left = _left_out(case)
    return bool(left) and not any(_of_another_charge(case.judgment, case, s) for s in left)


def _at_liberty(case: _Case) -> int:
    """Days out of custody, between two told stays, that the stated span counts as served."""
    if not case.history.complete:
        return 0
    days = sum(case.history.gaps(case.begin, None))
    return 0 if days and case.served else days


def _running(case: _Case, found: Explanation) -> Stay | None:
    """The stay in which the term begins on a day that is neither told nor that of the decision; None mostly."""
    if case.decided is None or not case.history.complete or 0 <= (case.begin - case.decided).days <= _TO_EXECUTE:
        return None
    if any(abs((day - case.begin).days) <= 1 for day in case.told):
        return None
    going_on = (s for s in found.stays if s.sure and (s.last is None or s.last > case.begin))
    return next((s for s in going_on if s.counts(case.begin)[0] > _UNTOLD), None)


def _left_out(case: _Case) -> list[Stay]:
    """Sure stays before the term that would count for more than the odd day."""
    before = [s for s in case.history.stays if s.sure and s.first < case.begin and s.kind != "决定逮捕"]
    return [s for s in before if s.counts(case.begin)[0] > _UNTOLD]


def _of_another_charge(judgment: Judgment, case: _Case, stay: Stay) -> bool:
    """Whether the head says the stay was for a suspicion that is not among the charges of the result."""
    step = next((c for c in steps_of(judgment, case.result.party) if c.day == stay.first), None)
    if step is None:
        return False
    at = judgment.plain_span(step)[0]
    start = max(judgment.plain.rfind("涉嫌", max(at - 60, 0), at), 0)
    named = judgment.plain[start:at] if start else ""
    charges = [r.charge for r in judgment.results if r.party == case.result.party and r.charge]
    return "罪" in named and not any(c.removesuffix("罪") in named for c in charges)


def _full_credit(case: _Case) -> tuple[int, list[Stay]]:
    """Days that the sure stays before the term count for, both ends counted."""
    before = [s for s in case.history.stays if s.sure and s.first < case.begin and s.last and s.last <= case.begin]
    return sum(s.counts(case.begin)[-1] for s in before), before


def _expected(case: _Case) -> date:
    credited, _ = _full_credit(case)
    return date.fromordinal(case.plain.toordinal() - credited)


def _message(case: _Case) -> tuple[str, str]:
    kind, length = case.result.penalty.kind, (case.length.months, case.length.days)
    who = case.result.party
    zh = f"{who}：{kind}{term_zh(length)}，自{case.begin}起，应至{case.plain}止，文书写{case.finish}，"
    zh += f"{'长' if case.late > 0 else '短'}{abs(case.late)}日"
    en = f"{who}: {term_en(length)} from {case.begin} ends on {case.plain}; the text says {case.finish}, "
    en += f"{abs(case.late)} days too {'long' if case.late > 0 else 'short'}"
    credited, before = _full_credit(case)
    if credited:
        spans = "、".join(f"{s.first}至{s.last}" for s in before)
        off = (case.finish - _expected(case)).days
        zh += f"；计入此前羁押{credited}日（{spans}）应至{_expected(case)}止，{'长' if off > 0 else '短'}{abs(off)}日"
        en += f"; with {credited} days of earlier custody credited it ends on {_expected(case)}, {abs(off)} days off"
    stated = "、".join(f"{m}个月{d}日" if m else f"{d}日" for m, d in case.history.credits)
    if stated:
        zh += f"；文书写明折抵{stated}，也推算不出该止日"
        en += "; the days of credit the text states do not give this end either"
    slip = year_slip(case.begin, case.finish, case.length, case.history, case.decided)
    if slip and abs(case.late) > _ABOUT_A_YEAR:
        zh += f"；如为{slip}则相符，疑为年份笔误"
        en += f"; it would fit with {slip}, perhaps a slip of the year"
    return zh + "。", en + "."


def _message_uncredited(case: _Case) -> tuple[str, str]:
    kind, length = case.result.penalty.kind, (case.length.months, case.length.days)
    spans = "、".join(f"{s.first}至{s.last or '宣判'}（{s.kind}）" for s in _left_out(case))
    zh = f"{case.result.party}：{kind}{term_zh(length)}自{case.begin}起算足期至{case.finish}止，"
    zh += f"但文书所写此前的羁押{spans}未见折抵，或者羁押日期有误。"
    en = f"{case.result.party}: {term_en(length)} run in full from {case.begin}; "
    en += "earlier custody told in the text is not credited, or its dates are wrong."
    return zh, en


def _message_running(case: _Case, stay: Stay) -> tuple[str, str]:
    who = case.result.party
    zh = f"{who}：刑期自{case.begin}起算，而文书所写羁押自{stay.first}（{stay.kind}）起没有中断，该日没有任何羁押节点；"
    zh += f"止日{case.finish}按{stay.first}起算才相符，起日疑有误。"
    en = f"{who}: the term begins on {case.begin}, a day no step of custody is told of, while custody runs from "
    en += f"{stay.first}; only from there does the end {case.finish} follow."
    return zh, en


def _message_liberty(case: _Case) -> tuple[str, str]:
    kind, length = case.result.penalty.kind, (case.length.months, case.length.days)
    days = _at_liberty(case)
    zh = f"{case.result.party}：{kind}{term_zh(length)}自{case.begin}连续计算至{case.finish}止，"
    zh += f"但其间有{days}日已经取保候审等而未羁押，不应计入刑期，止日应当顺延。"
    en = f"{case.result.party}: {term_en(length)} run unbroken from {case.begin} to {case.finish}, though "
    en += f"for {days} days of it the person was not in custody; those do not count."
    return zh, en
