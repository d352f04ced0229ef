"""What a document cites, by law: shared by the scenarios of this family."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model import Citation, Place
from anjian.documents.numerals import han
from anjian.law.titles import Title, resolve

CRIMINAL_LAW = "刑法"
CRIMINAL_PROCEDURE = "刑事诉讼法"
#: The roles in which the court itself speaks, not the prosecution, a lower court or the annex.
OWN = ("basis", "argument")


def is_criminal(judgment: Judgment) -> bool:
    """Whether the document is of a criminal case."""
    return bool(judgment.title and judgment.title.case_type == "刑事")


@once
def by_law(judgment: Judgment) -> dict[str | None, list[Citation]]:
    """The citations in order by the law (canonical name) they name; None for what the register does not hold."""
    found: dict[str | None, list[Citation]] = {}
    for citation in judgment.citations:
        found.setdefault(resolve(citation.title), []).append(citation)
    return found


def cited(judgment: Judgment, law: str, roles: tuple[str, ...] = ("basis",)) -> list[Citation]:
    """The citations of one law (canonical name) in the given roles."""
    return [c for c in by_law(judgment).get(law, ()) if c.role in roles]


@once
def basis_places(judgment: Judgment) -> list[Citation]:
    """The first citation at each place of the section of the basis where a title stands."""
    found: dict[Place, Citation] = {}
    last = None
    for citation in judgment.citations:
        place = citation.title_place
        if citation.section == "basis" and place is not None and place is not last:
            found.setdefault(place, citation)
            last = place
    return list(found.values())


@once
def basis_titles(judgment: Judgment) -> list[Citation]:
    """The first citation of each title in the section of the basis."""
    found: dict[str, Citation] = {}
    for citation in judgment.citations:
        if citation.section == "basis" and citation.title not in found:
            found[citation.title] = citation
    return list(found.values())


def first_and_last(spans: Iterable[Title]) -> tuple[date | None, date | None]:
    """The first day in force and the first day no longer, of all spans of a title; None where one is not known."""
    starts, ends = zip(*((t.since, t.until) for t in spans), strict=True)
    return _all_known(starts, min), _all_known(ends, max)


def _all_known(days: tuple[date | None, ...], best: Callable[[list[date]], date]) -> date | None:
    known = [day for day in days if day]
    return best(known) if len(known) == len(days) else None


def articles(judgment: Judgment, law: str, roles: tuple[str, ...] = ("basis",)) -> frozenset[str]:
    """The article numbers of one law cited in the given roles."""
    known = _known_articles(judgment)
    if (law, roles) not in known:
        known[law, roles] = _articles(judgment, law, roles)
    return known[law, roles]


@once
def _known_articles(_: Judgment) -> dict[tuple[str, tuple[str, ...]], frozenset[str]]:
    """What `articles` has found in a judgment."""
    return {}


def _articles(judgment: Judgment, law: str, roles: tuple[str, ...]) -> frozenset[str]:
    return frozenset([c.article for c in by_law(judgment).get(law, ()) if c.role in roles and c.article])


def provision(article: str, paragraph: int | None = None, item: int | None = None) -> str:
    """第一百三十三条之一第一款第（二）项 for ("133-1", 1, 2)."""
    number, _, inserted = article.partition("-")
    out = f"第{han(int(number))}条" + (f"之{han(int(inserted))}" if inserted else "")
    out += f"第{han(paragraph)}款" if paragraph else ""
    return out + (f"第（{han(item)}）项" if item else "")


def provision_en(article: str, paragraph: int | None = None, item: int | None = None) -> str:
    """Article 133-1, paragraph 1, item 2 for ("133-1", 1, 2)."""
    parts = [f"article {article}"]
    parts += [f"paragraph {paragraph}"] if paragraph else []
    parts += [f"item {item}"] if item else []
    return ", ".join(parts)
