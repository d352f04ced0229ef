"""One key for a case number, however it is written."""

from __future__ import annotations

import pytest

from anjian.cases.numbers import key, national


@pytest.mark.parametrize(
    "written",
    [
        "（2015）合刑终字第00256号",
        "(2015)合刑终字第256号",
        "〔2015〕合刑终字第256号",
        "［２０１５］合刑终字 第 256 号",
        "（2015）合刑终第256号",
        "（2015）合刑终256号之一",
    ],
)
def test_ways_of_writing_one_number(written: str) -> None:
    assert key(written) == "2015合刑终256"


@pytest.mark.parametrize("written", ["", "（2015）×刑终字第×号", "合刑终字第256号", "第256号"])
def test_what_is_no_number_or_a_masked_one(written: str) -> None:
    assert key(written) is None


def test_a_serial_is_not_another() -> None:
    assert key("（2019）云0199刑初9号") != key("（2019）云0199刑初90号")


def test_whose_number_is_one_courts_alone() -> None:
    assert national("2019云0199刑初9")
    assert national("2019最高法民申9")
    assert not national("2014东刑初1")
