"""Derive `articles.csv`, `shapes.csv` and `editions.csv` from the law texts of a folder.

    PYTHONPATH=. python tools/derive_articles.py ../shared/laws [--out anjian/law/data]

Only counts leave the texts: which articles exist, how many paragraphs each has and how many items each paragraph
has. In a table a shape is written `0 4 0`; `?` is a count no text supports, an empty shape an unknown one.
"""

from __future__ import annotations

import argparse
import csv
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from amendments import AMENDMENTS, code_history
from law_texts import CHECKED, Text, texts
from shapes import CLOSING, Shape, articles_of, body


def cell(shape: Shape | None) -> str:
    return "" if shape is None else " ".join("?" if n is None else str(n) for n in shape)


#: Editions of which only the days are known.
WITHOUT_TEXT = [
    ("刑事诉讼法", "1996", "1997-01-01", "2013-01-01", "1996年修改决定（文本题注）"),
    ("刑事诉讼法", "2012", "2013-01-01", "2018-10-26", "2012年修改决定（文本题注），法释〔2012〕21号同日施行"),
    ("民事诉讼法", "1991", "1991-04-09", "2007-10-28", "1991年文本题注，自公布之日起施行；止于2007年修改决定"),
    ("行政诉讼法", "1989", "1990-10-01", "2015-05-01", "行政诉讼法（2017）第103条"),
    ("行政诉讼法", "2014", "2015-05-01", "2017-07-01", "法释〔2015〕9号同日施行；2017年修改决定（文本题注）"),
]
#: The civil code took the place of the civil laws before it.
CODE = "2021-01-01"
#: Editions of which the days and the number of articles are known, but no wording. The law of 2021 has 291 articles,
#: seven more than before: its article 290 was article 283 (derive_numbers).
COUNTED = [
    ("民事诉讼法", "2012", "2013-01-01", "2017-07-01", 284, "法释〔2012〕23号；民诉法解释（2020、2022）引用处推得末条"),
    ("民事诉讼法", "2017", "2017-07-01", "2022-01-01", 284, "2017年修改决定；民诉法解释（2020、2022）引用处推得末条"),
    (
        *("最高人民法院关于适用民事诉讼法的解释", "2014", "2015-02-04", "2021-01-01", 552),
        "存档网页三处（xiaomilidoc.com、qianqiantushu.com、soolun.net）载共552条；2020年文本亦552条",
    ),
    # The laws that the civil code repealed, each with two independent stored pages that tell the same number.
    ("民法通则", "1986", "1987-01-01", CODE, 156, "存档网页二处载共156条（theinfolist.com、newton.com.tw）"),
    (
        *("合同法", "1999", "1999-10-01", CODE, 428),
        "存档网页三处载共428条（en.wikipedia.org、taylorfrancis.com、dgzhanhua.cn）",
    ),
    ("婚姻法", "2001", "2001-04-28", CODE, 51, "存档网页二处载共51条（anteph.com、mlbm.cn）"),
    ("物权法", "2007", "2007-10-01", CODE, 247, "存档网页二处载共247条（lexology.com、mondaq.com）"),
    ("侵权责任法", "2009", "2010-07-01", CODE, 92, "存档网页二处载共92条（en.wikipedia.org、studymode.com）"),
    (
        *("民法总则", "2017", "2017-10-01", CODE, 206),
        "存档网页三处载共206条（ccpit-patent.com.cn、hankunlaw.com、jxxfw.com）",
    ),
]
#: Articles of these editions whose paragraphs are known: a judgment's annex and two stored pages print them whole.
COUNTED_SHAPES = {
    ("民事诉讼法", "2012", 253): "0",  # other_kinds/civil1-003.txt；dzxwnews.com、ryyc.cn
    ("民事诉讼法", "2017", 253): "0",
}
#: The catalogue gives the day of the amending decision, not the commencement.
STARTS = {"诉讼与非诉讼程序法/民事诉讼法(2023-09-01).md": "2024-01-01"}
#: On this day many civil and procedural interpretations were amended or repealed, not all with a text here.
GREAT_REVISION = "2021-01-01"
CRIMINAL = re.compile("刑|罪|犯|自首|盗窃|抢劫|贪污|挪用公款|出版物|拐卖|伪造|骗购|枪支|黑社会|邪教|扰乱电信")
#: Amended by a document that the folder does not hold; from then on its articles are unknown.
AMENDED_UNSEEN = {
    "最高人民法院关于审理非法制造、买卖、运输枪支、弹药、爆炸物等刑事案件具体应用法律若干问题的解释": "2010-01-01",
}

