"""案号不合规范。

English: The case number is malformed or does not fit the document.

## What 查什么
案号缺年份、年份缺位、多位、括号不全，缺编号或者“号”字；2016年以后的类型代字只有“民”“行”“刑”或者只有“初”“终”等一个字；2016年以后的案号仍用“字第”旧式，或者法院代字的首字、位数不对；
刑事、民事、行政裁判用了另一类案件的类型代字；案件类型代字与文书的审级不符（上诉案件、申请再审和再审案件用刑初、民初、行初，
第一审案件用刑终、民终、行终）；案号年份早于提起公诉、起诉的年份，或者晚于裁判年份，或者与写明的立案年份不同。

## Why 为何
案号是案件的唯一标识，错误会使文书无法关联和检索。

## Method 方法
按法〔2015〕137号的结构拆开案号，与立案、起诉、裁判日期和当事人称谓对照。

## Exclusions 排除
2015年以前立案的旧式案号不报；发回重审、再审、追加起诉的案件不比年份；全文没有案号的不报（由 DOC601 检查）；
执行、赔偿等案件的类型代字不报（有被执行人的执行裁定用初、终的类型代字除外）；军事法院的代字没有收录，不报。
十二月下旬收案编为次年案号的，不报（年终结转）；民事、行政案件十二月收案编次年、一月立案编上年案号的都不报。

## Assumptions 假定
案号年份是立案年份。年末立案次年编号的可能存在，年份不符只作较可能；晚于裁判年份的确定。

## Basis 依据
最高人民法院《关于人民法院案件案号的若干规定》（法〔2015〕137号）。

## Remedy 怎么改
裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from anjian.documents import Judgment
from anjian.law.courts import NEW_FORM_SINCE, CaseType, case_type, level_of_code, parse_case_number, type_codes
from anjian.law.courts import CaseNumber as Parsed
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .civil import field, small_claims, stage

SCENARIO = Scenario(
    code="PRO323",
    name="case-number-form",
    title=Words("案号不合规范", "Case number malformed or unfitting"),
    family="procedure",
    basis=(Basis("关于人民法院案件案号的若干规定"),),
    certainty="certain",
    severity="format",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """Every way in which the number is malformed or contradicts the document."""
    number = judgment.case_number
    start, end = judgment.plain_span(number) if number else (0, 0)
    if not (number and _SOUND.fullmatch(judgment.plain, 0, end)):
        yield from _unread(judgment)
    parsed = parse_case_number(number.text) if number else None
    if number is None or parsed is None:
        return
    words = judgment.plain[start:end]
    for zh, en, expected, certainty in (*_form(parsed, words), *_instance(judgment, parsed), *_year(judgment, parsed)):
        yield SCENARIO.finding(judgment, number, zh, en, expected=expected, found=words, certainty=certainty)


#: The last day of December that is surely numbered in its own year: the accounts of the year close about then.
YEAR_END = 20
_MILITARY = "军"
Problem = tuple[str, str, str, Certainty]
#: Halves of a type code, of which none is one by itself.
_HALF = re.compile(r"[刑民行初终再申监抗核更特]")
_TRIED = ("民事", "行政")
#: Fields whose type codes a civil or administrative decision may wrongly have, and the courses of a case in them.
_CODED = ("刑事", "民事", "行政")
_COURSES = ("一审", "二审", "再审审查", "再审")
#: What only those are called who ask for a case to be opened again.
_ON_APPEAL = ("上诉人", "被上诉人")
_REOPENS = ("再审申请人", "申请再审人")
#: The letters that a type code of each field has.
_LETTERS = {"刑事": "刑", "民事": "民", "行政": "行", "执行": "执"}
_NEW_FORM = r"[\u4e00-\u9fff][0-9]{2,4}TYPE[\u4e00-\u9fff]{1,2}[0-9]{1,6}号"
_TYPES = "|".join(sorted(type_codes(), key=len, reverse=True))
_LOST = (
    (
        r"（(?!(?:19|20)[0-9]{2}）)[0-9]{1,6}）(?=[\u4e00-\u9fff]{1,6}[0-9]{0,4}[\u4e00-\u9fff]{1,6}[0-9]{1,6}号)",
        "案号的年份不是可能的四位数公元年份。",
        "The year of the case number is not a possible year of four digits.",
        "（四位数年份）",
    ),
    (
        r"（(?:19|20)[0-9]{2}）[\u4e00-\u9fff]{1,6}[0-9]{0,4}[刑民行][初终更再](?:字第)?[0-9]{1,6}(?![0-9号之-])",
        "案号末尾缺“号”字。",
        "The case number lacks its last word 号.",
        "号",
    ),
    (
        rf"（(?:19|20)[0-9]{{2}}）[\u4e00-\u9fff]{{1,6}}[0-9]{{0,4}}(?:{_TYPES}|[刑民行][初终再申])(?:字第)?号",
        "案号缺编号。",
        "The case number lacks its serial number.",
        "编号",
    ),
    (
        rf"(?:（(?:19|20)[0-9]{{2}}(?!）)|(?<![（0-9])(?:19|20)[0-9]{{2}}）?)(?={_NEW_FORM})",
        "案号的年份没有用括号括全。",
        "The year of the case number is not in brackets.",
        "（年份）",
    ),
    (
        rf"(?<![0-9）〕]){_NEW_FORM}",
        "案号缺收案年份。",
        "The case number lacks its year.",
        "（年份）",
    ),
)


#: The only digits up to the end of the number are those of a whole one, so that no pattern of `_LOST` matches.
_SOUND = re.compile(
    r"[^0-9]*（(?:19|20)[0-9]{2}）[\u4e00-\u9fff][0-9]{0,6}[^0-9号（）]{1,6}[0-9]{1,6}号(?:之[一二三四五六七八九十]{1,3})?"
)


@cache
def _lost(kind: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of `_LOST` for numbers of one field."""
    return tuple(re.compile(row[0].replace("TYPE", _LETTERS.get(kind, "[民行执赔]"))) for row in _LOST)


