"""One document's bytes to its text, whatever the file: txt, docx, pdf, html. Pure: reads no file."""

from __future__ import annotations

import re
from collections.abc import Callable

from .encoding import decode, encoding_of, is_binary
from .refusal import (
    BINARY,
    EMPTY,
    ENCRYPTED,
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_TEXT_BYTES,
    NOT_A_DOCUMENT,
    OLD_WORD,
    TOO_LARGE,
    TOO_LONG,
    Reason,
    RefusedError,
)

__all__ = [
    "MAX_BYTES",
    "MAX_CHARACTERS",
    "MAX_TEXT_BYTES",
    "Reason",
    "RefusedError",
    "check_length",
    "decode",
    "encoding_of",
    "is_binary",
    "kind_of",
    "text_of",
]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_HTML = re.compile(
    rb"\s*(<\?xml[^<>]{0,200}>\s*)?(<!--[^<>]{0,200}-->\s*)?<(!doctype\s+html|html|head|body|meta)\b", re.I
)


def text_of(data: bytes, suffix: str = "") -> str:
    """The text of one document. `suffix` (".docx") helps only where the content itself does not tell.

    Raises RefusedError with the reason and the remedy when there is no text to be had.
    """
    if not data.strip():
        raise RefusedError(EMPTY)
    text = _READERS[kind_of(data, suffix)](data)
    if not text.strip():
        raise RefusedError(EMPTY)
    check_length(text)
    return text


def kind_of(data: bytes, suffix: str = "") -> str:
    """docx, pdf, ole, rtf, html, zip, picture or text: by the first bytes, then by `suffix`."""
    if data.startswith(b"PK\x03\x04"):
        return "docx" if b"word/" in data or suffix in (".docx", ".docm") else "zip"
    if data.startswith(_OLE):
        return "ole"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_PICTURES):
        return "picture"
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf"
    if suffix in (".html", ".htm") or (suffix != ".txt" and _HTML.match(data[:2048])):
        return "html"
    return {".docx": "docx", ".pdf": "pdf"}.get(suffix, "text")


def check_length(text: str) -> None:
    """Raises RefusedError when `text` is longer than MAX_CHARACTERS."""
    if len(text) > MAX_CHARACTERS:
        raise RefusedError(TOO_LONG)


def _plain(data: bytes) -> str:
    _check_text_size(data)
    if is_binary(data):
        raise RefusedError(BINARY)
    return decode(data)


def _html(data: bytes) -> str:
    _check_text_size(data)
    if is_binary(data):
        raise RefusedError(BINARY)
    from .html import html_text  # lxml, pypdf: loaded only for the files that need them

    return html_text(data)


def _docx(data: bytes) -> str:
    _check_size(data)
    from .word import docx_text

    return docx_text(data)


def _pdf(data: bytes) -> str:
    _check_size(data)
    from .pdf import pdf_text

    return pdf_text(data)


def _ole(data: bytes) -> str:
    raise RefusedError(ENCRYPTED if _OLE_ENCRYPTED in data else OLD_WORD)


def _refuse(reason: Reason) -> Callable[[bytes], str]:
    def reader(data: bytes) -> str:
        raise RefusedError(reason)

    return reader


def _check_text_size(data: bytes) -> None:
    if len(data) > MAX_TEXT_BYTES:
        raise RefusedError(TOO_LONG)


def _check_size(data: bytes) -> None:
    if len(data) > MAX_BYTES:
        raise RefusedError(TOO_LARGE)


_READERS: dict[str, Callable[[bytes], str]] = {
    "text": _plain,
    "html": _html,
    "docx": _docx,
    "pdf": _pdf,
    "ole": _ole,
    "rtf": _refuse(OLD_WORD),
    "zip": _refuse(NOT_A_DOCUMENT),
    "picture": _refuse(NOT_A_DOCUMENT),
}
