"""The page as a clerk sees it: where things stand in the text as given, found without our reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from anjian.documents.numerals import HAN, han, whole

Zone = tuple[int, int]

NUMBER = rf"[0-9０-９{HAN}]"
DAY = rf"(?:[0-9０-９]{{4}}|[0〇○OＯ零一二三四五六七八九]{{4}})年{NUMBER}{{1,3}}月{NUMBER}{{1,3}}日"
#: 二年六个月, 八个月, 一年
LENGTH = rf"(?:{NUMBER}{{1,3}}年(?:零|又)?(?:{NUMBER}{{1,3}}个?月)?|{NUMBER}{{1,3}}个月)(?!内|以|后)"
TERM = re.compile(rf"(?P<kind>有期徒刑|拘役|管制)(?P<length>{LENGTH})(?!零?{NUMBER}{{1,3}}[日天])")
SPAN = re.compile(rf"(?P<begin>{DAY})\s*起?\s*至\s*(?P<finish>{DAY})")
FINE = re.compile(rf"[，、；]?(?:并处|单处|处)?罚金(?:人民币)?(?P<amount>[0-9０-９{HAN},，.]{{1,14}})元(?:人民币)?")
PAYMENT = re.compile(
    r"[（(；;，。]?\s*[（(]?(?:上述|判处的|本案)?罚金(?!人民币|[0-9])[^。；;）)]{0,50}?(?:缴纳|缴清|交纳|付清|缴付|缴)"
    r"[^。；;）)]{0,20}[）)]?"
)
ARTICLE = re.compile(
    r"第[一二三四五六七八九十百]+条(?:之[一二三四五])?"
    r"(?:[、，]?第[一二三四五六七八九](?:[、，][一二三四五六])*款(?:第?[（(]?[一二三四五六七八九十]{1,2}[）)]?项)?)*"
)
CONVICTED = re.compile(
    r"被告人(?P<name>[^，。；、：犯（(\s]{2,12})[（(]?[^，。；）)]{0,8}[）)]?犯(?P<charge>[^，。；犯]{2,30}?罪)(?=[，,；])"
)
BORN = re.compile(
    r"(?P<year>19[0-9]{2}|20[0-2][0-9])"
    r"(?=年[0-9]{1,2}月[0-9]{1,2}日(?:出?生)|(?<=[男女]，....)年[0-9]{1,2}月[0-9]{1,2}日，[^因经于被]{1,4}族)"
)


def day(words: str) -> date | None:
    """The day of 2018年7月16日 or 二〇一八年七月十六日; None when there is no such day."""
    parts = re.split("[年月日]", re.sub("[0OＯ]", "〇", words) if not words[0].isdigit() else words)
    numbers = [int(p) if p.isdigit() and p[0] not in HAN else whole(p.replace("零", "〇")) for p in parts[:3]]
    try:
        return date(*(n or 0 for n in numbers))
    except ValueError:
        return None


def like(value: date, words: str) -> str:
    """A day written in the script of WORDS."""
    if words[0].isdigit():
        return f"{value.year}年{value.month}月{value.day}日"
    zero = "○" if "○" in words else "〇"
    year = "".join((zero + "一二三四五六七八九")[int(c)] for c in str(value.year))
    return f"{year}年{han(value.month)}月{han(value.day)}日".replace("一十", "十")


def years_later(value: date, years: int) -> date:
    """The same day of another year, 29 February made 28."""
    return value.replace(year=value.year + years, day=28 if (value.month, value.day) == (2, 29) else value.day)


def months(length: str) -> int | None:
    """Whole months of 二年六个月."""
    found = re.fullmatch(rf"(?:({NUMBER}+?)年)?(?:零|又)?(?:({NUMBER}+?)个?月)?", length)
    if not found:
        return None
    return 12 * (whole(found[1] or "0") or 0) + (whole(found[2] or "0") or 0)


def length(count: int) -> str:
    """二年六个月 for 30 months."""
    years, rest = divmod(count, 12)
    return (f"{han(years)}年" if years else "") + (f"{han(rest)}个月" if rest else "")


def end_of(begin: date, count: int) -> date:
    """The last day of so many months from a day, the plain way."""
    year, month = divmod(begin.year * 12 + begin.month - 1 + count, 12)
    first = date(year, month + 1, 1)
    return first + timedelta(days=begin.day - 2)


def put(text: str, zone: Zone, words: str) -> str:
    """The text with other words in a zone."""
    return text[: zone[0]] + words + text[zone[1] :]


def change(
    text: str,
    zone: Zone | None,
    pattern: str | re.Pattern[str],
    words: str | Callable[[re.Match[str]], str],
    rng: Random,
) -> str | None:
    """One match in a zone, drawn by chance, replaced; None without zone or match."""
    if zone is None:
        return None
    found = list(re.compile(pattern).finditer(text, *zone))
    if not found:
        return None
    match = rng.choice(found)
    return put(text, match.span(), words if isinstance(words, str) else words(match))


def result_at(text: str) -> int:
    """Where 判决如下 or 裁定如下 ends; -1 without."""
    found = list(re.finditer("(?:判决|裁定)如下[：:]?", text))
    return found[-1].end() if found else -1


def disposition(text: str) -> Zone | None:
    """From 判决如下 to the appeal notice."""
    start = result_at(text)
    end = re.compile("如?不服本|本(?:判决|裁定)(?:为终|系终|送达)").search(text, start) if start > 0 else None
    return (start, end.start()) if end else None


def notice(text: str) -> Zone | None:
    """The sentences on the appeal."""
    place = disposition(text)
    end = re.compile(r"副?本[^。]{0,12}份。?|上诉。(?!\s*书面)").search(text, place[1]) if place else None
    return (place[1], end.end()) if place and end and end.end() - place[1] < 200 else None


def tail(text: str) -> Zone | None:
    """The signatures: from the end of the notice to the clerk."""
    place = disposition(text)
    found = re.compile(rf"{HAN_DAY}[\s。]*(?:代|见习|法官助理\S+\s*)?书\s*记\s*员\s*\S{{2,4}}").search(
        text, place[1] if place else 0
    )
    return (place[1], found.end()) if place and found and found.end() - place[1] < 600 else None


HAN_DAY = (
    r"[二一][〇○0OＯ零oО][〇○0OＯ零一二三四五六七八九]{2}年[元一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
SIGNED = re.compile(
    r"(?P<role>审判长|代理审判员|助理审判员|审判员|人民陪审员)(?P<name>[一-鿿·]{2,4}?)(?=\s+|代理审判员|审判员|人民陪审员)"
)


def signed(text: str) -> list[re.Match[str]]:
    """The signatures of judges and lay judges."""
    place = tail(text)
    return list(SIGNED.finditer(text, *place)) if place else []


def decided(text: str) -> re.Match[str] | None:
    """The date of the decision."""
    place = tail(text)
    return re.compile(HAN_DAY).search(text, *place) if place else None


def decided_on(text: str) -> date | None:
    """The day of the decision."""
    found = decided(text)
    return day(found[0]) if found else None


def basis(text: str) -> Zone | None:
    """From the last 依照《 to 判决如下."""
    end = result_at(text)
    found = list(re.finditer(r"(?:依照|依据|根据|按照)\s*《", text[:end])) if end > 0 else []
    return (found[-1].end() - 1, end) if found and end - found[-1].end() < 900 else None


def code_articles(text: str) -> Zone | None:
    """The articles of the criminal law in the basis."""
    place = basis(text)
    found = (
        re.compile(r"《中华人民共和国刑法》(?P<list>[^《]*?)(?=之?的?规定|和?《|及|，判|最高|，经)").search(
            text, *place
        )
        if place
        else None
    )
    return found.span("list") if found and "条" in found["list"] else None


def body(text: str) -> Zone | None:
    """From the charge to 本院认为."""
    start, end = text.find("提起公诉"), text.find("本院认为")
    return (start, end) if 0 < start < end else None


def reasoning(text: str) -> Zone | None:
    """From 本院认为 to the basis."""
    start, place = text.find("本院认为"), basis(text)
    return (start, place[0]) if place and 0 < start < place[0] else None


def head(text: str) -> Zone:
    """Everything before the indictment."""
    end = re.search("起诉书|提起公诉|本院认为", text)
    return (0, end.start() if end else len(text))


def at_first_instance(text: str) -> bool:
    """Whether this is a criminal judgment of first instance."""
    return bool(re.search(r"刑\s*事[^。]{0,8}判\s*决\s*书", text[:200])) and not re.search(
        "上诉人|原审|再审|罪犯", text
    )


def convictions(text: str) -> list[re.Match[str]]:
    """被告人X犯Y罪 in the disposition."""
    place = disposition(text)
    return list(CONVICTED.finditer(text, *place)) if place else []


def sole(text: str) -> re.Match[str] | None:
    """The only conviction of a first-instance judgment with one accused and one crime."""
    found = convictions(text)
    place = disposition(text)
    if len(found) != 1 or not place or not at_first_instance(text):
        return None
    return found[0] if len(re.findall("犯[^，。；犯]{2,30}?罪，", text[place[0] : place[1]])) == 1 else None


def sole_term(text: str) -> re.Match[str] | None:
    """The only term that the disposition of a sole conviction pronounces."""
    place = disposition(text)
    found = list(TERM.finditer(text, *place)) if place and sole(text) else []
    return found[0] if len(found) == 1 else None


def sole_fine(text: str) -> re.Match[str] | None:
    """The only fine of a sole conviction."""
    place = disposition(text)
    found = list(FINE.finditer(text, *place)) if place and sole(text) else []
    return found[0] if len(found) == 1 else None


def yuan(words: str) -> int | None:
    """The yuan of 五千, 5,000 or 5万."""
    return whole(words.replace(",", "").replace("，", ""))
