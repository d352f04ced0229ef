"""Judgments to measure on: the examples, each time with other people, other numbers and as many paragraphs more as
bring them to the length of real ones (1.7 thousand characters on average). Seeded: the same seed gives the same texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

from anjian.documents import Judgment, read
from anjian.engine.inputs import Document, documents

from .paragraphs import CIVIL, CRIMINAL

EXAMPLES = Path(__file__).parents[1] / "examples"
#: Lengths in characters are drawn from this triangle: least, most, commonest.
LENGTHS = (700, 3200, 1200)
_FAMILY = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳"
_GIVEN = (
    "安邦昌朝承诚春达德栋恩帆芳飞丰刚光桂国海涵浩鹤恒宏洪华惠吉佳嘉建江杰金锦静军俊凯康兰朗磊莉"
    "林琳玲龙梅铭宁鹏平琪强勤清泉仁荣瑞珊胜松涛婷伟文武霞祥晓欣雪雅燕阳怡毅英永宇玉源云泽哲振志忠"
)


#: Text, names of persons to change, where paragraphs go in, which paragraphs, and the end of its case number.
Example = tuple[str, tuple[str, ...], int, tuple[str, ...], str]


def judgments(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """So many judgments as (id, text)."""
    rng = Random(seed)
    examples = _examples()
    for n in range(count):
        yield f"{seed}-{n:08d}", varied(examples[rng.randrange(len(examples))], rng)


def varied(example: Example, rng: Random) -> str:
    """An example with other names, another serial number and more paragraphs behind its findings."""
    text, names, at, paragraphs, serial = example
    wanted = int(rng.triangular(*LENGTHS))
    missing = wanted - len(text)
    added = []
    for paragraph in rng.sample(paragraphs, len(paragraphs)):
        if missing <= 0:
            break
        words = name(rng, 3), rng.randrange(10, 99), rng.randrange(2, 28), rng.choice(_FAMILY) + "某"
        added.append(paragraph.format(*words))
        missing -= len(added[-1])
    text = text[:at] + "".join(line + "\n" for line in added) + text[at:]
    for old in names:
        text = text.replace(old, name(rng, len(old)))
    return text.replace(serial, f"{serial[0]}{rng.randrange(1, 5000)}号") if serial else text


def name(rng: Random, length: int) -> str:
    """A person's name of two characters or more."""
    return rng.choice(_FAMILY) + "".join(rng.choice(_GIVEN) for _ in range(length - 1))


@cache
def _examples() -> tuple[Example, ...]:
    """The examples of one document each that may be made longer."""
    found = (d.text for d in documents([str(EXAMPLES)]) if isinstance(d, Document))
    return tuple(_example(text) for text in found)


def _example(text: str) -> Example:
    judgment = read(text)
    names = {p.name for p in judgment.parties if p.name and 2 <= len(p.name) <= 3 and "某" not in p.name}
    number = judgment.case_number
    serial = f"{number.text[-len(number.serial) - 2]}{number.serial}号" if number and number.text.endswith("号") else ""
    paragraphs = CIVIL if judgment.civil else CRIMINAL
    return text, tuple(sorted(names)), _end_of_findings(judgment), paragraphs, serial


def _end_of_findings(judgment: Judgment) -> int:
    """The start of the line of 本院认为, else of the last line."""
    at = judgment.text.find("本院认为")
    return judgment.text.rfind("\n", 0, at if at >= 0 else len(judgment.text) - 1) + 1
