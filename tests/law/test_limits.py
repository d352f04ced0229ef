from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from anjian.law.dated import read_table
from anjian.law.limits import add_months, limit_on

LAWS = Path(__file__).parents[3] / "shared" / "laws"
#: What the text of the named article says for each row that names an edition we have.
TEXTS = {
    "刑事诉讼法（2018）": "诉讼与非诉讼程序法/刑事诉讼法(2018-10-26).md",
    "刑诉法解释（2012）": "司法解释/最高人民法院关于适用《刑事诉讼法》的解释(2012-12-20).md",
    "人民陪审员法（2018）": "*/人民陪审员法(2018-04-27).md",
    "民事诉讼法（2021）": "诉讼与非诉讼程序法/民事诉讼法(2021-12-24).md",
    "民事诉讼法（2023）": "诉讼与非诉讼程序法/民事诉讼法(2023-09-01).md",
    "行政诉讼法（2017）": "诉讼与非诉讼程序法/行政诉讼法(2017-06-27).md",
    "民诉法解释（2020）": "司法解释/最高人民法院关于适用《民事诉讼法》的解释(2020-12-29).md",
    "民诉法解释（2022）": "司法解释/最高人民法院关于适用《民事诉讼法》的解释(2022-04-01).md",
    "审限规定（2000）": "司法解释/最高人民法院关于严格执行案件审理期限制度的若干规定(2000-09-22).md",
}
WORDS = {
    ("10", "日"): "十日", ("5", "日"): "五日", ("20", "日"): "二十日", ("15", "日"): "十五日", ("3", "月"): "三个月",
    ("1.5", "月"): "一个半月", ("3", "年"): "三年",
    ("18", "周岁"): "十八周岁", ("3", "人"): "三人", ("4", "人"): "四人", ("7", "人"): "七人", ("5", "人"): "五人",
    ("30", "日"): "三十日", ("45", "日"): "四十五日", ("10", "人"): "十人", ("6", "月"): "六个月",
    ("4", "月"): "四个月", ("2", "月"): "两个月",
}  # fmt: skip


def han(number: int) -> str:
    digits = "零一二三四五六七八九"
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    out = digits[hundreds] + "百" if hundreds else ""
    if tens:
        out += (digits[tens] if hundreds or tens > 1 else "") + "十"
    elif ones and hundreds:
        out += "零"
    return out + (digits[ones] if ones else "")


@pytest.mark.corpus
@pytest.mark.skipif(not LAWS.exists(), reason="no texts of laws here")
@pytest.mark.parametrize("row", read_table("limits"), ids=lambda r: f"{r['limit']}-{r['since']}")
def test_the_article_says_the_number(row: dict[str, str]) -> None:
    named = re.match(r"(.+?（[0-9]{4}）)第([0-9]+)条", row["source"])
    if not named or named[1] not in TEXTS:
        pytest.skip("rests on the domain notes: the text of that edition is not at hand")
    text = next(LAWS.glob(TEXTS[named[1]])).read_text("utf-8")
    article = text.split(f"第{han(int(named[2]))}条 ", 1)[1].split("\n第", 1)[0]
    assert WORDS[row["value"], row["unit"]] in article


@pytest.mark.parametrize(
    ("name", "on", "value"),
    [
        ("刑事判决上诉期", date(2018, 7, 16), 10),
        ("刑事裁定上诉期", date(2021, 7, 16), 5),
        ("速裁程序刑期上限", date(2018, 10, 25), None),
        ("速裁程序刑期上限", date(2018, 10, 26), 3),
        ("刑事判决上诉期", date(2012, 12, 31), None),
        ("行政一审审限", date(2015, 4, 30), 3),
        ("行政一审审限", date(2015, 5, 1), 6),
        ("民事简易程序累计审限", date(2021, 12, 31), 6),
        ("民事简易程序累计审限", date(2022, 1, 1), 4),
        ("小额诉讼累计审限", date(2021, 12, 31), None),
    ],
)
def test_on_a_day(name: str, on: date, value: int | None) -> None:
    limit = limit_on(name, on)
    assert (limit.value if limit else None) == value


def test_the_article_moves_with_the_edition() -> None:
    before, after = (
        limit_on("简易程序独任刑期上限", date(2018, 10, 25)),
        limit_on("简易程序独任刑期上限", date(2018, 10, 26)),
    )
    assert before is not None
    assert after is not None
    assert (before.article, after.article) == ("210", "216")


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        ("简易程序审限", date(2019, 1, 1), date(2019, 1, 21)),
        ("普通程序审限", date(2018, 11, 30), date(2019, 2, 28)),
        ("简易程序三年以上审限", date(2019, 1, 10), date(2019, 2, 25)),
    ],
)
def test_last_day(name: str, start: date, last: date) -> None:
    limit = limit_on(name, date(2019, 6, 1))
    assert limit is not None
    assert limit.after(start) == last


def test_months_end() -> None:
    assert add_months(date(2019, 12, 31), 2) == date(2020, 2, 29)
