"""Reads the criminal law and its amendments from a folder of law texts into dated paragraphs.

Used by `derive_tiers.py` and by the corpus tests; ships no law text. What the folder does not tell is kept
as unknown: a paragraph whose earlier wording stands in no text has no wording before its amendment.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path

LAW_IN_FORCE = date(1997, 10, 1)
AMENDMENTS = {  # title in the folder: (short name, first day in force)
    "刑法修正案": ("刑法修正案", date(1999, 12, 25)),
    "刑法修正案（二）": ("刑法修正案（二）", date(2001, 8, 31)),
    "刑法修正案（三）": ("刑法修正案（三）", date(2001, 12, 29)),
    "刑法修正案（四）": ("刑法修正案（四）", date(2002, 12, 28)),
    "刑法修正案（五）": ("刑法修正案（五）", date(2005, 2, 28)),
    "刑法修正案（六）": ("刑法修正案（六）", date(2006, 6, 29)),
    "刑法修正案（七）": ("刑法修正案（七）", date(2009, 2, 28)),
    "刑法修正案（八）": ("刑法修正案（八）", date(2011, 5, 1)),
    "刑法修正案（九）": ("刑法修正案（九）", date(2015, 11, 1)),
    "刑法修正案（十）": ("刑法修正案（十）", date(2017, 11, 4)),
    "刑法修正案（十一）": ("刑法修正案（十一）", date(2021, 3, 1)),
    "刑法修正案（十二）(2023-12-29)": ("刑法修正案（十二）", date(2024, 3, 1)),
}
# Changed by decisions whose text is not in the folder: the wording is known only from these days on.
DECISIONS = {
    "190": ("1998年12月29日决定", date(1998, 12, 29)),
    "381": ("2009年8月27日决定", date(2009, 8, 27)),
    "410": ("2009年8月27日决定", date(2009, 8, 27)),
}
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
_ARTICLE = re.compile(r"第([零一二三四五六七八九十百]+)条(?:之([一二三四五六七八九十]))?")
_CLAUSE = re.compile(r"[一二三四五六七八九十]+、")


def number(han: str) -> int:
    """A number below 1000 written in Han numerals."""
    total, digit = 0, 0
    for c in han:
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[c]
    return total + digit


def article_key(han: str, inserted: str | None) -> str:
    """`264`, or `133-1` for an inserted article."""
    return f"{number(han)}-{number(inserted)}" if inserted else str(number(han))


@dataclass
class Event:
    """One directive of an amendment: WHAT is new, replace, paragraph, add or delete."""

    day: date
    law: str
    article: str
    what: str
    paragraph: int = 0
    texts: list[str] = field(default_factory=list)


@dataclass
class Segment:
    """An article between two changes: the wording of each paragraph that is known."""

    since: date
    until: date | None
    law: str
    paragraphs: dict[int, str]
    exists: bool = True


def lines_of(path: Path) -> list[str]:
    """Lines of a law text after its header, without blanks."""
    body = path.read_text(encoding="utf-8").split("<!-- INFO END -->")[-1]
    return [line.strip() for line in body.splitlines() if line.strip()]


def join_items(lines: list[str]) -> list[str]:
    """Paragraphs, each with its items （一）（二）… joined to it."""
    paragraphs: list[str] = []
    for line in (raw.replace("”。", "。").strip("“”").replace(":", "：").replace(",", "，") for raw in lines):
        line = line.lstrip("“")
        if line.startswith("（") and paragraphs and not line.startswith("（删去"):
            paragraphs[-1] += line
        elif line:
            paragraphs.append(line)
    return paragraphs


def consolidated(folder: Path) -> dict[str, list[str]]:
    """Article → paragraphs of the special part as it stands in the folder."""
    articles: dict[str, list[str]] = {}
    raw: list[str] = []
    key = ""
    started = False
    for line in [*lines_of(folder / "刑法" / "刑法.md"), "## end"]:
        if line.startswith("#"):
            if key and started:
                articles[key] = join_items(raw)
            key, raw = "", []
            started = (started or "第二编" in line) and "附则" not in line
            continue
        head = _ARTICLE.match(line)
        if head and line[head.end() : head.end() + 1] in "　 ":
            if key and started:
                articles[key] = join_items(raw)
            key, raw = article_key(*head.groups()), [line[head.end() :].strip()]
        else:
            raw.append(line)
    return articles


def events(folder: Path) -> list[Event]:
    """Every directive of the twelve amendments that concerns the special part, in order."""
    found: list[Event] = []
    for title, (law, day) in AMENDMENTS.items():
        clauses: list[list[str]] = [[]]
        for line in lines_of(folder / "刑法" / f"{title}.md"):
            if _CLAUSE.match(line):
                clauses.append([])
            clauses[-1].append(line)
        for clause in clauses:
            found += _directives(clause, law, day)
    return [e for e in found if int(e.article.split("-")[0]) >= 102]


def _directives(clause: list[str], law: str, day: date) -> list[Event]:
    found: list[Event] = []
    article = ""
    for line in clause:
        quoted = line.startswith(("“", "（"))
        if not quoted and re.search("修改为|增加|删去", line):
            event = _directive(line, law, day, article)
            if event:
                article = event.article
                found.append(event)
        elif found and quoted:
            found[-1].texts.append(line)
    return [part for event in found for part in _split(event)]


def _directive(line: str, law: str, day: date, article: str) -> Event | None:
    instruction, _, text = line.partition("“")
    heads = list(_ARTICLE.finditer(instruction))
    if heads:
        article = article_key(*heads[0].groups())
    if not article or ("项" in instruction and "款" not in instruction):
        return None
    after = instruction[heads[0].end() :] if heads else instruction
    paragraphs = [number(p) for p in re.findall(r"第([一二三四五六七八九])款", after)]
    event = Event(day, law, article, "replace", 0, [text] if text else [])
    if "删去" in instruction:
        event.what, event.paragraph = "delete", paragraphs[0] if paragraphs else 0
    elif "后增加" in instruction:
        event.what, event.article = "new", article_key(*heads[1].groups())
    elif "将该条修改为" in instruction or not paragraphs:
        event.what = "replace"
    elif "原第" in instruction:
        event.what, event.paragraph = "paragraph", paragraphs[1]
    else:
        event.what = "add" if "增加" in instruction else "paragraph"
        event.paragraph = paragraphs[0]
    return event


def _split(event: Event) -> list[Event]:
    """One event per article or paragraph: several articles or paragraphs may follow one directive."""
    if event.what == "new":
        parts: list[Event] = []
        for line in event.texts:
            head = _ARTICLE.match(line.lstrip("“"))
            if head and head.group(2) and line.lstrip("“")[head.end() : head.end() + 1] == " ":
                parts.append(Event(event.day, event.law, article_key(*head.groups()), "new"))
                line = line.lstrip("“")[head.end() :].strip()
            elif not parts:
                parts.append(Event(event.day, event.law, event.article, "new"))
            parts[-1].texts.append(line)
        return [Event(p.day, p.law, p.article, "new", 0, join_items(p.texts)) for p in parts]
    texts = join_items(event.texts)
    if event.what in ("add", "paragraph"):
        return [
            Event(event.day, event.law, event.article, event.what, event.paragraph + i, [text])
            for i, text in enumerate(texts)
        ]
    return [Event(event.day, event.law, event.article, event.what, event.paragraph, texts)]


def history(folder: Path) -> dict[str, list[Segment]]:
    """Article → its segments from 1997-10-01 (or its insertion) to now, oldest first."""
    now = consolidated(folder)
    changes: dict[str, list[Event]] = {}
    for event in events(folder):
        changes.setdefault(event.article, []).append(event)
    return {key: _timeline(key, now.get(key, []), changes.get(key, [])) for key in sorted(now, key=_order)}


def _order(key: str) -> tuple[int, int]:
    base, _, inserted = key.partition("-")
    return int(base), int(inserted or 0)


def _timeline(key: str, now: list[str], changes: list[Event]) -> list[Segment]:
    days = sorted({e.day for e in changes} | ({DECISIONS[key][1]} if key in DECISIONS else set()))
    names = {e.day: e.law for e in changes} | ({DECISIONS[key][1]: DECISIONS[key][0]} if key in DECISIONS else {})
    starts = [LAW_IN_FORCE, *days]
    segments = [
        Segment(start, end, names.get(start, "刑法"), {}) for start, end in zip(starts, [*days, None], strict=True)
    ]
    segments[-1].paragraphs = dict(enumerate(now, 1))
    by_day = {day: [e for e in changes if e.day == day] for day in days}
    for i, segment in enumerate(segments[1:], 1):
        for event in by_day[segment.since]:
            _write(event, segment, segments[i - 1])
    for _ in segments:
        for before, after in pairwise(segments):
            _carry(before, after, by_day[after.since])
    return [s for s in segments if s.exists]


def _write(event: Event, segment: Segment, before: Segment) -> None:
    if event.what == "new":
        before.exists = False
    if event.what in ("new", "replace"):
        segment.paragraphs = dict(enumerate(event.texts, 1))
    elif event.what in ("add", "paragraph"):
        segment.paragraphs[event.paragraph] = event.texts[0]


def _carry(before: Segment, after: Segment, changes: list[Event]) -> None:
    """Copy wording over a change for the paragraphs the change left alone, both ways."""
    if any(e.what in ("new", "replace") or (e.what == "delete" and not e.paragraph) for e in changes) or not changes:
        return
    touched = {e.paragraph for e in changes if e.what == "paragraph"}
    added = sorted(e.paragraph for e in changes if e.what == "add")
    deleted = [e.paragraph for e in changes if e.what == "delete"]
    for old in range(1, 12):
        if old in deleted:
            continue
        new = old - sum(d < old for d in deleted)
        for a in added:
            new += a <= new
        if new in touched:
            continue
        if old in before.paragraphs:
            after.paragraphs.setdefault(new, before.paragraphs[old])
        elif new in after.paragraphs:
            before.paragraphs[old] = after.paragraphs[new]
