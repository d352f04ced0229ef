"""A fact read on first use: `functools.cached_property` without its lock, which costs more than many a reader."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")
J = TypeVar("J")


class fact(Generic[T]):  # noqa: N801 - reads like property, which it is
    """Computes an attribute on first use and keeps it in the instance, where later uses find it without a call."""

    def __init__(self, read: Callable[[Any], T]) -> None:
        self.read = read
        self.name = read.__name__
        self.__doc__ = read.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type) -> T: ...
    def __get__(self, owner: object | None, kind: type) -> T | Self:
        if owner is None:
            return self
        value = owner.__dict__[self.name] = self.read(owner)
        return value


def facts_of(kind: type) -> dict[str, fact[Any]]:
    """Every fact of a class by its name, also those it inherits."""
    return {name: value for one in kind.__mro__ for name, value in vars(one).items() if isinstance(value, fact)}


def once(read: Callable[[J], T]) -> Callable[[J], T]:
    """A function of a judgment, computed on first use and kept among its facts: for what several scenarios ask."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def kept(judgment: J) -> T:
        facts: dict[str, T] = judgment.__dict__
        try:
            return facts[name]
        except KeyError:
            value = facts[name] = read(judgment)
            return value

    return kept
