"""日期不存在、残缺或书写不规范。

English: A date that does not exist, is broken or is written against the form.

## What 查什么
文书中不存在的日期（如2月30日）；缺“年”“月”“日”或以别字代替的日期；一个日期里汉字数字与阿拉伯数字混用（二〇一八年五月20日、二0一八年）；落款日期用阿拉伯数字。

## Why 为何
日期是刑期、期限、时效的起点；残缺或错误的日期使这些计算失去依据。

## Method 方法
对每个写全年月日的日期查历法；以日期的固定写法查缺字、错字；落款日期另查数字写法。不存在、残缺、混用的为确定；落款只缺“日”字的为很可能（公开副本可能在用印处丢字）；落款用阿拉伯数字、以字母代“〇”的为提示。

## Exclusions 排除
刑期、考验期起止中不存在的日期由PEN102报告，这里不重复；隐去部分数字的日期（××日）不查；“○”（圆圈符号）代“〇”只是字形差别，不报；“5月23至25日”“5月23、24日”一类并列写法不报；附录法条中的日期不查；补正裁定照录的错误日期不查；月份之后没有日的（2017年5月）不查。

## Assumptions 假定
文书按“年月日”书写日期。

## Basis 依据
人民法院裁判文书样式（落款日期使用汉字数字为通行格式；样式原文不在本项目所据法律文本之内，故该项只作提示）；其余为历法与文字本身的错误。

## Remedy 怎么改
核对卷宗改正日期；已送达的以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.model import DateFact
from anjian.scenarios.base import Certainty, Finding, Scenario, Words

from .common import FORM_SHEETS, corrected, own_end

SCENARIO = Scenario(
    code="DOC607",
    name="date-form",
    title=Words("日期不存在或不规范", "Date that does not exist or is ill-formed"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="certain",
    severity="minor",
    subjects=("any",),
)
_MEASURES = "元个克米名只株辆次号户台份斤吨件张瓶条家包部套箱枚支万余多粒把块亩度天日时分路室幢栋楼层房站期届毫公千百立"
#: A year that no whole date follows; then what goes wrong with its marks → the mark that is missing.
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?!年[0-9]{1,2}月[0-9]{1,2}日)")
_BROKEN = (
    (re.compile(r"(?:19|20)[0-9]{2}(?:1[0-2]|0?[1-9])月[0-3]?[0-9]日"), "年"),
    (re.compile(rf"(?<=[。；：，（于至从])[0-9]{{4}}(?![年{_MEASURES}])[一-龥][01]?[0-9]月[0-3]?[0-9]日"), "年"),
    (re.compile(r"[0-9]{4}年[01]?[0-9]月年"), "日"),
    (re.compile(r"[0-9]{4}年[01]?[0-9][0-3]?[0-9]?日"), "月"),
    (
        re.compile(
            r"[0-9]{4}年[01]?[0-9]月[0-3]?[0-9](?=[止。；）]|起至|，(?![0-3]?[0-9][日、])|[晚早]|[上下中]午|凌晨)"
        ),
        "日",
    ),
)
#: A year that may begin one of these: most texts hold none.
_SOME_BROKEN = re.compile(
    r"(?:19|20)[0-9]{2}(?!年[0-9]{1,2}月[0-9]{1,2}日)"
    rf"(?:[0-9]{{1,2}}月[0-3]?[0-9]日|[^年{_MEASURES}][01]?[0-9]月[0-3]?[0-9]日|年[01]?[0-9](?:[0-3]?[0-9]?日|月[年0-9]))"
)
_BARE = re.compile(r"([0-9]{1,2})月([0-9]{1,2})日")
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_ARABIC, _NUMERALS = frozenset("0123456789"), frozenset("〇一二三四五六七八九十元廿卅")
_HAN_YEAR = re.compile(r"[一二][〇○◯一二三四五六七八九0０OoＯΟО]{3}年")
_DIGITS_BEFORE = tuple("0123456789.")
_DIGITS, _LETTERS = "0０", "OoＯΟО"
_MASKS = frozenset("×xX*＊某")


def check(judgment: Judgment) -> Iterator[Finding]:
    """Every date that cannot be right as it is written."""
    stop = own_end(judgment)
    yield from _impossible(judgment, stop)
    yield from _broken(judgment, stop)
    yield from _noughts(judgment, stop)
    yield from _decision(judgment)


def _impossible(judgment: Judgment, stop: int) -> Iterator[Finding]:
    doubtful = [fact for fact in judgment.dates if fact.value is None or _of_two_kinds(fact.text)]
    if not doubtful:
        return
    limit = judgment.source.at(stop) if stop else 0
    slips = judgment.place(*corrected(judgment))
    for fact in doubtful:
        if slips.start <= fact.start < slips.end:
            continue
        if fact.start >= limit or not fact.text.endswith(("日", "号")):
            continue
        if fact.style == "relative":
            if _impossible_bare(judgment, fact):
                yield _finding(judgment, fact, "历法上没有这一天", "does not exist in the calendar")
        elif _mixed(fact.text):
            yield _finding(judgment, fact, "同一日期里汉字数字与阿拉伯数字混用", "mixes Han and Arabic numerals")
        elif fact.value is None and not _masked(fact.text) and not _in_term(judgment, fact):
            yield _finding(judgment, fact, "历法上没有这一天", "does not exist in the calendar")


@lru_cache(maxsize=16384)
def _of_two_kinds(text: str) -> bool:
    """Whether a date has Arabic as well as Han numerals."""
    return not (_ARABIC.isdisjoint(text) or _NUMERALS.isdisjoint(text))


def _in_term(judgment: Judgment, fact: DateFact) -> bool:
    """Whether a date begins or ends a term, of which PEN102 tells."""
    ends = (d for t in judgment.terms for d in (t.begin, t.finish) if d)
    return any((d.start, d.end) == (fact.start, fact.end) for d in ends)


def _impossible_bare(judgment: Judgment, fact: DateFact) -> bool:
    """Whether a date without a year is on no calendar; one that leans on nothing is only unread."""
    m = _BARE.fullmatch(fact.text) if fact.value is None else None
    if m is None or judgment.text[fact.start - 1 : fact.start] in ("年", "."):
        return False
    month, day = int(m[1]), int(m[2])
    return not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1]


def _mixed(text: str) -> bool:
    return _of_two_kinds(text) and not _masked(text)


def _masked(text: str) -> bool:
    return not _MASKS.isdisjoint(text)


def _finding(judgment: Judgment, fact: DateFact, zh: str, en: str, certainty: Certainty = "certain") -> Finding:
    return SCENARIO.finding(
        judgment,
        fact,
        f"日期“{fact.text}”：{zh}。",
        f"The date {fact.text} {en}.",
        found=fact.text,
        certainty=certainty,
    )


def _broken(judgment: Judgment, stop: int) -> Iterator[Finding]:
    text = judgment.plain
    if not _SOME_BROKEN.search(text, 0, stop):
        return
    for year in _YEAR.finditer(text, 0, stop):
        if text[year.start() - 1 : year.start()] in _DIGITS_BEFORE:
            continue
        for pattern, missing in _BROKEN:
            m = pattern.match(text, year.start(), stop)
            if m:
                place = judgment.place(m.start(), m.end())
                fact = DateFact(place.start, place.end, value=None, text=m[0], style="digits")
                yield _finding(judgment, fact, f"缺“{missing}”字或“{missing}”字写错", f"lacks 「{missing}」")
                break


def _noughts(judgment: Judgment, stop: int) -> Iterator[Finding]:
    """Years in Han numerals whose nought is a digit or a letter; the text as given tells."""
    if not _has_odd_nought(judgment):
        return
    limit = judgment.source.at(stop) if stop else 0
    for m in _HAN_YEAR.finditer(judgment.text, 0, limit):
        if any(c in _DIGITS for c in m[0]):
            certainty: Certainty = "certain"
            zh, en = "汉字年份里夹有阿拉伯数字0", "has an Arabic 0 among Han numerals"
        elif any(c in _LETTERS for c in m[0]):
            certainty, zh, en = "hint", "以字母代“〇”", "has a letter for 〇"
        else:
            continue
        fact = DateFact(m.start(), m.end(), value=None, text=m[0], style="han")
        yield _finding(judgment, fact, zh, en, certainty)


def _has_odd_nought(judgment: Judgment) -> bool:
    """Whether a nought of the text as read is a digit or a letter in the text as given."""
    at = judgment.plain.find("〇")
    while at >= 0:
        given = judgment.text[judgment.source.at(at)]
        if given in _DIGITS or given in _LETTERS:
            return True
        at = judgment.plain.find("〇", at + 1)
    return False


def _decision(judgment: Judgment) -> Iterator[Finding]:
    decided = judgment.decided
    if decided is None or _masked(decided.text):
        return
    if decided.style == "digits" and not _mixed(decided.text):
        yield _finding(
            judgment, decided, "落款日期通常用汉字数字", "of the signature is usually in Han numerals", "hint"
        )
    elif not decided.text.endswith(("日", "号")):
        # a published copy may have lost the word under a stamp
        yield _finding(judgment, decided, "落款日期缺“日”字或“日”字写错", "of the signature lacks 「日」", "likely")
