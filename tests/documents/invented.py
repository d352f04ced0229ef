"""One invented civil judgment whose disposition and fees a test fills in."""

from __future__ import annotations

from anjian.documents import Judgment, read

_HEAD = """青石县人民法院
民 事 判 决 书
（2020）青0102民初123号
原告：张三，男，1980年1月1日出生，住青石县。
被告：李四，男，1981年1月1日出生，住青石县。
被告：青石县大成建材有限公司，住所地青石县。
法定代表人：周八，经理。
被告：王五，男，汉族，住青石县。
原告张三与被告李四、青石县大成建材有限公司、王五民间借贷纠纷一案，本院于2020年1月5日立案后，依法适用普通程序，公开开庭进行了审理。本案现已审理终结。
张三向本院提出诉讼请求：1.判令李四归还借款100000元及利息；2.诉讼费由被告承担。
本院经审理认定事实如下：李四向张三借款。
本院认为，借款应当归还。依照《中华人民共和国合同法》第二百零六条规定，判决如下：
"""
_ITEMS = """一、被告李四于本判决生效之日起十日内归还原告张三借款100000元；
二、驳回原告张三的其他诉讼请求。
如果未按本判决指定的期间履行给付金钱义务，应当依照《中华人民共和国民事诉讼法》第二百五十三条规定，加倍支付迟延履行期间的债务利息。
"""
_TAIL = """
如不服本判决，可以在判决书送达之日起十五日内，向本院递交上诉状，并按对方当事人的人数提出副本，预交上诉案件受理费2300元，上诉于青石市中级人民法院。
审判长　赵六
审判员　孙七
审判员　郑九
二〇二〇年三月一日
书记员　钱十
"""


def with_fees(fees: str) -> Judgment:
    """The judgment with these words on the fees."""
    return read(_HEAD + _ITEMS + fees + _TAIL)


def with_items(items: str) -> Judgment:
    """The judgment with these items of the disposition."""
    return read(_HEAD + items + "\n案件受理费2300元，由被告李四负担。" + _TAIL)
