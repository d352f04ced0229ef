"""Which evidence a document names, and whether the accused contests: shared by the scenarios of this family."""

from __future__ import annotations

import re
from functools import lru_cache

from anjian.documents import Judgment
from anjian.documents.evidence import WORDS

from .sums import body_span, told

#: Papers on the person and the procedure: they prove who and how arrested, not the crime.
_FORMAL = re.compile(
    r"户籍|户口|人口|身份|到案|抓获|归案|破案|案发经过|查获经过|情况说明|工作情况|侦破|投案|受案|受理|接受刑事|立案|接处警|报警|接警|拘留证"
    r"|逮捕证|刑事判决书|刑事裁定书|判决书复印件|释放|前科|违法犯罪记录|行政处罚|在逃|社区矫正|调查评估|谅解书|和解协议|调解协议|驾驶证|行驶证"
)
_WORD_OF_THE_ACCUSED = ("辩解", "供认")
_EVERY_WORD = re.compile(
    "|".join(sorted((w for words in WORDS.values() for w in words.split()), key=len, reverse=True))
    + "|证据[^，。；]{0,6}[：:]"
)
_ADMITS = re.compile(
    r"(?:无|没有|不持|未提出?|未表示|未有|无任何)(?:任何)?(?:异议|意见|辩解)|认罪|供认|如实|坦白|自首|承认|悔罪|具结|无意见|属实"
)
_DENIES = re.compile(
    r"(?:被告人|其)[^，。；：]{0,24}(?:否认|不认罪|拒不认罪|拒不供认|拒不承认|不承认)"
    r"|被告人(?!及)[^，。；：]{0,24}(?:辩称|辩解(?!意见)|提出)[^。；]{0,40}(?:没有|没|未|不是|不知|并非|不在|同意|自愿|不构成)"
    r"|无罪辩护|作无罪|无罪的辩护|应(?:当)?宣告[^，。；]{0,8}无罪|请求[^，。；]{0,12}无罪|不构成[^，。；]{0,16}罪"
    r"|指控[^。；]{0,24}(?:不实|不属实|与事实不符|(?<!没)(?<!无)有异议|持异议)"
)


def only_kind(judgment: Judgment) -> str | None:
    """The one kind of evidence on the crime itself in the evidence section; None where there is no or another one."""
    found = None
    for e in judgment.evidence:
        if e.kind != found and e.text not in _WORD_OF_THE_ACCUSED and not _is_formal(e.text):
            if found is not None:
                return None
            found = e.kind
    return found


@lru_cache(maxsize=1024)
def _is_formal(word: str) -> bool:
    """Whether a word of the closed list of evidence names such a paper."""
    return _FORMAL.search(word) is not None


def names_any_evidence(judgment: Judgment) -> bool:
    """Whether any piece of evidence is named anywhere before the disposition."""
    return _EVERY_WORD.search(judgment.plain, *body_span(judgment)) is not None or bool(judgment.evidence)


def admitted(judgment: Judgment) -> bool:
    """Whether any admission is recorded, by the accused or in the court's words."""
    return _ADMITS.search(judgment.plain, *body_span(judgment)) is not None


def contested(judgment: Judgment) -> bool:
    """Whether the accused or the defence denies the facts or the guilt, and the court finds no admission."""
    start, end = told(judgment)
    if not _DENIES.search(judgment.plain, start, end) or _PLAIN_ADMISSION.search(judgment.plain, start, end):
        return False
    return not any(g.accepted and g.section == "reasoning" for g in judgment.grounds_of(*_CONFESSED))


_CONFESSED = ("自首", "坦白", "认罪认罚", "当庭认罪")
_PLAIN_ADMISSION = re.compile(
    r"(?:无|没有|不持|未提出?)(?:任何)?异议|(?:自愿|当庭|表示|愿意)(?:表示)?认罪|认罪认罚|供认不讳|均予供认|亦供认"
)
