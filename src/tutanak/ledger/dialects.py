"""What SQLite and PostgreSQL do differently, in one place: the writer's lock, the index of words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import Connection, text

Words = tuple[int, str, str]
"""A document, its words in lower case, its words folded to plain letters."""


class Dialect(Protocol):
    """One database's way."""

    def lock(self, connection: Connection) -> None:
        """Let no other writer in until this transaction ends."""

    def index(self, connection: Connection, rows: Iterable[Words]) -> None:
        """Enter the words of documents."""

    def unindex(self, connection: Connection, row: Words) -> None:
        """Take the words of a document out again."""


class SQLite:
    """A file: FTS5 without a copy of the text (`content` names the table for those who look for it, as Datasette does)."""

    def lock(self, connection: Connection) -> None:
        """BEGIN IMMEDIATE did it."""

    def index(self, connection: Connection, rows: Iterable[Words]) -> None:
        values = [{"id": id, "lower": lower, "folded": folded} for id, lower, folded in rows]
        if values:
            connection.execute(text('INSERT INTO words (rowid, "lower", "folded") VALUES (:id, :lower, :folded)'), values)

    def unindex(self, connection: Connection, row: Words) -> None:
        values = dict(zip(("id", "lower", "folded"), row, strict=True))
        connection.execute(text("INSERT INTO words (words, rowid, \"lower\", \"folded\") VALUES ('delete', :id, :lower, :folded)"), values)


PART = 200_000
"""Code points of words in one row of PostgreSQL's index: a tsvector holds at most a megabyte."""


class PostgreSQL:
    """A server: two tsvectors with GIN indexes, long documents in parts."""

    def lock(self, connection: Connection) -> None:
        connection.execute(text("SELECT pg_advisory_xact_lock(x'74757461'::int)"))

    def index(self, connection: Connection, rows: Iterable[Words]) -> None:
        values = [
            {"id": id, "part": n, "lower": lower[n * PART : (n + 1) * PART], "folded": folded[n * PART : (n + 1) * PART]}
            for id, lower, folded in rows for n in range(len(lower) // PART + 1)
        ]  # fmt: skip
        if values:
            connection.execute(text(
                "INSERT INTO words (document_id, part, \"lower\", \"folded\") "
                "VALUES (:id, :part, to_tsvector('simple', :lower), to_tsvector('simple', :folded))"
            ), values)  # fmt: skip

    def unindex(self, connection: Connection, row: Words) -> None:
        connection.execute(text("DELETE FROM words WHERE document_id = :id"), {"id": row[0]})


def of(backend: str) -> Dialect:
    return SQLite() if backend == "sqlite" else PostgreSQL()
