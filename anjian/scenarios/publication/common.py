"""What the scenarios on publication share: the rule they rest on, masks, names and ages."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Party
from anjian.scenarios.base import Basis, decided_on

RULE = "最高人民法院关于人民法院在互联网公布裁判文书的规定"
#: 法释〔2016〕19号, in force on this day; read from public copies, not among the law texts at hand.
RULE_SINCE = date(2016, 10, 1)
ADULT = 18
_MASK = re.compile(r"[某×xX＊*Ｘ?？□■●○]")
_NAME = re.compile(r"[一-龥]{2,4}(?:·[一-龥]{1,8})?")


@cache
def names(kind: str) -> frozenset[str]:
    """One row of names.csv: surname and double surname; no name, words that only begin like one;
    no person, what else follows 被害人 and 证人.
    """
    text = files(__package__).joinpath("names.csv").read_text(encoding="utf-8")
    words = next(row["words"] for row in csv.DictReader(text.splitlines()) if row["kind"] == kind)
    return frozenset(words.split() if " " in words else words)


def masked(name: str) -> bool:
    """Whether a name hides its bearer: 张某, 李某甲, 王×, A."""
    return (
        "某" in name
        or bool(_MASK.search(name))
        or not _NAME.fullmatch(name)
        or (len(name) == 2 and name[-1] in "甲乙丙丁戊己庚辛")
    )


def looks_like_name(word: str) -> bool:
    """Whether a word begins with a surname and has the length of a name."""
    if masked(word) or word[:2] in names("no name"):
        return False
    if word[:2] in names("double surname"):
        return 3 <= len(word) <= 4
    return (word[0] in names("surname") and 2 <= len(word) <= 3) or "·" in word


def places(text: str, word: str, stop: int) -> Iterator[int]:
    """Where a word begins before `stop`, every time."""
    at = text.find(word, 0, stop)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word), stop)


def age_on(birth: date, day: date) -> int:
    """Full years on a day."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))


@once
def minor_accused(judgment: Judgment) -> tuple[Party, ...]:
    """The accused who were under eighteen at the decision or on the last day of the offence told."""
    young = [p for p in judgment.defendants if p.kind == "person" and p.birth]
    if not young:
        return ()
    decided = decided_on(judgment)
    offences = [d.value for d in judgment.offence_days if d.value]
    last = max((d for d in offences if decided is None or d <= decided), default=None)
    day = last or decided
    return tuple(p for p in young if p.birth and day and 12 <= age_on(p.birth, day) < ADULT)


def rule(article: str) -> Basis:
    """An article of the rule on publishing decisions."""
    return Basis(RULE, article, since=RULE_SINCE)
