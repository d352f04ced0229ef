"""Crimes named in running text: 被告人某犯盗窃罪、抢劫罪, 某一、某二犯诈骗罪."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .model import Charge

if TYPE_CHECKING:
    from .judgment import Judgment

#: The body of a crime's name. 侵犯 and 犯罪所得 are the only places where 犯 and 罪 stand inside one.
BODY = r"(?:侵犯|犯罪(?=所得|活动|方法|分子|集团|的)|[^，。；：“”《》犯罪]){1,40}?"
_LIST = re.compile(
    rf"(?:被控|涉嫌犯有|涉嫌犯|涉嫌|犯有|[构]成|触犯|犯(?<!侵犯)(?!罪))(?P<list>{BODY}(?:罪|(?=一案))(?!名|行|犯|所|活|方|责|状|过)"
    rf"(?:(?:、|和|及|以及|与|，)(?!被告|原审|上诉){BODY}罪(?!名|行|犯|责|状|过))*)"
)
_ONE = re.compile(
    r"(?:^|[、和及以与，])*(?P<name>(?:侵犯|犯罪(?=所得|活动|方法|分子|集团|的)|[^犯罪])+?)(?:罪(?!所得|活动)|$)"
)
#: One crime and nothing that could join it to another.
_ALONE = re.compile("[^、和及以与，犯罪]+罪")
#: Names that are often written side by side with one 罪 for both.
_COMPLETE = frozenset(
    [
        "危险驾驶",
        "妨害公务",
        "盗窃",
        "诈骗",
        "抢劫",
        "抢夺",
        "故意伤害",
        "寻衅滋事",
        "强奸",
        "交通肇事",
        "故意杀人",
        "敲诈勒索",
        "非法拘禁",
        "职务侵占",
        "受贿",
        "行贿",
        "贪污",
        "挪用公款",
        "合同诈骗",
        "信用卡诈骗",
        "聚众斗殴",
        "开设赌场",
        "赌博",
        "故意毁坏财物",
        "容留他人吸毒",
        "非法持有毒品",
        "贩卖毒品",
        "非法持有枪支",
        "放火",
        "绑架",
        "猥亵儿童",
    ]
)
_ROLE = re.compile(r"被告人|被告单位|上诉人")
_GAP = re.compile(r"(?:[、和及与，]|以及|原审|被告人|被告单位|上诉人)+")
#: Names where the head lists no defendant that could be looked for.
_PARTY = re.compile(r"(?:被告人|被告单位|上诉人)(?P<names>[^，。；：“”]{1,60}?)(?:的行为|等人|等|均|分别)?$")
#: What may stand between the last name and 犯, and what between two names.
_TAIL = re.compile(r"(?:的行为|等[一二三四五六七八九十0-9]*人|等|均|分别)$")
_GAPS = ("以及", "、", "和", "及", "与", "，", "原审被告人", "被告人", "被告单位", "上诉人")
_SEPARATOR = re.compile(r"[、和及]|以及|被告人|被告单位")


def charges_in(j: Judgment, start: int, end: int) -> Iterator[Charge]:
    """The crimes alleged in a stretch of plain text, each party on its own; party None where none is named."""
    text = j.plain
    last_end = start
    named: set[str | None] = set()
    for m in _LIST.finditer(text, start, end):
        parties = _parties(j, max(last_end, m.start() - 80), m.start())
        for name, a, b in split_names(text, *m.span("list")):
            for party in parties or (None,):
                named.add(party)
                yield Charge(*j.span(a, b), name=name, party=party)
        last_end = m.end()
    if None not in named:
        yield from _without_verb(j, start, end, named)


def _without_verb(j: Judgment, start: int, end: int, named: set[str | None]) -> Iterator[Charge]:
    """某甲滥用职权、被告人某乙玩忽职守罪: the crime follows the name of a party not charged so far."""
    for party in j.defendants:
        if party.name in named or not party.name:
            continue
        m = re.compile(re.escape(party.name) + rf"(?!犯)(?P<list>{BODY})(?P<end>罪|一案|、被告)").search(
            j.plain, start, end
        )
        if m and "、" + party.name not in m[0] and m["list"][0] not in "、及和":
            stop = m.end("list") + (m["end"] == "罪")
            yield Charge(*j.span(m.start("list"), stop), name=m["list"] + "罪", party=party.name)


def split_names(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Each crime of a list 甲罪、乙罪 with its plain place; the name always ends with 罪."""
    if _ALONE.fullmatch(text, start, end):
        yield text[start:end], start, end
        return
    for m in _ONE.finditer(text, start, end):
        a, b = m.start("name"), m.end()
        for head in _leading_complete(m["name"]):
            yield head + "罪", a, a + len(head)
            a += len(head) + 1
        name = text[a : m.end("name")]
        if name:
            yield name + "罪", a, b


def _leading_complete(name: str) -> list[str]:
    """The parts of 危险驾驶、妨害公务 that are crimes of their own, all but the last."""
    parts = name.split("、")
    if len(parts) < 2 or parts[0] not in _COMPLETE:
        return []
    out = []
    for part in parts[:-1]:
        if part not in _COMPLETE:
            break
        out.append(part)
    return out


def parties_at(j: Judgment, start: int, end: int) -> tuple[tuple[str, ...], int]:
    """The defendants listed from a plain index on (甲、乙和丙), and where the list ends."""
    text, known = j.plain, j.accused
    out: list[str] = []
    at = start
    while True:
        gap = _GAP.match(text, at, end)
        begin = gap.end() if gap else at
        if not text.startswith(known, begin, end):
            return tuple(out), at
        name = next(n for n in known if text.startswith(n, begin, end))
        out.append(name)
        at = begin + len(name)


def _parties(j: Judgment, start: int, end: int) -> tuple[str, ...]:
    """The parties named right before 犯, in the last list of the stretch."""
    named = _listed_before(j, start, end)
    if named:
        return named
    at = max(j.plain.rfind(word, start, end) for word in ("被告人", "被告单位", "上诉人"))
    if at < 0:
        return ()
    m = _ROLE.search(j.plain, at, end)
    names = parties_at(j, m.end(), end)[0] if m else ()
    if names or j.accused:
        return names
    unknown = _PARTY.search(j.plain, at, end)
    return tuple(n for n in _SEPARATOR.split(unknown["names"]) if n) if unknown else ()


def _listed_before(j: Judgment, start: int, end: int) -> tuple[str, ...]:
    """The defendants listed (甲、乙和丙) right up to a plain index."""
    text, known = j.plain, j.accused
    out: list[str] = []
    tail = _TAIL.search(text, start, end)
    at = tail.start() if tail and not text.endswith(known, start, end) else end
    while text.endswith(known, start, at):
        name = next(n for n in known if text.endswith(n, start, at))
        out.append(name)
        at -= len(name)
        while at > start and text.endswith(_GAPS, start, at):
            at -= len(next(g for g in _GAPS if text.endswith(g, start, at)))
    return tuple(reversed(out))
