"""上诉加刑。

English: On the accused's appeal alone the second instance imposed a heavier penalty.

## What 查什么
只有被告人一方上诉、没有检察院抗诉和自诉人上诉的，第二审判决或者发回重审后的判决，对被告人判处的刑罚重于原判：
刑种加重、刑期加长、撤销缓刑、延长考验期、增加罚金、增加或者延长剥夺政治权利。

## Why 为何
上诉不加刑，否则被告人不敢上诉。

## Method 方法
把原判复述的各被告人的刑罚与本判主文逐一比较：比决定执行的刑罚；2021年3月1日以前的裁判还比同一罪名的刑罚。
几份文书一起查时，用第一审判决书本身来比，原判没有判处财产刑而改判增加罚金、没有判处剥夺政治权利而改判增加的也报（与前罪刑罚并罚的除外）；发回重审的，与第一次判决比；2021年3月1日以后，重审后检察院抗诉的，
第二审也不得重于第一次判决。

## Exclusions 排除
有抗诉（未撤回）或者自诉人上诉的不查；原判或者本判有一方没有读出的不比；只给第二审文书而所复述的原判没有写罚金、剥夺政治权利的，不比该项；
重审中检察院补充、追加、变更起诉或者有新的犯罪事实的不查；只给重审判决一份文书时不查；没有发回重审的裁定书、
只凭重审判决的叙述判断谁上诉的，只作很可能。

## Assumptions 假定
第二审文书对原判的复述准确。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百三十七条第一款（2018年10月26日前为第二百二十六条第一款）；
司法解释（2021）第四百零一条、第四百零三条，（2012）第三百二十五条、第三百二十七条。

## Remedy 怎么改
报审判监督部门，依照审判监督程序纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Protocol, TypeVar

from anjian.cases.brief import Brief, Sentence
from anjian.cases.chains import Chain, Link
from anjian.documents import Judgment
from anjian.documents.model import Penalty, Result
from anjian.scenarios.base import Certainty, Finding, Scenario, Words, decided_on

from .common import INTERPRETATION_2021, basis_on, both, interpreted, term_place

SCENARIO = Scenario(
    code="PRO326",
    name="no-heavier-sentence",
    title=Words("上诉加刑", "Heavier on the accused's own appeal"),
    family="procedure",
    basis=(*both("226", "237", 1), *interpreted("325", "401"), *interpreted("327", "403")),
    certainty="certain",
    severity="major",
    subjects=("criminal-second",),
)
_WITHDRAWN = re.compile(r"撤回[^，。]{0,6}抗诉|撤抗")
_ACCUSED = {"被告人", "附带民事当事人"}
_KINDS = {"管制": 1, "拘役": 2, "有期徒刑": 3}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per party and comparison."""
    on = decided_on(judgment)
    if on is None or not judgment.results or not _only_the_accused(judgment):
        return
    for before, after in _compared(judgment):
        how = _heavier(before.penalty, after.penalty)
        if how is None:
            continue
        zh, en = how
        yield SCENARIO.finding(
            judgment,
            term_place(judgment, after.penalty),
            f"本案只有被告人一方上诉，对{after.party}的改判{zh}，重于原判。",
            f"On the accused's appeal alone the penalty became heavier: {en}.",
            expected=judgment.words(before.penalty)[:60],
            found=judgment.words(after.penalty)[:60],
            basis=basis_on(SCENARIO, on),
        )


def _only_the_accused(judgment: Judgment) -> bool:
    """Whether nobody but the accused's side appealed."""
    if any(
        p.role in ("抗诉机关",) or ("自诉人" in (p.former_role or "") and p.role == "上诉人") for p in judgment.parties
    ):
        return False
    if not any(p.role == "上诉人" for p in judgment.parties) and "上诉" not in judgment.part("course"):
        return False
    return "抗诉" not in judgment.part("parties", "course", "lower") or bool(_WITHDRAWN.search(judgment.plain))


