"""公布的住址细于县、区。

English: A home address finer than the county is published.

## What 查什么
首部当事人的住址、户籍地写到县、区以下（乡镇、村、街道、门牌）。对尚未公布的文书，命中即为公布前应当处理之处；对已经公布的文书，为应当撤换、更正之处。

## Why 为何
公布规定要求删除自然人的家庭住址，只保留住所地所属县、区。

## Method 方法
取首部每个自然人当事人段落中（民事、行政、执行文书另取自然人代理人、法定代理人、法定代表人之后）“住、现住、户籍地、户籍所在地”之后的地址，除去省、市、县（区、旗）名后仍有未隐去的乡镇、村、路、街、号、室、小区等的，报告。

## Exclusions 排除
以某、×替代的细部不报；县、区名读不出的地址不报；机关、公司、学校等单位的住所地和律师事务所的地址不报；事实部分的现场地址、被害人住处不查；2016年10月1日前公布的文书适用当时的规定，公布日期从文书中看不出，仍提示，由核查人按公布时间处理（此前的规定同样要求删除家庭住址）。

## Assumptions 假定
文书将要公布或者已经公布。

## Basis 依据
《最高人民法院关于人民法院在互联网公布裁判文书的规定》（法释〔2016〕19号，2016年10月1日起施行）第十条第一款第（一）项、第十一条。该规定原文不在本项目所据法律文本之内，条号取自公开文本。

## Remedy 怎么改
删去县、区以下的地址后重新公布。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Party
from anjian.scenarios.base import Finding, Scenario, Words

from .common import rule

SCENARIO = Scenario(
    code="PUB702",
    name="address-too-fine",
    title=Words("住址细于县、区", "Address finer than the county"),
    family="publication",
    basis=(rule("10"), rule("11")),
    certainty="likely",
    severity="minor",
    subjects=("any",),
)
_OPENING = re.compile(
    r"(?:(?:户籍|户口)(?:所在|登记)?地?址?(?:及现住址|和现住址)?|(?:现|家|暂|居|租|捕前|原)?住(?:所地|所|址|地|在|于)?|居住[地于在]|家庭住址)[：:为在系]?"
)
_COUNTY = re.compile(r"(?:[^，。；（）]{1,12}?(?:省|自治区|自治州|地区|盟|市|县|(?<![小社校院])区|旗))+")
_FINE = re.compile(
    r"[^，。；（）]{0,30}?[一-龥0-9A-Za-z#](?<![某×XxＸ*＊])"
    r"(?:镇|乡|街道|村|屯|路|街|巷|弄|号|栋|幢|室|房|组|社区|小区|花园|公寓|新城|苑)[^，。；（）]{0,30}"
)
_LONGEST = 90
#: The last words of the name of a body; a body keeps its address.
_BODY = re.compile(
    r"(?:中学|小学|学校|学院|大学|幼儿园|医院|公司|厂|商店|酒店|中心|委员会|协会|总团|剧团|银行|事务所|合作社)$"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per address of a natural party."""
    for party in judgment.parties:
        if party.kind == "person" and party.paragraph and not (len(party.name) > 3 and _BODY.search(party.name)):
            for start, end in _addresses(judgment, party):
                yield _finding(judgment, start, end)
    if judgment.title and judgment.title.case_type != "刑事":
        listed = {p.name for p in judgment.parties}
        for counsel in judgment.counsel:
            start = judgment.plain_span(counsel)[1]
            own = counsel.firm is None and counsel.name not in listed
            for begin, end in _in(judgment, start, _entry_end(judgment, start)) if own else ():
                yield _finding(judgment, begin, end)


def _finding(judgment: Judgment, start: int, end: int) -> Finding:
    return SCENARIO.finding(
        judgment,
        judgment.place(start, end),
        "住址写到了县、区以下。",
        "The address goes beyond the county or district.",
        expected="只保留住所地所属县、区",
    )


def _entry_end(judgment: Judgment, start: int) -> int:
    """Where the sentence about a representative ends."""
    stop = judgment.plain.find("。", start)
    return stop if 0 <= stop < start + _LONGEST else start + _LONGEST


def _addresses(judgment: Judgment, party: Party) -> Iterator[tuple[int, int]]:
    return _in(judgment, *judgment.plain_span(party.paragraph or party))


def _in(judgment: Judgment, start: int, end: int) -> Iterator[tuple[int, int]]:
    taken = start
    for m in _OPENING.finditer(judgment.plain, start, end):
        county = _COUNTY.match(judgment.plain, m.end(), min(end, m.end() + 60)) if m.start() >= taken else None
        fine = _FINE.match(judgment.plain, county.end(), end) if county else None
        if fine:
            taken = fine.end()
            yield m.start(), fine.end()
