"""Make the brief of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from anjian.documents import Judgment
from anjian.documents.anchors import anchors
from anjian.documents.dates import DATE, to_date
from anjian.documents.model import LowerDecision, Party, Penalty, Place, Result

from .brief import Brief, Mark, Person, Restated, Seat, Sentence, Sum
from .numbers import NUMBER, key, key_of
from .reversals import reversal

F = TypeVar("F", bound=Place)

_TERM = re.compile(r"(?:管制|拘役|有期徒刑)[一二三四五六七八九十两半个零又年月0-9]+|无期徒刑|死刑")
_DECISION = re.compile(r"的?(?:再审|驳回申诉|刑事|民事|行政|执行)?(?:附带民事)?(判决|裁定|调解|决定)书?")
_MADE = re.compile(r"作出|做出|以|宣判|判决|裁定|下达")
_OTHER_DAY = re.compile(r"立案|受理|开庭|公开|送达|收到|提起|起诉|上诉|申请|抗诉|移送|生效|撤销|维持|变更")
_DECIDES = re.compile(r"(?:作出|做出)?(?:民事|行政|刑事)?(?:判决|裁定)(?:如下)?[：:，]?")
_COURT = re.compile(r"[一-龥]{2,30}?法院")
_COURT_HEAD = re.compile(r"^.*(?:日|经|由|不服|该案|^对|被|与|及|向|因|撤销|维持|判决和?|裁定和?)")
#: Behind a number: an earlier sentence's probation is what is revoked, not this case's decision.
_REVOKES = re.compile(r"[^。；]{0,80}(?:缓刑|假释)(?:部分|的?执行|的?宣告|[，。；、]|$)")
#: What is called a court without being named, or is named as the giver of a rule.
_NO_NAME = re.compile(r"[原一二再]审|原[判作]|[上下该本我各]|同级|最高人民法院(?!（|于|以|作出|审)")
#: Before and behind the number of a decision of this very case.
_APPEALS_FROM = re.compile(r"(?:不服|撤销|维持)[^。；]{0,60}$")
_GOES_ON = re.compile(
    r"[^。；《]{0,40}(?:判决|裁定|决定|调解)[^。；]{0,40}[，。；]?[^。；]{0,40}"
    r"(?:不服|上诉|抗诉|申诉|再审|提审|发生法律效力|生效|撤销|发回)"
)
_OURS = re.compile(r"[本我]院")
_PROTEST = anchors("抗诉")
_PROTEST_OFF = re.compile(r"撤回[^，。]{0,8}抗诉|撤抗")
_SUPPLEMENT = anchors("补充起诉", "追加起诉", "变更起诉", "撤回起诉", "重新起诉", "重新提起公诉", "新的犯罪事实")
_APPEALED = re.compile(
    r"(?P<who>[^，。；：]{2,60}?)(?:均|分别|也|亦)?(?:对[^，。；]{0,20})?不服[^。；]{0,30}?(?:提出|提起)?上诉"
)
_SIDES = ("被告", "原告", "第三人")
_WITHDRAWN = anchors("准许", "按撤", "按自动撤", "驳回", "不予受理")
_WITHDRAWAL = re.compile(
    r"准许[^，。；]{0,40}撤(?:回起诉|诉)|按(?:自动)?撤(?:回起诉|诉)(?:处理)?|驳回[^，。；]{0,30}起诉|不予受理"
)
_DEGREES = anchors(
    "数额特别巨大", "数额巨大", "数额较大", "情节特别严重", "情节严重", "情节较轻", "情节恶劣",
    "轻伤一级", "轻伤二级", "重伤一级", "重伤二级", "死亡",
)  # fmt: skip
_DEGREE = re.compile("|".join(_DEGREES.words))
_KEPT_DAYS = 40
_SHOWN = 60
_SHORT_RESULT = 100


def brief_of(judgment: Judgment, document: str, source: str = "", line: int | None = None) -> Brief:
    """The brief of a read document. Never raises."""
    j = judgment
    number, court, title, course = j.case_number, j.court, j.title, j.course
    criminal = title is not None and title.case_type == "刑事"
    own = key(number.text) if number else None
    return Brief(
        document=document,
        source=source,
        line=line,
        number=number.text if number else None,
        number_mark=_mark(j, number) if number else None,
        key=own,
        suffix=number.suffix if number else "",
        court=court.name if court else None,
        level=court.level if court else None,
        document_type=title.document_type if title else None,
        case_type=title.case_type if title else None,
        instance=j.instance,
        decided=j.decided.value if j.decided else None,
        decided_mark=_mark(j, j.decided) if j.decided else None,
        cause=_cause(j, criminal),
        parties=tuple(Person(p.role, p.name, p.former_role, p.kind == "body") for p in j.parties if p.name),
        appellants=_appellants(j),
        seats=tuple(Seat(m.role, m.name, _mark(j, m)) for m in j.members),
        result=_result(j),
        verdicts=tuple(v.kind for v in j.verdicts),
        sentences=tuple(_sentences(j, j.results)) if criminal else (),
        awarded=_sums(j, *_disposition(j)),
        restated=tuple(_restated(j, own)),
        remanded=bool(course and course.remanded) and j.instance == "first",
        reopened=bool(course and course.reopened),
        supplemented=j.has(_SUPPLEMENT),
        withdrawn=j.has(_WITHDRAWN) and _WITHDRAWAL.search(j.part("disposition")) is not None,
        claimed=None if criminal else _largest(j, "claims"),
        days=() if criminal else _days(j),
        grounds=_grounds(j) if criminal else (),
        degrees=_degrees(j) if criminal else (),
        stake=_largest(j, "findings") if criminal else None,
        reversal=reversal(j),
    )


def bare_term(judgment: Judgment, penalty: Penalty) -> Place:
    """Where the bare term (有期徒刑三年六个月) of a penalty stands, else the whole of it."""
    start, end = judgment.plain_span(penalty)
    m = _TERM.search(judgment.plain, start, end)
    return judgment.place(m.start(), m.end()) if m else penalty


def _mark(j: Judgment, place: Place) -> Mark:
    start, end = place.start, place.end
    return Mark(start, end, words=j.text[start:end])


def _cause(j: Judgment, criminal: bool) -> str | None:
    if not criminal:
        return j.cause.name if j.cause else None
    charges = sorted({r.charge for r in j.results if r.charge and r.origin is None})
    return "、".join(charges) or None


def _sentences(j: Judgment, results: Iterable[Result]) -> Iterator[Sentence]:
    for r in results:
        start, end = j.plain_span(r.penalty)
        m = _TERM.search(j.plain, start, end)
        mark = _mark(j, j.place(m.start(), m.end()) if m else r.penalty)
        shown = j.plain[start : min(end, start + _SHOWN)]
        yield Sentence(r.party, r.charge, r.penalty, r.total, r.origin, mark, shown)


def _disposition(j: Judgment) -> tuple[int, int]:
    cut = j.cut("disposition")
    return (cut.start, cut.end) if cut else (0, 0)


def _result(j: Judgment) -> str:
    start, end = _disposition(j)
    words = j.plain[start:end].lstrip("：:")
    return words if len(words) <= _SHORT_RESULT else words[: _SHORT_RESULT - 1] + "…"


def _sums(j: Judgment, start: int, end: int) -> tuple[Sum, ...]:
    """The amounts of money in a plain stretch."""
    return tuple(Sum(a.value, _mark(j, a)) for a in _within(j, j.amounts, start, end))


def _within(j: Judgment, facts: Iterable[F], start: int, end: int) -> list[F]:
    """The facts that begin in a plain stretch."""
    first, last = j.span(start, end)
    return [fact for fact in facts if first <= fact.start < last]


def _grounds(j: Judgment) -> tuple[str, ...]:
    return tuple(sorted({g.kind for g in j.grounds if g.accepted}))


def _largest(j: Judgment, section: str) -> Decimal | None:
    cut = j.cut(section)
    return max((a.value for a in _within(j, j.amounts, cut.start, cut.end)), default=None) if cut else None


def _degrees(j: Judgment) -> tuple[str, ...]:
    """The words that tell how grave the crime was, from the findings and the reasoning."""
    return tuple(sorted(set(_DEGREE.findall(j.part("reasoning", "findings"))))) if j.has(_DEGREES) else ()


def _days(j: Judgment) -> tuple[date, ...]:
    """The days in the findings."""
    cut = j.cut("findings")
    found = _within(j, j.dates, cut.start, cut.end) if cut else ()
    return tuple(sorted({d.value for d in found if d.value}))[:_KEPT_DAYS]


# -- who appealed -----------------------------------------------------------------------------


def _appellants(j: Judgment) -> tuple[str, ...]:
    """Who appealed or protested; of a document after remand, as its course tells."""
    if j.instance == "first" and not (j.course and j.course.remanded):
        return ()
    sides = {_side(p) for p in j.parties if p.role in ("上诉人", "上诉单位")}
    told = j.part("parties", "course", "lower")
    if j.instance == "first" or (not sides and "上诉" in j.part("course")):
        sides |= {side for m in _APPEALED.finditer(told) for side in _named(m["who"])}
    if any(p.role == "抗诉机关" for p in j.parties) or (
        j.has(_PROTEST) and "抗诉" in told and not _PROTEST_OFF.search(j.plain)
    ):
        sides.add("检察院")
    return tuple(sorted(sides))


def _side(party: Party) -> str:
    return next((side for side in _named(party.former_role or "")), "当事人")


def _named(words: str) -> Iterator[str]:
    """The side a passage names: 原审被告人 → 被告人, 原审原告 → 原告."""
    if "自诉人" in words:
        yield "自诉人"
    elif "附带民事" in words:
        yield "附带民事当事人"
    elif "被告人" in words or "被告单位" in words:
        yield "被告人"
    else:
        yield from (side for side in _SIDES if side in words)


# -- decisions of the same case that it names ---------------------------------------------------


class _Named(NamedTuple):
    """A number of an earlier decision, what that is to this one, and how the document restates it, where it does."""

    number: re.Match[str]
    role: str
    lower: LowerDecision | None = None


def _restated(j: Judgment, own: str | None) -> Iterator[Restated]:
    """The decisions named as earlier ones of this very case, each number once, in the order of the text."""
    named = [*_below(j), *_enforced(j), *_before(j)]
    if not named:
        return
    numbers: dict[str, list[re.Match[str]]] = {}
    for m in NUMBER.finditer(j.plain):
        numbers.setdefault(key_of(m), []).append(m)
    seen = {own, *(k for k, matches in numbers.items() if any(_another_case(j, m) for m in matches))}
    for one in named:
        its = key_of(one.number)
        if its not in seen:
            seen.add(its)
            matches = numbers.get(its, [])
            told = _from_lower(j, one.lower, one.number) if one.lower else _told(j, one.number, one.role)
            where = tuple(dict.fromkeys(j.section_at(m.start()) for m in matches))
            yield replace(told, sections=where, reviewed=told.role == "title" or _is_reviewed(j, matches))


def _is_reviewed(j: Judgment, matches: list[re.Match[str]]) -> bool:
    """Whether somewhere in the document the words beside the number tell that it is this case's own."""
    return any(
        _APPEALS_FROM.search(j.plain, max(m.start() - 60, 0), m.start()) or _GOES_ON.match(j.plain, m.end())
        for m in matches
    )


