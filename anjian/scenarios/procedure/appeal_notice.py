"""上诉权告知有误。

English: The notice of appeal is missing, names a wrong period or start, or stands on a final decision.

## What 查什么
刑事第一审判决没有告知上诉，或者写作终审；上诉期不是判决十日、裁定五日；期间不是从接到裁判文书的第二日起算；
第二审裁判却告知上诉。
民事、行政第一审判决没有告知上诉，或者写作终审；上诉期不是判决十五日、裁定十日，或者从作出、宣判、生效等日而不从送达之日起计；不予受理（不予立案）、驳回起诉、管辖异议的
裁定没有告知上诉；撤诉、保全、先予执行、中止、终结、补正等裁定，再审审查裁定，第二审之后的再审判决，调解书，特别程序判决，执行裁定却告知上诉；
财产保全、先予执行裁定没有告知复议，或者复议期不是五日（2015年2月4日以后）。

## Why 为何
上诉权和上诉期限是当事人的基本诉讼权利，写错会使当事人误期。

## Method 方法
读主文之后的告知段落：期间、起算用语和终审用语，与文书种类和审级对照。

## Exclusions 排除
刑事再审、死刑复核、减刑假释案件不查；撤回上诉后的再审判决不报；最高人民法院的一审不查；没有告知上诉的裁定不报；
没有落款（文本可能不全）的不报。
民事、行政案件：小额诉讼由 PRO327 检查；当事人在内地没有住所的，三十日不报；特别程序、仲裁司法审查、破产案件的裁定不查；
行为保全的复议期不查；既有可上诉又有不可上诉事项的裁定不报；没有写普通程序的基层法院民事裁判写终审的，可能是小额诉讼，不报（离婚案件不能适用小额诉讼，照报）；
收到、接到、签收、送达之日或者次日起计的，都不报；没有告知复议只作较可能。

## Assumptions 假定
文书全文可见。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百二十七条、第二百三十条；司法解释（2012）第三百零一条；
《中华人民共和国民事诉讼法》第一百五十七条、第一百七十一条（2022年1月1日前为第一百五十四条、第一百六十四条）；
《中华人民共和国行政诉讼法》第八十五条；民事诉讼法解释第一百七十一条。

## Remedy 怎么改
裁定补正并重新送达；已经误期的，依法准许恢复期限。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Appeal, Place
from anjian.law.limits import limit_on
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .appeal_notice_civil import appeal_limit, longer_abroad, problems, wrong_start
from .civil import ADMINISTRATIVE_2014, ADMPL, EARLIER_ADMPL, EARLIER_CIVPL, civil_law, field
from .common import CPL, EDITION_2018, INTERPRETATION, INTERPRETATION_2012, basis_on
from .remedies import opening_of

SCENARIO = Scenario(
    code="PRO316",
    name="appeal-notice",
    title=Words("上诉权告知有误", "Wrong notice of appeal"),
    family="procedure",
    basis=(
        Basis(CPL, "227", since=EDITION_2018),
        Basis(CPL, "230", since=EDITION_2018),
        Basis(INTERPRETATION, "301", since=INTERPRETATION_2012, until=EDITION_2018),
        EARLIER_CIVPL,
        EARLIER_ADMPL,
        *civil_law("154", "157"),
        *civil_law("164", "171"),
        Basis(ADMPL, "85", since=ADMINISTRATIVE_2014),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal-first", "criminal-second", "civil", "administrative", "enforcement"),
)
_LAWS = {"刑事": "刑事诉讼法", "行政": "行政诉讼法"}
_FROM_NEXT_DAY = re.compile(r"第二[日天]|第2[日天]|次日|翌日|后")
_OTHER_UNIT = re.compile(r"(?:[0-9一二三四五六七八九十]{1,3}个(?:工作日|月)|半个?月)(?=之?内|以内)")
_NUMBER = re.compile(r"[0-9一二三四五六七八九十]{1,4}个?[日天]")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding about each of absence, period and start."""
    on, kind = decided_on(judgment), judgment.title.document_type if judgment.title else None
    if on is None or kind not in ("判决书", "裁定书", "调解书") or not judgment.members:
        return
    if field(judgment) != "刑事":
        yield from _civil(judgment, on)
        return
    appeal = judgment.appeal
    if judgment.instance == "second":
        if appeal and not appeal.final:
            yield _report(
                judgment,
                opening_of(judgment, appeal),
                "第二审裁判是终审裁判，文书却告知可以上诉。",
                "A decision at second instance is final, yet the document tells of an appeal.",
                "终审",
                "告知上诉",
                on,
            )
        return
    if judgment.court and judgment.court.level == "supreme":
        return
    if appeal and not appeal.final:
        yield from _period(judgment, appeal, kind, on)
    elif kind == "判决书":
        yield from _absence(judgment, appeal, on)


