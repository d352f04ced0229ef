"""Statutory tiers: known cases on known days, soundness of the table, and the table against the law texts."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from anjian.law.dated import read_table
from anjian.law.penalties import fine_floor, general_range, provision_tiers, tiers

LAWS = Path(__file__).parents[3] / "shared" / "laws"
TOOLS = Path(__file__).parents[2] / "tools"
DAY = date(2018, 5, 1)
XI = date(2021, 3, 1)
corpus = pytest.mark.corpus
needs_laws = pytest.mark.skipif(not LAWS.is_dir(), reason="law texts not here")


def shape(charge: str, day: date, unit: bool = False) -> list[str] | None:
    """Each tier as `6-36 拘管权无死 fine/confiscation`."""
    found = tiers(charge, day, unit)
    if found is None:
        return None
    return [
        (f"{t.min_months}-{t.max_months}" if t.min_months else "")
        + "拘" * t.detention
        + "管" * t.control
        + "权" * t.rights_only
        + "无" * t.life
        + "死" * t.death
        + f" {t.fine}/{t.confiscation}"
        for t in found
    ]


THEFT = ["6-36拘管 either/none", "36-120 must/none", "120-180无 or/or"]
BRIBE_TAKING = ["6-36拘 must/none", "36-120 or/or", "120-180无 or/or", "无死 none/must"]


@pytest.mark.parametrize(
    ("charge", "day", "expected"),
    [
        ("盗窃罪", DAY, THEFT),
        ("诈骗罪", date(1999, 1, 1), THEFT),
        ("抢夺罪", DAY, THEFT),
        ("敲诈勒索罪", DAY, ["6-36拘管 either/none", "36-120 must/none", "120-180 must/none"]),
        ("抢劫罪", DAY, ["36-120 must/none", "120-180无死 or/or"]),
        ("侵占罪", DAY, ["6-24拘 alone/none", "24-60 must/none"]),
        ("职务侵占罪", DAY, ["6-60拘 none/none", "60-180 none/may"]),  # as printed by a judgment
        ("强奸罪", DAY, ["36-120 none/none", "120-180无死 none/none"]),
        ("挪用资金罪", DAY, ["6-36拘 none/none", "36-120 none/none"]),
        ("非法吸收公众存款罪", DAY, ["6-36拘 either/none", "36-120 must/none"]),
        ("职务侵占罪", XI, ["6-36拘 must/none", "36-120 must/none", "120-180无 must/none"]),
        ("故意毁坏财物罪", DAY, ["6-36拘 alone/none", "36-84 none/none"]),
        ("故意杀人罪", DAY, ["120-180无死 none/none", "36-120 none/none"]),
        ("过失致人死亡罪", DAY, ["36-84 none/none", "6-36 none/none"]),
        ("故意伤害罪", DAY, ["6-36拘管 none/none", "36-120 none/none", "120-180无死 none/none"]),
        ("强奸罪", XI, ["36-120 none/none", "120-180无死 none/none"]),
        ("强制猥亵罪", DAY, ["6-60拘 none/none", "60-180 none/none"]),
        ("猥亵儿童罪", DAY, ["6-60拘 none/none", "60-180 none/none"]),
        ("猥亵儿童罪", XI, ["6-60 none/none", "60-180 none/none"]),
        ("非法拘禁罪", DAY, ["6-36拘管权 none/none", "36-120 none/none", "120-180 none/none"]),
        ("绑架罪", DAY, ["120-180无 or/or", "60-120 must/none", "无死 none/must"]),
        ("绑架罪", date(2012, 1, 1), ["120-180无 or/or", "60-120 must/none", "死 none/must"]),
        ("交通肇事罪", DAY, ["6-36拘 none/none", "36-84 none/none", "84-180 none/none"]),
        ("危险驾驶罪", DAY, ["拘 must/none"]),
        ("放火罪", DAY, ["36-120 none/none", "120-180无死 none/none"]),
        ("失火罪", DAY, ["36-84 none/none", "6-36拘 none/none"]),
        ("非法持有枪支罪", DAY, ["6-36拘管 none/none", "36-84 none/none"]),
        ("重大责任事故罪", DAY, ["6-36拘 none/none", "36-84 none/none"]),
        ("强令违章冒险作业罪", DAY, ["6-60拘 none/none", "60-180 none/none"]),
        ("生产、销售伪劣产品罪", DAY, ["6-24拘 either/none", "24-84 must/none", "84-180 must/none", "180-180无 or/or"]),
        ("销售假药罪", DAY, ["6-36拘 must/none", "36-120 must/none", "120-180无死 or/or"]),
        ("生产、销售有毒、有害食品罪", DAY, ["6-60 must/none", "60-120 must/none", "120-180无死 or/or"]),
        ("信用卡诈骗罪", DAY, ["6-60拘 must/none", "60-120 must/none", "120-180无 or/or"]),
        ("合同诈骗罪", DAY, ["6-36拘 either/none", "36-120 must/none", "120-180无 or/or"]),
        ("非法经营罪", DAY, ["6-60拘 either/none", "60-180 or/or"]),
        ("组织、领导传销活动罪", DAY, ["6-60拘 must/none", "60-180 must/none"]),
        ("非法吸收公众存款罪", XI, ["6-36拘 either/none", "36-120 must/none", "120-180 must/none"]),
        ("销售假冒注册商标的商品罪", DAY, ["6-36拘 either/none", "36-84 must/none"]),
        ("销售假冒注册商标的商品罪", XI, ["6-36 either/none", "36-120 must/none"]),
        ("侵犯公民个人信息罪", DAY, ["6-36拘 either/none", "36-84 must/none"]),
        ("妨害公务罪", DAY, ["6-36拘管 alone/none"]),
        ("袭警罪", XI, ["6-36拘管 none/none", "36-84 none/none"]),
        ("伪造国家机关证件罪", date(2012, 1, 1), ["6-36拘管权 none/none", "36-120 none/none"]),
        ("伪造国家机关证件罪", DAY, ["6-36拘管权 must/none", "36-120 must/none"]),
        ("寻衅滋事罪", DAY, ["6-60拘管 none/none", "60-120 may/none"]),
        ("聚众斗殴罪", DAY, ["6-36拘管 none/none", "36-120 none/none"]),
        ("开设赌场罪", DAY, ["6-36拘管 must/none", "36-120 must/none"]),
        ("开设赌场罪", XI, ["6-60拘管 must/none", "60-120 must/none"]),
        ("赌博罪", DAY, ["6-36拘管 must/none"]),
        ("帮助信息网络犯罪活动罪", DAY, ["6-36拘 either/none"]),
        ("掩饰、隐瞒犯罪所得罪", DAY, ["6-36拘管 either/none", "36-84 must/none"]),
        ("拒不执行判决、裁定罪", DAY, ["6-36拘 alone/none", "36-84 must/none"]),
        ("贩卖毒品罪", DAY, ["180-180无死 none/must", "84-180 must/none", "6-36拘管 must/none", "36-84 must/none"]),
        ("容留他人吸毒罪", DAY, ["6-36拘管 must/none"]),
        ("非法持有毒品罪", DAY, ["84-180无 must/none", "6-36拘管 must/none", "36-84 must/none"]),
        ("容留卖淫罪", DAY, ["6-60拘管 must/none", "60-180 must/none"]),
        ("污染环境罪", DAY, ["6-36拘 either/none", "36-84 must/none"]),
        ("污染环境罪", XI, ["6-36拘 either/none", "36-84 must/none", "84-180 must/none"]),
        ("滥伐林木罪", DAY, ["6-36拘管 either/none", "36-84 must/none"]),
        ("贪污罪", DAY, BRIBE_TAKING),
        ("受贿罪", DAY, BRIBE_TAKING),
        ("挪用公款罪", DAY, ["6-60拘 none/none", "60-180 none/none", "120-180无 none/none"]),
        ("行贿罪", date(2024, 2, 29), ["6-60拘 must/none", "60-120 must/none", "120-180无 or/or"]),
        ("行贿罪", date(2024, 3, 1), ["6-36拘 must/none", "36-120 must/none", "120-180无 or/or"]),
        ("单位行贿罪", date(2024, 2, 29), ["6-60拘 must/none"]),
        ("单位行贿罪", date(2024, 3, 1), ["6-36拘 must/none", "36-120 must/none"]),
        ("对单位行贿罪", date(2024, 3, 1), ["6-36拘 must/none", "36-84 must/none"]),
        ("单位受贿罪", date(2024, 3, 1), ["6-36拘 none/none", "36-120 none/none"]),
        ("滥用职权罪", DAY, ["6-36拘 none/none", "36-84 none/none", "6-60拘 none/none", "60-120 none/none"]),
        ("颠覆国家政权罪", DAY, ["120-180无 none/may", "36-120 none/may", "6-36拘管权 none/may"]),
        ("间谍罪", DAY, ["120-180无 none/may", "36-120 none/may", "死 none/may"]),
        ("强迫卖血罪", DAY, ["60-120 must/none"]),
    ],
)
def test_tiers(charge: str, day: date, expected: list[str]) -> None:
    assert shape(charge, day) == expected


@pytest.mark.parametrize(
    ("charge", "day"),
    [
        ("强制猥亵妇女罪", date(2012, 1, 1)),  # the wording before Amendment IX stands in no text we have
        ("受贿罪", date(2014, 1, 1)),
        ("盗窃罪", date(2010, 1, 1)),
        ("虚开增值税专用发票罪", date(2005, 1, 1)),  # a tier deleted in 2011 is unknown
        ("危险驾驶罪", date(2011, 4, 30)),  # no crime yet
        ("伤害罪", DAY),
    ],
)
def test_unknown_is_none(charge: str, day: date) -> None:
    assert tiers(charge, day) is None


def test_first_and_last_days() -> None:
    assert shape("危险驾驶罪", date(2011, 5, 1)) == ["拘 must/none"]
    assert tiers("诈骗罪", date(1997, 9, 30)) is None
    assert shape("走私武器罪", date(2015, 10, 31)) == ["84-180 or/or", "无死 none/must", "36-84 must/none"]
    assert shape("走私武器罪", date(2015, 11, 1)) == ["84-180 or/or", "无 none/must", "36-84 must/none"]


def test_persons_responsible_in_a_unit() -> None:
    assert shape("走私普通货物罪", DAY, unit=True) == ["6-36拘 none/none", "36-120 none/none", "120-180 none/none"]
    assert shape("票据诈骗罪", DAY, unit=True) == ["6-60拘 may/none", "60-120 must/none", "120-180无 must/none"]
    assert shape("非法经营罪", DAY, unit=True) == shape("非法经营罪", DAY)


def test_contains() -> None:
    low, middle, high = tiers("盗窃罪", DAY) or ()
    assert low.contains("有期徒刑", 36)
    assert not low.contains("有期徒刑", 5)
    assert not low.contains("有期徒刑", 37)
    assert low.contains("拘役", 6)
    assert not low.contains("拘役", 7)
    assert low.contains("管制", 24)
    assert low.contains("罚金")
    assert not middle.contains("罚金")
    assert not middle.contains("拘役", 3)
    assert high.contains("无期徒刑")
    assert not high.contains("死刑缓期执行")
    assert (tiers("故意杀人罪", DAY) or ())[0].contains("死刑缓期执行")
    assert not low.contains("没收财产")
    assert (tiers("危险驾驶罪", DAY) or ())[0].contains("有期徒刑", 6) is False


def test_mandatory_money() -> None:
    assert [t.fine_mandatory for t in tiers("盗窃罪", DAY) or ()] == [True, True, False]
    assert [t.property_mandatory for t in tiers("盗窃罪", DAY) or ()] == [True, True, True]
    assert [t.property_mandatory for t in tiers("妨害公务罪", DAY) or ()] == [False]
    assert [t.property_mandatory for t in tiers("寻衅滋事罪", DAY) or ()] == [False, False]


def test_amounts_of_fines() -> None:
    first = (tiers("信用卡诈骗罪", DAY) or ())[0]
    assert (first.fine_min, first.fine_max) == (20000, 200000)
    goods = (tiers("生产、销售伪劣产品罪", DAY) or ())[0]
    assert (goods.times_min, goods.times_max, goods.times_of) == (0.5, 2, "销售金额")
    business = (tiers("非法经营罪", DAY) or ())[0]
    assert (business.times_min, business.times_max, business.times_of) == (1, 5, "违法所得")


def test_general_ranges() -> None:
    bounds = general_range("有期徒刑", DAY)
    assert bounds is not None
    assert (bounds.min_months, bounds.max_months) == (6, 180)
    caps = [general_range("数罪并罚有期徒刑（总和三十五年以上）", d) for d in (date(2011, 4, 30), date(2011, 5, 1))]
    assert [c and c.max_months for c in caps] == [240, 300]
    assert general_range("数罪并罚拘役", date(2005, 1, 1)) is None
    assert general_range("流放", DAY) is None


@pytest.mark.parametrize(
    ("charge", "day", "minor", "tier", "floor"),
    [
        ("诈骗罪", DAY, False, 0, 1000),
        ("诈骗罪", DAY, True, 0, 500),
        ("盗窃罪", DAY, False, 0, 1000),
        ("盗窃罪", DAY, True, 0, 500),
        ("敲诈勒索罪", date(2013, 4, 26), False, 0, 1000),
        ("敲诈勒索罪", date(2013, 4, 27), False, 0, 2000),
        ("受贿罪", DAY, False, 0, 100000),
        ("受贿罪", DAY, False, 2, 200000),
        ("贪污罪", DAY, False, 3, 500000),
        ("单位行贿罪", DAY, False, 0, 100000),
        ("受贿罪", date(2016, 4, 17), False, 0, 1000),
    ],
)
def test_fine_floor(charge: str, day: date, minor: bool, tier: int, floor: int) -> None:
    rule = fine_floor(charge, day, minor, tier)
    assert rule is not None
    assert rule.floor == floor
    assert rule.source


def test_no_floor_before_there_was_a_rule() -> None:
    assert fine_floor("诈骗罪", date(2000, 12, 18)) is None


def test_table_is_sound() -> None:
    spans: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in (*read_table("tiers"), *read_table("tiers_printed")):
        assert row["source"]
        assert row["checked_on"]
        assert row["fine"] in ("none", "may", "must", "either", "alone", "or")
        assert row["confiscation"] in ("none", "may", "must", "or")
        assert (row["fine"] == "or") == (row["confiscation"] == "or")
        flags = [row[k] for k in ("detention", "control", "rights_only", "life", "death")]
        assert row["tier"] == "0" or row["min_months"] or "1" in flags
        if row["min_months"]:
            assert 6 <= int(row["min_months"]) <= int(row["max_months"]) <= 180
        if row["unit"] == "0" and not row["source"].startswith("判决书附录"):
            spans.setdefault((row["article"], row["paragraph"]), []).append((row["since"], row["until"] or "9999"))
    for place, found in spans.items():
        periods = sorted(set(found))
        for (_, until), (since, _) in pairwise(periods):
            assert until <= since, place


def test_every_penalty_paragraph_of_a_charge_has_rows() -> None:
    places = {f"{r['article']}({r['paragraph']})" for r in read_table("tiers")}
    for row in read_table("charges"):
        for provision in filter(None, f"{row['penalty']};{row['unit_penalty']}".split(";")):
            assert provision.partition("#")[0] in places, row["name"]


def test_every_charge_of_today_has_tiers_today() -> None:
    today = [r["name"] for r in read_table("charges") if not r["until"]]
    without = {name for name in today if tiers(name, date(2024, 6, 1)) is None}
    assert without == {"骗购外汇罪"}  # set by a decision of 1998 that stands in no text we have


@corpus
@needs_laws
def test_table_equals_a_fresh_derivation() -> None:
    fresh = subprocess.run(
        [sys.executable, "derive_tiers.py", str(LAWS)], cwd=TOOLS, capture_output=True, encoding="utf-8", check=True
    )
    shipped = Path(__file__).parents[2] / "anjian/law/data/tiers.csv"
    assert fresh.stdout.splitlines() == shipped.read_text(encoding="utf-8").splitlines()


def test_printed_rows_fill_whole_unknown_periods_only() -> None:
    keys = ("article", "paragraph", "since", "until")
    gaps = {tuple(r[k] for k in keys) for r in read_table("tiers") if r["tier"] == "0"}
    assert {tuple(r[k] for k in keys) for r in read_table("tiers_printed")} <= gaps


@corpus
@needs_laws
def test_printed_rows_equal_what_the_judgments_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(TOOLS))
    tool = importlib.import_module("printed_tiers")
    fresh = tool.derive_printed(LAWS)  # raises where judgments differ
    assert fresh == list(read_table("tiers_printed"))


@corpus
@needs_laws
def test_every_paragraph_with_a_penalty_has_its_rows() -> None:
    """Counts penalties in the text by another route than the tool: one row per 处 + penalty."""
    text = (LAWS / "刑法" / "刑法.md").read_text(encoding="utf-8").split("## 第二编")[1].split("## 附则")[0]
    now = date(2024, 6, 1)
    penalties = len(re.findall("(?:，|的|罚金，|资料的)处(?=死刑|无期|拘役|[一二三五七十]+年)", text))
    rows = [
        r
        for r in read_table("tiers")
        if not r["via"] and r["since"] <= now.isoformat() and (not r["until"] or r["until"] > now.isoformat())
    ]
    assert penalties == len(rows)


@corpus
@needs_laws
def test_amendments_read_by_the_tool_end_in_the_consolidated_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last wording an amendment gave a paragraph is the one in force: no directive was misread."""
    monkeypatch.syspath_prepend(str(TOOLS))
    tool = importlib.import_module("law_history")
    last: dict[tuple[str, int], str] = {}
    for event in tool.events(LAWS):
        for i, text in enumerate(event.texts):
            last[event.article, (event.paragraph or 1) + i] = text
    now = tool.consolidated(LAWS)
    differing = {
        place for place, text in last.items() if now[place[0]][place[1] - 1].replace(" ", "") != text.replace(" ", "")
    }
    assert len(last) > 250
    assert differing == {("199", 1)}  # rewritten in 2011, deleted in 2015


def test_reference_follows_its_target() -> None:
    assert provision_tiers("386", 1, date(2015, 10, 31)) is None
    found = provision_tiers("386", 1, date(2015, 11, 1)) or ()
    assert [t.via for t in found] == ["383(1)"] * 4
