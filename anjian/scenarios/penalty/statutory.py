"""Each pronounced penalty beside every tier the law knew for its crime between the deed and the judgment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from anjian.documents import Judgment
from anjian.documents.model import Ground, Penalty, Result
from anjian.documents.numerals import han
from anjian.law.penalties import Tier, tiers
from anjian.law.titles import resolve
from anjian.scenarios.base import Basis, Certainty, decided_on

from .pronounced import CRIMINAL_LAW, length, own_results, single, term_en, term_zh

#: From the mildest to the gravest; a fine or the loss of rights may stand alone in place of a main penalty.
RANKS = {"罚金": 0, "剥夺政治权利": 0, "管制": 1, "拘役": 2, "有期徒刑": 3, "无期徒刑": 4, "死刑": 5}
ENGLISH = {
    "罚金": "a fine alone",
    "剥夺政治权利": "deprivation of rights alone",
    "管制": "control",
    "拘役": "short detention",
    "有期徒刑": "fixed-term imprisonment",
    "无期徒刑": "life imprisonment",
    "死刑": "death",
}  # fmt: skip
#: Grounds for which the law allows a penalty below the tier, and the court's own word that it goes below.
REDUCING = frozenset({
    "自首", "立功", "重大立功", "从犯", "胁从犯", "教唆", "犯罪未遂", "犯罪预备", "犯罪中止", "未成年", "年满七十五",
    "限制责任", "聋哑盲", "防卫过当", "避险过当", "从轻或者减轻处罚", "减轻处罚", "免除处罚",
})  # fmt: skip
_REDUCING_ARTICLES = frozenset({
    "10", "17", "17-1", "18", "19", "20", "21", "22", "23", "24", "27", "28", "29", "63", "68",
})  # fmt: skip
#: Drunkenness; and the rule that whoever instigates a minor is punished more gravely.
_NOT_REDUCING = {("18", 4), ("29", 1)}
_REDUCING_WORDS = re.compile(
    r"减轻|投案|(?:主动|自动|自行)(?:到案|归案)|帮助犯|(?:部分|限定)(?:刑事)?责任能力|不满十[六八]周岁|未满十[六八]周岁|最高人民法院核准|避免[^，。；]{0,4}严重后果"
)
_COURT = ("findings", "evidence", "reasoning", "basis", "lower")
_LAW_IN_FORCE = date(1997, 10, 1)
_IN_BRACKETS = re.compile(r"（(?:犯罪)?(?:未遂|预备|中止|从犯)")
_MONTH = re.compile(r"(199[7-9]|20[0-4][0-9])年(?:([0-9]{1,2})月(?!(?:[0-9]{1,2}日|出生|生)))?")
_UNIT = re.compile(r"单位犯罪|被告单位|直接负责的主管人员|直接责任人员")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A penalty for one crime. `tiers` are those of every edition from the first deed to the decision."""

    result: Result
    kind: str
    term: tuple[int, int]
    tiers: tuple[Tier, ...]

    def below(self, tier: Tier) -> bool:
        """Whether the penalty is milder than the mildest of the tier."""
        kinds = _kinds(tier)
        rank = RANKS[self.kind]
        if rank == 0:
            return self.kind not in kinds
        lowest = min(RANKS[k] for k in kinds if RANKS[k])
        return rank < lowest or (rank == lowest == RANKS["有期徒刑"] and self.term < (tier.min_months or 0, 0))

    def above(self, tier: Tier) -> bool:
        """Whether the penalty is graver than the gravest of the tier."""
        rank, highest = RANKS[self.kind], max(RANKS[k] for k in _kinds(tier))
        return rank > highest or (rank == highest == RANKS["有期徒刑"] and self.term > (tier.max_months or 0, 0))

    def fitting(self) -> tuple[Tier, ...]:
        """The tiers the penalty lies in; all of them where it lies in none (a reduced one)."""
        inside = tuple(t for t in self.tiers if not self.below(t) and not self.above(t))
        return inside or self.tiers

    def zh(self) -> str:
        """有期徒刑二年, 单处罚金."""
        if RANKS[self.kind] == 0:
            return f"单处{self.kind}"
        return self.kind + (term_zh(self.term) if self.term != (0, 0) else "")

    def en(self) -> str:
        """fixed-term imprisonment 2 years."""
        return ENGLISH[self.kind] + (f" of {term_en(self.term)}" if self.term != (0, 0) else "")

    def basis(self) -> tuple[Basis, ...]:
        """The paragraphs that set the tiers."""
        places = dict.fromkeys((t.article, t.paragraph) for t in self.tiers)
        return tuple(Basis(CRIMINAL_LAW, *place) for place in places)


def sentences(judgment: Judgment) -> Iterator[Sentence]:
    """The penalties whose crime, kind, term and tiers are known; units, exemptions and totals left out."""
    day = decided_on(judgment)
    if day is None:
        return
    first = min(first_day(judgment), day)
    bodies = {p.name for p in judgment.parties if p.kind == "body"}
    for result in own_results(judgment):
        penalty = result.penalty
        if penalty.exempt or penalty.acquitted or result.party in bodies or not single(judgment, result):
            continue
        kind = penalty.kind or ("罚金" if penalty.fine_kind == "单处" else "")
        term = length(penalty) or (0, 0)
        if kind not in RANKS or (kind in ("管制", "拘役", "有期徒刑") and term == (0, 0)):
            continue
        known = tiers_between(judgment, result.charge or "", first, day)
        if known:
            yield Sentence(result, kind, term, known)


