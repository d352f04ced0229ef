from __future__ import annotations

import pytest

from anjian.documents import read

HEAD = (
    "青山县人民法院 刑事判决书 （2018）云0102刑初1号 本院认为，应予处罚。依照《中华人民共"
    "和国刑法》第二百六十四条之规定，判决如下： 被告人李甲犯盗窃罪，判处拘役三个月。"
    " "
)
TAIL = " 审判员 孙兰 二〇一八年三月五日 书记员 高山"


@pytest.mark.parametrize(
    ("notice", "days", "court", "copies", "start"),
    [
        ("如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向云南省昆明市中级人民"
         "法院提出上诉。书面上诉的，应当提交上诉状正本一份，副本二份。",
         10, "云南省昆明市中级人民法院", 2, "接到判决书的第二日起"),
        ("如不服本判决，可于收到判决书之次日起10日内，通过本院或直接上诉于昆明铁路运输中级法院"
         "。书面上诉的，交上诉状正、副本各一份。",
         10, "昆明铁路运输中级法院", 1, "收到判决书之次日起"),
        ("如不服本裁定，可在裁定书送达之日起五日内，向本院递交上诉状，并按对方当事人的人数提出"
         "副本，上诉于昆明市中级人民法院。",
         5, "昆明市中级人民法院", None, "裁定书送达之日起"),
        ("如不服本判决，可在接到判决书的第二日起十五日内，向本院递交上诉状正本1份、"
         "副本叁份，上诉于昆明市中级人民法院。",
         15, "昆明市中级人民法院", 3, "接到判决书的第二日起"),
    ],
)  # fmt: skip
def test_notice(notice: str, days: int, court: str, copies: int | None, start: str) -> None:
    appeal = read(HEAD + notice + TAIL).appeal
    assert appeal is not None
    assert (appeal.days, appeal.court, appeal.copies, appeal.start_phrase) == (days, court, copies, start)
    assert not appeal.final


@pytest.mark.parametrize(
    "words", ["本判决为终审判决。", "本裁定送达后即发生法律效力。", "本裁定自宣告之日起发生法律效力。"]
)
def test_final(words: str) -> None:
    appeal = read(HEAD + words + TAIL).appeal
    assert appeal is not None
    assert appeal.final
    assert appeal.days is None


def test_none() -> None:
    assert read(HEAD + TAIL).appeal is None


def test_court_place() -> None:
    j = read(HEAD + "如不服本判决，可在接到判决书的第二日起十日内，直接向昆明市中级人民法院提出上诉。" + TAIL)
    assert j.appeal is not None
    assert j.appeal.court_place is not None
    assert j.quote(j.appeal.court_place) == "昆明市中级人民法院"


@pytest.mark.parametrize(
    "start",
    [
        "判决宣告之日起",
        "判决书送达之日起",
        "判决书签发之日起",
        "判决作出之日起",
        "判决之日起",
        "签收之日起",
        "收到一审判决书后",
    ],
)
def test_start_written_otherwise(start: str) -> None:
    appeal = read(HEAD + f"如不服本判决，可在{start}十日内，通过本院提出上诉。" + TAIL).appeal
    assert appeal is not None
    assert (appeal.start_phrase, appeal.days) == (start, 10)


def test_the_number_of_days_is_no_start() -> None:
    appeal = read(HEAD + "如不服本判决，可在接到判决书十五日内，通过本院提出上诉。" + TAIL).appeal
    assert appeal is not None
    assert (appeal.start_phrase, appeal.days) == (None, 15)
