"""裁判文书缺少必备部分。

English: A mandatory part of the document is absent.

## What 查什么
刑事一审、二审的判决书、裁定书缺少：案号、本院认为、裁判依据、主文、审判人员署名、书记员署名、裁判日期；一审判决书没有写明上诉的期限和法院。民事、行政、执行的判决书、裁定书、调解书缺少：案号、当事人、主文、署名、日期；判决书另查诉讼请求、认定的事实、理由、裁判依据、诉讼费用的负担，裁定书另查裁判依据；一审判决书的案由、审理经过写“原告某与（诉）被告某…一案”而首部没有列原告或者被告的。

## Why 为何
判决书应当由审判人员和书记员署名，写明请求、事实、理由、依据、结果和诉讼费用的负担，并且写明上诉的期限和上诉的法院；缺少必备部分的文书不完整。

## Method 方法
读取文书各部分；标题、案号、主文、落款中已读到至少三样（即文书大体完整）而缺某一样的，报告。没有上诉告知的刑事一审判决、通篇没有引用任何法律的民事行政判决、首部没有列原告或者被告的一审判决为确定；其余在发布的文本上可能是转载脱落，为可能。

## Exclusions 排除
只有片段的文本（标题、案号、主文、落款不足三样）不报；最高人民法院的一审判决没有上诉，不查上诉告知；一审裁定书不查说理和依据（补正、准许撤诉的裁定可以不写）；减刑、假释、复核、刑事再审、刑事决定书、通知书不查；支付令、民事行政赔偿的决定书只查案号、当事人、日期；民事的上诉告知由PRO316查；小额诉讼、要素式、当事人同意简化或者承认请求的判决不查事实和理由；调解书不查事实、理由和依据，裁定书不查事实和理由，补正裁定不查依据；再审、特别程序、公益诉讼、国家赔偿、先行判决不查诉讼费用；署名被隐去仍算有署名。

## Assumptions 假定
读取未能认出的写法按缺少处理，故除上诉告知外只报可能。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百零三条（2018年10月26日前为第一百九十七条）；《中华人民共和国民事诉讼法》第一百五十五条、第一百五十七条（2013年至2021年为第一百五十二条、第一百五十四条）；《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第二百七十条、第二百八十条（可以简化的文书）。

## Remedy 怎么改
补齐该部分；已送达的以裁定补正。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .civil_parts import civil_basis, civil_lacks, numbered, opening, tail

SCENARIO = Scenario(
    code="DOC601",
    name="missing-part",
    title=Words("缺少必备部分", "Mandatory part absent"),
    family="form",
    basis=(
        Basis("中华人民共和国刑事诉讼法", "203"),
        Basis("中华人民共和国民事诉讼法", "155", since=date(2022, 1, 1)),
        Basis("中华人民共和国民事诉讼法", "152", since=date(2013, 1, 1), until=date(2022, 1, 1)),
    ),
    certainty="certain",
    severity="minor",
    subjects=("criminal-first", "criminal-second", "civil", "administrative", "enforcement", "compensation"),
)
_CIVIL_KINDS = ("判决书", "裁定书", "调解书", "支付令", "决定书")
ENGLISH = {
    "案号": "case number",
    "裁判理由（本院认为）": "reasoning",
    "裁判依据": "legal basis",
    "主文": "disposition",
    "审判人员署名": "signature of the judges",
    "书记员署名": "signature of the clerk",
    "裁判日期": "date of the decision",
    "上诉的期限和法院": "period and court of appeal",
    "当事人": "party",
    "原告": "plaintiff in the head",
    "被告": "defendant in the head",
    "诉讼请求": "claim",
    "认定的事实": "finding of fact",
    "诉讼费用的负担": "share of the costs",
}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per part that a nearly complete document lacks."""
    title = judgment.title
    if title is None or not _complete(judgment):
        return
    if title.case_type != "刑事":
        yield from _civil(judgment)
        return
    if title.document_type not in ("判决书", "裁定书"):
        return
    for part, place in _missing(judgment):
        notice = part == "上诉的期限和法院"
        yield SCENARIO.finding(
            judgment,
            place,
            f"文书没有{part}。",
            f"The document has no {ENGLISH[part]}.",
            expected=part,
            certainty="certain" if notice else "likely",
        )


def _civil(judgment: Judgment) -> Iterator[Finding]:
    """The same for civil, administrative and enforcement documents."""
    if judgment.title is None or judgment.title.document_type not in _CIVIL_KINDS:
        return
    for lack in civil_lacks(judgment):
        yield SCENARIO.finding(
            judgment,
            lack.place,
            f"文书没有{lack.part}。" if lack.part not in ("原告", "被告") else f"首部没有列明{lack.part}。",
            f"The document has no {ENGLISH[lack.part]}.",
            expected=lack.part,
            certainty=lack.certainty,
            basis=civil_basis(judgment),
        )


def _complete(judgment: Judgment) -> bool:
    """Whether the text has at least three of its four corners: title, number, disposition, signature."""
    signed = judgment.decided is not None or bool(judgment.members)
    return (judgment.case_number is not None) + (judgment.cut("disposition") is not None) + signed >= 2


def _missing(judgment: Judgment) -> Iterator[tuple[str, Place]]:
    title, end = judgment.title, tail(judgment)
    if title is None:
        return
    if not numbered(judgment):
        yield "案号", title
    if judgment.cut("disposition") is None:
        yield "主文", title
        return
    reasoned = title.document_type == "判决书" or judgment.instance == "second"
    if reasoned and (judgment.cut("reasoning") is None or "认为" not in judgment.plain):
        yield "裁判理由（本院认为）", title
    if reasoned and not judgment.basis and "条" not in judgment.part("reasoning", "basis"):
        yield "裁判依据", opening(judgment)
    if _appealable(judgment):
        yield "上诉的期限和法院", end
    if not judgment.members:
        yield "审判人员署名", end
    if judgment.decided is None:
        yield "裁判日期", end
    elif not judgment.clerks and judgment.members:
        yield "书记员署名", end


def _appealable(judgment: Judgment) -> bool:
    """Whether an appeal lies and the document is silent on it, though it goes on to its signatures."""
    if judgment.instance != "first" or judgment.title is None or judgment.title.document_type != "判决书":
        return False
    if judgment.court and judgment.court.level == "supreme":
        return False
    signed = bool(judgment.members) and judgment.decided is not None
    return signed and judgment.appeal is None and "上诉" not in judgment.part("disposition", "notice", "signature")
