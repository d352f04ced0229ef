"""Link the documents of a dispute: first instance → appeal → remand → retrial → enforcement.

Two documents are linked when one names the other's case number as an earlier decision of its own case and neither
court nor parties speak against it; also when a hearing after remand has the court and the very parties of the
remanded case. Nothing is guessed from likeness alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct, field

from .brief import Brief, Restated
from .numbers import national

#: How a document follows from the one before it.
KINDS = {
    "second": "上诉",
    "retrial": "再审",
    "enforcement": "执行",
    "commutation": "减刑假释",
    "review": "复核",
    "first": "重审",
}
SAME = "同案"
#: A sum, in yuan, that two suits hardly have in common by chance.
_TELLING = 1000
#: What stands in a name that is kept from the public.
MASK = re.compile(r"[某×xXＸ*＊○]")
_TAIL = re.compile(r"(?:初级|中级|高级)?(?:人民)?法院(?:[^，。]{0,10}分院)?$")
_UNIT = re.compile(r"(?:自治)?[省市区县旗州盟]$")
_BLANK = re.compile(r"\s")


class Link(Struct, frozen=True):
    """`upper` follows from `lower`. `kind` is 上诉 重审 再审 执行 减刑假释 复核 or 同案.

    `restated` is how the upper one names the lower one; None where they were found by court, parties and remand.
    """

    lower: Brief
    upper: Brief
    kind: str
    restated: Restated | None

    @property
    def goes_back(self) -> bool:
        """Whether the lower one is a decision of this case that the upper one reviews, hears anew or enforces."""
        return self.kind != SAME and (self.restated is None or self.restated.reviewed)


class Chain(Struct, frozen=True):
    """The documents of one dispute in the order of their days, and how they follow from one another.

    `misfits` are numbers that belong to a document here which is not of this dispute: other court or other parties.
    `misnumbered` are decisions named by a number that no document here has, though court, parties and day are one's.
    """

    briefs: tuple[Brief, ...]
    links: tuple[Link, ...]
    misfits: tuple[Link, ...] = ()
    misnumbered: tuple[Link, ...] = ()

    def trees(self) -> tuple[Node, ...]:
        """The documents as trees, every document once, under the latest one that it follows from."""
        nodes = {b.document: Node(b) for b in self.briefs}
        parents: dict[str, str] = {}
        for brief in self.briefs:
            ups = [k for k in self.links if k.upper.document == brief.document]
            for link in sorted(ups, key=_nearest, reverse=True):
                if not _above(parents, link.lower.document, brief.document):
                    parents[brief.document] = link.lower.document
                    nodes[brief.document].kind = link.kind
                    nodes[link.lower.document].children.append(nodes[brief.document])
                    break
        return tuple(nodes[b.document] for b in self.briefs if b.document not in parents)

    def below(self, brief: Brief) -> tuple[Link, ...]:
        """The links to the decisions a document goes back to, without those that it only cites."""
        return tuple(k for k in self.links if k.upper.document == brief.document and k.goes_back)


class Node(Struct):
    """A document of a tree and what follows from it; `kind` is how it follows from its parent."""

    brief: Brief
    kind: str | None = None
    children: list[Node] = field(default_factory=list)


def _nearest(link: Link) -> tuple[bool, date, bool]:
    return link.kind == SAME, link.lower.decided or date.min, link.restated is not None


def _above(parents: dict[str, str], document: str, wanted: str) -> bool:
    """Whether `wanted` is the document or stands above it."""
    at: str | None = document
    while at is not None:
        if at == wanted:
            return True
        at = parents.get(at)
    return False


def offers(brief: Brief) -> Iterator[str]:
    """Keys under which a document may be found by one that does not name its number; `seeks` has the same."""
    if brief.instance == "first" and brief.remanded:
        yield from _dispute("重审", brief, brief.court)
    if brief.decided:
        yield from _dispute(f"{brief.decided}|{brief.document_type}", brief, brief.court)


def seeks(brief: Brief) -> Iterator[str]:
    """What a document looks for beside the numbers it names: the new hearing of what it remanded, and what
    it names by court, day and kind."""
    for told in brief.restated:
        if told.role == "below":
            if "发回重审" in brief.verdicts:
                yield from _dispute("重审", brief, told.court)
            if told.day:
                yield from _dispute(f"{told.day}|{told.document_type}", brief, told.court)


def _dispute(what: str, brief: Brief, court: str | None) -> Iterator[str]:
    names = sorted(brief.names)
    if court and names and not any(MASK.search(n) for n in names):
        yield "|".join((what, tail(court), brief.case_type or "", *names))


def tail(court: str) -> str:
    """The characters of a court's name that tell courts apart: 和平, whatever province stands before.

    A county that has become a city or a district keeps them.
    """
    return _UNIT.sub("", _TAIL.sub("", _BLANK.sub("", court)))[-2:]


def same_court(a: str | None, b: str | None) -> bool:
    """Whether two names can be the same court's; a shorter name may leave out the province or the city."""
    if not a or not b:
        return True
    a, b = _BLANK.sub("", a), _BLANK.sub("", b)
    return a.endswith(b) or b.endswith(a) or (tail(a) == tail(b) and _level(a) == _level(b))


