"""The tiers a penalty is held against: editions, the first day of the offence, and what excuses going below."""

from __future__ import annotations

from datetime import date

import pytest

from anjian.documents import read
from anjian.law.penalties import Tier
from anjian.scenarios.penalty.statutory import Sentence, first_day, highest, lowest, reduction, sentences, tiers_between

HEAD = "柳江县人民法院\n刑事判决书\n（2022）川0199刑初26号\n被告人甲大川，男。\n被告人丁小林，男。\n"


def text(facts: str, reasoning: str, result: str, basis: str = "《中华人民共和国刑法》") -> str:
    return (
        f"{HEAD}经审理查明，{facts}\n本院认为，{reasoning}依照{basis}之规定，判决如下：\n{result}\n"
        "如不服本判决，可在接到判决书的第二日起十日内，提出上诉。\n审判员　乙小河\n二〇二二年五月六日\n书记员　丙小山"
    )


ROBBERY = "被告人甲大川犯抢劫罪，判处有期徒刑二年，并处罚金人民币三千元。"


def only(document: str) -> Sentence:
    found = list(sentences(read(document)))
    assert len(found) == 1
    return found[0]


def bounds(tiers: tuple[Tier, ...] | None) -> list[tuple[int | None, int | None]] | None:
    return None if tiers is None else [(t.min_months, t.max_months) for t in tiers]


@pytest.mark.parametrize(
    ("charge", "first", "last", "expected"),
    [
        ("开设赌场罪", date(2019, 1, 1), date(2020, 1, 1), [(6, 36), (36, 120)]),
        ("开设赌场罪", date(2021, 3, 1), date(2022, 1, 1), [(6, 60), (60, 120)]),
        ("开设赌场罪", date(2021, 2, 28), date(2021, 3, 1), [(6, 36), (36, 120), (6, 60), (60, 120)]),
        ("盗窃罪", date(2011, 4, 30), date(2012, 1, 1), None),  # the wording before 2011 is not known
        ("偷窃罪", date(2019, 1, 1), date(2020, 1, 1), None),
    ],
)
def test_every_edition_between_deed_and_decision(
    charge: str, first: date, last: date, expected: list[tuple[int, int]] | None
) -> None:
    assert bounds(tiers_between(read(""), charge, first, last)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ("被告人甲大川于2021年4月5日实施抢劫。", date(2021, 4, 5)),
        ("2020年9月至2021年1月，被告人甲大川多次实施抢劫。", date(2020, 9, 1)),
        ("2020年，被告人甲大川实施抢劫。", date(2020, 1, 1)),
        ("被告人甲大川实施抢劫。", date(1997, 10, 1)),
    ],
)
def test_first_day(facts: str, expected: date) -> None:
    assert first_day(read(text(facts, "其行为已构成抢劫罪。", ROBBERY))) == expected


@pytest.mark.parametrize(
    ("reasoning", "basis", "expected"),
    [
        ("其行为已构成抢劫罪。", "《中华人民共和国刑法》第二百六十三条", "certain"),
        ("其行为已构成抢劫罪。", "《中华人民共和国刑法》第二百六十三条、第六十七条第三款", "certain"),
        ("其行为已构成抢劫罪。", "《中华人民共和国刑法》第二百六十三条、第六十七条第一款", None),
        ("其行为已构成抢劫罪。", "《中华人民共和国刑法》第二百六十三条、第十八条第四款", "certain"),
        ("其行为已构成抢劫罪。被告人甲大川系从犯。", "《中华人民共和国刑法》", None),
        ("其行为已构成抢劫罪。被告人丁小林系从犯。", "《中华人民共和国刑法》", "likely"),
        ("其行为已构成抢劫罪。辩护人关于被告人甲大川系从犯的意见，不予采纳。", "《中华人民共和国刑法》", "likely"),
        ("其行为已构成抢劫罪。被告人丁小林有立功表现，可予减轻。", "《中华人民共和国刑法》", "likely"),
    ],
)
def test_what_excuses_going_below(reasoning: str, basis: str, expected: str | None) -> None:
    judgment = read(text("被告人甲大川于2021年4月5日实施抢劫。", reasoning, ROBBERY, basis))
    (sentence,) = sentences(judgment)
    assert reduction(judgment, sentence.result) == expected


def test_below_and_above() -> None:
    robbery = only(text("被告人甲大川于2021年4月5日实施抢劫。", "其行为已构成抢劫罪。", ROBBERY))
    assert all(robbery.below(t) for t in robbery.tiers)
    assert robbery.fitting() == robbery.tiers
    assert [lowest(t)[2] for t in robbery.tiers] == ["有期徒刑三年", "有期徒刑十年"]
    assert [highest(t)[2] for t in robbery.tiers] == ["有期徒刑十年", "死刑"]
    theft = only(text("2021年4月5日盗窃。", "已构成盗窃罪。", "被告人甲大川犯盗窃罪，单处罚金人民币二千元。"))
    assert [theft.below(t) for t in theft.tiers] == [False, True, True]
    assert [lowest(t)[2] for t in theft.tiers] == ["单处罚金", "有期徒刑三年", "有期徒刑十年"]


@pytest.mark.parametrize(
    "result",
    [
        "被告人甲大川犯抢劫罪，免予刑事处罚。",
        "被告人甲大川犯抢劫罪、盗窃罪，判处有期徒刑五年，并处罚金人民币三千元。",
        "被告人甲大川犯抢夺抢劫罪，判处有期徒刑五年，并处罚金人民币三千元。",
    ],
)
def test_what_is_left_out(result: str) -> None:
    assert not list(sentences(read(text("2021年4月5日实施抢劫。", "其行为已构成犯罪。", result))))
