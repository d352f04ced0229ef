"""The page of a civil, administrative or enforcement document as a clerk sees it, found without our reader."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from tests.faults import sheet

KIND = re.compile(r"(?P<field>民\s*事|行\s*政|执\s*行)(?:\s*赔\s*偿)?\s*(?P<what>判\s*决|裁\s*定)\s*书")
NUMBER = re.compile(
    r"[（(\[〔](?P<year>[0-9]{4})[）)\]〕]\s*(?P<court>[一-鿿]{1,2}\s?[0-9]{2,4}|[一-鿿]{1,6}?)"
    r"(?P<type>(?:法)?(?:民[一二]?|行政?|立民)(?:初|终|申|再|监|抗|撤)|执恢?|执异)字?第?(?P<serial>[0-9]+)号"
)
SUM = r"(?P<sum>[0-9][0-9,，]*(?:\.[0-9]+)?)元"
SIGNED = re.compile(
    r"(?P<role>审\s*判\s*长|(?:代\s*理\s*)?审\s*判\s*员|人\s*民\s*陪\s*审\s*员)[ \t　：:]*"
    r"(?P<name>[一-鿿·](?:[ \t　]*[一-鿿·]){1,3}?)(?=\s*(?:\n|审|代\s*理|人\s*民\s*陪|[二一][〇○0OＯ九]|$))"
)
PARTY = re.compile(
    r"(?:(?<=\n)|(?<=。)|^)(?P<role>原告|被告|第三人|上诉人|被上诉人|申请执行人|被执行人|再审申请人|被申请人)"
    r"(?:[（(][^）)\n]{2,12}[）)])?[：:]?(?P<name>[一-鿿][一-鿿（）()·0-9]{1,28}?)(?=[，,。\n]|（以下简称)"
)
END = re.compile(
    r"(?:三、|二、|四、)?如果?(?:被告)?未(?:能)?按|(?:本案|一审|二审)*、?(?:一审|二审|本诉|申请)?(?:案件)?受理费|如?不服本|"
    r"本(?:判决|裁定)(?:为|系|送达|立即)|审\s*判\s*[长员]|代\s*理\s*审"
)


def what(text: str) -> str | None:
    """判决 or 裁定, as the heading says."""
    found = KIND.search(text, 0, 120)
    return re.sub(r"\s", "", found["what"]) if found else None


def field(text: str) -> str | None:
    """民事, 行政 or 执行, as the heading says."""
    found = KIND.search(text, 0, 120)
    return re.sub(r"\s", "", found["field"]) if found else None


def number(text: str) -> re.Match[str] | None:
    """The number of the case below the heading."""
    found = NUMBER.search(text, 0, 160)
    return found if found and not re.search("[，。]|作出", text[: found.start()]) else None


def first(text: str, field_is: str = "民事|行政") -> bool:
    """Whether this is a judgment of first instance, no retrial."""
    found = number(text)
    return bool(
        found
        and "初" in found["type"]
        and what(text) == "判决"
        and re.fullmatch(field_is, field(text) or "")
        and not re.search("再审|抗诉", text)
    )


def second(text: str) -> bool:
    """Whether this is a decision of second instance."""
    found = number(text)
    return bool(found and "终" in found["type"] and what(text) and "再审" not in text)


def result(text: str) -> sheet.Zone | None:
    """The items: from 判决如下 to the fees, the notice or the signatures."""
    start = sheet.result_at(text)
    end = END.search(text, start) if start > 0 else None
    return (start, end.start()) if end else None


def fees(text: str) -> sheet.Zone | None:
    """The sentences on the fee of the suit behind the items."""
    start = sheet.result_at(text)
    if start < 0:
        return None
    found = re.compile(r"(?:本案|一审|二审|本诉)?(?:案件)?受理费[^。]*。").search(text, start)
    return found.span() if found else None


def notice(text: str) -> sheet.Zone | None:
    """The sentence on the appeal."""
    start = sheet.result_at(text)
    found = re.compile(r"如?不服本(?:判决|裁定)[^。]*上诉[^。]*。").search(text, start) if start > 0 else None
    return found.span() if found else None


def final(text: str) -> re.Match[str] | None:
    """The sentence that says there is no appeal."""
    start = sheet.result_at(text)
    return re.compile("本(?P<what>判决|裁定)(?:为|系|是)终审(?:判决|裁定)。").search(text, start) if start > 0 else None


def delay(text: str) -> sheet.Zone | None:
    """The paragraph on double interest."""
    start = sheet.result_at(text)
    found = re.compile(r"如果?(?:被告)?未(?:能)?按[^。]*加倍支付[^。]*。\n?").search(text, start) if start > 0 else None
    return found.span() if found and not text[: found.start()].endswith("、") else None


def signed(text: str) -> list[re.Match[str]]:
    """The signatures of judges and lay judges."""
    place = result(text)
    return list(SIGNED.finditer(text, place[1])) if place else []


def decided(text: str) -> re.Match[str] | None:
    """The date below the signatures."""
    names = signed(text)
    return re.compile(sheet.HAN_DAY).search(text, names[-1].end(), names[-1].end() + 40) if names else None


def decided_on(text: str) -> date | None:
    """The day of the decision."""
    found = decided(text)
    return sheet.day(found[0]) if found else None


def within(text: str, since: str, until: str = "9999-12-31") -> bool:
    """Whether the decision is of these days, the last excluded."""
    day = decided_on(text)
    return day is not None and date.fromisoformat(since) <= day < date.fromisoformat(until)


def course(text: str) -> sheet.Zone | None:
    """How the case came and was heard: from 一案 to 审理终结."""
    start, end = text.find("一案，"), re.search("审[理查](?:终结|完毕)", text)
    return (start, end.start()) if end and 0 < start < end.start() else None


def told(text: str, pattern: str) -> bool:
    """Whether the course has a match."""
    place = course(text)
    return bool(place and re.search(pattern, text[place[0] : place[1]]))


def filed(text: str) -> re.Match[str] | None:
    """本院于…立案, when told once."""
    place = course(text)
    form = re.compile(rf"本院(?:已)?于(?P<day>{sheet.DAY})(?:重新)?(?:立案|受理)")
    found = list(form.finditer(text, *place)) if place else []
    return found[0] if len(found) == 1 else None


def heard(text: str) -> re.Match[str] | None:
    """于…公开开庭, when told once."""
    place = course(text)
    form = re.compile(rf"于(?P<day>{sheet.DAY})[^，。]{{0,6}}开庭")
    found = list(form.finditer(text, *place)) if place else []
    return found[0] if len(found) == 1 else None


def simple_single(text: str) -> bool:
    """Whether one judge heard the case by the simple procedure all the way."""
    return told(text, "适用简易程序") and len(signed(text)) == 1 and not re.search("转为|普通程序", text)


def panel(text: str) -> list[re.Match[str]]:
    """The three signatures of a panel that the text names."""
    found = signed(text)
    return found if told(text, "合议庭") and len(found) == 3 and "长" in found[0]["role"] else []


def parties(text: str) -> list[re.Match[str]]:
    """The parties of the head."""
    end = text.find("一案")
    return list(PARTY.finditer(text, 0, end)) if end > 0 else []


def names(text: str, role: str) -> list[str]:
    """The names of the head with a role."""
    return [m["name"] for m in parties(text) if m["role"] == role]


def claims(text: str) -> sheet.Zone | None:
    """The sentence or the list of what is asked, without its reasons."""
    found = re.search(
        r"(?:提出(?:如下)?诉讼请求[：:]|请求(?:法院|人民法院|依法)?判令|诉讼请求[：:]|要求[^，。]{0,6}(?:立即|判令|被告))"
        r"(?P<asked>.*?)(?=事实[和与及]理由|。\n|\n)",
        text,
        re.S,
    )
    return found.span("asked") if found else None


def findings(text: str) -> sheet.Zone | None:
    """From 查明 or 认定事实如下 to 本院认为."""
    found = re.search("(?:审理)?查明[，：:]|认定(?:事实)?如下(?:事实)?[：:]|认定事实[：:]", text)
    end = text.find("本院认为", found.end()) if found else -1
    return (found.end(), end) if found and end > 0 else None


def cited(text: str, pattern: str) -> re.Match[str] | None:
    """The first match in the basis of the decision."""
    place = sheet.basis(text)
    return re.compile(pattern).search(text, *place) if place else None


def reasoning(text: str) -> sheet.Zone | None:
    """From 本院认为 to the statutes."""
    start, place = text.rfind("本院认为"), sheet.basis(text)
    return (start, place[0]) if place and 0 < start < place[0] else None


def amount(words: str) -> Decimal:
    """The yuan of 67,439.94."""
    return Decimal(re.sub("[,，]", "", words))


def written(value: Decimal, like: str = "") -> str:
    """Yuan as the text writes it: no decimals unless there are any or LIKE has them."""
    if value == value.to_integral_value() and "." not in like:
        return str(value.to_integral_value())
    return f"{value:.2f}"


def sums(text: str, place: sheet.Zone | None) -> list[re.Match[str]]:
    """The sums of money of a zone."""
    return list(re.compile(SUM).finditer(text, *place)) if place else []


def money_item(text: str) -> re.Match[str] | None:
    """The only sum that a short disposition awards."""
    place = result(text)
    found = sums(text, place)
    if len(found) != 1 or place is None or re.search("每月|每年|抚养|各", text[place[0] : place[1]]):
        return None
    return found[0]


def labour(text: str) -> bool:
    """Whether the suit is one between employer and worker."""
    return bool(re.search("劳动(?:争议|合同|报酬)[^，。]{0,4}(?:纠纷)?一案|追索劳动报酬|工伤保险待遇纠纷", text))
