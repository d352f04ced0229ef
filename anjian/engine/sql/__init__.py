"""The relational half, written once: one query a file, in the SQL of DuckDB; `spark.dialect` renders it for Spark.

What the queries read: `checked` (rows of `batch.RESULT` with `part` and `place`, the order of arrival) for linking;
`findings` and `documents` (the two folders of a result) for the reports.
"""

from .chains import relate
from .duck import Duck
from .queries import LINKING, PUBLISHING, REPORTS, Engine, query

__all__ = ["LINKING", "PUBLISHING", "REPORTS", "Duck", "Engine", "query", "relate"]
