"""裁判理由过于简略。

English: Reasoning that hardly reasons.

## What 查什么
“本院认为”部分比裁判依据的法条清单还短，而且只重复指控或结论，没有说明行为为何构成犯罪；民事、行政、执行的判决书、裁定书说理比裁判依据还短，而且不到十二字或者没有说明支持、不支持的理由。

## Why 为何
判决应当写明裁判理由；说理缺失，当事人无从知道为何这样判。

## Method 方法
裁判理由（自“本院认为”至“依照”）的字数少于裁判依据的字数，并且理由中没有“其行为”“构成”“触犯”等对行为的评价的，作提示。

## Exclusions 排除
速裁程序、小额诉讼、要素式等依法可以简化的文书不报；准许撤诉、按撤诉处理、补正、保全、终结诉讼等程序事项的裁定不查；速裁程序的文书依法可以简化，不报；减刑、假释裁定不报；文书中有速裁或者认罪认罚简化说明的不报；只作提示。

## Assumptions 假定
裁判理由与裁判依据能够划分。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百条（2021年3月1日起）；《中华人民共和国民事诉讼法》第一百五十五条、第一百五十七条（2013年至2021年为第一百五十二条、第一百五十四条）。

## Remedy 怎么改
补写对行为性质、量刑情节的评价；民事、行政、执行文书补写支持或者不支持请求、申请的理由。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .civil_parts import civil_basis, may_be_short
from .common import is_criminal

SCENARIO = Scenario(
    code="DOC611",
    name="no-reasoning",
    title=Words("裁判理由过于简略", "Hardly any reasoning"),
    family="form",
    basis=(Basis("最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释", "300", since=date(2021, 3, 1)),),
    certainty="hint",
    severity="minor",
    subjects=("criminal-first", "civil", "administrative", "enforcement"),
)
_FAST = anchors("速裁")
_VALUES = re.compile(r"行为|构成|触犯|已成立|应当以")
#: Opening words, and what a reason for or against a claim is told by.
_OPENING = re.compile(r"[^，。：]{0,12}认为[，：:]?")
_WEIGHS = re.compile(
    r"支持|应予|属实|权益|享有|责任|符合|不符|违反|合法|违法|有效|无效|违约|侵权|过错|证据|事实清楚|权利|义务|应当|不当|理由|成立|依据|期限|效力|真实"
)
#: Rulings on the course of the proceedings need hardly a word.
_PROCEDURAL = frozenset((
    "准许撤诉", "按撤诉处理", "准许撤回上诉", "按自动撤回上诉", "准许撤回再审申请", "按撤回再审申请", "准许撤回申请",
    "补正笔误", "财产保全", "解除保全", "终结诉讼", "中止诉讼", "终结审查", "扣划", "拍卖", "恢复执行", "终结执行",
    "中止执行", "移送管辖", "发回重审", "终结本次执行",
))  # fmt: skip
_MEAGRE = 12


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding, at the opening of the reasoning."""
    if not is_criminal(judgment):
        yield from _civil(judgment)
        return
    reasoning, basis = judgment.cut("reasoning"), judgment.cut("basis")
    judged = judgment.title is not None and judgment.title.document_type == "判决书"
    if not judged or reasoning is None or basis is None or judgment.has(_FAST):
        return
    if judgment.course and judgment.course.procedure == "速裁":
        return
    length, against = reasoning.end - reasoning.start, basis.end - basis.start
    if length < against and not _VALUES.search(judgment.plain, reasoning.start, reasoning.end):
        yield SCENARIO.finding(
            judgment,
            judgment.place(reasoning.start, min(reasoning.start + 4, reasoning.end)),
            f"裁判理由{length}字，裁判依据{against}字；理由没有对行为作出评价。",
            f"The reasoning has {length} characters against {against} of statutes and does not weigh the conduct.",
            found=f"{length}字",
        )


def _civil(judgment: Judgment) -> Iterator[Finding]:
    """The same for civil, administrative and enforcement judgments and rulings on more than the proceedings."""
    title, reasoning, basis = judgment.title, judgment.cut("reasoning"), judgment.cut("basis")
    if title is None or title.document_type not in ("判决书", "裁定书") or reasoning is None or basis is None:
        return
    if any(v.kind in _PROCEDURAL for v in judgment.verdicts) or may_be_short(judgment):
        return
    opening = _OPENING.match(judgment.plain, reasoning.start, reasoning.end)
    start = opening.end() if opening else reasoning.start
    words = judgment.plain[start : reasoning.end]
    length, against = len(words), basis.end - basis.start
    weighed = length >= _MEAGRE and _WEIGHS.search(words)
    if length < against and not weighed:
        yield SCENARIO.finding(
            judgment,
            judgment.place(reasoning.start, reasoning.end),
            f"裁判理由{length}字，裁判依据{against}字；没有说明支持或者不支持的理由。",
            f"The reasoning has {length} characters against {against} of statutes and tells no reason.",
            found=f"{length}字",
            basis=civil_basis(judgment),
        )
