"""应当用裁定的用了判决，或者相反。

English: A judgment where a ruling is due, or the reverse.

## What 查什么
刑事：二审驳回上诉、维持原判或者发回重审却用判决书，二审改判却用裁定书，准许撤回上诉、撤回起诉却用判决书，一审定罪处刑却用裁定书。民事、行政：驳回起诉、不予受理、准许撤诉、按撤诉处理、管辖、中止或终结诉讼、保全、发回重审、驳回再审申请却用判决书，驳回诉讼请求、离婚、给付却用裁定书，对判决的上诉以裁定维持、对裁定的上诉以判决维持，执行事项用判决书。以及标题与“判决如下”“裁定如下”不一致。

## Why 为何
诉讼法分别规定了用判决和用裁定的情形；文书种类错误会影响上诉期限和文书效力。

## Method 方法
以标题的文书种类，与主文的处理结果（驳回上诉维持原判、发回重审、改判、准许撤回上诉或起诉、定罪处刑）对照；再与主文起首语对照。民事、行政判决书须主文各项（诉讼费除外）全是应当裁定的事项；维持原判决、裁定的，与上诉所针对的文书种类对照。

## Exclusions 排除
部分维持、部分改判的二审判决不报；附带民事部分以调解或裁定处理的不报；减刑、假释、死刑复核、再审、执行文书不查；标题或主文读不出的不报。民事、行政判决一并处理实体请求与撤回反诉、驳回对部分被告起诉的不报；先予执行、保全、实现担保物权、司法确认、仲裁审查的裁定令人给付的正当，不报；引言同时提到判决和裁定的不比对；执行异议之诉的判决书不报。抗诉、上诉均撤回的准许裁定正当。

## Assumptions 假定
文书标题是本案文书的标题。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百三十六条（2013年至2018年10月25日为第二百二十五条，更早为第一百八十九条）；《中华人民共和国民事诉讼法》第一百五十七条、第一百七十七条、第一百七十八条（2013年至2021年为第一百五十四条、第一百七十条、第一百七十一条）；行政案件依《中华人民共和国行政诉讼法》。

## Remedy 怎么改
按结果更换文书种类；已送达的，依法补正或者撤销后重作。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.law.renumbered import number_on
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .due_kind import LAW, due

SCENARIO = Scenario(
    code="DOC612",
    name="wrong-document-kind",
    title=Words("判决与裁定用错", "Judgment and ruling confused"),
    family="form",
    basis=(
        Basis("中华人民共和国刑事诉讼法", "236", 1),
        Basis(LAW, "157", since=date(2022, 1, 1)),
        Basis(LAW, "154", since=date(2013, 1, 1), until=date(2022, 1, 1)),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal-first", "criminal-second", "civil", "administrative", "enforcement"),
)
ENGLISH = {"判决": "judgment", "裁定": "ruling"}
RESULT_ENGLISH = {
    "维持原判": "an affirmation",
    "发回重审": "a remand",
    "改判": "a changed sentence",
    "定罪处刑": "a sentence",
}


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding: the title against the result, else against the opening of the disposition."""
    title = judgment.title
    if title is None or judgment.cut("disposition") is None:
        return
    kind = title.document_type.removesuffix("书")
    settled = "调解" in judgment.part("disposition")[:60]
    if kind not in ENGLISH or (settled and title.case_type == "刑事"):
        return
    if title.case_type != "刑事":
        yield from _civil(judgment, kind, settled)
        return
    result = _result(judgment)
    if result and result[1] != kind:
        named, due, place = result
        yield SCENARIO.finding(
            judgment,
            place,
            f"处理结果是{named}，依法应当用{due}，文书是{kind}书。",
            f"The decision is {RESULT_ENGLISH.get(named, 'a leave to withdraw')} and calls for a {ENGLISH[due]}; "
            f"the document is a {ENGLISH[kind]}.",
            expected=due,
            found=kind,
            basis=_basis(judgment),
        )
        return
    yield from _opening(judgment, kind, "中华人民共和国刑事诉讼法")


def _civil(judgment: Judgment, kind: str, settled: bool) -> Iterator[Finding]:
    """The same for civil, administrative and enforcement documents; of a settlement only the opening is looked at."""
    other = None if settled else due(judgment, kind)
    if other is None:
        administrative = judgment.title is not None and judgment.title.case_type == "行政"
        yield from _opening(judgment, kind, "中华人民共和国行政诉讼法" if administrative else LAW)
        return
    yield SCENARIO.finding(
        judgment,
        other.place,
        f"处理结果是{other.named}，依法应当用{other.kind}，文书是{kind}书。",
        f"The decision is {other.english} and calls for a {ENGLISH[other.kind]}; the document is a {ENGLISH[kind]}.",
        expected=other.kind,
        found=kind,
        certainty=other.certainty,
        basis=other.basis,
    )


def _basis(judgment: Judgment) -> tuple[Basis, ...]:
    day = judgment.decided.value if judgment.decided else None
    number = number_on("刑事诉讼法", "二审裁判", day) if day else None
    if judgment.instance != "second" or number is None:
        return (Basis("中华人民共和国刑事诉讼法"),)
    return (Basis("中华人民共和国刑事诉讼法", number, 1),)


def _result(judgment: Judgment) -> tuple[str, str, Place] | None:
    """(result, kind of document due, where); None when the disposition does several things or is unread."""
    kinds = {v.kind for v in judgment.verdicts}
    fresh = next((r for r in judgment.results if r.origin is None), None)
    if judgment.instance == "first":
        if fresh and not kinds:
            return "定罪处刑", "判决", fresh
    elif "发回重审" in kinds:
        return _named(judgment, "发回重审", "裁定", "发回重审")
    elif fresh and kinds & {"改判", "撤销"}:
        return "改判", "判决", fresh
    withdrawn = next((k for k in kinds if k.startswith("准许")), None)
    if withdrawn and not fresh and not kinds & {"改判", "撤销"}:
        return _named(judgment, withdrawn, "裁定", withdrawn)
    if judgment.instance == "second" and kinds and kinds <= {"驳回上诉", "驳回抗诉", "维持"} and not fresh:
        whole = "原判" in judgment.part("disposition") and "部分" not in judgment.part("disposition")
        return _named(judgment, next(iter(sorted(kinds))), "裁定", "维持原判") if whole else None
    return None


def _named(judgment: Judgment, kind: str, due: str, named: str) -> tuple[str, str, Place]:
    return named, due, next(v for v in judgment.verdicts if v.kind == kind)


def _opening(judgment: Judgment, kind: str, law: str) -> Iterator[Finding]:
    """The words that open the disposition, where they name the other kind."""
    cut = judgment.cut("disposition")
    if cut is None:
        return
    opening = judgment.plain[max(cut.start - 6, 0) : cut.start]
    other = "裁定" if kind == "判决" else "判决"
    at = opening.find(other + "如")
    if at >= 0:
        start = cut.start - len(opening) + at
        yield SCENARIO.finding(
            judgment,
            judgment.place(start, start + 4),
            f"文书是{kind}书，主文却以“{other}如下”起首。",
            f"The document is a {ENGLISH[kind]}, but its disposition opens as a {ENGLISH[other]}.",
            expected=f"{kind}如下",
            found=f"{other}如下",
            basis=(Basis(law),),
        )
