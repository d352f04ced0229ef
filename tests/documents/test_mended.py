"""What the invented civil documents and rulings brought to light, on other sentences."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest

from anjian.documents import read
from tests.documents.suits import administrative, appeal, enforced, suit

CLAIM = "原告向本院提出诉讼请求：1.被告乙小河偿还借款8000元；2.被告丙公司偿还垫付款3000元。"


def test_a_role_before_to_this_court_is_its_party() -> None:
    assert [c.claimant for c in suit(CLAIM).claims] == ["甲大川", "甲大川"]


def test_an_award_against_one_grants_nothing_against_another() -> None:
    items = "一、被告乙小河于判决生效后十日内偿还甲大川8000元；二、驳回原告甲大川的其他诉讼请求。"
    assert [a.outcome for a in suit(CLAIM, items).answers] == ["支持", "驳回"]


def test_severance_pay_for_unlawful_dismissal_asks_to_end_nothing() -> None:
    j = suit("原告的诉讼请求：1.支付违法解除劳动关系的赔偿金9000元；2.支付加班费700元。")
    assert "解除" not in j.claims[0].reliefs


@pytest.mark.parametrize("words", ["公开赔礼道歉", "公开向原告致歉并消除影响"])
def test_a_public_apology_is_no_disclosure(words: str) -> None:
    assert suit(f"原告的诉讼请求：1.被告{words}；2.赔偿损失10元。").claims[0].reliefs == ("道歉",)


def test_a_dismissed_suit_answers_nothing() -> None:
    assert suit(CLAIM, "驳回原告甲大川的起诉。").answers == ()


def test_reasons_for_a_retrial_and_the_other_side_ask_for_nothing() -> None:
    j = read(
        "青山省高级人民法院 民事裁定书 （2018）青民申9号 再审申请人（一审被告）：甲大川，男。 "
        "被申请人（一审原告）：乙小河，男。 "
        "再审申请人甲大川因与被申请人乙小河合同纠纷一案，不服某中级人民法院判决，向本院申请再审。现已审查终结。 "
        "甲大川申请再审称，原判缺乏证据。依据《中华人民共和国民事诉讼法》第二百条第二项的规定申请再审。 "
        "乙小河提交意见称，原判正确，请求驳回其再审申请。 本院经审查认为，理由不成立。依照《中华人民共和国民事诉讼法》"
        "第二百零四条第一款规定，裁定如下： 驳回甲大川的再审申请。 审判员 戊己 二〇一八年三月一日"
    )
    assert j.claims == ()


@pytest.mark.parametrize(
    ("items", "outcome"),
    [
        ("一、撤销青水县人民法院的民事判决；二、甲大川于判决生效后十日内支付乙小河3000元。", "支持"),
        ("驳回上诉，维持原判。", "驳回"),
    ],
)
def test_what_an_appeal_on_a_sum_came_to(items: str, outcome: str) -> None:
    j = appeal("甲大川上诉请求：撤销一审判决第一项，改判支付3000元。", items)
    assert [(a.claim.number, a.outcome) for a in j.answers if a.claim.stage == "appeal"] == [(None, outcome)]


def test_a_mediation_that_owns_up_to_a_debt_pays_it_and_says_nothing_by_the_rest() -> None:
    j = suit(
        "",
        "一、被告乙小河确认尚欠原告甲大川货款700元，于2019年5月1日前付清；二、原告自愿放弃利息；三、双方再无其他争议。",
    )
    (award,) = j.awards
    assert (award.kind, award.total, award.payers, award.payees) == ("给付", 700, ("乙小河",), ("甲大川",))
    assert award.performance is not None
    assert award.performance.by == date(2019, 5, 1)


def test_an_apology_and_money_are_two_awards() -> None:
    j = suit("", "被告乙小河在十日内为原告甲大川消除影响，赔礼道歉，并支付精神损害抚慰金800元。")
    assert [(a.kind, a.total) for a in j.awards] == [("道歉", None), ("给付", 800)]


def test_an_authority_told_to_deal_with_a_request() -> None:
    j = administrative(
        "原告诉称，被告不作为，请求判令被告履行职责。",
        "被告县人社局于判决生效之日起六十日内对原告甲大川2018年5月1日的申请作出处理。",
    )
    assert [(a.kind, a.performance and a.performance.days) for a in j.awards] == [("责令履行", 60)]


def test_the_procedure_below_is_not_this_courts() -> None:
    text = (
        "甲市中级人民法院 民事判决书 （2022）青01民终5号 上诉人（原审被告）：甲大川，男。 "
        "被上诉人（原审原告）：乙小河，男。 "
        "上诉人甲大川因与被上诉人乙小河借款合同纠纷一案，不服判决，向本院提起上诉。本院立案后，因本案一审适用简易程序审结，"
        "由审判员独任审理。本案现已审理终结。 "
        "本院认为，应予维持。判决如下： 驳回上诉，维持原判。 审判员 戊己 二〇二二年三月一日"
    )
    course = read(text).course
    assert course is not None
    assert course.procedure is None
    assert read(text.replace("民终", "民初")).instance == "second"


def test_titles_between_angles_and_a_slip_in_the_opening() -> None:
    text = suit().text.replace("《中华人民共和国合同法》", "<中华人民共和国合同法>").replace("判决如下", "判决入下")
    assert [(c.title, c.article) for c in read(text).basis] == [("中华人民共和国合同法", "206")]


def test_an_executor_signs() -> None:
    j = enforced("申请执行人甲大川申请执行。")
    text = j.text.replace("审判员 己庚", "执行员 己庚")
    assert [(m.role, m.name) for m in read(text).members][:2] == [("审判长", "戊己"), ("执行员", "己庚")]


def test_numbers_with_a_part_before_hao_and_of_notice_cases() -> None:
    first = read("青山县人民法院 民事裁定书 （2013）青民初字第205-1号 原告甲大川，男。").case_number
    assert first is not None
    assert (first.serial, first.suffix, first.type_code) == ("205", "-1", "民初")
    assert read("青山县人民法院 民事判决书 （2015）青催字第4号 申请人甲大川，男。").instance == "special"


@pytest.mark.parametrize(
    ("clause", "fees"),
    [
        ("案件受理费50元，退还原告甲大川。", []),
        ("原告甲大川预交的案件受理费50元，予以退回。", []),
        ("公示催告申请费100元，由原告甲大川负担。", [("申请费", 100)]),
        ("案件申请费20元，由原告甲大川预交。", [("申请费", 20)]),
    ],
)
def test_fees_given_back_and_prepaid(clause: str, fees: list[tuple[str, int]]) -> None:
    j = read(suit().text.replace("案件受理费1050元，由被告乙小河负担。", clause))
    assert [(f.kind, f.charged) for f in j.fees] == [(kind, Decimal(sum_)) for kind, sum_ in fees]
    assert all(s.party == "甲大川" for f in j.fees for s in f.shares)


def test_an_appraisal_is_no_sum_to_enforce_and_a_settlement_paid_is() -> None:
    told = "申请执行人甲大川申请执行。拍卖标的评估价为90000元。"
    e = enforced(told).enforcement
    assert e is not None
    assert e.due is None
    told = "执行标的8000元。双方达成和解协议，约定一次性给付7000元，其余放弃。该款已于2019年2月1日给付完毕。"
    e = enforced(told).enforcement
    assert e is not None
    assert (e.due, e.paid) == (8000, 7000)


@pytest.mark.parametrize(
    "unit", ["案件受理费", "被告：丙丁有限公司，住所地青山县。\n", "原告请求支付利息，", "医疗费10元、"]
)
def test_long_texts_take_no_more_than_their_length(unit: str) -> None:
    """Twice the text takes about twice the time; four times would be quadratic."""
    taken = []
    for size in (30_000, 60_000):
        j = read(suit(unit * (size // len(unit))).text)
        began = time.process_time()
        assert [j.parties, j.claims, j.awards, j.answers, j.fees, j.damages, j.counsel]
        taken.append(time.process_time() - began)
    assert taken[1] < 3 * taken[0] + 0.5
