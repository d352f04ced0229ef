"""被害人、证人、鉴定人没有隐名。

English: Victim, witness or expert named in full.

## What 查什么
刑事文书中的被害人（特别是性犯罪被害人）、附带民事诉讼原告人、证人、鉴定人以全名出现；婚姻家庭、继承纠纷的自然人当事人以全名出现。对尚未公布的文书，命中即为公布前应当处理之处；对已经公布的文书，为应当撤换、更正之处。

## Why 为何
公布规定要求对婚姻家庭、继承纠纷案件的当事人，以及刑事案件的被害人及其法定代理人、附带民事诉讼原告人及其法定代理人、证人、鉴定人的姓名作隐名处理；性犯罪被害人姓名外泄伤害尤甚。

## Method 方法
取“被害人”“证人”“鉴定人”之后以姓氏起首、后接标点或“的陈述”“的证言”等的姓名，及并列的姓名；每人报第一处。案由属婚姻家庭、继承的，报第一个实名的自然人当事人（一份文书一处）。

## Exclusions 排除
含“某”“×”的姓名不报；同时是被告人、辩护人、审判人员的，以及注明“已判刑”“另案处理”“在逃”的同案人不报；机关、公司等单位被害人不报；姓氏表以外的少见姓，只在“被害人某（男／女”“证人某的证言”一类写法中识别；没有称谓的姓名不查；离婚、抚养、监护案件的文书本不公布，由PUB704报，当事人不再报；第八条第（二）项只列刑事案件，民事、行政案件的证人、鉴定人不报；2016年10月1日前公布的文书适用当时的规定，公布日期从文书中看不出，仍提示，由核查人按公布时间处理（此前自2014年起的规定同样要求隐名）。

## Assumptions 假定
文书将要公布或者已经公布。

## Basis 依据
《最高人民法院关于人民法院在互联网公布裁判文书的规定》（法释〔2016〕19号，2016年10月1日起施行）第八条第（一）项、第（二）项、第九条。该规定原文不在本项目所据法律文本之内，条号取自公开文本。

## Remedy 怎么改
保留姓氏，名字以“某”替代后重新公布。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Party
from anjian.scenarios.base import Finding, Scenario, Words

from .common import looks_like_name, masked, names, rule

SCENARIO = Scenario(
    code="PUB705",
    name="victim-or-witness-named",
    title=Words("被害人、证人、鉴定人未隐名", "Victim, witness or expert named"),
    family="publication",
    basis=(rule("8"),),
    certainty="likely",
    severity="major",
    subjects=("criminal", "civil"),
)
_ROLES = ("被害人", "证人", "鉴定人")
#: A name that the words behind it prove, whatever its surname.
_PROVEN = re.compile(r"([一-龥]{2,4}?)(?=（[男女]|的(?:陈述|证言)|证言|陈述|（(?:时年|现年)?[0-9]{1,2}周?岁)")
_NAMED = re.compile(
    r"([一-龥]{2,3}?(?:·[一-龥]{1,8})?)(?=[，。；：、（和及与]|的|等|在|于|被|将|对|到|陈述|证实|证明|称|报案|发现)"
)
_NEXT = re.compile(r"[、和及与]")
#: What follows an accomplice who is tried elsewhere; the rule does not hide him.
_ELSEWHERE = tuple(
    f"（{how}" for how in ("已判", "均已判", "另案", "均另案", "已被判", "在逃", "另处", "已起诉", "同案")
)
#: Causes of action in marriage, family and succession; those the rule does not publish at all are left out.
_FAMILY = re.compile(r"继承|遗嘱|遗赠|遗产|分家析产|赡养|扶养|收养|同居关系|婚约|彩礼|婚姻|离婚后|夫妻|探望权")
_UNPUBLISHED = re.compile(r"离婚(?!后)|抚养|监护")
_ENGLISH = {"被害人": "victim", "证人": "witness", "鉴定人": "expert"}
_SEXUAL = ("强奸", "猥亵", "侮辱妇女", "卖淫", "嫖宿")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per named person."""
    if judgment.title and judgment.title.case_type != "刑事":
        yield from _civil(judgment)
        return
    named = [(judgment.plain_span(p), p.role, p.name) for p in judgment.parties if _is_named(p)]
    told = list(_told(judgment))
    if not named and not told:
        return
    known = _others(judgment)
    sexual = any(word in c.name for c in judgment.convicted_of for word in _SEXUAL)
    for n, (span, role, name) in enumerate((*named, *told)):
        if name not in known and (n < len(named) or not _tried_elsewhere(judgment.plain, name)):
            known.add(name)
            yield _finding(judgment, span, role, name, sexual)


