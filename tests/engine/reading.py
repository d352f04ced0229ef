"""What the tests of the inputs share: files to write, and reading them."""

from __future__ import annotations

import io
import json
from collections import Counter
from pathlib import Path
from typing import Any

from anjian.engine.inputs import Document, Unreadable, documents

TEXT = "临江市人民法院民事判决书。原告何某与被告陆某买卖合同纠纷一案，现已审结。"


def read(*paths: Path | str, stdin: bytes | None = None, skipped: Counter[str] | None = None) -> list[Any]:
    stream = None if stdin is None else io.BytesIO(stdin)
    return list(documents([str(path) for path in paths], stream, skipped))


def only_bad(path: Path | str) -> Unreadable:
    (item,) = read(path)
    assert isinstance(item, Unreadable)
    return item


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def record(identifier: str, text: str = TEXT) -> str:
    return json.dumps({"id": identifier, "text": text}, ensure_ascii=False)


def ids(items: list[Any]) -> list[str]:
    return [item.id for item in items if isinstance(item, Document)]


def bad(items: list[Any]) -> list[Unreadable]:
    return [item for item in items if isinstance(item, Unreadable)]
