"""What a civil document must mask before publication, and what it must not (PUB701 to PUB706)."""

from __future__ import annotations

import re
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet, suit
from tests.faults.kinds.civil_forms import numbered
from tests.faults.plant import civil


def told(text: str, words: str) -> str | None:
    """A sentence put after the first of the facts found."""
    place = suit.findings(text)
    stop = text.find("。", *place) + 1 if place else 0
    return sheet.put(text, (stop, stop), words) if stop else None


@civil("PUB701", "citizen number of a party not masked")
def citizen_number(text: str, judgment: Judgment, rng: Random) -> str | None:
    return numbered(text, rng)


@civil("PUB701", "telephone of a party not masked")
def telephone(text: str, judgment: Judgment, rng: Random) -> str | None:
    digits = rng.choice(("138", "159", "186", "177")) + str(rng.randrange(10**7, 10**8))
    return told(
        text, rng.choice((f"原告多次拨打被告手机{digits}催要。", f"联系电话{digits}。", f"被告以微信号{digits}回复。"))
    )


@civil("PUB701", "account of a payment not masked")
def account(text: str, judgment: Judgment, rng: Random) -> str | None:
    digits = rng.choice(("622202", "621700", "622848")) + str(rng.randrange(10**12, 10**13))
    words = (f"款项转入被告账号为{digits}的账户。", f"原告向被告中国农业银行卡{digits}转账。", f"收款卡号{digits}。")
    return told(text, rng.choice(words))


@civil("PUB701", "plate of a car in a civil document not masked")
def plate(text: str, judgment: Judgment, rng: Random) -> str | None:
    number = rng.choice(("浙A·3K7P2", "苏E8M25T", "粤B·Y6180", "川A5Q93N"))
    return told(text, rng.choice((f"该车车牌号为{number}。", f"被告名下有{number}号小型轿车一辆。")))


@civil("PUB702", "home of a party to the door", "likely")
def address(text: str, judgment: Judgment, rng: Random) -> str | None:
    homes = (
        "浙江省海宁市长安镇青年路18号2幢302室",
        "江苏省昆山市周市镇新村路9号",
        "湖南省浏阳市大瑶镇枫林村石塘组12号",
    )
    end = text.find("一案")
    pattern = r"(?<=族，)(?:[^，。]{2,6}，)?住[^，。；、]{3,20}(?=[。；，])"
    return sheet.change(text, (0, max(end, 0)), pattern, f"住{rng.choice(homes)}", rng)


@civil("PUB703", "child of a marriage named", "likely", also=("PUB704",))
def child_named(text: str, judgment: Judgment, rng: Random) -> str | None:
    decided = suit.decided_on(text)
    if decided is None or not re.search("离婚纠纷一案|抚养费?纠纷一案", text):
        return None
    name = rng.choice(("郄子涵", "揭雨桐", "亓浩然"))
    return told(text, f"双方于{decided.year - 6}年8月6日生育一子{name}。")


@civil("PUB706", "judge of a civil case masked", "likely")
def judge_masked(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = suit.signed(text)
    if not found or re.search("某", found[0]["name"]):
        return None
    surname = found[0]["name"][0]
    return sheet.put(text, found[0].span("name"), rng.choice((surname + "某某", surname + "某", "×××")))


@civil("PUB706", "lawyer of a civil party masked", "likely")
def lawyer_masked(text: str, judgment: Judgment, rng: Random) -> str | None:
    pattern = r"(?<=代理人)[：:]?[一-鿿]{2,3}(?=，[^，。]{2,20}律师事务所律师)"
    words: tuple[str, ...] = ("某", "某某", "××")
    mask = rng.choice(words)
    return sheet.change(
        text,
        (0, max(text.find("一案"), 0)),
        pattern,
        lambda m: (m[0][0] if m[0][0] in "：:" else "") + m[0].lstrip("：:")[0] + mask,
        rng,
    )
