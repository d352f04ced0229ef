"""The kinds of award, by the words that grant them."""

from __future__ import annotations

import re

from .reliefs import by_character

#: 给付 返还 赔偿 money or things · 履行 any other act · 承担责任 liability for another's debt (连带, 补充) · 无需给付
#: nothing owed · 驳回 of claims · 驳回起诉 of a suit · 撤销 部分撤销 变更 维持 确认违法 确认无效 责令履行 责令重作 done
#: to an administrative act · 不予赔偿 · 优先受偿 追偿 rights of a creditor or surety · 其他 none of these.
KINDS = (
    "给付", "返还", "赔偿", "履行", "承担责任", "无需给付", "驳回", "驳回起诉", "准予离婚", "不准离婚", "抚养", "分割",
    "继承", "确认", "确认违法", "确认无效", "解除", "撤销", "部分撤销", "变更", "维持", "责令履行", "责令重作",
    "停止侵害", "排除妨害", "恢复原状", "道歉", "优先受偿", "追偿", "不予赔偿", "其他",
)  # fmt: skip

#: A kind, characters one of which every wording of it holds, its wordings.
_KIND_WORDS = (
    ("追偿", "追", r"有权向[^，。；]{0,40}追偿|可(?:以)?向[^，。；]{0,40}追偿|享有(?:对[^，。；]{0,30})?追偿权|追偿权"),
    ("不准离婚", "婚", r"不准(?:予|许)?[^，。；]{0,60}离婚|不予?准许[^，。；]{0,60}离婚"),
    ("准予离婚", "婚系", r"(?:准予|准许|准|同意|自愿)[^，。；]{0,70}离婚|(?:与|和)[^，。；]{1,30}离婚$"
        r"|解除[^，。；]{0,60}(?:婚姻|同居)关系"),
    ("确认违法", "确", r"确认[^。；]{0,160}(?:违法|不合法)"),
    ("确认无效", "确", r"确认[^。；]{0,160}无效"),
    ("责令重作", "重", r"(?:责令|限|由)[^。；]{0,90}重新作出|重新作出[^，。；]{0,30}(?:行为|决定|裁定|处理|答复)"),
    ("责令履行", "责内限", r"责令[^。；]{0,60}(?:履行|作出|答复|公开|处理|受理|办理|采取|补救)"
        r"|(?:之?日起|期限|[0-9一二三四五六七八九十]日|[0-9一二三四五六七八九十]个?月)内，?(?:对|就|针对)[^。；]{0,80}(?:申请|请求|举报|投诉|事项)"
        r"[^，。；]{0,8}(?:作出|予以)[^，。；]{0,8}(?:处理|答复|决定)"
        r"|限[^。；]{0,40}(?:履行[^，。；]{0,12}职责|作出[^，。；]{0,12}(?:决定|答复|处理))"),
    ("优先受偿", "优", r"优先受偿|优先(?:受偿)?权"),
    ("承担责任", "责", r"在[^。；]{2,60}(?:范围|限额|份额)内[^，。；]{0,30}承担[^，。；]{0,8}责任|(?:对|就"
        r"|在)[^。；]{0,160}?承担[^，。；]{0,12}(?:连带|补充|保证|共同|赔偿|清偿|一般保证)[^，。；]{0,16}责任"
        r"|(?:承担|互负|互相|相互)[^，。；]{0,8}(?:连带|补充)[^，。；]{0,12}责任"),
    ("抚养", "抚监生探赡", r"抚养|抚育|监护|随[^，。；]{1,20}生活|探望|探视|赡养"),
    ("解除", "解终", r"解除[^。；]{0,90}(?:合同|协议|关系|约定|订单)|"
        r"(?:合同|协议|劳动关系|聘用关系)[^，。；]{0,24}(?:解除|终止)"
        r"|终止[^，。；]{0,60}(?:合同|协议|关系)"),
    ("停止侵害", "停", r"停止"),
    ("道歉", "歉消誉", r"道歉|消除影响|恢复名誉"),
    ("恢复原状", "复", r"恢复[^，。；]{0,20}(?:原状|原貌|通行)|修复"),
    ("排除妨害", "妨除移清", r"排除妨[害碍]|拆除|清除|移除|清理"),
    ("确认", "确效", r"确认|(?:合法)?有效"),
    ("继承", "继", r"继承(?!人)"),
    ("返还", "还退交腾搬迁收", r"返还|归还|退还|退回|退赔|交还|腾退|腾空|搬离|搬出|迁出|腾房|腾让"),
    ("赔偿", "赔补", r"赔偿(?!责任|请求|协议|委员会|义务|限额|金|款|费)|赔付|理赔|补偿(?!协议)"),
    ("给付", "付偿缴纳补担", r"支付|给付|偿还|清偿(?!责任)|偿付|付清|付给|缴纳|交纳|缴付|补缴|补发"
        r"|承担(?=[^，。；]{0,16}[0-9]{1,12}(?:\.[0-9]+)?[万]?元)|负担(?=[^，。；]{0,16}元)|(?:承担|负担)$"),
    ("分割", "归分由享", r"归[^，。；]{1,40}所有|分割|由[^，。；]{1,20}(?:分得|所有)"
        r"|分得|享有[^，。；]{0,30}(?:份额|所有权)"),
    ("履行", "履交办过协配签出开公提登返安", r"继续履行|履行|交付|办理|过户|协助|配合|签订(?!的)|出具(?!的)"
        r"|开具|公开|提供(?!的)|登记(?![在于的为])"
        r"|返修|安装"),
    ("变更", "变", r"变更|变为"),
    ("撤销", "撤", r"撤销"),
)  # fmt: skip
_KINDS = tuple((kind, re.compile(words)) for kind, _, words in _KIND_WORDS)
#: The ranks of the kinds of whose wordings every one holds a character or another like it.
_ranks_in = by_character(holds for _, holds, _ in _KIND_WORDS)
_NOTHING_DUE = re.compile(
    r"(?:无需|无须|不需|不用)(?:要)?(?:再)?(?:向[^，。；]{1,30})?(?:支付|给付|承担|返还|赔偿|偿还)"
)

