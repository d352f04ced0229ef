"""The words with which a sentence opens a part of a civil, administrative, enforcement or compensation document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from .normalise import Source

_HERE = r"(?:本院|我院|来院)"
_CLAIM_OPENS = re.compile(
    r"[^，。；：]{0,60}?(?:(?:起|反|申)?诉称|上诉(?:人)?[^，。；：]{0,12}?称|上诉[^，。；：]{0,8}?(?:请求|提出|理由|认为)"
    r"|提[出起](?:如下|以下)?的?(?:反诉|诉讼|上诉|再审|赔偿|执行异议)?(?:请求|申请)(?:为|是|称|如下)?[：:，]|提[出起](?:诉讼|反诉|上诉)请求"
    r"|诉讼请求(?:[：:为是]|如下)|(?:再审|反诉|赔偿|异议|复议)请求[：:为是]|申请再审(?:称|请求|的?理由)|申请再审[：:]"
    r"|(?:抗诉|申诉|异议|复议|申请)(?:机关|人)?(?:认为|称|提出|请求)|(?<!不予)请求(?:法院|本院|判令|依法判令)|起诉要求|诉请[：:，]|反诉[：:])"
    rf"|[^。；：]{{0,70}}?(?:向|至|诉诸){_HERE}[^。；：]{{0,30}}?(?:请求|称|要求)"
    r"|[^。；：]{0,50}?不服[^。；：]{0,40}?(?:上诉称|上诉请求|申请再审称|，(?:提起|提出)?上诉)|事实(?:和|与)理由[：:]"
    r"|(?:[再复]审?申请人|复议申请人|申请人|异议人|案外人|利害关系人|赔偿请求人|申诉人|起诉人|原告|上诉人)[^，。；：]{0,40}?(?:认为|称)[：，]"
)
_ANSWER_OPENS = re.compile(
    r"[^。；：]{0,60}?(?:辩称|答辩(?:称|认为|意见|如下|提出|理由)|述称|陈述(?:称|意见(?:称|认为|[：:为]))|提出(?:如下)?(?:书面)?意见"
    r"|[未无](?:作|提交|提出|进行|向本院|予|到庭)?[^，。；]{0,14}答辩|没有[^，。；]{0,8}答辩|口头答辩|放弃[^。；：]{0,6}答辩)"
    r"|[^。；：]{0,50}?(?:服从|同意)(?:原审|一审|原判)|[^。；：]{0,50}?未(?:到庭|出庭)[^。]{0,30}?(?:抗辩|质证|陈述|证据)"
    r"|[^。；：]{0,50}?拒不(?:到庭|出庭)[^。]{0,20}?(?:抗辩|答辩)"
)
#: Words of the other side, or of whoever asks where nobody has asked yet.
_REPLY_OPENS = re.compile(
    r"(?:被申请人|被上诉人|被申诉人|申请执行人|被执行人|被告|第三人|原审第三人|原审被告|赔偿义务机关)[^，。；：]{0,40}?(?:称[，：]|认为[，：]|陈述|未发表|未作[^，。]{0,4}陈述|未提交|未提出)"
)
_SILENT = re.compile(r"[^。；：]{0,50}?[未无没][^。；：]{0,14}?答辩")
_LOWER_OPENS = re.compile(
    rf"[^。；：]{{0,60}}?(?:向|至)(?:一审|原审|原一审|(?!{_HERE})[^，。；：]{{2,20}}?)(?:人民)?法院(?:提起|起诉|提出|诉称|申请|诉请)"
    r"|[^，。；：]{0,20}?(?:一审|原审|二审|原一审|原二审|再审|执行|异议)(?:人民)?法院(?:经)?[^，。；：]{0,10}?(?:查明|认定|认为|确认|判决|裁定)"
    r"|(?!本院)[^，。；：]{2,30}?法院(?:一审|二审|再审)?(?:经?审理|审查)?(?:后)?(?:查明|认定|认为)"
    r"|原(?:审|判)(?:判决|裁定|经审理)?(?:查明|认定|认为)|(?:一审|原审)(?:起)?(?:诉称|辩称|判决|裁定|认定|查明|认为)"
    r"|原审(?:原告|被告|第三人)[^，。；：]{0,30}(?:诉称|辩称|述称|起诉)|[^，。；：]{0,40}(?:一审|原审)(?:时)?(?:起诉|诉|辩)(?:称|请求)"
    r"|[^。；：]{2,60}?法院(?:于[^。，；]{4,16})?作出[^。；]{4,60}?(?:判决|裁定|决定)[：:]"
)
_FINDING_OPENS = re.compile(
    r"(?:本院|现|庭审中|一审|二审|再审|综上|另)?[，]?经(?!公安|交警|有关|检察|劳动|仲裁|营)[^，。；：]{0,14}?(?:查明|认定|确认)"
    r"|(?:根据|综合|结合|依据|通过|对于?)?[^。；：]{0,70}?本院[^，。；：]{0,16}?(?:查明|认定|确认)[^，。；：]{0,14}(?:事实|如下|[：:，])"
    r"|[^，。；：]{0,30}?(?:认定|确认)(?:的|案件)?事实(?:为|是|如下)|[^，。；：]{0,20}?事实认定如下|(?:根据|综合)[^。；：]{0,60}事实(?:为|如下)[：:]"
    r"|(?:另|又|再)(?:经)?(?:审理)?查(?:明)?[：，:]|查明[：，:]|二审(?:期间|中|查明|审理|认定|经)|本院[^，。；：]{0,6}(?:查明|认定事实|二审期间|再审期间)"
)
_EVIDENCE_OPENS = re.compile(
    r"(?P<proof>(?:上[述列记]|以上|前述)(?:查明的?|认定的?)?(?:案件)?事实|本院(?:所)?确认的上述事实|认定上述事实)"
    r"|(?:[原被]告|上诉人|被上诉人|第三人|双方|申请|被申请|当事人|各方|反诉|[^，。；：]{0,30}?(?:为证明|为支持|为证实|围绕|向(?:本院|法庭|本庭)))"
    r"[^。；：]{0,40}?(?:提交|提供|出示|举示)[^。；：]{0,40}?(?:证据|[来证]证明)"
    r"|经[^，。；：]{0,10}(?:举证|质证|审查)[^。；：]{0,50}(?:证据|认证|认为)|对(?:于)?[^。；：]{0,30}证据"
    r"|本院[^，。；：]{0,12}(?:认证(?![^，。；：]{0,4}查明)|对[^，。；：]{0,20}证据)"
    r"|(?:本院)?(?:二审|再审)(?:期间|中|诉讼中|审理中)[^。]{0,30}(?:提交|证据)"
)
_SEARCH_OPENS = re.compile(
    r"(?:在)?(?:本案)?执行(?:过程)?中[，：]|本院在执行(?:过程)?中|(?:经|后经)[^，。；：]{0,12}(?:查询|调查|查控|查)[，,：]"
)
_REASONING = re.compile(
    r"(?:综上[所述]{0,2}|据此|因此|经审查|经审理|对此)?，?(?:本院|合议庭|经审查|经复查)(?:经|依法)?[^，。；：]{0,12}?认为"
)
#: What opens a part, the first that fits: why it is tried (see `_TELLING_WORDS`), the part, its opening. None of them
#: reaches beyond a full stop.
_OPENINGS = (
    ("view", "reasoning", _REASONING),
    ("silence", "answer", _SILENT),
    ("evidence", "evidence", _EVIDENCE_OPENS),
    ("lower", "lower", _LOWER_OPENS),
    ("finding", "findings", _FINDING_OPENS),
    ("search", "findings", _SEARCH_OPENS),
    ("answer", "answer", _ANSWER_OPENS),
    ("reply", "reply", _REPLY_OPENS),
    ("claim", "claims", _CLAIM_OPENS),
)
_FIRST_OF_REPLY = "被申第原赔"
_FIRST_OF_VIEW = "综据因经对，本合"
_FIRST = frozenset(_FIRST_OF_REPLY + _FIRST_OF_VIEW)
#: Words of which one stands in every sentence that opens such a part; a reply is told by its first character.
_TELLING_WORDS = {
    "view": ("认为",),
    "silence": ("答辩",),
    "evidence": ("事实", "证据", "证明", "认证", "举证", "质证", "审查", "提交"),
    "lower": ("法院", "原审", "原判", "一审"),
    "finding": ("查", "认定", "确认", "事实", "二审", "期间"),
    "search": ("执行", "查"),
    "answer": (
        "辩", "述称", "陈述称", "陈述意见", "提出意见", "提出如下", "提出书面",
        "未到庭", "未出庭", "拒不到庭", "拒不出庭",
        *[f"{agrees}{lower}" for agrees in ("服从", "同意") for lower in ("原审", "一审", "原判")],
    ),
    "claim": (
        "称", "请求", "，上诉", "申请再审", "要求", "诉请", "反诉：", "反诉:", "认为", "理由", "提出", "提起",
    ),
}  # fmt: skip
_TELLING = re.compile("|".join(sorted({w for words in _TELLING_WORDS.values() for w in words}, key=len, reverse=True)))


def _told_by(word: str) -> frozenset[str]:
    """The reasons for which a word counts: those of every word that it may hide in a search from left to right."""
    tails = [word[i:] for i in range(len(word))]
    return frozenset(
        reason
        for reason, words in _TELLING_WORDS.items()
        if any(tail.startswith(w) or w.startswith(tail) for w in words for tail in tails)
    )


_TOLD_BY = {word: _told_by(word) for words in _TELLING_WORDS.values() for word in words}


def sentences(source: Source, start: int, end: int) -> Iterator[int]:
    """Where sentences and lines begin."""
    text, breaks = source.plain, source.breaks
    nth = bisect_right(breaks, start)
    at = start
    while at < end:
        yield at
        stop = text.find("。", at, end)
        following = end if stop < 0 else stop + 1
        while following < end and text[following] in "”’）":
            following += 1
        while nth < len(breaks) and breaks[nth] < following:
            if breaks[nth] > at:
                yield breaks[nth]
            nth += 1
        at = following


def marks_in(source: Source, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The sentences that open a part, with its name, whatever stands before them."""
    text = source.plain
    enforcing = "执行" in text[:200]
    for at in sentences(source, start, end):
        limit = min(at + 160, end)
        told = _TELLING.findall(text, at, text.find("。", at, limit) + 1 or limit)
        first = text[at] if text[at] in _FIRST else ""
        for name, pattern in _possible(frozenset(told), first, enforcing):
            if pattern.match(text, at, limit):
                yield name, at
                break


@lru_cache(maxsize=16384)
def _possible(told: frozenset[str], first: str, enforcing: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a sentence may open that holds these telling words and begins with this character of `_FIRST`."""
    reasons = {reason for word in told for reason in _TOLD_BY[word]}
    if first and first in _FIRST_OF_REPLY:
        reasons.add("reply")
    if not first or first not in _FIRST_OF_VIEW:
        reasons.discard("view")
    if not enforcing:
        reasons.discard("search")
    return tuple((name, pattern) for reason, name, pattern in _OPENINGS if reason in reasons)


def proves(text: str, at: int) -> bool:
    """Whether a list of evidence stands for the findings before it."""
    m = _EVIDENCE_OPENS.match(text, at)
    return m is not None and m["proof"] is not None
