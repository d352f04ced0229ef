"""Read a folder of law texts and its catalogue: titles, dates and commencement, for the derive tools."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from pathlib import Path

from anjian.law.titles import canonical

CHECKED = "2026-11-23"
DATE = re.compile(r"([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")
COMMENCES = re.compile(
    r"本(?:法|解释|规定|规则|批复|办法|安排|条例|决定|修正案)[^。]{0,16}?自([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)起(?:施行|实施)"
)
NUMBER = re.compile(r"(?:法释|法发|高检发释字|高检发研字|高检发)〔[0-9]{4}〕[0-9]+号")

#: Headers of the folder that drop or lose characters of the official title.
SLIPS = {
    "最高人民法院于适用财产刑若干问题的规定": "最高人民法院关于适用财产刑若干问题的规定",
    "最高人民法院人民法院对外委托司法鉴定管理规定": "人民法院对外委托司法鉴定管理规定",
    "关于审理非法行医刑事案件具体应用法律若干问题的解释": (
        "最高人民法院关于审理非法行医刑事案件具体应用法律若干问题的解释"
    ),
}


def iso(text: str) -> str:
    found = DATE.search(text)
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else ""


@dataclass
class Text:
    """One text: `adopted` every adoption date of its header, `since` when this edition took effect ("" unknown)."""

    file: str
    title: str
    level: str
    issued: str
    since: str = ""
    origin: str = ""
    adopted: list[str] = field(default_factory=list)
    number: str = ""
    text: str = ""

    @property
    def key(self) -> str:
        return canonical(self.title)


@dataclass(frozen=True)
class Entry:
    name: str
    level: str
    publish: str
    since: str
    expired: bool


def catalogue(folder: Path) -> list[Entry]:
    base = sqlite3.connect(f"file:{folder / 'catalogue.sqlite3'}?mode=ro", uri=True)
    rows = base.execute("select name, level, publish, valid_from, expired from law").fetchall()
    return [Entry(n, lv, p or "", v or "", bool(x)) for n, lv, p, v, x in rows if lv not in ("案例", "其他")]


def texts(folder: Path) -> list[Text]:
    """Every text of the folder, with the dates that its header, its last clauses and the catalogue support."""
    valid = {(canonical(e.name), e.publish): e.since for e in catalogue(folder)}
    found = []
    for path in sorted(folder.glob("*/*.md")):
        raw = path.read_text("utf-8")
        header, _, rest = raw.partition("<!-- INFO END -->")
        lines = [x.strip() for x in header.splitlines() if x.strip()]
        stem = re.match(r"(.+?)(?:\(([0-9]{4}-[0-9]{2}-[0-9]{2})\))?$", path.stem)
        assert stem
        level = {"司法解释": "司法解释", "行政法规": "行政法规"}.get(path.parent.name, "法律")
        text = Text(str(path.relative_to(folder)), lines[0].lstrip("# "), level, stem.group(2) or "", text=rest)
        text.title = SLIPS.get(text.title, text.title)
        text.adopted = [iso(x) for x in lines[1:] if "通过" in x and iso(x)]
        starts = [iso(x) for x in lines[1:] if x.endswith("施行") and iso(x)]
        clause = COMMENCES.findall(rest)
        listed = valid.get((canonical(stem.group(1)), text.issued), "")
        if starts:
            text.since, text.origin = starts[-1], "文本题注"
        elif listed:
            text.since, text.origin = listed, "目录"
        elif clause and len(text.adopted) <= 1 and iso(clause[-1]) >= text.issued:
            text.since, text.origin = iso(clause[-1]), "文本施行条款"
        elif "自公布之日起施行" in rest[-400:] and text.adopted[:1] in ([], [text.issued]):
            text.since, text.origin = text.issued, "自公布之日起施行"
        number = next((NUMBER.search(x) for x in lines[1:] if NUMBER.search(x)), None)
        text.number = number.group() if number else ""
        found.append(text)
    return found