def _is_named(party: Party) -> bool:
    return party.kind == "person" and _protected(party.role) and not masked(party.name)


def _told(judgment: Judgment) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Where a name follows one of the roles, with the role."""
    text = judgment.plain
    annex = judgment.cut("annex")
    for at, role in sorted(_roles(text, annex.start if annex else len(text))):
        begins = at + len(role) + (text[at + 3 : at + 4] == "员" and role == "鉴定人")
        for start, end in _names(text, begins):
            yield (start, end), role, text[start:end]


def _civil(judgment: Judgment) -> Iterator[Finding]:
    """The first party named in a case of family or succession."""
    cause = judgment.cause.name if judgment.cause else ""
    if _FAMILY.search(cause) and not _UNPUBLISHED.search(cause):
        for party in judgment.parties:
            if party.kind == "person" and not masked(party.name):
                yield SCENARIO.finding(
                    judgment,
                    judgment.place(*judgment.plain_span(party)),
                    "婚姻家庭、继承纠纷案件的当事人姓名没有隐去。",
                    "A party's name is not masked in a case of family or succession.",
                    expected=f"{party.name[0]}某",
                )
                break


def _roles(text: str, stop: int) -> Iterator[tuple[int, str]]:
    """Where a victim, witness or expert is spoken of."""
    for role in _ROLES:
        at = text.find(role, 0, stop)
        while at >= 0:
            yield at, role
            at = text.find(role, at + 1, stop)


def _tried_elsewhere(text: str, name: str) -> bool:
    """Whether the text calls the person an accomplice tried in another case."""
    return any(name + mark in text for mark in _ELSEWHERE)


def _protected(role: str) -> bool:
    return role == "被害人" or ("附带民事" in role and "原告人" in role)


def _others(judgment: Judgment) -> set[str]:
    """Those whose names the rule keeps: the accused, counsel, judges and clerks."""
    kept = {name for p in judgment.parties if not _protected(p.role) for name in (p.name, *p.aliases)}
    kept |= {c.name for c in judgment.counsel}
    return kept | {m.name for m in (*judgment.members, *judgment.clerks, *judgment.assistants)}


def _names(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The names in a row that begins here; the row ends at the first word that is none."""
    while True:
        proven = _PROVEN.match(text, at)
        m = (
            proven
            if proven and proven[1] not in names("no person") and _plausible(proven[1])
            else _NAMED.match(text, at)
        )
        if m is None:
            return
        if m is proven or looks_like_name(m[1]):
            yield at, m.end(1)
        elif "某" not in m[1]:
            return
        joint = _NEXT.match(text, m.end(1))
        if joint is None:
            return
        at = joint.end()


def _plausible(name: str) -> bool:
    """Whether a proven word can be a name: no masks, no function words."""
    return not masked(name) and not re.search(r"[的了在是有人等及其之证陈述被害告法]", name)


def _finding(judgment: Judgment, span: tuple[int, int], role: str, name: str, sexual: bool) -> Finding:
    victim = role.endswith(("被害人", "原告人"))
    note = "（性犯罪案件）" if sexual and victim else ""
    english = _ENGLISH.get(role, "civil claimant")
    return SCENARIO.finding(
        judgment,
        judgment.place(*span),
        f"{role}姓名没有隐去{note}。",
        f"The {english}'s name is not masked" + (" in a sexual crime case." if note else "."),
        expected=f"{name[0]}某",
    )
