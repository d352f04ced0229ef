"""辩护、答辩意见没有回应。

English: A ground of the defence is recorded and the court never speaks of it.

## What 查什么
刑事判决记载了辩护人、被告人提出的自首、立功、从犯、未遂、中止、防卫、被害人过错、非法证据、责任能力等意见，后文再没有提到；
民事判决记载了被告提出的超过诉讼时效、违约金或者利率过高、超过保证期间、主体不适格、签名不真实、不可抗力等答辩理由，后文再没有提到。

## Why 为何
裁判文书应当反映控辩（诉辩）双方的意见并说明采纳与否的理由，不回应使当事人无从知道败诉的原因。

## Method 方法
在辩护、答辩部分逐句找上列理由，再在事实、证据、说理、法律依据和主文中找同类字样；都没有，说理中也没有概括回应的，提示。

## Exclusions 排除
说理中概括写“辩护意见”“辩称”“抗辩”“答辩意见”予以采纳或者不予采纳的；引用了与该意见对应的条文的；原告的请求全部被驳回的；
认罪认罚适用速裁程序的；二审、再审、裁定书，都不报。请求从轻、适用缓刑等单纯的量刑请求不查。

## Assumptions 假定
法院的回应会用到该理由的通常用语。

## Basis 依据
《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》第三百条（2012年解释为第二百四十六条）；
《中华人民共和国民事诉讼法》第一百五十五条（2021年起；2012年为第一百五十二条）。

## Remedy 怎么改
在说理部分逐项回应，写明采纳或者不采纳的理由。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.sections import Cut
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .bases import CIVIL_REASONS, REASONS
from .pleas import CIVIL_PLEAS, CRIMINAL_PLEAS, Plea, words_of

SCENARIO = Scenario(
    code="EVI404",
    name="defence-unanswered",
    title=Words("辩护、答辩意见没有回应", "A ground of the defence never answered"),
    family="evidence",
    basis=REASONS,
    certainty="hint",
    severity="minor",
    subjects=("criminal-first", "civil-first"),
)
#: What opens a defence that has no section of its own, and how far before it that may begin.
_DEFENDS, _REACH = anchors("辩护人", "辩护意见", "辩解", "辩称"), 60
_DEFENDER = re.compile(rf"[^。；]{{0,{_REACH}}}(?:{'|'.join(_DEFENDS.words)})[^。]{{0,600}}")
#: An answer to all that was said, or to what is not named: it may have taken in the ground looked for.
_GENERAL = re.compile(
    r"(?:上述|以上|其他|其余|其它|相关|该|此|各|全部)(?:项|种|部分|点)?(?:的)?(?:辩护|辩解)?(?:意见|理由|辩护|辩解)"
    r"|(?:辩护人|被告人)(?:某|[一-龥]{2,4})?(?:所提|提出)?的(?:辩护|辩解)?(?:意见|理由|辩护|辩解)"
)
_CIVIL_GENERAL = re.compile(
    r"(?:上述|以上|其他|其余|其它|相关|该|此|各|全部)(?:项|种|部分|点)?(?:的)?(?:抗辩|答辩|辩解|辩称|主张|意见|理由)"
    r"|被告(?:方|[一-龥]{2,12})?(?:所提|提出)?的(?:上述|其他|全部|相关)?(?:抗辩|答辩|辩解|辩称|主张|意见|理由)"
)
_RAISED, _CIVIL_RAISED = words_of(CRIMINAL_PLEAS), words_of(CIVIL_PLEAS)
NEEDS = (anchors(*_RAISED.words, *_CIVIL_RAISED.words),)
Raised = tuple[Plea, re.Match[str]]
_RESULT = ("findings", "evidence", "reasoning", "basis", "disposition", "annex")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per kind of plea that stands in the defence and nowhere behind it."""
    title = judgment.title
    if title is None or title.document_type != "判决书" or title.incidental:
        return
    if title.case_type == "刑事":
        yield from _criminal(judgment)
    elif title.case_type == "民事" and any(a.kind not in ("驳回", "驳回起诉") for a in judgment.awards):
        yield from _civil(judgment)


