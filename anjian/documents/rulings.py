"""What a civil, administrative or enforcement decision does to a decision below or to the proceedings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from .kind_of_case import nature
from .model import Verdict

if TYPE_CHECKING:
    from .disposition import Stretch
    from .judgment import Judgment

_DECISION = r"(?:判决|裁定|原判|调解书|(?:[0-9]|第[0-9]{1,6})号(?:国家|司法|行政)?(?:赔偿)?(?:执行)?决定)"
_SEIZE = r"(?:查封|扣押|冻结|轮候查封|轮候冻结)"
#: Kind, the characters one of which it begins with, and words, the more special before the more general: the first that
#: matches at a place is it.
_WORDS = (
    ("准许撤回上诉", "准", r"准[许予][^。；]{0,90}?(?:撤回(?:对[^。；]{0,60}?的)?(?:其)?上诉|撤诉上诉)"),
    ("准许撤回再审申请", "准", r"准[许予][^。；]{0,90}?撤回(?:对[^。；]{0,60}?的)?(?:其)?再审(?:的)?申请"),
    ("准许撤诉", "准", r"准[许予][^。；]{0,90}?(?:撤回(?:对[^。；]{0,60}?的)?(?:其|本案|本诉)?(?:的)?(?:起诉|反诉|诉讼)"
        r"|撤诉)"),
    ("准许撤回申请", "准", r"准[许予][^。；]{0,90}?撤回[^。；]{0,60}?(?:申请|异议|复议)"),
    ("按自动撤回上诉", "按", r"按[^，。；]{0,40}?(?:自动)?撤回上诉(?:处理)?"),
    ("按撤回再审申请", "按", r"按[^，。；]{0,40}?(?:自动)?撤回再审申请(?:处理)?"),
    ("按撤诉处理", "按", r"按[^，。；]{0,40}?(?:自动)?(?:撤诉|撤回起诉|撤回反诉)(?:处理)?"),
    ("驳回管辖异议", "驳", r"驳回[^。；]{0,120}?管辖(?:权)?[^，。；]{0,24}异议"),
    ("驳回再审申请", "驳", r"驳回[^，。；]{0,90}?再审(?:的)?(?:申请|请求)"),
    ("驳回执行申请", "驳", r"驳回[^，。；]{0,90}?(?:(?:强制)?执行(?:的)?申请|(?:的)?申请(?:强制)?执行)"),
    ("驳回复议申请", "驳", r"驳回[^，。；]{0,90}?复议(?:的)?(?:申请|请求)"),
    ("驳回异议", "驳", r"驳回[^，。；]{0,120}?异议(?:的)?(?:请求|申请)?"),
    ("驳回其他诉讼请求", "驳", r"驳回[^。；]{0,160}?(?:其他|其它|其余|剩余|超出|过高|多余)[^，。；]{0,40}?请求"),
    ("驳回诉讼请求", "驳", r"驳回[^。；]{0,160}?(?:诉讼|反诉|赔偿|上诉)请求"),
    ("驳回起诉", "驳", r"驳回[^，。；]{0,90}?(?:起诉|反诉)"),
    ("驳回上诉", "驳", r"驳回[^，。；]{0,90}?上诉"),
    ("驳回抗诉", "驳", r"驳回[^，。；]{0,90}?抗诉"),
    ("驳回申诉", "驳", r"驳回[^，。；]{0,90}?申诉"),
    ("驳回申请", "驳", r"驳回[^，。；]{0,120}?申请"),
    ("不予受理", "不", r"不予受理"),
    ("不予立案", "不", r"不予立案"),
    ("指定管辖", "指由", r"(?:指定)?由[^，。；]{2,40}法院(?:立案|受理|审理|审判|管辖|处理|执行)"
        r"|指定[^，。；]{2,40}法院[^，。；]{0,8}(?:审理|审判|管辖|执行)"),
    ("移送管辖", "移", r"移送(?:至|给|由)?[^，。；]{0,40}法院[^，。；]{0,10}"),
    ("中止原判执行", "中停", r"(?:中止|停止)[^，。；]{0,90}?(?:原判|原裁定|原审|判决|裁定|调解书"
        r"|决定)[^，。；]{0,12}(?:的)?执行"),
    ("终结本次执行", "本终", r"终结[^，。；]{0,90}?(?:本次)(?:强制)?执行(?:程序)?|本次执行程序终结|本案终结本次执行"),
    ("终结破产程序", "终", r"终结[^，。；]{0,60}?(?:破产|重整|和解|清算)[^，。；]{0,6}程序"),
    ("终结执行", "终", r"终结[^，。；]{0,120}?执行(?:程序)?"),
    ("终结诉讼", "本终", r"终结(?:本案)?诉讼|本案终结|终结(?:本案)?(?:的)?审理"),
    ("终结审查", "终", r"终结(?:本案|对[^，。；]{0,60}?|再审)?(?:的)?审查(?:程序)?"),
    ("中止诉讼", "中", r"中止(?:本案)?(?:的)?(?:诉讼|审理)"),
    ("中止执行", "中", r"中止[^，。；]{0,120}?执行"),
    ("恢复执行", "恢", r"恢复[^，。；]{0,120}?执行"),
    ("暂缓执行", "暂", r"暂缓[^，。；]{0,90}?执行"),
    ("不准予执行", "不", r"不准予?[^，。；]{0,120}?(?:强制)?执行"),
    ("不予执行", "不", r"不予(?:强制)?执行"),
    ("先予执行", "先", r"先予执行"),
    ("准予执行", "准", r"准予?(?:强制)?执行|准予[^，。；]{0,120}?强制执行"),
    ("追加被执行人", "追", r"追加[^。；]{0,120}?被执行人"),
    ("变更被执行人", "变", r"变更[^。；]{0,120}?被执行人"),
    ("变更申请执行人", "变", r"变更[^。；]{0,120}?申请执行人"),
    ("解除保全", "撤解", rf"解除[^。；]{{0,160}}?(?:{_SEIZE}|保全)|(?:撤销|解除)[^，。；]{{0,40}}保全"),
    ("扣划", "划扣提", r"扣划|划拨|提取(?!公积金的权利)"),
    ("财产保全", "冻扣查财轮", rf"(?<!解除){_SEIZE}|财产保全"),
    ("拍卖", "以作变归拍", r"拍卖|变卖|以物抵债|作价|归买受人[^。；]{1,60}所有"),
    ("受理破产", "受", r"受理[^。；]{0,120}?(?:破产|重整|和解|清算)[^。；]{0,10}申请"),
    ("宣告破产", "宣", r"宣告[^，。；]{0,60}?破产"),
    ("批准重整计划", "批", r"批准[^，。；]{0,60}?重整计划"),
    ("提审", "本由", r"(?:由)?本院提审"),
    ("指令再审", "指", r"指令[^，。；]{0,60}?再审"),
    ("指令审理", "指", r"指令[^，。；]{0,60}?(?:审理|立案|受理)"),
    ("发回重审", "发", r"发回[^，。；]{0,40}?(?:重新审判|重审|重新审理|重新审查)"),
    ("再审", "予再另本由进",
        r"(?:由本院|另行组成合议庭|进行|予以)[^，。；]{0,20}再审(?!期间|申请|请求)|^(?:本案)?再审(?!期间|申请"
        r"|请求)"),
    ("维持", "维", rf"维持[^。；]{{0,120}}?{_DECISION}[^，。；]{{0,40}}"),
    ("撤销仲裁裁决", "撤", r"撤销[^。；]{0,120}?仲裁[^。；]{0,60}?裁决[^，。；]{0,30}"),
    ("撤销", "撤", rf"撤销[^。；]{{0,120}}?{_DECISION}[^，。；]{{0,40}}"),
    ("改判", "变改", rf"改判|变更[^。；]{{0,120}}?{_DECISION}[^，。；：为]{{0,40}}"),
    ("补正笔误", "应改更补", r"(?:补正|更正|应为|改为)[^，。；]{0,40}"),
    ("确认违法", "确", r"确认[^。；]{0,160}?(?:违法|不合法)"),
    ("确认无效", "确", r"确认[^。；]{0,160}?(?:行为|决定|处罚|登记|批复|许可|征收)[^，。；]{0,30}无效"),
    ("司法确认", "调", r"调解协议(?:书)?有效"),
    ("宣告票据无效", "宣", r"宣告[^。；]{0,240}?(?:汇票|本票|支票|票据|提单|仓单|存单|股票)[^，。；]{0,24}无效"),
    ("宣告失踪", "宣", r"宣告[^，。；]{0,30}失踪"),
    ("宣告死亡", "宣", r"宣告[^，。；]{0,30}死亡"),
)  # fmt: skip
#: 准许撤诉 also for 准许撤回起诉; 财产保全 for 查封 扣押 冻结 in any document; 改判 also for 变更…判决; 终结执行
#: whatever is ended but not 终结本次执行; 撤销 维持 only of court decisions (the awards tell of an administrative act).
KINDS = tuple(kind for kind, _, _ in _WORDS if kind != "驳回其他诉讼请求")
#: What a judgment (or a mediation) can do; other words in its items only describe what is to be performed.
_OF_JUDGMENTS = frozenset((
    "准许撤回上诉", "驳回其他诉讼请求", "驳回诉讼请求", "驳回起诉", "驳回上诉", "驳回抗诉", "驳回再审申请", "维持",
    "撤销", "改判", "发回重审", "撤销仲裁裁决", "确认违法", "确认无效", "宣告票据无效", "宣告失踪", "宣告死亡",
    "准许撤诉",
    "按撤诉处理", "终结诉讼",
))  # fmt: skip
_MAY_ASK = re.compile(r"(?:可以?|有权|应当?)[^，。；]{0,16}(?:申请|请求)[^，。；]{0,4}$|需要?(?:继续|续行|延长)?$")
_ITS_TERM = re.compile(r"的?期[限间]|届满")
#: Told by the awards alone.
_REST = "驳回其他诉讼请求"
_LATER = re.compile(r"(?:后|时|的)，?$")
#: More than the words have together that tell that something may be asked for.
_BEFORE = 40


@cache
def _patterns(judges: bool, enforces: bool) -> tuple[re.Pattern[str], dict[str, list[tuple[str, re.Pattern[str]]]]]:
    """What a document can do: where any such words may begin, and the patterns by the character they begin with."""
    out: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for kind, begins, words in _WORDS:
        if (not judges or kind in _OF_JUDGMENTS) and not (enforces and kind == "中止原判执行"):
            for first in begins:
                out.setdefault(first, []).append((kind, re.compile(words)))
    return re.compile(f"[{''.join(out)}]"), out


def verdicts_of(j: Judgment, item: Stretch) -> Iterator[Verdict]:
    """The verdicts of one item in order, none inside another, each kind once in a row."""
    text = j.plain
    document, kind = nature(j)
    judges = document in ("判决书", "调解书")
    enforces = kind == "执行" or (j.title is None and j.instance == "enforcement")
    anchor, patterns = _patterns(judges, enforces)
    at, previous = item.body, ""
    quotes, counted = 0, item.body
    while begins := anchor.search(text, at, item.end):
        at = begins.start()
        found = next(((k, m) for k, p in patterns[begins[0]] if (m := p.match(text, at, item.end))), None)
        if found is None:
            at += 1
            continue
        quotes += text.count("“", counted, at) - text.count("”", counted, at)
        counted = at
        if quotes > 0 or not _done(j, item.body, at, found):
            at += 1
            continue
        kind, m = found
        if kind not in (previous, _REST):
            yield Verdict(*j.span(at, m.end()), kind=kind)
        previous, at = kind, m.end()


def _done(j: Judgment, start: int, at: int, found: tuple[str, re.Match[str]]) -> bool:
    """Whether the words decide something here and now, and do not only tell what may be asked for or follows later."""
    kind, m = found
    if _MAY_ASK.search(j.plain, max(start, at - _BEFORE), at) or _ITS_TERM.match(j.plain, m.end()):
        return False
    if kind == "指定管辖" and "指定" not in m[0]:
        return bool(j.case_number and j.case_number.type_code.endswith("辖"))
    return kind != "恢复执行" or not _if(j.plain, at)


def _if(text: str, at: int) -> bool:
    """Whether what is said at a place is said for a later event only (中止的情形消失后，恢复执行)."""
    return _LATER.search(text, max(at - 2, 0), at) is not None
