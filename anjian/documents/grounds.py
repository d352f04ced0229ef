"""Circumstances that bear on the penalty, where the court speaks of them: 自首, 累犯, 从犯, 未遂, 谅解 …

Each mention is one `Ground`. A mention is not accepted where its clause denies it (不构成自首) or where
the sentence reports it as an argument of the defence and refuses it (…的辩护意见，不予采纳).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from .anchors import anchors
from .model import Ground

if TYPE_CHECKING:
    from .judgment import Judgment
    from .section_ends import Cut

#: Kind, the words one of which every mention begins with, the whole of it (None: the words alone), and the words one of
#: which must stand in the same section for the mention to count, if there are such.
_KINDS: tuple[tuple[str, str, str | None, str], ...] = (
    ("自首", "自首", None, ""),
    ("坦白", "坦白 如实供述 如实交代 如实交待 如实供认", None, ""),
    ("重大立功", "重大立功", None, ""),
    ("立功", "立功", r"(?<!重大)立功", ""),
    ("累犯", "累犯", None, ""),
    ("毒品再犯", "毒品再犯 系再犯 毒品犯罪再犯", None, ""),
    ("主犯", "主犯 起主要作用 起了主要作用 起到主要作用 起了到主要作用 起到到主要作用", None, ""),
    ("从犯", "从犯", r"(?<![胁主])从犯", ""),
    ("从犯", "次要 辅助", r"(?:次要|辅助)(?:、?辅助)?(?:的)?作用", ""),
    ("胁从犯", "胁从犯 被胁迫参加", None, ""),
    ("教唆", "教唆", None, ""),
    ("犯罪未遂", "未遂 未得逞 未能得逞", None, ""),
    ("犯罪预备", "犯罪预备 预备犯", None, ""),
    ("犯罪中止", "犯罪中止", None, ""),
    ("犯罪中止", "中止犯", r"中止犯罪?", ""),
    ("共同犯罪", "结伙 伙同", None, ""),
    ("共同犯罪", "共同犯罪 共同故意 共同实施犯罪", r"共同(?:故意)?(?:实施)?犯罪|共同故意", ""),
    ("首要分子", "首要分子", None, ""),
    ("数罪", "数罪并罚 两罪并罚 二罪并罚 三罪并罚 四罪并罚 多罪并罚 数并罚 两并罚 二并罚 三并罚 四并罚 多并罚"
        " 并罚", None, ""),
    ("未成年", "作案时 犯罪时 行为时 系未成年 属未成年 是未成年 时未成年 未成年被告人 未成年人被告人 未成年犯罪"
        " 未成年人犯罪",
        r"(?:作案|犯罪|行为)时[^，。；]{0,14}(?:不满|未满)(?:十八|18|十六|16)周?岁"
        r"|(?:系|属|是|时)未成年(?:人|犯)?(?=[，。、；])|未成年(?:人)?(?:被告人|犯罪)",
        "未成年 十八周岁 18周岁 十六周岁 16周岁"),
    ("年满七十五", "满七十五 满75 已满七十五 已满75 年已满七十五 年已满75", r"(?:年?已)?满(?:七十五|75)周?岁", ""),
    ("怀孕", "怀孕 孕妇", None, ""),
    ("限制责任", "限制责任能力 限制刑事责任能力 尚未完全丧失辨认", None, ""),
    ("聋哑盲", "又聋又哑 聋哑 盲人 聋人", None, ""),
    ("防卫过当", "防卫过当", None, ""),
    ("避险过当", "避险过当", None, ""),
    ("认罪认罚", "认罪认罚 认罪、认罚", None, ""),
    ("认罪认罚", "自愿认罪", r"自愿认罪(?:并)?(?:愿意)?接受处罚", "认罚"),
    ("当庭认罪", "当庭认罪 庭审 自愿认罪", r"(?:当庭|庭审[^，。；]{0,8}|自愿)认罪(?!认罚|、认罚)", ""),
    ("谅解", "谅解", None, ""),
    ("退赃退赔", "退赃 退赔 退缴 退还 退出", r"退(?:赃|赔|缴|还|出)(?:了)?", ""),
    ("退赃退赔", "赔偿", r"赔偿(?:了)?[^，。；]{0,12}损失", ""),
    ("前科", "前科 劣迹", None, ""),
    ("前科", "曾因", r"曾因[^，。；]{2,30}(?:判处|处罚|拘留)", ""),
    ("从轻或者减轻处罚", "从轻、减轻 从轻或减轻 从轻或者减轻", r"从轻(?:、|或者?)减轻(?:或者?免除)?(?:处罚|判处)", ""),
    ("减轻处罚", "减轻", r"(?<![或者、])减轻(?:(?:或者?|、)免除)?(?:处罚|判处)", ""),
    ("从轻处罚", "从轻处罚 从轻判处 从轻量刑 从轻处理", None, ""),
    ("从轻处罚", "从宽处罚 从宽处理", None, "从轻"),
    ("从重处罚", "从重处罚 从重判处 从重惩处", None, ""),
    ("免除处罚", "免除处罚 免除刑事处罚 免予刑事处罚 免于刑事处罚", None, ""),
)  # fmt: skip
_MENTIONS = anchors(*(word for _, words, _, _ in _KINDS for word in words.split()))
_MENTIONS_OF = {
    kind: anchors(*(word for own, words, _, _ in _KINDS if own == kind for word in words.split()))
    for kind in {kind for kind, *_ in _KINDS}
}
#: How far back in its sentence the name of the defendant is looked for whose circumstance is told.
_FAR = 5000
_SILENT = ("head", "disposition", "notice", "signature", "annex")

_DENIED = re.compile(
    r"(?:不构成|不属于?|不是|不系|不符合|不具有?|不具备|没有|未构成|不能(?:被)?认定|不宜(?:被)?认定|不应(?:当)?认定|难以认定"
    r"|并非|不能成立|不存在|无法认定|未认定|不予认定|不认定|无|未有|不视为|不以|不能以|不能视为|不应视为|不应以|不必|无需|不再)[^，。、；]{0,14}$|未(?:能|立即|及时|主动|予)?$"
)
_DENIED_AFTER = re.compile(r"[^，。；]{0,12}(?:不能?成立|不予认定|不能认定|不予采[纳信]|于法无据|缺乏)")
_CLAIMED = re.compile(r"辩护人|辩护意见|辩解|辩称|上诉理由|所提")
_ADOPTED = re.compile(r"采纳|采信|支持|属实|成立|符合|相符|认可|认定")
_ARGUED = re.compile(r"(?:辩护人|被告人|上诉人|公诉机关|辩解|提出|主张|请求|要求|关于|所提|意见|建议)")
_REFUSED = re.compile(
    r"(?:不予|难以|不应|不能|均不|无法|未予)(?:以)?(?:采纳|采信|支持|成立|认定)|不成立|不当|缺乏依据|没有依据"
)
#: What every refusal (as its first character or its second) and every denial holds.
_NO = re.compile("[不没未难非无缺]")
_EVERYONE = re.compile(r"(?:各|[二三四五六七八九十两几]|上述|诸|全体)(?:名)?(?:被告人|上诉人)|均|都")


class _Word(NamedTuple):
    """What a word begins: a mention of a kind, told by the word alone or by what `match` finds from it on."""

    kind: str
    length: int
    match: Callable[[str, int, int], re.Match[str] | None] | None
    only_with: tuple[str, ...]


def _words() -> tuple[list[_Word], dict[int, list[int]]]:
    """Every word of every row, and which of them belong to which anchor."""
    words: list[_Word] = []
    of_anchor: dict[int, list[int]] = {}
    for kind, row, pattern, only_with in _KINDS:
        match = re.compile(pattern).match if pattern else None
        for word in row.split():
            (number,) = anchors(word).numbers
            of_anchor.setdefault(number, []).append(len(words))
            words.append(_Word(kind, len(word), match, tuple(only_with.split())))
    return words, of_anchor


_WORDS, _OF_ANCHOR = _words()
_PLACE = attrgetter("start", "end")
#: What `_marks` tells of a sentence.
_Marks = tuple[int, int, int, int, int]


def read_grounds(j: Judgment) -> tuple[Ground, ...]:
    """Every mention of a circumstance, in order, with the section it stands in."""
    out = _mentions(j)
    if len(out) > 1:
        out.sort(key=_PLACE)
    return tuple(out)


def grounds_of(j: Judgment, kinds: Collection[str]) -> tuple[Ground, ...]:
    """Those of the circumstances that are of some kinds, read only where a word of theirs stands."""
    if not any(j.has(_MENTIONS_OF[kind]) for kind in kinds):
        return ()
    return tuple(g for g in j.grounds if g.kind in kinds)


def _mentions(j: Judgment) -> list[Ground]:
    text, span = j.plain, j.source.span
    names = [p.name for p in j.defendants]
    begin = stop = -1
    marks, titled = None, True
    out = []
    for cut, kind, start, end in _found(j):
        if end > stop or begin < cut.start:
            begin, stop = _sentence(text, start, end, cut.start, cut.end)
            marks = _marks(text, begin, stop)
            titled = text.find("《", max(begin - 60, 0), stop) >= 0
        if titled and _in_title(text, start):
            continue
        out.append(
            Ground(
                *span(start, end),
                kind=kind,
                party=names[0] if len(names) == 1 else _whose(text, max(begin, start - _FAR), start, names),
                accepted=marks is None or _accepted(text, begin, marks, start, end),
                section=cut.name,
            )
        )
    return out


def _found(j: Judgment) -> list[tuple[Cut, str, int, int]]:
    """The mentions outside the silent sections, those of one kind not inside each other."""
    text = j.plain
    spots = sorted([(at, n) for anchor, starts in j.spots_each(_MENTIONS) for n in _OF_ANCHOR[anchor] for at in starts])
    cuts = iter(j.cuts)
    ceiling, silent = 0, True
    done: dict[str, int] = {}
    out = []
    for at, n in spots:
        while at >= ceiling:
            cut = next(cuts)
            ceiling, silent = cut.end, cut.name in _SILENT
        if silent:
            continue
        kind, length, match, only_with = _WORDS[n]
        end = at + length
        if match:
            m = match(text, at, ceiling)
            if m is None:
                continue
            end = m.end()
        if at < end <= ceiling and done.get(kind, 0) <= at and not (only_with and not _names_any(text, only_with, cut)):
            done[kind] = end
            out.append((cut, kind, at, end))
    return out


def _names_any(text: str, words: tuple[str, ...], cut: Cut) -> bool:
    return any(text.find(word, cut.start, cut.end) >= 0 for word in words)


def _in_title(text: str, at: int) -> bool:
    opened = text.rfind("《", max(at - 60, 0), at)
    return opened >= 0 and text.find("》", opened, at) < 0


def _sentence(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    begin = max(text.rfind("。", floor, start) + 1, floor)
    begin = max(text.rfind("；", begin, start) + 1, begin)
    stop = text.find("。", end, ceiling)
    stop = ceiling if stop < 0 else stop
    half = text.find("；", end, stop)
    return begin, stop if half < 0 else half


def _marks(text: str, begin: int, stop: int) -> _Marks | None:
    """Of a sentence: where its first denial is, where the first claim and the first argument in it end, the last
    refusal and adoption begin.

    None for one that neither claims nor denies anything; for what does not stand there, an index nothing is before or
    behind.
    """
    claimed = _CLAIMED.search(text, begin, stop)
    denies = _NO.search(text, begin, stop + 24)
    if not claimed and not denies:
        return None
    denied = denies.start() if denies else stop + 24
    argued = _ARGUED.search(text, begin, stop) if denied < stop else None
    refused = _last(_REFUSED, text, max(begin, denied - 1), stop) if argued else -1
    adopted = _last(_ADOPTED, text, begin, stop) if claimed else -1
    return denied, claimed.end() if claimed else stop, argued.end() if argued else stop, refused, adopted


def _last(pattern: re.Pattern[str], text: str, begin: int, stop: int) -> int:
    at = -1
    for m in pattern.finditer(text, begin, stop):
        at = m.start()
    return at


def _accepted(text: str, begin: int, marks: _Marks, start: int, end: int) -> bool:
    denied, claimed, argued, refused, adopted = marks
    if denied < start:
        near = max(begin, start - 30)
        if _NO.search(text, near, start):
            clause = max(text.rfind("，", near, start) + 1, text.rfind("：", near, start) + 1, near)
            if _DENIED.search(text, clause, start):
                return False
    if denied < end + 24 and _NO.search(text, end, end + 24) and _DENIED_AFTER.match(text, end, end + 24):
        return False
    if argued <= start and end <= refused:
        return False
    return claimed > start or end <= adopted


def _whose(text: str, start: int, at: int, names: list[str]) -> str | None:
    """Of several defendants the one last named before the mention in its sentence, else None."""
    last, who = -1, None
    for name in names:
        here = text.rfind(name, start, at)
        if here > last:
            last, who = here, name
    return None if who is None or _EVERYONE.search(text, last, at) else who
