"""Which remedy a civil, administrative or enforcement decision has, and what its notice says of it."""

from __future__ import annotations

import re

from anjian.documents import Judgment
from anjian.documents.model import Appeal, Place

#: Rulings of first instance that can be appealed (the reader's kinds of verdicts).
APPEALABLE = frozenset(("不予受理", "不予立案", "驳回起诉", "驳回管辖异议"))
#: Rulings of first instance that cannot.
UNAPPEALABLE = frozenset((
    "准许撤诉", "按撤诉处理", "中止诉讼", "终结诉讼", "财产保全", "解除保全", "先予执行", "补正笔误",
))  # fmt: skip
#: Those of which one may ask this court to think again.
RECONSIDERED = frozenset(("财产保全", "先予执行"))
_DENIED = re.compile(r"(?:不得|不能|不准|无权|不可|不可以)(?:提起|提出)?上诉")


def kinds(judgment: Judgment) -> frozenset[str]:
    """What the decision does, by the reader's kinds."""
    return frozenset(v.kind for v in judgment.verdicts)


def appeal_denied(judgment: Judgment, appeal: Appeal) -> bool:
    """Whether the words read as a notice of appeal say that there is none."""
    start, end = judgment.plain_span(appeal)
    return _DENIED.search(judgment.plain, max(start - 20, 0), end) is not None


def opening_of(judgment: Judgment, appeal: Appeal) -> Place:
    """The first words of the notice."""
    start, end = judgment.plain_span(appeal)
    stop = judgment.plain.find("，", start, end)
    return judgment.place(start, stop if stop > start else min(start + 8, end))
