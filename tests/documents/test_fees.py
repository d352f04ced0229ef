"""The fees of the suit, who bears them, and the notice of doubled interest."""

from __future__ import annotations

from decimal import Decimal

import pytest

from anjian.documents import read
from anjian.documents.model_civil import Fee

from .invented import with_fees, with_items

COMPANY = "青石县大成建材有限公司"


def numbers(fee: Fee) -> tuple[str, str | None, int | None, int | None]:
    amount, charged = fee.amount, fee.charged
    return fee.kind, fee.level, None if amount is None else int(amount), None if charged is None else int(charged)


def borne(fee: Fee) -> list[tuple[str, int | None]]:
    return [(s.party, None if s.amount is None else int(s.amount)) for s in fee.shares]


@pytest.mark.parametrize(
    ("text", "fees"),
    [
        ("案件受理费2300元，减半收取计1150元，由原告张三负担。", [("案件受理费", None, 2300, 1150)]),
        ("案件受理费1,150元（已减半收取），由被告李四负担。", [("案件受理费", None, 1150, 1150)]),
        ("案件受理费50元，减半收取，由被告李四负担25元。", [("案件受理费", None, 50, 25)]),
        ("案件受理费50元，减半收取，由被告李四负担。", [("案件受理费", None, 50, None)]),
        ("案件受理费减半收取25元，由原告张三负担。", [("案件受理费", None, 25, 25)]),
        ("本案受理费二千三百元，由被告李四负担。", [("案件受理费", None, 2300, 2300)]),
        ("一、二审案件受理费各100元，均由原告张三负担。",
         [("案件受理费", "一审", 100, 100), ("案件受理费", "二审", 100, 100)]),
        ("案件受理费2300元、反诉费25元，合计2325元，由被告李四负担。",
         [("案件受理费", None, 2300, 2300), ("反诉费", "反诉", 25, 25)]),
        ("案件受理费2300元，财产保全申请费1020元，由被告李四负担；鉴定费3000元，由王五负担。",
         [("案件受理费", None, 2300, 2300), ("财产保全费", None, 1020, 1020), ("鉴定费", None, 3000, 3000)]),
        ("案件受理费2300元。由被告李四负担。", [("案件受理费", None, 2300, 2300)]),
    ],
)  # fmt: skip
def test_amounts(text: str, fees: list[tuple[str, str | None, int | None, int | None]]) -> None:
    assert [numbers(f) for f in with_fees(text).fees] == fees


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("案件受理费2300元，由原告张三负担300元，被告李四负担2000元。", [("张三", 300), ("李四", 2000)]),
        ("案件受理费2300元由原告负担300元被告李四负担2000元。", [("张三", 300), ("李四", 2000)]),
        ("案件受理费2300元，由被告李四承担2000元，其余300元由原告自行承担。", [("李四", 2000), ("张三", 300)]),
        ("案件受理费300元，由三被告各负担100元。", [("李四", 100), (COMPANY, 100), ("王五", 100)]),
        ("案件受理费100元，由原告张三和被告李四各负担一半。", [("张三", 50), ("李四", 50)]),
        (f"案件受理费900元，由被告李四、{COMPANY}、王五共同负担。", [("李四", None), (COMPANY, None), ("王五", None)]),
        ("案件受理费900元，由张三负担100元，由李四、王五共同负担800元。", [("张三", 100), ("李四、王五", 800)]),
        ("案件受理费2300元（原告张三已预交），由被告李四负担（此款由被告李四一并给付原告）。", [("李四", None)]),
        ("案件受理费2300元，由原告张三负担10%即230元，由被告李四负担90%即2070元。", [("张三", 230), ("李四", 2070)]),
        ("案件受理费525元，由被告李四元。", [("李四", None)]),
        ("案件受理费100元，由原、被告双方各负担50元。", [("原告", 50), ("被告", 50)]),
    ],
)  # fmt: skip
def test_shares(text: str, shares: list[tuple[str, int | None]]) -> None:
    (fee,) = with_fees(text).fees
    assert borne(fee) == shares


def test_what_is_given_back_waived_and_put_off() -> None:
    (back,) = with_fees("案件受理费2300元，减半收取1150元，退还原告张三1150元，由李四负担1150元。").fees
    assert (back.charged, back.refunded, borne(back)) == (Decimal(1150), Decimal(1150), [("李四", 1150)])
    (waived,) = with_fees("案件受理费10元，予以免收。").fees
    assert (waived.waived, waived.charged) == (True, None)
    (later,) = with_fees("案件受理费10元，准予缓交，由被告李四负担。").fees
    assert later.deferred


def test_fees_with_one_list_of_shares_are_a_group() -> None:
    first, second, third = with_fees(
        "案件受理费2300元、公告费600元，共计2900元，由李四、王五各负担1450元。保全费20元，由张三负担。"
    ).fees
    assert first.group == second.group != third.group
    assert first.together == second.together == Decimal(2900)
    assert borne(first) == borne(second) == [("李四", 1450), ("王五", 1450)]


def test_a_fee_is_quoted_with_its_sums_and_a_share_with_its_party() -> None:
    j = with_fees("案件受理费2300元，减半收取1150元，由被告李四负担。")
    (fee,) = j.fees
    assert j.quote(fee) == "案件受理费2300元，减半收取1150元"
    assert j.quote(fee.shares[0]) == "被告李四负担"


def test_fees_awarded_as_damages_or_to_be_paid_on_appeal_are_no_fees_of_the_suit() -> None:
    j = with_items("一、被告李四赔偿原告张三鉴定费2000元、律师费500元；\n二、驳回其他诉讼请求。")
    assert [numbers(f) for f in j.fees] == [("案件受理费", None, 2300, 2300)]


@pytest.mark.parametrize(
    "notice",
    [
        "如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第二百六十四条规定，加倍支付迟延履行期间的债务利息",
        "如未按期履行，双倍支付延迟履行期间的债务利息",
        "逾期履行的，按照《中华人民共和国民事诉讼法》第二百五十三条的规定执行",
    ],
)
def test_the_notice_of_doubled_interest(notice: str) -> None:
    for text in (f"一、被告李四给付张三5元；\n二、{notice}。", f"被告李四给付张三5元。\n{notice}。"):
        j = with_items(text)
        assert j.delay_notice is not None
        assert j.quote(j.delay_notice) == notice


def test_no_notice() -> None:
    assert with_items("一、被告李四给付张三5元；\n二、支付利息3元。").delay_notice is None
    assert read("").delay_notice is None
    assert read("").fees == ()
