"""Derives `anjian/law/data/tiers.csv` from a folder of law texts:  python tools/derive_tiers.py FOLDER > tiers.csv

Every paragraph of the special part that sets a penalty becomes rows, one per tier and period of validity;
a paragraph punished "as" another one takes that one's rows (column `via`). Paragraphs whose wording in a
period stands in no text of the folder get one row with tier 0, which means unknown. The columns are
explained in `anjian/law/penalties.py`.
"""

from __future__ import annotations

import csv
import glob
import re
import sys
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from law_history import (
    AMENDMENTS,
    LAW_IN_FORCE,
    Event,
    Segment,
    article_key,
    events,
    history,
    lines_of,
    number,
)

CHECKED_ON = "2026-11-23"
FAR = date.max


@dataclass(frozen=True)
class Row:
    article: str
    paragraph: int
    tier: int
    label: str = ""
    min_months: str = ""
    max_months: str = ""
    detention: int = 0
    control: int = 0
    rights_only: int = 0
    life: int = 0
    death: int = 0
    fine: str = "none"
    fine_min: str = ""
    fine_max: str = ""
    times_min: str = ""
    times_max: str = ""
    times_of: str = ""
    confiscation: str = "none"
    unit: int = 0
    via: str = ""
    since: str = ""
    until: str = ""
    source: str = ""
    checked_on: str = CHECKED_ON


Provision = tuple[str, int]
Period = tuple[date, date, str, list[Row]]  # since, until, law, rows ([] where unknown)

PENALTY = re.compile(
    r"(?<![并单判])处((?:死刑|无期徒刑|拘役|管制|罚金|剥夺政治权利"
    r"|[一二三五七十]+年(?:以上|以下)?(?:[一二三五七十]+年以下)?有期徒刑|、|或者)+)([^：]*)"
)
TERM = re.compile(r"([一二三五七十]+)年(以上|以下)?(?:([一二三五七十]+)年以下)?有期徒刑")
REFERENCE = re.compile(
    r"依照(?:本法)?(?:第(?P<article>[一二三四五六七八九十百]+)条)?"
    r"(?:(?P<former>前款|前两款|前三款)|第(?P<paragraph>[一二三四五]+)款)?的?规定(?:酌情)?(?:从重)?处罚"
)
CIRCUMSTANCES = """
数额特别巨大 数额巨大 数额较大 数量特别巨大 数量巨大 数量较大 数量大 差额特别巨大 差额巨大
情节特别严重 情节特别恶劣 情节较轻 情节较重 情节严重 情节恶劣 后果特别严重 特别严重后果
尚未造成严重后果 严重后果 后果严重 首要分子 积极参加 其他参加 其他积极参加
特别残忍手段致人重伤 致人重伤 致人死亡 因逃逸致人死亡 逃逸 特别重大损失 重大损失
特别严重危害 严重危害 致使被害人死亡 致使战斗、战役遭受重大损失 造成就诊人死亡
严重损害就诊人身体健康 有下列情形之一 其他参与者 杀害被绑架人 其他严重情节 严重情节
特别严重情节 其他较重情节 较大损失 其他恶劣情节 少量毒品 二百万元以上
五十万元以上不满二百万元 二十万元以上不满五十万元 五万元以上不满二十万元 应缴税额较大
应缴税额巨大 应缴税额特别巨大 一万元以上不满十万元 十万元以上 重伤、死亡 致使被害人重伤、死亡
死亡 战时犯前款罪 当众犯前款罪 严重损失
"""
WORDS = CIRCUMSTANCES.split()
GRADES = ("数额", "应缴税额", "数量", "差额", "情节", "尚未", "少量", "五万元", "一万元", "首要分子", "犯前款")
LABELS = {  # where the law's own wording gives no short name
    ("115", 1, 1): "致人重伤、死亡或重大损失",
    ("236", 3, 1): "加重情形",
    ("277", 5, 2): "严重危及人身安全",
    ("321", 2, 1): "致人重伤、死亡或抗拒检查",
    ("322", 1, 2): "为参加恐怖活动",
    ("333", 1, 2): "强迫卖血",
    ("239", 2, 1): "杀害或故意伤害致重伤、死亡",
    ("347", 2, 1): "数量大等",
    ("369", 1, 2): "破坏重要武器装备等",
}
VAGUE = ("其他", "严重情节", "特别严重情节")


