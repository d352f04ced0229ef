"""唯一情节的减轻幅度可能超出量刑指导意见。

English: A term lightened, on a single ground, further than the sentencing guidance lets that ground take it.

## What 查什么
本院只认定一个从宽情节（自首、坦白、未遂、立功或者认罪认罚），判处的有期徒刑比该罪最低一档的下限还低，并且低得超过指导意见给这一情节的最大幅度。

## Why 为何
减轻幅度明显超常的，评查时应看到理由或者审批。

## Method 方法
基准刑不会低于最低一档的下限。以该下限减去这一情节的最大比例，再留二成余地，判处的刑期仍在其下的，提示。

## Exclusions 排除
最低一档可判拘役、管制或者单处罚金的罪不查；认定两个以上从宽情节的不查；免予刑事处罚、有核准字样的不查；二〇二二年以前的裁判不查。

## Assumptions 假定
指导意见原文不在手边，比例取自二手网页，施行日未确认，故从次年首日起用，只作提示；其适用的罪名范围未确认，未作限制。

## Basis 依据
法发〔2021〕21号量刑指导意见（题名与原文未见）；《中华人民共和国刑法》第六十三条。

## Remedy 怎么改
查看评议记录中的量刑起点、基准刑和调节比例；没有记载的补充说明。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Result
from anjian.law.guidance import max_lightening
from anjian.law.penalties import tiers
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import CRIMINAL_LAW, SUBJECTS, length, own_results, single, term_en, term_zh, who

SCENARIO = Scenario(
    code="PEN124",
    name="adjustment-outside-guidance",
    title=Words("减轻幅度可能超出量刑指导意见", "Lightened beyond the guidance"),
    family="penalty",
    basis=(Basis("法发〔2021〕21号量刑指导意见"), Basis(CRIMINAL_LAW, "63")),
    certainty="hint",
    severity="minor",
    subjects=SUBJECTS,
    status="preview",
)
_LIGHTENING = frozenset(
    {"自首", "坦白", "立功", "重大立功", "从犯", "胁从犯", "犯罪未遂", "犯罪预备", "犯罪中止", "未成年", "年满七十五"}
    | {"怀孕", "限制责任", "聋哑盲", "防卫过当", "避险过当", "认罪认罚", "当庭认罪", "谅解", "退赃退赔"}
)
#: Left to the court on top of the ratio, so that only plain outliers are asked about.
SLACK_PERCENT = 20


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per term below what the only ground allows."""
    day, ground = decided_on(judgment), _only_ground(judgment)
    bound = max_lightening(ground, day) if day and ground else None
    if day is None or bound is None or "核准" in judgment.plain or len({r.party for r in judgment.results}) != 1:
        return
    for result in own_results(judgment):
        term, low = length(result.penalty), _lowest(judgment, result, day)
        if low is None or term is None or result.penalty.kind != "有期徒刑":
            continue
        least = low * (100 - bound.max_percent) * (100 - SLACK_PERCENT) / 10_000
        if term[0] + term[1] / 30 < least:
            yield SCENARIO.finding(
                judgment,
                result.penalty,
                f"对{who(result)}判处有期徒刑{term_zh(term)}；该罪最低一档为{term_zh((low, 0))}以上，"
                f"只认定{ground}，指导意见的幅度为百分之{bound.max_percent}以下。",
                f"{term_en(term)}, the lowest tier begins at {term_en((low, 0))} and the only ground found may "
                f"take off {bound.max_percent} percent at most.",
                expected=f"减少百分之{bound.max_percent}以下",
                found=term_zh(term),
            )


def _only_ground(judgment: Judgment) -> str | None:
    kinds = {g.kind for g in judgment.grounds_of(*_LIGHTENING) if g.accepted}
    if "自首" in kinds:
        kinds.discard("坦白")
    return kinds.pop() if len(kinds) == 1 else None


def _lowest(judgment: Judgment, result: Result, day: date) -> int | None:
    """The months at which the lowest tier begins; None where something less than a fixed term is open."""
    known = tiers(result.charge, day) if result.charge and single(judgment, result) else None
    if not known or any(t.detention or t.control or t.rights_only or t.fine in ("either", "alone") for t in known):
        return None
    return min((t.min_months for t in known if t.min_months is not None), default=None)
