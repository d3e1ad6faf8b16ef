"""What SQLite and PostgreSQL do differently, in one place: the writer's lock, the index of words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any, Protocol

import orjson
from sqlalchemy import JSON, BigInteger, Boolean, Connection, Float, Integer, LargeBinary, Select, Table, literal_column, select, text

Row = dict[str, Any]
Values = tuple[Any, ...]
"""A row as a driver takes it: its values in the order of the table's columns, JSON as text."""
Words = tuple[int, str, str]
"""A document, its words in lower case, its words folded to plain letters."""


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand one after the other, of the last perhaps the beginning alone."""

    words: tuple[str, ...]
    prefix: bool = False


class Dialect(Protocol):
    """One database's way."""

    apart: bool
    """Does another program do the work of writing, so that this one can go on meanwhile?"""

    def lock(self, connection: Connection) -> None:
        """Let no other writer in until this transaction ends."""

    def by_index(self, connection: Connection) -> AbstractContextManager[object]:
        """Within it, rows are asked for by keys that an index has: a table is not read as a whole for them."""

    def insert(self, connection: Connection, table: Table, rows: Sequence[Values]) -> None:
        """Enter many rows."""

    def count(self, connection: Connection, more: Mapping[int, int]) -> None:
        """Add to how often forms were used."""

    def index(self, connection: Connection, rows: Iterable[Words]) -> None:
        """Enter the words of documents."""

    def unindex(self, connection: Connection, row: Words) -> None:
        """Take the words of a document out again."""

    def purge(self, connection: Connection) -> None:
        """Overwrite what was deleted."""

    def matching(self, column: str, terms: Sequence[Term], *, newest: bool = False) -> Select[Any]:
        """The ids of documents that hold all terms in this column ("lower", "folded"), the most relevant first, or those entered last."""


