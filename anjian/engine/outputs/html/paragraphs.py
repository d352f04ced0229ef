"""A document's text for the page: paragraphs, each cut where a finding begins or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from anjian.documents import Judgment
from anjian.documents.model import Place
from anjian.scenarios.base import Finding

Kind = Literal["indent", "plain", "centre", "right"]

_LINE_END = re.compile(r"\r\n|\r|\n")
_SENTENCE_GAP = re.compile(r"(?<=[。：；？！])[ \t\u3000]+")
_GAP = re.compile(r"[ \t\u3000]+")
_SIGNER_GAP = re.compile(r"[ \t\u3000]+(?=(?:代理|助理|独任)?审判|(?:人民)?陪审|法官助理|代?书记员)")
_SHORT = 40
_FULL = 20
_FLAT = 500
"""A text with fewer line ends than one in so many characters has lost its paragraphs."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text; `findings` are the positions (from 0) of those it belongs to, `opens` of those it begins."""

    text: str
    findings: tuple[int, ...]
    opens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; `indent` is set in by the page, `plain` is as given: set in already, or the rest of a line."""

    kind: Kind
    segments: tuple[Segment, ...]


def paragraphs(judgment: Judgment, findings: Sequence[Finding]) -> list[Paragraph]:
    """The paragraphs that show a document with its findings marked.

    Joined, the segments are the text without its line ends.
    """
    text = judgment.text
    flat = len(_LINE_END.findall(text)) * _FLAT < len(text)
    waiting = sorted(enumerate(findings), key=lambda pair: pair[1].start, reverse=True)
    near: list[tuple[int, Finding]] = []
    opened: set[int] = set()
    out = []
    for start, end in _stretches(text, _flat_starts(judgment) if flat else []):
        while waiting and waiting[-1][1].start <= end:
            near.append(waiting.pop())
        near = [(n, f) for n, f in near if f.end >= start]
        segments = tuple(_segments(text, start, end, near, opened))
        if segments:
            out.append(Paragraph(_kind(judgment, start, end), segments))
    return out


def _flat_starts(judgment: Judgment) -> list[int]:
    """Where paragraphs most likely began in a text that has lost them."""
    text = judgment.text
    # The statutes before the decision close the reasoning's last sentence: no paragraph begins there.
    starts = [s.start for s in judgment.sections if s.name != "basis"] + [i.start for i in judgment.items]
    if judgment.decided:
        starts.append(judgment.decided.start)
    starts += [m.end() for m in _SENTENCE_GAP.finditer(text)]
    for section in judgment.sections:
        gap = {"head": _GAP, "signature": _SIGNER_GAP}.get(section.name)
        if gap:
            starts += [m.end() for m in gap.finditer(text, section.start, section.end)]
    return starts


def _stretches(text: str, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Paragraphs as (start, end), line ends left out."""
    ends = {m.end(): m.start() for m in _LINE_END.finditer(text)}
    cuts = sorted({0, *starts, *ends, len(text)})
    for start, end in pairwise(cuts):
        yield start, ends.get(end, end)


def _segments(
    text: str, start: int, end: int, near: Sequence[tuple[int, Finding]], opened: set[int]
) -> Iterator[Segment]:
    """The stretch cut at the ends of findings. A finding without words gets an empty segment at its place."""
    edges = {start, end, *(min(max(edge, start), end) for _, f in near for edge in (f.start, f.end))}
    cuts = sorted(edges)
    for a, b in pairwise([*cuts, end]):
        points = tuple(n for n, f in near if f.start == f.end == a and n not in opened)
        if points:
            opened.update(points)
            yield Segment("", points, points)
        if a < b:
            covering = tuple(n for n, f in near if f.start < b and a < f.end)
            opens = tuple(n for n in covering if n not in opened)
            opened.update(opens)
            yield Segment(text[a:b], covering, opens)


def _kind(judgment: Judgment, start: int, end: int) -> Kind:
    """How a paragraph is set: the head and the signatures as on paper."""

    def holds(place: Place | None) -> bool:
        return place is not None and start <= place.start < end

    if end - start <= _SHORT:
        if holds(judgment.court) or holds(judgment.title):
            return "centre"
        if holds(judgment.case_number) or any(
            s.start <= start < s.end for s in judgment.sections if s.name == "signature"
        ):
            return "right"
    text = judgment.text
    return "plain" if text[start : start + 1].isspace() or _continues(text, start) else "indent"


def _continues(text: str, start: int) -> bool:
    """Whether the line before is a full one that breaks off within a sentence, as in texts from PDF."""
    lines = text[max(0, start - _SHORT) : start].split()
    return bool(lines) and len(lines[-1]) >= _FULL and lines[-1][-1] not in "。：；？！”）"