def months(term: re.Match[str]) -> tuple[str, str]:
    """Least and greatest months of a fixed term as worded (art 45: at least 6 months, at most 15 years)."""
    first, direction, upper = number(term[1]) * 12, term[2], term[3]
    if direction == "以下":
        return "6", str(first)
    if upper:
        return str(first), str(number(upper) * 12)
    return str(first), "180"


def times(text: str) -> dict[str, str]:
    """The bounds of a fine given as a multiple or a share of a sum."""
    m = re.search(r"处([^，处]{2,14}?)(百分之[一二五十]+|[一二五]倍)以上(百分之[一二五十]+|[一二五]倍)以下罚金", text)
    if not m:
        return {}

    def value(part: str) -> str:
        return f"{number(part[3:]) / 100:g}" if part.startswith("百分之") else str(number(part[0]))

    return {"times_of": m[1], "times_min": value(m[2]), "times_max": value(m[3])}


def amounts(text: str) -> dict[str, str]:
    """The bounds of a fine given in yuan."""
    m = re.search(r"处([一二三五十]+)万元以上([一二三五十]+)万元以下罚金", text)
    return {"fine_min": str(number(m[1]) * 10000), "fine_max": str(number(m[2]) * 10000)} if m else {}


def property_penalty(main: str, rest: str) -> dict[str, str]:
    """Columns fine and confiscation from the words after the main penalty."""
    found = {**times(rest), **amounts(rest)}
    may = "可以并处" in rest
    if "罚金或者没收财产" in rest:
        return found | ({"fine": "may", "confiscation": "may"} if may else {"fine": "or", "confiscation": "or"})
    if "没收财产" in rest:
        return found | {"confiscation": "may" if may else "must"}
    if "并处或者单处" in rest:
        return found | {"fine": "either"}
    if "罚金" in rest:
        return found | {"fine": "may" if may else "must"}
    return found | ({"fine": "alone"} if "罚金" in main else {})


def label(condition: str, first: bool) -> str:
    """A short name of the tier: the circumstance named before the penalty, 基本 where none is."""
    condition = re.sub(r"（[一二三四五六七八九十]+）", "", condition)
    hits = sorted((condition.find(w), -len(w), w) for w in WORDS if w in condition)
    if first:
        plain = not condition.startswith(("犯前款罪", "犯前两款罪", "聚众或者", "纠集他人", "战时犯前款罪"))
        hits = [h for h in hits[::-1] if not plain or h[2].startswith(GRADES)]
        hits = sorted(hits, key=lambda h: h[2].startswith(VAGUE))
    hits = sorted(hits, key=lambda h: h[2] in ("有下列情形之一", "十万元以上"))
    if hits:
        return hits[0][2].replace("有下列情形之一", "基本" if first else "加重情形")
    return "基本" if first else condition.strip("，的对")[-12:]


def pieces(paragraph: str) -> list[str]:
    return [p for p in re.split("[；。]", paragraph) if p]


# Earlier wording that an interpretation of its time repeats with every tier: place, words that mark it, the end of
# the interpretation's file name, its articles.
# Nothing before the amendment of 2021, 2015 or 2009 touched these paragraphs, so it holds from 1997-10-01.
IP = "侵犯知识产权刑事案件具体应用法律若干问题的解释(2004-12-08)"
DRUGS = "医疗器械注册申请材料造假刑事案件适用法律若干问题的解释(2017-08-14)"
CARS = "抢夺机动车相关刑事案件具体应用法律若干问题的解释(2007-05-09)"
FOREST = "破坏林地资源刑事案件具体应用法律若干问题的解释(2005-12-26)"
QUOTED = (
    ("213", 1, "刑法第二百一十三条", IP, "1"),
    ("214", 1, "刑法第二百一十四条", IP, "2"),
    ("215", 1, "刑法第二百一十五条", IP, "3"),
    ("217", 1, "刑法第二百一十七条", IP, "5"),
    ("218", 1, "刑法第二百一十八条", IP, "6"),
    ("219", 1, "商业秘密的权利人造成", IP, "7"),
    ("229", 1, "刑法第二百二十九条规定", DRUGS, "1"),
    ("229", 2, "刑法第二百二十九条第二款", DRUGS, "2"),
    ("280", 1, "刑法第二百八十条第一款", CARS, "2"),
    ("410", 1, "非法批准征用、占用", FOREST, "2、3"),
)