def _below(j: Judgment) -> Iterator[_Named]:
    if j.instance == "first":
        return
    for lower in j.lower:
        found = NUMBER.search(j.plain, j.plain_span(lower)[0]) if lower.case_number else None
        if found and lower.case_number:
            yield _Named(found, "below", lower)


def _from_lower(j: Judgment, lower: LowerDecision, m: re.Match[str]) -> Restated:
    one = _told(j, m, "below")
    kind = lower.document_type or one.document_type
    start, end = j.plain_span(lower.text) if lower.text else (0, 0)
    day = _day_before(j, start) if one.day is None else None
    return replace(
        one,
        day=to_date(day) if day else one.day,
        day_mark=_mark(j, j.place(day.start(), day.end())) if day else one.day_mark,
        document_type=kind,
        sentences=tuple(_sentences(j, lower.results)),
        sums=_sums(j, start, end),
    )


def _enforced(j: Judgment) -> Iterator[_Named]:
    found = j.enforcement
    for number in found.title_numbers if found else ():
        at = j.plain.find(number)
        m = NUMBER.match(j.plain, at) if at >= 0 else None
        if m:
            yield _Named(m, "title")


def _before(j: Judgment) -> Iterator[_Named]:
    """In the course of a new hearing the decisions before it; of an upper court those its disposition names."""
    course = j.course
    if j.instance == "first" and not (course and (course.remanded or course.reopened)):
        return
    stretches = [j.plain_span(course)] if course else []
    if j.instance in ("second", "retrial"):
        stretches += [(c.start, c.end) for c in j.cuts if c.name in ("lower", "disposition")]
        role = "below"
    else:
        stretches += [(c.start, c.end) for c in j.cuts if c.name == "lower"]
        role = "before"
    for start, end in stretches:
        for m in NUMBER.finditer(j.plain, start, end):
            if _DECISION.match(j.plain, m.end()):
                yield _Named(m, role)


