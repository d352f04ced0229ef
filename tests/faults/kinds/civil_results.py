"""The result of civil, administrative and enforcement documents (CIV511 to CIV514, DOC612, EVI408)."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet, suit
from tests.faults.kinds.civil_fees import step_of, tariff
from tests.faults.kinds.civil_forms import items
from tests.faults.plant import civil


def renamed(text: str, new: str) -> str | None:
    """The text with another kind of document in its heading."""
    found = suit.KIND.search(text, 0, 120)
    return sheet.put(text, found.span("what"), new) if found and suit.what(text) != new else None


@civil("DOC612", "civil judgment called a ruling", also=("CIV511",))
def called_ruling(text: str, judgment: Judgment, rng: Random) -> str | None:
    return renamed(text, "裁定") if suit.first(text) and suit.result(text) else None


@civil("DOC612", "civil result opened as a ruling", also=("CIV511",))
def result_of_ruling(text: str, judgment: Judgment, rng: Random) -> str | None:
    at = sheet.result_at(text)
    if not suit.first(text) or "判决如下" not in text[at - 6 : at]:
        return None
    return text[: at - 6] + text[at - 6 : at].replace("判决如下", "裁定如下") + text[at:]


@civil("DOC612", "ruling called a judgment", also=("CIV511", "CIV514"))
def called_judgment(text: str, judgment: Judgment, rng: Random) -> str | None:
    return renamed(text, "判决") if suit.what(text) == "裁定" and suit.field(text) != "执行" else None


@civil("DOC612", "remand by judgment", also=("CIV511",))
def remand_by_judgment(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    if place is None or not suit.second(text) or "发回" not in text[place[0] : place[1]]:
        return None
    spoilt = renamed(text, "判决")
    return spoilt.replace("裁定如下", "判决如下").replace("本裁定为终审裁定", "本判决为终审判决") if spoilt else None


@civil("CIV511", "suit dismissed as inadmissible by judgment", also=("DOC612",))
def inadmissible_by_judgment(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    if place is None or not suit.first(text):
        return None
    found = re.compile("驳回(?P<who>[^，；。]{2,40}?)的?(?:全部)?诉讼请求。").search(text, *place)
    if found is None or re.search("[；]|其他|其它|其余", text[place[0] : place[1]]):
        return None
    return sheet.put(text, found.span(), f"驳回{found['who']}的起诉。")


@civil("CIV511", "claims dismissed by ruling", also=("DOC612",))
def claims_by_ruling(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    if place is None or suit.what(text) != "裁定" or suit.second(text):
        return None
    pattern = "驳回(?:原告|起诉人)?[^，；。]{2,40}?的?起诉。|对[^，；。]{2,30}的起诉，本院不予立案。"
    plaintiff = (suit.names(text, "原告") or ["某某"])[0]
    return sheet.change(text, place, pattern, f"驳回原告{plaintiff}的诉讼请求。", rng)


@civil("CIV511", "administrative act upheld by judgment after 2015", also=("LAW209",))
def upheld(text: str, judgment: Judgment, rng: Random) -> str | None:
    """The form 维持 that the law of 1989 knew."""
    place, defendants = suit.result(text), suit.names(text, "被告")
    if place is None or not suit.first(text, "行政") or not suit.within(text, "2015-06-01") or not defendants:
        return None
    act = re.search("作出的?(?P<act>[^，。；]{2,40}?(?:处罚决定|决定书?|认定书?|认定))", text)
    words = f"维持被告{defendants[0]}作出的{act['act'] if act else '行政处罚决定'}。"
    return sheet.change(text, place, "驳回[^，；。]{2,40}?诉讼请求。", words, rng)


@civil("CIV512", "review organ that upheld left out", "likely")
def review_organ(text: str, judgment: Judgment, rng: Random) -> str | None:
    defendants, place = suit.names(text, "被告"), suit.findings(text)
    if not suit.first(text, "行政") or len(defendants) != 1 or place is None or "复议" in text:
        return None
    if not suit.within(text, "2015-06-01") or not re.search("局|街道|乡|镇", defendants[0]):
        return None
    plaintiff = (suit.names(text, "原告") or ["原告"])[0]
    proof = text.rfind("上述事实", *place)
    stop = text.rfind("。", place[0], proof if proof > 0 else place[1] - 2) + 1
    words = f"{plaintiff}不服，向本级人民政府申请行政复议。该人民政府作出行政复议决定，维持了上述行政行为。"
    return sheet.put(text, (stop, stop), words) if stop > place[0] else None


def closing(text: str) -> bool:
    """Whether this ends an enforcement round."""
    place = suit.result(text)
    return bool(place and "终结本次执行程序" in text[place[0] : place[1]])


def without(text: str, place: sheet.Zone, pattern: str) -> str | None:
    """The text without any of the matches in a zone; None when there is none."""
    for match in reversed(found := list(re.compile(pattern).finditer(text, *place))):
        text = sheet.put(text, match.span(), "")
    return text if found else None


@civil("CIV513", "end of an enforcement round without a search for property", "likely")
def no_search(text: str, judgment: Judgment, rng: Random) -> str | None:
    """A round that the applicant lets end needs no search told; a visit to the debtor's place is a search."""
    if not closing(text) or "同意终结" in text:
        return None
    start, end = text.find("一案"), text.find("本院认为")
    pattern = r"[^。；\n]*(?:查控|查询|不动产|车辆登记|公积金|调查|走访|前往被执行人住所)[^。；\n]*[。；]"
    return without(text, (start, end), pattern)


