"""The program: its commands, its errors in two languages, its exit codes."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from types import FrameType
from typing import NoReturn

import click

from anjian import __version__

from .remembered import remembered_patterns
from .words import usage_sentence

USAGE = 2
INTERRUPTED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM


#: Each command, the module of this folder that holds it and its name there.
COMMANDS = {
    "check": ("check", "check"),
    "read": ("read", "read_command"),
    "chains": ("chains", "chains"),
    "explain": ("explain", "explain"),
    "scenarios": ("scenarios", "scenarios"),
    "scenario": ("scenario_new", "scenario"),
    "fee": ("fee", "fee"),
    "interest": ("interest", "interest_command"),
}


class Commands(click.Group):
    """Imports a command when it is called for: nobody waits for the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, command = COMMANDS[name]
        with remembered_patterns():
            found: click.Command = getattr(importlib.import_module(f"{__package__}.{module}"), command)
            if "anjian.scenarios.registry" in sys.modules:
                sys.modules["anjian.scenarios.registry"].scenarios()
        return found


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, "-V", "--version", prog_name="anjian", message="%(prog)s %(version)s")
def cli() -> None:
    """案鉴：读懂裁判文书，找出疑点。 · Reads court judgments and finds what may be wrong in them."""


def main() -> NoReturn:
    """Run the program and leave with its exit code; an error is one sentence, never a traceback."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        code = cli.main(prog_name="anjian", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        code = USAGE
    except click.ClickException as error:
        click.echo(usage_sentence(error), err=True)
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("已中断，没有留下写了一半的文件。 · Interrupted; no half-written file is left.", err=True)
        code = INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()  # the reader of our output has gone (`| head`)
        code = 1
    except OSError as error:
        _silence_stdout()
        click.echo(f"错误：写入失败（{error.strerror}）。 · Writing failed ({error.strerror}).", err=True)
        code = USAGE
    sys.exit(code if isinstance(code, int) else 0)


def _silence_stdout() -> None:
    """Python writes what is left in the buffer at exit, which would fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminated(number: int, frame: FrameType | None) -> NoReturn:
    """Unwind on SIGTERM, so that temporary files are removed."""
    raise SystemExit(TERMINATED)
