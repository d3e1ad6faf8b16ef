"""What an answer was made from: the questions that were put to the ledger and what it said, so that they can be put again.

Nothing else goes into an answer. So it stands as long as the ledger says the same to all of them, whoever wrote whatever meanwhile and
by whatever way; and to ask again costs a part of what it takes to tell and to draw.
"""

from __future__ import annotations

import sys
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from hashlib import blake2b
from threading import Lock
from typing import Any, Final, TypeVar

import orjson
from sqlalchemy import event
from sqlalchemy.engine.cursor import FullyBufferedCursorFetchStrategy

from tutanak.errors import LedgerError
from tutanak.ledger.store import Store

PACKED: Final = 1
MANY: Final = 20_000
"""Answers of the ledger that are kept beside each other, to be told to all who have the same question."""

T = TypeVar("T")
Put = tuple[str, bytes, bytes]
"""A statement, its values, and the mark of what came of it."""


@dataclass(frozen=True, slots=True)
class Trace:
    """Questions in their order, packed. values: of each, as JSON; marks: of the answers."""

    statements: tuple[str, ...]
    values: bytes
    marks: tuple[bytes, ...]

    @property
    def size(self) -> int:
        """Bytes that it takes; statements are shared by all answers that were made alike."""
        return len(self.values) + 16 * len(self.marks)

    def __reduce__(self) -> tuple[Callable[..., Trace], tuple[Any, ...]]:
        """From another process, where statements have places of their own. (`__setstate__` of a frozen class with slots is passed over by
        Python before 3.11.4.)"""
        return _received, (self.statements, self.values, self.marks)

    def puts(self) -> Iterator[Put]:
        """The questions one by one."""
        return zip(self.statements, zlib.decompress(self.values).split(b"\n"), self.marks, strict=True)


def _received(statements: tuple[str, ...], values: bytes, marks: tuple[bytes, ...]) -> Trace:
    return Trace(tuple(map(sys.intern, statements)), values, marks)


class Noting:
    """Takes down the questions of one answer. whole: False where one has values that cannot be kept."""

    def __init__(self) -> None:
        self.puts: list[Put] = []
        self.whole = True

    def note(self, statement: str, values: Any, rows: Sequence[Any]) -> None:
        """Take down a question and what came of it."""
        try:
            self.puts.append((sys.intern(statement), orjson.dumps(values), mark(rows)))
        except TypeError:
            self.whole = False

    def trace(self) -> Trace | None:
        """All that was noted; None where nothing was, or not all."""
        if not self.whole or not self.puts:
            return None
        statements, values, marks = zip(*self.puts, strict=True)
        return Trace(statements, zlib.compress(b"\n".join(values), PACKED), marks)


_noting: ContextVar[Noting | None] = ContextVar("noting", default=None)
_moment: ContextVar[str] = ContextVar("moment", default="")


@contextmanager
def noting(moment: str = "") -> Iterator[Noting]:
    """All questions that are put meanwhile are taken down, those of threads begun from here among them. moment: how the ledger stood before,
    where that is known (`Watch.mark`)."""
    notes = Noting()
    tokens = _noting.set(notes), _moment.set(moment or _moment.get())
    try:
        yield notes
    finally:
        _noting.reset(tokens[0])
        _moment.reset(tokens[1])


class Memory:
    """What was made of a ledger at one moment, with the questions that were put for it: who wants the same at that moment is given it again,
    and its questions count as put. So an answer that is made of it is as good as one that asked itself: both stand as long as the ledger
    says the same."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._moment = ""
        self._made: OrderedDict[Hashable, tuple[list[Put], Any]] = OrderedDict()
        self._lock = Lock()

    def told(self, what: Hashable, make: Callable[[], T]) -> T:
        """What is made so, or was; made anew where nobody notes questions, or nobody knows how the ledger stands."""
        notes, moment = _noting.get(), _moment.get()
        if notes is None or not moment:
            return make()
        told: T
        puts, told = self._known(what, moment) or self._new(what, moment, make, notes)
        notes.puts += puts
        return told

    def _known(self, what: Hashable, moment: str) -> tuple[list[Put], Any] | None:
        with self._lock:
            if moment != self._moment:
                self._moment = moment
                self._made.clear()
            return self._made.get(what)

    def _new(self, what: Hashable, moment: str, make: Callable[[], Any], notes: Noting) -> tuple[list[Put], Any]:
        with noting() as own:
            made = make()
        notes.whole &= own.whole
        with self._lock:
            if own.whole and moment == self._moment:
                self._made[what] = own.puts, made
            while len(self._made) > self._most:
                self._made.popitem(last=False)
        return own.puts, made


def listen(store: Store) -> None:
    """Let what is asked of this store be noted."""
    event.listen(store.engine, "after_cursor_execute", _heard)


def _heard(_connection: Any, cursor: Any, statement: str, values: Any, context: Any, _many: bool) -> None:
    """Read all rows, note them, and hand them on."""
    notes = _noting.get()
    if notes is not None and cursor.description:
        rows = cursor.fetchall()
        context.cursor_fetch_strategy = FullyBufferedCursorFetchStrategy(cursor, initial_buffer=rows)
        notes.note(statement, values, rows)


def mark(rows: Sequence[Any]) -> bytes:
    """What tells these rows from others."""
    return blake2b(orjson.dumps(rows, default=repr), digest_size=16).digest()


@dataclass(slots=True)
class Retracer:
    """Puts questions again. What the ledger says at one moment to one question is asked for once, however many have it."""

    store: Store
    _moment: str = ""
    _said: dict[tuple[str, bytes], bytes] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def stands(self, trace: Trace, moment: str) -> bool:
        """Does the ledger still say the same? moment: how it stood (`Watch.mark`) before this was asked."""
        said = self._at(moment)
        try:
            with self.store.reading() as connection:
                return all(self._said_now(connection, said, put) == put[2] for put in trace.puts())
        except LedgerError:
            return False

    def _at(self, moment: str) -> dict[tuple[str, bytes], bytes]:
        with self._lock:
            if moment != self._moment or len(self._said) > MANY:
                self._moment, self._said = moment, {}
            return self._said

    def _said_now(self, connection: Any, said: dict[tuple[str, bytes], bytes], put: Put) -> bytes:
        statement, values, _ = put
        if (told := said.get((statement, values))) is None:
            given = orjson.loads(values)
            cursor = connection.exec_driver_sql(statement, tuple(given) if isinstance(given, list) else given).cursor
            told = said[statement, values] = mark(cursor.fetchall())
        return told
