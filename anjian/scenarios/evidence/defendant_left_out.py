"""有当事人没有判决结果。

English: An accused or a defendant of the head has no result in the disposition, or a stranger has one.

## What 查什么
首部列明的被告人在主文中没有任何处理；首部列有附带民事诉讼原告人而主文没有处理其请求；或者主文判处的人不在首部之列。
民事、行政判决：诉讼请求针对的被告在主文中没有任何结果，也没有被驳回；主文称为原告、被告的自然人不在首部之列。

## Why 为何
对每一名被告人都应当作出判决；漏判一人须补充或者重审，多出一人就是没有起诉而判决。

## Method 方法
首部被告人（含被告单位）与主文处理结果逐人对照。首部有、主文没有对该姓名的定罪处刑（只令其退赔、追缴、没收的不算），而其他被告人都有结果的，报告；主文的姓名与首部任何人都不相近的，报告。
民事、行政案件两名以上被告的，主文各项（含驳回）都没有提到其中一人的姓名、简称，也没有“各被告”“被告”等概括称谓，而诉讼请求点了其名或者泛指“被告”的，作为可能；主文各项以姓名开头（“某某于本判决生效之日起……”）而该姓名与首部任何人都不相近的，作为可能。

## Exclusions 排除
文书提到该人另案处理、撤回起诉、中止或者终止审理、死亡的；主文以“各被告人”“上列被告人”“三被告人”概括处理的；
姓名只差一字、被隐去或者同姓的（由 DOC602 检查）；附带民事部分撤诉、调解、另行处理的；刑事二审、再审，都不报。
民事案件主文有概括的“驳回其他诉讼请求”的，文书写到撤回、放弃、另案、调解、死亡、注销的，只有一名被告的，诉讼请求只针对另一被告的，有保险公司为被告的（可能由其全部赔付），说理中写明该人不承担责任的，都不报。

## Assumptions 假定
首部的被告人名单完整。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百条（2018年）；《中华人民共和国民事诉讼法》第一百五十五条（2021年起；2012年为第一百五十二条）；《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第二百九十五条。

## Remedy 怎么改
漏判的依法补充判决或者纠正；姓名误写的以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Party, Result
from anjian.scenarios.base import Finding, Scenario, Words

from .bases import CIVIL_REASONS, EVERYONE_JUDGED
from .civil_results import left_out, strangers

SCENARIO = Scenario(
    code="EVI408",
    name="defendant-left-out",
    title=Words("有当事人没有判决结果", "Party without a result"),
    family="evidence",
    basis=EVERYONE_JUDGED,
    certainty="certain",
    severity="major",
    subjects=("criminal-first", "civil-first", "civil-retrial", "administrative-first"),
)
_APART = re.compile(r"撤回(?:对|起诉|公诉|指控)|中止审理|终止审理|分案(?:审理|处理)|准许撤")
#: Behind a name: that person's case takes another course.
_AWAY = re.compile(
    r"(?:等[^。；，、（）]{0,4})?（[^（）]{0,12}另案|[^。；，、（）]{0,12}(?:另案|另行|病故|在逃)|[^。；，、（）致造撞]{0,12}死亡"
)
_FORMER_NAME = re.compile(r"（[^（）]*）|自报|绰号")
_TOGETHER = re.compile(
    r"(?:各|上列|上述|以上|全体|[二两三四五六七八九十]|诸|所有)(?:名)?被告(?:人|单位)[^，。；]{0,16}(?:犯|无罪|判处|免予|构成)"
)
_RESULT = re.compile(r"[^。；]{0,60}?(?:犯(?!罪)|无罪|免予|免除|不负|判处|单处|止审理|撤|维持)")
_CLAIMANT = ("附带民事诉讼原告人", "附带民事诉讼原告单位", "附带民事原告人")
_CLAIM_DECIDED = re.compile(r"赔偿|附带民事|诉讼请求|原告|民事部分|给付|支付")
_CLAIM_APART = re.compile(r"撤回|撤诉|调解|另行|和解|分开审理|单独审理|先行|另案|不予受理")
_MASK = re.compile(r"某|×|\*|X|x|□|＊|○|甲|乙|丙|丁")


def check(judgment: Judgment) -> Iterator[Finding]:
    """Findings for the accused, claimants and parties without a result, and for results without a party."""
    if judgment.title and judgment.title.case_type != "刑事" and judgment.title.document_type == "判决书":
        yield from _civil(judgment)
        return
    cut = judgment.cut("disposition")
    document_type = judgment.title.document_type if judgment.title else None
    if cut is None or not judgment.results or document_type != "判决书":
        return
    disposition = judgment.plain[cut.start : cut.end]
    names = {p.name for p in judgment.defendants if p.name}
    if all(r.party in names for r in judgment.results):
        for party in judgment.defendants:
            if _passed_over(judgment, party, disposition):
                if _TOGETHER.search(disposition):
                    break
                yield _left_out(judgment, party)
    yield from _claims(judgment, disposition)
    yield from _strangers(judgment, names)


def _civil(judgment: Judgment) -> Iterator[Finding]:
    """The parties of a civil or administrative judgment; likely at most."""
    for party in left_out(judgment):
        yield SCENARIO.finding(
            judgment,
            party,
            f"诉讼请求针对被告{party.name}，主文没有对其作出任何处理，也没有驳回对其的请求。",
            f"The claims are against {party.name}; no item deals with this defendant and none dismisses the claims.",
            expected=party.name,
            found=None,
            certainty="likely",
            basis=CIVIL_REASONS,
        )
    for place, name in strangers(judgment):
        yield SCENARIO.finding(
            judgment,
            place,
            f"主文写到{name}，首部的当事人中没有此人。",
            f"The disposition names {name}, who is no party of the head.",
            expected="、".join(p.name for p in judgment.parties),
            found=name,
            certainty="likely",
            basis=CIVIL_REASONS,
        )


def _passed_over(judgment: Judgment, party: Party, disposition: str) -> bool:
    """Whether the document tells of the person, but not in the disposition, and not of another course."""
    if not party.name or _named(party, disposition) or _gone(judgment, party):
        return False
    return party.name in judgment.part("course", "charge", "defence", "findings", "evidence", "reasoning")


def _strangers(judgment: Judgment, names: set[str]) -> Iterator[Finding]:
    told: set[str] = set()
    for result in judgment.results:
        if not names or result.party in names or result.party in told:
            continue
        if result.party not in judgment.part("parties") and not any(_alike(result.party, name) for name in names):
            told.add(result.party)
            yield _stranger(judgment, result)


def _claims(judgment: Judgment, disposition: str) -> Iterator[Finding]:
    """The first claimant of an attached civil action that the disposition passes over and no settlement explains."""
    claimant = next((p for p in judgment.parties if p.role in _CLAIMANT), None)
    if claimant is None or _CLAIM_DECIDED.search(disposition) or _CLAIM_APART.search(judgment.plain):
        return
    yield SCENARIO.finding(
        judgment,
        claimant,
        f"首部列有附带民事诉讼原告人{claimant.name}，主文没有对其诉讼请求作出处理。",
        f"The head names {claimant.name} as claimant of an attached civil action; the claim is not decided.",
        expected=claimant.name,
        found=None,
        certainty="likely",
    )


def _named(party: Party, disposition: str) -> bool:
    """Whether a result stands behind the name; an order to pay or return something is none."""
    if _stands_before(_RESULT, party.name, disposition):
        return True
    names = (_FORMER_NAME.sub("", party.name), *party.aliases)
    return any(name and _stands_before(_RESULT, name, disposition) for name in names)


def _gone(judgment: Judgment, party: Party) -> bool:
    """Whether the document tells that the person's case takes another course: 另案处理, 撤回起诉, 死亡."""
    return _stands_before(_AWAY, party.name, judgment.plain) or _APART.search(judgment.plain) is not None


