"""Official names of crimes: dates, lawful parts, and the table against the lists in the law texts."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from anjian.law.charges import charge_on, known_charge, nearest_charge, parts
from anjian.law.dated import read_table

LAWS = Path(__file__).parents[3] / "shared" / "laws"
LISTS = LAWS / "司法解释"
JUDGMENTS = LAWS.parent / "judgments" / "criminal.jsonl"
CONVICTED = re.compile("被告(?:人|单位)[^，。；]{1,20}?犯((?:[^，。；：犯]|侵犯|犯罪){2,40}?罪)(?=[，,；（(])")
corpus = pytest.mark.corpus
needs_judgments = pytest.mark.skipif(not JUDGMENTS.is_file(), reason="judgments not here")
needs_laws = pytest.mark.skipif(not LAWS.is_dir(), reason="law texts not here")
DAY = date(2018, 5, 1)


@pytest.mark.parametrize(
    ("name", "official"),
    [
        ("贩卖毒品罪", "走私、贩卖、运输、制造毒品罪"),
        ("贩卖毒品", "走私、贩卖、运输、制造毒品罪"),
        ("运输毒品罪", "走私、贩卖、运输、制造毒品罪"),
        ("贩卖、运输毒品罪", "走私、贩卖、运输、制造毒品罪"),
        ("运输、贩卖毒品罪", "走私、贩卖、运输、制造毒品罪"),
        ("伪造国家机关印章罪", "伪造、变造、买卖国家机关公文、证件、印章罪"),
        ("买卖国家机关证件罪", "伪造、变造、买卖国家机关公文、证件、印章罪"),
        ("掩饰、隐瞒犯罪所得罪", "掩饰、隐瞒犯罪所得、犯罪所得收益罪"),
        ("非法持有弹药罪", "非法持有、私藏枪支、弹药罪"),
        ("虚开增值税专用发票罪", "虚开增值税专用发票、用于骗取出口退税、抵扣税款发票罪"),
        ("虚开用于抵扣税款发票罪", "虚开增值税专用发票、用于骗取出口退税、抵扣税款发票罪"),
        ("强制猥亵罪", "强制猥亵、侮辱罪"),
        ("容留卖淫罪", "引诱、容留、介绍卖淫罪"),
        ("参加黑社会性质组织罪", "组织、领导、参加黑社会性质组织罪"),
        ("利用邪教组织破坏法律实施罪", "组织、利用会道门、邪教组织、利用迷信破坏法律实施罪"),
        ("组织他人偷越国境罪", "组织他人偷越国（边）境罪"),
        ("组织他人偷越国(边)境罪", "组织他人偷越国（边）境罪"),
        ("销售假药罪", "生产、销售假药罪"),
        ("故意伤害罪", "故意伤害罪"),
    ],
)
def test_official_on_its_day(name: str, official: str) -> None:
    charge = charge_on(name, DAY)
    assert charge is not None
    assert charge.official == official
    assert charge.name == name.removesuffix("罪").replace("(", "（").replace(")", "）") + "罪"


WRONG = """
伤害罪 贩毒罪 故意伤人罪 组织、容留卖淫罪 强制猥亵妇女罪 贩卖、贩卖毒品罪 毒品、贩卖罪 走私贩卖毒品罪
生产、销售不符合安全生产标准的食品罪 嫖宿幼女罪 投毒罪 袭警罪 伪造、盗窃国家机关公文罪 罪 非法持有私藏枪支罪
"""


@pytest.mark.parametrize("name", WRONG.split())
def test_not_official_in_2018(name: str) -> None:
    assert charge_on(name, DAY) is None


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("投毒罪", "投放危险物质罪", date(2002, 3, 26)),
        ("偷税罪", "逃税罪", date(2009, 10, 16)),
        ("强迫职工劳动罪", "强迫劳动罪", date(2011, 5, 1)),
        ("重大环境污染事故罪", "污染环境罪", date(2011, 5, 1)),
        ("窝藏、转移、收购、销售赃物罪", "掩饰、隐瞒犯罪所得、犯罪所得收益罪", date(2007, 11, 6)),
        ("公司、企业人员受贿罪", "非国家工作人员受贿罪", date(2007, 11, 6)),
        ("强制猥亵、侮辱妇女罪", "强制猥亵、侮辱罪", date(2015, 11, 1)),
        ("欺诈发行股票、债券罪", "欺诈发行证券罪", date(2021, 3, 1)),
        ("徇私舞弊低价折股、出售国有资产罪", "徇私舞弊低价折股、出售公司、企业资产罪", date(2024, 3, 1)),
    ],
)
def test_a_name_ends_the_day_its_successor_begins(old: str, new: str, change: date) -> None:
    before = date.fromordinal(change.toordinal() - 1)
    assert charge_on(old, before)
    assert not charge_on(new, before)
    assert charge_on(new, change)
    assert not charge_on(old, change)
    former = known_charge(old)
    assert former is not None
    assert former.until == change
    assert new in former.replaced_by


def test_cancelled_without_successor() -> None:
    charge = known_charge("嫖宿幼女罪")
    assert charge is not None
    assert (charge.until, charge.replaced_by) == (date(2015, 11, 1), ())
    assert charge_on("嫖宿幼女罪", date(2015, 10, 31))


def test_a_part_of_an_old_name_lives_on_in_the_new_one() -> None:
    selling = charge_on("销售假药罪", date(2022, 1, 1))
    assert selling is not None
    assert selling.official == "生产、销售、提供假药罪"
    assert selling.articles == ("141",)


def test_the_two_lists_of_1997_are_settled_by_the_text_of_2002() -> None:
    day = date(2000, 1, 1)
    assert charge_on("徇私枉法罪", day)
    assert charge_on("枉法追诉、裁判罪", day)
    assert charge_on("徇私枉法罪", DAY)
    assert not charge_on("枉法追诉罪", DAY)
    assert not charge_on("枉法裁判罪", DAY)


def test_articles_drop_paragraphs() -> None:
    charge = charge_on("放火罪", DAY)
    assert charge is not None
    assert charge.articles == ("114", "115")
    assert charge.provisions == ("114", "115(1)")


@pytest.mark.parametrize(("wrong", "right"), [("伤害罪", "故意伤害罪"), ("贩毒罪", "贩卖毒品罪")])
def test_nearest(wrong: str, right: str) -> None:
    assert nearest_charge(wrong) == right
    assert nearest_charge("完全无关的字句而已") is None


def test_parts() -> None:
    expected = "甲乙 甲丙丁 甲丙戊 甲丙丁、戊 甲乙、丙丁 甲乙、丙戊 甲乙、丙丁、戊"
    assert parts("甲{乙|丙{丁|戊}}") == expected.split()


def test_table_is_sound() -> None:
    for row in read_table("charges"):
        bare = row["name"].removesuffix("罪")
        pattern = row["pattern"] or bare
        assert re.sub("[{}]", "", pattern).replace("|", "、") == bare
        assert bare in parts(pattern)
        assert not row["until"] or row["since"] < row["until"]
        for successor in filter(None, row["replaced_by"].split(";")):
            assert known_charge(successor), successor
    assert sum(not row["until"] for row in read_table("charges")) == 483


def _names_in(cell: str) -> list[tuple[bool, str]]:
    """(cancelled, name) for every name of a table cell."""
    cell = re.sub(r"\s|第3款|刑法原第155条第3项|罪名(?=）|$)", "", cell)
    cancelled = "".join(re.findall(r"取消.*?(?:）|$)", cell))
    fresh = re.sub(r"（?取消.*?(?:）|$)", "；", cell)
    names = [(False, n) for n in re.split("；|(?<=罪)(?<!犯罪)、|(?<=[职权]罪)(?=国|出)", fresh)]
    names += [(True, n) for n in re.split("和|取消|）", cancelled)]
    return [(flag, n) for flag, n in names if n.endswith("罪")]


@corpus
@needs_laws
def test_every_name_of_the_supplements_is_in_the_table() -> None:
    """Each new name of a supplement begins, and each cancelled one ends, on the supplement's day."""
    days = {
        "": "2002-03-26",
        "二": "2003-08-21",
        "三": "2007-11-06",
        "四": "2009-10-16",
        "五": "2011-05-01",
        "六": "2015-11-01",
        "七": "2021-03-01",
    }
    table = read_table("charges")
    # one of the two lists had these already in 1997
    kept = ("徇私枉法罪", "民事、行政枉法裁判罪", "国家机关工作人员签订、履行合同失职被骗罪")
    began = {(r["name"], r["since"]) for r in table} | {(name, "2002-03-26") for name in kept}
    ended = {(r["name"], r["until"]) for r in table}
    checked = 0
    for path in LISTS.glob("*确定罪名的补充规定*.md"):
        edition = re.search("补充规定(?:（(.)）)?", path.name)
        day = days.get((edition and edition[1]) or "")
        if not day:
            continue
        for cell in re.findall(r"^\|[^|]*\|([^|\n]+)\|", path.read_text(encoding="utf-8"), re.M):
            for ended_there, name in _names_in(cell):
                assert (name, day) in (ended if ended_there else began), (path.name, name)
                checked += 1
    assert checked > 180


