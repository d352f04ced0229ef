"""认定的罪名与引用的条文不符。

English: The convicted charge and the cited articles do not belong together.

## What 查什么
主文认定的罪名，其所属的刑法分则条文没有出现在裁判依据和说理中，而引用了别的分则条文。

## Why 为何
定罪没有引用本罪条文，等于没有定罪依据；多因条号误写。

## Method 方法
由罪名表取裁判日该罪名所属条文，与裁判依据、说理引用的刑法条文比对；全都没有引用时报告。

## Exclusions 排除
依转化规定定罪（如抢夺、盗窃转化为抢劫的第二百六十九条，非法拘禁转化为故意伤害的第二百三十八条第二款）而引用通向本罪的转化条文的不报；引用第二百八十七条的不报；二审不查。
罪名不在罪名表中的由 LAW207 检查。

## Assumptions 假定
罪名与条文的归属以罪名规定为准。

## Basis 依据
《中华人民共和国刑法》分则；《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第一条。

## Remedy 怎么改
改引本罪条文。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Citation, Result
from anjian.law.charges import Charge, charge_on, known_charge
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .cited import CRIMINAL_LAW, OWN, articles, cited, provision, provision_en

SCENARIO = Scenario(
    code="LAW208",
    name="charge-article-mismatch",
    title=Words("罪名与条文不符", "Charge and cited article differ"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "1"),),
    certainty="certain",
    severity="major",
    subjects=("criminal-first",),
)
#: Article that turns its act into the crime of another article → the articles of the crimes it may end in.
TURNS = {
    "149": "140", "155": "151 152 153", "156": "151 152 153 347 350", "157": "151 277", "183": "271 382 383",
    "184": "163 385 386", "185": "272 384", "196": "264", "204": "201", "208": "205 206 207", "210": "264 266",
    "238": "232 234", "241": "232 234 236 237 238 240 246", "242": "277", "247": "232 234", "248": "232 234",
    "253": "264", "259": "236", "265": "264", "267": "263", "269": "263", "271": "382 383", "272": "384",
    "289": "232 234 263", "292": "232 234", "300": "232 234 236 266", "333": "234", "361": "358 359", "362": "310",
    "382": "383", "394": "382 383",
}  # fmt: skip
#: Crimes by means of a computer (art. 287) may end in any article.
ANY = frozenset({"287", "287-1", "287-2"})
SPECIAL_PART = 102


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per charge whose own article is nowhere cited although another one is."""
    day = decided_on(judgment)
    known = articles(judgment, CRIMINAL_LAW, OWN)
    if day is None or not known:
        return
    told: set[str] = set()
    for result in judgment.results:
        charge = result.charge and (charge_on(result.charge, day) or known_charge(result.charge))
        if not charge or result.charge in told or result.origin is not None:
            continue
        told.add(result.charge or "")
        if known.isdisjoint(charge.articles) and not _turned(known, charge):
            special = [c for c in cited(judgment, CRIMINAL_LAW) if _number(c) >= SPECIAL_PART]
            if not special:
                return
            yield _finding(judgment, result, charge, _stranger(judgment, special))


def _number(citation: Citation) -> int:
    return int((citation.article or "0").split("-")[0])


def _turned(known: frozenset[str], charge: Charge) -> bool:
    """Whether a cited article leads to this charge."""
    ends = {end for article in known for end in TURNS.get(article, "").split()}
    return not known.isdisjoint(ANY) or not ends.isdisjoint(charge.articles)


def _stranger(judgment: Judgment, special: list[Citation]) -> Citation:
    """The cited special article that belongs to no charge of the disposition, else the first one."""
    own: set[str] = set()
    for result in judgment.results:
        charge = known_charge(result.charge) if result.charge else None
        own |= set(charge.articles) if charge else set()
    return next((c for c in special if c.article not in own), special[0])


def _finding(judgment: Judgment, result: Result, charge: Charge, stranger: Citation) -> Finding:
    wanted = "、".join(provision(a) for a in charge.articles)
    english = " or ".join(provision_en(a) for a in charge.articles)
    cited_instead = provision(stranger.article or "")
    return SCENARIO.finding(
        judgment,
        stranger,
        f"主文认定{result.charge}，应引刑法{wanted}，裁判依据没有引用，所引{cited_instead}不是本罪条文。",
        f"The conviction is for {result.charge}, which is {english}; the basis does not cite it.",
        expected=wanted,
        found=cited_instead,
    )
