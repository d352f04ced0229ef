"""The commands, one file each. `main` is the program `anjian`."""

from .app import main

__all__ = ["main"]
