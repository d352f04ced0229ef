"""The claims of the parties, numbered as written.

In a speech of a claimant (see `speeches`) the claims follow at once (诉讼请求：1.…) or behind the words that ask
(故诉至法院，请求判令…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from .kind_of_case import nature
from .mentions import by_role, mentions, names_of
from .model_civil import Claim
from .numerals import whole
from .reliefs import reliefs_of
from .speeches import IS, Speech, speeches
from .sums import sums

if TYPE_CHECKING:
    from .judgment import Judgment

_DIRECT = re.compile(rf"(?:请求|事项|异议|申请){IS}?$|如下[：:]?$")
_REASONS = re.compile(
    r"(?:其|主要)*(?:事实|(?:上诉|再审|申请)?(?:的)?理由)(?:和|与|及|、)?(?:理由|事实|依据)?(?:如下"
    r"|为|是)?[：:，]"
)
_TOLD_ALREADY = re.compile(
    r"(?:依法)?(?:公正)?(?:裁[判决]|判决|判如所请|处理|审理|支持|判处)(?:原告|其|上述|我|上诉人"
    r"|如上)?[^，。；0-9]{0,12}(?:[，。；]|$)"
)
_ASK = r"(?:请求|要求|诉请|恳请|请|申请|望|判令)"
_ASKS = re.compile(
    rf"(?<!申)(?!申请再审)(?:请求|要求|诉请|恳请|请|申请|望)(?:人民|贵|二审|本|上级|再审)?(?:法院|本院|法庭|院)?(?:能够|予以"
    rf"|查明事实|在查清事实的基础上|，)?"
    r"(?:依法)?(?:(?:判令|判决|判准|判处|判定|裁决|裁定)[：:，,]?|(?=确认|撤销|变更|责令|改判|发回|再审|准予|准许|解除"
    r"|支持(?!其|我|原告)|驳回))"
    rf"|(?:诉至|起诉|诉诸|提起(?:本案|行政|民事)?诉讼|诉来|具状|来院|诉请|诉讼至"
    rf"|诉讼到)[^。；：0-9①]{{0,24}}?{_ASK}[：:，,]?"
    r"|(?:故|现|为此|因此|遂|据此|综上|所以|特)[^。；：0-9①对]{0,20}?(?:请求|要求|诉请|判令)(?:人民"
    r"|贵)?(?:法院)?(?:依法)?(?:判令|判决)?[：:，,]?"
    r"|(?:诉请|请求)(?:法院)?(?:依法)?(?:判令)?[：:，,]"
    r"|(?:请求|要求)(?=[1一①][、.．，]|（[1一]）)"
    r"|判令(?=[^，。；]{0,30}(?:支付|给付|赔偿|返还|归还|偿还|承担|履行))[：:，,]?"
    r"|(?:请求|要求)(?=对本案(?:进行)?再审|对[^，。；]{1,20}(?:进行)?(?:再审|改判|提审))"
)
_WEAK = re.compile(
    r"(?:请求|要求)(?=[^，。；]{0,40}(?:支付|给付|赔偿|返还|归还|偿还|承担|履行|离婚|解除|撤销|变更"
    r"|责令|确认|公开|重新|冻结|查封|向[^，。；]{1,30}发出|停止|拆除|协助|继续|分割|继承))"
)
_LEAD = re.compile(
    r"(?:^|(?<=[，：]))(?:人民|贵)?(?:请求|要求)?(?:本院|法院|法庭|二审法院|人民法院)?(?:依法)?(?:请求|要求)?(?:判令"
    r"|判决|判准)?[：:，,]?"
)
_MARKS = (
    re.compile(
        r"(?P<n>[0-9]{1,2})(?:[、.．，,：:）](?![0-9])"
        r"|(?=[一-龥])(?![万千百元年月日号个天份名人倍项条次岁多余亿套间台辆级]))"
    ),
    re.compile(r"(?P<n>[一二三四五六七八九十]{1,3})(?:、|，(?=[请判要]))(?!二审|[二三四五六七八九]、)"),
    re.compile(r"（(?P<n>[一二三四五六七八九十]{1,3}|[0-9]{1,2})）"),
    re.compile(r"(?P<n>[①②③④⑤⑥⑦⑧⑨⑩])"),
    re.compile(r"第(?P<n>[一二三四五六七八九十])[、，,：:]"),
)
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_FOLLOWS = re.compile(
    r"(?:要求|请求|判令|诉讼费|本案(?:的)?(?:全部|一切)?(?:诉讼|案件|受理|费用)|案件受理费|并(?:由"
    r"|判|要求|承担)|同时(?:要求|请求|判)|其中|上述|以上|由[^，。；]{1,12}承担)"
)
_PROCEDURE = re.compile(r"^(?:请|请求|望|依法|法院|本院|公正|人民|贵院)*(?:裁判|判决|公断|判如所请|处理)$")
_DROPPED = re.compile(
    r"(?:放弃|撤回|撤销|不再主张)(?:了)?(?:对)?(?:其"
    r"|上述)?(?P<what>[^，。；]{0,30}?)(?:的)?(?:诉讼)?(?:请求|主张|诉请)"
)
_NUMBERS = re.compile(r"第(?P<n>[一二三四五六七八九十0-9、和及第项]{1,16})项")
_SPOKEN_OF = re.compile(r"[^，。；]{0,90}的(?:诉讼|上诉)?(?:请求|主张|诉请)[，。]")
_LATER = re.compile(r"。(?=(?:在)?(?:本案|案件)?(?:庭审|诉讼|审理|开庭)(?:过程)?中?，|后，?原告)")
_PASSING = re.compile(
    r"(?:^|(?<=[。，]))(?:上列|[二两三四])?(?:原告|起诉人)[^，。；：]{0,24}?(?:请求|要求|诉请)(?:本院|法院)?(?:依法)?判[令决][：，]?"
)
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）")
_STAGES = {"first": "first", "counter": "counter", "appeal": "appeal", "retrial": "retrial", "apply": "application"}


def read_claims(j: Judgment) -> tuple[Claim, ...]:
    """Every claim in order: of the plaintiff, the counterclaimant, the appellant, the applicant."""
    if nature(j)[1] == "刑事" or not (j.title or j.civil):
        return ()
    out: list[Claim] = []
    stage, claimant = "first", None
    found_out = answering = False
    before, narrated = "", list[Claim]()
    if nature(j)[1] == "赔偿":
        stage = "application"
    for speech in speeches(j):
        if speech.kind in ("answer", "court"):
            before = ""
            answering = speech.kind == "answer"
            claimant = None if answering else claimant
            found_out = found_out or speech.kind == "court"
            continue
        if speech.kind == "ask" and answering:
            continue
        answering = False
        stage = _STAGES.get(speech.kind, stage)
        if found_out and speech.kind in _STAGES and any(c.stage == stage for c in out):
            continue
        if stage == "first" and _of_defendant(j, speech):
            continue
        claimant = (claimant if speech.kind in (before, "ask") and _goes_on(j, speech) else None) or (
            _speaker(j, speech, stage) or claimant
        )
        found = list(_claims(j, speech, stage, claimant))
        if found and found[0].number and before == speech.kind:
            out = [c for c in out if c not in narrated or c.claimant != claimant]
        before, narrated = speech.kind, [c for c in found if c.number is None]
        if speech.kind == "change" and found:
            out, found = _changed(out, found, j.plain[speech.start : speech.body])
        out.extend(found)
    if not out and nature(j)[0] == "裁定书" and j.instance == "first":
        out = list(_in_passing(j))
    return _unique(_told_once(j, _dropped(j, out)))


def _in_passing(j: Judgment) -> Iterator[Claim]:
    """What a ruling that decides nothing on it tells of the claims: 原告请求判令被告归还借款86000元。"""
    disposition = j.cut("reasoning") or j.cut("basis") or j.cut("disposition")
    m = _PASSING.search(j.plain, 0, disposition.start if disposition else len(j.plain))
    if m is None:
        return
    stop = j.plain.find("。", m.end())
    claimant = "、".join(names_of(mentions(j, m.start(), m.end()))) or None
    passage = (m.end(), stop + 1 if stop >= 0 else len(j.plain))
    for number, start, end in _pieces(j, *passage):
        amounts, total = sums(j, start, end)
        reliefs = reliefs_of(j.plain[start:end])
        yield Claim(
            *j.span(start, end), number=number, stage="first", claimant=claimant, reliefs=reliefs, amounts=amounts,
            total=total,
        )  # fmt: skip


def _told_once(j: Judgment, claims: list[Claim]) -> list[Claim]:
    """The claims without those of an application that the course tells before the applicant does himself."""
    course = j.cut("course")
    applied = [c for c in claims if c.stage == "application"]
    if course is None or not any(j.plain_span(c)[0] >= course.end for c in applied):
        return claims
    return [c for c in claims if c.stage != "application" or j.plain_span(c)[0] >= course.end]


def _begin(j: Judgment, speech: Speech) -> int:
    """Where the words on the speaker begin: the sentence, or a heading (四、原告的诉讼请求) on a line of its own."""
    lines = j.source.breaks_in(speech.start, speech.verb)
    return lines[-1] if lines and _HEADING.match(j.plain, lines[-1]) else speech.start


def _goes_on(j: Judgment, speech: Speech) -> bool:
    """Whether the clause of a verb that asks names nobody, so that whoever was speaking goes on (故诉至法院，请求)."""
    clause = max(j.plain.rfind(stop, speech.start, speech.verb) for stop in "，；") + 1
    return not mentions(j, max(clause, speech.start), speech.verb)


def _speaker(j: Judgment, speech: Speech, stage: str) -> str | None:
    """Whose speech it is: the first party named in the clause of its verb, with those joined to it."""
    begin = _begin(j, speech)
    clause = max(j.plain.rfind("，", begin, speech.verb), begin - 1) + 1
    for start in (clause, begin):
        found = mentions(j, start, speech.body if speech.kind == "apply" else speech.verb)
        if found:
            first = [found[0]]
            for m in found[1:]:
                if j.plain[first[-1].end : m.start] in ("、", "和", "及", "与", "，"):
                    first.append(m)
                else:
                    break
            return "、".join(names_of(first)) or None
    role = {"first": "原告", "appeal": "上诉人", "retrial": "再审申请人"}.get(stage)
    return "、".join(by_role(j, role)) or None if role and speech.kind != "change" else None


def _of_defendant(j: Judgment, speech: Speech) -> bool:
    """Whether a defendant speaks: what he asks is no claim of the suit."""
    found = mentions(j, _begin(j, speech), speech.verb)
    return bool(found) and (found[0].role or "").startswith(("被告", "被上诉", "原审被告"))


def _claims(j: Judgment, speech: Speech, stage: str, claimant: str | None) -> Iterator[Claim]:
    passage = _passage(j, speech)
    if passage is None:
        return
    for number, start, end in _pieces(j, *passage):
        text = j.plain[start:end]
        if not text or _PROCEDURE.match(text):
            continue
        amounts, total = sums(j, start, end)
        yield Claim(
            *j.span(start, end), number=number, stage=stage, claimant=claimant, reliefs=reliefs_of(text),
            amounts=amounts, total=total,
        )  # fmt: skip


def _passage(j: Judgment, speech: Speech) -> tuple[int, int] | None:
    """The stretch of a speech that holds its claims."""
    text = j.plain
    if speech.kind in ("change", "add") or _DIRECT.search(text, speech.verb, speech.body):
        reasons = _REASONS.search(text, speech.body, speech.end)
        limit = reasons.start() if reasons else speech.end
        later = _LATER.search(text, speech.body, limit)
        limit = later.start() + 1 if later else limit
        return speech.body, limit if reasons and limit - speech.body < 3000 else _closed(j, speech.body, speech.end)
    opened = _opening(j, speech)
    if opened is None:
        return None
    reasons = _REASONS.search(text, opened, speech.end)
    return opened, _closed(j, opened, reasons.start() if reasons else speech.end)


def _opening(j: Judgment, speech: Speech) -> int | None:
    """Where the claims begin behind the words that ask, in the last sentence of a speech that asks."""
    begin = speech.verb if speech.kind == "first" else speech.body
    asked = [m for m in _ASKS.finditer(j.plain, begin, speech.end) if _is_asked(j.plain, m, speech.end)]
    if not asked:
        weak = [m for m in _WEAK.finditer(j.plain, speech.body, speech.end) if _is_asked(j.plain, m, speech.end)]
        asked = weak[-1:]
    if not asked:
        return None
    last = asked[-1]
    together = [m for m in asked if not _full_stop(j.plain, m.end(), last.start())]
    return together[0].end()


def _full_stop(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two askings and the next does not go on asking."""
    at = text.find("。", start, end)
    while at >= 0:
        if not _FOLLOWS.match(text, at + 1):
            return True
        at = text.find("。", at + 1, end)
    return False


