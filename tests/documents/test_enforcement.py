"""What enforcement documents tell, on sentences written for this test."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from anjian.documents.judgment import Judgment
from anjian.documents.model import Place
from anjian.documents.model_civil import Enforcement
from tests.documents.suits import enforced, suit

FULL = (
    "申请执行人甲大川与被执行人乙小河买卖合同纠纷一案，本院作出的（2018）青0123民初3号民事判决书已发生法律效力。"
    "申请执行人"
    "甲大川于2019年3月1日向本院申请强制执行，要求被执行人给付货款50000元、利息3000元，共计53000元，"
    "本院于2019年3月4日立案执行。"
    "执行过程中，本院于2019年3月6日向被执行人送达了执行通知书、报告财产令及限制消费令。2019年3月10日、2019年6月11日，"
    "本院通过"
    "全国法院网络执行查控系统对被执行人名下银行存款、车辆信息进行了查询。2019年4月2日，到青山县不动产登记中心查询，"
    "未发现房产"
    "登记。2019年4月3日，到被执行人住所地调查走访，未发现可供执行财产。2019年5月5日，将被执行人纳入失信被执行人名单。"
    "本案已执行"
    "到位3000元。本院将执行情况告知申请执行人，申请执行人未能提供被执行人其他可供执行财产线索，并同意终结本次执行程序。"
)


def told(j: Judgment) -> Enforcement:
    assert j.enforcement is not None
    return j.enforcement


def words(j: Judgment, place: Place | None) -> str:
    return j.quote(place) if place else ""


def test_a_closed_case() -> None:
    j = enforced(FULL)
    e = told(j)
    assert e.title_numbers == ("（2018）青0123民初3号",)
    assert e.applied
    assert e.applied.value == date(2019, 3, 1)
    assert (e.due, e.paid) == (Decimal(53000), Decimal(3000))
    assert "2019年3月1日向本院申请强制执行" in j.quote(e)


def test_searches_with_their_days() -> None:
    days = {(i.kind, i.day) for i in told(enforced(FULL)).inquiries}
    assert {("网络查控", date(2019, 3, 10)), ("网络查控", date(2019, 6, 11)), ("银行", date(2019, 3, 10))} <= days
    assert {("不动产", date(2019, 4, 2)), ("现场", date(2019, 4, 3))} <= days
    assert not {kind for kind, _ in days} & {"证券", "公积金", "工商"}


def test_measures_and_what_the_applicant_was_told() -> None:
    j = enforced(FULL)
    e = told(j)
    assert "执行通知" in words(j, e.notified)
    assert words(j, e.limited) == "限制消费"
    assert "失信" in words(j, e.listed)
    assert "告知申请执行人" in words(j, e.told)
    assert words(j, e.agreed).endswith("同意终结")
    assert "线索" in words(j, e.clueless)


def test_measures_not_taken() -> None:
    e = told(enforced("被执行人不符合纳入失信被执行人名单的条件，本院未对其采取限制消费措施。"))
    assert (e.limited, e.listed, e.told, e.agreed, e.notified) == (None,) * 5


@pytest.mark.parametrize(
    ("words", "numbers", "applied", "due"),
    [
        (
            "青山县劳动人事争议仲裁委员会作出的青劳人仲案字（2018）第12号仲裁裁决书已发生法律效力。"
            "本案执行标的额为12000元，执行费"
            "80元。",
            ("青劳人仲案字（2018）第12号",),
            None,
            12000,
        ),
        (
            "青山县人民法院于2010年3月2日作出的（2009）青民初字第31号民事调解书已经发生法律效力，"
            "申请执行人于2011年1月3日申请执行，"
            "本院依法立案执行。",
            ("（2009）青民初字第31号",),
            date(2011, 1, 3),
            None,
        ),
        (
            "青山市中级人民法院（2020）青01民终5号民事判决书、（2019）青0123民初9号民事判决书已发生法律效力。"
            "权利人于2021年3月1日向"
            "本院申请执行，请求执行金额1，234，567.89元。",
            ("（2020）青01民终5号", "（2019）青0123民初9号"),
            date(2021, 3, 1),
            "1234567.89",
        ),
        (
            "申请执行人依据青山市公证处（2017）青证经字第24号公证书和（2018）青证执字第33号执行证书于2019年2月3日向本"
            "院申请执行。",
            ("（2017）青证经字第24号", "（2018）青证执字第33号"),
            date(2019, 2, 3),
            None,
        ),
    ],
)
def test_titles(words: str, numbers: tuple[str, ...], applied: date | None, due: int | str | None) -> None:
    e = told(enforced(words))
    assert e.title_numbers == numbers
    assert (e.applied and e.applied.value) == applied
    assert e.due == (None if due is None else Decimal(due))


def test_the_applicant_withdraws() -> None:
    j = enforced("申请执行人甲大川于2019年4月9日向本院申请撤回执行申请。", "终结（2019）青0123执56号案件的执行。")
    e = told(j)
    assert "撤回" in words(j, e.agreed)
    assert e.applied is None


def test_other_documents_have_none() -> None:
    assert suit().enforcement is None
