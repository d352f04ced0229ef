"""Who is named in a passage: parties by name, by short name or by role alone (被告, 二原告, 反诉原告)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from .lazy import once

if TYPE_CHECKING:
    from .judgment import Judgment

_ROLES = (
    "原审反诉原告", "原审反诉被告", "反诉原告", "反诉被告", "原审原告人", "原审被告人", "原审第三人", "一审第三人",
    "原审原告", "原审被告", "一审原告", "一审被告", "被上诉人", "上诉人", "再审申请人", "申请再审人",
    "被申诉人", "申诉人", "申请执行人", "被执行人", "复议申请人", "被申请人", "申请人", "赔偿请求人", "赔偿义务机关",
    "异议人", "案外人", "起诉人", "反诉人", "被反诉人", "第三人", "原告人", "被告人", "原告", "被告",
)  # fmt: skip
_ANY_ROLE = "|".join(_ROLES).replace("被告人", "被告人(?![保寿民和社])")
ROLE = rf"原、?被告|(?:上列|上述|各|[二两三四五六七八九十])?(?:{_ANY_ROLE})(?:（[^（）]{{1,24}}）)?"
#: What follows a name that the head does not give.
_STOP = (
    r"于|向|应|在|自|支付|给付|赔|返还|归还|偿|清偿|共同|连带|立即|继续|协助|交付|承担|对|与|和|及|、|，|。|；|：|各"
    r"|按|以|每|"
    r"所|名下|的|之|限|一次|不|无|可|有权|享|就|离婚|随|抚养|（|）|负担|要求|请求|退|缴|交|腾|停|将|为|分|依|从|履行"
    r"|办理|"
    r"配合|诉|提|称|上诉|申请|反诉|因|等|继承|其|其他|其余|其它|全部|再|已|尚|公开|“|”|《|$"
)
_BODY = (
    r"公司|银行|支行|分行|局|厂|院|委员会|合作社|信用社|中心|学校|大学|中学|小学|幼儿园|村|政府|办事处|事务所|经营部"
    r"|商行|"
    r"店|集团|矿|队|会"
)
#: 原告向本院, 被告诉至法院: the court is no name.
_TO_COURT = r"(?:起?诉)?[向至到在][^，。；、]{0,8}院"
_UNKNOWN = rf"(?:(?!{_TO_COURT})[一-龥A-Za-z0-9（）]{{2,40}}?(?:{_BODY})|[一-龥A-Za-z0-9·×*]{{0,40}}?)"
_SHORT = re.compile(r"（(?:以下|下|以下统|下统)?(?:均)?(?:简称|称)(?:为)?[“\"‘]?([^）”\"’，。]{2,20})[”\"’]?）")
_NO_NAME = re.compile(
    r"[0-9]{2}|元|款|费|损失|本金|利息|货物|房屋|合同|工资|合法|权益|利益|诉讼|^(?:原审|一审|二审|双方|二人|三人)"
)


class Mention(Struct, frozen=True):
    """A naming in plain indexes: `role` without brackets (None for a bare name), the parties it names."""

    start: int
    end: int
    role: str | None
    names: tuple[str, ...]


def read_known_names(j: Judgment) -> tuple[str, ...]:
    """The names of the parties and the short names the text gives, longest first."""
    names = {p.name for p in j.parties if len(p.name) >= 2}
    names |= set(_short_names(j))
    return tuple(sorted(names, key=lambda n: (-len(n), n)))


@once
def _short_names(j: Judgment) -> dict[str, list[int]]:
    """Every short name with where its brackets open."""
    found: dict[str, list[int]] = {}
    for m in _SHORT.finditer(j.plain):
        found.setdefault(m[1], []).append(m.start())
    return found


def mentions(j: Judgment, start: int, end: int) -> list[Mention]:
    """Every naming in a plain stretch, in order: a list not to be changed, since it is kept."""
    known = _told(j)
    if (start, end) not in known:
        known[start, end] = list(_mentions(j, start, end))
    return known[start, end]


@once
def _told(j: Judgment) -> dict[tuple[int, int], list[Mention]]:
    """What `mentions` has told already, by stretch."""
    return {}


def names_of(found: list[Mention]) -> tuple[str, ...]:
    """The names of several mentions, each once."""
    return tuple(dict.fromkeys(name for m in found for name in m.names))


#: A role alone, with the name behind it that the head does not give; it begins with one of the first characters.
_ALONE = re.compile(
    rf"(?=[原反一被上再申复赔异案起第各二两三四五六七八九十])(?P<alone>(?:{ROLE}))(?P<unknown>{_UNKNOWN})(?={_STOP})"
)
_NEXT = re.compile(rf"(?P<unknown>{_UNKNOWN})(?={_STOP})")
_ROLE_LAST = frozenset("人告关）")
_ROLE_END = re.compile(rf"(?:{ROLE})$")
#: The longest role with its bracket.
_ROLE_REACH = 40


class _Names:
    """The names of a plain stretch from left to right, the longest where several begin at one place.

    No pattern: it would be compiled for every document.
    """

    def __init__(self, text: str, names: tuple[str, ...], start: int, end: int) -> None:
        self._text, self._names, self._end = text, names, end
        self._ahead = [(at, n) for n, name in enumerate(names) if (at := text.find(name, start, end)) >= 0]

    def after(self, start: int) -> tuple[int, str] | None:
        """Where the next name begins, and the name; not to be asked for an earlier place again."""
        if not self._ahead:
            return None
        at, n = min(self._ahead)
        if at < start:
            moved = [(at, n) if at >= start else (self._find(n, start), n) for at, n in self._ahead]
            self._ahead = [(at, n) for at, n in moved if at >= 0]
            if not self._ahead:
                return None
            at, n = min(self._ahead)
        return at, self._names[n]

    def _find(self, n: int, start: int) -> int:
        return self._text.find(self._names[n], start, self._end)


def _mentions(j: Judgment, start: int, end: int) -> Iterator[Mention]:
    text, known = j.plain, j.known_names
    names = _Names(text, known, start, end)
    at = start
    found: tuple[str, ...]
    name, alone = names.after(at), _ALONE.search(text, at, end)
    while name or alone:
        before = None
        if name and text[name[0] - 1 : name[0]] in _ROLE_LAST:
            before = _ROLE_END.search(text, max(at, name[0] - _ROLE_REACH), name[0])
        named = before.start() if before else name[0] if name else end
        if name and (alone is None or named <= alone.start()):
            role = before[0] if before else None
            begin, at, found = named, name[0] + len(name[1]), (name[1],)
        elif alone:
            role, begin = alone["alone"], alone.start()
            unknown = alone["unknown"]
            both = role.startswith(("原、被告", "原被告"))
            if len(unknown) >= 2 and not both and not _NO_NAME.search(unknown):
                at, found = alone.end(), (unknown,)
            else:
                at, found = alone.end("alone"), by_role(j, role) or (role,)
        yield Mention(begin, at, role, found)
        while role and (n := _joined(text, known, at, end)):
            yield Mention(n.start(), n.end(), role, (n["unknown"],))
            at = n.end()
        name = names.after(at)
        alone = _ALONE.search(text, at, end) if alone and alone.start() < at else alone


def _joined(text: str, known: tuple[str, ...], at: int, end: int) -> re.Match[str] | None:
    """A further name behind 、 that the head does not give either (被告甲、乙)."""
    if not text.startswith("、", at) or text.startswith(known, at + 1, end) or _ALONE.match(text, at + 1, end):
        return None
    n = _NEXT.match(text, at + 1, end)
    return n if n and len(n["unknown"]) >= 2 else None


def by_role(j: Judgment, words: str) -> tuple[str, ...]:
    """The parties that a role alone means: 被告 all defendants, 反诉原告 those with that role in brackets."""
    if words.startswith(("原、被告", "原被告")):
        return by_role(j, "原告") + by_role(j, "被告")
    role = re.sub(r"（.*|^(?:上列|上述|各|[二两三四五六七八九十])", "", words)
    exact = tuple(p.name for p in j.parties if role and role in (p.role, p.former_role))
    if exact:
        return exact
    core = role.removeprefix("原审").removeprefix("一审")
    return tuple(p.name for p in j.parties if core and p.former_role and core in _parts(p.former_role))


def _parts(former: str) -> list[str]:
    return [w.removeprefix("原审").removeprefix("一审").removeprefix("二审") for w in re.split(r"[、，]", former)]


def full_name(j: Judgment, name: str) -> str:
    """The name in full of a short one the text introduces (甲公司（以下简称乙）), else the name itself."""
    for at in _short_names(j).get(name, ()):
        before = [p.name for p in j.parties if j.plain.endswith(p.name, 0, at)]
        if before:
            return max(before, key=len)
    return name


def carers(j: Judgment, found: list[Mention]) -> tuple[str, ...]:
    """Those of the named with whom a child is to live: 由甲抚养, 随乙生活."""
    return names_of([m for m in found if m.start and j.plain[m.start - 1] in "由随归跟"])
