"""Derive `titles.csv` from the law texts of a folder and its catalogue.

    PYTHONPATH=. python tools/derive_titles.py ../shared/laws [--out anjian/law/data]

Only facts leave the texts: titles, document numbers, days of issue, commencement and repeal. A repeal counts only
where a text of the folder declares it. Titles that the texts merely mention get a row without dates.
"""

from __future__ import annotations

import argparse
import csv
import re
from dataclasses import dataclass
from pathlib import Path

from law_texts import CHECKED, COMMENCES, Text, catalogue, iso, texts

from anjian.law.titles import ORGANS, canonical

FIELDS = ["title", "number", "level", "issued", "since", "until", "replaced_by", "source", "checked_on"]
QUOTED = re.compile(
    r"((?:最高人民法院|最高人民检察院|[、和 ])*)[^《》、。；]{0,16}《((?:[^《》]|《[^》]*》)+)》"
    r"(?:（((?:法释|法发|法（研）发|法复|高检发释字|高检发研字)〔[0-9]{4}〕[0-9]+号)）)?"
)
REPEALS = re.compile(r"[^。；]*?(?:同时废止|即行废止|不再适用)[。；]")
MENTION = re.compile(
    r"《((?:最高人民法院|最高人民检察院|中华人民共和国|全国人民代表大会)"
    r"(?:[^《》\n]|〈[^〉\n]*〉){4,70})》"
)
#: Not a repeal of a title: parts of one interpretation; a scheme that stops for one kind of case.
NOT_REPEALED = ("关于审理掩饰、隐瞒犯罪所得", "铁路货物运输实行保险")

#: On this day many older interpretations were reissued; one that does not say when it began may be among them.
AMENDED_IN_MASS = "2020-12-29"
#: The civil code repealed these on its first day; interpretations of them that the catalogue marks expired ended then.
CIVIL_CODE_DAY = "2021-01-01"
REPEALED_LAWS = ("婚姻法", "继承法", "民法通则", "收养法", "担保法", "合同法", "物权法", "侵权责任法", "民法总则")
_LABOUR = "最高人民法院关于审理劳动争议案件适用法律问题的解释（一）"
_BUILDING = "最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（一）"
#: Marked expired by the catalogue; a new interpretation of the same subject began on that day.
SUCCEEDED = {
    "最高人民法院关于审理劳动争议案件适用法律若干问题的解释": _LABOUR,
    "最高人民法院关于审理劳动争议案件适用法律若干问题的解释（二）": _LABOUR,
    "最高人民法院关于审理劳动争议案件适用法律若干问题的解释（三）": _LABOUR,
    "最高人民法院关于审理劳动争议案件适用法律若干问题的解释（四）": _LABOUR,
    "最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释": _BUILDING,
    "最高人民法院关于审理建设工程施工合同纠纷案件适用法律问题的解释（二）": _BUILDING,
    "最高人民法院关于审理涉及夫妻债务纠纷案件适用法律有关问题的解释": (
        "最高人民法院关于适用《中华人民共和国民法典》婚姻家庭编的解释（一）"
    ),
}

#: Prints the whole interpretation that it supplements, with the commencement of that one.
STARTS = {
    "最高人民法院关于适用《中华人民共和国婚姻法》若干问题的解释（二）的补充规定": "2017-03-01",
    # 存档网页三处（xiaomilidoc.com、qianqiantushu.com、soolun.net）
    "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释": "2015-02-04",
}
#: Repealed laws of which two stored pages, but no text at hand, tell the first day: title → day, pages.
ATTESTED = {
    "中华人民共和国民法通则": ("1987-01-01", "存档网页二处（theinfolist.com、newton.com.tw）"),
    "中华人民共和国继承法": ("1985-10-01", "存档网页二处（iolaw.cssn.cn、asianlii.org）"),
    "中华人民共和国担保法": ("1995-10-01", "存档网页二处（enread.com、trade.wtosh.com）"),
    "中华人民共和国合同法": ("1999-10-01", "存档网页二处（lexiscn.com、en.wikipedia.org）"),
    "中华人民共和国物权法": ("2007-10-01", "存档网页二处（lexology.com、mondaq.com）"),
    "中华人民共和国侵权责任法": ("2010-07-01", "存档网页二处（huxianwang.com、lsbar.com）"),
    "中华人民共和国民法总则": ("2017-10-01", "存档网页二处（ccpit-patent.com.cn、hankunlaw.com）"),
}


@dataclass
class Row:
    title: str
    number: str = ""
    level: str = ""
    issued: str = ""
    since: str = ""
    until: str = ""
    replaced_by: str = ""
    source: str = ""

    @property
    def key(self) -> str:
        return canonical(self.title)


def plain(title: str) -> str:
    """The title as registered: 《》 inside, no spaces between organs."""
    return re.sub(r"\s+", "", title.replace("〈", "《").replace("〉", "》").replace("(", "（").replace(")", "）"))


def first_in_force(text: Text) -> str:
    """The day the title, not merely this edition of it, took effect; "" where the text does not tell."""
    if text.title in STARTS:
        return STARTS[text.title]
    clause = COMMENCES.findall(text.text)
    own = iso(clause[-1]) if clause else ""
    born = text.adopted[0] if text.adopted else text.issued
    if own and born and born <= own <= f"{int(born[:4]) + 2}-12-31":
        return own
    if len(text.adopted) != 1 or text.issued == AMENDED_IN_MASS:
        return ""
    fresh = text.level == "司法解释" or text.issued == text.adopted[0]
    return text.since if fresh and text.since[:4] and int(text.since[:4]) - int(text.adopted[0][:4]) <= 1 else ""


