"""Why a document cannot be read, and what its owner can do about it, in Chinese and English."""

from __future__ import annotations

from msgspec import Struct

MAX_CHARACTERS = 5_000_000
"""The longest document read, in characters; the longest real judgments have some 500,000."""

MAX_BYTES = 64 * 1024 * 1024
"""The largest Word or PDF file read, in bytes."""

MAX_TEXT_BYTES = 4 * MAX_CHARACTERS + 4
"""The largest text or HTML file read, in bytes: more than these hold more than MAX_CHARACTERS."""


MAX_PAGES = 1_000
"""The longest PDF read, in pages."""


class Reason(Struct, frozen=True):
    """A predicate about a file or a line (没有内容, "is empty"), and the remedy as an imperative."""

    zh: str
    en: str
    remedy_zh: str
    remedy_en: str


class RefusedError(Exception):
    """A document that cannot be read; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.en)
        self.reason = reason


EMPTY = Reason(
    "没有内容",
    "is empty",
    "请确认文书已完整导出",
    "check that the document was exported in full",
)
BINARY = Reason(
    "不是文字，读不出内容",
    "is not text and cannot be read",
    "请提供 txt、docx、pdf 或 html 格式的文书",
    "give the document as txt, docx, pdf or html",
)
TOO_LONG = Reason(
    f"超过 {MAX_CHARACTERS // 10_000} 万字，不像是一份文书，已跳过",
    f"has more than {MAX_CHARACTERS:,} characters, too many for one document, and was skipped",
    "如果其中是多份文书，请拆分，或改存为每行一份的 jsonl",
    "if it holds several documents, split it or save it as jsonl, one document a line",
)
TOO_LARGE = Reason(
    f"超过 {MAX_BYTES // 1024**2} MB，已跳过",
    f"is larger than {MAX_BYTES // 1024**2} MB and was skipped",
    "请去掉其中的图片或另存为 txt",
    "remove its pictures or save it as txt",
)
TOO_MANY_PAGES = Reason(
    f"超过 {MAX_PAGES} 页，不像是一份文书，已跳过",
    f"has more than {MAX_PAGES:,} pages, too many for one document, and was skipped",
    "如果其中是整本案卷，请只提供其中的文书",
    "if it is a whole case file, give only the document in it",
)
SCANNED = Reason(
    "没有文字层或大部分页面没有文字，可能是扫描件",
    "has no text on most of its pages and is probably a scan",
    "请先作文字识别（OCR），或提供电子原件",
    "run text recognition (OCR) on it, or give the electronic original",
)
GARBLED_PDF = Reason(
    "所用的字体没有文字编码，取出的是乱码",
    "uses fonts without a character map, so that its text comes out garbled",
    "请提供 docx 原件，或作文字识别（OCR）",
    "give the docx original, or run text recognition (OCR) on it",
)
ENCRYPTED = Reason(
    "已加密，没有密码打不开",
    "is encrypted and cannot be opened without its password",
    "请取消密码后另存一份",
    "save a copy without the password",
)
CORRUPT_DOCX = Reason(
    "不是完整的 docx 文件，可能传输中断或已损坏",
    "is not a complete docx file; it may be cut off or damaged",
    "请用 Word 或 WPS 打开后另存为 docx，或重新取得该文件",
    "open it in Word or WPS and save it as docx, or fetch it again",
)
CORRUPT_PDF = Reason(
    "不是完整的 pdf 文件，可能传输中断或已损坏",
    "is not a complete pdf file; it may be cut off or damaged",
    "请重新导出或重新取得该文件",
    "export it or fetch it again",
)
BOMB = Reason(
    "解压后异常庞大，可能是恶意文件，已跳过",
    "expands to an abnormal size, may be hostile, and was skipped",
    "请核实文件来源；确系文书的，请另存为 txt",
    "check where it came from; if it is a real document, save it as txt",
)
ENTITIES = Reason(
    "含有文书不应有的 DTD 声明，可能是恶意文件，已跳过",
    "holds a DTD, which no document should, may be hostile, and was skipped",
    "请核实文件来源；确系文书的，请用 Word 或 WPS 另存为 docx",
    "check where it came from; if it is a real document, save it as docx in Word or WPS",
)
OLD_WORD = Reason(
    "是旧版 Word 或 WPS 格式，不能直接读取",
    "is in an old Word or WPS format, which is not read",
    "请用 Word 或 WPS 打开后另存为 docx",
    "open it in Word or WPS and save it as docx",
)
NOT_A_DOCUMENT = Reason(
    "是压缩包、表格或图片，不是文书",
    "is an archive, a spreadsheet or a picture, not a document",
    "请提供 txt、docx、pdf、html、json、csv 或 parquet 文件",
    "give a txt, docx, pdf, html, json, csv or parquet file",
)
