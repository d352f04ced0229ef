"""把不能作为裁判依据的文件当作裁判依据。

English: A document that may not be a basis of decision is cited as one.

## What 查什么
裁判依据中引用了指导意见、会议纪要、通知、答复等不是法律、法律解释或司法解释的文件；2016年8月起的民事裁判引用了宪法。

## Why 为何
刑事裁判只能以法律、法律解释、司法解释为依据；民事裁判另可引用行政法规、地方性法规、自治条例和单行条例；行政裁判另可引用国务院或其授权部门公布的行政法规解释和规章。其他规范性文件只能用于说理。

## Method 方法
裁判依据一句中的名称，以“意见、纪要、通知、答复、复函”结尾，且名称库没有登记为司法解释的，报告。民事、行政、执行文书只报“纪要、指导意见”，以及最高人民法院以外的机关的“意见、通知、答复、复函”。

## Exclusions 排除
说理部分引用的不查；民事、行政文书引用的最高人民法院“意见、通知、批复、复函”早年可以是司法解释，不报；名称库登记为司法解释的通知、规定不报；全国人大常委会的立法解释、决定不报；2016年8月以前的和刑事、行政裁判引用宪法的，没有明文禁止可证，不报。

## Assumptions 假定
裁判依据能从“依照……判决如下”一句中读出。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第三条至第六条；《人民法院民事裁判文书制作规范》（法〔2016〕221号）。

## Remedy 怎么改
移至说理部分，裁判依据只留法律和司法解释。
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.law.titles import resolve, titles
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .cited import basis_places, is_criminal

SCENARIO = Scenario(
    code="LAW212",
    name="not-a-basis",
    title=Words("不能作为裁判依据的文件", "Not a basis of decision"),
    family="application",
    basis=(
        Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "3"),
        Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "4"),
        Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "5"),
        Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "6"),
    ),
    certainty="likely",
    severity="minor",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
ENDINGS = ("意见", "意见（试行）", "意见（一）", "意见（二）", "纪要", "通知", "答复", "复函")
CONSTITUTION = "宪法"
#: From when the standard of civil documents (法〔2016〕221号) says that the constitution is no basis of a decision.
STANDARD = date(2016, 8, 1)
_STANDARD_BASIS = (Basis("人民法院民事裁判文书制作规范"),)
_PLAIN = ("纪要", "指导意见", "指导意见（试行）")
#: Where its title does not name the issuer, it may be the supreme court's.
_OTHERS = (
    "省", "市", "州", "县", "区", "厅", "局", "委员会", "政府", "部", "办公室", "高级人民法院", "中级人民法院",
)  # fmt: skip


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per such document in the basis."""
    for citation in basis_places(judgment):
        if _is_constitution(judgment, citation.title):
            yield _constitution(judgment, citation.title_place or citation)
        elif citation.title.endswith(ENDINGS) and _no_law(citation.title) and _counts(judgment, citation.title):
            yield SCENARIO.finding(
                judgment,
                citation.title_place or citation,
                f"《{citation.title}》不是法律、法律解释或者司法解释，只能用于说理，不能列为裁判依据。",
                f"{citation.title} is neither a law nor an interpretation; it may support reasons, not the decision.",
                expected="法律、法律解释、司法解释",
                found=citation.title,
            )


def _is_constitution(judgment: Judgment, title: str) -> bool:
    """Whether a civil document of the days of the standard cites the constitution."""
    if resolve(title) != CONSTITUTION:
        return False
    day = decided_on(judgment)
    civil = judgment.title is not None and judgment.title.case_type == "民事"
    return civil and day is not None and day >= STANDARD


def _no_law(title: str) -> bool:
    return not any(t.level == "司法解释" for t in titles(title))


def _constitution(judgment: Judgment, place: Place) -> Finding:
    return SCENARIO.finding(
        judgment,
        place,
        "宪法不得引作民事裁判的依据，其原则和精神可以在说理部分阐述。",
        "The constitution is no basis of a civil decision; its principles may support the reasons.",
        expected="法律、法律解释、司法解释",
        found=judgment.words(place),
        basis=_STANDARD_BASIS,
    )


def _counts(judgment: Judgment, title: str) -> bool:
    """Whether the title counts in this kind of case; any does in a criminal one."""
    if is_criminal(judgment):
        return True
    issuer = title.split("关于", 1)[0] if "关于" in title else ""
    return title.endswith(_PLAIN) or issuer.endswith(_OTHERS)