#: 被告确认尚欠原告借款65000元，于…前付清.
_OWNS_UP = re.compile(
    r"[^，。；]{0,40}?(?:尚|仍|共|还|实)?(?:拖)?欠[^。；]{0,80}?(?P<pays>付清|还清|偿还|支付|给付|归还|清偿|结清)"
)


def kind_of(text: str) -> tuple[str | None, int]:
    """The kind of an award and where its verb stands: the earliest verb, those listed first winning a tie."""
    if text.startswith("维持"):
        return "维持", 0
    if text.startswith("撤销"):
        return ("部分撤销" if re.search(r"部分|第[一二三四五六七八九十0-9]+[项款]|中(?:的|关于)", text) else "撤销"), 0
    if text.startswith("变更") and "抚养" not in text:
        return "变更", 0
    if "不予" in text and re.match(r"[^，。；]{0,40}不予(?:国家|行政)?赔偿", text):
        return "不予赔偿", 0
    if m := _NOTHING_DUE.search(text):
        return "无需给付", m.start()
    if "欠" in text and (m := _OWNS_UP.match(text)):
        return "给付", m.start("pays")
    best: tuple[int, int, str] | None = None
    for rank in _ranks_in(text):
        if best and not best[0]:
            break
        kind, pattern = _KINDS[rank]
        m = pattern.search(text)
        if m and not in_brackets(text, m.start()):
            at = m.start() if kind not in _WHOLE else 0
            if best is None or (at, rank) < best[:2]:
                best = (at, rank, kind)
    if best is None:
        return None, 0
    return best[2], best[0]


#: Kinds whose words take in the whole clause, so that they win over a verb inside.
_WHOLE = frozenset(("不准离婚", "准予离婚", "确认违法", "确认无效", "责令重作", "责令履行", "优先受偿"))


def in_brackets(text: str, at: int) -> bool:
    """Whether a place stands in brackets or quotation marks."""
    return text.count("（", 0, at) > text.count("）", 0, at) or text.count("“", 0, at) > text.count("”", 0, at)