def _level(court: str) -> str:
    return next((word for word in ("最高", "高级", "中级") if word in court), "")


def strangers(a: Brief, b: Brief) -> bool:
    """Whether two documents, both with unmasked names, have no party in common."""
    mine, yours = a.names, b.names
    if not mine or not yours or any(MASK.search(n) for n in mine | yours):
        return False
    return not any(m in y or y in m for m in mine for y in yours)


def link(briefs: Iterable[Brief]) -> list[Chain]:
    """The chains among some documents, those of one document alone left out."""
    docs = sorted(briefs, key=lambda b: (b.decided or date.max, b.document))
    links, misfits = _by_number(docs)
    found, misnumbered = _by_dispute(docs, links)
    links += found
    groups = _groups(docs, links + misfits + misnumbered)
    return [_chain(group, links, misfits, misnumbered) for group in groups if len(group) > 1]


def _chain(
    group: Sequence[Brief], links: Sequence[Link], misfits: Sequence[Link], misnumbered: Sequence[Link]
) -> Chain:
    inside = {b.document for b in group}
    return Chain(
        tuple(group),
        *(tuple(k for k in kinds if k.upper.document in inside) for kinds in (links, misfits, misnumbered)),
    )


def _by_number(docs: Sequence[Brief]) -> tuple[list[Link], list[Link]]:
    by_key: dict[str, list[Brief]] = defaultdict(list)
    for brief in docs:
        if brief.key:
            by_key[brief.key].append(brief)
    links, misfits = [], []
    for brief in docs:
        first = next((b for b in by_key.get(brief.key or "", ()) if _one_case(b, brief)), brief)
        if first is not brief:
            links.append(Link(first, brief, SAME, None))
        for told in brief.restated:
            others = [b for b in by_key.get(told.key, ()) if b.document != brief.document]
            fitting = [b for b in others if _fits(brief, told, b)]
            if fitting:
                lower = max(fitting, key=lambda b: _likeness(told, b))
                links.append(Link(lower, brief, _kind(brief), told))
            elif others and told.reviewed and national(told.key):
                misfits.append(Link(others[0], brief, _kind(brief), told))
    return links, misfits


def _one_case(a: Brief, b: Brief) -> bool:
    return same_court(a.court, b.court) and not strangers(a, b)


def _fits(upper: Brief, told: Restated, lower: Brief) -> bool:
    """Whether the document of that number can be the one named: an old number may be many courts'."""
    if strangers(upper, lower):
        return False
    if not told.reviewed:  # a decision may be cited that has nothing to do with the case
        return bool(_unmasked(upper) & _unmasked(lower))
    if national(told.key):
        return True
    return same_court(told.court, lower.court) and (told.court is not None or bool(upper.names & lower.names))


def _unmasked(brief: Brief) -> set[str]:
    return {name for name in brief.names if not MASK.search(name)}


