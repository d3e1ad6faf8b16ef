"""A run: many inputs brought in, a few at a time, and a balance that is true at every moment, also after a cut.

Where a server does the work of writing, a batch is written while the next is collected, one at a time and in their order: what was
said of the ledger after a batch holds when the next one is full, or at `flush`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, func, insert, select, update

from tutanak.ledger.beside import Beside
from tutanak.ledger.entry import Entry, entry
from tutanak.ledger.keeping import Version
from tutanak.ledger.model import Added, Balance, Failed, Source, now
from tutanak.ledger.tables import failures, runs
from tutanak.reading import Reading

if TYPE_CHECKING:
    from tutanak.ledger.book import Ledger

BATCH = 50

WEIGHT = 8_000_000
"""Bytes of minutes in a batch at most, or of one reading: long articles take no more memory than short ones."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is written in one transaction. before: the balance up to it."""

    given: list[tuple[Entry, Source]]
    failed: list[tuple[str, str]]
    before: Balance

    def balance(self, added: Sequence[Added]) -> Balance:
        """The balance with it, when this became of what was given."""
        known = sum(a.outcome == "known" for a in added)
        failed = self.before.failed + Counter(reason(why) for _, why in self.failed)
        return replace(self.before, kept=self.before.kept + len(added) - known, known=self.before.known + known, failed=failed)


class Run:
    """Collects readings and what went wrong, and writes both, with the balance, in one transaction for each batch.

    with ledger.begin("add news.jsonl") as run:
        run.add(reading, source)
        run.fail("news.jsonl:3", "empty: there is no text to read")
    run.balance
    """

    def __init__(self, ledger: Ledger, command: str, batch: int = BATCH) -> None:
        self.ledger = ledger
        self.batch = batch
        self.balance = Balance()
        self._given: list[tuple[Entry, Source]] = []
        self._failed: list[tuple[str, str]] = []
        self._weight = 0
        self._singles: set[int] = set()
        self._offices: set[tuple[str, str]] = set()
        self._beside = Beside[list[Added]](apart=ledger.store.dialect.apart)
        self._under_way: Batch | None = None
        with ledger.store.writing() as connection:
            self.id = _begun(connection, command, ledger.version)

    def add(self, reading: Reading, source: Source | None = None) -> None:
        """Enter a reading, with the next batch."""
        self.enter(reading.to_dict(all=True), source or of_article(reading))

    def enter(self, minutes: dict[str, Any], source: Source) -> None:
        """Enter whole minutes (docs/schema.md, the doubtful records among them), with the next batch."""
        made = entry(minutes, source.published)
        self._given.append((made, source))
        self._weight += len(made.minutes)
        self._flush_when_full()

    def know(self) -> None:
        """Count an input that the ledger holds already."""
        self.balance.known += 1

    def skip(self, why: str) -> None:
        """Count an input that was left out on purpose."""
        self.balance.skipped[why] += 1

    def fail(self, place: str, why: str) -> None:
        """Keep an input that could not be brought in, and why."""
        self._failed.append((place, why))
        self._flush_when_full()

    def _flush_when_full(self) -> None:
        if len(self._given) + len(self._failed) >= self.batch or self._weight >= WEIGHT:
            self._begin_to_write()
            if not self.ledger.store.dialect.apart:
                self._end_writing()

    def flush(self) -> None:
        """Write down all that was collected."""
        self._begin_to_write()
        self._end_writing()

    def _begin_to_write(self) -> None:
        """Write what was collected, when the batch before it stands."""
        self._end_writing()
        before = replace(self.balance, skipped=Counter(self.balance.skipped), failed=Counter(self.balance.failed))
        batch = self._under_way = Batch(self._given, self._failed, before)
        self._given, self._failed, self._weight = [], [], 0
        self._beside.begin(lambda made: self._write(batch, made))

    def _end_writing(self) -> None:
        """Wait for the batch that is being written, and count it. One that could not be written is collected again."""
        self._beside.wait()
        batch, self._under_way = self._under_way, None
        if batch is None:
            return
        try:
            told = batch.balance(self._beside.end())
        except BaseException:
            self._given, self._failed = batch.given + self._given, batch.failed + self._failed
            raise
        self.balance.kept, self.balance.failed = told.kept, told.failed
        self.balance.known += told.known - batch.before.known

    def _write(self, batch: Batch, made: Callable[[], None]) -> list[Added]:
        """All of a batch stands, or nothing."""
        with self.ledger.store.writing() as connection:
            writer = self.ledger.writer(connection, self.id)
            added = writer.add(batch.given, made)
            self._keep_failures(connection, batch.failed)
            connection.execute(update(runs).where(runs.c.id == self.id).values(**_told(batch.balance(added))))
        self._singles |= writer.singles
        self._offices |= writer.offices
        return added

    def _keep_failures(self, connection: Connection, failed: Sequence[tuple[str, str]]) -> None:
        first = _next(connection, failures)
        rows = [{"id": first + n, "run_id": self.id, "place": place, "why": why, "at": now()} for n, (place, why) in enumerate(failed)]
        if rows:
            connection.execute(insert(failures), rows)

    def close(self) -> Balance:
        """Write the rest, and that the run has ended."""
        self.flush()
        with self.ledger.store.writing() as connection:
            self.ledger.writer(connection, self.id).name_again(self._singles, self._offices)
            connection.execute(update(runs).where(runs.c.id == self.id).values(ended=now()))
        return self.balance

    def __enter__(self) -> Run:
        return self

    def __exit__(self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None) -> None:
        """A run that is cut short keeps what it has; only one that reaches its end is ended."""
        if kind is None:
            self.close()
        elif not issubclass(kind, Exception) or self._given or self._failed or self._under_way:
            self.flush()


def of_article(reading: Reading) -> Source:
    """What an article itself says of its source."""
    given = reading.article
    return Source(url=given.url, outlet=given.outlet, title=given.title, published=given.published)


def reason(why: str) -> str:
    """The kind of a failure: its words up to the first colon or comma."""
    return why.split(":")[0].split(",")[0]


def failed(connection: Connection, run: int | None = None) -> list[Failed]:
    """The failures that nobody has mended, of one run or of all, oldest first."""
    asked = select(failures).where(failures.c.mended_by.is_(None)).order_by(failures.c.id)
    rows = connection.execute(asked if run is None else asked.where(failures.c.run_id == run))
    return [Failed(row.id, row.run_id, row.place, row.why, row.at) for row in rows]


def _begun(connection: Connection, command: str, version: Version) -> int:
    ident = _next(connection, runs)
    row = {"id": ident, "command": command, "engine": version[0], "pack": version[1], "started": now(), **_told(Balance())}
    connection.execute(insert(runs).values(row))
    return ident


def _next(connection: Connection, table: Any) -> int:
    return int(connection.execute(select(func.max(table.c.id))).scalar() or 0) + 1


def _told(balance: Balance) -> dict[str, Any]:
    return {"kept": balance.kept, "known": balance.known, "skipped": dict(balance.skipped), "failed": dict(balance.failed)}
