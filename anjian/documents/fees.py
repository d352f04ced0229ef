"""The fees of the suit and who bears them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct, field

from .fee_shares import Verb, shares_of, verbs
from .model import Place
from .model_civil import Fee, Share
from .money import Sum, scan, sums_between

if TYPE_CHECKING:
    from .judgment import Judgment

#: Wordings of a kind → the kind.
_KINDS = (
    (r"(?:其他|其它)诉讼费", "其他诉讼费用"),
    (r"反诉(?:案件)?(?:受理)?费", "反诉费"),
    (r"(?:上诉)?(?:案件|诉讼)?受理费|上诉费", "案件受理费"),
    (r"诉讼费", "诉讼费"),
    (r"(?:诉前|诉讼|诉中)?(?:财产|证据|行为)?保全(?:措施)?(?:申请)?费|申请(?:财产)?保全费", "财产保全费"),
    (r"申请执行费|执行(?:申请)?费", "申请执行费"),
    (r"(?:公示催告|支付令|案件)?申请费", "申请费"),
    (r"公告(?:送达)?费", "公告费"),
    (r"(?:司法)?鉴定费", "鉴定费"),
    (r"评估费", "评估费"),
    (r"审计费", "审计费"),
    (r"勘[验查]费", "勘验费"),
    (r"(?:邮寄|邮政|特快)?(?:邮寄|送达|邮递|专递)费|邮寄费", "邮寄费"),
    (r"翻译费", "翻译费"),
    (r"实际支出费", "实际支出费"),
)
_KIND = "|".join(f"(?P<k{i}>{words})" for i, (words, _) in enumerate(_KINDS))
_NAMES = {f"k{i}": name for i, (_, name) in enumerate(_KINDS)}
_LEVEL = r"(?P<level>(?:第?一审?、第?二审?|第?[一二]审|原审|再审|重审|反诉|本诉|上诉|申请再审)(?:的)?(?:本诉|反诉)?)?"
_FEE = re.compile(rf"{_LEVEL}(?:{_KIND})(?:用)?")
#: No name of a fee is longer.
_LONGEST = 24
_ANCHOR = re.compile(r"(?:受理|诉讼|反诉|上诉|保全|申请|执行|公告|鉴定|评估|审计|勘验|勘查|送达|邮寄|翻译|支出)费")
_OPENING = re.compile(
    r"(?:（?[一二三四五六七八九十]{1,3}[）、.]|[0-9]{1,2}[、.])?(?:本案|本次|此案|另|上述|以上)?(?:管辖权?异议)?(?:依法|准予|应)?"
    r"(?P<waived>免[收交缴]|减免|不(?:予)?(?:收取|交纳)|减半收取|收取|应收|[^，。；]{2,40}?[预已][交缴](?:纳)?的)?(?:本案|各项)?(?:的)?"
)
#: Where the result begins in a document that the sections cannot tell: 自愿达成如下协议：, 裁定入下：
_RESULT = re.compile(r"(?:判决|裁定|决定|协议)[^，。；：]{0,2}下：|如下(?:调解)?协议|协议如下")
_BOUNDARY = "。；：！？"
#: What ends the fees where no full stop does.
_OTHER = re.compile(r"[；，]?(?:如果?|若)(?:不服|未按|当事人|被告)|本(?:判决|裁定)(?:为|系|书?送达|生效)|审判[长员]")
_LINK = re.compile(r"(?:用|分别|收取|共计|合计|共|计|为|是|各|均|每案|应为|总计|人民币|RMB|[¥￥，：（]|每件){0,4}$")
_HALVED = re.compile(r"减半|减收(?:一半|50%)|收取一半|按一半")
_HALVED_BEFORE = re.compile(
    r"(?:减半|减收)[^，；。0-9一二三四五六七八九]{0,12}，?(?:收取|为|计|即|后为|实收)?(?:人民币)?[¥￥]?$"
)
_ALREADY = re.compile(r"已(?:经)?(?:依法)?减半|减半后|减半收取[后的]|系减半|减半收取(?:案件|诉讼)?(?:受理|诉讼)费")
_CHARGED = re.compile(r"(?:实际?|应|实|只|改|现)[^，；。]{0,3}收(?:取)?(?:为|计)?(?:人民币)?$|[，（]收取(?:人民币)?$")
_TOTAL = re.compile(r"(?:共计|合计|总计|总共|[，、]共|小计)(?:为|计)?(?:人民币)?[¥￥]?$")
_PREPAID = re.compile(r"(?:预[交缴付]|已[交缴付]|垫付|给付|支付|[交缴]纳|缓[交缴])[^，；。（）]{0,16}$")
_BACK_BEFORE = re.compile(r"退(?:还|回|付|给)?[^，；。（）负]{0,24}$")
_BACK_AFTER = re.compile(r"[^，；。（）]{0,8}(?:退还|退回|予以退)")
#: How far behind its first word a fee's own words may reach.
_REACH = 600
#: The whole fee goes back: 案件受理费50元，退还原告; 予以退回.
_WHOLLY_BACK = re.compile(r"，?(?:由本院|依法|全部|全额|应)*(?:予以)?退(?:还|回)(?![^，。；]{0,16}[0-9])")
_WAIVED = re.compile(r"免(?:予|于)?(?:交纳|收取|交|收|缴|除)|不予?(?:收取|交纳)")
_DEFERRED = re.compile(r"缓[交缴]|准予缓")
_SETTLED = re.compile(r"[负承]担|免|退|缓")
_BEARS_SENTENCE = re.compile(r"(?:以上|上述|均|此款|该款|费用)?[^。，；]{0,12}由[^。；]{1,60}[负承]担")
_BACK_SENTENCE = re.compile(r"(?:多|剩余|余款|另|其余|预)[^。；]{0,30}退")
_PAREN = re.compile(r"（[^（）]{0,120}）")
_KEPT = re.compile(r"减半|免[收交缴予]|缓[交缴]|退")
_PAID = re.compile(r"[交缴付预限日元款]|执行|履行|同上")


def read_fees(j: Judgment) -> tuple[Fee, ...]:
    """The fees that the document settles, in order.

    Left out are those of a decision below as restated, and what is only given back.
    """
    span = _ruling(j)
    if span is None:
        return ()
    text = _without_remarks(j.plain, *span)
    out: list[Fee] = []
    group = 0
    for start, end in _clauses(j, text, *span):
        sums = sums_between(j, start, end) if text is j.plain else list(scan(text, start, end))
        for draft in _groups(text, start, end, sums):
            out += _facts(j, draft, group)
            group += 1
    return tuple(out)


class _One(Struct):
    """A fee while it is read, in plain indexes."""

    start: int
    end: int
    kind: str
    level: str | None
    amount: Decimal | None = None
    charged: Decimal | None = None
    halved: bool = False
    already: bool = False
    each: bool = False
    waived: bool = False
    deferred: bool = False
    refunded: Decimal | None = None
    given_back: bool = False


class _Draft(Struct):
    """Fees with one list of shares."""

    fees: list[_One] = field(default_factory=list)
    together: Decimal | None = None
    shares: list[tuple[Verb, Decimal | None]] = field(default_factory=list)


def _ruling(j: Judgment) -> tuple[int, int] | None:
    """Where the decision stands, from its first item to the signatures, in plain indexes."""
    first = next((c.start for c in j.cuts if c.name in ("disposition", "fees")), None)
    if first is None:
        openings = list(_RESULT.finditer(j.plain))
        if not openings:
            return None
        first = openings[-1].end()
    end = next((c.start for c in j.cuts if c.name in ("signature", "annex") and c.start > first), len(j.plain))
    return first, end


def _without_remarks(text: str, start: int, end: int) -> str:
    """The text with remarks in brackets on who paid and when blotted out, indexes kept."""

    def blot(m: re.Match[str]) -> str:
        return m[0] if _KEPT.search(m[0]) or not _PAID.search(m[0]) else "，" + "□" * (len(m[0]) - 2) + "，"

    whole = text[start:end]
    part = _PAREN.sub(blot, whole) if "（" in whole else whole
    return text if part == whole else text[:start] + part + text[end:]


def _clauses(j: Judgment, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences that begin with a fee, in plain indexes."""
    done = start
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() < done:
            continue
        begin = _opening(j, text, done, anchor.start())
        if begin is None:
            continue
        done = _end(text, anchor.end(), end)
        yield begin, done


