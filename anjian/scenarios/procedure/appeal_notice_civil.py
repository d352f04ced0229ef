"""Whether a civil, administrative or enforcement decision tells of an appeal where there is one, and only there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Appeal, Place
from anjian.law.limits import Limit, limit_on
from anjian.scenarios.base import Certainty

from .civil import document_type, field, small_claims, special_cause, stage, touches_abroad
from .remedies import APPEALABLE, RECONSIDERED, UNAPPEALABLE, appeal_denied, kinds, opening_of

#: Place, Chinese, English, expected, found, certainty.
Problem = tuple[Place, str, str, str, str, Certainty]
_REVIEWING = re.compile(r"[申监抗]$")
#: Starts of a period other than service, which the reader's start phrase may have.
_OTHER_START = re.compile(r"作出|宣告|宣判|公布|签发|生效|发生法律效力|(?:判决|裁定)之?日")
_DAYS_BEHIND = re.compile(r"[^，。；]{0,4}?[0-9一二三四五六七八九十]{1,3}个?[日天]")
_FILED_WITH = re.compile(r"上诉状|上诉于|提[起出]上诉")
_UPHELD = re.compile(r"管辖[^，。；]{0,16}异议[^，。；]{0,6}成立")
_SERVED = re.compile(r"送达|[收接领]")
#: The kind of suit that is about the persons themselves and never one of small claims.
_DIVORCE = re.compile(r"离婚(?!后)")


def appeal_limit(judgment: Judgment, on: date) -> Limit | None:
    """The period of appeal of a decision that can be appealed."""
    kind = {"判决书": "判决", "裁定书": "裁定"}.get(document_type(judgment) or "")
    return limit_on(f"{field(judgment)}{kind}上诉期", on) if kind else None


def longer_abroad(judgment: Judgment, days: int, on: date) -> bool:
    """Whether that many days are the period of a party that does not live in the mainland, and there is one."""
    limit = limit_on("涉外上诉期", on)
    return touches_abroad(judgment) and (limit is None or days == limit.value)


def wrong_start(judgment: Judgment, appeal: Appeal) -> Place | None:
    """Where the notice counts from another day than that of service; a period behind its first sentence is another."""
    words = appeal.start_phrase
    if not words or _SERVED.search(words) or not _OTHER_START.search(words):
        return None
    start, end = judgment.plain_span(appeal)
    stop = judgment.plain.find("。", start, end)
    at = judgment.plain.find(words, start, stop if stop >= 0 else end)
    behind = at + len(words)
    if at < 0 or not _DAYS_BEHIND.match(judgment.plain, behind) or _FILED_WITH.search(judgment.plain, start, at):
        return None
    return judgment.place(at, behind)


def problems(judgment: Judgment, on: date) -> Iterator[Problem]:
    """What is wrong with the notice as a whole."""
    appeal = judgment.appeal
    told = appeal is not None and _tells(judgment, appeal)
    final = _final(judgment)
    if final is not None:
        if told and appeal:
            zh = f"{final[0]}不能上诉，文书却告知可以上诉。"
            en = f"{final[1]} cannot be appealed, yet the document tells of an appeal."
            yield opening_of(judgment, appeal), zh, en, "不告知上诉", "告知上诉", "certain"
        else:
            yield from _reconsidered(judgment, on)
    elif not told:
        yield from _missing(judgment, appeal)


def _tells(judgment: Judgment, appeal: Appeal) -> bool:
    """Whether it is a notice of appeal against this document, not one that a ruling corrects or quotes."""
    if appeal.final or appeal_denied(judgment, appeal):
        return False
    return document_type(judgment) != "裁定书" or "判决" not in judgment.words(opening_of(judgment, appeal))


def _final(judgment: Judgment) -> tuple[str, str] | None:
    """What the document is, in Chinese and English, where no appeal lies for sure."""
    kind, instance = document_type(judgment), stage(judgment)
    code = judgment.case_number.type_code if judgment.case_number else ""
    if kind == "调解书":
        return "调解书", "A mediation"
    if instance == "second":
        return "第二审裁判", "A decision at second instance"
    if instance == "retrial" and kind == "裁定书" and _REVIEWING.search(code):
        return "审查再审申请的裁定", "A ruling on a petition for retrial"
    if instance == "retrial" and kind == "判决书" and _second_again(judgment):
        return "按第二审程序再审的判决", "A judgment of a retrial by the procedure of second instance"
    if instance == "enforcement" and kind == "裁定书" and field(judgment) in ("执行", "民事"):
        return "执行裁定", "A ruling in enforcement"
    if instance == "special" and kind == "判决书" and code in ("民特", "民催"):
        return "特别程序、公示催告程序的判决", "A judgment of a special procedure"
    if kind == "裁定书" and (instance == "preservation" or (instance == "first" and not special_cause(judgment))):
        done = kinds(judgment)
        if done and done <= UNAPPEALABLE:
            shown = "、".join(sorted(done))
            return f"{shown}的裁定", "A ruling of this kind"
    return None


def _second_again(judgment: Judgment) -> bool:
    """Whether a case decided on appeal, its appeal not withdrawn, was tried again."""
    former = "、".join(p.former_role or "" for p in judgment.parties)
    return ("二审上诉人" in former or "二审被上诉人" in former) and "撤回上诉" not in judgment.plain


def _jurisdiction_moved(judgment: Judgment) -> bool:
    """Whether the ruling upholds an objection to jurisdiction: 异议成立，本案移送…法院."""
    return kinds(judgment) == {"移送管辖"} and _UPHELD.search(judgment.part("disposition")) is not None


def _missing(judgment: Judgment, appeal: Appeal | None) -> Iterator[Problem]:
    """No notice on a decision of first instance that can be appealed."""
    if judgment.instance != "first" or small_claims(judgment) or special_cause(judgment):
        return
    if judgment.court is None or judgment.court.level == "supreme":
        return
    kind, done = document_type(judgment), kinds(judgment)
    if kind == "判决书":
        name, en = "第一审判决", "first-instance judgment"
    elif kind == "裁定书" and _jurisdiction_moved(judgment):
        name, en = "管辖权异议成立而移送的裁定", "ruling"
    elif kind == "裁定书" and done and done <= APPEALABLE:
        name, en = f"{'、'.join(sorted(done))}的裁定", "ruling"
    else:
        return
    if appeal is not None and appeal.final:
        zh = f"{name}可以上诉，文书却写作终审或者立即生效。"
        en = f"This {en} can be appealed, yet the document calls it final."
        if not _may_be_small(judgment):
            yield appeal, zh, en, "告知上诉", "终审", "certain"
    elif appeal is None and judgment.decided and not _names_appeal(judgment):
        zh = f"{name}没有告知上诉的权利、期限和法院。"
        yield judgment.decided, zh, f"This {en} does not tell of the right to appeal.", "告知上诉", "无", "certain"


def _may_be_small(judgment: Judgment) -> bool:
    """Whether a final decision may be one of small claims that does not name its procedure.

    A divorce never is; of its judgment only the part on the marriage being void was once final at once.
    """
    course = judgment.course
    if judgment.cause and _DIVORCE.match(judgment.cause.name) and "无效" not in judgment.part("disposition"):
        return False
    basic = judgment.court is None or judgment.court.level in ("basic", None) or "海事" in judgment.court.name
    return field(judgment) == "民事" and basic and (course is None or course.procedure != "普通")


def _names_appeal(judgment: Judgment) -> bool:
    cut = judgment.cut("disposition")
    return cut is None or "上诉" in judgment.plain[cut.start :]


def _reconsidered(judgment: Judgment, on: date) -> Iterator[Problem]:
    """A ruling that preserves property or orders advance performance tells that one may ask for reconsideration."""
    done = kinds(judgment)
    limit = limit_on("保全复议期", on)
    code = judgment.case_number.type_code if judgment.case_number else ""
    if not done or not done <= RECONSIDERED or limit is None or "执" in code or field(judgment) == "执行":
        return
    if judgment.instance not in ("first", "preservation") or stage(judgment) == "second":
        return
    review = next((r for r in judgment.reviews if r.kind == "复议"), None)
    if review is None and judgment.decided and "复议" not in judgment.plain:
        zh = f"{'、'.join(sorted(done))}的裁定没有告知可以申请复议。"
        yield judgment.decided, zh, "The ruling does not tell of reconsideration.", "告知复议", "无", "likely"
    elif review and review.days is not None and review.days != limit.value and "行为保全" not in judgment.plain:
        zh = f"不服{'、'.join(sorted(done))}裁定的复议期是{limit.value}日，文书写{review.days}日。"
        en = f"Reconsideration is asked for within {limit.value} days; the ruling says {review.days}."
        yield review, zh, en, f"{limit.value}日", f"{review.days}日", "likely"
