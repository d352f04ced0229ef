"""What the items of a disposition grant and refuse, on sentences written for this test."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from anjian.documents import read
from anjian.documents.awards import KINDS
from anjian.documents.judgment import Judgment
from anjian.documents.model_civil import Award
from tests.documents.suits import SIGNED, administrative, appeal, suit


def kinds(j: Judgment) -> list[tuple[int | None, str]]:
    assert {a.kind for a in j.awards} <= set(KINDS)
    return [(a.item, a.kind) for a in j.awards]


def only(items: str) -> Award:
    (award,) = suit(items=items).awards
    return award


def test_a_loan_with_a_surety() -> None:
    debt, surety, rest = suit(
        items="一、被告乙小河于本判决生效之日起十日内偿还原告甲大川借款本金100000元及利息（以100000元为基数，"
        "自2018年1月1日起"
        "按年利率24%计算至付清之日止）；二、被告丙公司对上述第一项债务承担连带清偿责任，丙公司承担连带清偿责任后，"
        "有权向被告"
        "乙小河追偿；三、驳回原告甲大川的其他诉讼请求。"
    ).awards
    assert (debt.kind, debt.payers, debt.payees, debt.total) == ("给付", ("乙小河",), ("甲大川",), Decimal(100000))
    assert debt.performance
    assert (debt.performance.days, debt.performance.event) == (10, "判决生效")
    assert (surety.kind, surety.payers, surety.joint, surety.recourse) == ("承担责任", ("丙公司",), True, True)
    assert (rest.kind, rest.rejects, rest.whose) == ("驳回", "其他", "甲大川")


def test_subsidiary_liability() -> None:
    award = only("被告丙公司对被告乙小河不能清偿的部分承担补充赔偿责任。")
    assert (award.kind, award.payers, award.secondary, award.joint) == ("承担责任", ("丙公司",), True, False)


@pytest.mark.parametrize(
    ("words", "days", "months", "by", "immediate"),
    [
        ("于本判决生效之日起十日内", 10, None, None, False),
        ("于判决生效后5日内", 5, None, None, False),
        ("在本判决发生法律效力之日起三十日内", 30, None, None, False),
        ("于本判决生效之日起一个月内", None, 1, None, False),
        ("于1996年12月31日前", None, None, date(1996, 12, 31), False),
        ("于二〇〇三年五月一日前", None, None, date(2003, 5, 1), False),
        ("于本判决生效后立即", None, None, None, True),
        ("于判决书送达之日起七日内", 7, None, None, False),
    ],
)
def test_terms(words: str, days: int | None, months: int | None, by: date | None, immediate: bool) -> None:
    term = only(f"被告乙小河{words}返还原告甲大川借款5000元。").performance
    assert term
    assert (term.days, term.months, term.by, term.immediate) == (days, months, by, immediate)


def test_no_term() -> None:
    assert only("被告乙小河返还原告甲大川借款5000元。").performance is None


def test_a_term_told_once_for_all() -> None:
    ended, paid, rest = suit(
        items="一、解除原告甲大川与被告乙小河签订的房屋买卖合同；二、被告乙小河返还原告甲大川购房款300000元；三、"
        "驳回原告甲大川其余"
        "诉讼请求。上述给付内容于本判决生效后十五日内履行完毕。"
    ).awards
    assert (ended.kind, ended.performance) == ("解除", None)
    assert paid.performance
    assert paid.performance.days == 15
    assert rest.rejects == "其他"


def test_a_term_for_the_items_named() -> None:
    first, second = suit(
        items="一、被告乙小河返还原告甲大川借款3000元；二、被告丙公司支付原告甲大川租金500元；"
        "以上第一项于本判决生效后5日内付清。"
    ).awards
    assert first.performance
    assert first.performance.days == 5
    assert second.performance is None


def test_a_term_behind_the_sum() -> None:
    award = only("被告乙小河赔偿原告甲大川各项损失共计4096元，于本判决生效后十日内付清。")
    assert award.performance
    assert award.performance.days == 10


@pytest.mark.parametrize(
    ("items", "total"),
    [
        ("被告乙小河赔偿原告甲大川医疗费3000元、误工费2000元，合计5000元。", 5000),
        ("被告乙小河返还原告甲大川购房款3000元，支付违约金200元。", None),
        ("被告乙小河支付原告甲大川租金36000元（已付6000元，余款30000元于本判决生效之日起七日内付清）。", 36000),
        ("被告乙小河赔偿原告甲大川12000元，扣除已垫付的10000元，还应赔偿2000元。", 2000),
        (
            "被告乙小河给付原告甲大川一万二千元，于判决生效之日起十日内给付5000元，余款7000元于2019年12月31日前付清。",
            12000,
        ),
        ("被告乙小河每月支付原告甲大川赡养费300元。", None),
        ("原告甲大川的损失总计9000元由被告乙小河赔付4000元。", 4000),
    ],
)
def test_the_sum_to_pay(items: str, total: int | None) -> None:
    assert only(items).total == (None if total is None else Decimal(total))


def test_a_divorce() -> None:
    j = suit(
        items="一、准予原告甲大川与被告乙小河离婚；二、婚生女乙某由原告甲大川直接抚养，"
        "被告乙小河自2019年4月起每月10日前支付抚养费"
        "600元至乙某年满18周岁止；三、位于青山县某路1号的房屋归被告乙小河所有，"
        "被告乙小河于本判决生效之日起一个月内支付原告"
        "甲大川房屋折价款150000元。"
    )
    assert kinds(j) == [(1, "准予离婚"), (2, "抚养"), (2, "给付"), (3, "分割"), (3, "给付")]
    assert j.awards[1].payees == ("甲大川",)
    assert j.awards[2].performance
    assert j.awards[2].performance.event == "定期"


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        ("不准原告甲大川与被告乙小河离婚。", "不准离婚"),
        ("确认原告甲大川对青山县某路1号房屋享有所有权。", "确认"),
        ("被告乙小河于本判决生效之日起三十日内协助原告办理过户登记手续。", "履行"),
        ("被告乙小河立即停止侵害并拆除围墙。", "停止侵害"),
        ("被告乙小河在本判决生效后十日内向原告甲大川书面赔礼道歉。", "道歉"),
        ("原告甲大川与被告乙小河签订的《租赁合同》于2018年12月1日解除。", "解除"),
        ("被告乙小河于本判决生效之日起七日内腾空并交还青山县某路1号商铺。", "返还"),
        ("原告甲大川对被告乙小河名下房屋折价或者拍卖、变卖所得价款享有优先受偿权。", "优先受偿"),
        ("被告丙公司无需支付原告甲大川加班工资。", "无需给付"),
        ("由原告甲大川继承被继承人甲老的存款40000元。", "继承"),
    ],
)
def test_kinds(items: str, kind: str) -> None:
    assert only(items).kind == kind


@pytest.mark.parametrize(
    ("items", "rejects", "whose"),
    [
        ("驳回原告甲大川的诉讼请求。", "全部", "甲大川"),
        ("驳回原告的全部诉讼请求。", "全部", "甲大川"),
        ("驳回甲大川其它诉讼请求。", "其他", "甲大川"),
        ("驳回原告甲大川对被告丙公司的诉讼请求。", "部分", "甲大川"),
        ("驳回原告甲大川要求被告丙公司承担赔偿责任的诉讼请求。", "部分", "甲大川"),
        ("驳回被告（反诉原告）乙小河的反诉请求。", "全部", "乙小河"),
    ],
)
def test_dismissals(items: str, rejects: str, whose: str) -> None:
    award = only(items)
    assert (award.kind, award.rejects, award.whose) == ("驳回", rejects, whose)


def test_the_fee_and_the_delay_clause_as_items_are_none() -> None:
    j = suit(
        items="一、被告乙小河偿还原告甲大川1000元；二、如果被告未按本判决指定的期限履行给付金钱义务，"
        "应当加倍支付迟延履行期间的债务"
        "利息；三、案件受理费50元，由被告乙小河负担。"
    )
    assert kinds(j) == [(1, "给付")]


def test_a_party_the_head_spells_otherwise() -> None:
    award = only("被告人保公司青山支公司在交强险责任限额内赔偿原告甲大川12000元。")
    assert (award.payers, award.payees) == (("人保公司青山支公司",), ("甲大川",))


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        (
            "一、撤销被告青山县人力资源和社会保障局作出的青人社伤认字（2018）12号不予认定工伤决定；二、"
            "责令被告于本判决生效之日起"
            "六十日内重新作出行政行为。",
            [(1, "撤销"), (2, "责令重作")],
        ),
        (
            "一、确认被告于2018年3月1日强制拆除原告甲大川房屋的行为违法；二、被告赔偿原告甲大川财产损失32000元；三、"
            "驳回原告"
            "甲大川的其他赔偿请求。",
            [(1, "确认违法"), (2, "赔偿"), (3, "驳回")],
        ),
        ("责令被告在本判决生效之日起十五日内对原告甲大川的申请作出答复。", [(None, "责令履行")]),
        ("变更被告作出的第1号行政处罚决定，对原告甲大川罚款二百元。", [(None, "变更")]),
        ("维持被告1998年3月2日作出的第12号治安管理处罚裁决。", [(None, "维持")]),
        ("确认被告颁发第12号国有土地使用证的行政行为无效。", [(None, "确认无效")]),
        ("驳回原告甲大川的诉讼请求。", [(None, "驳回")]),
    ],
)
def test_administrative_results(items: str, expected: list[tuple[int | None, str]]) -> None:
    assert kinds(administrative("原告甲大川诉称，请求撤销该决定。", items)) == expected


def test_an_appeal_awards_only_what_is_new() -> None:
    j = appeal(
        "甲大川上诉请求：改判。",
        "一、维持青山县人民法院（2018）青0123民初3号民事判决第二项；二、"
        "变更青山县人民法院（2018）青0123民初3号民事判决第一项为："
        "甲大川于本判决生效后十日内支付乙小河货款3000元；三、驳回乙小河的其他诉讼请求。",
    )
    assert kinds(j) == [(2, "给付"), (3, "驳回")]
    assert (j.awards[0].payers, j.awards[0].payees, j.awards[0].total) == (("甲大川",), ("乙小河",), Decimal(3000))


def test_a_mediation_agreement() -> None:
    j = read(
        "青山县人民法院 民事调解书 （2019）青0123民初7号 原告：甲大川，男，1970年1月1日出生。 被告：乙小河，男，"
        "1971年2月2日出生。 "
        "原告甲大川与被告乙小河离婚纠纷一案，本院于2019年1月8日立案后，依法适用简易程序，公开开庭进行了审理。 "
        "甲大川向本院提出"
        "诉讼请求：离婚。 经本院主持调解，双方当事人自愿达成如下协议： 一、甲大川与乙小河自愿离婚； 二、"
        "婚生子甲小由甲大川抚养，"
        "乙小河每月支付抚养费500元； 三、乙小河于2019年4月1日前支付甲大川20000元。 上述协议，不违反法律规定，"
        "本院予以确认。 "
        "案件受理费150元，由甲大川负担。 本调解书经双方当事人签收后，即具有法律效力。 审判员 戊己 二〇一九年三月一日 "
        "书记员 庚辛"
    )
    assert kinds(j) == [(1, "准予离婚"), (2, "抚养"), (2, "给付"), (3, "给付")]
    assert j.awards[3].performance
    assert j.awards[3].performance.by == date(2019, 4, 1)


def test_a_ruling_dismisses_a_suit() -> None:
    j = read(
        "青山县人民法院 民事裁定书 （2019）青0123民初7号 原告：甲大川，男。 被告：乙小河，男。 "
        "原告甲大川与被告乙小河合同纠纷一案，"
        "本院立案后依法进行了审理。 本院认为，不属于受案范围。依照《中华人民共和国民事诉讼法》第一百一十九条规定，"
        "裁定如下： "
        f"驳回甲大川的起诉。{SIGNED}"
    )
    assert kinds(j) == [(None, "驳回起诉")]
    assert j.answers == ()


def test_no_document_no_awards() -> None:
    assert read("").awards == ()
    assert read("青山县人民法院 刑事判决书 （2019）青0123刑初7号 判决如下： 被告人甲赔偿乙500元。").awards == ()


def test_who_owes_and_who_receives() -> None:
    award = only("原、被告于判决生效后三十日内互相配合办理过户手续。")
    assert award.payers == ("甲大川", "乙小河", "青山县丙石材有限公司")
    award = only("被告乙小河返还原告甲大川定金3000元（逾期不履行，费用由被告丙公司承担）。")
    assert (award.payers, award.payees) == (("乙小河",), ("甲大川",))
