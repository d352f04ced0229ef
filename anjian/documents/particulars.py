"""The particulars that follow a party's name in the head: sex, birth, people, schooling, work, address."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise
from typing import Any

from . import dates

_SELF_STATED = re.compile(r"(?:（?自报(?:名|姓名)?）?[：:]?|（?化名）?[：:]?)")
_NAME = re.compile(r"[^，。；：、（）“”\[\]]{1,40}")
#: Where a name ends although no stop stands there: a sentence begins.
_NAME_ENDS = re.compile(
    r"(?<=[一-龥某甲乙0-9A-Za-z])(?:因(?:涉嫌|犯|本案|吸|赌|盗|交通|危险|殴|故意|非法|诈|曾|形迹|违|醉|寻)|曾因|于(?:19|20|二〇)|"
    r"(?:19|20)[0-9]{2}年|二〇..年|涉嫌|系|现(?:羁|住|在)|[男女]$|[男女](?=[，。]))"
)
#: What `_NAME_ENDS` begins with.
_NAME_ENDS_WITH = frozenset("因曾于12二涉系现男女")
_BODY = re.compile(r"(?:[^，。；：（）]+|（[^（）]{1,20}）)+")
_SHORT_FORM = re.compile(r"（(?:以下|下|简)[^）]*）.*$")
_SEX = re.compile(r"[男女](?=[，。；）性0-9汉]|$)")
_SEX_LABELS = ("性别", "性别：", "性别:")
_BRACKET = re.compile("（[^）]*）")
_BEFORE_BIRTH = ("生于", "出生", "出生日期", "出生日期：", "出生于")
_BORN = re.compile(r"，?出生|生(?!产|效)")
_KNOWN_WORK = re.compile(
    r"(?:无业|无职业|无固定职业|农民|务农|务工|工人|个体|职工|学生|司机|驾驶员|经商|退休)[一-龥]{0,6}"
)
_KNOWN_WORK_BEGINS = frozenset((
    "无业", "无职", "无固", "农民", "务农", "务工", "工人", "个体", "职工", "学生", "司机", "驾驶", "经商", "退休",
))  # fmt: skip
_ORIGIN = re.compile(r"[省市县区乡镇村旗州]人$|群众|党员|^捕前住|^原籍|^户")
_YEAR_ONLY = re.compile(r"((?:19|20)[0-9]{2}年)(?:出生|生)")
_ETHNICITY = re.compile(r"(?:^|[，。；：、]|出生)(?:民族[：:]?)?([一-龥]{1,6}族)(?=[，。；）、（]|$)")
_PEOPLE_END = re.compile("族(?=[，。；）、（]|$)")
_EDUCATION = re.compile(
    r"(?:文化程度[：:]?|学历[：:]?)?(?:小学|初中|高中|中专|大专|大学|本科|专科|文盲|半文盲|不识字|研究生|硕士|博士|职高|中技|技校|职中|"
    r"技工|中等|高等|中学|成人|专升本|初级|高级)[一-龥（）]{0,10}"
)
_EDUCATION_BEGINS = frozenset((
    "文化", "学历", "小学", "初中", "高中", "中专", "大专", "大学", "本科", "专科", "文盲", "半文", "不识", "研究",
    "硕士", "博士", "职高", "中技", "技校", "职中", "技工", "中等", "高等", "中学", "成人", "专升", "初级", "高级",
))  # fmt: skip
_IDENTITY = re.compile(
    r"(?:公民身份(?:证)?(?:号码|号)|居民身份证(?:号码|号)?|身份证(?:号码|号)?|身份号码)[：:为]?([0-9Xx×*＊]{3,18})"
)
_ADDRESS = re.compile(
    r"(?:现|家|暂|居|租|捕前|原)?住(?:所地|所|址|地|在)?[：:]?|居住(?:地|于|在)[：:]?|"
    r"(?:户籍|户口)(?:所在|登记|住)?(?:地址|地|址)?(?:和居住地|及现住址|同居住地)?(?:[：:在]|均?为)?"
)
_ADDRESS_BEGINS = frozenset("现家暂居租捕原住户")
#: 住址及户籍所在地均系: the rest of the words before an address.
_JOINED = re.compile(
    r"(?:(?:[及和与、]|以及)(?:户籍|户口)(?:所在|登记)?(?:地址|地)?)?(?:均|都)?"
    r"(?:系|为|是|在(?=[一-龥]{1,8}[省市县区]))?[：:]?"
)
_SEAT = re.compile(r"(?:住所地|住所|住址|所在地|地址|经营场所)[：:]?(?:在|位于)?([^，。；：]{2,60})")
_ALIAS = re.compile(
    r"(?:曾用名|又名|别名|化名|绰号|外号|自称|英文名|英文姓名|户籍名|真名|原名|网名|小名|别称|人称)"
    r"[：:]?“?([^，。；）”]{1,40})”?"
)
_ALIAS_WORD = re.compile(r"^(?:曾用名|又名|别名|化名|绰号|外号)[：:]?")
_LISTED = re.compile("[、/和]")
_FIRM = re.compile(
    r"(?:指派的?|系|为|由|的|，|（|^)(?:系)?(?P<firm>(?!系)[一-龥][一-龥（）]{1,28}?"
    r"(?:律师事务所|律师所|法律服务所|法律援助中心|法律援助工作站|法律援助处|法律服务中心))"
)
_SENTENCE = re.compile(r"(?:19|20)[0-9]{2}年|因|于|曾|现|被|出生|户籍|身份|住|[男女]$")


def person_name(text: str) -> str | None:
    """The name that stands at the start of a passage; 自报 and 化名 before it are passed over."""
    stated = _SELF_STATED.match(text, 0, 80)
    m = _NAME.match(text, stated.end() if stated else 0, 80)
    if m is None:
        return None
    name = m[0]
    end = None if _NAME_ENDS_WITH.isdisjoint(name) else _NAME_ENDS.search(name)
    return (name[: end.start()] if end else name).strip() or None


def body_name(text: str) -> str | None:
    """The name of an office or company at the start of a passage, brackets that belong to it included."""
    m = _BODY.match(text, 0, 120)
    if m is None:
        return None
    name = _SHORT_FORM.sub("", m[0]) if "（" in m[0] else m[0]
    return name.strip() or None


def seat(text: str) -> str | None:
    """Where a body has its seat, from the passage behind its name."""
    m = _SEAT.search(text, 0, 120)
    return m[1] if m else None


def particulars(text: str, before: str = "") -> dict[str, Any]:
    """What the passage behind a name says of the person, as keyword arguments of `Party`."""
    opening = text[:260]
    birth, birth_text = _birth(opening)
    fields = [f for f in opening.replace("。", "，").replace("；", "，").split("，") if f]
    identity = _IDENTITY.search(opening)
    education = next((f for f in fields if f[:2] in _EDUCATION_BEGINS and _EDUCATION.fullmatch(f)), None)
    return {
        "sex": _sex(opening),
        "birth": birth,
        "birth_text": birth_text,
        "ethnicity": _ethnicity(opening),
        "education": education,
        "occupation": _occupation(fields, education),
        "identity_number": identity[1] if identity else None,
        "address": _address(fields),
        "aliases": _aliases(before + opening),
    }


def _sex(text: str) -> str | None:
    """男 or 女 where a field begins, 性别 before it or not."""
    for m in _SEX.finditer(text):
        at = m.start()
        if text.endswith(_SEX_LABELS, 0, at):
            at = text.rfind("性别", 0, at)
        if at == 0 or text[at - 1] in "，。（；":
            return m[0]
    return None


def _ethnicity(text: str) -> str | None:
    for end in _PEOPLE_END.finditer(text):
        m = _ETHNICITY.search(text, max(end.start() - 11, 0), end.end() + 1)
        if m:
            return m[1]
    return None


def _birth(text: str) -> tuple[date | None, str | None]:
    at = text.find("年", 4)
    while at >= 0:
        m = dates.DATE.match(text, at - 4)
        if m:
            limit = m.end() + 30
            bracket = _BRACKET.match(text, m.end(), limit)
            behind = bracket.end() if bracket else m.end()
            if _BORN.match(text, behind, limit) or text.endswith(_BEFORE_BIRTH, 0, m.start()):
                return dates.to_date(m), m[0]
        at = text.find("年", at + 1)
    year = _YEAR_ONLY.search(text)
    return None, year[1] if year else None


def _occupation(fields: list[str], education: str | None) -> str | None:
    """The field behind the schooling, or any that names a known work."""
    if education is not None:
        for field, follower in pairwise(fields[:13]):
            if field == education and not _tells_otherwise(follower):
                return follower
    return next((f for f in fields[:12] if f[:2] in _KNOWN_WORK_BEGINS and _KNOWN_WORK.fullmatch(f)), None)


def _tells_otherwise(field: str) -> bool:
    """Whether a field is about something else than an occupation."""
    found = _SENTENCE.match(field) or _ORIGIN.search(field) or _ADDRESS.match(field) or _ETHNICITY.match(field)
    return found is not None


def _address(fields: list[str]) -> str | None:
    found: dict[bool, str] = {}
    for field in fields[:16]:
        m = _ADDRESS.match(field) if field[0] in _ADDRESS_BEGINS else None
        if m and len(field) > m.end() + 1:
            joined = _JOINED.match(field, m.end())
            found.setdefault("住" in m[0], field[joined.end() if joined else m.end() :])
    return found.get(True) or found.get(False)


def _aliases(text: str) -> tuple[str, ...]:
    if "名" not in text and "称" not in text and "绰号" not in text and "外号" not in text:
        return ()
    names: list[str] = []
    for m in _ALIAS.finditer(text):
        names.extend(_ALIAS_WORD.sub("", name).strip("“”\"'") for name in _LISTED.split(m[1]))
    return tuple(dict.fromkeys(name for name in names if name))


def firm_of(text: str) -> str | None:
    """The law firm (or legal aid office) a passage about a lawyer names."""
    if "律师" not in text and "法律" not in text:
        return None
    firms = list(_FIRM.finditer(text))
    return next((m["firm"] for m in firms if "律师" in m["firm"][-6:]), firms[0]["firm"] if firms else None)
