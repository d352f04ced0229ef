"""Each pronounced penalty beside every tier the law knew for its crime between the deed and the judgment."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.lazy import once
from anjian.documents.model import Ground, Penalty, Result
from anjian.documents.numerals import han
from anjian.law import penalties
from anjian.law.penalties import Tier, era
from anjian.law.titles import resolve
from anjian.scenarios.base import Basis, Certainty, decided_on

from .pronounced import CRIMINAL_LAW, TERM_KINDS, length, own_results, single, term_en, term_zh

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
#: The year's own digits stand before it.
_MONTH = re.compile(r"年(?:([0-9]{1,2})月(?!(?:[0-9]{1,2}日|出生|生)))?")
_YEARS = frozenset(map(str, range(1997, 2050)))
_LAST_YEAR = max(_YEARS)
_UNIT = anchors("单位犯罪", "被告单位", "直接负责的主管人员", "直接责任人员")


class Measure(Struct, frozen=True):
    """A penalty held against the tiers of its crime, of every edition from the first deed to the decision.

    `too_low`: milder than the mildest of every tier; `too_high`: graver than the gravest of every one. `fitting`: the
    tiers it lies in; all of them where it lies in none (a reduced one). `outside`: labels of tiers it does not lie in.
    """

    kind: str
    term: tuple[int, int]
    tiers: tuple[Tier, ...]
    too_low: bool
    too_high: bool
    fitting: tuple[Tier, ...]
    outside: frozenset[str]


@lru_cache(maxsize=16384)
def measure(charge: str, first: date, last: date, units: bool, kind: str, term: tuple[int, int]) -> Measure | None:
    """A penalty beside the tiers in force from FIRST to LAST; None where those are not known."""
    tiers = penalties.tiers_between(charge, first, last, units)
    if not tiers:
        return None
    low, high = [is_below(kind, term, t) for t in tiers], [is_above(kind, term, t) for t in tiers]
    out = [under or over for under, over in zip(low, high, strict=True)]
    inside = tuple(t for t, missed in zip(tiers, out, strict=True) if not missed)
    labels = frozenset(t.label for t, missed in zip(tiers, out, strict=True) if missed)
    return Measure(kind, term, tiers, all(low), all(high), inside or tiers, labels)


def is_below(kind: str, term: tuple[int, int], tier: Tier) -> bool:
    """Whether a penalty is milder than the mildest of the tier."""
    kinds = _kinds(tier)
    rank = RANKS[kind]
    if rank == 0:
        return kind not in kinds
    lowest = min(RANKS[k] for k in kinds if RANKS[k])
    return rank < lowest or (rank == lowest == RANKS["有期徒刑"] and term < (tier.min_months or 0, 0))


def is_above(kind: str, term: tuple[int, int], tier: Tier) -> bool:
    """Whether a penalty is graver than the gravest of the tier."""
    rank, highest = RANKS[kind], max(RANKS[k] for k in _kinds(tier))
    return rank > highest or (rank == highest == RANKS["有期徒刑"] and term > (tier.max_months or 0, 0))


class Sentence(Struct, frozen=True):
    """A penalty for one crime with what it is held against."""

    result: Result
    measure: Measure

    @property
    def kind(self) -> str:
        """The main penalty, or what stands alone in its place."""
        return self.measure.kind

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers of every edition from the first deed to the decision."""
        return self.measure.tiers

    def below(self, tier: Tier) -> bool:
        """Whether the penalty is milder than the mildest of the tier."""
        return is_below(self.measure.kind, self.measure.term, tier)

    def above(self, tier: Tier) -> bool:
        """Whether the penalty is graver than the gravest of the tier."""
        return is_above(self.measure.kind, self.measure.term, tier)

    def fitting(self) -> tuple[Tier, ...]:
        """The tiers the penalty lies in; all of them where it lies in none (a reduced one)."""
        return self.measure.fitting

    def zh(self) -> str:
        """有期徒刑二年, 单处罚金."""
        if RANKS[self.kind] == 0:
            return f"单处{self.kind}"
        term = self.measure.term
        return self.kind + (term_zh(term) if term != (0, 0) else "")

    def en(self) -> str:
        """fixed-term imprisonment 2 years."""
        term = self.measure.term
        return ENGLISH[self.kind] + (f" of {term_en(term)}" if term != (0, 0) else "")

    def basis(self) -> tuple[Basis, ...]:
        """The paragraphs that set the tiers."""
        places = dict.fromkeys((t.article, t.paragraph) for t in self.tiers)
        return tuple(Basis(CRIMINAL_LAW, *place) for place in places)


