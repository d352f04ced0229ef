"""Articles that do not fit the crime, the measure or the ground, and names of crimes (LAW205 to LAW209)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.plant import kind

ARTICLES = {
    "盗窃罪": "二百六十四", "诈骗罪": "二百六十六", "抢劫罪": "二百六十三", "故意伤害罪": "二百三十四",
    "强奸罪": "二百三十六", "贩卖毒品罪": "三百四十七", "容留他人吸毒罪": "三百五十四",
    "非法持有毒品罪": "三百四十八", "寻衅滋事罪": "二百九十三", "敲诈勒索罪": "二百七十四",
    "妨害公务罪": "二百七十七", "职务侵占罪": "二百七十一", "挪用资金罪": "二百七十二",
    "信用卡诈骗罪": "一百九十六", "合同诈骗罪": "二百二十四", "非法经营罪": "二百二十五",
    "聚众斗殴罪": "二百九十二", "放火罪": "一百一十四", "非法拘禁罪": "二百三十八", "开设赌场罪": "三百零三",
    "滥伐林木罪": "三百四十五",
}  # fmt: skip
#: Articles under which other crimes may come to be convicted: citing them alone may be right.
TURNING = frozenset({"一百九十六", "二百三十八", "二百七十一", "二百七十二", "二百九十二"})
MISNAMED = {
    "盗窃罪": "偷窃罪", "诈骗罪": "欺诈罪", "抢劫罪": "抢夺财物罪", "故意伤害罪": "伤害他人罪",
    "强奸罪": "奸淫幼女罪", "贩卖毒品罪": "贩毒罪", "容留他人吸毒罪": "容留吸毒罪",
    "非法持有毒品罪": "持有毒品罪", "寻衅滋事罪": "寻衅闹事罪", "危险驾驶罪": "醉酒驾驶罪",
    "交通肇事罪": "交通肇事逃逸罪", "敲诈勒索罪": "勒索敲诈罪", "妨害公务罪": "妨碍公务罪",
    "职务侵占罪": "职务侵吞罪", "开设赌场罪": "开设赌博场所罪", "聚众斗殴罪": "聚众打架罪",
    "赌博罪": "聚众赌博罪",
}  # fmt: skip


def without(text: str, number: str) -> str | None:
    """The basis without an article and its paragraphs; None where it is not there or nothing would be left."""
    place = sheet.code_articles(text)
    paragraphs = r"(?:[、，和]?第[一二三四五](?:[、，和][一二三四五])*款(?:第?（[一二三四五六七八九十]+）项)?)*"
    article = rf"第{number}条(?!之){paragraphs}"
    if place is None or len(re.findall("第[^第]+条", text[place[0] : place[1]])) < 2:
        return None
    words = text[place[0] : place[1]]
    shorter = re.sub(rf"^{article}[、，；和及]*|[、，；和及]*{article}", "", words)
    return sheet.put(text, place, shorter) if shorter != words and f"第{number}条" not in shorter else None


def with_article(text: str, words: str, rng: Random) -> str | None:
    """The basis with one more article of the criminal law somewhere among the others."""
    place = sheet.code_articles(text)
    if place is None or words[:5] in text[place[0] : place[1]]:
        return None
    after = rng.choice([m.end() for m in sheet.ARTICLE.finditer(text, *place)] or [place[1]])
    between = re.compile("[、，和及]|$").match(text, after, place[1])
    return sheet.put(text, (after, after), "、" + words) if between else None


@kind("LAW205", "probation without 72 and 73", "likely")
def probation_articles(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.disposition(text)
    if place is None or not re.search("，(?:宣告)?缓刑", text[place[0] : place[1]]):
        return None
    without_72 = without(text, "七十二")
    return without(without_72, "七十三") or without_72 if without_72 else None


@kind("LAW205", "plural crimes without 69", "likely")
def plural_articles(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.disposition(text)
    merged = re.search("第七十(?:一|七)?条", text)
    return without(text, "六十九") if place and not merged and "决定执行" in text[place[0] : place[1]] else None


@kind("LAW205", "recidivist without 65", "likely")
def recidivist_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.reasoning(text)
    sure = (
        place
        and re.search("(?:是|系|属|构成|为)累犯，", text[place[0] : place[1]])
        and "不" not in text[place[0] : place[1]].split("累犯")[0][-6:]
    )
    return without(text, "六十五") if sure else None


@kind("LAW205", "surrender or confession without 67", "likely")
def surrender_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.reasoning(text)
    sure = place and re.search("(?:系|是|属|构成)自首|(?:系|是|属|构成)坦白", text[place[0] : place[1]])
    return without(text, "六十七") if sure and not re.search("不(?:构成|属于?|是|能认定)自首", text) else None


@kind("LAW205", "accessory without 27", "likely")
def accessory_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.reasoning(text)
    return without(text, "二十七") if place and re.search("(?:是|系|属)从犯", text[place[0] : place[1]]) else None


@kind("LAW206", "68 without merit", "likely")
def merit_unfounded(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_article(text, "第六十八条", rng) if not re.search("立功|检举|揭发|协助", text) else None


@kind("LAW206", "65 without recidivism", "likely")
def recidivism_unfounded(text: str, judgment: Judgment, rng: Random) -> str | None:
    return (
        with_article(text, "第六十五条第一款", rng)
        if not re.search("累犯|刑罚执行完毕|释放|五年(?:以|之)?内", text)
        else None
    )


@kind("LAW206", "23 without an attempt", "likely")
def attempt_unfounded(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_article(text, "第二十三条", rng) if not re.search("未遂|得逞|意志以外", text) else None


@kind("LAW206", "27 without an accessory", "likely")
def accessory_unfounded(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_article(text, "第二十七条", rng) if not re.search("从犯|次要|辅助|作用", text) else None


@kind("LAW207", "wrong name of the crime in the disposition", also=("EVI407",))
def misnamed(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    if sole is None or sole["charge"] not in MISNAMED:
        return None
    return sheet.put(text, sole.span("charge"), MISNAMED[sole["charge"]])


@kind("LAW207", "wrong name of the crime throughout")
def misnamed_throughout(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    if sole is None or sole["charge"] not in MISNAMED:
        return None
    return text.replace(sole["charge"], MISNAMED[sole["charge"]])


@kind("LAW208", "article of another crime")
def other_article(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, place = sheet.sole(text), sheet.code_articles(text)
    if sole is None or place is None or sole["charge"] not in ARTICLES:
        return None
    right = f"第{ARTICLES[sole['charge']]}条"
    others = sorted(set(ARTICLES.values()) - {ARTICLES[sole["charge"]]} - TURNING)
    if text.count(right, 0, place[1]) != 1:
        return None
    return sheet.change(text, place, right + "(?!之)", f"第{rng.choice(others)}条", rng)


@kind("LAW208", "digits of the article exchanged")
def digits_exchanged(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, place = sheet.sole(text), sheet.code_articles(text)
    if sole is None or place is None or sole["charge"] not in ARTICLES:
        return None
    number = ARTICLES[sole["charge"]]
    if not re.fullmatch("(?:[一二三四五六七八九][百十]?){3}", number) or text.count(f"第{number}条", 0, place[1]) != 1:
        return None
    other = f"{number[0]}百{number[4]}十{number[2]}"
    return sheet.change(text, place, f"第{number}条(?!之)", f"第{other}条", rng) if other != number else None


@kind("LAW209", "item of another result")
def other_item(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not re.search("驳回(?:上诉|抗诉)[^。]{0,12}维持原判", text):
        return None
    pattern = "(?<=第二百[二三]十[五六]条第一款第[（(])一(?=[）)]项)|(?<=第一百八十九条第)一(?=项)"
    return sheet.change(text, sheet.basis(text), pattern, rng.choice("二三"), rng)
