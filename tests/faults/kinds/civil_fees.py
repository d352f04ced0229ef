"""The fees of the suit (CIV501, CIV502)."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from anjian.documents import Judgment
from tests.faults import sheet, suit
from tests.faults.plant import civil

#: Upper end of a step, per cent, what the quick sum adds (诉讼费用交纳办法 art 13, in force since 2007-04-01).
STEPS = (
    (10000, "0", 50),
    (100000, "2.5", -200),
    (200000, "2", 300),
    (500000, "1.5", 1300),
    (1000000, "1", 3800),
    (2000000, "0.9", 4800),
    (5000000, "0.8", 6800),
    (10000000, "0.7", 11800),
)
HALVED = re.compile(rf"(?P<full>[0-9][0-9.,]*元)，?减半(?:计)?收取(?:计|为|案件受理费)?(?P<half>{suit.SUM})")


def step_of(value: Decimal) -> int:
    """Which step a value lies in; the number of steps for one above all."""
    return next((i for i, s in enumerate(STEPS) if value <= s[0]), len(STEPS))


def tariff(value: Decimal, step: int) -> Decimal:
    """The fee on a value by the quick sum of a step."""
    _, rate, add = STEPS[step]
    return (value * Decimal(rate) / 100 + add).quantize(Decimal("0.01"), ROUND_HALF_UP)


def sole_fee(text: str) -> re.Match[str] | None:
    """The fee of a judgment of first instance that one side bears whole, so that its sum stands alone."""
    place = suit.fees(text)
    if place is None or not suit.first(text, "民事") or not suit.within(text, "2007-04-01"):
        return None
    found = suit.sums(text, place)
    halved = HALVED.search(text, *place)
    alone = len(found) == 1 or (halved and len(found) == 2)
    apart = re.search("保全|预交|退", text[place[0] : place[1]])
    return found[0] if alone and "反诉" not in text and not apart else None


def by_tariff(text: str) -> tuple[re.Match[str], Decimal] | None:
    """The fee and a claimed sum whose tariff it is."""
    fee, asked = sole_fee(text), suit.claims(text)
    if fee is None or suit.labour(text) or re.search("离婚|人格|商标|专利|著作权", text):
        return None
    if asked is None or re.search("利率|利息|违约金|损失|确认|解除|分割|[0-9]+%", text[asked[0] : asked[1]]):
        return None
    for found in suit.sums(text, asked):
        value = suit.amount(found["sum"])
        step = step_of(value)
        if 1 <= step < len(STEPS) and abs(tariff(value, step) - suit.amount(fee["sum"])) < 1:
            return fee, value
    return None


def refeed(text: str, fee: re.Match[str], new: Decimal) -> str | None:
    """The text with another fee, and its half where one is told."""
    if new == suit.amount(fee["sum"]) or new <= 0:
        return None
    place = suit.fees(text)
    halved = HALVED.search(text, *place) if place else None
    if halved:
        text = sheet.put(text, halved.span("sum"), suit.written(new / 2))
    return sheet.put(text, fee.span("sum"), suit.written(new, fee["sum"]))


@civil("CIV501", "fee by the rate of another step")
def other_step(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = by_tariff(text)
    if found is None:
        return None
    fee, value = found
    step = step_of(value)
    other = rng.choice([i for i in (step - 1, step + 1) if 1 <= i < len(STEPS)])
    return refeed(text, fee, tariff(value, other))


@civil("CIV501", "quick addition of the step forgotten")
def no_addition(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = by_tariff(text)
    return refeed(text, found[0], tariff(found[1], s := step_of(found[1])) - STEPS[s][2]) if found else None


@civil("CIV501", "fee with a zero too many")
def ten_times(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = by_tariff(text)
    return refeed(text, found[0], suit.amount(found[0]["sum"]) * 10) if found else None


@civil("CIV501", "fee doubled")
def doubled_fee(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = by_tariff(text)
    return refeed(text, found[0], suit.amount(found[0]["sum"]) * 2) if found else None


@civil("CIV501", "two digits of the fee changed about")
def transposed_fee(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = by_tariff(text)
    if found is None:
        return None
    digits = found[0]["sum"]
    pairs = [i for i in range(len(digits.split(".")[0]) - 1) if digits[i] != digits[i + 1] and digits[i + 1] != "0"]
    if not pairs:
        return None
    i = rng.choice(pairs)
    return refeed(text, found[0], Decimal(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]))


def settled(text: str, fee: Decimal) -> bool:
    """Whether the whole fee can be nothing else: by the sum asked, the least one, a labour case, a divorce at most."""
    asked = suit.claims(text)
    least = fee == 50 and asked and not re.search("利|违约金|损失", text[asked[0] : asked[1]])
    return bool(by_tariff(text) or least or suit.labour(text) or (fee == 300 and "离婚纠纷一案" in text))


@civil("CIV501", "fee not halved in the simple procedure")
def not_halved(text: str, judgment: Judgment, rng: Random) -> str | None:
    fee, place = sole_fee(text), suit.fees(text)
    halved = HALVED.search(text, *place) if place else None
    if fee is None or halved is None or not suit.simple_single(text) or not settled(text, suit.amount(fee["sum"])):
        return None
    return sheet.put(text, (halved.end("full"), halved.end("half")), "")


@civil("CIV501", "fee halved in the ordinary procedure by a panel")
def halved_for_nothing(text: str, judgment: Judgment, rng: Random) -> str | None:
    fee = sole_fee(text)
    if fee is None or "减半" in text or not suit.panel(text) or re.search("简易|调解|撤回|撤诉", text):
        return None
    half = suit.written(suit.amount(fee["sum"]) / 2)
    return sheet.put(text, (fee.end(), fee.end()), f"，减半收取{half}元")


@civil("CIV501", "half that is not the half")
def wrong_half(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.fees(text)
    halved = HALVED.search(text, *place) if place else None
    if halved is None or len(suit.sums(text, place)) != 2:
        return None
    new = suit.amount(halved["sum"]) + rng.choice((10, 25, 100, -5))
    return sheet.put(text, halved.span("sum"), suit.written(new, halved["sum"])) if new > 0 else None


@civil("CIV501", "labour case charged like a property case")
def labour_fee(text: str, judgment: Judgment, rng: Random) -> str | None:
    fee = sole_fee(text) if suit.labour(text) else None
    return refeed(text, fee, Decimal(rng.choice((50, 300, 1200)))) if fee and suit.amount(fee["sum"]) == 10 else None


@civil("CIV501", "administrative case charged by value")
def administrative_fee(text: str, judgment: Judgment, rng: Random) -> str | None:
    place = suit.fees(text)
    if place is None or suit.field(text) != "行政" or not suit.within(text, "2007-04-01"):
        return None
    found = suit.sums(text, place)
    if len(found) != 1 or re.search("商标|专利|海事|赔偿|预交", text) or found[0]["sum"] != "50":
        return None
    return sheet.put(text, found[0].span("sum"), rng.choice(("500", "150", "5", "1300")))


@civil("CIV501", "divorce without property below the tariff")
def divorce_fee(text: str, judgment: Judgment, rng: Random) -> str | None:
    fee = sole_fee(text) if "离婚纠纷一案" in text else None
    return refeed(text, fee, Decimal(rng.choice((20, 30, 40)))) if fee else None


SHARE = re.compile(rf"(?P<who>[一-鿿（）]{{2,30}}?)(?:各自|自行)?(?:负担|承担){suit.SUM}")


def shares(text: str) -> list[re.Match[str]]:
    """The parts of the only fee of a document, where they add up to it or to its half."""
    place = suit.fees(text)
    if place is None:
        return []
    found = list(SHARE.finditer(text, *place))
    others = suit.sums(text, (place[0], found[0].start())) if found else []
    whole = sum(suit.amount(m["sum"]) for m in found)
    if len(found) < 2 or not others or "各" in text[place[0] : place[1]] or suit.amount(others[-1]["sum"]) != whole:
        return []
    return found if len(suit.sums(text, place)) == len(found) + len(others) else []


@civil("CIV502", "one share of the fee off")
def share_off(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = shares(text)
    if not found:
        return None
    share = rng.choice(found)
    new = suit.amount(share["sum"]) + rng.choice((1, 10, -7, 100, 50))
    return sheet.put(text, share.span("sum"), suit.written(new, share["sum"])) if new > 0 else None


@civil("CIV502", "two shares of the fee alike")
def shares_alike(text: str, judgment: Judgment, rng: Random) -> str | None:
    found = shares(text)
    if len(found) != 2 or found[0]["sum"] == found[1]["sum"]:
        return None
    return sheet.put(text, found[1].span("sum"), found[0]["sum"])


@civil("CIV502", "shares of the whole fee though it is halved")
def shares_of_whole(text: str, judgment: Judgment, rng: Random) -> str | None:
    found, place = shares(text), suit.fees(text)
    if not found or place is None or not HALVED.search(text, *place):
        return None
    for share in reversed(found):
        text = sheet.put(text, share.span("sum"), suit.written(suit.amount(share["sum"]) * 2, share["sum"]))
    return text
