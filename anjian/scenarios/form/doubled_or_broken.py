"""词句重复、残缺，括号引号不成对。

English: Doubled or broken wording, unpaired brackets.

## What 查什么
词语或分句连写两遍（依照依照、本院认为，本院认为），漏“条”“日”“第”等字的残缺写法（第六十七第三款、十内），标点连用（，，），括号、书名号、引号不成对，一段在逗号处断开。

## Why 为何
重复和残缺多是删改、拼接留下的，残缺处可能漏了实质内容。

## Method 方法
在附录以前的正文里查：连写两遍的词语（两字至二十字）；紧接着重写一遍的整句；以逗号隔开而完全相同的相邻分句；固定的单字重复；缺“条”“日”“第”的固定残缺；连用的标点；不成对的括号、书名号、引号（各报第一处）；段末为逗号、顿号而下一行是署名、上诉告知或另一名当事人的。

## Exclusions 排除
人名、地名、口语的叠字（某某、常常、看看、研究研究）不报；“一审审理”“目的的”“派出所所长”“应当赔偿赔偿请求人”“中国银行银行卡”“人寿保险保险单”等跨词同字不报；不足十字的整句重复不报；检察文号“检刑检刑诉”不报；网页标题不查；嵌套小括号不成对只在整段没有另一半时报；“第一款（一）项”不报；页码残余（PAGE）不报；民事、行政、执行文书全篇没有前引号、后引号成双的（转换所致）不报；补正裁定照录的文字不查。

## Assumptions 假定
转载、转换产生的断行不在字词层面出现。

## Basis 依据
文书语言规范的要求（人民法院裁判文书样式）。

## Remedy 怎么改
校对改正；已送达且有实质遗漏的补正。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.scenarios.base import Finding, Scenario, Words

from .common import FORM_SHEETS, corrected, is_criminal, own_end, places
from .repeats import doubled_lengths, sentences_and_clauses

SCENARIO = Scenario(
    code="DOC606",
    name="doubled-or-broken",
    title=Words("词句重复或残缺", "Doubled or broken wording"),
    family="form",
    basis=(FORM_SHEETS,),
    certainty="likely",
    severity="format",
    subjects=("criminal", "civil", "administrative", "enforcement", "compensation"),
)
_WORDS = (re.compile(r"(..)\1"), re.compile(r"(...)\1"), re.compile(r"([一-龥]{4,20})\1"))
#: A sentence written twice in a row; shorter ones may stand twice in a record of answers.
_TWICE_OVER = re.compile(r"(?<=[。；：])([^。]{10,160}。)\1")
_HAN = re.compile(r"[一-龥]+")
_RIGHTFUL = re.compile(
    r"检刑|[大中小分支]队|研究|商量|教训|考虑|收拾|意思|讨论|活动|了解|休息|帮忙|认识|检查|调查|学习"
    r"|打听|介绍|照顾|解释|教育|吓唬|表示|体会|尝试|比划|分分|秒秒|家家|户户"
)
#: What makes another word of the second: 应当赔偿|赔偿请求人, 该公司|公司章程.
_COMPOUND = re.compile(r"[人物权款金方费]|标的|依据|合同|请求人|义务机关|章程|登记|印章|责任|程序|标准|协议")
#: A name that ends as the next word begins: 中国银行|银行卡, 某法院|法院专递, 人寿保险|保险单.
_BODY_END = frozenset(("银行", "公司", "法院", "医院", "学校", "保险", "集团", "工会", "银行卡"))
_OF_BODY = re.compile(
    r"卡|账|帐|流水|存[款折单]|贷|转账|按揭|承兑|汇票|利率|同[期类]|柜|内部|员工|职工|股[东权份]|财务|公章|工作|门[口前诊]|大门"
    r"|法官|法警|专递|院长|病[历区]|医[生务疗]|护[士理]|教[师职]|老师|学生|校[长园]|单|期间|理赔|条款|事故|利益|公司|主席"
)
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万两")
_STOP_MARKS = "，。；：、（）“”"
#: Function words that are surely wrong when doubled, but where the characters around make two words of them.
_TWICE = re.compile(r"([及将有在对于与或的由并因判犯被])\1")
_TWICE_WORDS = anchors(*(c * 2 for c in "及将有在对于与或的由并因判犯被"))
_SINGLE = re.compile(
    r"及及(?![时格第早物])|(?<![麻名大小上中下少干健战])将将|(?<![所占没])有有(?![效利关限期毒害偿时些争组])"
    r"|(?<![存现所实正潜内外自])在在(?![场逃押案校职建册编线先途外])"
    r"|(?<![核面针应相绝校比反一不])对对(?![方象账外策讲面手应])|于于(?=[0-9被本其该])|(?<![参给赋授])与与(?!会)|或或(?!多)"
    r"|(?<=指控)被被(?=告人)|(?<![目标有中])的的(?![士确])|(?<![理自事案缘])由由|(?<![合吞兼])并并|(?<![原起病死])因因(?![素果为])"
    r"|(?<![审谈改裁缓宣误])判判|(?<![罪从主累惯案囚要逃战初偶共])犯犯"
)
_BROKEN = (
    (
        anchors(*(f"{n}第" for n in "一二三四五六七八九十百")),
        re.compile(r"第[一二三四五六七八九十百]{2,6}第[一二三四五六七八九十]{1,2}款"),
        "缺“条”字",
        "lacks 条",
    ),
    (
        anchors("。并处"),
        re.compile(r"。并处(?:罚金|没收)(?<=[年月]。....)"),
        "句号断开了主刑与附加刑",
        "breaks the sentence",
    ),
    (anchors("证据确实。"), re.compile(r"证据确实。充分"), "句号断开了句子", "breaks the sentence"),
)
#: How an article without its 第 begins: 、一百, 》一百, 》十.
_NUMBERS = anchors(*(f"、{n}百" for n in "一二三四五六七八九"), *(f"》{n}" for n in "一二三四五六七八九百十"))
_UNNUMBERED = re.compile(
    r"、([一二三四五六七八九]百[一二三四五六七八九〇零十]{0,4}条)|》([一二三四五六七八九]?[百十][一二三四五六七八九〇零十]{0,4}条)"
)
_PERIOD = re.compile(
    r"(?:之日起|之后|生效后|第二日起|确定后|宣判后)(?:[一二三四五六]?十[一二三四五六七八九]?|[一二三四五六七八九]|[0-9]{1,2})内$"
)
_NUMBERED_IN = anchors(*(f"{n}内" for n in "一二三四五六七八九十0123456789"))
_ARRESTS = tuple((verb, anchors(*(f"{place}{verb}" for place in "县市区"))) for verb in ("批准逮捕", "决定逮捕"))
_STOPS = re.compile(r"[，。；：、](?=[，。；：、])")
_TWO_STOPS = anchors(*(one + other for one in "，。；：、" for other in "，。；：、"))
#: Without one of these there is nothing of the kind.
_SIGNS = anchors(
    *_TWICE_WORDS.words, *_NUMBERS.words, *_NUMBERED_IN.words, *_TWO_STOPS.words,
    *(word for words, *_ in _BROKEN for word in words.words),
    *(word for _, words in _ARRESTS for word in words.words),
)  # fmt: skip
_PAIRS = (("（", "）", "括号"), ("《", "》", "书名号"), ("“", "”", "引号"))
#: What begins a new part and so cannot follow a comma; in the list of parties a party or counsel too.
_PART = re.compile(r"审判长|审判员|人民陪审员|书记员|如不服本")
_CUT_PARTS = anchors(*(mark + word for mark in "，、" for word in _PART.pattern.split("|")))
_ENTRY = re.compile(
    r"(?:被告人|辩护人|法定代理人|原告|被告|第三人|上诉人|被上诉人|委托诉讼代理人|委托代理人)：?[一-龥]{2,4}[，。（]"
)


def check(judgment: Judgment) -> Iterator[Finding]:
    """Doubled words and clauses, broken wordings, unpaired marks and cut sentences, each once a place."""
    found = list(_all(judgment))
    if found:
        slips = judgment.place(*corrected(judgment))
        yield from (f for f in found if not slips.start <= f.start < slips.end)


def _all(judgment: Judgment) -> Iterator[Finding]:
    stop = own_end(judgment)
    yield from _doubled(judgment, stop)
    if judgment.has(_SIGNS):
        yield from _single(judgment, stop)
        yield from _broken(judgment, stop)
        yield from _two_stops(judgment, stop)
    yield from _unpaired(judgment, stop)
    yield from _cut_off(judgment, stop)


def _two_stops(judgment: Judgment, stop: int) -> Iterator[Finding]:
    text = judgment.plain
    for m in _STOPS.finditer(text, 0, stop) if judgment.has(_TWO_STOPS) else ():
        if "PAGE" not in text[max(m.start() - 12, 0) : m.end() + 9]:
            yield _finding(judgment, m.start(), m.end() + 1, "标点连用", "Punctuation is doubled")


def _doubled(judgment: Judgment, stop: int) -> Iterator[Finding]:
    text = judgment.plain
    head = judgment.cut("head")
    start = head.end if head else 0
    own = text[start:stop]
    lengths = doubled_lengths(own, _is_doubled)
    for pattern in dict.fromkeys(_WORDS[min(length, 4) - 2] for length in lengths):
        for m in pattern.finditer(text, start, stop):
            joined = _COMPOUND.match(text, m.end()) or (m[1] in _BODY_END and _named_before(text, m))
            if _HAN.fullmatch(m[1]) and not _may_double(m[1]) and not joined:
                yield _finding(judgment, m.start(), m.end(), f"词语重复“{m[0]}”", f"“{m[1]}” is doubled")
    sentences, clauses = sentences_and_clauses(own)
    for m in _TWICE_OVER.finditer(text, start, stop) if sentences else ():
        yield _finding(judgment, m.start(), m.end(), f"整句重复“{m[1]}”", "A sentence is doubled")
    for at, clause in _clauses(text, start, stop) if clauses else ():
        yield _finding(judgment, at, at + 2 * len(clause) + 1, f"分句重复“{clause}”", "A clause is doubled")


def _single(judgment: Judgment, stop: int) -> Iterator[Finding]:
    text = judgment.plain
    head = judgment.cut("head")
    for m in _TWICE.finditer(text, head.end if head else 0, stop) if judgment.has(_TWICE_WORDS) else ():
        if _SINGLE.match(text, m.start()):
            yield _finding(judgment, m.start(), m.end(), f"字词重复“{m[0]}”", f"“{m[0]}” doubles a word")


def _is_doubled(text: str, at: int, length: int) -> bool:
    """Whether a word of a length that may not stand twice does: a short one from here on, a long one about here."""
    if length > 3:
        return _WORDS[2].search(text, max(at - length, 0), at + 2 * length) is not None
    word = text[at : at + length]
    return _HAN.fullmatch(word) is not None and not _may_double(word)


def _named_before(text: str, m: re.Match[str]) -> bool:
    """Whether the first of two bodies ends a name and the second begins another word."""
    return _HAN.fullmatch(text[m.start() - 1 : m.start()]) is not None and _OF_BODY.match(text, m.end()) is not None


def _may_double(word: str) -> bool:
    """Whether a word may stand twice: masks, numbers, reduplications, one by one."""
    placed = len(word) > 3 and word[-1] in "省市县区州旗"  # 山东省公司|山东省某局
    rightful = placed or "某" in word or word[0] == "一" or len(set(word)) == 1 or set(word) <= _NUMERALS
    return rightful or _RIGHTFUL.fullmatch(word) is not None


def _broken(judgment: Judgment, stop: int) -> Iterator[Finding]:
    """Fixed wordings that lost a character, or were cut by a full stop."""
    text = judgment.plain
    for words, pattern, zh, en in _BROKEN:
        for m in pattern.finditer(text, 0, stop) if judgment.has(words) else ():
            yield _finding(judgment, m.start(), m.end(), f"{zh}：“{m[0]}”", f"“{m[0]}” {en}")
    for m in _UNNUMBERED.finditer(text, 0, stop) if judgment.has(_NUMBERS) else ():
        if m[2] or text[m.start() - 1] in "条款项》":
            yield _finding(judgment, m.start() + 1, m.end(), f"缺“第”字：“{m[0][1:]}”", f"“{m[0][1:]}” lacks 第")
    for at in places(text, "内", stop) if judgment.has(_NUMBERED_IN) else ():
        period = _PERIOD.search(text, max(at - 10, 0), at + 1)
        if period:
            yield _finding(
                judgment, period.start(), at + 1, f"缺“日”或“月”字：“{period[0]}”", "A period lacks its unit"
            )
    for verb, words in _ARRESTS:
        for at in places(text, verb, stop) if judgment.has(words) else ():
            if text[at - 1 : at] in ("县", "市", "区"):
                yield _finding(judgment, at, at + 4, f"“{verb}”之前缺机关名称", f"{verb} lacks the authority")


def _clauses(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Clauses written twice with a comma between: where the first begins, and its words."""
    parts = text[start:stop].split("，")
    at = start
    for part, follower in pairwise(parts):
        at += len(part)
        clause = follower.split("。")[0]
        if (len(clause) > 3 or clause.endswith("族")) and part.endswith(clause) and not clause.endswith("元"):
            begins = at - len(clause)
            if text[begins - 1] in _STOP_MARKS and not set(clause) & set(_STOP_MARKS):
                yield begins, clause
        at += 1


