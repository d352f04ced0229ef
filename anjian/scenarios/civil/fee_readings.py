"""What a printed court fee may rightly have been taken of: the readings under which it agrees with the tariff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.lazy import once
from anjian.documents.model_civil import Fee
from anjian.law.fees import FeeResult
from anjian.scenarios.base import Basis, Certainty

from .disputes import Dispute, dispute, fee_of, filed_on
from .figures import money

TARIFF = "诉讼费用交纳办法"
YUAN = Decimal(1)
#: Kinds whose fee is one sum a case.
FIXED = ("劳动争议", "行政", "商标专利海事行政")
#: Interest that ran before filing may have been counted in: up to five years at 24 per cent.
WITH_INTEREST = Decimal("2.2")
#: Up to this sum the fee in a case about property is the lowest.
LOWEST_STEP = Decimal(10_000)
#: What one more claim without a sum may add.
_OTHER_CLAIM = Decimal(100)


class Fault(Struct, frozen=True, kw_only=True):
    """What is wrong with a fee, as a finding says it; `basis` None where it is that of the scenario."""

    zh: str
    en: str
    expected: str
    found: str
    certainty: Certainty = "certain"
    basis: tuple[Basis, ...] | None = None


def dispute_of(judgment: Judgment, fee: Fee) -> Dispute | None:
    """What the fee is for: the claims, the counterclaim or the appeal."""
    if fee.level in ("再审", "一、二审"):
        return None
    if fee.level == "反诉" or fee.kind == "反诉费":
        return dispute(judgment, "counter")
    if judgment.instance == "second":
        return dispute(judgment, "first" if fee.level == "一审" else "appeal")
    return dispute(judgment, "first") if judgment.instance == "first" and fee.level != "二审" else None


def alone(judgment: Judgment, fee: Fee) -> bool:
    """Whether there is no other fee of the kind and level."""
    return _how_many(judgment)[fee.kind, fee.level] == 1


@once
def _how_many(judgment: Judgment) -> Counter[tuple[str, str | None]]:
    """The number of the fees of each kind and level."""
    return Counter((f.kind, f.level) for f in judgment.fees)


def ends_early(judgment: Judgment) -> bool:
    """A withdrawal or the like, where the claims are seldom told in full."""
    return bool(judgment.title and judgment.title.document_type == "裁定书")


def amounts(judgment: Judgment, found: Dispute, fixed: bool) -> Iterator[Decimal | None]:
    """Every sum that may have been taken for the amount in dispute, the likeliest first."""
    if fixed:
        yield None
        return
    if found.amount is None or found.amount > 0:
        yield found.amount
    yield from (s for s in found.sums if s != found.amount)
    awarded = [a.total for a in judgment.awards if a.total]
    yield from awarded
    if len(awarded) > 1:
        yield sum(awarded, Decimal(0))


def suits(judgment: Judgment) -> range:
    """In how many suits heard as one the fee may have been taken."""
    sides = [sum(p.role == role for p in judgment.parties) for role in ("原告", "被告", "上诉人")]
    return range(2, max(2, *sides) + 1)


def part(value: Decimal | None, n: int) -> Decimal | None:
    """An n-th of a sum."""
    return None if value is None else value / n


def parts(judgment: Judgment, fee: Fee) -> tuple[int, ...]:
    """By what the fee may have been divided before it was printed: by two unless the procedure was an ordinary one."""
    course = judgment.course
    ordinary = bool(course and course.procedure == "普通" and not course.converted)
    return (1,) if ordinary and not fee.halved and fee.kind != "反诉费" and fee.level != "反诉" else (1, 2)


def explains(
    due: FeeResult, full: Decimal | None, half: Decimal | None, found: Dispute, parts: tuple[int, ...] = (1, 2)
) -> bool:
    """Whether a full fee or its half, as printed, is this one; a yuan either way is rounding."""
    more = _OTHER_CLAIM if "other" in found.open and due.amount is not None else Decimal(0)
    if full is not None and any(due.low / part - YUAN < full < due.high / part + more + YUAN for part in parts):
        return True
    return half is not None and due.low / 2 - YUAN < half < due.high / 2 + more + YUAN


def sum_explains(
    judgment: Judgment,
    found: Dispute,
    full: Decimal | None,
    half: Decimal | None,
    on: date,
    parts: tuple[int, ...],
) -> bool:
    """Fees taken claim by claim and added up, or with interest that ran on."""
    kind = found.kinds[0]
    stage = [c for c in judgment.claims if c.total]
    each = [due for c in stage if (due := fee_of(kind, c.total, on))]
    added = sum((d.low for d in each), Decimal(0))
    for stated in (full, half):
        by = (2,) if stated == half and full is not None else parts
        if stated is not None and each and any(abs(added / part - stated) <= YUAN for part in by):
            return True
    if "running" not in found.open or found.amount is None:
        return False
    low, high = fee_of(kind, found.amount, on), fee_of(kind, _with_interest(judgment, found.amount, on), on)
    whole = full if full is not None else half * 2 if half is not None else None
    if whole is None or low is None or high is None:
        return False
    return any(low.low / part - YUAN <= whole <= high.high / part + YUAN for part in parts)


def _with_interest(judgment: Judgment, amount: Decimal, on: date) -> Decimal:
    """The most that the claims may come to with the interest that had run when the case was filed."""
    clauses = [c for c in judgment.interest if c.section == "claims" and c.stated is None]
    told = [c for c in clauses if c.rate is not None and c.begin is not None and c.begin.value is not None]
    if not clauses or len(told) < len(clauses):
        return amount * WITH_INTEREST
    accrued = Decimal(0)
    for c in told:
        days = (on - c.begin.value).days if c.begin and c.begin.value else 0
        accrued += (c.base or amount) * (c.rate or Decimal(0)) / 100 * max(days, 0) / 360
    return amount + accrued * Decimal("1.1")


def any_amount_explains(judgment: Judgment, found: Dispute, full: Decimal | None, half: Decimal | None) -> bool:
    """Whether the fee would be right for any other sum that the document names, or on appeal for what lies between."""
    on = filed_on(judgment)
    if on is None or found.kinds[0] in FIXED:
        return False
    values = {a.value for a in judgment.amounts}
    if judgment.instance == "second":
        sums = found.sums
        values |= {abs(a - b) for a in values for b in sums}
    dues = (fee_of(found.kinds[0], v, on) for v in values if v > 10_000)
    return any(due and explains(due, full, half, found) for due in dues)


def band(due: FeeResult, part: int = 1) -> str:
    """A fee, or a part of it, as words: 50, or 50至100 where the tariff leaves a band."""
    low, high = money(due.low / part), money(due.high / part)
    return low if low == high else f"{low}至{high}"
