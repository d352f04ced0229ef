"""A region's judgments end to end: made from the examples, checked by `anjian check … --engine local`, measured.

`python -m benchmarks.million FOLDER [--count N] [--jobs N] [--seed N] [--keep]` writes the judgments into FOLDER/in as
Parquet, unless they are there already, runs the command as a child process, and prints time, rate and the peak memory
of all its processes together (RSS, and PSS, which counts shared pages once). The same seed gives the same judgments.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from itertools import count, islice
from pathlib import Path
from random import Random

import pyarrow as pa
import pyarrow.parquet as pq

from anjian.cases.numbers import NUMBER
from anjian.documents import read

from .corpus import EXAMPLES, judgments, name

SCHEMA = pa.schema([("id", pa.string()), ("text", pa.large_string())])
SHARD, GROUP = 50_000, 1_000
EARLIEST = 2019
#: Of so many documents one begins a chain: the documents of one dispute, all of them.
_CHAIN_EVERY = 40
_PLACES = ("澄溪", "岚桥", "云浦", "丹陵", "青榆", "石渡")
_PLACE = re.compile(r"([一-龥]{2})[县市区旗](?:人民法院)")
_YEAR = re.compile(
    r"(?<![0-9])(20[0-9]{2})(?=年)|(?<=[（〔])(20[0-9]{2})(?=[）〕])|二[〇○零][一二][〇○零一二三四五六七八九](?=年)"
)
_YUAN = re.compile(r"(?<![0-9.,])[1-9][0-9]{2,7}(?=元)")
_DIGITS = "〇一二三四五六七八九"


def region(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """So many judgments as (id, text), no two alike: other courts, years, sums, people, numbers and lengths."""
    rng = Random(seed)
    singles = (text for _, text in judgments(sys.maxsize, seed) if _year(text) >= EARLIEST)
    units = ([next(singles)] if rng.randrange(_CHAIN_EVERY) else _chain(rng) for _ in count())
    texts = (varied for n, unit in enumerate(units) for varied in elsewhere(unit, n, rng))
    yield from ((f"{seed}-{n:09d}", text) for n, text in enumerate(islice(texts, number)))


def elsewhere(texts: list[str], unit: int, rng: Random) -> list[str]:
    """The documents of one dispute in another place, some years earlier, with other sums and case numbers."""
    found = _PLACE.search(texts[0], 0, 120)
    place, years, factor = rng.choice(_PLACES), rng.randrange(2), rng.choice((1, 1, 2, 3))
    serials = {"": 0}

    def number(m: re.Match[str]) -> str:
        serial = serials.setdefault(m[0], (unit * 3 + len(serials)) % 999_983 + 1)
        return f"{m[0][: m.start('serial') - m.start()]}{serial}{m[0][m.end('serial') - m.start() :]}"

    out = []
    for text in texts:
        text = text.replace(found[1], place) if found else text
        text = NUMBER.sub(number, text)
        text = _YUAN.sub(lambda m: str(int(m[0]) * factor), text) if factor > 1 else text
        out.append(_YEAR.sub(lambda m: _earlier(m[0], years), text) if years else text)
    return out


def _earlier(year: str, years: int) -> str:
    if year.isdecimal():
        return str(int(year) - years)
    plain = year.replace("○", "〇").replace("零", "〇")
    return "".join(_DIGITS[int(d)] for d in str(int("".join(str(_DIGITS.index(c)) for c in plain)) - years))


def _year(text: str) -> int:
    """The year of the last date written in Chinese digits; 0 where there is none."""
    at = text.rfind("二〇")
    digits = text[at : at + 4]
    return int("".join(str(_DIGITS.index(c)) for c in digits)) if at >= 0 and set(digits) <= set(_DIGITS) else 0


def _chain(rng: Random) -> list[str]:
    """The documents of one of the example chains, with other names."""
    chains = _chains()
    texts, names = chains[rng.randrange(len(chains))]
    others = {old: name(rng, len(old)) for old in names}
    for old, new in others.items():
        texts = tuple(text.replace(old, new) for text in texts)
    return list(texts)


@cache
def _chains() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The texts of each chain and the names of persons in them."""
    found = []
    for folder in sorted(path for path in (EXAMPLES / "chains").iterdir() if path.is_dir()):
        texts = tuple(path.read_text("utf-8") for path in sorted(folder.glob("*.txt")))
        names = {p.name for text in texts for p in read(text).parties if p.name and 2 <= len(p.name) <= 3}
        if texts:
            found.append((texts, tuple(sorted(n for n in names if "某" not in n))))
    return tuple(found)


