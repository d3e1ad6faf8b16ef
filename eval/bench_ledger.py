"""How fast a ledger is: synthetic readings in, then pairs and searches out.

usage: python eval/bench_ledger.py [--readings 100000] [--where FILE|URL | --postgresql]

--postgresql: a server of its own on loopback that writes what is committed to the disk; the processor time of its processes is told too.

Readings go in as `tutanak ledger load` enters them. A few hundred invented reports are read once; each synthetic reading is one of them with
a number of its own and another day.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import text

import tutanak
from tutanak.batch.loading import BATCH
from tutanak.exports.minutes import KINDS
from tutanak.languages import load
from tutanak.ledger import Ledger
from tutanak.ledger.beside import take_turns
from tutanak.ledger.model import Source

TEMPLATE = """{a} Cumhurbaşkanı {one} ile {b} Cumhurbaşkanı {other}, {place}’de bir araya geldi.
{one}, “{b} ile ticaret hacmimiz geçen yıl yüzde {n} büyüdü. {b} ile {word} Anlaşması imzalandı.” dedi.
{other} ise, “{a} ile ilişkilerimiz gelişiyor. {word} Projesi devam ediyor.” ifadelerini kullandı.
{b} Cumhurbaşkanı {other}, {a} ile ticaretin {m} milyar dolara ulaştığını söyledi.
"""
GIVEN = ["Ali", "Veli", "Can", "Deniz", "Emre", "Kaan", "Selim", "Murat", "Tarık", "Yusuf"]
FAMILY = (
    "Demir", "Kaya", "Aslan", "Yıldız", "Öztürk", "Şahin", "Çelik", "Koç", "Aydın", "Polat", "Kurt", "Özkan", "Şimşek", "Doğan", "Kılıç", "Aksoy",
    "Güneş", "Bulut", "Toprak", "Irmak",
)  # fmt: skip
PLACES = ["Roma", "Viyana", "Cenevre", "Lahey", "Prag"]
WORDS = ["Deniz", "Dağ", "Irmak", "Bulut", "Güneş", "Yıldız", "Toprak", "Rüzgar", "Çınar", "Gökyüzü"]
DURABLE = ("unix_socket_directories=", "listen_addresses=127.0.0.1")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))  # for the server


def templates(n: int, seed: int) -> list[dict[str, Any]]:
    """Minutes of invented reports, each of another pair of states."""
    chosen = random.Random(seed)
    states = [row["name"] for row in load("tr").section("states")[:60]]
    made = []
    for _ in range(n):
        a, b = chosen.sample(states, 2)
        one, other = (f"{chosen.choice(GIVEN)} {chosen.choice(FAMILY)}" for _ in range(2))
        words = TEMPLATE.format(a=a, b=b, one=one, other=other, place=chosen.choice(PLACES), word=chosen.choice(WORDS), n=chosen.randint(2, 40),
                                m=chosen.randint(2, 90))  # fmt: skip
        made.append(tutanak.read(words, published="2022-10-13", language="tr").to_dict(all=True))
    return made


def varied(made: list[dict[str, Any]], n: int) -> Iterator[tuple[dict[str, Any], str]]:
    """So many readings, each with a text and a day of its own."""
    for number in range(n):
        base = made[number % len(made)]
        text = f"{base['doc']['text']}Haber {number}.\n"
        doc = {**base["doc"], "text": text, "sha256": sha256(text.encode()).hexdigest(), "id": f"n{number}"}
        day = date(2010, 1, 1) + timedelta(days=number % 5000)
        yield {**base, "doc": doc}, day.isoformat()


def fill(ledger: Ledger, n: int, templates_: list[dict[str, Any]]) -> tuple[float, int]:
    """Seconds to add n readings, and how many records they have."""
    take_turns()
    begin, records = time.perf_counter(), 0
    with ledger.begin("bench", batch=BATCH) as run:
        for number, (minutes, day) in enumerate(varied(templates_, n)):
            if number % max(1, n // 10) == 0 < number:
                print(f"  {number:,} added, {number / (time.perf_counter() - begin):.0f} readings/s so far", flush=True)
            run.enter(minutes, Source(published=day, outlet="Örnek", url=f"https://example.org/{minutes['doc']['id']}"))
            records += sum(len(minutes[kind]) for kind in KINDS)
    return time.perf_counter() - begin, records


def told(ledger: Ledger, n: int) -> None:
    """Fill an empty ledger and say how long it took."""
    if ledger.facts()["documents"]:
        return
    made = templates(400, 7)
    begin, server = time.process_time(), serving(ledger)
    seconds, records = fill(ledger, n, made)
    busy, served = time.process_time() - begin, serving(ledger) - server
    print(f"{n:,} readings, {records:,} records added in {seconds:.0f} s: {n / seconds:.0f} readings/s")
    print(f"{busy:.0f} s of processor time here, {served:.0f} s of the server: {n / (busy + served):.0f} readings/s where nothing else runs")
    if ledger.store.url.get_backend_name() == "sqlite":
        size = os.path.getsize(ledger.store.name)
        print(f"{size / 1e6:,.0f} MB, {size / n / 1000:.1f} KB a reading")


def serving(ledger: Ledger) -> float:
    """Seconds of processor time that the processes of a PostgreSQL server on this machine have taken; 0 for SQLite, which is within this one."""
    if ledger.store.url.get_backend_name() == "sqlite":
        return 0.0
    with ledger.store.reading() as connection:
        numbers = connection.execute(text("SELECT pid FROM pg_stat_activity")).scalars().all()
    ticks = 0
    for number in numbers:
        with suppress(OSError):
            ticks += sum(map(int, Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[11:13]))
    return ticks / os.sysconf("SC_CLK_TCK")


def timed(question: Callable[[], object], clock: Callable[[], float], times: int = 7) -> float:
    """Milliseconds of a question, the median of some runs."""
    runs = []
    for _ in range(times):
        begin = clock()
        question()
        runs.append(1000 * (clock() - begin))
    return statistics.median(runs)


def questions(ledger: Ledger) -> dict[str, float]:
    """Milliseconds of the questions that people ask most."""
    a, b, _ = ledger.pairs(1)[0]
    clock = time.process_time if ledger.store.url.get_backend_name() == "sqlite" else time.perf_counter
    words = f"{WORDS[0].lower()} projesi"
    return {
        f"pair {a} {b}, whole sheet": timed(lambda: ledger.pair(a, b), clock),
        f"pair {a} {b}, first page of statements": timed(lambda: ledger.pair(a, b, kinds=["statements"], limit=20), clock),
        "search, rare words": timed(lambda: ledger.search("99999"), clock),
        f"search, “{words}”": timed(lambda: ledger.search(words), clock),
        "search, a beginning": timed(lambda: ledger.search("ticar*"), clock),
        "person": timed(lambda: ledger.person(FAMILY[0]), clock),
    }


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--readings", type=int, default=100_000)
    parser.add_argument("--where", default="", help="a file or URL; kept, and only asked where it has readings already")
    parser.add_argument("--postgresql", action="store_true", help="on a server that runs as long as this")
    asked = parser.parse_args(arguments)
    with served() if asked.postgresql else nullcontext(asked.where) as where:
        return measure(where, asked.readings)


@contextmanager
def served() -> Iterator[str]:
    """The URL of an empty database of a server of our own."""
    import clusters

    programs = clusters.programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not here: apt-get install postgresql")
    with clusters.cluster(programs, DURABLE) as url:
        yield url


def measure(kept: str, n: int) -> int:
    """Fill a ledger, unless it has readings, and ask. kept: where it lies; else it is made for this alone."""
    folder = tempfile.mkdtemp(prefix="tutanak-bench-")
    where = kept or f"{folder}/bench.db"
    with Ledger(where) as ledger:
        told(ledger, n)
        for name, milliseconds in questions(ledger).items():
            print(f"{milliseconds:8.1f} ms  {name}")
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
