"""What the articles of civil procedure are used for in one document: its result and its words tell.

Each use says which documents have it (`when`) and which kind of document it can stand in (`form`). The numbers are
those of `anjian.law.renumbered`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.model import Citation

from .cited import OWN, cited

CIVIL_PROCEDURE = "民事诉讼法"
ADMINISTRATIVE = "行政诉讼法"
INTERPRETATION = "最高人民法院关于适用民事诉讼法的解释"
DELAY = "迟延履行利息"
RETRIAL_GROUND = "再审事由"
PROOF = "举证责任"
#: Uses that only a document with such a word can rest on.
OTHER_MATTERS = {
    "简易程序范围": "简易程序",
    "检察监督": "检察",
    "抗诉后再审": "抗诉",
    "支付令受理": "支付令",
    "承受执行": "死亡|终止|合并|分立|承受|变更|追加",
    "强制迁出": "迁出|腾|退出|交付",
    "涉外委托代理": "外国|涉外|香港|澳门|台湾",
    "涉外答辩": "外国|涉外|香港|澳门|台湾",
}

Test = Callable[[Judgment], bool]


class Use(Struct, frozen=True):
    """One use. `form` is 判决书, 裁定书 or 执行: the documents that can have it.

    `firm` tells that no other use of the old number comes into question in such a document, `ahead` that none of
    a number it only got later does.
    """

    law: str
    name: str
    form: str
    when: Test
    firm: bool = True
    ahead: bool = False


def form_of(judgment: Judgment) -> str:
    """The kind of document in the words of `Use.form`."""
    title = judgment.title
    if judgment.instance == "enforcement" or (title and title.case_type == "执行"):
        return "执行"
    return title.document_type if title else ""


def _kinds(*kinds: str) -> Test:
    """Whether the disposition decides any of these."""
    return lambda j: any(v.kind in kinds for v in j.verdicts)


def _told(pattern: str) -> Test:
    """Whether the text before the disposition, the proceedings below apart, has such words."""
    sections = ("course", "charge", "claims", "defence", "answer", "findings", "evidence", "reasoning", "basis")
    search = re.compile(pattern).search
    return lambda j: bool(search(j.part(*sections)))


def _all(*tests: Test) -> Test:
    return lambda j: all(test(j) for test in tests)


def _instance(name: str) -> Test:
    return lambda j: j.instance == name


def _of_offices(judgment: Judgment) -> bool:
    """Whether it is an administrative case."""
    return bool(judgment.title and judgment.title.case_type == "行政")


def _quashed(judgment: Judgment) -> bool:
    """Whether the disposition quashes an act of the administration."""
    return bool(re.search("撤销[^。；]{0,120}(?:决定|通知|行为|许可|登记|证)", judgment.part("disposition")))


_ENDED = re.compile("终结[^执。]{0,8}(?:诉讼|程序)|(?:诉讼|程序)终结")


def _ordered(judgment: Judgment) -> bool:
    """Whether it is a ruling that ends no suit, for the article on that end had a number of the one on rulings."""
    title = judgment.title
    ruling = bool(title and title.document_type == "裁定书")
    return ruling and not _ENDED.search(judgment.part("disposition"))


_APPEAL = _all(_instance("second"), _kinds("维持", "驳回上诉", "改判", "撤销", "发回重审"))
_NOT_COME = _told("缺席|(?:拒不|未|没有|未能)(?:按时)?(?:到庭|到院|出庭|到案)|中途退庭")
_PROVEN = _told("证")
_REVIEWED = _all(_instance("retrial"), _kinds("驳回再审申请", "指令再审", "提审", "再审"))
_STAYED = _all(_instance("retrial"), _kinds("中止原判执行"))

USES = (
    Use(CIVIL_PROCEDURE, "缺席判决", "判决书", _NOT_COME, ahead=True),
    Use(CIVIL_PROCEDURE, PROOF, "判决书", _PROVEN),
    Use(CIVIL_PROCEDURE, "调解不成及时判决", "判决书", _instance("first"), firm=False),
    Use(CIVIL_PROCEDURE, "按撤诉处理", "裁定书", _all(_kinds("按撤诉处理"), _NOT_COME), ahead=True),
    Use(CIVIL_PROCEDURE, "撤诉", "裁定书", _all(_instance("first"), _kinds("准许撤诉")), ahead=True),
    Use(CIVIL_PROCEDURE, "终结诉讼", "裁定书", _kinds("终结诉讼")),
    Use(CIVIL_PROCEDURE, "管辖异议", "裁定书", _kinds("驳回管辖异议"), ahead=True),
    Use(CIVIL_PROCEDURE, "裁定范围", "裁定书", _ordered, firm=False),
    Use(CIVIL_PROCEDURE, "裁定范围", "执行", _ordered, firm=False),
    Use(CIVIL_PROCEDURE, "二审裁判", "判决书", _APPEAL, ahead=True),
    Use(CIVIL_PROCEDURE, "二审裁判", "裁定书", _APPEAL, ahead=True),
    Use(CIVIL_PROCEDURE, "二审裁定", "裁定书", _APPEAL, firm=False),
    Use(CIVIL_PROCEDURE, "二审不开庭", "判决书", _APPEAL),
    Use(CIVIL_PROCEDURE, "二审不开庭", "裁定书", _APPEAL),
    Use(CIVIL_PROCEDURE, "撤回上诉", "裁定书", _kinds("准许撤回上诉"), firm=False),
    Use(CIVIL_PROCEDURE, "再审审理", "判决书", _all(_instance("retrial"), _kinds("维持", "改判", "撤销"))),
    Use(CIVIL_PROCEDURE, "再审审查", "裁定书", _REVIEWED),
    Use(CIVIL_PROCEDURE, "再审中止执行", "裁定书", _STAYED, firm=False),
    Use(CIVIL_PROCEDURE, "查询划拨", "执行", _kinds("财产保全", "扣划"), firm=False),
    Use(CIVIL_PROCEDURE, "扣留提取", "执行", _kinds("扣划"), firm=False),
    Use(CIVIL_PROCEDURE, "查封拍卖", "执行", _kinds("财产保全", "拍卖"), firm=False),
    Use(
        CIVIL_PROCEDURE, "执行异议", "执行", _all(_kinds("驳回异议", "驳回复议申请"), lambda j: "案外人" not in j.plain)
    ),
    Use(CIVIL_PROCEDURE, "案外人异议", "执行", _all(_kinds("驳回异议", "中止执行"), lambda j: "案外人" in j.plain)),
    Use(CIVIL_PROCEDURE, "执行和解", "执行", _all(_kinds("恢复执行"), lambda j: "和解协议" in j.plain)),
    Use(CIVIL_PROCEDURE, "中止执行", "执行", _kinds("中止执行"), firm=False),
    Use(CIVIL_PROCEDURE, "终结执行", "执行", _kinds("终结执行")),
    Use(ADMINISTRATIVE, "行政行为合法的判决", "判决书", _all(_of_offices, _kinds("驳回诉讼请求"))),
    Use(ADMINISTRATIVE, "撤销行政行为", "判决书", _all(_of_offices, _instance("first"), _quashed)),
    Use(INTERPRETATION, "终结本次执行", "执行", _kinds("终结本次执行")),
    Use(INTERPRETATION, "再审审查结果", "裁定书", _REVIEWED, firm=False),
    Use(INTERPRETATION, "准许撤回上诉", "裁定书", _kinds("准许撤回上诉"), firm=False),
    Use(INTERPRETATION, "二审瑕疵纠正", "判决书", _all(_APPEAL, _told("瑕疵")), firm=False),
)
_PROOF_WORDS = ("当事人对自己提出的主张",)
_DELAY_WORDS = ("迟延履行", "延迟履行", "加倍支付", "加倍交付")
_OLD_EDITION = re.compile("(?:原|旧|修[改正订]前的?)$")
_EDITION_NOTE = re.compile(r"（[^）]{0,12}(?:修[改正订]|版|年)")


def uses_of(judgment: Judgment) -> list[Use]:
    """The uses that the result and the words of a document show."""
    form = form_of(judgment)
    return [use for use in USES if use.form == form and use.when(judgment)]


def delay_citations(judgment: Judgment, articles: Container[str]) -> Iterator[Citation]:
    """The civil procedure law where the document cites one of some articles for the doubled interest of delay."""
    sections = ("basis", "disposition", "fees", "notice")
    for citation in cited(judgment, CIVIL_PROCEDURE, ("basis", "argument", "quoted")):
        known = citation.section in sections and citation.article and citation.article in articles
        if known and _goes_on(judgment, citation, _DELAY_WORDS):
            yield citation


def proof_citations(judgment: Judgment, articles: Container[str] | None = None) -> Iterator[Citation]:
    """The civil procedure law where the court itself cites it (or some articles of it) with the words of proof."""
    for citation in cited(judgment, CIVIL_PROCEDURE, OWN):
        known = citation.article and (articles is None or citation.article in articles)
        if known and _goes_on(judgment, citation, _PROOF_WORDS):
            yield citation


def other_matter(judgment: Judgment, citation: Citation, uses: frozenset[str]) -> bool:
    """Whether what the cited number then meant (its USES) has no place in the document.

    Those articles have no items, so that a citation with one cannot mean them.
    """
    words = [OTHER_MATTERS.get(use) for use in uses]
    return bool(words) and all(w and (citation.item or not re.search(w, judgment.plain)) for w in words)


def _goes_on(judgment: Judgment, citation: Citation, words: tuple[str, ...]) -> bool:
    """Whether the sentence goes on to these words before it cites anything else."""
    end = judgment.plain_span(citation)[1]
    rest = re.split("[。；《]", judgment.plain[end : end + 60], maxsplit=1)[0]
    return any(word in rest for word in words)


def names_its_edition(judgment: Judgment, citation: Citation) -> bool:
    """Whether the citation itself says which edition it means (（2017年修正）, 修改前的《…》)."""
    if citation.title_place is None:
        return False
    start, end = judgment.plain_span(citation.title_place)
    before, after = judgment.plain[max(0, start - 6) : start], judgment.plain[end : end + 16]
    return bool(_OLD_EDITION.search(before) or _EDITION_NOTE.match(after))
