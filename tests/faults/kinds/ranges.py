"""Penalties that the charge, the fine rules or the age of the accused do not allow (PEN108 to PEN122)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.plant import kind

#: Why a term may lie under the range: any of these words in the reasoning.
EASED = re.compile(
    "自首|立功|从犯|次要|辅助|未遂|未得逞|中止|预备|未成年|十八周岁|十四周岁|十六周岁|胁从|减轻|限制|聋|哑|盲|精神|防卫|避险|七十五|第(?:十七|十八|十九|二十|二十[一二三四七八九]|六十三)条"
)
#: The months under which no tier of the charge goes.
LEAST = {"抢劫罪": 36, "强奸罪": 36, "放火罪": 36, "拐卖妇女罪": 60, "拐卖儿童罪": 60, "组织卖淫罪": 60}
#: The months over which no tier of the charge goes.
MOST = {
    "妨害公务罪": 36, "容留他人吸毒罪": 36, "非法侵入住宅罪": 36, "赌博罪": 36, "重婚罪": 24, "非法占用农用地罪": 60,
    "滥伐林木罪": 84, "故意毁坏财物罪": 84, "非法持有、私藏枪支、弹药罪": 84, "非法持有枪支罪": 84, "交通肇事罪": 180,
    "寻衅滋事罪": 120, "聚众斗殴罪": 120, "开设赌场罪": 120, "伪造国家机关证件、印章罪": 120, "诬告陷害罪": 120,
}  # fmt: skip
#: Every tier demands a fine (or confiscation) beside the term.
FINED = frozenset({
    "盗窃罪", "诈骗罪", "抢劫罪", "贩卖毒品罪", "容留他人吸毒罪", "开设赌场罪", "信用卡诈骗罪", "合同诈骗罪",
    "掩饰、隐瞒犯罪所得罪", "敲诈勒索罪", "赌博罪", "非法持有毒品罪", "生产、销售有毒、有害食品罪", "贷款诈骗罪",
    "集资诈骗罪", "运输毒品罪", "容留卖淫罪",
})  # fmt: skip
#: No tier knows a fine.
UNFINED = frozenset({
    "故意伤害罪", "强奸罪", "交通肇事罪", "故意杀人罪", "非法拘禁罪", "猥亵儿童罪", "聚众斗殴罪", "放火罪",
    "挪用公款罪", "滥用职权罪", "玩忽职守罪", "重婚罪", "强制猥亵罪", "非法持有枪支罪", "徇私枉法罪",
    "诬告陷害罪", "非法侵入住宅罪",
})  # fmt: skip


def sole_of(text: str, charges: object) -> re.Match[str] | None:
    """The sole term where the charge is one of these."""
    sole, term, place = sheet.sole(text), sheet.sole_term(text), sheet.disposition(text)
    fits = sole and term and place and sole["charge"] in charges and "缓刑" not in text[place[0] : place[1]]  # type: ignore[operator]
    return term if fits else None


@kind("PEN108", "under the lowest tier without a ground", also=("PEN110",))
def under_the_lowest(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, place = sole_of(text, LEAST), sheet.reasoning(text)
    if term is None or place is None or EASED.search(text, place[0]) or term["kind"] != "有期徒刑":
        return None
    return sheet.put(text, term.span("length"), rng.choice(("二年", "一年六个月", "二年六个月")))


#: Charges whose first tier (数额较大) ends at three years.
GRADED = frozenset({"盗窃罪", "诈骗罪", "敲诈勒索罪", "合同诈骗罪"})


@kind("PEN110", "term beyond the tier that the reasoning names", "likely", also=("PEN109",))
def beyond_the_tier(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, place = sole_of(text, GRADED), sheet.reasoning(text)
    words = text[place[0] : place[1]] if place else ""
    if term is None or "数额较大" not in words or re.search("巨大|严重情节|情节严重|第十二条", words):
        return None
    return sheet.put(text, term.span(), "有期徒刑" + rng.choice(("四年", "五年", "三年六个月")))


@kind("PEN109", "over the highest tier", also=("PEN103", "PEN110"))
def over_the_highest(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, sole = sole_of(text, MOST), sheet.sole(text)
    if term is None or sole is None:
        return None
    most = MOST[sole["charge"]]
    return sheet.put(text, term.span(), "有期徒刑" + sheet.length(min(most + rng.choice((6, 12, 24)), 180 + 12)))


def without_fine(text: str) -> str | None:
    """The disposition with the fine taken out."""
    fine = sheet.sole_fine(text)
    return sheet.put(text, fine.span(), "") if fine else None


@kind("PEN111", "mandatory fine dropped", also=("PEN118",))
def fine_dropped(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, spoilt = sheet.sole(text), without_fine(text)
    if sole is None or spoilt is None or sole["charge"] not in FINED or sheet.sole_term(text) is None:
        return None
    place = sheet.disposition(spoilt)
    clause = list(sheet.PAYMENT.finditer(spoilt, *place)) if place else []
    spoilt = sheet.put(spoilt, clause[0].span(), "") if len(clause) == 1 else spoilt
    place = sheet.disposition(spoilt)
    return spoilt if place and not re.search("罚金|没收(?:个人)?财产", spoilt[place[0] : place[1]]) else None


@kind("PEN112", "fine where the charge knows none")
def fine_added(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, place = sole_of(text, UNFINED), sheet.disposition(text)
    if term is None or place is None or "罚金" in text[place[0] : place[1]]:
        return None
    return sheet.put(
        text,
        (term.end(), term.end()),
        rng.choice(("，并处罚金人民币五千元", "，并处罚金10000元", "，罚金人民币2000元")),
    )


@kind("PEN113", "fine under the floor")
def small_fine(text: str, judgment: Judgment, rng: Random) -> str | None:
    fine, sole = sheet.sole_fine(text), sheet.sole(text)
    if fine is None or sole is None or sole["charge"] not in FINED | {"危险驾驶罪"}:
        return None
    if re.search("未成年|不满十八|周岁|第十七条", text) or (sheet.yuan(fine["amount"]) or 0) < 1000:
        return None
    han = not fine["amount"][0].isdigit()
    return sheet.put(text, fine.span("amount"), rng.choice(("五百", "八百") if han else ("500", "800")))


@kind("PEN114", "fine dropped, payment clause left", also=("PEN111", "PEN118"))
def clause_left(text: str, judgment: Judgment, rng: Random) -> str | None:
    spoilt, place = without_fine(text), sheet.disposition(text)
    if spoilt is None or place is None or not sheet.PAYMENT.search(text, *place):
        return None
    return spoilt


@kind("PEN114", "payment clause without a fine")
def clause_added(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, place = sheet.sole_term(text), sheet.disposition(text)
    if term is None or place is None or re.search("罚金|财产", text[place[0] : place[1]]):
        return None
    clause = rng.choice(
        (
            "（罚金限于本判决生效之日起十日内缴纳。）",
            "罚金于判决生效后三十日内缴纳。",
            "（罚金应于本判决生效后十日内向本院缴纳完毕）",
        )
    )
    end = place[0] + len(text[place[0] : place[1]].rstrip())
    return sheet.put(text, (end, end), clause)


@kind("PEN114", "fine without a deadline", "likely")
def no_deadline(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.disposition(text)
    if place is None or sheet.sole_fine(text) is None or re.search("已缴|已交|缴清|预缴|预交", text):
        return None
    clauses = list(sheet.PAYMENT.finditer(text, *place))
    return sheet.put(text, clauses[0].span(), "") if len(clauses) == 1 else None


def with_rights(text: str, words: str) -> str | None:
    term, place = sheet.sole_term(text), sheet.disposition(text)
    if (
        term is None
        or place is None
        or re.search("缓刑|政治权利", text[place[0] : place[1]])
        or term["kind"] != "有期徒刑"
    ):
        return None
    return sheet.put(text, (term.end(), term.end()), words)


@kind("PEN117", "political rights beyond five years or under one")
def rights_out_of_range(text: str, judgment: Judgment, rng: Random) -> str | None:
    return with_rights(
        text, rng.choice(("，剥夺政治权利六年", "，剥夺政治权利八年", "，附加剥夺政治权利六个月", "，剥夺政治权利十年"))
    )


@kind("PEN117", "stated political rights changed")
def rights_changed(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.disposition(text) if sheet.at_first_instance(text) else None
    return sheet.change(text, place, r"(?<=剥夺政治权利)[一二三四五]年", rng.choice(("六年", "七年", "三个月")), rng)


@kind("PEN117", "life without political rights for life")
def life_with_rights(text: str, judgment: Judgment, rng: Random) -> str | None:
    term, place = sheet.sole_term(text), sheet.disposition(text)
    if (
        term is None
        or place is None
        or re.search("缓刑|政治权利", text[place[0] : place[1]])
        or term["kind"] != "有期徒刑"
    ):
        return None
    return sheet.put(text, term.span(), "无期徒刑" + rng.choice(("", "，剥夺政治权利五年", "，剥夺政治权利三年")))


@kind("PEN118", "fixed term for dangerous driving", also=("PEN109",))
def driving_fixed_term(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, term = sheet.sole(text), sheet.sole_term(text)
    if sole is None or term is None or sole["charge"] != "危险驾驶罪":
        return None
    return sheet.put(text, term.span(), "有期徒刑" + rng.choice(("六个月", "七个月", "一年")))


@kind("PEN118", "dangerous driving without a fine", also=("PEN111",))
def driving_without_fine(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole, spoilt = sheet.sole(text), without_fine(text)
    if sole is None or spoilt is None or sole["charge"] != "危险驾驶罪":
        return None
    place = sheet.disposition(spoilt)
    clause = list(sheet.PAYMENT.finditer(spoilt, *place)) if place else []
    return sheet.put(spoilt, clause[0].span(), "") if len(clause) == 1 else spoilt


def born_later(text: str, years: int) -> str | None:
    """The accused of a sole conviction born so many years before the year of the only crime."""
    sole, place = sheet.sole(text), sheet.body(text)
    if sole is None or place is None or re.search("第十七条|未成年|周岁|[0-9]岁|法定代理人", text):
        return None
    born = list(sheet.BORN.finditer(text, *sheet.head(text)))
    found = sorted({int(y) for y in re.findall(r"(20[0-2][0-9])年", text[place[0] + 8 : place[1]])})
    if len(born) != 1 or len(found) != 1 or int(born[0]["year"]) > found[0] - 20:
        return None
    return sheet.put(text, born[0].span("year"), str(found[0] - years))


@kind("PEN119", "under fourteen at the crime")
def under_fourteen(text: str, judgment: Judgment, rng: Random) -> str | None:
    return born_later(text, rng.choice((11, 12, 13)))


@kind("PEN119", "under sixteen at a crime not listed")
def under_sixteen(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    listed = sole is None or re.search("杀人|伤害|强奸|抢劫|贩卖毒品|放火|爆炸|投", sole["charge"])
    return None if listed else born_later(text, 15)


@kind("PEN119", "under eighteen without article 17")
def under_eighteen(text: str, judgment: Judgment, rng: Random) -> str | None:
    return born_later(text, 17)


@kind("PEN122", "fines do not add up to the total")
def total_fine(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = sheet.disposition(text)
    if place is None or not sheet.at_first_instance(text) or len(sheet.convictions(text)) != 1:
        return None
    total = re.compile(r"(?:决定|合并|总和)[^，。；]{0,6}执行").search(text, *place)
    if total is None or "没收个人" in text[place[0] : place[1]]:
        return None
    parts = [sheet.yuan(m["amount"]) or 0 for m in sheet.FINE.finditer(text, place[0], total.start())]
    whole = sheet.FINE.search(text, total.end(), place[1])
    if len(parts) < 2 or whole is None or sheet.yuan(whole["amount"]) != sum(parts):
        return None
    return sheet.put(text, whole.span("amount"), str(sum(parts) + rng.choice((1000, -500, 9000))))


PRIOR = re.compile(rf"因犯[^。；]{{2,60}}?判处有期徒刑(?P<length>{sheet.LENGTH})")


def recidivist(text: str) -> re.Match[str] | None:
    """The only earlier conviction of an accused found a recidivist."""
    place = sheet.reasoning(text)
    found = list(PRIOR.finditer(text, *sheet.head(text)))
    many = len(re.findall("因犯|因[^涉。]{2,12}罪", text[: sheet.head(text)[1]])) != 1
    if place is None or many or len(found) != 1 or sheet.sole(text) is None:
        return None
    sure = re.search("(?:是|系|属|构成|为)累犯", text[place[0] : place[1]]) and not re.search(
        "毒品再犯|不构成累犯|假释", text
    )
    return found[0] if sure else None


@kind("PEN115", "recidivist after an earlier detention")
def earlier_detention(text: str, judgment: Judgment, rng: Random) -> str | None:
    prior = recidivist(text)
    if prior is None:
        return None
    at = text.index("有期徒刑", prior.start())
    return sheet.put(text, (at, prior.end("length")), rng.choice(("拘役五个月", "拘役三个月", "管制一年")))


@kind("PEN115", "recidivist though long released")
def long_released(text: str, judgment: Judgment, rng: Random) -> str | None:
    prior = recidivist(text)
    if prior is None:
        return None
    sentence = text.find("。", prior.end())
    released = re.compile(r"20[01][0-9]年[0-9]+月[0-9]+日[^，。；]{0,8}(?:刑满)?释放").search(
        text, prior.end(), sentence + 1
    )
    if released is None:
        return None
    start = text.rfind("。", 0, prior.start()) + 1
    older = re.sub(r"(19[89][0-9]|20[01][0-9])(?=年)", lambda m: str(int(m[1]) - 8), text[start : sentence + 1])
    return (
        sheet.put(text, (start, sentence + 1), older)
        if "出生" not in text[start:sentence] and "涉嫌" not in text[start:sentence]
        else None
    )


@kind("PEN116", "recidivism left out", "likely")
def recidivism_left_out(text: str, judgment: Judgment, rng: Random) -> str | None:
    prior, place = recidivist(text), sheet.reasoning(text)
    if prior is None or place is None or not re.search("释放", text[prior.end() : prior.end() + 60]):
        return None
    at = text.index("累犯", place[0])
    start, end = max(text.rfind("。", 0, at), place[0] + 4) + 1, text.find("。", at) + 1
    spoilt = re.sub("第六十五条(?:第一款)?、?", "", sheet.put(text, (start, end), ""))
    return spoilt if "累犯" not in spoilt else None
