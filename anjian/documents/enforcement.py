"""What an enforcement document tells of its case: what is enforced, what was searched, what was done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from . import dates
from .model import DateFact, Place
from .model_civil import Enforcement, Inquiry
from .sums import sums

if TYPE_CHECKING:
    from .judgment import Judgment

_YEAR = r"（(?:19|20)[0-9]{2}）"
#: The number of a judgment, an award, a notarial deed or another title, with the word for its kind behind it.
_TITLE = re.compile(
    rf"(?P<number>{_YEAR}[一-龥A-Z0-9×X*]{{1,24}}?(?:第)?[0-9×X*]{{1,8}}号(?:之[一二三四五六七八九十]{{1,2}})?"
    rf"|[一-龥]{{1,16}}{_YEAR}(?:第)?[0-9]{{1,8}}号|[一-龥]{{1,12}}字（?[0-9]{{4}}）?第?[0-9]{{1,8}}号)[》”]?"
    r"(?=[、和及与]|[^，。；号]{0,24}?(?P<kind>判决|调解|裁决|公证|执行证书|支付令|裁定|决定|通知|仲裁))"
)
_NOT_A_TITLE = re.compile(
    r"执行裁定|执行通知|执行决定|保全裁定|限制(?:高)?消费|查封|案件|公告|鉴定|评估|悬赏|移送执行"
    r"|协助"
)
_ENFORCED = re.compile(r"(?<!证)执(?:恢|异|保|复|监)?(?:字第|第)?[0-9]")
_BEFORE_NUMBER = re.compile(r"^[一-龥]*(?:作出的?|[院会处]的?|依据|根据|按照|依照|的|对|和|及|持)(?=[一-龥（])")
_ON_TITLE = re.compile(
    r"依据|根据|生效|发生法律效力|申请(?:强制)?执行|作出的|一案|执行|(?:判决|裁决|裁定|调解)书?(?:确认|判令|载明)"
)
_APPLIED = re.compile(
    r"(?:向本院|向我院|向[^，。；]{2,20}法院|依法)?(?:提出|提交)?申请(?:对[^，。；]{2,30})?(?:强制)?执行(?!人)|(?:提出"
    r"|提交)(?:强制)?执行申请|申请(?:本院)?强制执行|(?:提出|提交)?申请恢复(?:对[^，。；]{2,30}的)?(?:强制)?执行(?!人)"
)
_NOT_APPLIED = re.compile(r"恢复|再次|可以|可|撤回|终结|重新")
_DUE = re.compile(
    r"(?:执行标的(?:额|款|金额)?|(?<!拍卖)(?<!变卖)(?<!评估)标的额?|申请执行(?:标的|金额|数额)?|(?<!已)(?:支付|给付|履行)(?:执行)?案款|应(?:当)?(?:执行|履行|支付|偿还)(?:标的|金额"
    r"|款项)?(?:额)?|请求执行)"
    r"[^。；0-9零一二三四五六七八九十壹贰叁肆伍陆柒捌玖]{0,24}$"
)
_PAID = re.compile(
    r"(?:(?<!未)(?:已)?执行到位|(?:已|共|实际)(?:经)?(?:执行|扣划|划拨|履行|受偿|偿还|给付|支付|执结|到位|还款|归还)"
    r"|扣划|发放|领取|执行回)"
    r"[^。；0-9零一二三四五六七八九十壹贰叁肆伍陆柒捌玖]{0,24}$"
)
_NOT_PAID = re.compile(
    r"未(?:能)?(?:执行到位|受偿|履行|清偿|执行|偿还)|尚(?:欠|有|未)|剩余|余款|仅有|余额|诉讼费"
    r"|执行费|受理费|申请费"
)
_SETTLED = re.compile(
    r"(?:该|上述|此|前述|和解)款项?[^。；，]{0,6}已[^。；，]{0,20}(?:付清|付讫|(?:给付|支付|履行|交付)(?:完毕|完结))"
)
_LOOKED = re.compile(r"查询|调查|查控|查找|核查|查明|查证|查实|搜查|走访|前往|询问|四查|实地|核实|经查|查无|检索|协查")
_KINDS = (
    ("网络查控", r"网络(?:执行)?(?:查控|查询|司法查控)|执行查控|总对总|点对点|查控系统|网络(?:化)?执行|网上查"),
    ("四查", r"四查|五查"),
    ("银行", r"银行|存款|金融机构|账户|帐户"),
    ("不动产", r"不动产|房产|房屋|房管|土地|国土|自然资源|住建"),
    ("车辆", r"车辆|车管|机动车|交警|交通管理"),
    ("证券", r"证券|股票|基金|中国结算"),
    ("公积金", r"公积金"),
    ("工商", r"工商|市场监(?:督|管)|股权|对外投资|企业登记"),
    ("保险", r"保险(?!标)"),
    ("互联网", r"支付宝|财付通|微信|网络支付|网络资金|互联网"),
    ("税务", r"税务|退税"),
    ("现场", r"住所地|居住地|经常居住|实地|现场|走访|户籍地|村(?:民)?委(?:会)?|居委会|社区|传统(?:方式)?(?:查控|调查)"
        r"|线下|住所|经营场所|经营地|家中"),
    ("婚姻", r"婚姻登记|民政"),
)  # fmt: skip
_INQUIRY_KINDS = tuple((kind, re.compile(words)) for kind, words in _KINDS)
_NOTIFIED = re.compile(
    r"(?:送达|发出|发送|寄送|邮寄|签发|公告送达|留置送达|下达|作出)[^。；]{0,40}执行通知"
    r"|执行通知书?[^。；]{0,40}(?:送达|发出|寄)"
)
_LIMITED = re.compile(r"限制(?:其|被执行人|[^，。；]{0,12})?(?:高)?消费|限制(?:其)?高消费|限消令|限高")
_LISTED = re.compile(r"失信(?:被执行人)?(?:名单)?|黑名单")
_REFUSED = re.compile(
    r"不(?:符合|宜|予|应)|未(?:被|对[^，。；]{1,10})?(?:纳入|采取|列入)|解除|删除|屏蔽|撤销|无需|暂不"
)
#: Words of a warning or of the law on a measure that nobody has taken.
_WARNED = re.compile(
    r"情形之一|风险提示|人民法院(?:应当|可以|将|有权)|违反[^，。；]{0,10}$|(?:将|可以?|有权|应当)依法[^，。；]{0,24}$"
    r"|(?:可以|可能|有权)(?:被|会)?[^，。；依]{0,4}(?:纳入|列入|采取|限制|公布)[^，。；]{0,8}$|(?:如|若)(?:不|果|未|逾期|拒)"
)
_TOLD = re.compile(
    r"(?:告知|通知|约谈|释明|询问|征询|征求|送达|反馈)[^。；]{0,30}申请(?:执行)?人|(?:将|就|把)[^。；]{0,80}(?:告知"
    r"|通知|释明|反馈)[^。；]{0,16}申请(?:执行)?人"
    r"|申请(?:执行)?人[^。；]{0,20}(?:已知悉|已被告知|谈话)|与申请(?:执行)?人[^，。；]{0,10}(?:谈话|约谈)"
)
_AGREED = re.compile(
    r"申请(?:执行)?人(?:(?!申请执行人)[^。；]){0,60}?(?:(?:书面)?(?:同意|认可|申请(?!执行人)|请求|要求|表示无异议"
    r"|无异议|没有异议)[^。；]{0,30}(?:终结|终本|撤回|撤销|结案|中止|延期)"
    r"|(?:对|就)[^。；]{0,60}(?:无异议|没有异议|认可|予以认可|不持异议)|撤回(?:强制)?执行申请)"
)
_CLUELESS = re.compile(
    r"申请(?:执行)?人(?:(?!申请执行人)[^。；]){0,60}?(?:未能|不能|无法|没有|未|亦未|也未|也不能|亦无法|又未)(?:向本院"
    r"|在指定期限内|在限期内|另行|再|及时)?[^。；]{0,24}?提供[^。；]{0,40}(?:线索|财产)"
)


def read_enforcement(j: Judgment) -> Enforcement | None:
    """What an enforcement document tells, or None for any other document."""
    if not is_enforcement(j):
        return None
    start, end = _told_part(j)
    application = _application(j, start, end)
    numbers = tuple(dict.fromkeys(_titles(j, start, end)))
    place = j.place(*application[0]) if application else _passage(j, start, end)
    return Enforcement(
        place.start, place.end, title_numbers=numbers, applied=application[1] if application else None,
        due=_due(j, start, end), paid=_sum_before(j, start, end, _PAID, _NOT_PAID) or _settled(j, start, end),
        inquiries=tuple(_inquiries(j, start, end)),
        notified=_sentence_with(j, _NOTIFIED, start, end), limited=_measure(j, _LIMITED, start, end),
        listed=_measure(j, _LISTED, start, end), told=_sentence_with(j, _TOLD, start, end),
        agreed=_sentence_with(j, _AGREED, start, end), clueless=_sentence_with(j, _CLUELESS, start, end),
    )  # fmt: skip


def is_enforcement(j: Judgment) -> bool:
    """Whether the title or the case number says enforcement (a civil ruling of the 1990s may stay one).

    So is the review of an administrative act whose authority asks the court to enforce it.
    """
    if j.title and j.title.case_type == "执行":
        return True
    if j.title and j.title.case_type == "行政":
        return any(p.role == "被执行人" for p in j.parties)
    if j.title is None and j.case_number is None and j.civil:
        return j.instance == "enforcement"
    return bool(j.case_number and j.case_number.type_code.startswith("执"))


def _told_part(j: Judgment) -> tuple[int, int]:
    """From behind the case number to the disposition."""
    start = j.plain_span(j.case_number)[1] if j.case_number else 0
    disposition = j.cut("basis") or j.cut("disposition") or j.cut("signature")
    return start, max(disposition.start if disposition else len(j.plain), start)


def _sentences(j: Judgment, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch in plain indexes, cut at full stops and semicolons."""
    begin = start
    for m in re.finditer("[。；]", j.plain[start:end]):
        yield begin, start + m.end()
        begin = start + m.end()
    if begin < end:
        yield begin, end


