"""Wordings that readers met in documents nobody had tuned the reader on, in other words and with invented names."""

from __future__ import annotations

from datetime import date

import pytest

from anjian.documents import read
from anjian.documents.facts import facts
from anjian.documents.judgment import Judgment
from tests.documents.suits import HEAD, MIDDLE, SIGNED, TAIL, appeal, enforced, suit

CASE = "原告甲大川与被告乙小河民间借贷纠纷一案，本院于2019年1月8日立案后，公开开庭进行了审理。本案现已审理终结。 "
ITEM = "被告乙小河于本判决生效后十日内返还原告甲大川借款本金5000元、利息120.5元。"


def ruling(parties: str, course: str, result: str, number: str = "（2019）青01民申7号") -> Judgment:
    return read(
        f"青山市中级人民法院\n民事裁定书\n{number}\n{parties}\n{course}\n本院经审查认为，理由不成立。依照"
        f"《中华人民共和国民事诉讼法》第二百零四条规定，裁定如下：\n{result}{SIGNED}"
    )


# -- the list of parties ------------------------------------------------------------------------


def test_a_party_with_two_former_roles_is_an_entry_of_its_own() -> None:
    j = ruling(
        "再审申请人（一审被告、二审上诉人）：甲石材有限公司。\n法定代表人：丁一，经理。\n被申请人（一审原告）：乙小河。\n"
        "一审被告、二审被上诉人：甲石材有限公司一分公司。\n负责人：丁二，经理。",
        "再审申请人甲石材有限公司因与被申请人乙小河买卖合同纠纷一案，向本院申请再审。",
        "驳回甲石材有限公司的再审申请。",
    )
    assert [(p.role, p.name) for p in j.parties][2:] == [("一审被告", "甲石材有限公司一分公司")]
    assert j.parties[2].former_role == "二审被上诉人"
    assert j.counsel[-1].clients == ("甲石材有限公司一分公司",)


def test_a_line_of_a_party_that_ends_in_a_comma_does_not_end_the_list() -> None:
    j = read(
        "青山县人民法院\n执行裁定书\n（2019）青0123执7号\n申请执行人：甲大川，男，住青山县。\n"
        "被执行人：乙小河，女，1980年1月1日出生，住东江省青山市，\n被执行人：丙中石，男，住东江省青山市，\n"
        "本院依据已经生效的民事判决书，向被执行人发出执行通知书。依照《中华人民共和国民事诉讼法》第二百四十四条规定，"
        "裁定如下：\n查封被执行人丙中石的车辆。" + SIGNED
    )
    assert [p.name for p in j.parties] == ["甲大川", "乙小河", "丙中石"]


def test_entries_of_a_text_that_lost_its_lines() -> None:
    j = read(
        "青山县人民法院民事裁定书（2019）青0123民初7号原告：甲大川，男，住青山县被告：青山县丙旅行社有限公司，"
        "住所地青山县法定代表人：丁一，经理。原告甲大川与被告青山县丙旅行社有限公司旅游合同纠纷一案，本院于2019年1月8日"
        "立案。原告诉称，请求退款。依照《中华人民共和国民事诉讼法》第一百二十七条规定，裁定如下：本案移送青水县人民法院处理。"
    )
    assert [(p.name, p.address) for p in j.parties] == [("甲大川", "青山县"), ("青山县丙旅行社有限公司", "青山县")]
    assert j.cause is not None
    assert j.cause.name == "旅游合同纠纷"


def test_a_defendant_whose_name_begins_like_the_old_role() -> None:
    j = read(
        "青山县人民法院 民事判决书 （2019）青0123民初7号 原告甲大川，男。 被告人保财险青山支公司，住所地青山县。 "
        + CASE.replace("乙小河", "人保财险青山支公司")
        + "本院认为，应当赔偿。依照《中华人民共和国保险法》第二条规定，判决如下： 被告人保财险青山支公司赔偿甲大川9元。"
        " 案件受理费50元，由被告人保财险青山支公司负担。 审判员 戊己 二〇一九年三月一日"
    )
    assert (j.parties[1].role, j.parties[1].name) == ("被告", "人保财险青山支公司")
    assert [s.party for f in j.fees for s in f.shares] == ["人保财险青山支公司"]


@pytest.mark.parametrize("name", ["丁三河", "东江丁旅行社有限公司"])
def test_a_cause_does_not_keep_the_name_of_a_defendant_nobody_listed(name: str) -> None:
    j = read(
        f"青山县人民法院 民事判决书 （2019）青0123民初7号 原告甲大川，男。 原告甲大川与被告{name}旅游合同纠纷一案，"
        f"本院于2019年1月8日立案。现已审理终结。 原告诉称，被告{name}应当退款。 本院认为，应当退款。"
    )
    assert j.cause is not None
    assert j.cause.name == "旅游合同纠纷"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("青山县第二中学", "body"),
        ("青山县城关小学", "body"),
        ("青山市杂技团", "body"),
        ("青山县红旗砖厂", "body"),
        ("章水厂", "person"),
    ],
)
def test_schools_troupes_and_works_are_bodies(name: str, kind: str) -> None:
    j = read(
        f"青山县人民法院 民事判决书 （2019）青0123民初7号 原告：甲大川，男。 被告：{name}。 "
        + CASE.replace("乙小河", name)
    )
    assert [(p.name, p.kind) for p in j.parties][1:] == [(name, kind)]


