"""What penalties.py reads, on sentences written for this test."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.documents import read
from anjian.documents.model import Result
from anjian.documents.penalties import parse_penalty, parse_results
from anjian.documents.penalty_words import duration


def decided(words: str) -> tuple[Result, ...]:
    return read(_document(words)).results


def _document(words: str) -> str:
    return (
        "青山县人民法院 刑事判决书 （2019）青0101刑初7号 公诉机关青山县人民检察院。 被告人甲大川，男。 "
        "本院认为，应予惩处。依照《中华人民共和国刑法》第二百六十四条之规定，判决如下： " + words +
        " 如不服本判决，可在接到判决书的第二日起十日内提出上诉。 审判员乙小河 二〇一九年三月一日 书记员丙"
    )  # fmt: skip


def only(words: str) -> Result:
    results = decided(words)
    assert len(results) == 1, results
    return results[0]


@pytest.mark.parametrize(
    ("words", "months", "days"),
    [
        ("一年零六个月", 18, 0), ("一年又六个月", 18, 0), ("五年零五个月", 65, 0), ("十一个月", 11, 0),
        ("半个月", 0, 15), ("一个半月", 1, 15), ("二个月十五日", 2, 15), ("一个月零十五天", 1, 15),
        ("十五年", 180, 0), ("6个月", 6, 0), ("一年半", 18, 0), ("半年", 6, 0), ("缴纳", 0, 0),
    ],
)  # fmt: skip
def test_duration(words: str, months: int, days: int) -> None:
    assert duration(words) == (months, days)


def test_one_defendant_one_crime() -> None:
    r = only("一、被告人甲大川犯盗窃罪，判处有期徒刑一年零六个月，缓刑二年，并处罚金人民币二千元。二、没收手机一部。")
    assert (r.party, r.charge, r.item, r.total) == ("甲大川", "盗窃罪", 1, False)
    p = r.penalty
    assert (p.kind, p.months, p.probation_months, p.fine, p.fine_kind) == ("有期徒刑", 18, 24, Decimal(2000), "并处")


def test_spans_are_the_words() -> None:
    j = read(_document("被告人甲大川犯盗窃罪，判处拘役三个月，并处罚金1，000元。"))
    (r,) = j.results
    assert j.quote(r) == "被告人甲大川犯盗窃罪，判处拘役三个月，并处罚金1，000元"
    assert j.quote(r.penalty) == "拘役三个月，并处罚金1，000元"
    assert r.penalty.fine == 1000


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        ("罚金人民币二千元", "2000"), ("罚金5000.00元", "5000"), ("罚金２０００元", "2000"), ("罚金1万元", "10000"),
        ("罚金壹万元", "10000"), ("罚金三千五百元", "3500"), ("罚金1，000元", "1000"), ("罚金1.5万元", "15000"),
        ("罚金三千元人民币", "3000"), ("罚金人民4000元", "4000"), ("罚金人民币贰万元", "20000"),
        ("罚金人民币2 000元", "2000"),
    ],
)  # fmt: skip
def test_fine_amounts(words: str, yuan: str) -> None:
    assert only(f"被告人甲大川犯盗窃罪，判处有期徒刑六个月，并处{words}。").penalty.fine == Decimal(yuan)


def test_fine_without_amount_is_none() -> None:
    assert only("被告人甲大川犯盗窃罪，判处拘役二个月。（罚金十日内缴纳）").penalty.fine is None


def test_fine_alone() -> None:
    p = only("被告人甲大川犯盗窃罪，单处罚金人民币五千元。").penalty
    assert (p.kind, p.fine_kind, p.fine) == (None, "单处", Decimal(5000))
    assert only("被告单位青山砂石有限公司犯单位行贿罪，判处罚金十万元。").penalty.fine_kind == "单处"


def test_note_between_term_and_fine() -> None:
    p = only(
        "被告人甲大川犯盗窃罪，判处有期徒刑八个月（刑期从判决执行之日起计算，即自2019年1月2日起至2019年9月1日止），"
        "并处罚金人民币三千元（罚金人民币三千元已缴纳）。"
    ).penalty
    assert (p.months, p.fine) == (8, Decimal(3000))


def test_several_crimes_and_total() -> None:
    one, two, total = decided(
        "被告人甲大川犯盗窃罪，判处有期徒刑一年，并处罚金二千元；犯掩饰、隐瞒犯罪所得罪，判处拘役五个月；"
        "数罪并罚，决定执行有期徒刑一年，并处罚金二千元，缓刑二年。"
    )
    assert (one.charge, two.charge, total.charge) == ("盗窃罪", "掩饰、隐瞒犯罪所得罪", None)
    assert (one.total, two.total, total.total) == (False, False, True)
    assert total.penalty.probation_months == 24
    assert {one.party, two.party, total.party} == {"甲大川"}


def test_crime_names_that_hold_fan() -> None:
    assert only("被告人甲大川犯侵犯著作权罪，判处拘役二个月。").charge == "侵犯著作权罪"
    assert only("被告人甲大川犯传授犯罪方法罪，判处拘役二个月。").charge == "传授犯罪方法罪"


def test_crime_name_with_brackets() -> None:
    assert only("被告人甲大川犯组织他人偷越国（边）境罪，判处有期徒刑二年。").charge == "组织他人偷越国（边）境罪"
    assert only("被告人甲大川犯以危险方法危害公共安全罪，判处有期徒刑三年。").charge == "以危险方法危害公共安全罪"


def test_a_stated_sum_is_no_result() -> None:
    results = decided(
        "被告人甲大川犯盗窃罪，判处有期徒刑一年；犯诈骗罪，判处有期徒刑一年，并处罚金二千元；总和刑期有期徒刑二年，"
        "并处罚金二千元；决定执行有期徒刑一年六个月，并处罚金二千元。"
    )
    assert [(r.penalty.months, r.penalty.fine, r.total) for r in results] == [
        (12, None, False), (12, Decimal(2000), False), (18, Decimal(2000), True),
    ]  # fmt: skip


def test_changed_in_the_sentence_that_quashes() -> None:
    results = decided(
        "一、维持青山县人民法院（2018）青0101刑初3号刑事判决第一项；二、撤销该判决第二项，改判上诉人甲大川有期徒刑二年。"
    )
    assert [(r.party, r.penalty.months, r.item) for r in results] == [("甲大川", 24, 2)]


def test_lifted_probation_with_its_length() -> None:
    results = decided(
        "一、撤销青山县人民法院（2018）青0101刑初3号刑事判决对被告人甲大川犯诈骗罪判处有期徒刑六个月，缓刑一年的缓刑部分；"
        "二、被告人甲大川犯盗窃罪，判处有期徒刑一年；与前罪并罚，决定执行有期徒刑一年二个月。"
    )
    assert [(r.charge, r.penalty.months, r.origin, r.total) for r in results] == [
        ("诈骗罪", 6, "earlier", False), ("盗窃罪", 12, None, False), (None, 14, None, True),
    ]  # fmt: skip


def test_several_defendants() -> None:
    results = decided(
        "一、被告人甲大川、丁小山犯开设赌场罪，均判处有期徒刑一年，并处罚金一万元。"
        "二、被告人戊均犯赌博罪，判处拘役三个月。"
    )
    assert [(r.party, r.charge, r.penalty.months) for r in results] == [
        ("甲大川", "开设赌场罪", 12), ("丁小山", "开设赌场罪", 12), ("戊均", "赌博罪", 3),
    ]  # fmt: skip


def test_appellant_with_former_role() -> None:
    results = decided(
        "一、撤销青山县人民法院（2018）青0101刑初3号刑事判决，即：被告人甲大川犯盗窃罪，判处有期徒刑二年。"
        "二、上诉人（原审被告人）甲大川犯盗窃罪，判处有期徒刑一年。"
    )
    assert [(r.party, r.penalty.months, r.item) for r in results] == [("甲大川", 12, 2)]


def test_earlier_penalties() -> None:
    for words in (
        "被告人甲大川犯盗窃罪，判处有期徒刑一年，与前罪有期徒刑六个月实行并罚，决定执行有期徒刑一年二个月。",
        "被告人甲大川犯盗窃罪，判处有期徒刑一年；原犯诈骗罪被判处有期徒刑六个月；决定执行有期徒刑一年二个月。",
        "被告人甲大川犯盗窃罪，判处有期徒刑一年。撤销青山县人民法院（2018）青0101刑初3号刑事判决对被告人甲大川宣告的缓刑，"
        "原判有期徒刑六个月，缓刑一年。数罪并罚，决定执行有期徒刑一年二个月。",
        "被告人甲大川犯盗窃罪，判处有期徒刑一年，与青山县人民法院（2018）青0101刑初3号刑事判决对甲大川犯诈骗罪，"
        "判处有期徒刑六个月数罪并罚，决定执行有期徒刑一年二个月。",
    ):
        results = decided(words)
        assert [(r.penalty.months, r.origin, r.total) for r in results] == [
            (12, None, False), (6, "earlier", False), (14, None, True),
        ], words  # fmt: skip


def test_earlier_penalty_without_its_kind() -> None:
    results = decided(
        "被告人甲大川犯诈骗罪，判处有期徒刑一年；与前罪盗窃罪判处的刑罚一年二个月合并执行，决定执行有期徒刑二年。"
    )
    assert [(r.charge, r.penalty.kind, r.penalty.months, r.origin) for r in results] == [
        ("诈骗罪", "有期徒刑", 12, None), ("盗窃罪", None, 14, "earlier"), (None, "有期徒刑", 24, None),
    ]  # fmt: skip


def test_exemption_acquittal_and_supplements() -> None:
    assert only("被告人甲大川犯盗窃罪，免予刑事处罚。").penalty.exempt
    acquitted = only("被告人甲大川无罪。")
    assert acquitted.penalty.acquitted
    assert acquitted.charge is None
    p = only("被告人甲大川犯受贿罪，判处有期徒刑十五年，剥夺政治权利三年，并处没收个人财产人民币三十万元。").penalty
    assert (p.political_rights_months, p.confiscation, p.confiscation_amount) == (36, "部分", Decimal(300000))


def test_death_and_life() -> None:
    p = only("被告人甲大川犯故意杀人罪，判处死刑，缓期二年执行，剥夺政治权利终身，并处没收个人全部财产。").penalty
    assert (p.kind, p.death, p.suspended, p.political_rights_life, p.confiscation) == ("死刑", True, True, True, "全部")
    assert only("被告人甲大川犯故意杀人罪，判处无期徒刑，剥夺政治权利终身。").penalty.life


def test_commutation() -> None:
    r = only("对罪犯甲大川减去有期徒刑八个月，剥夺政治权利二年不变。")
    assert (r.party, r.penalty.kind, r.penalty.months) == ("甲大川", "减刑", 8)


def test_affirmance_has_no_results() -> None:
    assert decided("驳回上诉，维持原判。") == ()


def test_lower_decision_by_charge_then_penalty() -> None:
    j = read("原判以盗窃罪判处被告人甲大川有期徒刑三年，并处罚金人民币五千元；以诈骗罪判处被告人丁小山拘役三个月。")
    results = parse_results(j, 0, len(j.plain))
    assert [(r.party, r.charge, r.penalty.months) for r in results] == [
        ("甲大川", "盗窃罪", 36), ("丁小山", "诈骗罪", 3),
    ]  # fmt: skip


def test_default_party() -> None:
    j = read("因犯盗窃罪被判处有期徒刑一年")
    assert [r.party for r in parse_results(j, 0, len(j.plain), "甲大川")] == ["甲大川"]


def test_parse_penalty_takes_the_first() -> None:
    j = read("因犯盗窃罪被判处有期徒刑一年，并处罚金一千元；又因诈骗罪被判处拘役二个月")
    p = parse_penalty(j, 0, len(j.plain))
    assert p is not None
    assert (p.months, p.fine) == (12, Decimal(1000))
    assert parse_penalty(j, 0, 3) is None


@pytest.mark.parametrize(
    ("words", "begin", "finish"),
    [
        ("即自2018年4月15日起至2018年10月14日止", date(2018, 4, 15), date(2018, 10, 14)),
        ("即刑期从2018年4月15日至2018年10月14日", date(2018, 4, 15), date(2018, 10, 14)),
        ("即自二〇一八年四月十五日起至二〇一八年十月十四日止", date(2018, 4, 15), date(2018, 10, 14)),
        ("即自201O年4月15日起，至2010年10月14日止", date(2010, 4, 15), date(2010, 10, 14)),
        ("即自2018年9月24日起至2019年1月23止", date(2018, 9, 24), date(2019, 1, 23)),
        ("刑期至2018年10月14日止", None, date(2018, 10, 14)),
        ("即自2018年4月15日起至同年10月14日止", date(2018, 4, 15), date(2018, 10, 14)),
        ("即自2018年4月31日起至2018年10月14日止", None, date(2018, 10, 14)),
        ("即自××××年××月××日起至××××年××月××日止", None, None),
        (
            "折抵2014年7月9日至2014年7月23日先行羁押的15日，即自2018年4月15日起至2018年10月14日止",
            date(2018, 4, 15), date(2018, 10, 14),
        ),
    ],
)  # fmt: skip
def test_stated_terms(words: str, begin: date | None, finish: date | None) -> None:
    j = read(_document(f"被告人甲大川犯盗窃罪，判处有期徒刑六个月。（刑期从判决执行之日起计算，{words}。）"))
    (term,) = j.terms
    assert term.kind == "刑期"
    assert term.party == "甲大川"
    assert (term.begin and term.begin.value, term.finish and term.finish.value) == (begin, finish)
    assert j.results[0].term == term


def test_probation_term() -> None:
    words = "被告人甲大川犯盗窃罪，判处拘役二个月，缓刑三个月。（缓刑考验期限自2018年4月15日起至2018年7月14日止）"
    j = read(_document(words))
    assert [t.kind for t in j.terms] == ["考验期"]


def test_terms_go_to_the_party_they_name() -> None:
    j = read(_document(
        "被告人甲大川、丁小山犯盗窃罪，均判处有期徒刑六个月。（被告人甲大川的刑期自2018年4月15日起至2018年10月14日止；"
        "被告人丁小山的刑期自2018年5月15日起至2018年11月14日止。）"
    ))  # fmt: skip
    assert [t.party for t in j.terms] == ["甲大川", "丁小山"]
    assert [(r.party, r.term and r.term.begin and r.term.begin.value) for r in j.results] == [
        ("甲大川", date(2018, 4, 15)), ("丁小山", date(2018, 5, 15)),
    ]  # fmt: skip


def test_term_of_a_total() -> None:
    j = read(_document(
        "被告人甲大川犯盗窃罪，判处有期徒刑一年；犯诈骗罪，判处有期徒刑一年；决定执行有期徒刑一年六个月。"
        "（即自2018年4月15日起至2019年10月14日止）"
    ))  # fmt: skip
    assert [r.term is not None for r in j.results] == [False, False, True]


_WORDS = st.sampled_from(
    [
        "被告人",
        "甲",
        "、",
        "犯",
        "盗窃罪",
        "判处",
        "有期徒刑",
        "一年",
        "（",
        "）",
        "。",
        "；",
        "决定执行",
        "与前罪",
        "撤销",
        "缓刑",
        "二年",
        "罚金",
        "人民币",
        "元",
        "三千",
        "自2018年2月31日",
        "起至",
        "止",
        "即",
        "一、",
        "二、",
        "均",
    ]
)


@given(st.lists(_WORDS, max_size=30))
def test_any_words_are_read(words: list[str]) -> None:
    j = read(_document("".join(words)))
    for r in j.results:
        assert 0 <= r.start <= r.penalty.start < r.penalty.end <= len(j.text)
    for t in j.terms:
        assert j.quote(t)
