"""罪名不是当时的法定罪名。

English: A conviction under a name that is no official charge on that day.

## What 查什么
主文认定的罪名，不在裁判时有效的罪名规定及其补充规定之中。

## Why 为何
罪名由最高人民法院、最高人民检察院统一确定，自拟或过时的罪名会使定罪失去准确的指称。

## Method 方法
主文罪名与罪名表（含选择性罪名的各种合法组合）按裁判日比对。从未有过的为确定；曾经有过而裁判时已取消的，因可能依行为时法，只作提示。

## Exclusions 排除
只查主文，不查指控和前科；单位犯罪、附带民事部分不查；表格起点（1997年12月25日）以前的裁判不查。

## Assumptions 假定
选择性罪名可以按行为拆分、合并。

## Basis 依据
《最高人民法院、最高人民检察院关于执行〈中华人民共和国刑法〉确定罪名的补充规定》（一）至（八）及1997年罪名规定。

## Remedy 怎么改
改用现行罪名。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Result
from anjian.law.charges import charge_on, known_charge, nearest_charge
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

SCENARIO = Scenario(
    code="LAW207",
    name="charge-name",
    title=Words("罪名不是法定罪名", "Not an official charge"),
    family="application",
    basis=(Basis("最高人民法院、最高人民检察院关于执行《中华人民共和国刑法》确定罪名的补充规定（七）"),),
    certainty="certain",
    severity="major",
    subjects=("criminal",),
)
#: The list of charges that the table begins with.
FIRST_DAY = date(1997, 12, 25)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per charge of the disposition that is not official on the day of the decision."""
    day = decided_on(judgment)
    if day is None or day < FIRST_DAY:
        return
    told: set[str] = set()
    for result in judgment.results:
        name = result.charge
        if name and name not in told and result.origin is None and charge_on(name, day) is None:
            told.add(name)
            yield _finding(judgment, result, name)


def _finding(judgment: Judgment, result: Result, name: str) -> Finding:
    once, near = known_charge(name), nearest_charge(name)
    start, end = judgment.plain_span(result)
    at = judgment.plain.find(name, start, end)
    place = judgment.place(at, at + len(name)) if at >= 0 else result
    if once:
        return SCENARIO.finding(
            judgment,
            place,
            f"“{name}”在裁判时已不是法定罪名，请核对是否依行为时的法律定罪。",
            f"{name} was no longer an official charge on the day of the decision; check whether older law applies.",
            expected="、".join(once.replaced_by) or None,
            found=name,
            certainty="hint",
        )
    zh = f"，最接近的是“{near}”" if near else ""
    en = f"; the nearest is {near}" if near else ""
    return SCENARIO.finding(
        judgment,
        place,
        f"“{name}”不在法定罪名之列{zh}。",
        f"{name} is not on the official list of charges{en}.",
        expected=near,
        found=name,
    )
