"""罚金低于法定最低数额。

English: A fine below the least amount the interpretations allow.

## What 查什么
对一罪判处的罚金低于一般最低数额（对犯罪时的未成年人另有最低数额），或者低于盗窃、敲诈勒索、贪污贿赂等罪的专门最低数额。

## Why 为何
最低数额是司法解释的硬规定，缴纳能力不足也只能在限额以上酌定。

## Method 方法
逐罪读取罚金，按裁判日有效的最低数额表比较；被告人犯罪时不满十八周岁的，用未成年人的最低数额。

## Exclusions 排除
刑法条文写明罚金比例（倍数）的罪不查；条文各档写明数额的，按其中最低的数额查；文书任何一处提到未成年或者不满十八周岁的，只按未成年人的最低数额查；决定执行的罚金不查（见PEN122）；同罪各档最低数额不同的，取最低的一档。

## Assumptions 假定
文书没有提到未成年的，被告人犯罪时已成年。

## Basis 依据
《最高人民法院关于适用财产刑若干问题的规定》第二条及各罪的专门解释。

## Remedy 怎么改
核对评议记录；罚金数额确有错误的，按审判监督程序处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.law.penalties import FineFloor, era, fine_floor, tiers
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import FINE_RULES, SUBJECTS, own_results, single, who

SCENARIO = Scenario(
    code="PEN113",
    name="fine-below-floor",
    title=Words("罚金低于法定最低数额", "Fine below its floor"),
    family="penalty",
    basis=(Basis(FINE_RULES, "2"),),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)
_YOUNG = re.compile(r"未成年|[不未]满(?:十八|18)周?岁|少年法庭|监护人|法定代理人")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per fine below its floor."""
    day = decided_on(judgment)
    if day is None:
        return
    for result in own_results(judgment):
        fine = result.penalty.fine
        if fine is None or result.charge is None or result.total:
            continue
        floor = _floor(result.charge, era(day), False)
        if floor and fine < floor.floor and _speaks_of_youth(judgment):
            floor = _floor(result.charge, era(day), True)
        if floor is None or fine >= floor.floor or not single(judgment, result):
            continue
        yield SCENARIO.finding(
            judgment,
            result.penalty,
            f"对{who(result)}犯{result.charge}判处罚金{fine.normalize():f}元，低于最低数额{floor.floor}元（{floor.source}）。",
            f"A fine of {fine.normalize():f} yuan; the least is {floor.floor} yuan.",
            expected=f"不少于{floor.floor}元",
            found=f"{fine.normalize():f}元",
        )


@once
def _speaks_of_youth(judgment: Judgment) -> bool:
    return _YOUNG.search(judgment.plain) is not None


@lru_cache(maxsize=4096)
def _floor(charge: str, day: date, young: bool) -> FineFloor | None:
    """The floor that holds. Where the law itself sets amounts, the least of them; None where it sets shares only."""
    known = tiers(charge, day)
    if known is None:
        return None
    fined = [t for t in known if t.fine != "none"]
    if any(t.times_min is not None or t.times_max is not None for t in fined):
        return None
    set_by_law = [t for t in fined if t.fine_min is not None]
    if not set_by_law:
        return fine_floor(charge, day, minor=young)
    if len(set_by_law) < len(fined):
        return None
    least = min(set_by_law, key=lambda t: t.fine_min or 0)
    return FineFloor(least.fine_min or 0, None, None, least.source)
