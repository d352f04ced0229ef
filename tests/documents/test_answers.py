"""What became of each claim, on sentences written for this test."""

from __future__ import annotations

import pytest

from tests.documents.suits import administrative, appeal, suit

LOAN = (
    "甲大川向本院提出诉讼请求：1.乙小河偿还借款5000元；2.乙小河支付利息300元；3.丙公司承担连带责任；"
    "4.诉讼费由被告负担。"
)


@pytest.mark.parametrize(
    ("items", "outcomes"),
    [
        (
            "一、被告乙小河偿还原告甲大川借款5000元；二、被告乙小河支付原告甲大川利息300元；三、"
            "被告丙公司对上述债务承担连带责任。",
            ["支持", "支持", "支持", "支持"],
        ),
        ("被告乙小河偿还原告甲大川借款5000元及利息300元。", ["支持", "支持", "未答", "支持"]),
        ("被告乙小河偿还原告甲大川借款4000元。", ["部分支持", "未答", "未答", "支持"]),
        (
            "一、被告乙小河偿还原告甲大川借款5000元；二、驳回原告甲大川的其他诉讼请求。",
            ["支持", "驳回", "驳回", "支持"],
        ),
        (
            "一、被告乙小河偿还原告甲大川借款5000元及利息300元；二、驳回原告甲大川对被告丙公司的诉讼请求。",
            ["支持", "支持", "驳回", "支持"],
        ),
    ],
)
def test_claims_and_items(items: str, outcomes: list[str]) -> None:
    assert [a.outcome for a in suit(LOAN + "事实和理由：借款。", items).answers] == outcomes


def test_all_dismissed_also_the_costs() -> None:
    answers = suit(LOAN, "驳回原告甲大川的诉讼请求。").answers
    assert [a.outcome for a in answers[:3]] == ["驳回"] * 3
    assert all(item.rejects == "全部" for a in answers[:3] for item in a.items)


def test_a_divorce_refused_leaves_custody_and_property_undecided() -> None:
    j = suit(
        "甲大川向本院提出诉讼请求：1.判令原、被告离婚；2.婚生子由原告抚养；3.分割共同财产。",
        "不准原告甲大川与被告乙小河离婚。",
    )
    assert [a.outcome for a in j.answers] == ["驳回"]


def test_one_claim_of_which_the_rest_is_dismissed() -> None:
    j = suit(
        "甲大川的诉讼请求：被告乙小河、丙公司偿还借款5000元。",
        "一、被告乙小河偿还原告甲大川借款5000元；二、驳回原告甲大川的其他诉讼请求。",
    )
    assert [a.outcome for a in j.answers] == ["部分支持"]


def test_claim_and_counterclaim_are_kept_apart() -> None:
    j = suit(
        "甲大川向本院提出诉讼请求：被告支付货款5000元。事实和理由：拖欠。 被告乙小河反诉称，货物有瑕疵，反诉请求："
        "1.原告赔偿损失"
        "800元。",
        "一、被告乙小河支付原告甲大川货款5000元；二、驳回被告乙小河的反诉请求。",
    )
    assert [(a.claim.stage, a.outcome) for a in j.answers] == [("first", "支持"), ("counter", "驳回")]


def test_a_struck_claim_needs_no_answer() -> None:
    j = suit(
        "甲大川向本院提出诉讼请求：1.被告支付货款5000元；2.被告赔礼道歉。审理中，甲大川撤回第2项诉讼请求。",
        "被告乙小河支付原告甲大川货款5000元。",
    )
    assert [(a.claim.number, a.outcome) for a in j.answers] == [(1, "支持")]


def test_an_employer_who_owes_after_all() -> None:
    j = suit("甲大川的诉讼请求：判令甲大川无需支付乙小河工资38500元。", "原告甲大川支付被告乙小河工资38500元。")
    assert [a.outcome for a in j.answers] == ["驳回"]


def test_an_act_maintained() -> None:
    j = administrative("原告甲大川诉称，请求撤销该决定。", "维持被告1998年3月2日作出的第12号治安管理处罚裁决。")
    assert [a.outcome for a in j.answers] == ["驳回"]


def test_an_appeal_dismissed_outright() -> None:
    words = "甲大川上诉请求：撤销原判，改判其不承担责任。事实和理由：错误。"
    assert [a.outcome for a in appeal(words, "驳回上诉，维持原判。").answers] == ["驳回"]
    assert appeal(words, "撤销青山县人民法院（2018）青0123民初3号民事判决；驳回乙小河的诉讼请求。").answers == ()
