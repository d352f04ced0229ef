"""What a result came to: run.json, with the same fields as that of the local engine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import groupby
from typing import Any

import pyspark

from anjian import __version__

from ..counts import counted
from ..run import Plan
from ..sql import Engine, query


def manifest(engine: Engine, plan: Plan, inputs: Sequence[str], size: int, began: datetime) -> dict[str, Any]:
    """The manifest of a finished job, from the tables `checked`, `linked` and `found`."""
    counts = counted(engine)
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
        **counts,
        "skipped": {"count": counts["skipped"], "reasons": _reasons(engine)},
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
