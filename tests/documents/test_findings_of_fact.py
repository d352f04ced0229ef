from __future__ import annotations

from datetime import date

import pytest

from anjian.documents import read

HEAD = (
    "青山县人民法院 刑事判决书 （2018）云0102刑初1号 公诉机关青山县人民检察院。"
    " 被告人李甲，男，1990年1月2日出生。 青山县人民检察院以青检刑诉〔2018〕7号起诉书指控被"
    "告人李甲犯盗窃罪，于2018年1月5日向本院提起公诉。本院公开开庭审理了本案。"
    "现已审理终结。 "
)
TAIL = "依照《中华人民共和国刑法》第二百六十四条之规定，判决如下： 被告人李甲犯盗窃罪，判处拘役三个月。"


def test_offence_days() -> None:
    text = (
        HEAD + "经审理查明，2017年5月1日22时许，被告人李甲在某超市窃得手机一部；次日凌晨又窃得钱包。"
        "2017年5月9日，被告人李甲被抓获。 本院认为，其行为构成盗窃罪。" + TAIL
    )
    assert [d.value for d in read(text).offence_days] == [date(2017, 5, 1), date(2017, 5, 2)]


def test_days_of_the_charge_where_nothing_is_found() -> None:
    text = HEAD + "青山县人民检察院指控：2017年5月1日，被告人李甲窃得手机一部。 本院认为，其行为构成盗窃罪。" + TAIL
    assert [d.value for d in read(text).offence_days] == [date(2017, 5, 1)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("被告人李甲秘密窃取财物，其行为已构成盗窃罪，依法应予处罚。", [("盗窃罪", "李甲")]),
        ("公诉机关指控被告人李甲犯盗窃罪的事实清楚，指控罪名成立。", [("盗窃罪", "李甲")]),
        ("应当以非法制造枪支罪追究其刑事责任。", [("非法制造枪支罪", "李甲")]),
        ("其行为构成抢劫罪和强奸罪，依法应予数罪并罚。", [("抢劫罪", "李甲"), ("强奸罪", "李甲")]),
        ("辩护人提出李甲构成侵占罪的意见不予采纳。李甲的行为构成盗窃罪。", [("盗窃罪", "李甲")]),
        ("其行为不构成抢劫罪。", []),
    ],
)
def test_convictions(words: str, found: list[tuple[str, str]]) -> None:
    text = HEAD + "经审理查明，略。 本院认为，" + words + TAIL
    assert [(c.name, c.party) for c in read(text).convicted_of] == found
