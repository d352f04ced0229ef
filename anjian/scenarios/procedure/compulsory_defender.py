"""应当有辩护人而没有辩护人。

English: No defender is named though the law makes one compulsory.

## What 查什么
审判时未满十八周岁、盲聋哑、限制刑事责任能力，或者被判处无期徒刑、死刑的被告人，文书没有列出其辩护人。

## Why 为何
这些被告人没有委托辩护人的，应当通知法律援助机构指派律师；没有辩护人的审判严重违反程序。

## Method 方法
从出生日期、法院采纳的情节和主文读出上述情形，再在当事人部分和审理经过中查找该被告人的辩护人。

## Exclusions 排除
全文任何一处写明该被告人有辩护人或者法律援助律师的不报；多名被告人而辩护人归属看不清楚的不报；犯罪时未成年、
审判时已成年的不报。

## Assumptions 假定
有辩护人的，文书会列出。

## Basis 依据
《中华人民共和国刑事诉讼法》第三十五条、第二百七十八条（2018年10月26日前为第三十四条、第二百六十七条）。

## Remedy 怎么改
核对案卷：漏列的裁定补正；确无辩护人的，依法重新审理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Party, Place
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import basis_on, birth_place, both, minors_at_trial, term_place, text_before_basis

SCENARIO = Scenario(
    code="PRO309",
    name="compulsory-defender",
    title=Words("应当有辩护人而没有辩护人", "No defender where one is compulsory"),
    family="procedure",
    basis=(*both("34", "35"), *both("267", "278")),
    certainty="likely",
    severity="major",
    subjects=("criminal-first", "criminal-second"),
)
_DISABLED = {"聋哑盲": "系盲、聋、哑人", "限制责任": "限制刑事责任能力"}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per defendant without a defender."""
    on = decided_on(judgment)
    if on is None:
        return
    reported: set[str] = set()
    for party, place, why in _protected(judgment):
        if party.name in reported or _defended(judgment, party):
            continue
        reported.add(party.name)
        yield SCENARIO.finding(
            judgment,
            place,
            f"被告人{party.name}{why}，依法应当有辩护人，文书没有列出其辩护人。",
            "The law makes a defender compulsory for this defendant; none is named.",
            expected="有辩护人",
            found="没有列出辩护人",
            basis=basis_on(SCENARIO, on),
        )


def _protected(judgment: Judgment) -> Iterator[tuple[Party, Place, str]]:
    """Defendants for whom a defender is compulsory, where that shows, and why."""
    for party in minors_at_trial(judgment):
        yield party, birth_place(judgment, party), "审判时未满十八周岁"
    for result in judgment.results:
        if (result.penalty.life or result.penalty.death) and result.origin is None:
            for party in _people(judgment):
                if party.name == result.party:
                    yield party, term_place(judgment, result.penalty), "被判处无期徒刑以上刑罚"
    for ground in judgment.grounds_of(*_DISABLED):
        if ground.accepted:
            people = _people(judgment)
            for party in people:
                if ground.party == party.name or (ground.party is None and len(people) == 1):
                    yield party, ground, _DISABLED[ground.kind]


def _people(judgment: Judgment) -> list[Party]:
    return [p for p in judgment.defendants if p.kind == "person"]


def _defended(judgment: Judgment, party: Party) -> bool:
    """Whether the text names, or may name, a defender of this party."""
    text = text_before_basis(judgment)
    if "辩护人" not in text and "法律援助" not in text:
        return False
    if len(judgment.defendants) == 1:
        return True
    defenders = [c for c in judgment.counsel if "辩护" in c.role]
    if any(not c.clients or party.name in c.clients for c in defenders):
        return True
    at = text.find(party.name)
    while at >= 0:
        end = at + len(party.name)
        if "辩护人" in text[end : end + 14].split("，")[0].split("。")[0]:
            return True
        at = text.find(party.name, end)
    return not defenders
