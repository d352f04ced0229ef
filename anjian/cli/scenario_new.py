"""`anjian scenario new`: the two files of a new scenario, to begin from."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click

from anjian import __version__
from anjian.scenarios import registry
from anjian.scenarios.base import FAMILIES

from .words import WrongUsage

PREFIXES = {
    "PEN": "penalty",
    "LAW": "application",
    "PRO": "procedure",
    "EVI": "evidence",
    "DOC": "form",
    "PUB": "publication",
}
_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")
_NAME = re.compile(r"[a-z]+(-[a-z0-9]+)*")
_SKELETONS = Path(__file__).parent / "skeletons"


@click.group()
def scenario() -> None:
    """编写场景。 · Writing scenarios."""


@scenario.command()
@click.argument("code")
@click.argument("name")
@click.option(
    "--family", type=click.Choice(list(FAMILIES)), help="类别；默认由代码前缀决定。 · Default: from the code's prefix."
)
def new(code: str, name: str, family: str | None) -> None:
    """写出一个新场景的 .py 和 .md 骨架。 · Write the .py and .md a new scenario begins from.

    CODE 形如 PEN199，NAME 形如 term-dates。骨架能运行、能通过测试，状态为 preview，查的是占位词，请改成真正的检查。
    """
    _check_form(code, name)
    family = family or PREFIXES.get(code[:3])
    if family is None:
        raise WrongUsage(
            f"看不出 {code} 属于哪一类，请加 --family。", f"The family of {code} is not clear: add --family."
        )
    stem = folder_of(family) / name.replace("-", "_")
    files = {".py": "scenario.py.md", ".md": "scenario.md"}
    for path in (stem.with_suffix(suffix) for suffix in files):
        if path.exists():
            raise WrongUsage(f"{path} 已存在，没有改动。", f"{path} exists and was left as it is.")
    for suffix, skeleton in files.items():
        _write(stem.with_suffix(suffix), (_SKELETONS / skeleton).read_text("utf-8"), code, name, family)
    click.echo(f"下一步 · next: anjian explain {code}; pytest tests/scenarios -k {code}", err=True)


def folder_of(family: str) -> Path:
    """Where a family's scenarios are."""
    package = importlib.import_module(f"anjian.scenarios.{family}")
    return Path(package.__path__[0])


def _check_form(code: str, name: str) -> None:
    if not _CODE.fullmatch(code):
        raise WrongUsage(
            f"代码 {code} 应为三个大写字母加三个数字，如 PEN199。", f"{code}: write three capitals, three digits."
        )
    if not _NAME.fullmatch(name):
        raise WrongUsage(
            f"名称 {name} 应为小写单词用 - 相连，如 term-dates。", f"{name}: write lower-case words joined by -."
        )
    for word in (code, name):
        taken = registry.find(word)
        if taken is not None:
            s = taken.scenario
            raise WrongUsage(
                f"{word} 已被 {s.code} {s.name}（{s.title.zh}）占用。", f"{word} is taken by {s.code} {s.name}."
            )


def _write(path: Path, skeleton: str, code: str, name: str, family: str) -> None:
    text = skeleton
    for mark, value in (("@CODE@", code), ("@NAME@", name), ("@FAMILY@", family), ("@SINCE@", __version__)):
        text = text.replace(mark, value)
    try:
        with open(path, "x", encoding="utf-8") as stream:
            stream.write(text)
    except OSError as error:
        raise WrongUsage(
            f"无法写入 {path}（{error.strerror}）。", f"Cannot write {path} ({error.strerror})."
        ) from error
    click.echo(str(path))
