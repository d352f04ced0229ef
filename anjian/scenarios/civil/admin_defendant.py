"""行政被告列得不对。

English: The review body or the maker of the act is not a defendant.

## What 查什么
复议机关作出维持的复议决定，没有列复议机关或者原机关为共同被告；原告不服的行政行为写明由某机关作出，而该机关不是被告。

## Why 为何
2015年5月1日起，复议维持的，作出原行政行为的机关和复议机关是共同被告；漏列被告属于严重违反法定程序。

## Method 方法
在诉称、答辩、查明事实中找“某机关作出复议决定……维持”，与首部被告（含第三人）的名称、简称对照；找“不服被告某机关作出的……”中的机关对照。

## Exclusions 排除
复议申请因不符合受理条件被驳回的；复议改变、撤销、确认违法的；行政赔偿、不履行职责、信息公开答复另有复议的；复审、复核（商标、专利、工伤鉴定）；
机关名称与被告相近、互为上下级内设机构，或者文书说到职权变更、继续行使、委托、撤回对其起诉的；二审、再审；立案日期早于2015年5月1日的，都不报。

## Assumptions 假定
首部写全了被告；文书中的复议决定就是对被诉行为的复议。

## Basis 依据
《中华人民共和国行政诉讼法》第二十六条第一款、第二款；《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第一百三十三条、第一百三十四条。

## Remedy 怎么改
依法追加被告；已经判决的，依审判监督程序纠正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .provisions import ADMINISTRATIVE, NEW_FORMS

SCENARIO = Scenario(
    code="CIV512",
    name="admin-defendant",
    title=Words("行政被告列得不对", "Review body or maker of the act not sued"),
    family="civil",
    basis=(Basis(ADMINISTRATIVE, "26", 2, since=NEW_FORMS),),
    certainty="likely",
    severity="major",
    subjects=("administrative-first",),
)
_BODY = r"(?:政府|局|厅|委员会|委|部|署|办公室|管理处|海关)"
_REVIEWED = re.compile(
    rf"(?:[。；，：]|向|后|^)(?:[0-9年月日同后]{{0,14}}，?)?(?:经|由)?(?:第三人)?(?P<who>[一-龥]{{2,24}}?{_BODY})"
    r"(?:（[^）]{1,20}）)?(?:受理后|经审理|经审查)?，?(?:于|在)?[0-9年月日]{0,12}，?(?:对[^，。；]{1,20})?(?:作出|做出|出具)(?:了)?"
    r"[^。；]{0,60}?复议决定[^。；]{0,50}?(?P<kept>维持|驳回[^。；，]{0,16}(?:复议请求|行政复议请求))"
)
_SUED = re.compile(
    rf"不服(?:被告|第三人)?(?P<who>[一-龥]{{2,24}}?{_BODY})(?:（[^）]{{1,20}}）)?(?:于)?[0-9年月日]{{0,12}}(?:对其)?(?:所)?作出的?"
)
_NOT_SO = re.compile(
    r"不符合[^。；]{0,12}受理条件|继续行使|职权(?:变更|划转|调整)|机构改革|委托(?!诉讼|代理)|变更(?:本案)?被告|追加[^。；]{0,20}被告|撤回对|"
    r"不予受理|复审|复核|不同意追加|国务院最终|赔偿"
)
_CHANGED = re.compile(r"复议决定[^。；]{0,60}(?:撤销|变更|确认[^。；]{0,20}违法|责令)")
#: Trade marks and patents: their bodies were merged, and their reviews are none of the kind.
_REGISTERED = re.compile(r"商标|专利|植物新品种|集成电路")
_ROLE = re.compile(r"^(?:原告|被告|第三人|上述|该|其|本案|[0-9]+)")


def check(judgment: Judgment) -> Iterator[Finding]:
    """A finding for a review body that kept the act and is not sued, and for an act whose maker is not sued."""
    on = decided_on(judgment)
    filed = judgment.course.filed.value if judgment.course and judgment.course.filed else on
    if on is None or filed is None or min(on, filed) < NEW_FORMS:
        return
    if judgment.cause and _REGISTERED.search(judgment.cause.name):
        return
    text = judgment.plain
    start = next((c.end for c in judgment.cuts if c.name == "parties"), 0)
    reasoning = judgment.cut("reasoning") or judgment.cut("disposition")
    end = reasoning.start if reasoning else len(text)
    if _NOT_SO.search(text, start, end) or not any(p.role == "被告" for p in judgment.parties):
        return
    yield from _review(judgment, start, end)
    yield from _maker(judgment, start, end)


def _review(judgment: Judgment, start: int, end: int) -> Iterator[Finding]:
    if _CHANGED.search(judgment.plain, start, end):
        return
    for m in _REVIEWED.finditer(judgment.plain, start, end):
        if not _sued(judgment, m["who"]):
            yield _finding(
                judgment,
                judgment.place(m.start("who"), m.end("kept")),
                f"{m['who']}作出维持原行政行为的复议决定，首部没有列其为共同被告。",
                "The review body upheld the act but is not a co-defendant.",
                m["who"],
            )
            return


def _maker(judgment: Judgment, start: int, end: int) -> Iterator[Finding]:
    m = _SUED.search(judgment.plain, start, end)
    if m and not _sued(judgment, m["who"]) and "复议" not in judgment.plain[m.start() : m.end() + 40]:
        yield SCENARIO.finding(
            judgment,
            judgment.place(m.start(), m.end()),
            f"原告不服的行政行为由{m['who']}作出，首部的被告没有这一机关。",
            "The maker of the act that is sued on is not a defendant.",
            expected=m["who"],
            found="、".join(p.name for p in judgment.parties if p.role == "被告"),
            basis=(Basis(ADMINISTRATIVE, "26", 1, since=NEW_FORMS),),
        )


def _sued(judgment: Judgment, who: str) -> bool:
    """Whether a body is a party, by its name, a short name or a name that is part of the other."""
    who = _ROLE.sub("", who)
    names = {p.name for p in judgment.parties} | set(judgment.known_names)
    return len(who) < 3 or any(who in name or name in who or _initials(who, name) for name in names if len(name) > 1)


def _initials(short: str, full: str) -> bool:
    """Whether the characters of a short name stand in this order in the full one (市政府 in 某某市人民政府)."""
    at = -1
    for char in short:
        at = full.find(char, at + 1)
        if at < 0:
            return False
    return True


def _finding(judgment: Judgment, place: Place, zh: str, en: str, who: str) -> Finding:
    defendants = "、".join(p.name for p in judgment.parties if p.role == "被告")
    return SCENARIO.finding(judgment, place, zh, en, expected=who, found=defendants)