def _likeness(told: Restated, b: Brief) -> tuple[bool, bool, bool]:
    return told.document_type == b.document_type, told.day == b.decided, told.number.endswith(b.suffix or "号")


def _kind(upper: Brief) -> str:
    return KINDS.get(upper.instance or "", "后续")


def _by_dispute(docs: Sequence[Brief], known: Sequence[Link]) -> tuple[list[Link], list[Link]]:
    """New hearings found by their remand, and decisions named by a wrong number."""
    offered: dict[str, list[Brief]] = defaultdict(list)
    for brief in docs:
        for key in offers(brief):
            offered[key].append(brief)
    numbers = {b.key for b in docs}
    joined = {(k.lower.document, k.upper.document) for k in known}
    links, misnumbered = [], []
    for brief in docs:
        mine = [k for k in known if k.upper is brief and k.restated]
        for told in brief.restated:
            if told.role != "below" or told.key in numbers:
                continue
            found = {b.document: b for b in _by_day(brief, told, offered)}
            found |= {k.lower.document: k.lower for k in mine if k.restated and _meant(told, k.restated, k.lower)}
            if len(found) == 1:
                misnumbered.append(Link(next(iter(found.values())), brief, _kind(brief), told))
        links += [k for k in _new_hearings(brief, offered) if (k.lower.document, k.upper.document) not in joined]
    return links, misnumbered


def _by_day(brief: Brief, told: Restated, offered: dict[str, list[Brief]]) -> list[Brief]:
    """Documents of the court, the parties, the day and the kind that the one named has."""
    if told.day is None:
        return []
    key = next(_dispute(f"{told.day}|{told.document_type}", brief, told.court), "")
    found = [b for b in _only(offered.get(key, ())) if b.document != brief.document and b.key]
    return [b for b in found if brief.case_type == "刑事" or _same_result(told, b)]


def _same_result(told: Restated, b: Brief) -> bool:
    """Whether a civil decision is the one named: the same parties may have several suits decided on one day."""
    sums = {s.value for s in b.awarded} & {s.value for s in told.sums}
    return slip(told.key, b.key or "") and any(value >= _TELLING for value in sums)


def _only(found: Sequence[Brief]) -> Sequence[Brief]:
    """The one document found under a key; with several nobody can tell which is meant."""
    return found if len(found) == 1 else ()


def _meant(told: Restated, right: Restated, lower: Brief) -> bool:
    """Whether a number is a slip for another that the same document gives elsewhere, never both in one section."""
    return (
        told.court is not None
        and same_court(told.court, lower.court)
        and told.document_type == lower.document_type
        and not set(told.sections) & set(right.sections)
        and slip(told.key, right.key)
    )


def slip(a: str, b: str) -> bool:
    """Whether two numbers differ as slips of the pen do: one character another, or two changed about."""
    if len(a) != len(b):
        return False
    apart = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 or (len(apart) == 2 and apart[0] == apart[1][::-1])


def _new_hearings(remanding: Brief, offered: dict[str, list[Brief]]) -> Iterator[Link]:
    if "发回重审" not in remanding.verdicts or remanding.decided is None:
        return
    courts = dict.fromkeys(tail(told.court) for told in remanding.restated if told.role == "below" and told.court)
    for court in courts:
        key = next(_dispute("重审", remanding, court), "")
        for b in _only(offered.get(key, ())):
            named = any(told.role == "before" for told in b.restated)
            if not named and b.decided and b.decided > remanding.decided:
                yield Link(remanding, b, KINDS["first"], None)


def _groups(docs: Sequence[Brief], links: Iterable[Link]) -> list[list[Brief]]:
    """The documents by connected component, in order."""
    root = {b.document: b.document for b in docs}

    def find(document: str) -> str:
        while root[document] != document:
            root[document] = document = root[root[document]]
        return document

    for k in links:
        root[find(k.upper.document)] = find(k.lower.document)
    groups: dict[str, list[Brief]] = defaultdict(list)
    for b in docs:
        groups[find(b.document)].append(b)
    return list(groups.values())
