"""How fast the pages are: so many requests a second for a while, at moments set before, and how long each answer took from its moment on.

usage: python eval/bench_web.py [--readings 100000] [--where FILE|URL] [--rate 200] [--seconds 30] [--writes 5]

The server is a process of its own; what it is asked for is what people and programs ask most, over the ledger of bench_ledger.py,
some addresses far oftener than others. Meanwhile articles are entered (--writes: one in so many seconds; 0: none), after each of
which all that was kept is drawn anew. A request that had to wait for its turn took all the time since it should have been sent.
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
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import func, select

import bench_ledger
import tutanak
from tutanak.ledger import Ledger
from tutanak.ledger.tables import documents, records

GOAL = {"requests/s": 200, "p99 ms": 100.0}

KINDS = {"pair": 30, "article": 20, "record": 10, "person": 10, "search": 10, "start": 5, "api pair": 5, "api records": 5, "api search": 5}
"""Of a hundred requests, how many are for what."""

OFTEN = 1.3
"""How much oftener the first of a kind is asked for than the others (the exponent of Zipf's law)."""

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
        hashes = connection.execute(select(records.c.hash).where(records.c.document_id.in_(list(chosen)[:300])).limit(2000)).scalars().all()
    pairs = [f"{a.lower()}-{b.lower()}" for a, b, _ in ledger.pairs(200) if a.isascii() and b.isascii() and " " not in a + b]
    words = [quote(f"{word.lower()} projesi") for word in bench_ledger.WORDS] + [quote(name.lower()) for name in bench_ledger.FAMILY]
    names = [quote(f"{one} {other}".lower()) for other in bench_ledger.FAMILY for one in bench_ledger.GIVEN]
    known = [name for name in names if _known(ledger, name)][:60]
    return {
        "pair": [f"/pair/{pair}" for pair in pairs], "article": [f"/article/{sha[:12]}" for sha in shas], "record": [f"/record/{h}" for h in hashes],
        "person": [f"/api/v1/people/{name}" for name in known], "search": [f"/search?q={word}" for word in words], "start": ["/"],
        "api pair": [f"/api/v1/pairs/{pair.replace('-', '/')}" for pair in pairs], "api records": ["/api/v1/records", "/api/v1/records?kind=figures"],
        "api search": [f"/api/v1/search?q={word}" for word in words],
    }  # fmt: skip


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
        """All requests, each at its moment."""
        begun = time.perf_counter()
        running = []
        for n, question in enumerate(asked):
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
def server(where: str) -> Iterator[tuple[int, int]]:
    """The pages of a ledger, served by a process of its own: its port and its number."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    told = [sys.executable, "-c", "from tutanak.cli import main; main()", "serve", "--ledger", where, "--port", str(port)]
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
    """Seconds of the processor that a process took so far."""
    told = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


async def entering(where: str, every: float) -> None:
    """Enter an article now and then: what was kept is old from then on."""
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


def measured(where: str, rate: float, seconds: float, writes: float, out: Callable[[str], object] = print) -> Times:
    """Load on a ledger that is filled; tells what came of it."""
    with Ledger(where) as ledger:
        known = addresses(ledger)
    with server(where) as (port, pid):
        asyncio.run(load(where, port, questions(known, 100, 1), 10, 0))  # its first requests load what it needs
        before, begun = spent_by(pid), time.perf_counter()
        times = asyncio.run(load(where, port, questions(known, int(rate * seconds), 2), rate, writes))
        took, spent = time.perf_counter() - begun, spent_by(pid) - before
    n = len(times.all())
    for kind, ms in sorted(times.taken.items(), key=lambda row: -len(row[1])):
        out(f"{len(ms):6} {kind:12} p50 {statistics.median(ms):8.1f} ms  p99 {percentile(ms, 0.99):8.1f} ms")
    out(f"{n:6} {'all':12} p50 {statistics.median(times.all()):8.1f} ms  p99 {percentile(times.all(), 0.99):8.1f} ms")
    out(f"{n / took:.0f} requests/s, {1000 * spent / n:.1f} ms of the server's processor each; {dict(times.statuses)}")
    return times


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--readings", type=int, default=100_000)
    parser.add_argument("--where", default="", help="a file or URL; kept, and only asked where it has readings already")
    parser.add_argument("--rate", type=float, default=GOAL["requests/s"])
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--writes", type=float, default=5, help="an article is entered every so many seconds; 0: none")
    asked = parser.parse_args(arguments)
    folder = tempfile.mkdtemp(prefix="tutanak-bench-")
    where = asked.where or f"{folder}/bench.db"
    with Ledger(where) as ledger:
        bench_ledger.told(ledger, asked.readings)
    times = measured(where, asked.rate, asked.seconds, asked.writes)
    shutil.rmtree(folder)
    good = percentile(times.all(), 0.99) < GOAL["p99 ms"] and set(times.statuses) == {"200"}
    print(f"goal (p99 below {GOAL['p99 ms']:.0f} ms, every answer 200): {'reached' if good else 'NOT reached'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
