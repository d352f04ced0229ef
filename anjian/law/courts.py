"""Courts and case numbers: the form of 法〔2015〕137号 (from 2016-01-01) and the older 字第 form.

The register of court codes is learned from published documents and is far from complete: a code that it does not
hold is unknown.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache, lru_cache

from msgspec import Struct

from anjian.law.dated import read_table

#: The first day of the case-number form with court codes.
NEW_FORM_SINCE = date(2016, 1, 1)

#: Names and codes of courts are few: what is asked about one is remembered.
_REMEMBERED = 8192
_HAN_DIGITS = "一二三四五六七八九十"
_LETTERS = "".join(dict.fromkeys("京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云藏陕甘青宁新兵"))
_YEAR = r"[（(〔\[]\s*((?:19|20)[0-9]{2})\s*[)）〕\]]\s*"
_NEW = re.compile(
    rf"{_YEAR}(最高法(?:知)?|[{_LETTERS}]\s*(?:[0-9]{{4}}|[0-9]{{2}}|)|[\u4e00-\u9fff][0-9]{{2,6}})"
    r"\s*([\u4e00-\u9fff]{1,5}?)\s*([0-9]{1,6})\s*号"
    rf"(?:之([{_HAN_DIGITS}]{{1,3}}))?"
)
_OLD = re.compile(
    rf"{_YEAR}([\u4e00-\u9fff]{{1,12}}?)\s*字\s*第?\s*([0-9]{{1,6}})(?:-([0-9]{{1,3}}))?\s*号"
    rf"(?:之([{_HAN_DIGITS}]{{1,3}}))?"
)
_OLD_TYPE = re.compile(
    r"[立知少商经审速]?[一二三四五六七八九]?([刑民行赔执])[一二三四五六七八九]?[速少知]?"
    r"([初终再重申监抗核复执更提特辖立]*)$"
)


class CaseNumber(Struct, frozen=True):
    """A parsed case number. `code` is the court code or the old court mark; `style` is "new" or "old".

    `type` is the case type code as written (刑初); in the old style divisions (刑二初 → 刑初) are dropped.
    """

    year: int
    code: str
    type: str
    serial: int
    suffix: str
    style: str
    start: int
    end: int


class CaseType(Struct, frozen=True):
    """One case type code: 刑初 is field 刑事, instance 一审."""

    code: str
    name: str
    field: str
    instance: str


class Court(Struct, frozen=True):
    """A court code with the name a published document gives it and that document."""

    code: str
    name: str
    seen_in: str


@lru_cache(maxsize=64)
def parse_case_number(text: str) -> CaseNumber | None:
    """The first case number in the text, in either form; None when there is none."""
    new, old = _NEW.search(text), _OLD.search(text) if "字" in text else None
    if old and (not new or old.start() <= new.start()):
        return _old(old)
    if new is None:
        return None
    code = "".join(new[2].split())
    return CaseNumber(int(new[1]), code, new[3], int(new[4]), new[5] or "", "new", *new.span())


def _old(found: re.Match[str]) -> CaseNumber:
    mark, kind = _split_old(found[2])
    suffix = found[5] or found[4] or ""
    return CaseNumber(int(found[1]), mark, kind, int(found[3]), suffix, "old", *found.span())


def _split_old(text: str) -> tuple[str, str]:
    """Court mark and case type of an old number: 温乐刑初 → 温乐, 刑初; 深罗法民二初 → 深罗法, 民初."""
    found = _OLD_TYPE.search(text)
    if not found:
        return text, ""
    return text[: found.start()], found[1] + found[2]


@cache
def _types() -> dict[str, CaseType]:
    return {r["code"]: CaseType(r["code"], r["name"], r["field"], r["instance"]) for r in read_table("case_types")}


def case_type(code: str) -> CaseType | None:
    """The case type of a code such as 刑初; None for a code the table does not hold."""
    return _types().get(code)


def type_codes() -> tuple[str, ...]:
    """Every case type code of the table, in its order."""
    return tuple(_types())


@lru_cache(maxsize=_REMEMBERED)
def level_of_code(code: str) -> str | None:
    """最高, 高级, 中级 or 基层 by the digits of a court code: none, two or four; None for another pattern."""
    if code.startswith("最高法"):
        return "最高"
    if not code or code[0] not in _LETTERS:
        return None
    return {0: "高级", 2: "中级", 4: "基层"}.get(len(code) - 1) if code[1:].isdigit() or len(code) == 1 else None


_SPECIAL = (
    ("铁路运输中级法院", "中级"), ("铁路运输法院", "基层"), ("互联网法院", "基层"), ("知识产权法院", "中级"),
    ("海事法院", "中级"), ("金融法院", "中级"), ("兵团分院", "高级"),
)  # fmt: skip


@lru_cache(maxsize=_REMEMBERED)
def court_level(name: str) -> str | None:
    """最高, 高级, 中级 or 基层 by the name of a court; None when the name does not tell."""
    for word, level in (("最高人民法院", "最高"), ("高级人民法院", "高级"), ("中级人民法院", "中级"), *_SPECIAL):
        if word in name:
            return "高级" if "兵团分院" in name else level
    return "基层" if name.endswith("人民法院") else None


@cache
def _provinces() -> dict[str, str]:
    return {row["letter"]: row["name"] for row in read_table("provinces")}


def province_of_code(code: str) -> str | None:
    """The province of a court code by its letter: 皖1702 → 安徽省; None for 最高法 and unknown letters."""
    return _provinces().get(code[:1])


@cache
def _courts() -> dict[str, tuple[Court, ...]]:
    found: dict[str, list[Court]] = {}
    for row in read_table("courts"):
        found.setdefault(row["code"], []).append(Court(row["code"], row["name"], row["seen_in"]))
    return {code: tuple(courts) for code, courts in found.items()}


def court_of_code(code: str) -> Court | None:
    """The court that published documents show under this code; None when unknown."""
    found = _courts().get(code)
    return found[0] if found else None


_CITY = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:市|自治州|地区|盟)")
_UNIQUE = re.compile(r"(?:[县市旗]人民法院|铁路运输(?:中级)?法院)$")
_SHORT_NAMES = (
    ("内蒙古", "内蒙古自治区"), ("广西", "广西壮族自治区"), ("宁夏", "宁夏回族自治区"),
    ("西藏", "西藏自治区"), ("新疆", "新疆维吾尔自治区"),
)  # fmt: skip


def _divide(name: str) -> tuple[str | None, str]:
    """The province that a court's name begins with, and the rest of the name."""
    plain = _plain(name)
    for written, province in (*((p, p) for p in _provinces().values()), *_SHORT_NAMES):
        if plain.startswith(written):
            return province, plain.removeprefix(written)
    return None, plain


