"""The queries of `anjian.engine.sql` in the words of Spark."""

from __future__ import annotations

from functools import cache

from sqlglot import exp, parse_one


@cache
def in_spark(sql: str) -> str:
    """A query of DuckDB as Spark takes it."""
    return parse_one(sql, read="duckdb").transform(_json_lists).sql("spark", comments=False)


def _json_lists(node: exp.Expr) -> exp.Expr:
    """`json_extract_string(x, '$[7][*][0]')`, the first items of the lists in a list, which Spark takes apart wrongly.

    Of a list with one member get_json_object gives the member, not a list of one.
    """
    if not isinstance(node, exp.JSONExtractScalar):
        return node
    path = node.expression.sql("duckdb").strip("'")
    lists, star, item = path.partition("[*]")
    if not star:
        return node
    found = f"get_json_object({node.this.sql('spark')}, '{lists}')"
    return parse_one(f"transform(from_json({found}, 'array<array<string>>'), x -> x{item})", read="spark")
