"""All scenarios there are: modules of a family folder with SCENARIO and one check or more.

`check(judgment)` looks at one document (at those only that hold a word of each of `NEEDS`, where a module has them),
`check_chain(chain)` at the documents of one dispute, `group(brief)` with `check_group(briefs)` at documents alike.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType

from anjian.documents import Judgment
from anjian.documents.anchors import Anchors

from .base import FAMILIES, ChainCheck, Check, Finding, GroupCheck, GroupKey, Scenario

#: Old code or name → the code that took its place. Codes never change meaning.
REDIRECTS: dict[str, str] = {}


def nothing(judgment: Judgment) -> Iterator[Finding]:
    """The check of a scenario that no single document can show."""
    yield from ()


@dataclass(frozen=True, slots=True, eq=False)
class Registered:
    """A scenario with its checks, its page (module docstring) and the file of its literate cases.

    `needs`: without a word of each of these a document cannot have a finding, so the check need not run.
    """

    scenario: Scenario
    check: Check
    page: str
    cases: Path
    module: str
    needs: tuple[Anchors, ...] = ()
    check_chain: ChainCheck | None = None
    group: GroupKey | None = None
    check_group: GroupCheck | None = None

    @property
    def across(self) -> bool:
        """Whether it looks at several documents together."""
        return self.check_chain is not None or self.group is not None


@cache
def scenarios() -> dict[str, Registered]:
    """Every scenario by code, in order of family and code. Raises ValueError on a doubled code or name."""
    found: dict[str, Registered] = {}
    names: set[str] = set()
    for family in FAMILIES:
        package = importlib.import_module(f"{__package__}.{family}")
        for info in pkgutil.iter_modules(package.__path__):
            module = importlib.import_module(f"{package.__name__}.{info.name}")
            scenario = getattr(module, "SCENARIO", None)
            if scenario is None:
                continue
            if scenario.code in found or scenario.name in names:
                raise ValueError(f"{module.__name__}: {scenario.code} {scenario.name} is taken")
            names.add(scenario.name)
            found[scenario.code] = _registered(scenario, module)
    return dict(sorted(found.items()))


def _registered(scenario: Scenario, module: ModuleType) -> Registered:
    return Registered(
        scenario,
        getattr(module, "check", nothing),
        module.__doc__ or "",
        Path(str(module.__file__)).with_suffix(".md"),
        module.__name__,
        getattr(module, "NEEDS", ()),
        getattr(module, "check_chain", None),
        getattr(module, "group", None),
        getattr(module, "check_group", None),
    )


def find(code_or_name: str) -> Registered | None:
    """The scenario of a code or readable name, old ones included; None when there is none."""
    wanted = code_or_name.strip()
    wanted = REDIRECTS.get(wanted.lower(), REDIRECTS.get(wanted.upper(), wanted))
    every = scenarios()
    if wanted.upper() in every:
        return every[wanted.upper()]
    return next((r for r in every.values() if r.scenario.name == wanted.lower()), None)
