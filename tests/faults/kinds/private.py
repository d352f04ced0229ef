"""What must be masked before publication, and what must not (PUB701 to PUB706)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet
from tests.faults.kinds.forms import HEAD, identity
from tests.faults.kinds.trial import young
from tests.faults.plant import kind


def after_facts(text: str, words: str) -> str | None:
    """A sentence put after the first of the facts found."""
    place = sheet.body(text)
    start = re.compile("审理查明[，：:]?").search(text, *place) if place else None
    stop = text.find("。", start.end()) + 1 if start else 0
    return sheet.put(text, (stop, stop), words) if stop else None


@kind("PUB701", "citizen number not masked")
def citizen_number(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = HEAD.search(text, *sheet.head(text))
    if found is None or re.search("[0-9]{17}", text):
        return None
    birth = f"{found['y']}{int(found['m']):02d}{int(found['d']):02d}"
    digits = identity("421083", birth, rng.randrange(50, 400) * 2 + (found["sex"] == "男"))
    label = rng.choice(("，公民身份号码", "，身份证号：", "，居民身份证号码为", "，身份证号"))
    return sheet.put(text, (found.end(), found.end()), label + digits)


@kind("PUB701", "telephone number not masked")
def telephone(text: str, judgment: Judgment, rng: Random) -> str | None:
    digits = rng.choice(("138", "159", "186", "177")) + str(rng.randrange(10**7, 10**8))
    words = rng.choice(
        (f"其使用手机号{digits}与他人联系。", f"经查，号码为{digits}的手机由其使用。", f"联系电话{digits}。")
    )
    return after_facts(text, words)


@kind("PUB701", "bank account not masked")
def bank_account(text: str, judgment: Judgment, rng: Random) -> str | None:
    digits = rng.choice(("622202", "621700", "622848")) + str(rng.randrange(10**12, 10**13))
    words = rng.choice(
        (
            f"该款汇入其名下卡号为{digits}的银行卡。",
            f"款项转入中国农业银行账户{digits}。",
            f"其工商银行卡（卡号{digits}）内有余额。",
        )
    )
    return after_facts(text, words)


@kind("PUB701", "plate not masked")
def plate(text: str, judgment: Judgment, rng: Random) -> str | None:
    number = rng.choice(("浙A·3K7P2", "苏E8M25T", "粤B·Y6180", "川A5Q93N"))
    words = rng.choice(
        (f"其驾驶牌号为{number}的小型轿车。", f"当日其驾驶{number}号轿车离开。", f"车牌号为{number}的汽车停于路边。")
    )
    return after_facts(text, words)


@kind("PUB702", "home address to the door", "likely")
def address(text: str, judgment: Judgment, rng: Random) -> str | None:
    home = rng.choice(
        ("浙江省海宁市长安镇青年路18号2幢302室", "江苏省昆山市周市镇新村路9号", "湖南省浏阳市大瑶镇枫林村石塘组12号")
    )
    return sheet.change(
        text,
        sheet.head(text),
        r"(?<=，)(?:现|家)?(?:住|户籍(?:所在)?地)[^，。；、]{3,20}(?=[。；，])",
        lambda m: f"住{home}",
        rng,
    )


@kind("PUB703", "minor accused named", "likely", also=("PUB704",))
def minor_named(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    masked = sole is None or re.search("[某×*XＸ甲乙丙]", sole["name"]) or len(sole["name"]) > 3
    return None if masked else young(text)


@kind("PUB704", "crime of a minor to be published", "likely", also=("PUB703",))
def crime_of_minor(text: str, judgment: Judgment, rng: Random) -> str | None:
    return young(text)


@kind("PUB705", "victim of a sexual crime named", "likely")
def victim_named(text: str, judgment: Judgment, rng: Random) -> str | None:
    sole = sheet.sole(text)
    if sole is None or not re.search("强奸|猥亵", sole["charge"]):
        return None
    name = rng.choice(("林晓薇", "何雨桐", "尹佳丽"))
    found = re.search(r"被害人(?P<name>[一-鿿](?:某某|某[0-9甲乙]?|×+))", text)
    return text.replace(found["name"], name) if found else None


@kind("PUB705", "witness named", "likely")
def witness_named(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = re.search(r"证人(?P<name>[一-鿿](?:某某|某[0-9甲乙]?))(?=的?证言|证实)", text)
    return text.replace(found["name"], rng.choice(("宋立诚", "孟庆元", "唐淑华"))) if found else None


@kind("PUB706", "judge masked", "likely")
def judge_masked(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = sheet.signed(text)
    if not found or "某" in found[0]["name"]:
        return None
    surname = found[0]["name"][0]
    return sheet.put(text, found[0].span("name"), rng.choice((surname + "某某", surname + "某", "×××")))


@kind("PUB706", "lawyer masked", "likely")
def lawyer_masked(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = r"(?<=辩护人)[一-鿿]{2,3}(?=，[^，。]{2,20}律师事务所律师)"
    return sheet.change(text, sheet.head(text), pattern, lambda m: m[0][0] + rng.choice(("某", "某某", "××")), rng)
