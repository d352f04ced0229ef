"""Frozen dataclasses as compact JSON and back: an object is the list of its fields in order."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(value: object) -> str:
    """The JSON of a dataclass of strings, numbers, days, tuples and such dataclasses."""
    return _ENCODER.encode(value)


def loads(kind: type[T], text: str) -> T:
    """The object of `kind` behind the JSON of `dumps`. Raises ValueError or TypeError for any other text."""
    out: T = _decoded(kind, json.loads(text))
    return out


@cache
def _fields(kind: type) -> dict[str, Any]:
    """The fields of a dataclass with their types, in order."""
    hints = get_type_hints(kind)
    return {f.name: hints[f.name] for f in fields(kind)}


_WRITERS: dict[type, Callable[[Any], Any]] = {date: date.isoformat, Decimal: str}


def _plain(value: Any) -> Any:
    """What JSON does not know in what it does: days and decimals as strings, objects as lists of their fields."""
    kind: Any = type(value)
    if kind not in _WRITERS:
        names = tuple(_fields(kind))
        _WRITERS[kind] = attrgetter(*names) if len(names) > 1 else lambda v: [getattr(v, name) for name in names]
    return _WRITERS[kind](value)


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_plain)


def _decoded(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if get_origin(hint) in (Union, UnionType):
        hint = next(a for a in get_args(hint) if a is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_decoded(get_args(hint)[0], v) for v in value)
    if isinstance(hint, type) and is_dataclass(hint):
        known = _fields(hint)
        return hint(**{n: _decoded(h, v) for (n, h), v in zip(known.items(), value, strict=True)})
    if hint is date:
        return date.fromisoformat(value)
    return Decimal(value) if hint is Decimal else value
