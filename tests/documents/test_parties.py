"""Parties and counsel of the head."""

from __future__ import annotations

from datetime import date

from anjian.documents import read
from anjian.documents.model import Party

HEAD = "云州市临江区人民法院 刑事判决书 （2019）云0102刑初15号 公诉机关云州市临江区人民检察院。"
COURSE = (
    " 云州市临江区人民检察院以云临检刑诉（2019）7号起诉书指控被告人犯盗窃罪，于2019年5月8日向本院提起公诉。"
    "本案现已审理终结。"
)


def parties(middle: str) -> tuple[Party, ...]:
    return read(HEAD + middle + COURSE).parties


def test_particulars() -> None:
    text = (
        "被告人自报赵某甲（曾用名赵大、绰号“老六”），男，1990年10月9日（户籍登记为1989年11月29日）出生于云州市"
        "，土家族，"
        "初中文化，送货员，公民身份号码530102199010090011，户籍地云州市山南县，现住云州市临江区。"
    )
    one = parties(text)[1]
    assert (one.role, one.name, one.sex, one.birth) == ("被告人", "赵某甲", "男", date(1990, 10, 9))
    assert (one.ethnicity, one.education, one.occupation) == ("土家族", "初中文化", "送货员")
    assert (one.identity_number, one.address) == ("530102199010090011", "云州市临江区")
    assert one.aliases == ("赵大", "老六")


def test_names_of_many_kinds() -> None:
    text = (
        "被告人麦麦提·某某，男。 被告人翁·X，男，汉族。 被告人JOHN SMITH，男。 被告人向某某，男。 被告人应小二，女。"
        " 被告人王×1，男。 被告人安某1。因涉嫌犯盗窃罪，于2018年3月1日被刑事拘留。"
    )
    assert [p.name for p in parties(text)[1:]] == [
        "麦麦提·某某", "翁·X", "JOHN SMITH", "向某某", "应小二", "王×1", "安某1",
    ]  # fmt: skip


def test_a_name_torn_by_blanks() -> None:
    j = read(HEAD + " 被告人张 三 丰，男，1980年1月2日生，汉族。" + COURSE)
    assert [p.name for p in j.defendants] == ["张三丰"]
    assert j.quote(j.defendants[0]) == "被告人张 三 丰"


def test_a_repeated_name_is_one_party() -> None:
    text = (
        "被告人胡某，男，汉族。被告人胡某因犯盗窃罪于2010年6月1日被判处拘役三个月。2018年12月18日，"
        "被告人胡某因涉嫌抢劫罪被刑事拘留。"
    )
    assert [p.name for p in parties(text)] == ["云州市临江区人民检察院", "胡某"]


def test_bodies_and_their_representative() -> None:
    j = read(
        HEAD
        + (" 被告单位云州市（临江）好运有限公司，住所地云州市。 诉讼代表人周某，女，系该公司会计。 被告人吴某，男。")
        + COURSE
    )
    assert [(p.role, p.name, p.kind) for p in j.parties[1:]] == [
        ("被告单位", "云州市（临江）好运有限公司", "body"),
        ("诉讼代表人", "周某", "person"),
        ("被告人", "吴某", "person"),
    ]
    assert [p.name for p in j.defendants] == ["云州市（临江）好运有限公司", "吴某"]


def test_appeal_roles() -> None:
    j = read(
        "云州市中级人民法院 刑事裁定书 （2019）云01刑终5号 原公诉机关云州市临江区人民检察院。"
        "上诉人（原审附带民事诉讼原告人）郑某，男。上诉人（原审被告人）冯某，男。原审被告人陈某，女。"
        "云州市临江区人民法院审理云州市临江区人民检察院指控原审被告人冯某犯盗窃罪一案，于2019年3月1日作出（"
        "2019）云0102刑初15号刑事判决。本案现已审理终结。"
    )
    assert [(p.name, p.former_role) for p in j.parties[1:]] == [
        ("郑某", "原审附带民事诉讼原告人"), ("冯某", "原审被告人"), ("陈某", None),
    ]  # fmt: skip
    assert [p.name for p in j.defendants] == ["冯某", "陈某"]


def test_counsel() -> None:
    j = read(
        HEAD + " 被告人褚某，男。 辩护人卫甲、蒋乙，云州长风律师事务所律师。 被告人沈某，男。"
        " 辩护人韩丙，系云州市临江区法律援助中心指派的云南晨光律师事务所律师。" + COURSE
    )
    assert [(c.name, c.firm, c.clients, c.legal_aid) for c in j.counsel] == [
        ("卫甲", "云州长风律师事务所", ("褚某",), False),
        ("蒋乙", "云州长风律师事务所", ("褚某",), False),
        ("韩丙", "云南晨光律师事务所", ("沈某",), True),
    ]


def test_the_list_ends_where_the_case_is_told() -> None:
    j = read(
        HEAD
        + (" 被告人秦某，男。 公诉机关以云临检刑诉（2019）7号起诉书指控被告人秦某犯盗窃罪，于2019年5月8日提起公诉。")
    )
    assert [p.name for p in j.parties] == ["云州市临江区人民检察院", "秦某"]
