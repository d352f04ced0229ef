"""Check one document, or a few documents together, against scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from anjian.cases.brief import Brief
from anjian.cases.chains import Chain, link
from anjian.cases.reading import brief_of
from anjian.documents import Judgment, read
from anjian.scenarios.base import Finding, Given, stamp, subjects_of
from anjian.scenarios.registry import Registered, nothing

OnError = Callable[[Registered, Exception], None]


def check_text(
    text: str, document: str, chosen: Iterable[Registered], on_error: OnError | None = None, *, gated: bool = True
) -> list[Finding]:
    """The findings of one document, in the order of its text.

    A scenario that fails is handed to `on_error` and does not stop the others; without `on_error`
    its exception is raised. Without `gated` every check runs, also where it can find nothing: same findings, later.
    """
    return examine(text, document, chosen, on_error, gated=gated)[1]


def examine(
    text: str, document: str, chosen: Iterable[Registered], on_error: OnError | None = None, *, gated: bool = True
) -> tuple[Judgment, list[Finding]]:
    """A document read, and its findings as `check_text` gives them."""
    judgment = read(text)
    findings: list[Finding] = []
    present = judgment.present
    for registered, needs in _apt(tuple(chosen), subjects_of(judgment)):
        if gated and any(map(present.isdisjoint, needs)):
            continue
        try:
            for finding in registered.check(judgment):
                findings.append(finding)
        except Exception as error:
            _failed(registered, error, on_error)
    return judgment, stamp(findings, document)


@lru_cache(maxsize=64)
def _apt(
    chosen: tuple[Registered, ...], subjects: frozenset[str]
) -> tuple[tuple[Registered, tuple[frozenset[int], ...]], ...]:
    """Those of the scenarios that look at single documents of this kind, with the anchors each needs."""
    apt = (r for r in chosen if r.check is not nothing and not subjects.isdisjoint(r.scenario.subjects))
    return tuple((r, tuple(words.numbers for words in r.needs)) for r in apt)


def check_set(documents: Sequence[tuple[str, str]], chosen: Sequence[Registered]) -> list[Finding]:
    """The findings of a few documents (id, text) checked together, in their order; what only the set shows last."""
    briefs, out, given = [], [], {}
    for document, text in documents:
        judgment, findings = examine(text, document, chosen)
        briefs.append(brief_of(judgment, document))
        given[document] = given_by(findings, chosen)
        out += findings
    found = [f for chain in link(briefs) for f in check_chain(chain, chosen)]
    for registered in chosen:
        groups: dict[str, list[Brief]] = {}
        for brief in briefs:
            if registered.group and (key := registered.group(brief)):
                groups.setdefault(key, []).append(brief)
        found += [f for group in groups.values() if len(group) > 1 for f in check_group(group, registered)]
    for document, _ in documents:
        out += stamp([f for f in found if f.document == document], document, given[document])
    return out


def check_chain(chain: Chain, chosen: Iterable[Registered], on_error: OnError | None = None) -> list[Finding]:
    """The findings over a chain; each names its document and has no id yet (see `stamp`)."""
    out: list[Finding] = []
    for registered in chosen:
        if registered.check_chain:
            out += _found(registered, registered.check_chain(chain), on_error)
    return out


def check_group(briefs: Sequence[Brief], registered: Registered, on_error: OnError | None = None) -> list[Finding]:
    """The findings of a scenario over one of its groups, like those of `check_chain`."""
    return _found(registered, registered.check_group(briefs), on_error) if registered.check_group else []


def given_by(findings: Iterable[Finding], chosen: Iterable[Registered]) -> list[Given]:
    """Those findings of one document that a check across documents might make once more."""
    codes = {r.scenario.code for r in chosen if r.across}
    return [(f.scenario, f.quote, f.start, f.end) for f in findings if f.scenario in codes]


def _found(registered: Registered, findings: Iterator[Finding], on_error: OnError | None) -> list[Finding]:
    """All the findings of one check. What it found before it failed counts."""
    out: list[Finding] = []
    try:
        for finding in findings:
            out.append(finding)
    except Exception as error:
        _failed(registered, error, on_error)
    return out


def _failed(registered: Registered, error: Exception, on_error: OnError | None) -> None:
    if on_error is None:
        raise error
    on_error(registered, error)
