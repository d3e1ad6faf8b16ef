"""Where a ledger lies: opened, made, brought up to date. What the two databases do differently stands in `dialects`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Connection, Engine, create_engine, event, exc, inspect, text
from sqlalchemy.engine import URL, make_url

from tutanak.errors import LedgerError
from tutanak.ledger.dialects import Dialect, of

HEAD = "0004"
"""The revision that this program writes; a test keeps it that of the newest migration."""

PATIENCE = 30_000
"""Milliseconds that a writer of a file waits for another."""

PRAGMAS = (
    "journal_mode=WAL", "wal_autocheckpoint=4000", "foreign_keys=ON", "synchronous=NORMAL", "cache_size=-65536", "temp_store=MEMORY",
    "mmap_size=4294967296",
)  # fmt: skip
"""How a file is kept; foreign keys are off in SQLite unless asked for. What is read often is not copied out of the system's memory each time."""

ROW_BY_INDEX = 1.1
"""What a row by its index costs PostgreSQL, measured by the next row of a table."""

MIGRATIONS = "tutanak.ledger:migrations"
"""Where the steps from one shape to the next are."""


class Store:
    """A database that holds a ledger of the newest shape; `older` lets one of an older shape pass, to be upgraded."""

    def __init__(self, where: str | Path, *, create: bool = True, older: bool = False) -> None:
        self.url = _url(where)
        self.dialect: Dialect = of(self.url.get_backend_name())
        if not create and not self._there():
            raise LedgerError(f"{self.name}: there is no ledger; `tutanak add` makes one, `tutanak demo` one to try")
        self.engine = _engine(self.url)
        with told(self.name):
            if not older:
                self._open(create)

    @property
    def name(self) -> str:
        """The file, or the URL without its password."""
        return self.url.database or ":memory:" if self.url.get_backend_name() == "sqlite" else self.url.render_as_string(hide_password=True)

    def _there(self) -> bool:
        return self.url.get_backend_name() != "sqlite" or Path(self.url.database or "").is_file()

    def _open(self, create: bool) -> None:
        revision = self.revision()
        if revision is None and create:
            self.migrate()
        elif revision is None:
            raise LedgerError(f"{self.name}: no ledger of tutanak")
        elif revision > HEAD:
            raise LedgerError(f"{self.name}: made by a newer tutanak (revision {revision}, this one knows {HEAD}); install the newer one")
        elif revision < HEAD:
            raise LedgerError(f"{self.name}: made by an older tutanak (revision {revision}); run `tutanak ledger upgrade` (it keeps a backup)")

    def revision(self) -> str | None:
        """The revision of the database: None where there is no ledger in it."""
        with self.reading() as connection:
            if inspect(connection).has_table("alembic_version"):
                return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
            foreign = inspect(connection).get_table_names()
        if foreign:
            raise LedgerError(f"{self.name}: holds other tables ({', '.join(foreign[:3])}), and no ledger of tutanak; give another name")
        return None

    def migrate(self) -> None:
        """Bring the tables to the newest shape, in one transaction."""
        from alembic import command
        from alembic.config import Config

        config = Config()
        config.set_main_option("script_location", MIGRATIONS)
        with self.writing() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions, all of which see one state of the ledger."""
        with told(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """The one connection that may write: all of what is done in it stands, or nothing."""
        with told(self.name), self.engine.connect().execution_options(writing=True) as connection, connection.begin():
            self.dialect.lock(connection)
            yield connection

    def backup(self, path: Path) -> None:
        """A copy of the ledger as it is now, in a file that must not be there yet."""
        if path.exists():
            raise LedgerError(f"{path}: is there already; give the backup another name")
        if self.url.get_backend_name() != "sqlite":
            url = self.url.set(drivername="postgresql").render_as_string(hide_password=True)
            raise LedgerError(f"a server keeps its own backups: pg_dump -Fc '{url}' > {path}")
        with told(str(path)), self.engine.connect() as connection:
            _copied(connection.connection.driver_connection, path)

    def upgrade(self) -> Path | None:
        """Bring an older ledger to the newest shape; returns where the backup of the old one lies, None where nothing was to be done."""
        revision = self.revision()
        if revision == HEAD:
            return None
        if revision is None or revision > HEAD:
            self._open(create=False)
        kept = None
        if self.url.get_backend_name() == "sqlite":
            kept = Path(f"{self.url.database}.before-{HEAD}")
            self.backup(kept)
        self.migrate()
        return kept

    def purge(self) -> None:
        """Leave nothing of what was taken out in the database's free room."""
        with told(self.name), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            self.dialect.purge(connection)

    def close(self) -> None:
        self.engine.dispose()


