"""文书里留有模板或别案内容。

English: Residue of a form or of another case.

## What 查什么
没有填写的样式文字（“写明…”“选择其一”“××××年××月××日”、空括号、方括号占位符），整篇没有填写的样式，或者主文里出现首部没有的被告人。

## Why 为何
样式残留说明文书未经校对；别案姓名留在主文里，判项就错了对象。

## Method 方法
查样式用语和占位符；查主文判处对象是否首部所列的被告人（首部姓名均未隐名时）。每种痕迹在一份文书里只报告第一处。

## Exclusions 排除
隐名化留下的××（车牌、号码、门牌、姓名、检察员×××）不报；“附法律条文”等方括号标题、案号的方括号不报；附录法条中的省略号不报；出生日期、裁判日期等隐去的数字不报（未填写的日期只在起止、起诉、强制措施等处查）；姓名差一个字的由DOC602查。

## Assumptions 假定
发布时的隐名不会留下“写明”“选择”一类字样。

## Basis 依据
文书应当针对本案制作（人民法院裁判文书样式）。

## Remedy 怎么改
删去或填写残留内容；主文对象错误的依法补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS, masked, one_off

SCENARIO = Scenario(
    code="DOC605",
    name="template-residue",
    title=Words("模板残留", "Template residue"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="likely",
    severity="minor",
    subjects=("any",),
)
_FILL = "姓名|名称|案号|罪名|日期|年月日|写明|填写|选择|此处|住址|金额|待补|待定"
_OPEN, _CLOSE = "[\\[【［〔{｛<＜〈]", "[\\]】］〕}｝>＞〉]"
#: Name of the residue in both languages, an anchor of it, and its form in the text as given.
_RESIDUE = (
    (
        "样式说明文字",
        "instructions of the form",
        "写明",
        re.compile(r"……?[（(]写明[^）)]{0,20}|[（(](?:首先|应当)?写明[^）)]{0,20}"),
    ),
    (
        "样式的选择项",
        "alternatives of the form",
        "选择",
        re.compile(r"选择其一|[（(【\[](?:二|三|任)?选(?:一|择)[^）)】\]]{0,8}[）)】\]]"),
    ),
    ("样式的选择项", "alternatives of the form", "或者不公开", re.compile(r"[（(]或者?不公开[）)]")),
    (
        "未填写的日期",
        "an unfilled date",
        "年",
        re.compile(
            r"[×xXＸ_＿]{4}年[×xXＸ_＿]{1,2}月[×xXＸ_＿]{1,2}日(?=[^。]{0,6}(?:起|止|提起|拘留|逮捕|立案|受理|开庭|作出))"
        ),
    ),
    ("未填写的下划线", "an unfilled blank", "_", re.compile(r"_{3,}")),
    ("未填写的下划线", "an unfilled blank", "＿", re.compile(r"＿{2,}")),
    ("占位符", "a placeholder", "", re.compile(rf"{_OPEN}[一-龥、/／]{{0,8}}(?:{_FILL})[一-龥、/／]{{0,8}}{_CLOSE}")),
    ("空括号", "empty brackets", "", re.compile(r"\[[ \u3000]*\]|【[ \u3000]*】|《[ \u3000]*》|“[ \u3000]*”")),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """The first of every kind of residue, and convicted persons whom the head does not know."""
    done: set[str] = set()
    for zh, en, anchor, pattern in _RESIDUE:
        m = pattern.search(judgment.text) if zh not in done and anchor in judgment.text else None
        if m:
            done.add(zh)
            place = judgment.place(*_plain(judgment, m))
            yield SCENARIO.finding(
                judgment,
                place,
                f"文书里留有{zh}“{judgment.quote(place)}”。",
                f"The document still has {en}.",
                found=judgment.quote(place),
            )
    yield from _strangers(judgment)


def _plain(judgment: Judgment, m: re.Match[str]) -> tuple[int, int]:
    return judgment.source.plain_at(m.start()), judgment.source.plain_at(m.end() - 1) + 1


def _strangers(judgment: Judgment) -> Iterator[Finding]:
    """Persons of the disposition whom a head without any masked name does not list."""
    people = [p for p in judgment.parties if p.kind == "person"]
    names = {name for p in people for name in (p.name, *p.aliases)}
    if not judgment.defendants or any(masked(name) for name in names):
        return
    for result in judgment.results:
        name = result.party
        if result.origin or masked(name) or not 2 <= len(name) <= 4 or (result.item is None and len(people) > 1):
            continue
        near = any(name in known or known in name or one_off(name, known) for known in names)
        if not near and judgment.plain.count(name) < 3:
            yield SCENARIO.finding(
                judgment,
                result,
                f"主文判处的“{name}”不是首部所列的被告人。",
                f"{name} in the disposition is no defendant of the head.",
                expected="、".join(sorted(names)),
                found=name,
            )
