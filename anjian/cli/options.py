"""Options that several commands share, and the settings behind them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from anjian.engine.choose import ChoiceError, choose
from anjian.engine.settings import Settings, SettingsError, find_settings, load_settings
from anjian.scenarios.registry import Registered

from .words import WrongUsage

LANG = click.option(
    "--lang",
    type=click.Choice(["zh", "en"]),
    default="zh",
    show_default=True,
    help="给人看的语言。 · Language of what people read.",
)


def words_of(values: Sequence[str]) -> tuple[str, ...]:
    """The words of an option that may be repeated and may hold commas."""
    return tuple(word.strip() for value in values for word in value.replace("，", ",").split(",") if word.strip())


def settings_of(config: Path | None) -> Settings:
    """The settings of the file named, else of the nearest anjian.toml from here upwards. Raises WrongUsage."""
    path = config or find_settings(Path.cwd())
    try:
        return load_settings(path) if path else Settings()
    except SettingsError as error:
        raise click.UsageError(str(error)) from error


def chosen(select: Sequence[str], ignore: Sequence[str]) -> tuple[Registered, ...]:
    """The scenarios to run. Raises WrongUsage for a word that names none, or when none are left."""
    try:
        found = choose(select, ignore)
    except ChoiceError as error:
        raise no_such_scenario(error.word, error.near) from error
    if not found:
        raise WrongUsage("没有选中任何场景。", "No scenario is selected.")
    return found


def no_such_scenario(word: str, near: Sequence[str]) -> WrongUsage:
    """The error for a word that names no scenario, with what may have been meant."""
    zh = f"；您要找的可能是 {'、'.join(near)}" if near else "；用 anjian scenarios 查看全部"
    en = f"; did you mean {', '.join(near)}?" if near else "; see anjian scenarios"
    return WrongUsage(f"没有场景“{word}”{zh}。", f"No scenario {word!r}{en}")
