"""The text of a PDF, page after page, its line breaks kept. A scan has no text and is refused."""

from __future__ import annotations

import io
import logging
import unicodedata

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from .refusal import (
    BOMB,
    CORRUPT_PDF,
    EMPTY,
    ENCRYPTED,
    GARBLED_PDF,
    MAX_CHARACTERS,
    MAX_PAGES,
    SCANNED,
    TOO_LONG,
    TOO_MANY_PAGES,
    RefusedError,
)

MAX_STREAM_BYTES = 16 * 1024 * 1024
MAX_OPERATIONS = 250_000  # on one page: a dense page that places every character by itself has some 10,000
_LOOK = 20  # pages: a scan shows itself early, and reading on would be in vain

# pypdf reports every oddity of a file to a logger that prints to stderr; our sentence is enough.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def pdf_text(data: bytes) -> str:
    """The text of a PDF. Raises RefusedError: encrypted, scanned, damaged, too long, or unreadable fonts."""
    try:
        with apply_configuration(
            stream_parsing_work_maximum_count=MAX_OPERATIONS,
            zlib_maximum_output_length=MAX_STREAM_BYTES,
            lzw_maximum_output_length=MAX_STREAM_BYTES,
            run_length_maximum_output_length=MAX_STREAM_BYTES,
            array_based_stream_maximum_output_length=MAX_STREAM_BYTES,
        ):
            return _read(data)
    except RefusedError:
        raise
    except (DependencyError, FileNotDecryptedError) as error:
        raise RefusedError(ENCRYPTED) from error
    except LimitReachedError as error:
        raise RefusedError(BOMB) from error
    except Exception as error:  # on hostile bytes pypdf raises almost any exception
        raise RefusedError(CORRUPT_PDF) from error


def _read(data: bytes) -> str:
    reader = PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        raise RefusedError(ENCRYPTED)
    if len(reader.pages) > MAX_PAGES:
        raise RefusedError(TOO_MANY_PAGES)
    pages: list[str] = []
    length = 0
    for page in reader.pages:
        pages.append(_page_text(page))
        length += len(pages[-1])
        if length > MAX_CHARACTERS:
            raise RefusedError(TOO_LONG)
        if len(pages) == _LOOK:
            _refuse_scan(pages)
    _refuse_scan(pages)
    text = "\n".join(pages)
    if _is_garbled(text):
        raise RefusedError(GARBLED_PDF)
    return text


def _page_text(page: PageObject) -> str:
    return page.extract_text().strip("\n")


def _refuse_scan(pages: list[str]) -> None:
    if not pages:
        raise RefusedError(EMPTY)
    # A stamped or blank last page is no scan; a document mostly without text would be read as incomplete.
    if 2 * sum(not page.strip() for page in pages) > len(pages):
        raise RefusedError(SCANNED)


def _is_garbled(text: str) -> bool:
    shown = [char for char in text if not char.isspace()]
    odd = sum(char == "\ufffd" or unicodedata.category(char) in ("Co", "Cn", "Cc") for char in shown)
    return odd * 5 > len(shown)