def _url(where: str | Path) -> URL:
    told = str(where)
    if "://" not in told:
        return URL.create("sqlite", database=told)
    try:
        url = make_url(told)
    except exc.ArgumentError:
        raise LedgerError(f"{told!r} is neither a file nor the URL of a database (postgresql://user@host/name)") from None
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite":
        return url
    raise LedgerError(f"{url.get_backend_name()}: a ledger lies in SQLite (a file's name) or PostgreSQL (postgresql://user@host/name)")


def _engine(url: URL) -> Engine:
    try:
        engine = create_engine(url, json_serializer=_dumped, json_deserializer=orjson.loads)
    except ModuleNotFoundError as problem:
        raise LedgerError(f"{problem.name} is missing: pip install 'tutanak[postgres]'") from None
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepared)
        event.listen(engine, "begin", _begun)
    else:
        event.listen(engine, "connect", _planned)
    return engine


def _copied(raw: Any, path: Path) -> None:
    """SQLite's own backup: a whole copy, also while others write; the file appears when it is complete."""
    beside = path.with_name(f".{path.name}.part")
    copy = sqlite3.connect(beside)
    try:
        raw.backup(copy)
    finally:
        copy.close()
    beside.replace(path)


def _dumped(value: Any) -> str:
    return orjson.dumps(value).decode()


def _prepared(raw: Any, _record: Any) -> None:
    """WAL lets readers read while one writes; transactions are begun by `_begun`, not by the driver."""
    raw.isolation_level = None
    for pragma in (f"busy_timeout={PATIENCE}", *PRAGMAS):
        raw.execute(f"PRAGMA {pragma}")


def _planned(raw: Any, _record: Any) -> None:
    """What is asked again and again lies in memory, where a row by its index costs little more than the next one of a table: by the server's own
    measure, made for turning disks, it read whole tables with all cores for a page that needs a hundredth of them."""
    raw.execute(f"SET random_page_cost = {ROW_BY_INDEX}")
    raw.execute("SET max_parallel_workers_per_gather = 0")
    raw.commit()


def _begun(connection: Connection) -> None:
    """A writer takes the lock at once: a reader that turns writer would fail when another was quicker."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writing") else "BEGIN")


LIKELY = {
    "database is locked": "another program holds it; try again when it has ended",
    "file is not a database": "not a SQLite file, or a damaged one; restore a backup (`tutanak ledger backup` makes them)",
    "malformed": "the file is damaged; restore a backup, or try `sqlite3 FILE .recover`",
    "disk is full": "the disk is full; nothing of the last step was kept",
    "readonly": "it may not be written to",
    "unable to open": "it cannot be opened: is the folder there, may it be written to?",
    "disk I/O": "the disk fails or is full; nothing of the last step was kept",
}


@contextmanager
def told(name: str) -> Iterator[None]:
    """What a database complains of, in one line that says what to do."""
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error) as problem:
        raw = str(getattr(problem, "orig", problem)).strip().splitlines()[0]
        likely = next((words for sign, words in LIKELY.items() if sign in raw), "")
        raise LedgerError(f"{name}: {raw}" + (f": {likely}" if likely else "")) from problem
