"""Clauses of interest: base, rate, start and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from .anchors import anchors
from .dates import Found, fact
from .dates import scan as scan_dates
from .lazy import fact as lazy
from .model import DateFact
from .model_civil import Interest
from .money import Sum, scan, sums_between
from .numerals import HAN
from .rates import Rate, Reference, rates, references

if TYPE_CHECKING:
    from .judgment import Judgment

_NOT_HERE = frozenset(("head", "parties", "basis", "notice", "fees", "signature", "annex"))
_LABEL = re.compile(
    r"逾期(?:付款|还款|支付|利息)?(?:的)?(?:利息|违约金|罚息)(?:损失)?|资金占用(?:期间)?(?:的)?(?:费用?|利息|损失)(?:损失)?"
    r"|利息损失|违约金|滞纳金|罚息|复利|迟延(?:付款)?利息|孳息|利息"
)
#: 违约金（以…: the label stands before the bracket its clause opens with.
_LABEL_OPENS = re.compile(rf"(?:{_LABEL.pattern})（$")
_ANCHOR = re.compile(r"利息|违约金|罚息|复利|滞纳金|资金占用|孳息|[利月年]息[0-9一二三四五六]|利率")
#: Some of these words stands wherever the anchor does.
_WORDS = anchors(
    "利息", "违约金", "罚息", "复利", "滞纳金", "资金占用", "孳息", "月息", "年息", "利率",
)  # fmt: skip
_DELAY = re.compile(r"[迟延][延期缓迟]?履行")
_TITLE = re.compile(r"《[^《》]{1,80}》|〈[^〈〉]{1,60}〉")
_QUOTED = re.compile(r"“[^“”]{20,600}”")
_BEGIN = re.compile(
    r"(?:自|从|由)(?P<what>[^，。；、（）自从至到]{2,36}?)(?:之日)?(?:（含[^）]{0,6}）)?(?:起|开始)"
    r"|(?P<bare>(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)(?:之日)?(?:起|开始)"
    r"|(?:自|从)(?P<open>(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)(?=[，、计按至到])"
)
_PAID = r"(?:付清|清偿|还清|履行|给付|偿还|偿清|支付|返还|归还|结清|清结|兑付|交清|缴清|清讫)"
_FINISH = re.compile(
    r"(?:至|到|止于)(?P<what>"
    r"(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日"
    r"|[一二][〇一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,4}日"
    r"|(?:同年|当年)?[0-9]{1,2}月[0-9]{1,2}日"
    rf"|[^，。；（）至到]{{0,40}}?(?:{_PAID}|生效|届满|确定|交付|起诉|立案)[^，。；（）至到]{{0,14}}?(?:之日|日|时|止|完毕|清)"
    r")(?:止|为止)?"
)
#: 截至2019年12月31日的利息为…: the end told first.
_UP_TO = re.compile(r"(?:截至|截止到?|计算?至|暂计至|算至)(?P<what>(?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)(?:止)?")
_OPEN_ENDED = re.compile(rf"{_PAID}(?!期限|期间|义务期)")
_NOT_OPEN = re.compile(r"届满|期限|期间|生效")
#: 利息12000元（算至…），并自…: a sum told, and then what runs on.
_TOLD = re.compile(
    rf"(?:利息|违约金|罚息|损失)(?:共计|合计|为|计|人民币)*(?:[0-9][0-9.,]*万?元|[{HAN}]+元(?:[{HAN}]角)?(?:[{HAN}]分)?)"
    r"(?:（[^（）]{0,60}）)?(?=，|及|并|和|、)"
)
_THOSE = (
    r"(?P<those>(?:上述|前述|以上|该笔?)[^，。；（0-9]{0,4}(?:款项?|本金|债务|金额|费用))"
    r"的?(?:逾期|资金占用)?(?:利息|违约金)"
)
_BASE = re.compile(
    r"以(?P<words>(?:[^，。；]|(?<=[0-9])，(?=[0-9]{3})){1,50}?)(?:作)?为(?:计算|计息)?(?:基数|本金|基准|基础)"
    r"|(?P<of>(?:[^，。；（以]|(?<=[0-9])，(?=[0-9]{3})){2,30})为(?:计算|计息)?(?:基数|本金)"
    rf"|{_THOSE}"
)
#: What a base called one holds; the search for one is dear.
_CALLED = re.compile("为(?:计[算息])?(?:基[数准础]|本金)")
_THOSE_ALONE = re.compile(_THOSE)
_BASE_BY = re.compile(r"(?:按|按照|就|对)(?:尚欠|未还|剩余|欠付|欠款|借款|贷款|的)*(?:本金|货款|工程款|欠款)$")
_BASE_OF = re.compile(r"(?:为(?:计算)?(?:基数|本金)|[的之](?:逾期|资金占用|同期)?[^，。；0-9]{0,4}(?:利息|违约金))")
_NAMED = re.compile(
    r"(?:本金|借款|货款|欠款|贷款|工程款|价款|租金|款项|款|费|本息)(?:本金)?(?:共计|合计|人民币|余额|[¥￥]|为|计)*$"
)
_STATED = re.compile(r"(?:损失|费用)?(?:（[^（）]{0,60}）)?(?:共计|合计|为|计|共|暂计|暂计为|即|是|：|人民币|[¥￥])*$")
_CAPPED = re.compile(r"(?:超过|超出|高于|低于|上限|限度|最高|不得|为限|以内|未达到|符合)(?:[^，。；]{0,14})$")
_CAPPED_AFTER = re.compile(
    r"[^，。；0-9]{0,8}(?:为限|的上限(?!计)|以内|的限度|的部分|范围内|的保护|的规定|标准上限(?!计)|的最高)"
)
#: A longer sentence is a text without stops, not a clause.
_LONGEST = 3000
_STOP = re.compile("[（）；]")
_T = TypeVar("_T", Rate, Reference)


class _Stretch(Struct, frozen=True):
    """One sentence, or one part of it with its own start of interest, in plain indexes."""

    start: int
    end: int
    begin: re.Match[str] | None


def read_interest(j: Judgment) -> tuple[Interest, ...]:
    """The clauses of interest, default interest and the like, in order, from claims to disposition."""
    out: list[Interest] = []
    for cut in j.cuts if j.has(_WORDS) else ():
        spots = () if cut.name in _NOT_HERE else j.spots(_WORDS, cut.start, cut.end)
        if not spots:
            continue
        text = _without_quotes(j.plain, cut.start, cut.end, cut.name)
        for start, end in _sentences(text, spots, cut.start, cut.end):
            if end - start < _LONGEST and _ANCHOR.search(text, start, end):
                out += _clauses(j, text, start, end, cut.name)
    return tuple(out)


def _without_quotes(text: str, start: int, end: int, name: str) -> str:
    """The text with titles, and in the reasoning provisions quoted, blotted out; indexes kept."""

    def blot(m: re.Match[str]) -> str:
        return "□" * len(m[0])

    whole = text[start:end]
    part = _TITLE.sub(blot, whole) if "《" in whole or "〈" in whole else whole
    if name == "reasoning" and "“" in part:
        part = _QUOTED.sub(blot, part)
    return text if part is whole else text[:start] + part + text[end:]


def _sentences(text: str, spots: Sequence[int], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces between the full stops round any of the spots."""
    done = start
    for spot in spots:
        if spot >= done:
            begin = text.rfind("。", done, spot) + 1 or done
            stop = text.find("。", spot, end)
            stop = stop if stop >= 0 else end
            yield from _parts(text, begin, stop)
            done = stop + 1


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of a sentence between semicolons outside brackets."""
    depth, begin = 0, start
    for m in _STOP.finditer(text, start, end):
        if m[0] == "（":
            depth += 1
        elif m[0] == "）":
            depth = max(0, depth - 1)
        elif depth == 0:
            yield begin, m.start()
            begin = m.end()
    yield begin, end


def _clauses(j: Judgment, text: str, start: int, end: int, name: str) -> Iterator[Interest]:
    if _DELAY.search(text, start, end) and ("加倍" in text[start:end] or "双倍" in text[start:end]):
        return
    whole = _Reading(j, text, start, end, name)
    for stretch in _stretches(text, start, end):
        clause = whole.clause(stretch)
        if clause is not None:
            yield clause


def _stretches(text: str, start: int, end: int) -> list[_Stretch]:
    """The sentence cut at each further start of interest, and behind a sum of interest told before the first."""
    begins = list(_BEGIN.finditer(text, start, end))
    told = [m.end() for m in _TOLD.finditer(text, start, begins[0].start() if begins else end)]
    further = [_boundary(text, before.end(), after.start()) for before, after in pairwise(begins)]
    bounds = [start, *told, *further, end]
    owners: list[re.Match[str] | None] = [None] * len(told)
    owners += begins or [None]
    return [_Stretch(a, b, m) for (a, b), m in zip(pairwise(bounds), owners, strict=True)]


def _boundary(text: str, start: int, end: int) -> int:
    """Where the next clause begins between two starts: at its base where it names one."""
    last = max(text.rfind(c, start, end) for c in "，；、（")
    if last < 0:
        return end
    base = re.search(r"[，；、（](?:以|其中|[^，；、（]{0,10}?[0-9.]+万?元)[^；]*$", text[start:end])
    at = start + base.start() + 1 if base else last + 1
    label = _LABEL_OPENS.search(text, start, at)
    return label.start() if label else at


class _Reading:
    """One sentence on interest, and what its parts share."""

    def __init__(self, j: Judgment, text: str, start: int, end: int, name: str) -> None:
        self.j, self.text, self.start, self.end, self.name = j, text, start, end, name
        self.labels = [m for m in _LABEL.finditer(text, start, end) if not text.startswith("清单", m.end())]
        self.rates = [r for r in rates(text, start, end) if not self._limit(r.start, r.end)]
        self.references = [r for r in references(text, start, end) if not self._limit(r.start, r.end)]
        self.sums = sums_between(j, start, end) if text is j.plain else list(scan(text, start, end))

    @lazy
    def days(self) -> list[Found]:
        """The days named."""
        return list(scan_dates(self.text, self.start, self.end))

    def _limit(self, start: int, end: int) -> bool:
        """Whether a rate is only named as a bound."""
        before = self.text[max(self.start, start - 24) : start]
        return bool(_CAPPED.search(before) or _CAPPED_AFTER.match(self.text, end, self.end))

    def clause(self, s: _Stretch) -> Interest | None:
        """The clause of a stretch; None where it orders, claims or agrees no interest."""
        own, reference = _within(self.rates, s), _within(self.references, s)
        if reference is None and own is None and s.begin and not self.rates and self.references:
            reference = self.references[-1]
        rate = own or (self.rates[-1] if self.rates and s.begin and reference is None else None)
        label = self._label(s, rate, reference)
        if label is None:
            return None
        stated = self._stated(s, label)
        finish = self._finish(s)
        ordered = self.name in ("disposition", "claims")
        if not (rate or reference or stated or (s.begin and ordered)) and not self._bare(label):
            return None
        base, words, base_span = self._base(s, label, stated)
        return self._interest(s, label, rate, reference, stated, finish, base, words, base_span)

    def _interest(
        self, s: _Stretch, label: re.Match[str], rate: Rate | None, reference: Reference | None, stated: Sum | None,
        finish: re.Match[str] | None, base: Decimal | None, words: str | None, base_span: tuple[int, int] | None,
    ) -> Interest:  # fmt: skip
        parts = [label.span(), s.begin.span() if s.begin else None, finish.span() if finish else None, base_span]
        parts += [(p.start, p.end) for p in (rate, reference, stated) if p and s.start <= p.start < s.end]
        inside = [p for p in parts if p and s.start <= p[0] and p[1] <= s.end] or [label.span()]
        begin_words = s.begin["what"] or s.begin["bare"] or s.begin["open"] if s.begin else None
        finish_words = finish["what"] if finish else None
        open_ended = bool(finish_words and _OPEN_ENDED.search(finish_words) and not _NOT_OPEN.search(finish_words))
        return Interest(
            *self.j.span(min(p[0] for p in inside), max(p[1] for p in inside)),
            label=label[0],
            base=base,
            base_words=words,
            rate=rate.yearly if rate else None,
            rate_text=rate.text if rate else None,
            reference=reference.name if reference else None,
            multiple=reference.multiple if reference else None,
            begin=self._day(s.begin),
            finish=self._day(finish),
            to_payment=open_ended,
            stated=stated.value if stated else None,
            section=self.name,
            item=self._item(label.start()),
            begin_words=begin_words,
            finish_words=finish_words,
        )

    def _label(self, s: _Stretch, rate: Rate | None, reference: Reference | None) -> re.Match[str] | None:
        """The label of the stretch: the first within it, else the last before it."""
        inside = [m for m in self.labels if s.start <= m.start() < s.end]
        if inside:
            nucleus = s.begin.start() if s.begin else rate.start if rate else reference.start if reference else s.start
            return min(inside, key=lambda m: abs(m.start() - nucleus))
        if not (s.begin or rate or reference):
            return None
        before = [m for m in self.labels if m.start() < s.start]
        return before[-1] if before else self.labels[0] if self.labels else None

    def _stated(self, s: _Stretch, label: re.Match[str]) -> Sum | None:
        """The sum of interest the text gives."""
        for a in self.sums:
            if s.start <= label.start() and label.end() <= a.start < s.end:
                stated = _STATED.fullmatch(self.text, label.end(), a.start) and not self._as_base(a)
                return a if stated else None
        return None

    def _as_base(self, a: Sum) -> bool:
        return bool(_BASE_OF.match(self.text, a.end, self.end))

    def _finish(self, s: _Stretch) -> re.Match[str] | None:
        after = _FINISH.search(self.text, s.begin.end() if s.begin else s.start, s.end)
        if after or not s.begin:
            return after
        before = _UP_TO.search(self.text, s.start, s.begin.start())
        days = [d.value for d in self.days if before and before.start() <= d.start < s.begin.end() and d.value]
        return before if len(days) == 2 and days[0] > days[1] else None

    def _bare(self, label: re.Match[str]) -> bool:
        """及利息 with nothing more, in what is asked or ordered."""
        after = self.text[label.end() : label.end() + 4]
        return self.name in ("disposition", "claims") and not re.match(r"的诉讼|请求|的请求|之诉", after)

    def _base(
        self, s: _Stretch, label: re.Match[str], stated: Sum | None
    ) -> tuple[Decimal | None, str | None, tuple[int, int] | None]:
        """The sum the interest runs on, how it is named, and where."""
        for part in (s, _Stretch(self.start, s.start, None)):
            called = _CALLED.search(self.text, part.start, part.end)
            m = (_BASE if called else _THOSE_ALONE).search(self.text, part.start, part.end)
            if m:
                which = str(m.lastgroup)
                within = (self.start, m.start()) if which == "those" else m.span(which)
                values = {a.value for a in self.sums if within[0] <= a.start < within[1]}
                return values.pop() if len(values) == 1 else None, m[which], m.span()
        for a in self.sums:
            if s.start <= a.start < s.end and a is not stated and self._is_base(a):
                return a.value, self.text[a.start : a.end], (a.start, a.end)
        return self._owed(label, stated)

    def _is_base(self, a: Sum) -> bool:
        before = self.text[max(self.start, a.start - 12) : a.start]
        return bool(_BASE_BY.search(before)) or self._as_base(a)

    def _owed(
        self, label: re.Match[str], stated: Sum | None
    ) -> tuple[Decimal | None, str | None, tuple[int, int] | None]:
        """The one debt named before the interest; None when there are several."""
        debts = [a for a in self.sums if a.end <= label.start() and a is not stated]
        debts = [a for a in debts if _NAMED.search(self.text[max(self.start, a.start - 12) : a.start])] or debts
        if len({a.value for a in debts}) != 1 or self.name not in ("disposition", "claims", "reasoning"):
            return None, None, None
        a = debts[-1]
        named = _NAMED.search(self.text, max(self.start, a.start - 12), a.start)
        start = named.start() if named else a.start
        return a.value, self.text[start : a.end], None

    def _day(self, m: re.Match[str] | None) -> DateFact | None:
        found: Found | None = None
        if m:
            found = next((d for d in self.days if m.start() <= d.start < m.end()), None)
        return fact(self.j, found) if found else None

    def _item(self, at: int) -> int | None:
        if self.name != "disposition":
            return None
        place = self.j.place(at, at + 1)
        return next((i.number for i in self.j.items if i.start <= place.start < i.end), None)


def _within(found: list[_T], s: _Stretch) -> _T | None:
    for r in found:
        if s.start <= r.start < s.end:
            return r
    return None
