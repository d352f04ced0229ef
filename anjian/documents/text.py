"""A text with the map between its two kinds of index, its anchors and its sections."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from .anchors import Anchors, Spots
from .lazy import fact
from .model import Place, Section
from .normalise import Source, normalise
from .section_ends import Cut


class Text:
    """A text as given (`text`) and as read (`plain`), cut into sections by the one who inherits from it.

    Readers and scenarios search `plain` (see `normalise`) and turn what they find into places with
    `place`; nothing else may mix the two kinds of index.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    # -- the text and its two kinds of index --------------------------------------------------

    @fact
    def source(self) -> Source:
        """The text as given and as read, with the map between them."""
        return normalise(self.text)

    @fact
    def plain(self) -> str:
        """The normalised text that readers search."""
        return self.source.plain

    def place(self, start: int, end: int) -> Place:
        """The place, in the text as given, of a plain (start, end)."""
        return Place(*self.source.span(start, end))

    @fact
    def span(self) -> Callable[[int, int], tuple[int, int]]:
        """Like `place`, as a pair to begin a fact with: `Party(*j.span(a, b), …)`."""
        return self.source.span

    def plain_span(self, place: Place) -> tuple[int, int]:
        """The plain (start, end) of a place."""
        return self.source.plain_span(place.start, place.end)

    def quote(self, place: Place) -> str:
        """The words at a place exactly as given."""
        return self.text[place.start : place.end]

    def words(self, place: Place) -> str:
        """The words at a place as read (normalised)."""
        start, end = self.source.plain_span(place.start, place.end)
        return self.plain[start:end]

    @fact
    def _spots(self) -> Spots:
        return Spots(self.plain)

    @fact
    def present(self) -> set[int]:
        """The numbers of the anchors that stand in the plain text."""
        return self._spots.present

    def has(self, *needed: Anchors) -> bool:
        """Whether of each of `needed` some word stands in the plain text."""
        present = self.present
        for words in needed:  # noqa: SIM110 - asked for every scenario: a generator costs more than the answer
            if words.numbers.isdisjoint(present):
                return False
        return True

    def spots(self, words: Anchors, start: int = 0, end: int | None = None) -> list[int]:
        """The plain indexes in [start, end) at which any of the words begins, in order; a list of the caller's own."""
        return self._spots.of(words, start, end)

    def spots_each(self, words: Anchors) -> list[tuple[int, list[int]]]:
        """As `spots`, each word by itself under its number (`Anchors.numbers`), in no order."""
        return self._spots.each(words)

    def find(self, pattern: re.Pattern[str], *names: str) -> Iterator[re.Match[str]]:
        """Matches of a pattern in the plain text, in the named sections only when any are named.

        The matches carry plain indexes: make them places with `place(m.start(), m.end())`.
        """
        if not names:
            return pattern.finditer(self.plain)
        found = [pattern.finditer(self.plain, c.start, c.end) for c in self._cuts_of(names)]
        return found[0] if len(found) == 1 else chain.from_iterable(found)

    # -- sections -----------------------------------------------------------------------------

    @fact
    def cuts(self) -> tuple[Cut, ...]:
        """The sections in plain indexes, for readers."""
        raise NotImplementedError

    @fact
    def sections(self) -> tuple[Section, ...]:
        """The sections in order."""
        return tuple(Section(*self.span(c.start, c.end), name=c.name) for c in self.cuts)

    @fact
    def _named(self) -> dict[str, list[Cut]]:
        named: dict[str, list[Cut]] = {}
        for c in self.cuts:
            named.setdefault(c.name, []).append(c)
        return named

    def _cuts_of(self, names: tuple[str, ...]) -> Sequence[Cut]:
        """The sections of these names, in order."""
        if len(names) == 1:
            return self._named.get(names[0], ())
        return [c for c in self.cuts if c.name in names]

    def cut(self, name: str) -> Cut | None:
        """The named section in plain indexes, the first where there are several, or None."""
        named = self._named.get(name)
        return named[0] if named else None

    def part(self, *names: str) -> str:
        """The plain text of the named sections, joined; empty when absent."""
        plain = self.plain
        return "".join([plain[c.start : c.end] for c in self._cuts_of(names)])

    @fact
    def _section_ends(self) -> list[int]:
        return [c.end for c in self.cuts]

    def section_at(self, index: int) -> str:
        """The name of the section that holds a plain index."""
        n = bisect_right(self._section_ends, index)
        return self.cuts[n].name if n < len(self.cuts) else "head"
