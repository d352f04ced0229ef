"""重审、再审未另行组成合议庭。

English: A judge who sat in the remanded or retried decision sits again in the new hearing.

## What 查什么
发回重审后原审法院重新审理的判决，或者本院再审自己裁判的案件，署名的审判长、审判员、人民陪审员中有人参加过原来的审理。

## Why 为何
在一个审判程序中参与过本案审判工作的人不得再参与该案其他程序的审判，否则重审、再审成了自己审自己。违反的，裁判应予撤销。

## Method 方法
把同一案件的文书按案号串起来（见 `anjian chains`），比较同一法院前后两次审理的署名。

## Exclusions 排除
书记员、法官助理不算。发回重审后再次上诉，原第二审合议庭可以再审理，不报。申请再审、申诉的审查（申、监字案号）不算再审的审理。
原来的文书是裁定（如驳回起诉后指令审理）的不报。不同法院的同名人不报；姓名经过遮盖的不比。只给一份文书时不查。

## Assumptions 假定
同一法院没有同名的两名审判人员。

## Basis 依据
回避规定（2011）第三条；《中华人民共和国刑事诉讼法》第二百三十九条、第二百五十六条；《中华人民共和国民事诉讼法》第四十一条；
行政诉讼法司法解释（2018）第七十五条。

## Remedy 怎么改
尚未生效的，由第二审人民法院依法处理；已经生效的，依照审判监督程序处理。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.cases.brief import Brief, Seat
from anjian.cases.chains import MASK, Chain
from anjian.law.dated import in_force
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .common import both

_RECUSAL = "最高人民法院关于审判人员在诉讼活动中执行回避制度若干问题的规定"
_ADMINISTRATIVE = "最高人民法院关于适用《中华人民共和国行政诉讼法》的解释"
SCENARIO = Scenario(
    code="PRO325",
    name="remand-same-panel",
    title=Words("重审、再审未另行组成合议庭", "The new hearing has a judge of the old one"),
    family="procedure",
    basis=(
        Basis(_RECUSAL, "3", since=date(2011, 6, 13)),
        *both("228", "239"),
        *both("245", "256", 1),
        Basis("中华人民共和国民事诉讼法", "41", since=date(2022, 1, 1)),
        Basis(_ADMINISTRATIVE, "75", since=date(2018, 2, 8)),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal", "civil", "administrative"),
)
_OF_KIND = {
    "刑事": "中华人民共和国刑事诉讼法",
    "民事": "中华人民共和国民事诉讼法",
    "行政": _ADMINISTRATIVE,
}
#: Case numbers of those who only examine whether there shall be a retrial.
_EXAMINES = re.compile(r"[申监抗]")


def check_chain(chain: Chain) -> Iterator[Finding]:
    """One finding per judge who sat before."""
    for brief in chain.briefs:
        if brief.decided is None or not (_heard_anew(brief) or _retries(brief)):
            continue
        for earlier in _earlier(chain, brief):
            for seat, before in _again(brief, earlier):
                yield _finding(brief, seat, earlier, before)


def _heard_anew(brief: Brief) -> bool:
    return brief.instance == "first" and brief.remanded


def _retries(brief: Brief) -> bool:
    """Whether this is the outcome of a retrial, not of the examination that precedes one."""
    return (
        brief.instance == "retrial"
        and not _EXAMINES.search(brief.number or "")
        and (brief.document_type == "判决书" or any(v in brief.verdicts for v in ("维持", "撤销", "改判", "发回重审")))
    )


def _earlier(chain: Chain, brief: Brief) -> list[Brief]:
    """The judgments of this very court that the new hearing goes back to; of a remand those of first instance."""
    back: dict[str, Brief] = {}
    waiting = [brief]
    while waiting:
        at = waiting.pop()
        for link in chain.links:
            if link.upper is at and link.goes_back and link.lower.document not in back:
                back[link.lower.document] = link.lower
                waiting.append(link.lower)
    return [b for b in back.values() if _comparable(brief, b)]


def _comparable(brief: Brief, earlier: Brief) -> bool:
    return (
        earlier.key != brief.key
        and earlier.court is not None
        and earlier.court == brief.court
        and earlier.decided is not None
        and brief.decided is not None
        and earlier.decided < brief.decided
        and (earlier.document_type == "判决书" or _affirms(earlier))
        and (earlier.instance == "first" or _retries(brief))
        and not _EXAMINES.search(earlier.number or "")
    )


def _affirms(earlier: Brief) -> bool:
    """Whether an appeal was decided by a ruling on its merits."""
    return earlier.instance in ("second", "retrial") and "维持" in earlier.verdicts


def _again(brief: Brief, earlier: Brief) -> Iterator[tuple[Seat, Seat]]:
    before = {seat.name: seat for seat in earlier.seats}
    for seat in brief.seats:
        if seat.name in before and len(seat.name) >= 2 and not MASK.search(seat.name):
            yield seat, before[seat.name]


def _finding(brief: Brief, seat: Seat, earlier: Brief, before: Seat) -> Finding:
    anew = "再审" if _retries(brief) else "重审"
    return SCENARIO.linked(
        brief,
        seat.mark,
        f"{seat.role}{seat.name}曾以{before.role}身份参加原来的审理（{earlier.called}，{earlier.decided}），"
        f"本次{anew}应当另行组成合议庭。",
        f"{seat.name} sat in the earlier hearing of this case ({earlier.called}, {earlier.decided}); the new hearing "
        "needs another panel.",
        expected="另行组成合议庭",
        found=f"{seat.role}{seat.name}",
        basis=_basis(brief),
    )


def _basis(brief: Brief) -> tuple[Basis, ...]:
    """The recusal rule, and the procedure law of this kind of case where its number on that day is known."""
    articles = ("245", "256") if _retries(brief) else ("228", "239")
    return tuple(
        b
        for b in SCENARIO.basis
        if brief.decided
        and in_force(b.since, b.until, brief.decided)
        and (b.law == _RECUSAL or b.law == _OF_KIND.get(brief.case_type or ""))
        and (brief.case_type != "刑事" or b.law == _RECUSAL or b.article in articles)
    )
