"""有诉讼请求没有判决结果。

English: A numbered claim is neither granted nor dismissed.

## What 查什么
原告（反诉原告）逐项提出的诉讼请求中，有一项在判决主文里既没有支持，也没有驳回。

## Why 为何
遗漏诉讼请求是再审事由；漏判的请求没有既判力，当事人也无从上诉。

## Method 方法
一审判决中，把每一项诉讼请求与主文逐项对照：同种请求、同一数额、同一名目之一相合即为有结果；主文有“驳回其他诉讼请求”的，其余请求即为已驳回。主文提到该项请求的费用名目、
该项连带责任的责任人，或者判给的数额等于几项请求之和的，视为已有结果。都没有的报告。

## Exclusions 排除
只请求负担诉讼费用的；没有编号的；已撤回、放弃、变更的；主文有任何驳回或者准许撤回起诉的；文书写明另行主张、另案处理、不予处理的；
不准离婚而未分割财产的；二审、再审、调解书、裁定书，都不报。

## Assumptions 假定
文书写出了全部判决主文。

## Basis 依据
《中华人民共和国民事诉讼法》第二百一十一条第（十一）项（2023年；2021年为第二百零七条，2012年为第二百条）。

## Remedy 怎么改
漏判的，一审可以补充判决或者在上诉后由二审处理；只是漏写驳回的，以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from anjian.documents import Judgment
from anjian.documents.mentions import mentions
from anjian.documents.model_civil import Claim
from anjian.scenarios.base import Finding, Scenario, Words

from .claimed import REFUSALS, is_judgment, live, told
from .figures import total
from .provisions import CLAIMS_MISSED

SCENARIO = Scenario(
    code="CIV504",
    name="claim-unanswered",
    title=Words("诉讼请求没有判决结果", "Claim neither granted nor dismissed"),
    family="civil",
    basis=CLAIMS_MISSED,
    certainty="likely",
    severity="major",
    subjects=("civil-first", "administrative-first"),
)
_ELSEWHERE = re.compile(
    r"另行(?:主张|起诉|解决|处理|诉讼|协商|审理|告诉|提起)|另案|不作处理|不予处理|不予理涉|不予审理|不予审查|不予涉及|不在本案|"
    r"不属(?:于)?(?:本案|人民法院|民事)|先行(?:判决|裁决)|部分判决|中间判决|一并(?:处理|解决)"
)
_WITHDRAWN = re.compile(
    r"(?:撤回|放弃|撤销)[^，。；]{0,40}(?:请求|诉请|起诉|反诉|诉讼|要求)|(?:原告|申请人)[^，。；]{0,10}放弃|撤诉|不再(?:主张|要求)"
)
#: What money is for, by the last two characters of its name: 丧葬费 → 葬费.
_NOUN = re.compile(r"[一-龥](?:[费款金]|损失|工资)")
_MOST = 10
#: Asked for beside the costs and settled with them.
_COSTS = re.compile(r"保全|公告|鉴定|评估|邮寄|翻译|执行费|担保费|保险费")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per numbered claim without an answer, where no dismissal and no other course explains it."""
    if not is_judgment(judgment) or any(a.kind in REFUSALS for a in judgment.awards) or "驳回" in _result(judgment):
        return
    claims = live(judgment, "first", "counter")
    missed = [a.claim for a in judgment.answers if a.outcome == "未答" and a.claim in claims]
    missed = [c for c in missed if c.number is not None and not _COSTS.search(judgment.words(c))]
    if not missed or len(claims) < 2 or len(missed) == len(claims):
        return
    missed = [c for c in missed if not _touched(judgment, c, claims)]
    reasons = judgment.part("reasoning")
    if _ELSEWHERE.search(reasons) or _WITHDRAWN.search(told(judgment) + reasons + _result(judgment)):
        return
    for claim in missed:
        yield SCENARIO.finding(
            judgment,
            claim,
            f"第{claim.number}项诉讼请求在判决主文中既没有支持，也没有驳回，主文也没有驳回其他诉讼请求。",
            f"Claim {claim.number} is neither granted nor dismissed, and no item dismisses the remaining claims.",
            expected="支持或者驳回",
            found="没有判决结果",
        )


def _touched(judgment: Judgment, claim: Claim, claims: list[Claim]) -> bool:
    """Whether the disposition may answer a claim after all: by its matter, its debtor or a sum that takes it in."""
    result, words = _result(judgment), judgment.words(claim)
    if "利息" in claim.reliefs and "息" in result:
        return True
    if any(noun in result for noun in _NOUN.findall(words)):
        return True
    if "连带责任" in claim.reliefs:
        return any(m.names and m.names[0] in result for m in mentions(judgment, *judgment.plain_span(claim)))
    rest = [a for c in claims if c is not claim for a in c.amounts][:_MOST]
    given = {x for a in judgment.awards for x in (*a.amounts, a.total)} - {None}
    sums = {total(some) for n in range(1, len(rest) + 1) for some in combinations(rest, n)}
    return any(own + some in given for own in claim.amounts for some in sums)


def _result(judgment: Judgment) -> str:
    return judgment.part("disposition")
