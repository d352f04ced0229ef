"""What drug and how much of it a judgment finds, and the tier whose paragraph it cites."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Place
from anjian.law.amount_tiers import subjects
from anjian.law.titles import resolve

from .sums import told, weights_told

_ALSO = {"冰毒": "甲基苯丙胺", "K粉": "氯胺酮", "度冷丁": "哌替啶", "杜冷丁": "哌替啶", "MDMA": "亚甲二氧基甲基苯丙胺"}
_NAMES = anchors(*subjects())
#: Amounts that grams do not tell, and mixtures.
_UNWEIGHED = re.compile(
    r"[0-9一二两三四五六七八九十百](?:余)?(?:粒|片|颗|支|毫升|ml|公斤|千克|毫克|小?包|袋|管)(?![^。；]{0,30}克)|麻古|麻果|摇头丸|含量|吸食剩余"
)
_OTHERWISE = re.compile(r"首要分子|武装|暴力抗拒|有组织|国际贩毒|未成年人贩卖|情节严重|多次|多人|折算|居间|吸食")
_ARTICLES: dict[str, dict[int | None, str]] = {"347": {2: "数量大", 3: "数量较大", 4: ""}, "348": {None: "数量较大"}}


class Weighed(Struct, frozen=True):
    """The one drug of a case and its weight in grams: `least` the largest single weight, `most` the sum of all."""

    drug: str
    least: Decimal
    most: Decimal


class Cited(Struct, frozen=True):
    """The tier whose paragraph the basis cites; empty below the first. `open_above`: nothing limits it upwards."""

    tier: str
    place: Place
    open_above: bool


def weights(judgment: Judgment) -> Weighed | None:
    """The drug and its weights; None where there are several drugs or no weight."""
    grams = weights_told(judgment)
    start, end = told(judgment)
    drugs = _drugs(judgment, judgment.plain[start:end]) if grams else set()
    if len(drugs) != 1:
        return None
    exact = [q.value for q in grams if q.exact] or [Decimal(0)]
    return Weighed(drugs.pop(), max(exact), sum((q.value for q in grams), Decimal(0)))


def told_otherwise(judgment: Judgment) -> bool:
    """Whether part of the drugs is told by the piece or otherwise than in grams."""
    start, end = told(judgment)
    return _UNWEIGHED.search(judgment.plain, start, end) is not None


def _drugs(judgment: Judgment, text: str) -> set[str]:
    found = set()
    openings = {judgment.plain[at : at + 2] for at in judgment.spots(_NAMES)}
    for name in subjects():  # the longest first
        if name[:2] in openings and name in text:
            found.add(name)
            text = text.replace(name, "□")
    return found | {drug for word, drug in _ALSO.items() if word in text}


def cited_tier(judgment: Judgment) -> Cited | None:
    """The one paragraph of 347, or 348, that the basis cites; None where it is not one or other circumstances count."""
    own = [c for c in judgment.basis if c.article in _ARTICLES and resolve(c.title) == "刑法"]
    heard = {(c.article, c.paragraph) for c in own if not (c.article == "347" and c.paragraph in (1, 6, 7))}
    if len(heard) != 1:
        return None
    article, paragraph = heard.pop()
    tiers = _ARTICLES[str(article)]
    key = paragraph if article == "347" else None
    if key not in tiers or (tiers[key] != "数量较大" and _OTHERWISE.search(judgment.part("reasoning"))):
        return None
    place = next(c for c in own if (c.article, c.paragraph) == (article, paragraph))
    return Cited(tiers[key], place, open_above=article == "348" or paragraph == 2)
