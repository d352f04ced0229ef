"""run.json: what was checked and how, and what it came to."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..counts import counted
from .linking import quoted
from .tasks import Listed
from .work import Work
from .worker import PASSED_OVER

if TYPE_CHECKING:
    import duckdb

_EXAMPLES = 3
_REASONS = 1000
_SKIPPED = rf"""
select if(count(*) = 1, min(skipped), kind) as reason, if(count(*) = 1, min(skipped_en), kind_en) as reason_en,
  count(*) as count, list(distinct coalesce(document, source) order by coalesce(document, source))[:{_EXAMPLES}]
    as examples
from (
  select document, source, part, place, skipped, skipped_en,
    regexp_replace(skipped, '^第 \d+ ', '第 … ') as kind,
    regexp_replace(skipped_en, '^(line|record) \d+', '\1 …') as kind_en
  from checked where skipped is not null
) as told
group by kind, kind_en order by count desc, min(part), min(place) limit {_REASONS}
"""
_PASSED_OVER = "select decode(value) from parquet_kv_metadata('{folder}/*.parquet') where decode(key) = '{name}'"


def manifest(
    work: Work,
    base: duckdb.DuckDBPyConnection,
    plan: Mapping[str, Any],
    listed: Listed,
    paths: Sequence[str],
    began: str,
) -> dict[str, Any]:
    """The manifest of a finished check; all of it but the times is the same for the same input."""
    from ..sql import Duck, query  # DuckDB, which the workers do without

    counts = counted(Duck(base))
    return {
        "engine": "local",
        "plan": plan,
        "paths": list(paths),
        "bytes": listed.bytes,
        "began": began,
        "ended": datetime.now(UTC).isoformat(timespec="seconds"),
        **counts,
        "skipped": {"count": counts["skipped"], "reasons": _records(base, _SKIPPED)},
        "failures": _records(base, query("failures")),
        "passed_over": _passed_over(work, base, listed),
    }


def _records(base: duckdb.DuckDBPyConnection, sql: str) -> list[dict[str, Any]]:
    rows = base.execute(sql)
    names = [column[0] for column in rows.description or ()]
    return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]


def _passed_over(work: Work, base: duckdb.DuckDBPyConnection, listed: Listed) -> dict[str, int]:
    """The files passed over, by suffix: those seen by their names, and tables that turned out to have no texts."""
    out = Counter(listed.passed_over)
    sql = _PASSED_OVER.format(folder=quoted(work.parts), name=PASSED_OVER)
    for (text,) in base.execute(sql).fetchall():
        out.update(json.loads(text))
    return dict(sorted(out.items()))