def first_day(judgment: Judgment) -> date:
    """The first day the offence may have begun; where nothing tells, the first day of the criminal law.

    A fact told by its month or year only counts from the first day of it.
    """
    days = [d.value for d in judgment.offence_days if d.value]
    for name in ("findings", "charge", "lower"):
        days += list(_begun(judgment, name, whole_years=not days))
        if days:
            return min(days)
    return _LAW_IN_FORCE


def _begun(judgment: Judgment, name: str, whole_years: bool) -> Iterator[date]:
    for m in judgment.find(_MONTH, name):
        month = int(m[2] or 0)
        if month <= 12 and (month or whole_years):
            yield date(int(m[1]), month or 1, 1)


def tiers_between(judgment: Judgment, charge: str, first: date, last: date) -> tuple[Tier, ...] | None:
    """The tiers of every edition in force from FIRST to LAST; None where one of them is unknown."""
    ways = (False, True) if _UNIT.search(judgment.plain) else (False,)
    found: dict[Tier, None] = {}
    day: date | None = first
    while day is not None:
        editions = [tiers(charge, day, unit) for unit in ways]
        if not all(editions):
            return None
        now = list(chain.from_iterable(e for e in editions if e))
        found |= dict.fromkeys(now)
        day = min((t.until for t in now if t.until and t.until <= last), default=None)
    return tuple(found)


def reduction(judgment: Judgment, result: Result) -> Certainty | None:
    """How sure it is that nothing allows a penalty below the tier; None where something does.

    A ground the court finds for this person, or cites, excuses. One that is only claimed, refused or another
    person's leaves a doubt: likely.
    """
    if _reducing_citation(judgment) or any(True for _ in judgment.find(_IN_BRACKETS, "disposition")):
        return None
    mentions = [g for g in judgment.grounds if g.kind in REDUCING and g.section != "parties"]
    if any(_held(judgment, g) and g.party in (None, result.party) for g in mentions):
        return None
    words = [_concerns(judgment, result, m.start()) for m in judgment.find(_REDUCING_WORDS, *_COURT)]
    if any(words):
        return None
    doubtful = mentions or words or any(True for _ in judgment.find(_REDUCING_WORDS, "charge", "defence"))
    return "likely" if doubtful else "certain"


def _held(judgment: Judgment, ground: Ground) -> bool:
    """Whether the court finds the ground; that one act of the story failed (未得逞) is not yet an attempt found."""
    told = ground.section == "findings" and "得逞" in judgment.words(ground)
    return ground.accepted and ground.section in _COURT and not told


def _concerns(judgment: Judgment, result: Result, at: int) -> bool:
    """Whether the words at a plain index may be about the person: the sentence names them, or nobody."""
    text = judgment.plain
    start = max(text.rfind("。", 0, at), text.rfind("；", 0, at)) + 1
    stop = text.find("。", at)
    sentence = text[start : stop if stop >= 0 else len(text)]
    named = {p.name for p in judgment.defendants if p.name in sentence}
    return not named or result.party in named or result.party is None


def _reducing_citation(judgment: Judgment) -> bool:
    own = [c for c in judgment.citations if c.role in ("basis", "argument") and resolve(c.title) == "刑法"]
    return any(
        (c.article in _REDUCING_ARTICLES and (c.article, c.paragraph) not in _NOT_REDUCING)
        or (c.article == "67" and c.paragraph != 3)
        for c in own
    )


def has_property(penalty: Penalty) -> bool:
    """Whether a fine or a confiscation is pronounced, its sum read or not."""
    return penalty.fine is not None or penalty.fine_kind is not None or penalty.confiscation is not None


def lowest(tier: Tier) -> tuple[int, int, str, str]:
    """The mildest penalty of a tier: rank, months, in Chinese, in English; for comparison and for messages."""
    kind = min(_kinds(tier), key=RANKS.__getitem__)
    return _named(kind, tier.min_months or 0)


def highest(tier: Tier) -> tuple[int, int, str, str]:
    """The gravest penalty of a tier, like `lowest`."""
    kind = max(_kinds(tier), key=RANKS.__getitem__)
    return _named(kind, tier.max_months or 0)


def _named(kind: str, months: int) -> tuple[int, int, str, str]:
    if kind == "有期徒刑":
        return RANKS[kind], months, f"{kind}{term_zh((months, 0))}", f"{ENGLISH[kind]} of {term_en((months, 0))}"
    return RANKS[kind], 0, f"单处{kind}" if RANKS[kind] == 0 else kind, ENGLISH[kind]


def _kinds(tier: Tier) -> list[str]:
    """The main penalties a tier knows, and those that may stand in their place."""
    known = {
        "罚金": tier.fine in ("either", "alone"),
        "剥夺政治权利": tier.rights_only,
        "管制": tier.control,
        "拘役": tier.detention,
        "有期徒刑": tier.min_months is not None,
        "无期徒刑": tier.life,
        "死刑": tier.death,
    }
    return [kind for kind, allowed in known.items() if allowed]


def articles_zh(sentence: Sentence) -> str:
    """第二百六十四条、第二百六十六条: the articles that set the tiers."""
    numbers = dict.fromkeys(t.article for t in sentence.tiers)
    return "、".join(_article_zh(n) for n in numbers)


def _article_zh(article: str) -> str:
    number, _, inserted = article.partition("-")
    return f"第{han(int(number))}条" + (f"之{han(int(inserted))}" if inserted else "")