class SQLite:
    """A file: FTS5 without a copy of the text (`content` names the table for those who look for it, as Datasette does)."""

    apart = False

    def lock(self, connection: Connection) -> None:
        """BEGIN IMMEDIATE did it."""

    def by_index(self, connection: Connection) -> AbstractContextManager[object]:
        """SQLite always takes the index."""
        return nullcontext(connection)

    def insert(self, connection: Connection, table: Table, rows: Sequence[Values]) -> None:
        names = ", ".join(f'"{name}"' for name in table.c.keys())  # noqa: SIM118
        statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({", ".join("?" * len(table.c))})'
        connection.exec_driver_sql(statement, rows)

    def count(self, connection: Connection, more: Mapping[int, int]) -> None:
        connection.exec_driver_sql("UPDATE forms SET count = count + ? WHERE id = ?", [(n, form) for form, n in more.items()])

    def index(self, connection: Connection, rows: Iterable[Words]) -> None:
        values = [{"id": id, "lower": lower, "folded": folded} for id, lower, folded in rows]
        if values:
            connection.execute(text('INSERT INTO words (rowid, "lower", "folded") VALUES (:id, :lower, :folded)'), values)

    def unindex(self, connection: Connection, row: Words) -> None:
        values = dict(zip(("id", "lower", "folded"), row, strict=True))
        connection.execute(text('INSERT INTO words (words, rowid, "lower", "folded") VALUES (\'delete\', :id, :lower, :folded)'), values)

    def purge(self, connection: Connection) -> None:
        raw: Any = connection.connection.driver_connection
        for statement in ("INSERT INTO words (words) VALUES ('optimize')", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.execute(statement)

    def matching(self, column: str, terms: Sequence[Term], *, newest: bool = False) -> Select[Any]:
        told = " AND ".join(f'"{" ".join(term.words)}"{"*" if term.prefix else ""}' for term in terms)
        asked = text("words MATCH :question").bindparams(question=f"{column} : ({told})")
        found: Select[Any] = select(literal_column("words.rowid")).select_from(text("words")).where(asked)
        return found.order_by(text("words.rowid DESC" if newest else "words.rank"))


BINARY = {BigInteger: "int8", Integer: "int4", Boolean: "bool", Float: "float8", LargeBinary: "bytea"}
"""Types whose values do not go over as letters; a large integer is an integer too."""

PART = 200_000
"""Code points of words in one row of PostgreSQL's index: a tsvector holds at most a megabyte."""


class PostgreSQL:
    """A server: two tsvectors with GIN indexes, long documents in parts."""

    apart = True

    def lock(self, connection: Connection) -> None:
        connection.execute(text("SELECT pg_advisory_xact_lock(x'74757461'::int)"))

    @contextmanager
    def by_index(self, connection: Connection) -> Iterator[object]:
        """A table that grows faster than the server counts its values is taken to have two hundred different ones: asked for as many keys,
        the server read all of it, for each batch more."""  # fmt: skip
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        yield connection
        connection.exec_driver_sql("SET LOCAL enable_seqscan = on")

    def insert(self, connection: Connection, table: Table, rows: Sequence[Values]) -> None:
        raw: Any = connection.connection.driver_connection
        names = ", ".join(f'"{name}"' for name in table.c.keys())  # noqa: SIM118
        with raw.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN (FORMAT binary)') as copy:
            copy.set_types([_binary_type(column.type) for column in table.c])
            for row in rows:
                copy.write_row(row)

    def count(self, connection: Connection, more: Mapping[int, int]) -> None:
        """All in one statement: one for each form took an eighth of the time of entering readings."""
        told = "unnest(CAST(:forms AS integer[]), CAST(:more AS integer[])) AS told(form, more)"
        connection.execute(text(f"UPDATE forms SET count = forms.count + told.more FROM {told} WHERE forms.id = told.form"), {
            "forms": list(more), "more": list(more.values()),
        })  # fmt: skip

    def index(self, connection: Connection, rows: Iterable[Words]) -> None:
        parts = [
            (id, n, lower[n * PART : (n + 1) * PART], folded[n * PART : (n + 1) * PART])
            for id, lower, folded in rows for n in range(len(lower) // PART + 1)
        ]  # fmt: skip
        if parts:
            told = "unnest(CAST(:ids AS integer[]), CAST(:parts AS integer[]), CAST(:lower AS text[]), CAST(:folded AS text[]))"
            connection.execute(text(
                'INSERT INTO words (document_id, part, "lower", "folded") '
                "SELECT id, part, to_tsvector('simple', low), to_tsvector('simple', plain) "
                f"FROM {told} AS told(id, part, low, plain)"
            ), dict(zip(("ids", "parts", "lower", "folded"), map(list, zip(*parts, strict=True)), strict=True)))  # fmt: skip

    def unindex(self, connection: Connection, row: Words) -> None:
        connection.execute(text("DELETE FROM words WHERE document_id = :id"), {"id": row[0]})

    def purge(self, connection: Connection) -> None:
        connection.execute(text("VACUUM"))

    def matching(self, column: str, terms: Sequence[Term], *, newest: bool = False) -> Select[Any]:
        told = " & ".join("(" + " <-> ".join(term.words) + (":*" if term.prefix else "") + ")" for term in terms)
        question = text(f"words.\"{column}\" @@ to_tsquery('simple', :question)").bindparams(question=told)
        rank = text(f"ts_rank_cd(words.\"{column}\", to_tsquery('simple', :question)) DESC, words.document_id").bindparams(question=told)
        found: Select[Any] = select(literal_column("words.document_id")).select_from(text("words")).where(question)
        return found.order_by(text("words.document_id DESC") if newest else rank)


def values(table: Table, rows: Iterable[Row]) -> list[Values]:
    """Rows as a driver takes them, of those that have all columns of a table by name."""
    names, packed = _shape(table)
    told = ({**row, **{name: _dumped(row[name]) for name in packed}} for row in rows) if packed else rows
    return list(map(itemgetter(*names), told))


@cache
def _shape(table: Table) -> tuple[list[str], list[str]]:
    """The columns of a table, and those among them that hold JSON."""
    return table.c.keys(), [column.name for column in table.c if isinstance(column.type, JSON)]


def _dumped(value: Any) -> str | None:
    return None if value is None else orjson.dumps(value).decode()


def _binary_type(of: Any) -> str:
    """The type as which PostgreSQL takes a column's values in its own form: JSON and texts are letters, and need no marks before line ends."""
    return next((name for kind, name in BINARY.items() if isinstance(of, kind)), "text")


def of(backend: str) -> Dialect:
    return SQLite() if backend == "sqlite" else PostgreSQL()
