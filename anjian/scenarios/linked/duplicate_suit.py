"""重复起诉。

English: The same parties, the same cause and the same claims in two cases that were both decided.

## What 查什么
同一原告对同一被告，以同一案由、就同一事实、请求同样的金额，有两件一审民事案件都作出了判决或者调解。

## Why 为何
一事不再理。重复受理会出现两份可以同时申请执行的裁判。

## Method 方法
比较原告、被告的姓名、案由、诉讼请求中最大的金额，以及查明事实中的日期：一件的日期全部见于另一件。报在后一件的案号上。

## Exclusions 排除
撤诉、按撤诉处理、驳回起诉、不予受理的一件不算；发回重审、再审的不算；同一案号的几份文书不算；姓名经过遮盖的不比；
离婚、抚养、赡养、扶养等依法可以再次起诉的案由不查；诉讼请求没有金额或者查明事实没有日期的不比。

## Assumptions 假定
当事人、案由、金额、事实日期都相同的两件案件，争议的是同一件事。同日同额的两笔债各起诉一次的，应看事实部分。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二百四十七条。

## Remedy 怎么改
后诉尚未审结的，裁定驳回起诉；已经生效的，依照审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from anjian.cases.brief import Brief, Mark
from anjian.cases.chains import MASK
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="LNK805",
    name="duplicate-suit",
    title=Words("重复起诉", "The same suit twice"),
    family="linked",
    basis=(Basis("最高人民法院关于适用《中华人民共和国民事诉讼法》的解释", "247", since=date(2015, 2, 4)),),
    certainty="likely",
    severity="major",
    subjects=("civil-first",),
)
_AGAIN_ALLOWED = ("离婚", "抚养", "扶养", "赡养", "收养", "探望")


def group(brief: Brief) -> str | None:
    """Parties, cause and sum as one key; None for a case that is not compared."""
    if brief.case_type != "民事" or brief.instance != "first" or brief.document_type not in ("判决书", "调解书"):
        return None
    if brief.withdrawn or brief.remanded or brief.reopened or brief.number is None:
        return None
    if not brief.cause or not brief.claimed or not brief.days or any(w in brief.cause for w in _AGAIN_ALLOWED):
        return None
    sides = ["、".join(sorted(p.name for p in brief.parties if p.role == role)) for role in ("原告", "被告")]
    if not all(sides) or any(MASK.search(side) for side in sides):
        return None
    return "|".join((*sides, brief.cause, str(brief.claimed)))


def check_group(briefs: Sequence[Brief]) -> Iterator[Finding]:
    """One finding per case that has a twin before it."""
    cases = sorted({b.key: b for b in reversed(briefs)}.values(), key=lambda b: (b.decided or date.max, b.document))
    for i, brief in enumerate(cases):
        twin = next((b for b in cases[:i] if _same_facts(b, brief)), None)
        if twin and brief.number_mark:
            yield _finding(brief, brief.number_mark, twin)


def _same_facts(a: Brief, b: Brief) -> bool:
    """Whether all the days that one finds are found by the other."""
    return set(a.days) <= set(b.days) or set(b.days) <= set(a.days)


def _finding(brief: Brief, mark: Mark, first: Brief) -> Finding:
    return SCENARIO.linked(
        brief,
        mark,
        f"{first.called}（{first.court}，{first.decided}，{first.document}）的当事人、案由、事实日期和请求金额与本案相同。",
        f"{first.called} ({first.court}, {first.decided}, {first.document}) has the same parties, cause, days and sum.",
        found=brief.called,
    )
