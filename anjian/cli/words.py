"""Errors of usage as one sentence, Chinese first."""

from __future__ import annotations

import click
from click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchCommand, NoSuchOption


class WrongUsage(click.UsageError):
    """A usage error with its sentence in both languages."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(f"{zh} · {en}")


def usage_sentence(error: click.ClickException) -> str:
    """The sentence for an error of click, with where help is to be had."""
    text = f"错误：{_sentence(error)}"
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{text}\n用法 · usage: {context.command_path} --help" if context else text


def _sentence(error: click.ClickException) -> str:
    message = error.format_message()
    if isinstance(error, WrongUsage):
        return message
    if isinstance(error, NoSuchOption):
        return f"没有 {error.option_name} 这个选项。 · {message}"
    if isinstance(error, NoSuchCommand):
        return f"没有 {error.command_name} 这个命令。 · {message}"
    if isinstance(error, MissingParameter):
        return f"缺少 {_name(error)}。 · {message}"
    if isinstance(error, BadParameter):
        return f"{_name(error)} 的值不对。 · {message}"
    if isinstance(error, BadOptionUsage):
        return f"{error.option_name} 的用法不对。 · {message}"
    return message


def _name(error: BadParameter) -> str:
    param = error.param
    if isinstance(param, click.Option):
        return "/".join(param.opts)
    return param.make_metavar(error.ctx) if param is not None and error.ctx is not None else "参数"
