"""What a document cites, by law: shared by the scenarios of this family."""

from __future__ import annotations

from anjian.documents import Judgment
from anjian.documents.model import Citation
from anjian.documents.numerals import han
from anjian.law.titles import resolve

CRIMINAL_LAW = "刑法"
CRIMINAL_PROCEDURE = "刑事诉讼法"
#: The roles in which the court itself speaks, not the prosecution, a lower court or the annex.
OWN = ("basis", "argument")


def is_criminal(judgment: Judgment) -> bool:
    """Whether the document is of a criminal case."""
    return bool(judgment.title and judgment.title.case_type == "刑事")


def cited(judgment: Judgment, law: str, roles: tuple[str, ...] = ("basis",)) -> list[Citation]:
    """The citations of one law (canonical name) in the given roles."""
    return [c for c in judgment.citations if c.role in roles and resolve(c.title) == law]


def articles(judgment: Judgment, law: str, roles: tuple[str, ...] = ("basis",)) -> frozenset[str]:
    """The article numbers of one law cited in the given roles."""
    return frozenset(c.article for c in cited(judgment, law, roles) if c.article)


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