def quoted(folder: Path, periods: dict[Provision, list[Period]]) -> None:
    """Fill unknown first periods from the interpretations in QUOTED."""
    for article, paragraph, mark, title, place in QUOTED:
        path = next((folder / "司法解释").glob(f"*{glob.escape(title)}.md"))
        sentences = [p for line in lines_of(path) for p in line.split("。") if mark in p]
        text = "；".join(s.replace("判处", "，处").rstrip("：") for s in sentences)
        rows = list({r.min_months: r for r in own_tiers(article, paragraph, text)}.values())
        spans = [p for p in periods.get((article, paragraph), []) if p[0] != LAW_IN_FORCE]
        until = law_end(periods, article)
        periods[article, paragraph] = [(LAW_IN_FORCE, until, f"{title} {place}", rows), *spans]


def law_end(periods: dict[Provision, list[Period]], article: str) -> date:
    """The last day of the first period of an article's first paragraph."""
    return min(periods[article, 1])[1]


def own_tiers(article: str, paragraph: int, text: str) -> list[Row]:
    """The tiers a paragraph sets itself, in its order."""
    unit = int(bool(re.match("单位犯|犯前款罪的.*是单位的", text)))
    rows: list[Row] = []
    for piece in pieces(text):
        piece = re.sub(r"对单位判处[^，]*罚金，并", "", piece)
        for m in PENALTY.finditer(piece):
            main, rest = m[1], m[2]
            term = TERM.search(main)
            low, high = months(term) if term else ("", "")
            rows.append(
                Row(
                    article,
                    paragraph,
                    len(rows) + 1,
                    LABELS.get((article, paragraph, len(rows) + 1)) or label(piece[: m.start()], not rows),
                    low,
                    high,
                    int("拘役" in main),
                    int("管制" in main),
                    int("剥夺政治权利" in main),
                    int("无期徒刑" in main),
                    int("死刑" in main),
                    unit=unit,
                    **property_penalty(main, rest),
                )
            )
    return rows


def references(article: str, paragraph: int, text: str) -> list[tuple[str, int]]:
    """The paragraphs by which this one is punished; paragraph 0 stands for the whole article."""
    if text.startswith("单位犯") or "是单位的" in text[:40] or PENALTY.search(text):
        return []
    m = REFERENCE.search(text)
    if not m or "各该" in m[0] or not (m["article"] or m["former"] or m["paragraph"]):
        return []
    if m["former"]:
        span = {"前款": 1, "前两款": 2, "前三款": 3}[m["former"]]
        return [(article, p) for p in range(paragraph - span, paragraph)]
    key = article_key(m["article"], None) if m["article"] else article
    return [(key, number(m["paragraph"]) if m["paragraph"] else 0)]


def own_periods(article: str, segments: list[Segment], changes: list[Event]) -> dict[Provision, list[Period]]:
    whole = {e.day for e in changes if e.what in ("new", "replace")}
    added = {
        p: max(e.day for e in changes if e.what == "add" and e.paragraph == p)
        for p in range(1, 12)
        if any(e.what == "add" and e.paragraph == p for e in changes)
    }
    found: dict[Provision, list[Period]] = {}
    for p in {p for s in segments for p in s.paragraphs}:
        for s in segments:
            until = s.until or FAR
            if p in s.paragraphs:
                rows = own_tiers(article, p, s.paragraphs[p])
                if rows:
                    found.setdefault((article, p), []).append((s.since, until, s.law, rows))
            elif s.until and s.since not in whole and not (p in added and s.since < added[p]):
                found.setdefault((article, p), []).append((s.since, until, s.law, []))
    return {k: v for k, v in found.items() if any(rows for *_, rows in v)}


def referred(periods: dict[Provision, list[Period]], law: dict[str, list[Segment]]) -> None:
    """Add the rows of paragraphs punished by reference, following chains of references."""
    for _ in range(3):
        for article, segments in law.items():
            for s in segments:
                for p, text in s.paragraphs.items():
                    _refer(periods, article, p, text, s)


