"""Cited law in civil, administrative and enforcement documents (LAW201 to LAW204, LAW209 to LAW216)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet, suit
from tests.faults.plant import civil

CODE, PROCEDURE, ADMINISTRATIVE = (
    "《中华人民共和国民法典》",
    "《中华人民共和国民事诉讼法》",
    "《中华人民共和国行政诉讼法》",
)
HAN = "[一二三四五六七八九十百千零]+"


def article_of(text: str, title: str, rng: Random, words: str) -> str | None:
    """One more article, put in the place of the first one cited of a statute."""
    pattern = rf"(?<={title})第{HAN}条(?:之一)?(?:第{HAN}款)?(?:第?[（(]?{HAN}[）)]?项)?"
    return sheet.change(text, sheet.basis(text), pattern, words, rng)


@civil("LAW201", "article beyond the civil code")
def beyond_code(text: str, judgment: Judgment, rng: Random) -> str | None:
    words = rng.choice(("第一千二百七十条", "第一千三百六十五条", "第一千六百七十九条", "第二千一百六十五条"))
    return article_of(text, CODE, rng, words)


@civil("LAW201", "article beyond the civil procedure law")
def beyond_procedure(text: str, judgment: Judgment, rng: Random) -> str | None:
    words = rng.choice(("第三百一十条", "第三百四十七条", "第四百四十四条第一款", "第三百六十四条"))
    return article_of(text, PROCEDURE, rng, words) if suit.within(text, "2013-01-01") else None


@civil("LAW201", "article beyond the administrative procedure law")
def beyond_administrative(text: str, judgment: Judgment, rng: Random) -> str | None:
    words = rng.choice(("第一百零四条", "第一百六十九条", "第一百七十条第一款", "第一百八十九条"))
    return article_of(text, ADMINISTRATIVE, rng, words) if suit.within(text, "2017-07-01") else None


@civil("LAW201", "second paragraph of a civil article of one")
def second_paragraph(text: str, judgment: Judgment, rng: Random) -> str | None:
    single = (
        "五百七十七|五百七十九|六百七十四|六百七十五|六百七十六|六百二十六|一千一百七十九|一千一百六十六|七百二十一"
    )
    pattern = rf"(?<={CODE})(?P<all>[^《]*?第(?:{single})条)(?=[、，之的规及])"
    return sheet.change(text, sheet.basis(text), pattern, lambda m: m[0] + rng.choice(("第二款", "第三款")), rng)


@civil("LAW201", "third paragraph of a civil article of two")
def third_paragraph(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = "(第(?:一千一百六十五|一千一百八十三|五百零九)条第)[一二](?=款)"
    number = rng.choice("四五六")
    return sheet.change(text, sheet.basis(text), pattern, lambda m: m[1] + number, rng)


@civil("LAW201", "paragraph of the article on default judgments, since 2022")
def paragraph_of_default(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.within(text, "2022-01-01"):
        return None
    return sheet.change(text, sheet.basis(text), "第一百四十七条(?!第)", lambda m: f"{m[0]}第三款", rng)


@civil("LAW201", "item beyond the article on second instance, since 2022")
def item_beyond(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.within(text, "2022-01-01"):
        return None
    pattern = "(?P<article>第(?:一百七十|一百七十七|八十九)条第一款第)[（(]?[一二三四][）)]?(?=项)"
    item = rng.choice(("（七）", "（六）"))
    return sheet.change(text, sheet.basis(text), pattern, lambda m: m["article"] + item, rng)


@civil("LAW201", "article beyond the interpretation of the civil procedure law")
def beyond_interpretation(text: str, judgment: Judgment, rng: Random) -> str | None:
    title = "《最高人民法院关于适用[〈<《]中华人民共和国民事诉讼法[〉>》]的解释》"
    if not suit.within(text, "2021-01-01"):
        return None
    words = rng.choice(("第五百六十条", "第五百九十一条", "第六百二十条第一款"))
    pattern = f"({title})第{HAN}条(?:第{HAN}款)?(?:第?[（(]?{HAN}[）)]?项)?"
    return sheet.change(text, sheet.basis(text), pattern, lambda m: m[1] + words, rng)


def years(text: str) -> list[int]:
    """The years of what happened: of every day told behind the head, numbers of cases and statutes apart."""
    start = text.find("一案，")
    return [int(y) for y in re.findall(r"(?<![（(\[〔0-9])([12][0-9]{3})年", text[start:])]


def all_new(text: str) -> bool:
    """Whether nothing told lies before the civil code."""
    found = years(text)
    return bool(found) and min(found) >= 2021 and suit.within(text, "2021-06-01")


OLD = (
    "《中华人民共和国合同法》第一百零七条",
    "《中华人民共和国合同法》第六十条第一款",
    "《中华人民共和国民法总则》第一百七十六条",
)


@civil("LAW203", "repealed contract law where every fact is new")
def contract_law(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not all_new(text) or suit.field(text) != "民事" or "时间效力" in text:
        return None
    pattern = f"{CODE}第(?:五百七十七|五百七十九|五百零九|六百七十五|六百二十六|六百二十八)条(?:第一款)?"
    return sheet.change(text, sheet.basis(text), pattern, rng.choice(OLD), rng)


@civil("LAW203", "repealed tort, property or guarantee law where every fact is new", also=("LAW216",))
def other_old_laws(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not all_new(text) or suit.field(text) != "民事" or "时间效力" in text:
        return None
    words = rng.choice(
        (
            "《中华人民共和国侵权责任法》第六条、",
            "《中华人民共和国物权法》第三十四条、",
            "《中华人民共和国担保法》第十八条、",
        )
    )
    return sheet.change(text, sheet.basis(text), CODE, lambda m: words + m[0], rng)


@civil("LAW203", "civil code before it was made")
def code_too_early(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.within(text, "1999-10-01", "2020-05-28") or suit.field(text) != "民事":
        return None
    pattern = "《中华人民共和国(?:合同法|侵权责任法|婚姻法|民法通则|物权法|担保法)》第[^、，《]{2,20}?条"
    words = CODE + rng.choice(("第五百七十七条", "第六百七十五条", "第一千一百六十五条"))
    return sheet.change(text, sheet.basis(text), pattern, words, rng)


#: Numbers by edition: before 2008, from 2013, from 2022, from 2024; None where the first is left alone.
USES = {
    "delay": ("二百二十九", "二百五十三", "二百六十", "二百六十四"),
    "default": ("一百三十", "一百四十四", "一百四十七", "一百四十七"),
    "withdrawal": ("一百三十一", "一百四十五", "一百四十八", "一百四十八"),
    "second": ("一百五十三", "一百七十", "一百七十七", "一百七十七"),
}


def edition(text: str) -> int | None:
    """Which numbers are right: 0 for 2008–2012, 1 for 2013–2021, 2 for 2022–2023, 3 since."""
    for i, (since, until) in enumerate(
        (("2009-01-01", "2013-01-01"), ("2013-01-01", "2022-01-01"), ("2022-01-01", "2024-01-01"))
    ):
        if suit.within(text, since, until):
            return i
    return 3 if suit.within(text, "2024-01-01") else None


def other_edition(text: str, place: sheet.Zone | None, use: str, rng: Random) -> str | None:
    """The number that an article had or got in another edition."""
    now = edition(text)
    if now is None:
        return None
    right = USES[use][now]
    others = sorted({n for n in USES[use] if n != right})
    return sheet.change(text, place, f"(?<=第){right}(?=条)", rng.choice(others), rng)


@civil("LAW204", "article on double interest of another edition")
def delay_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    return other_edition(text, suit.delay(text), "delay", rng)


@civil("LAW204", "article on default judgments of another edition")
def default_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.first(text, "民事") or not re.search("拒不到庭|未到庭|未出庭", text):
        return None
    return other_edition(text, sheet.basis(text), "default", rng)


@civil("LAW204", "article on withdrawal of another edition")
def withdrawal_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    if suit.what(text) != "裁定" or suit.field(text) != "民事" or not re.search("撤诉|撤回起诉", text):
        return None
    return other_edition(text, sheet.basis(text), "withdrawal", rng)


@civil("LAW204", "article on second instance of another edition", also=("LAW209",))
def second_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.second(text) or suit.field(text) != "民事":
        return None
    return other_edition(text, sheet.basis(text), "second", rng)


@civil("LAW204", "article on administrative second instance of the first edition", also=("LAW209", "LAW201"))
def administrative_second_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.second(text) or suit.field(text) != "行政" or not suit.within(text, "2015-05-01"):
        return None
    pattern = "(?<=行政诉讼法》第)八十九条第一款"
    return sheet.change(text, sheet.basis(text), pattern, "六十一条", rng)


@civil(
    "LAW204", "article on dismissal of administrative claims of another edition", also=("LAW209", "LAW203", "CIV511")
)
def administrative_first_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    if suit.field(text) != "行政" or not suit.within(text, "2015-05-01") or not re.search("驳回[^。]*诉讼请求。", text):
        return None
    return sheet.change(text, sheet.basis(text), "(?<=行政诉讼法》第)六十九(?=条)", "五十四", rng)


@civil("LAW209", "item of the article on second instance against the result")
def wrong_item(text: str, judgment: Judgment, rng: Random) -> str | None:
    """驳回上诉 by the item on remand or on change, remand by the item on affirming."""
    if not suit.second(text) or suit.field(text) == "执行":
        return None
    place = suit.result(text)
    items = text[place[0] : place[1]] if place else ""
    if items.count("维持原判") + items.count("发回") != 1:
        return None
    wrong = "一" if "发回" in items else rng.choice("二三四")
    return sheet.change(text, sheet.basis(text), "(?<=条第一款第)[（(]?[一二三四][）)]?(?=项)", f"（{wrong}）", rng)


@civil("LAW216", "repealed opinion on the civil procedure law")
def old_opinion(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.within(text, "2015-03-01") or suit.field(text) == "行政":
        return None
    words = "《最高人民法院关于适用〈中华人民共和国民事诉讼法〉若干问题的意见》第一百六十一条、"
    return sheet.change(text, sheet.basis(text), PROCEDURE, lambda m: words + m[0], rng)


@civil("LAW216", "repealed interpretation of the contract law where every fact is new", also=("LAW203",))
def old_contract_rules(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not all_new(text) or suit.field(text) != "民事" or "时间效力" in text:
        return None
    number = rng.choice(("（一）》第十九条", "（二）》第二十九条"))
    words = f"《最高人民法院关于适用〈中华人民共和国合同法〉若干问题的解释{number}、"
    return sheet.change(text, sheet.basis(text), CODE, lambda m: words + m[0], rng)


@civil("LAW216", "repealed opinion on loans", "likely")
def old_loan_rules(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.within(text, "2016-06-01") or "民间借贷" not in text[:1500] or min(years(text), default=0) < 2016:
        return None
    words = "《最高人民法院关于人民法院审理借贷案件的若干意见》第六条、"
    return sheet.change(
        text, sheet.basis(text), f"{PROCEDURE}|{CODE}|《中华人民共和国合同法》", lambda m: words + m[0], rng
    )


@civil("LAW216", "repealed interpretation of the administrative procedure law")
def old_administrative_rules(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not suit.within(text, "2018-03-01") or suit.field(text) != "行政":
        return None
    words = "、《最高人民法院关于执行〈中华人民共和国行政诉讼法〉若干问题的解释》第五十六条第（四）项"
    found = suit.cited(text, "[条款项](?=之规定|的规定|规定|，(?:判决|裁定)如下)")
    return sheet.put(text, (found.end(), found.end()), words) if found else None


@civil("LAW202", "title of a civil statute misspelt", "likely")
def civil_title(text: str, judgment: Judgment, rng: Random) -> str | None:
    slips = {
        "共和国民法典》": ("共和国民法曲》", "共和国民典法》", "共和民法典》"),
        "共和国民事诉讼法》": ("共和国民诉讼法》", "共和国民事诉颂法》", "共和国民事诉讼讼法》"),
        "共和国合同法》": ("共和国合同发》", "共国合同法》"),
        "共和国行政诉讼法》": ("共和国行政诉讼发》", "共和国行证诉讼法》"),
        "共和国侵权责任法》": ("共和国侵权现任法》", "共和国侵权责法》"),
        "共和国婚姻法》": ("共和国婚烟法》", "共和国婚姻发》"),
    }
    place = sheet.basis(text)
    return sheet.change(text, place, "|".join(slips), lambda m: rng.choice(slips[m[0]]), rng)


@civil("LAW202", "title of a civil interpretation misspelt", "likely")
def civil_interpretation(text: str, judgment: Judgment, rng: Random) -> str | None:
    slips = {
        "民间借贷案件": "民间借代案件",
        "适用法律": "适用法津",
        "时间效力": "时间效率",
        "若干规定": "若于规定",
        "若干问题": "若干问提",
    }
    return sheet.change(text, sheet.basis(text), "|".join(slips), lambda m: slips[m[0]], rng)


@civil("LAW210", "short title of a civil statute at first citation", "hint")
def civil_short_title(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.cited(text, "《中华人民共和国(?P<name>民法典|合同法|婚姻法|侵权责任法|行政诉讼法)》")
    if found is None or found["name"] in text[: found.start()]:
        return None
    return sheet.put(text, found.span(), rng.choice((f"《{found['name']}》", found["name"])))


@civil("LAW211", "civil procedure law before the civil code", "likely")
def civil_procedure_first(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.basis(text)
    law = "(?P<law>《中华人民共和国(?:民法典|合同法|婚姻法)》[^《]*?)"
    trial = f"(?P<trial>{PROCEDURE}[^《]*?)(?=之规定|的规定|规定，)"
    found = suit.cited(text, f"{law}(?P<join>[、，和及]|以及){trial}")
    if found is None or place is None or found.start() != place[0]:
        return None
    return sheet.put(text, found.span(), f"{found['trial']}{found['join']}{found['law']}")


@civil("LAW212", "minutes or opinions among the civil bases", "likely")
def civil_not_a_basis(text: str, judgment: Judgment, rng: Random) -> str | None:
    """Minutes, and in civil documents since the standard of 2016 that says so the constitution."""
    words = [
        "《全国法院民商事审判工作会议纪要》第三十五条、",
        "《第八次全国法院民事商事审判工作会议（民事部分）纪要》第五条、",
    ]
    if suit.field(text) == "民事" and suit.within(text, "2016-08-01"):
        words.append("《中华人民共和国宪法》第三十三条、")
    found = suit.cited(text, "《中华人民共和国(?:民法典|合同法|民事诉讼法|侵权责任法)》")
    return sheet.put(text, (found.start(), found.start()), rng.choice(words)) if found else None