def test_an_address_behind_joined_words() -> None:
    j = read(HEAD.replace("1971年2月2日出生，住青山县", "住址及户籍所在地均系东江省"))
    assert j.parties[1].address == "东江省"


# -- heads that are not there -------------------------------------------------------------------


def test_a_lost_title_line_leaves_parties_and_awards_by_the_number() -> None:
    j = read(
        "青山县人民法院。（2019）青民二初字第33号。原告甲大川。被告乙小河。" + CASE.replace(" ", "")
        + "原告诉称：被告借款5000元。现起诉要求被告返还借款5000元。被告未作答辩。本院认为，应当返还。"
        f"依照《中华人民共和国合同法》第二百零六条规定，判决如下：{ITEM}案件受理费50元，由被告乙小河负担。"
    )  # fmt: skip
    assert j.title is None
    assert [p.name for p in j.parties] == ["甲大川", "乙小河"]
    assert [(a.kind, a.payers, a.total) for a in j.awards] == [("返还", ("乙小河",), None)]
    assert [a.outcome for a in j.answers] == ["支持"]


@pytest.mark.parametrize(
    "head",
    [
        "青山县人民法院\n（2019）青0123民初7号\n民事判决书",
        "（2019）青0123民初7号\n青山县人民法院\n民事判决书",
        "甲大川与乙小河买卖合同纠纷一审民事判决书\n青山县人民法院\n民事判决书\n（2019）青0123民初7号",
        "案号：（2019）青0123民初7号\n审理法院：青山县人民法院\n文书类型：民事判决书",
        "审理法院：青山县人民法院 案号：（2019）青0123民初7号 案件类型：民事 裁判日期：2019-03-01",
    ],
)
def test_heads_of_many_shapes(head: str) -> None:
    j = read(f"{head}\n原告：甲大川，男。\n被告：乙小河，男。\n{CASE}本院认为，应当付款。判决如下：\n{ITEM}")
    assert (j.court and j.court.name, j.case_number and j.case_number.serial) == ("青山县人民法院", "7")
    assert [p.name for p in j.parties] == ["甲大川", "乙小河"]
    assert len(j.awards) == 1


def test_a_body_without_head_takes_nothing_from_documents_it_cites() -> None:
    j = read(
        "申请执行人：甲大川，男。被执行人：乙小河，男。关于罚金一案，（2014）青中法刑一初字第11号刑事判决书和（2015）"
        "东高法刑一终字第42号刑事裁定书已发生法律效力，本院移送执行。现有（2019）青0123民初5号民事判决书在案。裁定如下："
        "终结本案的执行。审判员戊己二〇一九年三月一日"
    )
    assert (j.title, j.case_number, j.court) == (None, None, None)
    assert [p.name for p in j.parties] == ["甲大川", "乙小河"]


def test_a_body_without_head_still_has_its_parties_and_verdict() -> None:
    j = read(
        "原告：甲大川，男，住青山县。\n被告：乙小河，男。\n原告甲大川与被告乙小河买卖合同纠纷一案，本院于2019年1月8日立案。"
        "原告甲大川申请撤诉。\n依照《中华人民共和国民事诉讼法》第一百四十五条规定，裁定如下：\n准许原告甲大川撤诉。"
        + SIGNED
    )
    assert [p.name for p in j.parties] == ["甲大川", "乙小河"]
    assert [v.kind for v in j.verdicts] == ["准许撤诉"]


# -- claims and answers -------------------------------------------------------------------------


def test_claims_under_a_heading_belong_to_whom_the_heading_names() -> None:
    j = suit(
        "一、合同约定如下，截至2018年1月被告逾期情况如下表所示：\n四、原告的诉讼请求：\n1.被告返还本金70元；2.诉讼费由被告承担。"
    )
    assert [(c.number, c.claimant) for c in j.claims] == [(1, "甲大川"), (2, "甲大川")]


def test_who_speaks_goes_on_to_ask() -> None:
    j = suit(
        "甲大川诉称，2017年1月起双方合作。此后，乙小河先后支付90元，尚欠30元，经催要未果，故诉至法院，请求：一、判令乙小河支付30元；"
    )
    assert {c.claimant for c in j.claims} == {"甲大川"}


