"""anjian.toml: which scenarios to run and how, kept with the documents or the project."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from anjian.scenarios import registry
from anjian.scenarios.base import CERTAINTIES, SEVERITIES, Certainty, Severity

from .choose import near

NAME = "anjian.toml"
FAIL_ON = (*CERTAINTIES, "never")


class SettingsError(ValueError):
    """A settings file that cannot be used; the message names file, key and what to write, Chinese first."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The contents of anjian.toml; None where it says nothing. `severity` is by code."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    certainty: Certainty | None = None
    fail_on: str | None = None
    severity: Mapping[str, Severity] = field(default_factory=dict)


def find_settings(folder: Path) -> Path | None:
    """The anjian.toml of a folder or of the nearest folder above it."""
    folders = [folder.resolve(), *folder.resolve().parents]
    return next((path for f in folders if (path := f / NAME).is_file()), None)


def load_settings(path: Path) -> Settings:
    """The settings in a file. Raises SettingsError."""
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path}：无法读取（{error.strerror}）。 · cannot be read") from error
    except ValueError as error:
        raise SettingsError(f"{path}：不是有效的 TOML（{error}）。 · not valid TOML") from error
    _known(path, "", data, ("check", "severity"))
    check = _table(path, data, "check")
    _known(path, "check.", check, tuple(_READERS))
    values = {key.replace("-", "_"): _READERS[key](path, key, value) for key, value in check.items()}
    return Settings(**values, severity=_severities(path, _table(path, data, "severity")))


def _known(path: Path, prefix: str, table: Mapping[str, object], keys: tuple[str, ...]) -> None:
    for key in table:
        if key not in keys:
            raise SettingsError(_unknown(path, prefix + key, tuple(difflib.get_close_matches(key, keys, 1, 0)), prefix))


def _unknown(path: Path, key: str, close: tuple[str, ...], prefix: str = "") -> str:
    zh = f"；最接近的是 {prefix}{close[0]}" if close else ""
    en = f"; the nearest is {prefix}{close[0]}" if close else ""
    return f"{path}：没有“{key}”这一项{zh}。 · unknown key {key}{en}"


def _table(path: Path, data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = data.get(key, {})
    if not isinstance(table, dict):
        raise SettingsError(f"{path}：{key} 应写成 [{key}] 一节。 · {key} must be a table")
    return table


def _words(path: Path, key: str, value: object) -> tuple[str, ...]:
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not all(isinstance(w, str) for w in words):
        raise SettingsError(f'{path}：check.{key} 应写成 ["PEN", "LAW201"] 这样的列表。 · must be a list of words')
    return tuple(words)


def _one_of(allowed: tuple[str, ...]) -> Callable[[Path, str, object], str]:
    def read(path: Path, key: str, value: object) -> str:
        if value not in allowed:
            choices = "、".join(allowed)
            raise SettingsError(f"{path}：check.{key} 只能是 {choices}，不能是 {value!r}。 · must be one of {allowed}")
        return value

    return read


_READERS: dict[str, Callable[[Path, str, object], Any]] = {
    "select": _words,
    "ignore": _words,
    "certainty": _one_of(CERTAINTIES),
    "fail-on": _one_of(FAIL_ON),
}


def _severities(path: Path, table: Mapping[str, object]) -> dict[str, Severity]:
    found: dict[str, Severity] = {}
    for key, value in table.items():
        registered = registry.find(key)
        if registered is None:
            raise SettingsError(_unknown(path, f"severity.{key}", near(key), "severity."))
        if value not in SEVERITIES:
            choices = "、".join(SEVERITIES)
            raise SettingsError(f"{path}：severity.{key} 只能是 {choices}。 · must be one of {SEVERITIES}")
        found[registered.scenario.code] = value
    return found
