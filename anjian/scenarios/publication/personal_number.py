"""公布的文书没有隐去个人号码。

English: A personal number is published in full.

## What 查什么
文书中完整的居民身份号码、手机号码、银行账号（卡号）、护照号码、车牌号码。对尚未公布的文书，命中即为公布前应当处理之处；对已经公布的文书，为应当撤换、更正之处。

## Why 为何
公布完整的个人号码侵害个人信息权益，可能被用于冒名、诈骗；公布规定要求删除或以“×”替代。

## Method 方法
十八位数字（末位可为X）中间八位为真实日期的，按身份号码；前后有“手机、电话、联系、微信、支付宝、号码”字样的十一位号码（中间有短横、空格的也算）；“账号、卡号、账户、银行卡”前后的十二位至十九位数字；“护照”之后的号码；“省份简称＋字母＋五六位”的完整车牌。每个不同的号码报第一处。

## Exclusions 排除
部分隐去（×、*、X）的号码不报；统一社会信用代码、案号、文号、检验编号不报；没有语境的长数字不报；法院公布的收款账户（诉讼费、执行款专户，或者户名为法院、财政的）不报；法院通知中写明的承办人、书记员的联系电话不报；2016年10月1日前裁判的文书中的车牌只作提示（以前的规定未明列车牌）；2016年10月1日前公布的文书适用当时的规定，公布日期从文书中看不出，仍提示，由核查人按公布时间处理。

## Assumptions 假定
文书将要公布或者已经公布。

## Basis 依据
《最高人民法院关于人民法院在互联网公布裁判文书的规定》（法释〔2016〕19号，2016年10月1日起施行）第十条第一款第（一）项、第（二）项。该规定原文不在本项目所据法律文本之内，条号取自公开文本。

## Remedy 怎么改
删除，或者以“×”替代部分数字后重新公布。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Certainty, Finding, Scenario, Words, decided_on

from .common import RULE_SINCE, rule

SCENARIO = Scenario(
    code="PUB701",
    name="personal-number",
    title=Words("个人号码未隐去", "Personal number unmasked"),
    family="publication",
    basis=(rule("10"),),
    certainty="certain",
    severity="major",
    subjects=("any",),
)
#: The signs of a text that tell whether any number may stand in it: 0 for a digit, A for a capital.
_SIGNS = bytes(48 if 48 <= c < 58 else 65 if 65 <= c < 91 else 32 for c in range(256))
_ELEVEN = b"0" * 11
_PASSPORTS = anchors("护照")
_DIGITS = re.compile(r"[0-9]{11,}[Xx]?")
_BESIDE = re.compile(r"[0-9A-Za-z.×*＊]")
_PROVINCES = tuple("京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵黔云藏陕甘青宁新")
_PLATE = re.compile(r"[A-Z][·.]?(?:[A-Z0-9]{5,6}(?![A-Z0-9×*＊])|[A-Z0-9]{4}(?=号?[挂学警]))")
_PASSPORT = re.compile(r"护照(?:[，,（]?号码?)?[：:为是]?([A-Z]{1,2}[0-9]{7,8})(?![0-9])")
#: A mobile number written in groups, as it is spoken: 139-0000-0000, 139 0000 0000.
_GROUPED = re.compile(
    r"(?<![0-9A-Za-z.×*＊－—-])1[ -]?[3-9][0-9](?:[ －—-][0-9]{4}[ －—-]?|[0-9]{4}[ －—-])[0-9]{4}"
    r"(?![0-9A-Za-z.×*＊]|[－—-][0-9])"
)
_PHONE_WORDS = ("手机", "电话", "联系", "微信", "支付宝", "拨打", "号码", "短信", "移动", "联通")
_BANK_WORDS = ("账号", "帐号", "卡号", "账户", "帐户", "银行卡", "信用卡", "存折", "储蓄卡")
_BANK_BEHIND = re.compile(r"的?(?:银行)?(?:账户|帐户|账号|帐号|银行卡|储蓄卡|信用卡)")
#: The court's own account, to which the parties pay.
_COURT_ACCOUNT = re.compile(
    r"(?:户名|账户名称?|收款单位|收款人|账户名)[：:为]?[^，。；]{0,20}(?:法院|财政)|(?:诉讼费|案款|执行款|上诉费)[^，。；]{0,10}(?:专户|账户|账号|帐号|帐户)"
    r"|法院[^，。；]{0,12}(?:账户|专户|账号|帐号)"
)
#: The court's own contact, which its notices must give: 承办法官：…，联系电话：…
_COURT_CONTACT = re.compile(
    r"(?:承办人|承办法官|执行员|执行法官|法官助理|书记员|联系人|本院(?:联系)?(?:电话|地址)|法院(?:联系)?电话)[^。；]{0,40}$"
)
_PAYEE = 60
_BEFORE, _AFTER = 24, 10
ENGLISH = {
    "居民身份号码": "identity number",
    "手机号码": "mobile number",
    "银行账号": "bank account number",
    "护照号码": "passport number",
    "车牌号码": "number plate",
}


class _Number(Struct, frozen=True):
    kind: str
    start: int
    end: int


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per different number, at its first place."""
    day = decided_on(judgment)
    seen: set[str] = set()
    for number in _numbers(judgment):
        digits = judgment.plain[number.start : number.end]
        if digits in seen:
            continue
        seen.add(digits)
        old = day is not None and day < RULE_SINCE
        certainty: Certainty = "hint" if number.kind == "车牌号码" and old else "certain"
        yield SCENARIO.finding(
            judgment,
            judgment.place(number.start, number.end),
            f"{number.kind}没有隐去。",
            f"A full {ENGLISH[number.kind]} stands in the text.",
            expected="删除或以×替代",
            certainty=certainty,
        )


