"""What a result came to: run.json, with the same fields as that of the local engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

import pyspark

from anjian import __version__

from ..run import Plan, Tally
from ..sql import Engine, query


def manifest(engine: Engine, plan: Plan, inputs: Sequence[str], size: int, began: datetime) -> dict[str, Any]:
    """The manifest of a finished job, from the tables `checked`, `linked` and `found`."""
    ((documents, skipped, with_findings),) = engine.rows(query("totals"))
    scenarios: dict[str, dict[str, int]] = {}
    for code, certainty, count in engine.rows(query("tallied")):
        scenarios.setdefault(code, {})[certainty] = count
    return {
        "engine": f"spark {pyspark.__version__}",
        "plan": {
            "pack": __version__,
            "scenarios": [r.scenario.code for r in plan.chosen],
            "certainty": plan.certainty,
            "severity": dict(sorted(plan.severity.items())),
        },
        "paths": list(inputs),
        "bytes": size,
        "began": began.isoformat(timespec="seconds"),
        "ended": datetime.now(UTC).isoformat(timespec="seconds"),
        "documents": documents,
        "with_findings": with_findings,
        "findings": sum(sum(counts.values()) for counts in scenarios.values()),
        "scenarios": scenarios,
        "skipped": {"count": skipped, "reasons": _reasons(engine)},
        "failures": [
            {"scenario": code, "error": error, "documents": count, "example": example}
            for code, error, count, example in engine.rows(query("failures"))
        ],
        "passed_over": {},
    }


def _reasons(engine: Engine) -> list[dict[str, Any]]:
    rows = groupby(engine.rows(query("skipped")), key=lambda row: row[:3])
    return [
        {"reason": zh, "reason_en": en, "count": count, "examples": [row[3] for row in same]}
        for (zh, en, count), same in rows
    ]


def tally_of(told: Mapping[str, Any], began: datetime) -> Tally:
    """The counts of a manifest, as the command prints them."""
    tally = Tally(told["documents"], told["skipped"]["count"], told["with_findings"], told["bytes"])
    tally.began -= (datetime.now(UTC) - began).total_seconds()
    for code, counts in told["scenarios"].items():
        for certainty, count in counts.items():
            tally.certainty[certainty] += count
            tally.scenario[code, certainty] += count
    return tally