def _titles(j: Judgment, start: int, end: int) -> Iterator[str]:
    own = j.case_number.text if j.case_number else ""
    for a, b in _sentences(j, start, end):
        if not _ON_TITLE.search(j.plain, a, b):
            continue
        for m in _TITLE.finditer(j.plain, a, b):
            behind = j.plain[m.end() : min(m.end() + 10, b)]
            if m["number"] != own and not _NOT_A_TITLE.match(behind) and not _ENFORCED.search(m["number"]):
                yield _BEFORE_NUMBER.sub("", m["number"])


def _application(j: Judgment, start: int, end: int) -> tuple[tuple[int, int], DateFact | None] | None:
    """The clause that tells of the application, with its day."""
    for m in _APPLIED.finditer(j.plain, start, end):
        sentence = max(j.plain.rfind("。", start, m.start()), start - 1) + 1
        if _NOT_APPLIED.search(j.plain, max(m.start() - 6, sentence), m.start()) or j.plain.startswith("人", m.end()):
            continue
        days = list(dates.scan(j.plain, sentence, m.start()))
        near = next((d for d in reversed(days) if _same_clause(j.plain, d.end, m.start())), None)
        if near:
            return (sentence, m.end()), dates.fact(j, near, "applied")
    return None


def _same_clause(text: str, start: int, end: int) -> bool:
    between = text[start:end]
    return len(between) <= 60 and between.count("，") <= 1 and "立案" not in between


