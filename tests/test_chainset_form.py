"""The tables of examples/chains agree with the documents beside them."""

import csv
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent / "examples" / "chains"
SCENARIOS = {"LNK801", "LNK802", "LNK805", "PRO325", "PRO326"}
CAUSES = {"事实不清", "法律适用", "程序", "新证据", "量刑", "其他"}
LINKS = {"first", "appeal", "remand", "retrial", "enforcement"}


def rows(name: str) -> list[dict[str, str]]:
    with (HOME / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def quoted_once(row: dict[str, str]) -> bool:
    return (HOME / row["file"]).read_text(encoding="utf-8").count(row["quote"]) == 1


def test_chains_lists_every_document_once() -> None:
    listed = [row["file"] for row in rows("chains.csv")]
    on_disk = {path.relative_to(HOME).as_posix() for path in HOME.glob("*/*.txt")}
    assert len(listed) == len(set(listed)) >= 60
    assert set(listed) == on_disk


def test_parents_exist_in_the_same_chain() -> None:
    chains = {row["file"]: row["chain"] for row in rows("chains.csv")}
    for row in rows("chains.csv"):
        assert row["link"] in LINKS, row
        assert row["file"].split("/")[0] == row["chain"], row
        if row["parent"]:
            assert chains[row["parent"]] == row["chain"], row
            assert row["parent"] != row["file"], row


def test_truth_quotes_occur_once() -> None:
    for row in rows("truth.csv"):
        assert row["scenario"] in SCENARIOS, row
        assert row["quote"], row
        assert row["note"], row
        assert quoted_once(row), row
    assert {row["scenario"] for row in rows("truth.csv")} == SCENARIOS


def test_reversal_quotes_occur_once() -> None:
    files = [row["file"] for row in rows("reversals.csv")]
    assert len(files) == len(set(files))
    for row in rows("reversals.csv"):
        assert row["cause"] in CAUSES, row
        assert row["quote"], row
        assert quoted_once(row), row
    assert {row["cause"] for row in rows("reversals.csv")} == CAUSES