def test_a_claim_told_before_the_numbered_ones_is_not_counted_twice() -> None:
    j = suit(
        "原告甲大川诉称，被告拖欠货款，故原告要求被告支付违约金50元。为维护权益，特起诉请求：1、判令被告支付660元；"
        "2、判令被告支付违约金50元。"
    )
    assert [c.number for c in j.claims] == [1, 2]


def test_who_does_not_agree_with_an_appeal_asks_for_nothing() -> None:
    j = appeal(
        "甲大川上诉请求：撤销一审判决。乙小河辩称，事实清楚，故不同意上诉请求，要求维持原判。", "驳回上诉，维持原判。"
    )
    assert [c.claimant for c in j.claims] == ["甲大川"]


def test_a_child_given_to_the_other_parent_and_costs_of_the_claimant() -> None:
    j = suit(
        "原告向本院提出诉讼请求：1.婚生子甲一由原告抚养；2.诉讼费由被告承担。",
        "原、被告婚生子甲一由被告乙小河抚养。",
    )
    assert j.awards[0].payees == ("乙小河",)
    assert j.answers[0].outcome == "驳回"


def test_one_claim_granted_in_several_items() -> None:
    j = suit(
        "原告向本院提出诉讼请求：1.被告乙小河偿还本金90元、利息7元；2.诉讼费由被告承担。",
        "一、被告乙小河偿还原告甲大川第一笔本金60元、利息4元；二、被告乙小河偿还原告甲大川第二笔本金30元、利息3元。",
    )
    assert j.answers[0].outcome == "支持"


def test_joint_liability_between_two() -> None:
    assert [a.kind for a in suit(CASE, "被告乙小河、丙公司互负连带责任。").awards] == ["承担责任"]


def test_a_court_that_decides_who_bears_the_costs() -> None:
    j = read(HEAD + MIDDLE + ITEM + TAIL.replace("由被告乙小河负担", "决定由原告负担"))
    assert [s.party for f in j.fees for s in f.shares] == ["甲大川"]


# -- what happened elsewhere --------------------------------------------------------------------


def test_nobody_came_online() -> None:
    j = suit().plain.replace("本案现已审理终结", "被告乙小河经公告送达传票，没有上线参加诉讼。本案现已审理终结", 1)
    assert [(a.party, a.summons) for a in read(j).absences] == [("乙小河", "公告送达")]


@pytest.mark.parametrize(
    ("told", "day"),
    [("青水县人民法院于2017年7月21日立案。", None), ("本院于2018年1月3日立案。", date(2018, 1, 3))],
)
def test_the_day_another_court_filed_the_case_is_not_ours(told: str, day: date | None) -> None:
    j = ruling(
        "原告：甲大川，男。\n被告：乙小河，男。", f"原告甲大川与被告乙小河劳务合同纠纷一案，{told}",
        "本案由青水县人民法院审理。", "（2018）青01民辖4号",
    )  # fmt: skip
    assert j.course is not None
    assert (j.course.filed.value if j.course.filed else None) == day
    assert [v.kind for v in j.verdicts] == ["指定管辖"]


def test_the_day_of_the_decision_below_may_be_told_with_its_result() -> None:
    j = appeal(
        "甲大川上诉请求：撤销一审判决。一审法院认为，被告应当付款。一审法院于二Ｏ一八年十月四日作出判决：甲大川支付乙小河9元。",
        "驳回上诉，维持原判。",
    )
    assert [d.decided for d in j.lower] == [date(2018, 10, 4)]


def test_what_may_be_asked_for_is_not_decided() -> None:
    j = enforced("本院已发出执行通知书。", "一、查封乙小河的车辆。二、查封期限为二年。三、履行义务后可以申请解除查封。")
    assert [v.kind for v in j.verdicts] == ["财产保全"]


def test_a_warning_is_no_measure() -> None:
    j = enforced(
        "风险提示：不主动履行者，依《关于公布失信被执行人名单信息的若干规定》，遇有所列情形之一，人民法院可以将其列入"
        "失信被执行人名单；再违反限制消费令的，另行处罚。"
    )
    assert j.enforcement is not None
    assert (j.enforcement.limited, j.enforcement.listed) == (None, None)


def test_a_civil_document_tells_of_no_offence() -> None:
    assert suit("经审理查明，2018年3月4日晚，被告借款。").offence_days == ()


def test_a_label_behind_a_name_is_no_judge() -> None:
    j = read(HEAD + MIDDLE + ITEM + "\n审判人员\n代理审判员戊己\n裁判日期\n二〇一九年三月一日\n书记员\n书记员庚辛")
    assert [m.name for m in j.members] == ["戊己"]


def test_verdicts_are_among_the_facts() -> None:
    j = appeal("甲大川上诉请求：撤销一审判决。", "驳回上诉，维持原判。")
    told = facts(j)["verdicts"]
    assert [v["kind"] for v in told] == ["驳回上诉", "维持"]
    start, end = told[0]["span"]
    assert j.source.raw[start:end] == "驳回上诉"
