"""The history of 刑法, article by article, from the current text and the amendments.

Each amendment is read into operations (insert an article, add, replace or delete a paragraph, replace an article).
They are undone backwards from the current text and redone forwards from what each amendment prints; both readings
must agree. Where an article was replaced as a whole, what stood before is unknown unless a text prints it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from shapes import HAN, Shape, articles_of, body, number, shape_of

from anjian.documents.numerals import whole


@dataclass(frozen=True)
class Op:
    kind: str  # article+ article= article- para+ para= para- item+ item=
    article: str
    at: int = 0
    shape: tuple[int | None, ...] = ()
    along: bool = False  # para+: the article is reprinted whole, the other paragraphs may have changed


AMENDMENTS = [
    ("1999-12-25", "刑法修正案.md"),
    ("2001-08-31", "刑法修正案（二）.md"),
    ("2001-12-29", "刑法修正案（三）.md"),
    ("2002-12-28", "刑法修正案（四）.md"),
    ("2005-02-28", "刑法修正案（五）.md"),
    ("2006-06-29", "刑法修正案（六）.md"),
    ("2009-02-28", "刑法修正案（七）.md"),
    ("2011-05-01", "刑法修正案（八）.md"),
    ("2015-11-01", "刑法修正案（九）.md"),
    ("2017-11-04", "刑法修正案（十）.md"),
    ("2021-03-01", "刑法修正案（十一）.md"),
    ("2024-03-01", "刑法修正案（十二）(2023-12-29).md"),
]
#: The decision of 1998-12-29 rewrote article 190; the header of 刑法 names it, its text is not in the folder.
DECISION_1998 = ("1998-12-29", [Op("article=", "190")])
INSTRUCTION = re.compile(rf"^(?:原第|增加|本修正案)|^(?:将|在)?(?:刑法)?第[{HAN}]+条.{{0,30}}(?:修改|增加)")
#: Shapes printed in the statute annex of a published judgment: (article, end of the span) → shape, document.
ATTESTED: dict[tuple[str, str], tuple[Shape, str]] = {
    ("53", "2015-11-01"): ([0], "裁判文书附录 c0a0f412-fb49-4f81-a696-c7324957495c"),
    ("237", "2015-11-01"): ([0, 0, 0], "裁判文书附录 f1938c79-0d68-4dad-b2f4-fe7a6c2aebda"),
}
REF = rf"第([{HAN}]+)条(?:之([{HAN}]+))?"
PARA = rf"第([{HAN}]+)款"


def clauses(text: str) -> list[str]:
    """The numbered clauses of an amendment, or its whole body where it has none."""
    joined = "\n".join(body(text))
    parts = re.split(rf"(?m)^[{HAN}]+、", joined)
    return [p for p in (parts[1:] or parts) if not p.startswith("本修正案")]


def segments(clause: str) -> list[tuple[str, list[str]]]:
    """(instruction, quoted lines) pairs; the quotation runs to the next line that opens with an instruction."""
    out: list[tuple[str, list[str]]] = []
    for line in clause.splitlines():
        if INSTRUCTION.match(line) or not out:
            cut = re.search(r"[:：]", line)
            head, rest = (line[: cut.start()], line[cut.end() :]) if cut else (line, "")
            out.append((head, [rest.lstrip("“")] if rest.strip("“") else []))
        else:
            out[-1][1].append(line.lstrip("“"))
    return out


def operations(text: str) -> list[Op]:
    ops: list[Op] = []
    for clause in clauses(text):
        before = len(ops)
        article = ""
        for head, quoted in segments(clause):
            named = re.search(REF, head.removeprefix("为了"))
            if "刑法第" in head:
                named = re.search("刑法" + REF, head)
            article = number(*named.groups()) if named else article
            ops += read_instruction(head, article, quoted)
        if len(ops) == before:
            raise ValueError(f"no operation read in: {clause[:60]}")
    return ops


def read_instruction(head: str, article: str, quoted: list[str]) -> list[Op]:
    inserted = re.search(r"后增加[一二三四五]条，?作为(.+)", head)
    if inserted:
        names = [number(*m) for m in re.findall(REF, inserted.group(1))]
        if len(names) == 1:
            return [Op("article+", names[0], shape=tuple(shape_of(quoted)))]
        printed = articles_of("<!-- INFO END -->" + "\n".join(quoted))
        return [Op("article+", n, shape=tuple(printed[n])) for n in names]
    if "删去" in head:
        gone = re.search(PARA, head)
        return [Op("para-", article, int(whole(gone.group(1)) or 0)) if gone else Op("article-", article)]
    if "增加一项" in head:
        return [Op("item+", article, 1)]
    if re.search(r"第[一二三四五六七八九十]+项修改为", head):
        return [Op("item=", article)]
    shape = tuple(shape_of(quoted))
    if re.search(r"增加[一二两]款", head):
        places = [int(whole(n) or 0) for n in re.findall(PARA, head)]
        if "将该条修改为" in head:
            return [Op("para+", article, places[0], shape, along=True)]
        return [Op("para+", article, at, (shape[i],)) for i, at in enumerate(places)]
    renamed = re.search(rf"原{PARA}(?:作为|改为)?", head)
    if renamed:
        target = int(whole(re.findall(PARA, head)[-1]) or 0)
        return [Op("para=", article, target, shape)] if "修改为" in head else []
    if "修改为" in head:
        places = [int(whole(n) or 0) for n in re.findall(PARA, head.split("条", 1)[1])]
        if places:
            return [Op("para=", article, at, (shape[i],)) for i, at in enumerate(places)]
        return [Op("article=", article, shape=shape)]
    return []


def undo(op: Op, after: Shape | None) -> Shape | None:
    """The shape before OP, given the shape after it; None where it is unknown."""
    if op.kind == "article=" or after is None:
        return None
    shape: Shape = list(after)
    at = op.at - 1
    if op.kind == "para+":
        if op.along:
            shape = [None] * len(shape)
        del shape[at]
    elif op.kind == "para=":
        shape[at] = None
    elif op.kind == "para-":
        shape.insert(at, None)
    elif op.kind == "item+" and shape[at] is not None:
        shape[at] = (shape[at] or 0) - 1
    return shape


def redo(op: Op, before: Shape | None) -> Shape | None:
    """The shape after OP: printed for a whole article, else computed from the shape before."""
    if op.kind in ("article=", "article+") and op.shape:
        return list(op.shape)
    if op.kind == "para+" and op.along:
        return list(op.shape)
    if before is None:
        return None
    shape: Shape = list(before)
    at = op.at - 1
    if op.kind == "para+":
        shape[at:at] = list(op.shape)
    elif op.kind == "para=":
        shape[at] = op.shape[0]
    elif op.kind == "para-":
        del shape[at]
    elif op.kind == "item+":
        count = shape[at]
        shape[at] = None if count is None else count + 1
    return shape


@dataclass
class Span:
    since: str
    until: str
    shape: Shape | None
    exists: bool
    source: str


def merge(one: Shape | None, other: Shape | None, where: str) -> Shape | None:
    """Two readings of the same span; they must agree wherever both know."""
    if one is None or other is None:
        return other if one is None else one
    clash = len(one) != len(other) or any(None not in (x, y) and x != y for x, y in zip(one, other, strict=False))
    if clash:
        raise ValueError(f"{where}: readings differ: {one} / {other}")
    return [y if x is None else x for x, y in zip(one, other, strict=True)]


def spans_of(article: str, now: Shape | None, steps: list[tuple[str, str, Op]]) -> list[Span]:
    """The history of one article, oldest first; STEPS are (date, amendment, operation) in order."""
    by_date: dict[str, list[Op]] = {}
    names = {}
    for day, name, op in steps:
        by_date.setdefault(day, []).append(op)
        names[day] = name
    days = sorted(by_date)
    shapes: list[Shape | None] = [*(None for _ in days), now]
    for i in range(len(days) - 1, -1, -1):  # undo, from the current text backwards
        shape = shapes[i + 1]
        for op in reversed(by_date[days[i]]):
            shape = undo(op, shape)
        shapes[i] = shape
    shape = shapes[0]
    for i, day in enumerate(days):  # redo, from what amendments print forwards
        for op in by_date[day]:
            shape = redo(op, shape)
        shape = shapes[i + 1] = merge(shapes[i + 1], shape, f"刑法 {article} {day}")
    edges = ["1997-10-01", *days, ""]
    first, last = by_date[days[0]][0] if days else None, by_date[days[-1]][-1] if days else None
    spans = []
    for i, shape in enumerate(shapes):
        exists = not (i == 0 and first and first.kind == "article+") and not (
            i == len(shapes) - 1 and last is not None and last.kind == "article-"
        )
        source = names[days[i - 1]] if i else ("刑法" if not days else "刑法及修正案倒推")
        if shape is None and (article, edges[i + 1]) in ATTESTED:
            shape, source = ATTESTED[article, edges[i + 1]]
        spans.append(Span(edges[i], edges[i + 1], shape, exists, source))
    return spans


def code_history(folder: Path) -> dict[str, list[Span]]:
    current = articles_of((folder / "刑法/刑法.md").read_text("utf-8"))
    steps: dict[str, list[tuple[str, str, Op]]] = {}
    for op in DECISION_1998[1]:
        steps.setdefault(op.article, []).append((DECISION_1998[0], "1998-12-29决定", op))
    for day, file in AMENDMENTS:
        for op in operations((folder / "刑法" / file).read_text("utf-8")):
            steps.setdefault(op.article, []).append((day, file.split(".md")[0].split("(")[0], op))
    return {a: spans_of(a, shape, steps.get(a, [])) for a, shape in current.items()}
