"""The most interest a court grants on a private loan (民间借贷), by the days of filing, contract and decision.

`loan_caps.csv`, one row a rule: filed_since/until (day the first instance accepted the case), contract_since/until,
decided_since/until (what the rule reaches; empty: any), since/until (the days of interest it governs), then percent
a year, or multiple and index with index_day (the day whose value counts: 合同成立 or 起诉); void_above (per cent above
which even what was paid can be had back); law, article, zh and en (the reason in words), source, checked_on.
The caps reach interest for late payment, and that together with 违约金 and other charges (2015 arts 29, 30; 2020 arts
28, 29). They do not reach loans of licensed lenders (2020 art. 1, and the seven local kinds of the reply of 2021).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from .dated import Row, day, in_force, read_table
from .lpr import lpr


class Cap(Struct, frozen=True):
    """The cap on interest that accrues from `since` to the day before `until` (None: open).

    `percent` a year, None where it cannot be told as one number; it is then `multiple` times `index` (of `index_day`
    where the rule names a day). `void_above` is the per cent above which the agreement is void, None: the same line.
    """

    since: date | None
    until: date | None
    percent: Decimal | None
    multiple: Decimal | None
    index: str | None
    index_day: date | None
    void_above: Decimal | None
    law: str
    article: str
    zh: str
    en: str
    source: str


def caps(contract: date | None, filed: date, decided: date | None = None) -> tuple[Cap, ...]:
    """The caps on a private loan, in order of the days of interest they govern; empty where the rule is not certain.

    FILED is the day the court of first instance took the case, CONTRACT the day the loan was made, DECIDED that of
    the judgment (it matters for cases filed from 2020-08-20 to the end of that year). A rule that turns on a day not
    given is not applied; two days of interest are never under two caps.
    """
    rows = (r for r in read_table("loan_caps") if _reaches(r, contract, filed, decided or _at_least(filed)))
    return tuple(_cap(row, contract, filed) for row in rows)


def _at_least(filed: date) -> date | None:
    """The day of decision where none is given: a case filed since 2021 was decided since 2021."""
    return filed if filed >= date(2021, 1, 1) else None


def _reaches(row: Row, contract: date | None, filed: date, decided: date | None) -> bool:
    return all(
        _within(row[f"{name}_since"], row[f"{name}_until"], on)
        for name, on in (("filed", filed), ("contract", contract), ("decided", decided))
    )


def _within(since: str, until: str, on: date | None) -> bool:
    return not (since or until) or (on is not None and in_force(day(since), day(until), on))


def _cap(row: Row, contract: date | None, filed: date) -> Cap:
    index_day = {"合同成立": contract, "起诉": filed}.get(row["index_day"])
    multiple = Decimal(row["multiple"]) if row["multiple"] else None
    percent = Decimal(row["percent"]) if row["percent"] else None
    if multiple is not None and index_day is not None:
        quoted = lpr(index_day)
        percent = None if quoted is None else multiple * quoted
    void = Decimal(row["void_above"]) if row["void_above"] else None
    return Cap(
        day(row["since"]),
        day(row["until"]),
        percent,
        multiple,
        row["index"] or None,
        index_day,
        void,
        row["law"],
        row["article"],
        row["zh"],
        row["en"],
        row["source"],
    )