def _stands_before(pattern: re.Pattern[str], name: str, text: str) -> bool:
    """Whether the pattern matches right behind the name, wherever that stands."""
    at = text.find(name)
    while at >= 0:
        if pattern.match(text, at + len(name)):
            return True
        at = text.find(name, at + 1)
    return False


def _alike(name: str, other: str) -> bool:
    """Whether two names may be one person's: same first character, masked, or one within the other."""
    if not name or not other or name[0] == other[0] or name in other or other in name:
        return True
    if len(name) == len(other) and sum(a != b for a, b in zip(name, other, strict=True)) < len(name):
        return True
    return bool(_MASK.search(name[0]))


def _left_out(judgment: Judgment, party: Party) -> Finding:
    return SCENARIO.finding(
        judgment,
        party,
        f"首部列有被告人{party.name}，主文没有对其作出任何处理。",
        f"The head names {party.name} as an accused, but the disposition does not deal with this person.",
        expected=party.name,
        found=None,
    )


def _stranger(judgment: Judgment, result: Result) -> Finding:
    return SCENARIO.finding(
        judgment,
        result,
        f"主文判处的{result.party}不是首部所列的被告人。",
        f"The disposition sentences {result.party}, who is no accused of the head.",
        expected="、".join(p.name for p in judgment.defendants),
        found=result.party,
        certainty="likely",
    )
