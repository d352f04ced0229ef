"""一名律师为两名以上同案被告人辩护，或者代理双方当事人。

English: One lawyer defends two accused of the same case, or acts for both sides.

## What 查什么
同一辩护人为两名以上同案被告人辩护，或者同时担任被告人的辩护人和被害人一方的代理人；
民事、行政案件中同一律师同时代理原告一方和被告一方。

## Why 为何
同案被告人利益可能冲突，一名辩护人不得为两名以上的同案被告人辩护。

## Method 方法
比较当事人部分所列辩护人、代理人的姓名和律师事务所。

## Exclusions 排除
姓名经过隐名处理的不比；两名以上辩护人为同一被告人辩护的不报；兼任本人附带民事部分代理人的不报；值班律师不查；
数名律师合写一条、看不出各为谁辩护的不报；其中一方是被告单位的只作较可能。
民事、行政案件只查写明律师事务所的律师；第三人、看不出原是原告还是被告的不比；互为原告、被告的不比。

## Assumptions 假定
同名且同一律师事务所的是同一人。

## Basis 依据
司法解释（2021）第四十三条第二款，（2012）第三十八条第二款；《中华人民共和国律师法》第三十九条。

## Remedy 怎么改
核对委托和指派手续；确有冲突的，更换辩护人后重新审理。
"""

from __future__ import annotations

from collections.abc import Iterator

from anjian.documents import Judgment
from anjian.documents.model import Counsel, Party
from anjian.scenarios.base import Basis, Certainty, Finding, Scenario, Words, decided_on

from .civil import field, side
from .common import basis_on, interpreted

SCENARIO = Scenario(
    code="PRO328",
    name="counsel-conflict",
    title=Words("一名律师为两名同案被告人辩护", "One lawyer for two accused"),
    family="procedure",
    basis=(*interpreted("38", "43"), Basis("中华人民共和国律师法", "39")),
    certainty="certain",
    severity="major",
    subjects=("criminal-first", "criminal-second", "civil", "administrative"),
)
_MASKED = ("某", "×", "X", "＊", "*", "Ｘ")


def check(judgment: Judgment) -> Iterator[Finding]:
    """One finding per lawyer."""
    on = decided_on(judgment)
    if _each_for_one(judgment.counsel):
        return
    if field(judgment) != "刑事":
        yield from _both_sides(judgment)
        return
    accused = {p.name for p in judgment.defendants}
    if on is None:
        return
    seen: dict[tuple[str, str | None], Counsel] = {}
    for counsel in judgment.counsel:
        if not _tells(judgment, counsel):
            continue
        key = (counsel.name, counsel.firm)
        clients = set(counsel.clients) | set(seen[key].clients if key in seen else ())
        first = seen.setdefault(key, counsel)
        if "辩护" not in counsel.role and "辩护" not in first.role:
            continue
        defended = sorted(clients & accused)
        others = sorted(clients - accused)
        if len(defended) > 1:
            certainty: Certainty = "likely" if any(p.kind == "body" for p in judgment.defendants) else "certain"
            zh = f"同时为{'、'.join(defended)}辩护"
            yield _report(judgment, counsel, zh, "defends two accused of the same case", certainty)
        elif defended and others and first.clients != counsel.clients:
            yield _report(judgment, counsel, f"既为{defended[0]}辩护，又代理{others[0]}", "acts for both sides")


def _each_for_one(counsel: tuple[Counsel, ...]) -> bool:
    """Whether nobody is listed twice or acts for several."""
    return len({c.name for c in counsel}) == len(counsel) and all(len(c.clients) < 2 for c in counsel)


def _both_sides(judgment: Judgment) -> Iterator[Finding]:
    """A lawyer, named in full and with the firm, who acts for plaintiff and defendant."""
    if decided_on(judgment) is None or any(_is_both(p) for p in judgment.parties):
        return
    sides = {p.name: side(p) for p in judgment.parties}
    seen: dict[tuple[str, str], dict[str, str]] = {}
    for counsel in judgment.counsel:
        if (
            "律师" not in (counsel.firm or "")
            or "代理人" not in counsel.role
            or any(mark in counsel.name for mark in _MASKED)
        ):
            continue
        acts = seen.setdefault((counsel.name, counsel.firm or ""), {})
        for client in counsel.clients:
            own = sides.get(client)
            if own:
                acts.setdefault(own, client)
        if len(acts) > 1:
            zh = f"既代理{acts['原告']}，又代理{acts['被告']}"
            yield _report(judgment, counsel, zh, "acts for both sides")
            return


def _is_both(party: Party) -> bool:
    """Whether a party sued and was sued in one case: 原告（被告）."""
    words = party.role + (party.former_role or "")
    return "原告" in words and "被告" in words and "反诉" not in words


def _tells(judgment: Judgment, counsel: Counsel) -> bool:
    """Whether the entry tells for sure whom this very lawyer, named in full, defends."""
    if counsel.role == "值班律师" or not counsel.clients or any(mark in counsel.name for mark in _MASKED):
        return False
    if len(counsel.clients) == 1:
        return True
    together = [c for c in judgment.counsel if c.clients == counsel.clients]
    nested = any(a != b and a in b for a in counsel.clients for b in counsel.clients)
    return len(together) == 1 and not nested


def _report(judgment: Judgment, counsel: Counsel, zh: str, en: str, certainty: Certainty = "certain") -> Finding:
    on = decided_on(judgment)
    basis = basis_on(SCENARIO, on) if on else None
    if basis is not None and field(judgment) != "刑事":
        basis = tuple(b for b in basis if "律师法" in b.law)
    return SCENARIO.finding(
        judgment,
        counsel,
        f"{counsel.name}{zh}，依法不得兼任。",
        f"One lawyer {en}.",
        expected="分别辩护、代理",
        found=zh,
        certainty=certainty,
        basis=basis,
    )
