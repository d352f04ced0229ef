"""The program as a process: streams, signals, terminals."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

PROGRAM = [sys.executable, "-m", "anjian.cli"]


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, timeout=60, **options)  # type: ignore[call-overload,no-any-return]


def test_a_usage_error_is_two_languages_and_exit_code_2() -> None:
    done = run("chekc")
    assert done.returncode == 2
    assert done.stdout == b""
    assert "错误：没有 chekc 这个命令。 · No such command".encode() in done.stderr
    assert b"Traceback" not in done.stderr


def test_help_and_version() -> None:
    assert "检查文书，列出疑点。 · Check documents".encode() in run("check", "--help").stdout
    assert run("--version").stdout.startswith(b"anjian 0.")
    nothing = run()
    assert nothing.returncode == 2
    assert b"Usage: anjian" in nothing.stderr


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)]
)
def test_stopped_in_the_middle_it_leaves_no_file(folder: Path, number: int, code: int) -> None:
    outs = [x for suffix in ("html", "jsonl", "sarif", "parquet") for x in ("--out", f"out/report.{suffix}")]
    (folder / "out").mkdir()
    (folder / "out/report.html").write_text("the old report")
    process = subprocess.Popen([*PROGRAM, "check", "-", *outs], stdin=subprocess.PIPE, stdout=-1, stderr=-1)
    assert process.stdin is not None
    process.stdin.write(json.dumps({"text": "某某"}).encode() + b"\n")
    process.stdin.flush()
    _wait_until_open(process.pid, folder / "out")
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert b"Traceback" not in errors
    assert process.returncode == code
    assert [p.name for p in (folder / "out").iterdir()] == ["report.html"]
    assert (folder / "out/report.html").read_text() == "the old report"


def _wait_until_open(pid: int, where: Path) -> None:
    """Until the process has four files open in the folder and does nothing but wait for input."""
    idle = 0
    for _ in range(600):
        links = [os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()]
        opened = sum(link.startswith(f"{where}/") for link in links) >= 4
        sleeps = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "S"
        idle = idle + 1 if opened and sleeps else 0
        if idle >= 5:
            return
        time.sleep(0.05)
    raise AssertionError("the outputs were never opened")


def test_a_reader_that_goes_away_is_no_error_message(folder: Path) -> None:
    process = subprocess.Popen([*PROGRAM, "read", "-"], stdin=subprocess.PIPE, stdout=-1, stderr=-1)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.close()
    record = json.dumps({"text": "某" * 1000}).encode() + b"\n"
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(record * 300)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    assert process.wait(30) == 1
    assert process.stderr is not None
    assert process.stderr.read() == b""


@pytest.mark.parametrize("command", [["read"], ["check", "--out", "a.html", "--out", "a.sarif", "--out", "a.parquet"]])
def test_memory_does_not_grow_with_the_input(folder: Path, command: list[str]) -> None:
    few, many = (_peak_megabytes(folder, command, documents) for documents in (10, 70))
    assert many < few + 8


def _peak_megabytes(folder: Path, command: list[str], documents: int) -> int:
    """The most memory a command takes for so many documents of 0.3 MB (100,000 characters)."""
    text = "依照《中华人民共和国刑法》第九百九十九条之规定，判决如下：被告人甲某犯盗窃罪，判处拘役九个月。\n"
    record = json.dumps({"text": "清溪县人民法院\n刑事判决书\n" + text + "某" * 100_000}, ensure_ascii=False)
    source = folder / "big.jsonl"
    with source.open("w", encoding="utf-8") as stream:
        stream.writelines(record + "\n" for _ in range(documents))
    code = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3);"
    code += "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    measured = [sys.executable, "-c", code, *PROGRAM, *command, str(source)]
    return int(subprocess.run(measured, capture_output=True, timeout=120, check=True).stdout)


def test_a_full_disk_is_one_sentence(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*PROGRAM, "read", "cases"], stdout=full, stderr=subprocess.PIPE, timeout=60)
    assert done.returncode == 2
    assert "错误：写入失败（No space left on device）".encode() in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_terminal_gets_a_table_in_colour_and_progress_after_two_seconds(folder: Path) -> None:
    screen, inside = pty.openpty()
    feed, source = os.pipe()
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm-256color"}
    process = subprocess.Popen([*PROGRAM, "check", "-"], stdin=feed, stdout=inside, stderr=inside, env=environment)
    os.close(inside)
    os.close(feed)
    seen = b""
    record = json.dumps({"text": "清溪县人民法院\n刑事判决书\n"}).encode() + b"\n"
    deadline = time.monotonic() + 30
    while "份".encode() not in seen and time.monotonic() < deadline:
        os.write(source, record)
        time.sleep(0.1)
        seen += _available(screen)
    os.close(source)
    while process.poll() is None and time.monotonic() < deadline:
        seen += _available(screen)
    seen += _available(screen)
    assert process.wait(10) in (0, 1)
    assert b'{"finding"' not in seen
    assert b"/s" in seen
    assert "检查文书".encode() in seen
    assert b"\x1b[1m" in seen


def _available(screen: int) -> bytes:
    out = b""
    while select.select([screen], [], [], 0.05)[0]:
        try:
            data = os.read(screen, 65536)
        except OSError:
            break
        if not data:
            break
        out += data
    return out