def _form(parsed: Parsed, words: str) -> Iterator[Problem]:
    if parsed.year >= NEW_FORM_SINCE.year and (parsed.style == "old" or "字第" in words):
        yield (
            "2016年1月1日以后的案号不再用“字第”。",
            "Since 2016 case numbers carry court codes, not 字第.",
            "（年份）法院代字类型代字编号号",
            "certain",
        )
    if parsed.style == "new" and level_of_code(parsed.code) is None and parsed.code[0] != _MILITARY:
        yield (
            f"案号中的“{parsed.code}”不是法院代字的形式。",
            f"{parsed.code} has not the form of a court code.",
            "法院代字",
            "certain",
        )
    if parsed.style == "new" and parsed.year >= NEW_FORM_SINCE.year and _HALF.fullmatch(parsed.type):
        yield (
            f"案号的类型代字“{parsed.type}”不全：类型代字由案件类别和审判程序的代字合成。",
            f"The type code {parsed.type} is only half of one.",
            "、".join(_whole(parsed.type)),
            "certain",
        )
    if parsed.style == "new" and parsed.year < NEW_FORM_SINCE.year:
        yield (
            f"{parsed.year}年立案的案件应当用旧式案号。",
            "A case of that year carries an old-style number.",
            "字第",
            "likely",
        )


def _whole(half: str) -> list[str]:
    """The type codes of two characters that a half may be left from."""
    named = [known for code in type_codes() if half in code and len(code) == 2 and (known := case_type(code))]
    tried = [known.code for known in named if known.field in _CODED and known.instance in ("一审", "二审", "再审")]
    return tried or [known.code for known in named]


def _unread(judgment: Judgment) -> Iterator[Finding]:
    """A number at the top that has lost a part: its year, a digit or bracket of it, its serial or last word."""
    end = judgment.plain_span(judgment.title)[1] + 60 if judgment.title else 160
    if judgment.case_number:
        end = judgment.plain_span(judgment.case_number)[1]
    for pattern, (_, zh, en, expected) in zip(_lost(field(judgment) or "刑事"), _LOST, strict=True):
        m = pattern.search(judgment.plain, 0, end)
        if m:
            place = judgment.place(m.start(), m.end())
            yield SCENARIO.finding(judgment, place, zh, en, expected=expected, found=m[0])
            return