def _is_asked(text: str, m: re.Match[str], end: int) -> bool:
    """Whether the words ask for something definite, and are not the court's on what was asked (对原告要求…的请求)."""
    if _TOLD_ALREADY.match(text, m.end(), end) or ("：" not in m[0] and _TOLD_ALREADY.match(text, m.start() + 2, end)):
        return False
    clause = max(text.rfind(stop, 0, m.start()) for stop in "，。；：") + 1
    return not (_SPOKEN_OF.match(text, m.end(), end) and "对" in text[clause : m.start()])


def _closed(j: Judgment, start: int, end: int) -> int:
    """The end of claims that no heading closes: the sentence of the last number, or the first; and what goes on."""
    marks = _marks(j, start, end)
    at = j.plain.find("。", marks[-1][2] if marks else start, end)
    while 0 <= at < end - 1 and _FOLLOWS.match(j.plain, at + 1, end):
        following = j.plain.find("。", at + 1, end)
        at = following if following >= 0 else end - 1
    return at + 1 if at >= 0 else end


def _marks(j: Judgment, start: int, end: int) -> list[tuple[int, int, int]]:
    """(number, start, body) of the numbers of claims: 1 stands at the beginning, the rest follow."""
    for pattern in _MARKS:
        found: list[tuple[int, int, int]] = []
        for m in pattern.finditer(j.plain, start, end):
            number = _CIRCLED.index(m["n"]) + 1 if m["n"] in _CIRCLED else whole(m["n"])
            last = found[-1][0] if found else 0
            skipped = found and number == last + 2 and j.source.is_break(m.start())
            if number is not None and (number == last + 1 or skipped) and _may_begin(j, m, start, bool(found)):
                found.append((number, m.start(), m.end()))
        if found:
            return found
    return []