def _opening(j: Judgment, text: str, floor: int, at: int) -> int | None:
    """Where the sentence begins whose first words lead to the fee at `at`; None when other words stand before it."""
    begin = floor
    for stop in _BOUNDARY:
        begin = text.rfind(stop, begin, at) + 1 or begin
    lines = [i for i in j.source.breaks_in(begin, at) if text[i - 1] not in "，、"]
    for start in [begin, *lines]:
        opening = _OPENING.match(text, start)
        fee = _FEE.match(text, opening.end() if opening else start)
        if fee and fee.start() <= at < fee.end():
            return start
    return None


def _end(text: str, at: int, ceiling: int) -> int:
    """The end of the sentence; the next goes with it when it only says who bears the fees or what is given back."""
    stop = text.find("。", at, ceiling)
    stop = ceiling if stop < 0 else stop
    other = _OTHER.search(text, at, stop)
    if other:
        return other.start()
    after = text.find("。", stop + 1, ceiling)
    if after > stop:
        follows = _BACK_SENTENCE if _SETTLED.search(text, at, stop) else _BEARS_SENTENCE
        return after if follows.match(text, stop + 1, after) else stop
    return stop


def _groups(text: str, start: int, end: int, sums: list[Sum]) -> Iterator[_Draft]:
    """The fees of one sentence, cut where a list of shares is over and another fee begins."""
    found = list(_named(text, start, end))
    bearing = verbs(text, start, end)
    begins = [start]
    for m in found[1:]:
        if any(begins[-1] < v.start < m.start() for v in bearing):
            begins.append(m.start())
    for begin, finish in zip(begins, [*begins[1:], end], strict=True):
        if len(begins) > 1:
            bearing = verbs(text, begin, finish)
        draft = _draft(text, begin, finish, [m for m in found if begin <= m.start() < finish], sums, bearing)
        if draft.fees:
            yield draft


