"""The results a decision pronounces: for whom, for which crime, which penalty.

A disposition is read as a row of heads and pieces. A head opens a result: 被告人甲犯盗窃罪 (party and
charge), 决定执行 (a total), 与前罪… or 撤销…缓刑 (an earlier penalty). The penalty words after it, up to
the next head, are its penalty.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import TYPE_CHECKING

from msgspec import Struct, field

from .disposition import Stretch, stretches
from .model import Penalty, Result, Term
from .penalty_words import DURATION, Piece, build, pieces, speaks_of_penalty
from .terms_stated import with_terms

if TYPE_CHECKING:
    from .judgment import Judgment

ROLE = (
    r"(?:原审上诉人|申诉人|上诉人|原审被告单位|原审被告人|被告单位|被告人|自诉案件被告人|罪犯)"
    r"(?:（[^（）]{1,20}）)?"
)
_KIND = r"(?:死刑|无期徒刑|有期徒刑|拘役|管制|免[予于除](?:刑事)?处|罚金|单处|并处)"
_NAMED = (
    rf"(?:（[^（）]{{1,20}}）)?[：:]?(?P<party%d>[^，。；：（）的犯]{{1,60}}?)(?:（[^（）]{{1,40}}）)?，?"
    rf"(?=(?:均|各|又|还|分别|已|因|系)?(?:犯(?!罪)|以[^，。；]{{2,30}}罪|判|无罪|免|减|适用|宣告|{_KIND}|决定|数罪|合并|所犯))"
)
_WITH = (
    r"(?=[^，。；]{0,90}?(?:前罪|原判|原犯|前判|前犯|所判|判处|尚未执行|未执行|未服|余刑|剩余|刑罚|法院|本院))"
    r"(?P<with%d>)"
)
_BEFORE_WITH = "，；。：并应将"
_TO_SERVE = r"[^，。；（）]{0,20}?执行(?:的?刑[期罚])?为?"
#: What a head is is told by the last of its groups. Each alternative begins with a character of its own, which lets
#: the search step over the others quickly.
_HEAD = re.compile(
    rf"原(?:审(?:上诉人|被告(?:单位|人)){_NAMED % 1}"
    rf"|(?=(?:犯|判|判处|处|被判处)[^，。；审决以认]{{0,30}}(?:罪|{_KIND}))(?P<old1>))"
    rf"|申诉人{_NAMED % 2}|上诉人{_NAMED % 3}|被告(?:单位|人){_NAMED % 4}|自诉案件被告人{_NAMED % 5}|罪犯{_NAMED % 6}"
    rf"|与(?<=[{_BEFORE_WITH}]与){_WITH % 1}|连同(?<=[{_BEFORE_WITH}]连同){_WITH % 2}"
    rf"|和(?<=[{_BEFORE_WITH}]和){_WITH % 3}|同(?<=[{_BEFORE_WITH}]同){_WITH % 4}"
    r"|前(?:罪(?P<was>(?:犯罪|侵犯|[^罪犯，。；：（）]){2,30}罪)?|因)(?P<old2>)"
    r"|余刑(?P<old3>)|剩余刑期(?P<old4>)|尚未执行(?P<old5>)|曾因(?P<old6>)"
    rf"|决定{_TO_SERVE}(?P<total1>)|合并(?:{_TO_SERVE}(?P<total2>)|刑期(?P<sum1>))"
    rf"|并罚(?:[，,]?{_TO_SERVE}|[，,]?(?=有期徒刑|判处)|[，,]?决定(?:判处)?)(?P<total3>)"
    r"|总(?:和刑期|刑期)(?P<sum2>)|刑期总和(?P<sum3>)"
    r"|犯有?(?P<crime1>(?!有?罪)(?:犯罪|侵犯|（边）|[^罪犯，。；：（）]){1,30}罪)"
    r"|以(?P<crime2>(?:以危险方法)?(?:犯罪|侵犯|（边）|[^罪犯，。；：（）以]){2,30}罪)(?=[，]?(?:，|分别|各|均|依法)?(?:判|对|免))"
    r"|；(?P<stop1>)|。(?P<stop2>)"
)
_KINDS = {name: name.rstrip("123456") for name in _HEAD.groupindex}
_QUOTING = re.compile(r"维持|撤销|核准|驳回|准许")
_LIFT = re.compile(rf"撤销[^。；]{{0,120}}?(?:缓刑(?:{DURATION})?|假释)(?=部分|的|执行|宣告|[，。；、（]|$)")
_FRESH = re.compile(r"改判|(?<=，)(?:对)?上诉人")
_SUBJECT = re.compile(r"[^，。；：、（）犯]{2,12}$")
_NOT_NAME = frozenset("又还原前所曾因且再均其该被以对的系")
_ROLE = re.compile(ROLE)
_BRACKET = re.compile(r"（[^（）]*）")
_BETWEEN = re.compile(r"[、，]|以及|及|和(?=被告)")
_SEPARATORS = frozenset("、，及和")
_PLACE = itemgetter(0, 1)


class _Open(Struct):
    """A result being read, in plain indexes."""

    start: int
    parties: tuple[str, ...]
    charge: str | None = None
    total: bool = False
    earlier: bool = False
    sum_only: bool = False
    found: list[Piece] = field(default_factory=list)


def read_pronounced(j: Judgment) -> tuple[tuple[Result, ...], tuple[Term, ...]]:
    """The results pronounced by this decision, in order, and the spans of days stated for a term or a probation."""
    cut = j.cut("disposition")
    if cut is None:
        return (), ()
    results = parse_results(j, cut.start, cut.end) if speaks_of_penalty(j.plain, cut.start, cut.end) else ()
    return with_terms(j, cut, results)


def parse_penalty(j: Judgment, start: int, end: int) -> Penalty | None:
    """The first pronounced penalty in a plain stretch, or None. It ends where a second one begins."""
    found: list[Piece] = []
    for piece in pieces(j.plain, start, end):
        if piece.main and any(p.main for p in found):
            break
        found.append(piece)
    return build(j, found)


def parse_results(j: Judgment, start: int, end: int, default_party: str | None = None) -> tuple[Result, ...]:
    """The results pronounced in a plain stretch; serves a restated lower decision as well.

    Items that only keep, quash or approve another judgment are left out, save the earlier penalty of
    a probation that is revoked. `default_party` is whom a result concerns that names nobody.
    """
    reader = _Reader(j, default_party)
    for item in stretches(j, start, end):
        reader.read(item)
    return tuple(reader.results)


class _Reader:
    """Reads items one after another; the party last named carries over to the next."""

    def __init__(self, j: Judgment, default_party: str | None) -> None:
        self.j = j
        self.text = j.plain
        self.parties: tuple[str, ...] = (default_party,) if default_party else ()
        self.charge: str | None = None
        self.results: list[Result] = []

    def read(self, item: Stretch) -> None:
        at = self._after_quote(item)
        self.now: _Open | None = None
        self.earlier = (0, 0)
        self.charge = None
        lift = _LIFT.search(self.text, item.body, item.end)
        if lift and at <= lift.end():
            self.earlier = (lift.start(), self._sentence_end(lift.end(), item.end))
        for token in _tokens(self.text, at, item.end):
            if isinstance(token, Piece):
                self._piece(token, item)
            else:
                self._head(token, item)
        self._close(item)

    def _after_quote(self, item: Stretch) -> int:
        """Where an item's own words begin: behind what it quotes of the judgment it keeps or quashes."""
        if not _QUOTING.match(self.text, item.body):
            return item.body
        if self.text.startswith("核准", item.body):
            return item.end
        if _LIFT.match(self.text, item.body) and not self._instead_of(item):
            return item.body
        end = self._sentence_end(item.body, item.end)
        fresh = _FRESH.search(self.text, item.body, end)
        if fresh and "即" not in self.text[item.body : fresh.start()]:
            return fresh.start()
        if item.number is not None and "即" in self.text[item.body : item.end]:
            return item.end
        return end

    def _instead_of(self, item: Stretch) -> bool:
        """Whether 撤销 quotes a judgment under review rather than a probation: 撤销…判决第一项，即…."""
        first = self.text[item.body : self._sentence_end(item.body, item.end)]
        return "即" in first or "量刑" in first or "改判" in first

    def _sentence_end(self, at: int, limit: int) -> int:
        ends = [i for i in (self.text.find(stop, at, limit) for stop in "。；") if i >= 0]
        return min(ends) + 1 if ends else limit

    # -- tokens -------------------------------------------------------------------------------

    def _head(self, m: re.Match[str], item: Stretch) -> None:
        kind = _KINDS[m.lastgroup or ""]
        if kind == "stop":
            if self.now and self.now.earlier and not self._is_earlier(m.start()):
                self._close(item)
        elif kind == "party":
            self._close(item)
            self.parties = self._names(m)
            self.now = _Open(m.start(), self.parties, earlier=self._is_earlier(m.start()))
        elif kind == "crime":
            self._crime(m, item)
        elif kind == "total":
            self._close(item)
            self.earlier = (0, 0)
            start = m.start() + (m[0].startswith("并罚") and len(m[0]) - len(m[0][2:].lstrip("，,")))
            self.now = _Open(start, self.parties, total=True)
        elif kind == "sum":
            self._close(item)
            self.now = _Open(m.start(), self.parties, sum_only=True)
        elif kind == "with" or not self._is_earlier(m.start()):
            self._close(item)
            self.earlier = (m.start(), self._sentence_end(m.end(), item.end))
            self.now = _Open(m.start(), self.parties, charge=m["was"], earlier=True)
        elif m["was"] and self.now:
            self.now.charge = m["was"]

    def _is_earlier(self, at: int) -> bool:
        return self.earlier[0] <= at < self.earlier[1]

    def _names(self, m: re.Match[str]) -> tuple[str, ...]:
        """The names of a party head. 均 after a single name is its last character, not "each"."""
        which = m.lastgroup or ""
        names = names_of(m[which])
        if len(names) == 1 and self.text.startswith("均犯", m.end(which)):
            return (names[0] + "均",)
        return names

    def _crime(self, m: re.Match[str], item: Stretch) -> None:
        charge = m["crime1"] or m["crime2"]
        earlier = self._is_earlier(m.start())
        subject = self._subject(m.start(), item)
        fresh = self.now and not self.now.found and self.now.charge is None and not self.now.total
        if fresh and self.now and not subject:
            self.now.charge = charge
        else:
            start = m.start()
            self._close(item)
            if subject:
                self.parties, start = (subject,), m.start() - len(subject)
            self.now = _Open(start, self.parties, charge=charge, earlier=earlier)
        if not earlier:
            self.charge = charge

    def _subject(self, at: int, item: Stretch) -> str | None:
        """The name right before 犯 where no role word stands: 甲某犯盗窃罪."""
        m = _SUBJECT.search(self.text, max(item.body, at - 12), at)
        if not m or _ROLE.search(self.text, m.start(), at):
            return None
        name = m[0]
        opens = m.start() == item.body or self.text[m.start() - 1] in "。；"
        return name if opens and not _NOT_NAME & set(name) else None

    def _piece(self, piece: Piece, item: Stretch) -> None:
        if self.now is None:
            if not piece.main or not self.parties:
                return
            self.now = _Open(piece.start, self.parties, charge=self.charge)
        now = self.now
        if now.sum_only:
            return
        if piece.main and any(p.main for p in now.found):
            earlier = self._is_earlier(piece.start)
            self._close(item)
            self.now = now = _Open(piece.start, self.parties, charge=self.charge, earlier=earlier)
        now.found.append(piece)

    def _close(self, item: Stretch) -> None:
        now, self.now = self.now, None
        if now is None or not now.found or now.sum_only:
            return
        penalty = build(self.j, now.found)
        if penalty is None:
            return
        inherits = not (now.total or now.earlier or penalty.acquitted)
        charge = now.charge or (self.charge if inherits else None)
        for party in now.parties or ("",):
            self.results.append(
                Result(
                    *self.j.span(now.start, now.found[-1].end), party=party, charge=charge,
                    penalty=penalty, total=now.total, term=None, item=item.number,
                    origin="earlier" if now.earlier else None,
                )
            )  # fmt: skip


def names_of(words: str) -> tuple[str, ...]:
    """The names in 甲某、被告人乙某."""
    if "人" in words or "位" in words or "罪犯" in words:
        words = _ROLE.sub("", words)
    parts = (words,) if _SEPARATORS.isdisjoint(words) else _BETWEEN.split(words)
    return tuple([name for part in parts if (name := part.strip("“”"))])


def _tokens(text: str, start: int, end: int) -> list[re.Match[str] | Piece]:
    """Heads and pieces in order of place; those inside a bracketed note are left out."""
    both: list[tuple[int, int, re.Match[str] | Piece]] = [(m.start(), 0, m) for m in _HEAD.finditer(text, start, end)]
    both += [(p.start, 1, p) for p in pieces(text, start, end)]
    both.sort(key=_PLACE)
    if text.find("（", start, end) < 0:
        return [token for _, _, token in both]
    notes = [m.span() for m in _BRACKET.finditer(text, start, end)]
    out, i = [], 0
    for at, _, token in both:
        while i < len(notes) and notes[i][1] <= at:
            i += 1
        if i == len(notes) or at <= notes[i][0]:
            out.append(token)
    return out
