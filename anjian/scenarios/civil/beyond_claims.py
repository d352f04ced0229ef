"""判决超出诉讼请求。

English: More is granted than was claimed, or a relief that nobody claimed.

## What 查什么
同一名目的款项，判决支持的数额大于该项诉讼请求的数额；全部判给的金额大于全部请求的金额；主文判令支付律师费、违约金、利息、精神损害抚慰金或者
赔礼道歉，而当事人从未提出。

## Why 为何
超出诉讼请求是再审事由；法院不能代当事人主张权利。

## Method 方法
一审判决中，每项诉讼请求只有一个数额、每个判项只有一个数额且名目相同、各只出现一次的，逐一比较；所有金钱请求都写明数额的，比较总额。
主文出现上述名目，而当事人的诉称、答辩中没有这类字样，也没有“各项损失”“一切费用”等概括说法的，报告。

## Exclusions 排除
请求变更、增加、明确过的；请求数额为暂计、“各”若干元、按月计算的；判给的数额等于几项请求之和的；请求确认不欠款（劳动仲裁后起诉等）的；
继承、离婚、分家析产、抚养案件；合并审理的；相差不足一元的，都不报。同一次人身损害中各个赔偿项目之间的调剂，因总额没有超过而不报。

## Assumptions 假定
诉讼请求一段写全了请求。

## Basis 依据
《中华人民共和国民事诉讼法》第二百一十一条第（十一）项（2023年；2021年为第二百零七条，2012年为第二百条）。

## Remedy 怎么改
核对起诉状和庭审笔录有无变更请求；确系超出的，依法纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.documents.model_civil import Award, Claim
from anjian.documents.numerals import decimal
from anjian.scenarios.base import Finding, Scenario, Words

from .claimed import changed, denies, is_judgment, live, money_awards
from .figures import money, total
from .provisions import CLAIMS_MISSED

SCENARIO = Scenario(
    code="CIV503",
    name="beyond-claims",
    title=Words("判决超出诉讼请求", "More granted than claimed"),
    family="civil",
    basis=CLAIMS_MISSED,
    certainty="likely",
    severity="major",
    subjects=("civil-first",),
)
_OPEN = re.compile(r"暂|各|每|不低于|以上|至少|以[^，。；]{0,12}为准|之日|时止|按月|期间|及利息|相应")
_FAMILY = re.compile(r"继承|离婚|析产|抚养|扶养|赡养|同居|婚姻|婚约|破产")
_LABEL = re.compile(
    r"(?P<label>[一-龥]{0,8}?(?:费|款|金|损失|工资|差额|报酬|利息|补偿|补助))(?:人民币|共计|合计|总计|计|￥|：|为)*$"
)
_PREFIX = re.compile(r"^.*(?:支付|给付|偿还|赔偿|返还|归还|退还|拖欠|尚欠|的|告)")
_FIGURE = re.compile(r"(?<![0-9.])(?P<number>[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?)(?P<scale>万)?元")
_BASE = re.compile(r"[^，。；]{0,4}为(?:基数|本金|限)")
#: Sums that stay the same however long interest runs.
_PRINCIPAL = ("借款", "本金", "货款", "工程款", "欠款", "购房款", "材料款", "转让款")
_MOST = 10
#: A relief, the words of the disposition that grant it, and any words by which it may have been asked for.
_RELIEFS = (
    ("律师费", re.compile(r"律师(?:代理)?费"), re.compile(r"律师|代理费|合理(?:费用|开支|支出)|实现债权|维权")),
    ("违约金", re.compile(r"违约金(?!除外)"), re.compile(r"违约|滞纳金|罚|逾期|利息|赔偿金|定金")),
    ("利息", re.compile(r"(?<!无)利息"), re.compile(r"息|利率|逾期|违约|滞纳金|资金占用|占用费|损失|罚|LPR")),
    ("精神损害抚慰金", re.compile(r"精神损害|精神抚慰"), re.compile(r"精神|抚慰")),
    ("赔礼道歉", re.compile(r"道歉"), re.compile(r"道歉|消除影响|恢复名誉|名誉|检讨|声明")),
)
_EVERYTHING = re.compile(
    r"各项|一切|所有(?:费用|损失)|全部(?:费用|损失)|等(?:各种|费用|损失|共计|合计|款项)|经济损失|相关费用"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """What was granted beyond the claims: item by item, in all, and reliefs nobody asked for."""
    claims = live(judgment, "first", "counter")
    cause = judgment.cause.name if judgment.cause else ""
    if not claims or not is_judgment(judgment) or _FAMILY.search(cause) or denies(judgment):
        return
    if changed(judgment):
        return
    found = list(_items(judgment, claims)) or list(_in_all(judgment, claims))
    yield from found
    yield from _unasked(judgment)


def _items(judgment: Judgment, claims: list[Claim]) -> Iterator[Finding]:
    """Sums awarded under a label that are larger than the one claimed under it."""
    given = _once([x for a in money_awards(judgment) for x in _labelled(judgment, a, claimed=False)])
    asked = _once([x for c in claims for x in _labelled(judgment, c, claimed=True)]) if given else {}
    for label, (granted, place) in given.items():
        wanted = next((v for other, (v, _) in asked.items() if other.endswith(label) or label.endswith(other)), None)
        if wanted is not None and granted - wanted >= 1 and granted not in _sums(claims):
            yield _more(judgment, place, label if label in asked else _shorter(label, asked), granted, wanted)


def _labelled(judgment: Judgment, place: Claim | Award, *, claimed: bool) -> Iterator[tuple[str, Decimal, Place]]:
    """What each sum of a claim or an award is for, with the sum; the base of interest is none of them."""
    words = judgment.words(place)
    found = []
    for m in _FIGURE.finditer(words):
        label = _LABEL.search(words, max(0, m.start() - 12), m.start())
        value = decimal(m["number"])
        if label and value is not None and not _BASE.match(words, m.end()):
            name = _PREFIX.sub("", label["label"])
            found.append((name, value * 10_000 if m["scale"] else value, place))
    runs = claimed and _OPEN.search(words)
    for name, value, where in found:
        several = len(found) > 1 and name.endswith("费")
        if not several and not (runs and not name.endswith(_PRINCIPAL)):
            yield name, value, where


def _once(found: list[tuple[str, Decimal, Place]]) -> dict[str, tuple[Decimal, Place]]:
    """The sums by label, those of a label that stands more than once left out."""
    labels = [label for label, _, _ in found]
    return {
        label: (value, place)
        for label, value, place in found
        if len(label) > 1 and sum(label.endswith(other) or other.endswith(label) for other in labels) == 1
    }


def _shorter(label: str, asked: dict[str, tuple[Decimal, Place]]) -> str:
    """The label without what the disposition puts before it (a name), where the claim has it."""
    return next((other for other in asked if label.endswith(other)), label)


def _in_all(judgment: Judgment, claims: list[Claim]) -> Iterator[Finding]:
    """All the money awarded against all that was claimed, where every claim of money has its sum."""
    if any(c.stage == "counter" for c in claims) or any(_open(judgment, c) for c in claims):
        return
    awards = money_awards(judgment)
    if not awards or any(a.total is None for a in awards) or len({a.total for a in awards}) < len(awards):
        return
    granted, wanted = total(a.total for a in awards if a.total), total(_worth(c) for c in claims)
    if wanted > 0 and granted - wanted >= 1 and granted not in _sums(claims):
        yield _more(judgment, awards[-1] if len(awards) > 1 else awards[0], "判给的款项", granted, wanted)


def _open(judgment: Judgment, claim: Claim) -> bool:
    """Whether what a claim comes to cannot be told: no sum though it asks for money, or a sum that runs on."""
    words = judgment.words(claim)
    asks = set(claim.reliefs) & {"给付", "返还", "赔偿", "利息", "违约金", "其他", "分割", "继承"}
    return bool(asks) and (not claim.amounts or bool(_OPEN.search(words)) or "利息" in claim.reliefs)


def _worth(claim: Claim) -> Decimal:
    """The most a claim comes to."""
    return max(claim.total or Decimal(0), total(claim.amounts)) if claim.total is None else claim.total


def _sums(claims: list[Claim]) -> set[Decimal]:
    """Every sum that some of the claimed sums come to."""
    parts = [a for c in claims for a in c.amounts][:_MOST]
    return {total(some) for n in range(1, len(parts) + 1) for some in combinations(parts, n)}


def _unasked(judgment: Judgment) -> Iterator[Finding]:
    """Reliefs granted of which the parties never spoke."""
    granted = list(_granted(judgment)) if judgment.cut("claims") else ()
    if not granted:
        return
    told_of = judgment.part("course", "claims", "answer", "lower") + "".join(judgment.words(c) for c in judgment.claims)
    if _EVERYTHING.search(told_of):
        return
    for name, award, asks in granted:
        if not asks.search(told_of):
            yield SCENARIO.finding(
                judgment,
                award,
                f"判项判令承担{name}，诉讼请求和各方陈述中没有这一项。",
                "The item grants a relief that no party asked for.",
                expected=f"没有请求{name}",
                found=name,
            )


def _granted(judgment: Judgment) -> Iterator[tuple[str, Award, re.Pattern[str]]]:
    """The reliefs granted, each with the first award that does and the words by which it may have been asked for."""
    awards = [(judgment.words(a), a) for a in judgment.awards if a.kind in ("给付", "返还", "赔偿", "道歉")]
    awards = [(words, a) for words, a in awards if "迟延履行" not in words]
    for name, grants, asks in _RELIEFS:
        award = next((a for words, a in awards if grants.search(words)), None)
        if award:
            yield name, award, asks


def _more(judgment: Judgment, award: Place, label: str, granted: Decimal, wanted: Decimal) -> Finding:
    return SCENARIO.finding(
        judgment,
        award,
        f"{label}判决支持{money(granted)}元，诉讼请求为{money(wanted)}元，多出{money(granted - wanted)}元，"
        "文书没有写明请求变更。",
        f"{money(granted)} yuan are granted where {money(wanted)} were claimed; no change of the claims is told.",
        expected=f"不超过{money(wanted)}元",
        found=f"{money(granted)}元",
    )
