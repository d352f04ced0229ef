"""The text of a .docx file: body paragraphs and tables in order.

Text boxes follow the paragraph that holds them. Headers, footers, footnotes, deleted and moved-away
text, and numbers that Word makes itself are left out. The XML is read as a stream, never as a tree.
"""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from typing import IO

from lxml import etree

from .refusal import BOMB, CORRUPT_DOCX, ENCRYPTED, ENTITIES, MAX_CHARACTERS, TOO_LONG, RefusedError

MAX_XML_BYTES = 128 * 1024 * 1024
MAX_RATIO = 250
MAX_MEMBERS = 10_000
_SMALL = 4 * 1024 * 1024  # below this no ratio is dangerous

_BODY = re.compile(r"word/document[0-9]*\.xml")
_DIRECTORY_ENTRY = b"PK\x01\x02"
_SKIPPED = frozenset(["Fallback", "del", "moveFrom", "pPr", "rPr", "sectPr", "tblPr", "instrText"])
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    KeyError,
    etree.XMLSyntaxError,
)


def docx_text(data: bytes) -> str:
    """The text of a .docx file, one line a paragraph, table cells parted by tabs. Raises RefusedError."""
    # zipfile loads the whole directory, so a directory of millions must be refused before it is opened.
    if data.count(_DIRECTORY_ENTRY) > MAX_MEMBERS:
        raise RefusedError(BOMB)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_body(archive)) as body:
            return _Body().read(body)
    except _BROKEN as error:
        raise RefusedError(CORRUPT_DOCX) from error


def _body(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    members = [member for member in archive.infolist() if _BODY.fullmatch(member.filename)]
    if not members:
        raise RefusedError(CORRUPT_DOCX)
    member = members[0]
    if member.flag_bits & 1:
        raise RefusedError(ENCRYPTED)
    # ZipFile.open never yields more than the declared size, so checking what is declared is enough.
    if member.file_size > MAX_XML_BYTES:
        raise RefusedError(BOMB)
    if member.file_size > _SMALL and member.file_size > MAX_RATIO * max(member.compress_size, 1):
        raise RefusedError(BOMB)
    return member


class _Body:
    """Collects text from the events of one WordprocessingML body."""

    def __init__(self) -> None:
        self.open: list[list[str]] = [[]]  # text being collected: the body, then each cell or text box inside
        self.boxes: list[str] = []  # text boxes waiting for the end of their paragraph
        self.paragraphs = 0
        self.length = 0

    def read(self, body: IO[bytes]) -> str:
        skipped: etree._Element | None = None
        events = etree.iterparse(body, events=("start", "end"), resolve_entities=False, load_dtd=False, no_network=True)
        for event, element in events:
            name = _local(element)
            if event == "start" and skipped is None:
                self._check(element)
                if name in _SKIPPED:
                    skipped = element
                else:
                    self._start(name)
            elif event == "end":
                if skipped is None:
                    self._end(name, element.text or "")
                elif skipped is element:
                    skipped = None
                _forget(element)
        return "".join(self.open[0])

    def _check(self, element: etree._Element) -> None:
        if element.getparent() is None and element.getroottree().docinfo.internalDTD is not None:
            raise RefusedError(ENTITIES)
        if self.length > MAX_CHARACTERS:
            raise RefusedError(TOO_LONG)

    def _start(self, name: str) -> None:
        if name in ("tc", "txbxContent"):
            self.open.append([])
        elif name == "p":
            self.paragraphs += 1
        elif name in _MARKS:
            self._add(_MARKS[name])

    def _end(self, name: str, text: str) -> None:
        if name == "t":
            self._add(text)
        elif name == "p":
            self._end_paragraph()
        elif name == "tc":
            self._add(self._close() + "\t")
        elif name == "tr":
            self._end_row()
        elif name == "txbxContent":
            self.boxes.append(self._close())

    def _end_paragraph(self) -> None:
        self._add("\n")
        self.paragraphs -= 1
        if self.paragraphs == 0:
            for box in self.boxes:
                self._add(box + "\n")
            self.boxes.clear()

    def _end_row(self) -> None:
        if self.open[-1] and self.open[-1][-1].endswith("\t"):
            self.open[-1][-1] = self.open[-1][-1][:-1]
        self._add("\n")

    def _close(self) -> str:
        return "".join(self.open.pop()).strip("\n")

    def _add(self, text: str) -> None:
        self.open[-1].append(text)
        self.length += len(text)


def _local(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _forget(element: etree._Element) -> None:
    """Free an element that has been read, and the siblings before it."""
    element.clear()
    parent = element.getparent()
    if parent is not None:
        while element.getprevious() is not None:
            del parent[0]
