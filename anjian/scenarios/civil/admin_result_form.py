"""裁判方式或者行政判决的形式不当。

English: A result in a form the law does not know: a suit rejected by judgment, claims dismissed by ruling.

## What 查什么
用判决驳回起诉，用裁定驳回诉讼请求；2015年5月1日以后仍判决维持行政行为；2018年2月8日以后仍判决确认行政行为合法或者有效。

## Why 为何
驳回起诉解决的是程序问题，只能用裁定；驳回诉讼请求是实体判决。形式用错，上诉期限、既判力随之出错。

## Method 方法
看文书名称（判决书、裁定书）和主文每一项开头的处理方式；行政一审判决另看判项是否为维持或者确认合法。

## Exclusions 排除
引述原审判项的（“撤销……即驳回……”“维持……”）；二审、再审维持原判的；判决书中与实体判项并列的一项驳回起诉，只作可能；
刑事附带民事、国家赔偿案件，都不报。

## Assumptions 假定
文书名称抄写无误。

## Basis 依据
《中华人民共和国民事诉讼法》第一百五十七条（2021年起；2012年为第一百五十四条）；《中华人民共和国行政诉讼法》第六十九条至第七十八条；
《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百零一条。

## Remedy 怎么改
驳回起诉改用裁定书，驳回诉讼请求改用判决书；被诉行政行为合法的，判决驳回原告的诉讼请求。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .provisions import ADMINISTRATIVE, ADMINISTRATIVE_RULINGS, INTERPRETED, NEW_FORMS, RULINGS

SCENARIO = Scenario(
    code="CIV511",
    name="admin-result-form",
    title=Words("裁判方式不当", "Result in a form the law does not know"),
    family="civil",
    basis=RULINGS,
    certainty="certain",
    severity="major",
    subjects=("civil", "administrative"),
)
_RESULTS = (Basis(ADMINISTRATIVE, "69", since=NEW_FORMS), Basis(ADMINISTRATIVE, "70", since=NEW_FORMS))
_OPENING = r"(?:（?[一二三四五六七八九十0-9]{1,3}[）、.．])?"
_REJECTS_SUIT = re.compile(
    rf"{_OPENING}(?P<words>驳回[^，。；：“]{{0,60}}(?:[的之]起诉|起诉(?=[，。；]|$))|对[^，。；：“]{{1,60}}的起诉，?予以驳回)"
)
_DISMISSES = re.compile(rf"{_OPENING}(?P<words>驳回[^。；：“]{{1,80}}?(?<!仲裁)诉讼请求)")
_LAWFUL = re.compile(rf"{_OPENING}(?P<words>确认[^。；：“]{{2,80}}?(?:合法|合法有效))(?=[，。；]|$)")
_CERTAIN_KEEPS = re.compile(r"行政|处罚|决定|登记|批复|通知|许可|证")
_OF_COURTS = re.compile(r"判决|裁定|调解书|原判|一审|原审|本院")


def check(judgment: Judgment) -> Iterator[Finding]:
    """A finding per item whose form does not belong to such a document."""
    title = judgment.title
    if title is None or title.incidental or not judgment.items:
        return
    if title.document_type == "判决书":
        yield from _suit_by_judgment(judgment)
        if title.case_type == "行政" and judgment.instance == "first":
            yield from _old_forms(judgment)
    elif title.document_type == "裁定书":
        yield from _claim_by_ruling(judgment)


def _suit_by_judgment(judgment: Judgment) -> Iterator[Finding]:
    for item in judgment.items:
        m, at = _opens(judgment, item, _REJECTS_SUIT)
        if m is None:
            continue
        alone = len([i for i in judgment.items if judgment.words(i).strip()]) == 1
        certainty: Certainty = "certain" if alone and judgment.instance == "first" else "likely"
        yield _finding(
            judgment,
            judgment.place(at + m.start("words"), at + m.end("words")),
            "驳回起诉应当用裁定，文书用的是判决。",
            "A suit is rejected by ruling; this is a judgment.",
            certainty,
            ("裁定", "判决"),
        )


def _claim_by_ruling(judgment: Judgment) -> Iterator[Finding]:
    for item in judgment.items:
        m, at = _opens(judgment, item, _DISMISSES)
        if m is None or judgment.instance not in ("first", "second"):
            continue
        certainty: Certainty = "certain" if judgment.instance == "first" else "likely"
        yield _finding(
            judgment,
            judgment.place(at + m.start("words"), at + m.end("words")),
            "驳回诉讼请求是实体处理，应当用判决，文书用的是裁定。",
            "Claims are dismissed by judgment; this is a ruling.",
            certainty,
            ("判决", "裁定"),
        )


def _old_forms(judgment: Judgment) -> Iterator[Finding]:
    """Forms that the amended law on administrative procedure no longer has."""
    on = decided_on(judgment)
    if on is None or on < NEW_FORMS or (judgment.course and judgment.course.reopened):
        return
    for award in judgment.awards:
        words = judgment.words(award)
        if award.kind == "维持" and _CERTAIN_KEEPS.search(words) and not _OF_COURTS.search(words):
            yield _finding(
                judgment,
                award,
                "2015年5月1日起没有判决维持行政行为的形式，行政行为合法的判决驳回原告的诉讼请求。",
                "Since 2015-05-01 a court no longer affirms an administrative act; it dismisses the claim.",
                "certain",
                ("驳回原告的诉讼请求", "维持"),
                _RESULTS,
            )
    if on < INTERPRETED:
        return
    for item in judgment.items:
        m, at = _opens(judgment, item, _LAWFUL)
        if m is not None and not re.search(r"协议|合同|不", m["words"]):
            yield _finding(
                judgment,
                judgment.place(at + m.start("words"), at + m.end("words")),
                "现行法没有判决确认行政行为合法的形式，行政行为合法的判决驳回原告的诉讼请求。",
                "The law no longer has a judgment that declares an act lawful; the claim is dismissed.",
                "certain",
                ("驳回原告的诉讼请求", "确认合法"),
                _RESULTS,
            )


def _opens(judgment: Judgment, item: Place, pattern: re.Pattern[str]) -> tuple[re.Match[str] | None, int]:
    """The match at the beginning of an item, and where the item begins, in plain indexes."""
    start, end = judgment.plain_span(item)
    return pattern.match(judgment.plain[start:end]), start


def _finding(
    judgment: Judgment,
    place: Place,
    zh: str,
    en: str,
    certainty: Certainty,
    forms: tuple[str, str],
    basis: tuple[Basis, ...] | None = None,
) -> Finding:
    administrative = judgment.title is not None and judgment.title.case_type == "行政"
    rules = basis or (ADMINISTRATIVE_RULINGS if administrative else RULINGS)
    return SCENARIO.finding(
        judgment, place, zh, en, expected=forms[0], found=forms[1], certainty=certainty, basis=rules
    )
