"""The claims of the parties, numbered as written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .model_civil import Claim

if TYPE_CHECKING:
    from .judgment import Judgment


def read_claims(j: Judgment) -> tuple[Claim, ...]:
    """The claims of the parties, numbered as written."""
    return ()