def _passage(j: Judgment, start: int, end: int) -> Place:
    course = j.cut("course")
    if course is not None and start <= course.start:
        return j.place(course.start, course.end)
    return j.place(start, end)


def _due(j: Judgment, start: int, end: int) -> Decimal | None:
    """The sum to be enforced: called so, else the only one in the sentence on the title."""
    named = _sum_before(j, start, end, _DUE, _PAID)
    if named is not None:
        return named
    asked = _APPLIED.search(j.plain, start, end)
    if asked:
        total = sums(j, asked.end(), max(j.plain.find("。", asked.end(), end), asked.end()))[1]
        if total is not None:
            return total
    for a, b in _sentences(j, start, end):
        title = _TITLE.search(j.plain, a, b)
        if title and re.search(r"应|罚款|支付|给付|偿还|赔偿|返还|归还", j.plain[title.end() : b]):
            inside = [x.value for x in j.amounts if title.end() <= j.plain_span(x)[0] and j.plain_span(x)[1] <= b]
            return inside[0] if len(inside) == 1 else None
    return None


def _sum_before(j: Judgment, start: int, end: int, called: re.Pattern[str], unless: re.Pattern[str]) -> Decimal | None:
    """The first sum that words of the one kind stand before and none of the other."""
    for amount in j.amounts:
        a, b = j.plain_span(amount)
        if a < start or b > end:
            continue
        begin = max(j.plain.rfind(stop, start, a) for stop in "。；，") + 1
        window = j.plain[max(begin, a - 50) : a]
        if called.search(window) and not unless.search(window):
            return amount.value
    return None