def _refer(periods: dict[Provision, list[Period]], article: str, p: int, text: str, s: Segment) -> None:
    mine = periods.setdefault((article, p), [])
    if any(since == s.since for since, *_ in mine if since >= s.since):
        return
    targets: list[Provision] = []
    for key, paragraph in references(article, p, text):
        targets += [k for k in sorted(periods) if k[0] == key and paragraph in (0, k[1]) and periods[k]]
    if not targets:
        return
    until = s.until or FAR
    days = {s.since, until} | {d for t in targets for x in periods[t] for d in x[:2] if s.since < d < until}
    ordered = sorted(days)
    for since, end in pairwise(ordered):
        rows: list[Row] = []
        known = True
        for key, number_ in targets:
            for a, b, _, tiers in periods[key, number_]:
                if a <= since and end <= b:
                    known = known and bool(tiers)
                    rows += [replace(r, via=r.via or f"{key}({number_})") for r in tiers if not r.unit]
        mine.append((since, end, s.law, rows if known else []))


def special_rules(periods: dict[Provision, list[Period]]) -> None:
    """Art 113 adds death and confiscation to chapter one; art 144 borrows the gravest tier of art 141."""
    for (article, p), spans in periods.items():
        if not 102 <= int(article.split("-")[0]) <= 112:
            continue
        mild = (article, p) == ("103", 2) or article in ("105", "107", "109")
        for i, (since, until, law, rows) in enumerate(spans):
            extra = [] if mild or not rows else [Row(article, p, 9, "危害特别严重", death=1, via="113(1)")]
            spans[i] = (since, until, law, [replace(r, confiscation="may") for r in [*rows, *extra]])
    for i, (since, until, law, rows) in enumerate(periods["144", 1]):
        if rows:
            gravest = next(t for a, b, _, t in periods["141", 1] if a <= since < b)[-1]
            periods["144", 1][i] = (since, until, law, [*rows, replace(gravest, via="141(1)")])


def merged(spans: list[Period]) -> list[Period]:
    """Neighbouring periods with the same tiers become one, named after the first."""
    result: list[Period] = []
    for since, until, law, rows in sorted(spans, key=lambda x: x[0]):
        if result and result[-1][1] == since and [asdict(r) for r in result[-1][3]] == [asdict(r) for r in rows]:
            result[-1] = (result[-1][0], until, result[-1][2], rows)
        else:
            result.append((since, until, law, rows))
    return result


def derive(folder: Path) -> list[dict[str, str]]:
    """The rows of tiers.csv from the texts in FOLDER."""
    law = history(folder)
    changes: dict[str, list[Event]] = {}
    for event in events(folder):
        changes.setdefault(event.article, []).append(event)
    periods: dict[Provision, list[Period]] = {}
    for article, segments in law.items():
        periods |= own_periods(article, segments, changes.get(article, []))
    quoted(folder, periods)
    special_rules(periods)
    referred(periods, law)
    table: list[dict[str, str]] = []
    for article in law:
        for provision in sorted(k for k in periods if k[0] == article):
            for since, until, source, rows in merged(periods[provision]):
                table += _cells(provision, since, until, source, rows)
    return table


def _cells(provision: Provision, since: date, until: date, law: str, rows: list[Row]) -> list[dict[str, str]]:
    article, paragraph = provision
    source = f"{law}" if "的解释(" in law else f"{law} {article}({paragraph})"
    source = source if rows else f"{article}({paragraph}) 此前条文未见"
    rows = rows or [Row(article, paragraph, 0, "未见条文")]
    return [
        {
            k: str(v)
            for k, v in asdict(
                replace(
                    row,
                    article=article,
                    paragraph=paragraph,
                    tier=i if row.tier else 0,
                    since=since.isoformat(),
                    until="" if until == FAR else until.isoformat(),
                    source=source,
                )
            ).items()
        }
        for i, row in enumerate(rows, 1)
    ]


if __name__ == "__main__":
    assert len(AMENDMENTS) == 12
    writer = csv.DictWriter(sys.stdout, [f.name for f in fields(Row)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(derive(Path(sys.argv[1])))
