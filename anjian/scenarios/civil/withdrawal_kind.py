"""准许撤诉的形式或者收费不当。

English: A withdrawal is granted by judgment, or its fee is not halved.

## What 查什么
判决主文写“准许……撤回起诉”“按撤诉处理”；裁定准许原告撤诉，案件受理费按全额收取没有减半。

## Why 为何
准许撤诉应当用裁定；当事人申请撤诉的，案件受理费减半交纳，多收应当退还。

## Method 方法
看判决书主文各项的开头。裁定书准许撤回起诉的，案件受理费没有写减半，而数额恰为该类案件全额的（行政案件五十元、劳动争议十元，或者按文书写明的某一数额算出的全额），报告。

## Exclusions 排除
案件受理费不足以判断是全额还是半额的不报（五十元的，只在写明的请求不超过一万元、没有利息时报）；写明退还、免交、缓交、已减半的不报；按撤诉处理的收费不查；2007年4月1日以前的收费不查。
二审判决中准许一方撤回上诉的，只作可能。引述原审的不报。

## Assumptions 假定
与全额恰好相等的数额就是请求数额。

## Basis 依据
《中华人民共和国民事诉讼法》第一百四十八条（2021年起；2012年为第一百四十五条，2013年以前为第一百三十一条）；《诉讼费用交纳办法》第十五条。

## Remedy 怎么改
另行制作裁定书准许撤诉；多收的案件受理费退还。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model_civil import Fee
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words

from .claimed import is_judgment
from .disputes import dispute, fee_of, filed_on, kinds_of
from .fee_readings import LOWEST_STEP
from .figures import money
from .provisions import ADMINISTRATIVE_WITHDRAWAL, WITHDRAWAL

SCENARIO = Scenario(
    code="CIV514",
    name="withdrawal-kind",
    title=Words("准许撤诉的形式或者收费不当", "Withdrawal by judgment, or its fee not halved"),
    family="civil",
    basis=WITHDRAWAL,
    certainty="certain",
    severity="minor",
    subjects=("civil", "administrative"),
)
_FEE = (Basis("诉讼费用交纳办法", "15"),)
_GRANTS = re.compile(
    r"(?:（?[一二三四五六七八九十0-9]{1,3}[）、.．])?(?P<words>"
    r"准[许予][^。；：“]{1,80}?(?:撤回(?:其|对[^。；：“]{1,60}?的)?(?:起诉|上诉|反诉|诉讼)|撤诉)"
    r"|[^，。；：“]{0,40}按[^，。；：“]{0,40}?(?:撤诉|撤回起诉)处理)"
)
_GRANTED = re.compile(
    r"[。；、：）.](?:准[许予])(?:原告|起诉人)[^。；：“]{1,60}?(?:撤回(?:其|对[^。；：“]{1,40}?的)?起诉|撤诉)[。；]"
)
_FIXED = ("行政", "劳动争议")
#: Up to here a fee may be of the lowest bracket, whole or halved.
_LOWEST = 50
_SETTLED = re.compile(r"减半|退还|退回|免[收交]|免予|缓交|已收取|半数")


def check(judgment: Judgment) -> Iterator[Finding]:
    """A withdrawal in the disposition of a judgment, or the full fee in a ruling that grants one."""
    if is_judgment(judgment):
        yield from _by_judgment(judgment)
    elif judgment.title and judgment.title.document_type == "裁定书" and judgment.instance == "first":
        yield from _full_fee(judgment)


def _by_judgment(judgment: Judgment) -> Iterator[Finding]:
    administrative = judgment.title is not None and judgment.title.case_type == "行政"
    for item in judgment.items:
        start, end = judgment.plain_span(item)
        m = _GRANTS.match(judgment.plain[start:end])
        if m is None:
            continue
        certainty: Certainty = "certain" if judgment.instance == "first" else "likely"
        yield SCENARIO.finding(
            judgment,
            judgment.place(start + m.start("words"), start + m.end("words")),
            "是否准许撤诉由人民法院裁定，文书把它写进了判决主文。",
            "Whether a suit may be withdrawn is decided by ruling; here it stands in a judgment.",
            expected="裁定",
            found="判决",
            certainty=certainty,
            basis=ADMINISTRATIVE_WITHDRAWAL if administrative else None,
        )


def _full_fee(judgment: Judgment) -> Iterator[Finding]:
    kinds = {v.kind for v in judgment.verdicts} - {"解除保全"}
    granted = _GRANTED.search(judgment.plain) if not kinds else None
    if (kinds != {"准许撤诉"} and not granted) or filed_on(judgment) is None:
        return
    fees = [f for f in judgment.fees if f.kind == "案件受理费"]
    if len(fees) != 1 or _SETTLED.search(judgment.plain, judgment.plain_span(fees[0])[0]):
        return
    fee = fees[0]
    if not (fee.halved or fee.waived or fee.deferred or fee.refunded):
        found = _full(judgment, fee)
        if found:
            yield found


def _full(judgment: Judgment, fee: Fee) -> Finding | None:
    """The finding where a fee is exactly the full one for the case, and half of the full one for no sum it names."""
    on, kinds = filed_on(judgment), kinds_of(judgment)
    if on is None or fee.amount is None or len(kinds) != 1 or fee.each:
        return None
    fixed = kinds[0] in _FIXED
    if sum(p.role == "原告" for p in judgment.parties) > 1:
        return None
    before = judgment.plain_span(fee)[0]
    sums = {a.value for a in judgment.amounts if judgment.plain_span(a)[0] < before}
    if not fixed and fee.amount <= _LOWEST:
        asked = dispute(judgment, "first")
        sums = {asked.amount} if asked.amount is not None and asked.amount <= LOWEST_STEP and not asked.open else set()
    dues = [due for a in ([None] if fixed else sorted(sums)) if (due := fee_of(kinds[0], a, on))]
    full = [due for due in dues if due.low == due.high == fee.amount]
    if not full or any(abs(due.low / 2 - fee.amount) < 1 for due in dues):
        return None
    return SCENARIO.finding(
        judgment,
        fee,
        f"当事人申请撤诉的，案件受理费减半交纳，应为{money(fee.amount / 2)}元，文书按全额{money(fee.amount)}元收取。",
        f"The fee is halved on withdrawal and should be {money(fee.amount / 2)} yuan; {money(fee.amount)} is charged.",
        expected=f"{money(fee.amount / 2)}元",
        found=f"{money(fee.amount)}元",
        certainty="certain" if fixed else "likely",
        basis=_FEE,
    )
