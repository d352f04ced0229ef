"""判项利息没有基数、标准或者起止。

English: Interest is ordered without a base, a rate, a start or an end.

## What 查什么
判决主文判令支付利息、违约金、资金占用费，却没有写明计算基数、利率标准、起算日或者截止日之一，也没有写明具体数额。

## Why 为何
判项不明确，执行时无法计算，容易引起执行异议。

## Method 方法
逐条读判决主文的利息条款，看基数、利率（或者参照的利率）、起算、截止四项是否写明；缺一项即提示。

## Exclusions 排除
写明了利息数额的不报；写“按合同约定”“按上述标准”“随本金”“详见附表”等另有所指的不报；迟延履行期间的加倍利息不属此列；
调解书、裁定书不查。

## Assumptions 假定
同一判项中前面写明的唯一欠款数额就是基数。

## Basis 依据
《人民法院民事裁判文书制作规范》；《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第四百六十一条（申请执行的法律文书给付内容应当明确）。

## Remedy 怎么改
在判项中写明基数、利率、起算日和截止日；已经作出的，以裁定补正或者作出说明。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model_civil import Interest
from anjian.scenarios.base import Basis, Finding, Scenario, Words

_INTERPRETATION = "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释"
SCENARIO = Scenario(
    code="CIV506",
    name="interest-open-end",
    title=Words("判项利息不明确", "Interest ordered but not fixed"),
    family="civil",
    basis=(
        Basis(_INTERPRETATION, "463", 1, since=date(2015, 2, 4), until=date(2022, 4, 10)),
        Basis(_INTERPRETATION, "461", 1, since=date(2022, 4, 10)),
    ),
    certainty="hint",
    severity="minor",
    subjects=("civil-first", "civil-second", "civil-retrial"),
)
_ELSEWHERE = re.compile(
    r"约定|上述|前述|前款|该款|同一|合同|附表|附件|清单|随本|利随本清|借据|借条|承诺|规定|同上|判决书|调解书|依法|标准|罚息(?![0-9一二三四五六七八九十])|复利"
    r"|实际(?!清偿|付清|支付|偿还|履行|给付|还清|归还|偿付|还款)"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per clause of the disposition that leaves the interest open."""
    if not judgment.title or judgment.title.document_type != "判决书":
        return
    for clause in judgment.interest:
        if clause.section == "disposition" and clause.stated is None and not _elsewhere(judgment, clause):
            missing = _missing(clause)
            if missing:
                yield SCENARIO.finding(
                    judgment,
                    clause,
                    f"判令支付{clause.label}，没有写明{'、'.join(missing)}。",
                    f"Interest is ordered without {', '.join(_ENGLISH[m] for m in missing)}.",
                    found="缺" + "、".join(missing),
                )


_ENGLISH = {"计算基数": "a base", "利率标准": "a rate", "起算日": "a start", "截止日": "an end"}


def _missing(clause: Interest) -> list[str]:
    told = {
        "计算基数": clause.base is not None or clause.base_words is not None,
        "利率标准": clause.rate_text is not None or clause.reference is not None,
        "起算日": clause.begin_words is not None,
        "截止日": clause.finish_words is not None or clause.to_payment,
    }
    return [name for name, there in told.items() if not there]


def _elsewhere(judgment: Judgment, clause: Interest) -> bool:
    """Whether the item refers to a place where the rest is told."""
    start, end = judgment.plain_span(clause)
    cut = judgment.cut("disposition")
    floor = cut.start if cut else 0
    begin = max(judgment.plain.rfind(stop, floor, start) + 1 for stop in "。；") or floor
    stops = [i for i in (judgment.plain.find(stop, end) for stop in "。；") if i >= 0]
    return bool(_ELSEWHERE.search(judgment.plain, begin, min(stops, default=len(judgment.plain))))
