"""未成年人的姓名、学校或监护人没有隐去。

English: A minor's name, school or guardian is published.

## What 查什么
未成年的被告人、被害人、当事人、子女等的姓名，其法定代理人的姓名，以及就读学校，没有隐去。对尚未公布的文书，命中即为公布前应当处理之处；对已经公布的文书，为应当撤换、更正之处。

## Why 为何
未成年人的姓名、就读学校等可能识别身份的信息不得披露；公布规定要求对未成年人及其法定代理人的姓名作隐名处理。

## Method 方法
按首部出生日期，犯罪时或裁判时不满十八周岁的被告人实名的；姓名后注明出生日期、裁判时不满十八周岁的其他人实名的；文书中有未成年被告人而法定代理人实名的；未成年人称为“某校学生”而学校实名的，各报第一处。民事、行政、执行文书中，按出生日期在裁判时不满十八周岁的当事人实名的，其法定代理人实名的；“婚生子、生育一女”之后的姓名，写有不满十八周岁的出生日期的，或者与某一当事人同姓而由一方抚养、随一方生活的。

## Exclusions 排除
含“某”“×”的姓名不报；没有写出生日期的人不查（民事文书中判归抚养的子女除外）（只凭年龄、“未成年”字样难以确定是谁）；以事实中最后一日计算犯罪时年龄，读不出时以裁判日计；大学不报；2016年10月1日前公布的文书适用当时的规定，公布日期从文书中看不出，仍提示，由核查人按公布时间处理。

## Assumptions 假定
文书将要公布或者已经公布。

## Basis 依据
《最高人民法院关于人民法院在互联网公布裁判文书的规定》（法释〔2016〕19号，2016年10月1日起施行）第四条第（二）项、第八条第（三）项、第九条。该规定原文不在本项目所据法律文本之内，条号取自公开文本。《中华人民共和国未成年人保护法》第一百零三条（2021年6月1日起的编号）。

## Remedy 怎么改
以姓氏加“某”替代姓名，学校以“某校”替代；未成年人犯罪的文书不公布。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment, dates
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .common import ADULT, age_on, looks_like_name, masked, minor_accused, rule

SCENARIO = Scenario(
    code="PUB703",
    name="minor-named",
    title=Words("未成年人信息未隐去", "Minor identified"),
    family="publication",
    basis=(rule("8"), Basis("中华人民共和国未成年人保护法", "103", since=date(2021, 6, 1))),
    certainty="likely",
    severity="major",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
_BIRTHS = anchors("日出生", "日生", "号出生", "号生", "曰出生", "曰生", "月出生", "月生", "份出生", "份生")
_BORN = re.compile(r"（(?:[^（），、]{1,4}[，、])?(" + dates.DATE.pattern + r")(?:出生|生)")
_NAME = re.compile(r"[一-龥·]{2,6}$")
_SCHOOL = re.compile(
    r"([一-龥]{2,14}(?:中学|小学|学校|职高|技校|幼儿园))(?:[初高]?[一二三四五六0-9]{0,2}(?:年级|班)?)?的?(?:在校)?(?:学生|生)"
)
_CHILDREN = anchors("婚生", "生育", "生有", "育有", "生下", "养育", "生一", "生了")
#: A child of the parties by name; who is to bring it up.
_CHILD = re.compile(
    r"(?:婚生|生育|生有|育有|生下|养育|生一|生了)(?:一|两|二|了)?(?:个)?(?:婚生)?(?:长|次|三|小|大|养|继)?(?:女儿|儿子|女孩|男孩|女|子)"
    r"，?(?:取名|名叫|名|叫)?(?P<name>[一-龥]{2,3}?)(?=[，。；（、由随现的和与及于])"
)
_RAISED = re.compile(r"[，]?(?:现|一直|暂)?(?:由|随|跟随|归)[^，。；]{1,14}(?:抚养|生活)")
#: What stands before a name in the same run of characters.
_LEAD = re.compile(r".*(?:被害人|证人|被告人|未成年人|学生|女儿|儿子|其子|其女|携|将|对|与|和|向|及)")


def check(judgment: Judgment) -> Iterator[Finding]:
    """Minors among the accused, others whose birth the text gives, guardians and schools."""
    if judgment.title and judgment.title.case_type != "刑事":
        yield from _civil(judgment)
        return
    accused = minor_accused(judgment)
    for party in accused:
        if not masked(party.name):
            yield _finding(judgment, judgment.plain_span(party), "未成年被告人的姓名", "the name of a minor accused")
    others = list(_others(judgment)) if judgment.has(_BIRTHS) else []
    for start, end in others:
        yield _finding(judgment, (start, end), "未成年人的姓名", "the name of a minor")
    if accused:
        for party in judgment.parties:
            if party.role == "法定代理人" and party.kind == "person" and not masked(party.name):
                yield _finding(judgment, judgment.plain_span(party), "未成年人的法定代理人的姓名", "a guardian's name")
    if accused or others:
        yield from _schools(judgment)


def _civil(judgment: Judgment) -> Iterator[Finding]:
    """Minors among the parties, their guardians, children whose upbringing is decided, and schools."""
    decided = decided_on(judgment)
    minors = [
        p for p in judgment.parties
        if p.kind == "person" and p.birth and decided and 0 <= age_on(p.birth, decided) < ADULT
    ]  # fmt: skip
    for party in minors:
        if not masked(party.name):
            yield _finding(judgment, judgment.plain_span(party), "未成年当事人的姓名", "the name of a minor party")
    names = {p.name for p in minors}
    guardians: set[str] = set()
    for counsel in judgment.counsel:
        guards = counsel.role in ("法定代理人", "监护人") and names & set(counsel.clients)
        if guards and not masked(counsel.name) and counsel.name not in guardians:
            guardians.add(counsel.name)
            yield _finding(judgment, judgment.plain_span(counsel), "未成年人的法定代理人的姓名", "a guardian's name")
    children = list(_children(judgment, decided)) if judgment.has(_CHILDREN) else []
    for start, end in children:
        yield _finding(judgment, (start, end), "未成年子女的姓名", "the name of a child")
    if minors or children:
        yield from _schools(judgment)


def _children(judgment: Judgment, decided: date | None) -> Iterator[tuple[int, int]]:
    """Where a child of a party is first named, a minor by the birth told or by who is to bring it up."""
    known = {p.name for p in judgment.parties}
    surnames = {p.name[0] for p in judgment.parties if p.kind == "person"}
    for m in _CHILD.finditer(judgment.plain) if decided else ():
        name = m["name"]
        own = name[0] in surnames
        if name in known or masked(name) or not (own or looks_like_name(name)):
            continue
        sentence = max(judgment.plain.rfind("。", 0, m.start()) + 1, m.start() - 20)
        stop = judgment.plain.find("。", m.end(), m.end() + 24)
        around = judgment.plain[sentence : stop if stop >= 0 else m.end() + 24]
        births = [dates.to_date(d) for d in dates.DATE.finditer(around)]
        young = any(b and decided and 0 <= age_on(b, decided) < ADULT for b in births)
        if young or (own and _RAISED.match(judgment.plain, m.end())):
            known.add(name)
            yield m.start("name"), m.end("name")


def _others(judgment: Judgment) -> Iterator[tuple[int, int]]:
    """Where a person is first named with a birth date that makes a minor of them at the decision."""
    decided = decided_on(judgment)
    known = {p.name for p in judgment.parties}
    for m in _BORN.finditer(judgment.plain) if decided else ():
        before = _NAME.search(judgment.plain, max(m.start() - 6, 0), m.start())
        lead = _LEAD.match(before[0]) if before else None
        start = (before.start() if before else m.start()) + (lead.end() if lead else 0)
        name = judgment.plain[start : m.start()]
        day = dates.DATE.search(m[1])
        born = dates.to_date(day) if day else None
        minor = born is not None and decided is not None and 0 <= age_on(born, decided) < ADULT
        if minor and looks_like_name(name) and name not in known:
            known.add(name)
            yield start, m.start()


def _schools(judgment: Judgment) -> Iterator[Finding]:
    for m in _SCHOOL.finditer(judgment.plain):
        if not re.search(r"[某×xX*＊]", m[1]):
            yield _finding(judgment, m.span(), "未成年人就读的学校", "the school of a minor")
            return


def _finding(judgment: Judgment, span: tuple[int, int], zh: str, en: str) -> Finding:
    return SCENARIO.finding(
        judgment, judgment.place(*span), f"{zh}没有隐去。", f"The text gives {en}.", expected="隐名"
    )
