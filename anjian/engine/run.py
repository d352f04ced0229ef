"""Run scenarios over a stream of documents, some dozens in memory at a time, then over what links them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace

from anjian.cases.brief import Brief
from anjian.cases.reading import brief_of
from anjian.documents import Judgment
from anjian.scenarios.base import CERTAINTIES, Certainty, Finding, Severity, stamp
from anjian.scenarios.registry import Registered, scenarios

from .chains import Gathered, Kept
from .check import OnError, at_once, check_chain, check_group, examine_all, given_by
from .inputs import Document, Unreadable
from .inputs.model import unparsed


@dataclass(frozen=True, slots=True)
class Plan:
    """What to check and what to report.

    Findings below `certainty` are dropped; `severity` gives scenarios (by code) another severity than their own.
    It pickles as codes, so that another process runs the scenarios it finds under them itself.
    """

    chosen: tuple[Registered, ...]
    certainty: Certainty = "hint"
    severity: Mapping[str, Severity] = field(default_factory=dict)

    @property
    def across(self) -> tuple[Registered, ...]:
        """The scenarios that look at several documents together."""
        return tuple(r for r in self.chosen if r.across)

    def __reduce__(self) -> tuple[Callable[..., Plan], tuple[object, ...]]:
        codes = tuple(r.scenario.code for r in self.chosen)
        return plan_of, (codes, self.certainty, dict(self.severity))


def plan_of(codes: Iterable[str], certainty: Certainty, severity: Mapping[str, Severity]) -> Plan:
    """The plan that runs the scenarios of these codes. Raises KeyError for a code that there is not."""
    every = scenarios()
    return Plan(tuple(every[code] for code in codes), certainty, severity)


@dataclass(frozen=True, slots=True)
class Checked:
    """A document and its findings in the order of its text.

    `again` marks one that was given before, and now comes with what only several documents together show;
    `marked` says that it had findings of its own then.
    """

    document: Document
    findings: tuple[Finding, ...]
    again: bool = False
    marked: bool = False


OnFailure = Callable[[Registered, Exception, Document], None]


def run(items: Iterable[Document | Unreadable], plan: Plan, on_failure: OnFailure) -> Iterator[Checked | Unreadable]:
    """The findings of each document as it comes; what could not be read is passed on.

    When all have come, those documents come again in which several together show something.
    A scenario that raises on a document is handed to `on_failure` and stops nothing.
    """
    with closing(Gathered(plan.chosen)) as gathered:
        for some in at_once(items, lambda item: len(item.text) if isinstance(item, Document) else 0):
            yield from _checked(some, plan, on_failure, gathered)
        yield from _linked(gathered, plan, on_failure)


def _checked(
    items: Sequence[Document | Unreadable], plan: Plan, on_failure: OnFailure, gathered: Gathered
) -> Iterator[Checked | Unreadable]:
    documents = [item for item in items if isinstance(item, Document)]

    def failed(n: int, registered: Registered, error: Exception) -> None:
        on_failure(registered, error, documents[n])

    examined = iter(examine_all([(d.id, d.text) for d in documents], plan.chosen, failed))
    for item in items:
        yield _gather(item, next(examined), plan, gathered) if isinstance(item, Document) else item


def _gather(
    document: Document, made: tuple[Judgment, list[Finding]] | Exception, plan: Plan, gathered: Gathered
) -> Checked | Unreadable:
    """What is reported of a document; what it may show together with others is kept."""
    if isinstance(made, Exception):
        return _failed(document, made)
    judgment, findings = made
    shown = reported(findings, plan)
    if plan.across:
        try:
            brief = brief_of(judgment, document.id, document.source, document.line)
        except Exception as error:  # the reader is meant never to raise; if it does, the rest must go on
            return _failed(document, error)
        gathered.add(Kept(document, brief, tuple(given_by(findings, plan.chosen)), bool(shown)))
    return Checked(document, shown)


def _linked(gathered: Gathered, plan: Plan, on_failure: OnFailure) -> Iterator[Checked]:
    """The documents that something was found in by looking across them, each once."""
    for found in _across(gathered, plan, on_failure):
        gathered.keep(found)
    for kept, findings in gathered.found():
        shown = reported(stamp(findings, kept.document.id, kept.given), plan)
        if shown:
            yield Checked(kept.document, shown, again=True, marked=kept.marked)


def _across(gathered: Gathered, plan: Plan, on_failure: OnFailure) -> Iterator[list[Finding]]:
    """The findings over each chain and each group."""
    for chain in gathered.chains():
        yield check_chain(chain, plan.across, _tell(chain.briefs[0], on_failure))
    for registered in plan.across:
        for briefs in gathered.groups(registered.scenario.code):
            yield check_group(briefs, registered, _tell(briefs[0], on_failure))


def _tell(first: Brief, on_failure: OnFailure) -> OnError:
    """Hands a failure over with the first of the documents it happened on."""
    return lambda registered, error: on_failure(registered, error, Document(first.document, "", first.source))


def reported(findings: Iterable[Finding], plan: Plan) -> tuple[Finding, ...]:
    """Those findings that the plan reports, as grave as it says."""
    return tuple(_graded(f, plan) for f in findings if at_least(f.certainty, plan.certainty))


def _graded(finding: Finding, plan: Plan) -> Finding:
    severity = plan.severity.get(finding.scenario, finding.severity)
    return finding if severity == finding.severity else replace(finding, severity=severity)


def _failed(document: Document, error: Exception) -> Unreadable:
    reason = unparsed(error)
    return Unreadable(
        document.source,
        document.line,
        f"文书 {document.id} {reason.zh}",
        f"document {document.id} {reason.en}",
        reason.remedy_zh,
        reason.remedy_en,
        document.size,
    )


def at_least(certainty: Certainty, minimum: Certainty) -> bool:
    """Whether a certainty is `minimum` or stronger."""
    return CERTAINTIES.index(certainty) <= CERTAINTIES.index(minimum)


@dataclass(slots=True)
class Tally:
    """What a run has come to: counts of documents and findings, bytes and seconds."""

    documents: int = 0
    unreadable: int = 0
    with_findings: int = 0
    bytes: int = 0
    certainty: Counter[Certainty] = field(default_factory=Counter)
    scenario: Counter[tuple[str, Certainty]] = field(default_factory=Counter)
    began: float = field(default_factory=time.monotonic)

    def add(self, item: Checked | Unreadable) -> None:
        """Count one item."""
        if isinstance(item, Unreadable):
            self.unreadable += 1
            self.bytes += item.size
            return
        if not item.again:
            self.documents += 1
            self.bytes += item.document.size
        self.with_findings += bool(item.findings) and not item.marked
        for finding in item.findings:
            self.certainty[finding.certainty] += 1
            self.scenario[finding.scenario, finding.certainty] += 1

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return self.certainty.total()

    @property
    def seconds(self) -> float:
        """How long the run has taken so far."""
        return time.monotonic() - self.began

    def of(self, code: str) -> int:
        """How many findings a scenario has."""
        return sum(self.scenario[code, certainty] for certainty in CERTAINTIES)

    def reaches(self, minimum: Certainty) -> bool:
        """Whether any finding is `minimum` or stronger."""
        return any(count and at_least(certainty, minimum) for certainty, count in self.certainty.items())
