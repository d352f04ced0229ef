"""Parts, names, dates and fixed phrases of civil and other documents that are not criminal (DOC601 to DOC610)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet, suit
from tests.faults.kinds.forms import drifted, identity
from tests.faults.plant import civil


@civil("DOC601", "no civil case number", also=("PRO323",))
def no_number(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.number(text)
    return sheet.put(text, found.span(), "") if found and suit.first(text) else None


@civil("DOC601", "no clerk on a civil document")
def no_clerk(text: str, judgment: Judgment, rng: Random) -> str | None:
    names = suit.signed(text)
    place = (names[-1].end(), len(text)) if names else None
    if place is None or "速录" in text:
        return None
    return sheet.change(text, place, r"(?:代理?|见习)?书\s*记\s*员[ \t　]*\S(?:[ 　]*\S){1,3}", "", rng)


@civil("DOC601", "no date on a civil document", also=("DOC607",))
def no_date(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.decided(text)
    return sheet.put(text, found.span(), "") if found else None


@civil("DOC601", "no judge on a civil document", also=("PRO305",))
def no_judge(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.signed(text) if "执行员" not in text else []
    return sheet.put(text, (found[0].start(), found[-1].end()), "") if found else None


@civil("DOC601", "no statute before a civil result")
def no_basis(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.basis(text)
    start = text.rfind("本院认为")
    if place is None or not suit.first(text) or not 0 < start < place[0] or "《" in text[start : place[0] - 1]:
        return None
    opening = max(text.rfind(w, start, place[0]) for w in ("依照", "依据", "根据", "按照"))
    if opening < 0 or re.search("第.{1,8}条", text[start:opening]):
        return None
    return sheet.put(text, (opening, place[1]), f"{suit.what(text)}如下：")


@civil("DOC601", "no plaintiff in the head", also=("EVI408", "DOC602"))
def no_plaintiff(text: str, judgment: Judgment, rng: Random) -> str | None:
    """The line of the only plaintiff lost in pasting."""
    found = [m for m in suit.parties(text) if m["role"] == "原告"]
    end = text.find("\n", found[0].start()) if found else -1
    after = suit.parties(text)
    if len(found) != 1 or end < 0 or not suit.first(text) or end - found[0].start() > 120:
        return None
    following = [m.start() for m in after if m.start() > found[0].start()]
    return sheet.put(text, (found[0].start(), following[0]), "") if following else None


@civil("DOC602", "name of a party off in the civil result", "likely", also=("EVI408",))
def name_off(text: str, judgment: Judgment, rng: Random) -> str | None:
    names = [m["name"] for m in suit.parties(text) if re.fullmatch("[一-鿿]{3}", m["name"])]
    names = [n for n in names if not re.search("[某甲乙丙]", n)]
    place = suit.result(text)
    told = [n for n in names if place and n in text[place[0] : place[1]]]
    if not told:
        return None
    name = rng.choice(told)
    other = drifted(name, rng)
    return None if other == name or other in text else sheet.change(text, place, name, other, rng)


@civil("DOC602", "name of a party off once in the civil text", "likely")
def name_off_once(text: str, judgment: Judgment, rng: Random) -> str | None:
    names = [m["name"] for m in suit.parties(text) if re.fullmatch("[一-鿿]{3}", m["name"])]
    place = suit.reasoning(text)
    told = [n for n in names if place and n in text[place[0] : place[1]] and not re.search("[某甲乙丙]", n)]
    if not told:
        return None
    name = rng.choice(told)
    other = drifted(name, rng)
    return None if other == name or other in text else sheet.change(text, place, name, other, rng)


@civil("DOC602", "name of a company off in the civil result", "likely", also=("EVI408",))
def company_off(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.result(text)
    names = [m["name"] for m in suit.parties(text) if len(m["name"]) > 7 and m["name"].endswith("公司")]
    told = [n for n in names if place and n in text[place[0] : place[1]]]
    if not told:
        return None
    name = rng.choice(told)
    i = rng.randrange(3, len(name) - 4)
    return sheet.change(text, place, re.escape(name), name[:i] + name[i + 1 :], rng)


BORN = re.compile(
    r"(?P<role>原告|被告|上诉人|被上诉人|申请执行人|被执行人)[^\n，]{2,24}，(?P<sex>[男女])，"
    r"(?P<y>[0-9]{4})年(?P<m>[0-9]{1,2})月(?P<d>[0-9]{1,2})日(?:出?生)"
)


def numbered(text: str, rng: Random, years: int = 0, other_sex: bool = False, spoil: bool = False) -> str | None:
    """A citizen number put after the birth of a party, off in one way."""
    found = BORN.search(text, 0, max(text.find("一案"), 0))
    if found is None or re.search("身份证号|身份号码|[0-9]{17}", text):
        return None
    birth = f"{int(found['y']) + years}{int(found['m']):02d}{int(found['d']):02d}"
    digits = identity("330106", birth, rng.randrange(50, 400) * 2 + ((found["sex"] == "男") != other_sex))
    if spoil:
        digits = digits[:-1] + rng.choice([c for c in "0123456789" if c != digits[-1]])
    label = rng.choice(("公民身份号码", "身份证号码", "居民身份证号"))
    return sheet.put(text, (found.end(), found.end()), f"，{label}{digits}")


@civil("DOC603", "birth of a party not that of the citizen number")
def other_birth(text: str, judgment: Judgment, rng: Random) -> str | None:
    return numbered(text, rng, years=rng.choice((-1, 1, 2)))


@civil("DOC603", "sex of a party not that of the citizen number")
def other_sex(text: str, judgment: Judgment, rng: Random) -> str | None:
    return numbered(text, rng, other_sex=True)


@civil("DOC603", "check digit of the citizen number of a party wrong")
def other_check_digit(text: str, judgment: Judgment, rng: Random) -> str | None:
    return numbered(text, rng, spoil=True)


@civil("DOC603", "age of a party not that of the birth")
def other_age(text: str, judgment: Judgment, rng: Random) -> str | None:
    found, decided = BORN.search(text, 0, max(text.find("一案"), 0)), suit.decided_on(text)
    if found is None or decided is None or re.search("[0-9]岁|周岁", text[: text.find("一案")]):
        return None
    age = decided.year - int(found["y"]) + rng.choice((-9, -5, 4, 10))
    return sheet.put(text, (found.end("sex"), found.end("sex")), f"，{age}岁") if age > 0 else None


@civil("DOC604", "another court in the heading of a civil document", "likely", also=("PRO324", "PRO317"))
def other_court(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = re.compile(r"^[一-鿿]{2,16}?[县区市]人民法院(?=\s)").search(text)
    if found is None or not suit.first(text):
        return None
    others = [c for c in ("湖南省醴陵市", "浙江省桐乡市", "陕西省韩城市") if c[:2] not in text[:60]]
    return sheet.put(text, found.span(), rng.choice(others) + "人民法院")


@civil("DOC605", "words of the template left in the civil reasons", "likely")
def template_words(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.reasoning(text)
    words = rng.choice(
        ("（写明争议的焦点）", "［选择其一］", "（此处写明判决理由）", "【填写案件事实】", "×××（姓名或者名称）")
    )
    stop = text.find("。", *place) + 1 if place else 0
    return sheet.put(text, (stop, stop), words + "。") if stop else None


@civil("DOC605", "blank date of the template in the civil text", "likely", also=("DOC601", "DOC607"))
def blank_date(text: str, judgment: Judgment, rng: Random) -> str | None:
    """A date of the findings as the form has it; of private life only blanks, for signs may lawfully mask that."""
    place = suit.findings(text)
    form = rng.choice(("××××年××月××日", "XXXX年XX月XX日", "    年  月  日"))
    days = list(re.compile(sheet.DAY).finditer(text, *place)) if place else []
    if not days:
        return None
    chosen = rng.choice(days)
    sentence = text[text.rfind("。", 0, chosen.start()) + 1 : text.find("。", chosen.end())]
    family = re.search("(?:婚|抚养|赡养|继承|彩礼)[^，。]{0,8}一案", text)
    private = family or re.search("出生|生育|婚|死亡|去世|住院", sentence)
    return sheet.put(text, chosen.span(), "    年  月  日" if private else form)


@civil("DOC606", "words typed twice in the civil text", "likely")
def doubled(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = "本院认为|诉讼请求|案件受理费|判决生效|无正当理由|予以支持|合同约定|本院予以确认|不予支持"
    start = text.find("一案，")
    return sheet.change(text, (start, len(text)), pattern, lambda m: m[0] * 2, rng) if start > 0 else None


@civil("DOC606", "sentence of the civil reasons typed twice", "likely")
def doubled_sentence(text: str, judgment: Judgment, rng: Random) -> str | None:
    return sheet.change(text, suit.reasoning(text), "(?<=。)[^。《]{20,80}。", lambda m: m[0] * 2, rng)


@civil("DOC606", "bracket or quote not closed in the civil text", "likely")
def unpaired(text: str, judgment: Judgment, rng: Random) -> str | None:
    start, end = text.find("一案，"), sheet.result_at(text)
    if not 0 < start < end or any(text.count(a) != text.count(b) for a, b in ("（）", "《》", "“”")):
        return None
    return sheet.change(text, (start, end), "(?<=[一-鿿0-9。])[）》”]", "", rng)


def redated(text: str, new: str) -> str | None:
    """The text with another date of decision."""
    found = suit.decided(text)
    return sheet.put(text, found.span(), new) if found and new != found[0] else None


@civil("DOC607", "digit zero in the Chinese date of a civil document")
def digit_zero(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.decided(text)
    return redated(text, found[0].replace("〇", rng.choice("0O"), 1)) if found and "〇" in found[0] else None


@civil("DOC607", "civil document of a day that does not exist")
def no_such_day(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.decided(text)
    days = ("二月三十日", "六月三十一日", "十一月三十一日", "十三月五日")
    return redated(text, found[0][:5] + rng.choice(days)) if found else None


@civil("DOC607", "date of a civil document in digits")
def in_digits(text: str, judgment: Judgment, rng: Random) -> str | None:
    day = suit.decided_on(text)
    return redated(text, sheet.like(day, "2")) if day else None


@civil("DOC607", "a day that does not exist in the civil facts")
def no_such_day_inside(text: str, judgment: Judgment, rng: Random) -> str | None:
    days = ("2月30日", "4月31日", "13月5日", "9月31日")
    return sheet.change(text, suit.findings(text), "(?<=[0-9]{4}年)[0-9]{1,2}月[0-9]{1,2}日", rng.choice(days), rng)


#: Fixed phrases of civil documents and how they are mistyped: a neighbour on the keyboard, a likeness of shape.
TYPOS = {
    "判决如下": ("判决如处", "判诀如下", "判决入下"), "裁定如下": ("裁定如处", "裁订如下"),
    "不服本判决": ("不服本判绝", "不服本制决"), "不服本裁定": ("不服本裁订",),
    "人民法院": ("人民法原", "人民法阮"), "本院认为": ("本院认力", "本院以为"),
    "审理终结": ("审理终洁", "审里终结"), "诉讼请求": ("诉颂请求", "诉讼清求"),
    "案件受理费": ("案件受里费", "案件受理废"), "减半收取": ("减伴收取", "减半收曲"),
    "迟延履行": ("迟延履形", "迟廷履行"), "给付金钱义务": ("给付金钱义物", "给负金钱义务"),
    "债务利息": ("债务利自", "债务利习"), "加倍支付": ("加陪支付", "加倍支负"),
    "拒不到庭": ("拒不到廷", "拒不道庭"), "传票传唤": ("传票传焕", "传票传换"),
    "公开开庭": ("公开开廷",), "经审理查明": ("经审理察明", "经审里查明"), "终审判决": ("终审判绝",),
    "递交上诉状": ("递交上诉壮", "递交上拆状"), "本判决生效": ("本判绝生效", "本判决生郊"),
    "终结本次执行程序": ("终结本次执行程续",), "申请执行人": ("申请执形人",),
    "准予": ("淮予",), "驳回上诉": ("驳回上述", "驳回上拆"),
}  # fmt: skip


@civil("DOC609", "fixed phrase of a civil document mistyped", also=("DOC601",))
def mistyped(text: str, judgment: Judgment, rng: Random) -> str | None:
    start = text.find("一案")
    told = [p for p in TYPOS if text.find(p, start) > 0]
    if start < 0 or not told:
        return None
    phrase = rng.choice(told)
    return sheet.change(text, (start, len(text)), phrase, rng.choice(TYPOS[phrase]), rng)


def items(text: str) -> list[re.Match[str]]:
    """The numbers of the items of the result."""
    place = suit.result(text)
    found = list(re.compile(r"(?<=[\s：。；）)])[一二三四五六]、").finditer(text, *place)) if place else []
    return found if "".join(m[0][0] for m in found) == "一二三四五六"[: len(found)] else []


@civil("DOC610", "number of a civil item skipped", "likely")
def skipped(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = items(text)
    return sheet.put(text, found[-1].span(), "一二三四五六七八"[len(found)] + "、") if len(found) > 1 else None


@civil("DOC610", "number of a civil item doubled", "likely")
def number_doubled(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = items(text)
    return sheet.put(text, found[-1].span(), found[-2][0]) if len(found) > 1 else None
