"""Whether the time of a check grows as the text does: `python -m benchmarks.long` checks texts of 0.3, 1.2 and 5
million characters and fails where a character of the longest costs more than twice one of the shortest.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from time import perf_counter

from anjian.engine.check import check_text
from anjian.engine.choose import choose

from .corpus import judgments

LENGTHS = (300_000, 1_200_000, 5_000_000)
WORST = 2.0


def texts() -> dict[str, Callable[[int], str]]:
    """Kinds of long text by name, each made for a number of characters."""
    made = [text for _, text in judgments(400, seed=5)]
    criminal = next(t for t in made if "刑事判决书" in t[:60] and "经审理查明" in t and "有期徒刑" in t)
    civil = next(t for t in made if "民事判决书" in t[:60] and "诉讼请求" in t and "赔偿" in t)
    kinds = {"many judgments in one": _repeated("", "".join(made), "")}
    for name, text in (("criminal", criminal), ("civil", civil)):
        kinds[f"{name}, long findings"] = _stretched(text, "查明", "本院认为")
        kinds[f"{name}, many parties"] = _stretched(text, "号", "本院于" if "本院于" in text else "本院")
        kinds[f"{name}, long result"] = _stretched(text, "判决如下", "审")
        kinds[f"{name}, long annex"] = _repeated(text + "附：相关法律条文\n", "第一条第二款规定的，", "")
    for word in ("年", "（", "、", "某", "第一条、", "被告人", "《", "5000元", "有期徒刑一年，", " \n"):
        kinds[f"only {word!r}"] = _repeated(criminal[:600], word, criminal[-600:])
    return kinds


def _repeated(before: str, words: str, after: str) -> Callable[[int], str]:
    """Words over and over between two texts."""
    return lambda n: before + (words * (n // len(words) + 1))[: n - len(before) - len(after)] + after


def _stretched(text: str, after: str, before: str) -> Callable[[int], str]:
    """The text with its part between two words repeated."""
    start = text.find(after) + len(after)
    end = text.find(before, start)
    end = end if end > start else len(text)
    return _repeated(text[:start], text[start:end], text[end:])


def main() -> int:
    """Print microseconds for a thousand characters at each length; 1 where one grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", metavar="WORD")
    parser.add_argument("--most", type=int, default=LENGTHS[-1], metavar="CHARACTERS")
    args = parser.parse_args()
    chosen = choose()
    bad = 0
    for name, make in texts().items():
        if args.only not in name:
            continue
        costs = []
        for length in (n for n in LENGTHS if n <= args.most):
            text = make(length)
            began = perf_counter()
            check_text(text, "long", chosen)
            costs.append((perf_counter() - began) / len(text) * 1e9)
        grows = costs[-1] > costs[0] * WORST
        bad += grows
        print(f"{name:28}" + "".join(f"{c:10,.0f}" for c in costs) + ("  grows" if grows else ""), flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
