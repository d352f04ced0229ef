"""判处或认定的内容没有引用相应条文。

English: A measure or ground is pronounced without its article.

## What 查什么
主文宣告缓刑、数罪并罚、追缴没收，或者说理认定累犯、自首、立功、未遂、从犯等，而裁判依据没有引用刑法的相应条文。

## Why 为何
量刑情节和处理结果都应有法律依据；漏引条文，当事人看不出处罚从何而来。

## Method 方法
主文的处理和说理中本院认可的情节，按“措施与条文对照表”取裁判日应引的条文，裁判依据和说理中都没有引用时报告。宣告缓刑只引第七十二条、第七十三条之一的，作为提示。

## Exclusions 排除
罚金漏引第五十二、五十三条在真实判决中约占四成，不作差错；坦白、共同犯罪漏引不报（常以第六十一条概括）；辩护意见中提到而本院未采纳的情节不算；免予刑事处罚不查；二审、再审只查缓刑和并罚。

## Assumptions 假定
情节的认定能从说理部分读出。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第一条；《中华人民共和国刑法》第六十四、六十五、六十七、六十八、六十九、七十二、七十三条等。

## Remedy 怎么改
在裁判依据中补引条文；文书已送达的以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Place
from anjian.law.measures import articles_for
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .cited import CRIMINAL_LAW, OWN, articles, provision, provision_en

SCENARIO = Scenario(
    code="LAW205",
    name="measure-without-article",
    title=Words("漏引与处理相应的条文", "Measure without its article"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "1"),),
    certainty="likely",
    severity="minor",
    subjects=("criminal-first", "criminal-second", "criminal-retrial"),
)
#: Ground as the reader names it → measure as the table names it. Left out: what courts lawfully omit.
GROUNDS = {
    "累犯": "累犯",
    "自首": "自首",
    "立功": "立功",
    "重大立功": "立功",
    "犯罪未遂": "犯罪未遂",
    "犯罪中止": "犯罪中止",
    "犯罪预备": "犯罪预备",
    "从犯": "从犯",
    "胁从犯": "胁从犯",
    "限制责任": "限制刑事责任能力",
}
#: Measure → the words one of which each mention of its ground holds.
_WORDS = {
    "累犯": anchors("累犯"),
    "自首": anchors("自首"),
    "立功": anchors("立功"),
    "犯罪未遂": anchors("未遂", "未得逞", "未能得逞"),
    "犯罪中止": anchors("犯罪中止", "中止犯"),
    "犯罪预备": anchors("犯罪预备", "预备犯"),
    "从犯": anchors("从犯", "次要", "辅助"),
    "胁从犯": anchors("胁从犯", "被胁迫参加"),
    "限制刑事责任能力": anchors("限制责任能力", "限制刑事责任能力", "尚未完全丧失辨认"),
}
PROPERTY = re.compile(r"(?:予以|依法|应予)没收|没收，?上缴|(?:继续|予以|依法)追缴|责令[^。；]{0,30}退赔")
_TAKING = "追缴退赔没收"
_TAKEN = anchors("没收", "追缴", "退赔")
_PROBATION = frozenset({"72", "73"})
ENGLISH = {
    "缓刑": "probation",
    "数罪并罚": "several crimes merged",
    _TAKING: "confiscation or return of property",
    "累犯": "recidivism",
    "自首": "voluntary surrender",
    "立功": "meritorious service",
    "犯罪未遂": "attempt",
    "犯罪中止": "desistance",
    "犯罪预备": "preparation",
    "从犯": "accessory",
    "胁从犯": "coerced accomplice",
    "限制刑事责任能力": "reduced capacity",
}


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per measure or ground of which no article is cited."""
    day = decided_on(judgment)
    cited = articles(judgment, CRIMINAL_LAW, OWN)
    if day is None or not cited:
        return
    lacking = any(judgment.has(words) and _missing(measure, cited, day) for measure, words in _WORDS.items())
    grounds = _grounds(judgment) if lacking else {}
    for measure, place in {**grounds, **_measures(judgment, cited, day)}.items():
        if not articles(judgment, CRIMINAL_LAW):
            return
        if missing := _missing(measure, cited, day):
            yield _finding(judgment, measure, place, sorted(missing), "likely")
        elif measure == "缓刑" and not cited >= _PROBATION and articles_for(measure, day):
            yield _finding(judgment, measure, place, sorted(_PROBATION - cited), "hint")


def _missing(measure: str, cited: frozenset[str], day: date) -> frozenset[str]:
    """The articles for a measure where none of them is cited."""
    expected = articles_for(measure, day)
    return expected.articles if expected and cited.isdisjoint(expected.articles) else frozenset()


def _finding(judgment: Judgment, measure: str, place: Place, missing: list[str], certainty: Certainty) -> Finding:
    english = " or ".join(provision_en(a) for a in missing)
    wanted = "或".join(provision(a) for a in missing)
    return SCENARIO.finding(
        judgment,
        place,
        f"文书有{measure}的内容，裁判依据没有引用刑法{wanted}。",
        f"The document has {ENGLISH[measure]}, but the basis does not cite {english} of the Criminal Law.",
        expected=wanted,
        found=None,
        certainty=certainty,
    )


def _grounds(judgment: Judgment) -> dict[str, Place]:
    """The measures for grounds that the reasoning of a first instance finds, and nowhere refuses."""
    if judgment.instance != "first":
        return {}
    found: dict[str, Place] = {}
    denied: set[str] = set()
    for ground in judgment.grounds:
        measure = GROUNDS.get(ground.kind)
        if measure is None or ground.section != "reasoning":
            continue
        if ground.accepted:
            found.setdefault(measure, ground)
        else:
            denied.add(measure)
    return {measure: place for measure, place in found.items() if measure not in denied} if denied else found


def _measures(judgment: Judgment, cited: frozenset[str], day: date) -> dict[str, Place]:
    """Probation, several crimes merged, and what is taken or to be returned where its article is not cited."""
    found: dict[str, Place] = {}
    for result in judgment.results:
        if result.origin is None and result.penalty.probation_months:
            found.setdefault("缓刑", result)
        if result.total and result.origin is None:
            found.setdefault("数罪并罚", result)
    if judgment.has(_TAKEN) and _missing(_TAKING, cited, day):
        m = next(judgment.find(PROPERTY, "disposition"), None)
        if m:
            found[_TAKING] = judgment.place(m.start(), m.end())
    return found
