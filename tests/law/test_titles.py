"""The register of titles."""

from __future__ import annotations

import json
import re
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anjian.law.dated import read_table
from anjian.law.titles import canonical, known, nearest, title_on, titles

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
MERIT = "最高人民法院关于处理自首和立功具体应用法律若干问题的解释"


def test_one_title_however_it_is_written() -> None:
    wanted = canonical("最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释")
    for written in (
        "《最高人民法院、最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释》",
        "最高人民法院 最高人民检察院〈关于办理盗窃刑事案件适用法律若干问题的解释〉",
        "最高人民法院、最高人民检察院﹤关于办理盗窃刑事案件适用法律若干问题的解释﹥",
        "最高人民法院最高人民检察院关于办理盗窃刑事案件适用法律若干问题的解释",
    ):
        assert canonical(written) == wanted
    assert canonical("中华人民共和国刑法修正案(八)") == canonical("刑法修正案（八）")


def test_short_forms_and_aliases() -> None:
    assert known("刑法")
    assert known("刑诉法")
    assert known("关于适用财产刑若干问题的规定")
    assert not known("关于加强某项工作的通知")


def test_a_title_before_in_and_after_force() -> None:
    assert title_on(MERIT, date(1998, 5, 8)) is None
    assert title_on(MERIT, date(1998, 5, 9)) is not None
    drugs = "最高人民法院关于审理毒品案件定罪量刑标准有关问题的解释"
    assert title_on(drugs, date(2016, 4, 10)) is not None
    assert title_on(drugs, date(2016, 4, 11)) is None
    (row,) = titles(drugs)
    assert (row.number, row.until) == ("法释〔2000〕13号", date(2016, 4, 11))


@pytest.mark.parametrize(
    "law", ["合同法", "物权法", "侵权责任法", "担保法", "婚姻法", "继承法", "收养法", "民法通则", "民法总则"]
)
def test_what_the_civil_code_repealed(law: str) -> None:
    assert title_on(law, date(2020, 12, 31)) is not None
    assert title_on(law, date(2021, 1, 1)) is None


def test_successive_documents_of_one_title() -> None:
    name = "最高人民法院、最高人民检察院关于办理环境污染刑事案件适用法律若干问题的解释"
    numbers = [title_on(name, date(y, 6, 1)).number for y in (2015, 2018)]  # type: ignore[union-attr]
    assert numbers == ["法释〔2013〕15号", "法释〔2016〕29号"]
    assert title_on(name, date(2024, 1, 1)).since == date(2023, 8, 15)  # type: ignore[union-attr]


def test_an_amended_edition_does_not_move_the_repeals_of_the_first() -> None:
    assert titles("治安管理处罚条例")[0].until == date(2006, 3, 1)
    assert title_on("国家安全法", date(2014, 12, 1)) is None
    assert title_on("国家安全法", date(2016, 1, 1)) is not None


def test_misspelt_titles() -> None:
    assert nearest("最高人民法院关于自首和立功具体应用法律若干问题的解释") == (MERIT, 2)
    found = nearest("关于办理妨碍信用卡管理刑事案件具体应用法律若干问题的解释")
    assert found is not None
    assert found[0].endswith("妨害信用卡管理刑事案件具体应用法律若干问题的解释")


def test_another_document_is_not_a_misspelling() -> None:
    thefts = "最高人民法院、最高人民检察院关于办理{}刑事案件适用法律若干问题的解释"
    assert known(thefts.format("盗窃"))
    assert nearest(thefts.format("抢劫")) is None
    assert nearest("最高人民法院关于适用《中华人民共和国企业破产法》若干问题的规定（九）") is None
    assert nearest(MERIT) is None


@given(st.sampled_from([r["title"] for r in read_table("titles")]))
def test_canonical_is_stable_and_every_registered_title_is_known(title: str) -> None:
    assert canonical(canonical(title)) == canonical(title)
    assert known(title)
    assert known(f"《{title}》")


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    assert isinstance(canonical(text), str)
    found = nearest(text)
    assert found is None or 1 <= found[1] <= 2


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.exists(), reason="no published judgments")
def test_titles_cited_with_an_article_in_real_judgments_are_known() -> None:
    unknown = set()
    with (SHARED / "judgments/criminal.jsonl").open(encoding="utf-8") as f:
        for line in f:
            text = json.loads(line)["text"]
            cited = re.findall(r"《([^》]{2,90}(?:〉[^》]*|》[^》《]{1,40})?)》\s*第", text)
            unknown |= {t for t in cited if not known(t)}
    # two documents misspell their title; both were read
    assert {canonical(t) for t in unknown} == {
        "最高人民法院关于自首和立功具体应用法律若干问题的解释",
        "关于办理妨碍信用卡管理刑事案件具体应用法律若干问题的解释",
    }


@pytest.mark.corpus
@pytest.mark.skipif(not SHARED.exists(), reason="no law texts")
def test_register_agrees_with_the_texts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import derive_titles  # type: ignore[import-not-found]

    monkeypatch.setattr(sys, "argv", ["derive_titles", str(SHARED / "laws"), "--out", str(tmp_path)])
    derive_titles.main()
    assert (tmp_path / "titles.csv").read_text("utf-8") == (ROOT / "anjian/law/data/titles.csv").read_text("utf-8")


@pytest.mark.parametrize(
    "law", ["合同法", "物权法", "婚姻法", "继承法", "担保法", "收养法", "侵权责任法", "民法通则", "民法总则"]
)
def test_the_nine_laws_end_with_the_civil_code(law: str) -> None:
    found = titles(f"中华人民共和国{law}")
    assert [(t.until, t.replaced_by) for t in found] == [(date(2021, 1, 1), "中华人民共和国民法典")]


@pytest.mark.parametrize(
    ("title", "until"),
    [
        ("最高人民法院关于适用《中华人民共和国合同法》若干问题的解释（二）", date(2021, 1, 1)),
        ("最高人民法院关于审理劳动争议案件适用法律若干问题的解释（三）", date(2021, 1, 1)),
        ("最高人民法院关于适用《中华人民共和国民事诉讼法》若干问题的意见", date(2015, 2, 4)),
        ("最高人民法院关于适用《中华人民共和国行政诉讼法》若干问题的解释", date(2018, 2, 8)),
    ],
)
def test_civil_interpretations_that_ended(title: str, until: date) -> None:
    assert {t.until for t in titles(title)} == {until}


def test_an_old_interpretation_reissued_in_2020_has_no_first_day_of_2021() -> None:
    assert {t.since for t in titles("最高人民法院关于审理铁路运输损害赔偿案件若干问题的解释")} == {None}
