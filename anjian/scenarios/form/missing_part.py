"""裁判文书缺少必备部分。

English: A mandatory part of the document is absent.

## What 查什么
刑事一审、二审的判决书、裁定书缺少：案号、本院认为、裁判依据、主文、审判人员署名、书记员署名、裁判日期；一审判决书没有写明上诉的期限和法院。

## Why 为何
判决书应当由审判人员和书记员署名，并且写明上诉的期限和上诉的法院；缺少必备部分的文书不完整。

## Method 方法
读取文书各部分；标题、案号、主文、落款中已读到至少三样（即文书大体完整）而缺某一样的，报告。没有上诉告知的一审判决为确定；其余在发布的文本上可能是转载脱落，为可能。

## Exclusions 排除
只有片段的文本（标题、案号、主文、落款不足三样）不报；最高人民法院的一审判决没有上诉，不查上诉告知；一审裁定书不查说理和依据（补正、准许撤诉的裁定可以不写）；减刑、假释、复核、再审、通知书、决定书不查；署名被隐去仍算有署名。

## Assumptions 假定
读取未能认出的写法按缺少处理，故除上诉告知外只报可能。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百零三条（2018年10月26日前为第一百九十七条）。

## Remedy 怎么改
补齐该部分；已送达的以裁定补正。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Basis, Finding, Scenario, Words

SCENARIO = Scenario(
    code="DOC601",
    name="missing-part",
    title=Words("缺少必备部分", "Mandatory part absent"),
    family="form",
    basis=(Basis("中华人民共和国刑事诉讼法", "203"),),
    certainty="certain",
    severity="minor",
    subjects=("criminal-first", "criminal-second"),
)
ENGLISH = {
    "案号": "case number",
    "裁判理由（本院认为）": "reasoning",
    "裁判依据": "legal basis",
    "主文": "disposition",
    "审判人员署名": "signature of the judges",
    "书记员署名": "signature of the clerk",
    "裁判日期": "date of the decision",
    "上诉的期限和法院": "period and court of appeal",
}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per part that a nearly complete document lacks."""
    title = judgment.title
    if title is None or title.document_type not in ("判决书", "裁定书") or not _complete(judgment):
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


def _complete(judgment: Judgment) -> bool:
    """Whether the text has at least three of its four corners: title, number, disposition, signature."""
    signed = judgment.decided is not None or bool(judgment.members)
    return (judgment.case_number is not None) + (judgment.cut("disposition") is not None) + signed >= 2


def _missing(judgment: Judgment) -> Iterator[tuple[str, Place]]:
    title, tail = judgment.title, _tail(judgment)
    if title is None:
        return
    if judgment.case_number is None:
        yield "案号", title
    if judgment.cut("disposition") is None:
        yield "主文", title
        return
    reasoned = title.document_type == "判决书" or judgment.instance == "second"
    if reasoned and (judgment.cut("reasoning") is None or "认为" not in judgment.plain):
        yield "裁判理由（本院认为）", title
    if reasoned and not judgment.basis and "条" not in judgment.part("reasoning", "basis"):
        yield "裁判依据", _opening(judgment)
    if _appealable(judgment):
        yield "上诉的期限和法院", tail
    if not judgment.members:
        yield "审判人员署名", tail
    if judgment.decided is None:
        yield "裁判日期", tail
    elif not judgment.clerks and judgment.members:
        yield "书记员署名", tail


def _appealable(judgment: Judgment) -> bool:
    """Whether an appeal lies and the document is silent on it, though it goes on to its signatures."""
    if judgment.instance != "first" or judgment.title is None or judgment.title.document_type != "判决书":
        return False
    if judgment.court and judgment.court.level == "supreme":
        return False
    signed = bool(judgment.members) and judgment.decided is not None
    return signed and judgment.appeal is None and "上诉" not in judgment.part("disposition", "notice", "signature")


def _opening(judgment: Judgment) -> Place:
    cut = judgment.cut("disposition")
    start = cut.start if cut else 0
    return judgment.place(max(start - 5, 0), start)


def _tail(judgment: Judgment) -> Place:
    """Where the signatures stand: the date, else the last signature, else the title."""
    if judgment.decided is not None:
        return judgment.decided
    if judgment.members:
        return judgment.members[-1]
    return judgment.title or Place(0, 0)