def _civil(judgment: Judgment, on: date) -> Iterator[Finding]:
    """Absence, place and period of a notice outside criminal cases."""
    unfit = list(problems(judgment, on))
    for place, zh, en, expected, found, certainty in unfit:
        yield _report(judgment, place, zh, en, expected, found, on, certainty)
    appeal, limit = judgment.appeal, appeal_limit(judgment, on)
    if unfit or appeal is None or limit is None or appeal.final:
        return
    kind = judgment.title.document_type if judgment.title else ""
    start = wrong_start(judgment, appeal)
    if start:
        yield _report(
            judgment,
            start,
            f"{field(judgment)}{kind}的上诉期从{kind}送达之日起计，文书写“{judgment.words(start)}”。",
            "The period runs from service of the document; it is counted from another day here.",
            f"{kind}送达之日起",
            judgment.words(start),
            on,
        )
    days = _days(judgment, appeal)
    # a number of days behind the first sentence is another period
    if "。" in judgment.plain[judgment.plain_span(appeal)[0] : judgment.plain_span(days)[0]]:
        return
    if appeal.days is not None and appeal.days != limit.value and not longer_abroad(judgment, appeal.days, on):
        yield _report(
            judgment,
            days,
            f"{field(judgment)}{kind}的上诉期是{limit.value}日，文书写{appeal.days}日。",
            f"The period of appeal is {limit.value} days; the document says {appeal.days}.",
            f"{limit.value}日",
            f"{appeal.days}日",
            on,
        )


def _absence(judgment: Judgment, appeal: Appeal | None, on: date) -> Iterator[Finding]:
    if appeal:
        yield _report(
            judgment,
            appeal,
            "第一审判决可以上诉，文书却写作终审或者立即生效。",
            "A first-instance judgment can be appealed, yet the document calls it final.",
            "告知上诉",
            "终审",
            on,
        )
    elif judgment.decided:
        cut = judgment.cut("disposition")
        if cut and "上诉" not in judgment.plain[cut.start :]:
            yield _report(
                judgment,
                judgment.decided,
                "第一审判决没有告知上诉的权利、期限和法院。",
                "The first-instance judgment does not tell of the right to appeal.",
                "告知上诉",
                "无",
                on,
            )


def _period(judgment: Judgment, appeal: Appeal, kind: str, on: date) -> Iterator[Finding]:
    limit = limit_on("刑事判决上诉期" if kind == "判决书" else "刑事裁定上诉期", on)
    start, end = judgment.plain_span(appeal)
    monthly = judgment.plain.find("月", start, end) >= 0 or judgment.plain.find("工作日", start, end) >= 0
    unit = _OTHER_UNIT.search(judgment.plain, start, end) if monthly else None
    written = unit[0] if unit else f"{appeal.days}日" if appeal.days is not None else None
    if limit and written and (unit or appeal.days != limit.value):
        yield _report(
            judgment,
            judgment.place(*unit.span()) if unit else _days(judgment, appeal),
            f"{kind}的上诉期是{limit.value}日，文书写{written}。",
            f"The period of appeal is {limit.value} days; the document says {written}.",
            f"{limit.value}日",
            written,
            on,
        )
    if limit and appeal.start_phrase and not _FROM_NEXT_DAY.search(appeal.start_phrase):
        at = judgment.plain.find(appeal.start_phrase, start, end)
        yield _report(
            judgment,
            judgment.place(at, at + len(appeal.start_phrase)),
            f"上诉期从接到裁判文书的第二日起算，文书写“{appeal.start_phrase}”。",
            "The period runs from the day after receipt; the document counts from another day.",
            "第二日起",
            appeal.start_phrase,
            on,
        )


def _days(judgment: Judgment, appeal: Appeal) -> Place:
    """Where the number of days stands."""
    start, end = judgment.plain_span(appeal)
    at = (
        judgment.plain.find(appeal.start_phrase, start, end) + len(appeal.start_phrase)
        if appeal.start_phrase
        else start
    )
    m = _NUMBER.search(judgment.plain, at, end)
    return judgment.place(m.start(), m.end()) if m else appeal


def _report(
    judgment: Judgment,
    place: Place,
    zh: str,
    en: str,
    expected: str,
    found: str,
    on: date,
    certainty: Certainty = "certain",
) -> Finding:
    law = _LAWS.get(field(judgment) or "", "民事诉讼法")
    basis = tuple(b for b in basis_on(SCENARIO, on) if law in b.law)
    return SCENARIO.finding(judgment, place, zh, en, expected=expected, found=found, certainty=certainty, basis=basis)
