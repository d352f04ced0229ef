"""What a scenario is and what it finds: the one shape of a finding everywhere."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Literal

from anjian import __version__
from anjian.cases.brief import Brief, Mark
from anjian.cases.chains import Chain
from anjian.documents import Judgment
from anjian.documents.frozen import frozen
from anjian.documents.model import Place
from anjian.documents.numerals import han

Certainty = Literal["certain", "likely", "hint"]
Severity = Literal["major", "minor", "format"]
CERTAINTIES: tuple[Certainty, ...] = ("certain", "likely", "hint")
SEVERITIES: tuple[Severity, ...] = ("major", "minor", "format")

#: Chinese and English names of the families, in the order of the house.
FAMILIES = {
    "penalty": ("刑罚", "Penalty"),
    "application": ("法律适用", "Application of law"),
    "procedure": ("程序", "Procedure"),
    "evidence": ("事实证据", "Facts and evidence"),
    "civil": ("民事行政执行", "Money and claims"),
    "form": ("文书", "Form of the document"),
    "publication": ("公开", "Publication"),
    "linked": ("关联", "Across documents"),
}


@frozen()
class Words:
    """A text for people, Chinese first."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Basis:
    """The provision a scenario rests on; `article` "133-1" is 第一百三十三条之一.

    `since` and `until` bound the days for which this very provision is the basis.
    """

    law: str
    article: str | None = None
    paragraph: int | None = None
    item: int | None = None
    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        out = f"《{self.law}》"
        if self.article:
            number, _, inserted = self.article.partition("-")
            out += f"第{han(int(number))}条" + (f"之{han(int(inserted))}" if inserted else "")
        if self.paragraph:
            out += f"第{han(self.paragraph)}款"
        if self.item:
            out += f"第（{han(self.item)}）项"
        return out


@frozen(kw_only=True)
class Finding:
    """Something in a document that gives a reason to look (疑点). Never a verdict.

    `start, end` are code points of the document's text as given and `quote` is exactly
    `text[start:end]`. `finding` and `document` are set by the engine.
    """

    scenario: str
    name: str
    title: Words
    family: str
    certainty: Certainty
    severity: Severity
    message: Words
    quote: str
    start: int
    end: int
    expected: str | None
    found: str | None
    basis: tuple[Basis, ...]
    case_number: str | None
    court: str | None
    decision_date: date | None
    document: str = ""
    finding: str = ""
    pack: str = __version__


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One thing that can be wrong in one document: its metadata and its check.

    `certainty` is the highest a finding may claim. `subjects` says what is checked: any, criminal,
    criminal-first, criminal-second (see `subjects_of`). `status` preview → stable → deprecated → removed; an
    indicator classifies what is no defect by itself and, like a preview, runs only when it is named.
    """

    code: str
    name: str
    title: Words
    family: str
    basis: tuple[Basis, ...]
    certainty: Certainty
    severity: Severity
    subjects: tuple[str, ...]
    status: str = "stable"
    since: str = "0.1.0"

    def finding(
        self,
        judgment: Judgment,
        place: Place,
        zh: str,
        en: str,
        *,
        expected: str | None = None,
        found: str | None = None,
        certainty: Certainty | None = None,
        basis: tuple[Basis, ...] | None = None,
    ) -> Finding:
        """A finding of this scenario at a place of the judgment; the rest is filled in from both."""
        number, court, decided = judgment.case_number, judgment.court, judgment.decided
        return Finding(
            scenario=self.code,
            name=self.name,
            title=self.title,
            family=self.family,
            certainty=certainty or self.certainty,
            severity=self.severity,
            message=Words(zh, en),
            quote=judgment.text[place.start : place.end],
            start=place.start,
            end=place.end,
            expected=expected,
            found=found,
            basis=self.basis if basis is None else basis,
            case_number=number.text if number else None,
            court=court.name if court else None,
            decision_date=decided.value if decided else None,
        )

    def linked(
        self,
        brief: Brief,
        mark: Mark,
        zh: str,
        en: str,
        *,
        expected: str | None = None,
        found: str | None = None,
        certainty: Certainty | None = None,
        basis: tuple[Basis, ...] | None = None,
    ) -> Finding:
        """A finding across documents, in the words of the one that `brief` is of."""
        return Finding(
            scenario=self.code,
            name=self.name,
            title=self.title,
            family=self.family,
            certainty=certainty or self.certainty,
            severity=self.severity,
            message=Words(zh, en),
            quote=mark.words,
            start=mark.start,
            end=mark.end,
            expected=expected,
            found=found,
            basis=self.basis if basis is None else basis,
            case_number=brief.number,
            court=brief.court,
            decision_date=brief.decided,
            document=brief.document,
        )


#: Statuses of scenarios that run only when chosen by their own code or name.
ON_REQUEST = ("preview", "indicator")

#: The kinds of case in the words scenarios are selected by.
KINDS = {
    "刑事": "criminal",
    "民事": "civil",
    "行政": "administrative",
    "执行": "enforcement",
    "赔偿": "compensation",
}

Check = Callable[[Judgment], Iterator[Finding]]
#: Checks the documents of one dispute.
ChainCheck = Callable[[Chain], Iterator[Finding]]
#: The key of the group a document is compared in, or None; and the check of one group, documents in order of arrival.
GroupKey = Callable[[Brief], str | None]
GroupCheck = Callable[[Sequence[Brief]], Iterator[Finding]]


def decided_on(judgment: Judgment) -> date | None:
    """The day of the decision, where the document gives a real one."""
    return judgment.decided.value if judgment.decided else None


def subjects_of(judgment: Judgment) -> frozenset[str]:
    """What a document is, in the words scenarios are selected by."""
    kind = judgment.title.case_type if judgment.title else None
    word = KINDS.get(kind or "")
    return _subjects(word, judgment.instance) if word else frozenset({"any"})


@lru_cache(maxsize=64)
def _subjects(word: str, instance: str | None) -> frozenset[str]:
    return frozenset({"any", word, f"{word}-{instance}"})


#: What of a finding stays when it is stamped, and how to get it.
_KEPT = tuple(f.name for f in fields(Finding) if f.name not in ("document", "finding"))
_kept = attrgetter(*_KEPT)
#: A finding given before: scenario, quote, start and end.
Given = tuple[str, str, int, int]


def stamp(findings: Sequence[Finding], document: str, given: Sequence[Given] = ()) -> list[Finding]:
    """The findings of one document with their ids, in the order of the text, doubles dropped.

    The id is a hash of document, scenario and quote (and the how-manieth such quote), so that it
    stays the same when other parts of the document change. `given` are findings of the document that were
    given before: what the same scenario says of the same place is not said again.
    """
    out: list[Finding] = []
    if not findings:
        return out
    seen: dict[tuple[str, str], int] = {}
    places: set[tuple[str, int, int, str]] = set()
    for code, quote, *_ in given:
        seen[code, quote] = seen.get((code, quote), 0) + 1
    told = {(code, start, end) for code, _, start, end in given}
    for f in sorted(findings, key=lambda f: (f.start, f.end, f.scenario, f.message.zh)):
        where = (f.scenario, f.start, f.end, f.message.zh)
        if where in places or where[:3] in told:
            continue
        places.add(where)
        nth = seen[f.scenario, f.quote] = seen.get((f.scenario, f.quote), 0) + 1
        key = "\x00".join((document, f.scenario, f.quote, str(nth)))
        digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        out.append(Finding(**dict(zip(_KEPT, _kept(f), strict=True)), document=document, finding=digest))
    return out
