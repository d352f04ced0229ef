"""文书里留有模板或别案内容。

English: Residue of a form or of another case.

## What 查什么
没有填写的样式文字（“写明…”“选择其一”“××××年××月××日”、空括号、方括号占位符），整篇没有填写的样式，或者主文里出现首部没有的被告人或者当事人。

## Why 为何
样式残留说明文书未经校对；别案姓名留在主文里，判项就错了对象。

## Method 方法
查样式用语和占位符（民事、行政、执行文书另查“原告/被告”“男/女”一类并列待选的用语、没有填写的日期：留空的，或者全以×、X代替的）；查主文判处对象是否首部所列的被告人，民事、行政主文和诉讼费负担中称谓之后的自然人是否首部所列（首部姓名均未隐名时）。每种痕迹在一份文书里只报告第一处。

## Exclusions 排除
隐名化留下的××（车牌、号码、门牌、姓名、检察员×××）不报；“附法律条文”等方括号标题、案号的方括号不报；附录法条中的省略号不报；出生、结婚、死亡、住院等私人生活的日期全部隐去的不报，婚姻家庭继承案件全部隐去的日期只在签订、支付、起诉等处查，刑事文书的只在起止、起诉、强制措施等处查；落款以后留空由人填写的日期（送达时间等）不报；姓名差一个字的由DOC602查；民事主文中的人在正文别处出现三次以上的不报。

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
from anjian.documents.anchors import anchors
from anjian.documents.model import Place
from anjian.scenarios.base import Finding, Scenario, Words
from anjian.scenarios.publication.common import looks_like_name

from .common import FORM_SHEETS, is_criminal, masked, one_off

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
_OPENING, _CLOSE = "[【［〔{｛<＜〈", "[\\]】］〕}｝>＞〉]"
_PLACEHOLDER = re.compile(rf"[{re.escape(_OPENING)}][一-龥、/／]{{0,8}}(?:{_FILL})[一-龥、/／]{{0,8}}{_CLOSE}")
_SIGN_YEARS = anchors(*(f"{sign}年" for sign in "×xXＸ_＿"))
#: Name of the residue in both languages, words of which one is in it (as the text is read), and its form in the text as
#: given.
_RESIDUE = (
    (
        "样式说明文字",
        "instructions of the form",
        anchors("写明"),
        re.compile(
            r"……?[（(]写明[^）)]{0,20}|[（(](?:首先|应当|应|须|此处|这里|在此|简要|概括)?(?:写明|载明|填写|叙述|概述)[^）)，]{0,20}[）)]?"
        ),
    ),
    (
        "样式说明文字",
        "instructions of the form",
        anchors("（姓名", "（名称", "（写明姓名", "（法院名称", "（案件名称", "（案由名称"),
        re.compile(
            r"[×xXＸ某_＿]{2,4}[（(](?:姓名|名称)[）)]|[（(](?:(?:写明)?姓名[、或者及和]{1,2}名称|法院名称|案件名称|案由名称)[）)]"
        ),
    ),
    (
        "样式的选择项",
        "alternatives of the form",
        anchors("选择", "（选", "【选", "（二选", "【二选", "（三选", "【三选", "（任选", "【任选"),
        re.compile(r"选择其一|[（(【\[](?:二|三|任)?选(?:一|择)[^）)】\]]{0,8}[）)】\]]"),
    ),
    ("样式的选择项", "alternatives of the form", anchors("或者不公开"), re.compile(r"[（(]或者?不公开[）)]")),
    (
        "未填写的日期",
        "an unfilled date",
        _SIGN_YEARS,
        re.compile(
            r"[×xXＸ_＿]{4}年[×xXＸ_＿]{1,2}月[×xXＸ_＿]{1,2}日(?=[^。]{0,6}(?:起|止|提起|拘留|逮捕|立案|受理|开庭|作出))"
        ),
    ),
    ("未填写的下划线", "an unfilled blank", anchors("__"), re.compile(r"_{3,}")),
    ("未填写的下划线", "an unfilled blank", anchors("＿＿"), re.compile(r"＿{2,}")),
    (
        "空括号",
        "empty brackets",
        anchors("（）", "【】", "《》", "“”"),
        re.compile(r"\[[ \u3000]*\]|【[ \u3000]*】|《[ \u3000]*》|“[ \u3000]*”"),
    ),
)
_ALTERNATIVES = (
    "原告", "被告", "上诉人", "申请人", "男", "判决", "到庭", "出庭", "准许", "准予", "公开", "简易程序", "审判长",
    "自然人",
)  # fmt: skip
#: The same in forms of civil, administrative and enforcement documents.
_CIVIL_RESIDUE = (
    (
        "样式的选择项",
        "alternatives of the form",
        anchors(*(f"{word}{slash}" for word in _ALTERNATIVES for slash in "/／")),
        re.compile(
            r"原告[/／]被告|被告[/／]原告|上诉人[/／]被上诉人|申请人[/／]被申请人|男[/／]女|判决[/／]裁定|(?:到庭|出庭)[/／]未(?:到庭|出庭)"
            r"|(?:准许|准予)[/／]不(?:准许|准予|准)|公开[/／]不公开|简易程序[/／]普通程序|审判长[/／]审判员|自然人[/／]法人"
        ),
    ),
    (
        "未填写的日期",
        "an unfilled date",
        _SIGN_YEARS,
        re.compile(
            r"于?[×xXＸ_＿]{4}年[×xXＸ_＿]{1,2}月[×xXＸ_＿]{1,2}日"
            r"(?=[^。，；]{0,8}(?:签订|订立|出具|借|起诉|送达|受理|立案|作出|支付|付款|交付|开庭|达成|裁定|判决))"
        ),
    ),
    (
        "未填写的日期",
        "an unfilled date",
        anchors("年月日"),
        re.compile(r"(?<![0-9一二三四五六七八九〇十])[ \u3000]+年[ \u3000]+月[ \u3000]+日"),
    ),
)
_SOME_RESIDUE = anchors(*(word for _, _, words, _ in _RESIDUE for word in words.words))
_SOME_CIVIL_RESIDUE = anchors(*(word for _, _, words, _ in _CIVIL_RESIDUE for word in words.words))
#: A whole date of signs; what is told of the private lives of people may be masked so.
_SIGNS = re.compile(r"[×xXＸ＿_]{4}年[×xXＸ＿_]{1,2}月[×xXＸ＿_]{1,2}日")
_PRIVATE = re.compile(r"出生|生于|生[育子女下]|婚|去世|逝世|死亡|身亡|病故|相识|恋爱|同居|分居|领证|怀孕|入院|住院")
_FAMILY = re.compile(r"婚|抚养|赡养|继承|监护|收养|分家|探望|亲子")
_SIGN_SUMS = anchors(*(f"{sign}{much}元" for sign in "×＿_…" for much in ("", "万", "余")))
_NO_SUM = re.compile(r"[×＿_…]{2,}(?:万|余)?元")
_ROLE_NAME = re.compile(
    r"(?:原告|被告|第三人|上诉人|申请执行人|被执行人)([一-龥]{2,4}?)"
    r"(?=于|应|在|赔偿|支付|给付|偿还|返还|负担|承担|的(?:其他|其余|全部)?(?:诉讼请求|上诉|起诉)|、|，|协助|继续|立即|自本)"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """The first of every kind of residue, and convicted persons whom the head does not know."""
    done: set[str] = set()
    if judgment.has(_SOME_RESIDUE):
        yield from _form_residue(judgment, done)
    placeholder = _placeholder(judgment.text)
    if placeholder:
        yield _left(judgment, placeholder, "占位符", "a placeholder")
    if is_criminal(judgment):
        yield from _strangers(judgment)
    else:
        if judgment.has(_SOME_CIVIL_RESIDUE):
            yield from _civil_residue(judgment, done)
        if judgment.has(_SIGN_SUMS):
            yield from _masked_sum(judgment)
        yield from _civil_strangers(judgment)


def _form_residue(judgment: Judgment, done: set[str]) -> Iterator[Finding]:
    for zh, en, words, pattern in _RESIDUE:
        m = pattern.search(judgment.text) if zh not in done and judgment.has(words) else None
        if m:
            done.add(zh)
            yield _left(judgment, m, zh, en)


def _placeholder(text: str) -> re.Match[str] | None:
    """The first pair of brackets that only names what is to be filled in."""
    found = []
    for opening in _OPENING:
        at = text.find(opening)
        while at >= 0:
            m = _PLACEHOLDER.match(text, at)
            if m:
                found.append(m)
                break
            at = text.find(opening, at + 1)
    return min(found, key=lambda m: m.start(), default=None)


def _left(judgment: Judgment, m: re.Match[str], zh: str, en: str) -> Finding:
    """A finding about a match in the text as given, as far as it is read."""
    place = judgment.place(*_plain(judgment, m))
    words = judgment.quote(place)
    return SCENARIO.finding(judgment, place, f"文书里留有{zh}“{words}”。", f"The document still has {en}.", found=words)


def _civil_residue(judgment: Judgment, done: set[str]) -> Iterator[Finding]:
    for zh, en, words, pattern in _CIVIL_RESIDUE:
        m = pattern.search(judgment.text, 0, _signed_at(judgment)) if zh not in done and judgment.has(words) else None
        if m:
            done.add(zh)
            yield _residue(judgment, m, zh, en)
    if (
        "未填写的日期" not in done
        and judgment.has(_SIGN_YEARS)
        and not _FAMILY.search(judgment.cause.name if judgment.cause else "婚")
    ):
        yield from (_residue(judgment, m, "未填写的日期", "an unfilled date") for m in _unfilled(judgment))


def _residue(judgment: Judgment, m: re.Match[str], zh: str, en: str) -> Finding:
    """A finding about a match in the text as given."""
    words = m[0].strip()
    return SCENARIO.finding(
        judgment,
        Place(m.end() - len(words), m.end()),
        f"文书里留有{zh}“{words}”。",
        f"The document still has {en}.",
        found=words,
    )


def _unfilled(judgment: Judgment) -> Iterator[re.Match[str]]:
    """The first date of signs in a sentence that tells nothing of anybody's private life."""
    text = judgment.text
    for m in _SIGNS.finditer(text, 0, _signed_at(judgment)):
        start = max(text.rfind("。", 0, m.start()) + 1, m.start() - 40)
        stop = text.find("。", m.end(), m.end() + 40)
        if not _PRIVATE.search(text, start, stop if stop >= 0 else m.end() + 40):
            yield m
            return


