"""Check one document, or a few documents together, against scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from anjian.cases.brief import Brief
from anjian.cases.chains import Chain, link
from anjian.cases.reading import brief_of
from anjian.documents import Judgment, read
from anjian.scenarios.base import Finding, Given, stamp, subjects_of
from anjian.scenarios.registry import Registered, nothing

OnError = Callable[[Registered, Exception], None]
#: The like with the place of the document among those examined together.
OnFailed = Callable[[int, Registered, Exception], None]
_AT_ONCE, _AT_ONCE_CHARACTERS = 64, 400_000
T = TypeVar("T")


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
    on_failed = (lambda _, registered, error: on_error(registered, error)) if on_error else None
    (made,) = examine_all([(document, text)], chosen, on_failed, gated=gated)
    if isinstance(made, Exception):
        raise made
    return made


def at_once(items: Iterable[T], characters: Callable[[T], int]) -> Iterator[list[T]]:
    """The items, as many at a time as are best examined together, by the characters of each."""
    some: list[T] = []
    length = 0
    for item in items:
        some.append(item)
        length += characters(item)
        if len(some) == _AT_ONCE or length > _AT_ONCE_CHARACTERS:
            yield some
            some, length = [], 0
    if some:
        yield some


def examine_all(
    documents: Sequence[tuple[str, str]],
    chosen: Iterable[Registered],
    on_failed: OnFailed | None = None,
    *,
    gated: bool = True,
) -> list[tuple[Judgment, list[Finding]] | Exception]:
    """Some documents (id, text) as `examine` gives each; in the place of one that cannot be read, why.

    Each scenario looks at all of them before the next one does: its code and tables stay in the processor's cache,
    which makes the check of some dozens a third faster than one by one. All of them are in memory at a time.
    """
    scenarios = tuple(chosen)
    made = [_read(text) for _, text in documents]
    found: list[list[Finding]] = [[] for _ in made]
    for subjects, members in _by_subjects(made).items():
        for registered, needs in _apt(scenarios, subjects):
            for n, judgment in members:
                if gated and any(map(judgment.present.isdisjoint, needs)):
                    continue
                try:
                    for finding in registered.check(judgment):
                        found[n].append(finding)
                except Exception as error:
                    if on_failed is None:
                        raise
                    on_failed(n, registered, error)
    return [
        one if isinstance(one, Exception) else (one, stamp(findings, name))
        for one, findings, (name, _) in zip(made, found, documents, strict=True)
    ]


def _read(text: str) -> Judgment | Exception:
    try:
        judgment = read(text)
        subjects_of(judgment)
    except Exception as error:  # the reader is meant never to raise
        return error
    return judgment


def _by_subjects(made: Sequence[Judgment | Exception]) -> dict[frozenset[str], list[tuple[int, Judgment]]]:
    """The documents of each kind with their numbers."""
    out: dict[frozenset[str], list[tuple[int, Judgment]]] = {}
    for n, judgment in enumerate(made):
        if isinstance(judgment, Judgment):
            out.setdefault(subjects_of(judgment), []).append((n, judgment))
    return out


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
        if on_error is None:
            raise
        on_error(registered, error)
    return out
