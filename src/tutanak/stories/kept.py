"""The runs of a ledger's index, in the ledger's own tables: of each run pages of its entries, cut by the first bits of their keys.

What is new is written as one run, with those that it is merged with; nothing that was written is written over, so a run is what
it was as long as it is there (only `tutanak forget` takes entries out).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from sys import maxsize
from typing import Any, Final

import numpy as np
from sqlalchemy import Connection, delete, select

from tutanak.ledger.dialects import Dialect
from tutanak.ledger.entries import PAGE
from tutanak.ledger.tables import story_pages, story_runs
from tutanak.stories.runs import BITS, SPAN, Entries, Runs, Under, due, found, lowest, merged

Page = Any
"""A row: the id of a page, its entries."""

SHORT: Final = 256
"""Entries of a page at most, on the average; half of it at least, where there are several."""
SMALL: Final = 1 << 14
"""Entries of a run that is always held in memory."""

AT_ONCE: Final = 2_000
"""Keys whose pages are read at once: some ten megabytes."""


class Kept:
    """The runs of a ledger. Those that are not held in memory are asked for the pages that matter: so one article is added to a
    million as quickly as to a thousand. Where many wait, `hold` reads all runs once."""  # fmt: skip

    def __init__(self) -> None:
        self._runs = Runs()
        self._limit = SMALL
        self._sizes: dict[int, int] = {}

    def hold(self) -> None:
        """From the next transaction on, hold all runs in memory."""
        self._limit = maxsize

    def begin(self, connection: Connection, dialect: Dialect) -> None:
        """Go on in another transaction, with what others wrote meanwhile."""
        self._connection, self._dialect = connection, dialect
        asked = select(story_runs.c.id, story_runs.c.size).order_by(story_runs.c.id)
        self._sizes = {row.id: row.size for row in connection.execute(asked)}
        for number in [n for n, run in self._runs.held.items() if self._sizes.get(n) != len(run)]:
            self._runs.take(number)
        for number in [n for n, size in self._sizes.items() if size <= self._limit and n not in self._runs.held]:
            run = self._whole(number)
            self._runs.hold(number, run, run)

    def near(self, wanted: Sequence[int]) -> Iterator[Under]:
        """Which documents have which of these keys."""
        low = lowest(wanted)
        yield from self._runs.near(low)
        for first in range(0, len(low), AT_ONCE):
            yield from self._in_pages(low[first : first + AT_ONCE])

    def _in_pages(self, low: Entries) -> Iterator[Under]:
        """What the runs that are not in memory tell."""
        others = [(number, size) for number, size in self._sizes.items() if number not in self._runs.held]
        pages = {number << PAGE | page for number, size in others for page in (low >> _shift(size)).tolist()}
        rows = self._read(f"id IN ({', '.join(map(str, pages))})") if pages else []
        for _, of_run in groupby(rows, lambda row: row[0] >> PAGE):
            yield from found(_joined(of_run), low + SPAN)

    def add(self, new: Entries) -> None:
        """Write new entries, with the last runs, as far as these are due."""
        last = list(self._sizes)[len(self._sizes) - due(list(self._sizes.values()), len(new)) :]
        number = max(self._sizes, default=0) + 1
        run = merged([*(self._taken(n) for n in last), new])
        for gone in last:
            self._connection.execute(delete(story_pages).where(story_pages.c.id.between(gone << PAGE, (gone + 1 << PAGE) - 1)))
            self._connection.execute(delete(story_runs).where(story_runs.c.id == gone))
        self._write(number, run)
        if len(run) <= self._limit:
            self._runs.hold(number, run, new)

    def _taken(self, number: int) -> Entries:
        """A run that is merged into another."""
        del self._sizes[number]
        run = self._runs.take(number)
        return self._whole(number) if run is None else run

    def _write(self, number: int, run: Entries) -> None:
        self._dialect.insert(self._connection, story_runs, [(number, len(run))])
        self._sizes[number] = len(run)
        shift = _shift(len(run))
        parts = enumerate(np.split(run, run.searchsorted(np.arange(1, 1 << BITS - shift, dtype=np.int64) << shift)))
        self._dialect.insert(self._connection, story_pages, [(number << PAGE | page, entries.astype("<i8").tobytes()) for page, entries in parts])

    def _whole(self, number: int) -> Entries:
        return _joined(self._read(f"id BETWEEN {number << PAGE} AND {(number + 1 << PAGE) - 1}"))

    def _read(self, which: str) -> Sequence[Page]:
        """Pages in the order of their runs."""
        return self._connection.exec_driver_sql(f"SELECT id, entries FROM story_pages WHERE {which} ORDER BY id").fetchall()


def _joined(pages: Iterable[Page]) -> Entries:
    """The entries of pages of one run."""
    return np.frombuffer(b"".join([entries for _, entries in pages]), "<i8").astype(np.int64, copy=False)


def _shift(size: int) -> int:
    """By how many bits an entry is shifted to give its page, in a run of so many."""
    return BITS - (size // SHORT).bit_length()