def _another_case(j: Judgment, m: re.Match[str]) -> bool:
    """Whether the number is of another kind of case, or of an earlier sentence whose probation is revoked."""
    if j.title and j.title.case_type == "刑事" and "刑" not in m["body"]:
        return True
    return "撤销" in j.plain[max(m.start() - 40, 0) : m.start()] and _REVOKES.match(j.plain, m.end()) is not None


def _told(j: Judgment, m: re.Match[str], role: str) -> Restated:
    """A number with the court and the day that the same sentence gives it."""
    sentence = 0
    for stop in "。；\n":
        sentence = max(j.plain.rfind(stop, sentence, m.start()) + 1, sentence)
    sentence = max([sentence, *(n.end() for n in NUMBER.finditer(j.plain, sentence, m.start()))])
    kind = _DECISION.match(j.plain, m.end())
    court, day = _court(j, sentence, m.start()), _day(j, sentence, m.start())
    ours = _OURS.search(j.plain, sentence, m.start()) and j.section_at(m.start()) != "lower"
    own = j.court.name if j.court and ours else None
    return Restated(
        number=m[0],
        key=key_of(m),
        role=role,
        mark=_mark(j, j.place(m.start(), m.end())),
        court=court.words if court else own,
        court_mark=court,
        day=to_date(day) if day else None,
        day_mark=_mark(j, j.place(day.start(), day.end())) if day else None,
        document_type=f"{kind[1]}书" if kind else None,
    )


