"""anjian.toml: found upwards, and a mistake in it is named with file, key and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from anjian.engine.settings import Settings, SettingsError, find_settings, load_settings

pytestmark = pytest.mark.usefixtures("planted_scenarios")


def test_ordinary_use(tmp_path: Path) -> None:
    path = tmp_path / "anjian.toml"
    path.write_text(
        '[check]\nselect = ["PEN", "first-word"]\nignore = "PEN902"\ncertainty = "likely"\nfail-on = "never"\n'
        '[severity]\nPEN901 = "minor"\nfirst-word = "format"\n'
    )
    assert load_settings(path) == Settings(
        select=("PEN", "first-word"),
        ignore=("PEN902",),
        certainty="likely",
        fail_on="never",
        severity={"PEN901": "minor", "DOC901": "format"},
    )


def test_it_is_looked_for_upwards(tmp_path: Path) -> None:
    (tmp_path / "a/b").mkdir(parents=True)
    (tmp_path / "anjian.toml").touch()
    assert find_settings(tmp_path / "a/b") == tmp_path / "anjian.toml"
    (tmp_path / "a/anjian.toml").touch()
    assert find_settings(tmp_path / "a/b") == tmp_path / "a/anjian.toml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[chek]\nselect = ["PEN"]', "没有“chek”这一项；最接近的是 check"),
        ('[check]\nselct = ["PEN"]', "没有“check.selct”这一项；最接近的是 check.select"),
        ("[check]\nselect = 3", "check.select 应写成"),
        ('[check]\ncertainty = "sure"', "check.certainty 只能是 certain、likely、hint"),
        ("[check]\nfail-on = []", "check.fail-on 只能是"),
        ('[severity]\nPEN991 = "minor"', "没有“severity.PEN991”这一项；最接近的是 severity.PEN901"),
        ('[severity]\nPEN901 = "small"', "severity.PEN901 只能是 major、minor、format"),
        ("check = 1", "check 应写成 [check] 一节"),
        ("[check", "不是有效的 TOML"),
        ("\0", "不是有效的 TOML"),
    ],
)
def test_a_mistake_names_file_key_and_remedy(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "anjian.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}：")
    assert words in str(caught.value)
    assert " · " in str(caught.value)


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="无法读取"):
        load_settings(tmp_path / "none.toml")
