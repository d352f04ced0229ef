from __future__ import annotations

from anjian.documents import read

TEXT = (
    "青山县人民法院 刑事判决书 （2018）云0102刑初1号 经审理查明，李甲盗窃。"
    " 上述事实，有户籍证明、证人王乙的证言、被害人赵丙的陈述、被告人李甲的供述与辩解、"
    "价格鉴定意见、现场勘验笔录、监控录像、微信聊天记录等证据证实。 本院认为，"
    "李甲构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条之规定，判决如下："
    " 一、李甲犯盗窃罪。"
)


def test_kinds() -> None:
    j = read(TEXT)
    assert [e.kind for e in j.evidence] == [
        "书证",
        "证人证言",
        "被害人陈述",
        "被告人供述",
        "鉴定意见",
        "勘验笔录",
        "视听资料",
        "电子数据",
    ]
    assert [j.text[e.start : e.end] for e in j.evidence] == [e.text for e in j.evidence]


def test_a_witness_without_testimony_is_no_evidence() -> None:
    j = read(TEXT.replace("证人王乙的证言", "证人王乙到庭"))
    assert "证人证言" not in [e.kind for e in j.evidence]