def _may_begin(j: Judgment, m: re.Match[str], start: int, later: bool) -> bool:
    before = j.plain[m.start() - 1] if m.start() else "。"
    if later:
        bare = m.end() == m.end("n") and m["n"] not in _CIRCLED
        return before in "；。" or (before in "，、：:,;." and not bare) or (j.source.is_break(m.start()) and not bare)
    opened = before in "，。；：:令决求院下为" or m.start() == start or j.source.is_break(m.start())
    return m.start() - start <= 24 and opened


def _pieces(j: Judgment, start: int, end: int) -> Iterator[tuple[int | None, int, int]]:
    marks = _marks(j, start, end)
    if not marks:
        yield from _unnumbered(j.plain, start, end)
        return
    stops = [m[1] for m in marks[1:]] + [end]
    for (number, _, body), stop in zip(marks, stops, strict=True):
        yield (number, *_trim(j.plain, body, stop))


def _unnumbered(text: str, start: int, end: int) -> Iterator[tuple[None, int, int]]:
    """Claims parted by semicolons and full stops outside brackets; a part that asks nothing joins the one before."""
    parts: list[tuple[int, int]] = []
    begin, depth = start, 0
    for i in range(start, end):
        depth += (text[i] in "（“") - (text[i] in "）”")
        if (text[i] in "；。" and depth <= 0) or i == end - 1:
            body, stop = _trim(text, begin, i + 1)
            explains = re.match(r"其中|包括|上述|以上|（", text[body:stop])
            if parts and (explains or reliefs_of(text[body:stop]) == ("其他",)):
                parts[-1] = (parts[-1][0], stop)
            elif stop > body:
                parts.append((body, stop))
            begin = i + 1
    for body, stop in parts:
        yield None, body, stop


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in "；。，、：:;,.":
        end -= 1
    while start < end and text[start] in "；。，、：:;,.":
        start += 1
    return start, end