def write_region(folder: Path, number: int, seed: int) -> None:
    """Write judgments as Parquet, a shard at a time; the folder appears when all of them are there."""
    half = folder.with_name(f".{folder.name}")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    found = region(number, seed)
    for shard in count():
        first = list(islice(found, GROUP))
        if not first:
            break
        with pq.ParquetWriter(half / f"{shard:04d}.parquet", SCHEMA, compression="zstd") as writer:
            for n in range(SHARD // GROUP):
                rows = first if n == 0 else list(islice(found, GROUP))
                if rows:
                    ids, texts = zip(*rows, strict=True)
                    writer.write_table(pa.table([ids, texts], schema=SCHEMA))
    half.rename(folder)


def run(folder: Path, out: Path, jobs: int | None) -> dict[str, float]:
    """Run the command over a folder and watch its processes."""
    command = [sys.executable, "-m", "anjian.cli", "check", str(folder), str(out), "--engine", "local"]
    command += ["--jobs", str(jobs)] if jobs else []
    began = time.monotonic()
    child = subprocess.Popen([*command, "--fail-on", "never"], start_new_session=True)
    told = {"peak_mb": 0.0, "peak_rss_mb": 0.0, "processes": 0}
    while child.poll() is None:
        now = memory(child.pid)
        told["peak_mb"] = max(told["peak_mb"], sum(own for own, _ in now))
        told["peak_rss_mb"] = max(told["peak_rss_mb"], sum(resident for _, resident in now))
        told["processes"] = max(told["processes"], len(now))
        for step, path in STEPS.items():
            if step not in told and out.with_name(f".{out.name}.work").joinpath(path).exists():
                told[step] = time.monotonic() - began
        time.sleep(0.2)
    if child.returncode:
        sys.exit(f"exit code {child.returncode}")
    return {"seconds": time.monotonic() - began, **told}


#: What is in the work folder when a step begins.
STEPS = {"checking_from": "parts", "linking_from": "spill/base.duckdb", "writing_from": "result"}


def memory(session: int) -> list[tuple[float, float]]:
    """For each process of a session its memory in MB: with its part of what several share, and with all of that."""
    out = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if int((entry / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                    rollup = (entry / "smaps_rollup").read_text()
                    own, resident = (int(rollup.split(f"{word}:")[1].split()[0]) / 1024 for word in ("Pss", "Rss"))
                    out.append((own, resident))
            except (OSError, IndexError):
                continue  # it has ended
    return out


def main() -> None:
    """Make the judgments, run, report."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.million", description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=1_000_000)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="keep the result, FOLDER/out")
    options = parser.parse_args()
    source, out = options.folder / f"in-{options.count}-{options.seed}", options.folder / "out"
    if not source.exists():
        began = time.monotonic()
        write_region(source, options.count, options.seed)
        print(f"{options.count:,} judgments made in {time.monotonic() - began:.0f} s", flush=True)
    for folder in (out, out.with_name(f".{out.name}.work")):
        shutil.rmtree(folder, ignore_errors=True)
    report(run(source, out, options.jobs), source, out)
    if not options.keep:
        shutil.rmtree(out)


def report(told: dict[str, float], source: Path, out: Path) -> None:
    """Print what was measured, for people, then as JSON."""
    manifest = json.loads((out / "run.json").read_text("utf-8"))
    files = list(out.rglob("*.parquet"))
    told["documents"], told["findings"] = manifest["documents"], manifest["findings"]
    told["per_second"] = manifest["documents"] / told["seconds"]
    told["input_mb"] = sum(path.stat().st_size for path in source.iterdir()) / 1e6
    told["output_mb"], told["output_files"] = sum(path.stat().st_size for path in files) / 1e6, len(files)
    print(
        f"{told['documents']:,.0f} documents, {told['findings']:,.0f} findings in {told['seconds']:.1f} s: "
        f"{told['per_second']:.0f}/s; peak memory {told['peak_mb']:.0f} MB in "
        f"{told['processes']:.0f} processes ({told['peak_rss_mb']:.0f} MB where shared pages count each time)"
    )
    print(json.dumps({key: round(value, 1) for key, value in told.items()}))


if __name__ == "__main__":
    main()