@civil("CIV513", "end of an enforcement round by one judge without telling the applicant", "likely")
def not_told(text: str, judgment: Judgment, rng: Random) -> str | None:
    """By one judge: a panel's review may stand instead of the applicant's word. The reasons must not repeat it."""
    signed = suit.signed(text)
    if not closing(text) or len(signed) not in (1, 3):
        return None
    start, end = text.find("一案"), text.find("本院认为")
    pattern = r"[^。\n]*(?:告知申请执行人|同意终结|不能提供|约谈|未能提供|未提供)[^。\n]*。"
    if len(signed) == 3:
        text = sheet.put(text, (signed[1].start(), signed[2].end()), "")
        text = sheet.put(text, signed[0].span("role"), "审判员")
    spoilt = without(text, (start, end), pattern)
    return spoilt if spoilt and not re.search("合议|申请执行人(?:也|亦)?(?:不能|未能?)提供", spoilt) else None


@civil("CIV513", "end of an enforcement round without limits on spending", "likely")
def no_limits(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not closing(text):
        return None
    start, end = text.find("一案"), text.find("本院认为")
    return without(text, (start, end), r"[^。；\n]*(?:限制(?:高)?消费|失信被执行人)[^。；\n]*[。；]")


def withdrawn(text: str) -> bool:
    """Whether this ruling lets a plaintiff withdraw."""
    place = suit.result(text)
    items = text[place[0] : place[1]] if place else ""
    granted = re.search("准[予许][^。]*(?:撤诉|撤回起诉)", items)
    return bool(granted) and suit.what(text) == "裁定" and not suit.second(text)


@civil("CIV514", "withdrawal granted by judgment", also=("DOC612",))
def withdrawn_by_judgment(text: str, judgment: Judgment, rng: Random) -> str | None:
    spoilt = renamed(text, "判决") if withdrawn(text) else None
    return spoilt.replace("裁定如下", "判决如下") if spoilt else None


@civil("CIV514", "fee of a withdrawn suit not halved", also=("CIV501",))
def withdrawn_full_fee(text: str, judgment: Judgment, rng: Random) -> str | None:
    """The sum asked is put in where the fee is of it: without it nobody can tell a whole fee from a half."""
    place = suit.fees(text) if withdrawn(text) and suit.within(text, "2007-04-01") else None
    found = suit.sums(text, place)
    spoilt = sheet.change(text, place, "，?(?:已)?减半(?:计)?收取(?:计)?[0-9.]+元", "", rng)
    asked = asked_for(suit.amount(found[0]["sum"])) if found else None
    course = re.compile("一案(?:中)?，").search(text)
    if spoilt is None or asked is None or course is None or suit.labour(text):
        return None
    return sheet.put(spoilt, (course.end(), course.end()), f"原告请求判令被告支付{asked}元。诉讼中，")


def whole_fee(value: Decimal) -> Decimal:
    """The fee on a sum asked, fifty yuan in the lowest step."""
    return tariff(value, step) if (step := step_of(value)) else Decimal(50)


def asked_for(fee: Decimal) -> str | None:
    """The round sum in a case about property whose whole fee is this."""
    sums = (Decimal(n * 500) for n in range(2, 2000))
    return next((str(v) for v in sums if v > 1000 and whole_fee(v) == fee), None)


@civil("CIV514", "withdrawal among the items of a judgment", also=("DOC612",))
def withdrawal_item(text: str, judgment: Judgment, rng: Random) -> str | None:
    found, plaintiffs, defendants = items(text), suit.names(text, "原告"), suit.names(text, "被告")
    if not found or not suit.first(text, "民事") or len(plaintiffs) != 1 or len(defendants) < 2:
        return None
    place = suit.result(text)
    end = place and text.rfind("。", *place)
    if not end or end < found[-1].start():
        return None
    number = "一二三四五六七八"[len(found)]
    return sheet.put(text, (end, end + 1), f"；\n{number}、准许{plaintiffs[0]}撤回对{defendants[-1]}的起诉。")


@civil("EVI408", "one defendant without a result", "likely", also=("CIV504",))
def without_result(text: str, judgment: Judgment, rng: Random) -> str | None:
    """A defendant put in the head and the course of a suit that decides nothing about it.

    Left alone: a suit that asks the first defendant by name (nothing is asked of a second one), and a result that
    speaks of 被告 without a name (it may mean both).
    """
    defendants, place = suit.names(text, "被告"), suit.result(text)
    lines = [m for m in suit.parties(text) if m["role"] == "被告"]
    if len(defendants) != 1 or place is None or not suit.first(text, "民事") or "驳回" in text[slice(*place)]:
        return None
    bare = f"被告(?!{defendants[0]}|（)"
    asked = suit.claims(text) or (text.find("一案"), text.find("本院认为"))
    if not re.search(bare, text[slice(*asked)]) or re.search(bare, text[slice(*place)]):
        return None
    end = text.find("\n", lines[0].start())
    name = rng.choice(("仝桂英", "巫国栋", "亢海生"))
    if end < 0 or f"被告{defendants[0]}" not in text[end : text.find("一案") + 2]:
        return None
    colon = "：" if text[lines[0].start() + 2] == "：" else ""
    line = f"\n被告{colon}{name}，男，1975年6月3日出生，汉族，住本县。"
    spoilt = sheet.put(text, (end, end), line)
    at = spoilt.find(f"被告{defendants[0]}", end + len(line)) + 2 + len(defendants[0])
    if spoilt[at] in "（(" or "离婚" in text:
        return None
    return sheet.put(spoilt, (at, at), f"、{name}")


@civil("EVI408", "stranger ordered to pay", "likely", also=("DOC602", "DOC605"))
def stranger(text: str, judgment: Judgment, rng: Random) -> str | None:
    defendants = suit.names(text, "被告")
    if len(defendants) != 1 or not suit.first(text, "民事") or not re.fullmatch("[一-鿿]{2,4}", defendants[0]):
        return None
    other = rng.choice(("尉迟建国", "钟离海", "司徒春生"))
    return sheet.change(text, suit.result(text), f"{defendants[0]}(?=[于在应])", other, rng)