def _settled(j: Judgment, start: int, end: int) -> Decimal | None:
    """The sum of a settlement that the text says was paid (约定一次性给付30000元…该款已给付完毕)."""
    m = _SETTLED.search(j.plain, start, end)
    if m is None:
        return None
    agreed = j.plain.rfind("和解", start, m.start())
    if agreed < 0:
        return None
    sums_told = [a.value for a in j.amounts if agreed <= j.plain_span(a)[0] < m.start()]
    return sums_told[0] if len(sums_told) == 1 else None


def _inquiries(j: Judgment, start: int, end: int) -> Iterator[Inquiry]:
    """Each kind of search in each sentence that tells of one, on each of its days."""
    for a, b in _sentences(j, start, end):
        if not _LOOKED.search(j.plain, a, b):
            continue
        days = [d.value for d in dates.scan(j.plain, a, b) if d.value]
        for kind, pattern in _INQUIRY_KINDS:
            m = pattern.search(j.plain, a, b)
            if m:
                for day in days or (None,):
                    yield Inquiry(*j.span(m.start(), m.end()), kind=kind, day=day)


def _sentence_with(j: Judgment, pattern: re.Pattern[str], start: int, end: int) -> Place | None:
    m = pattern.search(j.plain, start, end)
    return j.place(m.start(), m.end()) if m else None


def _measure(j: Judgment, pattern: re.Pattern[str], start: int, end: int) -> Place | None:
    """Where a measure against the debtor is told as taken."""
    for m in pattern.finditer(j.plain, start, end):
        clause = max(j.plain.rfind(stop, start, m.start()) for stop in "。；，") + 1
        behind = j.plain[m.end() : m.end() + 12].split("。")[0].split("，")[0]
        sentence = max(j.plain.rfind("。", start, m.start()) + 1, start)
        if _WARNED.search(j.plain[max(sentence, m.start() - 300) : m.start()]) or _in_title(j.plain, m.start()):
            continue
        if not _REFUSED.search(j.plain[max(clause, m.start() - 20) : m.start()] + behind):
            return j.place(m.start(), m.end())
    return None


def _in_title(text: str, at: int) -> bool:
    """Whether a place stands inside the title of a law."""
    return text.rfind("《", max(at - 60, 0), at) > text.rfind("》", max(at - 60, 0), at)
