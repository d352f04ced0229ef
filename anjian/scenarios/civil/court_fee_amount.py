"""案件受理费数额有误。

English: The court fee is not what the tariff gives for the amount in dispute and the kind of case.

## What 查什么
案件受理费与按诉讼请求金额、案件类型依《诉讼费用交纳办法》算出的数额不符；写明减半而减半后的数额不是一半；适用简易程序、调解结案或者
撤诉而没有减半；适用普通程序、合议庭审理而减半；裁定驳回起诉、不予受理而由当事人负担案件受理费；管辖权异议的受理费超出幅度；
保全裁定的申请费与保全的数额不符。

## Why 为何
诉讼费用直接由当事人负担，多收少收都要退补，也影响文书的严肃性。

## Method 方法
以诉讼请求（不是判决金额）中写明的数额，按财产案件分段累计；离婚、人格权、劳动争议、知识产权、行政案件各按其标准；有幅度的按幅度。
上诉按不服一审判决的数额。与文书写的全额、减半额比较。案由为合同、借贷等，原告一人，只有一项金钱请求且数额固定的，作为确定；其余为可能。

## Exclusions 排除
相差不超过一元（取整）的不报。请求包括继续计算的利息、违约金的，只在收费低于本金应收的一半或者远高于本金应收时提示。诉讼请求中另有
不写价额的财产请求的，请求有变更、增减的，合并审理的，不查。按任何一项请求、任何几项请求之和、或者判决金额收费能够解释的，不报。
继承、抚养、相邻、公司、确认等案由各地收费标准不一，不查。2007年4月1日以前立案的只查减半是否为一半。缓交、免交的不查。
离婚案件没有减半，只在没有财产争议或者写明的财产合计不超过二十万元时报；有反诉、合并审理的劳动争议、离婚案件没有减半的不报。

## Assumptions 假定
文书写的诉讼请求是完整的；没有写立案日期的，按裁判日期适用标准。

## Basis 依据
《诉讼费用交纳办法》第八条、第十三条至第十九条。

## Remedy 怎么改
核对立案收费和诉讼请求数额，多收的退还，少收的补交；文书写错的以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.model_civil import Fee
from anjian.law.fees import FeeResult
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words

from .disputes import Dispute, fee_of, filed_on, no_property, printed
from .fee_halves import halved_without_ground, not_halved, wrong_half
from .fee_readings import (
    FIXED,
    TARIFF,
    YUAN,
    Fault,
    alone,
    amounts,
    any_amount_explains,
    band,
    dispute_of,
    ends_early,
    explains,
    part,
    parts,
    suits,
    sum_explains,
)
from .fee_rulings import preservation, ruling
from .figures import money

SCENARIO = Scenario(
    code="CIV501",
    name="court-fee-amount",
    title=Words("案件受理费数额有误", "Court fee not by the tariff"),
    family="civil",
    basis=(Basis(TARIFF, "13"), Basis(TARIFF, "15"), Basis(TARIFF, "16")),
    certainty="certain",
    severity="minor",
    subjects=("civil", "administrative"),
)
_BOTH = re.compile(r"一、二审|一审、二审|两审")
_SUIT_FEES = ("案件受理费", "反诉费", "诉讼费")


def check(judgment: Judgment) -> Iterator[Finding]:
    """Findings on each fee of the suit that the tariff contradicts."""
    for fee in judgment.fees:
        fault = _fault(judgment, fee, filed_on(judgment))
        if fault:
            yield SCENARIO.finding(
                judgment,
                fee,
                fault.zh,
                fault.en,
                expected=fault.expected,
                found=fault.found,
                certainty=fault.certainty,
                basis=fault.basis,
            )


def _fault(judgment: Judgment, fee: Fee, on: date | None) -> Fault | None:
    """What is wrong with a fee; without a day whose tariff is known only a half that is none."""
    own = fee.kind in _SUIT_FEES and not fee.waived and not fee.deferred and fee.amount is not None
    if on is None:
        return wrong_half(judgment, fee) if own else None
    if not own:
        return preservation(judgment, fee, on)
    fault = wrong_half(judgment, fee) or ruling(judgment, fee, on) or _amount(judgment, fee, on)
    return fault or not_halved(judgment, fee, on) or halved_without_ground(judgment, fee)


def _amount(judgment: Judgment, fee: Fee, on: date) -> Fault | None:
    """The fee against the tariff for the sums claimed."""
    found = dispute_of(judgment, fee)
    if found is None or not found.kinds or ends_early(judgment) or not alone(judgment, fee):
        return None
    both = _BOTH.search(judgment.words(fee)) is not None
    if (fee.each or both) and not (fee.each and both and found.kinds[0] in FIXED and fee.level == "二审"):
        return None
    if found.kinds[0] == "离婚" and (least := _below_least(fee, on)):
        return least
    fixed = found.kinds[0] in FIXED or (found.kinds[0] == "离婚" and no_property(judgment))
    if not fixed and (found.amount is None or found.open & {"changed", "thing"}):
        return None
    full, half = printed(fee)
    divided = parts(judgment, fee)
    dues = []
    for kind in found.kinds:
        for amount in amounts(judgment, found, fixed):
            due = fee_of(kind, amount, on)
            if due and explains(due, full, half, found, divided):
                return None
            if due:
                dues.append(due)
    if not dues:
        return None
    if fixed and any(explains(due, part(full, n), part(half, n), found) for due in dues for n in suits(judgment)):
        return None
    if judgment.instance == "second" and any_amount_explains(judgment, found, full, half):
        return None
    if not fixed and sum_explains(judgment, found, full, half, on, divided):
        return None
    due = fee_of(found.kinds[0], found.amount, on)
    if due is None:
        return None
    return _wrong(judgment, fee, found, due, full, half)


def _below_least(fee: Fee, on: date) -> Fault | None:
    """A divorce charged less than the tariff has for one without property."""
    due, (full, half) = fee_of("离婚", None, on), printed(fee)
    whole = full if full is not None else half * 2 if half is not None else None
    # a half may stand alone without the word
    if due is None or whole is None or fee.refunded or whole >= (due.low if fee.halved else due.low / 2) - YUAN:
        return None
    return Fault(
        zh=f"离婚案件的案件受理费每件不低于{money(due.low)}元，文书写的是{money(whole)}元。",
        en=f"A divorce is charged {money(due.low)} yuan at the least; the document has {money(whole)}.",
        expected=f"不低于{money(due.low)}元",
        found=f"{money(whole)}元",
    )


def _wrong(
    judgment: Judgment, fee: Fee, found: Dispute, due: FeeResult, full: Decimal | None, half: Decimal | None
) -> Fault:
    stated = full if full is not None else half or Decimal(0)
    certain = found.single or found.kinds[0] in FIXED
    certain = certain and not explains(due, full, half, found)
    certain = certain and not any_amount_explains(judgment, found, full, half)
    level: Certainty = "certain" if certain and judgment.instance == "first" else "likely"
    expected = f"{band(due)}元"
    halved = f"，减半为{band(due, 2)}元" if full is None else ""
    for_what = f"请求金额{money(found.amount)}元" if found.kinds[0] not in FIXED and found.amount else "本类案件"
    return Fault(
        zh=f"{for_what}，按{found.kinds[0]}案件标准，案件受理费应为{expected}{halved}，文书写的是{money(stated)}元。",
        en=f"The tariff gives {band(due)} yuan for what is in dispute; the document has {money(stated)}.",
        expected=expected,
        found=f"{money(stated)}元",
        certainty=level,
    )