def _named(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every fee named, looked for only round its last character."""
    done = start
    at = text.find("费", start, end)
    while at >= 0:
        m = _FEE.search(text, max(done, at - _LONGEST), min(at + 2, end))
        if m:
            yield m
            done = m.end()
        at = text.find("费", at + 1, end)


def _draft(text: str, start: int, end: int, found: list[re.Match[str]], sums: list[Sum], bearing: list[Verb]) -> _Draft:
    draft = _Draft()
    used: dict[int, Decimal] = {}
    bounds = [*(m.start() for m in found[1:]), end]
    for m, bound in zip(found, bounds, strict=True):
        if bearing and m.start() > bearing[0].start:
            break
        fee = _One(m.start(), m.end(), _kind(m), _level(m))
        draft.fees.append(fee)
        begin = start if m is found[0] else m.start()
        _settle(text, fee, begin, bound, [s for s in sums if m.end() <= s.start < bound], draft, bearing, used)
    draft.shares = [(v, used.get(v.start)) for v in bearing]
    return draft


def _settle(
    text: str, fee: _One, start: int, bound: int, sums: list[Sum], draft: _Draft, bearing: list[Verb],
    used: dict[int, Decimal],
) -> None:  # fmt: skip
    """Give each sum behind a fee its part: the fee, the half, a total, a refund or somebody's share."""
    last = fee.end
    own = text[start : min(bearing[0].start if bearing else bound, start + _REACH)]
    fee.halved, fee.already = bool(_HALVED.search(own)), bool(_ALREADY.search(own))
    fee.waived = bool(_WAIVED.search(own))
    fee.deferred = bool(_DEFERRED.search(own))
    for s in sums:
        before = text[last : s.start]
        verb = next((v for v in bearing if v.links(text, s)), None)
        if _BACK_BEFORE.search(before) or _BACK_AFTER.match(text, s.end, bound):
            fee.refunded = s.value
        elif verb:
            used[verb.start] = s.value
        elif fee.amount is None and fee.charged is None and last == fee.end and _LINK.match(before):
            fee.amount, fee.end, fee.each = s.value, s.end, "各" in before or "分别" in before
            fee.given_back = _WHOLLY_BACK.match(text, s.end, bound) is not None
        elif _HALVED_BEFORE.search(before) or _CHARGED.search(before):
            fee.charged, fee.end = s.value, s.end
        elif _TOTAL.search(before):
            draft.together = s.value
        elif not _PREPAID.search(before):
            later = next((v for v in bearing if v.start >= s.end), None)
            if later and later.start not in used and "，" not in text[s.end : later.start]:
                used[later.start] = s.value
        last = s.end


def _kind(m: re.Match[str]) -> str:
    kind = _NAMES[m.lastgroup or ""]
    return "反诉费" if kind == "案件受理费" and _level(m) == "反诉" else kind


def _level(m: re.Match[str]) -> str | None:
    words = m["level"] or ""
    if "、" in words:
        return "一、二审"
    if "反诉" in m[0]:
        return "反诉"
    if "一审" in words or "原审" in words:
        return "一审"
    if "再审" in words:
        return "再审"
    return "二审" if "二审" in words or "上诉" in m[0] else None


def _facts(j: Judgment, draft: _Draft, group: int) -> Iterator[Fee]:
    for fee in draft.fees:
        _charge(fee, draft)
    charged = [f.charged for f in draft.fees]
    known = [c for c in charged if c is not None]
    whole = draft.together or (sum(known, Decimal(0)) if len(known) == len(charged) else None)
    shares = shares_of(j, draft.shares, whole)
    for fee in draft.fees:
        if not draft.shares and (fee.given_back or (fee.amount is None and fee.refunded is not None)):
            continue
        both = fee.level == "一、二审" and fee.each
        for level in ("一审", "二审") if both else (None if fee.level == "一、二审" else fee.level,):
            yield _fact(j, fee, level, shares, group, draft.together)


def _charge(fee: _One, draft: _Draft) -> None:
    """What is really charged: the half where it is halved, told by the shares where no sum says it."""
    if fee.amount is None and fee.charged is not None:
        fee.amount = fee.charged
    if fee.charged is not None or fee.amount is None or fee.waived:
        return
    if not fee.halved or fee.already:
        fee.charged = fee.amount
        return
    borne = [a for _, a in draft.shares if a is not None]
    total = sum(borne, Decimal(0))
    if borne and total in (fee.amount, fee.amount / 2):
        fee.charged = total


def _fact(
    j: Judgment, fee: _One, level: str | None, shares: tuple[Share, ...], group: int, together: Decimal | None
) -> Fee:
    return Fee(
        *j.span(fee.start, fee.end),
        kind=fee.kind,
        level=level,
        amount=fee.amount,
        charged=fee.charged,
        halved=fee.halved,
        each=fee.each,
        waived=fee.waived,
        refunded=fee.refunded,
        shares=shares,
        deferred=fee.deferred,
        group=group,
        together=together,
    )


_LATE = re.compile(r"[迟延][延缓迟]?[履给][行付]|逾期|未按")
_DOUBLED = re.compile(
    r"(?:加倍|双倍|加付一倍)(?:支付|给付|偿付|承担|计付|交付)?[^。；]{0,12}?[迟延][延期缓迟]?(?:履行|给付)[^。；]{0,12}?利息"
    r"|[迟延][延期缓迟]?(?:履行|给付)[^。；]{0,24}?(?:加倍|双倍)[^。；]{0,12}?利息"
)
_BY_ARTICLE = re.compile(
    r"(?:未按|逾期)[^。]{0,80}?民事诉讼法》?第?(?:二百三十二|二百二十九|二百五十三|二百六十|二百六十四|232|229|253|260|264)条"
    r"[^。；]{0,8}(?:规定)?[^。；]{0,6}(?:执行|处理|办理|承担|计付|支付)"
)
_NUMBER = re.compile(r"(?:（?[一二三四五六七八九十]{1,3}[）、.]|[0-9]{1,2}[、.])")


def read_delay_notice(j: Judgment) -> Place | None:
    """The notice that late payment doubles the interest (加倍支付迟延履行期间的债务利息), wherever it stands."""
    span = _ruling(j)
    if span is None:
        return None
    start, end = span
    if not _LATE.search(j.plain, start, end):
        return None
    m = _DOUBLED.search(j.plain, start, end) or _BY_ARTICLE.search(j.plain, start, end)
    if m is None:
        return None
    begin = max(start, *(j.plain.rfind(stop, start, m.start()) + 1 for stop in "。；"))
    lines = j.source.breaks_in(begin, m.start())
    begin = next((i for i in reversed(lines) if j.plain[i - 1] in "。；：，）"), begin)
    number = _NUMBER.match(j.plain, begin)
    return j.place(number.end() if number else begin, m.end())
