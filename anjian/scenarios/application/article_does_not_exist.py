"""引用的条、款、项在该法中不存在。

English: A cited article, paragraph or item that no edition of that law has had.

## What 查什么
裁判依据或说理部分引用的条、款、项，超出所引法律或司法解释的实际条、款、项数。

## Why 为何
当事人和上级法院无从核对不存在的条文；这类差错多由数字误写造成，使裁判失去明确的依据。

## Method 方法
按裁判日期取所引法律的版本，核对条号、款数、项数。刑法因从旧兼从轻，自查明的最早行为日到裁判日之间任一版本有过的条款项均视为存在；没有读出行为日的，取文书所述最早的年月；也没有的，自1997年起算。裁判时已经废止的法律，按废止前最后的版本核对；民法典施行前的合同法等各法只核对末条，其总条数有两处以上互不相干的资料载明。

## Exclusions 排除
指控、辩护、原判和文后附录里的引用不查；民事、行政、执行文书中属于另一版本序号的，由条文序号一项报告，此处不重复；款数、项数不能从法律文本确知的条文不查；未注明条号的引用不查。

## Assumptions 假定
所引名称能在名称库中找到；条文的款按自然段计，项按（一）（二）计。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第一条：引用应当准确完整写明条、款、项序号。

## Remedy 怎么改
核对法律文本后更正条、款、项；文书已送达的，以裁定补正。
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.model import Citation
from anjian.law.editions import Text, article_on, editions_until, exists_in, text_on
from anjian.law.titles import titles
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from . import renumbered_article
from .cited import CRIMINAL_LAW, OWN, by_law, first_and_last, is_criminal, provision, provision_en
from .facts_time import acts_from

SCENARIO = Scenario(
    code="LAW201",
    name="article-does-not-exist",
    title=Words("引用的条款项不存在", "The cited provision does not exist"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "1"),),
    certainty="certain",
    severity="major",
    subjects=("any",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per cited provision that the law does not have."""
    day = decided_on(judgment)
    absent = sorted(_absent(judgment, day), key=lambda c: c.start) if day else []
    if day is None or not absent:
        return
    told = set() if is_criminal(judgment) else {f.start for f in renumbered_article.check(judgment)}
    for citation in absent:
        if citation.start in told:
            continue
        cited = provision(citation.article or "", citation.paragraph, citation.item)
        english = provision_en(citation.article or "", citation.paragraph, citation.item)
        has_zh, has_en = _what_there_is(citation, day)
        yield SCENARIO.finding(
            judgment,
            citation,
            f"引用《{citation.title}》{cited}，但{has_zh}。",
            f"{english.capitalize()} of {citation.title} is cited, but {has_en}.",
            expected=has_zh,
            found=cited,
        )


def _absent(judgment: Judgment, day: date) -> Iterator[Citation]:
    """The provisions that no edition has which the court may apply; unknown counts as present."""
    for law, citations in by_law(judgment).items():
        editions = editions_until(CRIMINAL_LAW, day) if law == CRIMINAL_LAW else None
        title, text = "", None
        for citation in citations:
            if not citation.article or citation.role not in OWN:
                continue
            if citation.title != title:
                title = citation.title
                text = text_on(title, editions[-1] if editions else _last_day(title, day))
            lacks = text is not None and _lacks(citation, text)
            if editions is not None and (lacks or not editions):
                lacks = _lacked_by_all(judgment, citation, editions)
            if lacks:
                yield citation


def _lacks(citation: Citation, text: Text) -> bool:
    return exists_in(text, citation.article or "", citation.paragraph, citation.item) is False


def _lacked_by_all(judgment: Judgment, citation: Citation, editions: tuple[date, ...]) -> bool:
    """Whether every one of the editions of the criminal law that the court may apply lacks the provision."""
    texts = (text_on(citation.title, since) for since in _applicable(judgment, editions))
    return all(text is not None and _lacks(citation, text) for text in texts)


def _applicable(judgment: Judgment, days: tuple[date, ...]) -> tuple[date, ...]:
    """The first days of the editions from the crime to the decision; all up to the decision where no day is read."""
    acted = acts_from(judgment)
    before = bisect_right(days, acted) if acted else 0
    return days[before - 1 :] if before else days


def _last_day(title: str, day: date) -> date:
    """The day whose edition counts: that of the decision, or the last one of a law repealed before."""
    end = _end(title)
    return min(day, end) if end else day


@lru_cache(maxsize=4096)
def _end(title: str) -> date | None:
    """The last day of a law that is repealed."""
    spans = titles(title)
    _, until = first_and_last(spans) if spans else (None, None)
    return until - timedelta(days=1) if until else None


def _what_there_is(citation: Citation, day: date) -> tuple[str, str]:
    article = article_on(citation.title, citation.article or "", _last_day(citation.title, day))
    if article is None:
        return "该法没有这一条", "that law has no such article"
    if citation.paragraph and article.paragraphs and citation.paragraph > article.paragraphs:
        return f"该条只有{article.paragraphs}款", f"that article has only {article.paragraphs}"
    return "该处没有这一项", "there is no such item"
