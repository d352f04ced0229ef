"""How a civil or administrative case was heard, by whom, when, and the notice of appeal (PRO304 to PRO327)."""

from __future__ import annotations

import re
from datetime import timedelta
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet, suit
from tests.faults.plant import civil


@civil("PRO304", "ordinary procedure by one judge before 2022", also=("PRO305",))
def ordinary_single(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.simple_single(text) or suit.within(text, "2022-01-01") or not suit.first(text, "民事"):
        return None
    if suit.filed(text) is None or re.search("独任", text):
        return None
    return text.replace("适用简易程序", rng.choice(("适用普通程序", "适用普通程序，由审判员独任审理")))


@civil("PRO304", "simple procedure turned ordinary, one judge kept, before 2022", also=("PRO305",))
def turned_ordinary(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.simple_single(text) or suit.within(text, "2022-01-01") or not suit.first(text, "民事"):
        return None
    if text.count("适用简易程序") != 1:
        return None
    return text.replace("适用简易程序", "适用简易程序，后因案情复杂，裁定转为普通程序")


@civil("PRO306", "second instance by one judge before 2022", also=("PRO305",))
def second_single(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.panel(text)
    if not suit.second(text) or not found or suit.within(text, "2022-01-01"):
        return None
    text = sheet.put(text, (found[1].start(), found[2].end()), "")
    return sheet.put(text, found[0].span("role"), "审判员")


@civil("PRO306", "administrative second instance by one judge", also=("PRO305",))
def administrative_single(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.panel(text)
    if not suit.second(text) or not found or suit.field(text) != "行政":
        return None
    text = sheet.put(text, (found[1].start(), found[2].end()), "")
    text = sheet.put(text, found[0].span("role"), "审判员")
    return re.sub("依法组成合议庭", "依法由审判员独任", text, count=1)


@civil("PRO305", "one signature of the civil panel missing")
def two_signatures(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.panel(text)
    return sheet.put(text, rng.choice(found[1:]).span(), "") if found else None


@civil("PRO305", "fourth signature of the civil panel")
def four_signatures(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.panel(text)
    return sheet.put(text, (found[2].end(), found[2].end()), "\n审判员　秦玉梅") if found else None


@civil("PRO305", "lay judge at civil second instance")
def lay_judge_on_appeal(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.panel(text)
    return sheet.put(text, found[2].span("role"), "人民陪审员") if found and suit.second(text) else None


@civil("PRO305", "civil panel named, one judge signs", also=("PRO306",))
def panel_of_one(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.panel(text)
    if not found or re.search("简易|独任", text):
        return None
    text = sheet.put(text, (found[1].start(), found[2].end()), "")
    return sheet.put(text, found[0].span("role"), "审判员")


@civil("PRO305", "lay judge presides over the civil panel")
def lay_judges_alone(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.panel(text)
    if not found or not suit.first(text):
        return None
    for match in reversed(found):
        text = sheet.put(text, match.span("role"), "人民陪审员")
    return text


@civil("PRO305", "simple procedure, a panel signs")
def three_for_one(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.signed(text)
    if not suit.simple_single(text) or not suit.first(text, "民事"):
        return None
    return sheet.put(text, (found[0].end(), found[0].end()), "\n人民陪审员　秦玉梅\n人民陪审员　施国平")


@civil("PRO315", "civil case decided before it was heard")
def decided_before_hearing(text: str, judgment: Judgment, rng: Random) -> str | None:
    heard, decided, on = suit.heard(text), suit.decided(text), suit.decided_on(text)
    then = sheet.day(heard["day"]) if heard else None
    if decided is None or on is None or then is None or not then <= on:
        return None
    return sheet.put(text, decided.span(), sheet.like(then - timedelta(days=rng.randint(2, 200)), decided[0]))


@civil("PRO315", "civil case heard before it was filed")
def heard_before_filing(text: str, judgment: Judgment, rng: Random) -> str | None:
    heard, filed = suit.heard(text), suit.filed(text)
    then = sheet.day(filed["day"]) if filed else None
    if heard is None or then is None or re.search("发回|再审", text):
        return None
    return sheet.put(text, heard.span("day"), sheet.like(then - timedelta(days=rng.randint(3, 200)), heard["day"]))


@civil("PRO315", "civil case decided before it was filed")
def decided_before_filing(text: str, judgment: Judgment, rng: Random) -> str | None:
    filed, on, decided = suit.filed(text), suit.decided_on(text), suit.decided(text)
    then = sheet.day(filed["day"]) if filed else None
    if on is None or then is None or filed is None or decided is None or suit.heard(text):
        return None
    earlier = sheet.years_later(on, -1)
    return sheet.put(text, decided.span(), sheet.like(earlier, decided[0])) if earlier < then else None


@civil("PRO315", "civil case filed after it was decided")
def filed_after_decision(text: str, judgment: Judgment, rng: Random) -> str | None:
    filed, on = suit.filed(text), suit.decided_on(text)
    if filed is None or on is None or suit.heard(text):
        return None
    return sheet.put(text, filed.span("day"), sheet.like(on + timedelta(days=rng.randint(5, 100)), filed["day"]))


@civil("PRO313", "a simple case that took most of a year", "likely")
def slow_simple(text: str, judgment: Judgment, rng: Random) -> str | None:
    filed, heard, on = suit.filed(text), suit.heard(text), suit.decided_on(text)
    if filed is None or heard or on is None or not suit.simple_single(text) or not suit.first(text, "民事"):
        return None
    if re.search("延长|中止|鉴定|公告|调解|扣除", text):
        return None
    return sheet.put(text, filed.span("day"), sheet.like(on - timedelta(days=rng.randint(300, 350)), filed["day"]))


@civil("PRO314", "an administrative case that took two years", "likely")
def slow_administrative(text: str, judgment: Judgment, rng: Random) -> str | None:
    filed, on = suit.filed(text), suit.decided_on(text)
    if filed is None or on is None or suit.field(text) != "行政" or re.search("延长|中止|鉴定|同日", text):
        return None
    return sheet.put(text, filed.span("day"), sheet.like(on - timedelta(days=rng.randint(600, 800)), filed["day"]))


@civil("PRO316", "ten days for an appeal against a judgment")
def ten_days(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.notice(text) if suit.first(text) else None
    return sheet.change(text, place, "(?:十五|15)日内", rng.choice(("十日内", "五日内", "三十日内", "七日内")), rng)


@civil("PRO316", "fifteen days for an appeal against a ruling")
def fifteen_days(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.notice(text) if suit.what(text) == "裁定" else None
    return sheet.change(text, place, "(?<=[起后])十日内", rng.choice(("十五日内", "五日内")), rng)


@civil("PRO316", "civil period of appeal counted from the wrong day")
def wrong_start(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.notice(text) if suit.first(text) else None
    wrong = rng.choice(("本判决作出之日起", "本判决生效之日起", "本判决宣告之日起"))
    return sheet.change(text, place, "(?:本)?判决书?送达之日起", wrong, rng)


@civil("PRO316", "no appeal notice on a civil judgment")
def no_notice(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.notice(text) if suit.first(text) and "小额" not in text else None
    rest = text[place[1] :] if place else ""
    return sheet.put(text, place, "") if place and "终审" not in rest and "上诉" not in rest else None


def notice_words(kind: str, days: str) -> str:
    """A notice of appeal for a judgment or a ruling."""
    return (
        f"如不服本{kind}，可以在{kind}书送达之日起{days}日内，向本院递交上诉状，"
        "并按对方当事人的人数提出副本，上诉于某省高级人民法院。"
    )


@civil("PRO316", "appeal notice on a final civil decision")
def notice_on_final(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.final(text)
    if found is None or not suit.second(text):
        return None
    return sheet.put(text, found.span(), notice_words(found["what"], {"判决": "十五", "裁定": "十"}[found["what"]]))


@civil("PRO316", "appeal notice on a ruling that has none")
def notice_on_ruling(text: str, judgment: Judgment, rng: Random) -> str | None:
    """Withdrawal and the end of an enforcement round are not open to appeal."""
    place, names = suit.result(text), suit.signed(text)
    if suit.what(text) != "裁定" or not place or not names or suit.notice(text):
        return None
    if not re.search("撤回起诉|撤诉|终结本次执行程序", text[place[0] : place[1]]) or suit.second(text):
        return None
    return sheet.put(text, (names[0].start(), names[0].start()), notice_words("裁定", "十") + "\n")


@civil("PRO316", "first instance of a civil case called final")
def called_final(text: str, judgment: Judgment, rng: Random) -> str | None:
    """Only where nobody can take it for a small claim: a panel, or a divorce."""
    place = suit.notice(text) if suit.first(text) else None
    if place is None or "上诉" in text[place[1] :] or not (suit.panel(text) or "离婚纠纷一案" in text):
        return None
    return sheet.put(text, place, "本判决为终审判决。")


@civil("PRO317", "civil appeal to a court that is not above", "likely")
def wrong_appeal_court(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, heading = suit.notice(text), text[:60]
    others = [c for c in ("广东省佛山市", "甘肃省天水市", "辽宁省鞍山市", "四川省泸州市") if c[:2] not in heading]
    if place is None or not suit.first(text):
        return None
    words = rng.choice(others) + "中级人民法院"
    return sheet.change(text, place, "(?<=上诉于)[^，。]{2,20}?中级人民法院", words, rng)


@civil("PRO318", "copies against the number of opponents", "hint")
def copies(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.notice(text) if suit.first(text, "民事") else None
    if len(suit.names(text, "原告")) != 1 or len(suit.names(text, "被告")) < 2:
        return None
    return sheet.change(text, place, "并按照?对方当事人的?(?:人数|人数或者代表人的人数)提出副本", "并提出副本一份", rng)


@civil("PRO319", "no summons told for the absent party", "likely")
def no_summons(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.course(text)
    if place is None or not suit.first(text) or "公告" in text or "传" in text[place[1] : sheet.result_at(text)]:
        return None
    pattern = "(?:经|已经)?(?:本院)?(?:依法)?(?:传票|合法)传唤，?(?:无正当理由)?(?:拒不到庭|未到庭)"
    return sheet.change(text, place, pattern, "未到庭", rng)


@civil("PRO320", "service by announcement in the simple procedure", also=("PRO321",))
def announcement(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.simple_single(text) or not suit.first(text, "民事") or "公告" in text:
        return None
    words = rng.choice(("经本院公告送达开庭传票", "经公告传唤"))
    return sheet.change(
        text, suit.course(text), "经?(?:本院)?(?:依法)?(?:传票|合法)传唤(?=，?(?:无|拒|未))", words, rng
    )


@civil("PRO321", "simple procedure after a remand", "likely", also=("PRO305",))
def simple_after_remand(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.simple_single(text) or not suit.first(text, "民事") or suit.filed(text) is None:
        return None
    filed = suit.filed(text)
    heading = text[: text.find("人民法院") + 4]
    year = suit.decided_on(text)
    if filed is None or year is None:
        return None
    earlier = f"本院曾于{year.year - 1}年1月9日作出判决。被告不服提起上诉，二审法院裁定撤销原判，发回重审。"
    return sheet.put(text, (filed.start(), filed.start()), earlier) if heading else None


@civil("PRO321", "simple procedure though the defendant cannot be found", "likely", also=("PRO320",))
def simple_missing(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.simple_single(text) or not suit.first(text, "民事") or re.search("下落不明|公告", text):
        return None
    place = suit.course(text)
    words = "被告起诉时下落不明，本院依法公告送达起诉状副本及开庭传票，"
    return sheet.change(text, place, "(?<=。)(?=原告)|(?<=，)(?=原告)", words, rng)


@civil("PRO322", "closed hearing of a money case without a reason", "likely")
def closed_for_nothing(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.first(text, "民事") or not suit.told(text, "(?<!不)公开开庭"):
        return None
    if re.search("离婚|隐私|商业秘密|未成年|抚养|继承|名誉|不公开", text):
        return None
    return sheet.change(text, suit.course(text), "(?<!不)公开开庭", "不公开开庭", rng)


@civil("PRO323", "number of an appeal on a civil first instance")
def number_of_appeal(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    if found is None or not suit.first(text):
        return None
    return sheet.put(text, found.span("type"), found["type"].replace("初", "终"))


@civil("PRO323", "number of a first instance on a civil appeal")
def number_of_first(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    return (
        sheet.put(text, found.span("type"), found["type"].replace("终", "初")) if found and suit.second(text) else None
    )


@civil("PRO323", "number of a suit on an enforcement ruling")
def number_of_suit(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    if found is None or suit.field(text) != "执行" or not found["type"].startswith("执"):
        return None
    return sheet.put(text, found.span("type"), "民初")


@civil("PRO323", "number of a first instance on a retrial")
def number_of_first_on_retrial(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    if found is None or not re.search("再审申请人", text[:400]) or not re.search("[申再]$", found["type"]):
        return None
    return sheet.put(text, found.span("type"), found["type"][:-1] + "初")


@civil("PRO323", "criminal number on a civil document")
def criminal_number(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    if found is None or not re.match("[民行]", found["type"]):
        return None
    return sheet.put(text, found.span("type"), "刑" + found["type"][1:])


@civil("PRO323", "year of the civil number after the decision")
def number_of_next_year(text: str, judgment: Judgment, rng: Random) -> str | None:
    found, on = suit.number(text), suit.decided_on(text)
    return sheet.put(text, found.span("year"), str(on.year + 1)) if found and on else None


@civil("PRO323", "digit of the civil year lost or doubled", also=("DOC601",))
def malformed_year(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    return sheet.put(text, found.span("year"), rng.choice((found["year"][:3], "2" + found["year"]))) if found else None


@civil("PRO323", "year of the civil number before the filing", "likely")
def number_of_earlier_year(text: str, judgment: Judgment, rng: Random) -> str | None:
    found, filed = suit.number(text), suit.filed(text)
    if found is None or filed is None or filed["day"][:4] != found["year"] or not suit.first(text):
        return None
    return sheet.put(text, found.span("year"), str(int(found["year"]) - 2))


@civil("PRO324", "civil number with the code of another province", "likely", also=("PRO323",))
def other_province(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    if found is None or not re.fullmatch(r"[一-鿿]\s?[0-9]{2,4}", found["court"]):
        return None
    other = rng.choice([c for c in "京津冀晋辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔滇陕甘" if c != found["court"][0]])
    return sheet.put(text, found.span("court"), other + found["court"][1:])


@civil("PRO327", "appeal notice in a small claims case", "likely", also=("PRO316",))
def small_claims_notice(text: str, judgment: Judgment, rng: Random) -> str | None:
    """Small claims whose last sentence is taken from the wrong template, and simple money cases called small."""
    item = suit.money_item(text)
    if not suit.within(text, "2013-01-01") or not suit.first(text, "民事"):
        return None
    if "小额诉讼" in text:
        found = suit.final(text)
        return sheet.put(text, found.span(), notice_words("判决", "十五")) if found else None
    if item is None or suit.amount(item["sum"]) > 9000 or not suit.simple_single(text) or not suit.notice(text):
        return None
    return text.replace("适用简易程序", "适用小额诉讼程序", 1)
