"""原审裁判复述有误。

English: A document restates the lower decision with a wrong number, date, court or sentence.

## What 查什么
第二审、再审、重审、执行文书所写的原审裁判的案号、日期、法院、判处的刑罚、判决的金额，与本批中的原审裁判文书本身不一致。

## Why 为何
复述错了，裁判针对的就不是那份裁判，撤销、维持、执行都会落空。

## Method 方法
按案号找到原审文书，逐项比对。案号本身写错的，由同一法院、同一当事人、同一日期、同一文书种类的唯一一份文书认出
（民事还须案号只差一位数字、复述的判决金额相同）；
或者同一份文书别处写对了，此处只差一位数字，两个案号又从不出现在同一部分。

## Exclusions 排除
原审文书不在本批之中的不查；姓名经过遮盖、当事人不完全相同的，不认案号之误；日期与案号之间另有立案、开庭、上诉等
事项的，不当作裁判日期；同一案号有数份文书而其中一份日期相符的不报；法院名称省略省、市的不报；刑罚只比双方都读出的
同一人的决定执行刑、同一罪名的刑罚；民事金额只报复述的数与原判主文的数只差一位数字或者数字相同而次序不同的。

## Assumptions 假定
原审文书自身的案号、日期、主文已正确读出；同一当事人同日在同一法院没有另一件同类裁判。

## Basis 依据
《人民法院裁判文书样式》。

## Remedy 怎么改
核对原审卷宗，用裁定补正笔误；影响裁判结果的，依照审判监督程序处理。
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from anjian.cases.brief import Brief, Restated, Sentence
from anjian.cases.chains import Chain, Link, same_court, slip
from anjian.cases.numbers import national
from anjian.documents.model import Penalty
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="LNK802",
    name="lower-decision-misquoted",
    title=Words("原审裁判复述有误", "The lower decision is restated wrongly"),
    family="linked",
    basis=(Basis("人民法院裁判文书样式"),),
    certainty="likely",
    severity="minor",
    subjects=("any",),
)
#: Shorter amounts may be alike by chance.
_DIGITS = 4


def check_chain(chain: Chain) -> Iterator[Finding]:
    """One finding per wrong number, day, court and sentence."""
    for link in chain.misnumbered:
        if link.restated:
            yield _number(link, link.restated)
    for link in chain.links:
        told = link.restated
        if told is None or not link.goes_back:
            continue
        yield from _day(chain, link, told)
        yield from _court(link, told)
        yield from _sentences(link, told)
        yield from _sums(link, told)


def _number(link: Link, told: Restated) -> Finding:
    lower = link.lower
    return SCENARIO.linked(
        link.upper,
        told.mark,
        f"所写的原审案号为 {told.number}，而该院对本案作出的{lower.document_type}案号为 {lower.called}"
        f"（{lower.document}）。",
        f"The decision below is given as {told.number}; that court's decision of this case is {lower.called} "
        f"({lower.document}).",
        expected=lower.called,
        found=told.number,
    )


def _day(chain: Chain, link: Link, told: Restated) -> Iterator[Finding]:
    lower = link.lower
    if told.day is None or told.day_mark is None or lower.decided is None or told.day == lower.decided:
        return
    same_number = [b for b in chain.briefs if b.key == lower.key]
    if told.document_type != lower.document_type or any(b.decided in (None, told.day) for b in same_number):
        return
    yield SCENARIO.linked(
        link.upper,
        told.day_mark,
        f"所写的原审裁判日期为 {told.day}，而 {lower.called} 的落款日期为 {lower.decided}。",
        f"The decision below is dated {told.day} here; {lower.called} itself is dated {lower.decided}.",
        expected=str(lower.decided),
        found=str(told.day),
    )


def _court(link: Link, told: Restated) -> Iterator[Finding]:
    lower = link.lower
    if told.court is None or told.court_mark is None or not national(told.key):
        return
    if same_court(told.court, lower.court):
        return
    yield SCENARIO.linked(
        link.upper,
        told.court_mark,
        f"所写的原审法院为{told.court}，而 {lower.called} 是{lower.court}的裁判。",
        f"The court below is given as {told.court}; {lower.called} is of {lower.court}.",
        expected=lower.court,
        found=told.court,
    )


def _sentences(link: Link, told: Restated) -> Iterator[Finding]:
    lower = link.lower
    if lower.document_type != "判决书" or told.document_type != "判决书":
        return
    for mine, theirs in _pairs(told.sentences, lower.sentences):
        wrong = _differs(mine.penalty, theirs.penalty)
        if wrong:
            yield _sentence(link.upper, lower, mine, theirs, wrong)


def _pairs(told: tuple[Sentence, ...], own: tuple[Sentence, ...]) -> Iterator[tuple[Sentence, Sentence]]:
    """Sentences of the same party, both to be executed or both for the same crime, each the only such one."""
    for mine in told:
        same = [s for s in own if _like(s, mine)]
        if len(same) == 1 and sum(_like(s, same[0]) for s in told) == 1:
            yield mine, same[0]


def _like(a: Sentence, b: Sentence) -> bool:
    charge = a.charge == b.charge or a.charge is None or b.charge is None
    return charge and (a.party, a.total, a.origin) == (b.party, b.total, b.origin)


def _differs(told: Penalty, own: Penalty) -> str | None:
    """What of two penalties, read in both, is not the same."""
    if told.kind and own.kind and (told.months or told.life or told.death) and (own.months or own.life or own.death):
        if (told.kind, told.months, told.days, told.suspended) != (own.kind, own.months, own.days, own.suspended):
            return "主刑"
        if told.probation_months and own.probation_months and told.probation_months != own.probation_months:
            return "缓刑考验期"
    if told.fine is not None and own.fine is not None and told.fine != own.fine:
        return "罚金"
    return None


def _sentence(upper: Brief, lower: Brief, mine: Sentence, theirs: Sentence, wrong: str) -> Finding:
    english = {"主刑": "principal penalty", "缓刑考验期": "probation period", "罚金": "fine"}[wrong]
    return SCENARIO.linked(
        upper,
        mine.mark,
        f"所写的原判对{mine.party}的{wrong}与 {lower.called} 主文不符：此处为“{mine.shown}”，原判为“{theirs.shown}”。",
        f"The {english} restated for {mine.party} is not that of {lower.called}: {mine.shown} here, "
        f"{theirs.shown} there.",
        expected=theirs.shown,
        found=mine.shown,
    )


def _sums(link: Link, told: Restated) -> Iterator[Finding]:
    """A sum that the lower judgment does not award, but for one digit or for the order of its digits."""
    lower = link.lower
    if lower.document_type != "判决书" or told.document_type != "判决书":
        return
    own = {s.value for s in lower.awarded}
    here = {s.value for s in told.sums}
    for mine in told.sums:
        near = [value for value in own - here if _slip(mine.value, value)]
        if mine.value not in own and len(near) == 1:
            yield SCENARIO.linked(
                link.upper,
                mine.mark,
                f"所写的原判金额 {mine.mark.words} 不在 {lower.called} 的主文中，该判主文为 {near[0]:f} 元。",
                f"{lower.called} does not award {mine.mark.words}; it awards {near[0]:f} yuan.",
                expected=f"{near[0]:f}元",
                found=mine.mark.words,
            )


def _slip(a: Decimal, b: Decimal) -> bool:
    x, y = f"{a.normalize():f}", f"{b.normalize():f}"
    return len(x) >= _DIGITS and slip(x, y)
