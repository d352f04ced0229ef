"""决定罪责的专门问题没有鉴定。

English: A decisive question for experts, and no expert opinion named.

## What 查什么
以轻伤、重伤定故意伤害罪，以毒品种类和净重定毒品犯罪，以血液酒精含量定醉酒型危险驾驶罪，全文没有提到任何鉴定、检验或者检测。

## Why 为何
伤情、毒品、酒精含量是专门性问题，应当鉴定；没有鉴定意见，定罪的关键事实没有证据。

## Method 方法
按主文罪名看文书是否写有伤情等级、毒品净重（查获、扣押的克数）、醉酒或者酒精含量；写有而全文没有鉴定、检验、检测、检出、法医等字样的，报告。

## Exclusions 排除
文书根本没有列举证据的（简写文书）不报；毒品没有查获、只凭交易事实认定的不报；容留他人吸毒不查；二审、再审不查。

## Assumptions 假定
公开的文书没有删去鉴定意见。

## Basis 依据
《中华人民共和国刑事诉讼法》第一百四十六条（2018年）。

## Remedy 怎么改
补充写明鉴定意见及其采信理由；没有鉴定的，依法补做或者纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Finding, Scenario, Words

from .bases import EXPERTISE
from .named import names_any_evidence
from .sums import body_span

SCENARIO = Scenario(
    code="EVI411",
    name="expertise-missing",
    title=Words("专门问题没有鉴定", "Expert opinion missing"),
    family="evidence",
    basis=EXPERTISE,
    certainty="likely",
    severity="major",
    subjects=("criminal-first",),
)
#: Part of the crime's name → what makes an expert needed, and what is asked, in both languages.
DECISIVE: tuple[tuple[str, re.Pattern[str], str, str], ...] = (
    ("故意伤害", re.compile(r"(?:轻伤|重伤)(?:[一二]级|害)?"), "伤情等级", "the grade of injury"),
    (
        "毒品",
        re.compile(r"(?:净重|查获|缴获|扣押)[^。；]{0,40}?[0-9](?:\.[0-9]+)?(?:余)?克"),
        "毒品的种类和重量",
        "kind and weight of the drug",
    ),
    ("危险驾驶", re.compile(r"醉酒|酒精含量|乙醇含量"), "血液酒精含量", "blood alcohol"),
)
#: The word that names an expert nearly always.
_MOSTLY = anchors("鉴定")
_EXPERT = re.compile(
    r"鉴定|检验|检测|检出|化验|法医|毒物|理化|测试|检材|伤检|检定|检查报告|检字|毒检|定性|鉴字|结果单|分析意见|测定|尿检|血检|呼气|吹气"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per crime that turns on a question for experts where none is named."""
    charges = {r.charge for r in judgment.results if r.charge and r.origin is None and not r.penalty.acquitted}
    for name, pattern, zh, en in DECISIVE:
        if any(name in c and "容留" not in c and "引诱" not in c for c in charges):
            told = body_span(judgment)
            if judgment.spots(_MOSTLY, *told) or _EXPERT.search(judgment.plain, *told):
                return
            if not names_any_evidence(judgment):
                return
            place = pattern.search(judgment.plain, *told)
            if place:
                yield SCENARIO.finding(
                    judgment,
                    judgment.place(place.start(), place.end()),
                    f"定罪取决于{zh}，全文没有提到任何鉴定、检验或者检测。",
                    f"The conviction turns on {en}, and no expert opinion or test is named anywhere.",
                    expected="鉴定意见",
                    found=None,
                )