def _unpaired(judgment: Judgment, stop: int) -> Iterator[Finding]:
    """The first bracket, title mark or quotation mark of each kind that has no other half."""
    text = judgment.plain
    for opening, closing, name in _PAIRS:
        limit = stop - 1 if text[stop - 1 : stop] in ("（", "《") and stop < len(text) else stop
        opened, closed = text.count(opening, 0, limit), text.count(closing, 0, limit)
        converted = opened == 0 and closed % 2 == 0 and not is_criminal(judgment)  # one mark stands for both
        if opened != closed and not converted:
            at = _first_single(text, opening, closing, limit)
            start = max(at - 6, text.rfind("。", 0, at) + 1)
            yield _finding(judgment, start, min(at + 7, stop), f"{name}不成对", "A mark has no other half")


def _first_single(text: str, opening: str, closing: str, stop: int) -> int:
    open_at: list[int] = []
    for m in re.finditer(f"[{opening}{closing}]", text[:stop]):
        if m[0] == opening:
            open_at.append(m.start())
        elif open_at:
            open_at.pop()
        else:
            return m.start()
    return open_at[0] if open_at else 0


def _cut_off(judgment: Judgment, stop: int) -> Iterator[Finding]:
    text = judgment.plain
    ends = {at + 1 for at in judgment.spots(_CUT_PARTS, 0, stop)}
    for cut in judgment.cuts:
        if cut.name == "parties":
            ends |= {at for at in judgment.source.breaks_in(cut.start - 1, cut.end) if _ENTRY.match(text, at)}
    for at in sorted(ends):
        if not 0 < at < stop or text[at - 1] not in "，、" or not judgment.source.is_break(at):
            continue
        if _PART.match(text, at) or (_ENTRY.match(text, at) and judgment.section_at(at) == "parties"):
            yield _finding(judgment, max(at - 8, 0), at, "句子没有写完，下文已另起一部分", "A sentence is cut off")


def _finding(judgment: Judgment, start: int, end: int, zh: str, en: str) -> Finding:
    return SCENARIO.finding(judgment, judgment.place(start, end), f"{zh}。", f"{en}.", found=judgment.plain[start:end])
