"""What the document says about appeal: period, start, court, copies, or that it is final."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .anchors import anchors
from .model import Appeal, Review
from .numerals import HAN, whole
from .section_ends import matched_round

if TYPE_CHECKING:
    from .judgment import Judgment

_UNHAPPY = re.compile(r"如?不服从?(?:本(?:判决|裁定|决定|判绝|判)|上述判决|判决)|如?对本(?:判决|裁定)不服")
_FINAL = re.compile(
    r"本(?:判决|裁定|决定)(?:书)?(?:为|系|是)(?:终审|发生法律效力)"
    r"|本(?:判决|裁定|决定|通知)(?:书)?(?:自?(?:送达|宣告|作出|签发)[^。，]{0,10}?|一经[^。，]{0,8}?)"
    r"(?:立即|即)?(?:发生|产生)?(?:法律效力|生效)(?!后|之日)"
)
_NEXT = r"(?:之?日(?:起|后)?的?)?(?:第[二一三][日天]|次日|翌日)|之?日|当[日天]|后"
_NO_NUMBER = rf"(?:一审|[^，。；、0-9{HAN}])"
_START = re.compile(
    rf"(?:(?:接到|收到|接|签收|收|送达|领取|领到|宣判){_NO_NUMBER}{{0,12}}?"
    rf"|(?:判决|裁定)书?(?:送达|宣判|宣告|公布|签发|作出|下达|生效|发生法律效力)?{_NO_NUMBER}{{0,6}}?)"
    rf"(?:{_NEXT})(?:起|开始|始)?"
)
_DAYS = re.compile(rf"[^，。；0-9{HAN}]{{0,4}}(?P<n>[0-9]{{1,3}}|[{HAN}]{{1,4}})个?[日天](?:之?内|以内|里)?")
_PERIOD_WORDS = anchors("日内", "日之内", "日以内", "天内", "天之内", "天以内")
_ANY_DAYS = re.compile(rf"(?<![0-9第{HAN}])(?P<n>[0-9]{{1,3}}|[{HAN}]{{1,4}})[日天](?:之?内|以内)")
_COURT = re.compile(
    r"(?:直接向|上诉于|上诉到|上诉至|提交至|向|至|到)(?P<court>(?!本院|我院)[^，。；、：（）向于]{2,28}?法院)"
)
_SIGNED_WORDS = anchors("审判长", "审判员", "人民陪审员")
_SIGNED = re.compile(r"(?:(?:代理|助理)?审判[长员]|人民陪审员)(?![，。、的])")
_COPIES = re.compile(rf"副本(?:一式)?(?P<n>[0-9]{{1,2}}|[{HAN}]{{1,3}})[份件式]")
_EACH = re.compile(
    rf"正、?副本各(?P<n>[0-9]{{1,2}}|[{HAN}]{{1,3}})[份件式]|正本(?:和|及|、|与)副本各(?P<m>[0-9]{{1,2}}|[{HAN}]{{1,3}})[份件式]"
)
#: Outside criminal cases: what gives a remedy, up to its kind, and the end of it.
_REMEDY = re.compile(
    r"(?P<against>不服[^。；]{0,160}?|对[^，。；]{0,20}(?:不服|有异议|不同意)[^。；]{0,60}?|有异议[^。；]{0,40}?|当事人[^。；]{0,50}?)"
    r"(?P<kind>上诉|复议|执行异议|书面异议|提出异议|申诉|再审)"
)
_CIVIL_FINAL = re.compile(
    r"本(?:判决|裁定|决定)(?:书)?(?:为|系|是)(?:终(?:审|局)|发生法律效力)|一审终审|(?:不得|不能|不准)上诉|"
    r"本(?:判决|裁定|决定|通知)(?:书)?(?:自即日起|自?[^，。；]{0,12}(?:送达|宣告|作出|签发|签收|公告)[^，。；]{0,16}?|一经[^，。]{0,12}?|从[^，。]{0,12})?"
    r"，?(?:立即|即|便|就)?(?:发生|产生|具有)?(?:法律效力|生效)(?!后|之日|的)"
)
_REVIEW_KINDS = (("复议", "复议"), ("异议", "异议"))


def read_appeal(j: Judgment) -> Appeal | None:
    """The appeal notice or the words that make the document final; None when it says neither."""
    start, end = _region(j)
    text = j.plain
    if j.civil:
        return _civil_appeal(j, start, end)
    unhappy = _last_in_disposition(j, start, end)
    if unhappy is None:
        final = _FINAL.search(text, start, end)
        if final is None:
            return None
        return Appeal(
            *j.span(final.start(), final.end()), days=None, court=None, copies=None, final=True, start_phrase=None
        )
    return _appeal(j, unhappy.start(), unhappy.end(), _notice_end(j, unhappy.end(), end))


def read_reviews(j: Judgment) -> tuple[Review, ...]:
    """Reconsideration and objections that the notice names, with period and court."""
    if not j.civil:
        return ()
    out: list[Review] = []
    start, end = _closing(j)
    for m in _REMEDY.finditer(j.plain, start, end):
        kind = next((kind for word, kind in _REVIEW_KINDS if word in m["kind"]), None)
        if kind is None or any(r.kind == kind for r in out):
            continue
        begin, stop = _sentence(j.plain, m.start(), m.end(), start, end)
        days = _ANY_DAYS.search(j.plain, begin, stop)
        court = _COURT.search(j.plain, m.start(), stop)
        own = "本院" in j.plain[m.start() : m.end()] and j.court
        name = j.court.name if own and j.court else court["court"] if court else None
        place = j.span(begin, stop)
        out.append(Review(*place, kind=kind, days=whole(days["n"]) if days else None, court=name))
    return tuple(out)


def _civil_appeal(j: Judgment, start: int, end: int) -> Appeal | None:
    """The appeal notice of a civil, administrative or enforcement document: 上诉 only, other remedies are reviews."""
    start = max(start, _closing(j)[0])
    for m in _REMEDY.finditer(j.plain, start, end):
        if m["kind"] == "上诉":
            unhappy = _UNHAPPY.search(j.plain, max(m.start() - 8, start), m.end()) or m
            return _appeal(j, unhappy.start(), m.start() + 2, _notice_end(j, unhappy.end(), end))
    final = _CIVIL_FINAL.search(j.plain, start, end)
    if final is None:
        return None
    place = j.span(final.start(), final.end())
    return Appeal(*place, days=None, court=None, copies=None, final=True, start_phrase=None)


def _closing(j: Judgment) -> tuple[int, int]:
    """From behind the items of the disposition to the signatures."""
    after = [c for c in j.cuts if c.name in ("fees", "notice")]
    start, end = _region(j)
    signature = j.cut("signature")
    stop = signature.start if signature and signature.start > start else end
    return (after[0].start if after else start), stop


def _sentence(text: str, at: int, end: int, floor: int, limit: int) -> tuple[int, int]:
    start = max(text.rfind("。", floor, at) + 1, floor)
    stop = text.find("。", end, limit)
    return start, stop + 1 if stop >= 0 else limit


def _appeal(j: Judgment, at: int, behind: int, stop: int) -> Appeal:
    """The notice from its first word to its end."""
    text = j.plain
    periods = list(matched_round(_ANY_DAYS, text, j.spots(_PERIOD_WORDS, behind, stop), 8, behind, stop))
    every = [n for m in periods if (n := whole(m["n"])) is not None]
    begin = _START.search(text, behind, stop)
    days = _DAYS.match(text, begin.end(), stop) if begin else None
    days = days or (periods[0] if periods else None)
    several = len(set(every)) > 1 and max(every) > 15
    court = _court(text, behind, stop)
    return Appeal(
        *j.span(at, stop),
        days=min(every) if several else whole(days["n"]) if days else None,
        court=court["court"] if court else None,
        copies=_copies(text, behind, stop),
        final=False,
        start_phrase=begin[0] if begin else None,
        court_place=j.place(court.start("court"), court.end("court")) if court else None,
        foreign_days=max(every) if several else None,
    )


def _region(j: Judgment) -> tuple[int, int]:
    disposition = j.cut("disposition")
    start = disposition.start if disposition else max(len(j.plain) - 800, 0)
    annex = j.cut("annex")
    return start, annex.start if annex and annex.start > start else len(j.plain)


def _last_in_disposition(j: Judgment, start: int, end: int) -> re.Match[str] | None:
    at = j.plain.find("不服", start, end)
    return _UNHAPPY.search(j.plain, max(at - 5, start), end) if at >= 0 else None


def _notice_end(j: Judgment, start: int, end: int) -> int:
    """The notice runs to the signatures, at most 400 characters."""
    signature = j.cut("signature")
    stop = min(signature.start if signature and signature.start > start else end, start + 400)
    spots = j.spots(_SIGNED_WORDS, start, stop)
    signed = next(matched_round(_SIGNED, j.plain, spots, 8, start, stop), None) if spots else None
    return signed.start() if signed else stop


def _court(text: str, start: int, end: int) -> re.Match[str] | None:
    for m in _COURT.finditer(text, start, end):
        if "本院" not in m["court"]:
            return m
    return None


def _copies(text: str, start: int, end: int) -> int | None:
    m = _COPIES.search(text, start, end)
    if m:
        return whole(m["n"])
    each = _EACH.search(text, start, end)
    return whole(each["n"] or each["m"]) if each else None
