"""What a ledger must survive: killed at any moment, two writers at once, a locked, cut or full store. A sample here, the long run with SOAK=1."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

import tutanak
from filling import REPORT
from tutanak.errors import LedgerError
from tutanak.ledger import Ledger
from tutanak.ledger.tables import documents, records, runs

HERE = Path(__file__).resolve().parent
ALL = 40


def filling(where: str, first: int = 0, last: int = ALL, batch: int = 7) -> subprocess.Popen[str]:
    told = [sys.executable, str(HERE / "filling.py"), where, str(first), str(last), str(batch)]
    return subprocess.Popen(told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def held(where: str) -> tuple[int, int, list[str]]:
    """How many documents and records there are, and what the audit finds."""
    with Ledger(where) as ledger:
        with ledger.store.reading() as connection:
            n = [connection.execute(select(func.count()).select_from(table)).scalar_one() for table in (documents, records)]
        return n[0], n[1], ledger.audit()


def kept(where: str) -> int:
    """How many inputs the runs say they kept."""
    with Ledger(where) as ledger, ledger.store.reading() as connection:
        return int(connection.execute(select(func.sum(runs.c.kept))).scalar() or 0)


def killed(where: str, after: float) -> bool:
    """A run killed some time after it has begun; was it still at work?"""
    run = filling(where)
    assert run.stdout
    run.stdout.readline()
    time.sleep(after)
    run.send_signal(signal.SIGKILL)
    run.communicate()
    return run.returncode == -signal.SIGKILL


def survives(store: Callable[[], str], times: int, seed: int) -> None:
    """Kill a run so many times, on as many ledgers as it takes: a run that ends before its kill does not count."""
    chosen, left = random.Random(seed), times
    while left > 0:
        where = store()
        while left > 0 and held(where)[0] < ALL and killed(where, chosen.uniform(0, 0.6)):
            left -= 1
            n, _, faults = held(where)
            assert faults == []
            assert kept(where) == n, "the balance is that of what is there"
        is_whole(where)


def is_whole(where: str) -> None:
    """The same run once more, to its end: everything is there once."""
    rest = filling(where)
    assert rest.communicate()[1] == ""
    n, per_document, faults = held(where)
    assert (n, faults, kept(where)) == (ALL, [], ALL)
    assert per_document == ALL * len(tutanak.read(REPORT.format(n=1), published="2031-03-04", language="tr").records)


def test_killed_at_any_moment_nothing_is_lost_or_doubled(store: Callable[[], str]) -> None:
    survives(store, 2, 7)


@pytest.mark.soak
def test_killed_two_hundred_times(store: Callable[[], str]) -> None:
    survives(store, 200, 0)


def test_two_writers_at_once(where: str) -> None:
    both = [filling(where, 0, 20, 3), filling(where, 10, 30, 3)]
    for run in both:
        assert run.communicate()[1] == ""
    n, _, faults = held(where)
    assert (n, faults) == (30, [])


def reading(n: int) -> tutanak.Reading:
    return tutanak.read(REPORT.format(n=n), published="2031-03-04", language="tr")


def test_readers_read_while_one_writes(where: str) -> None:
    with Ledger(where) as one, Ledger(where) as other:
        one.add(reading(1))
        with one.store.writing() as connection:
            one.writer(connection).add([])
            assert other.search("Nazarov")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "minutes.db"
    with Ledger(path) as ledger:
        ledger.add(reading(0))
    return path


def test_a_locked_ledger_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    from tutanak.ledger import store

    monkeypatch.setattr(store, "PATIENCE", 100)
    with Ledger(file) as ledger, pytest.raises(LedgerError, match="another program holds it"):
        ledger.add(reading(1))
    holder.execute("ROLLBACK")
    holder.close()
    with Ledger(file) as ledger:
        assert ledger.add(reading(1)).outcome == "new"


def told(file: Path) -> str:
    """What is said of a file, whether it can be opened or not."""
    try:
        with Ledger(file) as ledger:
            return "\n".join(ledger.audit())
    except LedgerError as problem:
        return str(problem)


@pytest.mark.parametrize("part", [0.3, 0.9])
def test_a_cut_file_is_told(file: Path, part: float) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * part)])
    assert any(word in told(file) for word in ("damaged", "malformed", "no ledger", "holds other tables"))


def test_a_read_only_folder_is_told(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        (tmp_path / "folder").write_text("no folder")
    else:
        (tmp_path / "folder").mkdir(mode=0o500)
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(tmp_path / "folder" / "minutes.db")


@pytest.fixture
def little(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on a disk of two megabytes; where none may be mounted, files of at most so many pages."""
    folder = tmp_path / "little"
    folder.mkdir()
    mounted = shutil.which("mount") and not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder], capture_output=True, check=False
    ).returncode  # fmt: skip
    if not mounted:
        from tutanak.ledger import store

        monkeypatch.setattr(store, "PRAGMAS", (*store.PRAGMAS, "max_page_count=500"))
    yield folder
    if mounted:
        subprocess.run(["umount", folder], check=True)


def test_a_full_disk_loses_nothing_of_what_was_kept(little: Path) -> None:
    path = little / "minutes.db"

    def fill() -> None:
        with Ledger(path) as ledger:
            for n in range(2000):
                ledger.add(reading(n))

    with pytest.raises(LedgerError, match="full"):
        fill()
    copied = shutil.copytree(little, little.parent / "room")
    n, _, faults = held(str(copied / "minutes.db"))
    assert n > 10
    assert faults == []
