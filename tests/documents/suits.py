"""Invented civil documents for tests of claims and dispositions: a loan suit against two, and its kin."""

from __future__ import annotations

from anjian.documents import read
from anjian.documents.judgment import Judgment

HEAD = (
    "青山县人民法院 民事判决书 （2019）青0123民初7号 原告：甲大川，男，1970年1月1日出生，住青山县。 "
    "被告：乙小河，男，1971年2月2日出生，住青山县。 被告：青山县丙石材有限公司（以下简称丙公司），住所地青山县。 "
    "法定代表人：丁一，经理。 原告甲大川与被告乙小河、丙公司民间借贷纠纷一案，本院于2019年1月8日立案后，"
    "依法适用简易程序，公开开庭进行了审理。本案现已审理终结。 "
)
MIDDLE = (
    " 被告乙小河辩称，不同意原告的诉讼请求，请求驳回。 本院经审理认定事实如下：2018年1月1日，乙小河向甲大川借款。"
    "原告多次要求被告归还。 本院认为，原告的请求部分成立。依照《中华人民共和国合同法》第二百零六条规定，判决如下： "
)
TAIL = (
    " 如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第二百五十三条规定，加倍支付迟延"
    "履行期间的债务利息。 案件受理费1050元，由被告乙小河负担。 如不服本判决，可以在判决书送达之日起十五日内，"
    "向本院递交上诉状。 审判员 戊己 二〇一九年三月一日 书记员 庚辛"
)
SIGNED = " 本裁定送达后立即生效。 审判长 戊己 审判员 己庚 审判员 庚辛 二〇一九年三月一日 书记员 辛壬"


def suit(claims: str = "", items: str = "被告乙小河偿还原告甲大川1元。") -> Judgment:
    """A first-instance judgment with these claims and this disposition."""
    return read(HEAD + claims + MIDDLE + items + TAIL)


def administrative(claims: str, items: str) -> Judgment:
    """A first-instance administrative judgment."""
    return read(
        "青山县人民法院 行政判决书 （2019）青0123行初7号 原告：甲大川，男，1970年1月1日出生，住青山县。 "
        "被告：青山县人力资源和社会保障局，住所地青山县。 "
        "原告甲大川诉被告青山县人力资源和社会保障局（以下简称县人社局）"
        "工伤行政确认一案，本院于2019年1月8日立案后，依法组成合议庭，公开开庭审理了本案。本案现已审理终结。 "
        f"{claims} 被告县人社局辩称，请求驳回原告的诉讼请求。 本院认为，理由成立。"
        f"依照《中华人民共和国行政诉讼法》第七十条"
        f"之规定，判决如下： {items} 案件受理费50元，由被告负担。 如不服本判决，"
        f"可以在判决书送达之日起十五日内提起上诉。"
        " 审判长 戊己 审判员 己庚 人民陪审员 庚辛 二〇一九年三月一日 书记员 辛壬"
    )


def appeal(claims: str, items: str, word: str = "判决") -> Judgment:
    """A second-instance civil document."""
    return read(
        f"青山市中级人民法院 民事{word}书 （2019）青01民终7号 上诉人（原审被告）：甲大川，男，1970年1月1日出生。 "
        "被上诉人（原审原告）：乙小河，男，1971年2月2日出生。 上诉人甲大川因与被上诉人乙小河买卖合同纠纷一案，"
        "不服青山县人民法院（2018）青0123民初3号民事判决，向本院提起上诉。本院于2019年1月8日立案后，依法组成合议庭"
        f"进行了审理。本案现已审理终结。 {claims} 本院认为，上诉部分成立。依照《中华人民共和国民事诉讼法》第一百七十条"
        f"规定，{word}如下： {items} 审判长 戊己 审判员 己庚 审判员 庚辛 二〇一九年三月一日 书记员 辛壬"
    )


def enforced(told: str, result: str = "终结本次执行程序。") -> Judgment:
    """An enforcement ruling."""
    return read(
        "青山县人民法院 执行裁定书 （2019）青0123执56号 申请执行人：甲大川，男。 被执行人：乙小河，男。 "
        f"{told} 本院认为，被执行人暂无可供执行财产。依照《中华人民共和国民事诉讼法》第二百六十四条规定，裁定如下： "
        f"{result}{SIGNED}"
    )
