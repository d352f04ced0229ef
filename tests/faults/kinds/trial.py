"""How the case was heard, by whom and when (PRO301 to PRO315, PRO322)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.plant import kind

CHARGED = re.compile(rf"于(?P<day>{sheet.DAY})[^。]{{0,12}}?向本院提起公诉")
HEARD = re.compile(rf"于(?P<day>{sheet.DAY})[^。]{{0,16}}?公开开庭")
#: An earlier trial of the same case, with dates of its own.
AGAIN = re.compile("发回|重新审|重审|附带民事")


def course(text: str) -> sheet.Zone | None:
    """From the indictment to 审理终结."""
    start, end = text.find("起诉书指控"), re.search("审理终结|审结", text)
    return (start, end.start()) if end and 0 < start < end.start() else None


def told(text: str, pattern: str) -> bool:
    place = course(text)
    return bool(place and sheet.at_first_instance(text) and re.search(pattern, text[place[0] : place[1]]))


def simple_single(text: str) -> bool:
    """Whether one judge heard the case by the simple procedure, by the words and the signature."""
    return (
        told(text, "适用简易程序")
        and told(text, "独任")
        and len(sheet.signed(text)) == 1
        and not told(text, "转为|转换|变更为普通|合议庭")
    )


def long_term(text: str, rng: Random) -> str | None:
    term = sheet.sole_term(text)
    return (
        sheet.put(text, term.span(), "有期徒刑" + rng.choice(("四年", "三年六个月", "三年一个月", "五年")))
        if term
        else None
    )


@kind("PRO301", "single judge gives more than three years by the simple procedure")
def simple_over_three(text: str, judgment: Judgment, rng: Random) -> str | None:
    return long_term(text, rng) if simple_single(text) else None


@kind("PRO302", "speedy procedure over three years")
def speedy_over_three(text: str, judgment: Judgment, rng: Random) -> str | None:
    """Speedy cases with a longer term, and simple ones with a longer term whose procedure is mistyped."""
    decided = sheet.decided_on(text)
    if decided is None or decided < date(2018, 10, 26) or told(text, "转为|不宜"):
        return None
    spoilt = long_term(text, rng) if told(text, "适用(?:刑事案件)?速裁程序") or simple_single(text) else None
    return spoilt.replace("简易程序", "速裁程序") if spoilt else None


@kind("PRO303", "ordinary procedure by a single judge")
def ordinary_single(text: str, judgment: Judgment, rng: Random) -> str | None:
    return text.replace("简易程序", "普通程序") if simple_single(text) else None


@kind("PRO303", "converted to the ordinary procedure, single judge kept")
def converted_single(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not simple_single(text) or text.count("适用简易程序") != 1:
        return None
    return sheet.change(text, course(text), "适用简易程序", "适用简易程序，后因案情复杂转为普通程序", rng)


def panel(text: str) -> list[re.Match[str]]:
    """The three signatures of a panel that the text names."""
    found = sheet.signed(text)
    return found if told(text, "合议庭") and len(found) == 3 and found[0]["role"] == "审判长" else []


@kind("PRO305", "one signature of the panel missing")
def two_signatures(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = panel(text)
    return sheet.put(text, rng.choice(found[1:]).span(), "") if found else None


@kind("PRO305", "two presiding judges")
def two_presiding(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = panel(text)
    return sheet.put(text, found[1].span("role"), "审判长") if found else None


@kind("PRO305", "lay judges alone")
def lay_judges_alone(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = panel(text)
    if not found:
        return None
    for match in reversed(found):
        text = sheet.put(text, match.span("role"), "人民陪审员")
    return text


@kind("PRO305", "panel named, one judge signs")
def panel_of_one(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = panel(text)
    if not found or "简易" in text:
        return None
    text = sheet.put(text, (found[1].start(), found[2].end()), "")
    return sheet.put(text, found[0].span("role"), "审判员")


@kind("PRO305", "single judge named, a panel signs")
def three_for_one(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.signed(text)
    if not simple_single(text):
        return None
    return sheet.put(text, (found[0].end(), found[0].end()), " 人民陪审员秦玉梅 人民陪审员施国平")


@kind("PRO305", "a fourth signature")
def four_signatures(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = panel(text)
    return sheet.put(text, (found[2].end(), found[2].end()), " 人民陪审员秦玉梅") if found else None


@kind("PRO305", "no presiding judge in a panel", "likely")
def no_presiding(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = panel(text)
    return sheet.put(text, found[0].span("role"), "审判员") if found else None


@kind("PRO306", "second instance by a single judge", also=("PRO305",))
def second_instance_single(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.signed(text)
    if "上诉人" not in text[:600] or "原审上诉人" in text or len(found) != 3:
        return None
    text = sheet.put(text, (found[1].start(), found[2].end()), "")
    return sheet.put(text, found[0].span("role"), "审判员")


@kind("PRO305", "lay judge at second instance")
def lay_judge_on_appeal(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.signed(text)
    if "上诉人" not in text[:600] or "原审上诉人" in text or len(found) != 3:
        return None
    return sheet.put(text, found[2].span("role"), "人民陪审员")


def young(text: str) -> str | None:
    """The accused of a sole conviction not yet eighteen when judged; None where age is told elsewhere."""
    decided, born = sheet.decided_on(text), list(sheet.BORN.finditer(text, *sheet.head(text)))
    if decided is None or sheet.sole(text) is None or len(born) != 1 or re.search("[0-9]岁|周岁|未成年", text):
        return None
    return sheet.put(text, born[0].span("year"), str(decided.year - 16))


@kind("PRO310", "open trial of a minor", also=("PRO322",))
def open_trial_of_minor(text: str, judgment: Judgment, rng: Random) -> str | None:
    return young(text) if told(text, "(?<!不)公开开庭") and not told(text, "不公开") else None


@kind("PRO309", "minor without defender", "likely")
def minor_without_defender(text: str, judgment: Judgment, rng: Random) -> str | None:
    return young(text) if "辩护" not in text and "援助" not in text else None


@kind("PRO311", "minor without guardian", "likely")
def minor_without_guardian(text: str, judgment: Judgment, rng: Random) -> str | None:
    return young(text) if not re.search("法定代理人|监护|适当成年人|合适成年人", text) else None


@kind("PRO308", "simple procedure for a deaf and mute accused")
def deaf_and_mute(text: str, judgment: Judgment, rng: Random) -> str | None:
    if (
        not told(text, "适用简易程序")
        or told(text, "转为")
        or sheet.sole(text) is None
        or re.search("聋|哑|盲人", text)
    ):
        return None
    word = rng.choice(("系聋哑人", "聋哑人", "系又聋又哑的人", "系盲人"))
    return sheet.change(
        text, sheet.head(text), r"(?<=日)(?:出?生)[^，。]{0,20}，汉族(?=，)", lambda m: f"{m[0]}，{word}", rng
    )


@kind("PRO315", "decided before the indictment")
def decided_before(text: str, judgment: Judgment, rng: Random) -> str | None:
    decided, charged = sheet.decided(text), CHARGED.search(text)
    on, then = sheet.decided_on(text), sheet.day(charged["day"]) if charged else None
    if decided is None or on is None or then is None or not sheet.at_first_instance(text):
        return None
    earlier = sheet.years_later(on, -1)
    return sheet.put(text, decided.span(), sheet.like(earlier, decided[0])) if earlier < then else None


@kind("PRO315", "heard before the indictment")
def heard_before(text: str, judgment: Judgment, rng: Random) -> str | None:
    charged, heard = CHARGED.search(text), HEARD.search(text)
    then = sheet.day(charged["day"]) if charged else None
    if (
        heard is None
        or then is None
        or charged is None
        or heard.start() < charged.end()
        or not told(text, "")
        or AGAIN.search(text)
    ):
        return None
    return sheet.put(text, heard.span("day"), sheet.like(then - timedelta(days=rng.randint(5, 200)), heard["day"]))


@kind("PRO315", "hearing after the decision")
def heard_after(text: str, judgment: Judgment, rng: Random) -> str | None:
    decided = sheet.decided_on(text)
    if decided is None or HEARD.search(text) or AGAIN.search(text) or not sheet.at_first_instance(text):
        return None
    words = f"于{sheet.like(decided + timedelta(days=rng.randint(3, 300)), '2')}公开开庭"
    return sheet.change(text, course(text), "(?<=，)公开开庭", words, rng)


@kind("PRO315", "accepted before the indictment")
def accepted_before(text: str, judgment: Judgment, rng: Random) -> str | None:
    charged = CHARGED.search(text)
    then = sheet.day(charged["day"]) if charged else None
    if then is None or not sheet.at_first_instance(text) or AGAIN.search(text):
        return None
    accepted = re.compile(rf"本院于(?P<day>{sheet.DAY})(?:立案|受理)").search(text)
    if accepted:
        return sheet.put(
            text, accepted.span("day"), sheet.like(then - timedelta(days=rng.randint(5, 300)), accepted["day"])
        )
    if told(text, "立案|受理"):
        return None
    words = f"本院于{sheet.like(then - timedelta(days=rng.randint(5, 300)), '2')}立案受理后，"
    return sheet.change(text, course(text), "(?<=。)本院(?=依法)", words, rng)


@kind("PRO322", "closed hearing without a reason", "likely")
def closed_for_nothing(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not told(text, "(?<!不)公开开庭") or re.search("隐私|未成年|强奸|猥亵|秘密|周岁|卖淫|法定代理人", text):
        return None
    return sheet.change(text, course(text), "(?<!不)公开开庭", "不公开开庭", rng)


@kind("PRO312", "a year between indictment and decision", "likely")
def slow(text: str, judgment: Judgment, rng: Random) -> str | None:
    charged = CHARGED.search(text)
    then = sheet.day(charged["day"]) if charged else None
    if then is None or charged is None or not simple_single(text) or re.search("延期|延长|中止|补充侦查|鉴定", text):
        return None
    if HEARD.search(text) or re.search("本院于[^，。]{1,12}(?:立案|受理)", text):
        return None
    return sheet.put(text, charged.span("day"), sheet.like(sheet.years_later(then, -1), charged["day"]))
