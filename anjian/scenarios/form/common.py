"""What the scenarios on the form of a document share."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Basis

#: The form sheets are guidance whose text is not at hand: named without an article.
FORM_SHEETS = Basis("人民法院裁判文书样式")
#: What publishers put where a name or a number stood.
MASK = re.compile(r"[某×xX＊*Ｘ?？…□■●]|之[一二三四五六七八九]")
_HAN = re.compile(r"[一-龥]+")


def own_end(judgment: Judgment) -> int:
    """Where the court's own text ends, as a plain index: the statute annex is not the court's wording."""
    annex = judgment.cut("annex")
    return annex.start if annex else len(judgment.plain)


def is_criminal(judgment: Judgment) -> bool:
    """Whether a document is of a criminal case."""
    return judgment.title is not None and judgment.title.case_type == "刑事"


def corrected(judgment: Judgment) -> tuple[int, int]:
    """The plain stretch in which a ruling that corrects slips quotes them; empty in any other document."""
    cut = judgment.cut("disposition")
    corrects = any(v.kind == "补正笔误" for v in judgment.verdicts)
    return (cut.start, cut.end) if cut and corrects else (0, 0)


def masked(name: str) -> bool:
    """Whether a name has been masked: 张某, 李某甲, 王×, A."""
    return "某" in name or bool(MASK.search(name)) or not _HAN.fullmatch(name) or name[-1] in "甲乙丙丁戊己庚辛壬癸"


def one_off(one: str, other: str) -> bool:
    """Whether two words of equal length differ in exactly one character, or only in the order of two."""
    if len(one) != len(other) or one == other:
        return False
    apart = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(apart) == 1:
        return True
    return len(apart) == 2 and one[apart[0]] == other[apart[1]] and one[apart[1]] == other[apart[0]]


def places(text: str, word: str, stop: int) -> Iterator[int]:
    """Where a word begins before `stop`, every time."""
    at = text.find(word, 0, stop)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word), stop)
