"""The restated decision below."""

from __future__ import annotations

from datetime import date

from anjian.documents import read

APPEAL = (
    "云州市中级人民法院 刑事裁定书 （2019）云01刑终5号 原公诉机关云州市临江区人民检察院。 上诉人（"
    "原审被告人）冯某，男，汉族。 "
    "云州市临江区人民法院审理云州市临江区人民检察院指控原审被告人冯某犯盗窃罪一案，于二〇一九年三月一日作出"
    "（2019）云0102刑初15号刑事判决。"
    "原审被告人冯某不服，提出上诉。本院依法组成合议庭。本案现已审理终结。 原判认定：2018年5月，冯某窃得手机一部。"
    "原审法院认为，冯某构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条之规定，判决：被告人冯某犯盗窃罪"
    "，判处有期徒刑八个月，并处罚金人民币二千元。"
    "冯某上诉称，量刑过重。 本院认为，原判量刑适当。依照《中华人民共和国刑事诉讼法》第二百三十六条第一款第"
    "（一）项之规定，裁定如下： 驳回上诉，维持原判。"
)


def test_appeal() -> None:
    (one,) = read(APPEAL).lower
    assert (one.court, one.case_number, one.decided, one.document_type) == (
        "云州市临江区人民法院", "（2019）云0102刑初15号", date(2019, 3, 1), "判决书",
    )  # fmt: skip
    assert [(r.party, r.charge, r.penalty.months) for r in one.results] == [("冯某", "盗窃罪", 8)]


def test_a_first_instance_restates_nothing() -> None:
    text = APPEAL.replace("刑终5号", "刑初5号").replace("中级", "临江区")
    assert read(text).lower == ()


def test_a_chain_of_decisions() -> None:
    text = (
        "云州市中级人民法院 刑事裁定书 （2017）云01刑更3号 罪犯沈某，男，汉族。 "
        "云州市中级人民法院于2008年6月19日作出（2008）云刑一初字第10号刑事判决，以罪犯沈某犯故意伤害罪，"
        "判处无期徒刑，剥夺政治权利终身。判决发生法律效力后交付执行。"
        "2011年2月21日经云南省高级人民法院以（2011）云刑执字第17号刑事裁定，减为有期徒刑十九年。"
        "执行机关提出减刑建议。本案现已审理终结。 本院认为，沈某确有悔改。裁定如下： 减去有期徒刑七个月。"
    )
    found = read(text).lower
    assert [(d.court, d.case_number, d.document_type) for d in found] == [
        ("云州市中级人民法院", "（2008）云刑一初字第10号", "判决书"),
        ("云南省高级人民法院", "（2011）云刑执字第17号", "裁定书"),
    ]
    assert [r.penalty.kind for r in found[0].results] == ["无期徒刑"]
