"""Remember compiled patterns from one start of the program to the next.

Compiling the patterns of the readers and scenarios takes a third of a second, more than checking a judgment. Python
keeps no compiled pattern on disk; this keeps the code that its compiler made, in the user's cache folder, by Python
version. Only what is compiled while modules are imported is kept: later patterns may hold names of parties.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import re
import sys
import tempfile
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import Any

#: (flags, code, number of groups, group names) by (pattern, flags asked for).
Codes = dict[tuple[str, int], tuple[int, bytes, int, dict[str, int]]]
_DIGEST = 16


@contextlib.contextmanager
def remembered_patterns(folder: Path | None = None) -> Iterator[None]:
    """While this lasts, patterns compiled before come from the cache and new ones go into it.

    Where the cache cannot be read, written or trusted, patterns are compiled as ever.
    """
    compiler: Any = getattr(re, "_compiler", None)
    if compiler is None or not hasattr(compiler, "_sre"):
        yield
        return
    path = (folder or cache_folder()) / f"patterns-{_version(compiler)}.bin"
    codes, compile_anew = _load(path), compiler.compile
    known = len(codes)

    def compiled(pattern: Any, flags: int = 0) -> Any:
        if not isinstance(pattern, str) or flags & re.DEBUG:
            return compile_anew(pattern, flags)
        key = pattern, int(flags)
        if key not in codes:
            codes[key] = _code_of(compiler, pattern, flags)
        return _pattern(compiler, pattern, *codes[key])

    compiler.compile = compiled
    try:
        yield
    finally:
        compiler.compile = compile_anew
        if len(codes) > known:
            _save(path, codes)


def cache_folder() -> Path:
    """The user's cache folder of this program."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path("~/.cache").expanduser()) / "anjian"


def _version(compiler: Any) -> str:
    build = f"{sys.version}{sys.platform}{compiler._sre.MAGIC}{compiler._sre.CODESIZE}"
    return hashlib.blake2b(build.encode(), digest_size=6).hexdigest()


def _code_of(compiler: Any, pattern: str, flags: int) -> tuple[int, bytes, int, dict[str, int]]:
    parsed = compiler._parser.parse(pattern, flags)
    code = array("I", compiler._code(parsed, flags))
    return flags | parsed.state.flags, code.tobytes(), parsed.state.groups - 1, dict(parsed.state.groupdict)


def _pattern(compiler: Any, text: str, flags: int, code: bytes, groups: int, names: dict[str, int]) -> Any:
    by_index: list[str | None] = [None] * (groups + 1)
    for name, index in names.items():
        by_index[index] = name
    return compiler._sre.compile(text, flags, memoryview(code).cast("I").tolist(), groups, names, tuple(by_index))


def _load(path: Path) -> Codes:
    try:
        data = path.read_bytes()
        digest, body = data[:_DIGEST], data[_DIGEST:]
        if hashlib.blake2b(body, digest_size=_DIGEST).digest() == digest:
            codes: Codes = marshal.loads(body)
            return codes
    except (OSError, ValueError, EOFError, TypeError):
        pass
    return {}


def _save(path: Path, codes: Codes) -> None:
    body = marshal.dumps(codes)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as out:
            out.write(hashlib.blake2b(body, digest_size=_DIGEST).digest() + body)
        os.replace(name, path)
