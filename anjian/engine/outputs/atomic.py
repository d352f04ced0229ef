"""Write a file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO


class TargetError(ValueError):
    """A path that cannot be written; `zh` and `en` say why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A stream that becomes the file at `path` when the block ends well; after an error nothing is left.

    Until then the bytes are in a file without a name where the system has such (nothing remains even
    after a kill), else in a hidden one beside the target. Raises TargetError.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise TargetError(f"{path} 不是普通文件", f"{path} is not a regular file")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        stream, name = _open_beside(target)
    except OSError as error:
        raise TargetError(f"无法写入 {path}（{error.strerror}）", f"cannot write {path} ({error.strerror})") from error
    try:
        with stream:
            yield stream
            stream.flush()
            if name is None:
                name = _link(stream, target)
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException:
        if name is not None:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)
        raise


def _open_beside(target: Path) -> tuple[BinaryIO, str | None]:
    nameless = getattr(os, "O_TMPFILE", None)
    if nameless is not None:
        with contextlib.suppress(OSError):
            return os.fdopen(os.open(target.parent, nameless | os.O_RDWR, 0o600), "w+b"), None
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    return os.fdopen(handle, "w+b"), name


def _link(stream: BinaryIO, target: Path) -> str:
    """Give the nameless file a hidden name, ready to be moved over the target."""
    name = f"{target.parent}/.{target.name}.{os.getpid()}.part"
    with contextlib.suppress(FileNotFoundError):
        os.unlink(name)
    # A folder handle makes Python call linkat and follow the link in /proc (bpo-37612).
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{stream.fileno()}", name, src_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)
    return name


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those of any new file."""
    with contextlib.suppress(FileNotFoundError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
