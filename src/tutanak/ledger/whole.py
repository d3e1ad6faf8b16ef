"""A reading put together again from its rows: the very minutes that were entered."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, select

from tutanak.errors import LedgerError
from tutanak.exports.minutes import KINDS
from tutanak.ledger.tables import documents, readings, records

Row = dict[str, Any]

ORDER = ("schema", "doc", "people", "organisations", "places", "states", *KINDS, "topics", "findings", "spin")


def minutes(connection: Connection, reading: int) -> Row:
    """The minutes of a reading, doubtful records among them, as docs/schema.md has them."""
    asked = select(readings.c.frame, documents.c.text).join(documents, documents.c.id == readings.c.document_id).where(readings.c.id == reading)
    row = connection.execute(asked).first()
    if row is None:
        raise LedgerError(f"no reading {reading}")
    told: Row = {**row.frame, **{kind: [] for kind in KINDS}, "doc": _with_text(row.frame["doc"], row.text)}
    found = select(records.c.kind, records.c.body).where(records.c.reading_id == reading, records.c.made_by == "read").order_by(records.c.id)
    for kind, body in connection.execute(found):
        told[kind].append(body)
    return {name: told[name] for name in ORDER}


def _with_text(head: Row, text: str) -> Row:
    return {**head, "text": text}
