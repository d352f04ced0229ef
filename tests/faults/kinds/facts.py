"""Amounts, charges and accused that do not agree inside one document (EVI405 to EVI408)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from anjian.documents.numerals import han
from tests.faults import sheet
from tests.faults.plant import kind

AMOUNT = re.compile(r"(?P<value>[1-9][0-9]{2,6}(?:\.[0-9]{1,2})?)元")
CAPITAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")


@kind("EVI405", "words and figures of a fine differ")
def fine_twice(text: str, judgment: Judgment, rng: Random) -> str | None:
    fine = sheet.sole_fine(text)
    value = sheet.yuan(fine["amount"]) if fine else None
    if fine is None or not value or not fine[0].endswith("元"):
        return None
    if fine["amount"][0].isdigit():
        other = han(value + 1000).translate(CAPITAL)
        return sheet.put(text, (fine.end(), fine.end()), rng.choice((f"（{other}元）", f"（人民币{other}元整）")))
    other = str(value + rng.choice((1000, 3000, 10000)))
    return sheet.put(
        text, (fine.end(), fine.end()), rng.choice((f"（{other}元）", f"（¥{other}.00）", f"（人民币{other}元）"))
    )


@kind("EVI405", "words and figures of a sum found differ")
def sum_twice(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.body(text)
    if place is None or not sheet.at_first_instance(text):
        return None

    def both(match: re.Match[str]) -> str:
        other = han(int(match["value"]) + rng.choice((20, 300, 1000))).translate(CAPITAL)
        return f"{match[0]}（{rng.choice(('大写', '人民币', ''))}{other}元整）"

    return sheet.change(text, place, r"(?<=人民币)(?P<value>[1-9][0-9]{3,5})元(?![（(])", both, rng)


@kind("EVI405", "amount in the reasoning is not the amount found", "likely")
def other_in_reasoning(text: str, judgment: Judgment, rng: Random) -> str | None:
    place, facts = sheet.reasoning(text), sheet.body(text)
    if place is None or facts is None or not sheet.at_first_instance(text):
        return None
    found = [m for m in AMOUNT.finditer(text, *place) if text.count(m[0], *facts) >= 1 and len(m["value"]) > 3]
    if len(found) != 1:
        return None
    value = found[0]["value"]
    return sheet.put(text, found[0].span("value"), str(int(value[0]) % 9 + 1) + value[1:])


TOTAL = re.compile(
    r"(?:共计|合计|总计|共价值|价值共计|净重共计|总价值|总净重|[，、]共)(?:价值|重|净重)?(?:人民币)?"
    r"(?P<value>[0-9]{1,7}(?:\.[0-9]+)?)(?P<unit>元|克|条|张|支)"
)


def totals(text: str) -> list[re.Match[str]]:
    """Totals in the court's facts that are the sum of the last amounts before them in their sentence."""
    start, end = text.find("审理查明"), text.find("本院认为")
    found = []
    for m in TOTAL.finditer(text, max(start, 0), end) if 0 < start < end else ():
        sentence = max(text.rfind(c, 0, m.start()) for c in "。；：（")
        values = re.findall(rf"([0-9]+(?:\.[0-9]+)?){m['unit']}", text[sentence : m.start()])
        sums = {round(sum(map(float, values[-n:])), 3) for n in range(2, len(values) + 1)}
        if round(float(m["value"]), 3) in sums:
            found.append(m)
    return found


