"""What linking and the checks across documents need of one document: small, and kept without its text."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct, json

from anjian.documents.model import Penalty, Place


class Mark(Place, frozen=True, kw_only=True):
    """A place of the document's text as given, with its exact words."""

    words: str


class Person(Struct, frozen=True, array_like=True, gc=False):
    """A party of the head: role, name and the bracketed role of an earlier instance."""

    role: str
    name: str
    former_role: str | None
    body: bool


class Seat(Struct, frozen=True, array_like=True, gc=False):
    """A judge or lay judge who signed."""

    role: str
    name: str
    mark: Mark


class Sentence(Struct, frozen=True, array_like=True, gc=False):
    """One pronounced or restated penalty; `mark` is the bare term (有期徒刑三年), `shown` the whole of it."""

    party: str
    charge: str | None
    penalty: Penalty
    total: bool
    origin: str | None
    mark: Mark
    shown: str


class Sum(Struct, frozen=True, array_like=True, gc=False):
    """An amount of money, yuan."""

    value: Decimal
    mark: Mark


class Restated(Struct, frozen=True, array_like=True, gc=False):
    """A decision that the document names by number as one of its own case.

    `key` is the number's (see `numbers.key`); `court` and `day` as restated, None where the text does not say;
    `role` is below (the decision under review, or one before it), title (what is enforced) or before (told in
    the course of a new hearing); `sentences` and `sums` are its result as restated, `sections` where the number stands.
    `reviewed` tells that the words beside it make it a decision of this very case (不服, 提出上诉, 撤销, 发回), not one
    that somebody cites.
    """

    number: str
    key: str
    role: str
    mark: Mark
    court: str | None = None
    court_mark: Mark | None = None
    day: date | None = None
    day_mark: Mark | None = None
    document_type: str | None = None
    sentences: tuple[Sentence, ...] = ()
    sums: tuple[Sum, ...] = ()
    sections: tuple[str, ...] = ()
    reviewed: bool = False


class Cause(Struct, frozen=True, array_like=True, gc=False):
    """Why a decision was reversed or remanded: 事实不清 法律适用 程序 新证据 量刑 其他, with the court's words."""

    kind: str
    mark: Mark


class Reversal(Struct, frozen=True, array_like=True, gc=False):
    """A decision quashed, changed or remanded: `kind` is 改判, 发回重审 or 撤销."""

    kind: str
    mark: Mark
    causes: tuple[Cause, ...]


class Brief(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One document. `source` and `line` say where it came from.

    `appellants` are who appealed as the document tells: 被告人 检察院 自诉人 附带民事当事人 原告 被告 第三人 当事人,
    none twice. `remanded` marks a new hearing after remand, `reopened` one after final judgment, `supplemented` a
    charge added since. `result` is how the disposition begins, `awarded` are its sums, `claimed` is the largest sum
    in the claims, `days` are those in the findings. `grounds` are the accepted grounds of sentencing, `degrees` the
    words that tell how grave the crime was (数额巨大, 轻伤二级), `stake` is the largest sum in the findings.
    """

    document: str
    source: str
    line: int | None
    number: str | None
    number_mark: Mark | None
    key: str | None
    suffix: str
    court: str | None
    level: str | None
    document_type: str | None
    case_type: str | None
    instance: str | None
    decided: date | None
    decided_mark: Mark | None
    cause: str | None
    parties: tuple[Person, ...]
    appellants: tuple[str, ...]
    seats: tuple[Seat, ...]
    result: str
    verdicts: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    awarded: tuple[Sum, ...]
    restated: tuple[Restated, ...]
    remanded: bool
    reopened: bool
    supplemented: bool
    withdrawn: bool
    claimed: Decimal | None
    days: tuple[date, ...]
    grounds: tuple[str, ...]
    degrees: tuple[str, ...]
    stake: Decimal | None
    reversal: Reversal | None

    @property
    def names(self) -> frozenset[str]:
        """The parties' names, without the prosecution and other offices of the state in their office."""
        return frozenset(p.name for p in self.parties if p.role not in OFFICES)

    @property
    def called(self) -> str:
        """What people call it: its number, else its id."""
        return self.number or self.document

    def dumps(self) -> str:
        """The brief as JSON."""
        return json.encode(self).decode()

    @classmethod
    def loads(cls, text: str) -> Brief:
        """The brief behind the JSON of `dumps`."""
        return json.decode(text, type=cls)


#: Roles of those who act for the state, of representatives, and of victims, whom a later instance may not list.
OFFICES = frozenset(
    {
        "公诉机关", "原公诉机关", "抗诉机关", "申诉机关", "执行机关", "提请机关", "报请机关", "公益诉讼起诉人",
        "刑事附带民事公益诉讼起诉人", "法定代理人", "法定代表人", "诉讼代表人", "负责人", "被害人", "被害单位",
    }
)  # fmt: skip
