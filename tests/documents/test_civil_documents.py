"""Civil, administrative, enforcement and compensation documents: sections, parties, course, absences, appeal."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anjian.documents import Judgment, read

from . import court_papers as texts
from .test_properties import assert_readable

READ = {name: read(text) for name, text in texts.ALL.items()}


def names(j: Judgment) -> str:
    return " ".join(c.name for c in j.cuts)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "first",
            "head parties course claims answer evidence findings reasoning basis disposition fees notice signature",
        ),
        (
            "appeal",
            "head parties course lower claims answer findings reasoning basis disposition fees notice signature",
        ),
        (
            "retrial",
            "head parties course claims answer lower findings reasoning basis disposition fees notice signature",
        ),
        ("mediation", "head parties course claims basis disposition fees notice signature"),
        (
            "administrative",
            "head parties course claims answer evidence answer evidence findings reasoning basis disposition fees"
            " notice signature",
        ),
        (
            "reconsideration",
            "head parties course lower claims answer findings reasoning basis disposition notice signature",
        ),
        ("preservation", "head parties course claims reasoning basis disposition fees notice signature"),
        ("payment order", "head parties course claims reasoning basis disposition fees notice signature"),
        ("compensation", "head parties course claims answer findings reasoning basis disposition notice signature"),
        ("withdrawal", "head parties course reasoning basis disposition fees signature"),
        (
            "counterclaim",
            "head parties course claims answer claims answer findings evidence reasoning basis disposition fees notice"
            " signature",
        ),
        (
            "many",
            "head parties course claims answer findings evidence reasoning basis disposition fees notice signature",
        ),
    ],
)
def test_sections(name: str, expected: str) -> None:
    assert names(READ[name]) == expected


@pytest.mark.parametrize("name", ["first", "appeal", "retrial", "administrative", "counterclaim"])
def test_sections_of_a_text_run_together(name: str) -> None:
    assert names(read(texts.ALL[name].replace("\n", ""))) == names(READ[name])


@pytest.mark.parametrize("name", ["first", "appeal", "counterclaim"])
def test_sections_with_a_line_for_each_sentence(name: str) -> None:
    assert names(read(texts.ALL[name].replace("。", "。\n"))) == names(READ[name])


def test_the_disposition_holds_items_only() -> None:
    assert READ["first"].part("disposition").endswith("驳回原告何某的其他诉讼请求。")
    assert READ["first"].part("fees").startswith("如果未按本判决")
    assert READ["mediation"].part("disposition").startswith("一、原告江河与被告湖海自愿离婚")
    assert READ["preservation"].part("disposition").endswith("相应价值的财产。")
    assert READ["retrial"].part("lower").startswith("方圆向一审法院起诉请求")
    assert READ["retrial"].part("lower").endswith("判决：驳回上诉，维持原判。")


def test_numbered_fees_stay_in_the_disposition() -> None:
    text = texts.FIRST.replace("案件受理费1050元", "三、案件受理费1050元").replace(
        "如果未按本判决指定", "四、如果未按本判决指定"
    )
    assert "fees" not in names(read(text))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("first", ("判决书", "民事", "first", "买卖合同纠纷")),
        ("appeal", ("判决书", "民事", "second", "民间借贷纠纷")),
        ("retrial", ("判决书", "民事", "retrial", "商品房预售合同纠纷")),
        ("mediation", ("调解书", "民事", "first", "离婚纠纷")),
        ("administrative", ("判决书", "行政", "first", "治安行政处罚决定")),
        ("reconsideration", ("裁定书", "执行", "enforcement", "金融借款合同纠纷")),
        ("preservation", ("裁定书", "民事", "preservation", None)),
        ("payment order", ("支付令", "民事", "special", None)),
        ("compensation", ("决定书", "赔偿", "compensation", "违法刑事拘留国家赔偿")),
        ("withdrawal", ("裁定书", "民事", "first", "土地承包合同纠纷")),
        ("many", ("判决书", "民事", "first", "机动车交通事故责任纠纷")),
    ],
)
def test_head_and_cause(name: str, expected: tuple[str | None, ...]) -> None:
    j = READ[name]
    assert j.title
    cause = j.cause.name if j.cause else None
    assert (j.title.document_type, j.title.case_type, j.instance, cause) == expected
    assert j.cause is None or j.quote(j.cause) == cause


@pytest.mark.parametrize(
    ("number", "instance"),
    [
        ("（2021）云0102民初1号", "first"), ("（2015）赣民二初字第87号", "first"),
        ("（2015）镇坦民初字第29号", "first"),
        ("（2020）云行终3号", "second"), ("（2018）云01民辖终7号", "second"), ("（2019）云行申5号", "retrial"),
        ("（2014）民抗字第27号", "retrial"),
        ("（2013）民提字第9号", "retrial"),
        ("（2021）云0102执恢5号", "enforcement"),
        ("（2021）云执监5号", "enforcement"), ("（2021）云01破申5号", "special"), ("（2021）云01破5号之一", "special"),
        ("（2021）云0102民特5号", "special"), ("（2021）云0102民催5号", "special"),
        ("（2021）云0102执保5号", "preservation"),
        ("（2021）云01法赔5号", "compensation"), ("（2021）云0102行赔初5号", "first"),
    ],
)  # fmt: skip
def test_instances(number: str, instance: str) -> None:
    assert read(f"云州市临江区人民法院 民事裁定书 {number} 原告甲某，男。").instance == instance


@pytest.mark.parametrize(
    ("sentence", "cause"),
    [
        ("原告甲某诉被告乙某等三人民间借贷纠纷一案，本院受理后", "民间借贷纠纷"),
        ("原告甲某与被告乙某之间财产损害赔偿纠纷一案，本院受理后", "财产损害赔偿纠纷"),
        ("原告甲某与被告乙某第三人撤销之诉一案，本院受理后", "第三人撤销之诉"),
        ("原告甲某与被告乙某案外人执行异议之诉一案，本院受理后", "案外人执行异议之诉"),
        ("上列原告诉被告信用卡欠款纠纷一案，本院受理后", "信用卡欠款纠纷"),
        ("原告甲某因诉被告乙某、丙某不作为及行政赔偿一案，本院受理后", "不作为及行政赔偿"),
        ("本院在执行甲某申请执行乙某合伙协议纠纷一案中", "合伙协议纠纷"),
    ],
)
def test_causes(sentence: str, cause: str) -> None:
    head = "云州市临江区人民法院 民事裁定书 （2021）云0102民初1号 原告甲某，男。 被告乙某，女。 被告丙某，女。 "
    found = read(head + sentence + "。 本院认为，申请合法，裁定如下： 准许。").cause
    assert found
    assert found.name == cause


def test_parties() -> None:
    j = READ["first"]
    assert [(p.role, p.name, p.kind) for p in j.parties] == [
        ("原告", "何某", "person"), ("被告", "云州市大成建材有限公司", "body"), ("第三人", "钱某", "person"),
    ]  # fmt: skip
    person, body, _ = j.parties
    assert (person.sex, person.birth, person.address) == ("男", date(1980, 1, 2), "云州市临江区")
    assert (body.aliases, body.identity_number) == (("大成公司",), "91530102MA6K000000")
    assert [(c.role, c.name, c.firm) for c in j.counsel] == [
        ("委托诉讼代理人", "白帆", "云南某某律师事务所"), ("法定代表人", "孙立", None),
        ("委托诉讼代理人", "周一", "云南甲乙律师事务所"), ("委托诉讼代理人", "吴二", "云南甲乙律师事务所"),
    ]  # fmt: skip


def test_former_roles() -> None:
    assert [(p.role, p.former_role) for p in READ["appeal"].parties] == [
        ("上诉人", "原审被告"), ("被上诉人", "原审原告"), ("原审第三人", None),
    ]  # fmt: skip
    assert [p.former_role for p in READ["retrial"].parties] == ["一审被告、二审上诉人", "一审原告、二审被上诉人"]
    assert [p.former_role for p in READ["counterclaim"].parties] == ["反诉被告", "反诉原告"]


def test_clients_of_joint_counsel() -> None:
    assert [(c.name, c.clients) for c in READ["many"].counsel] == [
        ("钱律", ("赵一", "赵二", "赵三")),
        ("李总", ("云州市顺风运输有限责任公司",)),
        ("周法", ("孙大", "云州市顺风运输有限责任公司")),
        ("吴行", ("某财产保险股份有限公司云州支公司",)),
        ("郑代", ("某财产保险股份有限公司云州支公司",)),
    ]


def test_two_agents_with_different_firms() -> None:
    entry = "委托诉讼代理人：白帆，该局职员（特别授权）；黑帆，云南某某律师事务所律师（一般授权）。"
    j = read(texts.FIRST.replace("委托诉讼代理人：白帆，云南某某律师事务所律师。", entry))
    assert [(c.name, c.firm) for c in j.counsel[:2]] == [("白帆", None), ("黑帆", "云南某某律师事务所")]
    assert j.quote(j.counsel[1]) == "黑帆"


def test_the_addressees_of_a_notice() -> None:
    text = (
        "云南省高级人民法院\n驳回再审申请通知书\n（2013）云高民申字第77号\n万某、支某：\n"
        "你们因与柯某相邻关系纠纷一案，不服云州市中级人民法院（2012）云中民终字第55号民事判决，向本院申请再审。\n"
        "本院审查认为，原审判决并无不当，予以驳回。\n特此通知。\n二〇一三年三月三日"
    )
    j = read(text)
    assert [(p.role, p.name) for p in j.parties] == [("", "万某"), ("", "支某")]
    assert [d.case_number for d in j.lower] == ["（2012）云中民终字第55号"]
    assert j.cause is None


def test_a_foreign_company_and_a_party_without_a_stop() -> None:
    head = "云州市中级人民法院\n民事判决书\n（2019）云01民初15号\n"
    text = (
        "原告：ABC TRADING CO., LTD.，住所地香港。\n代表人：JOHN SMITH，董事。\n"
        "被告云州市春芽幼儿园\n法定代表人李某，园长。\n"
        "原告诉被告买卖合同纠纷一案，本院受理后，现已审理终结。"
    )
    j = read(head + text)
    assert [(j.quote(p), p.kind) for p in j.parties] == [
        ("原告：ABC TRADING CO., LTD.", "body"), ("被告云州市春芽幼儿园", "body"),
    ]  # fmt: skip
    assert [c.name for c in j.counsel] == ["JOHN SMITH", "李某"]


def test_course_of_a_converted_case() -> None:
    course = READ["first"].course
    assert course
    assert course.filed
    assert course.converted_on
    assert (course.filed.value, course.converted_on.value) == (date(2021, 3, 5), date(2021, 5, 6))
    assert [h.value for h in course.hearings] == [date(2021, 6, 7), date(2021, 7, 8)]
    assert (course.procedure, course.converted, course.panel_form, course.open) == ("普通", True, "合议庭", True)


def test_course_of_an_administrative_case() -> None:
    course = READ["administrative"].course
    assert course
    assert course.petitioned
    assert course.filed
    assert (course.petitioned.value, course.filed.value) == (date(2016, 1, 5), date(2016, 1, 7))
    assert [h.value for h in course.hearings] == [date(2016, 3, 1)]
    assert course.procedure == "普通"


@pytest.mark.parametrize(
    ("words", "procedure", "form"),
    [
        ("依法适用简易程序，由审判员甲一独任审判", "简易", "独任"),
        ("依法适用小额诉讼程序，由审判员甲一独任审理", "小额诉讼", "独任"),
        ("依法适用普通程序，由审判员甲一独任审理", "普通", "独任"),
        ("依法组成合议庭", "普通", "合议庭"),
        ("依法进行了审理", None, "独任"),
    ],
)
def test_procedures(words: str, procedure: str | None, form: str) -> None:
    text = texts.FIRST.replace("依法适用简易程序，后因案情复杂，于2021年5月6日裁定转为普通程序", words)
    text = text.replace("审判长 李一\n", "").replace("人民陪审员 赵三\n", "")
    course = read(text).course
    assert course
    assert (course.procedure, course.panel_form) == (procedure, form)


def test_absences() -> None:
    def told(name: str) -> list[tuple[str, str | None, bool]]:
        return [(a.party, a.summons, a.without_reason) for a in READ[name].absences]

    assert told("first") == [("钱某", "公告送达", True)]
    assert told("appeal") == [("许昌", "合法传唤", False)]
    assert told("administrative") == [("熊某", "传票传唤", True)]
    assert told("many") == [("某财产保险股份有限公司云州支公司", "合法传唤", True)]
    assert told("counterclaim") == told("mediation") == []


def test_an_absence_told_only_in_the_answer() -> None:
    text = texts.COUNTERCLAIM.replace("被告姜某辩称，房屋漏水。", "被告姜某经本院传票传唤，拒不到庭，视为放弃答辩。")
    assert [(a.party, a.summons) for a in read(text).absences] == [("姜某", "传票传唤")]


def test_each_absent_party_has_its_own_summons() -> None:
    told = "被告姜某经本院公告传唤，原告陶某经本院传票传唤，均无正当理由拒不到庭。本案现已审理终结。"
    j = read(texts.COUNTERCLAIM.replace("本案现已审理终结。", told))
    assert [(a.party, a.summons) for a in j.absences] == [("姜某", "公告送达"), ("陶某", "传票传唤")]


def test_announcement() -> None:
    place = READ["first"].announcement
    assert place
    assert READ["first"].quote(place) == "公告送达"
    assert READ["appeal"].announcement is None


def test_lower_decisions() -> None:
    j = READ["appeal"]
    (one,) = j.lower
    assert (one.court, one.case_number, one.document_type) == ("云山县人民法院", "（2011）云山民初字第321号", "判决书")
    assert one.text
    assert j.quote(one.text) == "一、被告韩冬偿还原告卫国借款30000元；二、驳回原告卫国的其他诉讼请求。"


def test_both_levels_of_a_retrial() -> None:
    j = READ["retrial"]
    assert [(d.case_number, j.quote(d.text) if d.text else None) for d in j.lower] == [
        ("（2018）云01民终100号", "驳回上诉，维持原判。"),
        ("（2017）云0102民初88号", "一、解除合同；二、海天公司返还方圆购房款200000元。"),
    ]


def test_a_ruling_under_reconsideration() -> None:
    (one,) = READ["reconsideration"].lower
    assert (one.court, one.case_number, one.document_type) == (
        "云州市临江区人民法院", "（2022）云0102执异7号", "裁定书",
    )  # fmt: skip


def test_a_first_instance_has_nothing_below() -> None:
    assert READ["first"].lower == READ["many"].lower == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("first", (15, "云州市中级人民法院", False)),
        ("appeal", (None, None, True)),
        ("compensation", (None, None, True)),
        ("mediation", None),
        ("preservation", None),
        ("payment order", None),
    ],
)
def test_appeal(name: str, expected: tuple[int | None, str | None, bool] | None) -> None:
    appeal = READ[name].appeal
    assert (appeal and (appeal.days, appeal.court, appeal.final)) == expected


def test_the_period_of_a_party_abroad() -> None:
    text = texts.FIRST.replace("十五日内，向本院递交", "十五日内（在我国领域内没有住所的，可以在三十日内），向本院递交")
    appeal = read(text).appeal
    assert appeal
    assert (appeal.days, appeal.foreign_days) == (15, 30)


def test_reconsideration_is_no_appeal() -> None:
    assert [(r.kind, r.days, r.court) for r in READ["preservation"].reviews] == [("复议", 5, "云州市临江区人民法院")]
    assert READ["first"].reviews == ()


def test_a_criminal_document_has_no_civil_facts() -> None:
    j = read("清溪县人民法院刑事判决书（2018）云0199刑初1号被告人王某犯盗窃罪一案。王某经传票传唤未到庭。")
    assert (j.cause, j.absences, j.announcement, j.reviews) == (None, (), None, ())


@pytest.mark.parametrize("name", sorted(texts.ALL))
def test_every_fact_quotes_its_text(name: str) -> None:
    assert_readable(texts.ALL[name])


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(texts.ALL)), st.data())
def test_a_document_cut_or_spoilt_anywhere_is_read(name: str, data: st.DataObject) -> None:
    text = texts.ALL[name]
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    assert_readable(text[:start] + data.draw(st.text(max_size=8)) + text[end:])


PIECES = sorted({piece for text in texts.ALL.values() for piece in text.replace("\n", "。").split("。")})


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["。", "。\n", "", "\n", "；"]))
def test_shuffled_sentences_are_read(pieces: list[str], joint: str) -> None:
    assert_readable("云州市临江区人民法院 民事判决书 （2021）云0102民初1号 " + joint.join(pieces))
