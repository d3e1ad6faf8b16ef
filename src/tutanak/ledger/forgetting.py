"""A person taken out of a ledger: their records go, their name is blanked where articles have it, and a tombstone keeps it so.

A tombstone holds only a hash of the name. Texts keep their length, so that the proofs of other records stay true;
the sha256 of a text stays that of the text as it came, by which the same article is known when it comes again.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, or_, select, update

from tutanak.ledger.dialects import Dialect
from tutanak.ledger.entries import ENTRY, PAGE, without
from tutanak.ledger.indexing import indexed
from tutanak.ledger.model import now
from tutanak.ledger.naming import key
from tutanak.ledger.people import Actor
from tutanak.ledger.tables import (
    actors,
    documents,
    forms,
    mentions,
    readings,
    records,
    repeats,
    reviews,
    roles,
    sources,
    story_pages,
    story_runs,
    ties,
    tombstones,
)
from tutanak.ledger.tallying import count, tied_by
from tutanak.ledger.tombs import blanked, blanked_values, buried, mark

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was taken out."""

    documents: int
    records: int


def forget(connection: Connection, dialect: Dialect, actor: Actor, reviewer: str, why: str) -> Forgotten:
    """Take a person out: records in which they stand, names in texts and frames, forms, decisions on them."""
    rows = connection.execute(select(forms).where(forms.c.actor_id == actor.id)).all()
    own = [row.id for row in rows if row.key]
    names = sorted({row.key for row in rows if row.key}, key=len, reverse=True)
    held = _documents(connection, own)
    gone = _records(connection, own)
    for document in held:
        _blank_document(connection, dialect, document, _called(connection, document, own, names))
    _unfound(connection, set(held))
    connection.execute(delete(mentions).where(mentions.c.form_id.in_(own)))
    connection.execute(update(forms).where(forms.c.actor_id == actor.id).values(actor_id=None))
    connection.execute(delete(forms).where(forms.c.id.in_(own)))
    connection.execute(delete(reviews).where(or_(reviews.c.target == actor.key, reviews.c.target.in_(gone))))
    connection.execute(delete(actors).where(actors.c.id == actor.id))
    _bury(connection, [name for name in names if " " in name] or names, reviewer, why)
    return Forgotten(len(held), len(gone))


def again(connection: Connection, dialect: Dialect) -> int:
    """Take out those who were forgotten before and came in with what was imported; returns how many."""
    marks = buried(connection)
    if not marks:
        return 0
    named = select(actors, forms.c.key.label("form")).join(forms, forms.c.actor_id == actors.c.id).where(forms.c.kind == "person")
    found = {row.id: row for row in connection.execute(named).all() if mark(row.form) in marks}
    for row in found.values():
        forget(connection, dialect, Actor(row.id, row.key, row.kind, row.name, row.state, 0), "tutanak", "forgotten before")
    return len(found)


def _documents(connection: Connection, own: Sequence[int]) -> list[int]:
    named = select(readings.c.document_id).join(mentions, mentions.c.reading_id == readings.c.id).where(mentions.c.form_id.in_(own))
    return sorted(set(connection.execute(named).scalars()))


def _called(connection: Connection, document: int, own: Sequence[int], names: Sequence[str]) -> list[str]:
    """All names of the person in an article, in plain letters, the longest first: those of the mentions, and the surname."""
    asked = select(readings.c.frame, documents.c.text, mentions.c.local).join(mentions, mentions.c.reading_id == readings.c.id)
    asked = asked.join(documents, documents.c.id == readings.c.document_id).where(readings.c.document_id == document, mentions.c.form_id.in_(own))
    called = {*names, *(name.split()[-1] for name in names)}
    for frame, words, local in connection.execute(asked):
        spans = [m for row in frame["people"] if row["id"] == local for m in row["mentions"]]
        called |= {key(words[m["start"] : m["end"]]) for m in spans}
    return sorted(called - {""}, key=lambda name: (-len(name), name))


def _records(connection: Connection, own: Sequence[int]) -> list[str]:
    """Take out the records in which the person stands; returns their hashes."""
    wanted = select(records.c.id, records.c.hash).join(roles, roles.c.record_id == records.c.id).where(roles.c.form_id.in_(own)).distinct()
    found = connection.execute(wanted).all()
    for start in range(0, len(found), 500):
        ids = [row.id for row in found[start : start + 500]]
        count(connection, {pair: -n for pair, n in tied_by(connection, ids).items()})
        for table in (roles, ties):
            connection.execute(delete(table).where(table.c.record_id.in_(ids)))
        connection.execute(delete(repeats).where(or_(repeats.c.record_id.in_(ids), repeats.c.first_id.in_(ids))))
        connection.execute(delete(records).where(records.c.id.in_(ids)))
    return sorted({row.hash for row in found})


def _blank_document(connection: Connection, dialect: Dialect, document: int, names: Sequence[str]) -> None:
    row = connection.execute(select(documents).where(documents.c.id == document)).one()
    text, title = blanked(row.text, names), blanked(row.title, names) if row.title else row.title
    dialect.unindex(connection, (document, *indexed(row.title, row.text)))
    dialect.index(connection, [(document, *indexed(title, text))])
    connection.execute(update(documents).where(documents.c.id == document).values(text=text, title=title, blanked=True))
    for source in connection.execute(select(sources.c.id, sources.c.title).where(sources.c.document_id == document)).all():
        if source.title:
            connection.execute(update(sources).where(sources.c.id == source.id).values(title=blanked(source.title, names)))
    for reading in connection.execute(select(readings.c.id, readings.c.frame).where(readings.c.document_id == document)).all():
        connection.execute(update(readings).where(readings.c.id == reading.id).values(frame=blanked_values(reading.frame, names)))
    _blank_records(connection, document, text, names)


def _unfound(connection: Connection, gone: Set[int]) -> None:
    """Take documents out of the index of stories: their keys are made of words that the texts no longer have."""
    for page in connection.execute(select(story_pages.c.id)).scalars().all():
        entries = connection.execute(select(story_pages.c.entries).where(story_pages.c.id == page)).scalar_one()
        left = without(entries, gone)
        if len(left) < len(entries):
            connection.execute(update(story_pages).where(story_pages.c.id == page).values(entries=left))
            less = (len(entries) - len(left)) // ENTRY
            connection.execute(update(story_runs).where(story_runs.c.id == page >> PAGE).values(size=story_runs.c.size - less))


def _blank_records(connection: Connection, document: int, text: str, names: Sequence[str]) -> None:
    rows = connection.execute(select(records.c.id, records.c.start, records.c.end, records.c.body).where(records.c.document_id == document)).all()
    told = [{"record": r.id, "now": text[r.start : r.end], "whole": blanked_values(r.body, names)} for r in rows]
    if told:
        connection.execute(update(records).where(records.c.id == bindparam("record")).values(words=bindparam("now"), body=bindparam("whole")), told)


def _bury(connection: Connection, names: Sequence[str], reviewer: str, why: str) -> None:
    first = (connection.execute(select(func.max(tombstones.c.id))).scalar() or 0) + 1
    known = set(connection.execute(select(tombstones.c.mark)).scalars())
    rows = [{"mark": mark(name), "reviewer": reviewer, "why": why, "at": now()} for name in names if mark(name) not in known]
    if rows:
        connection.execute(insert(tombstones), [{"id": first + n, **row} for n, row in enumerate(rows)])
