"""上诉加刑。

English: On the accused's appeal alone the second instance imposed a heavier penalty.

## What 查什么
只有被告人一方上诉、没有检察院抗诉和自诉人上诉的第二审判决，对被告人改判的刑罚重于原判：刑种加重、刑期加长、
撤销缓刑、延长考验期、增加罚金。

## Why 为何
上诉不加刑，否则被告人不敢上诉。

## Method 方法
把原判复述的各被告人的刑罚与本判主文逐一比较：比决定执行的刑罚；2021年3月1日以前的裁判还比同一罪名的刑罚。

## Exclusions 排除
有抗诉（未撤回）或者自诉人上诉的不查；原判或者本判有一方没有读出的不比；原判没有写罚金的，不比罚金；
发回重审后的判决要看原卷，不在单篇文书中查。

## Assumptions 假定
第二审文书对原判的复述准确。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百三十七条第一款（2018年10月26日前为第二百二十六条第一款）；
司法解释（2021）第四百零一条，（2012）第三百二十五条。

## Remedy 怎么改
报审判监督部门，依照审判监督程序纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Penalty, Result
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import INTERPRETATION_2021, basis_on, both, interpreted, term_place

SCENARIO = Scenario(
    code="PRO326",
    name="no-heavier-sentence",
    title=Words("上诉加刑", "Heavier on the accused's own appeal"),
    family="procedure",
    basis=(*both("226", "237", 1), *interpreted("325", "401")),
    certainty="certain",
    severity="major",
    subjects=("criminal-second",),
)
_WITHDRAWN = re.compile(r"撤回[^，。]{0,6}抗诉|撤抗")
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
    """The penalty before and after: what is to be executed and, before the 2021 interpretation, each crime's."""
    on = decided_on(judgment)
    if not judgment.lower or on is None:
        return
    lower = judgment.lower[0].results
    for party in dict.fromkeys(r.party for r in judgment.results):
        before, after = _executed(lower, party), _executed(judgment.results, party)
        if before and after:
            yield before, after
            if on >= INTERPRETATION_2021:
                continue
        for result in (r for r in judgment.results if r.party == party and r.charge and r.origin is None):
            same = [r for r in lower if r.party == party and r.charge == result.charge and r.origin is None]
            if len(same) == 1 and (same[0], result) != (before, after):
                yield same[0], result


def _executed(results: tuple[Result, ...], party: str) -> Result | None:
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
    return None