def _day(j: Judgment, start: int, end: int) -> re.Match[str] | None:
    """The day the decision was made: the last one before the number, when nothing else happened on it."""
    days = list(DATE.finditer(j.plain, start, end))
    if not days or to_date(days[-1]) is None:
        return None
    between = j.plain[days[-1].end() : end]
    return days[-1] if _MADE.search(between) and not _OTHER_DAY.search(between) and len(between) <= 40 else None


def _day_before(j: Judgment, result: int) -> re.Match[str] | None:
    """The day told right before the restated result: 一审法院…于某年某月某日判决：."""
    days = list(DATE.finditer(j.plain, max(result - 40, 0), result))
    if not days or to_date(days[-1]) is None:
        return None
    return days[-1] if _DECIDES.fullmatch(j.plain, days[-1].end(), result) else None


def _court(j: Judgment, start: int, end: int) -> Mark | None:
    """The court whose decision it is: the last one named before the number, when nobody else stands between."""
    named = list(_COURT.finditer(j.plain, start, end))
    if not named or len(j.plain[named[-1].end() : end]) > 60:
        return None
    head = _COURT_HEAD.match(named[-1][0])
    begin = named[-1].start() + (head.end() if head else 0)
    if named[-1].end() - begin < 6 or _NO_NAME.match(j.plain, begin):
        return None
    return _mark(j, j.place(begin, named[-1].end()))
