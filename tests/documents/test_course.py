from __future__ import annotations

from datetime import date

import pytest

from anjian.documents import read
from anjian.documents.model import Course

HEAD = (
    "青山县人民法院 刑事判决书 （2018）云0102刑初1号 公诉机关青山县人民检察院。"
    " 被告人李甲，男，因犯抢劫罪于2010年被判刑。 "
)
REST = (
    " 经审理查明，略。 本院认为，被告人李甲应予处罚。依照《中华人民共和国刑法》第二百六十"
    "四条之规定，判决如下： 被告人李甲犯盗窃罪，判处拘役三个月。 如不服本判决，"
    "可在接到判决书的第二日起十日内上诉。 审判员 孙兰 二〇一八年三月五日"
)


def course(words: str) -> Course:
    found = read(HEAD + words + REST).course
    assert found is not None
    return found


CHARGE = "青山县人民检察院以青检刑诉〔2018〕7号起诉书指控被告人李甲犯盗窃罪，于2018年1月5日向本院提起公诉。"


def test_simple_procedure() -> None:
    c = course(
        CHARGE
        + "本院于同月8日立案，依法适用简易程序，实行独任审判，于同年2月1日、3月2日公开开庭审理了本案。现已审理终结。"
    )
    assert c.prosecutor == "青山县人民检察院"
    assert c.indictment == "青检刑诉（2018）7号"
    assert c.indicted is not None
    assert c.indicted.value == date(2018, 1, 5)
    assert c.filed is not None
    assert c.filed.value == date(2018, 1, 8)
    assert [h.value for h in c.hearings] == [date(2018, 2, 1), date(2018, 3, 2)]
    assert (c.procedure, c.converted, c.panel_form, c.open, c.heard) == ("简易", False, "独任", True, True)
    assert not c.postponed
    assert not c.plea_agreement


@pytest.mark.parametrize(
    ("words", "procedure", "converted"),
    [
        ("本院依法适用速裁程序，实行独任审判，公开开庭审理了本案。", "速裁", False),
        ("本院适用简易程序，后于2018年2月1日转为普通程序，依法组成合议庭，公开开庭审理了本案。", "普通", True),
        ("并建议适用简易程序。本院审查认为不宜适用简易程序，依法组成合议庭，公开开庭审理了本案。", "普通", False),
        ("本院适用速裁程序，后转为简易程序，实行独任审判，公开开庭审理了本案。", "简易", True),
        ("本院依法组成合议庭，公开开庭审理了本案。", "普通", False),
    ],
)
def test_procedure(words: str, procedure: str, converted: bool) -> None:
    c = course(CHARGE + words + "现已审理终结。")
    assert (c.procedure, c.converted) == (procedure, converted)
    assert not c.hearings


def test_closed_hearing() -> None:
    c = course(CHARGE + "本院依法组成合议庭，因本案涉及个人隐私，不公开开庭审理了本案。现已审理终结。")
    assert c.open is False
    assert c.closed_reason == "涉及个人隐私"


def test_what_lengthens_the_trial() -> None:
    c = course(CHARGE + "本院依法组成合议庭，公开开庭审理了本案。期间延期审理一次。现已审理终结。")
    assert c.postponed


def test_second_instance_without_hearing() -> None:
    text = (
        "昆明市中级人民法院 刑事裁定书 （2018）云01刑终9号 上诉人（原审被告人）李甲。"
        " 青山县人民法院审理青山县人民检察院指控原审被告人李甲犯盗窃罪一案，于2018年3月5日作出"
        "（2018）云0102刑初1号刑事判决。李甲不服，提出上诉。本院依法组成合议庭，"
        "经过阅卷，讯问上诉人，决定不开庭审理。现已审理终结。 本院认为，原判正确。"
        "依照《中华人民共和国刑事诉讼法》第二百二十五条之规定，裁定如下： 驳回上诉，"
        "维持原判。 本裁定为终审裁定。"
    )
    c = read(text).course
    assert c is not None
    assert c.heard is False
    assert c.open is None
    assert c.procedure is None


@pytest.mark.parametrize(
    ("words", "charges"),
    [
        ("指控被告人李甲犯盗窃罪、抢劫罪，", [("盗窃罪", "李甲"), ("抢劫罪", "李甲")]),
        ("指控被告人李甲犯生产、销售伪劣产品罪，", [("生产、销售伪劣产品罪", "李甲")]),
        ("指控被告人李甲犯危险驾驶、妨害公务罪，", [("危险驾驶罪", "李甲"), ("妨害公务罪", "李甲")]),
        ("指控被告人李甲犯掩饰、隐瞒犯罪所得罪，", [("掩饰、隐瞒犯罪所得罪", "李甲")]),
        ("指控被告人李甲犯侵犯公民个人信息罪，", [("侵犯公民个人信息罪", "李甲")]),
        ("指控被告人李甲故意伤害一案，", [("故意伤害罪", "李甲")]),
    ],
)
def test_charges(words: str, charges: list[tuple[str, str]]) -> None:
    text = (
        HEAD + f"青山县人民检察院以青检刑诉〔2018〕7号起诉书{words}于2018年1月5日向本院提起公诉。"
        "本院依法组成合议庭，公开开庭审理了本案。现已审理终结。" + REST
    )
    assert [(c.name, c.party) for c in read(text).charges_alleged] == charges


def test_each_party_its_own_charge() -> None:
    text = (
        HEAD.replace("被告人李甲，", "被告人王乙，男。 被告人李甲，")
        + "青山县人民检察院以青检刑诉〔2018〕7号起诉书指控被告人李甲犯盗窃罪、被告人王乙犯窝藏罪"
        "，于2018年1月5日向本院提起公诉。现已审理终结。" + REST
    )
    assert [(c.name, c.party) for c in read(text).charges_alleged] == [("盗窃罪", "李甲"), ("窝藏罪", "王乙")]
