"""Numbers of criminal procedure with their dates: periods, ceilings, ages, sizes of panels."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from .dated import Spans, day, read_table

#: The last day that every month has.
_EVERY_MONTH = 28


@dataclass(frozen=True, slots=True)
class Limit:
    """One number of procedure over the days it holds. `unit` 日 月 年 周岁 人; `law`, `article` its provision."""

    name: str
    value: Decimal
    unit: str
    since: date | None
    until: date | None
    law: str
    article: str

    def after(self, start: date) -> date:
        """The last day of a period of this length that begins the day after START.

        Months run to the same-numbered day (the last of a shorter month); half a month is 15 days.
        Raises OverflowError beyond the calendar.
        """
        if self.unit == "日":
            return start + timedelta(days=int(self.value))
        months = self.value * 12 if self.unit == "年" else self.value
        return add_months(start, int(months)) + timedelta(days=15 if months % 1 else 0)


def add_months(start: date, months: int) -> date:
    """The same-numbered day that many months later, or the last day of a shorter month."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if year > date.max.year:
        raise OverflowError(f"{start} + {months} months")
    if start.day <= _EVERY_MONTH:
        return date(year, month + 1, start.day)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def limit_on(name: str, on: date) -> Limit | None:
    """The number as it stood on that day; None where the table does not reach."""
    found = _table().get(name)
    return found.on(on) if found else None


@cache
def _table() -> dict[str, Spans[Limit]]:
    found: dict[str, list[Limit]] = {}
    for row in read_table("limits"):
        limit = Limit(
            row["limit"],
            Decimal(row["value"]),
            row["unit"],
            day(row["since"]),
            day(row["until"]),
            row["law"],
            row["article"],
        )
        found.setdefault(limit.name, []).append(limit)
    return {name: Spans((x.since, x.until, x) for x in limits) for name, limits in found.items()}