def _compared(judgment: Judgment) -> Iterator[tuple[Result, Result]]:
    """The penalty before and after, as the judgment itself restates and pronounces them."""
    on = decided_on(judgment)
    if judgment.lower and on is not None:
        each_crime = on < INTERPRETATION_2021
        yield from _pairs(judgment.lower[0].results, judgment.results, each_crime)


class _Pronounced(Protocol):
    """A penalty of a document at hand or of a brief."""

    @property
    def party(self) -> str: ...
    @property
    def charge(self) -> str | None: ...
    @property
    def penalty(self) -> Penalty: ...
    @property
    def total(self) -> bool: ...
    @property
    def origin(self) -> str | None: ...


P = TypeVar("P", bound=_Pronounced)


def _pairs(lower: Sequence[P], upper: Sequence[P], each_crime: bool) -> Iterator[tuple[P, P]]:
    """What is to be executed before and after and, before the 2021 interpretation, each crime's."""
    for party in dict.fromkeys(r.party for r in upper):
        before, after = _executed(lower, party), _executed(upper, party)
        if before and after:
            yield before, after
            if not each_crime:
                continue
        for result in (r for r in upper if r.party == party and r.charge and r.origin is None):
            same = [r for r in lower if r.party == party and r.charge == result.charge and r.origin is None]
            if len(same) == 1 and (same[0], result) != (before, after):
                yield same[0], result


def _executed(results: Sequence[P], party: str) -> P | None:
    """The penalty to be executed: the total, or the only one."""
    mine = [r for r in results if r.party == party and r.origin is None]
    totals = [r for r in mine if r.total]
    if totals:
        return totals[-1]
    return mine[0] if len(mine) == 1 and not any(r.origin for r in results if r.party == party) else None


def _weight(p: Penalty) -> tuple[int, int, int]:
    """Kind, months, days, heavier ones greater."""
    if p.death:
        return (5 if p.suspended else 6, 0, 0)
    if p.life:
        return (4, 0, 0)
    return (_KINDS.get(p.kind or "", 0), p.months, p.days)


def _heavier(before: Penalty, after: Penalty) -> tuple[str, str] | None:
    was, now = _weight(before), _weight(after)
    if (now[0] == was[0] and now > was) or now[0] > was[0]:
        return "加重了主刑", "a heavier principal penalty"
    if now[0] and now == was:
        if before.probation_months and not after.probation_months:
            return "撤销了缓刑", "probation was taken away"
        if (after.probation_months or 0) > (before.probation_months or 0) > 0:
            return "延长了缓刑考验期", "a longer probation"
    if before.fine is not None and after.fine is not None and after.fine > before.fine and now >= was:
        return "增加了罚金", "a higher fine"
    if (after.political_rights_months or 0) > (before.political_rights_months or 0) > 0 and now >= was:
        return "延长了剥夺政治权利的期限", "a longer deprivation of political rights"
    return None


# -- across the documents of one case ---------------------------------------------------------


def check_chain(chain: Chain) -> Iterator[Finding]:
    """One finding per party and comparison with the judgment itself that was appealed against."""
    for brief in chain.briefs:
        if brief.case_type != "刑事" or brief.decided is None or not brief.sentences:
            continue
        if brief.instance == "second":
            yield from _on_appeal(chain, brief)
        elif brief.instance == "first" and not brief.supplemented:
            yield from _after_remand(chain, brief)


def _on_appeal(chain: Chain, brief: Brief) -> Iterator[Finding]:
    below = [k.lower for k in chain.below(brief) if _is_judgment(k.lower, brief)]
    if not below:
        return
    latest = max(below, key=lambda b: b.decided or date.min)
    if _accused_alone(brief):
        yield from _against(latest, brief, "本案只有被告人一方上诉，", "certain")
    elif brief.decided and brief.decided >= INTERPRETATION_2021 and "自诉人" not in brief.appellants:
        for first in _first_judgments(chain, latest):
            said = "本案第一次判决只有被告人一方上诉而发回重审，重审后抗诉的也不得重于第一次判决，"
            yield from _against(first, brief, said, "certain")