def _changed(before: list[Claim], new: list[Claim], words: str) -> tuple[list[Claim], list[Claim]]:
    """The earlier claims, those that new ones replace struck (the numbered, or all of the stage); and the new."""
    numbers = {n for m in _NUMBERS.finditer(words) for n in _all_numbers(m["n"])}
    whose, stage = new[0].claimant, new[0].stage
    earlier = [
        replace(c, struck=True)
        if c.stage == stage and c.claimant == whose and (not numbers or c.number in numbers)
        else c
        for c in before
    ]
    if len(numbers) == len(new) == 1 and new[0].number is None:
        new = [replace(new[0], number=min(numbers))]
    return earlier, new


def _all_numbers(words: str) -> Iterator[int]:
    for word in re.split(r"[、和及第项]", words):
        number = whole(word)
        if number is not None:
            yield number


def _dropped(j: Judgment, claims: list[Claim]) -> list[Claim]:
    """The claims, those withdrawn in court by number or by the words of their relief struck."""
    reasoning = j.cut("reasoning") or j.cut("disposition")
    end = reasoning.start if reasoning else len(j.plain)
    for m in _DROPPED.finditer(j.plain, 0, end):
        numbers = {n for k in _NUMBERS.finditer(m["what"]) for n in _all_numbers(k["n"])}
        words = set(reliefs_of(m["what"])) - {"其他"}
        claims = [
            replace(c, struck=True)
            if c.stage in ("first", "counter") and (c.number in numbers or _only(c, words))
            else c
            for c in claims
        ]
    return claims


def _only(claim: Claim, words: set[str]) -> bool:
    return bool(words) and set(claim.reliefs) <= words


def _unique(claims: list[Claim]) -> tuple[Claim, ...]:
    """Each place once."""
    return tuple({(c.start, c.end): c for c in claims}.values())
