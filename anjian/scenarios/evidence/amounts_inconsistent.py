"""同一数额前后不一致。

English: The same amount is stated in two ways.

## What 查什么
大小写不符：同一数额既用汉字又用数字写，两者不等，如“人民币壹万元（5000元）”。
前后不符（刑事）：指控与查明的事实中同一句话的数额不同，文书没有说明；说理部分认定的犯罪数额或者毒品重量，与事实部分的数额对不上，也不是其中若干数额之和。

前后不符（民事、行政、执行）：十万元以上的同一数额，一处有相邻两个数字颠倒。

## Why 为何
数额决定罪与非罪、刑罚档次、罚金和给付义务，前后不一会使判决无法执行或者引起再审。

## Method 方法
数额紧跟括号、括号内又写一个数额的，汉字与数字两种写法相比，不等即为确定。
说理部分认定犯罪的那一句（“本院认为……其行为已构成……罪”）中的金额、克数，与事实部分（指控和查明）的全部同单位数额相比：
既不等于其中任何一个，也不是其中几个之和或者两个之差的，为可能。
指控与查明的事实中，前十字、后四字相同而数额不同，双方各自只出现一次、互不出现对方数额的，为可能。
非刑事文书中，十万元以上的整数只出现一次，与出现两次以上的另一数额位数相同、只有首位以后相邻两位颠倒的，为可能。

## Exclusions 排除
带“余、约、以上、不满、各、每”等字的；说理中讨论数额如何认定、更正指控数额的；引用法律标准的；按单价、外币计算的；事实部分同单位数额少于一个或者超过十六个的，不查。
指控与查明的数额不同而说明了更正、核减理由的不报。罚金、退赔的数额不与犯罪数额相比。

## Assumptions 假定
事实部分写出了犯罪数额或者组成它的各项。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百条（2012年解释为第二百四十六条）；文书前后一致的要求。

## Remedy 怎么改
核对原始证据，以裁定补正笔误；涉及数额档次的，依法纠正。
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.numerals import HAN, decimal
from anjian.scenarios.base import Finding, Scenario, Words

from .bases import REASONS, reasons
from .sums import (
    Quantity,
    amounts_within,
    conviction,
    counted,
    counts_any,
    quantities,
    reachable,
    told,
    weights_told,
    written,
)

SCENARIO = Scenario(
    code="EVI405",
    name="amounts-inconsistent",
    title=Words("同一数额前后不一致", "The same amount stated in two ways"),
    family="evidence",
    basis=REASONS,
    certainty="certain",
    severity="major",
    subjects=("any",),
)
_NUMBER = r"[0-9]++(?:[,，][0-9]{3})*+(?:\.[0-9]++)?万?"
#: Figures are money only with 元 or a sign: （2） and （2017） are none.
_FIGURES = rf"(?:[￥¥]{_NUMBER}元?|{_NUMBER}元)"
_WORDS = rf"[{HAN}]++[元圆]"
_SIGN = r"(?:人民币|大写|小写|即|计|RMB|：)*"
#: 壹万元整（￥5000元）, 5000元（大写：伍仟元）
_TWICE = re.compile(
    rf"(?P<first>(?<![0-9.,，]){_FIGURES}|(?<![{HAN}]){_WORDS})整?（{_SIGN}(?P<second>{_FIGURES}|{_WORDS})整?[，。]?）"
)
_BRACKET = re.compile(rf"（(?=[0-9￥¥大小人即计R{HAN}])")
_FIGURE = frozenset("0123456789")
_OPENING = anchors(*(f"{before}（" for before in "元圆整0123456789"))
_WINDOW = 40
#: How much of the words before and behind an amount must be the same for it to be the same amount.
_LEFT, _RIGHT = 10, 4
_DISPUTED = re.compile(
    r"(?:数额|金额|重量|价值|数量|指控)[^。；]{0,60}(?:有误|不当|不符|不准|不予|更正|纠正|更改|核减|扣除|不应|应为)"
    r"|计算错误|更正|核减|数额(?:应|认定)"
)
#: Round the number: what makes it something else than the measure of the crime.
_OTHER_BEFORE = re.compile(
    r"(?:[每各均共]人|[每各均]|不满|超过|达到|罚金(?:人民币)?|退|赔偿|归还|返还)[^，。；]{0,12}$"
)
_BEFORE = 20  # no more than those words and what stands between can hold
_OTHER_AFTER = re.compile(r"以上|以下|以内|左右|不等|余|至|的(?:标准|起点)")
#: Below it two amounts that are one another turned round are too often both right.
_LARGE = 100_000


def check(judgment: Judgment) -> Iterator[Finding]:
    """Amounts whose figures and words differ, and amounts of the reasoning that the facts do not know."""
    yield from _figures_and_words(judgment)
    title = judgment.title
    if title and title.case_type not in (None, "刑事"):
        yield from _turned(judgment)
    elif judgment.instance == "first":
        yield from _reasoning(judgment)
        yield from _charge_and_findings(judgment)


def _figures_and_words(judgment: Judgment) -> Iterator[Finding]:
    text = judgment.plain
    for before in judgment.spots(_OPENING):
        at = before + 1
        if not _BRACKET.match(text, at):
            continue
        for m in _TWICE.finditer(text, max(0, at - _WINDOW), at + _WINDOW):
            if m.start() < at < m.end() and _differ(m["first"], m["second"]):
                yield SCENARIO.finding(
                    judgment,
                    judgment.place(m.start(), m.end()),
                    f"同一数额先写{m['first']}，括号内写{m['second']}，两者不等。",
                    f"The same amount is written {m['first']} and, in brackets, {m['second']}.",
                    expected=m["first"],
                    found=m["second"],
                    basis=reasons(judgment),
                )
                break


def _differ(first: str, second: str) -> bool:
    """Whether one is in figures, the other in words, and they are not the same number."""
    one, other = (decimal(amount.strip("￥¥元圆")) for amount in (first, second))
    if (first.strip("￥¥")[0] in _FIGURE) == (second.strip("￥¥")[0] in _FIGURE) or not one or not other:
        return False
    return one != other


def _turned(judgment: Judgment) -> Iterator[Finding]:
    """An amount that stands once and is another, told more than once, with two digits turned round."""
    whole = [a for a in judgment.amounts if a.value >= _LARGE and a.value == int(a.value)]
    often = Counter(a.value for a in whole)
    repeated: dict[str, list[Decimal]] = {}
    for value, times in often.items():
        if times > 1:
            repeated.setdefault(_digits(value), []).append(value)
    for amount in whole if repeated else ():
        near = repeated.get(_digits(amount.value), ()) if often[amount.value] == 1 else ()
        right = next((v for v in near if _are_turned(str(int(v)), str(int(amount.value)))), None)
        if right is None:
            continue
        stated, other = f"{written(amount.value)}元", f"{written(right)}元"
        yield SCENARIO.finding(
            judgment,
            amount,
            f"此处写{stated}，别处{often[right]}次写{other}，两数只有相邻两位颠倒。",
            f"Here {stated}; elsewhere {other}, {often[right]} times: two digits are turned round.",
            expected=other,
            found=stated,
            certainty="likely",
            basis=reasons(judgment),
        )


def _digits(value: Decimal) -> str:
    """The digits of a whole number, smallest first."""
    return "".join(sorted(str(int(value))))


def _are_turned(one: str, other: str) -> bool:
    """Whether two numbers differ only by two neighbouring digits behind the first that have changed places."""
    if len(one) != len(other):
        return False
    at = [i for i in range(len(one)) if one[i] != other[i]]
    return len(at) == 2 and 0 < at[0] == at[1] - 1 and one[at[0]] == other[at[1]] and one[at[1]] == other[at[0]]


def _reasoning(judgment: Judgment) -> Iterator[Finding]:
    cut = judgment.cut("reasoning")
    act = conviction(judgment) if cut and counts_any(judgment.plain, cut.start, cut.end) else None
    if act is None:
        return
    for q in counted(judgment.plain, *act):
        if not _measures_the_crime(judgment.plain, act[0], q):
            continue
        known = _money(judgment) if q.unit == "元" else _grams(judgment)
        if not known or reachable(q.value, known) is not False or _difference(q.value, known):
            continue
        otherwise = _NOT_IN_YUAN if q.unit == "元" else _NOT_IN_GRAMS
        if not otherwise.search(judgment.plain, *told(judgment)) and not _DISPUTED.search(judgment.part("reasoning")):
            yield _unknown(judgment, q)


#: Of facts that tell prices by the piece, weights in words or by the piece, nobody knows the sums.
_NOT_IN_YUAN = re.compile(r"每[^，。；]{1,10}元|元[/每]|美元|港[元币]|欧元|日元")
_NOT_IN_GRAMS = re.compile(rf"[每各][^，。；]{{0,6}}克|[{HAN}]克")
_OTHER_UNITS = ("千克", "公斤", "毫克")


def _money(judgment: Judgment) -> list[Decimal]:
    """Every amount of the facts, in words or figures."""
    return amounts_within(judgment, *told(judgment))


def _grams(judgment: Judgment) -> list[Decimal]:
    """Every weight of the facts; none where some are in other units."""
    start, end = told(judgment)
    text = judgment.plain
    named = any(text.find(unit, start, end) >= 0 for unit in _OTHER_UNITS)
    if named and any(q.unit in _OTHER_UNITS for q in quantities(text, start, end)):
        return []
    return [q.value for q in weights_told(judgment)]


def _difference(target: Decimal, parts: list[Decimal]) -> bool:
    """Whether one part less another is the target: what was paid back is sometimes taken off."""
    known = set(parts)
    return any(part - target in known for part in parts)


def _measures_the_crime(text: str, floor: int, q: Quantity) -> bool:
    if not q.exact or _OTHER_AFTER.match(text, q.end):
        return False
    return not _OTHER_BEFORE.search(text, max(floor, q.start - _BEFORE), q.start)


def _charge_and_findings(judgment: Judgment) -> Iterator[Finding]:
    """Amounts that stand in the same words in charge and findings, but with another number."""
    charge, findings = judgment.cut("charge"), judgment.cut("findings")
    if charge is None or findings is None:
        return
    text = judgment.plain
    if not counts_any(text, charge.start, charge.end) or not counts_any(text, findings.start, findings.end):
        return
    alleged, found = _by_context(judgment, "charge"), _by_context(judgment, "findings")
    for context in alleged.keys() & found.keys():
        one, other = alleged[context], found[context]
        if one and other and one.value != other.value and not _corrected(judgment, one, other):
            stated, accused = f"{written(other.value)}{other.unit}", f"{written(one.value)}{one.unit}"
            yield SCENARIO.finding(
                judgment,
                judgment.place(other.start, other.end),
                f"同一句话在指控中写{accused}，在查明的事实中写{stated}，文书没有说明为何不同。",
                f"The same sentence has {accused} in the charge and {stated} in the findings, with no reason given.",
                expected=accused,
                found=stated,
                certainty="likely",
                basis=reasons(judgment),
            )


def _by_context(judgment: Judgment, name: str) -> dict[tuple[str, str, str], Quantity | None]:
    """The exact amounts of a section by the words round them; None for words that stand there more than once."""
    cut = judgment.cut(name)
    found: dict[tuple[str, str, str], Quantity | None] = {}
    text = judgment.plain
    for q in counted(text, cut.start, cut.end) if cut else ():
        if q.exact:
            context = (text[max(0, q.start - _LEFT) : q.start], q.unit, text[q.end : q.end + _RIGHT].split("。")[0])
            found[context] = None if context in found else q
    return found


def _corrected(judgment: Judgment, one: Quantity, other: Quantity) -> bool:
    """Whether the court speaks of the difference, or each section knows the other's amount too."""
    if _DISPUTED.search(judgment.part("findings", "evidence", "reasoning")):
        return True
    charge, findings = judgment.part("charge"), judgment.part("findings")
    return any(q.value == other.value for q in quantities(charge, 0, len(charge))) or any(
        q.value == one.value for q in quantities(findings, 0, len(findings))
    )


def _unknown(judgment: Judgment, q: Quantity) -> Finding:
    stated = f"{written(q.value)}{q.unit}"
    return SCENARIO.finding(
        judgment,
        judgment.place(q.start, q.end),
        f"说理部分认定{stated}，事实部分没有这一数额，也不是其中各项之和。",
        f"The reasoning states {stated}; the facts know no such amount, nor do any of theirs add up to it.",
        expected=None,
        found=stated,
        certainty="likely",
        basis=reasons(judgment),
    )
