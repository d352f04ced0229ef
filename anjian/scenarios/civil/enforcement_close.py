"""终结本次执行没有写明应做的查找。

English: Enforcement is closed for the time being without the required search told.

## What 查什么
裁定终结本次执行程序，全文没有写明做过任何财产调查；或者只概括写“经调查”，没有写明查了哪些财产；没有写明已发出限制消费令；
没有写明申请执行人知悉、确认，也看不出经合议庭审查核实。

## Why 为何
终结本次执行以经过财产调查未发现可供执行的财产为前提，没有写明就无从判断是否穷尽执行。

## Method 方法
看裁定有无“终结本次执行程序”；找网络查控、银行、不动产、车辆、四查、走访、查封、冻结等记载。一项都没有的，为可能；只有概括说法的，为提示。
2017年以后的裁定全文没有提到限制消费的，为提示；没有写明告知、约谈申请执行人、其同意或者不能提供线索，全文没有“合议庭”“院长”，又只由一人署名的，为提示。

## Exclusions 排除
申请执行人书面同意或者申请终结、撤回申请、双方和解的，不报没有调查（同意的仍看限制消费）；因破产、刑事案件查封、轮候等移送处理的；2015年2月4日以前的；
执行通知、报告财产令、失信名单、立案满三个月等其他条件没有写的，都不报。

## Assumptions 假定
裁定书应当写明执行经过、采取的措施和财产调查情况。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国民事诉讼法〉的解释》第五百一十七条（2022年起；2015年为第五百一十九条）。
《最高人民法院关于严格规范终结本次执行程序的规定（试行）》（法〔2016〕373号，2016年10月29日发布）第一条第二项：已发出限制消费令。

## Remedy 怎么改
补充写明网络查控、不动产、车辆、现场等调查和限制消费、告知申请执行人的时间和结果；没有做的，恢复执行后补做。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Verdict
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

_LAW = "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释"
_SINCE, _RENUMBERED = date(2015, 2, 4), date(2022, 4, 10)
SCENARIO = Scenario(
    code="CIV513",
    name="enforcement-close",
    title=Words("终结本次执行没有写明财产调查", "Enforcement closed with no search told"),
    family="civil",
    basis=(Basis(_LAW, "519", 1, since=_SINCE, until=_RENUMBERED), Basis(_LAW, "517", 1, since=_RENUMBERED)),
    certainty="likely",
    severity="major",
    subjects=("enforcement",),
)
#: The provisions on closings were issued on 2016-10-29; from this day on they surely held.
_STRICT = date(2017, 1, 1)
_STRICT_LAW = "最高人民法院关于严格规范终结本次执行程序的规定（试行）"
_AGREED = re.compile(
    r"申请(?:执行)?人[^。；]{0,60}(?:同意|申请|请求|要求|签字|认可|无异议|撤回)[^。；]{0,30}(?:终结|终本|撤|确认)"
)
_OTHER_WAY = re.compile(r"和解|破产|重整|轮候|首封|首先查封|移送|刑事案件|拆迁|已(?:全部)?(?:执行|履行)完毕")
_LIMITS = re.compile(r"限制[^，。；]{0,12}消费|高消费|限消|限高")
_REVIEWED = re.compile(r"合议庭|合议|院长")
_CHECKED = re.compile(r"穷尽|查控|四查|五查|总对总|查询|调查|走访|搜查|查找|查核|核查|查实|查证|查封|冻结|扣划|传统查")
#: Searches named in particular that the reader of inquiries may not have taken for one.
_PARTICULAR = re.compile(r"查控|四查|五查|总对总|查封|冻结|扣划|走访|搜查")


def check(judgment: Judgment) -> Iterator[Finding]:
    """Findings for a closing that does not tell of the search, the limits on spending, the applicant's knowledge."""
    on, told = decided_on(judgment), judgment.enforcement
    closing = next((v for v in judgment.verdicts if v.kind == "终结本次执行"), None)
    if on is None or on < _SINCE or told is None or closing is None:
        return
    text = _body(judgment)
    if _OTHER_WAY.search(text) or judgment.title is None or judgment.title.document_type != "裁定书":
        return
    agreed = told.agreed is not None or _AGREED.search(text) is not None
    if not agreed and not told.inquiries:
        yield from _search(judgment, closing, text)
    known = agreed or told.told or told.clueless
    if on >= _STRICT:
        yield from _others(judgment, closing, known=bool(known))


def _search(judgment: Judgment, closing: Verdict, text: str) -> Iterator[Finding]:
    """No search for property told, or none in particular."""
    expected = "网络查控、不动产、车辆等调查的经过和结果"
    en = "Enforcement is closed for the time being; the document tells of no search for property, or of none in detail."
    if not _CHECKED.search(text):
        zh = "裁定终结本次执行程序，全文没有写明做过任何财产调查。"
        yield _finding(judgment, closing, zh, en, expected, "likely")
    elif not _PARTICULAR.search(text):
        zh = "裁定终结本次执行程序，只概括写经过调查，没有写明查了哪些财产。"
        yield _finding(judgment, closing, zh, en, expected, "hint")


def _others(judgment: Judgment, closing: Verdict, *, known: bool) -> Iterator[Finding]:
    """Limits on spending and the applicant's knowledge, where the whole document is silent on them."""
    if not _LIMITS.search(judgment.plain):
        zh = "裁定终结本次执行程序，没有写明已向被执行人发出限制消费令。"
        en = "Enforcement is closed for the time being; the document does not tell that spending was limited."
        basis = (Basis(_STRICT_LAW, "1", item=2),)
        yield _finding(judgment, closing, zh, en, "已发出限制消费令", "hint", basis)
    judges = [m for m in judgment.members if m.role != "书记员"]
    if not known and len(judges) == 1 and not _REVIEWED.search(judgment.plain):
        zh = "裁定终结本次执行程序，没有写明申请执行人知悉或者确认，也看不出经合议庭审查核实。"
        en = "Enforcement is closed for the time being; neither the applicant's knowledge nor a panel's review is told."
        yield _finding(judgment, closing, zh, en, "申请执行人签字确认或者合议庭审查核实", "hint")


def _body(judgment: Judgment) -> str:
    """What stands between the case number and the closing."""
    start = judgment.plain_span(judgment.case_number)[1] if judgment.case_number else 0
    cut = judgment.cut("basis") or judgment.cut("disposition")
    return judgment.plain[start : cut.start if cut else len(judgment.plain)]


def _finding(
    judgment: Judgment,
    closing: Verdict,
    zh: str,
    en: str,
    expected: str,
    certainty: Certainty,
    basis: tuple[Basis, ...] | None = None,
) -> Finding:
    return SCENARIO.finding(
        judgment, closing, zh, en, expected=expected, found="没有写明", certainty=certainty, basis=basis
    )
