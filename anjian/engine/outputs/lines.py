"""JSON lines: one finding a line, UTF-8."""

from __future__ import annotations

import json
from typing import BinaryIO

from ..inputs import Unreadable
from ..run import Checked, Tally
from .record import record


class JsonLines:
    """Writes each finding as it comes."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def document(self, checked: Checked) -> None:
        for finding in checked.findings:
            line = json.dumps(record(finding), ensure_ascii=False, separators=(",", ":"))
            self._stream.write(line.encode("utf-8", "replace") + b"\n")

    def unreadable(self, item: Unreadable) -> None:
        """Not a finding: reported on standard error."""

    def finish(self, tally: Tally) -> None:
        self._stream.flush()

    def close(self) -> None:
        """Holds nothing."""
