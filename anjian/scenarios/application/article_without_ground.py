"""引用了条文而全文没有相应情节。

English: An article is cited for a ground that the document does not know.

## What 查什么
裁判依据引用累犯、自首、立功、未遂、从犯、未成年等条文，而事实和说理中从未提到该情节。

## Why 为何
多是套用旧文书留下的条文，或者条文写错（例如认定自首却引第六十七条第三款）。

## Method 方法
裁判依据中的条文（及第六十七条的款）与全文的情节对照；一次也没有提到的，报告。

## Exclusions 排除
情节只要在指控、事实、辩护或说理任一处提到即不报，即使本院未认定；第二十五条（共同犯罪）不查。

## Assumptions 假定
情节的用语在读取范围之内。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第一条。

## Remedy 怎么改
删去多引的条文，或补写情节的认定。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Citation
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .cited import CRIMINAL_LAW, cited, provision, provision_en

SCENARIO = Scenario(
    code="LAW206",
    name="article-without-ground",
    title=Words("引用条文而无相应情节", "Article cited without its ground"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "1"),),
    certainty="likely",
    severity="minor",
    subjects=("criminal-first",),
)
_SURRENDER = anchors("自首")
_EARLIER = ("累犯", "释放", "被判处", "因犯", "曾犯", "前科", "执行完毕", "犯罪记录")
#: Provision → words one of which must stand somewhere before the basis, and the ground's name.
WORDS: dict[tuple[str, int | None], tuple[tuple[str, ...], str, str]] = {
    ("17-1", None): (("七十五", "75"), "年满七十五周岁", "age over 75"),
    ("19", None): (("聋", "哑", "盲"), "聋哑人或者盲人", "deaf-mute or blind"),
    ("20", None): (("防卫", "侵害"), "防卫", "self-defence"),
    ("21", None): (("避险", "危险"), "紧急避险", "necessity"),
    ("22", None): (("预备", "准备工具", "制造条件"), "犯罪预备", "preparation"),
    ("23", None): (("未遂", "得逞", "未果"), "犯罪未遂", "attempt"),
    ("24", None): (("中止", "放弃"), "犯罪中止", "desistance"),
    ("27", None): (("从犯", "次要", "辅助", "帮助"), "从犯", "accessory"),
    ("28", None): (("胁从", "胁迫"), "胁从犯", "coerced accomplice"),
    ("29", None): (("教唆", "唆使", "指使"), "教唆犯", "instigator"),
    ("65", None): (_EARLIER, "累犯", "recidivism"),
    ("66", None): (_EARLIER, "特别累犯", "special recidivism"),
    ("67", 1): (("自首", "投案", "主动到案", "自动", "电话通知", "传唤", "主动", "等候", "等待"), "自首", "surrender"),
    ("67", 3): (("如实", "坦白", "供认", "交代", "供述", "认罪"), "坦白", "confession"),
    ("68", None): (("立功", "检举", "揭发", "协助"), "立功", "meritorious service"),
}
_ARTICLES = frozenset(article for article, _ in WORDS)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per provision of the basis whose ground the document never mentions."""
    basis = judgment.cut("basis")
    if basis is None:
        return
    citations = cited(judgment, CRIMINAL_LAW)
    told: dict[str, bool] = {}
    for citation in citations:
        article = citation.article or ""
        if article not in _ARTICLES or citation.section != "basis":
            continue
        known = WORDS.get((article, citation.paragraph)) or WORDS.get((article, None))
        if known is None:
            continue
        words, zh, en = known
        if zh not in told:
            told[zh] = any(judgment.plain.find(word, 0, basis.start) >= 0 for word in words)
        if not told[zh]:
            yield _finding(judgment, citation, zh, en)
    yield from _wrong_paragraph(judgment, citations)


def _wrong_paragraph(judgment: Judgment, citations: list[Citation]) -> Iterator[Finding]:
    """自首 found for the only defendant, and only the paragraph of 坦白 cited."""
    if not judgment.has(_SURRENDER) or len(judgment.defendants) != 1:
        return
    if {c.paragraph for c in citations if c.article == "67"} != {3}:
        return
    surrender = [g for g in judgment.grounds_of("自首") if g.section == "reasoning"]
    if surrender and all(g.accepted for g in surrender):
        place = next(c for c in citations if c.article == "67")
        yield SCENARIO.finding(
            judgment,
            place,
            "说理认定自首，裁判依据只引了坦白的第六十七条第三款，没有引第一款。",
            "Surrender is found, but only article 67, paragraph 3 (confession) is cited, not paragraph 1.",
            expected="第六十七条第一款",
            found="第六十七条第三款",
        )


def _finding(judgment: Judgment, citation: Citation, zh: str, en: str) -> Finding:
    english = provision_en(citation.article or "", citation.paragraph)
    cited_as = provision(citation.article or "", citation.paragraph)
    return SCENARIO.finding(
        judgment,
        citation,
        f"裁判依据引用刑法{cited_as}（{zh}），全文没有提到这一情节。",
        f"The basis cites {english} ({en}), but the document nowhere mentions that ground.",
        expected=None,
        found=cited_as,
    )
