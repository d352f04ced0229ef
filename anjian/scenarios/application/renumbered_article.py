"""引用了修改前（后）的条文序号。

English: An article is cited by the number it had in another edition of the law.

## What 查什么
法律修改后条文移位，文书仍用另一版本的序号。刑事查刑事诉讼法一审判决、二审裁判、因程序违法发回重审、减刑假释、附带民事诉讼五处；民事、行政、执行查迟延履行利息、缺席判决、撤诉和按撤诉处理、裁定范围、举证责任、管辖异议、二审、再审审查和审理、执行异议、执行和解、终结执行等处，行政诉讼法驳回诉讼请求、撤销行政行为两处，以及民诉法解释的终结本次执行等处。

## Why 为何
新版本中该序号已是别的内容，引用落空。

## Method 方法
由裁判结果和用语判断用途（维持、改判、准许撤诉、缺席、加倍支付迟延履行期间的债务利息等），取裁判日该用途的序号；裁判依据没有这个序号而有同一用途在其他版本的序号时报告。迟延履行利息和“当事人对自己提出的主张，有责任提供证据”按该句本身判断（后者说理部分也查）。

## Exclusions 排除
没有文本可证的序号不查；裁判依据中已有正确序号的不报；引用处写明版本（如“2017年修正”“修改前的”）的不报；民事除迟延履行利息、缺席判决、撤诉、按撤诉处理、管辖异议、二审裁判外，只报旧版本的序号；后来的序号在裁判时是别的规定，而文书没有涉及那一规定的（如2022年以前的裁定引用第一百五十七条某项，而该条当时是简易程序的适用范围，没有项），只作“很可能”。该序号在裁判时另有可能用途的、判决书以外的文书写迟延履行利息的，裁判距修改施行不满九十日而没有过渡规定可证的，或者2013年以前的裁判用了后来的序号的，只作“很可能”。

## Assumptions 假定
裁判作出之日适用当日有效的诉讼法；2013年未结民事案件适用修改后的民事诉讼法有明文。

## Basis 依据
《中华人民共和国刑事诉讼法》（2018年）第一百零一条、第二百条、第二百三十六条、第二百三十八条、第二百七十三条；《中华人民共和国民事诉讼法》（2023年）第一百四十六条至第一百四十八条、第一百七十七条、第二百一十五条、第二百六十四条、第二百六十八条。

## Remedy 怎么改
改引现行序号。
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from datetime import date, timedelta

from anjian.documents import Judgment
from anjian.documents.model import Citation
from anjian.law.editions import exists
from anjian.law.renumbered import (
    Numbered,
    earlier_numbers,
    later_numbers,
    moved_numbers,
    number_on,
    numbered_on,
    other_numbers,
    uses_on,
)
from anjian.law.transitions import pending_under_new
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .cited import CRIMINAL_PROCEDURE, OWN, cited, is_criminal, provision
from .civil_uses import (
    ADMINISTRATIVE,
    CIVIL_PROCEDURE,
    DELAY,
    INTERPRETATION,
    PROOF,
    RETRIAL_GROUND,
    USES,
    Use,
    delay_citations,
    form_of,
    names_its_edition,
    other_matter,
    proof_citations,
    uses_of,
)

_CRIMINAL_BASIS = tuple(Basis("中华人民共和国刑事诉讼法", article) for article in ("200", "236", "238"))
_CIVIL_BASIS = (Basis("中华人民共和国民事诉讼法"),)
_SHORT = {CIVIL_PROCEDURE: "民事诉讼法", INTERPRETATION: "民诉法解释", ADMINISTRATIVE: "行政诉讼法"}
#: How long before or after a change a document may have been written under the other text.
SETTLING = timedelta(days=90)
#: Before, nobody here can tell what else stood under a number that an article got later.
KNOWN_SINCE = date(2013, 1, 1)

SCENARIO = Scenario(
    code="LAW204",
    name="renumbered-article",
    title=Words("条文序号属于另一版本", "Article number of another edition"),
    family="application",
    basis=(*_CRIMINAL_BASIS, *_CIVIL_BASIS),
    certainty="certain",
    severity="major",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per provision cited by the number of another edition."""
    day = decided_on(judgment)
    if day is None:
        return
    if is_criminal(judgment):
        yield from _criminal(judgment, day)
    else:
        yield from _named(judgment, DELAY, delay_citations, day)
        yield from _named(judgment, PROOF, proof_citations, day)
        yield from _retrial_grounds(judgment, day)
        yield from _civil(judgment, day)


def _criminal(judgment: Judgment, day: date) -> Iterator[Finding]:
    citations = cited(judgment, CRIMINAL_PROCEDURE)
    for use in _criminal_uses(judgment) if citations else ():
        now = number_on(CRIMINAL_PROCEDURE, use, day)
        if now is None or any(c.article == now for c in citations):
            continue
        for citation in citations:
            if citation.article in other_numbers(CRIMINAL_PROCEDURE, use, day):
                yield _finding(judgment, citation, use, now, "刑事诉讼法", "certain", _CRIMINAL_BASIS)


