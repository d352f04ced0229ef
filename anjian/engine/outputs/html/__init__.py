"""The report: one page that holds everything it needs, for reading, printing and passing on.

Documents are written to a nameless temporary file as they come, because the head of the page
has totals that are known only at the end. From the TEXTS-th document with findings on, findings
are listed without the text around them, and the page says so.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from anjian import __version__
from anjian.documents import read
from anjian.scenarios.base import CERTAINTIES, FAMILIES, Words
from anjian.scenarios.registry import Registered

from ...inputs import Unreadable
from ...run import Checked, Tally
from ..place import Lines, context
from ..record import basis_text
from ..wording import CERTAINTY, NOT_A_VERDICT, SEVERITY, Lang
from .chart import WIDTH, bars
from .paragraphs import paragraphs

TEXTS = 2000
"""How many documents are shown with their text."""
KEPT_UNREADABLE = 1000

_TEMPLATES = Path(__file__).parent / "templates"
_CUT = "<!--cut-->"


class Html:
    """Writes the page to a binary stream when the run is over."""

    def __init__(self, stream: BinaryIO, chosen: Sequence[Registered], lang: Lang) -> None:
        self._stream = stream
        self._chosen = chosen
        self._lang = lang
        self._list = tempfile.TemporaryFile()  # noqa: SIM115
        self._bodies = tempfile.TemporaryFile()  # noqa: SIM115
        self._shown = 0
        self._unreadable: list[Unreadable] = []

    def document(self, checked: Checked) -> None:
        """Write the document's part, if it has findings."""
        if not checked.findings:
            return
        self._shown += 1
        values = _document_values(checked, self._shown)
        self._list.write(_render("entry.html", values))
        self._bodies.write(_render("document.html", values))

    def unreadable(self, item: Unreadable) -> None:
        """Keep it for the list at the end; beyond KEPT_UNREADABLE they are only counted."""
        if len(self._unreadable) < KEPT_UNREADABLE:
            self._unreadable.append(item)

    def finish(self, tally: Tally) -> None:
        """Write the whole page."""
        page = _render("page.html", self._page_values(tally))
        head, middle, tail = page.split(_CUT.encode(), 2)
        for text, spool in ((head, self._list), (middle, self._bodies)):
            self._stream.write(text)
            spool.seek(0)
            shutil.copyfileobj(spool, self._stream)
        self._stream.write(tail)
        self._stream.flush()

    def close(self) -> None:
        """Drop the temporary files."""
        self._list.close()
        self._bodies.close()

    def _page_values(self, tally: Tally) -> dict[str, Any]:
        hit = [r for r in self._chosen if tally.of(r.scenario.code)]
        script = _asset("script.js")
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        return {
            "lang": self._lang,
            "tally": tally,
            "bars": bars(tally, {r.scenario.code: r.scenario.family for r in self._chosen}),
            "bar_width": WIDTH,
            "hit": hit,
            "families": [
                (family, Words(*names), [r for r in hit if r.scenario.family == family])
                for family, names in FAMILIES.items()
                if any(r.scenario.family == family for r in hit)
            ],
            "pages": {r.scenario.code: _page(r) for r in hit},
            "unreadable": self._unreadable,
            "texts": TEXTS,
            "cut_texts": self._shown > TEXTS,
            "written": datetime.now().astimezone(),
            "version": __version__,
            "script": Markup(script),
            "script_digest": digest,
            "style": Markup(_asset("style.css")),
            "cut": Markup(_CUT),
        }


def _document_values(checked: Checked, number: int) -> dict[str, Any]:
    document, findings = checked.document, checked.findings
    lines = Lines(document.text)
    with_text = number <= TEXTS
    return {
        "n": number,
        "document": document,
        "findings": findings,
        "first": findings[0],
        "with_text": with_text,
        "paragraphs": paragraphs(read(document.text), findings) if with_text else [],
        "places": [lines.at(f.start) for f in findings],
        "contexts": [context(document.text, f.start, f.end) for f in findings],
        "worst": min((f.certainty for f in findings), key=CERTAINTIES.index),
    }


def _page(registered: Registered) -> Markup:
    """The scenario's page as HTML, without its title and its English line."""
    _, _, sections = registered.page.partition("\n## ")
    return Markup(MarkdownIt("commonmark", {"html": False}).render(f"## {sections}" if sections else ""))


def _render(name: str, values: dict[str, Any]) -> bytes:
    return _environment().get_template(name).render(values).encode("utf-8", "replace")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        certainties=CERTAINTIES,
        certainty_words=CERTAINTY,
        severity_words=SEVERITY,
        not_a_verdict=NOT_A_VERDICT,
        basis_text=basis_text,
    )
    return environment


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text("utf-8")
