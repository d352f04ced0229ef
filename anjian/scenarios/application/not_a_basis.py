"""把不能作为裁判依据的文件当作裁判依据。

English: A document that may not be a basis of decision is cited as one.

## What 查什么
刑事裁判依据中引用了指导意见、会议纪要、通知、答复等不是法律、法律解释或司法解释的文件。

## Why 为何
刑事裁判只能以法律、法律解释、司法解释为依据；其他规范性文件只能用于说理。

## Method 方法
裁判依据一句中的名称，以“意见、纪要、通知、答复、复函”结尾，且名称库没有登记为司法解释的，报告。

## Exclusions 排除
说理部分引用的不查；名称库登记为司法解释的通知、规定不报；全国人大常委会的立法解释、决定不报。

## Assumptions 假定
裁判依据能从“依照……判决如下”一句中读出。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第三条、第六条。

## Remedy 怎么改
移至说理部分，裁判依据只留法律和司法解释。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.law.titles import titles
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="LAW212",
    name="not-a-basis",
    title=Words("不能作为裁判依据的文件", "Not a basis of decision"),
    family="application",
    basis=(
        Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "3"),
        Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "6"),
    ),
    certainty="likely",
    severity="minor",
    subjects=("criminal",),
)
ENDINGS = ("意见", "意见（试行）", "意见（一）", "意见（二）", "纪要", "通知", "答复", "复函")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per such document in the basis."""
    seen: set[Place] = set()
    for citation in judgment.citations:
        place = citation.title_place
        if citation.section != "basis" or place is None or place in seen:
            continue
        seen.add(place)
        if citation.title.endswith(ENDINGS) and not any(t.level == "司法解释" for t in titles(citation.title)):
            yield SCENARIO.finding(
                judgment,
                place,
                f"《{citation.title}》不是法律、法律解释或者司法解释，只能用于说理，不能列为裁判依据。",
                f"{citation.title} is neither a law nor an interpretation; it may support reasons, not the decision.",
                expected="法律、法律解释、司法解释",
                found=citation.title,
            )
