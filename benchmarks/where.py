"""Where the time of the whole check goes: microseconds a document, each fact and each scenario by itself.

`python -m benchmarks.where [--of FOLDER_OR_JSONL] [--only WORD] [--top N]`: every time is the smallest of five runs,
less the facts that are first asked for within it.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

from anjian.documents import read
from anjian.documents.judgment import Judgment
from anjian.documents.lazy import facts_of
from anjian.engine.choose import choose
from anjian.engine.inputs import Document, documents
from anjian.scenarios.base import stamp, subjects_of

ROUNDS = 5
DEFAULT = Path(__file__).parents[2] / "shared" / "judgments" / "criminal.jsonl"


class Clock:
    """Adds up times by name; a time within a time is taken from the outer one."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._inner = [0.0]

    def time(self, name: str, what: Callable[..., Any], *args: Any) -> Any:
        """Call `what` and book its time under `name`."""
        self._inner.append(0.0)
        began = perf_counter()
        try:
            return what(*args)
        finally:
            took = perf_counter() - began
            self.spent[name] += took - self._inner.pop()
            self._inner[-1] += took


def watch_facts(clock_of: Callable[[], Clock]) -> None:
    """Let every fact of `Judgment` be booked under its name."""
    for name, value in facts_of(Judgment).items():
        value.read = _watched(name, value.read, clock_of)


def _watched(name: str, reads: Callable[[Any], Any], clock_of: Callable[[], Clock]) -> Callable[[Any], Any]:
    return lambda judgment: clock_of().time(f"fact {name}", reads, judgment)


def times(texts: Sequence[str]) -> dict[str, float]:
    """Microseconds a document for each fact, each scenario and the rest, the smallest of the rounds for each text."""
    chosen = choose()
    clock = Clock()
    watch_facts(lambda: clock)
    least: dict[tuple[int, str], float] = {}
    for _ in range(ROUNDS):
        for n, text in enumerate(texts):
            clock = Clock()
            _check(clock, text, chosen)
            for name, spent in clock.spent.items():
                least[n, name] = min(spent, least.get((n, name), spent))
    out: dict[str, float] = defaultdict(float)
    for (_, name), spent in least.items():
        out[name] += spent * 1e6 / len(texts)
    return out


def _check(clock: Clock, text: str, chosen: Sequence[Any]) -> None:
    judgment = clock.time("rest read", read, text)
    subjects = clock.time("rest subjects", subjects_of, judgment)
    found = []
    for registered in chosen:
        if not subjects.isdisjoint(registered.scenario.subjects) and judgment.has(*registered.needs):
            code = f"{registered.scenario.code} {registered.scenario.name}"
            found += clock.time(code, lambda r=registered: list(r.check(judgment)))
    clock.time("rest stamp", stamp, found, "a document")


def main() -> None:
    """Print the table, the dearest first."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--of", default=str(DEFAULT), metavar="PATH")
    parser.add_argument("--only", default="", metavar="WORD", help="only lines that hold this word")
    parser.add_argument("--top", type=int, default=200)
    args = parser.parse_args()
    texts = [d.text for d in documents([args.of]) if isinstance(d, Document)]
    found = times(texts)
    for name, micros in sorted(found.items(), key=lambda item: -item[1])[: args.top]:
        if args.only in name:
            print(f"{micros:9.1f}  {name}")
    for kind in ("fact ", "rest "):
        print(f"{sum(m for n, m in found.items() if n.startswith(kind)):9.1f}  all of: {kind}")
    print(f"{sum(m for n, m in found.items() if n[:5] not in ('fact ', 'rest ')):9.1f}  all of: scenarios")
    print(f"{sum(found.values()):9.1f}  everything, {len(texts)} documents")


if __name__ == "__main__":
    main()
