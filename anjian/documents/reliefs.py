"""The kinds of relief that a claim asks for, by the words that ask for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

#: 给付 pay or settle · 返还 give back, vacate · 赔偿 damages · 履行 any other act (交付 过户 办理 公开 履行职责) ·
#: 抚养 custody, maintenance, visits · 分割 sharing of property · 排除妨害 remove, clear · 连带责任 joint, suretyship,
#: subsidiary liability · 诉讼费 the costs of the suit · 改判 发回重审 再审 驳回 asked on appeal · 其他 none of these.
RELIEFS = (
    "给付", "返还", "赔偿", "利息", "违约金", "确认", "解除", "撤销", "变更", "履行", "重新作出", "离婚", "抚养",
    "分割", "继承", "停止侵害", "排除妨害", "恢复原状", "道歉", "优先受偿", "连带责任", "诉讼费", "改判", "发回重审",
    "再审", "驳回", "其他",
)  # fmt: skip

#: The words of a relief, in the order of `RELIEFS`.
_WORDS = {
    "给付": r"支付|给付|偿还|清偿(?!责任)|偿付|付清|付给|缴纳|交纳|缴付|补缴|补发|补足|兑付|付还"
    r"|承担[^，。；]{0,24}[0-9]元",
    "返还": r"返还|归还|退还|退回|退赔|交还|腾退|腾空|腾房|搬离|搬出|迁出|收回",
    "赔偿": r"赔偿(?!请求|协议|委员会|决定|义务机关)|赔付|理赔|补偿(?!协议|安置协议|决定)",
    "利息": r"利息|罚息|复利|资金占用|逾期[^，。；]{0,4}损失|利率",
    "违约金": r"违约金|滞纳金",
    "确认": r"(?:无效|不成立)$|确认(?!书)|宣告|认定(?=[^，。；]{0,30}(?:无效|有效|违法|为工伤|属于工伤))",
    "解除": r"(?<!违法)(?<!非法)解除(?!劳动(?:合同|关系)(?:的?(?:违法|经济)?)(?:补偿|赔偿))"
    r"|终止(?:[^，。；]{0,20})(?:合同|协议|关系)",
    "撤销": r"撤销|撤消",
    "变更": r"变更(?!登记|后)",
    "履行": r"继续履行|履行|交付(?!的|了)|(?<!所)办理(?!的|了)|过户|协助|配合|(?<![未所])签订(?!的)|出具(?!的)|开具"
    r"|公开(?!赔礼|道歉|致歉|向)|提供(?!的|证据|劳务)|答复|返工|维修|登记手续",
    "重新作出": r"重新(?:作出|核定|认定|鉴定|处理|答复|核算)",
    "离婚": r"离婚(?!后|证|协议|损害|登记|诉讼|纠纷|时)",
    "抚养": r"抚养|抚育|扶养|赡养|探望|探视|监护|随[^，。；]{1,12}(?:共同)?生活",
    "分割": r"分割|平分|均分|析产|归[^，。；]{1,20}所有",
    "继承": r"继承(?!人|法|纠纷)",
    "停止侵害": r"停止|不侵犯|不侵害",
    "排除妨害": r"排除妨[害碍]|拆除|清除|移除|清理|消除危险",
    "恢复原状": r"恢复[^，。；]{0,20}(?:原状|原貌|通行|链接|供[水电]|土地)|修复",
    "道歉": r"道歉|消除影响|恢复名誉",
    "优先受偿": r"优先受偿|优先(?:受偿)?权|拍卖|变卖",
    "连带责任": r"连带|在[^，。；]{2,40}(?:范围|限额|份额)内(?!优先)[^，。；]{0,10}承担[^，。；]{0,8}责任|补充(?:清偿"
    r"|赔偿)?责任|共同(?:清偿|还款|赔偿)?责任|(?:保证|担保)责任",
    "改判": r"改判|予以纠正",
    "发回重审": r"发回",
    "再审": r"再审(?!申请|请求)|提审",
    "驳回": r"驳回",
}
#: Characters one of which every wording of a relief holds.
_HOLDS = {
    "给付": "付偿缴纳补承",
    "返还": "还退交腾搬迁收",
    "赔偿": "赔补",
    "利息": "息利占逾",
    "违约金": "违滞",
    "确认": "无不确宣认",
    "解除": "解终",
    "撤销": "撤",
    "变更": "变",
    "履行": "履交办过协配签出开公提答返维登",
    "重新作出": "重",
    "离婚": "离",
    "抚养": "抚扶赡探监随",
    "分割": "分均产归",
    "继承": "继",
    "停止侵害": "停侵",
    "排除妨害": "妨除移清消",
    "恢复原状": "复",
    "道歉": "歉消誉",
    "优先受偿": "优拍变",
    "连带责任": "连责",
    "改判": "改纠",
    "发回重审": "发",
    "再审": "再提",
    "驳回": "驳",
}


def by_character(holds: Iterable[str]) -> Callable[[str], list[int]]:
    """A function that tells, in order, the numbers of those of `holds` of which a text has any character."""
    numbers: dict[str, list[int]] = {}
    for number, characters in enumerate(holds):
        for character in characters:
            numbers.setdefault(character, []).append(number)
    all_characters = frozenset(numbers)

    def of(text: str) -> list[int]:
        return sorted({number for character in all_characters.intersection(text) for number in numbers[character]})

    return of


_PATTERNS = tuple((relief, re.compile(words)) for relief, words in _WORDS.items())
_may_ask = by_character(_HOLDS[relief] for relief in _WORDS)
_COST = re.compile(
    r"(?:(?:案件|一审|二审|一、二审|反诉|再审|全部|所有|相关|其他)?(?:诉讼|案件受理|受理|财产保全|诉讼保全|保全"
    r"|案件申请|保全申请|公告|鉴定|"
    r"执行|上诉|反诉|邮寄|评估)(?:等)?(?:费用|费))|诉费|本案(?:的)?(?:全部|一切)?(?:诉讼)?费用|案件费用"
    r"|本案(?:的)?诉讼(?=由)"
)
#: The act attacked or declared on (确认…强制拆除行为违法, 撤销…不予认定工伤决定): its words ask for nothing.
_OBJECT_OF_ACT = re.compile(
    r"(?P<verb>确认)(?!(?:原告|被告)[与和对、]|双方|[^，。；]{0,30}之间)[^，。；]{0,120}?(?:违法|无效)"
    r"|(?P<verb2>撤销)[^，。；]{0,120}?(?:决定书?|裁决书?|判决书?|裁定书?|认定书|通知书?|行为)"
)
_OF_THE_SUIT = re.compile(r"诉讼|受理费|诉费|本案[^，。；]{0,6}费用|案件费用|上诉费|反诉费")
_MORE_THAN_COSTS = re.compile(r"费|款|金(?!融|属)|损失|利息|责任")


def reliefs_of(text: str) -> tuple[str, ...]:
    """The reliefs a claim asks for, in the order of `RELIEFS`; exactly ("诉讼费",) when only costs are asked for."""
    rest, costs = _without_costs(text)
    if "确认" in rest or "撤销" in rest:
        rest = _OBJECT_OF_ACT.sub(lambda m: m["verb"] or m["verb2"], rest)
    found = [_PATTERNS[n][0] for n in _may_ask(rest) if _PATTERNS[n][1].search(rest)]
    if costs and set(found) <= {"给付", "连带责任"} and not _MORE_THAN_COSTS.search(rest.replace("连带责任", "")):
        return ("诉讼费",)
    if costs:
        found = sorted([*found, "诉讼费"] if found else ("诉讼费", "给付"), key=RELIEFS.index)
    return tuple(found) or ("其他",)


def _without_costs(text: str) -> tuple[str, bool]:
    """The text without the words for costs, and whether those of the suit were among them."""
    costs = bool(_OF_THE_SUIT.search(text)) and bool(_COST.search(text))
    return (_COST.sub("", text) if costs else text), costs
