"""二审裁判结果与所引的项不符。

English: The result of a second-instance decision does not match the cited item.

## What 查什么
二审裁判的结果（维持、改判、发回重审）与所引刑事诉讼法、民事诉讼法、行政诉讼法二审条文的项不一致。

## Why 为何
刑事：（一）项是维持，（二）项是适用法律或量刑不当的改判，（三）项是事实不清的改判或发回。民事、行政：（一）项是维持，（二）项是改判、撤销或者变更，（三）项是基本事实不清的发回或者查清后改判，（四）项是遗漏当事人或者违法缺席判决等的发回。引错项，结果就失去依据。

## Method 方法
取裁判日二审条文的序号（刑事2018年10月26日起第二百三十六条，此前第二百二十五条；民事2022年1月1日起第一百七十七条，2013年起第一百七十条；行政第八十九条），比较其项与裁判结果。

## Exclusions 排除
只引条不引项的不报；部分维持、部分改判的可引两项，只要其中一项相符即不报；撤回上诉、抗诉的不查；2017年7月1日前的行政诉讼法条文序号没有文本可证，不查。

## Assumptions 假定
裁判结果能从主文读出。

## Basis 依据
《中华人民共和国刑事诉讼法》第二百三十六条第一款第（一）至（三）项；《中华人民共和国民事诉讼法》第一百七十七条第一款；《中华人民共和国行政诉讼法》第八十九条第一款。

## Remedy 怎么改
按裁判结果改引相应的项。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.law.renumbered import number_on
from anjian.scenarios.base import Basis, Finding, Scenario, Words, decided_on

from .cited import CRIMINAL_PROCEDURE, cited, provision, provision_en

SCENARIO = Scenario(
    code="LAW209",
    name="second-instance-article",
    title=Words("二审结果与所引的项不符", "Second-instance result and cited item differ"),
    family="application",
    basis=(
        Basis("中华人民共和国刑事诉讼法", "236", 1),
        Basis("中华人民共和国民事诉讼法", "177", 1),
        Basis("中华人民共和国行政诉讼法", "89", 1),
    ),
    certainty="certain",
    severity="major",
    subjects=("criminal-second", "civil-second", "administrative-second"),
)
#: Result → the items of the second-instance article that can carry it.
CRIMINAL_ITEMS = {"维持": {1}, "改判": {2, 3}, "发回重审": {3}}
CIVIL_ITEMS = {"维持": {1}, "改判": {2, 3}, "发回重审": {3, 4}}
LAWS = {
    "刑事": (CRIMINAL_PROCEDURE, "中华人民共和国刑事诉讼法", CRIMINAL_ITEMS),
    "民事": ("民事诉讼法", "中华人民共和国民事诉讼法", CIVIL_ITEMS),
    "行政": ("行政诉讼法", "中华人民共和国行政诉讼法", CIVIL_ITEMS),
}
ENGLISH = {"维持": "affirmed", "改判": "changed", "发回重审": "remanded"}


def check(judgment: Judgment) -> Iterator[Finding]:
    """At most one finding: the cited items against the result."""
    day = decided_on(judgment)
    kind = judgment.title.case_type if judgment.title else None
    law, full, items = LAWS.get(kind or "", (None, "", {}))
    article = number_on(law, "二审裁判", day) if law and day else None
    results = _results(judgment)
    if law is None or article is None or not results:
        return
    itemed = [c for c in cited(judgment, law) if c.article == article and c.item]
    fitting = set().union(*(items[r] for r in results))
    if itemed and not any(c.item in fitting for c in itemed):
        shown = "、".join(results)
        english = provision_en(article, itemed[0].paragraph, itemed[0].item)
        found = provision(article, itemed[0].paragraph, itemed[0].item)
        expected = "或".join(f"第（{'一二三四'[n - 1]}）项" for n in sorted(fitting))
        yield SCENARIO.finding(
            judgment,
            itemed[0],
            f"裁判结果是{shown}，应引{expected}，文书引用{found}。",
            f"The decision below is {ENGLISH[results[0]]}; {english} provides for another result.",
            expected=expected,
            found=found,
            basis=(Basis(full, article, 1),),
        )


def _results(judgment: Judgment) -> list[str]:
    kinds = {v.kind for v in judgment.verdicts}
    if "发回重审" in kinds:
        return ["发回重审"]
    if kinds & {"改判", "撤销", "变更"} or judgment.results:
        return ["改判"] + (["维持"] if "维持" in kinds else [])
    return ["维持"] if kinds & {"维持", "驳回上诉"} else []
