"""The provisions this family rests on, each with the days it was the one in force."""

from __future__ import annotations

from datetime import date

from anjian.documents import Judgment
from anjian.scenarios.base import Basis

INTERPRETATION = "最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释"
PROCEDURE = "中华人民共和国刑事诉讼法"
CIVIL_PROCEDURE = "中华人民共和国民事诉讼法"
CRIMINAL_LAW = "中华人民共和国刑法"
SURRENDER = "最高人民法院关于处理自首和立功具体应用法律若干问题的解释"
_OLD, _NEW, _LAW = date(2013, 1, 1), date(2021, 3, 1), date(2018, 10, 26)

#: A judgment gives its reasons and reflects both sides.
REASONS = (Basis(INTERPRETATION, "246", since=_OLD, until=_NEW), Basis(INTERPRETATION, "300", since=_NEW))
#: The like for a civil judgment: what it has to contain.
CIVIL_REASONS = (
    Basis(CIVIL_PROCEDURE, "152", since=date(2013, 1, 1), until=date(2022, 1, 1)),
    Basis(CIVIL_PROCEDURE, "155", since=date(2022, 1, 1)),
)
#: What a first-instance judgment decides; item 2: another crime than alleged.
CHANGED_CHARGE = (
    Basis(INTERPRETATION, "241", paragraph=1, item=2, since=_OLD, until=_NEW),
    Basis(INTERPRETATION, "295", paragraph=1, item=2, since=_NEW),
)
EVERYONE_JUDGED = (
    Basis(PROCEDURE, "200", since=_LAW),
    Basis(INTERPRETATION, "241", since=_OLD, until=_NEW),
    Basis(INTERPRETATION, "295", since=_NEW),
)
#: A confession alone convicts nobody.
MORE_THAN_CONFESSION = (Basis(PROCEDURE, "55", since=_LAW),)
#: Questions for a specialist are put to an expert.
EXPERTISE = (Basis(PROCEDURE, "146", since=_LAW),)


def reasons(judgment: Judgment) -> tuple[Basis, ...]:
    """What a judgment of its kind has to contain; administrative cases follow the civil rule."""
    return REASONS if judgment.title is None or judgment.title.case_type in (None, "刑事") else CIVIL_REASONS
