"""案号不合规范。

English: The case number is malformed or does not fit the document.

## What 查什么
案号缺年份、年份缺位、多位、括号不全，或者缺“号”字；2016年以后的案号仍用“字第”旧式，或者法院代字的首字、位数不对；
刑事裁判用了民事、行政案件的类型代字；案件类型代字与文书的审级不符（上诉案件用刑初、第一审案件用刑终）；案号年份早于提起公诉的年份，或者晚于裁判年份，或者与写明的立案年份不同。

## Why 为何
案号是案件的唯一标识，错误会使文书无法关联和检索。

## Method 方法
按法〔2015〕137号的结构拆开案号，与立案、起诉、裁判日期和当事人称谓对照。

## Exclusions 排除
2015年以前立案的旧式案号不报；发回重审、再审、追加起诉的案件不比年份；全文没有案号的不报（由 DOC601 检查）；
执行、赔偿等案件的类型代字不报；军事法院的代字没有收录，不报。
十二月下旬收案编为次年案号的，不报（年终结转）。

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

from anjian.documents import Judgment
from anjian.law.courts import NEW_FORM_SINCE, case_type, level_of_code, parse_case_number
from anjian.law.courts import CaseNumber as Parsed
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

SCENARIO = Scenario(
    code="PRO323",
    name="case-number-form",
    title=Words("案号不合规范", "Case number malformed or unfitting"),
    family="procedure",
    basis=(Basis("关于人民法院案件案号的若干规定"),),
    certainty="certain",
    severity="format",
    subjects=("criminal",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """Every way in which the number is malformed or contradicts the document."""
    number = judgment.case_number
    parsed = parse_case_number(number.text) if number else None
    yield from _unread(judgment)
    if number is None or parsed is None:
        return
    for zh, en, expected, certainty in (
        *_form(parsed, judgment.words(number)),
        *_instance(judgment, parsed),
        *_year(judgment, parsed),
    ):
        yield SCENARIO.finding(
            judgment, number, zh, en, expected=expected, found=judgment.words(number), certainty=certainty
        )


#: The last day of December that is surely numbered in its own year: the accounts of the year close about then.
YEAR_END = 20
_MILITARY = "军"
Problem = tuple[str, str, str, Certainty]
_NEW_FORM = r"[\u4e00-\u9fff][0-9]{2,4}刑[\u4e00-\u9fff]{1,2}[0-9]{1,6}号"
_LOST = (
    (
        re.compile(
            r"（(?!(?:19|20)[0-9]{2}）)[0-9]{1,6}）(?=[\u4e00-\u9fff]{1,6}[0-9]{0,4}[\u4e00-\u9fff]{1,6}[0-9]{1,6}号)"
        ),
        "案号的年份不是可能的四位数公元年份。",
        "The year of the case number is not a possible year of four digits.",
        "（四位数年份）",
    ),
    (
        re.compile(
            r"（(?:19|20)[0-9]{2}）[\u4e00-\u9fff]{1,6}[0-9]{0,4}[刑民行][初终更再](?:字第)?[0-9]{1,6}(?![0-9号])"
        ),
        "案号末尾缺“号”字。",
        "The case number lacks its last word 号.",
        "号",
    ),
    (
        re.compile(rf"(?:（(?:19|20)[0-9]{{2}}(?!）)|(?<![（0-9])(?:19|20)[0-9]{{2}}）?)(?={_NEW_FORM})"),
        "案号的年份没有用括号括全。",
        "The year of the case number is not in brackets.",
        "（年份）",
    ),
    (
        re.compile(rf"(?<![0-9）〕]){_NEW_FORM}"),
        "案号缺收案年份。",
        "The case number lacks its year.",
        "（年份）",
    ),
)


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
    if parsed.style == "new" and parsed.year < NEW_FORM_SINCE.year:
        yield (
            f"{parsed.year}年立案的案件应当用旧式案号。",
            "A case of that year carries an old-style number.",
            "字第",
            "likely",
        )


def _unread(judgment: Judgment) -> Iterator[Finding]:
    """A number at the top that has lost a part: its year, a digit or bracket of it, or its last word."""
    end = judgment.plain_span(judgment.title)[1] + 60 if judgment.title else 160
    if judgment.case_number:
        end = judgment.plain_span(judgment.case_number)[1]
    for pattern, zh, en, expected in _LOST:
        m = pattern.search(judgment.plain, 0, end)
        if m:
            place = judgment.place(m.start(), m.end())
            yield SCENARIO.finding(judgment, place, zh, en, expected=expected, found=m[0])
            return


def _instance(judgment: Judgment, parsed: Parsed) -> Iterator[Problem]:
    """The type code against what the parties are called and how the case came."""
    known = case_type(parsed.type)
    if known is None or not judgment.title or judgment.title.case_type != "刑事":
        return
    if known.field in ("民事", "行政"):
        yield (
            f"文书是刑事裁判，案号类型代字却是{parsed.type}。",
            f"A criminal decision under the type code {parsed.type} of another field.",
            "刑事案件的类型代字",
            "certain",
        )
        return
    appellant = any(p.role in ("上诉人", "抗诉机关") for p in judgment.parties)
    final = bool(judgment.appeal and judgment.appeal.final)
    if known.instance == "一审" and appellant and final:
        yield (
            f"文书是第二审裁判，案号类型代字却是{parsed.type}。",
            "A second-instance decision under a first-instance code.",
            "刑终",
            "certain",
        )
    notice = bool(judgment.appeal and not judgment.appeal.final)
    if known.instance == "二审" and not appellant and notice:
        yield (
            f"文书是第一审裁判，案号类型代字却是{parsed.type}。",
            "A first-instance decision under a second-instance code.",
            "刑初",
            "certain",
        )


def _counted_to_next_year(filed: date, year: int) -> bool:
    """Filed in the last days of December, when courts already number for the coming year."""
    return (filed.month, year) == (12, filed.year + 1) and filed.day > YEAR_END


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
        if filed != parsed.year and not _counted_to_next_year(course.filed.value, parsed.year):
            yield (
                f"本院{filed}年立案，案号年份却是{parsed.year}。",
                "The number's year is not the year of filing.",
                str(filed),
                "likely",
            )
    elif course.indicted and course.indicted.value and course.indicted.value.year > parsed.year:
        indicted = course.indicted.value.year
        yield (
            f"{indicted}年提起公诉，案号年份却是{parsed.year}。",
            "The number's year is before the indictment.",
            str(indicted),
            "likely",
        )
