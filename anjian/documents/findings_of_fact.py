"""What the court finds to have happened: the days of the crimes and the crimes themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .charges_named import BODY, parties_at, split_names
from .dates import Found, fact, scan_in
from .model import Charge, DateFact

if TYPE_CHECKING:
    from .judgment import Judgment

_LIST = (
    rf"(?P<list>{BODY}罪(?!名|行|犯|所|活|方|责|状|过)"
    rf"(?:(?:、|和|及|以及|与)(?!被告|原审|上诉){BODY}罪(?!名|行|犯|责|状|过))*)"
)
_FOUND = (
    re.compile(rf"构成(?:了)?(?:共同)?(?:《[^》]{{2,40}}》[^，。；]{{0,30}}?规定的)?{_LIST}"),
    re.compile(rf"(?:符合|以){_LIST}(?=的(?:犯罪)?(?:构成|特征)|[^，。；]{{0,6}}(?:追究|定罪|论处|处罚|惩处))"),
    re.compile(
        rf"犯(?<!侵犯)(?:有)?{_LIST}"
        r"(?=[^。；]{0,50}?(?:罪名成立|成立|事实清楚|予以支持|予以确认|定性准确|依法应))"
    ),
)
#: How far back a sentence is read.
_SENTENCE = 5000
_DEFENCE = re.compile(r"辩护人|辩称|辩解|辩护意见")
_NOT_THE_COURT = re.compile(r"提出|诉称|上诉理由|是否|不|未|非(?!法)|建议|原判|原审|曾")
_REFUSED = re.compile(r"(?:不当|不成立|不能成立|有误|不准确|予以纠正|证据不足|定性不准|不予支持|不予采纳)")
_ROLE = re.compile(
    r"被告人(?<=[，。；：控审]被告人)|被告单位(?<=[，。；：控审]被告单位)|上诉人(?<=[，。；：控审]上诉人)"
)
#: What follows a day that is not the day of a crime.
_AFTERWARDS = re.compile(
    r"(?:抓获|抓捕|投案|自首|归案|到案|传唤|刑事拘留|逮捕|报案|报警|立案|鉴定|出具|出生|赔偿|谅解|调解|协议|判处|判决|裁定|释放|"
    r"取保候审|监视居住|退赔|退还|退缴|退出|检验|检测|认定|移送|登记|注册|成立|任命|任职|聘|签发|批准|侦破|供述|证实|辨认|扣押|提取|发还|通知|作出)"
)
#: How far behind the day they begin, and behind a finding the words that take it back; how long such words are at most.
_REACH, _REACH_OF_REFUSAL, _LONGEST = 60, 30, 8
_SENTENCE_ENDS = re.compile("[。；]")
#: The same, so close behind that even an hour of the day does not make it one; and the ends of a term.
_SOON = re.compile(
    r"(?:[凌清早上中下午傍晚夜深间许左右时分点0-9]{0,10}[，,]?)[^，。；]{0,14}?(?:抓获|抓捕|投案|归案|到案|传唤|主动(?:到|向|至)|报案|报警|被查获后)"
)
_SOON_WORD = re.compile("抓获|抓捕|投案|归案|到案|传唤|主动|报案|报警|被查获后")
_SPAN = re.compile(r"(?:起)?(?:至[^，。；]{4,14})?止|起至")
_SAME_DAY = ("当日", "同日", "即日")
_BORN = re.compile(r"(?:出)?生")
_HAPPENED = re.compile(r"[^。；]{0,8}?(?:[0-9]{1,2}(?:时|点|:)|许|凌晨|早|晚|上午|下午|中午|夜|傍晚|左右|间|至|期间)")


def read_offence_days(j: Judgment) -> tuple[DateFact, ...]:
    """The days on which, by the findings or else by the charge, the crimes were committed."""
    if j.civil:
        return ()
    for start, end in _tellings(j):
        days = tuple(_offences(j, start, end))
        if days:
            return days
    return ()


def _tellings(j: Judgment) -> Iterator[tuple[int, int]]:
    """Where the crimes are told, best first: findings, charge, else between the course and the reasoning."""
    for name in ("findings", "charge"):
        cut = j.cut(name)
        if cut:
            yield cut.start, cut.end
    after = j.plain_span(j.course)[1] if j.course else None
    until = next((c.start for c in j.cuts if c.name in ("defence", "evidence", "reasoning")), None)
    if after is not None and until is not None and after < until and j.instance == "first":
        yield after, until


def read_convictions(j: Judgment) -> tuple[Charge, ...]:
    """The crimes the reasoning finds, each party once; party None where the sentence names none."""
    seen: set[tuple[str, str | None]] = set()
    out = []
    for charge in (c for pattern in _FOUND for c in _by(j, pattern)):
        known = (charge.name, charge.party)
        if known in seen or (charge.party is None and any(charge.name == name for name, _ in seen)):
            continue
        seen.add(known)
        out.append(charge)
    return tuple(out)


def _offences(j: Judgment, start: int, end: int) -> list[DateFact]:
    text, out = j.plain, []
    for found in scan_in(j, start, end):
        _, at, value, _, words = found
        if value is None or words in _SAME_DAY:
            continue
        if _BORN.match(text, at, end) or _SPAN.match(text, at, end):
            continue
        if _SOON_WORD.search(text, at, min(at + _REACH, end)) and _SOON.match(text, at, end):
            continue
        if _HAPPENED.match(text, at, end) or not _tells_of_later(text, at, end):
            out.append(fact(j, Found(*found), "offence"))
    return out


def _tells_of_later(text: str, at: int, end: int) -> bool:
    """Whether the sentence goes on with what is done after a crime."""
    return _within(_AFTERWARDS, text, at, _REACH, end)


def _within(pattern: re.Pattern[str], text: str, at: int, reach: int, end: int) -> bool:
    """Whether a pattern begins not more than `reach` behind a place, in its sentence."""
    m = pattern.search(text, at, min(end, at + reach + _LONGEST))
    return m is not None and m.start() <= at + reach and not _SENTENCE_ENDS.search(text, at, m.start())


def _by(j: Judgment, pattern: re.Pattern[str]) -> Iterator[Charge]:
    text = j.plain
    for m in j.find(pattern, "reasoning"):
        sentence = text.rfind("。", max(m.start() - _SENTENCE, 0), m.start()) + 1
        sentence = max(sentence, m.start() - _SENTENCE, 0)
        clause = max(text.rfind("，", sentence, m.start()) + 1, sentence)
        if (
            _NOT_THE_COURT.search(text, clause, m.start())
            or _DEFENCE.search(text, sentence, m.start())
            or _within(_REFUSED, text, m.end(), _REACH_OF_REFUSAL, len(text))
        ):
            continue
        parties = _parties(j, sentence, m.start())
        for name, a, b in split_names(text, *m.span("list")):
            if name.startswith(("应", "依法", "数罪", "二罪", "对其", "共同犯罪")):
                continue
            for party in parties or (None,):
                yield Charge(*j.span(a, b), name=name, party=party)


def _parties(j: Judgment, start: int, end: int) -> tuple[str, ...]:
    """The parties the sentence has named last before a place, or the only defendant there is."""
    if len(j.accused) == 1:
        return j.accused
    last: tuple[str, ...] = ()
    at = start
    while m := _ROLE.search(j.plain, at, end):
        names, at = parties_at(j, m.end(), end)
        last = names or last
    return last
