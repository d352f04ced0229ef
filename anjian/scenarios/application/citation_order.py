"""引用法律的先后次序不合规定。

English: The cited statutes stand in the wrong order.

## What 查什么
裁判依据中程序法排在实体法之前，或者司法解释排在法律之前。

## Why 为何
并列引用的次序有明文规定；次序颠倒虽不影响裁判结果，但属于文书规范问题。

## Method 方法
取裁判依据中各部法律、司法解释首次出现的位置，比较：实体法在程序法之前，法律在司法解释之前。民事、行政另行比较：程序法、司法解释不得在实体法之前，程序法的解释不得在程序法之前；实体法的解释列在程序法之前的，不报；时间效力的规定先于其所指的法律，不报。

## Exclusions 排除
分句分别引用（如先写程序依据再写实体依据的两句话）的不报；附带民事部分另起的引用不报；刑事二审依程序法条文裁判的，不报（二审以程序法为直接依据，实践中多列于前）。

## Assumptions 假定
以同一句裁判依据为限。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第二条。

## Remedy 怎么改
调整次序：实体法、程序法、司法解释。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.model import Citation
from anjian.law.titles import canonical, titles
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .cited import basis_titles, is_criminal

SCENARIO = Scenario(
    code="LAW211",
    name="citation-order",
    title=Words("引用法律次序不当", "Order of cited statutes"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "2"),),
    certainty="likely",
    severity="format",
    subjects=(
        "criminal-first",
        "civil-first",
        "civil-second",
        "civil-retrial",
        "administrative-first",
        "administrative-second",
    ),
)
PROCEDURE = frozenset({"刑事诉讼法", "民事诉讼法", "行政诉讼法"})
RANKS_ZH = ("实体法", "程序法", "司法解释")
RANKS_EN = ("substantive law", "procedural law", "judicial interpretation")


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding: the first statute that stands behind one of lower rank."""
    wrong = _behind if is_criminal(judgment) else _behind_in_civil
    before: Citation | None = None
    for citation in _firsts(judgment):
        if before and wrong(citation, before):
            low, high = _rank(before), _rank(citation)
            yield SCENARIO.finding(
                judgment,
                citation.title_place or citation,
                f"《{citation.title}》（{RANKS_ZH[high]}）应当列在《{before.title}》（{RANKS_ZH[low]}）之前。",
                f"{citation.title} ({RANKS_EN[high]}) should stand before {before.title} ({RANKS_EN[low]}).",
                expected="实体法、程序法、司法解释",
                found=f"{RANKS_ZH[low]}、{RANKS_ZH[high]}",
            )
            return
        before = citation


def _behind(citation: Citation, before: Citation) -> bool:
    return _rank(citation) < _rank(before)


def _behind_in_civil(citation: Citation, before: Citation) -> bool:
    """As `_behind`, but a procedural law may follow an interpretation of substantive law, and any one on transition."""
    if "时间效力" in before.title:
        return False
    if _rank(citation) == 1 and _rank(before) == 2:
        return any(word in before.title for word in ("诉讼法", "诉讼证据"))
    return _behind(citation, before)


def _firsts(judgment: Judgment) -> list[Citation]:
    """The first citation of every registered statute of the basis, up to the end of its first sentence."""
    seen: dict[str, Citation] = {}
    for citation in basis_titles(judgment):
        if _rank_of(citation.title) is not None:
            seen.setdefault(canonical(citation.title), citation)
    return list(seen.values())


def _rank(citation: Citation) -> int:
    return _rank_of(citation.title) or 0


@lru_cache(maxsize=4096)
def _rank_of(title: str) -> int | None:
    """0 substantive law, 1 procedural law, 2 interpretation; None for what has no rank in the rule."""
    levels = {t.level for t in titles(title)}
    if "司法解释" in levels:
        return 2
    if "法律" not in levels:
        return None
    return 1 if canonical(title) in PROCEDURE else 0
