"""Faults across the documents of one dispute (PRO325, PRO326, LNK801, LNK802, LNK805)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from random import Random

from anjian.documents.numerals import han
from tests.faults import sheet, suit
from tests.faults.chained import Dispute, Texts, linked
from tests.faults.plant import is_criminal

NUMBER = re.compile(r"[（(](?P<year>[0-9]{4})[）)](?P<court>[^号\s（）]{1,14}?)字?第?(?P<serial>[0-9]+)号")
PROTEST = re.compile("抗诉|自诉")


def number(text: str) -> re.Match[str] | None:
    """The number of the document itself."""
    return NUMBER.search(text, 0, 120)


def court(text: str) -> str:
    """The court of the heading, without its province."""
    return re.sub(r"\s", "", text.split("\n")[0])[-8:]


def bench(text: str) -> list[str]:
    """The names that sign, blanks taken out."""
    return [re.sub(r"\s", "", m["name"]) for m in suit.signed(text)]


def seated(text: str, judges: list[str], rng: Random, role: str = "审判员|审判长|代理审判员") -> str | None:
    """The text with one of its signatures made that of one of the judges."""
    here = [m for m in suit.signed(text) if re.fullmatch(role, re.sub(r"\s", "", m["role"]))]
    free = [j for j in judges if j not in bench(text)]
    if not here or not free:
        return None
    return sheet.put(text, rng.choice(here).span("name"), rng.choice(free))


@linked("PRO325", "judge of the first panel sits after the remand")
def judge_again(dispute: Dispute, rng: Random) -> Texts | None:
    for file, remanding in dispute.linked("remand"):
        spoilt = seated(dispute.texts[file], bench(dispute.texts[dispute.first(remanding)]), rng)
        return {file: spoilt} if spoilt else None
    return None


@linked("PRO325", "presiding judge of the first panel presides after the remand")
def presiding_again(dispute: Dispute, rng: Random) -> Texts | None:
    for file, remanding in dispute.linked("remand"):
        first = dispute.texts[dispute.first(remanding)]
        spoilt = seated(dispute.texts[file], bench(first)[:1], rng, "审判长")
        return {file: spoilt} if spoilt else None
    return None


@linked("PRO325", "judge of the decision under retrial sits in the retrial")
def judge_in_retrial(dispute: Dispute, rng: Random) -> Texts | None:
    """The court of the decision hears it anew with one of those who made it."""
    for file, _ in dispute.linked("retrial"):
        text = dispute.texts[file]
        own = [t for f, t in dispute.texts.items() if f < file and court(t) == court(text) and bench(t)]
        mine = number(text)
        if "判决如下" in text and own and mine and "再" in mine[0]:
            spoilt = seated(text, bench(own[-1]), rng)
            return {file: spoilt} if spoilt else None
    return None


CONVICTION = re.compile(
    r"(?P<who>被告人|上诉人|原审被告人|上诉人（原审被告人）)(?P<name>[一-鿿]{2,4})犯(?P<charge>[^，。；]{2,14}罪)，"
    rf"判处(?P<kind>有期徒刑|拘役)(?P<length>{sheet.LENGTH})(?P<probation>，缓刑{sheet.LENGTH})?"
    r"(?P<fine>，并处罚金人民币(?P<sum>[一二三四五六七八九十千万]+)元)?"
)


def sole(text: str) -> re.Match[str] | None:
    """The only conviction of a disposition."""
    start = sheet.result_at(text)
    found = list(CONVICTION.finditer(text, start)) if start > 0 else []
    return found[0] if len(found) == 1 else None


def accused_alone(dispute: Dispute) -> tuple[str, str, re.Match[str]] | None:
    """(first decision, appeal, conviction of the first) where only the accused of a public prosecution appealed."""
    for file, parent in dispute.linked("appeal"):
        first, text = dispute.texts[parent], dispute.texts[file]
        found = sole(first)
        if found and is_criminal(first) and not PROTEST.search(text + first) and "撤回上诉" not in text:
            return parent, file, found
    return None


def changed_on_appeal(dispute: Dispute, file: str, parent: str, words: str) -> str | None:
    """The appeal decided by judgment: the first one quashed and these words pronounced."""
    text, first = dispute.texts[file], number(dispute.texts[parent])
    place = suit_result(text)
    if place is None or first is None or re.search("发回", text[place[0] : place[1]]):
        return None
    heading = re.search(r"刑\s*事\s*裁\s*定\s*书|刑\s*事\s*判\s*决\s*书", text[:120])
    lower = re.sub(r"\s", "", dispute.texts[parent].split("\n")[0])
    items = f"\n一、撤销{lower}{first[0]}刑事判决；\n二、{words}。\n"
    spoilt = sheet.put(text, place, items)
    start = place[0] + len(items)
    spoilt = spoilt[:start] + spoilt[start:].replace("本裁定为终审裁定", "本判决为终审判决")
    spoilt = re.sub("裁定如下(?=：\n一、撤销)", "判决如下", spoilt)
    return sheet.put(spoilt, heading.span(), "刑事判决书") if heading else None


def suit_result(text: str) -> sheet.Zone | None:
    """From 如下 to the sentence that says there is no appeal."""
    start = sheet.result_at(text)
    end = re.compile("本(?:判决|裁定)为终审").search(text, start) if start > 0 else None
    return (start, end.start()) if end else None


def pronounced(found: re.Match[str], length: str, probation: str, fine: str) -> str:
    """A conviction as the second court words it."""
    return f"上诉人（原审被告人）{found['name']}犯{found['charge']}，判处{found['kind']}{length}{probation}{fine}"


@linked("PRO326", "longer term on the appeal of the accused alone")
def longer_term(dispute: Dispute, rng: Random) -> Texts | None:
    case = accused_alone(dispute)
    if case is None:
        return None
    parent, file, found = case
    longer = sheet.length((sheet.months(found["length"]) or 0) + rng.choice((2, 4, 6, 12)))
    words = pronounced(found, longer, found["probation"] or "", found["fine"] or "")
    spoilt = changed_on_appeal(dispute, file, parent, words)
    return {file: spoilt} if spoilt else None


@linked("PRO326", "higher fine on the appeal of the accused alone")
def higher_fine(dispute: Dispute, rng: Random) -> Texts | None:
    case = accused_alone(dispute)
    if case is None or not case[2]["fine"]:
        return None
    parent, file, found = case
    value = sheet.yuan(found["sum"]) or 0
    fine = f"，并处罚金人民币{han(value + rng.choice((1000, 2000, 5000)))}元".replace("一十", "十")
    spoilt = changed_on_appeal(
        dispute, file, parent, pronounced(found, found["length"], found["probation"] or "", fine)
    )
    return {file: spoilt} if spoilt else None


@linked("PRO326", "fine added on the appeal of the accused alone")
def fine_added(dispute: Dispute, rng: Random) -> Texts | None:
    """The first court gives no fine, the second one gives that which stands in the example."""
    case = accused_alone(dispute)
    if case is None or not case[2]["fine"]:
        return None
    parent, file, found = case
    words = pronounced(found, found["length"], found["probation"] or "", found["fine"])
    spoilt = changed_on_appeal(dispute, file, parent, words)
    if spoilt is None:
        return None
    end = sheet.result_at(spoilt)
    first = dispute.texts[parent].replace(found["fine"], "")
    return {
        parent: re.sub("罚金[^。）]*缴纳。?", "", first),
        file: spoilt[:end].replace(found["fine"], "") + spoilt[end:],
    }


@linked("PRO326", "probation taken away on the appeal of the accused alone")
def probation_gone(dispute: Dispute, rng: Random) -> Texts | None:
    """The first court grants probation, the second one says the same penalty without it."""
    case = accused_alone(dispute)
    if case is None or case[2]["probation"] or (sheet.months(case[2]["length"]) or 99) > 36:
        return None
    parent, file, found = case
    spoilt = changed_on_appeal(dispute, file, parent, pronounced(found, found["length"], "", found["fine"] or ""))
    if spoilt is None:
        return None
    plain = f"判处{found['kind']}{found['length']}"
    end = sheet.result_at(spoilt)
    granted = f"{plain}，缓刑三年"
    first = sheet.put(dispute.texts[parent], found.span(), found[0].replace(plain, granted))
    first = re.sub("（刑期从判决执行之日起计算[^）]*）", "（缓刑考验期限，从判决确定之日起计算。）", first)
    return {parent: first, file: spoilt[:end].replace(plain, granted) + spoilt[end:]}


@linked("PRO326", "longer term after a remand on the appeal of the accused alone")
def longer_after_remand(dispute: Dispute, rng: Random) -> Texts | None:
    for file, remanding in dispute.linked("remand"):
        text, first = dispute.texts[file], dispute.texts[dispute.first(remanding)]
        found, before = sole(text), sole(first)
        if found is None or before is None or PROTEST.search("".join(dispute.texts.values())):
            return None
        if re.search("补充起诉|变更起诉|追加起诉|新的犯罪事实", text):
            return None
        longer = sheet.length((sheet.months(before["length"]) or 0) + rng.choice((3, 6)))
        return {file: sheet.put(text, found.span("length"), longer)}
    return None


@linked("LNK801", "appeal dated before the decision appealed against")
def appeal_too_early(dispute: Dispute, rng: Random) -> Texts | None:
    return too_early(dispute, "appeal", rng)


@linked("LNK801", "new hearing dated before the remand")
def hearing_too_early(dispute: Dispute, rng: Random) -> Texts | None:
    return too_early(dispute, "remand", rng)


@linked("LNK801", "retrial dated before the decision under retrial")
def retrial_too_early(dispute: Dispute, rng: Random) -> Texts | None:
    return too_early(dispute, "retrial", rng)


@linked("LNK801", "enforcement dated before the decision enforced")
def enforcement_too_early(dispute: Dispute, rng: Random) -> Texts | None:
    return too_early(dispute, "enforcement", rng)


def too_early(dispute: Dispute, kind: str, rng: Random) -> Texts | None:
    """A decision whose date lies before that of the one it follows from."""
    for file, parent in dispute.linked(kind):
        text = dispute.texts[file]
        decided, before = suit.decided(text), suit.decided_on(dispute.texts[parent])
        if decided and before:
            earlier = before - timedelta(days=rng.randint(20, 300))
            return {file: sheet.put(text, decided.span(), sheet.like(earlier, decided[0]))}
    return None


def restated(dispute: Dispute) -> tuple[str, str, sheet.Zone] | None:
    """(upper, lower, the part of the upper one that tells of the lower one) of the first appeal."""
    for file, parent in dispute.linked("appeal"):
        text = dispute.texts[file]
        end = text.rfind("本院认为")
        if end > 0:
            return file, parent, (0, end)
    return None


@linked("LNK802", "number of the first decision misquoted", "likely", also=("LNK801",))
def number_misquoted(dispute: Dispute, rng: Random) -> Texts | None:
    case = restated(dispute)
    own = number(dispute.texts[case[1]]) if case else None
    if case is None or own is None:
        return None
    file, _, place = case
    at = dispute.texts[file].find(own[0], *place)
    digits = own["serial"]
    i = rng.randrange(len(digits))
    other = digits[:i] + rng.choice([c for c in "123456789" if c != digits[i]]) + digits[i + 1 :]
    start = at + own.start("serial") - own.start()
    return {file: sheet.put(dispute.texts[file], (start, start + len(digits)), other)} if at > 0 else None


@linked("LNK802", "date of the first decision misquoted", "likely")
def date_misquoted(dispute: Dispute, rng: Random) -> Texts | None:
    case = restated(dispute)
    on = suit.decided_on(dispute.texts[case[1]]) if case else None
    if case is None or on is None:
        return None
    file, _, place = case
    told = f"于{on.year}年{on.month}月{on.day}日"
    other: date = rng.choice((on - timedelta(days=10), on + timedelta(days=1), sheet.years_later(on, -1)))
    words = f"于{sheet.like(other, '2')}"
    spoilt = sheet.change(dispute.texts[file], place, f"{told}(?=[^。]{{0,40}}判决|作出)", words, rng)
    return {file: spoilt} if spoilt else None


@linked("LNK802", "penalty of the first decision misquoted", "likely")
def penalty_misquoted(dispute: Dispute, rng: Random) -> Texts | None:
    case = restated(dispute)
    found = sole(dispute.texts[case[1]]) if case else None
    if case is None or found is None:
        return None
    file, _, place = case
    other = sheet.length((sheet.months(found["length"]) or 0) + rng.choice((1, 2, 12)))
    spoilt = sheet.change(dispute.texts[file], place, f"(?<=判处{found['kind']}){found['length']}", other, rng)
    return {file: spoilt} if spoilt else None


@linked("LNK802", "fine of the first decision misquoted", "likely")
def fine_misquoted(dispute: Dispute, rng: Random) -> Texts | None:
    case = restated(dispute)
    found = sole(dispute.texts[case[1]]) if case else None
    if case is None or found is None or not found["fine"]:
        return None
    file, _, place = case
    other = han((sheet.yuan(found["sum"]) or 0) + 1000).replace("一十", "十")
    spoilt = sheet.change(dispute.texts[file], place, f"(?<=罚金人民币){found['sum']}(?=元)", other, rng)
    return {file: spoilt} if spoilt else None


@linked("LNK802", "sum of the first decision misquoted", "likely")
def sum_misquoted(dispute: Dispute, rng: Random) -> Texts | None:
    """The sum of the first judgment where the appeal restates its result, off by two digits changed about."""
    case = restated(dispute)
    first = dispute.texts[case[1]] if case else ""
    item = suit.money_item(first) if suit.first(first, "民事") else None
    if case is None or item is None:
        return None
    file, _, place = case
    text = dispute.texts[file]
    result = re.compile(r"(?:一审|原审)[^。]{0,40}?判决[：:]|(?:遂|并)?判决[：:]").search(text, *place)
    at = text.find(f"{item['sum']}元", result.end(), place[1]) if result else -1
    digits = item["sum"]
    if at < 0 or len(digits) < 2 or digits[0] == digits[1] or digits[1] == "0":
        return None
    return {file: sheet.put(text, (at, at + len(digits)), digits[1] + digits[0] + digits[2:])}


def duplicated(dispute: Dispute) -> tuple[str, str] | None:
    """The first judgment of a civil dispute whose findings tell a day, without which nobody knows facts again."""
    for file, text in dispute.texts.items():
        place = suit.findings(text)
        dated = place and re.search("[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", text[slice(*place)])
        if dated and not dispute.parent[file] and suit.first(text, "民事") and suit.money_item(text):
            return file, text
    return None


@linked("LNK805", "same suit under another number of the same court", "likely")
def same_court_again(dispute: Dispute, rng: Random) -> Texts | None:
    case = duplicated(dispute)
    own = number(case[1]) if case else None
    if case is None or own is None:
        return None
    serial = str(int(own["serial"]) + rng.randint(20, 300)).zfill(len(own["serial"]))
    return {case[0].replace(".txt", "-again.txt"): sheet.put(case[1], own.span("serial"), serial)}


@linked("LNK805", "same suit decided by another court", "likely")
def other_court(dispute: Dispute, rng: Random) -> Texts | None:
    case = duplicated(dispute)
    own = number(case[1]) if case else None
    if case is None or own is None:
        return None
    name = re.sub(r"\s", "", case[1].split("\n")[0])
    other = "湖南省澧溪县人民法院" if not name.startswith("湖南") else "浙江省榆岭县人民法院"
    code = "湘0741民初" if other.startswith("湖南") else "浙1141民初"
    text = sheet.put(case[1], own.span("court"), code).replace(name, other)
    return {case[0].replace(".txt", "-elsewhere.txt"): text}