def _criminal_uses(judgment: Judgment) -> list[str]:
    uses = []
    kinds = {v.kind for v in judgment.verdicts}
    if judgment.instance == "second" and kinds & {"维持", "驳回上诉", "改判", "撤销", "发回重审"}:
        uses += ["二审裁判"]
    if judgment.instance == "commutation" or "减刑" in kinds:
        uses.append("减刑假释")
    elif judgment.instance == "first" and judgment.results:
        uses.append("一审判决")
    if judgment.title and judgment.title.incidental:
        uses.append("附带民事诉讼")
    return uses


def _named(
    judgment: Judgment, use: str, cites: Callable[[Judgment, Container[str]], Iterator[Citation]], day: date
) -> Iterator[Finding]:
    """The clauses on late performance and on proof, whose words name their use."""
    now = numbered_on(CIVIL_PROCEDURE, use, day)
    others = other_numbers(CIVIL_PROCEDURE, use, day) if now else ()
    for citation in cites(judgment, others) if others else ():
        if now and not names_its_edition(judgment, citation):
            sure = form_of(judgment) == "判决书" and _settled(now, day)
            yield _civil_finding(judgment, citation, now, "certain" if sure else "likely")


def _retrial_grounds(judgment: Judgment, day: date) -> Iterator[Finding]:
    """A ground of retrial cited with its item, under a number that has no such item any more."""
    now = numbered_on(CIVIL_PROCEDURE, RETRIAL_GROUND, day) if judgment.instance == "retrial" else None
    if now is None:
        return
    for citation in cited(judgment, CIVIL_PROCEDURE, OWN):
        old = citation.article in earlier_numbers(CIVIL_PROCEDURE, RETRIAL_GROUND, day)
        if old and citation.item and _absent(citation, day) and not names_its_edition(judgment, citation):
            yield _civil_finding(judgment, citation, now, "certain" if _settled(now, day) else "likely")


def _civil(judgment: Judgment, day: date) -> Iterator[Finding]:
    """The uses that the result shows, each with the citations of the basis under an earlier number."""
    if not any(c.article in moved_numbers(law, day) for law in _SHORT for c in cited(judgment, law)):
        return
    uses = uses_of(judgment)
    meant = {(u.law, number_on(u.law, u.name, day)) for u in uses}
    told: set[Citation] = set(proof_citations(judgment))
    own = {law: [c for c in cited(judgment, law) if not names_its_edition(judgment, c)] for law in _SHORT}
    for use in uses:
        now = numbered_on(use.law, use.name, day)
        citations = own[use.law]
        if now is None or any(c.article == now.article for c in citations):
            continue
        for citation in citations:
            taken = (use.law, citation.article) in meant or citation in told
            if not taken and _elsewhere(judgment, citation, use, day):
                told.add(citation)
                yield _civil_finding(judgment, citation, now, _certainty(judgment, citation, use, now, day))


def _elsewhere(judgment: Judgment, citation: Citation, use: Use, day: date) -> bool:
    """Whether the number is one of another edition, under which the citation can only mean this use."""
    article = citation.article or ""
    if article in earlier_numbers(use.law, use.name, day):
        return True
    later = article in later_numbers(use.law, use.name, day)
    return later and (use.ahead or other_matter(judgment, citation, uses_on(use.law, article, day)))


def _certainty(judgment: Judgment, citation: Citation, use: Use, now: Numbered, day: date) -> Certainty:
    ahead = citation.article in later_numbers(use.law, use.name, day)
    if not _settled(now, day) or (ahead and (day < KNOWN_SINCE or not use.ahead)):
        return "likely"
    if _absent(citation, day):
        return "certain"
    form = form_of(judgment)
    names = [u.name for u in USES if u.law == use.law and u.form == form] + [DELAY, RETRIAL_GROUND]
    plausible = any(number_on(use.law, name, day) == citation.article for name in names)
    return "certain" if use.firm and not plausible else "likely"


def _absent(citation: Citation, day: date) -> bool:
    article = citation.article or ""
    return exists(citation.title, article, day, citation.paragraph, citation.item) is False


def _settled(now: Numbered, day: date) -> bool:
    """Whether a document of that day can only follow the text then in force."""
    since, until = now.since, now.until
    old_gone = since is None or day >= since + SETTLING or pending_under_new(now.law, since)
    return old_gone and (until is None or day < until - SETTLING)


def _civil_finding(judgment: Judgment, citation: Citation, now: Numbered, certainty: Certainty) -> Finding:
    statute = now.law in (CIVIL_PROCEDURE, ADMINISTRATIVE)
    basis = (Basis(f"中华人民共和国{now.law}", now.article),) if statute else _CIVIL_BASIS
    return _finding(judgment, citation, now.use, now.article, _SHORT[now.law], certainty, basis)


def _finding(
    judgment: Judgment,
    citation: Citation,
    use: str,
    now: str,
    law: str,
    certainty: Certainty,
    basis: tuple[Basis, ...],
) -> Finding:
    wrong, right = provision(citation.article or ""), provision(now)
    return SCENARIO.finding(
        judgment,
        citation,
        f"{use}在裁判时有效的{law}中是{right}，文书引用的{wrong}属于另一版本。",
        f"This was article {now} on that day; {citation.article} is its number in another edition.",
        expected=right,
        found=wrong,
        certainty=certainty,
        basis=basis,
    )
