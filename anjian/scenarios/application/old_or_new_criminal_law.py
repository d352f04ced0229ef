"""行为发生在罪名设立之前。

English: The offence was committed before the charge existed.

## What 查什么
主文认定的罪名，在查明的全部行为日期之后才由刑法修正案设立。

## Why 为何
法律不溯及既往：行为时法律不认为是犯罪的，不能依后来的法律定罪。

## Method 方法
罪名表给出罪名的起始日；查明的行为日期全部早于该日时报告。

## Exclusions 排除
罪名只是改名、合并（旧罪名由新罪名替代）的不报；行为跨越起始日的不报；没有读出行为日期的不报。

## Assumptions 假定
行为日期以审理查明部分为准；持续到设立之后的行为可能只写了开始日。

## Basis 依据
《中华人民共和国刑法》第十二条。

## Remedy 怎么改
核对行为终了日；确在设立之前的，适用行为时法律。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import DateFact
from anjian.law.charges import Charge, charge_on, successors
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

SCENARIO = Scenario(
    code="LAW213",
    name="old-or-new-criminal-law",
    title=Words("行为早于罪名设立", "Offence before the charge existed"),
    family="application",
    basis=(Basis("中华人民共和国刑法", "12"),),
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per charge younger than every day of the offence."""
    day = decided_on(judgment)
    names = {r.charge for r in judgment.results if r.charge}
    days = [d for d in judgment.offence_days if d.value] if len(names) == 1 else []
    if day is None or not days:
        return
    last = max(days, key=lambda d: d.value or day)
    for name in names:
        charge = charge_on(name, day)
        if charge and last.value and last.value < charge.since and charge.official not in successors():
            yield _finding(judgment, last, charge)


def _finding(judgment: Judgment, last: DateFact, charge: Charge) -> Finding:
    since = charge.since.isoformat()
    return SCENARIO.finding(
        judgment,
        last,
        f"查明的行为最晚在{last.text}，而{charge.official}自{since}起才有。",
        f"The last act found is of {last.value}, but {charge.official} exists only since {since}.",
        expected=since,
        found=str(last.value),
    )
