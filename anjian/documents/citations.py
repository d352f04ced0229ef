"""The provisions a document cites: 《刑法》第六十七条第一、三款, 第一百三十三条之一第一款第（二）项.

A statute title is the anchor; the article list that follows it is read as a small grammar in which
every number names an article, a paragraph (款) or an item (项) of what stands before it. A list that
begins without a title belongs to the title before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from .anchors import anchors
from .model import Citation, Place
from .numerals import HAN, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_N = rf"(?:[0-9]{{1,4}}|[{HAN}]{{1,9}})"
#: 第二百六十四条, 第133条之一, also an article whose 第 was left out inside a list.
_ARTICLE = re.compile(rf"第?(?P<n>{_N})(?:条(?:之(?P<i>{_N})(?![{HAN}]*[款项]))?|(?=第{_N}款|[之的]规定))")
_PARAGRAPH = re.compile(rf"第?(?P<n>{_N})款")
_ITEM = re.compile(rf"第?[（(]?(?P<n>{_N})[）)]?项")
#: 第一、三款 · 第（一）、（二）项 · 第一款、第三款: numbers of a list that share the unit at its end.
_SHARED = re.compile(rf"第?(?P<list>[（]?{_N}[）]?(?:[、和及,，]第?[（]?{_N}[）]?)+)(?P<unit>条|款|项)")
#: 第六十七条第三款, with nothing behind it that could belong to it: by far the most of all references. `tail` is what
#: (?>…) would say; Python before 3.11.5 goes back into possessive groups all the same.
_SIMPLE = re.compile(
    rf"第(?P<n>{_N})条(?=(?P<tail>(?:之(?P<i>{_N})(?![{HAN}]*[款项]))?(?:第(?P<p>{_N})款)?))(?P=tail)"
    rf"(?![、和及，与之的]*+第?+[（(]?+{_N}[）)]?[款项、和及,，])"
)
#: What every number of a list begins with.
_BEGINS = frozenset("第（(0123456789" + HAN)
_LINK = re.compile(r"(?:以?及其?|和|与|并|、|，|；|之规定|的规定|规定|等|以|之)*")
_TITLE = re.compile(r"[《〈]((?:[^《》〈〉。；]|《[^《》。；]{1,40}》|〈[^〈〉。；]{1,40}〉){2,90})[》〉]")
#: The same where the text has no 〈: a title without another one in it is read in one go.
_PLAIN_TITLE = re.compile(r"《([^《》〈〉。；]{2,90}+(?=[》〉])|(?:[^《》〈〉。；]|《[^《》。；]{1,40}》){2,90})[》〉]")
#: <中华人民共和国行政诉讼法>: the marks of a title put in by a keyboard that has no other.
_ANGLED = re.compile(r"(?<![关于用])[<＜﹤]([^<>＜＞﹤﹥《》。；]{2,60})[>＞﹥](?![^《》。；]{0,20}》)")
_BARE_TITLE = re.compile(r"(?:中华人民共和国)?(?:刑事诉讼法|民事诉讼法|行政诉讼法|刑法|刑诉法|民法典|民法通则)(?=第)")
_BARE_ENDS = anchors("诉讼法第", "刑法第", "刑诉法第", "民法典第", "民法通则第")
_EDITION_NOTE = re.compile(r"（[^（）]{1,40}）")
#: 第六十七条（如实供述）、 · 第五十二条罚金、: what an article is about, named behind its number.
_REMARK = re.compile(
    rf"（(?!{_N}）)[^（）。；]{{2,40}}）|[^第《》。；，、：（）]{{2,14}}(?=[、，](?:第|《)|的规定|之规定)"
)
#: No remark begins with one of these.
_NO_REMARK = frozenset("第《》。；，、：）")
_SEPARATOR = re.compile(r"[、和及，与之的]*")
_OWN = re.compile(r"(?:本法|该法|该条|同法|该解释|本解释|该规定)")
_OWN_BEGINS = frozenset("本该同")

_CITED = re.compile(rf"[》法>＞﹥]第?{_N}条")
#: Where no list stands before 判决如下, the basis is what the reasoning says it applies.
_VERBS = ("依照", "依据", "根据", "按照")
_ROLES = {"basis": "basis", "annex": "annex", "reasoning": "argument", "disposition": "argument", "fees": "argument"}

#: A title that is no law at all stands in 《》 too (《起诉书》, 《检验报告》): only these words make one.
_LAW_WORDS = (
    "法", "法典", "条例", "规定", "解释", "决定", "办法", "意见", "批复", "通知", "纪要", "修正案", "规则", "指导意见",
    "答复", "复函", "标准", "公约", "细则", "通则", "总则", "答记者问", "章程",
)  # fmt: skip
#: What stands before 第…条 is a statute of the state, however its last character is written.
_STATE = "中华人民共和国"
_NOT_LAW_WORDS = ("书", "报告", "笔录", "清单", "合同", "协议", "证", "单", "表")


class _Title(NamedTuple):
    text: str
    start: int
    end: int
    titled: bool


class _Cursor(Struct):
    """What the next number of a list belongs to."""

    article: str | None = None
    paragraph: int | None = None


#: start, end, article, paragraph, item: a plain tuple, because there are so many.
_Ref = tuple[int, int, str, int | None, int | None]


def read_citations(j: Judgment) -> tuple[Citation, ...]:
    """Every cited provision in order; a statute cited without an article has `article=None`."""
    out: list[Citation] = []
    titles = _titles(j)
    for i, title in enumerate(titles, 1):
        stop = min(titles[i].start if i < len(titles) else len(j.plain), title.end + 4000)
        refs = _references(j.plain, title.end, stop) if title.end < stop else []
        if not refs and title.titled:
            refs = [(title.start, title.end, "", None, None)]
        if refs:
            out += _citations(j, title, refs)
    return tuple(out)


def _citations(j: Judgment, title: _Title, refs: list[_Ref]) -> list[Citation]:
    """The references of a title as facts."""
    span, section_at = j.source.span, j.section_at
    name, titled = title.text, title.titled
    where = Place(*span(title.start, title.end))
    out = []
    for start, end, article, paragraph, item in refs:
        section = section_at(start)
        relied_on = section == "reasoning" and _relied_on(j, title)
        out.append(
            Citation(
                *span(start, end),
                title=name,
                article=article or None,
                paragraph=paragraph,
                item=item,
                role="basis" if relied_on else _ROLES.get(section, "quoted"),
                section=section,
                titled_here=titled,
                title_place=where,
            )
        )
        titled = False
    return out


def _relied_on(j: Judgment, title: _Title) -> bool:
    """Whether the reasoning says that it applies a statute, where no list stands before 判决如下."""
    return j.plain.endswith(_VERBS, 0, title.start) and not _CITED.search(j.part("basis"))


def _titles(j: Judgment) -> list[_Title]:
    """The statute titles of a document in order."""
    text = j.plain
    found = []
    for m in (_TITLE if "〈" in text else _PLAIN_TITLE).finditer(text):
        name = m[1]
        if _is_law(name) or (name.startswith(_STATE) and text.startswith("第", m.end())):
            found.append(_Title(name, *m.span(), True))
    if "<" in text or "＜" in text or "﹤" in text:
        found += [_Title(m[1], *m.span(), True) for m in _ANGLED.finditer(text) if _is_law(m[1])]
    if j.has(_BARE_ENDS):
        found += [_Title(m[0], *m.span(), False) for m in _bare(j)]
    found.sort(key=_start_of)
    return found


def _start_of(title: _Title) -> int:
    return title.start


def _bare(j: Judgment) -> Iterator[re.Match[str]]:
    """The titles without marks: 刑法第二百六十四条."""
    done = 0
    for at in j.spots(_BARE_ENDS):
        m = _BARE_TITLE.search(j.plain, max(at - 11, done), at + 6)
        if m:
            yield m
            done = m.end()


@lru_cache(maxsize=4096)
def _is_law(title: str) -> bool:
    title = _EDITION_NOTE.sub("", title).rstrip("〉》")
    return title.endswith(_LAW_WORDS) and not title.endswith(_NOT_LAW_WORDS)


def _references(text: str, start: int, stop: int) -> list[_Ref]:
    """The article references that follow a title without other words between them."""
    found: list[_Ref] = []
    cursor = _Cursor()
    at = start
    note = _EDITION_NOTE.match(text, at) if text.startswith("（", at) else None
    if note and "条" not in note[0]:
        at = note.end()
    while at < stop:
        if text.startswith("、第", at):
            at += 1
        elif not text.startswith("第", at):
            at = _next_number(text, at)
            if text[at : at + 1] not in _BEGINS:
                break
        m = _SIMPLE.match(text, at)
        told = _told(m[0]) if m else None
        if m and told:
            found.append((at, m.end(), *told, None))
            at = m.end()
            cursor.article, cursor.paragraph = told
        else:
            step = _step(text, at, cursor)
            if step is None:
                break
            found += step[0]
            at = step[1]
        if text[at : at + 1] not in _NO_REMARK:
            remark = _REMARK.match(text, at, stop)
            at = remark.end() if remark else at
    return found


def _next_number(text: str, at: int) -> int:
    """Where the next number of a list begins, if it goes on: behind 、, 及该法 and their like."""
    link = _LINK.match(text, at)
    at = link.end() if link else at
    own = _OWN.match(text, at) if text[at : at + 1] in _OWN_BEGINS else None
    return own.end() if own else at


@lru_cache(maxsize=4096)
def _told(words: str) -> tuple[str, int | None] | None:
    """(article, paragraph) of 第六十七条第三款; None where one of them is no number."""
    m = _SIMPLE.fullmatch(words)
    article = _article(m) if m else None
    paragraph = whole(m["p"]) if m and m["p"] else None
    return None if article is None or paragraph == 0 else (article, paragraph)


def _step(text: str, at: int, cursor: _Cursor) -> tuple[list[_Ref], int] | None:
    """The references of one article with its paragraphs and items, or None at the end of the list."""
    shared = _SHARED.match(text, at)
    if shared and shared["unit"] == "条":
        return _shared_articles(shared, cursor), shared.end()
    m = _ARTICLE.match(text, at)
    if m:
        if not m[0].startswith("第") and text[at - 1] not in "》〉>＞﹥、，和及":
            return None
        article = _article(m)
        if article is None:
            return None
        cursor.article, cursor.paragraph = article, None
        return _below(text, m.start(), m.end(), cursor)
    if cursor.article is None:
        return None
    below = _below(text, at, at, cursor)
    return below if below[1] > at else None


def _article(m: re.Match[str]) -> str | None:
    number = whole(m["n"])
    if number is None or number == 0:
        return None
    inserted = whole(m["i"]) if m["i"] else None
    return f"{number}-{inserted}" if inserted else str(number)


def _shared_articles(m: re.Match[str], cursor: _Cursor) -> list[_Ref]:
    refs: list[_Ref] = []
    for n in re.finditer(_N, m["list"]):
        number = whole(n[0])
        if number:
            start = m.start("list") + n.start()
            refs.append((start, m.start("list") + n.end(), str(number), None, None))
            cursor.article, cursor.paragraph = str(number), None
    return refs


def _below(text: str, start: int, at: int, cursor: _Cursor) -> tuple[list[_Ref], int]:
    """Paragraphs and items that hang on the article of the cursor."""
    refs: list[_Ref] = []
    first = start
    while True:
        link = _SEPARATOR.match(text, at) if refs else None
        here = link.end() if link else at
        group = _group(text, here)
        if group is None:
            break
        numbers, unit, end = group
        begin = first if not refs else here
        if unit == "款":
            for n in numbers:
                refs.append((begin, end, cursor.article or "", n, None))
            cursor.paragraph = numbers[-1]
        else:
            if refs and refs[-1][3:] == (cursor.paragraph, None) and end > here == at:
                begin = refs.pop()[0]
            for n in numbers:
                refs.append((begin, end, cursor.article or "", cursor.paragraph, n))
        at = end
    if not refs and at > start:
        refs.append((start, at, cursor.article or "", None, None))
    return refs, at


def _group(text: str, at: int) -> tuple[list[int], str, int] | None:
    """One number or a list of numbers that ends in 款 or 项."""
    shared = _SHARED.match(text, at)
    if shared and shared["unit"] in "款项":
        numbers = [whole(n[0]) for n in re.finditer(_N, shared["list"])]
        return [n for n in numbers if n], shared["unit"], shared.end()
    for pattern, unit in ((_PARAGRAPH, "款"), (_ITEM, "项")):
        m = pattern.match(text, at)
        if m:
            number = whole(m["n"])
            return ([number], unit, m.end()) if number else None
    return None
