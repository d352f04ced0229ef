"""The clauses of a disposition: its stretch, its items without the fees, and where another party begins to owe."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from .anchors import anchors
from .disposition import Stretch

if TYPE_CHECKING:
    from .judgment import Judgment

_AGREED = re.compile(r"(?:达成|自愿达成)(?:了)?(?:如下|以下|下列|调解)?(?:调解|和解)?协议(?:如下|内容)?[：:，]")
_AGREED_END = re.compile(
    r"(?:上述|以上)(?:调解)?协议|(?:双方|各方)(?:当事人)?(?:一致)?同意(?:本|上述|调解)"
    r"|本(?:调解)?协议|案件受理费"
)
_FEES = re.compile(
    r"(?:如果|如|若)?(?:被告|义务人|当事人)?未按本(?:判决|调解书|决定)|(?:(?:一审|二审|本案|本诉"
    r"|反诉)?案件)?受理费|(?:一、二审)?案件受理费|诉讼费(?:用)?[0-9人]|如不服本"
)
#: Some of these words stands in every beginning of the fees.
_FEE_WORDS = anchors("未按本", "受理费", "诉讼费", "如不服本")
_OBLIGOR = re.compile(
    r"(?:并)?(?:由|超出部分|不足部分|剩余部分|其余)|被告|原告|第三人|反诉|上诉人|被上诉人|原审|申请人|被申请人"
)
#: An act, and money besides: 赔礼道歉，并支付精神损害抚慰金8000元.
_AND_PAYS = re.compile(r"并(?:应)?(?:支付|赔偿|给付|补偿)[^，。；]{0,40}[0-9]元")
_ACT_ONLY = re.compile(r"道歉|消除影响|恢复名誉|停止侵")
_RECOURSE = re.compile(r"[^，]{0,30}有权|[^，]{0,50}后，[^，]{0,20}(?:有权|可以?)向")
_MARKS = re.compile("[（）“”；。]")
#: What one party owes another.
ACTS = re.compile(
    r"支付|给付|偿还|清偿|赔偿(?!金|款|责任|限额)|赔付|返还|归还|退还|承担|协助|配合|交付|办理|抚养|拆除|停止|腾|享有"
    r"|有权|继承|所有|道歉|离婚|负担"
)


class Clause(Struct, frozen=True):
    """One clause of an item in plain indexes."""

    item: int | None
    start: int
    end: int


def disposition_region(j: Judgment) -> tuple[int, int] | None:
    """The plain stretch of the items: the disposition, or the terms a mediation agreement sets out."""
    cut = j.cut("disposition")
    if cut is not None:
        return cut.start, cut.end
    m = _AGREED.search(j.plain)
    if m is None:
        return None
    stop = _AGREED_END.search(j.plain, m.end() + 4)
    signature = j.cut("signature")
    last = signature.start if signature and signature.start > m.end() else len(j.plain)
    return m.end(), min(stop.start(), last) if stop else last


def before_fees(j: Judgment, item: Stretch) -> int:
    """The end of an item before the fees and notices that a document without a section for them leaves in it."""
    if not j.spots(_FEE_WORDS, item.body, item.end):
        return item.end
    m = _FEES.search(j.plain, item.body, item.end)
    while m is not None:
        if j.source.is_break(m.start()) or j.plain[m.start() - 1] in "。；":
            return m.start()
        m = _FEES.search(j.plain, m.end(), item.end)
    return item.end


def clauses(j: Judgment, item: Stretch, end: int) -> Iterator[Clause]:
    """The clauses of an item, cut at semicolons and full stops outside brackets and where another begins to owe."""
    text = j.plain
    begin, depth = item.body, 0
    marks = {m.start() for m in _MARKS.finditer(text, item.body, end)}
    for i in sorted(marks.union(j.source.breaks_in(item.body - 1, end - 1))):
        depth += (text[i] in "（“") - (text[i] in "）”")
        if text[i] in "；。" and depth <= 0:
            yield from _by_obligor(j, item.number, begin, i)
            begin = i + 1
        elif j.source.is_break(i) and text[i - 1] in "。；" and depth > 0:
            depth = 0
    if begin < end:
        yield from _by_obligor(j, item.number, begin, end)


def _by_obligor(j: Judgment, number: int | None, start: int, end: int) -> Iterator[Clause]:
    """A clause cut where another party begins to owe something."""
    text = j.plain
    begin = start
    names = j.known_names
    comma = text.find("，", start, end)
    while comma >= 0:
        another = _OBLIGOR.match(text, comma + 1, end) or text.startswith(names or ("\n",), comma + 1)
        pays = _AND_PAYS.match(text, comma + 1, end) and _ACT_ONLY.search(text, begin, comma)
        if pays or (another and _owes_anew(text, begin, comma, end)):
            yield Clause(number, begin, comma)
            begin = comma + 1
        comma = text.find("，", comma + 1, end)
    if begin < end:
        yield Clause(number, begin, end)


def _owes_anew(text: str, begin: int, comma: int, end: int) -> bool:
    """Whether both sides of a comma grant something."""
    inside = text.count("（", begin, comma) > text.count("）", begin, comma)
    following = text[comma + 1 : min(comma + 91, end)].split("；")[0]
    if inside or text.startswith("驳回", begin) or _RECOURSE.match(following):
        return False
    return bool(ACTS.search(text, begin, comma) and ACTS.search(following))
