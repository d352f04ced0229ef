"""Count the paragraphs (款) and items (项) of the articles of one text.

A shape is the item count of every paragraph in order: [0, 4, 0] is three paragraphs, the second with four items;
None is a count that the text does not settle.
"""

from __future__ import annotations

import re

from anjian.documents.numerals import whole

HAN = "一二三四五六七八九十百千零〇"
Shape = list[int | None]
#: A heading has a space after 条, or by a slip of the folder before it.
ARTICLE = re.compile(rf"^(?:#+ ?)?[第笫]([{HAN}]+)(?:条(?:之([{HAN}]+))?[ 　\t]+|[ 　\t]+条)")
ITEM = re.compile(rf"^[“\"]?[（(]([{HAN}]+)[)）]")
STOP = re.compile(r"^(?:#+ ?)?附(?:件|录|表|[：:]|[ 　]|$)")
CLOSING = re.compile(r"^本(?:解释|规定|批复|办法|规则|安排|决定)自.{0,40}施行")


def number(main: str, sub: str | None = None) -> str:
    return f"{whole(main)}-{whole(sub)}" if sub else str(whole(main))


def body(text: str) -> list[str]:
    """The non-empty lines after the header, up to the first annex."""
    lines = text.split("<!-- INFO END -->", 1)[-1].splitlines()
    out = []
    for line in (x.strip(" 　\t\r") for x in lines):
        if STOP.match(line):
            break
        if line:
            out.append(line)
    return out


def inline_items(line: str) -> int:
    """Items written inside one line: （一）…；（二）…, counted only when they open after a colon."""
    start = max(line.find("：（一）"), line.find(":（一）"))
    count = 0
    while start >= 0:
        count += 1
        start = line.find(f"（{'一二三四五六七八九十'[count]}）" if count < 10 else "\0", start)
    return count


def shape_of(lines: list[str]) -> Shape:
    """The shape of one article given its lines, heading included in the first."""
    shape: Shape = []
    for line in lines:
        item = ITEM.match(line)
        if item and shape:
            place_item(shape, whole(item.group(1)) or 0)
        elif re.match(r"^(?:[⒈-⒛①-⑳]|[0-9]{1,2}[．.、]|<|\|)", line):
            continue
        else:
            shape.append(inline_items(line))
    return shape


def place_item(shape: Shape, item: int) -> None:
    """Count one item; where text stands between two items, it belongs to the earlier and is no paragraph."""
    for at in range(len(shape) - 1, -1, -1):
        have = shape[at]
        if have == item - 1 and (have or at == len(shape) - 1):
            del shape[at + 1 :]
            shape[at] = item
            return
    shape[-1] = None


def articles_of(text: str) -> dict[str, Shape]:
    """Article → shape, in the order of the text. A closing clause without an article number is not a paragraph."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in body(text):
        head = ARTICLE.match(line)
        if head:
            current = found.setdefault(number(*head.groups()), [])
            current.append(line)
        elif line.startswith(("#", "①")):
            continue
        elif current is not None and not (CLOSING.match(line) and len(found) > 1):
            current.append(line)
    return {key: shape_of(lines) for key, lines in found.items()}
