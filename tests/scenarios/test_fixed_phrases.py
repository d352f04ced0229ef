"""The register of fixed phrases: it finds every slip it promises to find and no rightful wording."""

from __future__ import annotations

import pytest

from anjian.scenarios.form.wordings import _rows, misspelt

PHRASES = _rows("phrases")
MISSPELLINGS = _rows("misspellings")


def found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.right) for m in misspelt(text, len(text))]


@pytest.mark.parametrize("row", PHRASES, ids=lambda r: r["phrase"])
def test_one_wrong_character_in_the_watched_half_is_found(row: dict[str, str]) -> None:
    phrase, at = row["phrase"], int(row["split"])
    whole = range(len(phrase))
    watched = {"left": whole[at:], "right": whole[:at], "both": whole}[row["ends"]]
    for i in watched:
        wrong = phrase[:i] + "囍" + phrase[i + 1 :]
        assert found(f"，{wrong}，"), wrong


@pytest.mark.parametrize("row", PHRASES, ids=lambda r: r["phrase"])
def test_the_phrase_and_its_rightful_neighbours_pass(row: dict[str, str]) -> None:
    for rightful in filter(None, (row["phrase"], *row["also"].split(";"))):
        assert found(f"，{rightful}，") == []


@pytest.mark.parametrize("row", MISSPELLINGS, ids=lambda r: r["wrong"])
def test_known_misspelling_is_found_and_its_exceptions_pass(row: dict[str, str]) -> None:
    assert (row["wrong"], row["right"]) in found(f"，{row['wrong']}，") or found(f"，{row['wrong']}，")
    assert row["wrong"] not in row["right"]
    for rightful in filter(None, row["unless"].split(";")):
        assert row["wrong"] in rightful
        assert found(f"，{rightful}，") == []


def test_a_lost_character_is_found() -> None:
    assert found("（刑期从判决执行之日计算。") == [("刑期从判决执行之日计算", "刑期从判决执行之日起计算")]


def test_nothing_behind_the_stop_is_read() -> None:
    assert list(misspelt("本院认为，辨护人", 3)) == []
