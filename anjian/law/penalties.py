"""Statutory penalties: the tiers of every paragraph of the special part of the criminal law, dated.

Columns of `tiers.csv` (made by `tools/derive_tiers.py`):

- article, paragraph, tier, label: the place, the tier's number in the order of the text, a short name of it.
  Tier 0 means: in force in that period, but its wording stands in no text we have; unknown, never guessed.
- min_months, max_months: bounds of 有期徒刑 (6 and 180 where the law only says 以下 or 以上); empty: no fixed term.
- detention 拘役, control 管制, rights_only 剥夺政治权利 as a main penalty, life 无期徒刑, death 死刑: 1 or 0.
- fine: none · may 可以并处 · must 并处 · either 并处或者单处 (always one of the two) · alone (only instead of a main
  penalty) · or (罚金或者没收财产: one of the two must be pronounced).
- fine_min, fine_max in yuan where the law says so; times_min, times_max, times_of: bounds as a multiple of a sum.
- confiscation: none · may · must · or (see fine).
- unit: 1 for the persons responsible in a crime by a unit. The fine on the unit itself is not in the table.
- via: the paragraph whose tiers are used by reference.
- since, until (first day no longer in force), source, checked_on.

`tiers_printed.csv` (made by `tools/printed_tiers.py`, same columns) fills some periods of tier 0 from the extracts
of the law that courts printed after the signatures of their judgments of that time.

Whose day to ask: the day of the offence, or of the judgment where the newer law is the milder; the caller decides.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from functools import cache, lru_cache
from itertools import chain

from msgspec import Struct

from .charges import known_charge
from .dated import Row, Spans, in_force, raw_table, read_table
from .dated import day as parse_day

DETENTION_MONTHS = (1, 6)
CONTROL_MONTHS = (3, 24)
# The columns by which two tiers are the same, so that a paragraph punished like another adds nothing.
_CONTENT = slice(3, 18)
_REMEMBERED = 8192


class Tier(Struct, frozen=True):
    """One penalty tier. Months are of 有期徒刑; None where the tier knows no fixed term. Money in yuan."""

    article: str
    paragraph: int
    number: int
    label: str
    min_months: int | None
    max_months: int | None
    detention: bool
    control: bool
    rights_only: bool
    life: bool
    death: bool
    fine: str
    fine_min: int | None
    fine_max: int | None
    times_min: float | None
    times_max: float | None
    times_of: str
    confiscation: str
    via: str
    since: date
    until: date | None
    source: str

    def contains(self, kind: str, months: int = 0) -> bool:
        """Whether the main penalty KIND of MONTHS fits this tier.

        Kinds: 有期徒刑 · 拘役 · 管制 · 无期徒刑 · 死刑 · 死刑缓期执行 · 剥夺政治权利 · 罚金 (alone); others do not fit.
        """
        if kind == "有期徒刑":
            return self.min_months is not None and self.min_months <= months <= (self.max_months or 0)
        if kind == "拘役":
            return self.detention and DETENTION_MONTHS[0] <= months <= DETENTION_MONTHS[1]
        if kind == "管制":
            return self.control and CONTROL_MONTHS[0] <= months <= CONTROL_MONTHS[1]
        allowed = {
            "无期徒刑": self.life,
            "死刑": self.death,
            "死刑缓期执行": self.death,
            "剥夺政治权利": self.rights_only,
            "罚金": self.fine in ("either", "alone"),
        }
        return allowed.get(kind, False)

    @property
    def fine_mandatory(self) -> bool:
        """Beside a main penalty a fine must be pronounced."""
        return self.fine in ("must", "either")

    @property
    def property_mandatory(self) -> bool:
        """Beside a main penalty a fine or confiscation must be pronounced."""
        return self.fine_mandatory or self.fine == "or" or self.confiscation == "must"


class Range(Struct, frozen=True):
    """Bounds of a kind of penalty in months, with its source; None where there is no bound of that side."""

    min_months: int | None
    max_months: int | None
    source: str


class FineFloor(Struct, frozen=True):
    """What a fine must keep to: floor and ceiling in yuan, ceiling as a multiple of the sum involved, source."""

    floor: int
    ceiling: int | None
    times: float | None
    source: str


def era(day: date) -> date:
    """The first day of those around DAY over which nothing in these tables changes; it may be asked for in its place.

    What is remembered by it instead of by the day is found again for a thousand other days.
    """
    at = bisect_right(_changes(), day)
    return _changes()[at - 1] if at else date.min


@cache
def _changes() -> list[date]:
    """The days on which something in the tables begins or ends."""
    cells: set[str] = set()
    for name in ("tiers", "tiers_printed", "fine_floors", "general_ranges"):
        header, rows = raw_table(name)
        for column in (header.index("since"), header.index("until")):
            cells.update(row[column] for row in rows)
    return sorted(date.fromisoformat(cell) for cell in cells if cell)


def tiers(charge: str, day: date, unit: bool = False) -> tuple[Tier, ...] | None:
    """The tiers of CHARGE in force on DAY, in the order of the law; lawful parts of selective charges are known.

    None means unknown: no official charge, not a crime on that day, or wording we do not have. With UNIT the
    tiers for the persons responsible in a crime by a unit, where the law sets others for them.
    """
    return _tiers(charge, era(day), unit)


@lru_cache(maxsize=_REMEMBERED)
def _tiers(charge: str, day: date, unit: bool) -> tuple[Tier, ...] | None:
    found = known_charge(charge)
    if found is None:
        return None
    if unit and found.unit_penalty:
        return _of_provisions(found.unit_penalty, day, True) or None
    return _of_provisions(found.penalty, day, False) or None


def tiers_between(charge: str, first: date, last: date, units: bool) -> tuple[Tier, ...] | None:
    """The tiers of every edition in force from FIRST to LAST, of persons in UNITS too; None where one is unknown."""
    return _tiers_between(charge, era(first), era(last), units)


@lru_cache(maxsize=_REMEMBERED)
def _tiers_between(charge: str, first: date, last: date, units: bool) -> tuple[Tier, ...] | None:
    ways = (False, True) if units else (False,)
    found: dict[Tier, None] = {}
    day: date | None = first
    while day is not None:
        editions = [tiers(charge, day, unit) for unit in ways]
        if not all(editions):
            return None
        now = list(chain.from_iterable(e for e in editions if e))
        found |= dict.fromkeys(now)
        day = min((t.until for t in now if t.until and t.until <= last), default=None)
    return tuple(found)


def provision_tiers(article: str, paragraph: int, day: date) -> tuple[Tier, ...] | None:
    """The tiers one paragraph sets (itself or by reference) on DAY; None where unknown or none."""
    return _of_provisions((f"{article}({paragraph})",), day, False) or None


def general_range(kind: str, day: date) -> Range | None:
    """The general bounds of KIND on DAY in months; None where the texts at hand do not tell.

    Kinds: 管制 · 拘役 · 有期徒刑 · 剥夺政治权利 · 剥夺政治权利（死缓、无期减为有期） · 缓刑考验期（拘役） ·
    缓刑考验期（有期徒刑） · 数罪并罚管制 · 数罪并罚拘役 · 数罪并罚有期徒刑 (sum of terms under 35 years) ·
    数罪并罚有期徒刑（总和三十五年以上） · 数罪并罚有期徒刑（总和界线） (that sum) · 有期徒刑吸收拘役 (no bounds: the
    rule itself) · 可以宣告缓刑的有期徒刑 · 罚金缴纳期限.
    """
    found = _ranges().get(kind)
    return found.on(day) if found else None


@cache
def _ranges() -> dict[str, Spans[Range]]:
    found: dict[str, list[tuple[date | None, date | None, Range]]] = {}
    for row in read_table("general_ranges"):
        bounds = Range(_int(row["min_months"]), _int(row["max_months"]), row["source"])
        found.setdefault(row["kind"], []).append((parse_day(row["since"]), parse_day(row["until"]), bounds))
    return {kind: Spans(spans) for kind, spans in found.items()}


def fine_floor(charge: str, day: date, minor: bool = False, tier: int = 0) -> FineFloor | None:
    """The least fine for CHARGE in a judgment of DAY where the law names no amount; None before there was a rule.

    TIER chooses among rules that differ by tier; 0 gives the mildest of them. For a MINOR (under 18 at the
    offence) the floor of minors holds whatever the charge. A sum the tier itself names (`fine_min`) goes first.
    """
    found = known_charge(charge)
    names = {found.official if found else "", "*"}
    rows = [
        row
        for row in read_table("fine_floors")
        if row["charge"] in names
        and row["minor"] == str(int(minor))
        and (not tier or row["tier"] in ("", str(tier)))
        and in_force(parse_day(row["since"]), parse_day(row["until"]), day)
    ]
    own = [row for row in rows if row["charge"] != "*"] or rows
    if not own:
        return None
    row = min(own, key=lambda r: int(r["floor"]))
    return FineFloor(int(row["floor"]), _int(row["ceiling"]), _float(row["times"]), row["source"])


def _of_provisions(provisions: tuple[str, ...], day: date, unit: bool) -> tuple[Tier, ...]:
    """Tiers of several paragraphs without repetition; empty if one of them is unknown on DAY."""
    found: dict[tuple[str, ...], Tier] = {}
    for provision in provisions:
        place, _, only = provision.partition("#")
        for tier, of_unit, content in _tiers_at(place):
            if not in_force(tier.since, tier.until, day):
                continue
            if tier.number == 0:
                return ()
            if of_unit == unit and only in ("", str(tier.number)):
                found.setdefault(content, tier)
    return tuple(found.values())


@cache
def _rows_by_place() -> dict[str, list[list[str]]]:
    """`264(1)` → its rows; printed rows stand in for the unknown of their period."""
    header, rows = raw_table("tiers")
    _, printed = raw_table("tiers_printed")
    since = header.index("since")
    gaps = {(row[0], row[1], row[since]) for row in printed}
    found: dict[str, list[list[str]]] = {}
    for row in chain(rows, printed):
        if row[2] == "0" and (row[0], row[1], row[since]) in gaps:
            continue
        found.setdefault(f"{row[0]}({row[1]})", []).append(row)
    return found


@cache
def _tiers_at(place: str) -> tuple[tuple[Tier, bool, tuple[str, ...]], ...]:
    """The tiers of a place such as `264(1)`, of all times, each with its unit flag and what it provides."""
    header, _ = raw_table("tiers")
    found = []
    for cells in _rows_by_place().get(place, ()):
        row = dict(zip(header, cells, strict=True))
        found.append((_tier(row), row["unit"] == "1", tuple(cells[_CONTENT])))
    return tuple(found)


def _tier(row: Row) -> Tier:
    return Tier(
        row["article"],
        int(row["paragraph"]),
        int(row["tier"]),
        row["label"],
        _int(row["min_months"]),
        _int(row["max_months"]),
        row["detention"] == "1",
        row["control"] == "1",
        row["rights_only"] == "1",
        row["life"] == "1",
        row["death"] == "1",
        row["fine"],
        _int(row["fine_min"]),
        _int(row["fine_max"]),
        _float(row["times_min"]),
        _float(row["times_max"]),
        row["times_of"],
        row["confiscation"],
        row["via"],
        date.fromisoformat(row["since"]),
        parse_day(row["until"]),
        row["source"],
    )


def _int(cell: str) -> int | None:
    return int(cell) if cell else None


def _float(cell: str) -> float | None:
    return float(cell) if cell else None