def rows_of_texts(found: list[Text]) -> dict[str, list[Row]]:
    """One row per title; a later text of the same title that is a new document, not an amendment, is a new row."""
    rows: dict[str, list[Row]] = {}
    for text in sorted(found, key=lambda t: t.issued or (t.adopted or [""])[-1]):
        have = rows.setdefault(text.key, [])
        since = first_in_force(text)
        new_document = text.level == "司法解释" and have and since and have[-1].since and since > have[-1].since
        if have and not new_document:
            have[-1].since = min(filter(None, (have[-1].since, since)), default="")
            continue
        if new_document:
            have[-1].until, have[-1].replaced_by = since, plain(text.title)
        amended = len(text.adopted) > 1 or text.level == "法律"
        issued = text.adopted[0] if amended and text.adopted else text.issued
        have.append(Row(plain(text.title), text.number, text.level, issued, since, source=text.file))
    return rows


def add_catalogue(rows: dict[str, list[Row]], folder: Path) -> None:
    for entry in catalogue(folder):
        rows.setdefault(canonical(entry.name), [Row(plain(entry.name), level=entry.level, source="目录")])


def full_title(organs: str, inner: str, repealing: Text) -> str:
    """The repealed title with its issuing organs, which the clause may put before the 《."""
    if inner.startswith(ORGANS) or not inner.startswith("关于"):
        return inner
    named = [o for o in ORGANS if o in organs]
    if not named:
        named = ["最高人民检察院"] if repealing.title.startswith("人民检察院") else ["最高人民法院"]
    return "、".join(named) + inner


def add_repeals(rows: dict[str, list[Row]], found: list[Text]) -> None:
    for text in sorted(found, key=lambda t: t.since):
        since = first_in_force(text)  # an amended edition repeats the repeals of the first
        for sentence in REPEALS.findall(text.text.replace("\n", "")):
            if any(x in sentence for x in NOT_REPEALED) or "停止执行" in sentence:
                continue
            for organs, inner, number in QUOTED.findall(sentence):
                if inner.startswith(("解释", "规定")) or len(canonical(inner)) < 3:
                    continue
                repeal(rows, plain(full_title(organs, inner, text)), number, text, since)


def repeal(rows: dict[str, list[Row]], title: str, number: str, by: Text, since: str) -> None:
    have = rows.setdefault(same_title(rows, title), [])
    year = number[number.find("〔") + 1 :][:4]
    own = [r for r in have if r.source != by.file and may_be(r, year, since or by.issued)]
    row = own[-1] if own else None
    if row is None:
        row = Row(title, number, by.level, source=by.file)
        have.insert(0, row)
    row.number = row.number or number
    if not row.until or (since and since < row.until):
        row.until, row.replaced_by = since, plain(by.title)


def add_expired(rows: dict[str, list[Row]], folder: Path) -> None:
    """The end of interpretations whose law the civil code repealed, or which a new one of that day took over."""
    for entry in catalogue(folder):
        have = rows.get(canonical(entry.name), [])
        of_repealed = any(f"适用《{law}》" in entry.name for law in REPEALED_LAWS)
        if entry.expired and have and not have[-1].until and (of_repealed or entry.name in SUCCEEDED):
            have[-1].until, have[-1].replaced_by = CIVIL_CODE_DAY, SUCCEEDED.get(entry.name, "")
            have[-1].source += "；目录标为失效，所释法律或同题解释于该日更替"


def add_attested(rows: dict[str, list[Row]]) -> None:
    for title, (since, pages) in ATTESTED.items():
        row = rows[canonical(title)][-1]
        row.since, row.source = since, f"{row.source}；{pages}"


def same_title(rows: dict[str, list[Row]], title: str) -> str:
    """The registered key of a title, for a text may write it with or without a 、."""
    key = canonical(title)
    bare = key.replace("、", "")
    return key if key in rows else next((k for k in rows if k.replace("、", "") == bare), key)


def may_be(row: Row, year: str, repealed: str) -> bool:
    """Whether a repeal of a document numbered in YEAR, on day REPEALED, can mean this row."""
    if row.issued and year and row.issued[:4] not in (year, str(int(year) - 1)):
        return False
    return not repealed or (row.since or row.issued) < repealed


def add_mentions(rows: dict[str, list[Row]], found: list[Text]) -> None:
    for text in found:
        for title in MENTION.findall(text.text):
            if same_title(rows, title) not in rows and not title.endswith("的决定"):
                level = "司法解释" if title.startswith("最高") else "法律"
                rows[canonical(title)] = [Row(plain(title), level=level, source=f"见于 {text.file}")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("laws", type=Path)
    parser.add_argument("--out", type=Path, default=Path("anjian/law/data"))
    args = parser.parse_args()
    found = texts(args.laws)
    rows = rows_of_texts(found)
    add_catalogue(rows, args.laws)
    add_repeals(rows, found)
    add_expired(rows, args.laws)
    add_attested(rows)
    add_mentions(rows, found)
    with (args.out / "titles.csv").open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(FIELDS)
        with Path(__file__).with_name("titles_cited.csv").open(encoding="utf-8") as cited:
            for row in csv.DictReader(cited):
                rows[canonical(row["title"])] = [Row(**row)]
        for key in sorted(rows):
            for r in rows[key]:
                out.writerow([getattr(r, k) for k in FIELDS[:-1]] + [CHECKED])


if __name__ == "__main__":
    main()
