"""依法不公布的文书。

English: A document that must not be published.

## What 查什么
未成年人犯罪、涉及国家秘密、以调解方式结案或者确认人民调解协议效力、离婚诉讼、涉及未成年子女抚养监护的裁判文书。对尚未公布的文书，命中即为公布前应当处理之处；对已经公布的文书，为应当撤换、更正之处。命中提醒这份文书不应在互联网公布，不说明文书本身有错。

## Why 为何
公布规定列明了不在互联网公布的文书；误公布会造成难以挽回的后果。

## Method 方法
按首部出生日期和犯罪日期，有被告人犯罪时不满十八周岁，且文书称其未成年或按日期算为未成年的；罪名涉及国家秘密，或者因涉及国家秘密不公开审理的；标题为调解书的，裁定确认调解协议有效的；案由为离婚纠纷的，案由为抚养、抚养费、变更抚养关系的，案由涉及监护而文书提到未成年的。

## Exclusions 排除
按日期算未成年而与文书所述不符（文书既未提未成年也未引第十七条、且裁判时早已成年）的不报；行政调解书、民事公益诉讼调解书依规定应当公布，不报；离婚后财产、离婚后损害责任、探望权纠纷不报；执行文书的案由不查；政府信息公开案件中被告以国家秘密为由不公开的不报（须是本案因此不公开审理）；涉及商业秘密、个人隐私不属此列；公布与否由法院决定（如为保护公共利益公开调解书），提示供核查；规定约束的是公布行为，2016年10月1日前公布的文书适用当时的规定（法释〔2013〕26号等，原文不在本项目所据法律文本之内），公布日期从文书中看不出：2016年10月1日前裁判的离婚、抚养监护案件，当时公布并不违反本规定，只作提示，如今公布的仍受约束；其余各类仍按可能报告，由核查人按公布时间处理。

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
from anjian.documents.anchors import anchors
from anjian.documents.model import Place
from anjian.scenarios.base import Finding, Scenario, Words, decided_on

from .common import ADULT, RULE_SINCE, age_on, minor_accused, rule

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
_SECRETS = anchors("国家秘密", "绝秘密", "机秘密", "密秘密")
_SECRET = re.compile(
    r"(?:因|由于|本案)(?:本案)?涉及国家秘密|犯(?:[^，。；]{0,12}(?:国家秘密、情报|(?:泄露|持有|获取)[^，。；]{0,16}国家[绝机]?密?秘密)[^，。；]{0,12}罪)"
)
_SECRET_TRIAL = re.compile(r"涉及国家秘密[^。]{0,20}不公开")
_DIVORCE = re.compile(r"离婚(?:后财产|后损害责任)?纠纷")
_CHILD = re.compile(r"抚养费?(?:纠纷)?$|抚养费纠纷|抚养关系|抚养权|抚养纠纷")
_GUARDIAN = re.compile(r"监护")
_YOUNG = anchors(
    "未成年", "不满十八周岁", "未满十八周岁", "已满十六周岁", "已满十四周岁", "不满十六周岁", "法定代理人"
)  # fmt: skip


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding per reason."""
    decided = decided_on(judgment)
    for party in minor_accused(judgment)[:1]:
        told = judgment.has(_YOUNG)
        young_now = decided is not None and party.birth is not None and age_on(party.birth, decided) < ADULT
        if told or young_now:
            yield _finding(judgment, _birth(judgment, party.paragraph, party.birth_text) or party,
                           "未成年人犯罪", "A minor's crime")  # fmt: skip
    secret = _secret(judgment)
    if secret:
        place = judgment.place(secret.start(), secret.end())
        yield _finding(judgment, place, "涉及国家秘密", "A state secret is concerned")
    yield from _settled(judgment)
    yield from _family(judgment)


def _secret(judgment: Judgment) -> re.Match[str] | None:
    """Where the case itself is said to concern a state secret; elsewhere an authority may plead one."""
    if not judgment.has(_SECRETS):
        return None
    if judgment.title and judgment.title.case_type == "刑事":
        return _SECRET.search(judgment.plain, 0, 4000)
    course = judgment.cut("course")
    return _SECRET_TRIAL.search(judgment.plain, course.start, course.end) if course else None


def _settled(judgment: Judgment) -> Iterator[Finding]:
    """A mediation paper, or a ruling that confirms an agreement reached by people's mediation."""
    title = judgment.title
    if title is None:
        return
    published = title.case_type == "行政" or title.document_type != "调解书" or "公益诉讼" in judgment.plain[:1500]
    if not published:
        yield _finding(judgment, title, "以调解方式结案", "The case ended by mediation")
    confirmed = next((v for v in judgment.verdicts if v.kind == "司法确认"), None)
    if confirmed and title.document_type == "裁定书":
        place = judgment.cause or confirmed
        yield _finding(judgment, place, "确认人民调解协议效力", "A people's mediation is confirmed")


def _family(judgment: Judgment) -> Iterator[Finding]:
    """A divorce, or who is to bring up a child; by the cause of action, else by the opening words."""
    title = judgment.title
    if title is None or title.case_type != "民事":
        return
    if judgment.cause is None:
        divorce = _DIVORCE.search(judgment.plain, 0, 1500)
        if divorce and divorce[0] == "离婚纠纷":
            place = judgment.place(divorce.start(), divorce.end())
            yield _since_2016(judgment, place, "离婚诉讼", "A divorce")
        return
    name = judgment.cause.name
    if re.search(r"离婚(?!后)", name):
        yield _since_2016(judgment, judgment.cause, "离婚诉讼", "A divorce")
    elif _CHILD.search(name) or (_GUARDIAN.search(name) and "未成年" in judgment.plain):
        yield _since_2016(
            judgment, judgment.cause, "涉及未成年子女抚养、监护", "The upbringing of a child is concerned"
        )


def _birth(judgment: Judgment, paragraph: Place | None, words: str | None) -> Place | None:
    if paragraph is None or not words:
        return None
    start, end = judgment.plain_span(paragraph)
    at = judgment.plain.find(words, start, end)
    tail = 2 if judgment.plain.startswith("出生", at + len(words)) else 0
    return judgment.place(at, at + len(words) + tail) if at >= 0 else None


def _since_2016(judgment: Judgment, place: Place, zh: str, en: str) -> Finding:
    """A finding about a case that the rule of 2016 names in so many words; of an older judgment only a hint,
    for one that was published in its own time came under the rule of that time."""
    decided = decided_on(judgment)
    if decided is None or decided >= RULE_SINCE:
        return _finding(judgment, place, zh, en)
    return SCENARIO.finding(
        judgment,
        place,
        f"{zh}的裁判文书自2016年10月1日起不在互联网公布；本案裁判在此以前，当时已经公布的适用当时的规定。",
        f"{en}: not published on the internet since 2016-10-01; one published before came under the rule of its time.",
        certainty="hint",
    )


def _finding(judgment: Judgment, place: Place, zh: str, en: str) -> Finding:
    return SCENARIO.finding(
        judgment, place, f"{zh}的裁判文书不在互联网公布。", f"{en}: such a document is not published on the internet."
    )
