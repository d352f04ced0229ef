"""Ages that matter in criminal law, and when a person has reached one.

An age is reached on the day after the birthday (最高人民法院关于审理未成年人刑事案件具体应用法律若干问题的解释
（2006）第二条).
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from anjian.law.dated import Spans, day, read_table

#: The crimes for which those of 14 to 16 answer: words of their charges (刑法第17条第2款).
SERIOUS_CRIMES = (
    "故意杀人", "故意伤害", "强奸", "抢劫", "贩卖毒品", "贩卖、", "放火", "爆炸", "投放危险物质", "投毒", "投放毒害性",
)  # fmt: skip
#: The crimes for which those of 12 to 14 may answer (第17条第3款).
GRAVEST_CRIMES = ("故意杀人", "故意伤害")


@cache
def _ages() -> dict[str, Spans[int]]:
    found: dict[str, list[tuple[date | None, date | None, int]]] = {}
    for row in read_table("ages"):
        found.setdefault(row["rule"], []).append((day(row["since"]), day(row["until"]), int(row["age"])))
    return {rule: Spans(spans) for rule, spans in found.items()}


def age_for(rule: str, on: date) -> int | None:
    """The age a rule names, under the law of a day; None when the rule was not in force."""
    found = _ages().get(rule)
    return found.on(on) if found else None


def reaches(birth: date, age: int) -> date:
    """The first day on which a person born on BIRTH has reached an age."""
    try:
        birthday = birth.replace(year=birth.year + age)
    except ValueError:
        birthday = birth.replace(year=birth.year + age, day=28)
    return birthday + timedelta(days=1)


def under(birth: date, age: int, on: date) -> bool:
    """Whether a person born on BIRTH is under an age on a day."""
    years = on.year - birth.year
    return on < reaches(birth, age) if age <= years <= age + 1 else years < age
