"""What several scenarios of procedure ask of a civil or administrative document."""

from __future__ import annotations

import re
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Party
from anjian.scenarios.base import Basis

CIVPL = "中华人民共和国民事诉讼法"
ADMPL = "中华人民共和国行政诉讼法"
INTERPRETATION = "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释"
LAY_JUDGES = "中华人民共和国人民陪审员法"
#: First days of editions of the laws of procedure and of the interpretation.
EDITION_2012 = date(2013, 1, 1)
INTERPRETED = date(2015, 2, 4)
ADMINISTRATIVE_2014 = date(2015, 5, 1)
LAY_JUDGES_2018 = date(2018, 4, 27)
EDITION_2021 = date(2022, 1, 1)

#: The laws of procedure before the editions whose numbers are known.
EARLIER_CIVPL = Basis(CIVPL, until=EDITION_2012)
EARLIER_ADMPL = Basis(ADMPL, until=ADMINISTRATIVE_2014)

#: Cases of special procedures, which a number of an ordinary case may hide.
_SPECIAL_CAUSE = re.compile(
    r"宣告|认定|公示催告|司法确认|确认调解协议|实现担保物权|选民|特别程序|支付令|督促|保护令|监护|仲裁|破产|清算|承认"
)
_REMANDED = re.compile(r"发回[^，。；]{0,24}?(?:重新审判|重新审理|重审)")
#: What only a court of appeal does.
_APPELLATE = frozenset(("驳回上诉", "准许撤回上诉", "按自动撤回上诉", "维持", "撤销", "改判", "发回重审"))
_PUBLIC_INTEREST = "公益诉讼"
_ABROAD = re.compile(r"香港|澳门|台湾|台胞|港澳|国籍|护照|境外|外国|涉外|领域内没有住所|领域内无住所|英属|群岛")


def civil_law(old: str, new: str, paragraph: int | None = None) -> tuple[Basis, Basis]:
    """One provision of the civil procedure law under its numbers of 2012 and 2021, the later edition's the same."""
    return (
        Basis(CIVPL, old, paragraph, since=EDITION_2012, until=EDITION_2021),
        Basis(CIVPL, new, paragraph, since=EDITION_2021),
    )


def field(judgment: Judgment) -> str | None:
    """民事, 行政, 执行, 赔偿 or 刑事, by the title."""
    return judgment.title.case_type if judgment.title else None


def document_type(judgment: Judgment) -> str | None:
    """判决书, 裁定书, 决定书 …, by the title."""
    return judgment.title.document_type if judgment.title else None


def special_cause(judgment: Judgment) -> bool:
    """Whether the case is, or may be, one of a special procedure in spite of its number."""
    course = judgment.course
    if course and course.procedure in ("特别", "督促", "公示催告"):
        return True
    if any(p.role in ("申请人", "被申请人") for p in judgment.parties):
        return True
    return judgment.cause is not None and _SPECIAL_CAUSE.search(judgment.cause.name) is not None


def small_claims(judgment: Judgment) -> bool:
    """Whether the text names the small-claims procedure as the one used."""
    return judgment.course is not None and judgment.course.procedure == "小额诉讼"


def remanded_here(judgment: Judgment) -> bool:
    """Whether this very case was sent back to this court for a new trial."""
    course = judgment.course
    if course is None or not course.remanded:
        return False
    start, end = judgment.plain_span(course)
    return any(
        "本院" in judgment.plain[max(m.start() - 60, start) : m.end()]
        for m in _REMANDED.finditer(judgment.plain, start, end)
    )


def public_interest(judgment: Judgment) -> bool:
    """Whether the title or the cause names an action in the public interest."""
    title, cause = judgment.title, judgment.cause
    head = judgment.plain[: judgment.plain_span(title)[1]] if title else ""
    return _PUBLIC_INTEREST in head or (cause is not None and _PUBLIC_INTEREST in cause.name)


def touches_abroad(judgment: Judgment) -> bool:
    """Whether a party lives, or a word of the document points, outside the mainland."""
    if judgment.appeal and judgment.appeal.foreign_days:
        return True
    end = judgment.cut("basis") or judgment.cut("disposition")
    return _ABROAD.search(judgment.plain, 0, end.start if end else len(judgment.plain)) is not None


def stage(judgment: Judgment) -> str | None:
    """The instance by what the parties are called and what the decision does, else as the case number has it."""
    appellant = any(p.role in ("上诉人", "被上诉人") for p in judgment.parties)
    if judgment.instance == "first" and appellant and any(v.kind in _APPELLATE for v in judgment.verdicts):
        return "second"
    return judgment.instance


def side(party: Party) -> str | None:
    """原告 or 被告 at first instance, by the role or else the former one; None for anybody else."""
    for words in (party.role, party.former_role or ""):
        for part in re.split("[、，]", words):
            if part.endswith("原告"):
                return "原告"
            if part.endswith("被告"):
                return "被告"
    return None
