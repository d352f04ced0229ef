"""What a result came to: the counts of run.json, the same whatever engine made it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .run import Tally

if TYPE_CHECKING:
    from .sql import Engine


def counted(engine: Engine) -> dict[str, Any]:
    """Documents, documents with findings, findings, findings by scenario and certainty, and how many were skipped.

    From the tables `checked` and `found`.
    """
    from .sql import query  # DuckDB, which the workers do without

    ((documents, skipped, with_findings),) = engine.rows(query("totals"))
    scenarios: dict[str, dict[str, int]] = {}
    for code, certainty, count in engine.rows(query("tallied")):
        scenarios.setdefault(code, {})[certainty] = count
    return {
        "documents": documents,
        "with_findings": with_findings,
        "findings": sum(sum(counts.values()) for counts in scenarios.values()),
        "scenarios": scenarios,
        "skipped": skipped,
    }


def tally_of(found: Mapping[str, Any], seconds: float) -> Tally:
    """The counts of a manifest, as the command prints them."""
    tally = Tally(found["documents"], found["skipped"]["count"], found["with_findings"], found["bytes"])
    tally.began -= seconds
    for code, counts in found["scenarios"].items():
        for certainty, count in counts.items():
            tally.certainty[certainty] += count
            tally.scenario[code, certainty] += count
    return tally
