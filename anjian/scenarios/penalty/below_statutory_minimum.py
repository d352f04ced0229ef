"""判处的刑罚低于法定最低刑，又无减轻处罚的情节。

English: A penalty below every tier of the charge, with nothing that allows it.

## What 查什么
对一罪判处的刑罚低于该罪各量刑幅度的最低刑，全文又没有减轻处罚的情节。

## Why 为何
法定刑以下判处刑罚，须有法定的减轻情节，或者经最高人民法院核准。

## Method 方法
按罪名取行为日至裁判日之间各个版本的全部量刑幅度，判处的刑罚低于其中每一个时报告。自首、立功、从犯、胁从、未遂、预备、中止、未成年、年满七十五周岁、限制责任能力、聋哑盲、防卫或者避险过当等情节由本院认定、或者引用了相应条文、或者写明减轻处罚的，不报；只有辩方提出、本院未采纳，或者属于他人的，确定性降为“很可能”。

## Exclusions 排除
免予刑事处罚、单位、决定执行的合并刑不查；罪名不规范，或者某一版本的条文未收录的，不查；认罪认罚、坦白（未避免严重后果）、谅解、退赔不是减轻情节。
只低于文中所称幅度的，见 PEN110。

## Assumptions 假定
行为日以查明事实中最早的日期计，只写年月的从该月一日计。

## Basis 依据
《中华人民共和国刑法》第六十三条及各罪条文。

## Remedy 怎么改
有减轻情节的，在说理中写明并引用条文；没有的，核对罪名与刑期，确有错误的按审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .pronounced import CRIMINAL_LAW, SUBJECTS, who
from .statutory import articles_zh, lowest, reduction, sentences

SCENARIO = Scenario(
    code="PEN108",
    name="below-statutory-minimum",
    title=Words("低于法定最低刑", "Below the statutory minimum"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "63"),),
    certainty="certain",
    severity="major",
    subjects=SUBJECTS,
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per penalty below every tier of its charge."""
    for sentence in sentences(judgment, lambda s: s.measure.too_low):
        certainty = reduction(judgment, sentence.result)
        if certainty is None:
            continue
        *_, zh, en = min(lowest(t) for t in sentence.tiers)
        charge = sentence.result.charge
        yield SCENARIO.finding(
            judgment,
            sentence.result.penalty,
            f"对{who(sentence.result)}犯{charge}判处{sentence.zh()}；该罪的法定最低刑是{zh}（刑法{articles_zh(sentence)}），"
            "本院未认定减轻处罚的情节。",
            f"The penalty is {sentence.en()}; the mildest the law sets for {charge} is {en}, "
            "and the court finds no ground for going below it.",
            expected=f"不低于{zh}",
            found=sentence.zh(),
            certainty=certainty,
            basis=(*SCENARIO.basis, *sentence.basis()),
        )
