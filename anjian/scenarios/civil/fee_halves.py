"""The halving of court fees: done where it must be, not where it may not, and rightly reckoned."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.model_civil import Fee
from anjian.documents.money import scan
from anjian.scenarios.base import Basis, Certainty

from .disputes import Dispute, fee_of, filed_on, kinds_of, little_property, no_property
from .fee_readings import LOWEST_STEP, TARIFF, WITH_INTEREST, YUAN, Fault, dispute_of, explains
from .figures import money

HALVING = (Basis(TARIFF, "15"), Basis(TARIFF, "16"))
#: The same sum before and behind the word for halving.
_HALF_AS_WHOLE = re.compile(r"(?P<sum>[0-9]+(?:\.[0-9]+)?)元，?减半(?:计)?收取(?:计|为)?(?P=sum)元")
#: Kinds charged by the case, and words for two suits or a counterclaim tried as one.
_PER_CASE = ("劳动争议", "离婚")
_TWO_SUITS = re.compile(r"反诉|合并审理|并案|互为原|均不服|原告（被告|被告（原告")
_SIMPLE = ("简易", "小额")
_WITHDRAWN = re.compile(
    r"(?:准[许予]|同意)[^。；]{0,60}撤(?:诉|回(?:起诉|上诉))|按[^。；]{0,12}撤(?:诉|回(?:起诉|上诉))处理"
)
_OTHER_GROUND = re.compile(r"简易程序|小额|独任|反诉|减交|司法救助|撤回|撤诉|合并审理|部分调解|刑事附带")


def wrong_half(judgment: Judgment, fee: Fee) -> Fault | None:
    """A half that is not half of the full fee printed beside it."""
    if not fee.halved or fee.charged is None or fee.amount is None or fee.each:
        return None
    half = fee.amount / 2
    same = fee.charged == fee.amount and not _HALF_AS_WHOLE.search(judgment.words(fee))
    if same or abs(half - fee.charged) < YUAN:
        return None
    return Fault(
        zh=f"案件受理费{money(fee.amount)}元，减半应为{money(half)}元，文书写的是{money(fee.charged)}元。",
        en=f"Half of {money(fee.amount)} yuan is {money(half)}; the document has {money(fee.charged)}.",
        expected=f"{money(half)}元",
        found=f"{money(fee.charged)}元",
        basis=HALVING if filed_on(judgment) else (),
    )


def not_halved(judgment: Judgment, fee: Fee, on: date) -> Fault | None:
    """The full fee in a simple procedure or a mediation."""
    course, title = judgment.course, judgment.title
    mediated = bool(title and title.document_type == "调解书")
    simple = bool(course and course.procedure in _SIMPLE and not course.converted)
    withdrawn = bool(title and title.document_type == "裁定书" and _WITHDRAWN.search(judgment.plain))
    if fee.halved or not (mediated or simple or withdrawn):
        return None
    if withdrawn:
        return _withdrawn(judgment, fee, on)
    if mediated and any(f.amount == fee.amount and f.halved and f.charged != f.amount for f in judgment.fees):
        return _in_full(fee, (fee.amount or Decimal(0)) / 2, mediated, "likely")
    if judgment.instance != "first" or fee.level in ("一审", "二审"):
        return None
    found = dispute_of(judgment, fee)
    if not found or not found.kinds or fee.amount is None:
        return None
    if simple and found.kinds[0] in _PER_CASE:
        return _per_case(judgment, fee, found.kinds[0], on)
    if found.amount is None or (found.open and not _lowest_step(found)):
        return None
    due = fee_of(found.kinds[0], found.amount, on)
    if due is None or due.low != due.high or abs(due.low - fee.amount) > YUAN or due.low < 20:
        return None
    if any(d and explains(d, None, fee.amount, found) for a in found.sums if (d := fee_of(found.kinds[0], a, on))):
        return None
    return _in_full(fee, due.low / 2, mediated, "certain" if found.single else "likely")


def _lowest_step(found: Dispute) -> bool:
    """Whether the sum asked stays in the lowest step of the tariff with all the interest that may run on it."""
    return found.open == {"running"} and (found.amount or Decimal(0)) * WITH_INTEREST <= LOWEST_STEP


def _per_case(judgment: Judgment, fee: Fee, kind: str, on: date) -> Fault | None:
    """More than half of the most that a labour case, or a divorce about little property, is charged."""
    due = fee_of(kind, None, on)
    plaintiffs = [p for p in judgment.parties if p.role == "原告"]
    if due is None or fee.amount is None or fee.each or len(plaintiffs) != 1 or _TWO_SUITS.search(judgment.plain):
        return None
    if kind == "离婚" and not little_property(judgment):
        return None
    if not due.high / 2 + YUAN < fee.amount <= due.high:
        return None
    return _in_full(fee, fee.amount / 2, False, "certain" if kind == "离婚" and no_property(judgment) else "likely")


def _withdrawn(judgment: Judgment, fee: Fee, on: date) -> Fault | None:
    """The full fee for a sum the ruling names, where the action or the appeal was withdrawn."""
    start = judgment.plain_span(fee)[0]
    kinds = [k for k in kinds_of(judgment) if k == "财产"]
    sums = {s.value for s in scan(judgment.plain, 0, start) if s.value > 10_000}
    dues = [due for k in kinds for v in sums if (due := fee_of(k, v, on)) and fee.amount is not None]
    if not any(abs(due.low - (fee.amount or Decimal(0))) <= YUAN for due in dues):
        return None
    if any(abs(due.low / 2 - (fee.amount or Decimal(0))) <= YUAN for due in dues):
        return None
    return _in_full(fee, (fee.amount or Decimal(0)) / 2, True, "likely", "撤诉")


def _in_full(fee: Fee, half: Decimal, by_15: bool, certainty: Certainty, why: str = "") -> Fault:
    why = why or ("调解结案" if by_15 else "适用简易程序审理")
    charged = money(fee.amount or Decimal(0))
    return Fault(
        zh=f"{why}的案件减半交纳案件受理费，应为{money(half)}元，文书按全额收取{charged}元。",
        en=f"The fee is halved in such a case and should be {money(half)} yuan; the full {charged} is charged.",
        expected=f"{money(half)}元",
        found=f"{charged}元",
        certainty=certainty,
        basis=(Basis(TARIFF, "15" if by_15 else "16"),),
    )


def halved_without_ground(judgment: Judgment, fee: Fee) -> Fault | None:
    """A fee halved in an ordinary procedure that ended in judgment."""
    course, title = judgment.course, judgment.title
    if not fee.halved or fee.level == "反诉" or fee.kind == "反诉费" or judgment.instance != "first":
        return None
    if not title or title.document_type != "判决书" or not course or course.converted or course.panel_form != "合议庭":
        return None
    if course.procedure in _SIMPLE or course.panel_place is None or _OTHER_GROUND.search(judgment.plain):
        return None
    if any(c.stage == "counter" for c in judgment.claims) or sum(m.role != "书记员" for m in judgment.members) < 3:
        return None
    return Fault(
        zh="案件由合议庭适用普通程序审理并以判决结案，文书没有写明可以减半交纳案件受理费的情形。",
        en="The case was heard by a panel and ended in judgment; no ground for halving the fee is told.",
        expected=f"{money(fee.amount)}元" if fee.amount is not None else "全额",
        found="减半",
        certainty="likely",
        basis=(Basis(TARIFF, "15"), Basis(TARIFF, "16"), Basis(TARIFF, "18")),
    )
