"""Which kind of document a civil, administrative or enforcement result calls for: a judgment or a ruling."""

from __future__ import annotations

import re

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.model import Item, Place
from anjian.law.renumbered import number_on
from anjian.scenarios.base import Basis, Certainty, decided_on

LAW = "中华人民共和国民事诉讼法"
#: What is decided by a ruling alone: name in both languages, how an item says it.
_RULED = (
    ("驳回再审申请", "a refusal of retrial", re.compile(r"驳回[^，。；]{0,60}再审申请")),
    ("驳回管辖权异议", "a dismissed plea to jurisdiction", re.compile(r"驳回[^。；]{0,80}管辖权?[^，。；]{0,12}异议")),
    ("驳回起诉", "a dismissed suit", re.compile(r"驳回[^，。；]{0,60}(?<!诉讼)(?<!上诉)起诉(?=[。；，]|$)")),
    (
        "准许撤诉",
        "a leave to withdraw",
        re.compile(
            r"准[许予][^。；]{0,60}(?:撤诉|撤回(?:对[^。；]{0,40}的)?(?:其|本案|本诉)?的?(?:起诉|上诉|诉讼|申请))"
        ),
    ),
    (
        "按撤诉处理",
        "a suit deemed withdrawn",
        re.compile(r"按[^，。；]{0,30}(?:撤诉|撤回(?:起诉|上诉)|撤回再审申请)处理"),
    ),
    ("不予受理", "a refusal to accept", re.compile(r"不予(?:受理|立案)")),
    ("提审或指令再审", "an order of retrial", re.compile(r"(?:由)?本院提审|指令[^，。；]{2,30}再审|再审期间，中止")),
    ("准予强制执行", "leave to enforce", re.compile(r"准予强制执行")),
    ("补正笔误", "a correction of slips", re.compile(r"“[^”]{1,80}”(?:补正|更正|应)为")),
    ("移送管辖", "a transfer", re.compile(r"移送[^，。；]{0,30}法院(?:审理|处理|管辖)?(?=[。；，]|$)")),
    ("终结诉讼", "an end of the proceedings", re.compile(r"终结(?:本案)?(?:的)?(?:诉讼|审理)(?=[。；，]|$)")),
    ("中止诉讼", "a stay of the proceedings", re.compile(r"中止(?:本案)?(?:的)?(?:诉讼|审理)(?=[。；，]|$)")),
    (
        "财产保全",
        "a preservation of property",
        re.compile(r"^(?:立即)?(?:(?:查封|扣押|冻结|轮候查封)(?!的|期限)|解除对[^。；]{0,60}(?:查封|扣押|冻结))"),
    ),
)
_QUASHED = re.compile(r"撤销[^。；]{2,90}(?:判决|裁定)")
_REMANDED = re.compile(r"发回[^，。；]{0,40}?(?:重审|重新审理|重新审判)")
_UPHELD = re.compile(r"维持(?:原(?:审|一审)?|一审|[^。；]{2,60}号(?:民事|行政)?)(判决|裁定|判(?=[。；，]|$))")
_DISMISSED = re.compile(r"驳回[^，。；]{0,60}(?:诉讼|反诉)请求")
#: What is granted on the claims themselves: name in both languages, how an item says it.
_GRANTS = (
    ("离婚", "a divorce", re.compile(r"(?:准予|准许|不准予?许?|解除)[^，。；]{0,40}(?:离婚|婚姻关系)")),
    (
        "给付",
        "an order to perform",
        re.compile(
            r"[^。；]{0,60}(?:于|自|在)?本?(?:判决|裁定)(?:书)?(?:生效|发生法律效力|送达|确定)[^。；]{0,20}"
            r"(?:支付|偿还|返还|归还|清偿|赔偿|给付|退还|付清|付给|赔付|搬离|腾退|拆除|协助|交付)"
        ),
    ),
    ("分割遗产", "a succession", re.compile(r"[^。；]{0,60}(?:继承|归[^，。；]{1,20}所有)")),
    (
        "行政行为的处理",
        "a decision on an act",
        re.compile(
            r"(?:撤销|变更)被告[^。；]{2,80}(?:决定|行政行为|登记|批复|许可|答复|认定书|告知书)|确认被告[^。；]{2,90}(?:违法|无效)"
            r"|责令被告|限被告[^。；]{2,60}(?:作出|履行|答复)"
        ),
    ),
)
#: Rulings that order something to be done: an advance, a preservation, a security, an agreement confirmed.
_ORDERS = re.compile(r"先予执行|(?:财产|行为|证据)保全|担保物权|调解协议|仲裁裁决|破产|强制执行")
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[、.．]|（[一二三四五六七八九十]{1,3}）)")
_FEES = re.compile(r"[^，。；]{0,12}(?:受理费|诉讼费|保全费|申请费)")


