"""Cited law that does not exist, is not in force, is misnamed or misplaced (LAW201 to LAW204, LAW210 to LAW216)."""

from __future__ import annotations

import re
from datetime import date
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.plant import kind

CODE, PROCEDURE = "《中华人民共和国刑法》", "《中华人民共和国刑事诉讼法》"


def beside(text: str, words: str) -> str | None:
    """The basis with one more statute at its end."""
    place = sheet.basis(text)
    if place is None:
        return None
    last = text.rfind("》", *place)
    found = re.compile(r"(?<=[条款项])(?=之规定|的规定|之的规定|规定，|，(?:判决|裁定)如下)").search(
        text, last, place[1]
    )
    return (
        sheet.put(text, (found.start(), found.start()), "、" + words)
        if found and "依照" not in text[last : place[1]]
        else None
    )


@kind("LAW201", "paragraph beyond the article")
def no_such_paragraph(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = r"(?<=第六十七条第)[一二三](?=款)|(?<=第七十二条第)[一二三](?=款)|(?<=第七十三条第)[一二三](?=款)"
    return sheet.change(text, sheet.code_articles(text), pattern, rng.choice("四五六"), rng)


@kind("LAW201", "second paragraph of an article of one")
def no_second_paragraph(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = r"(?<=第(?:六十四|五十二|六十一)条)(?=[、，和及])"
    return sheet.change(text, sheet.code_articles(text), pattern, rng.choice(("第二款", "第三款")), rng)


@kind("LAW201", "item beyond the article")
def no_such_item(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = r"(?<=第[（(])[一二三四五六七八](?=[）)]项)|(?<=第)[一二三四五六七八](?=项)"
    return sheet.change(text, sheet.code_articles(text), pattern, rng.choice(("十一", "十二", "十五")), rng)


@kind("LAW201", "article beyond the criminal law")
def no_such_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    number = rng.choice(("四百六十", "四百七十二", "五百三十三", "四百五十六"))
    return sheet.change(
        text, sheet.code_articles(text), "第[二三]百[一二三四五六七八九十]+条(?!之)", f"第{number}条", rng
    )


@kind("LAW201", "article beyond the procedure law")
def no_such_procedure_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not after(text, date(2018, 10, 26)):
        return None
    article = f"{PROCEDURE}第{rng.choice(('三百一十五', '三百六十', '四百零一'))}条"
    return beside(text, article)


@kind("LAW201", "paragraph of the charge beyond the article")
def no_such_charge_paragraph(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = (
        r"(?<=第二百六十四条)(?=[、，])|(?<=第二百六十六条)(?=[、，])"
        r"|(?<=第三百四十七条第)四(?=款)|(?<=第二百三十六条第)[一二三](?=款)"
    )
    words = rng.choice("八九")
    return sheet.change(text, sheet.code_articles(text), pattern, lambda m: words if m[0] else "第三款", rng)


def after(text: str, since: date, until: date = date.max) -> bool:
    """Whether the decision is of these days."""
    decided = sheet.decided_on(text)
    return decided is not None and since <= decided < until


@kind("LAW202", "title of the criminal law misspelt", "likely")
def code_misspelt(text: str, judgment: Judgment, rng: Random) -> str | None:
    wrong = rng.choice(
        (
            "《中华人民共和国刑罚》",
            "《中华人民共合国刑法》",
            "《中华人民共和国刑法法》",
            "《中华人民共国刑法》",
            "《中华人名共和国刑法》",
            "《中华人民共和国邢法》",
        )
    )
    return sheet.change(text, sheet.basis(text), CODE, wrong, rng)


@kind("LAW202", "title of an interpretation misspelt", "likely")
def interpretation_misspelt(text: str, judgment: Judgment, rng: Random) -> str | None:
    slips = {
        "具体应用法律": "具体运用法律",
        "若干问题": "若于问题",
        "适用法律": "适用法津",
        "刑事案件": "刑事按件",
        "财产刑": "财产型",
        "自首和立功": "自首和立工",
    }
    return sheet.change(text, sheet.basis(text), "|".join(slips), lambda m: slips[m[0]], rng)


@kind("LAW203", "statute cited before it was made")
def not_yet_in_force(text: str, judgment: Judgment, rng: Random) -> str | None:
    statutes = (
        ("《中华人民共和国民法典》第一千一百七十九条", date(2021, 1, 1)),
        ("《中华人民共和国社区矫正法》第十七条", date(2020, 7, 1)),
        ("《中华人民共和国监察法》第四十四条", date(2018, 3, 20)),
        ("《中华人民共和国法律援助法》第二十五条", date(2022, 1, 1)),
    )
    decided = sheet.decided_on(text)
    later = [words for words, since in statutes if decided and decided.year < since.year]
    return beside(text, rng.choice(later)) if later else None


USES_OF_2012 = {"一百九十五": "二百", "二百二十五": "二百三十六"}
USES_OF_2018 = {"二百": "一百九十五", "二百三十六": "二百二十五"}


@kind("LAW204", "number of another edition")
def renumbered(text: str, judgment: Judgment, rng: Random) -> str | None:
    old = after(text, date(2013, 1, 1), date(2018, 10, 26))
    uses = USES_OF_2012 if old else USES_OF_2018
    if not old and not after(text, date(2018, 10, 26)):
        return None
    pattern = f"(?<={PROCEDURE}第)(?:{'|'.join(uses)})(?=条)"
    return sheet.change(text, sheet.basis(text), pattern, lambda m: uses[m[0]], rng)


@kind("LAW204", "judgment rests on the number of another edition")
def renumbered_judgment(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.basis(text)
    if place is None or not sheet.at_first_instance(text) or "诉讼法" in text[place[0] : place[1]]:
        return None
    if after(text, date(2013, 1, 1), date(2018, 10, 26)):
        return beside(text, f"{PROCEDURE}第二百条第（一）项")
    return beside(text, f"{PROCEDURE}第一百九十五条第（一）项") if after(text, date(2018, 10, 26)) else None


@kind("LAW210", "short title at first citation", "hint")
def short_title(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.basis(text)
    if place is None or "中华人民共和国刑法" in text[: place[0]]:
        return None
    return sheet.change(text, place, CODE, rng.choice(("《刑法》", "刑法")), rng)


@kind("LAW211", "procedure law before criminal law", "likely")
def procedure_first(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.basis(text)
    if place is None or "诉讼法" in text[place[0] : place[1]] or not sheet.at_first_instance(text):
        return None
    number = "二百" if after(text, date(2018, 10, 26)) else "一百九十五"
    return sheet.change(text, place, CODE, f"{PROCEDURE}第{number}条第（一）项、{CODE}", rng)


@kind("LAW211", "interpretation before law", "likely")
def interpretation_first(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.basis(text)
    if place is None or not text.startswith(CODE, place[0]) or "最高人民" in text[place[0] : place[1]]:
        return None
    words = "《最高人民法院关于处理自首和立功具体应用法律若干问题的解释》第一条、"
    return sheet.put(text, (place[0], place[0]), words)


@kind("LAW212", "no source of decisions among the bases", "likely")
def not_a_basis(text: str, judgment: Judgment, rng: Random) -> str | None:
    words = rng.choice(
        (
            "《最高人民法院关于常见犯罪的量刑指导意见》",
            "《全国法院审理金融犯罪案件工作座谈会纪要》",
            "《全国部分法院审理毒品犯罪案件工作座谈会纪要》",
            "《最高人民法院、最高人民检察院、公安部关于办理醉酒驾驶机动车刑事案件适用法律若干问题的意见》第二条",
        )
    )
    return beside(text, words)


@kind("LAW216", "repealed interpretation of theft")
def old_theft_rules(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    if sole is None or sole["charge"] != "盗窃罪" or not after(text, date(2013, 5, 1)) or "第十二条" in text:
        return None
    return beside(text, "《最高人民法院关于审理盗窃案件具体应用法律若干问题的解释》第三条")


@kind("LAW216", "repealed interpretation of procedure")
def old_procedure_rules(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not after(text, date(2013, 2, 1)):
        return None
    words = "《最高人民法院关于执行〈中华人民共和国刑事诉讼法〉若干问题的解释》第一百七十六条第（一）项"
    return beside(text, words)


@kind("LAW216", "title of the repealed interpretation of theft")
def old_theft_title(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not after(text, date(2013, 5, 1)) or "第十二条" in text:
        return None
    new = "《最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释》"
    return sheet.change(text, sheet.basis(text), new, "《最高人民法院关于审理盗窃案件具体应用法律若干问题的解释》", rng)