def _numbers(judgment: Judgment) -> Iterator[_Number]:
    text = judgment.plain
    signs = text.encode("ascii", "replace").translate(_SIGNS)
    if _ELEVEN in signs:
        yield from _long(text)
    if " " in text or "-" in text or "—" in text or "－" in text:
        yield from _grouped(text)
    if judgment.has(_PASSPORTS):
        yield from (_Number("护照号码", m.start(1), m.end(1)) for m in _PASSPORT.finditer(text))
    if b"A" in signs:
        yield from _plates(text)


def _long(text: str) -> Iterator[_Number]:
    for m in _DIGITS.finditer(text):
        alone = not _BESIDE.match(text[m.start() - 1 : m.start()]) and not _BESIDE.match(text[m.end() : m.end() + 1])
        kind = _kind(text, m) if alone and len(m[0]) < 20 else None
        if kind:
            yield _Number(kind, m.start(), m.end())


def _grouped(text: str) -> Iterator[_Number]:
    for m in _GROUPED.finditer(text):
        if _telephone(text, m):
            yield _Number("手机号码", m.start(), m.end())


def _kind(text: str, m: re.Match[str]) -> str | None:
    number = m[0]
    before, after = text[max(m.start() - _BEFORE, 0) : m.start()], text[m.end() : m.end() + _AFTER]
    near = before[max(before.rfind(stop) for stop in "。；") + 1 :]
    if "信用代码" in near or "注册号" in near:
        return None
    if len(number) == 18 and _is_day(number[6:14]):
        return "居民身份号码"
    bank = any(word in near for word in _BANK_WORDS) or _BANK_BEHIND.match(after)
    if len(number) >= 12 and number.isdigit() and bank:
        around = text[max(m.start() - _PAYEE, 0) : m.end() + _PAYEE]
        return None if _COURT_ACCOUNT.search(around) else "银行账号"
    mobile = len(number) == 11 and number[0] == "1" and number[1] in "3456789"
    return "手机号码" if mobile and _telephone(text, m) else None


def _telephone(text: str, m: re.Match[str]) -> bool:
    """Whether the words beside a number in the form of a mobile one call it so, and it is not the court's own."""
    before, after = text[max(m.start() - _BEFORE, 0) : m.start()], text[m.end() : m.end() + _AFTER]
    near = before[max(before.rfind(stop) for stop in "。；") + 1 :] + after
    if _COURT_CONTACT.search(text, max(m.start() - _PAYEE, 0), m.start()):
        return False
    return any(word in near for word in _PHONE_WORDS)


def _is_day(text: str) -> bool:
    try:
        return 1900 <= date(int(text[:4]), int(text[4:6]), int(text[6:])).year <= 2100
    except ValueError:
        return False


def _plates(text: str) -> Iterator[_Number]:
    for m in _PLATE.finditer(text):
        province = text.endswith(_PROVINCES, 0, m.start())
        if province and "XX" not in m[0] and any(c.isdigit() for c in m[0]):
            yield _Number("车牌号码", m.start() - 1, m.end())
