"""固定用语有错别字。

English: A fixed phrase is misspelt.

## What 查什么
裁判文书的固定用语（判决如下、不服本判决、审理终结、取保候审、有期徒刑等）有错字、漏字。

## Why 为何
固定用语的错字是典型的低级差错，影响文书的严肃性；有的（如上诉告知、刑罚名称）会产生歧义。

## Method 方法
对照同目录的两张表：一张列已知的错误写法；一张列固定用语，取其前半或后半作锚，另一半只差一个字、漏一个字而又不是表中列明的正当写法的，报告；首尾已定、只有中间一字不合的（裁×如下：、本院认×，、判决生×之日），也报告。

## Exclusions 排除
附录法条不查；补正裁定照录的错字不查；民事、行政、执行文书中另有正当用法的（亦无意义、被告入住、提起上述诉讼等）不查；人名中的同形字不算；“第二天起”“自判决执行之日起”“判决执行前”等正当的不同写法不报；异体字、标点、繁简不查；罪名、法律名称的错字由LAW各项查。

## Assumptions 假定
各半句足够特别，只差一字即为误写。

## Basis 依据
人民法院裁判文书样式及相应法律的用语（刑法和各诉讼法的原词）。

## Remedy 怎么改
改正错字；已送达的以裁定补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS, corrected, is_criminal, own_end
from .wordings import Misspelt, misspelt

SCENARIO = Scenario(
    code="DOC609",
    name="fixed-phrase-typo",
    title=Words("固定用语有错别字", "Misspelt fixed phrase"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="certain",
    severity="format",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
#: The words one of which stands in a wrong wording, and where it begins behind the wording's own beginning; a wording
#: with one character that is fixed there (group 1 is what stands there instead, and where the report begins if the
#: pattern looks at what stands before); the right wording.
_FRAMES = (
    ("判决如", 0, r"判决如([^下，。；：])(?=：)", "判决如下"),
    ("裁定如", 0, r"裁定如([^下，。；：])(?=：)", "裁定如下"),
    ("县人民法 区人民法 市人民法 级人民法", -1, r"(?<=[县区市级])人民法([^院庭官律制治规典学])", "人民法院"),
    ("县人民检 区人民检 市人民检 级人民检", -1, r"(?<=[县区市级])人民检([^察])(?=院)", "人民检察院"),
    ("代理检察", 0, r"代理检察([^员院长官机、，。；])", "代理检察员"),
    ("下：", 3, r"裁定([^如以])下(?=：)", "裁定如下"),
    ("下：", 3, r"判决([^如以])下(?=：)", "判决如下"),
    ("下：", 3, r"裁([^定决判])如下(?=：)", "裁定如下"),
    ("下：", 3, r"判([^决定处令罚])如下(?=：)", "判决如下"),
    ("不服本判， 不服本判。 不服本判可", 0, r"不服本判(?=[，。可])", "不服本判决"),
    ("不服本裁， 不服本裁。 不服本裁可", 0, r"不服本裁(?=[，。可])", "不服本裁定"),
    ("本院认", 0, r"本院认([^为定可证同识知领购，。：])(?=[，：])", "本院认为"),
    ("为， 为：", 3, r"(?<![该原他由向])本院([^认作身行名])为(?=[，：])", "本院认为"),
    ("理终结", 3, r"(?<!发)现([^已经均业都将])审理终结", "现已审理终结"),
    ("理终结", 3, r"现已([^审办处])理终结", "现已审理终结"),
    ("适用简易程序 适用速裁程序 适用普通程序", 2, r"依([^法职据照])适用(?=简易程序|速裁程序|普通程序)", "依法适用"),
    ("判决执行以前先行", 0, r"判决执行以前先行([^羁关收拘看])押", "判决执行以前先行羁押"),
    ("终审判", 0, r"终审判([^决])(?=[，。；])", "终审判决"),
    ("终审裁", 0, r"终审裁([^定决])(?=[，。；])", "终审裁定"),
    ("驳回上", 0, r"驳回上([^诉])，(?=维持)", "驳回上诉，"),
    ("减半收", 0, r"减半收([^取费缴交])(?=[0-9计案为人，])", "减半收取"),
    ("收取", 2, r"减([^半免少])收取(?=[0-9计案])", "减半收取"),
    ("案件受", 0, r"案件受([^理])费(?=[0-9])", "案件受理费"),
    ("案件受理", 0, r"案件受理([^费的后通之时机期条])(?=[0-9]+(?:\.[0-9]+)?元)", "案件受理费"),
    ("传票传", 0, r"传票传([^唤讯送达递呼给至票，。])(?=[，无未拒后没仍不])", "传票传唤"),
    ("判决生", 0, r"判决生([^效])(?=之日|后)", "判决生效"),
    ("裁定生", 0, r"裁定生([^效])(?=之日|后)", "裁定生效"),
    ("申请执", 0, r"申请执([^行业法政])人(?![员民])", "申请执行人"),
    ("其他诉 其余诉 全部诉 提出诉", 0, r"(?:其他|其余|全部|提出)诉([^讼求状称讨])请求(?=[。；：，])", "诉讼请求"),
    ("其他诉 其余诉 全部诉 提出诉", 0, r"(?:其他|其余|全部|提出)诉讼([^请要诉需主])求(?=[。；：，])", "诉讼请求"),
    ("不淮", 0, r"不(淮)[予许](?=[^，。；]{1,40}(?:离婚|撤|执行|继承|婚姻))", "准予"),
    ("：淮 、淮", -1, r"(?<=[：、])(淮)[予许](?=[^，。；]{1,40}(?:离婚|撤|执行|继承|婚姻))", "准予"),
)  # fmt: skip
_PATTERNS = tuple((re.compile(pattern), right) for _, _, pattern, right in _FRAMES)
_WORDS = anchors(*(word for words, _, _, _ in _FRAMES for word in words.split()))
#: How the right wordings begin that begin with one of the words: where they stand no frame matches.
_RIGHT = (
    *(place + body for place in "县区市级" for body in ("人民法院", "人民检察")),
    "本院认为", "判决如下", "判决执行以前先行羁押", "判决生效", "代理检察员",
)  # fmt: skip
#: The number of such a word → how far before it a wording may begin, the pattern of all that may, and which they are.
_AT: dict[int, tuple[int, re.Pattern[str], tuple[int, ...]]] = {}
for _word in _WORDS.words:
    _which = tuple(n for n, (_words, *_) in enumerate(_FRAMES) if _word in _words.split())
    _any = re.compile("|".join(_FRAMES[n][2] for n in _which))
    _AT[min(anchors(_word).numbers)] = (_FRAMES[_which[0]][1], _any, _which)
#: Slips in a criminal document that may be rightful elsewhere: 维持婚姻亦无意义, 被告入住, 提起上述诉讼.
_CIVIL_RIGHTFUL = re.compile(
    r"[一-龥]{1,2}无意义|被告入|提起上述|提起控诉|日出生与|(?:和议|合意)庭[外前后]|检查院[内落子方]|业己方|法阮"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per misspelt phrase of the court's own text."""
    stop = own_end(judgment)
    slips = [*misspelt(judgment.plain, stop), *_framed(judgment, stop)]
    if not slips:
        return
    done = set(range(*corrected(judgment)))
    civil = not is_criminal(judgment)
    for found in slips:
        if civil and _CIVIL_RIGHTFUL.match(judgment.plain, found.start):
            continue
        if done.isdisjoint(range(found.start, found.end)):
            done.update(range(found.start, found.end))
            yield _finding(judgment, found)


def _framed(judgment: Judgment, stop: int) -> Iterator[Misspelt]:
    for n in sorted(_wrong_frames(judgment)):
        pattern, right = _PATTERNS[n]
        for m in pattern.finditer(judgment.plain, 0, stop):
            if not m.re.groups or "一" <= m[1] <= "龥":
                yield Misspelt(m.start(), m.end(), right)


def _wrong_frames(judgment: Judgment) -> set[int]:
    """Which wordings may stand wrong about one of their words."""
    text = judgment.plain
    found: set[int] = set()
    for number, spots in judgment.spots_each(_WORDS):
        back, pattern, which = _AT[number]
        for at in spots:
            if not text.startswith(_RIGHT, at) and pattern.match(text, max(at - back, 0)):
                found.update(which)
                break
    return found


def _finding(judgment: Judgment, found: Misspelt) -> Finding:
    written = judgment.plain[found.start : found.end]
    return SCENARIO.finding(
        judgment,
        judgment.place(found.start, found.end),
        f"固定用语应为“{found.right}”，文书写作“{written}”。",
        f"The fixed phrase is {found.right}; the document has {written}.",
        expected=found.right,
        found=written,
    )