def _criminal(judgment: Judgment) -> Iterator[Finding]:
    if judgment.course and judgment.course.procedure == "速裁":
        return
    spans = [(c.start, c.end) for c in judgment.cuts if c.name == "defence"]
    if not spans:
        told = [c for c in judgment.cuts if c.name in ("course", "charge")]
        spans = [span for c in told if judgment.spots(_RAISED, c.start, c.end) for span in _defences(judgment, c)]
    raised = _raised(judgment, spans, CRIMINAL_PLEAS, judgment.spots(_RAISED)) if spans else []
    if raised:
        yield from _unanswered(judgment, spans, raised, _GENERAL, REASONS)


def _civil(judgment: Judgment) -> Iterator[Finding]:
    spans = [(c.start, c.end) for c in judgment.cuts if c.name == "answer"]
    raised = _raised(judgment, spans, CIVIL_PLEAS, judgment.spots(_CIVIL_RAISED)) if spans else []
    if raised:
        yield from _unanswered(judgment, spans, raised, _CIVIL_GENERAL, CIVIL_REASONS)


def _defences(judgment: Judgment, cut: Cut) -> Iterator[tuple[int, int]]:
    """The matches of `_DEFENDER` in a section."""
    text, done = judgment.plain, cut.start
    for at in judgment.spots(_DEFENDS, cut.start, cut.end):
        if at < done:
            continue
        start = max(done, at - _REACH)
        start = max(start, text.rfind("。", start, at) + 1, text.rfind("；", start, at) + 1)
        m = _DEFENDER.match(text, start, cut.end)
        if m:
            yield m.span()
            done = m.end()


def _unanswered(
    judgment: Judgment,
    spans: list[tuple[int, int]],
    raised: list[Raised],
    general: re.Pattern[str],
    basis: tuple[Basis, ...],
) -> Iterator[Finding]:
    behind = _behind(judgment, spans)
    raised = [(plea, m) for plea, m in raised if not plea.answered.search(behind)]
    reasoning = judgment.part("reasoning") if raised else ""
    if reasoning and not general.search(reasoning):
        for plea, m in raised:
            yield SCENARIO.finding(
                judgment,
                judgment.place(*m.span()),
                f"文书记载了关于{plea.name}的意见，事实、说理和主文没有再提到，也没有概括回应。",
                "This ground is recorded; neither the facts, the reasons nor the result speak of it again.",
                expected=f"对{plea.name}的回应",
                found="没有回应",
                basis=basis,
            )


def _raised(
    judgment: Judgment, spans: list[tuple[int, int]], pleas: tuple[Plea, ...], spots: list[int]
) -> list[Raised]:
    """The pleas that stand in the defence, each with its first words there; `spots` are those of all their words."""
    spans = [span for span in spans if _within(spots, *span)]
    found = []
    for plea in pleas if spans else ():
        at = judgment.spots(plea.words) if judgment.has(plea.words) else ()
        for start, end in spans if at else ():
            m = plea.raised.search(judgment.plain, start, end) if _within(at, start, end) else None
            if m:
                found.append((plea, m))
                break
    return found


def _within(spots: Sequence[int], start: int, end: int) -> bool:
    nearest = bisect_left(spots, start)
    return nearest < len(spots) and spots[nearest] < end


def _behind(judgment: Judgment, spans: list[tuple[int, int]]) -> str:
    """The court's own words: the sections from the findings on, without the pleas themselves."""
    parts = [(c.start, c.end) for c in judgment.cuts if c.name in _RESULT]
    out = []
    for start, end in parts:
        at = start
        for a, b in sorted(spans):
            if start <= a < end:
                out.append(judgment.plain[at:a])
                at = min(b, end)
        out.append(judgment.plain[at:end])
    return "".join(out)
