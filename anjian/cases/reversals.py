"""Why a decision was reversed or remanded, by the reviewing court's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .brief import Cause, Mark, Reversal

if TYPE_CHECKING:
    from anjian.documents import Judgment

KINDS = ("事实不清", "法律适用", "程序", "新证据", "量刑", "其他")
_WITHDRAWN = ("准许撤回上诉", "准许撤回抗诉")
_REVERSING = ("发回重审", "改判", "撤销")
#: What of an earlier decision is found wrong; the words of the reviewing court, never of a party.
_WORDS = {
    "新证据": re.compile(
        r"(?:新的?证据|新的事实)[^。；]{0,30}?(?:足以|推翻|证明|证实|改变|变化)|出现(?:了)?新(?:的)?(?:证据|事实|情况)|"
        r"(?:二审|再审)(?:期间|中|阶段|审理)[^。；]{0,40}?新(?:的)?(?:证据|事实|情况)"
    ),
    "程序": re.compile(
        r"(?:严重)?违反(?:了)?(?:法定|法律规定的)?(?:诉讼)?程序|违反法律规定的诉讼程序|程序(?:严重)?(?:违法|不当|错误)|"
        r"遗漏(?:了)?(?:必要的?|必须参加诉讼的)?(?:共同诉讼(?:人|的当事人)|当事人|被告|原告|诉讼请求)|违法缺席判决|"
        r"(?:剥夺|限制)(?:了)?[^。；]{0,16}?(?:辩论|诉讼)权利|可能影响公正审判|审判组织的组成不合法|应当回避|未(?:依法|合法)?(?:传唤|送达)|"
        r"(?:一审|原审)[^。；]{0,20}?(?:没有|无)管辖权|超出(?:了)?[^。；]{0,8}?(?:诉讼请求|诉请)|漏判"
    ),
    "事实不清": re.compile(
        r"(?:认定(?:的)?)?(?:基本|主要|部分|案件)?事实(?:和证据)?(?:认定)?(?:不清|不明|有误|错误|不当)|证据不足|"
        r"事实尚?未(?:能)?查(?:清|明)|认定[^。；，]{0,24}?(?:有误|错误|不当)|缺乏(?:足够的?)?证据|不能认定|不足以(?:认定|证明)"
    ),
    "法律适用": re.compile(
        r"适用法律(?:确有)?(?:错误|有误|不当|不正确)|法律适用(?:错误|有误|不当)|(?:定性|定罪)(?:错误|有误|不准|不当)|"
        r"适用[^。；，]{0,30}?(?:条|规定|标准)(?:错误|有误|不当)|处理(?:结果)?(?:错误|有误|不当|欠妥)|"
        r"罪名(?:错误|有误|不当)|责任(?:比例)?(?:划分|认定|承担)?(?:错误|有误|不当)|裁判(?:结果)?(?:错误|不当)|"
        r"(?:判决|裁定)(?:结果)?(?:确有)?(?:错误|不当|有误)"
    ),
    "量刑": re.compile(
        r"量刑(?:明显|显|确|确有)?(?:畸[轻重]|偏[轻重]|过[轻重]|失[当衡]|不当|失衡|错误|有误)|量刑(?:部分)?(?:应当|应|可|予以|可以)[^。；]{0,8}"
        r"(?:调整|改判|纠正|变更)|原判(?:刑罚|处刑)(?:过|偏|畸)[轻重]|刑罚(?:过|偏|畸)[轻重]|"
        r"(?:可|应)(?:依法|酌情|以|当|予以)*(?:对其)?(?:从轻|减轻|从宽|从重)(?:处罚|改判)?|适用缓刑(?:不当|错误)|可(?:以)?(?:对其)?(?:宣告|适用)缓刑|"
        r"(?:罚金|刑罚|刑期)[^。；]{0,24}?不相适应|量刑[^。；，]{0,12}?(?:调整|改判)"
    ),
}
_STOP = re.compile(r"[。；]")
#: What a court says that finds nothing wrong and yet pronounces another penalty.
_MILDER = re.compile(r"适用缓刑|(?:从轻|减轻|从宽|从重|免予)(?:刑事)?(?:处罚|处理|改判)?")
_NOT = re.compile(r"(?:不存在|不属于|并非|并未|并无|没有|未|无|不)[^。；，]{0,10}$")
#: The sentence that reports what others say, or what was right.
_REPORTED = re.compile(
    r"(?:上诉|申诉|抗诉|辩护|代理|检察|申请|辩称|主张|诉称)[^。；，]{0,30}?(?:提出|认为|称|辩|意见|理由|主张)[^。；]{0,120}?"
    r"(?:不能成立|不成立|不予(?:采纳|支持|采信)|理由不足|无(?:事实|法律)|与(?:事实|查明)[^。；]{0,6}不符)"
)


def reversal(j: Judgment) -> Reversal | None:
    """How and why this document reverses or remands an earlier decision; None where it does not.

    Several causes where the court names several; 其他 with the verdict's own words where it names none of them.
    """
    if j.instance not in ("second", "retrial", "review", None):
        return None
    verdict = next((v for kind in _REVERSING for v in j.verdicts if v.kind == kind), None)
    if verdict is None or (verdict.kind == "撤销" and any(v.kind in _WITHDRAWN for v in j.verdicts)):
        return None
    mark = Mark(verdict.start, verdict.end, words=j.quote(verdict))
    causes = tuple(_causes(j)) or (Cause("其他", mark),)
    return Reversal(verdict.kind, mark, causes)


def _causes(j: Judgment) -> list[Cause]:
    """The causes named in the reasoning, each once, in the words that name it last: a court concludes at the end."""
    start, end = _reasoning(j)
    found: dict[str, tuple[int, int]] = {}
    for begin, stop in _sentences(j, start, end):
        if _REPORTED.search(j.plain, begin, stop):
            continue
        for kind, pattern in _WORDS.items():
            for m in pattern.finditer(j.plain, begin, stop):
                if not _NOT.search(j.plain, begin, m.start()) and not _quoted(j, start, m):
                    found[kind] = m.span()
    milder = None if found else _last(_MILDER, j, start, end)
    if milder:
        found["量刑"] = milder.span()
    if len(found) > 1:
        found.pop("量刑", None)  # another penalty follows from whatever else was wrong
    return [Cause(kind, _mark(j, *found[kind])) for kind in KINDS if kind in found]


def _sentences(j: Judgment, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _STOP.finditer(j.plain, start, end):
        yield at, stop.end()
        at = stop.end()
    yield at, end


def _last(pattern: re.Pattern[str], j: Judgment, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(j.plain, start, end), key=lambda m: m.start(), default=None)


def _reasoning(j: Judgment) -> tuple[int, int]:
    """The court's own reasoning in plain indexes; where it has no heading of its own, from the last 认为 on."""
    cut, disposition = j.cut("reasoning"), j.cut("disposition")
    if cut:
        return cut.start, cut.end
    end = disposition.start if disposition else len(j.plain)
    start = j.plain.rfind("认为", 0, end)
    return (start, end) if start >= 0 else (end, end)


def _quoted(j: Judgment, start: int, m: re.Match[str]) -> bool:
    """Whether the words stand in the title of a statute, or between marks as somebody's words."""
    return any(
        (at := j.plain.rfind(opens, start, m.start())) >= 0 and j.plain.find(closes, at, m.start()) < 0
        for opens, closes in ("《》", "“”")
    )


def _mark(j: Judgment, start: int, end: int) -> Mark:
    place = j.place(start, end)
    return Mark(place.start, place.end, words=j.quote(place))
