"""All scenarios there are. A scenario is a module of a family folder that has SCENARIO and check."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .base import FAMILIES, Check, Scenario

#: Old code or name → the code that took its place. Codes never change meaning.
REDIRECTS: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Registered:
    """A scenario with its check, its page (module docstring) and the file of its literate cases."""

    scenario: Scenario
    check: Check
    page: str
    cases: Path
    module: str


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
            cases = Path(str(module.__file__)).with_suffix(".md")
            found[scenario.code] = Registered(scenario, module.check, module.__doc__ or "", cases, module.__name__)
    return dict(sorted(found.items()))


def find(code_or_name: str) -> Registered | None:
    """The scenario of a code or readable name, old ones included; None when there is none."""
    wanted = code_or_name.strip()
    wanted = REDIRECTS.get(wanted.lower(), REDIRECTS.get(wanted.upper(), wanted))
    every = scenarios()
    if wanted.upper() in every:
        return every[wanted.upper()]
    return next((r for r in every.values() if r.scenario.name == wanted.lower()), None)
