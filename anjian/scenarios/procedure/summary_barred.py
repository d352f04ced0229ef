"""不得适用简易程序的案件适用了简易程序。

English: Summary or speedy procedure although the law bars it.

## What 查什么
适用简易或者速裁程序的案件，文书却认定被告人是盲、聋、哑人或者限制刑事责任能力的精神病人，或者辩护人作无罪辩护，
或者有被告人对适用该程序提出异议。

## Why 为何
这些情形下被告人难以自行行使诉讼权利，或者控辩有实质争议，法律要求按普通程序审理。

## Method 方法
取审理经过所写的最后程序；在法院认定的情节、辩护意见和审理经过中查找上述情形。

## Exclusions 排除
已转为普通程序的不报；辩护人只对部分罪名或者罪名的定性有异议、主张构成另一较轻罪名的不报；
是否有重大社会影响需要判断，不查。

## Assumptions 假定
法院在判决理由中采纳的情节确实存在。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百一十五条、第二百二十三条；司法解释（2021）第三百六十条、第三百七十条，
（2012）第二百九十条。

## Remedy 怎么改
转为普通程序重新审理；已生效的报审判监督部门研究。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Place
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .common import CPL, EDITION_2018, basis_on, interpreted

SCENARIO = Scenario(
    code="PRO308",
    name="summary-barred",
    title=Words("不得适用简易程序的案件适用了简易程序", "Summary procedure where it is barred"),
    family="procedure",
    basis=(
        Basis(CPL, "215", since=EDITION_2018),
        Basis(CPL, "223", since=EDITION_2018),
        *interpreted("290", "360"),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal-first",),
)
_INNOCENT = re.compile(
    r"(?:作|做|进行|提出)(?:了)?无罪(?:的)?(?:辩护|意见)|无罪的?辩护意见"
    r"|辩护人[^。；]{0,60}?(?:不构成犯罪(?!既遂|未遂|中止|预备|集团|团伙)|(?:应|请求|建议)[^。；]{0,16}?(?:宣告|判决|认定)[^。；]{0,10}?无罪)"
)
_OBJECTS = re.compile(r"对(?:本案)?适用(?:简易|速裁)程序(?:审理)?(?:有|提出|持)异议|不同意适用(?:简易|速裁)程序")
_OBJECTED = ("程序有异议", "程序提出异议", "程序持异议", "审理有异议", "审理提出异议", "不同意适用")
#: Words without which a pattern cannot match, the pattern, and what it shows.
_DISPUTES = (
    (anchors("无罪", "不构成犯罪"), _INNOCENT, "辩护人作无罪辩护"),
    (anchors(*_OBJECTED), _OBJECTS, "有当事人对适用该程序提出异议"),
)
_DISABLED = {"聋哑盲": "盲、聋、哑人", "限制责任": "尚未完全丧失辨认或者控制能力的精神病人"}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per ground that bars the procedure."""
    course, on = judgment.course, decided_on(judgment)
    if course is None or on is None or course.procedure not in ("简易", "速裁") or course.procedure_place is None:
        return
    used = f"{course.procedure}程序"
    for ground in judgment.grounds_of(*_DISABLED):
        if ground.accepted:
            yield _report(judgment, ground, f"法院认定被告人系{_DISABLED[ground.kind]}", used, "certain")
            break
    for words, pattern, zh in _DISPUTES:
        place = _first(judgment, pattern) if judgment.has(words) else None
        if place:
            yield _report(judgment, place, zh, used, "likely")


def _first(judgment: Judgment, pattern: re.Pattern[str]) -> Place | None:
    m = next(judgment.find(pattern, "course", "charge", "defence", "findings", "evidence", "reasoning"), None)
    return judgment.place(m.start(), m.end()) if m else None


def _report(judgment: Judgment, place: Place, why: str, used: str, certainty: Certainty) -> Finding:
    on = decided_on(judgment)
    return SCENARIO.finding(
        judgment,
        place,
        f"{why}，依法不适用{used}，本案却适用{used}审理。",
        "The document shows a ground on which this simplified procedure does not apply.",
        expected="普通程序",
        found=used,
        certainty=certainty,
        basis=basis_on(SCENARIO, on) if on else None,
    )
