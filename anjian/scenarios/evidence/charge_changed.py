"""改变指控罪名而未说明理由。

English: Convicted of another charge than accused, without a word on it.

## What 查什么
判决认定的罪名不在公诉机关指控的罪名之中，而说理部分没有对改变罪名作任何说明。

## Why 为何
法院可以变更罪名，但应当在判决前听取控辩双方意见，并在判决书中说明理由；没有说明的，多为罪名误写。

## Method 方法
取起诉指控的罪名与主文（及说理）认定的罪名逐个比较；名称相同、同属一个选择性罪名的视为相同。认定的罪名一个也对不上，且说理部分没有“罪名不当”“定性”“纠正”“变更”等说明的，报告。

## Exclusions 排除
有变更、追加起诉的；指控部分另有该罪名的；说理对指控罪名有任何评价（不当、不成立、予以纠正、应定某罪等）的；读不出指控罪名的；二审、再审，都不查。
宣告无罪、免予刑事处罚的罪名照常比较；前罪并罚的罪名不比较。

## Assumptions 假定
起诉书指控的罪名完整写入文书。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第二百九十五条（2012年解释为第二百四十一条）。

## Remedy 怎么改
罪名误写的以裁定补正；确系变更罪名的，应当补充说理，未听取意见的依法纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Result
from anjian.law.charges import known_charge
from anjian.scenarios.base import Finding, Scenario, Words

from .bases import CHANGED_CHARGE
from .sums import told

SCENARIO = Scenario(
    code="EVI407",
    name="charge-changed",
    title=Words("改变指控罪名未说明理由", "Charge changed without a reason"),
    family="evidence",
    basis=CHANGED_CHARGE,
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)
#: The court speaks of the name of the crime: 罪名不当, 应定…罪, 予以纠正.
_WRONG = r"(?:不当|有误|不准|错误|欠妥|不妥|不能成立|不成立|纠正|更正|变更|调整|改变|不符)"
_EXPLAINED = re.compile(
    rf"(?:定性|罪名)[^。；]{{0,20}}{_WRONG}|指控[^。；]{{0,80}}(?:{_WRONG}|罪[^。；]{{0,20}}(?:不予|证据不足))"
    r"|(?:变更|改变|更改|追加|补充)(?:起诉|指控|罪名|为)|予以(?:纠正|更正|变更)|应(?:当)?(?:定性|认?定为[^，。；]{2,24}罪)"
    r"|(?:不|未)(?:构成|符合)(?P<denied>[^，。；]{2,30}罪)|一罪处|从一重|竞合|牵连"
)
_NEW_INDICTMENT = re.compile(r"(?:变更|追加|补充|改变)(?:刑事)?(?:起诉|指控|公诉)")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per crime of the disposition that was not alleged and is not explained."""
    alleged = {c.name for c in judgment.charges_alleged}
    if not alleged:
        return
    seen: dict[str, Result] = {}
    for result in judgment.results:
        if result.charge and result.origin is None and not result.penalty.acquitted:
            seen.setdefault(result.charge, result)
    changed = [name for name in seen if name not in alleged and not any(_same(name, other) for other in alleged)]
    if not changed or _explained(judgment.part("reasoning", "basis"), alleged):
        return
    changed = [name for name in changed if not _of_before(judgment, name)]
    if _NEW_INDICTMENT.search(judgment.plain, *told(judgment)):
        return
    for name in changed:
        if not _alleged_later(judgment, name):
            yield _finding(judgment, seen[name], name, sorted(alleged))


def _explained(reasoning: str, alleged: set[str]) -> bool:
    """Whether the reasoning speaks of the name of the crime, or denies an alleged one."""
    found = list(_EXPLAINED.finditer(reasoning))
    return any(m["denied"] is None or any(_same(m["denied"], other) for other in alleged) for m in found)


def _same(name: str, other: str) -> bool:
    """Whether two names mean one crime: equal, parts of one selective name, or one written within the other."""
    if name.removesuffix("罪") in other or other.removesuffix("罪") in name:
        return True
    one, two = known_charge(name), known_charge(other)
    return one is None or two is None or bool(set(one.articles) & set(two.articles))


def _of_before(judgment: Judgment, name: str) -> bool:
    """Whether the crime is one of an earlier judgment that is merged, not one found now."""
    if any(c.name == name for c in judgment.convicted_of):
        return False
    return any(prior.charge and _same(name, prior.charge) for prior in judgment.priors)


def _alleged_later(judgment: Judgment, name: str) -> bool:
    """Whether the prosecution names the crime outside the opening passage."""
    start, end = told(judgment)
    bare = re.escape(name.removesuffix("罪"))
    accused = re.compile(rf"(?:指控|构成|触犯|以|犯(?!罪)|认为)[^，。；]{{0,40}}{bare}")
    return accused.search(judgment.plain, start, end) is not None


def _finding(judgment: Judgment, result: Result, name: str, alleged: list[str]) -> Finding:
    accused = "、".join(alleged)
    return SCENARIO.finding(
        judgment,
        result,
        f"公诉机关指控的是{accused}，判决认定{name}，说理部分没有说明改变罪名的理由。",
        f"The charge was {accused}; the conviction is for {name}, and the reasoning says nothing on the change.",
        expected=accused,
        found=name,
    )
