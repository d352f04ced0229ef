"""Circumstances that bear on the penalty, where the court speaks of them: 自首, 累犯, 从犯, 未遂, 谅解 …

Each mention is one `Ground`. A mention is not accepted where its clause denies it (不构成自首) or where
the sentence reports it as an argument of the defence and refuses it (…的辩护意见，不予采纳).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .model import Ground

if TYPE_CHECKING:
    from .judgment import Judgment

#: kind → (anchors one of which must occur in the text, pattern)
_PATTERNS: dict[str, tuple[tuple[str, ...], str]] = {
    "自首": (("自首",), r"自首"),
    "坦白": (("坦白", "如实"), r"坦白|如实(?:供述|交代|交待|供认)"),
    "重大立功": (("重大立功",), r"重大立功"),
    "立功": (("立功",), r"(?<!重大)立功"),
    "累犯": (("累犯",), r"累犯"),
    "毒品再犯": (("再犯",), r"毒品再犯|系再犯|毒品犯罪再犯"),
    "主犯": (("主犯", "主要作用"), r"主犯|起(?:了|到)?(?:到)?主要作用"),
    "从犯": (("从犯", "次要", "辅助"), r"(?<![胁主])从犯|(?:次要|辅助)(?:、?辅助)?(?:的)?作用"),
    "胁从犯": (("胁从", "被胁迫"), r"胁从犯|被胁迫参加"),
    "教唆": (("教唆",), r"教唆"),
    "犯罪未遂": (("未遂", "未得逞", "未能得逞"), r"未遂|未(?:能)?得逞"),
    "犯罪预备": (("预备",), r"犯罪预备|预备犯"),
    "犯罪中止": (("中止",), r"犯罪中止|中止犯|中止犯罪"),
    "共同犯罪": (("共同", "结伙", "伙同"), r"共同(?:故意)?(?:实施)?犯罪|结伙|伙同|共同故意"),
    "首要分子": (("首要分子",), r"首要分子"),
    "数罪": (("并罚",), r"[数两二三四多]罪?并罚|并罚"),
    "未成年": (
        ("未成年", "十八周岁", "18周岁", "十六周岁", "16周岁"),
        r"(?:作案|犯罪|行为)时[^，。；]{0,14}(?:不满|未满)(?:十八|18|十六|16)周?岁"
        r"|(?:系|属|是|时)未成年(?:人|犯)?(?=[，。、；])|未成年(?:人)?(?:被告人|犯罪)",
    ),
    "年满七十五": (("七十五", "75周岁", "75岁"), r"(?:年?已)?满(?:七十五|75)周?岁"),
    "怀孕": (("怀孕", "孕妇"), r"怀孕|孕妇"),
    "限制责任": (("责任能力", "辨认"), r"限制(?:刑事)?责任能力|尚未完全丧失辨认"),
    "聋哑盲": (("聋", "盲人", "哑"), r"又聋又哑|聋哑|盲人|聋人"),
    "防卫过当": (("防卫过当",), r"防卫过当"),
    "避险过当": (("避险过当",), r"避险过当"),
    "认罪认罚": (("认罪认罚", "认罚"), r"认罪认罚|认罪、认罚|自愿认罪(?:并)?(?:愿意)?接受处罚"),
    "当庭认罪": (("认罪",), r"(?:当庭|庭审[^，。；]{0,8}|自愿)认罪(?!认罚|、认罚)"),
    "谅解": (("谅解",), r"谅解"),
    "退赃退赔": (
        ("退", "赔偿"),
        r"退(?:赃|赔|缴|还|出)(?:了)?|赔偿(?:了)?[^，。；]{0,12}损失",
    ),
    "前科": (("前科", "劣迹", "曾因"), r"前科|劣迹|曾因[^，。；]{2,30}(?:判处|处罚|拘留)"),
    "从轻或者减轻处罚": (("减轻",), r"从轻(?:、|或者?)减轻(?:或者?免除)?(?:处罚|判处)"),
    "减轻处罚": (("减轻",), r"(?<![或者、])减轻(?:(?:或者?|、)免除)?(?:处罚|判处)"),
    "从轻处罚": (("从轻",), r"从轻(?:处罚|判处|量刑|处理)|从宽(?:处罚|处理)"),
    "从重处罚": (("从重",), r"从重(?:处罚|判处|惩处)"),
    "免除处罚": (("免除", "免予", "免于"), r"免除(?:刑事)?处罚|免[予于]刑事处罚"),
}  # fmt: skip
_COMPILED = {kind: (anchors, re.compile(pattern)) for kind, (anchors, pattern) in _PATTERNS.items()}

_DENIED = re.compile(
    r"(?:不构成|不属于?|不是|不系|不符合|不具有?|不具备|没有|未构成|不能(?:被)?认定|不宜(?:被)?认定|不应(?:当)?认定|难以认定"
    r"|并非|不能成立|不存在|无法认定|未认定|不予认定|不认定|无|未有|不视为|不以|不能以|不能视为|不应视为|不应以|不必|无需|不再)[^，。；、]{0,14}$|未(?:能|立即|及时|主动|予)?$"
)
_DENIED_AFTER = re.compile(r"^[^，。；]{0,12}(?:不能?成立|不予认定|不能认定|不予采[纳信]|于法无据|缺乏)")
_CLAIMED = re.compile(r"辩护人|辩护意见|辩解|辩称|上诉理由|所提")
_ADOPTED = re.compile(r"采纳|采信|支持|属实|成立|符合|相符|认可|认定")
_ARGUED = re.compile(r"(?:辩护人|被告人|上诉人|公诉机关|辩解|提出|主张|请求|要求|关于|所提|意见|建议)")
_REFUSED = re.compile(
    r"(?:不予|难以|不应|不能|均不|无法|未予)(?:以)?(?:采纳|采信|支持|成立|认定)|不成立|不当|缺乏依据|没有依据"
)
_EVERYONE = re.compile(r"(?:各|[二三四五六七八九十两几]|上述|诸|全体)(?:名)?(?:被告人|上诉人)|均|都")


def read_grounds(j: Judgment) -> tuple[Ground, ...]:
    """Every mention of a circumstance, in order, with the section it stands in."""
    found = list(_mentions(j))
    return tuple(sorted(found, key=lambda g: (g.start, g.end)))


def _mentions(j: Judgment) -> Iterator[Ground]:
    names = [p.name for p in j.defendants]
    for cut in j.cuts:
        if cut.name in ("head", "disposition", "notice", "signature", "annex"):
            continue
        part = j.plain[cut.start : cut.end]
        for kind, (anchors, pattern) in _COMPILED.items():
            if not any(anchor in part for anchor in anchors):
                continue
            for m in pattern.finditer(j.plain, cut.start, cut.end):
                if _in_title(j.plain, m.start()):
                    continue
                sentence = _sentence(j.plain, m.start(), m.end(), cut.start, cut.end)
                yield Ground(
                    *j.span(m.start(), m.end()),
                    kind=kind,
                    party=_whose(j.plain, sentence[0], m.start(), names),
                    accepted=_accepted(j.plain, sentence, m),
                    section=cut.name,
                )


def _in_title(text: str, at: int) -> bool:
    return text.rfind("《", max(at - 60, 0), at) > text.rfind("》", max(at - 60, 0), at)


def _sentence(text: str, start: int, end: int, floor: int, ceiling: int) -> tuple[int, int]:
    begin = max(text.rfind("。", floor, start), text.rfind("；", floor, start), floor - 1) + 1
    stops = [i for i in (text.find("。", end, ceiling), text.find("；", end, ceiling)) if i >= 0]
    return begin, min(stops, default=ceiling)


def _accepted(text: str, sentence: tuple[int, int], m: re.Match[str]) -> bool:
    clause = max(text.rfind(mark, sentence[0], m.start()) for mark in "，：") + 1 or sentence[0]
    if _DENIED.search(text, max(clause, m.start() - 30), m.start()) or _DENIED_AFTER.search(
        text[m.end() : m.end() + 24]
    ):
        return False
    if _ARGUED.search(text, sentence[0], m.start()) and _REFUSED.search(text, m.end(), sentence[1]):
        return False
    claimed = _CLAIMED.search(text, sentence[0], m.start())
    return not claimed or bool(_ADOPTED.search(text, m.end(), sentence[1]))


def _whose(text: str, start: int, at: int, names: list[str]) -> str | None:
    """The defendant last named before the mention in its sentence; the only one there is; else None."""
    if len(names) == 1:
        return names[0]
    last, who = -1, None
    for name in names:
        here = text.rfind(name, start, at)
        if here > last:
            last, who = here, name
    return None if who is None or _EVERYONE.search(text, last, at) else who
