"""One piece read into one shard: a Parquet file for each kind of record, and a line that says it is done."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import orjson

from tutanak import hugepages
from tutanak.batch.guard import Guard
from tutanak.batch.model import DONE, PARTS, Outcome, Tally, Task
from tutanak.batch.records import records
from tutanak.errors import InputError, TooLarge
from tutanak.exports.minutes import dumped
from tutanak.exports.package import Sheets, sheet
from tutanak.exports.tables import TABLES, Column, Table
from tutanak.ingest.source import Entry, Failure, Given, Skipped, fault
from tutanak.reading import read, read_article, version

Row = dict[str, Any]
_WARM = "Dışişleri Bakanı Ali Veli, “Görüşmeler sürüyor.” dedi."
TOLD = 20  # failures of a shard that are told at once; all stand in its table


def _own(name: str, type: Any, told: str) -> Column:
    return Column(name, type, told, lambda _cast, row: row[name])


_RECORD = _own("record", "integer", "where it stands in the stretch of input: line, row or byte, from 0")
MINUTES = (
    _RECORD, _own("sha256", "string", "hash of the text"), _own("source", "string", "how it was found, as JSON"),
    _own("minutes", "string", "the whole minutes (docs/schema.md), doubtful records among them, as JSON"),
)  # fmt: skip
FAILURES = (_RECORD, _own("address", "string", "its address, where it has one"), _own("why", "string", "why there are no minutes of it"))
OFTEN = 64
"""Articles after which what is remembered is put into large pages."""

KINDS = (*(table.name for table in TABLES), "minutes", "failures")


def read_piece(task: Task) -> Outcome:
    """Read a piece into its shard, if that is not there; the same piece always gives the same bytes."""
    if (row := done(task.out, task.shard)) is not None:
        return Outcome(row)
    part = Path(mkdtemp(prefix=f"{task.shard}.", dir=task.out / PARTS))  # of its own: a process of a run just killed may still write
    guard = Guard(task.note, task.settings.seconds, task.poison)
    try:
        with Shard(part, TABLES, all=task.settings.all) as shard:
            for number, entry in _entries(task, guard):
                shard.take(number, entry, task, guard)
    finally:
        guard.close()
    row = {"shard": task.shard, "engine": version(), **shard.tally.to_dict(), "rows": shard.rows}
    _move(part, task, row)
    return Outcome(row, tuple(shard.told))


def warm() -> None:
    """Load the tables of the reader; once they are there, they are no matter of the collector, nor of an article's time."""
    read(_WARM, language="tr")
    gc.collect()
    gc.freeze()
    hugepages.gather()


def done(out: Path, shard: str) -> Row | None:
    """What is told of a shard that is done; None where it is not."""
    try:
        row: Row = orjson.loads((out / DONE / f"{shard}.json").read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return None
    return row


def _entries(task: Task, guard: Guard) -> Iterator[tuple[int, Entry]]:
    """The records of a piece; where they cannot be followed to its end, that is the last."""
    number = -1
    try:
        for number, entry in records(task.piece, task.settings, guard):
            yield number, entry
    except (OSError, InputError) as problem:
        yield number + 1, Failure("", f"{problem}; the rest of the stretch was not read")
    except Exception as problem:
        yield number + 1, fault("", problem)


def _move(part: Path, task: Task, row: Row) -> None:
    """All tables into their places, and only then the word that they are there."""
    for kind in KINDS:
        _placed(part / f"{kind}.parquet", task.out / kind / f"{task.shard}.parquet")
    mark = part / "done.json"
    mark.write_bytes(dumped(row))
    _placed(mark, task.out / DONE / f"{task.shard}.json")
    part.rmdir()


def _placed(beside: Path, path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    with beside.open("rb") as written:
        os.fsync(written.fileno())
    beside.replace(path)


class Shard:
    """The tables of a shard, being filled."""

    def __init__(self, part: Path, tables: tuple[Table, ...], *, all: bool) -> None:
        self.all = all
        self.tally = Tally()
        self.told: list[tuple[int, str]] = []
        self.seen: set[tuple[str, str]] = set()
        self._open = ExitStack()
        self.sheets = self._open.enter_context(Sheets(part, "parquet", tables))
        self.minutes, self.failures = sheet(part / "minutes.parquet", MINUTES), sheet(part / "failures.parquet", FAILURES)
        self._open.callback(self.minutes.close)
        self._open.callback(self.failures.close)

    def __enter__(self) -> Shard:
        return self

    def __exit__(self, *problem: Any) -> None:
        self._open.close()

    @property
    def rows(self) -> dict[str, int]:
        """How many rows each table has."""
        return {**self.sheets.counts, "minutes": self.tally.kept, "failures": self.tally.failed.total()}

    def take(self, number: int, entry: Entry, task: Task, guard: Guard) -> None:
        """Read an entry and write down what is found, or why nothing is."""
        if isinstance(entry, Given):
            entry = self._read(number, entry, task)
        guard.rest()
        if isinstance(entry, Skipped):
            self.tally.skip(entry.why)
        elif isinstance(entry, Failure):
            self._fail(number, entry)

    def _fail(self, number: int, failure: Failure) -> None:
        self.failures.write([number, failure.where or None, failure.why])
        self.tally.fail(failure.why)
        if len(self.told) < TOLD:
            self.told.append((number, failure.why))

    def _read(self, number: int, given: Given, task: Task) -> Entry:
        """The entry itself where its minutes were written."""
        article, longest = given.article, task.settings.longest
        address = article.url or ""
        if (article.id, article.sha256) in self.seen:
            return Skipped("", "the same article again")
        try:
            if len(article.text) > longest:
                raise TooLarge(f"too large: {len(article.text):,} characters; --longest says {longest:,}")
            reading = read_article(article, task.settings.language)
            whole = reading.to_dict(all=True)
            shown = whole if self.all or not reading.doubtful else reading.to_dict()
        except InputError as problem:
            return Failure(address, str(problem))
        except Exception as problem:  # one article must not end a run of millions
            return fault(address, problem)
        self.seen.add((article.id, article.sha256))
        self._write(number, given, whole, shown)
        return given

    def _write(self, number: int, given: Given, whole: Row, shown: Row) -> None:
        source = dumped({k: v for k, v in given.source.to_dict().items() if k != "where"} if given.source else {})
        self.minutes.write([number, given.article.sha256, source.decode(), dumped(whole).decode()])
        self.sheets.add(shown)
        self.tally.kept += 1
        if self.tally.kept % OFTEN == 0:
            hugepages.gather()