@corpus
@needs_laws
def test_every_name_of_1997_is_in_the_table() -> None:
    text = (LISTS / "最高人民检察院关于适用刑法分则规定的犯罪的罪名的意见(1997-12-25).md").read_text(encoding="utf-8")
    text = text.replace("伪造变造国家", "伪造、变造国家").replace("剌探", "刺探")
    listed = re.findall(r"([^\s．（）]*(?:（边）[^\s．（）]*)?罪)（第", text)
    table = {r["name"] for r in read_table("charges") if r["since"] == "1997-12-25"}
    assert len(listed) == 414
    assert set(listed) <= table
    assert table - set(listed) == {"徇私枉法罪", "枉法裁判罪", "国家机关工作人员签订、履行合同失职罪"}


@corpus
@needs_laws
def test_every_article_exists() -> None:
    text = (LAWS / "刑法" / "刑法.md").read_text(encoding="utf-8")
    digits = "零一二三四五六七八九"

    def han(key: str) -> str:
        base, _, inserted = key.partition("-")
        hundreds, tens, ones = (digits[int(d)] for d in base.zfill(3))
        middle = f"{tens}十" if tens != "零" else ("零" if ones != "零" else "")
        name = f"第{hundreds}百{middle}{ones if ones != '零' else ''}条"
        return name + (f"之{digits[int(inserted)]}" if inserted else "")

    for row in read_table("charges"):
        for provision in filter(None, row["provisions"].split(";")):
            assert f"\n{han(provision.partition('(')[0])} " in text, row["name"]


@corpus
@needs_judgments
def test_convictions_of_real_judgments_are_official() -> None:
    """Every convicted charge of 305 judgments was official on the day, but for one a court misnamed."""
    found: list[tuple[str, str]] = []
    for line in JUDGMENTS.read_text(encoding="utf-8").splitlines():
        judgment = json.loads(line)
        text = judgment["text"].replace(" ", "")
        year = re.search("[（(〔](20[0-9]{2})[）)〕]", text)
        assert year
        for name in CONVICTED.findall(text[text.find("判决如下") :]):
            found.append((judgment["id"][:8], name))
            if judgment["id"][:8] != "ed414ad3":
                assert charge_on(name, date(int(year[1]), 12, 31)), found[-1]
    assert len(found) > 340
    assert not known_charge(dict(found)["ed414ad3"])
