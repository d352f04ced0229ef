"""The register of titles: laws, regulations and judicial interpretations with the days they were in force.

The register is not complete. A title it does not hold is unknown, not wrong; only a near miss of a long registered
title is a misspelling. `since` and `until` are None where no text supports a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from anjian.law.dated import day, in_force, raw_table

ORGANS = (
    "最高人民法院", "最高人民检察院", "公安部", "国家安全部", "司法部", "国务院", "海关总署", "国家税务总局",
    "全国人民代表大会常务委员会法制工作委员会", "全国人民代表大会常务委员会", "全国人民代表大会",
    "全国人大常委会法制工作委员会", "全国人大常委会法工委", "全国人大常委会", "中国证券监督管理委员会",
    "中国证监会", "国家烟草专卖局", "民政部", "人力资源和社会保障部", "国家工商行政管理局",
    "国家工商行政管理总局", "国家计划委员会", "国家监察委员会", "文化部", "文化和旅游部", "卫生部", "中国残疾人联合会",
    "解放军总政治部",
)  # fmt: skip
_ORGAN = re.compile(f"(?:{'|'.join(sorted(ORGANS, key=len, reverse=True))})[、,，和及]?")
#: How the names of the organs begin.
_ORGANS_BEGIN = frozenset(organ[:2] for organ in ORGANS)
_REMEMBERED = 16384
_STATE = "中华人民共和国"
_DROPPED = str.maketrans("", "", "《》〈〉<>﹤﹥＜＞“”\"'‘’ \t\r\n　\u200b\ufeff")
_BRACKETS = str.maketrans("()[]〔〕【】，,", "（）（）（）（）、、")


class Title(Struct, frozen=True):
    """One registered title over one span: days from `since` up to, not including, `until`; None is not known."""

    title: str
    number: str
    level: str
    issued: date | None
    since: date | None
    until: date | None
    replaced_by: str
    source: str
    checked_on: date | None


@lru_cache(maxsize=_REMEMBERED)
def canonical(title: str) -> str:
    """The comparable form of a title: quotes, spaces and 中华人民共和国 dropped, brackets and separators unified.

    Issuing organs at the front are joined by 、 however the document separates them.
    """
    text = title if title.isalpha() else title.translate(_DROPPED).translate(_BRACKETS)
    text = text.replace(_STATE, "")
    if text[:2] not in _ORGANS_BEGIN:
        return text
    organs, rest = _split_organs(text)
    return "、".join(organs) + rest


def _split_organs(text: str) -> tuple[list[str], str]:
    organs, at = [], 0
    while (found := _ORGAN.match(text, at)) and found.end() < len(text):
        organs.append(found.group().rstrip("、,，和及"))
        at = found.end()
    return organs, text[at:]


@cache
def _full() -> dict[str, list[list[str]]]:
    """Canonical form → the rows of the register."""
    full: dict[str, list[list[str]]] = {}
    for row in raw_table("titles")[1]:
        full.setdefault(canonical(row[0]), []).append(row)
    return full


@cache
def _names() -> dict[str, str]:
    """The canonical form that each short form or alias stands for."""
    full = _full()
    short: dict[str, set[str]] = {}
    for key in full:
        organs, rest = _split_organs(key) if key[:2] in _ORGANS_BEGIN else ([], key)
        if organs and rest.startswith("关于"):
            short.setdefault(rest, set()).add(key)
    names = {name: keys.pop() for name, keys in short.items() if len(keys) == 1 and name not in full}
    names |= {key.replace("、", ""): key for key in full} | {k.replace("、", ""): v for k, v in names.items()}
    names |= {canonical(alias): canonical(title) for alias, title in raw_table("title_aliases")[1]}
    return names


@lru_cache(maxsize=_REMEMBERED)
def resolve(title: str) -> str | None:
    """The canonical form of the registered title that TITLE names, by full title, short form or alias."""
    key = canonical(title)
    if key in _full():
        return key
    return _names().get(key) or _names().get(key.replace("、", ""))


@lru_cache(maxsize=_REMEMBERED)
def titles(title: str) -> tuple[Title, ...]:
    """Every registered span of a title, oldest first; empty when the title is unknown."""
    key = resolve(title)
    return tuple(_title(row) for row in _full()[key]) if key else ()


def _title(row: list[str]) -> Title:
    title, number, level, issued, since, until, replaced_by, source, checked_on = row
    return Title(
        title, number, level, day(issued), day(since), day(until), replaced_by, source, day(checked_on)
    )  # fmt: skip


def known(title: str) -> bool:
    """Whether the register holds the title, in force or not."""
    return resolve(title) is not None


def title_on(title: str, on: date) -> Title | None:
    """The registered title in force on that day; None when unknown or, where `known`, not in force then."""
    return next((t for t in reversed(titles(title)) if in_force(t.since, t.until, on)), None)


_NUMERALS = frozenset("一二三四五六七八九十百零〇0123456789（）年")
#: Characters of the fixed wording of titles; a slip among them cannot turn one subject into another.
_WORDING = frozenset("最高人民法院检察关于在办理审处的若干具体应用适律问题解释规定刑事案件等、和与执行")
_CONFUSED = frozenset(
    map(
        frozenset,
        (
            *("碍害", "防妨", "帐账", "像象", "作做", "他它", "制治", "己已", "挪那", "窃切"),
            *("应运", "律津", "案按", "干于", "功工", "型刑", "邢刑", "罚法", "颂讼", "拆诉", "诉述", "发法"),
            *("提题", "贷代", "定订", "率力", "证政", "烟姻", "任认", "任现", "若苦", "曲典", "建件"),
        ),
    )
)
#: How titles of laws and rules end.
_LAST = frozenset("法典则例定案约释纪要见知函复准书")
#: Laws cited so often that a slip in the state's name before them is plain, short as they are.
_CODES = (
    "刑法", "刑事诉讼法", "民法典", "民事诉讼法", "行政诉讼法", "合同法", "物权法", "侵权责任法", "婚姻法", "继承法",
    "担保法", "民法通则", "民法总则", "公司法", "保险法", "劳动合同法", "道路交通安全法", "行政处罚法",
)  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def nearest(title: str) -> tuple[str, int] | None:
    """The registered title of which an unknown long title is a likely misspelling, with its edit distance (1 or 2).

    Differences in numbers or brackets, and differences that may change the subject (盗窃 for 抢夺), never count:
    they may be another document that the register does not hold.
    """
    if known(title):
        return None
    key = canonical(title)
    code = next((_STATE + name for name in _CODES if _slipped(title.translate(_DROPPED), name)), None)
    if code or len(key) < _LONG:
        return (code, 1) if code else None
    best: tuple[str, int] | None = None
    for other in _neighbours(key):
        edits = _edits(key, other)
        if edits is not None and (best is None or len(edits) < best[1]) and all(map(_harmless, edits)):
            best = (_full()[_names().get(other, other)][-1][0], len(edits))
    return best


#: Shorter titles are too like each other for a slip to be told.
_LONG = 12
_MOST_EDITS = 2
#: Two slips spoil at most two of five pieces, so that of any three pieces one is whole.
_PIECES = 5


@cache
def _pieces() -> dict[tuple[int, int, str], list[int]]:
    """(length, which piece, its words) → the long titles of that length with it, by their place in `_long`."""
    found: dict[tuple[int, int, str], list[int]] = {}
    for at, name in enumerate(_long()):
        size = len(name)
        for piece in range(_PIECES):
            words = name[piece * size // _PIECES : (piece + 1) * size // _PIECES]
            found.setdefault((size, piece, words), []).append(at)
    return found


@cache
def _long() -> tuple[str, ...]:
    """The long titles and short forms of the register, the titles first."""
    return tuple(name for name in dict.fromkeys((*_full(), *_names())) if len(name) >= _LONG)


def _neighbours(key: str) -> Iterator[str]:
    """The names of the register that may be two edits away, and few others, in the order of the register."""
    near: set[int] = set()
    for size in range(len(key) - _MOST_EDITS, len(key) + _MOST_EDITS + 1):
        alike = sorted((_with_piece(key, size, piece) for piece in range(_PIECES)), key=len)
        near.update(*alike[: _MOST_EDITS + 1])
    return (_long()[at] for at in sorted(near))


def _with_piece(key: str, size: int, piece: int) -> set[int]:
    """The long titles of a size whose piece of that number stands in the key where two edits may have moved it."""
    start, end = piece * size // _PIECES, (piece + 1) * size // _PIECES
    shifts = range(-min(_MOST_EDITS, start), _MOST_EDITS + 1)
    found = (_pieces().get((size, piece, key[start + by : end + by]), ()) for by in shifts)
    return set().union(*found)


def _slipped(title: str, code: str) -> bool:
    """Whether a title is this code's with one slip: in the state's name, or one that names no other law.

    In the name of the code itself that is a character confused or doubled, two that changed places, a wrong last
    one where no law ends so, or, in a name of four or more, any one character.
    """
    meant = _STATE + code
    if abs(len(title) - len(meant)) > _MOST_EDITS:
        return False
    edits = _edits(title, meant) or []
    if len(edits) == 2 and _turned(title, meant):
        return True
    if len(edits) != 1:
        return False
    wrong, right = edits[0]
    doubled = not right and wrong * 2 in title
    ending = len(title) == len(meant) and title[:-1] == meant[:-1] and title[-1] not in _LAST
    plain = len(code) >= 4 and title.startswith(_STATE)
    return title.endswith(code) or doubled or ending or plain or frozenset(edits[0]) in _CONFUSED


def _turned(a: str, b: str) -> bool:
    """Whether two texts are one but for two neighbouring characters that changed places."""
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return len(a) == len(b) and len(differ) == 2 and differ[1] == differ[0] + 1 and sorted(a) == sorted(b)


def _harmless(edit: tuple[str, str]) -> bool:
    wrong, right = edit
    if {wrong, right} & _NUMERALS:
        return False
    return frozenset((wrong, right)) in _CONFUSED or all(c in _WORDING for c in (wrong, right) if c)


def _edits(wrong: str, right: str) -> list[tuple[str, str]] | None:
    """At most two (character read, character meant) edits between the two texts; None when more are needed."""
    head = 0
    while head < min(len(wrong), len(right)) and wrong[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(wrong), len(right)) - head and wrong[-1 - tail] == right[-1 - tail]:
        tail += 1
    middle, meant = wrong[head : len(wrong) - tail], right[head : len(right) - tail]
    return _small_edits(middle, meant, _MOST_EDITS)


def _small_edits(wrong: str, right: str, budget: int) -> list[tuple[str, str]] | None:
    while wrong and right and wrong[0] == right[0]:
        wrong, right = wrong[1:], right[1:]
    if not wrong and not right:
        return []
    if budget == 0:
        return None
    steps = []
    if wrong and right:
        steps.append((wrong[1:], right[1:], (wrong[0], right[0])))
    if wrong:
        steps.append((wrong[1:], right, (wrong[0], "")))
    if right:
        steps.append((wrong, right[1:], ("", right[0])))
    found = []
    for rest, goal, edit in steps:
        tail = _small_edits(rest, goal, budget - 1)
        if tail is not None:
            found.append([edit, *tail])
    return min(found, key=len) if found else None
