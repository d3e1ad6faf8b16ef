"""How fast the pages are: so many requests a second for a while, at moments set before, and how long each answer took from its moment on.

usage: python eval/bench_web.py [--readings 100000] [--where FILE|URL | --postgresql] [--rate 200] [--seconds 30] [--writes 5] [--workers 0]

The server is a process of its own; what it is asked for is what people and programs ask most, over the ledger of bench_ledger.py,
some addresses far oftener than others. Three runs: cold, one request after the other, each for what nobody has asked for yet; warm, so
many a second at moments set before, when all of it has been asked for once; and mixed, so many a second of which many are asked for the
first time, while articles are entered (--writes: one in so many seconds; 0: none), after each of which the ledger is asked for each page
that was kept whether it still says the same, and what it says otherwise is drawn anew.
A request that had to wait for its turn took all the time since it should have been sent. Told is also what part of a core client and
server took: where both together come near to the cores that there are, the client is what was measured.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import func, select

import bench_ledger
import tutanak
from tutanak.ledger import Ledger
from tutanak.ledger.tables import documents, records

GOAL = {"requests/s": 200, "p99 ms": 100.0}

KINDS = {
    "pair": 24, "pair narrowed": 6, "article": 18, "record": 10, "person": 8, "search": 9, "start": 4, "undertakings": 2, "pair json": 2,
    "pair csv": 2, "article json": 2, "api pair": 4, "api person": 3, "api records": 3, "api search": 3,
}  # fmt: skip
"""Of a hundred requests, how many are for what."""

OFTEN = 1.3
"""How much oftener the first of a kind is asked for than the others (the exponent of Zipf's law)."""

NARROWED = [(year, kind) for year in (2014, 2018, 2022) for kind in ("statements", "figures", "undertakings")]
"""How pairs and records are filtered."""

Asked = tuple[str, str]
"""What is asked for, and its address."""


@dataclass
class Times:
    """Milliseconds by what was asked for, and the statuses that came."""

    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    statuses: Counter[str] = field(default_factory=Counter)

    def all(self) -> list[float]:
        return sorted(ms for times in self.taken.values() for ms in times)


def percentile(times: list[float], part: float) -> float:
    """The time that this part of all did not exceed."""
    return sorted(times)[min(int(len(times) * part), len(times) - 1)]


def addresses(ledger: Ledger) -> dict[str, list[str]]:
    """What may be asked for, by kind."""
    with ledger.store.reading() as connection:
        most = connection.execute(select(func.max(documents.c.id))).scalar() or 0
        chosen = range(1, most + 1, max(most // 2000, 1))
        shas = connection.execute(select(documents.c.sha256).where(documents.c.id.in_(chosen))).scalars().all()
        some = select(records.c.hash).where(records.c.document_id.in_(list(chosen)[:300])).order_by(records.c.hash)
        hashes = connection.execute(some.limit(2000)).scalars().all()
    pairs = [f"{a.lower()}-{b.lower()}" for a, b, _ in ledger.pairs(200) if a.isascii() and b.isascii() and " " not in a + b]
    words = [quote(f"{word.lower()} projesi") for word in bench_ledger.WORDS] + [quote(name.lower()) for name in bench_ledger.FAMILY]
    names = [quote(f"{one} {other}".lower()) for other in bench_ledger.FAMILY for one in bench_ledger.GIVEN]
    known = [name for name in names if _known(ledger, name)][:60]
    found = {
        "pair": [f"/pair/{pair}" for pair in pairs], "article": [f"/article/{sha[:12]}" for sha in shas],
        "pair narrowed": [f"/pair/{pair}?since={year}&until={year}&kind={kind}" for pair in pairs for year, kind in NARROWED],
        "record": [f"/record/{h}" for h in hashes], "undertakings": [f"/undertakings?pair={pair}" for pair in pairs],
        "person": [f"/person/{name.replace('%20', '-')}" for name in known], "search": [f"/search?q={word}" for word in words], "start": ["/"],
        "api pair": [f"/api/v1/pairs/{pair.replace('-', '/')}" for pair in pairs], "api person": [f"/api/v1/people/{name}" for name in known],
        "api records": ["/api/v1/records", *(f"/api/v1/records?kind={kind}&since={year}" for year, kind in NARROWED)],
        "api search": [f"/api/v1/search?q={word}" for word in words],
    }  # fmt: skip
    beside = {f"{kind} {form}": [f"{path}.{form}" for path in found[kind]] for kind, form in (("pair", "json"), ("pair", "csv"), ("article", "json"))}
    return found | beside


def _known(ledger: Ledger, name: str) -> bool:
    from tutanak.errors import LedgerError
    from tutanak.ledger import people

    try:
        with ledger.store.reading() as connection:
            return bool(people.find(connection, name.replace("%20", " ")))
    except LedgerError:
        return False


def questions(known: dict[str, list[str]], n: int, seed: int) -> list[Asked]:
    """So many requests, some far oftener than others."""
    chosen = random.Random(seed)
    weights = {kind: [1 / (rank + 1) ** OFTEN for rank in range(len(known[kind]))] for kind in KINDS}
    kinds = chosen.choices(list(KINDS), list(KINDS.values()), k=n)
    return [(kind, chosen.choices(known[kind], weights[kind])[0]) for kind in kinds]


class Asker:
    """Sends requests at their moments over as many connections as it takes."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.times = Times()
        self._free: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    async def run(self, asked: list[Asked], rate: float) -> None:
        """All requests, each at its moment; rate 0: one after the other."""
        begun = time.perf_counter()
        running = []
        for n, question in enumerate(asked):
            if not rate:
                await self._timed(question, time.perf_counter())
                continue
            await asyncio.sleep(max(begun + n / rate - time.perf_counter(), 0))
            running.append(asyncio.create_task(self._timed(question, begun + n / rate)))
        await asyncio.gather(*running)

    async def _timed(self, asked: Asked, moment: float) -> None:
        kind, address = asked
        status = await self._ask(address)
        self.times.taken[kind].append(1000 * (time.perf_counter() - moment))
        self.times.statuses[f"{kind} {status}" if status != "200" else "200"] += 1

    async def _ask(self, address: str) -> str:
        """The status of the answer. A connection that the server closed while nobody used it is opened again, as any client does."""
        used = bool(self._free)
        reader, writer = self._free.pop() if used else await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(f"GET {address} HTTP/1.1\r\nhost: 127.0.0.1:{self.port}\r\naccept-language: tr\r\n\r\n".encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        except (asyncio.IncompleteReadError, ConnectionError):
            if not used:
                raise
            return await self._ask(address)
        length = next((int(line.split(":")[1]) for line in head.split("\r\n") if line.startswith("content-length:")), 0)
        await reader.readexactly(length)
        self._free.append((reader, writer))
        return head.split(" ")[1]


@contextmanager
def server(where: str, workers: int = 0) -> Iterator[tuple[int, int]]:
    """The pages of a ledger, served by a process of its own: its port and its number."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = [sys.executable, "-c", "from tutanak.cli import main; main()", "serve", "--ledger", where, "--port", str(port), "--workers", str(workers)]
    process = subprocess.Popen(told, stderr=subprocess.DEVNULL)
    try:
        while process.poll() is None:
            with socket.socket() as asked:
                if asked.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port, process.pid
    finally:
        process.terminate()
        process.wait()


def spent_by(pid: int) -> float:
    """Seconds of the processor that a process took so far, and those that it began."""
    return sum(_spent(Path(found.parent)) for found in Path("/proc").glob("[0-9]*/stat") if _is_of(found.parent, pid))


def _is_of(process: Path, pid: int) -> bool:
    return process.name == str(pid) or ((fields := _fields(process)) is not None and fields[1] == str(pid))


def _spent(process: Path) -> float:
    fields = _fields(process)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def _fields(process: Path) -> list[str] | None:
    """What Linux tells of a process from its state on; None where it is gone."""
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


async def entering(where: str, every: float) -> None:
    """Enter an article now and then: of what was kept nobody knows from then on whether it still stands."""
    n = 0
    while every:
        await asyncio.sleep(every)
        n += 1
        await asyncio.to_thread(_enter, where, f"Türkiye Cumhurbaşkanı Ali Demir, Roma’da {time.time_ns()} {n}. kez konuştu.\n")


def _enter(where: str, text: str) -> None:
    with Ledger(where) as ledger:
        ledger.add(tutanak.read(text, published="2026-01-01", language="tr"))


async def load(where: str, port: int, asked: list[Asked], rate: float, writes: float) -> Times:
    """The times of these requests while articles are entered."""
    asker, writer = Asker(port), asyncio.create_task(entering(where, writes))
    await asker.run(asked, rate)
    writer.cancel()
    return asker.times


def measured(where: str, rate: float, seconds: float, writes: float, out: Callable[[str], object] = print, workers: int = 0) -> dict[str, Times]:
    """Load on a ledger that is filled; tells what came of each run."""
    with Ledger(where) as ledger:
        known = addresses(ledger)
    n = int(rate * seconds)
    runs = {
        "cold": (sorted(set(questions(known, 300, 1))), 0.0, 0.0), "before warm": (sorted(set(questions(known, n, 2))), 0.0, 0.0),
        "warm": (questions(known, n, 2), rate, 0.0), "mixed": (questions(known, n, 3), rate, writes),
    }  # fmt: skip
    with server(where, workers) as (port, pid):
        asyncio.run(load(where, port, [(kind, some[-1]) for kind, some in known.items()], 5, 0))  # its first requests load what it needs
        told = {name: _run(name, where, port, pid, *run, out) for name, run in runs.items()}
        fresh = set(runs["mixed"][0]) - {question for name in ("cold", "before warm") for question in runs[name][0]}
        out(f"of the mixed requests {len(fresh)} were for what nobody had asked for")
    del told["before warm"]
    return told


def _run(name: str, where: str, port: int, pid: int, asked: list[Asked], rate: float, writes: float, out: Callable[[str], object]) -> Times:
    """One run and what came of it. rate: 0 for one after the other."""
    before, mine, begun = spent_by(pid), time.process_time(), time.perf_counter()
    times = asyncio.run(load(where, port, asked, rate, writes))
    took, spent, client = time.perf_counter() - begun, spent_by(pid) - before, time.process_time() - mine
    n = len(times.all())
    out(f"{name}: {n} requests, {n / took:.0f} a second{f', an article entered every {writes:g} s' if writes else ''}")
    if name != "before warm":
        for kind, ms in sorted(times.taken.items(), key=lambda row: -len(row[1])):
            out(f"{len(ms):6} {kind:14} p50 {statistics.median(ms):8.1f} ms  p99 {percentile(ms, 0.99):8.1f} ms")
    out(f"{n:6} {'all':14} p50 {statistics.median(times.all()):8.1f} ms  p99 {percentile(times.all(), 0.99):8.1f} ms")
    out(f"       {1000 * spent / n:.1f} ms of the server's processor each; cores busy: server {spent / took:.2f}, client {client / took:.2f}")
    out(f"       {dict(times.statuses)}")
    return times


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--readings", type=int, default=100_000)
    parser.add_argument("--where", default="", help="a file or URL; kept, and only asked where it has readings already")
    parser.add_argument("--rate", type=float, default=GOAL["requests/s"])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--writes", type=float, default=5, help="an article is entered every so many seconds; 0: none")
    parser.add_argument("--workers", type=int, default=0, help="processes that draw pages beside the server")
    parser.add_argument("--postgresql", action="store_true", help="on a server that runs as long as this")
    asked = parser.parse_args(arguments)
    with bench_ledger.served() if asked.postgresql else nullcontext(asked.where) as where:
        return bench(where, asked)


def bench(kept: str, asked: argparse.Namespace) -> int:
    """Fill a ledger, unless it has readings, and ask for its pages. kept: where it lies; else it is made for this alone."""
    folder = tempfile.mkdtemp(prefix="tutanak-bench-")
    where = kept or f"{folder}/bench.db"
    with Ledger(where) as ledger:
        bench_ledger.told(ledger, asked.readings)
    told = measured(where, asked.rate, asked.seconds, asked.writes, workers=asked.workers)
    shutil.rmtree(folder)
    reached = {name: percentile(told[name].all(), 0.99) < GOAL["p99 ms"] and set(told[name].statuses) == {"200"} for name in ("warm", "mixed")}
    for name, good in reached.items():
        print(f"goal, {name} (p99 below {GOAL['p99 ms']:.0f} ms, every answer 200): {'reached' if good else 'NOT reached'}")
    return 0 if all(reached.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
