"""Quantities in running text and the lists they stand in: shared by the scenarios of this family."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from anjian.documents import Judgment
from anjian.documents.numerals import decimal

#: Units whose amounts may be added up as written.
UNIT = r"(?:元|毫克|千克|公斤|克|平方米|立方米|吨|升|条|包|颗|粒|枚|张|株|只|发|支|瓶|盒|件)"
_DIGITS = r"[0-9](?<![0-9.×*xX#][0-9])[0-9]*+(?:[,，][0-9]{3}(?![0-9]))*+(?:\.[0-9]++)?"
QUANTITY = re.compile(
    rf"(?P<number>{_DIGITS})(?P<scale>万)?(?P<loose>余|多)?(?P<unit>{UNIT})(?P<after>余|左右|以上|以下)?"
)
#: Words before or behind a number by which it is not exact.
_ABOUT = re.compile(r"(?:约|近|至少|不少于|超过|不足|不满|不到|未满|高达|多达|数|至|到|-|—|~)$")
_CONVICTION = re.compile(r"本院(?:审查)?认为，?(?P<act>[^。]{1,400}?)构成(?!要件)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit in plain indexes; `exact` is False for 约, 余, 左右, 以上 and ranges."""

    start: int
    end: int
    value: Decimal
    unit: str
    exact: bool


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """Every quantity written in digits in text[start:end], in order."""
    for m in QUANTITY.finditer(text, start, end):
        value = decimal(m["number"])
        if value is None:
            continue
        if m["scale"]:
            value *= 10_000
        exact = not (m["loose"] or m["after"] or _ABOUT.search(text, max(start, m.start() - 4), m.start()))
        yield Quantity(m.start(), m.end("unit"), value, m["unit"], exact)


def written(value: Decimal) -> str:
    """A number as a person writes it: 1.38, 600."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def reachable(target: Decimal, parts: list[Decimal], most: int = 16) -> bool | None:
    """Whether some of the parts add up to the target; None when there are too many parts to tell."""
    if target in parts:
        return True
    if len(parts) > most:
        return None
    sums = {Decimal(0)}
    for part in parts:
        sums |= {s + part for s in sums if s + part <= target}
    return target in sums


def told(judgment: Judgment) -> tuple[int, int]:
    """Where the document tells the case: from behind the parties to the reasoning, in plain indexes."""
    cuts = judgment.cuts
    start = next((c.start for c in cuts if c.name in ("course", "lower", "charge", "defence", "findings")), 0)
    end = next((c.start for c in cuts if c.name in ("reasoning", "basis", "disposition")), len(judgment.plain))
    return start, max(start, end)


def conviction(judgment: Judgment) -> tuple[int, int] | None:
    """Where the court says what was done, from 本院认为 to the first 构成 of its sentence, in plain indexes."""
    cut = judgment.cut("reasoning")
    act = _CONVICTION.search(judgment.plain, cut.start, cut.end) if cut else None
    return act.span("act") if act else None


def body_span(judgment: Judgment) -> tuple[int, int]:
    """From behind the parties to the basis or the disposition: where evidence can be named, in plain indexes."""
    start, _ = told(judgment)
    end = next((c.start for c in judgment.cuts if c.name in ("basis", "disposition")), len(judgment.plain))
    return start, max(start, end)


def body(judgment: Judgment) -> str:
    """The plain text of `body_span`."""
    start, end = body_span(judgment)
    return judgment.plain[start:end]
