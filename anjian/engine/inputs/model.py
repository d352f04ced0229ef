"""What comes in: a document, or the reason why one did not."""

from __future__ import annotations

import os

from msgspec import Struct

from anjian.documents.formats import Reason, decode


class Document(Struct, frozen=True):
    """One document to read.

    `id` is the record's own id, else "file.jsonl:7"; for a file, its path relative to the folder
    given, or as given. `line` counts lines (records in parquet and JSON arrays) from 1.
    `size` is how many bytes of the source have gone by since the item before: add the sizes up and
    compare with `count_bytes` to show progress.
    """

    id: str
    text: str
    source: str
    line: int | None = None
    size: int = 0


class Unreadable(Struct, frozen=True):
    """One document, file or path that could not be read, with the reason and the remedy."""

    source: str
    line: int | None
    reason_zh: str
    reason_en: str
    remedy_zh: str
    remedy_en: str
    size: int = 0

    @property
    def sentence_zh(self) -> str:
        """File, place, reason and remedy in one Chinese sentence."""
        return f"{self.source}：{self.reason_zh}；{self.remedy_zh}。"

    @property
    def sentence_en(self) -> str:
        """File, place, reason and remedy in one English sentence."""
        return f"{self.source}: {self.reason_en}; {self.remedy_en}."


FILE = ("文件", "the file")
FOLDER = ("文件夹", "the folder")
PATH = ("路径", "the path")
LINE = ("第 {} 行", "line {}")
RECORD = ("第 {} 条记录", "record {}")


class File(Struct, frozen=True):
    """A regular file to read. `named`: the user gave this very path, so it is not passed over in silence."""

    path: str
    id: str
    size: int
    named: bool

    @property
    def source(self) -> str:
        """The path, fit to print."""
        return printable(self.path)

    @property
    def suffix(self) -> str:
        """The lower-case suffix with its dot, or ""."""
        return os.path.splitext(self.path)[1].lower()


def unreadable(
    source: str,
    reason: Reason,
    subject: tuple[str, str] = FILE,
    line: int | None = None,
    size: int = 0,
) -> Unreadable:
    """The item that reports `reason` of `source`, its sentence begun with `subject`."""
    zh, en = (part.format(line) for part in subject)
    return Unreadable(source, line, zh + reason.zh, f"{en} {reason.en}", reason.remedy_zh, reason.remedy_en, size)


def printable(path: str) -> str:
    """`path` as text: a name in a foreign encoding (GBK from an old archive) is decoded, not lost."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return decode(os.fsencode(path))
    return path


def refusal_of(error: OSError | ValueError) -> Reason:
    """The reason behind an error of the file system."""
    if isinstance(error, PermissionError):
        return FORBIDDEN
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return GONE
    detail = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else str(error)
    return Reason(
        f"读取失败（{detail}）",
        f"could not be read ({detail})",
        "请检查磁盘和路径后重试",
        "check the disk and the path and try again",
    )


FORBIDDEN = Reason(
    "没有读取权限", "may not be read by this user", "请授予读取权限后重试", "grant read permission and try again"
)
GONE = Reason(
    "在读取之前已被移走或删除",
    "was moved or deleted before it was read",
    "请确认文件仍在原处后重试",
    "make sure it is in its place and try again",
)
MISSING = Reason("不存在", "does not exist", "请检查拼写和所在目录", "check its spelling and the current folder")
NO_MATCH = Reason(
    "没有匹配到任何文件", "matches no file", "请检查通配符和所在目录", "check the pattern and the current folder"
)
BROKEN_LINK = Reason(
    "是失效的链接，指向的文件已不存在",
    "is a broken link: what it points to no longer exists",
    "请重建链接或直接给出原文件",
    "make the link again or give the file itself",
)
NOT_A_FILE = Reason(
    "不是普通文件（管道或设备）",
    "is not a regular file (a pipe or a device)",
    "如需从管道读取，请把路径写成 -",
    "to read from a pipe, write - as the path",
)
NOTHING_HERE = Reason(
    "中没有可读的文书",
    "holds no document to read",
    "请放入 txt、docx、pdf、html、json、jsonl、csv 或 parquet 文件",
    "put txt, docx, pdf, html, json, jsonl, csv or parquet files in it",
)
BROKEN_JSON = Reason(
    "不是完整的 JSON，已跳过",
    "is not complete JSON and was skipped",
    "请检查该处的引号与括号",
    "check its quotes and brackets",
)
BROKEN_JSON_REST = Reason(
    "不是完整的 JSON，从此处起未读",
    "is not complete JSON; nothing after it was read",
    "请检查该处的引号与括号，或改存为每行一份的 jsonl",
    "check its quotes and brackets, or save as jsonl, one document a line",
)
NOT_A_RECORD = Reason(
    "不是含 id 和 text 的对象，已跳过",
    "is not an object with id and text and was skipped",
    '请写成 {"id": "…", "text": "…"}',
    'write it as {"id": "…", "text": "…"}',
)
NO_TEXT = Reason(
    "没有 text 字段，已跳过",
    "has no field named text and was skipped",
    "请把文书正文放在 text 字段",
    "put the text of the document in the field text",
)
TEXT_NOT_STRING = Reason(
    "的 text 字段不是文字，已跳过",
    "has a text field that is not a string and was skipped",
    "请把文书正文作为字符串放在 text 字段",
    "put the text of the document in it as a string",
)
LONG_LINE = Reason(
    "过长，不像是一份文书，已跳过",
    "is too long for one document and was skipped",
    "请检查是否漏了换行，或拆分成多份",
    "check for a missing line break, or split it",
)
BROKEN_CSV = Reason(
    "起引号不配对或单元格过长，从此处起未读",
    "opens a quote that is not closed, or a cell that is too long; nothing after it was read",
    "请检查该行的双引号，或改存为 jsonl",
    "check its double quotes, or save as jsonl",
)
BROKEN_PARQUET = Reason(
    "不是完整的 parquet 文件，可能传输中断或已损坏",
    "is not a complete parquet file; it may be cut off or damaged",
    "请重新导出或重新取得该文件",
    "export it or fetch it again",
)


def unparsed(error: Exception) -> Reason:
    """The reason for a document on which the reader failed, which it is meant never to do."""
    kind = type(error).__name__
    return Reason(
        f"未能解析（{kind}）",
        f"could not be parsed ({kind})",
        "请将该文书交开发人员排查",
        "please hand it to the developers",
    )


def no_text_column(columns: list[str]) -> Reason:
    """The reason for a table without a column `text`, naming the columns it has."""
    shown = "、".join(columns[:12])[:200]
    return Reason(
        f"没有名为 text 的列（现有：{shown}）",
        f"has no column named text (it has: {shown})",
        "请把正文一列改名为 text，编号一列改名为 id",
        "name the column of texts text and the column of identifiers id",
    )
