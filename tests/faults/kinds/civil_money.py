"""Damages, sums and interest of a civil document (CIV503 to CIV510, LAW214, LAW215, EVI405, EVI406)."""

from __future__ import annotations

import re
from decimal import Decimal
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet, suit
from tests.faults.kinds.civil_law import USES, edition
from tests.faults.plant import civil

PRODUCT = re.compile(
    r"(?P<sum>[0-9]+(?:\.[0-9]+)?)元[（(]"
    r"(?P<a>[0-9]+(?:\.[0-9]+)?)元?(?:/[天日月年])?[×xX*](?P<b>[0-9]+)(?:[天日月年]|个月)?[）)]"
    r"|(?P<c>[0-9]+(?:\.[0-9]+)?)元?(?:/[天日月年])?[×xX*](?P<d>[0-9]+)(?:[天日月年]|个月)?[=＝](?P<e>[0-9]+(?:\.[0-9]+)?)元"
)


def products(text: str) -> list[re.Match[str]]:
    """The right products of rate and days in the findings and the reasoning."""
    place, end = suit.findings(text), sheet.result_at(text)
    if not suit.first(text):
        return []
    found = PRODUCT.finditer(text, place[0], end) if place else iter(())
    return [
        m
        for m in found
        if Decimal(m["a"] or m["c"]) * Decimal(m["b"] or m["d"]) == Decimal(m["sum"] or m["e"])
        and re.search("费|金", text[m.start() - 12 : m.start()])
    ]


