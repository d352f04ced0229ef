"""Check one document against scenarios."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from anjian.documents import read
from anjian.scenarios.base import Finding, stamp, subjects_of
from anjian.scenarios.registry import Registered


def check_text(
    text: str,
    document: str,
    chosen: Iterable[Registered],
    on_error: Callable[[Registered, Exception], None] | None = None,
) -> list[Finding]:
    """The findings of one document, in the order of its text.

    A scenario that fails is handed to `on_error` and does not stop the others; without `on_error`
    its exception is raised.
    """
    judgment = read(text)
    subjects = subjects_of(judgment)
    findings: list[Finding] = []
    for registered in chosen:
        if subjects.isdisjoint(registered.scenario.subjects):
            continue
        try:
            findings.extend(registered.check(judgment))
        except Exception as error:
            if on_error is None:
                raise
            on_error(registered, error)
    return stamp(findings, document)