@cache
def _cities() -> dict[str, str]:
    """Cities and prefectures at the head of registered names, where the register gives them one province."""
    found: dict[str, set[str]] = {}
    for code, courts in _courts().items():
        for court in courts:
            province, rest = _divide(court.name)
            province, city = province or province_of_code(code), _CITY.match(rest)
            if city and province:
                found.setdefault(city[0], set()).add(province)
    return {city: provinces.pop() for city, provinces in found.items() if len(provinces) == 1}


_DISTRICT = re.compile(
    r"([\u4e00-\u9fff]{2,6}?市)(?:[\u4e00-\u9fff]{1,12}?区人民法院|(?:第[一二三四五六]+)?中级人民法院)$"
)


@cache
def _code_cities() -> dict[str, str]:
    """City of the first two digits of a code, where every registered name that tells has the same one."""
    found: dict[str, set[str]] = {}
    for code, courts in _courts().items():
        for court in courts:
            city = _DISTRICT.fullmatch(_divide(court.name)[1])
            if city and len(code) in (3, 5) and code[1:].isdigit():
                found.setdefault(code[:3], set()).add(city[1])
    return {prefix: cities.pop() for prefix, cities in found.items() if len(cities) == 1}


def city_of_code(code: str) -> str | None:
    """The prefecture-level city of a court code, as the register tells it: 闽0203 → 厦门市; None when unknown."""
    return _code_cities().get(code[:3])


def prefixes_of_city(city: str) -> frozenset[str]:
    """The beginnings of court codes (闽02) that the register has in a city."""
    return frozenset(prefix for prefix, known in _code_cities().items() if known == city)


@lru_cache(maxsize=_REMEMBERED)
def province_of_court(name: str) -> str | None:
    """The province of a court by its name, else as the register has its city or the court; None when nothing tells.

    The court itself only where no other has its name: districts of one name lie in many cities.
    """
    province, rest = _divide(name)
    city = _CITY.match(rest)
    if province is None and city:
        province = _cities().get(city[0])
    if province:
        return province
    seen = {province_of_code(code) for code in codes_of_court(name)} if _UNIQUE.search(name) else set()
    return seen.pop() if len(seen) == 1 else None


@lru_cache(maxsize=_REMEMBERED)
def codes_of_court(name: str) -> tuple[str, ...]:
    """Every code seen with the court; a court that was renumbered has several. Empty when unknown."""
    whole, shortened = _codes_by_name()
    plain = _plain(name)
    found = set(shortened.get(plain, ()))
    found.update(*(whole.get(form, ()) for form in (plain, *_shortened(plain))))
    return tuple(code for code in _courts() if code in found) if found else ()


@cache
def _codes_by_name() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Codes by the registered names, and by the forms that leave their province or city out."""
    whole: dict[str, list[str]] = {}
    shortened: dict[str, list[str]] = {}
    for code, courts in _courts().items():
        for court in courts:
            plain = _plain(court.name)
            whole.setdefault(plain, []).append(code)
            for form in _shortened(plain):
                shortened.setdefault(form, []).append(code)
    return whole, shortened


def _shortened(plain: str) -> list[str]:
    """What is left of a name without the regions it begins with: `same_court` takes the one for the other."""
    return [plain[at:] for at in range(1, len(plain)) if plain.endswith(_REGIONS, 0, at)]


def same_court(one: str, other: str) -> bool:
    """Whether two names can mean one court: equal, or equal after the province (and city) that one leaves out."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return long.endswith(short) and (len(short) == len(long) or long[: -len(short)].endswith(_REGIONS))


_REGIONS = ("省", "市", "自治区", "自治州", "地区", "盟", "兵团")


def _plain(name: str) -> str:
    return "".join(name.split()).removeprefix("中华人民共和国")


def same_province(one: str | None, other: str | None) -> bool:
    """Whether two provinces can be one: equal, unknown, or 新疆 and its 兵团, whose courts stand in one line."""
    return one is None or other is None or one == other or {one, other} == {"新疆维吾尔自治区", "新疆生产建设兵团"}


@lru_cache(maxsize=_REMEMBERED)
def code_fits_court(code: str, name: str) -> bool | None:
    """Whether code and court name agree, by the register, by level and by province; None when nothing tells.

    False only where the level or the province contradicts, or where the register shows the code for another court.
    """
    level, named = level_of_code(code), court_level(name)
    if level and named and level != named:
        return False
    if not same_province(province_of_code(code), province_of_court(name)):
        return False
    known = _courts().get(code)
    return any(same_court(c.name, name) for c in known) if known else None
