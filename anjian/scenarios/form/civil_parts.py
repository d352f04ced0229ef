"""The parts that a civil, administrative or enforcement document must have, and which of them one lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.model import Place
from anjian.scenarios.base import Basis, Certainty, decided_on

_CIVIL = "中华人民共和国民事诉讼法"
#: The contents of a judgment, and what is decided by ruling.
_JUDGMENT = (("155", date(2022, 1, 1)), ("152", date(2013, 1, 1)))
_RULING = (("157", date(2022, 1, 1)), ("154", date(2013, 1, 1)))
#: Documents that may leave out facts or reasons: small claims, forms of elements, parties who agree.
_SHORT = re.compile(
    r"小额诉讼|要素式|令状式|简化|速裁|承认原告|认诺|对原告[^。；]{0,20}(?:予以承认|没有异议|无异议)|除权|公示催告"
)
_SHORT_WORDS = anchors(
    "小额诉讼", "要素式", "令状式", "简化", "速裁", "承认原告", "认诺", "除权", "公示催告", "予以承认", "没有异议",
    "无异议",
)  # fmt: skip
_REASONED = re.compile(r"认为|(?:应予|不予|予以|应当|本院)支持|本院[^，。；]{0,8}(?:采信|采纳|准许|确认)|因此|故")
#: A number of a form that the reader does not know, and a result whose opening words are misspelt.
_NUMBERED = re.compile(r"[0-9]{4}[）)\]〕][^，。；]{2,24}号")
_RESULT = re.compile(r"(?:判|裁|决)[一-龥]{2,3}[：:]")
_CITES = re.compile(r"《|第[一二三四五六七八九十百千零〇0-9]+条")
_FOUND = re.compile(r"查明|认定|确认|属实|事实")
_ASKED = re.compile(r"诉称|请求|要求|诉请|主张")
_COSTS = re.compile(r"受理费|诉讼费|诉讼费用|免收|免交|不收取|不予收取|缓交|减交")
_SHORTEST_LIST = 12
#: How the course names both sides (原告张某诉被告李某…一案, 原告张某不服被告某局…一案); what an entry of the head has.
_SIDES = re.compile(r"原告(?!人)[^。；]{2,80}?被告(?!人)[^。；]{2,160}?一案")
_ENTRY = re.compile(r"[，,][男女][，,]|住所地|法定代表人|代理人|[，,]住|出生")
_COUNTER = re.compile(r"（[^（）]{0,6}反诉[^（）]{0,6}）")
#: Suits without a fee, and cases in which the fee may lawfully be left to another decision.
_FREE = re.compile(r"赔偿|公益诉讼|特别程序|选民资格|先行判决|中间判决|部分判决|本判决为部分")


class Lack(Struct, frozen=True):
    """A part that is absent, where to look, and how sure that is."""

    part: str
    place: Place
    certainty: Certainty = "likely"


def civil_basis(judgment: Judgment) -> tuple[Basis, ...]:
    """The provision on the contents of the document as it stood on its day; the law alone where that is not known."""
    title, day = judgment.title, decided_on(judgment)
    if title is None or title.case_type == "行政":
        return (Basis("中华人民共和国行政诉讼法"),)
    rows = _JUDGMENT if title.document_type == "判决书" else _RULING
    if title.document_type == "调解书" or day is None:
        return (Basis(_CIVIL),)
    return (Basis(_CIVIL, next((number for number, since in rows if day >= since), None)),)


def may_be_short(judgment: Judgment) -> bool:
    """Whether the document may lawfully leave out facts or reasons."""
    return judgment.has(_SHORT_WORDS) and _SHORT.search(judgment.plain) is not None


def numbered(judgment: Judgment) -> bool:
    """Whether the head has a case number, or one that lacks a part (which PRO323 tells)."""
    found = judgment.case_number or _NUMBERED.search(judgment.plain, 0, _parties_end(judgment))
    return found is not None


def civil_lacks(judgment: Judgment) -> Iterator[Lack]:
    """What a nearly complete judgment, ruling or mediation paper lacks, in the order of the text; of an order
    to pay or a decision only its number, parties and date."""
    title = judgment.title
    if title is None:
        return
    start = Place(title.start, title.end)
    if not numbered(judgment):
        yield Lack("案号", start)
    if not judgment.parties and len(judgment.part("parties")) < _SHORTEST_LIST and title.document_type != "决定书":
        yield Lack("当事人", start)
    yield from _side(judgment)
    if title.document_type in ("支付令", "决定书"):
        if judgment.decided is None:
            yield Lack("裁判日期", tail(judgment))
        return
    if judgment.cut("disposition") is None:
        if title.document_type != "调解书" and not _RESULT.search(judgment.plain):
            yield Lack("主文", start)
        return
    if title.document_type == "判决书":
        yield from _of_judgment(judgment)
    elif title.document_type == "裁定书" and not _cites(judgment) and not _corrects(judgment):
        yield Lack("裁判依据", opening(judgment))
    yield from _signed(judgment)


def _side(judgment: Judgment) -> Iterator[Lack]:
    """The plaintiff or the defendant of a first-instance judgment whom the course names and the head leaves out."""
    title = judgment.title
    if title is None or title.document_type != "判决书" or judgment.instance != "first" or not judgment.parties:
        return
    start = judgment.plain_span(title)[1]
    course = next((m for m in _SIDES.finditer(judgment.plain, start) if not _ENTRY.search(m[0])), None)
    head = _COUNTER.sub("", judgment.plain[start : course.start()]) if course else ""
    for role, other in (("原告", "被告"), ("被告", "原告")):
        if course and other in head and role not in head:
            end = judgment.plain.find("被告", course.start()) + 2
            yield Lack(role, judgment.place(course.start(), end), "certain")


def _of_judgment(judgment: Judgment) -> Iterator[Lack]:
    """Claims, findings, reasons, basis and costs of a judgment."""
    before = judgment.plain[: _disposition(judgment)]
    short = may_be_short(judgment)
    if judgment.instance == "first" and judgment.cut("claims") is None and not _ASKED.search(before):
        yield Lack("诉讼请求", opening(judgment))
    if not short and judgment.cut("findings") is None and not _FOUND.search(before):
        yield Lack("认定的事实", opening(judgment))
    if not short and judgment.cut("reasoning") is None and not _REASONED.search(before):
        yield Lack("裁判理由（本院认为）", opening(judgment))
    if not _cites(judgment):
        yield Lack("裁判依据", opening(judgment), "likely" if short or not _whole(judgment) else "certain")
    elif not judgment.basis and not _CITES.search(_last_sentence(judgment)):
        yield Lack("裁判依据", opening(judgment))
    if _costs_due(judgment):
        yield Lack("诉讼费用的负担", _last_item(judgment))


def _cites(judgment: Judgment) -> bool:
    """Whether anything is cited from the reasons to the result, or in all a document without reasons."""
    reasons = judgment.part("reasoning", "basis")
    return bool(judgment.basis) or _CITES.search(reasons or judgment.plain) is not None


def _last_sentence(judgment: Judgment) -> str:
    """The sentence that leads to the result."""
    end = _disposition(judgment)
    return judgment.plain[judgment.plain.rfind("。", 0, end) + 1 : end]


def _whole(judgment: Judgment) -> bool:
    return bool(judgment.case_number and judgment.members and judgment.decided and judgment.cut("reasoning"))


def _corrects(judgment: Judgment) -> bool:
    return any(v.kind == "补正笔误" for v in judgment.verdicts)


def _costs_due(judgment: Judgment) -> bool:
    """Whether a suit costs a fee that the judgment is silent on, though it goes on to its signatures."""
    if judgment.instance not in ("first", "second") or not _whole(judgment):
        return False
    title = judgment.plain[: judgment.plain_span(judgment.title)[1]] if judgment.title else ""
    code = judgment.case_number.type_code if judgment.case_number else ""
    free = _FREE.search(title) or _FREE.search(judgment.cause.name if judgment.cause else "")
    if free or re.search("特|督|催|赔|破", code) or _FREE.search(judgment.part("course")):
        return False
    if any(v.kind in ("驳回起诉", "不予受理", "发回重审") for v in judgment.verdicts):
        return False
    return not judgment.fees and not _COSTS.search(judgment.plain, _disposition(judgment))


def _signed(judgment: Judgment) -> Iterator[Lack]:
    end = tail(judgment)
    if not judgment.members:
        yield Lack("审判人员署名", end)
    if judgment.decided is None:
        yield Lack("裁判日期", end)
    elif not judgment.clerks and judgment.members:
        yield Lack("书记员署名", end)


def _parties_end(judgment: Judgment) -> int:
    """Where the head's own number must stand: before the parties, or near the title."""
    title = judgment.plain_span(judgment.title)[1] if judgment.title else 0
    return title + 60


def _disposition(judgment: Judgment) -> int:
    cut = judgment.cut("disposition")
    return cut.start if cut else len(judgment.plain)


def opening(judgment: Judgment) -> Place:
    """判决如下, or whatever opens the result."""
    start = _disposition(judgment)
    return judgment.place(max(start - 5, 0), start)


def _last_item(judgment: Judgment) -> Place:
    cut = judgment.cut("disposition")
    end = cut.end if cut else 0
    return judgment.place(max(end - 12, 0), end)


def tail(judgment: Judgment) -> Place:
    if judgment.decided is not None:
        return judgment.decided
    if judgment.members:
        return judgment.members[-1]
    return judgment.title or Place(0, 0)
