"""判处的刑罚高于法定最高刑。

English: A penalty above every tier of the charge.

## What 查什么
对一罪判处的刑罚高于该罪各量刑幅度的最高刑。

## Why 为何
刑罚不得超出法律规定的幅度；从重处罚也须在法定刑的限度以内。

## Method 方法
按罪名取行为日至裁判日之间各个版本的全部量刑幅度，判处的刑罚高于其中每一个时报告。

## Exclusions 排除
决定执行的合并刑、与前罪并罚的刑不查；罪名不规范，或者某一版本的条文未收录的，不查。只高于文中所称幅度的，见 PEN110。

## Assumptions 假定
行为日以查明事实中最早的日期计，只写年月的从该月一日计。

## Basis 依据
《中华人民共和国刑法》第六十一条、第六十二条及各罪条文。

## Remedy 怎么改
核对罪名与刑期：属笔误的补正；确有错误的，按审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .pronounced import CRIMINAL_LAW, SUBJECTS, who
from .statutory import articles_zh, highest, sentences

SCENARIO = Scenario(
    code="PEN109",
    name="above-statutory-maximum",
    title=Words("高于法定最高刑", "Above the statutory maximum"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "61"), Basis(CRIMINAL_LAW, "62")),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per penalty above every tier of its charge."""
    for sentence in sentences(judgment, lambda s: s.measure.too_high):
        *_, zh, en = max(highest(t) for t in sentence.tiers)
        charge = sentence.result.charge
        yield SCENARIO.finding(
            judgment,
            sentence.result.penalty,
            f"对{who(sentence.result)}犯{charge}判处{sentence.zh()}；该罪的法定最高刑是{zh}（刑法{articles_zh(sentence)}）。",
            f"The penalty is {sentence.en()}; the gravest the law sets for {charge} is {en}.",
            expected=f"不高于{zh}",
            found=sentence.zh(),
            basis=(*SCENARIO.basis, *sentence.basis()),
        )
