"""Who bears a fee of the suit, and how much of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from msgspec import Struct

from .model import Party
from .model_civil import Share
from .money import Sum
from .numerals import HAN, whole

if TYPE_CHECKING:
    from .judgment import Judgment

_ROLES = (
    r"(?:再审申请人|被申请执行人|申请执行人|被执行人|被上诉人|上诉人|申请人|被申请人|反诉原告|反诉被告|"
    r"原审原告|原审被告|原审第三人|一审原告|一审被告|原告人(?![保寿民和社])|被告人(?![保寿民和社])|原告|被告|第三人|申诉人|被申诉人|起诉人|案外人|异议人)"
)
_VERB = re.compile(r"(?:负担|承担|自负|自担|分担)(?!能力|责任|连带|补充|的诉讼费|诉讼费)")
_BEFORE = re.compile(
    r"^(?:决定|确定|酌定|酌情|判令|其余|余下|剩余|余款|余额|其中|另|现|依法|上述|以上|前述|全部|部分|费用|款项|此款|该款|亦|均|应|仍|则|的|□|，|"
    r"一半|半数|由)+"
)
_MANNER = re.compile(
    r"(?P<manner>(?:共同|连带|平均|自行|分别|各自|均|各半|各|按比例|全部|全额|予以|应|负责|来|自己|一并|同)*)$"
)
_HALF = re.compile(r"^(?:其中)?(?:的)?(?:一半|半数|二分之一|1/2|50%|百分之五十)")
_PART = re.compile(rf"^(?:其中)?(?:的)?(?:[0-9.]+%|[{HAN}]+分之[{HAN}]+|[0-9]+/[0-9]+)")
_AMOUNT_LINK = re.compile(r"(?:其中|上述|案件受理费|受理费|诉讼费用?|人民币|[0-9.]+%|即|的|为|计|[¥￥：])*")
_SEVERAL = re.compile(rf"^(?:上述|以上)?(?:(?P<n>[{HAN}0-9]{{1,3}})(?:名|位|个)?)(?P<role>{_ROLES})$")
#: 由被告张某元。: the verb is left out.
_NO_VERB = re.compile(rf"由(?P<who>{_ROLES}[^，。；：0-9]{{1,40}}?)(?:预?[交缴]纳?|支付)?元?(?=。|$)")
_BOTH = re.compile(r"(?:原、?被告|原告、被告)?双方(?:当事人)?|原、被告|原被告")
_REMARK = re.compile(r"（[^（）]*）")
_AND = re.compile(rf"(?:[和与及]|以及|暨)(?={_ROLES})|、")


class Verb(Struct, frozen=True):
    """One 负担 in plain indexes: `who` and `manner` are what stands before it, `part` what stands behind it."""

    start: int
    end: int
    begin: int
    who: str
    manner: str
    part: str

    def links(self, text: str, s: Sum) -> bool:
        """Whether the sum is what this verb says is borne."""
        return self.end <= s.start and _AMOUNT_LINK.fullmatch(text, self.end, s.start) is not None


def verbs(text: str, start: int, end: int) -> list[Verb]:
    """Every 负担 of text[start:end] with who bears, in order; one with nobody before it is left out."""
    found = []
    for m in _VERB.finditer(text, start, end):
        verb = _verb(text, start, m)
        if verb.who:
            found.append(verb)
    bare = None if found else _NO_VERB.search(text, start, end)
    if bare:
        found.append(Verb(bare.end("who"), bare.end("who"), bare.start("who"), bare["who"], "", ""))
    return found


_STOP = re.compile(r"[，；。：]|[元角分](?=由|均|应|原|被|第|其|上|各)|(?<=[0-9一二三四五六七八九十百千万])元(?!月)")


def _verb(text: str, floor: int, m: re.Match[str]) -> Verb:
    begin = max(floor, m.start() - 160)
    stops = [s.end() for s in _STOP.finditer(text, begin, m.start())]
    by = text.rfind("由", begin, m.start())
    begin = stops[-1] if stops else by if by >= 0 else begin
    raw = text[begin : m.start()]
    if by > begin and re.search(r"费(?:用)?[^，。]{0,8}$", text[begin:by]):
        begin, raw = by, text[by : m.start()]
    lead = _BEFORE.match(raw)
    begin += lead.end() if lead else 0
    raw = raw[lead.end() :] if lead else raw
    how = _MANNER.search(raw)
    manner = how["manner"] if how else ""
    who = raw[: len(raw) - len(manner)].strip("、，□")
    tail = text[m.end() : m.end() + 12]
    half, part = _HALF.match(tail), _PART.match(tail)
    return Verb(m.start(), m.end(), begin, who, manner, "half" if half else "part" if part else "")


def shares_of(j: Judgment, borne: list[tuple[Verb, Decimal | None]], charged: Decimal | None) -> tuple[Share, ...]:
    """The shares told by the verbs and the sums that go with them; `charged` is what is shared, where known."""
    return tuple(share for verb, amount in borne for share in _shares(j, verb, amount, charged))


def _shares(j: Judgment, verb: Verb, amount: Decimal | None, charged: Decimal | None) -> Iterator[Share]:
    names = _names(j, verb.who)
    place = j.span(verb.begin, verb.end)
    each = "各" in verb.manner or "分别" in verb.manner or "平均" in verb.manner
    if amount is None and charged is not None and ("各半" in verb.manner or "平均" in verb.manner) and len(names) > 1:
        amount = charged / len(names)
    elif amount is None and charged is not None and verb.part == "half":
        amount = charged / 2
    joint = len(names) > 1 and not each
    if joint and amount is not None:
        yield Share(*place, party="、".join(names), amount=amount, joint=True)
        return
    for name in names:
        yield Share(*place, party=name, amount=amount, joint=joint)


def _names(j: Judgment, who: str) -> list[str]:
    """The parties meant, as the head names them where one can tell."""
    several = _SEVERAL.match(_REMARK.sub("", who))
    if several:
        count, members = whole(several["n"]), _of_role(j, several["role"])
        if count and count == len(members):
            return [p.name for p in members]
        return [who] * count if count and count <= 50 else [who]
    if _BOTH.fullmatch(who):
        sides = [next((p.name for p in _of_role(j, role)), role) for role in ("原告", "被告")]
        two = len(_of_role(j, "原告")) == len(_of_role(j, "被告")) == 1
        return sides if two else ["原告", "被告"]
    names: list[str] = []
    for piece in _AND.split(who):
        names += _split(j, piece)
    full = {alias: p.name for p in j.parties for alias in p.aliases}
    return [full.get(n, n) for n in names if n] or [who]


def _split(j: Judgment, piece: str) -> Iterator[str]:
    """One party, or two joined by 和 when the head knows both."""
    known = {name for p in j.parties for name in (p.name, *p.aliases)}
    bare = _bare(piece)
    if bare not in known:
        for joint in re.finditer("[和与及]", bare):
            left, right = bare[: joint.start()], bare[joint.end() :]
            if left in known and right in known:
                yield left
                yield right
                return
    if not bare:
        members = _of_role(j, piece)
        yield members[0].name if len(members) == 1 else piece
        return
    yield bare


def _bare(piece: str) -> str:
    """A name without the role before it."""
    m = re.match(rf"(?:{_ROLES}(?:（[^（）]*）)*)+", piece)
    return piece[m.end() :] if m else piece


def _of_role(j: Judgment, role: str) -> list[Party]:
    return [p for p in j.parties if role in (p.role, p.former_role) or p.role.startswith(role)]
