"""审判人员、律师、机关名称不应隐去而隐去。

English: Judge, lawyer or public body masked without ground.

## What 查什么
审判人员、书记员、律师辩护人的姓名，律师事务所、法院、检察院、公安机关的名称，被以“某”“×”等替代。对尚未公布的文书，命中即为公布前应当处理之处；对已经公布的文书，为应当撤换、更正之处。

## Why 为何
隐名只适用于公布规定列明的人员；审判人员、律师和机关是公开审判的应有内容，隐去使监督落空。

## Method 方法
署名中的审判人员、书记员姓名含“某”“×”“X”“*”；首部律师（辩护人、诉讼代理人）的姓名或律师事务所名称含这些符号；法院、检察院、公安局名称中地名被替代的，行政案件作为当事人的行政机关名称被替代的，每类各报第一处，署名逐人报。

## Exclusions 排除
检察员姓名被隐去的不报（公布规定未列明）；亲友辩护人、法定代理人、公司名称被隐去的不报；未填写的样式（×××人民检察院）由DOC605查；2016年10月1日前公布的文书适用当时的规定，公布日期从文书中看不出，仍提示，由核查人按公布时间处理。

## Assumptions 假定
署名、辩护人能从首尾读出。

## Basis 依据
《最高人民法院关于人民法院在互联网公布裁判文书的规定》（法释〔2016〕19号，2016年10月1日起施行）第八条、第十一条。该规定原文不在本项目所据法律文本之内，条号取自公开文本。

## Remedy 怎么改
恢复姓名、名称后重新公布。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Counsel, Member
from anjian.scenarios.base import Finding, Scenario, Words

from .common import rule

SCENARIO = Scenario(
    code="PUB706",
    name="over-masked",
    title=Words("不应隐去而隐去", "Masked without ground"),
    family="publication",
    basis=(rule("11"),),
    certainty="likely",
    severity="minor",
    subjects=("any",),
)
_MASK = re.compile(r"[某×XxＸ*＊]")
_FIRM = re.compile(r"，[^，。；]{0,24}律师(?:事务所)?")
_AUTHORITIES = ("人民政府", "局", "厅", "委员会", "街道办事处")
_BODIES = ("人民法院", "人民检察院", "公安局")
_FORM_WORDS = anchors("写明")
_MASKED_BODY = anchors(
    *(
        f"{mask}{place}{body}"
        for mask in "某×XxＸ*＊"
        for place in ("", "省", "市", "县", "区")
        for body in ("人民法", "人民检", "公安局", "中级", "高级")
    )
)
_MASKED_PLACE = re.compile(r"(?:某{1,2}|[×XxＸ*＊]{1,4})[省市县区]?(?:中级|高级)?$")


def check(judgment: Judgment) -> Iterator[Finding]:
    """Masked signatures one by one, masked lawyers one by one, the first masked public body."""
    for member in (*judgment.members, *judgment.assistants, *judgment.clerks):
        if _MASK.search(member.name):
            yield _finding(judgment, _with_role(judgment, member), f"{member.role}姓名", "The name of a judge or clerk")
    for counsel in judgment.counsel:
        firm = counsel.firm or _written_firm(judgment, counsel)
        if "律师" in firm and (_MASK.search(counsel.name) or _MASK.search(firm)):
            yield _finding(judgment, judgment.plain_span(counsel), "律师姓名或律师事务所名称", "A lawyer or law firm")
    for party in judgment.parties:
        authority = party.kind == "body" and party.name.endswith(_AUTHORITIES) and _administrative(judgment)
        if authority and _MASK.search(party.name):
            yield _finding(judgment, judgment.plain_span(party), "行政机关名称", "A public body")
    masked = judgment.has(_MASKED_BODY) and not judgment.has(_FORM_WORDS)
    body = _masked_body(judgment.plain) if masked else None
    if body:
        yield _finding(judgment, body, "机关名称", "A public body")


def _administrative(judgment: Judgment) -> bool:
    return judgment.title is not None and judgment.title.case_type == "行政"


def _written_firm(judgment: Judgment, counsel: Counsel) -> str:
    """The masked firm behind a name in a civil or administrative head, which is no name to the reader."""
    if judgment.title is None or judgment.title.case_type == "刑事":
        return ""
    m = _FIRM.match(judgment.plain, judgment.plain_span(counsel)[1])
    return m[0] if m else ""


def _masked_body(text: str) -> tuple[int, int] | None:
    """The first public body whose place is masked."""
    for body in _BODIES:
        at = text.find(body)
        while at >= 0:
            place = _MASKED_PLACE.search(text, max(at - 7, 0), at)
            if place:
                return place.start(), at + len(body)
            at = text.find(body, at + 1)
    return None


def _with_role(judgment: Judgment, member: Member) -> tuple[int, int]:
    """The signature with the role word before it."""
    start, end = judgment.plain_span(member)
    begins = judgment.plain.rfind(member.role, max(start - len(member.role) - 2, 0), start)
    return (begins if begins >= 0 else start), end


def _finding(judgment: Judgment, span: tuple[int, int], zh: str, en: str) -> Finding:
    return SCENARIO.finding(
        judgment, judgment.place(*span), f"{zh}不在隐名之列，却被隐去。", f"{en} is masked without ground."
    )
