"""Claims, in the wordings of several decades, on sentences written for this test."""

from __future__ import annotations

from decimal import Decimal

import pytest

from anjian.documents import read
from anjian.documents.reliefs import RELIEFS, reliefs_of
from tests.documents.suits import administrative, appeal, suit


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "甲大川向本院提出诉讼请求：1.判令乙小河偿还借款本金10万元及利息（以10万元为基数，"
            "自2018年1月1日起按年利率24%"
            "计算至付清之日止）；2.判令丙公司对上述债务承担连带清偿责任；3.本案诉讼费、保全费由二被告承担。事实和理由："
            "2018年借款，后原告要求被告还款未果，请求支持。",
            [(1, ("给付", "利息"), 100000), (2, ("连带责任",), None), (3, ("诉讼费",), None)],
        ),
        (
            "原告甲大川诉称，2018年被告借款10万元。经原告多次催要，被告于2018年5月归还2万元。故诉至本院，请求判令："
            "一、被告乙小河偿还借款8万元；二、被告丙公司承担保证责任；三、诉讼费由被告承担。",
            [(1, ("给付",), 80000), (2, ("连带责任",), None), (3, ("诉讼费",), None)],
        ),
        (
            "原告诉称：1995年3月被告借我款5000元，经多次催要不还。特起诉要求被告立即归还借款5000元，并承担诉讼费用。",
            [(None, ("返还", "诉讼费"), 5000)],
        ),
        (
            "原告诉讼请求：①请求法院判令解除原、被告签订的房屋买卖合同；②被告返还购房款300000元并支付违约金30000元；"
            "③被告赔偿装修损失20000元。",
            [(1, ("解除",), None), (2, ("给付", "返还", "违约金"), None), (3, ("赔偿",), 20000)],
        ),
        (
            "甲大川向本院提出诉讼请求：（1）确认原告对青山县某路1号房屋享有所有权；（2）被告协助办理过户登记手续；"
            "（3）被告停止侵害，拆除围墙；（4）赔礼道歉，并赔偿精神损害抚慰金5000元；（5）案件受理费由被告负担。",
            [
                (1, ("确认",), None),
                (2, ("履行",), None),
                (3, ("停止侵害", "排除妨害"), None),
                (4, ("赔偿", "道歉"), 5000),
                (5, ("诉讼费",), None),
            ],
        ),
        (
            "甲大川提出诉讼请求：判令乙小河、丙公司赔偿医疗费3000元、误工费2000元、护理费1000元，合计6000元。诉讼费用由"
            "被告负担。事实和理由：打架。",
            [(None, ("赔偿",), 6000), (None, ("诉讼费",), None)],
        ),
        (
            "原告甲大川起诉称，双方1990年结婚，感情破裂。请求：1、判令原、被告离婚；2、婚生女乙某由原告抚养，"
            "被告每月支付"
            "抚养费800元；3、依法分割夫妻共同财产房屋一套；4、诉讼费由被告承担。",
            [(1, ("离婚",), None), (2, ("给付", "抚养"), None), (3, ("分割",), None), (4, ("诉讼费",), None)],
        ),
        (
            "原告甲大川诉请本院判令：被告乙小河立即支付工程款256000元及利息；丙公司在欠付工程款范围内承担责任；"
            "原告对涉案"
            "工程折价或者拍卖的价款享有优先受偿权。",
            [(None, ("给付", "利息"), 256000), (None, ("连带责任",), None), (None, ("优先受偿",), None)],
        ),
        (
            "原告诉称，被告欠款。为此请求判令被告归还借款9000元及利息720元；被告偿还误工费240元；并承担本案诉讼费用。",
            [(None, ("返还", "利息"), None), (None, ("给付",), 240), (None, ("诉讼费",), None)],
        ),
    ],
)
def test_claims_of_the_plaintiff(words: str, expected: list[tuple[int | None, tuple[str, ...], int | None]]) -> None:
    claims = suit(words).claims
    assert [(c.number, c.reliefs, c.total) for c in claims] == expected
    assert {(c.stage, c.claimant) for c in claims} == {("first", "甲大川")}


def test_the_place_is_the_words_of_the_claim() -> None:
    j = suit("甲大川向本院提出诉讼请求：1.被告偿还借款3000元；2.诉讼费由被告承担。事实和理由：借款未还。")
    assert [j.quote(c) for c in j.claims] == ["被告偿还借款3000元", "诉讼费由被告承担"]


def test_all_sums_of_a_claim() -> None:
    (claim,) = suit("甲大川的诉讼请求：被告赔偿车损2万元、评估费800元，共计20800元。").claims
    assert claim.amounts == (Decimal(20000), Decimal(800), Decimal(20800))
    assert claim.total == Decimal(20800)


def test_what_the_defendant_asks_is_no_claim() -> None:
    assert suit().claims == ()


def test_a_counterclaim() -> None:
    j = suit(
        "甲大川向本院提出诉讼请求：撤销赠与合同。事实和理由：无偿转让。 被告乙小河反诉称，原告拖欠房租，反诉请求："
        "1.原告支付房租2000元；2.反诉费由原告承担。"
    )
    assert [(c.stage, c.claimant, c.number) for c in j.claims] == [
        ("first", "甲大川", None),
        ("counter", "乙小河", 1),
        ("counter", "乙小河", 2),
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "原告甲大川诉称，被告占地。现请求法院依法判令被告拆除围墙。诉讼中，原告变更诉讼请求为：1、被告恢复原状；"
            "2、赔偿损失3000元。",
            [(None, True), (1, False), (2, False)],
        ),
        (
            "甲大川向本院提出诉讼请求：1.被告支付货款50000元；2.被告支付违约金6000元；3.被告支付律师费3000元。庭审中，"
            "原告撤回第3项诉讼请求。事实和理由：拖欠货款。",
            [(1, False), (2, False), (3, True)],
        ),
        (
            "甲大川向本院提出诉讼请求：1.被告支付货款50000元；2.支付利息6000元。事实和理由：拖欠。审理过程中，甲大川将"
            "第1项诉讼请求变更为：被告支付货款45000元。",
            [(1, True), (2, False), (1, False)],
        ),
    ],
)
def test_claims_changed_or_dropped(words: str, expected: list[tuple[int | None, bool]]) -> None:
    assert [(c.number, c.struck) for c in suit(words).claims] == expected