def _signed_at(judgment: Judgment) -> int:
    """Where the signatures begin in the text as given: behind them blanks are filled in by hand."""
    cut = judgment.cut("signature")
    return judgment.source.at(cut.start) if cut else len(judgment.text)


def _masked_sum(judgment: Judgment) -> Iterator[Finding]:
    """A sum of the result or the costs that is only a sign: nobody masks what is to be paid."""
    for m in judgment.find(_NO_SUM, "disposition", "fees"):
        yield SCENARIO.finding(
            judgment,
            judgment.place(m.start(), m.end()),
            f"主文或者诉讼费负担里的金额没有填写“{m[0]}”。",
            "A sum of the result is not filled in.",
            found=m[0],
        )
        return


def _civil_strangers(judgment: Judgment) -> Iterator[Finding]:
    """Persons behind a role in the result and the costs whom a head without any masked name does not list."""
    people = [p.name for p in judgment.parties if p.kind == "person"]
    if not people or any(masked(name) for name in people):
        return
    known = [n for p in judgment.parties for n in (p.name, *p.aliases)] + [c.name for c in judgment.counsel]
    for m in judgment.find(_ROLE_NAME, "disposition", "fees"):
        name = m[1]
        listed = any(name in k or k in name or one_off(name, k) for k in known)
        if not listed and looks_like_name(name) and judgment.plain.count(name) < 3:
            yield SCENARIO.finding(
                judgment,
                judgment.place(m.start(1), m.end(1)),
                f"主文中的“{name}”不是首部所列的当事人。",
                f"{name} in the disposition is no party of the head.",
                expected="、".join(people),
                found=name,
            )
            return


def _plain(judgment: Judgment, m: re.Match[str]) -> tuple[int, int]:
    return judgment.source.plain_at(m.start()), judgment.source.plain_at(m.end() - 1) + 1


def _strangers(judgment: Judgment) -> Iterator[Finding]:
    """Persons of the disposition whom a head without any masked name does not list."""
    people = [p for p in judgment.parties if p.kind == "person"]
    names = {name for p in people for name in (p.name, *p.aliases)}
    if not judgment.results or not judgment.defendants or any(masked(name) for name in names):
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
