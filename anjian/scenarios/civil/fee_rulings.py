"""Court fees of rulings: none where the action is rejected, a band for jurisdiction, a tariff for preservation."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.model_civil import Fee
from anjian.documents.money import scan
from anjian.law.fees import FeeResult
from anjian.scenarios.base import Basis

from .disputes import fee_of
from .fee_readings import TARIFF, YUAN, Fault, band
from .figures import money

_PRESERVES = re.compile(r"冻结|查封|扣押")


def ruling(judgment: Judgment, fee: Fee, on: date) -> Fault | None:
    """A fee laid on a party by a ruling for which none is due, or outside the band for objections to jurisdiction."""
    if not judgment.title or judgment.title.document_type != "裁定书" or fee.amount is None or fee.refunded:
        return None
    words = judgment.part("disposition")
    if "管辖" in words and "驳回" in words and judgment.instance == "first":
        due = fee_of("管辖权异议", None, on)
        return _outside(due, fee.amount) if due and not due.agrees(fee.amount) else None
    rejected = re.search(r"驳回[^。；]{0,40}起诉|不予受理|不予立案", words)
    if not rejected or "撤销" in words or "驳回上诉" in words or not fee.shares:
        return None
    return Fault(
        zh="裁定不予受理、驳回起诉的案件不交纳案件受理费，已收的应当退还，文书写由当事人负担。",
        en="No court fee is due where the action is rejected by ruling; the document lays it on a party.",
        expected="0元",
        found=f"{money(fee.amount)}元",
        certainty="likely",
        basis=(Basis(TARIFF, "8", item=2), Basis(TARIFF, "27", 2)),
    )


def preservation(judgment: Judgment, fee: Fee, on: date) -> Fault | None:
    """The fee for preservation against the one sum that the ruling freezes or seizes."""
    cut, title = judgment.cut("disposition"), judgment.title
    if fee.kind not in ("财产保全费", "申请费") or not cut or not title or title.document_type != "裁定书":
        return None
    words = judgment.plain[cut.start : cut.end]
    start = judgment.plain_span(fee)[0]
    sums = {s.value for s in scan(judgment.plain, cut.start, cut.end) if s.end <= start}
    if fee.amount is None or fee.halved or not _PRESERVES.search(words) or len(sums) != 1:
        return None
    due = fee_of("保全", sums.pop(), on)
    if due is None or due.amount is None or abs(due.low - fee.amount) <= YUAN:
        return None
    return Fault(
        zh=f"保全的财产数额为{money(due.amount)}元，申请费应为{band(due)}元，文书写的是{money(fee.amount)}元。",
        en=f"The fee for preserving {money(due.amount)} yuan is {band(due)}; the document has {money(fee.amount)}.",
        expected=f"{band(due)}元",
        found=f"{money(fee.amount)}元",
        certainty="likely",
        basis=(Basis(TARIFF, "14", 1, 2),),
    )


def _outside(due: FeeResult, stated: Decimal) -> Fault:
    return Fault(
        zh=f"管辖权异议的案件受理费应为{band(due)}元，文书写的是{money(stated)}元。",
        en=f"The tariff has {band(due)} yuan for an objection to jurisdiction; the document has {money(stated)}.",
        expected=f"{band(due)}元",
        found=f"{money(stated)}元",
        certainty="likely",
        basis=(Basis(TARIFF, "13", 1, 6),),
    )
