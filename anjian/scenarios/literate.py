"""Literate cases: short invented texts beside a scenario that show what it finds and what it lets pass.

They are the scenario's tests, its page's demonstration and raw material of test questions. Format of
`NAME.md`: a level-2 heading per case beginning with 命中 (hit), 近似 (near miss) or 可说明 (excused), prose,
a fenced block `judgment` with the text, and for a hit a fenced block `findings` with one line per finding:
`certainty | exact quote | words of the Chinese message`. Several `judgment` blocks are documents checked together,
their ids case-1, case-2 …; findings stand in the order of the documents, then of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

KINDS = {"命中": "hit", "近似": "near miss", "可说明": "excused"}
_HEADING = re.compile(r"^## +(命中|近似|可说明)[：: ]*(.*)$")
_FENCE = re.compile(r"^(?:~~~|```)(\w*)\s*$")


@dataclass(frozen=True, slots=True)
class Expected:
    """One expected finding: `words` must occur in the Chinese message."""

    certainty: str
    quote: str
    words: str


@dataclass(frozen=True, slots=True)
class LiterateCase:
    """One case: `kind` is hit, near miss or excused; `line` is where its heading stands."""

    kind: str
    title: str
    prose: str
    texts: tuple[str, ...]
    findings: tuple[Expected, ...]
    line: int

    @property
    def documents(self) -> tuple[tuple[str, str], ...]:
        """(id, text) of each document."""
        if len(self.texts) == 1:
            return (("case", self.texts[0]),)
        return tuple((f"case-{n}", text) for n, text in enumerate(self.texts, 1))


def read_cases(path: Path) -> tuple[LiterateCase, ...]:
    """The cases of one file. Raises ValueError naming file and line when the format is broken."""
    cases: list[LiterateCase] = []
    heading: tuple[str, str, int] | None = None
    blocks: list[tuple[str, str]] = []
    prose: list[str] = []
    inside: list[str] | None = None
    for number, line in enumerate([*path.read_text("utf-8").split("\n"), "## 近似 "], 1):
        fence = _FENCE.match(line)
        if inside is not None:
            if fence and not fence[1]:
                blocks.append((inside[0], "\n".join(inside[1:])))
                inside = None
            else:
                inside.append(line)
        elif fence:
            inside = [fence[1]]
        elif m := _HEADING.match(line):
            if heading:
                cases.append(_case(path, heading, "\n".join(prose).strip(), blocks))
            heading, blocks, prose = (m[1], m[2].strip(), number), [], []
        elif heading:
            prose.append(line)
    return tuple(cases)


def _case(path: Path, heading: tuple[str, str, int], prose: str, blocks: list[tuple[str, str]]) -> LiterateCase:
    kind, title, line = heading
    texts = tuple(text for name, text in blocks if name == "judgment")
    if not texts:
        raise ValueError(f"{path}:{line}: the case has no ```judgment block")
    rows = [row for name, text in blocks if name == "findings" for row in text.splitlines() if row.strip()]
    expected = tuple(_expected(path, line, row) for row in rows)
    if (KINDS[kind] == "hit") != bool(expected):
        raise ValueError(f"{path}:{line}: a hit needs a ```findings block and other cases must have none")
    return LiterateCase(KINDS[kind], title, prose, texts, expected, line)


def _expected(path: Path, line: int, row: str) -> Expected:
    parts = [part.strip() for part in row.split("|")]
    if len(parts) != 3 or parts[0] not in ("certain", "likely", "hint"):
        raise ValueError(f"{path}:{line}: a finding line reads `certainty | quote | words`, not {row!r}")
    return Expected(*parts)
