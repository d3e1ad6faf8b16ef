"""Has anything in a ledger changed? Asked before every answer that was kept, so it costs next to nothing."""

from __future__ import annotations

import sqlite3
from itertools import count
from threading import Lock
from typing import Any, Final

from sqlalchemy import exc

from tutanak.ledger.store import Store

ASKED: Final = {"sqlite": "PRAGMA data_version", "postgresql": "SELECT pg_current_snapshot()::text"}
"""SQLite counts, for one connection, what all others commit. What a PostgreSQL server shows changes with every transaction that writes."""


class Watch:
    """One connection that looks on. near: is the database a file, so that asking waits for nobody?"""

    def __init__(self, store: Store) -> None:
        backend = store.url.get_backend_name()
        self.near = backend == "sqlite"
        self._store = store
        self._asked = ASKED[backend]
        self._raw: Any = None
        self._lock = Lock()
        self._lost = count()

    def mark(self) -> str:
        """A word that is the same as before only where the ledger is."""
        with self._lock:
            try:
                return str(self._connection().execute(self._asked).fetchone()[0])
            except (exc.SQLAlchemyError, sqlite3.Error, OSError, AttributeError, self._fault()) as problem:
                self.close()
                return f"{type(problem).__name__} {next(self._lost)}"

    def close(self) -> None:
        """Let go of the connection; the next question takes another."""
        raw, self._raw = self._raw, None
        if raw is not None:
            raw.invalidate()

    def _connection(self) -> Any:
        """The driver's own connection, outside of any transaction: within one, nothing ever changes."""
        if self._raw is None:
            self._raw = self._store.engine.raw_connection()
            if not self.near:
                self._raw.driver_connection.autocommit = True
        return self._raw.driver_connection

    def _fault(self) -> type[Exception]:
        """What the driver raises."""
        dbapi: Any = self._store.engine.dialect.dbapi
        fault: type[Exception] = dbapi.Error
        return fault