def _after_remand(chain: Chain, brief: Brief) -> Iterator[Finding]:
    firsts = _first_judgments(chain, brief)
    for first in firsts:
        yield from _against(first, brief, "第一次判决只有被告人一方上诉而发回重审，", "certain")
    if firsts or not brief.remanded or not _accused_alone(brief) or _remands(chain, brief):
        return
    for link in chain.below(brief):
        if _is_judgment(link.lower, brief):
            yield from _against(link.lower, brief, "按本判的叙述，第一次判决只有被告人一方上诉而发回重审，", "likely")


def _first_judgments(chain: Chain, brief: Brief) -> list[Brief]:
    """The judgments that were remanded on the accused's appeal alone before this new hearing of first instance."""
    if brief.supplemented:
        return []
    remands = [link.lower for link in _remands(chain, brief) if _accused_alone(link.lower)]
    return [k.lower for remand in remands for k in chain.below(remand) if _is_judgment(k.lower, brief)]


def _remands(chain: Chain, brief: Brief) -> list[Link]:
    return [k for k in chain.below(brief) if "发回重审" in k.lower.verdicts]


def _is_judgment(lower: Brief, upper: Brief) -> bool:
    return (
        lower.instance == "first"
        and lower.document_type == "判决书"
        and lower.key != upper.key
        and (lower.decided is None or upper.decided is None or lower.decided < upper.decided)
    )


def _accused_alone(brief: Brief) -> bool:
    return "被告人" in brief.appellants and set(brief.appellants) <= _ACCUSED


def _against(first: Brief, brief: Brief, said: str, certainty: Certainty) -> Iterator[Finding]:
    each_crime = brief.decided is not None and brief.decided < INTERPRETATION_2021
    for before, after in _pairs(first.sentences, brief.sentences, each_crime):
        how = _heavier(before.penalty, after.penalty) or _added(first, brief, before, after)
        if how:
            yield _linked(first, brief, before, after, said, how, certainty)


def _added(first: Brief, brief: Brief, before: Sentence, after: Sentence) -> tuple[str, str] | None:
    """An accessory penalty of which the judgment itself that was appealed against gave this person none."""
    now = _weight(after.penalty)
    if not now[0] or now < _weight(before.penalty):
        return None
    theirs = [s.penalty for s in first.sentences if s.party == before.party]
    bare = not any(q.fine is not None or q.fine_text or q.fine_kind or q.confiscation for q in theirs)
    if bare and after.penalty.fine and "罚金" not in before.shown:
        return "增加了原判没有判处的罚金", "a fine that the judgment below did not give"
    joined = any(s.origin for s in brief.sentences if s.party == after.party)  # what is left of an earlier sentence
    free = not any(q.political_rights_months or q.political_rights_life for q in theirs)
    if free and not joined and after.penalty.political_rights_months and "政治权利" not in first.result + before.shown:
        return "增加了原判没有判处的剥夺政治权利", "deprivation of political rights that was not given below"
    return None


def _linked(
    first: Brief,
    brief: Brief,
    before: Sentence,
    after: Sentence,
    said: str,
    how: tuple[str, str],
    certainty: Certainty,
) -> Finding:
    zh, en = how
    return SCENARIO.linked(
        brief,
        after.mark,
        f"{said}对{after.party}的判决{zh}，重于原判（{first.called}：{before.shown}）。",
        f"After the accused's appeal alone the penalty became heavier than in {first.called}: {en}.",
        expected=before.shown,
        found=after.shown,
        certainty=certainty,
        basis=basis_on(SCENARIO, brief.decided) if brief.decided else None,
    )
