"""性别、出生日期、年龄与身份号码互相矛盾。

English: Sex, birth, age and identity number disagree.

## What 查什么
同一人的性别、出生日期前后不一；公民身份号码的出生日期码、性别码与写明的不一致，或者校验码不符；年龄与出生日期不符。

## Why 为何
出生日期决定刑事责任年龄，性别、身份号码关系身份认定和羁押；互相矛盾必有一处错误。

## Method 方法
首部写明的出生日期、性别，与正文中紧接该人姓名的出生日期、性别对照；十八位身份号码按国家标准取出生日期码（第7至14位）、顺序码末位（奇数为男，偶数为女），并验算校验码；首部年龄和正文中紧接姓名的“现年若干岁”按裁判日推算，相差三岁以上的报告；正文中称为学生而按出生日期在裁判时不满六岁的报告。

## Exclusions 排除
隐名的姓名（张某）只在“被告人”等称谓之后比对，并且只报可能；同名的当事人不比对；隐去部分数字的号码不查；年龄相差两岁以内（虚岁、案发时年龄）不报；农历生日、户籍年龄与实际年龄有说明（“户籍登记为”“实际出生”“农历”“骨龄”）的文书不比对出生日期。

## Assumptions 假定
姓名相同即为同一人。

## Basis 依据
GB 11643（公民身份号码的编码规则）；文书前后一致的要求。

## Remedy 怎么改
核对户籍证明，统一改正；涉及刑事责任年龄的应当查明。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment, dates
from anjian.documents.anchors import anchors
from anjian.documents.model import Party
from anjian.documents.numerals import whole
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .common import masked, own_end

SCENARIO = Scenario(
    code="DOC603",
    name="sex-age-drift",
    title=Words("性别、年龄、身份号码矛盾", "Sex, age and identity number disagree"),
    family="form",
    basis=(Basis("GB 11643 公民身份号码"),),
    certainty="certain",
    severity="major",
    subjects=("any",),
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"
_DATE = dates.DATE.pattern.replace("?P<y>", "").replace("?P<m>", "").replace("?P<d>", "")
#: Between a name and its birth: no other person, no other clause.
_BIRTH = re.compile(
    rf"(?:[，（]?[男女][，,])?[（，系于是]{{0,2}}(?:出生日期[为是：]?|出生于|生于)?(?:{_DATE})(?:出生(?![的后地])|生(?=[，。；）、（]))?"
)
_SEX = re.compile(r"[，（](男|女)[，,）性]")
_AGE = re.compile(r"(?<=[，。])(?:现年)?([0-9]{1,2})周?岁(?=[，。])")
#: An age at the time of writing, right behind a name.
_AGE_NOW = re.compile(r"[（，系]?(?:[男女]，)?(?:现年|今年)([0-9]{1,3}|[一二三四五六七八九十百]{1,4})周?岁")
#: What is told of a person right behind the name begins with one of these, or with one behind a comma or bracket.
_TOLD = frozenset("，（男女系于是出生现今0123456789一二")
_PUPIL = re.compile(r"学生([一-龥某×]{2,4}[0-9]?)（(?:[男女]，)?" + f"({_DATE})" + r"(?:出生|生)")
_PUPILS = anchors("学生")
_AGES = anchors("岁，", "岁。")
_DOUBTED = anchors("农历", "户籍登记", "登记的出生", "实际出生", "骨龄", "真实年龄", "实际年龄")
#: What must stand before a masked name, which several people may share.
_ROLES = ("被告人", "上诉人", "罪犯", "自诉人", "原告", "被告", "第三人", "申请人", "被执行人", "申请执行人")
_TOLERATED = 2
_SCHOOL_AGE = 6


def check(judgment: Judgment) -> Iterator[Finding]:
    """Identity numbers against head, head against body, stated ages against births."""
    stop = own_end(judgment)
    doubted, aged = judgment.has(_DOUBTED), judgment.has(_AGES)
    names = [p.name for p in judgment.parties]
    for party in judgment.parties:
        if party.kind == "person" and party.paragraph:
            if party.identity_number:
                yield from _identity(judgment, party)
            if aged:
                yield from _age(judgment, party)
            if not doubted and names.count(party.name) == 1:
                yield from _body(judgment, party, stop)
    if judgment.has(_PUPILS):
        yield from _pupils(judgment, stop)


def _identity(judgment: Judgment, party: Party) -> Iterator[Finding]:
    number = (party.identity_number or "").upper()
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return
    place = _within(judgment, party, party.identity_number or "")
    born, sex = number[6:14], "男" if int(number[16]) % 2 else "女"
    if party.birth and born != f"{party.birth:%Y%m%d}":
        yield _finding(judgment, place, party, "身份号码的出生日期码", born, "出生日期", f"{party.birth:%Y%m%d}")
    elif party.sex and sex != party.sex:
        yield _finding(judgment, place, party, "身份号码的性别码", sex, "性别", party.sex)
    elif _CHECK[sum(int(a) * b for a, b in zip(number, _WEIGHTS, strict=False)) % 11] != number[17]:
        expected = _CHECK[sum(int(a) * b for a, b in zip(number, _WEIGHTS, strict=False)) % 11]
        yield _finding(judgment, place, party, "身份号码的校验码", number[17], "验算结果", expected)


def _within(judgment: Judgment, party: Party, words: str) -> tuple[int, int]:
    start, end = judgment.plain_span(party.paragraph or party)
    at = judgment.plain.find(words, start, end)
    return (at, at + len(words)) if at >= 0 else judgment.plain_span(party)


def _age(judgment: Judgment, party: Party) -> Iterator[Finding]:
    start, end = judgment.plain_span(party.paragraph or party)
    m = _AGE.search(judgment.plain, start, min(end, start + 120))
    if m:
        yield from _stated(judgment, party, m)


def _stated(judgment: Judgment, party: Party, m: re.Match[str]) -> Iterator[Finding]:
    """A stated age against the birth of the head, at the decision."""
    decided = judgment.decided.value if judgment.decided else None
    if decided and party.birth:
        real = decided.year - party.birth.year - ((decided.month, decided.day) < (party.birth.month, party.birth.day))
        stated = whole(m[1])
        if stated is not None and abs(real - stated) > _TOLERATED:
            yield _finding(judgment, m.span(), party, "年龄", f"{m[1]}岁", "按出生日期推算", f"{real}岁")


def _body(judgment: Judgment, party: Party, stop: int) -> Iterator[Finding]:
    """Birth and sex as restated right behind the name, after the head."""
    text, size, hidden = judgment.plain, len(party.name), masked(party.name)
    at = text.find(party.name, judgment.plain_span(party.paragraph or party)[1], stop)
    while at >= 0:
        after = text[at + size : at + size + 2]
        if after[:1] not in _TOLD or (after[0] in "，（" and after[1:] not in _TOLD):
            at = text.find(party.name, at + size, stop)
            continue
        if hidden and not text.endswith(_ROLES, 0, at):  # a masked name may be somebody else's too
            at = text.find(party.name, at + size, stop)
            continue
        m = _BIRTH.match(text, at + size, min(at + size + 40, stop))
        day = dates.DATE.search(m[0]) if m and ("生" in m[0]) else None
        value = dates.to_date(day) if day else None
        if m and value and party.birth and value != party.birth:
            yield _finding(
                judgment, m.span(), party, "此处出生日期", f"{value:%Y-%m-%d}", "首部", f"{party.birth:%Y-%m-%d}"
            )
        age = _AGE_NOW.match(text, at + size, stop)
        if age:
            yield from _stated(judgment, party, age)
        sex = _SEX.match(text, at + size, stop)
        if sex and party.sex and sex[1] != party.sex:
            yield _finding(judgment, (at, sex.end()), party, "此处性别", sex[1], "首部", party.sex)
        at = text.find(party.name, at + size, stop)


def _pupils(judgment: Judgment, stop: int) -> Iterator[Finding]:
    decided = judgment.decided.value if judgment.decided else None
    for m in _PUPIL.finditer(judgment.plain, 0, stop) if decided else ():
        day = dates.DATE.search(m[2])
        born = dates.to_date(day) if day else None
        if born and decided and decided.year - born.year < _SCHOOL_AGE:
            yield SCENARIO.finding(
                judgment,
                judgment.place(m.start(), m.end()),
                f"此处称为学生，按所写出生日期裁判时不满{_SCHOOL_AGE}岁。",
                f"Called a pupil, though under {_SCHOOL_AGE} at the decision by the birth date given.",
                found=m[2],
                certainty="likely",
            )


def _finding(
    judgment: Judgment, span: tuple[int, int], party: Party, what: str, found: str, against: str, expected: str
) -> Finding:
    return SCENARIO.finding(
        judgment,
        judgment.place(*span),
        f"{party.name}：{what}为{found}，{against}为{expected}。",
        f"{party.name}: {found} here, {expected} elsewhere in the document.",
        expected=expected,
        found=found,
        certainty="likely" if masked(party.name) and what.startswith("此处") else "certain",
    )
