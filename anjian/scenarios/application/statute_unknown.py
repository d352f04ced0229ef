"""引用的法律名称有误。

English: A cited title is a misspelling of a registered law or interpretation.

## What 查什么
裁判依据或说理部分书名号内的法律、司法解释名称查无此名，而与名称库中某一名称只差一两个字。

## Why 为何
名称写错，当事人无从查找依据，也易与另一解释混淆。

## Method 方法
去掉“中华人民共和国”、标点与括号差异后与名称库比对；只报告差一至两字、且差异不改变所指对象的名称，并给出最接近的正确名称。

## Exclusions 排除
名称库没有而又不接近任何已知名称的（如地方规定、内部意见）不报；数字、序号不同的不报；指控、原判部分的引用不查。

## Assumptions 假定
名称库未收全，查无此名不等于没有此名，故不作“确定”。

## Basis 依据
《最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定》第一条。

## Remedy 怎么改
按公布的全称更正。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.law.titles import nearest
from anjian.scenarios.base import Basis, Finding, Scenario, Words

from .cited import OWN, by_law

SCENARIO = Scenario(
    code="LAW202",
    name="statute-unknown",
    title=Words("法律名称有误", "Title of a statute misspelt"),
    family="application",
    basis=(Basis("最高人民法院关于裁判文书引用法律、法规等规范性法律文件的规定", "1"),),
    certainty="likely",
    severity="minor",
    subjects=("any",),
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per misspelt title, however often it is cited."""
    seen: set[Place] = set()
    for citation in by_law(judgment).get(None, ()):
        place = citation.title_place
        if citation.role not in OWN or place is None or place in seen:
            continue
        seen.add(place)
        near = nearest(citation.title)
        if near:
            yield SCENARIO.finding(
                judgment,
                place,
                f"名称库中没有《{citation.title}》，最接近的是《{near[0]}》。",
                f"No statute of the title {citation.title} is registered; the nearest is {near[0]}.",
                expected=near[0],
                found=citation.title,
            )