def _instance(judgment: Judgment, parsed: Parsed) -> Iterator[Problem]:
    """The type code against what the parties are called and how the case came."""
    known = case_type(parsed.type)
    if known is None or not judgment.title:
        return
    if judgment.title.case_type != "刑事":
        yield from _other_instance(judgment, parsed.type, known)
        return
    if known.field in ("民事", "行政"):
        yield (
            f"文书是刑事裁判，案号类型代字却是{parsed.type}。",
            f"A criminal decision under the type code {parsed.type} of another field.",
            "刑事案件的类型代字",
            "certain",
        )
        return
    appeal = judgment.appeal
    if known.instance == "一审" and appeal and appeal.final and _appeals(judgment):
        yield (
            f"文书是第二审裁判，案号类型代字却是{parsed.type}。",
            "A second-instance decision under a first-instance code.",
            "刑终",
            "certain",
        )
    if known.instance == "二审" and appeal and not appeal.final and not _appeals(judgment):
        yield (
            f"文书是第一审裁判，案号类型代字却是{parsed.type}。",
            "A first-instance decision under a second-instance code.",
            "刑初",
            "certain",
        )


def _appeals(judgment: Judgment) -> bool:
    """Whether a party of a criminal case is called one that appealed or protested."""
    return _any_role(judgment, ("上诉人", "抗诉机关"))


def _any_role(judgment: Judgment, roles: tuple[str, ...]) -> bool:
    return any(p.role in roles for p in judgment.parties)


def _enforced_against(judgment: Judgment) -> bool:
    return any("被执行人" in p.role or "被执行人" in (p.former_role or "") for p in judgment.parties)


def _other_instance(judgment: Judgment, code: str, known: CaseType) -> Iterator[Problem]:
    """Field and instance of the type code outside criminal cases."""
    kind, notice = field(judgment), bool(judgment.appeal and not judgment.appeal.final)
    tried = known.field in ("刑事", "民事", "行政") and known.instance in ("一审", "二审")
    if kind in _TRIED and known.field in _CODED and known.instance in _COURSES and known.field != kind:
        zh = f"文书是{kind}裁判，案号类型代字却是{code}。"
        yield zh, f"A decision under the type code {code} of another field.", f"{kind}案件的类型代字", "certain"
    elif kind in _TRIED and known.instance == "一审" and _any_role(judgment, _REOPENS):
        zh = f"文书是审判监督程序的裁判，案号类型代字却是{code}。"
        yield zh, "A decision on a retrial under a first-instance code.", code[:-1] + "申、再等", "certain"
    elif kind in _TRIED and known.instance == "一审" and stage(judgment) == "second":
        zh = f"文书是第二审裁判，案号类型代字却是{code}。"
        yield zh, "A second-instance decision under a first-instance code.", code[:-1] + "终", "certain"
    elif (
        kind in _TRIED
        and known.instance == "二审"
        and not _any_role(judgment, _ON_APPEAL)
        and (notice or small_claims(judgment))
    ):
        zh = f"文书是第一审裁判，案号类型代字却是{code}。"
        yield zh, "A first-instance decision under a second-instance code.", code[:-1] + "初", "certain"
    elif kind == "执行" and tried and _enforced_against(judgment):
        zh = f"文书是执行裁判，案号类型代字却是{code}。"
        yield zh, "A ruling in enforcement under the code of a trial.", "执行案件的类型代字", "likely"


def _counted_to_next_year(judgment: Judgment, filed: date, year: int) -> bool:
    """Filed in the last days of December, when courts already number for the coming year.

    Outside criminal cases, where a suit may lie for weeks before it is filed, at any time about the turn of the year.
    """
    if field(judgment) == "刑事":
        return (filed.month, year) == (12, filed.year + 1) and filed.day > YEAR_END
    return (filed.month, year) in ((12, filed.year + 1), (1, filed.year - 1))


def _year(judgment: Judgment, parsed: Parsed) -> Iterator[Problem]:
    on, course = decided_on(judgment), judgment.course
    if on and parsed.year > on.year:
        yield (
            f"案号年份{parsed.year}晚于裁判年份{on.year}。",
            "The number's year is later than the decision.",
            str(on.year),
            "certain",
        )
        return
    if course is None or course.remanded or course.reopened or judgment.instance != "first":
        return
    if course.filed and course.filed.value:
        filed = course.filed.value.year
        if filed != parsed.year and not _counted_to_next_year(judgment, course.filed.value, parsed.year):
            yield (
                f"本院{filed}年立案，案号年份却是{parsed.year}。",
                "The number's year is not the year of filing.",
                str(filed),
                "likely",
            )
        return
    begun = course.indicted or course.petitioned
    if begun and begun.value and begun.value.year > parsed.year:
        what = ("提起公诉", "indictment") if course.indicted else ("起诉", "complaint")
        yield (
            f"{begun.value.year}年{what[0]}，案号年份却是{parsed.year}。",
            f"The number's year is before the {what[1]}.",
            str(begun.value.year),
            "likely",
        )
