"""Archives measured: articles a second with one worker and with two, the memory of all processes, and what a million articles would take.

usage: python eval/bench_archive.py [N]      N articles (default 2,000)

The articles are those of ../shared/articles/news.jsonl.gz over and over, from the second round on with a word in seven drawn anew, so that
no two are one text. They are read by `tutanak archive` as it is run by its users, once with one worker and once with two, and then put
into stories by `tutanak gather`; the bytes of both runs are compared. Memory: the most that all processes of a run held together at one
time (proportional set size). The last line is an extrapolation, and says so: rates are taken without what a start costs, which a run of
a tenth of the articles tells.
"""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
NEWS = ROOT.parent / "shared" / "articles" / "news.jsonl.gz"
MILLION = 1_000_000
STRETCH = 1 << 20  # bytes: enough pieces that two workers end together


def articles(count: int) -> Iterator[dict[str, str]]:
    """So many articles, all different."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        first = [json.loads(line) for line, _ in zip(lines, range(count), strict=False)]
    words = [word for row in first[:500] for word in row["text"].split()]
    for number in range(count):
        row = first[number % len(first)]
        text = row["text"] if number < len(first) else perturbed(row["text"], words, Random(number))
        yield {**row, "id": f"n{number}", "text": text}


def perturbed(text: str, words: list[str], draw: Random) -> str:
    """The text with every seventh word drawn anew, line ends kept."""
    return " ".join(draw.choice(words) if "\n" not in word and draw.random() < 1 / 7 else word for word in text.split(" "))


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command took: seconds by the clock and of processors, and the most megabytes of all its processes at one time."""

    clock: float
    busy: float
    memory: float


def ran(*command: str) -> Ran:
    """Run a command of tutanak and watch its processes."""
    import resource

    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    with subprocess.Popen([sys.executable, "-m", "tutanak.cli", *command], stderr=subprocess.PIPE, text=True) as process:
        most = [0.0]
        watch = threading.Thread(target=watched, args=(process, most), daemon=True)
        watch.start()
        _, told = process.communicate()
        watch.join()
    if process.returncode not in (0, 3):
        raise SystemExit(told)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Ran(time.perf_counter() - begun, busy, most[0])


def watched(process: subprocess.Popen[str], most: list[float]) -> None:
    """Look again and again at what a process and all below it hold."""
    while process.poll() is None:
        most[0] = max(most[0], sum(map(held, below(process.pid))))
        time.sleep(0.2)


def below(number: int) -> list[int]:
    """A process and all that it started."""
    try:
        children = [int(n) for task in Path(f"/proc/{number}/task").iterdir() for n in (task / "children").read_text().split()]
    except OSError:
        return [number]
    return [number, *(n for child in children for n in below(child))]


def held(number: int) -> float:
    """Megabytes of a process, what it shares with others in its part."""
    try:
        lines = Path(f"/proc/{number}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def read(folder: Path, count: int, workers: int) -> Ran:
    """Read so many articles into a folder of its own."""
    with (folder / "news.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in articles(count))
    out = folder / f"out{workers}"
    shutil.rmtree(out, ignore_errors=True)
    told = ran("archive", str(folder / "news.jsonl"), str(out), "--workers", str(workers), "--stretch", str(STRETCH), "--language", "tr")
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    print(
        f"{count:,} articles, {workers} worker{'s' * (workers > 1)}: {count / told.clock:,.0f} articles/s by the clock, "
        f"{count / told.busy:,.0f} a second of processor time, {told.memory:,.0f} MB, {size / count / 1000:.1f} kB an article written", flush=True
    )  # fmt: skip
    return told


def cutting(archive: Path) -> None:
    """What the starting process alone does: an input unpacked, cut and hashed."""
    from tutanak.batch.cutting import pieces
    from tutanak.batch.model import Settings

    begun = time.process_time()
    held = [piece.held.count(b"\n") for piece in pieces(str(archive), "jsonl", Settings())]
    print(f"cut by the starting process alone: {sum(held) / (time.process_time() - begun):,.0f} articles a second of processor time")


def rounds(out: Path) -> None:
    """What each round of gathering costs, in this process: milliseconds of processor time and bytes handed on, for an article."""
    from tutanak.batch.gathering import STAGES, Archived, work

    (out / "stories.json").unlink()
    run = Archived(out)
    for stage in STAGES:
        begun = time.process_time()
        for task in run.left(stage):
            work(task)
        took, at = time.process_time() - begun, run.plan.file(stage, 0).parent
        size = sum(path.stat().st_size for path in at.iterdir())
        print(f"  {stage}: {1000 * took / run.articles:.2f} ms, {size / run.articles:.0f} bytes")


def tree(out: Path) -> str:
    """The hash of all files of a folder."""
    digest = sha256()
    for path in sorted(p for p in out.rglob("*") if p.is_file()):
        digest.update(str(path.relative_to(out)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def main(count: int) -> int:
    if not NEWS.exists():
        print("skipped: ../shared/articles is not here")
        return 0
    folder = Path(tempfile.mkdtemp(prefix="tutanak-bench-"))
    few = max(count // 10, 50)
    start = read(folder, few, 1)
    one, two = read(folder, count, 1), read(folder, count, 2)
    same = tree(folder / "out1") == tree(folder / "out2")
    told = ran("gather", str(folder / "out2"), "--workers", "2")
    rates = f"{count / told.clock:,.0f} articles/s by the clock, {count / told.busy:,.0f} a second of processor time"
    print(f"stories, 2 workers: {rates}, {told.memory:,.0f} MB")
    rounds(folder / "out2")
    cutting(NEWS)
    rate = (count - few) / max(one.busy - start.busy, 1e-9)
    print(f"two workers against one: x{one.clock / two.clock:.2f} by the clock; the same bytes: {same}")
    minutes = MILLION / rate / 2 / 60
    print(f"extrapolated, not measured: {MILLION:,} articles on two cores take {minutes:,.0f} minutes ({rate:,.0f} articles/s a core)")
    shutil.rmtree(folder)
    return int(not same)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
