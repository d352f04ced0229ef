"""What every kind of document has in common: the names of its parts and how it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from .normalise import Source

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

RESULT_OPENING = re.compile(r"(?:判决|裁定|决定)[如入](?:下|[^，。；：]下|[^，。；：下](?=[：:])|(?=[：:]))[：:，,]?")
_JUDGE_LINE = re.compile(
    r"(?:院长|副院长|庭长|审判长|独任审判员|代理审判长|代理审判员|助理审判员|审判员|执行员|人民陪审员)"
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


@dataclass(frozen=True, slots=True)
class Cut:
    """One section in plain indexes."""

    name: str
    start: int
    end: int


def contiguous(starts: Iterable[tuple[str, int]], length: int) -> tuple[Cut, ...]:
    """The parts that begin at these places, each running to the next."""
    ordered = sorted((start, NAMES.index(name)) for name, start in starts)
    cuts = []
    for i, (start, which) in enumerate(ordered):
        end = ordered[i + 1][0] if i + 1 < len(ordered) else length
        if end > start:
            cuts.append(Cut(NAMES[which], start, end))
    return tuple(cuts)


def result_opening(text: str) -> re.Match[str] | None:
    """The last 判决如下 that is followed by a result, not one quoted inside the facts."""
    last = None
    for anchor in ("决如", "定如", "决入", "定入"):
        at = text.rfind(anchor)
        while at > 0:
            m = RESULT_OPENING.match(text, at - 1)
            if m and not text.startswith("…", m.end()):  # a blank form pasted in: 判决如下：……（写明…）
                if last is None or m.start() > last.start():
                    last = m
                break
            at = text.rfind(anchor, 0, at)
    return last


def at_break(source: Source, pattern: re.Pattern[str], start: int, end: int) -> int | None:
    """The first match of pattern that begins a paragraph, else the first after a full stop."""
    after_stop = None
    for m in pattern.finditer(source.plain, start, end):
        if m.start() == 0 or source.is_break(m.start()):
            return m.start()
        if after_stop is None and source.plain[m.start() - 1] in "。；）】”":
            after_stop = m.start()
    return after_stop


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds an index begins."""
    return max(text.rfind(stop, 0, at) for stop in "。！？") + 1


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


def signature_start(source: Source, start: int) -> int | None:
    """The first judge's line with a decision date not far behind it."""
    text = source.plain
    dated = _DECISION_DATE.search(text, start) or _DIGIT_DATE.search(text, start)
    for m in _JUDGE_LINE.finditer(text, start):
        near = _DECISION_DATE.search(text, m.start(), m.start() + 400)
        near = near or _DIGIT_DATE.search(text, m.start(), m.start() + 400)
        begins = source.is_break(m.start()) or text.endswith(("。", "）", "；", "人民法院"), 0, m.start())
        if near and begins and "。" not in text[m.start() : near.start()]:
            return m.start()
    return dated.start() if dated and start and source.is_break(dated.start()) else None


def annex_start(source: Source, signature: int) -> int | None:
    """Where what is appended begins, behind the clerk's line."""
    text = source.plain
    date = _DECISION_DATE.search(text, signature) or _DIGIT_DATE.search(text, signature)
    after = date.end() if date else signature
    clerk = _CLERK.search(text, after, after + 60) or _CLERK.search(text, signature, after + 60)
    if clerk:
        after = max(after, clerk.end())
    m = _ANNEX.search(text, after)
    return m.start() if m else None