def test_an_appeal_tells_both_its_claims_and_the_first() -> None:
    j = appeal(
        "甲大川上诉请求：1.撤销原判，依法改判驳回乙小河的全部诉讼请求或发回重审；2.一、二审诉讼费由被上诉人承担。"
        "事实和理由：一审认定事实错误。 乙小河辩称，请求驳回上诉，维持原判。 乙小河向一审法院起诉请求：1.甲大川支付货款"
        "5000元；2.诉讼费由甲大川承担。 一审法院认定事实：2017年，双方签订合同，乙小河要求甲大川支付货款。",
        "驳回上诉，维持原判。",
    )
    assert [(c.stage, c.claimant, c.number) for c in j.claims] == [
        ("appeal", "甲大川", 1),
        ("appeal", "甲大川", 2),
        ("first", "乙小河", 1),
        ("first", "乙小河", 2),
    ]
    assert j.claims[0].reliefs == ("撤销", "改判", "发回重审", "驳回")


def test_an_old_appeal() -> None:
    j = appeal(
        "原审法院查明，1996年甲大川购买耕牛，欠款800元。乙小河诉至法院，请求判令甲大川偿付欠款800元。"
        "原审法院认为欠款应还，"
        "判决甲大川偿付乙小河欠款800元。 宣判后，甲大川不服，上诉称，耕牛有病，请求二审法院撤销原判，"
        "改判由乙小河返还牛款"
        "200元。被上诉人乙小河答辩称，原判正确。",
        "驳回上诉，维持原判。",
    )
    assert [(c.stage, c.claimant, c.reliefs) for c in j.claims] == [
        ("first", "乙小河", ("给付",)),
        ("appeal", "甲大川", ("返还", "撤销", "改判")),
    ]


def test_an_application_for_retrial() -> None:
    j = read(
        "青山省高级人民法院 民事裁定书 （2019）青民申7号 再审申请人（一审被告、二审上诉人）：甲大川，男。 "
        "被申请人（一审原告、"
        "二审被上诉人）：乙小河，男。 再审申请人甲大川因与被申请人乙小河借款合同纠纷一案，"
        "不服青山市中级人民法院（2018）"
        "青01民终3号民事判决，向本院申请再审。本院依法组成合议庭进行了审查，现已审查终结。 甲大川申请再审称，"
        "二审判决认定"
        "事实错误。请求对本案进行再审，撤销二审判决。 本院认为，不符合规定。"
        "依照《中华人民共和国民事诉讼法》第二百零四条"
        "规定，裁定如下： 驳回甲大川的再审申请。 审判长 戊己 审判员 己庚 审判员 庚辛 二〇一九年三月一日 书记员 辛壬"
    )
    assert [(c.stage, c.claimant, c.reliefs) for c in j.claims] == [("retrial", "甲大川", ("撤销", "再审"))]


def test_a_claim_for_state_compensation() -> None:
    j = read(
        "青山市中级人民法院赔偿委员会 国家赔偿决定书 （2019）青01委赔7号 赔偿请求人甲大川，男。 "
        "赔偿义务机关青山县人民检察院。"
        " 甲大川以无罪逮捕为由，申请国家赔偿。甲大川请求：1.赔偿被羁押100日的赔偿金；2.赔礼道歉。 本院赔偿委员会认为，"
        "应予"
        "赔偿。依照《中华人民共和国国家赔偿法》第十七条之规定，决定如下： 一、"
        "青山县人民检察院向甲大川支付赔偿金28474元。 "
        "二〇一九年三月一日"
    )
    assert [(c.stage, c.number, c.reliefs) for c in j.claims] == [
        ("application", 1, ("赔偿",)),
        ("application", 2, ("道歉",)),
    ]


def test_administrative_claims_are_not_read_from_the_name_of_the_act() -> None:
    j = administrative(
        "原告甲大川诉称，其系丙公司职工。请求：1、撤销被告作出的青人社伤认字（2018）12号不予认定工伤决定；2、"
        "责令被告重新"
        "作出工伤认定；3、诉讼费由被告承担。",
        "驳回原告甲大川的诉讼请求。",
    )
    assert [c.reliefs for c in j.claims] == [("撤销",), ("重新作出",), ("诉讼费",)]


def test_criminal_documents_have_none() -> None:
    j = read("青山县人民法院 刑事判决书 （2019）青0123刑初7号 自诉人甲诉称，请求判令被告人赔偿损失500元。")
    assert j.claims == ()


@pytest.mark.parametrize(
    ("text", "reliefs"),
    [
        ("本案案件受理费50元由被告负担", ("诉讼费",)),
        ("确认被告强制拆除原告房屋的行为违法", ("确认",)),
        ("被告支付未签订劳动合同的二倍工资38500元", ("给付",)),
        ("其他", ("其他",)),
    ],
)
def test_reliefs(text: str, reliefs: tuple[str, ...]) -> None:
    assert reliefs_of(text) == reliefs
    assert set(reliefs) <= set(RELIEFS)


def test_the_fee_of_a_lawyer_is_no_cost_of_the_suit() -> None:
    assert reliefs_of("诉讼费、律师费由被告承担") != ("诉讼费",)
