"""犯罪时的年龄与定罪量刑不符。

English: Convicted under the age of responsibility, or a minor sentenced without article 17 or to death.

## What 查什么
按出生日期和犯罪日期计算：犯罪时不满十四周岁仍定罪；已满十四不满十六周岁而所定之罪不在法定八种之内；
不满十八周岁而判决既不引用第十七条也不提未成年，或者判处死刑。

## Why 为何
年龄决定应否负刑事责任、应否从宽，算错一日都可能错判。

## Method 方法
以首部的出生日期为准，周岁从生日的第二天起算；以文书所写最晚的犯罪日期比较，全部犯罪都在该年龄以前才提示；犯罪没有写到日的，以所写的月份、年份的最后一日代替，且不晚于首次羁押之日和裁判之日。

## Exclusions 排除
出生日期没有写到日的不查；跨越十八周岁的连续犯罪不查；2021年3月1日以后判决的已满十二不满十四周岁者犯故意杀人、故意伤害罪的不查。

## Assumptions 假定
首部出生日期就是查明的真实年龄。

## Basis 依据
《中华人民共和国刑法》第十七条、第四十九条；《最高人民法院关于审理未成年人刑事案件具体应用法律若干问题的解释》第二条。

## Remedy 怎么改
核对户籍和年龄证据，依法改判或者宣告不负刑事责任。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.dates import DATE, to_date
from anjian.documents.lazy import once
from anjian.documents.model import Party, Result
from anjian.documents.priors import last_day
from anjian.law.ages import GRAVEST_CRIMES, SERIOUS_CRIMES, age_for, under
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .custody_history import steps_of
from .earlier_convictions import crime_days
from .pronounced import CRIMINAL_LAW, own_results, results_of

SCENARIO = Scenario(
    code="PEN119",
    name="minor-at-offence",
    title=Words("犯罪时的年龄与定罪量刑不符", "Age at the offence"),
    family="penalty",
    basis=(Basis(CRIMINAL_LAW, "17"), Basis(CRIMINAL_LAW, "49", 1)),
    certainty="certain",
    severity="major",
    subjects=("criminal-first", "criminal-second", "criminal-retrial"),
)
_BARE_YEAR = re.compile(r"(20[0-9]{2})年(?![0-9])")
_MINOR_WORDS = (
    "未成年", "不满十八", "未满十八", "不满18", "未满18", "少年", "不满十六", "未满十六", "已满十四", "已满十六",
)  # fmt: skip


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per convicted defendant too young for the conviction or the penalty."""
    decided = decided_on(judgment)
    minor = age_for("未成年人", decided) if decided else None
    if decided is None or minor is None:
        return
    for party in judgment.defendants:
        if party.birth is None or _of_age(judgment, party, party.birth, minor, decided):
            continue
        last = _latest(judgment, party, decided)
        if party.birth >= last or not under(party.birth, minor, last):
            continue
        convicted = _convictions(judgment, party)
        told = _told(judgment, party.birth, convicted, last, decided) if convicted else None
        if told:
            zh, en = f"{party.name}（{party.birth}生）{told[0]}。", f"{party.name}, born {party.birth}: {told[1]}."
            yield SCENARIO.finding(judgment, convicted[0], zh, en)


def _convictions(judgment: Judgment, party: Party) -> list[Result]:
    """What a party is convicted of; of a sole defendant everything, however the name is spelt."""
    alone = len(judgment.defendants) == 1
    results = own_results(judgment) if alone else results_of(judgment, party.name)
    return [r for r in results if not r.penalty.acquitted]


def _of_age(judgment: Judgment, party: Party, birth: date, minor: int, decided: date) -> bool:
    """Whether crimes or years told show that a party had come of age; the day of `_latest` is not before them."""
    crimes = crime_days(judgment)
    if crimes:
        return not under(birth, minor, crimes[-1])
    year = _last_year(judgment)
    return year is not None and not under(birth, minor, min(year, _at_large(judgment, party, decided)))


def _latest(judgment: Judgment, party: Party, decided: date) -> date:
    """The last dated crime; where none has a day, the last month or year told, and never after the first custody."""
    crimes = crime_days(judgment)
    if crimes:
        return crimes[-1]
    bound, told = _at_large(judgment, party, decided), _last_told(judgment)
    return min(told, bound) if told else bound


def _at_large(judgment: Judgment, party: Party, decided: date) -> date:
    """The first day of a party's custody, failing that the day of the decision."""
    held = [c.day for c in steps_of(judgment, party.name) if c.day and not c.frees]
    return min([*held, decided])


def _facts(judgment: Judgment) -> str:
    return judgment.part("findings") or judgment.part("charge")


@once
def _last_year(judgment: Judgment) -> date | None:
    """The end of the last year that the findings (failing them, the charge) name."""
    return max((date(int(m[1]), 12, 31) for m in _BARE_YEAR.finditer(_facts(judgment))), default=None)


@once
def _last_told(judgment: Judgment) -> date | None:
    """The last day, month or year that the findings (failing them, the charge) tell of."""
    months = [day for m in DATE.finditer(_facts(judgment)) if (day := to_date(m) or last_day(m[0]))]
    year = _last_year(judgment)
    return max([*months, year] if year else months, default=None)


def _told(
    judgment: Judgment, birth: date, convicted: list[Result], last: date, decided: date
) -> tuple[str, str] | None:
    full, serious, minor = (age_for(rule, decided) for rule in ("负刑事责任", "八种犯罪负刑事责任", "未成年人"))
    if full is None or serious is None or minor is None or not under(birth, minor, last):
        return None
    charges = [r.charge for r in convicted if r.charge]
    if under(birth, serious, last) and not _grave(birth, charges, last, decided):
        zh = f"至{last}犯罪时不满{serious}周岁，不负刑事责任"
        return zh, f"under {serious} on {last}, not criminally responsible"
    if under(birth, full, last) and charges and not any(word in c for c in charges for word in SERIOUS_CRIMES):
        zh = f"至{last}犯罪时不满{full}周岁，{charges[0]}不在应负刑事责任的犯罪之列"
        return zh, f"under {full} on {last}; {charges[0]} is not among the crimes such a person answers for"
    if any(r.penalty.death for r in convicted):
        return f"犯罪时（至{last}）不满{minor}周岁，不适用死刑", f"under {minor} until {last}, yet sentenced to death"
    if not _treated_as_minor(judgment):
        zh = f"犯罪时（至{last}）不满{minor}周岁，判决没有引用第十七条，也没有提及未成年人犯罪"
        return zh, f"under {minor} until {last}; neither article 17 nor the age is mentioned"
    return None


def _grave(birth: date, charges: list[str], last: date, decided: date) -> bool:
    """Whether the case is one of those from twelve years on."""
    least = age_for("特定犯罪经核准追诉", decided)
    return least is not None and not under(birth, least, last) and any(w in c for c in charges for w in GRAVEST_CRIMES)


def _treated_as_minor(judgment: Judgment) -> bool:
    body = judgment.part("charge", "defence", "findings", "reasoning", "basis", "disposition")
    return any(c.article == "17" for c in judgment.basis) or any(word in body for word in _MINOR_WORDS)
