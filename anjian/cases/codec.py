"""Frozen dataclasses as compact JSON and back: an object is the list of its fields in order."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dumps(value: object) -> str:
    """The JSON of a dataclass of strings, numbers, days, tuples and such dataclasses."""
    return json.dumps(_encoded(value), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[T], text: str) -> T:
    """The object of `kind` behind the JSON of `dumps`. Raises ValueError or TypeError for any other text."""
    out: T = _decoded(kind, json.loads(text))
    return out


def _fields(kind: type) -> dict[str, Any]:
    """The fields of a dataclass with their types, in order."""
    if kind not in _KNOWN:
        hints = get_type_hints(kind)
        _KNOWN[kind] = {f.name: hints[f.name] for f in fields(kind)}
    return _KNOWN[kind]


_KNOWN: dict[type, dict[str, Any]] = {}


def _encoded(value: Any) -> Any:
    if isinstance(value, str | int | None):
        return value
    if isinstance(value, tuple):
        return [_encoded(v) for v in value]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return [_encoded(getattr(value, name)) for name in _fields(type(value))]


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
