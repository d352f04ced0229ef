"""追缴、退赔、没收没有写明数额或者财物。

English: An order to recover, refund or confiscate with neither an amount nor a thing named.

## What 查什么
主文判决追缴违法所得、责令退赔、没收作案工具等，只有概括的名词，没有金额，也没有财物的名称、数量，也没有附清单。

## Why 为何
涉财产部分应当明确、具体；没有数额和名称，执行机构无法立案执行。

## Method 方法
在主文中查找追缴、退赔、退出、没收的语句；句中没有金额、没有具体财物名称、没有数量、没有提到清单的，报告。

## Exclusions 排除
写明毒品、枪支、手机等具体种类的不报，虽然数量未写；依清单、另行处理的不报；二〇一四年十一月六日以前的裁判不报。

## Assumptions 假定
“违法所得”“赃款”“赃物”“作案工具”“涉案财物”本身不是具体名称。

## Basis 依据
《最高人民法院关于刑事裁判涉财产部分执行的若干规定》第六条；《最高人民法院关于适用〈中华人民共和国刑事诉讼法〉的解释》（2021年）第四百四十四条。

## Remedy 怎么改
以裁定补正，写明金额、财物名称和数量，或者补附清单。
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.lazy import once
from anjian.law.editions import edition_on
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .pronounced import SUBJECTS

EXECUTION_RULES = "最高人民法院关于刑事裁判涉财产部分执行的若干规定"
SCENARIO = Scenario(
    code="PEN125",
    name="property-order-unspecific",
    title=Words("追缴、退赔、没收不明确", "Unspecific order about property"),
    family="penalty",
    basis=(Basis(EXECUTION_RULES, "6"),),
    certainty="likely",
    severity="minor",
    subjects=SUBJECTS,
)
_ORDER = anchors("追缴", "退赔", "退出", "退缴", "没收")
NEEDS = (_ORDER,)
_STOP = re.compile("[。；]")
_NOTE = re.compile(r"[^）]*(?:刑期|起至|考验|罚金|缴纳)[^）]*）|）")
_NUMBER = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[0-9]{1,2}[.、])")
_SPECIFIC = re.compile(r"[0-9×]|元|清单|附表|附件|另行|另案|犯罪?[^罪，]{2,20}罪|驳回|撤销|维持|没收财产")
_VICTIM = re.compile(r"被害(?:人|单位)[^，的、]{1,12}?(?=的|、|，|经济|损失|$)")
_GENERAL = re.compile(
    r"(?:违法所得|非法所得|犯罪所得|所得赃款|赃款赃物|赃款|赃物|赃证物|作案工具|犯罪工具|作案用具|作案物品|涉案财物|涉案物品|"
    r"涉案款物|财物|物品|毒资|毒赃|款项|钱款|经济损失|损失|所得|款物)"
)
_FILLER = re.compile(
    r"继续|依法|予以|予|对|将|向|责令|令|判令|由|被告人|上诉人|原审|罪犯|犯罪分子|被害人|被害单位|各自?|本案|在案|其|的|之|尚未|未|退出|退赔|退缴|"
    r"追缴|追回|没收|返还|发还|退还|给|及|和|与|或者|或|、|，|、|：|均|一切|全部|所有|已|被|扣押|查获|缴获|随案移送|移送|冻结|暂扣|"
    r"上缴|国库|上交|处理|公安机关|公安局|扣押机关|机关|本院|执行|负责|销毁|于|后|生效|判决|本|在|犯罪|作案|盗窃|诈骗|贩卖|抢劫|毒品犯罪|"
    r"将|所盗|所骗|所获|并|按比例|用于|使用|供|所用|所使用|时|部分|其余|剩余|责任|共同|连带|依照|按|（|）|人民法院|缴"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per clause of the disposition that orders without saying what."""
    day, cut = decided_on(judgment), judgment.cut("disposition")
    if cut is None or day is None:
        return
    spots = judgment.spots(_ORDER, cut.start, cut.end)
    if not spots or edition_on(EXECUTION_RULES, day) is None:
        return
    for start, end in _ordering(judgment.plain, spots, cut.start, cut.end):
        words = judgment.plain[start:end]
        if not _unspecific(judgment, words):
            continue
        yield SCENARIO.finding(
            judgment,
            judgment.place(start, end),
            "主文关于追缴、退赔、没收的这一判项没有写明金额，也没有写明财物的名称、数量。",
            "An order about property that names neither an amount nor a thing.",
            expected="写明金额或者财物的名称、数量，或者附清单",
            found=words,
        )


def _ordering(text: str, spots: list[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses with a word of an order and nothing specific behind it, each from where its own words begin."""
    done = start
    for at in spots:
        if at < done:
            continue
        opens = max(text.rfind("。", done, at), text.rfind("；", done, at), done - 1) + 1
        stop = _STOP.search(text, at, end)
        done = stop.start() if stop else end
        last = bisect_left(spots, done - 1) - 1
        if last < 0 or _SPECIFIC.search(text, spots[last], done):
            continue
        own = _own_words(text, opens, done)
        if spots[last] >= own:
            yield own, done


def _own_words(text: str, start: int, end: int) -> int:
    """Where a clause's own words begin: after the note of a term before it and a number such as 二、."""
    note = _NOTE.match(text, start, end) if text.find("）", start, end) >= 0 else None
    if note:
        start = note.end()
    number = _NUMBER.match(text, start, end)
    return number.end() if number else start


def _unspecific(judgment: Judgment, words: str) -> bool:
    """Whether nothing is left of the clause but general words and the names of people."""
    if _SPECIFIC.search(words) or not _GENERAL.search(words):
        return False
    words = _VICTIM.sub("", words)
    for name in _names_in(judgment, words):
        words = words.replace(name, "")
    return len(_FILLER.sub("", _GENERAL.sub("", words))) <= 1


def _names_in(judgment: Judgment, words: str) -> list[str]:
    """The names of the parties that may stand in some words, the longest first."""
    known = _names(judgment)
    names = [name for character in set(words) for name in known.get(character, ())]
    return sorted(names, key=len, reverse=True)


@once
def _names(judgment: Judgment) -> dict[str, list[str]]:
    """The names of the parties by their first character."""
    found: dict[str, list[str]] = {}
    for name in {r.party for r in judgment.results} | {p.name for p in judgment.parties}:
        if name:
            found.setdefault(name[0], []).append(name)
    return found
