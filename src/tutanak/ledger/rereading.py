"""Texts read anew by this version of the reader: the old reading is kept, and what changed is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, select

from tutanak.article import Article
from tutanak.errors import TutanakError
from tutanak.ledger.entry import entry
from tutanak.ledger.model import Source
from tutanak.ledger.tables import documents, readings, records, sources
from tutanak.reading import Reading, read_article

if TYPE_CHECKING:
    from tutanak.ledger.book import Ledger


@dataclass(frozen=True, slots=True)
class Changed:
    """What another reading of a document finds more and less. problem: why it could not be read."""

    sha256: str
    title: str | None
    added: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    problem: str = ""

    @property
    def any(self) -> bool:
        return bool(self.added or self.withdrawn)


def stale(connection: Connection, version: tuple[str, str]) -> list[int]:
    """Documents that this version of the reader has not read yet."""
    engine, pack = version
    read = select(readings.c.document_id).where(readings.c.engine == engine, readings.c.pack == pack)
    asked = select(documents.c.id).where(documents.c.id.not_in(read), ~documents.c.blanked)
    return list(connection.execute(asked.order_by(documents.c.id)).scalars())


def reread(ledger: Ledger, *, dry: bool) -> Iterator[Changed]:
    """Read anew what this version has not read, a document at a time."""
    with ledger.store.reading() as connection:
        ids = stale(connection, ledger.version)
    for ident in ids:
        with ledger.store.reading() as connection:
            article, source = _article(connection, ident)
            before = _hashes(connection, ident)
        yield _again(ledger, article, source, before, dry)


def _again(ledger: Ledger, article: Article, source: Source, before: set[str], dry: bool) -> Changed:
    try:
        reading: Reading = read_article(article, "tr")
    except TutanakError as problem:
        return Changed(article.sha256, article.title, problem=str(problem))
    if not dry:
        ledger.add(reading, source=source)
    now = {record.hash for record in entry(reading.to_dict(all=True), source.published).records}
    return Changed(article.sha256, article.title, tuple(sorted(now - before)), tuple(sorted(before - now)))


def _hashes(connection: Connection, document: int) -> set[str]:
    """The records of a document's current reading."""
    asked = select(records.c.hash).join(readings, readings.c.id == records.c.reading_id)
    return set(connection.execute(asked.where(records.c.document_id == document, readings.c.current, records.c.made_by == "read")).scalars())


def _article(connection: Connection, document: int) -> tuple[Article, Source]:
    """The article as it was given, and the place where it stood first."""
    asked = select(readings.c.frame, readings.c.published, documents.c.text).join(documents, documents.c.id == readings.c.document_id)
    row = connection.execute(asked.where(readings.c.document_id == document, readings.c.current)).one()
    head = {name: value for name, value in row.frame["doc"].items() if name != "sha256"}
    place = connection.execute(select(sources).where(sources.c.document_id == document).order_by(sources.c.id)).first()
    if place is None:
        return Article(text=row.text, **head), Source(published=row.published or None)
    source = Source(place.url, place.outlet, place.author, place.title, place.published, place.place, place.fetched, place.found)
    return Article(text=row.text, **head), source