def sentences(judgment: Judgment, wanted: Callable[[Sentence], bool] = bool) -> Iterator[Sentence]:
    """The penalties whose crime, kind, term and tiers are known; units, exemptions and totals left out.

    Of these the `wanted`, asked first: whether a result is of one crime only takes longer to tell.
    """
    for sentence in _measured(judgment):
        if wanted(sentence) and single(judgment, sentence.result):
            yield sentence


@once
def _measured(judgment: Judgment) -> list[Sentence]:
    day = decided_on(judgment)
    results = own_results(judgment)
    if day is None or not results:
        return []
    first, last = era(min(first_day(judgment), day)), era(day)
    units = speaks_of_units(judgment)
    bodies = {p.name for p in judgment.parties if p.kind == "body"}
    found = []
    for result in results:
        penalty, charge = result.penalty, result.charge
        if penalty.exempt or penalty.acquitted or result.total or charge is None or result.party in bodies:
            continue
        kind, term = _main(penalty)
        known = measure(charge, first, last, units, kind, term) if kind else None
        if known:
            found.append(Sentence(result, known))
    return found


def _main(penalty: Penalty) -> tuple[str, tuple[int, int]]:
    """The kind and the term of a penalty; no kind where it has none, or should have a term and has none."""
    kind = penalty.kind or ("罚金" if penalty.fine_kind == "单处" else "")
    term = length(penalty) or (0, 0)
    if kind not in RANKS or (kind in TERM_KINDS and term == (0, 0)):
        return "", term
    return kind, term


def speaks_of_units(judgment: Judgment) -> bool:
    """Whether the tiers of persons responsible in a crime by a unit may count."""
    return judgment.has(_UNIT)


def first_day(judgment: Judgment) -> date:
    """The first day the offence may have begun; where nothing tells, the first day of the criminal law.

    A fact told by its month or year only counts from the first day of it.
    """
    days = [d.value for d in judgment.offence_days if d.value]
    before = str(min(days).year) if days else _LAST_YEAR
    for name in ("findings", "charge", "lower"):
        days += _begun(judgment, name, not days, before)
        if days:
            return min(days)
    return _LAW_IN_FORCE


def _begun(judgment: Judgment, name: str, whole_years: bool, before: str) -> Iterator[date]:
    """The months, and perhaps the whole years, told in the sections of a name, of years up to BEFORE."""
    text = judgment.plain
    for cut in judgment.cuts:
        at = text.find("年", cut.start, cut.end) if cut.name == name else -1
        while at >= 0:
            year = text[max(at - 4, cut.start) : at]
            m = _MONTH.match(text, at, cut.end) if year <= before and year in _YEARS else None
            month = int(m[1] or 0) if m else 13
            if month <= 12 and (month or whole_years):
                yield date(int(year), month or 1, 1)
            at = text.find("年", at + 1, cut.end)


def tiers_between(judgment: Judgment, charge: str, first: date, last: date) -> tuple[Tier, ...] | None:
    """The tiers of every edition in force from FIRST to LAST; None where one of them is unknown."""
    return penalties.tiers_between(charge, first, last, speaks_of_units(judgment))


def reduction(judgment: Judgment, result: Result) -> Certainty | None:
    """How sure it is that nothing allows a penalty below the tier; None where something does.

    A ground the court finds for this person, or cites, excuses. One that is only claimed, refused or another
    person's leaves a doubt: likely.
    """
    if _reducing_citation(judgment) or any(True for _ in judgment.find(_IN_BRACKETS, "disposition")):
        return None
    mentions = [g for g in judgment.grounds_of(*REDUCING) if g.section != "parties"]
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
