"""Parts, names, dates, numbers and fixed phrases of the document (DOC601 to DOC612)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.kinds.court import number
from tests.faults.plant import kind


@kind("DOC601", "no case number")
def no_number(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = number(text) if sheet.at_first_instance(text) else None
    return sheet.put(text, found.span(), "") if found else None


def again(text: str) -> bool:
    """Whether this is a retrial, a commutation or the like, of which other forms are in use."""
    return bool(re.search("再审|罪犯|申诉|原审上诉人|抗诉", text[:1500]))


@kind("DOC601", "no clerk")
def no_clerk(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.tail(text) if not again(text) else None
    return (
        sheet.change(text, place, r"(?:代理?|见习)?书\s*记\s*员\s*\S{2,4}", "", rng) if "速录员" not in text else None
    )


@kind("DOC601", "no date of decision")
def no_date(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.decided(text) if not again(text) else None
    return sheet.put(text, found.span(), "") if found else None


@kind("DOC601", "no judge", also=("PRO305",))
def no_judge(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.signed(text) if not again(text) else None
    return sheet.put(text, (found[0].start(), found[-1].end()), "") if found else None


@kind("DOC601", "no statute before the result")
def no_basis(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.basis(text)
    if place is None or not sheet.at_first_instance(text):
        return None
    start = text.rfind("依", 0, place[0] + 1) if text[place[0] - 2] == "依" else place[0] - 2
    return (
        sheet.put(text, (start, place[1]), "判决如下：")
        if not re.search("《|条", text[text.find("本院认为") : start])
        else None
    )


def real_name(text: str) -> re.Match[str] | None:
    """The only convicted, with an unmasked name of three characters."""
    sole = sheet.sole(text)
    return (
        sole
        if sole and re.fullmatch("[一-鿿]{3}", sole["name"]) and not re.search("[某甲乙丙]", sole["name"])
        else None
    )


def drifted(name: str, rng: Random) -> str:
    """The name as a tired clerk types it."""
    other = rng.choice([c for c in "伟海明军华林志建文" if c not in name])
    return rng.choice((name[0] + other + name[2], name[:2] + other, name[0] + name[2] + name[1]))


@kind("DOC602", "name of the accused off in the disposition", "likely", also=("EVI408",))
def name_off(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = real_name(text)
    other = drifted(sole["name"], rng) if sole else ""
    return sheet.put(text, sole.span("name"), other) if sole and other != sole["name"] else None


@kind("DOC602", "name of the accused off once in the text", "likely")
def name_off_once(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, place = real_name(text), sheet.reasoning(text)
    other = drifted(sole["name"], rng) if sole else ""
    if sole is None or other == sole["name"]:
        return None
    return sheet.change(text, place, f"(?<=被告人){sole['name']}", other, rng)


def identity(region: str, birth: str, order: int) -> str:
    """A citizen number with its check digit."""
    body = f"{region}{birth}{order:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(c) * w for c, w in zip(body, weights, strict=True)) % 11]


HEAD = re.compile(
    r"(?<=[。\s])被告人[^，。]{2,6}，(?P<sex>[男女])，(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日(?:出?生)"
)


def numbered(text: str, rng: Random, years: int = 0, other_sex: bool = False, spoil: bool = False) -> str | None:
    """A citizen number put after the birth of the accused, off in one way."""
    found = HEAD.search(text, *sheet.head(text))
    if found is None or re.search("身份证号|身份号码|[0-9]{17}", text):
        return None
    birth = f"{int(found['y']) + years}{int(found['m']):02d}{int(found['d']):02d}"
    male = (found["sex"] == "男") != other_sex
    digits = identity("330106", birth, rng.randrange(50, 400) * 2 + male)
    if spoil:
        digits = digits[:-1] + rng.choice([c for c in "0123456789" if c != digits[-1]])
    return sheet.put(
        text, (found.end(), found.end()), f"，{rng.choice(('公民身份号码', '身份证号码', '居民身份证号'))}{digits}"
    )


@kind("DOC603", "birth not that of the citizen number")
def other_birth(text: str, judgment: Judgment, rng: Random) -> str | None:
    return numbered(text, rng, years=rng.choice((-1, 1, 2)))


@kind("DOC603", "sex not that of the citizen number")
def other_sex(text: str, judgment: Judgment, rng: Random) -> str | None:
    return numbered(text, rng, other_sex=True)


@kind("DOC603", "check digit of the citizen number wrong")
def other_check_digit(text: str, judgment: Judgment, rng: Random) -> str | None:
    return numbered(text, rng, spoil=True)


@kind("DOC603", "age not that of the birth", "certain")
def other_age(text: str, judgment: Judgment, rng: Random) -> str | None:
    found, decided = HEAD.search(text, *sheet.head(text)), sheet.decided_on(text)
    if found is None or decided is None or re.search("[0-9]岁|周岁", text[: sheet.head(text)[1]]):
        return None
    age = decided.year - int(found["y"]) + rng.choice((-9, -5, 4, 10))
    return sheet.put(text, (found.end("sex"), found.end("sex")), rng.choice((f"，{age}岁", f"，现年{age}岁")))


@kind("DOC604", "another court in the head", "likely", also=("PRO324", "PRO317"))
def other_court(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = re.compile(r"[一-鿿]{2,16}?[县区市]人民法院(?=\s+刑\s*事)").search(text, 0, 120)
    if found is None or not sheet.at_first_instance(text):
        return None
    others = [c for c in ("湖南省醴陵市", "浙江省桐乡市", "陕西省韩城市") if c[:2] not in found[0] + text[:60]]
    return sheet.put(text, found.span(), rng.choice(others) + "人民法院")


@kind("DOC605", "words of the template left", "likely")
def template_words(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.reasoning(text)
    if place is None or not sheet.at_first_instance(text):
        return None
    words = rng.choice(
        (
            "（此处写明判决理由）",
            "［选择其一］",
            "（写明认定的事实）",
            "【此处填写量刑情节】",
            "被告人×××（姓名）",
            "（以下写明…）",
        )
    )
    stop = text.find("。", place[0], place[1]) + 1
    return sheet.put(text, (stop, stop), words + "。") if stop else None


@kind("DOC605", "blank date of the template", "likely", also=("DOC601", "DOC607"))
def blank_date(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.decided(text)
    return (
        sheet.put(text, found.span(), rng.choice(("二〇××年×月×日", "××××年××月××日", "二〇一×年×月×日")))
        if found
        else None
    )


@kind("DOC605", "accused of another case", "likely", also=("DOC602", "EVI408"))
def other_accused(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, place = sheet.sole(text), sheet.reasoning(text)
    if sole is None or place is None:
        return None
    return sheet.change(
        text, place, f"(?<=被告人){re.escape(sole['name'])}", rng.choice(("尉迟建国", "钟离海", "司徒春生")), rng
    )


@kind("DOC606", "words typed twice", "likely")
def doubled(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = "被告人(?=[一-鿿]{2,4}[的犯到归])|本院认为|公诉机关(?=指控)|依法从轻处罚|如实供述|判处有期徒刑|并处罚金"
    start = text.find("提起公诉")
    return (
        sheet.change(text, (start, sheet.result_at(text) + 60), pattern, lambda m: m[0] * 2, rng) if start > 0 else None
    )


@kind("DOC606", "sentence typed twice", "likely")
def doubled_sentence(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.reasoning(text)
    return sheet.change(text, place, "(?<=。)[^。《]{20,80}。", lambda m: m[0] * 2, rng)


@kind("DOC606", "bracket or quote not closed", "likely")
def unpaired(text: str, judgment: Judgment, rng: Random) -> str | None:
    start, end = text.find("提起公诉"), text.find("不服本判决")
    if not 0 < start < end or any(text.count(a) != text.count(b) for a, b in ("（）", "《》", "“”")):
        return None
    return sheet.change(text, (start, end), "(?<=[一-鿿0-9。])[）》”]", "", rng)


def redated(text: str, new: str) -> str | None:
    found = sheet.decided(text)
    return sheet.put(text, found.span(), new) if found and new != found[0] else None


@kind("DOC607", "digit zero in a Chinese date")
def digit_zero(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.decided(text)
    return redated(text, found[0].replace("〇", rng.choice("0O"))) if found and "〇" in found[0] else None


@kind("DOC607", "decided on a day that does not exist")
def no_such_day(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.decided(text)
    return (
        redated(text, found[0][:5] + rng.choice(("二月三十日", "六月三十一日", "十一月三十一日", "十三月五日")))
        if found
        else None
    )


@kind("DOC607", "date of decision in digits")
def in_digits(text: str, judgment: Judgment, rng: Random) -> str | None:
    day = sheet.decided_on(text)
    return redated(text, sheet.like(day, "2")) if day else None


@kind("DOC607", "a day that does not exist in the text")
def no_such_day_inside(text: str, judgment: Judgment, rng: Random) -> str | None:
    return sheet.change(
        text,
        sheet.body(text),
        "(?<=[0-9]{4}年)[0-9]{1,2}月[0-9]{1,2}日",
        rng.choice(("2月30日", "4月31日", "13月5日", "9月31日")),
        rng,
    )


#: Fixed phrases and how they are mistyped: a neighbour on the keyboard, a likeness of shape, a dropped character.
TYPOS = {
    "判决如下": ("判决如处", "判决如不", "判诀如下"), "不服本判决": ("不服本判绝", "不服本判诀", "不服本制决"),
    "人民法院": ("人民法原", "人民法阮"), "本院认为": ("本院认力", "本院以为"),
    "提起公诉": ("提起公拆", "提起公述"), "审理终结": ("审理终洁", "审里终结"),
    "公诉机关": ("公诉机观", "公拆机关"), "书面上诉": ("书面上拆", "书面上述"),
    "上诉状正本": ("上诉壮正本", "上诉状证本"), "公开开庭": ("公开开廷", "公开开亭"),
    "人民检察院": ("人民检查院", "人民捡察院"), "经审理查明": ("经审理察明", "经审里查明"),
    "犯罪事实清楚": ("犯罪事实清禁", "犯罪事实青楚"), "如实供述": ("如实供诉", "如实共述"),
    "有期徒刑": ("有期徙刑", "有期徒型", "有期徒邢"), "依法适用": ("依法使用",),
    "刑期从判决执行之日起计算": ("刑期从判决执行之日其计算",),
    "羁押一日折抵刑期一日": ("羁押一日拆抵刑期一日", "羁押一日折底刑期一日"),
    "并处罚金": ("并处罚全", "并处罚今"), "现已审理": ("现己审理",),
    "到庭参加诉讼": ("到庭参加诉颂", "到厅参加诉讼"), "审判员": ("审判圆", "宙判员"),
    "书记员": ("书纪员", "书记圆"), "人民陪审员": ("人民培审员", "人民陪申员"),
    "中级人民法院": ("中级人民发院",), "犯罪嫌疑人": ("犯罪嫌疑认",),
}  # fmt: skip


@kind("DOC609", "fixed phrase mistyped")
def mistyped(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = (text.find("提起公诉") - 60, (sheet.tail(text) or (0, 0))[1])
    if place[0] < 0 or not place[1]:
        return None
    phrases = [p for p in TYPOS if p in text[place[0] : place[1]]]
    phrase = rng.choice(phrases)
    return sheet.change(text, place, phrase, rng.choice(TYPOS[phrase]), rng)


#: Phrases long enough that any one wrong character in them is plain.
FIXED = (
    "现已审理终结", "依法组成合议庭", "公开开庭审理了本案", "刑期从判决执行之日起计算", "羁押一日折抵刑期一日",
    "判决执行以前先行羁押", "通过本院或者直接向", "如不服本判决", "接到判决书的第二日起", "人民陪审员",
    "中级人民法院提出上诉", "从判决确定之日起计算", "向本院提起公诉", "出庭支持公诉", "到庭参加诉讼", "上诉状正本",
    "依法适用简易程序", "并处罚金人民币",
)  # fmt: skip


@kind("DOC609", "any character of a long fixed phrase wrong")
def any_character(text: str, judgment: Judgment, rng: Random) -> str | None:
    end = (sheet.tail(text) or (0, 0))[1]
    found = [m for p in FIXED for m in re.finditer(p, text[:end])]
    if not found or not sheet.at_first_instance(text):
        return None
    match = rng.choice(found)
    at = rng.randrange(match.start() + 1, match.end())
    return sheet.put(text, (at, at + 1), rng.choice([c for c in "和地到时去么动会面着都看" if c != text[at]]))


@kind("DOC609", "opening of the result mistyped")
def result_mistyped(text: str, judgment: Judgment, rng: Random) -> str | None:
    phrase, wrong = rng.choice(
        (("判决如下", "判决如处"), ("不服本判决", "不服本判绝"), ("通过本院或者直接", "通过本原或者直接"))
    )
    return sheet.change(text, (text.find("本院认为"), len(text)), phrase, wrong, rng)


def numbered_items(text: str) -> list[re.Match[str]]:
    place = sheet.disposition(text)
    found = list(re.compile(r"(?<=[\s：。；）)])[一二三四五六]、").finditer(text, *place)) if place else []
    return found if "".join(m[0][0] for m in found) == "一二三四五六"[: len(found)] else []


@kind("DOC610", "number of an item skipped", "likely")
def skipped(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = numbered_items(text)
    return sheet.put(text, found[-1].span(), "一二三四五六七八"[len(found)] + "、") if len(found) > 1 else None


@kind("DOC610", "number of an item doubled", "likely")
def number_doubled(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = numbered_items(text)
    return sheet.put(text, found[-1].span(), found[-2][0]) if len(found) > 1 else None


@kind("DOC612", "judgment called a ruling")
def called_ruling(text: str, judgment: Judgment, rng: Random) -> str | None:
    if not sheet.at_first_instance(text) or not sheet.convictions(text):
        return None
    found = list(re.compile(r"刑\s*事\s*判\s*决\s*书").finditer(text, 0, 160))
    return sheet.put(text, found[-1].span(), "刑事裁定书") if found else None


@kind("DOC612", "result opened as a ruling")
def result_of_ruling(text: str, judgment: Judgment, rng: Random) -> str | None:
    at = sheet.result_at(text)
    if not sheet.at_first_instance(text) or not sheet.convictions(text) or "判决如下" not in text[at - 6 : at]:
        return None
    return text[: at - 6] + text[at - 6 : at].replace("判决如下", "裁定如下") + text[at:]
