from __future__ import annotations

from datetime import date

import pytest

from anjian.documents import read

HEAD = (
    "某某县人民法院 刑事判决书 （2018）云0102刑初1号 本院认为，应予处罚。依照《中华人民共"
    "和国刑法》第二百六十四条之规定，判决如下： 被告人李甲犯盗窃罪，判处拘役三个月。"
    " "
)
NOTICE = "如不服本判决，可在接到判决书的第二日起十日内，通过本院或者直接向昆明市中级人民法院提出上诉。 "


def signed(tail: str) -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[tuple[str, str]], date | None]:
    j = read(HEAD + NOTICE + tail)
    decided = j.decided.value if j.decided else None
    groups = [[(m.role, m.name) for m in group] for group in (j.members, j.assistants, j.clerks)]
    return groups[0], groups[1], groups[2], decided


def test_spaced_roles_and_names() -> None:
    tail = "审　判　长　　周　远 审 判 员　　吴 小 川 人民陪审员　　欧阳文秀 二〇一八年三月五日 书　记　员　　郑　平"
    members, _, clerks, decided = signed(tail)
    assert members == [("审判长", "周远"), ("审判员", "吴小川"), ("人民陪审员", "欧阳文秀")]
    assert clerks == [("书记员", "郑平")]
    assert decided == date(2018, 3, 5)


def test_flat_block_with_annex() -> None:
    tail = "审判员孙兰二〇一八年三月五日法官助理何云书记员高山附：相关法律条文《中华人民共和国刑法》第二百六十四条"
    assert signed(tail) == ([("审判员", "孙兰")], [("法官助理", "何云")], [("书记员", "高山")], date(2018, 3, 5))


@pytest.mark.parametrize("role", ["代理审判员", "助理审判员", "审判员"])
def test_role_is_kept_as_written(role: str) -> None:
    assert signed(f"{role} 孙兰 二〇一八年三月五日 代书记员 高山")[0] == [(role, "孙兰")]


def test_clerks() -> None:
    assert signed("审判员 孙兰 二〇一八年三月五日 （代）书记员高山")[2] == [("代书记员", "高山")]
    assert signed("审判员 孙兰 二〇一八年三月五日 书记员 高山 林木")[2] == [("书记员", "高山"), ("书记员", "林木")]
    assert signed("审判员 孙兰 书记员 高山 二〇一八年三月五日")[2:] == ([("书记员", "高山")], date(2018, 3, 5))


def test_names_of_minority_people() -> None:
    members = signed("审判长 买买提·吐尔逊 审判员 丹增次仁 审判员 欧阳XX 二〇一八年三月五日 书记员 高山")[0]
    assert [name for _, name in members] == ["买买提·吐尔逊", "丹增次仁", "欧阳XX"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("二〇一八年二月三十日", None),
        ("二〇一八年二月××日", None),
        ("二○一八年十二月三十一日", date(2018, 12, 31)),
        ("二O一八年一月二日", date(2018, 1, 2)),
        ("2018年1月2日", date(2018, 1, 2)),
    ],
)
def test_decided(written: str, day: date | None) -> None:
    j = read(HEAD + NOTICE + f"审判员 孙兰 {written} 书记员 高山")
    assert j.decided is not None
    assert j.decided.value == day
    assert j.text[j.decided.start : j.decided.end] == written


def test_name_places_are_exact() -> None:
    j = read(HEAD + NOTICE + "审　判　长　　周　远 审判员 吴小川 人民陪审员 钱秀 二〇一八年三月五日 书记员 郑平")
    assert [j.text[m.start : m.end] for m in j.members] == ["周　远", "吴小川", "钱秀"]


def test_an_unsigned_role_is_nobody() -> None:
    assert signed("审判长 审判员 二〇一五年六月二日 书记员 潘月")[0] == []
