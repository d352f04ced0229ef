"""依法不公布的文书。

English: A document that must not be published.

## What 查什么
未成年人犯罪、涉及国家秘密、以调解方式结案、离婚诉讼的裁判文书。对尚未公布的文书，命中即为公布前应当处理之处；对已经公布的文书，为应当撤换、更正之处。命中提醒这份文书不应在互联网公布，不说明文书本身有错。

## Why 为何
公布规定列明了不在互联网公布的文书；误公布会造成难以挽回的后果。

## Method 方法
按首部出生日期和犯罪日期，有被告人犯罪时不满十八周岁，且文书称其未成年或按日期算为未成年的；罪名涉及国家秘密，或者因涉及国家秘密不公开审理的；标题为调解书的；案由为离婚纠纷的。

## Exclusions 排除
按日期算未成年而与文书所述不符（文书既未提未成年也未引第十七条、且裁判时早已成年）的不报；涉及商业秘密、个人隐私不属此列；公布与否由法院决定（如为保护公共利益公开调解书），提示供核查；2016年10月1日前公布的文书适用当时的规定，公布日期从文书中看不出，仍提示，由核查人按公布时间处理。

## Assumptions 假定
文书将要公布或者已经公布。

## Basis 依据
《最高人民法院关于人民法院在互联网公布裁判文书的规定》（法释〔2016〕19号，2016年10月1日起施行）第四条。该规定原文不在本项目所据法律文本之内，条号取自公开文本。

## Remedy 怎么改
不公布；已公布的撤回。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import ADULT, age_on, minor_accused, rule

SCENARIO = Scenario(
    code="PUB704",
    name="must-not-publish",
    title=Words("依法不公布的文书", "Must not be published"),
    family="publication",
    basis=(rule("4"),),
    certainty="likely",
    severity="major",
    subjects=("any",),
)
_SECRET = re.compile(
    r"(?:因|由于|本案)(?:本案)?涉及国家秘密|犯(?:[^，。；]{0,12}(?:国家秘密、情报|(?:泄露|持有|获取)[^，。；]{0,16}国家[绝机]?密?秘密)[^，。；]{0,12}罪)"
)
_DIVORCE = re.compile(r"离婚(?:后财产)?纠纷")
_YOUNG = ("未成年", "不满十八周岁", "未满十八周岁", "已满十六周岁", "已满十四周岁", "不满十六周岁", "法定代理人")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding per reason."""
    decided = decided_on(judgment)
    for party in minor_accused(judgment)[:1]:
        told = any(word in judgment.plain for word in _YOUNG)
        young_now = decided is not None and party.birth is not None and age_on(party.birth, decided) < ADULT
        if told or young_now:
            yield _finding(judgment, _birth(judgment, party.paragraph, party.birth_text) or party,
                           "未成年人犯罪", "A minor's crime")  # fmt: skip
    secret = _SECRET.search(judgment.plain, 0, 4000) if "国家" in judgment.plain else None
    if secret:
        place = judgment.place(secret.start(), secret.end())
        yield _finding(judgment, place, "涉及国家秘密", "A state secret is concerned")
    title = judgment.title
    if title and title.document_type == "调解书":
        yield _finding(judgment, title, "以调解方式结案", "The case ended by mediation")
    divorce = _DIVORCE.search(judgment.plain, 0, 1500) if title and title.case_type == "民事" else None
    if divorce and divorce[0] == "离婚纠纷":
        yield _finding(judgment, judgment.place(divorce.start(), divorce.end()), "离婚诉讼", "A divorce")


def _birth(judgment: Judgment, paragraph: Place | None, words: str | None) -> Place | None:
    if paragraph is None or not words:
        return None
    start, end = judgment.plain_span(paragraph)
    at = judgment.plain.find(words, start, end)
    tail = 2 if judgment.plain.startswith("出生", at + len(words)) else 0
    return judgment.place(at, at + len(words) + tail) if at >= 0 else None


def _finding(judgment: Judgment, place: Place, zh: str, en: str) -> Finding:
    return SCENARIO.finding(
        judgment, place, f"{zh}的裁判文书不在互联网公布。", f"{en}: such a document is not published on the internet."
    )
