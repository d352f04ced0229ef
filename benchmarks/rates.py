"""The rates of reading and checking, beside two reference loops over the same texts in the same run.

`make bench` (`python -m benchmarks.rates`) prints judgments a second and their ratios to the loop of twenty plain
patterns and to jieba's cutting into words, for the facts alone, each family of scenarios, the whole check in one
process and in two. It compares each ratio with the newest kept in `history.csv` and fails where one is 15 % worse.
`--keep WORDS` adds this run to the history. Each round over invented judgments has some that were not seen before
(other names, numbers and paragraphs), so that nothing remembered from the last one helps.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter

from anjian.documents import read
from anjian.documents.judgment import Judgment
from anjian.documents.lazy import facts_of
from anjian.engine.check import at_once, examine_all
from anjian.engine.choose import choose
from anjian.scenarios.base import FAMILIES, subjects_of
from anjian.scenarios.registry import Registered

from .corpus import judgments

HISTORY = Path(__file__).with_name("history.csv")
REAL = Path(__file__).parents[2] / "shared" / "judgments" / "criminal.jsonl"
ROUNDS, SIZE = 7, 200
WORSE = 0.85
PROCESSES = 2

#: What somebody writes who wants twenty things out of a judgment.
REFERENCE = tuple(
    re.compile(pattern)
    for pattern in (
        r"[（(〔]\d{4}[）)〕][^号]{2,20}号",
        r"\d{4}年\d{1,2}月\d{1,2}日",
        r"[一二][〇零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日",
        r"被告人[一-龥]{2,4}",
        r"原告[:：]?[一-龥]{2,12}",
        r"有期徒刑[一二三四五六七八九十]+年(?:[一二三四五六七八九十]+个月)?",
        r"罚金(?:人民币)?[一二三四五六七八九十百千万\d]+元",
        r"《[^》]{2,40}》",
        r"第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?",
        r"犯[一-龥]{2,20}罪",
        r"如不服本[判裁][决定].{0,60}上诉",
        r"审判[长员][\s　]*[一-龥]{2,4}",
        r"书记员[\s　]*[一-龥]{2,4}",
        r"辩护人[一-龥]{2,4}",
        r"[一-龥]{2,20}人民检察院",
        r"[一-龥]{2,20}人民法院",
        r"案件受理费[\d.,]+元",
        r"\d+(?:\.\d+)?元",
        r"自\d{4}年\d{1,2}月\d{1,2}日起至\d{4}年\d{1,2}月\d{1,2}日止",
        r"(?:自首|立功|累犯|从犯|坦白|谅解)",
    )
)
FACTS = tuple(facts_of(Judgment))

Texts = Sequence[tuple[str, str]]
#: Seconds for some texts.
Timer = Callable[[Texts], float]


def by_patterns(texts: Texts) -> float:
    """The reference: twenty patterns over each whole text."""
    began = perf_counter()
    for _, text in texts:
        for pattern in REFERENCE:
            for _ in pattern.finditer(text):
                pass
    return perf_counter() - began


def by_jieba(texts: Texts) -> float:
    """The other reference: jieba cuts each text into words."""
    import jieba

    began = perf_counter()
    for _, text in texts:
        for _ in jieba.cut(text):
            pass
    return perf_counter() - began


def facts_alone(texts: Texts) -> float:
    """Every fact of each judgment."""
    began = perf_counter()
    for _, text in texts:
        judgment = read(text)
        for name in FACTS:
            getattr(judgment, name)
    return perf_counter() - began


def family(name: str) -> Timer:
    """The scenarios of one family, over judgments of which every fact was read before."""
    chosen = [r for r in choose() if r.scenario.family == name]

    def timer(texts: Texts) -> float:
        spent = 0.0
        for _, text in texts:
            judgment = read(text)
            for fact_name in FACTS:
                getattr(judgment, fact_name)
            subjects = subjects_of(judgment)
            began = perf_counter()
            _run(judgment, [r for r in chosen if not subjects.isdisjoint(r.scenario.subjects)])
            spent += perf_counter() - began
        return spent

    return timer


def _run(judgment: Judgment, chosen: Sequence[Registered]) -> None:
    for registered in chosen:
        if judgment.has(*registered.needs):
            for _ in registered.check(judgment):
                pass


def whole(texts: Texts) -> float:
    """Facts as needed and every scenario of single documents."""
    began = perf_counter()
    _checked(texts)
    return perf_counter() - began


def whole_in(pool: ProcessPoolExecutor) -> Timer:
    """The same in a pool of warm processes; the texts travel to them and the counts of findings back."""

    def timer(texts: Texts) -> float:
        parts = list(at_once(texts, lambda one: len(one[1])))
        began = perf_counter()
        for _ in pool.map(_checked, parts):
            pass
        return perf_counter() - began

    return timer


def _checked(texts: Texts) -> int:
    chosen = choose()
    for some in at_once(texts, lambda one: len(one[1])):
        examine_all(some, chosen)
    return len(texts)


def corpora(real: bool) -> Iterator[tuple[str, list[Texts]]]:
    """Each corpus: its name and the texts of each round, the first for warming up."""
    yield "invented", [list(judgments(SIZE, seed)) for seed in range(ROUNDS + 1)]
    if real and REAL.exists():
        with REAL.open(encoding="utf-8") as lines:
            texts = [(record["id"], record["text"]) for record in map(json.loads, lines)]
        yield "real", [texts] * (ROUNDS + 1)


def measure(rounds: Sequence[Texts], timers: dict[str, Timer]) -> dict[str, tuple[float, float, float]]:
    """For each timer: judgments a second, ratio to the patterns and to jieba; medians over the rounds."""
    for timer in timers.values():
        timer(rounds[0])
    rates: dict[str, list[float]] = {name: [] for name in timers}
    for texts in rounds[1:]:
        for name, timer in timers.items():
            rates[name].append(len(texts) / timer(texts))
    out = {}
    for name, mine in rates.items():
        to_patterns = median(a / b for a, b in zip(mine, rates["patterns"], strict=True))
        to_jieba = median(a / b for a, b in zip(mine, rates["jieba"], strict=True))
        out[name] = median(mine), to_patterns, to_jieba
    return out


def newest() -> dict[tuple[str, str], float]:
    """The newest kept ratio to the patterns of each corpus and item."""
    if not HISTORY.exists():
        return {}
    with HISTORY.open(encoding="utf-8") as rows:
        return {(r["corpus"], r["item"]): float(r["to_patterns"]) for r in csv.DictReader(rows)}


def keep(found: dict[tuple[str, str], tuple[float, float, float]], words: str) -> None:
    """Add a run to the history."""
    new = not HISTORY.exists()
    with HISTORY.open("a", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        if new:
            rows.writerow(("day", "what", "corpus", "item", "a_second", "to_patterns", "to_jieba"))
        for (corpus, item), (rate, to_patterns, to_jieba) in found.items():
            rows.writerow((date.today(), words, corpus, item, round(rate), f"{to_patterns:.4f}", f"{to_jieba:.3f}"))


def main() -> int:
    """Measure, print, compare; 1 when something became 15 % slower."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", metavar="WORDS", help="add this run to the history under these words")
    parser.add_argument("--invented-only", action="store_true", help="leave the real judgments out")
    args = parser.parse_args()
    found: dict[tuple[str, str], tuple[float, float, float]] = {}
    with ProcessPoolExecutor(PROCESSES) as pool:
        timers: dict[str, Timer] = {
            "patterns": by_patterns,
            "jieba": by_jieba,
            "facts": facts_alone,
            **{f"family {name}": family(name) for name in FAMILIES if name != "linked"},
            "whole, one process": whole,
            "whole, two processes": whole_in(pool),
        }
        for corpus, rounds in corpora(not args.invented_only):
            characters = sum(len(text) for texts in rounds for _, text in texts) / sum(map(len, rounds))
            print(f"\n{corpus}: {len(rounds) - 1} rounds of {len(rounds[0])} judgments of {characters:.0f} characters")
            print(f"{'':24}{'a second':>10}{'× patterns':>12}{'× jieba':>10}")
            for item, row in measure(rounds, timers).items():
                found[corpus, item] = row
                print(f"{item:24}{row[0]:10,.0f}{row[1]:12.3f}{row[2]:10.2f}")
    before = newest()
    worse = [key for key, row in found.items() if row[1] < before.get(key, 0) * WORSE]
    for corpus, item in worse:
        print(f"slower: {corpus}, {item}: {found[corpus, item][1]:.3f} × patterns, was {before[corpus, item]:.3f}")
    if args.keep:
        keep(found, args.keep)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
