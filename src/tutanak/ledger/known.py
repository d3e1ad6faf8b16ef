"""What the ledger knows of the texts that are about to be entered: asked once for a whole batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from tutanak.ledger.tables import documents, readings, sources

Version = tuple[str, str, str]


@dataclass(slots=True)
class Read:
    """How a document was read: its current reading, the hash of those minutes, and all versions of engine, pack and date of publication."""

    id: int
    minutes: str
    versions: list[Version] = field(default_factory=list)


class Known:
    """documents: ids by sha256; marks: of sources; current: the source and document that stand at a URL; readings: by document."""

    def __init__(self, connection: Connection, shas: Sequence[str], urls: Sequence[str]) -> None:
        found = connection.execute(select(documents.c.sha256, documents.c.id).where(documents.c.sha256.in_(shas)))
        self.documents: dict[str, int] = {row.sha256: row.id for row in found}
        self.marks: set[str] = set()
        self.readings: dict[int, Read] = {}
        s = sources.c
        standing = select(s.url, s.id, s.document_id).where(s.url.in_(urls), s.superseded_by.is_(None)).order_by(s.id)
        self.current: dict[str, tuple[int, int]] = {row.url: (row.id, row.document_id) for row in connection.execute(standing)} if urls else {}
        if self.documents:
            self._look(connection, list(self.documents.values()))

    def _look(self, connection: Connection, ids: Sequence[int]) -> None:
        """What is known of documents that are there already."""
        self.marks.update(connection.execute(select(sources.c.mark).where(sources.c.document_id.in_(ids))).scalars())
        r = readings.c
        asked = select(r.id, r.document_id, r.minutes_sha256, r.engine, r.pack, r.published, r.current).where(r.document_id.in_(ids))
        for row in connection.execute(asked.order_by(r.id)):
            read = self.readings.setdefault(row.document_id, Read(row.id, row.minutes_sha256))
            read.versions.append((row.engine, row.pack, row.published))
            if row.current:
                read.id, read.minutes = row.id, row.minutes_sha256
