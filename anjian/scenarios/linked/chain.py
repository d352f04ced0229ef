"""案件关联断裂或者颠倒。

English: The chain of a case's documents is impossible: a wrong number, or a decision earlier than what it reviews.

## What 查什么
把一批文书按案号串成链：一审、上诉、发回重审、再审、执行。报出不可能成立的：所写的原审案号在本批中是别人的案件；
上级裁判、再审裁判或者执行文书的日期早于它所审查、执行的判决，重审判决早于发回的裁定；两份文书互相把对方写成原审裁判；
二审、再审文书把本案自己的案号写成它所审查的下级法院裁判的案号（只有一份文书时也查）。

## Why 为何
案号、日期写错，当事人和上级法院就找不到原来的裁判，执行和归档都会接错。

## Method 方法
案号统一写法（括号、“字第”、前导零、空格、之一）后比对，再核对法院和当事人。`anjian chains` 可以看到整条链。

## Exclusions 排除
原审裁判不在本批之中的，不是疑点。只是引用、举证的其他案件的案号不查。2016年以前的案号各地可能重号，法院不同的不比。任一方姓名经过遮盖的，不比当事人。
同一案号有数份文书的，只要有一份能对上就不报。发回重审后沿用原案号的不报。复述的日期与原审文书不一致的，
另由 LNK802 报出。补正裁定以及同一句中写明“本院”作出的，沿用本案案号是正常的，不报。

## Assumptions 假定
各份文书首部的案号、法院、当事人和落款日期已正确读出。

## Basis 依据
《人民法院裁判文书样式》；《关于人民法院案件案号的若干规定》。

## Remedy 怎么改
核对卷宗后用裁定补正笔误。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.cases.brief import Brief
from anjian.cases.chains import Chain, Link, same_court
from anjian.cases.numbers import NUMBER, key, key_of
from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="LNK801",
    name="chain",
    title=Words("案件关联断裂或者颠倒", "An impossible chain of documents"),
    family="linked",
    basis=(Basis("人民法院裁判文书样式"), Basis("关于人民法院案件案号的若干规定")),
    certainty="certain",
    severity="major",
    subjects=("any",),
)
_SHOWN = 3
_SLIP = anchors("笔误")
#: The type code of a number that no court gives to a case of first instance.
_UPPER = re.compile(r"[终再申监抗]")
_SENTENCE_ENDS = "。；："
#: From the court below to the number of its decision, and behind the number.
_ITS = re.compile(
    r"(?P<court>[一-龥]{2,24}?人民法院)(?:[^。；：]{0,90}?(?:作出|做出)的?|(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)?的?)$"
)
_COURT_HEAD = re.compile(r"^.*(?:不服|撤销|维持|由|经|及|与)")
_MADE = re.compile(r"的?(?:刑事|民事|行政)(?:附带民事)?(?:判决|裁定)")
_OURS = re.compile(r"[本我]院|更正|补正|笔误")


def check(judgment: Judgment) -> Iterator[Finding]:
    """The own number given for the decision of the court below, once."""
    if judgment.instance not in ("second", "retrial"):
        return
    number, court = judgment.case_number, judgment.court
    if number is None or court is None or court.name is None:
        return
    if not _UPPER.search(number.text) or judgment.has(_SLIP):
        return
    own = key(number.text)
    for m in NUMBER.finditer(judgment.plain, judgment.plain_span(number)[1]):
        if key_of(m) == own and _is_below(judgment.plain, m, court.name):
            yield SCENARIO.finding(
                judgment,
                judgment.place(m.start(), m.end()),
                f"所写的原审裁判案号 {m[0]} 就是本文书自己的案号，不可能是下级法院裁判的案号。",
                f"{m[0]}, given for the decision of the court below, is this document's own number.",
                found=m[0],
            )
            return


def _is_below(text: str, m: re.Match[str], court: str) -> bool:
    """Whether the words before a number make it a decision of another court, which this one reviews."""
    before = text[max(m.start() - 140, 0) : m.start()]
    for end in _SENTENCE_ENDS:
        before = before.rpartition(end)[2]
    its = _ITS.search(before)
    if its is None or _OURS.search(before) or not _MADE.match(text, m.end()):
        return False
    head = _COURT_HEAD.match(its["court"])
    name = its["court"][head.end() if head else 0 :]
    return len(name) > len("人民法院") and not same_court(name, court)


def check_chain(chain: Chain) -> Iterator[Finding]:
    """One finding per wrong number, per wrong order and per circle."""
    for link in chain.misfits:
        yield from _of_others(link)
    for link in chain.links:
        if link.goes_back and link.restated:
            yield from _too_early(chain, link)
            yield from _circle(chain, link)


def _of_others(link: Link) -> Iterator[Finding]:
    """The number of a case in which nobody of this case takes part."""
    told, lower = link.restated, link.lower
    if told is None or lower.case_type != link.upper.case_type:
        return
    names = "、".join(sorted(lower.names)[:_SHOWN])
    yield SCENARIO.linked(
        link.upper,
        told.mark,
        f"所写的原审案号 {told.number} 在本批文书中是{names}的案件（{lower.document}），与本案当事人无一相同。",
        f"The number {told.number} given for the earlier decision is that of another case here ({lower.document}); "
        "no party is the same.",
        found=told.number,
    )


def _too_early(chain: Chain, link: Link) -> Iterator[Finding]:
    """A decision before the judgment it reviews or enforces."""
    upper, lower, told = link.upper, link.lower, link.restated
    mark = upper.decided_mark
    if told is None or mark is None or upper.decided is None or lower.decided is None:
        return
    follows = _reviews(upper, link) or _hears_anew(upper, link)
    if upper.decided >= lower.decided or not follows or _names(chain, lower, upper):
        return
    yield SCENARIO.linked(
        upper,
        mark,
        f"本文书落款为 {upper.decided}，早于它所依据的 {lower.called}（{lower.decided}），必有一处写错。",
        f"This document is dated {upper.decided}, before {lower.called} of {lower.decided}, which it follows from; "
        "one of the two is wrong.",
        expected=f"不早于 {lower.decided}",
        found=str(upper.decided),
    )


def _reviews(upper: Brief, link: Link) -> bool:
    """Whether it is a judgment that is reviewed; rulings under one number may be several."""
    told, lower = link.restated, link.lower
    return (
        upper.instance in ("second", "retrial", "enforcement")
        and told is not None
        and told.document_type == lower.document_type == "判决书"
        and not (lower.remanded or lower.reopened)
        and "辖" not in (upper.number or "")
    )


def _hears_anew(upper: Brief, link: Link) -> bool:
    """Whether the case is heard anew because of the ruling named."""
    return upper.instance == "first" and upper.remanded and "发回重审" in link.lower.verdicts


def _circle(chain: Chain, link: Link) -> Iterator[Finding]:
    """Two decisions that each name the other as the one below; told of the one that is decided first."""
    upper, lower, told = link.upper, link.lower, link.restated
    if told is None or told.role != "below" or upper.instance == lower.instance == "first":
        return
    back = _names(chain, lower, upper)
    if back and told.document_type and (upper.decided, upper.document) < (lower.decided, lower.document):
        yield SCENARIO.linked(
            upper,
            told.mark,
            f"本文书以 {lower.called} 为原审裁判，而该文书又以本案 {upper.called} 为原审裁判。",
            f"This document names {lower.called} as the decision below, and that one names this ({upper.called}).",
            found=told.number,
        )


def _names(chain: Chain, upper: Brief, lower: Brief) -> bool:
    """Whether one document names the other as an earlier decision of its case."""
    return any(k.upper is upper and k.lower is lower and k.restated for k in chain.links)
