"""What every kind of document has in common: the names of its parts and how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from .anchors import anchors
from .normalise import Source

if TYPE_CHECKING:
    from .judgment import Judgment

#: head: court, title, number · parties · course: how the case came and was heard · lower: the decision
#: below, restated · charge: what the prosecution alleges · claims: what a party asks and why · defence: to a
#: charge · answer: to claims · findings: 审理查明 · evidence · reasoning: 本院认为 · basis: the statutes right
#: before 判决如下 · disposition · fees: who bears them, and the interest for delay · notice: appeal or effect ·
#: signature: judges, date, clerk · annex: everything after. Outside criminal cases claims and answer (with a
#: counterclaim or a second appellant) and evidence may come more than once.
NAMES = (
    "head", "parties", "course", "lower", "charge", "claims", "defence", "answer", "findings", "evidence",
    "reasoning", "basis", "disposition", "fees", "notice", "signature", "annex",
)  # fmt: skip

_ORDER = {name: n for n, name in enumerate(NAMES)}

_RESULT_WORDS = anchors("决如", "定如", "决入", "定入")
RESULT_OPENING = re.compile(r"(?:判决|裁定|决定)[如入](?:下|[^，。；：]下|[^，。；：下](?=[：:])|(?=[：:]))[：:，,]?")
_JUDGES = (
    "院长", "副院长", "庭长", "审判长", "独任审判员", "代理审判长", "代理审判员", "助理审判员", "审判员", "执行员",
    "人民陪审员",
)  # fmt: skip
_JUDGE_WORDS = anchors(*_JUDGES)
_JUDGE_LINE = re.compile(
    rf"(?:{'|'.join(_JUDGES)})"
    r"(?![，。；：、的和参进出是为]|意见|一致|组成|独任|主持|审判)"
)
_DECISION_DATE = re.compile(
    r"[一二][〇一二三四五六七八九]{3}年[一二三四五六七八九十元]{1,3}月[一二三四五六七八九十廿卅〇]{1,4}日"
)
_DIGIT_DATE = re.compile(r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日")
_CLERK = re.compile(r"(?:书记员|速录员)(?![，。；：、的和])")
_ANNEX = re.compile(
    r"附(?:[：:录表件注]|相关|本|判决|有关|法律|适用)|本案(?:所)?(?:适用|引用|依据|援引|相关)"
    r"|相关法律条文|法律条文|判决法律依据|适用法律|《中华人民共和国"
)
_CITED_END = re.compile(r"(?:规定|解释|[条款项]|》)。$")
_CITE_VERB = re.compile(
    r"(?:依照|依据|根据|按照|援引|适用|依)(?=[《〈<＜﹤]|中华人民|最高人民|刑法|[^，。；]{0,12}[《〈])"
)


class Cut(Struct, frozen=True):
    """One section in plain indexes."""

    name: str
    start: int
    end: int


def contiguous(starts: Iterable[tuple[str, int]], length: int) -> tuple[Cut, ...]:
    """The parts that begin at these places, each running to the next."""
    ordered = sorted([(start, _ORDER[name]) for name, start in starts])
    ordered.append((length, 0))
    cuts, (begin, which) = [], ordered[0]
    for start, following in ordered[1:]:
        if start > begin:
            cuts.append(Cut(NAMES[which], begin, start))
        begin, which = start, following
    return tuple(cuts)


def result_opening(j: Judgment) -> re.Match[str] | None:
    """The last 判决如下 that is followed by a result, not one quoted inside the facts."""
    text = j.plain
    for at in reversed(j.spots(_RESULT_WORDS, 1)):
        m = RESULT_OPENING.match(text, at - 1)
        if m and not text.startswith("…", m.end()):  # a blank form pasted in: 判决如下：……（写明…）
            return m
    return None


def matched_at(pattern: re.Pattern[str], text: str, spots: Iterable[int], end: int) -> Iterator[int]:
    """Where `finditer` would find a pattern whose matches can begin at these spots only."""
    done = 0
    for at in spots:
        if at >= done:
            m = pattern.match(text, at, end)
            if m:
                done = m.end()
                yield at


def matched_round(
    pattern: re.Pattern[str], text: str, spots: Iterable[int], reach: int, start: int, end: int
) -> Iterator[re.Match[str]]:
    """What `finditer` would find of a pattern whose every match holds a spot and is no longer than `reach`."""
    done = start
    for at in spots:
        if at >= done:
            m = pattern.search(text, max(done, at - reach), min(at + reach, end))
            if m and m.start() <= at:
                done = m.end()
                yield m
            else:
                done = at + 1  # nothing begins before it


def at_break(source: Source, starts: Iterable[int]) -> int | None:
    """The first of these that begins a paragraph, else the first after a full stop."""
    after_stop = None
    for start in starts:
        if start == 0 or source.is_break(start):
            return start
        if after_stop is None and source.plain[start - 1] in "。；）】”":
            after_stop = start
    return after_stop


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds an index begins."""
    begin = text.rfind("。", 0, at) + 1
    begin = text.rfind("！", begin, at) + 1 or begin
    return text.rfind("？", begin, at) + 1 or begin


def basis_start(text: str, opening: int, floor: int) -> int:
    """Where the statute list begins: the verb 依照/根据… in the last sentence that cites anything."""
    end = opening
    for _ in range(2):
        start = max(sentence_start(text, end), floor)
        m = _CITE_VERB.search(text, start, opening)
        if m and "条" in text[m.start() : opening]:
            return m.start()
        title = text.find("《", start, opening)
        if title >= 0 and "条" in text[title:opening] and end == opening:
            return title
        if start <= floor or not _CITED_END.search(text, max(start - 8, 0), start):
            break
        end = start - 1
    return opening


def signature_start(j: Judgment, start: int) -> int | None:
    """The first judge's line with a decision date not far behind it."""
    text = j.plain
    done = start
    for at in j.spots(_JUDGE_WORDS, start):
        m = _JUDGE_LINE.match(text, at) if at >= done else None
        if m is None:
            continue
        done = m.end()
        if j.source.is_break(at) or text.endswith(("。", "）", "；", "人民法院"), 0, at):
            near = _dated(text, at, at + 400)
            if near and text.find("。", at, near.start()) < 0:
                return at
    dated = _dated(text, start, len(text)) if start else None
    return dated.start() if dated and j.source.is_break(dated.start()) else None


def _dated(text: str, start: int, end: int) -> re.Match[str] | None:
    return _DECISION_DATE.search(text, start, end) or _DIGIT_DATE.search(text, start, end)


def annex_start(text: str, signature: int) -> int | None:
    """Where what is appended begins, behind the clerk's line."""
    date = _dated(text, signature, len(text))
    after = date.end() if date else signature
    clerk = _CLERK.search(text, after, after + 60) or _CLERK.search(text, signature, after + 60)
    if clerk:
        after = max(after, clerk.end())
    m = _ANNEX.search(text, after)
    return m.start() if m else None