class Due(Struct, frozen=True):
    """What a result is called in both languages, the kind of document it calls for, and where it is said."""

    named: str
    english: str
    kind: str
    place: Place
    basis: tuple[Basis, ...]
    certainty: Certainty = "certain"


def due(judgment: Judgment, kind: str) -> Due | None:
    """The result of a document that calls for the other kind than `kind`; None where it is unread or mixed."""
    if kind == "判决" and _enforces(judgment) and judgment.title:
        return Due("执行事项", "a matter of enforcement", "裁定", judgment.title, (Basis(LAW),))
    if _on_appeal(judgment):
        second = _second(judgment, kind)
        if second:
            return second
    return _ruled(judgment) if kind == "判决" else _judged(judgment)


def _on_appeal(judgment: Judgment) -> bool:
    """Whether an appeal is decided, by the number or, where that is of another kind, by the parties."""
    return judgment.instance == "second" or any(p.role == "上诉人" for p in judgment.parties)


def _enforces(judgment: Judgment) -> bool:
    """Whether a case of enforcement is decided, none about a suit that enforcement gave rise to."""
    number = judgment.case_number
    code = number.type_code if number else ""
    return "执" in code and not re.search("[初终再申民行]", code) and judgment.instance == "enforcement"


def _items(judgment: Judgment) -> list[tuple[Item, str]]:
    """The items of the disposition with their words, fees left out."""
    out = []
    for item in judgment.items:
        words = judgment.words(item)
        words = words[m.end() :] if (m := _NUMBER.match(words)) else words
        if words and not _FEES.match(words):
            out.append((item, words))
    return out


def _second(judgment: Judgment, kind: str) -> Due | None:
    for item, words in _items(judgment):
        remanded = _REMANDED.search(words)
        if remanded and kind == "判决":
            return Due("发回重审", "a remand", "裁定", _at(judgment, item, words, remanded), _law(judgment, "二审裁判"))
        upheld = _UPHELD.search(words)
        if upheld and words.startswith("驳回"):
            below = "裁定" if upheld[1] == "裁定" else "判决"
            if below != kind and _appealed(judgment) == below:
                use = "二审裁定" if below == "裁定" else "二审裁判"
                named, english = f"维持一审{below}", "an affirmation"
                return Due(named, english, below, _at(judgment, item, words, upheld), _law(judgment, use))
    return None


def _appealed(judgment: Judgment) -> str | None:
    """判决 or 裁定, whichever the appeal is said to be against; None where both are named."""
    course = judgment.part("course")[:400]
    found = {m[1] for m in re.finditer(r"号(?:民事|行政|之[一二三四五]民事)?(?:公益诉讼)?(判决|裁定)", course)}
    return next(iter(found)) if len(found) == 1 else None


def _ruled(judgment: Judgment) -> Due | None:
    """A judgment all of whose items are matters of a ruling."""
    first = None
    if judgment.cause and "执行" in judgment.cause.name:  # a suit against enforcement decides on seizures
        return None
    for item, words in _items(judgment):
        if _QUASHED.match(words) and not re.search("驳回|改判", words):
            continue
        found = next(((z, e, m) for z, e, p in _RULED if (m := p.search(words, 0, 160))), None)
        if found is None or found[2].start() > 30:
            return None
        if first is None:
            zh, english, m = found
            use = "二审裁判" if _on_appeal(judgment) else "裁定范围"
            first = Due(zh, english, "裁定", _at(judgment, item, words, m), _law(judgment, use))
    return first


def _judged(judgment: Judgment) -> Due | None:
    """A ruling that decides on the claims themselves."""
    told = judgment.part("course", "disposition")
    if judgment.instance not in ("first", "second", "retrial") or _ORDERS.search(told):
        return None
    law = _law(judgment, "二审裁判" if _on_appeal(judgment) else "")
    for item, words in _items(judgment):
        m = _DISMISSED.match(words)
        if m:
            return Due("驳回诉讼请求", "a dismissal on the merits", "判决", _at(judgment, item, words, m), law)
        for zh, english, pattern in _GRANTS:
            m = pattern.match(words)
            if m:
                return Due(f"{zh}（对诉讼请求的处理）", english, "判决", _at(judgment, item, words, m), law)
    return None


def _at(judgment: Judgment, item: Item, words: str, m: re.Match[str]) -> Place:
    end = judgment.plain_span(item)[1]
    start = end - len(words)
    return judgment.place(start + m.start(), start + m.end())


def _law(judgment: Judgment, use: str) -> tuple[Basis, ...]:
    if judgment.title and judgment.title.case_type == "行政":
        return (Basis("中华人民共和国行政诉讼法"),)
    day = decided_on(judgment)
    number = number_on("民事诉讼法", use, day) if day and use else None
    return (Basis(LAW, number),)
