"""Terms, their dates, and probation (PEN101 to PEN107)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.plant import kind

#: What could explain a term that ends late: custody that was broken off.
INTERRUPTED = re.compile("取保|监视居住|释放|脱逃|逃脱|保外|留置|撤销缓刑|数罪并罚|折抵刑期(?!一日|1日)|余刑|残刑")
#: What could explain a term that ends early: custody before the day the term starts.
EARLIER = re.compile(
    "行政拘留|强制(?:隔离)?戒毒|劳动教养|收容|治安拘留|司法拘留|盘问|先行羁押[0-9一二三四五六七八九十]"
)
PROBATION = re.compile(rf"(?:宣告)?缓刑(?P<period>{sheet.LENGTH})")


@dataclass(frozen=True, slots=True)
class Served:
    """The only term of a sound judgment with its dates, which fit."""

    term: re.Match[str]
    span: re.Match[str]
    months: int
    begin: date
    finish: date


def served(text: str, barred: re.Pattern[str] = INTERRUPTED) -> Served | None:
    """The term of a sole conviction in unbroken custody; None where anything could explain other dates."""
    term, place = sheet.sole_term(text), sheet.disposition(text)
    if term is None or place is None or "缓刑" in text[place[0] : place[1]] or barred.search(text):
        return None
    spans = list(sheet.SPAN.finditer(text, *place))
    count = sheet.months(term["length"])
    if len(spans) != 1 or not count:
        return None
    begin, finish = sheet.day(spans[0]["begin"]), sheet.day(spans[0]["finish"])
    if begin is None or finish is None or sheet.end_of(begin, count) != finish:
        return None
    return Served(term, spans[0], count, begin, finish)


def other_end(text: str, shift: Callable[[Served], date]) -> str | None:
    s = served(text)
    return sheet.put(text, s.span.span("finish"), sheet.like(shift(s), s.span["finish"])) if s else None


@kind("PEN101", "term ends a year late")
def a_year_late(text: str, judgment: Judgment, rng: Random) -> str | None:
    return other_end(text, lambda s: sheet.years_later(s.finish, 1))


@kind("PEN101", "term ends a month late")
def a_month_late(text: str, judgment: Judgment, rng: Random) -> str | None:
    return other_end(text, lambda s: sheet.end_of(s.begin, s.months + 1))


@kind("PEN101", "term ends some days late")
def days_late(text: str, judgment: Judgment, rng: Random) -> str | None:
    return other_end(text, lambda s: s.finish + timedelta(days=rng.randint(3, 20)))


@kind("PEN101", "term ends a year early", also=("PEN102",))
def a_year_early(text: str, judgment: Judgment, rng: Random) -> str | None:
    s = served(text)
    if s is None or s.months <= 18 or EARLIER.search(text) or not in_custody_from(text, s):
        return None
    return sheet.put(text, s.span.span("finish"), sheet.like(sheet.years_later(s.finish, -1), s.span["finish"]))


def in_custody_from(text: str, s: Served) -> bool:
    """Whether the head tells that custody began on the very day the term is counted from."""
    words = sheet.like(s.begin, s.span["begin"])
    return bool(re.compile(f"{words}[^。]{{0,40}}(?:拘留|羁押|抓获)").search(text, *sheet.head(text)))


@kind("PEN101", "length of the term changed, dates left", also=("PEN102",))
def other_length(text: str, judgment: Judgment, rng: Random) -> str | None:
    s = served(text)
    if s is None or s.term["kind"] != "有期徒刑" or s.months < 8:
        return None
    return sheet.put(text, s.term.span("length"), sheet.length(s.months - rng.choice((1, 2))))


@kind("PEN101", "year of the start mistyped", also=("PEN102",))
def start_a_year_early(text: str, judgment: Judgment, rng: Random) -> str | None:
    s = served(text)
    return (
        sheet.put(text, s.span.span("begin"), sheet.like(sheet.years_later(s.begin, -1), s.span["begin"]))
        if s
        else None
    )


@kind("PEN102", "term ends before it starts", also=("PEN101",))
def ends_first(text: str, judgment: Judgment, rng: Random) -> str | None:
    s = served(text, re.compile("$^"))
    if s is None:
        return None
    years = s.finish.year - s.begin.year + 1
    return sheet.put(text, s.span.span("finish"), sheet.like(sheet.years_later(s.finish, -years), s.span["finish"]))


@kind("PEN102", "dates of the term exchanged", also=("PEN101",))
def exchanged(text: str, judgment: Judgment, rng: Random) -> str | None:
    s = served(text, re.compile("$^"))
    if s is None:
        return None
    text = sheet.put(text, s.span.span("finish"), s.span["begin"])
    return sheet.put(text, s.span.span("begin"), s.span["finish"])


@kind("PEN102", "term ends on a day that does not exist", also=("DOC607",))
def no_such_day(text: str, judgment: Judgment, rng: Random) -> str | None:
    s = served(text, re.compile("$^"))
    if s is None:
        return None
    if s.span["finish"][0].isdigit():
        return sheet.put(
            text, s.span.span("finish"), f"{s.finish.year}年{rng.choice(('2月30', '11月31', '6月31', '13月5'))}日"
        )
    return sheet.put(text, s.span.span("finish"), s.span["finish"][:5] + "二月三十日")


def with_length(text: str, kinds: str, lengths: tuple[str, ...], rng: Random) -> str | None:
    """The sole term with another length."""
    term, place = sheet.sole_term(text), sheet.disposition(text)
    if term is None or place is None or term["kind"] not in kinds or "缓刑" in text[place[0] : place[1]]:
        return None
    return sheet.put(text, term.span("length"), rng.choice(lengths))


@kind("PEN103", "fixed term under six months")
def short_fixed_term(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_length(text, "有期徒刑", ("五个月", "四个月", "三个月"), rng)


@kind("PEN103", "fixed term over fifteen years")
def long_fixed_term(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_length(text, "有期徒刑", ("十六年", "十八年", "十五年六个月"), rng)


@kind("PEN103", "detention over six months")
def long_detention(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_length(text, "拘役", ("八个月", "七个月", "十个月"), rng)


@kind("PEN103", "fixed term named detention")
def named_detention(text: str, judgment: Judgment, rng: Random) -> str | None:
    term = sheet.sole_term(text)
    if term is None or term["kind"] != "有期徒刑" or (sheet.months(term["length"]) or 0) <= 6:
        return None
    return sheet.put(text, term.span("kind"), "拘役")


def plural(text: str) -> tuple[list[int], re.Match[str]] | None:
    """The months of each crime and the total of a single accused sentenced for several crimes."""
    place = sheet.disposition(text)
    if place is None or not sheet.at_first_instance(text) or len(sheet.convictions(text)) != 1:
        return None
    total = re.compile(rf"(?:决定|合并)?执行有期徒刑(?P<length>{sheet.LENGTH})").search(text, *place)
    if total is None or re.search("撤销|原判|余刑|漏罪|前罪|假释", text[place[0] : place[1]]):
        return None
    parts = [sheet.months(m["length"]) or 0 for m in sheet.TERM.finditer(text, place[0], total.start())]
    fixed = all(m["kind"] == "有期徒刑" for m in sheet.TERM.finditer(text, place[0], total.start()))
    return (parts, total) if len(parts) > 1 and fixed else None


@kind("PEN104", "total above the sum", also=("PEN122",))
def above_the_sum(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = plural(text)
    if found is None:
        return None
    return sheet.put(text, found[1].span("length"), sheet.length(sum(found[0]) + rng.choice((3, 6, 12))))


@kind("PEN104", "total below the longest", also=("PEN122",))
def below_the_longest(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = plural(text)
    if found is None or max(found[0]) < 9:
        return None
    return sheet.put(text, found[1].span("length"), sheet.length(max(found[0]) - rng.choice((1, 2))))


def suspended(text: str, kinds: str = "有期徒刑拘役") -> tuple[re.Match[str], re.Match[str]] | None:
    """The sole term and its probation."""
    term, place = sheet.sole_term(text), sheet.disposition(text)
    found = list(PROBATION.finditer(text, *place)) if place else []
    return (term, found[0]) if term and term["kind"] in kinds and len(found) == 1 else None


def with_probation(text: str, kinds: str, term: str | None, period: str) -> str | None:
    found = suspended(text, kinds)
    if found is None:
        return None
    text = sheet.put(text, found[1].span("period"), period)
    return sheet.put(text, found[0].span("length"), term) if term else text


@kind("PEN105", "probation on more than three years")
def probation_on_four_years(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_probation(text, "有期徒刑", rng.choice(("四年", "三年六个月", "三年一个月", "五年")), "五年")


@kind("PEN105", "probation for a recidivist, found in the reasoning")
def probation_for_recidivist(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, sole = sheet.reasoning(text), sheet.sole(text)
    if place is None or sole is None or suspended(text, "有期徒刑") is None or "累犯" in text:
        return None
    words = rng.choice(
        (
            f"被告人{sole['name']}系累犯，依法应当从重处罚。",
            f"被告人{sole['name']}刑罚执行完毕后五年内再犯罪，是累犯，应当从重处罚。",
        )
    )
    stops = [m.end() for m in re.finditer("。", text[place[0] : place[1]])]
    at = place[0] + (stops[0] if stops else 0)
    return sheet.put(text, (at, at), words) if stops else None


@kind("PEN105", "probation given to a recidivist")
def recidivist_released(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, place = sheet.sole_term(text), sheet.reasoning(text)
    if term is None or place is None or term["kind"] != "有期徒刑" or (sheet.months(term["length"]) or 99) > 36:
        return None
    if not re.search("(?:是|系|属|构成|为)累犯", text[place[0] : place[1]]) or re.search(
        "不(?:构成|是|属于?|系)累犯", text
    ):
        return None
    return sheet.put(text, (term.end(), term.end()), rng.choice(("，缓刑三年", "，宣告缓刑四年", "缓刑三年")))


@kind("PEN106", "probation shorter than the term")
def short_probation(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, period = rng.choice((("二年", "一年"), ("三年", "二年"), ("一年六个月", "一年三个月")))
    return with_probation(text, "有期徒刑", term, period)


@kind("PEN106", "probation under one year")
def probation_under_a_year(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_probation(text, "有期徒刑", "六个月", rng.choice(("六个月", "八个月", "十个月")))


@kind("PEN106", "probation over five years")
def probation_over_five_years(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_probation(text, "有期徒刑", None, rng.choice(("六年", "五年六个月", "七年")))


@kind("PEN106", "probation of detention out of range")
def probation_of_detention(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_probation(text, "拘役", None, rng.choice(("一年六个月", "一个月", "二年")))


@kind("PEN107", "probation counted like a term")
def probation_with_term_clock(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, found = sheet.disposition(text), suspended(text)
    if place is None or found is None or "刑期从" in text[place[0] : place[1]]:
        return None
    clock = "刑期从判决执行之日起计算。判决执行以前先行羁押的，羁押一日折抵刑期一日"
    return sheet.change(text, place, "缓刑考验期限?，?从判决[^。；;）)，]{2,12}之日起计算", clock, rng)


@kind("PEN107", "term counted like a probation")
def term_with_probation_clock(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, term = sheet.disposition(text), sheet.sole_term(text)
    if place is None or term is None or "缓刑" in text[place[0] : place[1]]:
        return None
    pattern = r"(?:有期徒刑|拘役)?的?刑期，?[自从]判决(?:执行|生效|确定)之日起计算"
    return sheet.change(text, place, pattern, "缓刑考验期限，从判决确定之日起计算", rng)
