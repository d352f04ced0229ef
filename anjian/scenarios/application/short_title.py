"""裁判依据中的法律没有用全称或者没有加书名号。

English: A law of the basis is not cited by its full title in 《》.

## What 查什么
裁判依据引用法律时写“刑法”“刑诉法”等简称，或者没有书名号，而裁判依据中没有先出现全称。

## Why 为何
规范性法律文件的名称应当准确完整。

## Method 方法
裁判依据中每部法律的首次引用，须是加书名号的全称；全文前面已用全称并注明简称的除外。

## Exclusions 排除
说理中的简称不查；法律名称以“中华人民共和国”开头的才要求全称；司法解释省略发布机关的不查。

## Assumptions 假定
裁判依据能从“依照……判决如下”一句中读出。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第一条。

## Remedy 怎么改
改用加书名号的全称。
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from anjian.documents import Judgment
from anjian.law.titles import titles
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .cited import basis_titles

SCENARIO = Scenario(
    code="LAW210",
    name="short-title",
    title=Words("法律未用全称", "Law not cited by its full title"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "1"),),
    certainty="hint",
    severity="format",
    subjects=("any",),
)
FULL = "中华人民共和国"


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per law whose first citation in the basis is short or without its brackets."""
    told: set[str] = set()
    for citation in basis_titles(judgment):
        full = _full_title(citation.title)
        if full is None or full in told:
            continue
        told.add(full)
        if full in citation.title:
            continue
        place = citation.title_place or citation
        quoted = judgment.quote(place)
        if f"以下简称{citation.title}" in judgment.plain or FULL in quoted:
            continue
        if f"以下简称《{citation.title}》" not in judgment.plain:
            yield SCENARIO.finding(
                judgment,
                place,
                f"裁判依据首次引用应写全称《{full}》，文书写作{quoted}。",
                f"The first citation should give the full title {full}; it reads {quoted}.",
                expected=f"《{full}》",
                found=quoted,
            )


@lru_cache(maxsize=4096)
def _full_title(title: str) -> str | None:
    """The registered title of a law of the state that a title names."""
    return next((t.title for t in titles(title) if t.title.startswith(FULL)), None)