#: Shapes of the criminal law that no text of the folder holds, as the annexes of published judgments print them:
#: (article, first day) → shape and one of the judgments.
PRINTED = {("236", "1997-10-01"): ("0 0 5", "判决书附录：aef998bd-cba2-4aee-b9b5-a640f79deb52")}


@dataclass
class Edition:
    law: str
    issued: str
    since: str
    until: str
    shapes: dict[str, Shape]
    source: str
    closed: bool = True  # every article carries its number


def editions(found: list[Text]) -> list[Edition]:
    """One edition per text with articles, each ending where the next of the same law begins."""
    out: dict[str, list[Edition]] = {}
    code = [t for t in found if t.file.startswith("民法典/")]
    merged = {k: v for t in code for k, v in articles_of(t.text).items()}
    out["民法典"] = [Edition("民法典", "2020", "2021-01-01", "", dict(sorted_articles(merged)), "民法典")]
    for text in sorted(found, key=lambda t: t.issued or t.since):
        if text.file.startswith(("刑法/", "民法典/")) or text.title.endswith("的决定"):
            continue
        shapes = articles_of(text.text)
        have = out.setdefault(text.key, [])
        since = STARTS.get(text.file, text.since)
        if shapes and not any(e.since == since or e.shapes == shapes for e in have):
            closed = not loose_closing(text.text)
            have.append(Edition(text.key, text.issued or since, since, "", shapes, text.file, closed))
    for have in filter(None, out.values()):
        for one, following in pairwise(have):
            one.until = following.since or following.issued
        have[-1].until = known_until(have[-1])
    return [e for have in out.values() for e in have if not e.until or e.since < e.until]


def known_until(newest: Edition) -> str:
    """The first day on which the newest edition of the folder may no longer be the law; "" for none."""
    if newest.law in AMENDED_UNSEEN:
        return AMENDED_UNSEEN[newest.law]
    civil = newest.source.startswith("司法解释") and not CRIMINAL.search(newest.law)
    return GREAT_REVISION if civil and newest.since < "2020-12-01" else ""


def loose_closing(text: str) -> bool:
    """Whether the commencement clause has lost its article number, so that the last number is not certain."""
    return any(CLOSING.match(line) for line in body(text))


def sorted_articles(shapes: dict[str, Shape]) -> list[tuple[str, Shape]]:
    return sorted(shapes.items(), key=lambda kv: [int(n) for n in kv[0].split("-")])


def complete(shapes: dict[str, Shape]) -> bool:
    """Whether the articles run without a gap from 1, so that a missing number really does not exist."""
    main = sorted({int(k.split("-")[0]) for k in shapes})
    return main == list(range(1, len(main) + 1))


def write(path: Path, header: str, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as f:
        out = csv.writer(f, lineterminator="\n")
        out.writerow(header.split())
        out.writerows(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("laws", type=Path)
    parser.add_argument("--out", type=Path, default=Path("anjian/law/data"))
    args = parser.parse_args()
    history = code_history(args.laws)
    code = [
        ["刑法", a, s.since, s.until, cell(s.shape), s.source, CHECKED]
        for a, spans in history.items()
        for s in spans
        if s.exists
    ]
    for row in code:
        if not row[4]:
            row[4:6] = PRINTED.get((row[1], row[2]), row[4:6])
    write(args.out / "articles.csv", "law article since until shape source checked_on", code)
    days = ["1997-10-01", *(d for d, _ in AMENDMENTS), ""]
    names = ["刑法", *(f.split(".md")[0].split("(")[0] for _, f in AMENDMENTS)]
    rows = [["刑法", d[:4], d, end, "452", n, CHECKED] for d, end, n in zip(days[:-1], days[1:], names, strict=True)]
    rows += [[law, e, since, until, "", source, CHECKED] for law, e, since, until, source in WITHOUT_TEXT]
    shapes = []
    for law, edition, since, until, count, source in COUNTED:
        rows.append([law, edition, since, until, str(count), source, CHECKED])
        cells = [f"{n}:{COUNTED_SHAPES.get((law, edition, n), '')}" for n in range(1, count + 1)]
        shapes.append([law, since, ";".join(cells)])
    for e in editions(texts(args.laws)):
        last = list(e.shapes)[-1].split("-")[0] if e.closed and complete(e.shapes) else ""
        rows.append([e.law, e.issued[:4], e.since, e.until, last, e.source, CHECKED])
        shapes.append([e.law, e.since, ";".join(f"{a}:{cell(s)}" for a, s in e.shapes.items())])
    write(args.out / "editions.csv", "law edition since until last source checked_on", rows)
    write(args.out / "shapes.csv", "law since shapes", shapes)


if __name__ == "__main__":
    main()
