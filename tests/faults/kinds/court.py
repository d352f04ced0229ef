"""The number of the case, the appeal notice, counsel (PRO307, PRO316 to PRO328)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.plant import kind

NUMBER = re.compile(
    r"[（(\[［〔](?P<year>[0-9]{4})[）)\]］〕]\s*(?P<court>[一-鿿]{1,2}[0-9]{2,4}|[一-鿿]{1,4}?)(?P<type>刑初|刑一初|少刑初|刑终|刑更)(?:字第)?(?P<serial>[0-9]+)号"
)


def number(text: str) -> re.Match[str] | None:
    """The number of the case at the top of the document."""
    first = re.compile(r"[（(\[［〔][0-9]{4}[）)\]］〕]").search(text, 0, 300)
    quoted = first and re.search("[。，]|作出|一案[^由]", text[: first.start()])
    return NUMBER.match(text, first.start()) if first and not quoted else None


@kind("PRO316", "wrong period of appeal")
def wrong_period(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.notice(text) if sheet.at_first_instance(text) else None
    return sheet.change(text, place, "十日内", rng.choice(("十五日内", "五日内", "七日内", "三十日内", "15日内")), rng)


@kind("PRO316", "no appeal notice")
def no_notice(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, names = sheet.notice(text) if sheet.at_first_instance(text) else None, sheet.signed(text)
    return (
        sheet.put(text, (place[0], names[0].start()), "") if place and names and "上诉" in text[slice(*place)] else None
    )


@kind("PRO316", "period of appeal counted from the wrong day")
def wrong_start(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.notice(text) if sheet.at_first_instance(text) else None
    wrong = rng.choice(("本判决宣告之日起", "判决书送达之日起", "接到判决书之日起", "本判决生效之日起"))
    return sheet.change(text, place, "(?:接到|收到)本?判决书?的?(?:第二日|次日|第2日)起", wrong, rng)


@kind("PRO316", "appeal notice on a final decision")
def notice_on_final(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = re.search("本(?P<kind>判决|裁定)(?:为|系|是)终审(?:判决|裁定)。", text)
    if place is None or re.search("再审|原审上诉人|减刑", text):
        return None
    days = {"判决": "十", "裁定": "五"}[place["kind"]]
    start = f"如不服本{place['kind']}，可在接到{place['kind']}书的第二日起{days}日内"
    words = f"{start}，通过本院或者直接向最高人民法院提出上诉。"
    return sheet.put(text, place.span(), words)


@kind("PRO316", "first instance called final")
def called_final(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.notice(text) if sheet.at_first_instance(text) else None
    return sheet.put(text, place, "本判决为终审判决。") if place else None


@kind("PRO317", "appeal to a court that is not above", "likely")
def wrong_appeal_court(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, heading = sheet.notice(text), text[:60]
    if place is None or not sheet.at_first_instance(text):
        return None
    courts = [c for c in ("广东省佛山市", "甘肃省天水市", "辽宁省鞍山市", "四川省泸州市") if c[:2] not in heading]
    other = rng.choice([c for c in courts if c[3:5] not in heading]) + "中级人民法院"
    return sheet.change(text, place, "(?<=向)[^，。向]{2,20}?中级人民法院", other, rng)


@kind("PRO317", "appeal from a basic court to the high court", "likely")
def too_high(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.notice(text)
    if place is None or not sheet.at_first_instance(text) or not re.search("[县区市旗]人民法院", text[:60]):
        return None
    return sheet.change(text, place, "(?<=[省区])[^，。向省区]{2,14}?中级人民法院", "高级人民法院", rng)


@kind("PRO323", "number of an appeal on a first instance")
def number_of_appeal(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = number(text) if sheet.at_first_instance(text) else None
    if found is None or "初" not in found["type"]:
        return None
    return sheet.put(text, found.span("type"), found["type"].replace("初", "终"))


@kind("PRO323", "year of the number after the decision")
def number_of_next_year(text: str, judgment: Judgment, rng: Random) -> str | None:
    found, decided = number(text), sheet.decided_on(text)
    return sheet.put(text, found.span("year"), str(decided.year + 1)) if found and decided else None


@kind("PRO323", "digit of the year lost or doubled", also=("DOC601",))
def malformed_year(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = number(text)
    if found is None:
        return None
    year = found["year"]
    return sheet.put(text, found.span("year"), rng.choice((year[:3], year[0] + year, year[1:])))


@kind("PRO323", "number without its end", also=("DOC601",))
def no_hao(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = number(text)
    return sheet.put(text, (found.end() - 1, found.end()), "") if found else None


@kind("PRO323", "civil number on a criminal judgment")
def civil_number(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = number(text) if sheet.at_first_instance(text) else None
    return sheet.put(text, found.span("type"), found["type"].replace("刑", rng.choice("民行"))) if found else None


@kind("PRO323", "year of the number before the filing", "likely")
def number_of_earlier_year(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = number(text) if sheet.at_first_instance(text) else None
    charged = re.search(r"于(?P<year>[0-9]{4})年[^。]{3,16}向本院提起公诉", text)
    if found is None or charged is None or charged["year"] != found["year"]:
        return None
    return sheet.put(text, found.span("year"), str(int(found["year"]) - 2))


@kind("PRO324", "code of another province", "likely", also=("PRO323",))
def other_province(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = number(text)
    if found is None or not re.fullmatch("[一-鿿][0-9]{2,4}", found["court"]):
        return None
    other = rng.choice([c for c in "京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘" if c != found["court"][0]])
    return sheet.put(text, found.span("court"), other + found["court"][1:])


@kind("PRO328", "one lawyer for two accused")
def one_lawyer(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.head(text)
    lawyers = list(
        re.compile(r"辩护人(?P<name>[一-鿿]{2,4})，(?P<firm>[一-鿿]{2,20}律师事务所)律师").finditer(text, *place)
    )
    accused = [
        m.start() for m in re.compile("(?<=[。\\s])被告人[^，。]{2,8}，[^。]{0,60}[男女]").finditer(text, *place)
    ]
    if len(accused) < 2 or len(lawyers) < 2 or not any(lawyers[0].end() < a < lawyers[1].start() for a in accused):
        return None
    if lawyers[0]["name"] == lawyers[1]["name"]:
        return None
    return sheet.put(text, lawyers[1].span(), lawyers[0][0])


@kind("PRO328", "one lawyer named for two accused without counsel")
def lawyer_added(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.head(text)
    accused = list(
        re.compile(
            "(?<=[。\\s])被告人[一-鿿×]{2,4}，[^。]{0,6}[男女]，[^\\n]*?(?=被告人|[^。]{4,30}人民检察院以|$)"
        ).finditer(text, *place)
    )
    if len(accused) < 2 or "辩护人" in text[place[0] : place[1]]:
        return None
    for match in reversed(accused[:2]):
        end = match.start() + len(match[0].rstrip())
        text = sheet.put(text, (end, end), " 辩护人关沛霖，江苏衡州律师事务所律师。 ")
    return text


@kind("PRO307", "protest decided without a hearing")
def protest_unheard(text: str, judgment: Judgment, rng: Random) -> str | None:
    if "上诉人" not in text[:600] or not re.search("不开庭|经过阅卷", text) or "抗诉" in text:
        return None
    spoilt = re.sub("原公诉机关(?P<name>[^。，\\s]{4,24})。", r"抗诉机关（原公诉机关）\g<name>。", text, count=1)
    return spoilt.replace("不服，提出上诉", "不服，提出上诉，原公诉机关提出抗诉", 1) if spoilt != text else None
