"""Invented documents of one case, for the tests of what links them."""

from __future__ import annotations

from anjian.cases.brief import Brief
from anjian.cases.reading import brief_of
from anjian.documents import read

FIRST, REMAND, AGAIN = "（2019）云0199刑初9号", "（2019）云01刑终41号", "（2019）云0199刑初99号"
PANEL = ("周远", "吴川", "孙兰")


def signed(panel: tuple[str, ...], day: str) -> str:
    judges = "\n".join(f"{'审判长' if i == 0 else '审判员'}　{name}" for i, name in enumerate(panel))
    return f"{judges}\n{day}\n书记员　郑平"


def first(
    number: str = FIRST,
    day: str = "二〇一九年五月六日",
    panel: tuple[str, ...] = PANEL,
    term: str = "有期徒刑一年",
    told: str = "清溪县人民检察院于2019年3月1日向本院提起公诉。",
    name: str = "李甲",
) -> str:
    return f"""清溪县人民法院
刑事判决书
{number}
公诉机关清溪县人民检察院。
被告人{name}，男，1990年1月2日出生，农民。
{told}本院依法组成合议庭，公开开庭审理了本案。现已审理终结。
经审理查明，2019年1月5日，被告人{name}在某商场窃得手机一部。
本院认为，被告人{name}的行为已构成盗窃罪。依照《中华人民共和国刑法》第二百六十四条之规定，判决如下：
被告人{name}犯盗窃罪，判处{term}，并处罚金人民币二千元。
{signed(panel, day)}"""


def again(panel: tuple[str, ...] = ("何松", "韩柏", "马青"), term: str = "有期徒刑一年", more: str = "") -> str:
    told = (
        f"清溪县人民检察院指控被告人李甲犯盗窃罪一案，本院于2019年5月6日作出{FIRST}刑事判决。被告人李甲不服，提出上诉。"
        f"云山市中级人民法院于2019年7月4日作出{REMAND}刑事裁定，撤销原判，发回重审。{more}"
    )
    return first(AGAIN, "二〇一九年十月八日", panel, term, told)


def second(
    number: str = REMAND,
    below: str = FIRST,
    below_day: str = "2019年5月6日",
    day: str = "二〇一九年七月四日",
    remands: bool = True,
    panel: tuple[str, ...] = ("秦岭", "许江", "沈湖"),
    appealed: str = "原审被告人李甲不服，提出上诉。",
) -> str:
    done = (
        f"一、撤销清溪县人民法院{below}刑事判决；\n二、发回清溪县人民法院重新审判。"
        if remands
        else "驳回上诉，维持原判。"
    )
    why = "原判认定事实不清，证据不足。" if remands else "原判认定事实清楚，量刑适当。"
    return f"""云山市中级人民法院
刑事裁定书
{number}
原公诉机关清溪县人民检察院。
上诉人（原审被告人）李甲，男，1990年1月2日出生，农民。
清溪县人民法院审理清溪县人民检察院指控原审被告人李甲犯盗窃罪一案，于{below_day}作出{below}刑事判决。{appealed}\
本院依法组成合议庭，经过阅卷，讯问上诉人，决定不开庭审理。现已审理终结。
原判认定，2019年1月5日，李甲窃得手机一部。据此，以盗窃罪判处被告人李甲有期徒刑一年，并处罚金人民币二千元。
本院认为，{why}依照《中华人民共和国刑事诉讼法》第二百三十六条第一款之规定，裁定如下：
{done}
本裁定为终审裁定。
{signed(panel, day)}"""


def briefs(*texts: str) -> list[Brief]:
    """Their briefs, called a, b, c …"""
    return [brief_of(read(text), chr(ord("a") + i)) for i, text in enumerate(texts)]
