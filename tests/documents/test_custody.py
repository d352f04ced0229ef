"""Custody steps and stated credits."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.documents import read

HEAD = (
    "云州市临江区人民法院 刑事判决书 （2019）云0102刑初15号 公诉机关云州市临江区人民检察院。 "
    "被告人赵某，男，1990年1月2日生，汉族。"
)
COURSE = (
    " 云州市临江区人民检察院以云临检刑诉（2019）7号起诉书指控被告人赵某犯盗窃罪，于2019年5月8日向本院提起公"
    "诉。本案现已审理终结。"
)


def history(text: str, tail: str = "") -> list[tuple[str, str | None]]:
    j = read(HEAD + text + COURSE + tail)
    return [(c.kind, c.day.isoformat() if c.day else None) for c in j.custody if c.party == "赵某"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "因涉嫌犯盗窃罪，于2018年12月30日被抓获，次日被刑事拘留，2019年1月5日转取保候审，同年3月1日经本院决定，"
                "由云州市公安局执行逮捕。"
            ),
            [
                ("抓获", "2018-12-30"),
                ("刑事拘留", "2018-12-31"),
                ("取保候审", "2019-01-05"),
                ("执行逮捕", "2019-03-01"),
            ],
        ),
        (
            "因本案于2018年6月2日被口头传唤，同月3日被刑事拘留，7月4日被批准逮捕，同日由云州市公安局执行。",
            [
                ("传唤", "2018-06-02"),
                ("刑事拘留", "2018-06-03"),
                ("批准逮捕", "2018-07-04"),
                ("执行逮捕", "2018-07-04"),
            ],
        ),
        (
            (
                "因犯抢劫罪于2010年5月6日被判处有期徒刑三年，2012年1月1日刑满释放。因本案分别于2018年5月7日、"
                "6月27日被取保候审，同年8月3日被逮捕。"
            ),
            [("取保候审", "2018-05-07"), ("取保候审", "2018-06-27"), ("逮捕", "2018-08-03")],
        ),
        (
            (
                "因涉嫌受贿，于2018年4月1日被云州市监察委员会采取留置措施，同年6月29日解除留置，次日被刑事拘留，7月9日被指定居所监视"
                "居住。"
            ),
            [
                ("留置", "2018-04-01"),
                ("解除留置", "2018-06-29"),
                ("刑事拘留", "2018-06-30"),
                ("指定居所监视居住", "2018-07-09"),
            ],
        ),
        (
            (
                "因吸毒于2015年1月3日被行政拘留五日。因涉嫌犯贩卖毒品罪于2018年3月2日被刑事拘留（3月1日被羁押），"
                "同年4月1日被逮捕。"
            ),
            [("刑事拘留", "2018-03-02"), ("羁押", "2018-03-01"), ("逮捕", "2018-04-01")],
        ),
        (
            "2018年10月19日被捉获，因吸食毒品，于次日被行政拘留十二日，同年11月1日刑事拘留。",
            [("抓获", "2018-10-19"), ("行政拘留", "2018-10-20"), ("刑事拘留", "2018-11-01")],
        ),
        (
            (
                "因涉嫌犯盗窃罪于2018年2月30日被刑事拘留，同年3月××日被逮捕，经本院决定，于2018年5月6日对其执行逮捕，"
                "看守所未予收押。"
            ),
            [("刑事拘留", None), ("逮捕", None), ("未收押逮捕", "2018-05-06")],
        ),
    ],
)
def test_history(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert history(text) == expected


def test_mentions_are_no_steps() -> None:
    text = "于2018年3月1日被刑事拘留，同月8日因不批准逮捕被取保候审；因违反取保候审规定，于2018年5月12日被逮捕。"
    assert history(text) == [("刑事拘留", "2018-03-01"), ("取保候审", "2018-03-08"), ("逮捕", "2018-05-12")]


def test_what_detains_and_what_frees() -> None:
    j = read(HEAD + "于2018年4月1日被批准逮捕，次日被执行逮捕，同年5月1日被取保候审，2019年2月1日被决定逮捕。" + COURSE)
    assert [(c.kind, c.detains, c.frees) for c in j.custody] == [
        ("批准逮捕", False, False), ("执行逮捕", True, False), ("取保候审", False, True), ("决定逮捕", True, False),
    ]  # fmt: skip


def test_body_adds_what_the_head_lacks() -> None:
    found = (
        " 经审理查明：2019年1月2日，被告人赵某窃得手机一部。2019年1月8日，被告人赵某被民警抓获。"
        "钱某某被抓获归案。本院认为，其行为构成盗窃罪。"
    )
    j = read(HEAD + COURSE + found)
    assert [(c.kind, c.day, c.section) for c in j.custody] == [("抓获", date(2019, 1, 8), "findings")]


def test_one_sentence_for_all_defendants() -> None:
    j = read(HEAD + " 被告人钱某，女，汉族。 上列二被告人因涉嫌犯盗窃罪于2018年7月3日被羁押，次日被刑事拘留。" + COURSE)
    assert [(c.party, c.kind, c.day) for c in j.custody] == [
        ("赵某", "羁押", date(2018, 7, 3)), ("钱某", "羁押", date(2018, 7, 3)),
        ("赵某", "刑事拘留", date(2018, 7, 4)), ("钱某", "刑事拘留", date(2018, 7, 4)),
    ]  # fmt: skip


FORMULA = "判决执行以前先行羁押的，羁押一日折抵刑期一日，"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (FORMULA + "即自2018年3月1日起至2018年6月30日止", []),
        (FORMULA + "扣除前已羁押的8日，即自2018年3月1日起至2018年6月22日止", [(0, 8)]),
        (FORMULA + "折抵2017年4月16日至当年4月28日共13天。即自2017年8月2日起至", [(0, 13)]),
        (FORMULA + "折抵2014年7月9日至2014年7月23日的先行羁押，即自", [(0, 15)]),
        (FORMULA + "扣除已服刑期四个月又十六天，刑期即自2016年12月14日起", [(4, 16)]),
        (FORMULA + "逮捕前已羁押24日，即自2018年8月9日起", [(0, 24)]),
        ("判决执行以前先行羁押、留置一日折抵刑期一日，即自2019年8月12日起", []),
        ("指定居所监视居住二日折抵刑期一日，即自2019年8月12日起", []),
        ("先行羁押的一日已予折抵", [(0, 1)]),
        (FORMULA + "罚金限判决生效后十日内缴纳", []),
    ],
)
def test_credits(clause: str, expected: list[tuple[int, int]]) -> None:
    text = (
        f" 本院认为，被告人赵某构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条之规定，判决如下："
        f" 被告人赵某犯盗窃罪，判处拘役四个月（刑期从判决执行之日起计算。{clause}）。"
    )
    j = read(HEAD + COURSE + text)
    assert [(c.months, c.days) for c in j.credits] == expected
    assert all(c.party == "赵某" for c in j.credits)


@given(
    st.text(
        alphabet="被告人赵某因涉嫌本案于2018年13月0日刑事拘留逮捕取保候审次同至、，。；（）零一十曾犯判处行政释放",
        max_size=120,
    )
)
def test_never_raises(text: str) -> None:
    j = read(HEAD + text + COURSE)
    assert all(isinstance(found, tuple) for found in (j.custody, j.credits, j.priors))
