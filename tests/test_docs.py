"""The reference pages are what the scenario files say, and refer to nothing that does not exist."""

from __future__ import annotations

import re
from pathlib import Path

from anjian.scenarios.registry import scenarios
from tools import docs

ROOT = Path(__file__).parents[1]


def test_no_page_refers_to_what_does_not_exist() -> None:
    assert docs.dangling() == []


def test_the_generated_pages_are_up_to_date() -> None:
    stale = [p.name for p, text in docs.pages().items() if not p.exists() or p.read_text("utf-8") != text]
    assert stale == [], "run: make docs"


def test_every_link_inside_the_documents_leads_somewhere() -> None:
    broken = []
    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("examples/*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
            if not (page.parent / target).exists():
                broken.append(f"{page.relative_to(ROOT)} → {target}")
    assert broken == []


def test_the_readme_counts_the_scenarios_there_are() -> None:
    for name in ("README.md", "README.zh-CN.md"):
        assert f" {len(scenarios())} " in (ROOT / name).read_text("utf-8"), name
