"""Parties of a civil or administrative judgment beside its disposition: who has no result, and who is a stranger."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.mentions import full_name
from anjian.documents.model import Party, Place

_SUED = ("被告", "原审被告")
_ALL = re.compile(
    r"(?:原、被告|原被告|双方|(?:各|上列|上述|以上|全体|诸|[二两三四五六七八九十])(?:名|个|位)?(?:原审)?被告|被告(?:方|各方|等|共同|连带|均|应|于|在|向|支付|给付|赔偿|"
    r"返还|偿还|的|立即|自))"
)
_DISMISSAL = re.compile(r"驳回[^。；]{0,120}")
_AGAINST = re.compile(r"对(?:于)?(?:原审)?被告[^。；]{2,80}的")
_AWAY = re.compile(
    r"撤回(?:对|起诉|部分)|撤诉|终结诉讼|终结对|中止|先行判决|不再(?:要求|主张)|和解|死亡|注销|追加|放弃对"
)
#: In a sentence that names the defendant.
_APART = re.compile(r"撤回|另案|另行|放弃|不再|调解|不承担|不应|无需|无须|不负")
#: A claim against whoever is sued: 被告支付…, 二被告连带偿还….
_EVERY = re.compile(
    r"被告(?:方|们|各方|共同|连带|均|应|于|在|向|支付|给付|赔偿|返还|偿还|归还|清偿|的|立即|自|承担|负担|履行|腾|停止)"
)
_NAMED = re.compile(
    r"(?P<role>原告|被告|第三人|上诉人|被上诉人)(?P<name>[一-龥]{2,3})"
    r"(?=于|应|在|向|支付|给付|赔偿|返还|偿还|归还|对|承担|共同|连带|负担|自|各)"
)
_NO_NAME = re.compile(
    r"[某和与及各共连应于在向的均未已不方系是因其本之双等]|公司|银行|保险|如果|如未|反诉|主张|提出|继续"
)
#: An item that opens with a person's name without a role: 某某某于本判决生效之日起十日内支付….
_OPENS = re.compile(
    r"(?<=[：；。\s])(?:[一二三四五六七八九十]{1,3}、)?(?P<name>[一-龥]{2,4})(?=于本?判决(?:书)?(?:发生法律效力|生效)[^，。；]{0,16}[日内])"
)
_MASK = re.compile(r"某|×|\*|X|x|□|＊|○|甲|乙|丙|丁")


def left_out(judgment: Judgment) -> Iterator[Party]:
    """Defendants asked for something in the claims whom no item and no dismissal reaches."""
    cut = judgment.cut("disposition")
    sued = [p for p in judgment.parties if p.role in _SUED]
    insured = any("保险" in p.name for p in sued)  # the insurer may pay the whole in the place of the other
    if cut is None or len(sued) < 2 or insured or not any(a.payers for a in judgment.awards):
        return
    words = judgment.plain[cut.start : cut.end]
    if _ALL.search(_without_names(words, sued)) or _AWAY.search(words + judgment.part("reasoning", "course", "claims")):
        return
    if any(not _one_only(m[0], sued, judgment) for m in _DISMISSAL.finditer(words)):
        return
    claims = [judgment.words(c) for c in judgment.claims]
    every = any(_EVERY.search(_without_names(c, sued)) for c in claims)
    for party in sued:
        names = _names(judgment, party)
        asked = every or any(n in c for n in names for c in claims)
        if asked and not any(n in words for n in names) and not _told_apart(judgment, names):
            yield party


def _told_apart(judgment: Judgment, names: set[str]) -> bool:
    """Whether a sentence of the court's that names the defendant tells why nothing is decided."""
    sentences = re.split("[。；]", judgment.part("reasoning", "course", "claims"))
    return any(_APART.search(s) and any(n in s for n in names) for s in sentences)


def strangers(judgment: Judgment) -> Iterator[tuple[Place, str]]:
    """Persons called a party in the disposition of whom the head knows nothing alike."""
    cut = judgment.cut("disposition")
    persons = {p.name for p in judgment.parties if p.kind == "person"}
    if cut is None or not persons:
        return
    opening = _OPENS.finditer(judgment.plain, cut.start, cut.end)
    matches = (*_NAMED.finditer(judgment.plain, cut.start, cut.end), *opening)
    named = [
        m for m in matches if m["name"] not in persons and not (_NO_NAME.search(m["name"]) or _MASK.search(m["name"]))
    ]
    if not named:
        return
    head = judgment.part("head", "parties") + judgment.part("course")[:600]
    known = (*judgment.known_names, *(c.name for c in judgment.counsel), *persons)
    told: set[str] = set()
    for m in named:
        name = m["name"]
        if name in told or name in head or any(_alike(name, other) for other in known):
            continue
        told.add(name)
        before = m.start() - 2
        start = before if before >= cut.start and judgment.plain.startswith("原审", before) else m.start()
        yield judgment.place(start, m.end()), name


def _names(judgment: Judgment, party: Party) -> set[str]:
    """The name of a party, its aliases and the short names the text gives it."""
    short = {n for n in judgment.known_names if full_name(judgment, n) == party.name}
    return {party.name, *party.aliases, *short}


def _without_names(words: str, sued: list[Party]) -> str:
    """The words with 被告甲 reduced to 甲, so that a bare 被告 is seen."""
    for party in sued:
        words = words.replace(f"被告{party.name}", party.name)
    return words


def _one_only(clause: str, sued: list[Party], judgment: Judgment) -> bool:
    """Whether a dismissal is of the claims against certain defendants only."""
    m = _AGAINST.search(clause)
    return bool(m and any(n in m[0] for p in sued for n in _names(judgment, p)))


def _alike(name: str, other: str) -> bool:
    """Whether two names may be one person's: a slip in a name is told by another scenario."""
    if not other or name in other or other in name or set(name) == set(other):
        return True
    return len(name) == len(other) and sum(a == b for a, b in zip(name, other, strict=True)) >= 1