@kind("EVI406", "stated total changed")
def other_total(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = totals(text)
    if not found:
        return None
    match = rng.choice(found)
    swapped = re.sub(r"([0-9])(?!\1)([0-9])", r"\2\1", match["value"], count=1)
    return sheet.put(text, match.span("value"), swapped) if not swapped.startswith("0") else None


@kind("EVI406", "a new list with a wrong total")
def wrong_list(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.body(text)
    start = re.compile("经审理查明[，：:]?").search(text, *place) if place else None
    stop = text.find("。", start.end()) + 1 if start else 0
    if not stop or not sheet.at_first_instance(text):
        return None
    a, b, c = rng.randint(200, 900), rng.randint(1000, 4000), rng.randint(30, 99) * 100
    wrong = a + b + c + rng.choice((100, -90, 1000))
    words = rng.choice(
        (
            f"其中现金人民币{a}元、手机一部价值人民币{b}元、电脑一台价值人民币{c}元，共计价值人民币{wrong}元。",
            f"被盗财物经鉴定，手机价值{a}元，手表价值{b}元，摩托车价值{c}元，以上合计{wrong}元。",
            f"分三次收取人民币{a}元、{b}元、{c}元，共计人民币{wrong}元。",
        )
    )
    return sheet.put(text, (stop, stop), words)


@kind("EVI407", "convicted of another crime than accused of", "likely")
def other_accusation(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, at = sheet.sole(text), text.find("本院认为")
    place = sheet.reasoning(text)
    if (
        sole is None
        or place is None
        or re.search("变更|改变|定性|罪名不当|指控[^。]{0,6}罪名", text[place[0] : place[1]])
    ):
        return None
    other = rng.choice([c for c in ("盗窃罪", "诈骗罪", "寻衅滋事罪", "故意伤害罪") if c != sole["charge"]])
    return text[:at].replace(sole["charge"], other) + text[at:] if sole["charge"] in text[:at] else None


def items(text: str) -> list[re.Match[str]]:
    """The numbered results of several accused, each with one conviction and its dates."""
    place = sheet.disposition(text)
    start = re.compile(r"(?P<number>[一二三四五六七八九])、(?=被告人[^，。；]{2,12}犯)")
    found = list(start.finditer(text, *place)) if place and sheet.at_first_instance(text) else []
    names = {m["name"] for m in sheet.convictions(text)}
    return found if len(found) > 1 and len(names) == len(found) else []


@kind("EVI408", "result of one accused left out")
def result_left_out(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = items(text)
    if not found:
        return None
    i = rng.randrange(len(found) - 1)
    return sheet.put(text, (found[i].start(), found[i + 1].start()), "")


@kind("EVI408", "stranger in the disposition", also=("DOC602", "DOC605"))
def stranger(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    other = rng.choice(("尉迟建国", "钟离海", "皇甫明", "司徒春生"))
    return sheet.put(text, sole.span("name"), other) if sole and other not in text else None


@kind("EVI408", "accused in the head without any result")
def accused_without_result(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    start = re.compile(r"(?<=[。\s])被告人[^，。]{2,6}，[男女]，").search(text, *sheet.head(text))
    if sole is None or start is None:
        return None
    words = "被告人钟离海，男，1985年3月4日出生，汉族，初中文化，务工，住本县。因本案于2016年5月6日被取保候审。 "
    place, act = sheet.body(text), "期间，被告人钟离海在旁望风并参与分赃。"
    facts = re.compile("审理查明[，：:]?").search(text, *place) if place else None
    stop = text.find("。", facts.end()) + 1 if facts else 0
    if not stop:
        return None
    return sheet.put(sheet.put(text, (stop, stop), act), (start.start(), start.start()), words)


@kind("EVI403", "confession and denial of one accused", "likely")
def denial(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, place = sheet.sole(text), sheet.reasoning(text)
    if sole is None or place is None or re.search("翻供|拒不|不认罪|否认|辩称|辩解", text):
        return None
    if not re.search("如实供述", text[place[0] : place[1]]):
        return None
    words = f"被告人{sole['name']}" + rng.choice(
        ("当庭翻供，拒不认罪。", "到案后拒不供认犯罪事实。", "在庭审中否认全部犯罪事实。")
    )
    stop = text.find("。", place[0], place[1]) + 1
    return sheet.put(text, (stop, stop), words) if stop else None


@kind("EVI410", "merit without proof", "hint")
def merit_unproved(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, place = sheet.sole(text), sheet.reasoning(text)
    if sole is None or place is None or re.search("立功|检举|揭发", text):
        return None
    stop = text.find("。", place[0], place[1]) + 1
    words = f"被告人{sole['name']}" + rng.choice(
        ("有立功表现，可以从轻处罚。", "检举他人犯罪，构成立功，依法可以从轻处罚。")
    )
    return sheet.put(text, (stop, stop), words) if stop else None


@kind("EVI411", "expertise left out", "likely")
def expertise_left_out(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, place = sheet.sole(text), sheet.body(text)
    if sole is None or place is None or not re.search("故意伤害|危险驾驶|毒品", sole["charge"]):
        return None
    facts = text[place[0] : place[1]]
    spoilt = re.sub("[^，。；、：]*(?:鉴定|检验|检测|检材|称量|毒检)[^，。；、]*[，；、]?", "", facts)
    weighty = re.search("鉴定意见|鉴定书|鉴定文书|检验报告|鉴定结论|鉴定报告", facts)
    return sheet.put(text, place, spoilt) if weighty and not re.search("检出|鉴|现场检", spoilt) else None
