"""Choose scenarios by code, name, family or prefix."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from itertools import zip_longest

from anjian.scenarios import registry
from anjian.scenarios.base import FAMILIES, ON_REQUEST
from anjian.scenarios.registry import Registered


class ChoiceError(ValueError):
    """A word that chooses no scenario; `word` is it and `near` what may have been meant."""

    def __init__(self, word: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(word)
        self.word = word
        self.near = near


def choose(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Registered, ...]:
    """The scenarios that `select` names (all when empty), less those that `ignore` names, in order of code.

    A word is a code (PEN101), a name (term-dates), a family (penalty, 刑罚) or the beginning of codes
    (PEN, PEN1). Previews and indicators are chosen only by their own code or name. Raises ChoiceError.
    """
    every = [r for r in registry.scenarios().values() if r.scenario.status != "removed"]
    chosen = {r.scenario.code for r in every if r.scenario.status not in ON_REQUEST}
    if select:
        chosen = {code for word in select for code in _codes(word, every)}
    chosen -= {code for word in ignore for code in _codes(word, every)}
    return tuple(r for r in every if r.scenario.code in chosen)


def near(word: str) -> tuple[str, ...]:
    """Up to three codes, names, families or prefixes that look like `word`."""
    words = [w for r in registry.scenarios().values() for w in (r.scenario.code, r.scenario.name)]
    words += [w for family, names in FAMILIES.items() for w in (family, names[0])]
    words += sorted({w[:3] for w in words if w.isupper()})
    folded = {w.lower(): w for w in words}
    wanted = word.strip().lower()
    close = difflib.get_close_matches(wanted, folded, n=12, cutoff=0.5)
    # Codes are all alike: among those equally close, a slip in one place comes before digits in another order.
    close.sort(key=lambda w: sum(a != b for a, b in zip_longest(w, wanted)))
    return tuple(folded[w] for w in close[:3])


def _codes(word: str, every: Sequence[Registered]) -> set[str]:
    one = registry.find(word)
    if one is not None:
        return {one.scenario.code}
    wanted = word.strip().lower()
    family = next((f for f, names in FAMILIES.items() if wanted in (f, names[0], names[1].lower())), None)
    members = {
        r.scenario.code
        for r in every
        if r.scenario.family == family or (wanted and r.scenario.code.lower().startswith(wanted))
    }
    if not members and family is None:
        raise ChoiceError(word, near(word))
    return {r.scenario.code for r in every if r.scenario.code in members and r.scenario.status not in ON_REQUEST}