@civil("CIV508", "days that do not give the item", also=("CIV505",))
def other_days(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = products(text)
    if not found:
        return None
    match = rng.choice(found)
    days = match["b"] or match["d"]
    return sheet.put(text, match.span("b" if match["b"] else "d"), str(int(days) + rng.choice((1, 3, 10))))


@civil("CIV508", "item that rate and days do not give", also=("CIV505",))
def other_item(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = products(text)
    if not found:
        return None
    match = rng.choice(found)
    name = "sum" if match["sum"] else "e"
    return sheet.put(text, match.span(name), suit.written(Decimal(match[name]) + rng.choice((100, 50, 1000, 20))))


@civil("CIV508", "product of damages told wrong")
def wrong_product(text: str, judgment: Judgment, rng: Random) -> str | None:
    """An item that the reasons of an injury case count with its days, a hundred off or a zero short."""
    place = suit.reasoning(text)
    if (
        place is None
        or not suit.first(text, "民事")
        or not re.search("交通事故|人身损害|健康权|医疗损害|饲养动物", text[:1500])
    ):
        return None
    days, rate = rng.choice((18, 45, 60, 90)), rng.choice((100, 120, 150))
    wrong = days * rate + rng.choice((100, -200, 1000))
    form = rng.choice(
        ("护理费{0}元（{1}元/天×{2}天）。", "误工费为{1}元/天×{2}天={0}元。", "护理费{0}元（{1}元×{2}天）。")
    )
    stop = text.find("。", *place) + 1
    return sheet.put(text, (stop, stop), form.format(wrong, rate, days)) if stop else None


ITEM = r"(?P<item>[一-鿿]{2,10}?(?:费|金|费用|补助费|损失|本金|利息|工资))(?:人民币|为)?"
TOTAL = re.compile(rf"(?P<list>[^。\n]{{6,400}}?)(?:以上|各项)?(?:合计|共计|总计|计)(?:人民币)?{suit.SUM}")


def totals(text: str) -> list[tuple[re.Match[str], list[re.Match[str]]]]:
    """The totals of a list whose plain items add up to them."""
    out = []
    place, result = suit.findings(text), suit.result(text)
    if place is None or result is None or not suit.first(text):
        return []
    for total in TOTAL.finditer(text, place[0], result[1]):
        stretch = (total.start("list"), total.end("list"))
        items = list(re.compile(rf"{ITEM}{suit.SUM}(?![/×xX*])").finditer(text, *stretch))
        if len(items) > 1 and sum(suit.amount(m["sum"]) for m in items) == suit.amount(total["sum"]):
            out.append((total, items))
    return out


@civil("EVI406", "total that the items do not give", also=("CIV508",))
def other_total(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = totals(text)
    if not found:
        return None
    total = rng.choice(found)[0]
    new = suit.amount(total["sum"]) + rng.choice((100, -90, 1000, 10))
    return sheet.put(text, total.span("sum"), suit.written(new, total["sum"])) if new > 0 else None


@civil("EVI406", "item left out of the total", also=("CIV508",))
def item_left_out(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = totals(text)
    if not found:
        return None
    total, items = rng.choice(found)
    new = suit.amount(total["sum"]) - suit.amount(rng.choice(items)["sum"])
    return sheet.put(text, total.span("sum"), suit.written(new, total["sum"]))


@civil("CIV508", "item of damages that breaks the total", also=("EVI406",))
def item_off(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = [f for f in totals(text) if any(re.search("医疗|误工|护理|伙食|残疾", m["item"]) for m in f[1])]
    if not found:
        return None
    item = rng.choice(rng.choice(found)[1])
    if text[item.end()] in "（(":
        return None
    new = suit.amount(item["sum"]) + rng.choice((100, 200, 1000))
    return sheet.put(text, item.span("sum"), suit.written(new, item["sum"]))


CAPITALS = "零壹贰叁肆伍陆柒捌玖"


def capitals(value: int) -> str:
    """贰拾万 for 200000: whole amounts below a hundred million."""
    out, zero = "", False
    for unit, size in (("万", 10000), ("", 1)):
        part, value = divmod(value, size)
        if not part:
            zero = bool(out)
            continue
        for name, power in (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)):
            digit, part = divmod(part, power)
            if digit:
                out += ("零" if zero and out else "") + CAPITALS[digit] + name
            zero = not digit if digit or out else False
        out += unit
        zero = False
    return out


@civil("EVI405", "sum in words not that in figures")
def words_and_figures(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    found = [m for m in suit.sums(text, place) if len(m["sum"]) > 3 and re.fullmatch("[0-9]+", m["sum"])]
    found = [m for m in found if text[m.end()] not in "（("]
    if not found or not suit.first(text):
        return None
    match = rng.choice(found)
    value = int(match["sum"])
    other = rng.choice((value * 10, value + 10 ** (len(match["sum"]) - 1), value + 1000))
    words = rng.choice((f"{value}元（大写：{capitals(other)}元整）", f"{capitals(other)}元整（{value}元）"))
    return sheet.put(text, match.span(), words)


@civil("EVI405", "awarded sum not the one found", "likely", also=("CIV503", "CIV501"))
def award_off(text: str, judgment: Judgment, rng: Random) -> str | None:
    item, place = suit.money_item(text), suit.findings(text)
    if item is None or place is None or not suit.first(text) or item["sum"] not in text[place[0] : place[1]]:
        return None
    digits = [i for i in range(len(item["sum"]) - 1) if item["sum"][i] != item["sum"][i + 1] and i + 1 < 3]
    if not digits or item["sum"][digits[0] + 1] in "0.":
        return None
    i = digits[0]
    new = item["sum"][:i] + item["sum"][i + 1] + item["sum"][i] + item["sum"][i + 2 :]
    return sheet.put(text, item.span("sum"), new)


@civil("CIV503", "more granted than asked", "likely", also=("EVI405", "CIV501"))
def more_than_asked(text: str, judgment: Judgment, rng: Random) -> str | None:
    item, asked = suit.money_item(text), suit.claims(text)
    if item is None or asked is None or not suit.first(text, "民事"):
        return None
    if max((suit.amount(m["sum"]) for m in suit.sums(text, asked)), default=0) != suit.amount(item["sum"]):
        return None
    new = suit.written(suit.amount(item["sum"]) * rng.choice((2, 3)))
    return text[: asked[1]] + text[asked[1] :].replace(f"{item['sum']}元", f"{new}元")


@civil("CIV503", "relief that nobody asked for", "likely", also=("EVI405",))
def never_asked(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, item = suit.result(text), suit.money_item(text)
    payer, payee = suit.names(text, "被告"), suit.names(text, "原告")
    if place is None or item is None or not suit.first(text, "民事") or len(payer) != 1 or len(payee) != 1:
        return None
    thing = rng.choice((("律师费", 8000), ("违约金", 30000), ("精神损害抚慰金", 20000)))
    asked = suit.claims(text)
    if asked is None or thing[0] in text[: sheet.result_at(text)]:
        return None
    words = f"被告{payer[0]}于本判决生效之日起十日内支付原告{payee[0]}{thing[0]}{thing[1]}元"
    end = re.compile("[；。]").search(text, item.end(), place[1])
    if end is None:
        return None
    items = list(re.compile("(?<=[\n：；。])([一二三四五])、").finditer(text, *place))
    if items:
        return sheet.put(text, (end.start(), end.start()), f"；{words}")
    return sheet.put(text, (place[0], end.end()), f"\n一、{text[place[0] : end.start()].strip()}；\n二、{words}。")


@civil("CIV504", "claim that the result does not answer", "likely")
def unanswered(text: str, judgment: Judgment, rng: Random) -> str | None:
    """Behind the last claim of a list; a divorce refused, or a matter left to another suit, answers the rest."""
    asked, place = suit.claims(text), suit.result(text)
    if asked is None or place is None or not suit.first(text, "民事"):
        return None
    if "驳回" in text[place[0] : place[1]] or "全部" in text[place[0] : place[1]]:
        return None
    found = list(re.compile("(?<![0-9])([1-6])[.．、](?![0-9])").finditer(text, *asked))
    if not found or [m[1] for m in found] != list("123456"[: len(found)]) or "撤回" in text:
        return None
    if asked[1] > place[0] or re.match("[。；]?\n?[2-9][.．、]", text[asked[1] : place[0]]):
        return None
    if re.search("另案|另行|不准予?[^。]{0,20}离婚", text[text.rfind("本院认为") : place[1]]):
        return None
    wishes = ("被告向原告书面赔礼道歉", "被告支付原告交通费及误工损失12000元", "被告将涉案车辆过户至原告名下")
    claim = rng.choice(wishes)
    end = asked[0] + len(text[asked[0] : asked[1]].rstrip("。；"))
    return sheet.put(text, (end, end), f"；{len(found) + 1}.{claim}")


@civil("CIV505", "interest that principal, rate and time do not give", "likely", also=("EVI405",))
def interest_off(text: str, judgment: Judgment, rng: Random) -> str | None:
    """A sentence that counts the interest of one of the sums found, off by a digit or a month."""
    place, reasons = suit.findings(text), suit.reasoning(text)
    bases = [m for m in suit.sums(text, place) if re.fullmatch("[1-9][0-9]*000", m["sum"])]
    if place is None or reasons is None or not bases or "贷" not in text[:1500] or not suit.first(text, "民事"):
        return None
    base, count = int(rng.choice(bases)["sum"]), rng.choice((5, 8, 10))
    monthly = base // 100
    wrong = rng.choice((monthly * (count + 1), monthly * count * 10, monthly * count + 300))
    words = f"以{base}元为基数，按月利率1%计算，{count}个月的利息为{wrong}元。"
    stop = text.find("。", *reasons) + 1
    return sheet.put(text, (stop, stop), words) if stop else None


@civil("CIV506", "interest without its first day", "hint")
def no_begin(text: str, judgment: Judgment, rng: Random) -> str | None:
    return sheet.change(text, suit.result(text), rf"自{sheet.DAY}(?:起|始)，?(?=[^。；]{{0,40}}(?:利率|利息))", "", rng)


@civil("CIV507", "recourse of the guarantor left out", "hint")
def no_recourse(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = "[，；。][^，；。]{0,16}(?:承担|清偿)[^，；。]{0,10}后[^；。]{0,40}追偿"
    return sheet.change(text, suit.result(text), pattern, "", rng)


TERM = (
    r"(?:应?(?:于|在))?(?:本)?判决(?:书)?(?:发生法律效力|生效)(?:之日起|后|之日)?"
    r"[一二三四五六七八九十0-9]{1,3}[日天]内(?:一次性)?，?"
)


@civil("CIV509", "no term for the payment", "likely")
def no_term(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    if (
        place is None
        or not suit.first(text, "民事")
        or re.search("上述|以上|付清|履行期|每月", text[place[0] : place[1]])
    ):
        return None
    found = list(re.compile(TERM).finditer(text, *place))
    item = text[found[0].end() : found[0].end() + 80].split("；")[0] if found else ""
    return sheet.put(text, rng.choice(found).span(), "") if len(found) == 1 and "元" in item else None


@civil("CIV510", "penalty on top of interest above the cap", "likely", also=("LAW214", "CIV503"))
def on_top(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    if place is None or "民间借贷" not in text[:1500] or not suit.within(text, "2015-09-01"):
        return None
    found = re.compile(r"(?:年利率|月利率|LPR|报价利率)[^。；]{0,40}(?:之日止|付清(?:时|之日)?(?:止)?|计算)").search(
        text, *place
    )
    if found is None or "违约金" in text[place[0] : place[1]]:
        return None
    words = "，并支付违约金（以所欠本金为基数，自逾期之日起按日千分之一计算至付清之日止）"
    return sheet.put(text, (found.end(), found.end()), words)


@civil("LAW214", "loan interest above every cap", "likely")
def above_cap(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    if place is None or "民间借贷" not in text[:1500] or not suit.first(text, "民事"):
        return None
    return sheet.change(
        text, place, r"(?:年利率|月利率|月息)[0-9.]+[%‰]", rng.choice(("年利率38%", "月利率3.5%", "年利率48%")), rng
    )


@civil("LAW215", "no notice of double interest", "likely")
def no_delay_notice(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.delay(text)
    item = suit.result(text)
    if place is None or item is None or not suit.first(text, "民事") or not suit.within(text, "2008-04-01"):
        return None
    return sheet.put(text, place, "") if "元" in text[item[0] : item[1]] else None


@civil("LAW215", "notice of double interest where nothing is to be paid", "likely")
def idle_delay_notice(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, fees = suit.result(text), suit.fees(text)
    if place is None or fees is None or suit.delay(text) or not suit.first(text, "民事"):
        return None
    items = text[place[0] : place[1]].strip()
    if not re.fullmatch("(?:不准[^；。]{4,60}离婚|驳回[^；。]{2,60}诉讼请求)。", items):
        return None
    now = edition(text)
    if now is None:
        return None
    number = USES["delay"][now]
    words = (
        f"如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第{number}条之规定，"
        "加倍支付迟延履行期间的债务利息。\n"
    )
    return sheet.put(text, (fees[0], fees[0]), words)
